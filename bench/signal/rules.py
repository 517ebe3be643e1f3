"""Unrut's rule and those beside it, each as a figure for every week that an alarm threshold is set on.

All arrays are (people, weeks). The rules beside it are the usual ones for one person's series, written in numpy, and get
what the literature recommends: a baseline drawn towards the same guesses about people that Unrut has.
"""

from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from unrut.core.reflect.signal import (
    ANSWERS_BEFORE,
    ANSWERS_SINCE,
    SEARCHED_WEEKS,
    beliefs,
)
from unrut.core.reflect.thresholds import YEARS_OF_ANSWERS, Threshold
from unrut.core.reflect.ups_and_downs import Array, Mask, Population
from unrut.core.reflect.weeks import ANSWERS_FOR_DROP

Rule = Callable[[Array, Population], Array]
Weeks = NDArray[np.int64]
BLOCK = 8  # people whose arrays still fit into the second-level cache
BASELINE_ANSWERS = 12
SPREAD_ANSWERS = 10  # what the guess of the spread is worth
EWMA_WEIGHT, CUSUM_SLACK, LEVEL_MOVES = 0.2, 0.5, 0.02
NEVER = 10**6


def drop_chance(scores: Array, population: Population) -> Array:
    """Unrut's chance of a drop in the weeks searched if none is older, on which it is said."""
    return chances(scores, population, "recent")


def chances(scores: Array, population: Population, kind: Literal["chance", "recent"]) -> Array:
    """A chance of a drop, block by block."""
    blocks = [scores[at : at + BLOCK] for at in range(0, len(scores), BLOCK)]
    return np.concatenate([getattr(beliefs(block, population).drop, kind) for block in blocks])


def says_drop(scores: Array, chance: Array, threshold: Threshold) -> Mask:
    """Where the chance of a drop reaches the threshold at two answers running; the policy counts from the eighth on."""
    seen, counted = ~np.isnan(scores), answers(scores)
    knots = [answered for year in YEARS_OF_ANSWERS for answered in year]
    wanted = np.interp(counted, knots, np.repeat((threshold.first, threshold.second, threshold.later), 2))
    reached = seen & (counted >= ANSWERS_FOR_DROP) & (chance >= wanted)
    said = np.zeros(scores.shape, dtype=np.bool_)
    before = np.zeros(len(scores), dtype=np.bool_)
    for week in range(scores.shape[1]):
        said[:, week] = reached[:, week] & before
        before = np.where(seen[:, week], reached[:, week], before)
    return said


def ewma(scores: Array, population: Population) -> Array:
    """Exponentially weighted mean below the baseline, in its own standard errors."""
    usual, usual_variance, spread = baseline(scores, population)
    seen, ready = ~np.isnan(scores), answers(scores) > BASELINE_ANSWERS
    mean, found = usual.copy(), np.zeros(scores.shape)
    error = np.sqrt(spread**2 * EWMA_WEIGHT / (2 - EWMA_WEIGHT) + usual_variance)
    for week in range(scores.shape[1]):
        now = seen[:, week] & ready[:, week]
        step = np.where(now, np.nan_to_num(scores[:, week]) - mean, 0.0)
        mean = mean + EWMA_WEIGHT * step
        found[:, week] = np.where(now, (usual - mean) / error, 0.0)
    return found


def cusum(scores: Array, population: Population) -> Array:
    """Sum of what lies more than half a standard deviation below the baseline."""
    usual, usual_variance, spread = baseline(scores, population)
    seen, ready = ~np.isnan(scores), answers(scores) > BASELINE_ANSWERS
    scale = np.sqrt(spread**2 + usual_variance)
    total, found = np.zeros(len(scores)), np.zeros(scores.shape)
    for week in range(scores.shape[1]):
        now = seen[:, week] & ready[:, week]
        below = (usual - np.nan_to_num(scores[:, week])) / scale - CUSUM_SLACK
        total = np.where(now, np.maximum(0.0, total + below), total)
        found[:, week] = np.where(now, total, 0.0)
    return found


