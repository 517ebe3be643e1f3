"""What is answered, chosen and said week by week: the words in which the signal is asked and answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from unrut.core.reflect.thresholds import USUAL_FALSE_ALARMS

HIGHEST_SCORE = 10
DAYS_OF_WEEK = 7
LOW_LINE = 4.2
"""Where a persistent low begins until the person says otherwise; 3.5 on a scale from 1 to 7."""
ANSWERS_FOR_DROP, RUNNING_FOR_DROP = 8, 2
"""A drop is said from this many answers on, when so many of them running speak for it."""
ANSWERS_FOR_LOW, RUNNING_FOR_LOW, WEEKS_FOR_LOW = 6, 3, 4
"""The same for a persistent low; the answers running must span so many weeks."""
SURE_OF_LOW = 0.8
"""An answer speaks for a low when the level lies below the line with this chance."""


class State(StrEnum):
    """What is said of a week."""

    TOO_LITTLE = "too_little"
    STEADY = "steady"
    WATCH = "watch"
    DROP = "drop"
    LOW = "low"
    RECOVERY = "recovery"


ALERTS = frozenset({State.DROP, State.LOW})


@dataclass(frozen=True, slots=True)
class Answer:
    """The score of a week from 0 to 10, higher is better; None where there is none. Any day stands for its week."""

    week: date
    score: float | None


@dataclass(frozen=True, slots=True)
class Rules:
    """What the person may choose. A restart is the first week of a new job, or of a normal they accept as new."""

    false_alarms: int = USUAL_FALSE_ALARMS
    low_line: float = LOW_LINE
    restarts: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Shift:
    """When a drop or a rise began, and how far the level moved from the usual one.

    `first` to `last` hold the first week of it with four chances in five, `middle` parts these chances in half.
    """

    first: date
    middle: date
    last: date
    usual: float
    size: float
    size_sd: float

    @property
    def midway(self) -> float:
        """Half way between the old level and the new one."""
        return self.usual + self.size / 2


@dataclass(frozen=True, slots=True)
class Week:
    """What is known after a week.

    `drop` and `rise` are the chances that the level changed by now and stayed there, `low` that it lies below the line, `level`
    is where the model sees it (None before the first answer). `shift` belongs to what `state` says. `answered` of `counted`
    weeks since the first answer, or since a restart, hold one. `is_alert` marks the week in which a drop or a low is first
    said.
    """

    week: date
    score: float | None = None
    drop: float = 0.0
    rise: float = 0.0
    low: float = 0.0
    level: float | None = None
    shift: Shift | None = None
    state: State = State.TOO_LITTLE
    answered: int = 0
    counted: int = 0
    is_alert: bool = False


def monday_of(day: date) -> date:
    """The Monday by which a week is named."""
    return day - timedelta(days=day.weekday())


def weeks_between(first: date, last: date) -> int:
    """How many weeks lie from one Monday to another."""
    return (last - first).days // DAYS_OF_WEEK


def in_order(answers: Sequence[Answer]) -> list[Answer]:
    """The answers by their weeks, oldest first.

    Raises ValueError for a week given twice or a score off the line.
    """
    weeks: dict[date, Answer] = {}
    for answer in answers:
        week = monday_of(answer.week)
        if week in weeks:
            raise ValueError(f"the week of {week} is given twice")
        if answer.score is not None and not 0 <= answer.score <= HIGHEST_SCORE:
            raise ValueError(f"{answer.score} is not a score from 0 to {HIGHEST_SCORE}")
        weeks[week] = Answer(week, answer.score)
    return [weeks[week] for week in sorted(weeks)]
