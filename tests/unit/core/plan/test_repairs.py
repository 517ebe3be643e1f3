"""What brings a late step back to its deadline."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.plan.repairs import MOST_MORE, Repair, RepairKind, repairs
from unrut.core.plan.schedule import schedule
from unrut.core.plan.steps import DayTime, FreeTime, Strand, Task

pytestmark = pytest.mark.unit

MONDAY = date(2026, 3, 2)


def free(*minutes: int) -> FreeTime:
    return FreeTime(tuple(DayTime(time(19), each) for each in minutes))


MONDAYS = free(60, 0, 0, 0, 0, 0, 0)


def task(key: str, *after: str, due: int | None = None, minutes: int = 60, position: int = 0) -> Task:
    deadline = None if due is None else MONDAY + timedelta(days=due)
    return Task(key, minutes, Strand.PROJECTS, after, None, deadline, 0, position)


def test_step_in_time_needs_no_repair() -> None:
    assert repairs([task("a", due=0)], MONDAYS, "a", start=MONDAY) == []


def test_step_without_a_deadline_needs_none() -> None:
    assert repairs([task("a")], MONDAYS, "a", start=MONDAY) == []


def test_step_without_a_place_has_none() -> None:
    assert repairs([task("a", due=0, minutes=90)], MONDAYS, "a", start=MONDAY) == []


def test_more_time_is_the_least_that_helps_and_a_new_day_comes_last() -> None:
    tasks = [task("a"), task("b", "a", due=0)]

    assert repairs(tasks, MONDAYS, "b", start=MONDAY) == [
        Repair(RepairKind.MORE_TIME, 60, "b", a_week=60),
        Repair(RepairKind.LATER, 0, "b", day=MONDAY + timedelta(days=7)),
    ]


def test_more_time_counts_in_every_week_until_the_deadline() -> None:
    tasks = [task("a"), task("b", "a"), task("c", "b"), task("d", "c", due=8)]

    assert repairs(tasks, MONDAYS, "d", start=MONDAY)[0] == Repair(RepairKind.MORE_TIME, 120, "d", a_week=60)


def test_shortest_step_that_helps_is_left_out() -> None:
    tasks = [
        task("short", due=0, minutes=15, position=0),
        task("other", due=0, minutes=30, position=1),
        task("late", due=0, minutes=45, position=2),
    ]

    found = repairs(tasks, MONDAYS, "late", start=MONDAY)

    assert found[:2] == [
        Repair(RepairKind.LEAVE_OUT, 30, "other"),
        Repair(RepairKind.MORE_TIME, 30, "late", a_week=30),
    ]


def test_step_that_others_wait_for_is_not_left_out() -> None:
    tasks = [task("a", minutes=60), task("b", "a", due=0)]

    kinds = [repair.kind for repair in repairs(tasks, MONDAYS, "b", start=MONDAY)]

    assert kinds == [RepairKind.MORE_TIME, RepairKind.LATER]


def test_deadline_in_the_past_leaves_only_a_new_day() -> None:
    assert repairs([task("a", due=-3)], MONDAYS, "a", start=MONDAY) == [
        Repair(RepairKind.LATER, 0, "a", day=MONDAY)
    ]


def test_done_step_is_neither_left_out_nor_in_the_way() -> None:
    tasks = [task("a"), task("b", "a", due=0, minutes=30), task("c", due=0, minutes=45)]

    found = repairs(tasks, MONDAYS, "c", start=MONDAY, done={"a": MONDAY})

    assert [repair.key for repair in found if repair.kind is RepairKind.LEAVE_OUT] == ["b"]


@given(st.lists(st.sampled_from([15, 30, 45, 60]), min_size=1, max_size=6), st.integers(0, 10))
def test_repairs_keep_their_promise(minutes: list[int], due: int) -> None:
    tasks = [task(f"s{at}", minutes=each, position=at) for at, each in enumerate(minutes)]
    tasks.append(task("late", due=due, minutes=60, position=9))

    for repair in repairs(tasks, free(30, 0, 0, 60, 0, 0, 0), "late", start=MONDAY):
        assert repair.costs <= MOST_MORE * 2
        if repair.kind is RepairKind.LEAVE_OUT:
            kept = [each for each in tasks if each.key != repair.key]
            made = schedule(kept, free(30, 0, 0, 60, 0, 0, 0), start=MONDAY)
            assert made.sittings["late"].day <= MONDAY + timedelta(days=due)
