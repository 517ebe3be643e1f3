"""Standard normal noise that belongs to a key: the same on every run, whoever else is drawn beside it.

One table for a seed holds many shuffles of the same evenly spaced points of the normal distribution, so that the draws of
any column have its mean and spread (Latin hypercube sampling, McKay, Beckman & Conover 1979). A key and a facet choose a
shuffle, where to begin in it, and a sign.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Places = NDArray[np.intp]

_SHUFFLES = 32
# The finaliser of SplitMix64 (Steele, Lea & Flood 2014): neighbouring names end far apart.
_MIX = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1))
_GOLDEN = 0x9E3779B97F4A7C15
_HALF, _SIGN = 32, 63


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of the table, arrays of facets by keys: where each begins, and its sign."""

    starts: Places
    signs: Floats


@lru_cache(maxsize=4)
def noise_table(seed: int, draws: int) -> Floats:
    """All shuffles one after the other, each twice so that a column may begin anywhere in it."""
    normal = NormalDist()
    points = np.array([normal.inv_cdf((place + 0.5) / draws) for place in range(draws)])
    points /= max(float(points.std()), np.finfo(np.float64).tiny)
    shuffles = np.random.default_rng(seed).permuted(np.tile(points, (_SHUFFLES, 1)), axis=1)
    table = np.concatenate((shuffles, shuffles), axis=1).astype(np.float32).reshape(-1)
    table.flags.writeable = False
    return table


def columns(keys: Sequence[str], facets: Sequence[str], draws: int) -> Columns:
    """The columns of these keys, one row for each facet."""
    mixed = _mixed(_codes(facets)[:, None] << np.uint64(_HALF) | _codes(keys)[None, :])
    shuffle, rest = mixed % np.uint64(_SHUFFLES), mixed // np.uint64(_SHUFFLES)
    begin = rest % np.uint64(draws)
    starts = (shuffle * np.uint64(2 * draws) + begin).astype(np.intp)
    signs = np.where(mixed >> np.uint64(_SIGN), np.float32(-1), np.float32(1))
    return Columns(starts, signs)


def take(table: Floats, starts: Places, draws: Places) -> Floats:
    """These draws of the columns that begin at `starts`, unsigned: the draws first, then the shape of `starts`."""
    steps = draws.reshape(-1, *([1] * starts.ndim))
    # No place is outside the table; saying so spares numpy a check of each.
    return table.take(starts + steps, mode="clip")


def _codes(names: Sequence[str]) -> NDArray[np.uint64]:
    return np.array([zlib.crc32(name.encode()) for name in names], dtype=np.uint64)


def _mixed(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    codes = codes + np.uint64(_GOLDEN)
    for shift, factor in _MIX:
        codes = (codes ^ (codes >> np.uint64(shift))) * np.uint64(factor)
    return codes
