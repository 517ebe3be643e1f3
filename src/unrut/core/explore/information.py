"""What it is worth to know a fact before choosing: the expected value of perfect information about one number.

Of two options with means d apart, learning a fact whose part of the worth has standard deviation s is worth
s * (density(u) - u * (1 - distribution(u))) with u = |d| / s, the unit normal loss (Raiffa & Schlaifer 1961): what one
gains on average by choosing the other option where the fact asks for it.
"""

import math

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_POINTS = 100.0
# Beyond this many standard deviations nothing is to be gained.
_FARTHEST = 8.0


def gains(means: Array, sds: Array, shares: Array) -> Array:
    """Points of 100 that knowing each facet of each subject is worth, subjects by wants.

    `means` and `sds` tell the worth of each facet from 0 to 1, `shares` the weights as shares of one. Where there is only
    one subject there is no choice, and nothing to gain.
    """
    scores = _POINTS * (means * shares).sum(axis=1)
    away = np.abs(scores - _best_others(scores))[:, None]
    return normal_losses(away, _POINTS * shares * sds)


def normal_losses(away: Array, sds: Array) -> Array:
    """The unit normal loss at a distance of `away`, times the standard deviation; 0 where either is out of reach."""
    away, sds = np.broadcast_arrays(away, sds)
    losses = np.zeros(sds.shape)
    near = away < _FARTHEST * sds
    losses[near] = [
        sd * _loss(far / sd) for far, sd in zip(away[near].tolist(), sds[near].tolist(), strict=True)
    ]
    return losses


def _best_others(scores: Array) -> Array:
    """For each subject the best score among the others; minus infinity where there is none."""
    others = np.full(scores.shape, -np.inf)
    if len(scores) > 1:
        first = int(scores.argmax())
        others[:] = scores[first]
        others[first] = np.delete(scores, first).max()
    return others


def _loss(away: float) -> float:
    density = math.exp(-away * away / 2) / math.sqrt(2 * math.pi)
    return max(0.0, density - away * math.erfc(away / math.sqrt(2)) / 2)
