"""The person's own pace in finished sittings a week, and how long what is left may take at it.

A sitting is one step of 15 to 120 minutes. Weekly counts are taken as Poisson about a rate of the person's own, more scattered
than that by a factor (gamma-Poisson with over-dispersion); what is left grows on the way. A mean pace misses its own date
more often than not, and so does plain resampling of weeks.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite, sqrt

import numpy as np
from numpy.typing import NDArray

from unrut.core.errors import InvalidInputError

Numbers = NDArray[np.float64]

USUAL_PACE = 2.0
"""Sittings a week of a person without a record; judgement."""
USUAL_WEEKS = 2.0
"""So many weeks of history does the usual pace weigh as much as; judgement, tuned with `bench/forecast.py`."""
USUAL_SCATTER, SCATTER_WEEKS = 1.8, 8.0
"""Variance of weekly counts by their mean, and the weeks of history it weighs as much as; judgement."""
LEAST_SCATTER, MOST_SCATTER = 1.0, 6.0
HALF_LIFE = 4.0
"""Weeks after which a week counts half. With 8, days after a pace that falls held in six of ten instead of two of three."""
LEAST_HISTORY = 3
"""With fewer weeks there is no pace of one's own."""
MOST_GROWTH = 0.5
"""What is left turns out larger by up to this share, any share as likely as another."""
DRIFT, DRIFT_SPREAD = -0.007, 0.010
"""How a pace changes by the week, in logarithms: most fall a little; judgement, tuned as above."""
DRAWS = 1000
_LONGEST_DRIFT, _NO_DRIFT = 60.0, 1e-9
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
class Draws:
    """Many possible courses of the time to come, the same for the same seed: a pace, its drift and a growth in each."""

    pace: Numbers
    drift: Numbers
    growth: Numbers
    scatter: float
    seed: int

    def weeks(self, left: float, number: int = 0) -> Numbers:
        """Weeks that so many sittings take in each course, at its first pace; `number` tells one stretch from another."""
        needed = left * (1 + self.growth) / self.scatter
        return gamma_quantiles(needed, normals(self.seed, number + 3)) * self.scatter / self.pace

    def slowed(self, weeks: Numbers) -> Numbers:
        """Weeks at the first pace as weeks at a pace that drifts."""
        # The pace p·exp(d·t) has done (exp(d·t) - 1)/d weeks' worth after t weeks; a falling one never does more than -1/d,
        # so it stays as it is after a while.
        drift = np.where(np.abs(self.drift) < _NO_DRIFT, _NO_DRIFT, self.drift)
        drifted = np.expm1(drift * _LONGEST_DRIFT) / drift
        inside = np.log1p(drift * np.minimum(weeks, drifted)) / drift
        rest = np.maximum(0.0, weeks - drifted) / np.exp(drift * _LONGEST_DRIFT)
        return np.asarray(inside + rest)


def pace_of(weeks: Sequence[Week], *, today: date, away: Collection[date] = ()) -> Pace:
    """The pace that finished weeks tell of, recent ones more than old ones, together with a usual pace.

    Weeks without a sitting count, weeks away do not. Raises InvalidInputError for a count below nothing.
    """
    told = [week for week in weeks if week.monday not in away]
    if any(week.sittings < 0 for week in told):
        raise InvalidInputError("A week cannot have fewer than no sittings. Look at its count again.")
    if not told:
        return USUAL
    ages = np.array([max((today - week.monday).days / 7 - 1, 0.0) for week in told])
    weights = 0.5 ** (ages / HALF_LIFE)
    counts = np.array([week.sittings for week in told], dtype=np.float64)
    mean = (USUAL.shape + weights @ counts) / (USUAL.rate + weights.sum())
    excess = weights @ ((counts - mean) ** 2 / mean)
    scatter = (USUAL_SCATTER * SCATTER_WEEKS + excess) / (SCATTER_WEEKS + weights.sum())
    scatter = float(np.clip(scatter, LEAST_SCATTER, MOST_SCATTER))
    return Pace(
        shape=float(USUAL.shape + weights @ counts / scatter),
        rate=float(USUAL.rate + weights.sum() / scatter),
        scatter=scatter,
        weeks=len(told),
    )


def draws_of(pace: Pace, *, seed: int) -> Draws:
    """The courses that a pace leaves open."""
    growth = np.random.default_rng([seed, 2]).permutation((np.arange(DRAWS) + 0.5) / DRAWS)
    return Draws(
        pace=np.maximum(gamma_quantiles(np.full(DRAWS, pace.shape), normals(seed, 0)) / pace.rate, 1e-6),
        drift=DRIFT + DRIFT_SPREAD * normals(seed, 1),
        growth=MOST_GROWTH * growth,
        scatter=pace.scatter,
        seed=seed,
    )


def normals(seed: int, number: int) -> Numbers:
    """Standard normal draws of their own for each number."""
    return np.random.default_rng([seed, number]).standard_normal(DRAWS)


def gamma_quantiles(shape: Numbers, z: Numbers) -> Numbers:
    """Gamma variates of scale 1 at normal scores z (Wilson & Hilferty 1931): never smaller for a larger shape or score."""
    shape = np.maximum(shape, 1e-9)
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
