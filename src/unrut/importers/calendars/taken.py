"""How much of the free time of a day other things take."""

from collections.abc import Iterable
from datetime import time

from unrut.importers.calendars.contract import Busy

MINUTES_OF_DAY = 24 * 60
MINUTES_OF_HOUR = 60


def busy_minutes(busy: Iterable[Busy], free_start: time, free_minutes: int) -> int:
    """The minutes taken of the free ones of a day; what happens at once counts once. `busy` are the times of that day.

    Free time ends with the day at the latest.
    """
    opens = minute_of(free_start)
    closes = min(opens + free_minutes, MINUTES_OF_DAY)
    taken, reached = 0, opens
    for begins, ends in sorted(map(_span, busy)):
        taken += max(0, min(ends, closes) - max(begins, reached))
        reached = max(reached, ends)
    return taken


def minute_of(at: time) -> int:
    """The minute of the day."""
    return at.hour * MINUTES_OF_HOUR + at.minute


def _span(busy: Busy) -> tuple[int, int]:
    begins = 0 if busy.start is None else minute_of(busy.start)
    return begins, begins + busy.minutes
