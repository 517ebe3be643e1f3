"""Shares of people with their intervals, and thresholds that give a wanted share of false alarms."""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

import numpy as np
from rules import Weeks
from worlds import STEP_WEEK, YEAR

from unrut.core.reflect.ups_and_downs import Array

HALVINGS = 14
WILSON = 1.96
SOON, LATER = 13, 26


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    hits: int
    of: int

    @property
    def value(self) -> float:
        return self.hits / max(1, self.of)

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval of 95 %."""
        count, square = max(1, self.of), WILSON**2
        middle = (self.hits + square / 2) / (count + square)
        half = WILSON / (count + square) * sqrt(self.hits * (self.of - self.hits) / count + square / 4)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        return f"{100 * self.value:.1f} %"

    @property
    def told(self) -> str:
        """With its interval."""
        low, high = self.interval
        return f"{self} ({100 * low:.1f} to {100 * high:.1f})"


def yearly(first: Weeks, years: int) -> list[Share]:
    """First alarms in each year, of those without one until then."""
    return [_within(first, year * YEAR, (year + 1) * YEAR) for year in range(years)]


def later_years(first: Weeks, years: int) -> float:
    """The mean of the years after the second."""
    return float(np.mean([share.value for share in yearly(first, years)[2:]]))


def found(first: Weeks) -> tuple[Share, Share]:
    """Alarms within 13 and 26 weeks of week 26, of those without one until then."""
    return _within(first, STEP_WEEK, STEP_WEEK + SOON), _within(first, STEP_WEEK, STEP_WEEK + LATER)


def delay(first: Weeks) -> str:
    """Weeks from week 26 to the alarm in half of those who had none before; those never found count as latest."""
    return f"{np.median(first[first >= STEP_WEEK]) - STEP_WEEK + 1:.0f} weeks"


def logistic(chance: Array, true: Array) -> tuple[float, float]:
    """Log of a factor on the odds, and a power of them, that make chances come true (Newton's method)."""
    within = np.clip(chance, 1e-12, 1 - 1e-12)
    known = np.stack([np.ones_like(within), np.log(within / (1 - within))])
    found = np.array([0.0, 1.0])
    for _ in range(20):
        expected = 1 / (1 + np.exp(-found @ known))
        found = found + np.linalg.solve(
            (known * expected * (1 - expected)) @ known.T, known @ (true - expected)
        )
    return float(found[0]), float(found[1])


def threshold_for(share: Callable[[float], float], *, wanted: float, low: float, high: float) -> float:
    """The threshold between `low` and `high` with the wanted share of alarms, which falls as it rises."""
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if share(middle) > wanted else (low, middle)
    return (low + high) / 2


@dataclass(frozen=True, slots=True)
class Calibration:
    """Stated chances in ten classes: how many, what was said on average, how often it was so."""

    counts: Array
    stated: Array
    observed: Array

    @property
    def error(self) -> float:
        """The expected calibration error."""
        return float((self.counts * np.abs(self.stated - self.observed)).sum() / self.counts.sum())


def calibration(stated: Array, true: Array, classes: int = 10) -> Calibration:
    """Stated chances against what was true (1 or 0)."""
    group = np.minimum((stated * classes).astype(np.int64), classes - 1)
    counts = np.bincount(group, minlength=classes).astype(np.float64)
    filled = np.maximum(counts, 1)
    return Calibration(
        counts,
        np.bincount(group, stated, minlength=classes) / filled,
        np.bincount(group, true, minlength=classes) / filled,
    )


def _within(first: Weeks, begin: int, end: int) -> Share:
    waiting = first >= begin
    return Share(int((waiting & (first < end)).sum()), int(waiting.sum()))
