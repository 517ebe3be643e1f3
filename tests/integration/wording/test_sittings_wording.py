"""When a week is written down, in words without reproach."""

from datetime import date, time, timedelta

import pytest

from unrut.queries.sittings import SittingDay
from unrut.wording.sittings import day_name, off_day, offer, usual_day

pytestmark = pytest.mark.integration

MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("offset", "name"), [(3, "Thursday"), (6, "Sunday"), (7, "the Monday after"), (9, "the Wednesday after")]
)
def test_day_has_a_name(offset: int, name: str) -> None:
    assert day_name(offset) == name


@pytest.mark.parametrize(
    ("day", "has_answers", "sentence"),
    [
        (SittingDay(4, None, is_chosen=True), False, "Your day is Friday."),
        (SittingDay(7, time(8, 30), is_chosen=True), True, "Your day is the Monday after, 08:30."),
        (SittingDay(4, None, is_chosen=False), False, "Friday is a good day for it, or choose your own."),
        (SittingDay(4, None, is_chosen=False), True, "You usually sit down on Fridays."),
        (SittingDay(6, time(17), is_chosen=False), True, "You usually sit down on Sundays."),
        (SittingDay(8, None, is_chosen=False), True, "You usually sit down on the Tuesday after."),
    ],
)
def test_usual_day_is_said_quietly(day: SittingDay, sentence: str, *, has_answers: bool) -> None:
    assert usual_day(day, has_answers=has_answers) == sentence


@pytest.mark.parametrize(
    ("passed", "usual", "sentence"),
    [
        (4, 4, ""),
        (6, 4, ""),
        (
            7,
            4,
            "Answered 1 day after the week; it is kept, and left out of the comparison of weeks.",
        ),
        (
            15,
            4,
            "Answered 9 days after the week; it is kept, and left out of the comparison of weeks.",
        ),
        (
            1,
            4,
            "Answered on a Tuesday, far from your usual Friday; it is kept, and left out of the comparison of weeks.",
        ),
    ],
)
def test_answer_off_the_usual_day_is_flagged_without_reproach(passed: int, usual: int, sentence: str) -> None:
    assert off_day(MONDAY, MONDAY + timedelta(days=passed), usual) == sentence


def test_week_before_is_offered() -> None:
    assert offer(MONDAY) == "The week of 16 November is not written down yet, and today still counts for it."
