"""Why a step is on the day it is on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from unrut.core.plan.schedule import NOTHING_DONE, NOTHING_TAKEN, ONE_DAY, Schedule
from unrut.core.plan.steps import FreeTime, Task


class Why(StrEnum):
    """What decides the day of a step."""

    AT_ONCE = "at_once"  # nothing stands in its way
    AFTER = "after"  # it waits for another step, and the days that one asks for
    NOT_BEFORE = "not_before"  # it may not begin earlier
    NO_ROOM = "no_room"  # the days before have too little free time in one go
    OTHERS = "others"  # more urgent steps have taken the days before


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a step has its day: since when it could be done, and the steps that decide (`keys`), where some do."""

    why: Why
    since: date
    keys: tuple[str, ...] = ()


def reasons(
    made: Schedule,
    tasks: Sequence[Task],
    free: FreeTime,
    *,
    start: date,
    done: Mapping[str, date] = NOTHING_DONE,
    busy: Mapping[date, int] = NOTHING_TAKEN,
) -> dict[str, Reason]:
    """For every sitting why it is on its day, by step."""
    known = {task.key: task for task in tasks}
    ends = {key: sitting.day for key, sitting in made.sittings.items()} | dict(done)
    by_day = defaultdict[date, list[str]](list)
    for key, sitting in made.sittings.items():
        by_day[sitting.day].append(key)

    def _reason(key: str) -> Reason:
        task, day = known[key], made.sittings[key].day
        since, waits_for = _since(task, known, ends, start)
        if day > since:
            return _full(task, since, day)
        if waits_for and since > start:
            return Reason(Why.AFTER, since, waits_for)
        return Reason(Why.NOT_BEFORE if since > start else Why.AT_ONCE, since)

    def _full(task: Task, since: date, day: date) -> Reason:
        days = [since + timedelta(days=gap) for gap in range((day - since).days)]
        roomy = [each for each in days if free.on(each).minutes - busy.get(each, 0) >= task.minutes]
        if not roomy:
            return Reason(Why.NO_ROOM, since)
        return Reason(Why.OTHERS, since, tuple(other for each in roomy for other in by_day[each]))

    return {key: _reason(key) for key in made.sittings}


def _since(
    task: Task, known: Mapping[str, Task], ends: Mapping[str, date], start: date
) -> tuple[date, tuple[str, ...]]:
    """The first day a step could be on, and the steps that decide it, if any do."""
    released = {
        key: ends[key] + ONE_DAY * (known[key].waiting_days if key in known else 0)
        for key in task.after
        if key in ends
    }
    since = max((start, task.not_before or start, *released.values()))
    return since, tuple(key for key, day in released.items() if day == since)
