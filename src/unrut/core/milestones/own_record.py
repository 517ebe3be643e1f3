"""How long things of a size took this person: the outside view, from milestones that were reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log

import numpy as np

from unrut.core.milestones.pace import DRAWS, MOST_SITTINGS, USUAL_PACE, Growth, Numbers, normals, spread_of

ALIKE = 1.6
"""Sizes are alike up to this factor; judgement."""
LONGER, LONGER_SPREAD = log(56 / 34), 0.6
"""How much longer things take than meant, in logarithms: theses meant to take 34 days took 56 (Buehler, Griffin & Ross 1994).

How much people differ in that is judgement.
"""
USUAL_SPREAD, SPREAD_THINGS = 0.45, 4.0
"""How much things of one person differ, in logarithms, and how many things that weighs as much as; judgement."""
LEAST_ALIKE = 3
"""With fewer things of a size, how long they took says nothing of the next."""
_LEAST_SIZE, _DAYS_OF_A_WEEK = 0.25, 7
_LONGEST = 12.0
_SPREAD_DRAWS = 1


@dataclass(frozen=True, slots=True)
class FinishedThing:
    """A milestone or rung that was reached, from its begin, and the sittings it was meant to take.

    `needed` is how many it took in the end, where that is known apart from what was meant.
    """

    key: str
    name: str
    begun: date
    reached: date
    size: float
    needed: float | None = None

    @property
    def weeks(self) -> float:
        """How long it took; at least a day."""
        return max((self.reached - self.begun).days, 1) / _DAYS_OF_A_WEEK


@dataclass(frozen=True, slots=True)
class Similar:
    """How many finished things are about as large, how long they took in weeks, rounded, and which they are."""

    count: int
    shortest_weeks: int
    longest_weeks: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThingDraws:
    """How much longer than at the usual pace things take, in logarithms: in each draw, and from thing to thing in it."""

    common: Numbers
    spread: Numbers
    seed: int

    def weeks(self, left: float, key: str = "") -> Numbers:
        """Weeks that something may take; `key` tells one thing from another, what they have in common stays the same."""
        longer = np.minimum(self.common + self.spread * normals(self.seed, "thing", key), _LONGEST)
        return np.asarray(min(left, MOST_SITTINGS) / USUAL_PACE * np.exp(longer))


def similar_to(size: float, finished: Sequence[FinishedThing]) -> Similar | None:
    """The finished things about as large as `size`, in the order given; None when there are none."""
    alike = [thing for thing in finished if _is_alike(thing.size, size)]
    if not alike:
        return None
    weeks = [max(1, round(thing.weeks)) for thing in alike]
    return Similar(len(alike), min(weeks), max(weeks), tuple(thing.key for thing in alike))


def growth_of(finished: Sequence[FinishedThing]) -> Growth:
    """By what shares things turned out larger than meant, those of which both numbers are known."""
    known = [(thing.needed, thing.size) for thing in finished if thing.needed is not None and thing.size > 0]
    return Growth(tuple(needed / size - 1 for needed, size in known))


def things_draws(finished: Sequence[FinishedThing], *, seed: int) -> ThingDraws:
    """What all finished things tell of the next: a Student t distribution of the logarithm of how long they took.

    Their length is taken by their size, so that things of every size tell of the person.
    """
    ratios = [log(thing.weeks / _meant(thing.size)) for thing in finished]
    spread = _spread(ratios, seed)
    weight = len(ratios) / spread**2
    known = 1 / LONGER_SPREAD**2
    mean = (known * LONGER + weight * (np.mean(ratios) if ratios else 0.0)) / (known + weight)
    common = mean + normals(seed, "common") / np.sqrt(known + weight)
    return ThingDraws(np.asarray(common), spread, seed)


def _spread(ratios: Sequence[float], seed: int) -> Numbers:
    """How much things differ: a scaled inverse chi-squared distribution about what was seen and what is usual."""
    more = max(len(ratios) - 1, 0)
    freedom = SPREAD_THINGS + more
    squares = SPREAD_THINGS * USUAL_SPREAD**2 + spread_of(ratios) ** 2 * more
    chi = np.random.default_rng([seed, _SPREAD_DRAWS]).chisquare(freedom, DRAWS)
    return np.asarray(np.sqrt(squares / chi))


def _meant(size: float) -> float:
    return max(size, _LEAST_SIZE) / USUAL_PACE


def _is_alike(one: float, other: float) -> bool:
    one, other = max(one, _LEAST_SIZE), max(other, _LEAST_SIZE)
    return max(one / other, other / one) <= ALIKE
