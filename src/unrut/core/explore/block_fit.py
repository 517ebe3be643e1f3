"""A million subjects judged at once, from columns of numbers: what `fit.judge` tells of a few, to a first approximation.

The score of a subject is taken for normal. Its mean is that of `judge`; its variance adds what is uncertain of the weights
and of the levels, the part that all facets of a job share among it. What is near the top is then judged with draws.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.fit import HIGH_QUANTILE, SHARED_PART
from unrut.core.explore.levels import HIGHEST, MIDDLE
from unrut.core.explore.wants import Want
from unrut.core.explore.worth import counted

Array = NDArray[np.float64]
Floats = NDArray[np.float32]

PIECE = 16_384  # subjects at a time: their columns stay in the cache of a processor
_POINTS = 100.0
_FARTHEST, _STEPS = 6.0, 2401
_SIDE = NormalDist().inv_cdf(HIGH_QUANTILE)
_AT = np.linspace(-_FARTHEST, _FARTHEST, _STEPS)
_NORMAL = np.array([NormalDist().cdf(at) for at in _AT.tolist()])
# Worth closer than single precision can tell apart is the same.
_SAME, _LEAST_SPREAD = 1e-6, 1e-7


@dataclass(frozen=True, slots=True)
class BlockFit:
    """Mean and range in points of 100, and the chance of beating the reference, one for each subject."""

    mean: Floats
    low: Floats
    high: Floats
    better: Floats


@dataclass(frozen=True, slots=True)
class _Model:
    """Moments of the weights: means, second moments, covariances; and which part of a spread is a job's as a whole."""

    shares: Floats
    squares: Floats
    moments: Floats
    covariance: Floats
    part: Floats


def judge_block(
    means: Floats, sds: Floats, wants: Sequence[Want], weights: Array, *, reference: int
) -> BlockFit:
    """Judge subjects by the mean and standard deviation (0-1) of the worth of each facet, arrays of subjects by wants.

    Columns are the wants that have a weight, `weights` equally likely rows that add up to 1, `reference` the row of the
    subject to beat. One pass over memory, in pieces. Nothing wanted is an error of ours.
    Raises ValueError.
    """
    wants = counted(wants)
    if not wants or means.shape[1] != len(wants) or sds.shape != means.shape:
        raise ValueError(f"columns of shape {means.shape} and {sds.shape} do not tell of {len(wants)} wants")
    model = _model(wants, weights)
    fit = BlockFit(*(np.empty(len(means), dtype=np.float32) for _ in range(4)))
    for piece in _pieces(len(means)):
        _judge_piece(fit, piece, model, means, sds, reference)
    fit.better[reference] = 0.0
    return fit


def _model(wants: Sequence[Want], weights: Array) -> _Model:
    shares, moments = weights.mean(axis=0), weights.T @ weights / len(weights)
    # Inside the line more is better only up to what is wanted: there the worth of a facet follows the job as a whole less.
    inside = np.abs(np.array([want.wanted for want in wants]) - MIDDLE) / (HIGHEST - MIDDLE)
    part = SHARED_PART * inside**2
    return _Model(
        shares=shares.astype(np.float32),
        squares=(np.diag(moments) * (1 - part)).astype(np.float32),
        moments=moments.astype(np.float32),
        covariance=np.cov(weights.T, bias=True).reshape(len(wants), len(wants)).astype(np.float32),
        part=np.sqrt(part).astype(np.float32),
    )


def _pieces(count: int) -> Iterator[slice]:
    return (slice(start, min(start + PIECE, count)) for start in range(0, count, PIECE))


def _judge_piece(
    fit: BlockFit, piece: slice, model: _Model, means: Floats, sds: Floats, reference: int
) -> None:
    mean, against = means[piece], means[reference]
    levels = _of_levels(model, sds[piece])
    score = mean @ model.shares
    side = np.float32(_SIDE) * np.sqrt(levels + _form(mean, model.covariance))
    ahead = score - against @ model.shares
    both: Floats = levels + _of_levels(model, sds[reference, None]) + _form(mean - against, model.covariance)
    fit.mean[piece] = _POINTS * score
    fit.low[piece] = _POINTS * np.clip(score - side, 0, 1)
    fit.high[piece] = _POINTS * np.clip(score + side, 0, 1)
    fit.better[piece] = _chance_above(ahead, np.sqrt(both))


def _of_levels(model: _Model, sds: Floats) -> Floats:
    """The variance of the score that comes from the levels."""
    own: Floats = np.matmul(sds * sds, model.squares)
    return own + _form(sds * model.part, model.moments)


def _form(rows: Floats, matrix: Floats) -> Floats:
    """The quadratic form of each row; rounding leaves none below nothing."""
    ones = np.ones(len(matrix), dtype=np.float32)
    form: Floats = np.maximum(((rows @ matrix) * rows) @ ones, 0)
    return form


def _chance_above(ahead: Floats, spread: Floats) -> Floats:
    """The chance that a normal difference is above nothing; without a spread it is sure, or even where there is none."""
    told = np.where(np.abs(ahead) < _SAME, 0, ahead)
    away = np.clip(told / np.maximum(spread, _LEAST_SPREAD), -_FARTHEST, _FARTHEST)
    chance: Floats = np.interp(away, _AT, _NORMAL).astype(np.float32)
    return chance
