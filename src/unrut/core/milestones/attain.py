"""How attainable a milestone is by the person's own record: when it may be reached, and what would bring it nearer."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import accumulate

import numpy as np

from unrut.core.milestones.own_record import FinishedThing, Similar, similar_to, things_draws
from unrut.core.milestones.pace import (
    LEAST_HISTORY,
    Draws,
    Numbers,
    Pace,
    Week,
    checked_size,
    draws_of,
    pace_of,
)

EARLY, MIDDLE, LATE = 0.1, 0.5, 0.8
LONGEST_RUNG = 8.0
"""Weeks beyond which the end of a rung is out of sight: proximal milestones are four to eight weeks away."""
FURTHEST = timedelta(days=40 * 366)
NEARER = 3


class Ground(StrEnum):
    """What a forecast rests on."""

    OWN_MILESTONES = "own_milestones"
    OWN_PACE = "own_pace"
    REFERENCE = "reference"


class ChangeKind(StrEnum):
    """What may bring a milestone nearer."""

    ONE_MORE_A_WEEK = "one_more_a_week"
    LEAVE_OUT = "leave_out"
    HALVE = "halve"


@dataclass(frozen=True, slots=True)
class OpenRung:
    """Something not true yet: the sittings it still takes, and a day before which it cannot be."""

    key: str
    left: float
    earliest: date | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """Weeks that are over, those of them that were away, and milestones that were reached."""

    weeks: tuple[Week, ...] = ()
    away: tuple[date, ...] = ()
    finished: tuple[FinishedThing, ...] = ()


@dataclass(frozen=True, slots=True)
class Days:
    """An early day, the middle and a late one: one time in ten before the first, four in five before the last.

    None is more than forty years ahead.
    """

    p10: date | None
    p50: date | None
    p80: date | None


NO_DAYS = Days(None, None, None)


@dataclass(frozen=True, slots=True)
class Change:
    """A change, the rung it is about, the middle day it would lead to, and the days that wins."""

    kind: ChangeKind
    key: str
    p50: date
    days_gained: int


@dataclass(frozen=True, slots=True)
class Attainability:
    """When all rungs may be true, how likely that is by the day wished for, and each rung by its key.

    `too_long` are rungs that take more than eight weeks at the person's own pace.
    """

    days: Days
    chance: float | None
    ground: Ground
    pace: float
    similar: Similar | None
    rungs: Mapping[str, Days]
    too_long: tuple[str, ...]
    nearer: tuple[Change, ...]

    @property
    def p10(self) -> date | None:
        """The early day."""
        return self.days.p10

    @property
    def p50(self) -> date | None:
        """The middle day."""
        return self.days.p50

    @property
    def p80(self) -> date | None:
        """The late day."""
        return self.days.p80


@dataclass(frozen=True, slots=True)
class _Way:
    """How long rungs take, from the ground there is."""

    ground: Ground
    pace: Pace
    similar: Similar | None
    record: Record
    seed: int

    def weeks(self, rungs: Sequence[OpenRung], *, faster: float = 0.0) -> list[Numbers]:
        """The weeks of each rung in every draw, with `faster` more sittings a week."""
        pace = self.pace.faster(faster) if faster else self.pace
        if self.ground is Ground.OWN_MILESTONES:
            share = self.pace.mean / pace.mean
            return [
                share * things_draws(rung.left, self.record.finished, seed=self.seed, number=number)
                for number, rung in enumerate(rungs)
            ]
        return _at_pace(rungs, draws_of(pace, seed=self.seed))


def attain(
    rungs: Sequence[OpenRung], record: Record, *, today: date, by: date | None, seed: int
) -> Attainability:
    """When rungs, worked on one after another with all the time there is, may be true.

    From milestones of the same size that were reached, where there are three; else from the pace of finished sittings, where
    there are three weeks of it; else from reference values. Deterministic for a seed.
    Raises InvalidInputError for a size that cannot be.
    """
    for rung in rungs:
        checked_size(rung.left)
    way = _way(rungs, record, today, seed)
    if not rungs:
        return Attainability(NO_DAYS, None, way.ground, way.pace.mean, way.similar, {}, (), ())
    weeks = way.weeks(rungs)
    ends = _ends(rungs, weeks, today)
    days = _days(ends[-1], today)
    return Attainability(
        days=days,
        chance=None if by is None else float(np.mean(ends[-1] <= (by - today).days / 7)),
        ground=way.ground,
        pace=way.pace.mean,
        similar=way.similar,
        rungs={rung.key: _days(end, today) for rung, end in zip(rungs, ends, strict=True)},
        too_long=tuple(
            rung.key for rung, each in zip(rungs, weeks, strict=True) if float(np.median(each)) > LONGEST_RUNG
        ),
        nearer=_nearer(rungs, way, today, days.p50),
    )


def _way(rungs: Sequence[OpenRung], record: Record, today: date, seed: int) -> _Way:
    pace = pace_of(record.weeks, today=today, away=record.away)
    sizes = [rung.left for rung in rungs]
    similar = similar_to(float(np.mean(sizes)), record.finished) if sizes else None
    if similar is not None and similar.count >= LEAST_HISTORY:
        return _Way(Ground.OWN_MILESTONES, pace, similar, record, seed)
    return _Way(Ground.OWN_PACE if pace.is_own else Ground.REFERENCE, pace, None, record, seed)


def _at_pace(rungs: Sequence[OpenRung], draws: Draws) -> list[Numbers]:
    """The weeks of each rung: those of all up to it at a drifting pace, less those of all before it."""
    steady = accumulate(draws.weeks(rung.left, number) for number, rung in enumerate(rungs))
    ends = [draws.slowed(weeks) for weeks in steady]
    return [end - before for before, end in zip([np.zeros_like(ends[0]), *ends], ends, strict=False)]


def _ends(rungs: Sequence[OpenRung], weeks: Sequence[Numbers], today: date) -> list[Numbers]:
    """When each rung is true, in weeks from today: after the one before it, and not before its earliest day."""
    ends: list[Numbers] = []
    at = np.zeros_like(weeks[0])
    for rung, taken in zip(rungs, weeks, strict=True):
        earliest = (rung.earliest - today).days / 7 if rung.earliest else 0.0
        at = np.maximum(at + taken, earliest)
        ends.append(at)
    return ends


def _days(end: Numbers, today: date) -> Days:
    return Days(*(_day(float(weeks), today) for weeks in np.quantile(end, (EARLY, MIDDLE, LATE))))


def _day(weeks: float, today: date) -> date | None:
    days = np.ceil(weeks * 7)
    if not np.isfinite(days) or days > FURTHEST.days:
        return None
    return today + timedelta(days=int(days))


def _nearer(rungs: Sequence[OpenRung], way: _Way, today: date, now: date | None) -> tuple[Change, ...]:
    """The changes that win most, the largest gain first."""
    if now is None:
        return ()
    found = [
        _change(ChangeKind.ONE_MORE_A_WEEK, "", _middle(rungs, way.weeks(rungs, faster=1.0), today), now)
    ]
    largest = max(range(len(rungs)), key=lambda place: (rungs[place].left, -place))
    halved = replace(rungs[largest], left=rungs[largest].left / 2)
    found.append(_shorter(ChangeKind.HALVE, rungs, largest, [halved], way, today, now))
    later = range(1, len(rungs))
    if later:
        longest = max(later, key=lambda place: (rungs[place].left, -place))
        found.append(_shorter(ChangeKind.LEAVE_OUT, rungs, longest, [], way, today, now))
    gains = [change for change in found if change.days_gained > 0]
    return tuple(sorted(gains, key=lambda change: (-change.days_gained, change.kind))[:NEARER])


def _shorter(
    kind: ChangeKind,
    rungs: Sequence[OpenRung],
    place: int,
    instead: Collection[OpenRung],
    way: _Way,
    today: date,
    now: date,
) -> Change:
    """What comes of another rung, or none, in the place of one."""
    # A rung that takes no time keeps the draws of all others as they were.
    kept = list(instead) or [OpenRung(rungs[place].key, 0.0)]
    changed = [*rungs[:place], *kept, *rungs[place + 1 :]]
    return _change(kind, rungs[place].key, _middle(changed, way.weeks(changed), today), now)


def _middle(rungs: Sequence[OpenRung], weeks: Sequence[Numbers], today: date) -> date | None:
    return _days(_ends(rungs, weeks, today)[-1], today).p50


def _change(kind: ChangeKind, key: str, p50: date | None, now: date) -> Change:
    day = min(p50 or now, now)
    return Change(kind, key, day, (now - day).days)
