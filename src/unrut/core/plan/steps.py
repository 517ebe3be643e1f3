"""What a plan is made of: steps of one sitting in five strands, and the free time of an ordinary week."""

from calendar import day_name
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from graphlib import CycleError, TopologicalSorter

from unrut.core.errors import InvalidInputError

SHORTEST, LONGEST, DEFAULT_MINUTES = 15, 120, 45
"""Minutes of a step. There is no evidence for one right size; these keep a step to a single sitting."""

LONGEST_WAIT = 366
LONGEST_DAY = 960
DAYS_OF_WEEK = 7
MINUTES_OF_DAY = 24 * 60
MINUTES_OF_HOUR = 60


class CircularPlanError(InvalidInputError):
    """Steps wait for one another in a circle, so that none of them can ever begin."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        self.keys = keys
        circle = " → ".join((*keys, keys[0]))
        super().__init__(
            f"These steps wait for one another in a circle: {circle}. Let one of them begin without the one before it."
        )


class Strand(StrEnum):
    """The five strands a goal is worked on in."""

    KNOWLEDGE = "knowledge"
    TRAINING = "training"
    CONNECTIONS = "connections"
    PROFILES = "profiles"
    PROJECTS = "projects"

    @property
    def label(self) -> str:
        """The strand in words a person reads."""
        return _LABELS[self]


_LABELS = {
    Strand.KNOWLEDGE: "Evaluate my knowledge",
    Strand.TRAINING: "Training",
    Strand.CONNECTIONS: "Connections",
    Strand.PROFILES: "Profiles",
    Strand.PROJECTS: "Side projects",
}


@dataclass(frozen=True, slots=True)
class Task:
    """A step as the schedule sees it. `waiting_days` pass between its end and whatever comes after it.

    `weight` says how much a day after its deadline counts.
    """

    key: str
    minutes: int
    strand: Strand
    after: tuple[str, ...] = ()
    not_before: date | None = None
    deadline: date | None = None
    waiting_days: int = 0
    position: int = 0
    weight: int = 1

    def __post_init__(self) -> None:
        if not SHORTEST <= self.minutes <= LONGEST:
            raise InvalidInputError(
                f'The step "{self.key}" takes {self.minutes} minutes. '
                f"Give it {SHORTEST} to {LONGEST}: split a longer one, join a shorter one with its neighbour."
            )
        if not 0 <= self.waiting_days <= LONGEST_WAIT:
            raise InvalidInputError(
                f'The step "{self.key}" waits {self.waiting_days} days. Give 0 to {LONGEST_WAIT} days.'
            )


@dataclass(frozen=True, slots=True)
class DayTime:
    """The free time of one weekday: from when, and how many minutes."""

    start: time
    minutes: int


@dataclass(frozen=True, slots=True)
class FreeTime:
    """The free time of an ordinary week, Monday first."""

    days: tuple[DayTime, ...]

    def __post_init__(self) -> None:
        if len(self.days) != DAYS_OF_WEEK:
            raise InvalidInputError(
                f"Free time was given for {len(self.days)} days. Give all seven, Monday first, with 0 where there is none."
            )
        for name, day in zip(day_name, self.days, strict=True):
            _check_day(name, day)

    @property
    def weekly_minutes(self) -> int:
        """All free minutes of the week."""
        return sum(day.minutes for day in self.days)

    @property
    def longest_minutes(self) -> int:
        """The free minutes of the day that has most."""
        return max(day.minutes for day in self.days)

    def on(self, day: date) -> DayTime:
        """The free time of the weekday that `day` falls on."""
        return self.days[day.weekday()]


def find_circle(after: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """Keys that wait for one another, first to last and beginning with the smallest; empty when there are none."""
    try:
        # Sorted, so that the same plan always names the same circle.
        TopologicalSorter({key: sorted(after[key]) for key in sorted(after)}).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1][:-1]
        first = circle.index(min(circle))
        return (*circle[first:], *circle[:first])
    return ()


def _check_day(name: str, day: DayTime) -> None:
    if not 0 <= day.minutes <= LONGEST_DAY:
        raise InvalidInputError(
            f"The free time on {name} is {day.minutes} minutes. Give 0 to {LONGEST_DAY} minutes."
        )
    if day.start.hour * MINUTES_OF_HOUR + day.start.minute + day.minutes > MINUTES_OF_DAY:
        raise InvalidInputError(
            f"The free time on {name} runs past midnight. Begin earlier than {day.start:%H:%M} or make it shorter."
        )
