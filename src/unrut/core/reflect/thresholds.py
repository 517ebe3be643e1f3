"""How sure we must be before a drop is said, and how chances are told: all of it measured by bench/signal, on its own seeds."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

YEARS_OF_ANSWERS = ((0, 40), (48, 88), (96, 10_000))
"""From how many answers to how many each of a threshold's three values holds; between them it changes evenly."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """The chance that a drop must reach in the first, the second and each later year of answers.

    A short history says little, so that even a true drop reaches no high chance in it; with one threshold for all, a first
    year would bring half as many false alarms as the second.
    """

    first: float
    second: float
    later: float

    def at(self, answers: int) -> float:
        """The threshold for a person with so many answers."""
        (_, first), (second, third), (later, _) = YEARS_OF_ANSWERS
        if answers < third:
            return _between(self.first, self.second, (answers - first) / (second - first))
        return _between(self.second, self.later, (answers - third) / (later - third))


def _between(one: float, other: float, way: float) -> float:
    return one + (other - one) * min(1.0, max(0.0, way))


THRESHOLDS: Mapping[int, Threshold] = {
    5: Threshold(first=0.53, second=0.70, later=0.72),
    10: Threshold(first=0.44, second=0.58, later=0.54),
    20: Threshold(first=0.33, second=0.43, later=0.36),
}
"""Of a hundred people for whom nothing changes, how many may hear of a drop within a year: the person's choice."""
USUAL_FALSE_ALARMS = 10

ODDS_TIMES, ODDS_POWER = exp(0.85), 1.03
"""Told odds are the model's to this power, times this: it allows for people who carry over more or vary more than most,
which makes it too careful with most."""
