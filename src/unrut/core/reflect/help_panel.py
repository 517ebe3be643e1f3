"""When help is offered unasked, and nobody is pushed to change their job.

Exhaustion at work and low mood go together so closely (.80 over 14 samples; Bianchi et al. 2021) that a long flat low can be
something else than a rut. These rules therefore read only how tired and how low somebody says they are, and name nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from unrut.core.reflect.weeks import (
    ANSWERS_FOR_LOW,
    RUNNING_FOR_LOW,
    SURE_OF_LOW,
    WEEKS_FOR_LOW,
    Week,
    monday_of,
    weeks_between,
)

DRAINED_FROM = 8
DRAINED_WEEKS, OF_LAST_WEEKS = 4, 6
LOW_FOR_WEEKS = 12
STALE_AFTER_WEEKS = 6
"""Answers older than this say nothing about how somebody is now."""


class Ground(StrEnum):
    """Why help is offered."""

    DRAINED = "drained"
    LOW = "low"
    SPREADS = "spreads"


@dataclass(frozen=True, slots=True)
class LowRun:
    """The first and the last answered week of a persistent low."""

    first: date
    last: date

    @property
    def weeks(self) -> int:
        """How many weeks lie from the first to the last."""
        return weeks_between(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Now:
    """The day of today, and the days on which things began anew: a new job, a new normal."""

    today: date
    restarts: Sequence[date] = ()

    def holds(self, week: date | None) -> bool:
        """Whether a week still says something: it is no older than six weeks, and nothing began anew since."""
        if week is None or weeks_between(week, self.today) > STALE_AFTER_WEEKS:
            return False
        return not any(week < monday_of(restart) <= self.today for restart in self.restarts)


class Sign(StrEnum):
    """What a person may tick: signs that it is about more than work."""

    DAYS_OFF = "days_off"
    SLEEP = "sleep"
    ENJOYED = "enjoyed"
    MOST_DAYS = "most_days"


def ground_of(
    energies: Sequence[int | None], low: LowRun | None, last: date | None, now: Now
) -> Ground | None:
    """Why help is to be offered, judged by the check-ins; None when nothing calls for it, or the last lies too far back.

    `energies` are the answers to "how drained", oldest first, None where it was left open, and `last` is the last week
    that holds one. `low` is the persistent low up to the last answer: nothing is known of the weeks after it.
    """
    if now.holds(last) and is_drained(energies):
        return Ground.DRAINED
    if low is not None and now.holds(low.last) and low.weeks >= LOW_FOR_WEEKS:
        return Ground.LOW
    return None


def is_drained(energies: Sequence[int | None]) -> bool:
    """Whether somebody was very drained in 4 of the last 6 weeks they answered this for."""
    answered = [energy for energy in energies if energy is not None][-OF_LAST_WEEKS:]
    return sum(energy >= DRAINED_FROM for energy in answered) >= DRAINED_WEEKS


def low_run(weeks: Sequence[Week]) -> LowRun | None:
    """The persistent low that lasts to the last answered of `weeks`, whatever is said of it; None when there is none.

    A drop is said as long as it lasts and hides the low it led to, so this reads the chance, by the rules of a low. A
    restart begins the count of answers anew, and with it the run.
    """
    run: list[Week] = []
    for week in reversed([week for week in weeks if week.score is not None]):
        if week.low < SURE_OF_LOW or (run and week.answered >= run[-1].answered):
            break
        run.append(week)
    if len(run) < RUNNING_FOR_LOW or run[0].answered < ANSWERS_FOR_LOW:
        return None
    found = LowRun(run[-1].week, run[0].week)
    return found if found.weeks + 1 >= WEEKS_FOR_LOW else None
