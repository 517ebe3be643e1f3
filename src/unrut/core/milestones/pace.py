"""The person's own pace in finished sittings a week, and how long what is left may take at it.

A sitting is one step of 15 to 120 minutes. Weekly counts are taken as Poisson about a rate of the person's own, more scattered
than that by a factor (gamma-Poisson with over-dispersion); the pace falls a little and what is left grows on the way. A mean
pace misses its own date more often than not, and so does plain resampling of weeks. What is tuned here was tuned with
`bench/forecast.py`, on seeds that no figure is told from.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from math import isfinite, sqrt
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from unrut.core.errors import InvalidInputError

Numbers = NDArray[np.float64]

USUAL_PACE, USUAL_WEEKS = 2.0, 1.0
"""Sittings a week of a person without a record, and the weeks of history it weighs as much as; judgement.

Four of five such people are then taken to finish between one sitting every second week and four a week.
"""
LEARNING_WEEKS = 0.4
"""What it weighs beside a record. With two weeks, late days told to slow people held in four of ten; tuned."""
USUAL_SCATTER, SCATTER_WEEKS = 1.3, 8.0
"""Variance of weekly counts by their mean, tuned, and the weeks of history it weighs as much as; judgement."""
LEAST_SCATTER, MOST_SCATTER = 1.0, 6.0
HALF_LIFE = 2.5
"""Weeks after which a week counts half. With eight, days told after a pace that falls come too early; tuned."""
LEAST_HISTORY = 3
"""With fewer weeks there is no pace of one's own."""
MOST_GROWTH, GROWTH_THINGS = 0.5, 4.0
"""What is left turns out larger by up to this share, any as likely as another, until the person's own record says otherwise;
and the number of finished things that weighs as much as; judgement."""
GROWTH_WIDTH, LEAST_GROWTH, FARTHEST_GROWTH = 0.1, -0.5, 2.0
"""How far around a growth that was seen others are as likely, and the limits of what is believed; judgement."""
DRIFT, DRIFT_SPREAD, DRIFT_WEEKS = -0.009, 0.004, 40.0
"""How a pace falls by the week, in logarithms, and for how many weeks it does; nobody is counted on to speed up. Tuned."""
MOST_SITTINGS = 1e9
"""More than this is as far away as this."""
DRAWS = 1000
_NO_DRIFT = -1e-9
_LEAST_PACE = 1e-6
_A_NINTH = 1 / 9


@dataclass(frozen=True, slots=True)
class Week:
    """A week that is over, and the sittings finished in it."""

    monday: date
    sittings: int


@dataclass(frozen=True, slots=True)
class Pace:
    """The rate of sittings a week as a gamma distribution, and how scattered weeks are about it (1 is Poisson)."""

    shape: float
    rate: float
    scatter: float
    weeks: int

    @property
    def mean(self) -> float:
        """Sittings a week."""
        return self.shape / self.rate

    @property
    def is_own(self) -> bool:
        """Whether it rests on the person's own record."""
        return self.weeks >= LEAST_HISTORY

    def faster(self, by: float) -> "Pace":
        """The pace with `by` more sittings a week, as sure as before."""
        return Pace(self.shape * (self.mean + by) / self.mean, self.rate, self.scatter, self.weeks)


USUAL = Pace(USUAL_PACE * USUAL_WEEKS, USUAL_WEEKS, USUAL_SCATTER, 0)


@dataclass(frozen=True, slots=True)
class Growth:
    """By what shares finished things turned out larger than meant; without any it is what it is for most."""

    seen: tuple[float, ...] = ()

    def quantiles(self, at: Numbers) -> Numbers:
        """The shares that are not exceeded with the chances `at`."""
        seen = np.clip(np.array(self.seen, dtype=np.float64), LEAST_GROWTH, FARTHEST_GROWTH)
        low = np.concatenate(([0.0], seen - GROWTH_WIDTH))
        high = np.concatenate(([MOST_GROWTH], seen + GROWTH_WIDTH))
        weight = np.concatenate(([GROWTH_THINGS], np.ones(len(seen))))
        edges = np.sort(np.concatenate((low, high)))
        reached = np.clip((edges[:, None] - low) / (high - low), 0.0, 1.0) @ (weight / weight.sum())
        return np.asarray(np.interp(at, reached, edges))


USUAL_GROWTH = Growth()


