"""The day of the sitting, chosen or remembered, and the answers that came too late."""

from datetime import date, time, timedelta

import pytest
from tests.factories import MONDAY, a_checkin, a_person, a_preference, weeks_before

from unrut.core.reflect import sittings as core
from unrut.models import SIGNS, Person
from unrut.models.preference import EARLIEST_SITTING, LATEST_SITTING
from unrut.queries.sittings import (
    SittingDay,
    is_late,
    on_time_checkins,
    preference_of,
    sign_order,
    sitting_day,
    week_to_offer,
)

pytestmark = [pytest.mark.integration, pytest.mark.django_db]


def answered_after(owner: Person, *days: int) -> None:
    """One week after another, each answered so many days after its Monday."""
    for ago, passed in enumerate(reversed(days)):
        week = weeks_before(ago)
        a_checkin(owner, week, answered_on=week + timedelta(days=passed))


def test_sitting_is_on_friday_before_the_first_answer(alice: Person) -> None:
    answered_after(a_person("carol"), 6, 6)

    assert sitting_day(alice) == SittingDay(4, None, is_chosen=False)


def test_sitting_is_on_the_day_usually_answered(alice: Person) -> None:
    answered_after(alice, 4, 6, 6)

    assert sitting_day(alice) == SittingDay(6, None, is_chosen=False)


def test_chosen_day_comes_before_the_usual_one(alice: Person) -> None:
    answered_after(alice, 4, 4)
    a_preference(alice, sitting_offset=7, sitting_time=time(8, 30))

    assert sitting_day(alice) == SittingDay(7, time(8, 30), is_chosen=True)


def test_weeks_answered_late_or_away_are_not_on_time(alice: Person) -> None:
    answered_after(alice, 4, 4, 20, 5)
    a_checkin(alice, weeks_before(4), at_work=False)
    answered_after(a_person("carol"), 4)

    weeks = [checkin.week for checkin in on_time_checkins(alice)]

    assert weeks == [weeks_before(3), weeks_before(2), MONDAY]


def test_weeks_on_time_stay_when_another_day_is_chosen(alice: Person) -> None:
    answered_after(alice, *[4] * 10)
    a_preference(alice, sitting_offset=7)

    assert len(on_time_checkins(alice)) == 10


def test_late_answers_do_not_become_the_usual_day(alice: Person) -> None:
    answered_after(alice, *[4] * 12, *[12] * 9)

    assert sitting_day(alice).offset == 4
    assert len(on_time_checkins(alice)) == 12


def test_days_of_a_sitting_are_those_that_can_be_chosen() -> None:
    assert (core.EARLIEST_SITTING, core.LATEST_SITTING) == (EARLIEST_SITTING, LATEST_SITTING)


def test_week_away_is_never_late(alice: Person) -> None:
    checkin = a_checkin(alice, at_work=False, answered_on=MONDAY + timedelta(days=30))

    assert is_late(alice, checkin) is False


@pytest.mark.parametrize(("days", "late"), [(4, False), (6, False), (9, True)])
def test_answer_is_late_more_than_two_days_after(alice: Person, days: int, *, late: bool) -> None:
    a_preference(alice, sitting_offset=4)
    checkin = a_checkin(alice, answered_on=MONDAY + timedelta(days=days))

    assert is_late(alice, checkin) is late


def test_preference_is_what_is_usual_until_something_is_chosen(alice: Person) -> None:
    a_preference(a_person("carol"), false_alarms=5)

    preference = preference_of(alice)

    assert (preference.pk, preference.false_alarms, str(preference.low_line)) == (None, 10, "4.2")


def test_only_the_last_eight_answers_make_a_day_usual(alice: Person) -> None:
    answered_after(alice, 6, 6, 6, 6, 4, 4, 4, 4, 4, 5, 5, 5)

    assert sitting_day(alice).offset == 4


@pytest.mark.parametrize(("chosen", "today", "is_offered"), [(7, MONDAY, True), (4, MONDAY, False)])
def test_week_before_is_offered_on_the_monday_after(
    alice: Person, bob: Person, chosen: int, today: date, *, is_offered: bool
) -> None:
    day = SittingDay(chosen, None, is_chosen=True)

    assert week_to_offer(alice, day, today=today) == (weeks_before(1) if is_offered else None)


def test_week_that_is_answered_is_not_offered(alice: Person) -> None:
    a_checkin(alice, weeks_before(1), at_work=False)

    assert week_to_offer(alice, SittingDay(7, None, is_chosen=True), today=MONDAY) is None


def test_signs_have_an_order_of_their_own_for_each_week_and_person(alice: Person, bob: Person) -> None:
    orders = [sign_order(owner, weeks_before(ago)) for owner in (alice, bob) for ago in range(8)]

    assert [sorted(order) for order in orders] == [sorted(SIGNS)] * 16
    assert sign_order(alice, MONDAY) == orders[0]
    assert len(set(map(tuple, orders))) > 8
