"""What holds for every plan, tried on plans nobody would think of."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.plan.schedule import Schedule, Sitting, schedule
from unrut.core.plan.steps import DayTime, FreeTime, Strand, Task

pytestmark = pytest.mark.unit

START = date(2026, 3, 4)
NEAR = st.integers(-10, 60).map(lambda days: START + timedelta(days=days))


@dataclass(frozen=True)
class Case:
    tasks: list[Task]
    free: FreeTime
    done: Mapping[str, date]
    busy: Mapping[date, int]

    def made(self) -> Schedule:
        return schedule(self.tasks, self.free, start=START, done=self.done, busy=self.busy)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    keys = [f"step{number}" for number in range(draw(st.integers(0, 12)))]
    # A step waits only for earlier ones, so there is no circle; the order in which they are handed over is shuffled.
    tasks = [
        Task(
            key=key,
            minutes=draw(st.integers(15, 120)),
            strand=Strand.PROJECTS,
            after=tuple(draw(st.lists(st.sampled_from(keys[:at]), max_size=3, unique=True))) if at else (),
            not_before=draw(st.none() | NEAR),
            deadline=draw(st.none() | NEAR),
            waiting_days=draw(st.integers(0, 20)),
            position=draw(st.integers(0, 3)),
        )
        for at, key in enumerate(keys)
    ]
    minutes = draw(st.lists(st.integers(0, 200), min_size=7, max_size=7))
    return Case(
        tasks=draw(st.permutations(tasks)),
        free=FreeTime(tuple(DayTime(time(18, 30), each) for each in minutes)),
        done=draw(st.dictionaries(st.sampled_from(keys), NEAR, max_size=3)) if keys else {},
        busy=draw(st.dictionaries(NEAR, st.integers(0, 120), max_size=5)),
    )


def offset(sitting: Sitting) -> int:
    return sitting.start.hour * 60 + sitting.start.minute - (18 * 60 + 30)


@given(cases())
def test_every_open_task_is_placed_or_reported_or_waits_for_one_without_place(case: Case) -> None:
    made = case.made()

    reported = {conflict.key for conflict in made.conflicts if conflict.kind != "late"}
    open_tasks = {task.key: task for task in case.tasks if task.key not in case.done}
    unplaced = set(open_tasks) - set(made.sittings)
    waiting = {key for key in unplaced if unplaced & set(open_tasks[key].after)}
    assert reported <= unplaced
    assert unplaced == reported | waiting


@given(cases())
def test_sittings_neither_overlap_nor_exceed_the_free_time(case: Case) -> None:
    made = case.made()

    taken = defaultdict(int, case.busy)
    for sitting in made.sittings.values():
        assert offset(sitting) == taken[sitting.day]
        taken[sitting.day] += sitting.minutes
        assert taken[sitting.day] <= case.free.on(sitting.day).minutes


@given(cases())
def test_dependencies_and_waiting_times_are_respected(case: Case) -> None:
    made = case.made()

    tasks = {task.key: task for task in case.tasks}
    order = list(made.sittings)
    for key, sitting in made.sittings.items():
        for before in tasks[key].after:
            wait = timedelta(days=tasks[before].waiting_days)
            if before in case.done:
                assert sitting.day >= case.done[before] + wait
            else:
                assert sitting.day >= made.sittings[before].day + wait
                assert order.index(before) < order.index(key)


@given(cases())
def test_nothing_is_placed_before_it_may_begin(case: Case) -> None:
    made = case.made()

    for task in case.tasks:
        if task.key in made.sittings:
            assert made.sittings[task.key].day >= max(START, task.not_before or START)


@given(cases())
def test_late_are_exactly_those_placed_after_their_deadline(case: Case) -> None:
    made = case.made()

    late = {conflict.key: conflict.missing_minutes for conflict in made.conflicts if conflict.kind == "late"}
    tasks = {task.key: task for task in case.tasks}
    after_deadline = {
        key for key, sitting in made.sittings.items() if sitting.day > (tasks[key].deadline or date.max)
    }
    assert set(late) == after_deadline
    assert all(0 < missing <= tasks[key].minutes for key, missing in late.items())


@given(cases(), st.randoms(use_true_random=False))
def test_order_of_the_list_changes_nothing(case: Case, random: Random) -> None:
    shuffled = random.sample(case.tasks, len(case.tasks))

    made = case.made()
    again = schedule(shuffled, case.free, start=START, done=case.done, busy=case.busy)

    assert again == made
    assert list(again.sittings) == list(made.sittings)


@given(cases())
def test_first_place_of_a_lone_task_is_the_earliest_there_is(case: Case) -> None:
    """A walk over every day, as plain as can be, finds the same day as the jumps."""
    lone = [Task(task.key, task.minutes, task.strand, position=at) for at, task in enumerate(case.tasks)]

    made = schedule(lone, case.free, start=START, busy=case.busy)

    assert {key: sitting.day for key, sitting in made.sittings.items()} == walked(lone, case)


def walked(tasks: list[Task], case: Case) -> dict[str, date]:
    taken = defaultdict(int, case.busy)
    found = {}
    for task in tasks:
        if task.minutes <= case.free.longest_minutes:
            day = START
            while case.free.on(day).minutes - taken[day] < task.minutes:
                day += timedelta(days=1)
            taken[day] += task.minutes
            found[task.key] = day
    return found
