"""Lays the steps of a plan into the free time of the coming weeks, always the same way for the same plan."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

from unrut.core.errors import InvalidInputError
from unrut.core.plan.ordering import Board, best_order
from unrut.core.plan.steps import CircularPlanError, FreeTime, Task, find_circle

HORIZON = timedelta(days=3653)
"""Ten years. What finds no place by then is reported, so that the search always ends."""

ONE_DAY = timedelta(days=1)

NOTHING_DONE: Mapping[str, date] = MappingProxyType({})
NOTHING_TAKEN: Mapping[date, int] = MappingProxyType({})


class ConflictKind(StrEnum):
    """Why a step cannot be done as wished."""

    LATE = "late"  # placed, but after its deadline
    TOO_LONG = "too_long"  # no weekday has that much free time in one go
    NO_TIME = "no_time"  # no free time in the next ten years


@dataclass(frozen=True, slots=True)
class Sitting:
    """When a step is done: one day, from `start`, in one go."""

    key: str
    day: date
    start: time
    minutes: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A step that is late or has no place.

    `missing_minutes` is what this step alone lacks in one go: for a late one on the best day it could still have used
    before its deadline, for one that is too long on the longest weekday, for one without time all of them.
    """

    key: str
    kind: ConflictKind
    deadline: date | None
    missing_minutes: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """All sittings by step, in order of time, and what could not be done as wished, in order of urgency.

    A step that waits for one without a place has no sitting either, and no conflict of its own: the cause is named once.
    """

    sittings: Mapping[str, Sitting]
    conflicts: tuple[Conflict, ...]

    @property
    def ends(self) -> date | None:
        """The day of the last sitting; None when there is none."""
        return max((sitting.day for sitting in self.sittings.values()), default=None)

    def on_or_before(self, day: date) -> list[Sitting]:
        """The sittings up to and including `day`, in order of time."""
        return [sitting for sitting in self.sittings.values() if sitting.day <= day]


def schedule(
    tasks: Sequence[Task],
    free: FreeTime,
    *,
    start: date,
    done: Mapping[str, date] = NOTHING_DONE,
    busy: Mapping[date, int] = NOTHING_TAKEN,
) -> Schedule:
    """Every open step at the earliest free sitting, the most urgent first; `busy` minutes are gone from a day's beginning.

    Urgent is what has the nearest deadline (its own or that of a step it holds up), then what has the longest chain behind
    it, then position and key; where something would be late, other orders are tried (`best_order`). The order of `tasks` does
    not matter.

    Raises CircularPlanError, or InvalidInputError for a key that is unknown or used twice.
    """
    known = _by_key(tasks, done)
    open_tasks = {key: task for key, task in known.items() if key not in done}
    placing = _Placing(free, start=start, busy=busy)
    for key, day in done.items():
        waiting = known[key].waiting_days if key in known else 0
        placing.release(key, day + timedelta(days=waiting))
    if circle := find_circle(
        {key: [other for other in task.after if other in open_tasks] for key, task in open_tasks.items()}
    ):
        raise CircularPlanError(circle)
    possible = _possible(open_tasks, free)
    ordered = _order(
        tuple(possible.values()),
        free,
        start,
        tuple(sorted(placing.released.items())),
        tuple(sorted(busy.items())),
    )
    for key in (*ordered, *(key for key in open_tasks if key not in possible)):
        placing.place(open_tasks[key])
    return placing.result()


@lru_cache(maxsize=16)
def _order(
    tasks: tuple[Task, ...],
    free: FreeTime,
    start: date,
    released: tuple[tuple[str, date], ...],
    busy: tuple[tuple[date, int], ...],
) -> tuple[str, ...]:
    """The keys of steps in the order in which they are placed. Remembered: pages ask for the same plan again and again."""
    board = Board(tasks, free, start=start, released=dict(released), busy=dict(busy), last=HORIZON.days)
    return tuple(tasks[place].key for place in best_order(board))


def _possible(tasks: Mapping[str, Task], free: FreeTime) -> dict[str, Task]:
    """The steps that some day has room for and that wait for no other kind, by position and key."""
    impossible = {key for key, task in tasks.items() if task.minutes > free.longest_minutes}
    waiting = defaultdict[str, list[str]](list)
    for key, task in tasks.items():
        for other in task.after:
            waiting[other].append(key)
    found = list(impossible)
    while found:
        for key in waiting[found.pop()]:
            if key not in impossible:
                impossible.add(key)
                found.append(key)
    return {key: task for key, task in tasks.items() if key not in impossible}


