"""What would bring a late step back to its deadline, the cheapest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from unrut.core.plan.ordering import Board, best_order
from unrut.core.plan.schedule import HORIZON, NOTHING_DONE, NOTHING_TAKEN, schedule
from unrut.core.plan.steps import FreeTime, Task

A_QUARTER, A_WEEK = 15, 7
MOST_MORE = 900
"""Minutes more a week that anybody could find: fifteen hours."""
MOST_LEFT_OUT = 12
"""Steps that are tried without, the shortest first."""


class RepairKind(StrEnum):
    """What one can do about a step that is late."""

    LEAVE_OUT = "leave_out"
    MORE_TIME = "more_time"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Repair:
    """One way to have a step in time. `costs` are minutes: those of the work that is lost, or of the time that is found.

    LEAVE_OUT names the step that is left out, MORE_TIME the minutes more `a_week` until the deadline, LATER the new `day`; it costs
    nothing but the date.
    """

    kind: RepairKind
    costs: int
    key: str = ""
    a_week: int = 0
    day: date | None = None


@dataclass(frozen=True)
class _Plan:
    tasks: Sequence[Task]
    free: FreeTime
    start: date
    done: Mapping[str, date]
    busy: Mapping[date, int]


def repairs(
    tasks: Sequence[Task],
    free: FreeTime,
    late: str,
    *,
    start: date,
    done: Mapping[str, date] = NOTHING_DONE,
    busy: Mapping[date, int] = NOTHING_TAKEN,
) -> list[Repair]:
    """What would have the step with the key `late` done by its deadline, one repair of each kind, the cheapest first.

    A new day comes last: it costs no work, and is no repair of the plan. Nothing for a step that is not late.
    """
    plan = _Plan(tasks, free, start, done, busy)
    task = next(each for each in tasks if each.key == late)
    sitting = schedule(tasks, free, start=start, done=done, busy=busy).sittings.get(late)
    if task.deadline is None or sitting is None or sitting.day <= task.deadline:
        return []
    found = [_leave_out(plan, task), _more_time(plan, task)]
    real = sorted((each for each in found if each), key=lambda each: each.costs)
    return [*real, Repair(RepairKind.LATER, 0, late, day=sitting.day)]


def _more_time(plan: _Plan, task: Task) -> Repair | None:
    """The least time more in each week until the deadline, on its longest day."""
    low, high = 0, A_QUARTER
    while not _is_in_time(plan, task, more=high):
        low, high = high, high * 2
        if low >= MOST_MORE:
            return None
    while high - low > A_QUARTER:
        middle = (low + high) // (2 * A_QUARTER) * A_QUARTER
        low, high = (low, middle) if _is_in_time(plan, task, more=middle) else (middle, high)
    return Repair(RepairKind.MORE_TIME, high * len(_longest_days(plan, task)), task.key, a_week=high)


def _leave_out(plan: _Plan, task: Task) -> Repair | None:
    """The shortest step no other waits for without which it is in time."""
    waited_for = {key for each in plan.tasks for key in each.after}
    free_ones = [
        each
        for each in plan.tasks
        if each.key not in waited_for and each.key not in plan.done and each.key != task.key
    ]
    shortest = sorted(free_ones, key=lambda each: (each.minutes, each.position, each.key))
    for each in shortest[:MOST_LEFT_OUT]:
        if _is_in_time(plan, task, without=each.key):
            return Repair(RepairKind.LEAVE_OUT, each.minutes, each.key)
    return None


def _is_in_time(plan: _Plan, task: Task, *, more: int = 0, without: str = "") -> bool:
    """Whether the step is on or before its deadline with some time more, or without another step."""
    busy = dict(plan.busy)
    for day in _longest_days(plan, task) if more else ():
        busy[day] = busy.get(day, 0) - more
    kept = [each for each in plan.tasks if each.key != without and each.key not in plan.done]
    waits = {each.key: each.waiting_days for each in plan.tasks}
    released = {key: day + timedelta(days=waits.get(key, 0)) for key, day in plan.done.items()}
    board = Board(kept, plan.free, start=plan.start, released=released, busy=busy, last=HORIZON.days)
    place = next(place for place, each in enumerate(kept) if each.key == task.key)
    return board.place(best_order(board))[place] <= board.deadlines[place]


def _longest_days(plan: _Plan, task: Task) -> list[date]:
    """The day with most free time in each week from the start to the deadline."""
    deadline = task.deadline or plan.start
    days = [plan.start + timedelta(days=gap) for gap in range(max(0, (deadline - plan.start).days + 1))]
    weeks = [days[first : first + A_WEEK] for first in range(0, len(days), A_WEEK)]
    return [max(week, key=lambda day: (plan.free.on(day).minutes, -day.toordinal())) for week in weeks]
