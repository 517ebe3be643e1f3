"""Whether the weeks that name a facet were worse (or better) ones: what goes together, never what makes what.

The difference of the two means of the weekly score has about the variance s² (1/n + 1/m). It is drawn towards nothing by a
normal prior with standard deviation one point: a facet of work that shifts the whole week by more than two points is rare
(judgement). s² is that of the weeks about their two means, together with four weeks' worth of a usual spread of 1.5 points.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from math import sqrt
from statistics import fmean

LEAST_WEEKS = 4
"""On either side; with fewer nothing is said."""

PRIOR_SD = 1.0
USUAL_SD, USUAL_WEEKS = 1.5, 4
_EIGHTY_PERCENT = 1.2816


@dataclass(frozen=True, slots=True)
class Difference:
    """How much higher the score was in weeks that name a facet, shrunken, with its 80 % interval; below 0 is worse."""

    named: int
    others: int
    mean: float
    low: float
    high: float

    @property
    def is_lower(self) -> bool:
        """Whether it goes with bad weeks."""
        return self.high < 0

    @property
    def is_higher(self) -> bool:
        """Whether it goes with good weeks."""
        return self.low > 0


def difference(named: Collection[date], scores: Mapping[date, float]) -> Difference | None:
    """The weeks that name a facet against all others with a score; None with fewer than four on either side."""
    marked = frozenset(named)
    within = [score for week, score in scores.items() if week in marked]
    others = [score for week, score in scores.items() if week not in marked]
    if min(len(within), len(others)) < LEAST_WEEKS:
        return None
    variance = _spread(within, others) * (1 / len(within) + 1 / len(others))
    kept = PRIOR_SD**2 / (PRIOR_SD**2 + variance)
    mean = kept * (fmean(within) - fmean(others))
    reach = _EIGHTY_PERCENT * sqrt(kept * variance)
    return Difference(len(within), len(others), mean, mean - reach, mean + reach)


def _spread(*groups: list[float]) -> float:
    """The variance of the weeks about the mean of their group."""
    squares = sum(_squares(group) for group in groups)
    freedom = sum(len(group) - 1 for group in groups)
    return (squares + USUAL_WEEKS * USUAL_SD**2) / (freedom + USUAL_WEEKS)


def _squares(group: list[float]) -> float:
    mean = fmean(group)
    return sum((score - mean) ** 2 for score in group)
