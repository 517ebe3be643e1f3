"""How long things of a size took this person: the outside view, from milestones that were reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log

import numpy as np

from unrut.core.milestones.pace import DRAWS, USUAL_PACE, Numbers, normals, spread_of

ALIKE = 1.6
"""Sizes are alike up to this factor; judgement."""
LONGER, LONGER_SPREAD = log(56 / 34), 0.6
"""How much longer things take than meant, in logarithms: theses meant to take 34 days took 56 (Buehler, Griffin & Ross 1994).

How much people differ in that is judgement.
"""
USUAL_SPREAD, SPREAD_THINGS = 0.45, 4.0
"""How much things of one person differ, in logarithms, and how many things that weighs as much as; judgement."""
_LEAST_SIZE, _DAYS_OF_A_WEEK = 0.25, 7


@dataclass(frozen=True, slots=True)
class FinishedThing:
    """A milestone or rung that was reached, from its begin, and the sittings it was meant to take."""

    key: str
    name: str
    begun: date
    reached: date
    size: float

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


def similar_to(size: float, finished: Sequence[FinishedThing]) -> Similar | None:
    """The finished things about as large as `size`, in the order given; None when there are none."""
    alike = [thing for thing in finished if _is_alike(thing.size, size)]
    if not alike:
        return None
    weeks = [max(1, round(thing.weeks)) for thing in alike]
    return Similar(len(alike), min(weeks), max(weeks), tuple(thing.key for thing in alike))


def things_draws(size: float, finished: Sequence[FinishedThing], *, seed: int, number: int) -> Numbers:
    """Weeks that something of a size may take, by all finished things; `number` tells one thing from another.

    What a person's things have in common, how much longer than meant they take, is the same in a draw whatever the number.
    """
    ratios = [log(thing.weeks / _meant(thing.size)) for thing in finished]
    spread = _spread(ratios, seed)
    weight = len(ratios) / spread**2
    known = 1 / LONGER_SPREAD**2
    common = (known * LONGER + weight * (np.mean(ratios) if ratios else 0.0)) / (known + weight)
    common = common + normals(seed, 0) / np.sqrt(known + weight)
    longest = np.minimum(common + spread * normals(seed, number + 3), _MOST_LOG)
    return np.asarray(size / USUAL_PACE * np.exp(longest))


_MOST_LOG = 12.0


def _spread(ratios: Sequence[float], seed: int) -> Numbers:
    """How much things differ: a scaled inverse chi-squared distribution about what was seen and what is usual."""
    freedom = SPREAD_THINGS + max(len(ratios) - 1, 0)
    seen = spread_of(ratios) ** 2 * max(len(ratios) - 1, 0)
    scale = (SPREAD_THINGS * USUAL_SPREAD**2 + seen) / freedom
    chi = np.random.default_rng([seed, 1]).chisquare(freedom, DRAWS)
    return np.asarray(np.sqrt(freedom * scale / chi))


def _meant(size: float) -> float:
    return max(size, _LEAST_SIZE) / USUAL_PACE


def _is_alike(one: float, other: float) -> bool:
    one, other = max(one, _LEAST_SIZE), max(other, _LEAST_SIZE)
    return max(one / other, other / one) <= ALIKE