def local_level(scores: Array, population: Population) -> Array:
    """A level that moves a little every week, below the baseline in standard errors (Kalman, q .02)."""
    usual, usual_variance, spread = baseline(scores, population)
    level, level_variance = level_filter(scores, population, spread)
    ready = ~np.isnan(scores) & (answers(scores) > BASELINE_ANSWERS)
    error = np.sqrt(level_variance + usual_variance[:, None])
    return np.where(ready, (usual[:, None] - level) / error, 0.0)


def level_filter(scores: Array, population: Population, spread: Array) -> tuple[Array, Array]:
    """Level and its variance after each week."""
    seen = ~np.isnan(scores)
    level = np.full(len(scores), population.mean)
    variance = np.full(len(scores), population.between**2)
    levels, variances = np.empty(scores.shape), np.empty(scores.shape)
    for week in range(scores.shape[1]):
        gain = seen[:, week] * variance / (variance + spread**2)
        level = level + gain * (np.nan_to_num(scores[:, week]) - level)
        variance = variance * (1 - gain)
        levels[:, week], variances[:, week] = level, variance
        variance = variance + LEVEL_MOVES * spread**2
    return levels, variances


def best_split(scores: Array, population: Population) -> Array:
    """The largest fall of the mean at any one split of the last 26 weeks, in standard errors (least squares)."""
    seen = ~np.isnan(scores)
    counts = np.cumsum(seen, axis=1).astype(np.float64)
    sums = np.cumsum(np.nan_to_num(scores), axis=1)
    _, _, spread = baseline(scores, population)
    found = np.zeros(scores.shape)
    for lag in range(1, SEARCHED_WEEKS):
        before, since = counts[:, :-lag], counts[:, lag:] - counts[:, :-lag]
        with np.errstate(divide="ignore", invalid="ignore"):
            fall = sums[:, :-lag] / before - (sums[:, lag:] - sums[:, :-lag]) / since
            error = spread[:, None] * np.sqrt(1 / before + 1 / since)
            enough = (before >= ANSWERS_BEFORE) & (since >= ANSWERS_SINCE) & seen[:, lag:]
            found[:, lag:] = np.maximum(found[:, lag:], np.where(enough, fall / error, 0.0))
    return found


def baseline(scores: Array, population: Population) -> tuple[Array, Array, Array]:
    """Usual level with its variance, and spread, from the first twelve answers drawn towards the guesses."""
    seen = ~np.isnan(scores) & (answers(scores) <= BASELINE_ANSWERS)
    count = seen.sum(axis=1)
    values = np.where(seen, np.nan_to_num(scores), 0.0)
    noise = population.within**2
    variance = 1 / (1 / population.between**2 + count / noise)
    usual = variance * (population.mean / population.between**2 + values.sum(axis=1) / noise)
    mean = values.sum(axis=1) / np.maximum(count, 1)
    squares = np.where(seen, (values - mean[:, None]) ** 2, 0.0).sum(axis=1)
    spread = np.sqrt((SPREAD_ANSWERS * noise + squares) / (SPREAD_ANSWERS + np.maximum(count - 1, 0)))
    return usual, variance, spread


def answers(scores: Array) -> Array:
    """How many answers there are up to each week."""
    return np.cumsum(~np.isnan(scores), axis=1).astype(np.float64)


def first_alarms(said: Mask) -> Weeks:
    """The week of each person's first alarm; NEVER where there is none."""
    return np.where(said.any(axis=1), said.argmax(axis=1), NEVER)


RIVALS: dict[str, Rule] = {
    "EWMA .2, shrunken baseline": ewma,
    "CUSUM .5, shrunken baseline": cusum,
    "Local level (Kalman)": local_level,
    "Best single split, least squares": best_split,
}
