"""What the occurrences of a calendar take of the days, gathered one after the other."""

from datetime import datetime, time

from unrut.importers.calendars.contract import Busy, Holiday, ReadCalendar, Skipped
from unrut.importers.calendars.days import Piece, Window, pieces, whole_days
from unrut.importers.calendars.events import ReadEvent
from unrut.importers.calendars.holidays import is_holiday, is_working_day
from unrut.importers.calendars.occurrences import Occurrence
from unrut.importers.calendars.taken import MINUTES_OF_DAY, MINUTES_OF_HOUR
from unrut.importers.calendars.work import MOST_TIMES
from unrut.importers.contract import UnreadableFileError

NOT_BUSY = "It lasts all day and is not marked as busy, so it takes no time."
NO_LENGTH = "It has no length, so it takes no time."
KEPT_IN_MIND = "It says that it is no public holiday, so it is an ordinary day."


class Diary:
    """Busy times, holidays and notes between two days."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self._busy: set[Busy] = set()
        self._holidays: set[Holiday] = set()
        self._skipped: dict[Skipped, None] = {}
        self._count = 0

    def note(self, where: str, why: str) -> None:
        """Something is to be said, once."""
        self._skipped[Skipped(where, why)] = None

    def take(self, found: Occurrence, *, is_of_holidays: bool) -> None:
        """Enters an occurrence, and says what of it was not.

        Raises UnreadableFileError where a calendar has far too many.
        """
        if found.event.is_cancelled:
            self._add(1)
        elif isinstance(found.start, datetime):
            self._take_time(found)
        else:
            self._take_days(found, is_of_holidays=is_of_holidays)

    def result(self, name: str) -> ReadCalendar:
        """All that was entered, in the order of time."""
        return ReadCalendar(
            name,
            tuple(sorted(self._busy, key=_order)),
            tuple(sorted(self._holidays, key=lambda each: (each.day, each.name))),
            tuple(self._skipped),
        )

    def _take_time(self, found: Occurrence) -> None:
        event = found.event
        told = list(pieces(found.start, found.end, self.window))
        self._add(max(1, len(told)))
        if event.is_free:
            return
        if told:
            self._busy.update(_busy(piece, event.title) for piece in told)
            self._say(event, *event.notes)
        elif self.window.holds(found.start) and found.start == found.end:
            self._say(event, *event.notes, NO_LENGTH)

    def _take_days(self, found: Occurrence, *, is_of_holidays: bool) -> None:
        event = found.event
        days = list(whole_days(found.start, found.end, self.window))
        self._add(max(1, len(days)))
        if not days:
            return
        self._say(event, *event.notes)
        if is_of_holidays and is_working_day(event):
            self._say(event, KEPT_IN_MIND)
        elif is_of_holidays or is_holiday(event):
            self._holidays.update(Holiday(day, event.title) for day in days)
        elif event.is_marked_busy:
            self._busy.update(Busy(day, None, MINUTES_OF_DAY, event.title, True) for day in days)
        else:
            self._say(event, NOT_BUSY)

    def _say(self, event: ReadEvent, *whys: str) -> None:
        for why in whys:
            self.note(event.where, why)

    def _add(self, count: int) -> None:
        self._count += count
        if self._count > MOST_TIMES:
            raise UnreadableFileError(
                f"Between {self.window.first} and {self.window.last} this calendar holds more than {MOST_TIMES:,} times, "
                "which is the most we read at once. Choose a shorter time, or export a part of it."
            )


def _busy(piece: Piece, title: str) -> Busy:
    start = time(*divmod(piece.begins, MINUTES_OF_HOUR))
    return Busy(piece.day, start, piece.ends - piece.begins, title, False)


def _order(busy: Busy) -> tuple[object, ...]:
    return busy.day, busy.start or time(), -busy.minutes, busy.title, busy.is_all_day
