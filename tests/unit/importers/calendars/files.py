"""Calendar files written line by line, and read for one week of March in Berlin."""

from datetime import date
from zoneinfo import ZoneInfo

from unrut.importers.calendars.contract import ReadCalendar
from unrut.importers.calendars.read import read_calendar

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY, SUNDAY = date(2026, 3, 2), date(2026, 3, 8)


def event(*lines: str) -> str:
    return "\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))


def calendar(*parts: str) -> bytes:
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *parts, "END:VCALENDAR", "")).encode()


def read(
    *parts: str,
    first: date = MONDAY,
    last: date = SUNDAY,
    zone: str = "Europe/Berlin",
    name: str = "mine.ics",
) -> ReadCalendar:
    return read_calendar(name, calendar(*parts), first=first, last=last, zone=ZoneInfo(zone))


def times(told: ReadCalendar) -> list[str]:
    """Busy times in short: day of the month, beginning, minutes."""
    return [f"{each.day.day} {each.start or 'all day'!s:.5} {each.minutes}" for each in told.busy]


def whys(told: ReadCalendar) -> list[str]:
    return [each.why for each in told.skipped]
