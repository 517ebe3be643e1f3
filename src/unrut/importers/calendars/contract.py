"""What reading a calendar gives: busy times and holidays by day, and a line for whatever was left out."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Busy:
    """A time of one day that is taken, in local time; an event over midnight gives one for each of its days.

    `minutes` are those that the clock on the wall shows. Of a whole day there are 1440, and `start` is None.
    """

    day: date
    start: time | None
    minutes: int
    title: str
    is_all_day: bool


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that takes no time of the person, or could not be read; where it stands, and why."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class ReadCalendar:
    """A calendar between two days, in the order of time."""

    name: str
    busy: tuple[Busy, ...]
    holidays: tuple[Holiday, ...]
    skipped: tuple[Skipped, ...]
