"""How often an event may come again before we leave it out, and how much may be reckoned for a whole file."""

import re
from typing import Any, Self

from recurring_ical_events import Series  # type: ignore[import-untyped]

from unrut.importers.contract import UnreadableFileError, UnreadableRecordError

MOST_TIMES = 10_000
LONGEST_RULE = 500
MOST_TIMES_A_DAY = 96

# One piece of work is what the library needs for one day, about 5 millionths of a second.
WORK_OF_SERIES = 150_000
WORK_OF_FILE = 3_000_000
_STEP = {"YEARLY": 24, "MONTHLY": 3, "WEEKLY": 2}

_INTERVAL = re.compile(r"(?:^|;)INTERVAL=(\d+)")
_FREQUENCY = re.compile(r"(?:^|;)FREQ=([A-Z]+)")
_TIMES = re.compile(r"(?:^|;)BY(?:HOUR|MINUTE|SECOND)=([^;]*)")


class TooOftenError(UnreadableRecordError):
    """An event comes again more often than anybody could attend."""

    def __init__(self) -> None:
        super().__init__(
            f"It comes again more than {MOST_TIMES:,} times, or after a rule that no day fulfils, so it was left out."
        )


class Work:
    """What is left to be reckoned for a file, and for the series at hand."""

    def __init__(self) -> None:
        self._of_file = WORK_OF_FILE
        self._of_series = WORK_OF_SERIES

    def begin(self) -> None:
        """Another series begins.

        Raises UnreadableFileError where those before have used up all that there is for a file.
        """
        if self._of_file < 0:
            raise UnreadableFileError(
                "The events of this calendar come again too often, or for too long, to be reckoned in a moment. Export a "
                "part of it, or the last two years."
            )
        self._of_series = WORK_OF_SERIES

    def spend(self, pieces: int) -> None:
        """Some pieces of work are done.

        Raises TooOftenError where they are more than one series may take.
        """
        self._of_file -= pieces
        self._of_series -= pieces
        if self._of_series < 0:
            raise TooOftenError


def check_rule(rule: str) -> None:
    """Refuses what the library below would take minutes to prepare."""
    interval = _INTERVAL.search(rule)
    times = 1
    for told in _TIMES.findall(rule):
        times *= told.count(",") + 1
    if len(rule) > LONGEST_RULE or times > MOST_TIMES_A_DAY or (interval and not int(interval[1])):
        raise TooOftenError


def series_within(work: Work) -> type[Any]:
    """The library's series, whose rules stop when the work is used up.

    Left alone, a rule that no day fulfils goes on to the year 9999, and one of every second counts all of them.
    """

    class Rules(Series.RecurrenceRules):  # type: ignore[misc]
        def rrulestr(self, rule_string: str) -> Any:
            check_rule(rule_string)
            return _Bounded(super().rrulestr(rule_string), rule_string, work)

    class Bounded(Series):  # type: ignore[misc]
        RecurrenceRules = Rules

    return Bounded


class _Bounded:
    """A rule that pays for every step it takes and every time it finds."""

    def __init__(self, rule: Any, text: str, work: Work) -> None:
        self.until = rule.until
        self._work = work
        interval = _INTERVAL.search(text)
        frequency = _FREQUENCY.search(text)
        step = _STEP.get(frequency[1] if frequency else "", 1)
        self._rule = rule.replace(interval=_Paid(interval[1] if interval else 1, work, step), cache=False)

    def between(self, after: Any, before: Any, *, inc: bool) -> list[Any]:  # noqa: ARG002  # the library says True
        """The times from `after` to `before`, both included."""
        found: list[Any] = []
        for at in self._rule:
            self._work.spend(1)
            if at > before:
                break
            if at >= after:
                found.append(at)
            if len(found) > MOST_TIMES:
                raise TooOftenError
        return found


class _Paid(int):
    """The interval of a rule. Whoever goes a step adds it or multiplies by it, and pays for that."""

    _work: Work
    _price: int

    def __new__(cls, value: str | int, work: Work, price: int) -> Self:
        self = super().__new__(cls, value)
        self._work, self._price = work, price
        return self

    def __radd__(self, other: int) -> int:
        self._work.spend(self._price)
        return other + int(self)

    def __mul__(self, other: int) -> int:
        self._work.spend(self._price)
        return int(self) * other
