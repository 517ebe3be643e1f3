"""From chances to a word for each week: too little, steady, watch, drop, low or recovery.

The rules, so that one bad week is never called a rut:

- A drop is said when its chance reaches the threshold at two answers running, never before the eighth answer.
- A persistent low is said when the level is very probably below the line at three answers running that span four weeks,
  never before the sixth answer. It needs no better past, so it finds a rut that was there before the first answer.
- Only one of the two is said within eight weeks.
- A drop stays one, measured against the old level, until the level is back or the person begins anew.

Only answered weeks count. A week without an answer repeats what was said last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate, pairwise

import numpy as np

from unrut.core.reflect.signal import SEARCHED_WEEKS, Change, beliefs, chance_below, stated, weeks_ago
from unrut.core.reflect.thresholds import THRESHOLDS, Threshold
from unrut.core.reflect.ups_and_downs import Population
from unrut.core.reflect.weeks import (
    ALERTS,
    ANSWERS_FOR_DROP,
    ANSWERS_FOR_LOW,
    RUNNING_FOR_DROP,
    RUNNING_FOR_LOW,
    SURE_OF_LOW,
    WEEKS_FOR_LOW,
    Answer,
    Rules,
    Shift,
    State,
    Week,
    in_order,
    monday_of,
    weeks_between,
)

LONGEST_GAP = 520
QUIET_WEEKS = 8
RECOVERY_WEEKS = 8
EVEN = 0.5
START_TAIL = 0.1
"""The range of the start leaves out this chance at either end."""


_Found = tuple[date, int, int, int, float, float, float]
"""What a shift is made of: the week it is seen from, how many weeks ago, and the levels. Few are ever looked at."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the model says after an answer; the shifts hold if there was one.

    `drop` and `rise` are the chances a person is told, the recent ones those that a threshold is held against.
    """

    week: date
    score: float
    answered: int
    drop: float
    recent_drop: float
    rise: float
    recent_rise: float
    low: float
    level: float
    drop_shift: _Found
    rise_shift: _Found


@dataclass(slots=True)
class _Memory:
    """What the policy carries from one answer to the next; the counts are of answers running."""

    state: State = State.TOO_LITTLE
    since: date = date.min
    said: date | None = None
    shift: Shift | None = None
    dropped: int = 0
    risen: int = 0
    over: int = 0
    low: int = 0
    low_since: date = date.min


def read_signal(
    answers: Sequence[Answer], rules: Rules | None = None, population: Population | None = None
) -> tuple[Week, ...]:
    """What is known after each week of `answers`, oldest first; the order given does not matter.

    Raises ValueError for a week given twice, a score off the line, or a number of false alarms that is no choice.
    """
    rules = rules or Rules()
    if rules.false_alarms not in THRESHOLDS:
        raise ValueError(f"{rules.false_alarms} is none of {tuple(THRESHOLDS)}")
    parts = _parts(in_order(answers), rules.restarts)
    return tuple(week for part in parts for week in _read_part(part, rules, population))


def _parts(answers: Sequence[Answer], restarts: Sequence[date]) -> Iterator[list[Answer]]:
    """The weeks between one restart and the next: what was usual before says nothing of what is usual now."""
    borders = sorted({monday_of(day) for day in restarts})
    for begin, end in pairwise((date.min, *borders, date.max)):
        yield [answer for answer in answers if begin <= answer.week < end]


def _read_part(part: Sequence[Answer], rules: Rules, population: Population | None) -> Iterator[Week]:
    seen = _seen(part, rules.low_line, population)
    memory = _Memory()
    last = Week(date.min)
    begun = seen[0].week if seen else date.max
    found = iter(seen)
    for answer in part:
        counted = max(0, weeks_between(begun, answer.week) + 1)
        if answer.score is None:
            last = replace(last, week=answer.week, score=None, is_alert=False, counted=counted)
        else:
            last = _told(next(found), memory, THRESHOLDS[rules.false_alarms], counted)
        yield last


def _seen(part: Sequence[Answer], low_line: float, population: Population | None) -> list[_Seen]:
    """Ask the model about all weeks at once; one entry for each answer."""
    answered = {answer.week: answer.score for answer in part if answer.score is not None}
    if not answered:
        return []
    weeks, places = list(answered), _places(list(answered))
    scores = np.full((1, places[-1] + 1), np.nan)
    scores[0, places] = list(answered.values())
    found = beliefs(scores, population)
    level, level_sd = found.level[0, places], found.level_sd[0, places]
    values = zip(
        stated(found.drop.chance[0, places]).tolist(),
        found.drop.recent[0, places].tolist(),
        stated(found.rise.chance[0, places]).tolist(),
        found.rise.recent[0, places].tolist(),
        chance_below(low_line, level, level_sd).tolist(),
        level.tolist(),
        _shifts(found.drop, weeks, places),
        _shifts(found.rise, weeks, places),
        strict=True,
    )
    counted = zip(answered.items(), values, strict=True)
    return [_Seen(week, score, at, *told) for at, ((week, score), told) in enumerate(counted, start=1)]


def _places(weeks: Sequence[date]) -> list[int]:
    """Where each week stands in the series. Nothing of a week is left after ten years, so a longer gap is no longer."""
    gaps = (min(weeks_between(*pair), LONGEST_GAP) for pair in pairwise(weeks))
    return list(accumulate(gaps, initial=0))


def _shifts(change: Change, weeks: Sequence[date], places: Sequence[int]) -> Iterator[_Found]:
    """The shift as it is seen after each answer."""
    begun_since = np.cumsum(change.starts[0, places], axis=-1)
    # The chance that it began at most so many weeks ago: the earliest week comes last.
    possible = np.array(weeks_ago(change.starts.shape[1]))
    tails = (1 - START_TAIL, EVEN, START_TAIL)
    first, middle, last = (possible[(begun_since >= share).argmax(axis=-1)].tolist() for share in tails)
    usual, size, size_sd = (part[0, places].tolist() for part in (change.usual, change.size, change.size_sd))
    return zip(weeks, first, middle, last, usual, size, size_sd, strict=True)


def _shift(found: _Found) -> Shift:
    week, *ago, usual, size, size_sd = found
    first, middle, last = (week - timedelta(weeks=count) for count in ago)
    return Shift(first, middle, last, usual, size, size_sd)


def _told(seen: _Seen, memory: _Memory, threshold: Threshold, counted: int) -> Week:
    """Decide what is said after an answer."""
    wanted = threshold.at(seen.answered)
    _count(seen, memory, wanted)
    state = _next_state(seen, memory)
    is_alert = state in ALERTS and state is not memory.state
    if state is not memory.state:
        memory.state, memory.since, memory.over = state, seen.week, 0
    if is_alert:
        memory.said = seen.week
    _keep_shift(seen, memory, wanted)
    return Week(
        week=seen.week,
        score=seen.score,
        drop=seen.drop,
        rise=seen.rise,
        low=seen.low,
        level=seen.level,
        shift=memory.shift,
        state=state,
        answered=seen.answered,
        counted=counted,
        is_alert=is_alert,
    )


def _count(seen: _Seen, memory: _Memory, wanted: float) -> None:
    """Count the answers running that speak for a drop, a rise, a low, or the end of what was said."""
    enough = seen.answered >= ANSWERS_FOR_DROP
    memory.dropped = memory.dropped + 1 if enough and seen.recent_drop >= wanted else 0
    memory.risen = memory.risen + 1 if enough and seen.recent_rise >= wanted else 0
    memory.low = memory.low + 1 if seen.low >= SURE_OF_LOW else 0
    if memory.low == 1:
        memory.low_since = seen.week
    memory.over = memory.over + 1 if _is_over(seen, memory) else 0


def _is_over(seen: _Seen, memory: _Memory) -> bool:
    """Whether an answer speaks against what was said last."""
    if memory.state is State.DROP:
        # A level that moves slowly guards against calling the first good weeks an end.
        return seen.drop < EVEN and (memory.shift is None or seen.level > memory.shift.midway)
    return memory.state is State.LOW and seen.low < EVEN


def _next_state(seen: _Seen, memory: _Memory) -> State:
    is_quiet = memory.said is not None and weeks_between(memory.said, seen.week) < QUIET_WEEKS
    if memory.state is State.DROP and memory.over < RUNNING_FOR_DROP:
        return State.DROP
    if memory.dropped >= RUNNING_FOR_DROP and not is_quiet:
        return State.DROP
    if memory.state is State.LOW and memory.over < RUNNING_FOR_DROP:
        return State.LOW
    if _is_low(seen, memory) and not is_quiet:
        return State.LOW
    return _calm_state(seen, memory)


def _is_low(seen: _Seen, memory: _Memory) -> bool:
    return (
        seen.answered >= ANSWERS_FOR_LOW
        and memory.low >= RUNNING_FOR_LOW
        and weeks_between(memory.low_since, seen.week) + 1 >= WEEKS_FOR_LOW
    )


def _calm_state(seen: _Seen, memory: _Memory) -> State:
    """What is said where neither a drop nor a low is."""
    if memory.state in ALERTS or memory.risen >= RUNNING_FOR_DROP:
        return State.RECOVERY
    if memory.state is State.RECOVERY and weeks_between(memory.since, seen.week) < RECOVERY_WEEKS:
        return State.RECOVERY
    if seen.answered < ANSWERS_FOR_DROP:
        return State.TOO_LITTLE
    return State.WATCH if seen.drop >= EVEN else State.STEADY


def _keep_shift(seen: _Seen, memory: _Memory, wanted: float) -> None:
    """Remember when what is said began, and the old level: a drop keeps both once they leave the weeks searched."""
    if memory.state is State.DROP and memory.shift is not None:
        is_in_sight = weeks_between(memory.shift.first, seen.week) < SEARCHED_WEEKS
        if seen.recent_drop < wanted or not is_in_sight:
            return
    found = {
        State.DROP: seen.drop_shift,
        State.WATCH: seen.drop_shift,
        State.RECOVERY: seen.rise_shift if memory.risen else None,
    }.get(memory.state)
    memory.shift = _shift(found) if found else None
