"""Estimates as draws: a two-piece normal through three points, cut to what the figure can be.

The draws of a figure belong to the key of its way (see `noise`): they are the same on every run, whatever other ways there are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.noise import columns, noise_table, take
from unrut.core.explore.ways import LIMITS, Estimate, Figure, Figures

Array = NDArray[np.float64]

# Four chances in five lie within as many standard deviations of a normal distribution.
_SIDE = NormalDist().inv_cdf(0.9)
# Chances up to so many standard deviations, with as many steps in each: right to a millionth.
_FARTHEST, _STEPS = 6, 200
_NORMAL = np.array([NormalDist().cdf(at / _STEPS - _FARTHEST) for at in range(2 * _FARTHEST * _STEPS + 1)])
_GETTING_THERE, _COMING_BACK = "getting there", "coming back"


@dataclass(frozen=True, slots=True)
class DrawnFigures:
    """The figures of a way in each draw; `arrives` and `returns` say whether one gets there, and would find a way back."""

    figures: Mapping[Figure, Array]
    arrives: NDArray[np.bool_]
    returns: NDArray[np.bool_]


def draw_figures(key: str, figures: Figures, *, seed: int, draws: int) -> DrawnFigures:
    """All figures of the way of that key, each with noise of its own; chance and way back must be among them."""
    noise = _noise(key, [*figures, _GETTING_THERE, _COMING_BACK], seed, draws)
    drawn = {figure: drawn_estimate(estimate, figure, noise[figure]) for figure, estimate in figures.items()}
    lucks = [_even(noise[name]) for name in (_GETTING_THERE, _COMING_BACK)]
    return DrawnFigures(
        figures=drawn,
        arrives=lucks[0] < drawn[Figure.CHANCE],
        returns=lucks[1] < drawn[Figure.WAY_BACK],
    )


def drawn_estimate(estimate: Estimate, figure: Figure, noise: Array) -> Array:
    """A value of the figure for each value of standard normal noise: a tenth lies below low, half below likely."""
    below, above = estimate.likely - estimate.low, estimate.high - estimate.likely
    moved = noise * (np.where(noise < 0, below, above) / _SIDE)
    drawn: Array = np.clip(estimate.likely + moved, *LIMITS[figure])
    return drawn


def _noise(key: str, names: Sequence[str], seed: int, draws: int) -> dict[str, Array]:
    """Standard normal noise for each name; a facet of the same name would have other noise."""
    found = columns([key], [f"figure {name}" for name in names], draws)
    table = take(noise_table(seed, draws), found.starts[:, 0], np.arange(draws)) * found.signs[:, 0]
    return dict(zip(names, np.ascontiguousarray(table.T, dtype=np.float64), strict=True))


def _even(noise: Array) -> Array:
    """The same noise spread evenly between 0 and 1: the normal distribution, read off a table between its steps."""
    steps = (np.clip(noise, -_FARTHEST, _FARTHEST) + _FARTHEST) * _STEPS
    whole = np.minimum(steps.astype(np.intp), len(_NORMAL) - 2)
    below = _NORMAL[whole]
    even: Array = below + (steps - whole) * (_NORMAL[whole + 1] - below)
    return even
