"""The example is a whole life beside one's own, made new each time and gone without a trace."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from tests.factories import MONDAY, TODAY, a_life

from unrut.models import (
    Accomplishment,
    CheckIn,
    Goal,
    Job,
    Note,
    Opening,
    Owned,
    Person,
    Review,
    Step,
    Want,
)
from unrut.queries.explore import ranking
from unrut.queries.look_back import look_back_of
from unrut.queries.plan import free_time, plan_of
from unrut.queries.reflect import behind
from unrut.queries.reviews import long_looks
from unrut.queries.scope import of
from unrut.services.example import close_example, fill_example, open_example

pytestmark = pytest.mark.integration


def all_rows() -> dict[str, int]:
    return {model.__name__: model._default_manager.count() for model in Owned.__subclasses__()}


@pytest.mark.django_db
def test_example_is_a_person_of_its_own_without_a_password(today: date) -> None:
    example = open_example(today=today)

    stored = Person.objects.get()
    assert (stored, stored.handle, stored.is_example) == (example, "example", True)
    assert (stored.name, stored.has_usable_password()) == ("Maya", False)


@pytest.mark.django_db
def test_example_has_a_whole_story(today: date) -> None:
    example = open_example(today=today)

    kinds = (CheckIn, Note, Job, Want, Opening, Goal, Step, Accomplishment, Review)
    assert [kind.__name__ for kind in kinds if not of(kind, example).exists()] == []
    assert of(CheckIn, example).filter(at_work=False).count() == 2
    assert of(Goal, example).get().opening is not None
    assert of(Step, example).filter(done_on__isnull=False).count() == 4
    assert free_time(example).weekly_minutes == 300


@pytest.mark.django_db
def test_example_fills_every_page(today: date) -> None:
    example = open_example(today=today)

    plan = plan_of(example, today=today)

    assert behind(example).picture.is_ranked
    assert len(long_looks(example).quarters) == 2
    assert look_back_of(example) is not None
    assert len(ranking(example, today=TODAY).options) == 13
    assert {"way"} < {option.kind for option in ranking(example, today=TODAY).options}
    assert plan is not None
    assert (len(plan.done), plan.next is None) == (4, False)


@pytest.mark.django_db
@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2024, 2, 29), date(2027, 1, 1)])
def test_example_begins_thirty_weeks_ago_and_lies_in_the_past(day: date) -> None:
    example = open_example(today=day)

    weeks = list(of(CheckIn, example).values_list("week", flat=True))
    monday = day - timedelta(days=day.weekday())
    assert (weeks[0], weeks[-1]) == (monday - timedelta(weeks=30), monday - timedelta(weeks=1))
    assert of(Accomplishment, example).filter(happened_on__gt=day).count() == 0
    assert of(Note, example).filter(written_on__gt=day).count() == 0


@pytest.mark.django_db
def test_example_opened_again_is_made_new(today: date) -> None:
    first = open_example(today=today)
    rows = all_rows()
    of(Note, first).delete()

    again = open_example(today=today + timedelta(weeks=1))

    assert (Person.objects.get(), all_rows()) == (again, rows)
    assert of(CheckIn, again).latest("week").week == MONDAY


def test_example_closed_leaves_the_others_alone(alice: Person, bob: Person, today: date) -> None:
    rows = all_rows()
    open_example(today=today)

    close_example()

    assert all_rows() == rows
    assert set(Person.objects.all()) == {alice, bob}


def test_closing_without_an_example_is_no_mistake(alice: Person) -> None:
    close_example()

    assert list(Person.objects.all()) == [alice]


def test_example_that_cannot_be_filled_is_not_kept_in_part(alice: Person, today: date) -> None:
    a_life(alice)
    before = all_rows()

    # A person who has a present job already cannot be given another life.
    with pytest.raises(IntegrityError):
        fill_example(alice, today=today)

    assert all_rows() == before
    assert Person.objects.get(pk=alice.pk).name == "Alice"
