"""The ordinary ups and downs of a week, filtered out of a series of scores: what is left when nothing changes.

A score is the usual level, plus what is carried over from week to week, plus what belongs to its own week alone. How
much is carried and how large the ups and downs are is not known, so that a Kalman filter runs for each point of a grid.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

# How much is carried to the next week, and the ups and downs as a multiple of what is typical, with their prior weights.
# Chosen in the reference world for few false alarms where people carry more or vary more than assumed.
_PHIS = (0.1, 0.4, 0.7, 0.9)
_SPREADS = (0.5, 0.75, 1.05, 1.45, 2.0)
_SPREAD_WEIGHTS = (1.0, 2.0, 3.0, 2.0, 1.0)


@dataclass(frozen=True, slots=True)
class Population:
    """What is assumed of a person nothing is known of, on the line from 0 to 10.

    All are guesses until people who agree to it lend their figures: change them here and nowhere else, and measure
    again. `mean` and `between`: where people stand and how they differ; `within`: the ups and downs of one person, of
    which the part `carried` lasts beyond a week; `drop_mean` and `drop_sd`: a drop, as a multiple of the ups and downs;
    `hazard`: the chance that one begins in a week. Because the mean is a guess, the usual level is taken `usual_width` times
    as uncertain as `between`. The filter of the level now begins `level_width` times as wide, takes the variance of an
    answer `level_noise` times that of `within` and lets the level move by `level_moves` of it a week.
    """

    mean: float = 6.0
    between: float = 1.3
    within: float = 1.5
    carried: float = 0.9
    drop_mean: float = -1.0
    drop_sd: float = 0.6
    hazard: float = 1 / 104
    usual_width: float = 1.7
    level_width: float = 2.0
    level_noise: float = 1.6
    level_moves: float = 0.02


@dataclass(frozen=True, slots=True)
class Grid:
    """The points summed over: log weight, how much is carried to the next week, and three variances."""

    weight: Array
    phi: Array
    total: Array
    lasting: Array
    passing: Array


@dataclass(frozen=True, slots=True)
class Filtered:
    """What the filters leave of each week (weeks, people, grid); precision and gains are 0 where nothing was answered."""

    innovation: Array
    precision: Array
    usual_gain: Array
    carried_gain: Array
    usual: Array
    evidence: Array


@dataclass(slots=True)
class _Moments:
    """Where a filter thinks the usual level and the carried part stand, with their variances."""

    usual: Array
    carried: Array
    usual_variance: Array
    shared_variance: Array
    carried_variance: Array


def grid_of(population: Population) -> Grid:
    """The grid for a population."""
    total = (population.within * np.tile(_SPREADS, len(_PHIS))) ** 2
    lasting = population.carried * total
    weight = np.log(np.tile(_SPREAD_WEIGHTS, len(_PHIS)))
    return Grid(weight, np.repeat(_PHIS, len(_SPREADS)), total, lasting, total - lasting)


def filter_weeks(answers: Array, seen: Mask, grid: Grid, population: Population) -> Filtered:
    """Run all filters over the weeks (weeks, people) as if nothing changed; `answers` is 0 where `seen` is false."""
    weeks, people = answers.shape
    kept = np.zeros((5, weeks, people, len(grid.phi)))
    now = _first_moments((people, len(grid.phi)), grid, population)
    fresh, squared = grid.lasting * (1 - grid.phi**2), grid.phi**2
    for week, (row, here) in enumerate(zip(answers[:, :, None], seen[:, :, None], strict=True)):
        if here.any():
            _update(now, row, here, grid.passing, kept[:, week])
        kept[4, week] = now.usual
        now.carried = now.carried * grid.phi
        now.shared_variance = now.shared_variance * grid.phi
        now.carried_variance = now.carried_variance * squared + fresh
    innovation, precision, usual_gain, carried_gain, usual = kept
    surprise = innovation**2 * precision - np.log(np.where(seen[:, :, None], precision, 1.0))
    evidence = grid.weight - 0.5 * np.cumsum(surprise, axis=0)
    return Filtered(innovation, precision, usual_gain, carried_gain, usual, evidence)


def _first_moments(shape: tuple[int, int], grid: Grid, population: Population) -> _Moments:
    return _Moments(
        usual=np.full(shape, population.mean),
        carried=np.zeros(shape),
        usual_variance=np.full(shape, (population.usual_width * population.between) ** 2),
        shared_variance=np.zeros(shape),
        carried_variance=np.broadcast_to(grid.lasting, shape),
    )


def _update(now: _Moments, answers: Array, seen: Mask, passing: Array, kept: Array) -> None:
    """Learn from the answers of one week, and keep innovation, precision and gains."""
    usual = now.usual_variance + now.shared_variance
    carried = now.shared_variance + now.carried_variance
    precision = seen / (usual + carried + passing)
    innovation = answers - now.usual - now.carried
    usual_gain, carried_gain = usual * precision, carried * precision
    now.usual = now.usual + usual_gain * innovation
    now.carried = now.carried + carried_gain * innovation
    now.usual_variance = now.usual_variance - usual_gain * usual
    now.shared_variance = now.shared_variance - usual_gain * carried
    now.carried_variance = now.carried_variance - carried_gain * carried
    kept[0], kept[1], kept[2], kept[3] = innovation, precision, usual_gain, carried_gain
