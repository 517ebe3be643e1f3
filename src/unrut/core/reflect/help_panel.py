"""When help is offered unasked, and nobody is pushed to change their job.

Exhaustion at work and low mood go together so closely (.80 over 14 samples; Bianchi et al. 2021) that a long flat low can be
something else than a rut. These rules therefore read only how tired and how low somebody says they are, and name nothing.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from unrut.core.reflect.weeks import State, Week, weeks_between

DRAINED_FROM = 8
DRAINED_WEEKS, OF_LAST_WEEKS = 4, 6
LOW_FOR_WEEKS = 12


class Ground(StrEnum):
    """Why help is offered."""

    DRAINED = "drained"
    LOW = "low"
    SPREADS = "spreads"


class Sign(StrEnum):
    """What a person may tick: signs that it is about more than work."""

    DAYS_OFF = "days_off"
    SLEEP = "sleep"
    ENJOYED = "enjoyed"
    MOST_DAYS = "most_days"


def ground_of(energies: Sequence[int | None], low_since: date | None, *, today: date) -> Ground | None:
    """Why help is to be offered, judged by the check-ins; None when nothing calls for it.

    `energies` are the answers to "how drained", oldest first, None where it was left open; `low_since` is the first week of a
    persistent low that is on now.
    """
    if is_drained(energies):
        return Ground.DRAINED
    if low_since is not None and weeks_between(low_since, today) >= LOW_FOR_WEEKS:
        return Ground.LOW
    return None


def is_drained(energies: Sequence[int | None]) -> bool:
    """Whether somebody was very drained in 4 of the last 6 weeks they answered this for."""
    answered = [energy for energy in energies if energy is not None][-OF_LAST_WEEKS:]
    return sum(energy >= DRAINED_FROM for energy in answered) >= DRAINED_WEEKS


def low_since(weeks: Sequence[Week]) -> date | None:
    """The first week of the persistent low that is said of the last of `weeks`; None when none is said."""
    first = None
    for week in reversed(weeks):
        if week.state is not State.LOW:
            break
        first = week.week
    return first
