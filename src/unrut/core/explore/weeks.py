"""How good the weeks of a way are over time, in points of 100: mean worths of stretches of time in closed form.

Until one is there, a week is worth as much as one of staying, and the points that the weeks on the way are better or worse. Then the
gain over staying is g * (l + (1 - l) * exp(-t / 9)), t months after: satisfaction jumps when people change jobs and declines afterwards
(Boswell, Boudreau & Tichy 2005). A loss does not wear off: those who moved downwards stayed dissatisfied for years. Whoever does not
get there is back at staying after the same time, or below it where the way back is closed.

The integral of the gain from one's arrival to u months later is g * (l * u + (1 - l) * 9 * (1 - exp(-u / 9))).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.ways import Figure

Array = NDArray[np.float64]

HONEYMOON = 9.0
"""Months after which what does not last of a gain has fallen to a third (1 / e); judgement, from yearly measurements."""
CLOSED = 12.0
"""Judgement: points by which weeks are worth less than those of staying where the way back is closed."""
WORST, BEST = 0.0, 100.0


@dataclass(frozen=True, slots=True)
class Weeks:
    """What the weeks of a way depend on, one value for each draw: scores of staying and of being there, and its figures."""

    stay: Array
    there: Array
    figures: Mapping[Figure, Array]


@dataclass(frozen=True, slots=True)
class Worths:
    """Mean worth of the weeks of a stretch of time, if one gets there, and if one does not and the way back is open or closed."""

    arrived: Array
    back: Array
    closed: Array


def mean_worths(weeks: Weeks, start: float, end: float) -> Worths:
    """The mean worth of the weeks between two months."""
    months = weeks.figures[Figure.MONTHS]
    turn = np.clip(months, start, end)
    before, after = (turn - start) / (end - start), (end - turn) / (end - start)
    on_the_way = before * np.clip(weeks.stay + weeks.figures[Figure.MEANWHILE], WORST, BEST)
    gain = weeks.there - weeks.stay
    lasting = _lasting_share(weeks, np.maximum(turn - months, 0.0), end - turn, end - start)
    return Worths(
        arrived=on_the_way + after * weeks.stay + gain * np.where(gain > 0, lasting, after),
        back=on_the_way + after * weeks.stay,
        closed=on_the_way + after * np.maximum(weeks.stay - CLOSED, WORST),
    )


def expected_worth(weeks: Weeks, start: float, end: float) -> float:
    """The mean over all draws: chances count as what they are, not by the draw."""
    worths = mean_worths(weeks, start, end)
    chance, way_back = weeks.figures[Figure.CHANCE], weeks.figures[Figure.WAY_BACK]
    failed = way_back * worths.back + (1 - way_back) * worths.closed
    return float(np.mean(chance * worths.arrived + (1 - chance) * failed))


def _lasting_share(weeks: Weeks, since: Array, after: Array, length: float) -> Array:
    """Which share of the gain the weeks of the stretch keep on average; they begin `since` months after one's arrival."""
    lasting = weeks.figures[Figure.LASTING]
    faded = HONEYMOON * (np.exp(-since / HONEYMOON) - np.exp(-(since + after) / HONEYMOON))
    share: Array = (lasting * after + (1 - lasting) * faded) / length
    return share
