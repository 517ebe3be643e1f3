"""Would it follow me to the next job? The same facet under different jobs, managers, teams, projects and places.

Each spell has its own share of weeks. A facet stayed with one of two spells when it was named there in at least three weeks, its
share there is the higher one with a probability of at least 0.95 (a doubt of 0.1, divided between the two directions and
among all pairs that are compared), and the other share is at most two thirds of it. It came along when both name it in at
least two weeks and the shares lie within a quarter of one another with a probability of at least 0.7. The limits are
judgement; with equal true shares they say "stayed" of about one facet in ten. Weeks of both spells are left out of a pair.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from unrut.core.facets import Vocabulary
from unrut.core.reflect.shares import CLEARLY, Counted, chance_alike, chance_higher

LEAST_WEEKS_OF_SPELL = 4
PRESENT_FROM_WEEKS, STAYED_FROM_WEEKS = 2, 3
_DIRECTIONS = 2
_PEOPLE = frozenset({"manager", "colleagues"})
_MIDDLE_OF_WEEK = timedelta(days=2)
_RARER, _ALIKE_WITHIN, _PROBABLY_ALIKE = 2 / 3, 0.25, 0.7


class Verdict(StrEnum):
    """What two spells say together."""

    CAME_ALONG = "came_along"
    STAYED = "stayed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Spell:
    """A time under one manager (or in one job, team, project, place) and the answered weeks in it."""

    kind: str
    name: str
    weeks: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """When a job, manager, team, project or place began and ended; an end or a beginning may be open."""

    kind: str
    name: str
    started_on: date | None
    ended_on: date | None

    def holds(self, week: date) -> bool:
        """Whether the middle of the week lies within it."""
        middle = week + _MIDDLE_OF_WEEK
        return (self.started_on or middle) <= middle <= (self.ended_on or middle)


@dataclass(frozen=True, slots=True)
class Under:
    """How often a facet was named during a spell."""

    name: str
    counted: Counted


@dataclass(frozen=True, slots=True)
class Following:
    """What the spells of one kind say of a facet: the one that names it more, and the one it is compared with.

    `chance` is the probability behind the verdict. While no two spells have enough weeks of their own, `less` is the one that
    lacks more of the pair that lacks fewest, and `missing` says how many; with one spell `less` is None and all are missing.
    """

    kind: str
    verdict: Verdict
    more: Under
    less: Under | None = None
    chance: float = 0.0
    missing: int = 0


def is_asked_of(facet: str, causes: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Whether it may be asked of a facet if it would follow to the next job.

    Never of what was done to somebody: not of safety, and not of the people at work while safety is among the causes.
    """
    known = vocabulary[facet]
    if known.safety:
        return False
    return known.part not in _PEOPLE or not any(vocabulary[cause].safety for cause in causes)


def following_of(named: Collection[date], spells: Sequence[Spell]) -> tuple[Following, ...]:
    """One finding for each kind of circumstance with answered weeks, in the order of the spells."""
    by_kind: dict[str, list[Spell]] = defaultdict(list)
    for spell in _joined(spells):
        by_kind[spell.kind].append(spell)
    marked = frozenset(named)
    return tuple(_finding(kind, marked, found) for kind, found in by_kind.items())


def _joined(spells: Sequence[Spell]) -> Iterator[Spell]:
    """The spells that hold weeks; those of the same kind and name are one, such as a manager one came back to."""
    weeks: dict[tuple[str, str], set[date]] = defaultdict(set)
    for spell in spells:
        weeks[spell.kind, spell.name].update(spell.weeks)
    return (Spell(kind, name, tuple(sorted(held))) for (kind, name), held in weeks.items() if held)


def _finding(kind: str, named: frozenset[date], spells: Sequence[Spell]) -> Following:
    pairs = list(_pairs(named, spells))
    if not pairs:
        return _too_little(kind, named, spells)
    limit = 1 - (1 - CLEARLY) / (_DIRECTIONS * len(pairs))
    apart = [
        Following(kind, Verdict.STAYED, more, less, chance)
        for more, less in pairs
        if _is_rarer(less, more) and (chance := chance_higher(more.counted, less.counted)) >= limit
    ]
    alike = [
        Following(kind, Verdict.CAME_ALONG, more, less, chance)
        for more, less in pairs
        if min(more.counted.named, less.counted.named) >= PRESENT_FROM_WEEKS
        and (chance := chance_alike(more.counted, less.counted, within=_ALIKE_WITHIN)) >= _PROBABLY_ALIKE
    ]
    found = apart or alike
    if found:
        return max(found, key=lambda finding: finding.chance)
    more, less = max(pairs, key=lambda pair: min(pair[0].counted.answered, pair[1].counted.answered))
    return Following(kind, Verdict.UNKNOWN, more, less)


def _pairs(named: frozenset[date], spells: Sequence[Spell]) -> Iterator[tuple[Under, Under]]:
    """All pairs with enough weeks of their own, the one that names it more often first."""
    for one, other in combinations(spells, 2):
        pair = _own(one, other, named)
        if not _lack(pair):
            less, more = sorted(pair, key=lambda under: under.counted.share)
            yield more, less


def _own(one: Spell, other: Spell, named: frozenset[date]) -> list[Under]:
    """Two spells without the weeks they share."""
    shared = frozenset(one.weeks) & frozenset(other.weeks)
    return [_under(spell, named, shared) for spell in (one, other)]


def _lack(pair: Sequence[Under]) -> int:
    """How many weeks of their own two spells lack together."""
    return sum(max(0, LEAST_WEEKS_OF_SPELL - under.counted.answered) for under in pair)


def _under(spell: Spell, named: frozenset[date], left_out: frozenset[date] = frozenset()) -> Under:
    weeks = frozenset(spell.weeks) - left_out
    return Under(spell.name, Counted(len(weeks & named), len(weeks)))


def _too_little(kind: str, named: frozenset[date], spells: Sequence[Spell]) -> Following:
    """Of the pair that lacks the fewest weeks of its own, the one that lacks more of them."""
    if len(spells) == 1:
        return Following(kind, Verdict.UNKNOWN, _under(spells[0], named), missing=LEAST_WEEKS_OF_SPELL)
    pairs = [_own(one, other, named) for one, other in combinations(spells, 2)]
    best = min(pairs, key=lambda pair: (_lack(pair), -sum(under.counted.answered for under in pair)))
    more, less = sorted(best, key=lambda under: -under.counted.answered)
    return Following(kind, Verdict.UNKNOWN, more, less, missing=LEAST_WEEKS_OF_SPELL - less.counted.answered)


def _is_rarer(less: Under, more: Under) -> bool:
    return more.counted.named >= STAYED_FROM_WEEKS and less.counted.share <= _RARER * more.counted.share
