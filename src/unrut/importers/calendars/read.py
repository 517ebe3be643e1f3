"""The one door through which calendar files are read: busy times and holidays between two days, in local time."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from unrut.core.errors import InvalidInputError
from unrut.importers.calendars.contract import ReadCalendar
from unrut.importers.calendars.days import Window
from unrut.importers.calendars.diary import Diary
from unrut.importers.calendars.events import Home, ReadEvent, place_of, read_event
from unrut.importers.calendars.holidays import is_of_holidays
from unrut.importers.calendars.lines import Block, Sheet, sheets_of
from unrut.importers.calendars.occurrences import occurrences
from unrut.importers.calendars.work import Work
from unrut.importers.calendars.zones import Zones, zone_named
from unrut.importers.contract import UnreadableFileError, UnreadableRecordError
from unrut.importers.text_tools import one_line
from unrut.importers.wins.letters import is_text, lettered

MEGABYTE = 1_000_000
LARGEST = 20 * MEGABYTE
LONGEST = timedelta(days=3653)  # ten years
LONGEST_NAME = 200
UNNAMED = "The file"
THE_FILE = "the file"


def read_calendar(name: str, content: bytes, *, first: date, last: date, zone: ZoneInfo) -> ReadCalendar:
    """What a calendar takes of the days from `first` to `last`, both included, in the zone of the person.

    Raises UnreadableFileError with a sentence when the file is empty, too large, broken or no calendar, and
    InvalidInputError where more than ten years are asked for.
    """
    if first > last:
        raise ValueError("The first day comes after the last.")
    if last - first > LONGEST:
        raise InvalidInputError("Calendars are read for ten years at most. Choose a nearer last day.")
    shown = one_line(name)[:LONGEST_NAME] or UNNAMED
    text, notices = _text(shown, content)
    diary = Diary(Window(first, last, zone))
    for notice in notices:
        diary.note(THE_FILE, notice)
    sheets = sheets_of(shown, text)
    work = Work()
    for sheet in sheets:
        _Reading(sheet, shown, diary, work).read()
    own = next((_own_name(sheet) for sheet in sheets if _own_name(sheet)), shown)
    return diary.result(own)


class _Reading:
    """One calendar of a file on its way into the diary."""

    def __init__(self, sheet: Sheet, shown: str, diary: Diary, work: Work) -> None:
        self._sheet = sheet
        self._diary = diary
        self._work = work
        self._zones = Zones(sheet.zones)
        self._home = self._found_home()
        self._is_of_holidays = is_of_holidays(_own_name(sheet), shown)

    def read(self) -> None:
        if not self._sheet.is_whole:
            self._diary.note(
                THE_FILE, "It breaks off before its end. What was there was read; export it again."
            )
        for series in self._series():
            self._take(series)

    def _take(self, series: Sequence[ReadEvent]) -> None:
        try:
            found = occurrences(series, self._diary.window, self._work)
        except UnreadableRecordError as error:
            self._diary.note(series[0].where, str(error))
            return
        for each in found:
            self._diary.take(each, is_of_holidays=self._is_of_holidays)

    def _series(self) -> list[list[ReadEvent]]:
        """The events that belong together, because they bear one name; those that bear none are by themselves."""
        names = Counter(block.value("UID") for block in self._sheet.events)
        series: dict[str | int, list[ReadEvent]] = {}
        for block in self._sheet.events:
            name = block.value("UID")
            if (not name or names[name] == 1) and self._diary.window.is_clear_of(block):
                continue
            event = self._event(block)
            if event:
                series.setdefault(name or block.number, []).append(event)
        return list(series.values())

    def _event(self, block: Block) -> ReadEvent | None:
        try:
            return read_event(block, self._zones, self._home)
        except UnreadableRecordError as error:
            self._diary.note(place_of(block, one_line(block.value("SUMMARY"))[:LONGEST_NAME]), str(error))
            return None

    def _found_home(self) -> Home:
        name = self._sheet.properties.get("X-WR-TIMEZONE", "")
        told = zone_named(name) if name else None
        if name and told is None:
            self._diary.note(
                THE_FILE,
                f'Its time zone "{one_line(name)[:LONGEST_NAME]}" is not known here. Times without one of their own were taken '
                "as local ones.",
            )
        return Home(told or self._diary.window.zone, is_told=told is not None)


def _text(shown: str, content: bytes) -> tuple[str, tuple[str, ...]]:
    if len(content) > LARGEST:
        raise UnreadableFileError(
            f"{shown} has more than {LARGEST // MEGABYTE} MB, which is the most we read at once. Export a part of the calendar."
        )
    text, notices = lettered(content)
    if not text.strip():
        raise UnreadableFileError(f"{shown} is empty. Export your calendar as iCalendar (.ics) again.")
    if not is_text(text):
        raise UnreadableFileError(f"{shown} is no text. Give us a calendar as iCalendar (.ics).")
    return text, notices


def _own_name(sheet: Sheet) -> str:
    return one_line(sheet.properties.get("X-WR-CALNAME", ""))[:LONGEST_NAME]
