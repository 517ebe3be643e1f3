"""Accomplishments are written down by hand, and milestones are reached or not after all."""

from datetime import date

import pytest
from tests.factories import MONDAY, a_goal, a_milestone, an_accomplishment

from unrut.core.errors import InvalidInputError
from unrut.errors import MissingError
from unrut.models import Accomplishment, Milestone, Person
from unrut.queries.scope import of
from unrut.services.milestones import add_accomplishment, reach_milestone, remove_accomplishment

pytestmark = pytest.mark.integration


@pytest.mark.parametrize("on", [date(1940, 1, 1), date(2026, 11, 20)])
def test_accomplishment_is_written_down(alice: Person, today: date, on: date) -> None:
    add_accomplishment(alice, "- Halved the report\nand kept it short", on=on, today=today)

    (done,) = of(Accomplishment, alice)
    assert (done.text, done.happened_on) == ("Halved the report and kept it short", on)
    assert (done.checkin, done.step) == (None, None)


@pytest.mark.parametrize("text", ["", " \n", "•"])
def test_accomplishment_that_says_nothing_is_refused(alice: Person, today: date, text: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        add_accomplishment(alice, text, on=today, today=today)

    assert str(refused.value) == "Nothing was written. Say in a few words what you got done."


@pytest.mark.parametrize(
    ("on", "named"),
    [(date(2026, 11, 21), "21 November 2026"), (date(1939, 12, 31), "31 December 1939")],
)
def test_accomplishment_of_an_impossible_day_is_refused(
    alice: Person, today: date, on: date, named: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        add_accomplishment(alice, "Halved the report", on=on, today=today)

    assert str(refused.value) == f"{named} cannot be the day. Give a day from 1940 to today."
    assert of(Accomplishment, alice).count() == 0


def test_accomplishment_is_removed(alice: Person) -> None:
    kept, gone = an_accomplishment(alice), an_accomplishment(alice)

    remove_accomplishment(alice, gone.pk)

    assert list(of(Accomplishment, alice)) == [kept]


def test_accomplishment_that_is_not_there_is_missing(alice: Person) -> None:
    with pytest.raises(MissingError):
        remove_accomplishment(alice, 1)


@pytest.mark.parametrize("on", [MONDAY, None])
def test_milestone_is_reached_or_not_after_all(alice: Person, on: date | None) -> None:
    milestone = a_milestone(a_goal(alice), reached_on=date(2026, 11, 1))

    reached = reach_milestone(alice, milestone.pk, on=on)

    assert (reached.pk, reached.reached_on) == (milestone.pk, on)
    assert Milestone.objects.get().reached_on == on
