"""An event on the days it touches, in local time."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from unrut.importers.calendars.events import Moment, instant
from unrut.importers.calendars.lines import Block
from unrut.importers.calendars.taken import MINUTES_OF_DAY, minute_of

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
FAR = timedelta(days=2)  # more than any two zones are apart
_COMES_AGAIN = {"RRULE", "RDATE", "RECURRENCE-ID", "DURATION"}
_BEGINS = re.compile(r"\d{8}")


class Window(NamedTuple):
    """The days that are read, and the zone of the person."""

    first: date
    last: date
    zone: ZoneInfo

    def midnight(self, day: date) -> datetime:
        """The beginning of a day, in universal time."""
        return datetime.combine(day, time(), self.zone).astimezone(UTC)

    def holds(self, moment: Moment) -> bool:
        """Whether a moment is on one of the days."""
        return self.midnight(self.first) <= instant(moment, self.zone) < self.midnight(self.last + DAY)

    def is_clear_of(self, block: Block) -> bool:
        """Whether an event that comes only once is surely on other days, so that it need not be read."""
        if any(line.name in _COMES_AGAIN for line in block.lines):
            return False
        begins, ends = _BEGINS.match(block.value("DTSTART")), _BEGINS.match(block.value("DTEND"))
        if not begins or not block.is_whole:
            return False
        if begins[0] > f"{self.last + FAR:%Y%m%d}":
            return not ends or ends[0] >= begins[0]
        return bool(ends and begins[0] <= ends[0] < f"{self.first - FAR:%Y%m%d}")


class Piece(NamedTuple):
    """What an event takes of one day, in minutes of the clock on the wall."""

    day: date
    begins: int
    ends: int


def whole_days(start: date, end: date, window: Window) -> Iterator[date]:
    """The days of an event that lasts all day; one that ends on its first day takes that day all the same."""
    if start > window.last:
        return
    day = max(start, window.first)
    until = min(max(end, start + DAY), window.last + DAY)
    while day < until:
        yield day
        day += DAY


def pieces(start: datetime, end: datetime, window: Window) -> Iterator[Piece]:
    """The pieces of an event that has a time, one for each day it touches; begun minutes are whole ones."""
    begins = instant(start, window.zone)
    ends = instant(end, window.zone)
    if ends <= begins:
        ends = begins + _by_the_clock(start, end)
    begins = max(begins, window.midnight(window.first))
    ends = min(ends, window.midnight(window.last + DAY))
    while begins < ends:
        day = begins.astimezone(window.zone).date()
        closes = window.midnight(day + DAY)
        yield Piece(day, *_on_the_wall(begins, min(ends, closes), closes=closes, zone=window.zone))
        begins = closes


def _by_the_clock(start: datetime, end: datetime) -> timedelta:
    """The length of what begins in an hour that clocks leave out: it begins later, and lasts as long."""
    return max(timedelta(), end - start) if start.tzinfo is end.tzinfo else timedelta()


def _on_the_wall(begins: datetime, ends: datetime, *, closes: datetime, zone: ZoneInfo) -> tuple[int, int]:
    """From which minute of the day to which. Of an hour that comes twice, both are taken."""
    begins, ends = begins.replace(second=0, microsecond=0), _rounded_up(ends)
    from_minute = _minute(begins, zone)
    to_minute = MINUTES_OF_DAY if ends >= closes else _minute(ends, zone)
    set_back = _set_back(begins, ends, zone)
    if set_back is None:
        return from_minute, to_minute
    return min(from_minute, _minute(set_back, zone)), max(to_minute, _minute(set_back - MINUTE, zone) + 1)


def _set_back(begins: datetime, ends: datetime, zone: ZoneInfo) -> datetime | None:
    """The minute at which clocks are set back in between; None where they are not."""
    before = _offset(begins, zone)
    if _offset(ends, zone) >= before:
        return None
    minutes = range((ends - begins) // MINUTE)
    return begins + MINUTE * bisect_left(
        minutes, True, key=lambda minute: _offset(begins + MINUTE * minute, zone) < before
    )


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _minute(at: datetime, zone: ZoneInfo) -> int:
    return minute_of(at.astimezone(zone).time())


def _rounded_up(at: datetime) -> datetime:
    full = at.replace(second=0, microsecond=0)
    return full if full == at else full + MINUTE
