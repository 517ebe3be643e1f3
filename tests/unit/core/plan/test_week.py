"""The running week is Monday to Sunday, whatever day it is."""

from datetime import date, time, timedelta

import pytest

from unrut.core.plan.schedule import Schedule, Sitting
from unrut.core.plan.week import next_sitting, this_week

pytestmark = pytest.mark.unit

MONDAY = date(2026, 3, 2)
LAST_SUNDAY, SUNDAY, NEXT_MONDAY = (MONDAY + timedelta(days=days) for days in (-1, 6, 7))
DAYS = {
    "before": LAST_SUNDAY,
    "first": MONDAY,
    "last": SUNDAY,
    "after": NEXT_MONDAY,
}
PLAN = Schedule({key: Sitting(key, day, time(19, 0), 45) for key, day in DAYS.items()}, ())


@pytest.mark.parametrize("today", [MONDAY + timedelta(days=days) for days in range(7)])
def test_this_week_is_monday_to_sunday(today: date) -> None:
    assert [sitting.key for sitting in this_week(PLAN, today=today)] == ["first", "last"]


def test_this_week_of_an_empty_plan_is_empty() -> None:
    assert this_week(Schedule({}, ()), today=MONDAY) == []


@pytest.mark.parametrize(
    ("today", "key"),
    [
        (LAST_SUNDAY, "before"),
        (MONDAY, "first"),
        (MONDAY + timedelta(days=1), "last"),
        (NEXT_MONDAY, "after"),
    ],
)
def test_next_sitting_is_today_or_later(today: date, key: str) -> None:
    assert next_sitting(PLAN, today) == PLAN.sittings[key]


def test_next_sitting_after_the_last_is_none() -> None:
    assert next_sitting(PLAN, NEXT_MONDAY + timedelta(days=1)) is None