@dataclass(frozen=True, slots=True)
class Draws:
    """Many possible courses of the time to come, the same for the same seed: a pace, its drift and a growth in each."""

    pace: Numbers
    drift: Numbers
    growth: Numbers
    scatter: float
    seed: int

    def weeks(self, left: float, key: str = "") -> Numbers:
        """Weeks that so many sittings take in each course, at its first pace; `key` tells one stretch from another."""
        needed = min(left, MOST_SITTINGS) * (1 + self.growth) / self.scatter
        return gamma_quantiles(needed, normals(self.seed, "stretch", key)) * self.scatter / self.pace

    def slowed(self, weeks: Numbers) -> Numbers:
        """Weeks at the first pace as weeks at a pace that falls."""
        # The pace p·exp(d·t) has done (exp(d·t) - 1)/d weeks' worth after t weeks.
        falling = np.expm1(self.drift * DRIFT_WEEKS) / self.drift
        inside = np.log1p(self.drift * np.minimum(weeks, falling)) / self.drift
        rest = np.maximum(0.0, weeks - falling) / np.exp(self.drift * DRIFT_WEEKS)
        return np.asarray(inside + rest)


def pace_of(weeks: Sequence[Week], *, today: date, away: Collection[date] = ()) -> Pace:
    """The pace that finished weeks tell of, recent ones more than old ones, together with a usual pace.

    Weeks without a sitting count, weeks away do not. Raises InvalidInputError for a count below nothing.
    """
    told = [week for week in weeks if week.monday not in away]
    if any(week.sittings < 0 for week in told):
        raise InvalidInputError("A week cannot have fewer than no sittings. Look at its count again.")
    if len(told) < LEAST_HISTORY:
        return replace(USUAL, weeks=len(told))
    ages = np.array([max((today - week.monday).days / 7, 0.0) for week in told])
    weights = 0.5 ** ((ages - ages.min()) / HALF_LIFE)
    weights /= weights.sum()
    # What a weighted mean is worth in weeks of equal weight (Kish 1965).
    worth = 1 / float(weights @ weights)
    counts = np.array([week.sittings for week in told], dtype=np.float64)
    seen = float(weights @ counts)
    mean = (LEARNING_WEEKS * USUAL_PACE + worth * seen) / (LEARNING_WEEKS + worth)
    excess = float(weights @ (counts - mean) ** 2) / mean
    scatter = (USUAL_SCATTER * SCATTER_WEEKS + excess * worth) / (SCATTER_WEEKS + worth)
    scatter = min(max(scatter, LEAST_SCATTER), MOST_SCATTER)
    return Pace(
        shape=LEARNING_WEEKS * USUAL_PACE + worth * seen / scatter,
        rate=LEARNING_WEEKS + worth / scatter,
        scatter=scatter,
        weeks=len(told),
    )


def draws_of(pace: Pace, *, growth: Growth = USUAL_GROWTH, seed: int) -> Draws:
    """The courses that a pace and a growth leave open."""
    even = np.random.default_rng([seed, crc32(b"growth")]).permutation((np.arange(DRAWS) + 0.5) / DRAWS)
    paces = gamma_quantiles(np.full(DRAWS, pace.shape), normals(seed, "pace")) / pace.rate
    return Draws(
        pace=np.maximum(paces, _LEAST_PACE),
        drift=np.minimum(DRIFT + DRIFT_SPREAD * normals(seed, "drift"), _NO_DRIFT),
        growth=growth.quantiles(even),
        scatter=pace.scatter,
        seed=seed,
    )


@lru_cache(maxsize=256)
def normals(seed: int, *names: str) -> Numbers:
    """Standard normal draws of their own for each name, so that a rung keeps its own when another is reached."""
    drawn = np.random.default_rng([seed, *(crc32(name.encode()) for name in names)]).standard_normal(DRAWS)
    drawn.flags.writeable = False  # every caller is given the same ones
    return drawn


def gamma_quantiles(shape: Numbers, z: Numbers) -> Numbers:
    """Gamma variates of scale 1 at normal scores z (Wilson & Hilferty 1931): never smaller for a larger shape or score."""
    small = np.minimum(shape, 1.0)
    # Below a shape of one the cube root bends; a gamma of one, scaled down, stays monotone and has the right mean.
    whole = np.maximum(shape, 1.0)
    root = np.maximum(1 - _A_NINTH / whole + z / (3 * np.sqrt(whole)), 0.0)
    return np.asarray(small * whole * root**3)


def checked_size(left: float) -> float:
    """A number of sittings that can be.

    Raises InvalidInputError for one below nothing or without end.
    """
    if not isfinite(left) or left < 0:
        raise InvalidInputError(
            f"{left} sittings cannot be. Give a number from 0 on, or choose small, medium or large."
        )
    return left


def spread_of(values: Sequence[float]) -> float:
    """The standard deviation of some values; nothing for fewer than two."""
    return sqrt(float(np.var(values, ddof=1))) if len(values) > 1 else 0.0