def days_late(tasks: Sequence[Task], made: Schedule) -> int:
    """Days that steps are later than their deadlines, each by the weight of its step; those without a place are not counted."""
    return sum(
        task.weight * max(0, (made.sittings[task.key].day - task.deadline).days)
        for task in tasks
        if task.deadline and task.key in made.sittings
    )


class _Diary:
    """How much of each day is taken."""

    def __init__(self, free: FreeTime, busy: Mapping[date, int], last: date) -> None:
        self._free = free
        self._taken = dict(busy)
        self.last = last
        # A day only ever fills up. For each size we therefore remember where to jump from a day that was once too
        # full: 1,000 steps then cost a few jumps each instead of a walk over all the days before.
        self._jumps: dict[int, dict[date, date]] = defaultdict(dict)

    def first_day(self, minutes: int, earliest: date) -> date:
        """The first day from `earliest` with `minutes` free in one go; a day after `last` when there is none."""
        jumps = self._jumps[minutes]
        day, passed = earliest, []
        while day <= self.last and (day in jumps or self._room(day) < minutes):
            passed.append(day)
            day = jumps.get(day, day + ONE_DAY)
        jumps.update(dict.fromkeys(passed, day))
        return day

    def take(self, day: date, minutes: int) -> time:
        """Take the next `minutes` of `day` and give the time they begin."""
        taken = self._taken.get(day, 0)
        self._taken[day] = taken + minutes
        return (datetime.combine(day, self._free.on(day).start) + timedelta(minutes=taken)).time()

    def _room(self, day: date) -> int:
        return self._free.on(day).minutes - self._taken.get(day, 0)


class _Placing:
    """The schedule while it is being made."""

    def __init__(self, free: FreeTime, *, start: date, busy: Mapping[date, int]) -> None:
        self._free = free
        self._start = start
        self._diary = _Diary(free, busy, start + HORIZON)
        self.released: dict[str, date] = {}
        self._sittings: list[Sitting] = []
        self._conflicts: list[Conflict] = []

    def release(self, key: str, day: date) -> None:
        """Let whatever comes after the step `key` begin on `day`."""
        self.released[key] = day

    def place(self, task: Task) -> None:
        """Give the task a sitting, or note why it has none."""
        if conflict := self._obstacle(task):
            self._conflicts.append(conflict)
        elif all(key in self.released for key in task.after):
            self._place_from(task, self._earliest(task))

    def _place_from(self, task: Task, earliest: date) -> None:
        day = self._diary.first_day(task.minutes, earliest)
        if day > self._diary.last:
            self._conflicts.append(_conflict(task, ConflictKind.NO_TIME, task.minutes))
            return
        if task.deadline is not None and day > task.deadline:
            missing = self._missing(task, earliest, task.deadline)
            self._conflicts.append(_conflict(task, ConflictKind.LATE, missing))
        self._sittings.append(Sitting(task.key, day, self._diary.take(day, task.minutes), task.minutes))
        self.release(task.key, day + timedelta(days=task.waiting_days))

    def result(self) -> Schedule:
        """What was placed so far, in order of time."""
        ordered = sorted(self._sittings, key=lambda sitting: (sitting.day, sitting.start))
        return Schedule({sitting.key: sitting for sitting in ordered}, tuple(self._conflicts))

    def _obstacle(self, task: Task) -> Conflict | None:
        longest = self._free.longest_minutes
        if longest == 0:
            return _conflict(task, ConflictKind.NO_TIME, task.minutes)
        if task.minutes > longest:
            return _conflict(task, ConflictKind.TOO_LONG, task.minutes - longest)
        return None

    def _earliest(self, task: Task) -> date:
        released = (self.released[key] for key in task.after)
        return max(self._start, task.not_before or self._start, *released)

    def _missing(self, task: Task, earliest: date, deadline: date) -> int:
        def is_too_long(minutes: int) -> bool:
            return self._diary.first_day(minutes, earliest) > deadline

        sizes = range(1, task.minutes + 1)
        return task.minutes - bisect_left(sizes, True, key=is_too_long)


def _conflict(task: Task, kind: ConflictKind, missing_minutes: int) -> Conflict:
    return Conflict(task.key, kind, task.deadline, missing_minutes)


def _by_key(tasks: Sequence[Task], done: Mapping[str, date]) -> dict[str, Task]:
    known = {task.key: task for task in sorted(tasks, key=lambda task: (task.position, task.key))}
    if len(known) < len(tasks):
        raise InvalidInputError("Two steps of this plan have the same key. Give each its own.")
    for task in tasks:
        for key in task.after:
            if key not in known and key not in done:
                raise InvalidInputError(
                    f'The step "{task.key}" comes after "{key}", which is not in this plan. '
                    "Add that step or take the dependency away."
                )
    return known
