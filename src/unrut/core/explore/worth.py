"""What levels are worth beside what is wanted, for many subjects at once: arrays of subjects by wants.

Where levels lie is counted in reaches from the wanted level, so that the worth of a drawn level is 1 - |position| once the
position is held between what the line and the reach allow. The mean and the spread of a worth are sums over fixed points of
the normal distribution: the same for equal levels, whoever has them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.levels import HIGHEST, LOWEST, MIDDLE, UNKNOWN, Levels
from unrut.core.explore.wants import Want

Array = NDArray[np.float64]

# A trapezoid sum over the normal density: exact to rounding while nothing is cut; where it is, within .03 points of 100, or
# .15 where hardly more than one level counts.
_POINTS = np.linspace(-4.5, 4.5, 121)
_CHANCES = np.exp(-(_POINTS**2) / 2) / np.exp(-(_POINTS**2) / 2).sum()


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the levels of subjects lie, in reaches from what is wanted, arrays of subjects by wants.

    `lower` and `upper` (one for each want) hold a position where it still counts.
    """

    middle: Array
    spread: Array
    lower: Array
    upper: Array


@dataclass(frozen=True, slots=True)
class Worths:
    """Mean and standard deviation of the worth from 0 to 1 of each facet, arrays of subjects by wants."""

    mean: Array
    sd: Array


def counted(wants: Sequence[Want]) -> list[Want]:
    """The wants that have any weight."""
    return [want for want in wants if want.weight > 0]


def directions(wants: Sequence[Want]) -> Array:
    """The side of each facet on which more is better: 1 above the middle, -1 below it, 0 where neither is."""
    return np.sign(np.array([want.wanted for want in wants]) - MIDDLE)


def positions(levels: Sequence[Levels], wants: Sequence[Want]) -> Positions:
    """Where the levels lie; what is absent is unknown."""
    found = [[each.get(want.facet, UNKNOWN) for want in wants] for each in levels]
    shape = (len(levels), len(wants))
    mean = np.array([[level.mean for level in row] for row in found], dtype=np.float64).reshape(shape)
    sd = np.array([[level.sd for level in row] for row in found], dtype=np.float64).reshape(shape)
    wanted, reach = np.array([want.wanted for want in wants]), np.array([want.reach for want in wants])
    return Positions(
        middle=(mean - wanted) / reach,
        spread=sd / reach,
        lower=np.maximum((LOWEST - wanted) / reach, -1.0),
        upper=np.minimum((HIGHEST - wanted) / reach, 1.0),
    )


def worths(levels: Sequence[Levels], wants: Sequence[Want]) -> Worths:
    """What the levels are worth on average, and how far that is uncertain."""
    return worths_at(positions(levels, wants))


def worths_at(found: Positions) -> Worths:
    """What levels at these positions are worth."""
    drawn = found.middle[..., None] + found.spread[..., None] * _POINTS
    lacking = np.abs(np.clip(drawn, found.lower[:, None], found.upper[:, None]))
    mean = (lacking * _CHANCES).sum(axis=-1)
    variance = ((lacking - mean[..., None]) ** 2 * _CHANCES).sum(axis=-1)
    return Worths(np.clip(1 - mean, 0.0, 1.0), np.sqrt(variance))
