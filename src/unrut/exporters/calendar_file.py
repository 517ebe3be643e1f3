"""Writes sittings as a calendar file (iCalendar, RFC 5545) that any calendar program can open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Alarm, Event
    from icalendar.prop import vInline

PRODUCT = "-//Unrut//Plan//EN"
VERSION = "2.0"

# The format forbids control characters in text, apart from the tab and the (escaped) line break.
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
_ESCAPES = str.maketrans(
    {chr(code): None for code in _CONTROLS if chr(code) != "\t"}
    | {"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"}
)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One entry of the calendar. The same `uid` in a later file replaces the entry instead of adding a second one.

    A weekly entry comes again every week. One that `rings` does so when it begins.
    """

    uid: str
    title: str
    day: date
    start: time
    minutes: int
    note: str
    is_weekly: bool = False
    rings: bool = False


def calendar_file(events: Sequence[CalendarEvent], *, name: str, made_at: datetime) -> bytes:
    """The events as a file, in local time: seven in the evening stays seven in the evening wherever the person is."""
    from icalendar import Calendar  # slow to import, needed by few commands

    calendar = Calendar()
    calendar["prodid"] = _text(PRODUCT)
    calendar["version"] = _text(VERSION)
    calendar["x-wr-calname"] = _text(name)
    for event in events:
        calendar.add_component(_entry(event, made_at))
    content: bytes = calendar.to_ical()
    return content


def _entry(event: CalendarEvent, made_at: datetime) -> "Event":
    from icalendar import Event  # slow to import, needed by few commands

    starts = datetime.combine(event.day, event.start)
    entry = Event()
    entry["uid"] = _text(event.uid)
    entry.add("dtstamp", made_at.astimezone(UTC))
    entry.add("dtstart", starts)
    entry.add("dtend", starts + timedelta(minutes=event.minutes))
    entry["summary"] = _text(event.title)
    if event.note:
        entry["description"] = _text(event.note)
    if event.is_weekly:
        entry.add("rrule", {"freq": "weekly"})
    if event.rings:
        entry.add_component(_alarm(event))
    return entry


def _alarm(event: CalendarEvent) -> "Alarm":
    from icalendar import Alarm  # slow to import, needed by few commands

    alarm = Alarm()
    alarm["action"] = _text("DISPLAY")
    alarm["description"] = _text(event.title)
    alarm.add("trigger", timedelta(0))
    return alarm


def _text(text: str) -> "vInline":
    """Escaped by us, because icalendar 7.3 writes a backslash and an N, as in a Windows path, as a line break."""
    from icalendar.prop import vInline  # slow to import, needed by few commands

    return vInline("\n".join(text.splitlines()).translate(_ESCAPES))
