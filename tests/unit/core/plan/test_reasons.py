"""Why steps are on their days."""

from collections.abc import Mapping
from datetime import date, time, timedelta

import pytest

from unrut.core.plan.reasons import Reason, Why, reasons
from unrut.core.plan.schedule import schedule
from unrut.core.plan.steps import DayTime, FreeTime, Strand, Task

pytestmark = pytest.mark.unit

MONDAY = date(2026, 3, 2)
TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 3))
HOUR_A_DAY = FreeTime(tuple(DayTime(time(19), minutes) for minutes in (60,) * 7))


def task(key: str, *after: str, minutes: int = 60, begin: date | None = None, wait: int = 0) -> Task:
    return Task(key, minutes, Strand.PROJECTS, after, begin, None, wait)


def told(
    *tasks: Task,
    done: Mapping[str, date] | None = None,
    busy: Mapping[date, int] | None = None,
    free: FreeTime = HOUR_A_DAY,
) -> dict[str, Reason]:
    done, busy = done or {}, busy or {}
    made = schedule(tasks, free, start=MONDAY, done=done, busy=busy)
    return reasons(made, tasks, free, start=MONDAY, done=done, busy=busy)


def test_first_step_is_done_at_once() -> None:
    assert told(task("a")) == {"a": Reason(Why.AT_ONCE, MONDAY)}


def test_step_that_may_not_begin_says_when_it_may() -> None:
    assert told(task("a", begin=TUESDAY)) == {"a": Reason(Why.NOT_BEFORE, TUESDAY)}


def test_step_that_waits_names_what_for() -> None:
    assert told(task("a", wait=2), task("b", "a"))["b"] == Reason(Why.AFTER, WEDNESDAY, ("a",))


def test_step_behind_a_done_one_counts_from_its_day() -> None:
    assert told(task("b", "a"), done={"a": TUESDAY})["b"] == Reason(Why.AFTER, TUESDAY, ("a",))


def test_step_behind_others_names_them() -> None:
    assert told(task("a"), task("b"), task("c"))["c"] == Reason(Why.OTHERS, MONDAY, ("a", "b"))


def test_days_without_room_are_the_reason_where_no_step_is() -> None:
    free = FreeTime(tuple(DayTime(time(19), minutes) for minutes in (0, 30, 0, 60, 0, 0, 0)))

    assert told(task("a"), free=free) == {"a": Reason(Why.NO_ROOM, MONDAY)}


def test_busy_day_has_no_room() -> None:
    assert told(task("a"), busy={MONDAY: 45}) == {"a": Reason(Why.NO_ROOM, MONDAY)}


def test_step_without_a_sitting_has_no_reason() -> None:
    assert told(task("a", minutes=120)) == {}
