"""Whether the weeks that name a facet were worse (or better) ones: what goes together, never what makes what.

Scores carry over from week to week, so that weeks in a run say less than the same number scattered over the year: two weeks g
apart correlate by 0.9·φ^g. The difference of the two means of the weekly score has the variance s² c'Rc; c is 1/n in a week that
names the facet and −1/m in another, R holds the correlations. φ is fitted to what the neighbouring weeks share, together with
twenty pairs of weeks' worth of 0.5. The difference is drawn towards nothing by a normal prior with standard deviation one
point: a facet of work that shifts the whole week by more than two points is rare (judgement). s² is that of the weeks about
their two means, together with four weeks' worth of a usual spread of 1.5 points.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from statistics import fmean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import bool_, float64
    from numpy.typing import NDArray

LEAST_WEEKS = 4
"""On either side; with fewer nothing is said."""

PRIOR_SD = 1.0
USUAL_SD, USUAL_WEEKS = 1.5, 4
LASTING = 0.9
"""The part of the ordinary ups and downs that does not belong to its own week alone."""

USUAL_PHI, USUAL_PAIRS, MOST_PHI = 0.5, 20, 0.85
_NOTHING_LEFT = 0.01
_DAYS = 7
_EIGHTY_PERCENT, _NINETY_PERCENT = 1.2816, 1.6449


@dataclass(frozen=True, slots=True)
class Difference:
    """How much higher the score was in weeks that name a facet, shrunken, with its 80 % interval; below 0 is worse.

    Asked of every facet, an 80 % interval lies on one side of 0 too often by chance: to say so takes one of 90 %.
    """

    named: int
    others: int
    mean: float
    low: float
    high: float

    @property
    def is_lower(self) -> bool:
        """Whether it goes with bad weeks: the 90 % interval lies below 0."""
        return self.mean + (self.high - self.mean) * _NINETY_PERCENT / _EIGHTY_PERCENT < 0

    @property
    def is_higher(self) -> bool:
        """Whether it goes with good weeks: the 90 % interval lies above 0."""
        return self.mean + (self.low - self.mean) * _NINETY_PERCENT / _EIGHTY_PERCENT > 0


def difference(named: Collection[date], scores: Mapping[date, float]) -> Difference | None:
    """The weeks that name a facet against all others with a score; None with fewer than four on either side."""
    marked = frozenset(named)
    within = {week: score for week, score in scores.items() if week in marked}
    others = {week: score for week, score in scores.items() if week not in marked}
    if min(len(within), len(others)) < LEAST_WEEKS:
        return None
    variance = _variance(within, others)
    kept = PRIOR_SD**2 / (PRIOR_SD**2 + variance)
    mean = kept * (fmean(within.values()) - fmean(others.values()))
    reach = _EIGHTY_PERCENT * sqrt(kept * variance)
    return Difference(len(within), len(others), mean, mean - reach, mean + reach)


def _variance(within: Mapping[date, float], others: Mapping[date, float]) -> float:
    """The variance of the difference of the two means."""
    places = _places([*within, *others])
    contrast = _row(places, [1 / len(within)] * len(within) + [-1 / len(others)] * len(others))
    rests = _row(places, [*_rests(within), *_rests(others)])
    spread = (float(rests @ rests) + USUAL_WEEKS * USUAL_SD**2) / (len(places) - 2 + USUAL_WEEKS)
    return spread * _carried_over(contrast, _phi(rests, contrast != 0, spread))


def _places(weeks: Sequence[date]) -> list[int]:
    """How many weeks after the first each of them lies."""
    first = min(weeks).toordinal()
    return [(week.toordinal() - first) // _DAYS for week in weeks]


def _rests(group: Mapping[date, float]) -> list[float]:
    """What is left of each week beside the mean of its group."""
    mean = fmean(group.values())
    return [score - mean for score in group.values()]


def _row(places: Sequence[int], values: Sequence[float]) -> "NDArray[float64]":
    """The values in a row of all weeks from the first to the last; 0 in a week without one."""
    import numpy as np

    row = np.zeros(max(places) + 1)
    row[places] = values
    return row


def _phi(rests: "NDArray[float64]", seen: "NDArray[bool_]", spread: float) -> float:
    """How much one week carries into the next."""
    shared = float(rests[1:] @ rests[:-1]) / spread + USUAL_PAIRS * LASTING * USUAL_PHI
    pairs = int((seen[1:] & seen[:-1]).sum()) + USUAL_PAIRS
    return min(MOST_PHI, max(0.0, shared / (LASTING * pairs)))


def _carried_over(contrast: "NDArray[float64]", phi: float) -> float:
    """c'Rc, as far apart as two weeks still go together."""
    total, gap, alike = float(contrast @ contrast), 1, LASTING * phi
    while alike >= _NOTHING_LEFT and gap < len(contrast):
        total += 2 * alike * float(contrast[gap:] @ contrast[:-gap])
        gap, alike = gap + 1, alike * phi
    return total
