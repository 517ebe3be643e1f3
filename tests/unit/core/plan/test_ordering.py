"""The order in which steps are placed, against what is best by trying every order."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.plan.ordering import Board, best_order
from unrut.core.plan.steps import DayTime, FreeTime, Strand, Task

pytestmark = pytest.mark.unit

MONDAY = date(2026, 3, 2)
HOUR_A_DAY = FreeTime(tuple(DayTime(time(19), minutes) for minutes in (60,) * 7))


def task(
    key: str,
    *after: str,
    due: int | None = None,
    minutes: int = 60,
    weight: int = 1,
    waiting_days: int = 0,
    position: int = 0,
) -> Task:
    deadline = None if due is None else MONDAY + timedelta(days=due)
    return Task(key, minutes, Strand.PROJECTS, after, None, deadline, waiting_days, position, weight)


def board(*tasks: Task, free: FreeTime = HOUR_A_DAY, busy: Mapping[date, int] | None = None) -> Board:
    return Board(tasks, free, start=MONDAY, released={}, busy=busy or {}, last=400)


def late(of: Board) -> int:
    return of.lost(of.place(best_order(of))).late


@st.composite
def small_plans(draw: st.DrawFn) -> tuple[Task, ...]:
    keys = [f"s{number}" for number in range(draw(st.integers(1, 6)))]
    return tuple(
        task(
            key,
            *(draw(st.lists(st.sampled_from(keys[:at]), max_size=2, unique=True)) if at else []),
            due=draw(st.none() | st.integers(0, 6)),
            minutes=draw(st.sampled_from([15, 30, 45, 60])),
            weight=draw(st.integers(1, 3)),
            waiting_days=draw(st.integers(0, 2)),
            position=at,
        )
        for at, key in enumerate(keys)
    )


def is_possible(of: Board, order: tuple[int, ...]) -> bool:
    places = {step: place for place, step in enumerate(order)}
    return all(places[other] < places[step] for step in order for other in of.after[step])


@given(small_plans())
def test_small_plan_loses_as_little_as_any_order_would(tasks: tuple[Task, ...]) -> None:
    made = board(*tasks)

    best = min(
        made.lost(made.place(order)).late
        for order in permutations(range(len(tasks)))
        if is_possible(made, order)
    )

    assert late(made) == best


@given(small_plans())
def test_order_names_every_step_once_and_after_what_it_waits_for(tasks: tuple[Task, ...]) -> None:
    made = board(*tasks)

    order = best_order(made)

    assert sorted(order) == list(range(len(tasks)))
    assert is_possible(made, tuple(order))


def test_step_that_would_be_late_is_done_before_one_that_has_time() -> None:
    made = board(task("long", minutes=60), task("due", due=0, position=1))

    assert made.place(best_order(made)) == [1, 0]


def test_day_of_a_heavier_step_counts_more() -> None:
    made = board(task("light", due=0), task("heavy", due=0, weight=3, position=1))

    assert made.place(best_order(made)) == [1, 0]


def test_two_short_steps_in_time_are_better_than_one_long() -> None:
    short = [task(f"short{number}", due=0, minutes=30, position=number) for number in (1, 2)]
    made = board(task("long", due=0, minutes=60), *short)

    assert late(made) == 1


def test_busy_time_is_not_placed_into() -> None:
    made = board(task("a"), busy={MONDAY: 30, MONDAY + timedelta(days=1): 60})

    assert made.place(best_order(made)) == [2]


def test_time_that_is_found_is_placed_into() -> None:
    made = board(task("a", minutes=90), busy={MONDAY + timedelta(days=1): -30})

    assert made.place([0]) == [1]


def test_plan_without_steps_has_no_order() -> None:
    assert best_order(board()) == []


def test_same_plan_has_the_same_order_again() -> None:
    tasks = [
        task(f"s{number:02}", due=number // 4, minutes=15 + 15 * (number % 4), position=number)
        for number in range(40)
    ]

    assert best_order(board(*tasks)) == best_order(board(*tasks))


def test_search_loses_less_than_the_most_urgent_first() -> None:
    tasks = [
        task(f"s{number:02}", due=(7 * number) % 11, minutes=15 + 15 * (number % 4), position=number)
        for number in range(40)
    ]
    made = board(*tasks)

    by_urgency = min(
        made.lost(made.place(made.by_urgency(lengths_count=lengths_count))).late
        for lengths_count in (False, True)
    )

    assert late(made) < by_urgency
