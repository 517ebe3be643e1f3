"""The share of answered weeks that name a facet, as a distribution: what a count of weeks says, and how surely.

With k of n weeks naming it, the share has a Beta(k + w·p, n − k + w·(1 − p)) distribution; the prior is worth w = 2 weeks at
the base rate p. A sitting of two or three lines not liked names two to three facets; 2.4 of thirty are p = 0.08.

Two shares are compared from Jeffreys' prior, Beta(1/2, 1/2), instead: after a few weeks that do not name a facet the prior above
is so sure of almost nothing that any three weeks elsewhere would look like a difference.

Probabilities are sums over a grid that is even in the arcsine of the root of the share, where the distribution is about
equally wide everywhere; 800 cells keep them within 0.002 of the exact ones.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from math import log, pi
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy import float64
    from numpy.typing import NDArray

PRIOR_WEEKS = 2.0
PRIOR_SHARE = 0.08
_OF_ONE = (PRIOR_WEEKS * PRIOR_SHARE, PRIOR_WEEKS * (1 - PRIOR_SHARE))
_OF_TWO = (0.5, 0.5)
INSIDE = 0.8
"""How much of the distribution lies within an interval we print."""

RECENT_WEEKS = 8
CLEARLY = 0.9
"""From this probability on, two shares are called different."""

_CELLS = 800
_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of the answered weeks name a facet."""

    named: int
    answered: int

    @property
    def share(self) -> float:
        """The mean of the distribution of its share."""
        return (self.named + PRIOR_WEEKS * PRIOR_SHARE) / (self.answered + PRIOR_WEEKS)


class Lately(StrEnum):
    """The last answered weeks against those before."""

    MORE = "more"
    LESS = "less"
    ALIKE = "alike"
    TOO_FEW = "too_few"


def interval(counted: Counted) -> tuple[float, float]:
    """The range that holds the share with 80 % probability, as much beyond it on either side.

    At least one week names it: where none does, the density grows without end towards 0, and the cells are too coarse.
    """
    import numpy as np

    edges, masses = _edges(), _masses(counted, _OF_ONE)
    reached = np.concatenate(([0.0], np.cumsum(masses)))
    low, high = np.interp([(1 - INSIDE) / 2, (1 + INSIDE) / 2], reached, edges)
    return float(low), float(high)


def chance_higher(first: Counted, second: Counted) -> float:
    """How probable it is that the first share is the higher one."""
    import numpy as np

    masses = _masses(second, _OF_TWO)
    below = np.cumsum(masses) - masses / 2
    return min(1.0, float(_masses(first, _OF_TWO) @ below))


def chance_alike(first: Counted, second: Counted, *, within: float) -> float:
    """How probable it is that two shares lie within so much of one another."""
    import numpy as np

    edges = _edges()
    middles = (edges[1:] + edges[:-1]) / 2
    reached = np.concatenate(([0.0], np.cumsum(_masses(second, _OF_TWO))))
    inside = np.interp(middles + within, edges, reached) - np.interp(middles - within, edges, reached)
    return min(1.0, float(_masses(first, _OF_TWO) @ inside))


def lately(named: "Sequence[date]", answered: "Sequence[date]") -> Lately:
    """Whether a facet was named more or less often in the last eight answered weeks than before them.

    Both lists oldest first. With fewer than eight weeks before the last eight it cannot be told.
    """
    if len(answered) < 2 * RECENT_WEEKS:
        return Lately.TOO_FEW
    begins = answered[-RECENT_WEEKS]
    recent = sum(week >= begins for week in named)
    now = Counted(recent, RECENT_WEEKS)
    before = Counted(len(named) - recent, len(answered) - RECENT_WEEKS)
    higher = chance_higher(now, before)
    if higher >= CLEARLY:
        return Lately.MORE
    return Lately.LESS if higher <= 1 - CLEARLY else Lately.ALIKE


@lru_cache(maxsize=1)
def _edges() -> "NDArray[float64]":
    import numpy as np

    return np.square(np.sin(np.linspace(0, pi / 2, _CELLS + 1)))


@lru_cache(maxsize=_REMEMBERED)
def _masses(counted: Counted, prior: tuple[float, float]) -> "NDArray[float64]":
    """The probability of each cell."""
    import numpy as np

    low = counted.named + prior[0]
    high = counted.answered - counted.named + prior[1]
    width = pi / 2 / _CELLS
    angles = (np.arange(_CELLS) + 0.5) * width
    # The density of the share, times that of the share in the angle: 2 sin cos.
    logs = (2 * low - 1) * np.log(np.sin(angles)) + (2 * high - 1) * np.log(np.cos(angles)) + log(2 * width)
    masses: NDArray[float64] = np.exp(logs - logs.max())
    masses /= masses.sum()
    return masses
