"""Rut or rough patch: how likely it is that the weekly score dropped and stayed down, and how low it is now.

The score of week t is y = mu + d [t >= start] + r. The usual level mu is normal around a population mean. What is left,
r, is ordinary ups and downs: two weeks g apart correlate by carried * phi^g, so that one bad week makes the next a little
worse without meaning anything. A drop d is normal around one standard deviation of r, a rise is its mirror image. phi
and the size of the ups and downs are summed over a grid, mu and d in closed form.

One Kalman filter a grid point runs over the weeks and leaves innovations v of variance F. The filter is linear, so a step
that begins in some week leaves innovations x of its own, and with A = sum of x^2 / F and B = sum of x v / F the Bayes factor
of a change d ~ N(m, s^2) is (1 + s^2 A)^-1/2 exp(((B + m / s^2)^2 / (A + 1 / s^2) - m^2 / s^2) / 2): the augmented filter
of de Jong (1991). All starts that lie equally far back are one array operation. A missing week is a week without an
update and nothing else.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np
from numpy.typing import NDArray

from unrut.core.reflect.thresholds import ODDS_POWER, ODDS_TIMES
from unrut.core.reflect.ups_and_downs import Array, Filtered, Grid, Mask, Population, filter_weeks, grid_of

Counts = NDArray[np.int64]

SEARCHED_WEEKS = 26
"""A change is looked for this far back; older answers still say what is usual."""
OLDEST_WEEKS, OLDER_STEP = 134, 8
"""Older changes are followed in steps of eight weeks, so that a change of last year is not taken for a new one."""
ANSWERS_BEFORE, ANSWERS_SINCE = 6, 2
"""A change is considered only with this many answers before it and since it."""

_NOTHING = -100.0
_UPPER_TAIL = np.vectorize(erfc, otypes=[np.float64])


@dataclass(frozen=True, slots=True)
class Change:
    """A drop or a rise, after each week; arrays (people, weeks), `starts` (people, weeks, starts of `weeks_ago`).

    `chance`: one began by now and lasts; `recent`: one began in the weeks searched, if no such change is older. The others
    hold if one began: the chance of each start, the level before, and how far the level moved with its standard deviation;
    all are 0 where none can have begun.
    """

    chance: Array
    recent: Array
    starts: Array
    usual: Array
    size: Array
    size_sd: Array


@dataclass(frozen=True, slots=True)
class Beliefs:
    """What to believe after each week; `level` and `level_sd` are where the person stands, whatever came before."""

    drop: Change
    rise: Change
    level: Array
    level_sd: Array


@dataclass(frozen=True, slots=True)
class _Traces:
    """What steps that began `lag` weeks ago left in the filters; arrays (weeks from `lag` on, people, grid).

    `place` is where the lag stands among those looked at.
    """

    place: int
    lag: int
    squares: Array
    products: Array
    usual: Array


@dataclass(frozen=True, slots=True)
class _Prior:
    """What a drop and a rise have in common: the pull of the prior on the size (of a rise: the other way), and so on."""

    pull: Array
    variance: Array
    weight: Array


@dataclass(frozen=True, slots=True)
class _Sums:
    """For each lag, summed over the grid: log weight, mean of the size, of its square, and of the usual level."""

    weight: Array
    size: Array
    square: Array
    usual: Array


def beliefs(scores: Array, population: Population | None = None) -> Beliefs:
    """What to believe after each week; `scores` is (people, weeks), NaN where nothing was answered.

    Linear in people and weeks; nobody's beliefs depend on who else is asked about.
    """
    population = population or Population()
    by_week = np.ascontiguousarray(np.asarray(scores, dtype=np.float64).T)
    seen = ~np.isnan(by_week)
    answers = np.where(seen, by_week, 0.0)
    grid = grid_of(population)
    filtered = filter_weeks(answers, seen, grid, population)
    level, level_sd = _levels(answers, seen, population)
    drop, rise = _joined(
        _changes(filtered, seen, grid, population), filtered, (level, level_sd), population.hazard
    )
    return Beliefs(drop, rise, level.T, level_sd.T)


def weeks_ago(weeks: int) -> list[int]:
    """How long ago a change may have begun in a series of so many weeks: each week searched, then middles of older steps."""
    older = range(SEARCHED_WEEKS + OLDER_STEP // 2, OLDEST_WEEKS, OLDER_STEP)
    return [ago for ago in (*range(SEARCHED_WEEKS), *older) if ago < weeks]


def chance_below(line: Array | float, level: Array | float, level_sd: Array | float) -> Array:
    """The chance that a level known to a standard deviation lies below a line."""
    lower: Array = _UPPER_TAIL((np.asarray(level) - line) / (np.asarray(level_sd) * sqrt(2))) / 2
    return lower


def stated(chance: Array) -> Array:
    """The chance as it is told: of weeks told 70 %, a drop had begun in about 70 of 100 simulated ones."""
    odds_for = ODDS_TIMES * chance**ODDS_POWER
    told: Array = odds_for / (odds_for + (1.0 - chance) ** ODDS_POWER)
    return told


def _changes(filtered: Filtered, seen: Mask, grid: Grid, population: Population) -> tuple[_Sums, _Sums]:
    """Weigh every drop and every rise that may have begun, after every week."""
    weeks, people = seen.shape
    lags = weeks_ago(weeks)
    shape = (len(lags), weeks, people)
    drops, rises = (_Sums(np.full(shape, -np.inf), *np.zeros((3, *shape))) for _ in "-+")
    answered = np.cumsum(seen, axis=0, dtype=np.int64)
    for traces in _traces(filtered, grid, lags):
        considered = _considered(answered, seen, traces.lag)
        prior = _prior(traces, filtered, grid, population)
        for kept, sign in ((drops, 1), (rises, -1)):
            _weigh(kept, traces, filtered, prior, sign)
            kept.weight[traces.place, traces.lag :][~considered] = -np.inf
    return drops, rises


def _traces(filtered: Filtered, grid: Grid, lags: Sequence[int]) -> Iterator[_Traces]:
    """Follow all possible steps from the week in which they begin, and show them after so many weeks."""
    usual, carried, squares, products = np.zeros((4, *filtered.evidence.shape))
    for lag in range(lags[-1] + 1):
        left = len(filtered.evidence) - lag
        usual, carried, squares, products = (part[:left] for part in (usual, carried, squares, products))
        seen = 1.0 - usual - carried
        weighed = seen * filtered.precision[lag:]
        squares += seen * weighed
        products += filtered.innovation[lag:] * weighed
        usual += filtered.usual_gain[lag:] * seen
        carried += filtered.carried_gain[lag:] * seen
        if lag in lags:
            yield _Traces(lags.index(lag), lag, squares, products, usual)
        carried *= grid.phi


def _considered(answered: Counts, seen: Mask, lag: int) -> Mask:
    """Where there are enough answers before the start and since."""
    begun = len(answered) - lag
    before = answered[:begun] - seen[:begun]
    enough: Mask = (before >= ANSWERS_BEFORE) & (answered[lag:] - before >= ANSWERS_SINCE)
    return enough


def _prior(traces: _Traces, filtered: Filtered, grid: Grid, population: Population) -> _Prior:
    """What drops and rises that began so many weeks ago share at every grid point."""
    scale = np.sqrt(grid.total)
    prior_variance = (population.drop_sd * scale) ** 2
    precision = traces.squares + 1.0 / prior_variance
    spent = np.log(precision * prior_variance) + (population.drop_mean / population.drop_sd) ** 2
    return _Prior(
        pull=population.drop_mean * scale / prior_variance,
        variance=1.0 / precision,
        weight=filtered.evidence[traces.lag :] - 0.5 * spent,
    )


def _weigh(kept: _Sums, traces: _Traces, filtered: Filtered, prior: _Prior, sign: int) -> None:
    """Weigh a change of one sign that began so many weeks ago at every grid point, and sum over the grid."""
    pull = traces.products + sign * prior.pull
    size = pull * prior.variance
    pull *= size
    pull *= 0.5
    pull += prior.weight
    most = pull.max(axis=-1)
    pull -= most[..., None]
    # What is smaller than this counts for nothing, and numbers close to zero are slow.
    weight = np.exp(np.maximum(pull, _NOTHING, out=pull), out=pull)
    total = weight.sum(axis=-1)
    here = (traces.place, slice(traces.lag, None))
    kept.weight[here] = most + np.log(total)
    weight /= total[..., None]
    kept.usual[here] = _mean(weight, filtered.usual[traces.lag :]) - _mean(weight, size, traces.usual)
    kept.size[here] = _mean(weight, size)
    kept.square[here] = _mean(weight, size, size) + _mean(weight, prior.variance)


def _mean(weight: Array, *values: Array) -> Array:
    """The mean of a product of values over the grid."""
    mean: Array = np.einsum(",".join(["...g"] * (1 + len(values))) + "->...", weight, *values)
    return mean


def _joined(
    sums: tuple[_Sums, _Sums], filtered: Filtered, level: tuple[Array, Array], hazard: float
) -> tuple[Change, Change]:
    """Join drops, rises and no change into one belief."""
    ago = np.array(weeks_ago(len(filtered.evidence)))
    span = np.where(ago < SEARCHED_WEEKS, 1, OLDER_STEP)
    prior = (np.log(span * hazard) - (ago + 1) * np.log1p(-hazard))[:, None, None]
    drops, rises = (kept.weight + prior for kept in sums)
    most = filtered.evidence.max(axis=-1)
    top = np.maximum(most, np.maximum(drops.max(axis=0), rises.max(axis=0)))
    unchanged = np.exp(filtered.evidence - top[..., None]).sum(axis=-1)
    drops, rises = np.exp(drops - top), np.exp(rises - top)
    return (
        _change(sums[0], drops, unchanged + rises.sum(axis=0), lambda line: chance_below(line, *level)),
        _change(sums[1], rises, unchanged + drops.sum(axis=0), lambda line: 1.0 - chance_below(line, *level)),
    )


def _change(kept: _Sums, weight: Array, otherwise: Array, lasts: Callable[[Array], Array]) -> Change:
    recent, older = weight[:SEARCHED_WEEKS].sum(axis=0), weight[SEARCHED_WEEKS:].sum(axis=0)
    starts = _shares(weight)
    usual, size, square = ((starts * part).sum(axis=0) for part in (kept.usual, kept.size, kept.square))
    # The model knows one change. Whether an older one was followed by another, only the level can tell.
    midway = (_shares(weight[SEARCHED_WEEKS:]) * (kept.usual + kept.size / 2)[SEARCHED_WEEKS:]).sum(axis=0)
    rest = recent + otherwise
    return Change(
        chance=((recent + older * lasts(midway)) / (rest + older)).T,
        # Where an older change outweighs all else, the rest may be too small for a number.
        recent=(recent / np.where(rest > 0, rest, 1.0)).T,
        starts=starts.transpose(2, 1, 0),
        usual=usual.T,
        size=size.T,
        size_sd=np.sqrt(np.maximum(square - size**2, 0.0)).T,
    )


def _shares(weight: Array) -> Array:
    """The share of each start in all weight together."""
    total = weight.sum(axis=0)
    shares: Array = weight / np.where(total > 0, total, 1.0)
    return shares


def _levels(answers: Array, seen: Mask, population: Population) -> tuple[Array, Array]:
    """Where everybody stands after each week: a local level that begins wide and moves slowly."""
    moves = population.level_moves * population.within**2
    noise = population.level_noise * population.within**2
    level = np.full(answers.shape[1], population.mean)
    variance = np.full(answers.shape[1], (population.level_width * population.between) ** 2)
    levels, variances = np.empty(answers.shape), np.empty(answers.shape)
    # Before the first answer there is nothing yet that could move away from where people stand.
    begun = np.logical_or.accumulate(seen, axis=0)
    for week, (row, here) in enumerate(zip(answers, seen, strict=True)):
        gain = here * (variance / (variance + noise))
        level = level + gain * (row - level)
        variance = variance * (1.0 - gain)
        levels[week], variances[week] = level, variance
        variance = variance + moves * begun[week]
    return levels, np.sqrt(variances)
