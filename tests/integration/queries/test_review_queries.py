"""The long looks in their order, what comes before which, and when the next one is due."""

from datetime import date, timedelta

import pytest
from tests.factories import (
    MONDAY,
    a_checkin,
    a_preference,
    a_review,
    a_review_answer,
    a_review_line,
    an_accomplishment,
    weeks_before,
)

from unrut.core.reflect.look_back import Typical
from unrut.models import Person, ReviewKind
from unrut.queries.look_back import look_back_of
from unrut.queries.reviews import LooksAhead, accomplished_in, long_looks, looks_ahead, review_of

pytestmark = pytest.mark.integration

Q2, Q3, Q4 = date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1)
LOOK_BACK = ReviewKind.LOOK_BACK


def a_quarter(owner: Person, period: date, value: int = 5) -> None:
    a_review_answer(
        a_review(owner, period=period, answered_on=period + timedelta(days=40)), "autonomy", value
    )


def a_look_back(owner: Person, on: date) -> None:
    a_review_answer(a_review(owner, LOOK_BACK, period=on.replace(day=1), answered_on=on), "autonomy", 2)


def test_long_looks_are_in_the_order_they_were_answered(alice: Person, bob: Person) -> None:
    a_quarter(alice, Q4, 4)
    a_quarter(alice, Q3, 3)
    a_look_back(alice, date(2026, 6, 9))

    looks = long_looks(alice)

    assert [(look.period, look.answers) for look in looks.stored] == [
        (date(2026, 6, 1), {"autonomy": 2}),
        (Q3, {"autonomy": 3}),
        (Q4, {"autonomy": 4}),
    ]
    assert [review.period for review in looks.quarters] == [Q3, Q4]


def test_before_a_review_comes_that_of_an_earlier_quarter_else_the_look_back(alice: Person) -> None:
    a_look_back(alice, date(2026, 6, 9))
    a_quarter(alice, Q3)
    a_quarter(alice, Q4)

    looks = long_looks(alice)

    third, fourth = looks.of_quarter(Q3), looks.of_quarter(Q4)
    assert third is not None
    assert fourth is not None
    assert looks.before(fourth) == third
    assert looks.before(third) == looks.stored[0]
    assert looks.of_quarter(Q2) is None


def test_quarters_are_in_their_order_whenever_they_were_answered(alice: Person) -> None:
    a_quarter(alice, Q4)
    a_review_answer(a_review(alice, period=Q3, answered_on=date(2026, 12, 30)), "autonomy", 3)

    looks = long_looks(alice)

    assert [review.period for review in looks.quarters] == [Q3, Q4]
    assert looks.before(looks.quarters[1]) == looks.quarters[0]


def test_look_back_gone_on_with_later_still_comes_before(alice: Person) -> None:
    a_review(alice, LOOK_BACK, period=date(2026, 6, 1), answered_on=date(2026, 12, 1))
    a_quarter(alice, Q3)

    looks = long_looks(alice)

    before = looks.before(looks.quarters[0])
    assert before is not None
    assert before.period == date(2026, 6, 1)


def test_before_the_first_review_there_may_be_nothing(alice: Person) -> None:
    a_quarter(alice, Q3)
    a_look_back(alice, date(2026, 11, 9))

    looks = long_looks(alice)

    assert looks.before(looks.quarters[0]) is None


@pytest.mark.parametrize(("weeks", "is_due"), [(9, False), (10, True)])
def test_review_is_due_ten_weeks_after_the_first_week(
    alice: Person, bob: Person, weeks: int, *, is_due: bool
) -> None:
    a_checkin(alice, weeks_before(weeks))

    assert looks_ahead(alice, today=MONDAY).is_review_due is is_due
    assert long_looks(alice).is_due(MONDAY) is is_due


def test_nothing_is_due_before_anything_was_answered(alice: Person, today: date) -> None:
    assert looks_ahead(alice, today=today) == LooksAhead(
        has_look_back=False, is_first_picture=False, is_review_due=False
    )
    assert long_looks(alice).is_due(today) is False


def test_review_of_this_quarter_puts_the_next_one_off(alice: Person, today: date) -> None:
    a_quarter(alice, Q4)

    assert long_looks(alice).due_on == date(2027, 1, 19)
    assert looks_ahead(alice, today=today).is_review_due is False


@pytest.mark.parametrize(("weeks", "is_shown"), [(0, True), (5, True), (6, False)])
def test_first_picture_is_shown_until_six_weeks_are_answered(
    alice: Person, today: date, weeks: int, *, is_shown: bool
) -> None:
    a_look_back(alice, today)
    for ago in range(weeks):
        a_checkin(alice, weeks_before(ago))

    ahead = looks_ahead(alice, today=today)

    assert (ahead.has_look_back, ahead.is_first_picture) == (True, is_shown)


def test_review_is_found_by_its_quarter(alice: Person, bob: Person) -> None:
    a_quarter(alice, Q3, 3)

    found = review_of(alice, ReviewKind.QUARTER, Q3)

    assert found is not None
    assert (found.period, found.answers, found.is_quarter) == (Q3, {"autonomy": 3}, True)
    assert review_of(alice, ReviewKind.QUARTER, Q4) is None
    assert review_of(alice, LOOK_BACK) is None


def test_accomplishments_of_a_quarter_are_those_within_it(alice: Person, bob: Person) -> None:
    for day in (date(2026, 6, 30), Q3, date(2026, 9, 30), Q4):
        an_accomplishment(alice, day.isoformat(), on=day)

    assert [done.text for done in accomplished_in(alice, date(2026, 8, 8))] == ["2026-07-01", "2026-09-30"]


def test_look_back_is_read_with_its_lines(alice: Person, bob: Person) -> None:
    review = a_review(alice, LOOK_BACK)
    for item, value in (("typical_satisfaction", 3), ("typical_drive", 3), ("typical_learning", 3)):
        a_review_answer(review, item, value)
    bad = a_review_line(review, "Two hours in traffic")
    a_review_line(review, "My colleagues are great", "like")

    found = look_back_of(alice)

    assert found is not None
    assert (found.texts("dislike"), found.texts("like")) == (
        ["Two hours in traffic"],
        ["My colleagues are great"],
    )
    assert (found.picture.weighs[0].facet, found.picture.weighs[0].lines) == ("commute", (bad.pk,))
    assert found.picture.gives[0].facet == "coworkers"
    assert found.picture.typical is Typical.LOW


def test_look_back_uses_the_line_the_person_chose(alice: Person) -> None:
    a_preference(alice, low_line="1.0")
    review = a_review(alice, LOOK_BACK)
    for item, value in (("typical_satisfaction", 3), ("typical_drive", 3), ("typical_learning", 3)):
        a_review_answer(review, item, value)

    found = look_back_of(alice)

    assert found is not None
    assert found.picture.typical is Typical.ABOVE


def test_there_is_no_look_back_until_one_is_made(alice: Person, bob: Person) -> None:
    a_quarter(alice, Q3)

    assert look_back_of(alice) is None
