"""How attainable a milestone is by the person's own record: when it may be reached, and what would bring it nearer.

A thousand courses of the time to come are drawn, the same for the same seed. A rung takes as long as its sittings take at the
person's pace; where three finished things were about as large, half of the courses follow how long those took instead, so
that neither view is forgotten where they disagree. Pace, growth and what finished things have in common are the same for
all rungs of a course: rungs are late together. More to do is never earlier, nor is a rung that is added.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

import numpy as np

from unrut.core.milestones.own_record import (
    LEAST_ALIKE,
    FinishedThing,
    Similar,
    growth_of,
    similar_to,
    things_draws,
)
from unrut.core.milestones.pace import (
    DRAWS,
    Numbers,
    Week,
    checked_size,
    draws_of,
    pace_of,
)

EARLY, MIDDLE, LATE = 0.1, 0.5, 0.8
SHORTEST_RUNG, LONGEST_RUNG = 4.0, 8.0
"""Weeks beyond which the end of a rung is out of sight, and below which it may be joined with another: judgement, after the
proximal goals of Bandura & Schunk 1981 and Latham & Seijts 1999."""
FURTHEST = timedelta(days=40 * 366)
NEARER = 3
_DAYS_OF_A_WEEK, _PLACES = 7, 6
_ALL, _NONE = np.ones(DRAWS, dtype=np.bool_), np.zeros(DRAWS, dtype=np.bool_)
_EVERY_SECOND = np.arange(DRAWS) % 2 == 0


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
    """Something not true yet: the sittings it still takes, and a day before which it cannot be.

    `size` is what all of it was meant to take, to find things as large; without it, what is left.
    """

    key: str
    left: float
    earliest: date | None = None
    size: float | None = None

    @property
    def whole(self) -> float:
        """What all of it was meant to take, as far as is known."""
        return self.left if self.size is None else self.size


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

    `ground` and `similar` are those of the next rung. `too_long` are rungs that take more than eight weeks, `may_join` those
    of several that take less than four.
    """

    days: Days
    chance: float | None
    ground: Ground
    pace: float
    similar: Similar | None
    rungs: Mapping[str, Days]
    too_long: tuple[str, ...]
    nearer: tuple[Change, ...]
    may_join: tuple[str, ...] = ()

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


class _Way:
    """How long rungs take, from the grounds there are."""

    def __init__(self, record: Record, *, today: date, seed: int) -> None:
        self.pace = pace_of(record.weeks, today=today, away=record.away)
        self._finished = record.finished
        self._growth = growth_of(record.finished)
        self._things = things_draws(record.finished, seed=seed)
        self._seed = seed
        # Without a pace of one's own there is nothing that could speak beside finished things.
        self._by_things = _EVERY_SECOND if self.pace.is_own else _ALL

    def similar(self, rung: OpenRung) -> Similar | None:
        """Finished things about as large, where there are enough of them."""
        found = similar_to(rung.whole, self._finished)
        return found if found and found.count >= LEAST_ALIKE else None

    def ground(self, rung: OpenRung) -> Ground:
        """What the days of a rung rest on."""
        if self.similar(rung):
            return Ground.OWN_MILESTONES
        return Ground.OWN_PACE if self.pace.is_own else Ground.REFERENCE

    def weeks(self, rungs: Sequence[OpenRung], *, faster: float = 0.0) -> list[Numbers]:
        """The weeks of each rung in every course, with `faster` more sittings a week."""
        pace = self.pace.faster(faster) if faster else self.pace
        draws = draws_of(pace, growth=self._growth, seed=self._seed)
        share = self.pace.mean / pace.mean
        taken = []
        # The pace falls on: a rung takes what all up to it take at a falling pace, less what those before it took.
        steady, before = np.zeros(DRAWS), np.zeros(DRAWS)
        for rung in rungs:
            by_things = self._by_things if self.similar(rung) else _NONE
            steady = steady + np.where(by_things, 0.0, draws.weeks(rung.left, rung.key))
            end = draws.slowed(steady)
            things = share * self._things.weeks(rung.left, rung.key) if by_things.any() else 0.0
            taken.append(np.where(by_things, things, end - before))
            before = end
        return taken


def attain(
    rungs: Sequence[OpenRung], record: Record, *, today: date, by: date | None, seed: int
) -> Attainability:
    """When rungs, worked on one after another with all the time there is, may be true.

    From things of the same size that were reached, where there are three, together with the pace of finished sittings, where
    there are three weeks of it; without either from reference values. Deterministic for a seed.
    Raises InvalidInputError for a size that cannot be.
    """
    for rung in rungs:
        checked_size(rung.left)
        checked_size(rung.whole)
    way = _Way(record, today=today, seed=seed)
    if not rungs:
        ground = Ground.OWN_PACE if way.pace.is_own else Ground.REFERENCE
        return Attainability(NO_DAYS, None, ground, way.pace.mean, None, {}, (), ())
    weeks = way.weeks(rungs)
    ends = _ends(rungs, weeks, today)
    days = _days(ends[-1], today)
    middles = {rung.key: float(np.median(each)) for rung, each in zip(rungs, weeks, strict=True)}
    return Attainability(
        days=days,
        chance=None if by is None else float(np.mean(ends[-1] <= (by - today).days / _DAYS_OF_A_WEEK)),
        ground=way.ground(rungs[0]),
        pace=way.pace.mean,
        similar=way.similar(rungs[0]),
        rungs={rung.key: _days(end, today) for rung, end in zip(rungs, ends, strict=True)},
        too_long=tuple(key for key, middle in middles.items() if middle > LONGEST_RUNG),
        nearer=_nearer(rungs, way, today, days.p50),
        may_join=tuple(key for key, middle in middles.items() if len(middles) > 1 and middle < SHORTEST_RUNG),
    )


def _ends(rungs: Sequence[OpenRung], weeks: Sequence[Numbers], today: date) -> list[Numbers]:
    """When each rung is true, in weeks from today: after the one before it, and not before its earliest day."""
    ends: list[Numbers] = []
    at = np.zeros_like(weeks[0])
    for rung, taken in zip(rungs, weeks, strict=True):
        earliest = (rung.earliest - today).days / _DAYS_OF_A_WEEK if rung.earliest else 0.0
        at = np.maximum(at + taken, earliest)
        ends.append(at)
    return ends


def _days(end: Numbers, today: date) -> Days:
    return Days(*(_day(float(weeks), today) for weeks in np.quantile(end, (EARLY, MIDDLE, LATE))))


def _day(weeks: float, today: date) -> date | None:
    # Sums that ought to be alike differ in their last places.
    days = np.ceil(round(weeks * _DAYS_OF_A_WEEK, _PLACES))
    if days > FURTHEST.days:
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
    halved = replace(rungs[largest], left=rungs[largest].left / 2, size=rungs[largest].whole)
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
    changed = [*rungs[:place], *instead, *rungs[place + 1 :]]
    return _change(kind, rungs[place].key, _middle(changed, way.weeks(changed), today), now)


def _middle(rungs: Sequence[OpenRung], weeks: Sequence[Numbers], today: date) -> date | None:
    return _days(_ends(rungs, weeks, today)[-1], today).p50


def _change(kind: ChangeKind, key: str, p50: date | None, now: date) -> Change:
    day = min(p50 or now, now)
    return Change(kind, key, day, (now - day).days)
