"""The occurrences of the events of a calendar."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from typing import Any, NamedTuple

import recurring_ical_events  # type: ignore[import-untyped]
from icalendar import Calendar

from unrut.importers.calendars.days import DAY, FAR, Window
from unrut.importers.calendars.events import SOURCE, ReadEvent, instant
from unrut.importers.calendars.work import Work, series_within
from unrut.importers.contract import UnreadableRecordError

MOST_CHANGES = 5000


class Occurrence(NamedTuple):
    """One time an event takes place."""

    event: ReadEvent
    start: Any  # two days or two times
    end: Any


def occurrences(events: Sequence[ReadEvent], window: Window, work: Work) -> list[Occurrence]:
    """When the events of one series (an event that comes again, and what was changed of it) take place, about the days read.

    Raises UnreadableRecordError where that cannot be found out, or the series is far too long.
    """
    if len(events) > MOST_CHANGES:
        raise UnreadableRecordError(
            f"It was changed more than {MOST_CHANGES:,} times, which is more than we follow, so it was left out."
        )
    if len(events) == 1 and _is_over(events[0], window):
        return []
    work.begin()
    try:
        return list(_found(events, window, work))
    except UnreadableRecordError:
        raise
    except Exception as error:  # the library raises anything at a rule or a day it does not expect
        raise UnreadableRecordError(
            "The days on which it comes again cannot be worked out, so it was left out."
        ) from error


def _found(events: Sequence[ReadEvent], window: Window, work: Work) -> Iterator[Occurrence]:
    if len(events) == 1 and not events[0].comes_again:
        once = recurring_ical_events.EventAdapter(events[0].event)
        yield Occurrence(events[0], once.start, once.end)
        return
    calendar = Calendar()
    for number, each in enumerate(events):
        each.event["UID"], each.event[SOURCE] = "series", str(number)
        calendar.add_component(each.event)
    kind = recurring_ical_events.ComponentsWithName("VEVENT", series=series_within(work))
    query = recurring_ical_events.of(calendar, components=[kind])
    # A time without a zone, or in another one, is up to fourteen hours away from here.
    opens, closes = (
        datetime.combine(day, time(), window.zone) for day in (window.first - DAY, window.last + 2 * DAY)
    )
    for found in query.between(opens, closes):
        yield Occurrence(events[int(found[SOURCE])], found["DTSTART"].dt, found["DTEND"].dt)


def _is_over(event: ReadEvent, window: Window) -> bool:
    """Whether the rules of an event say that it ended long before, so that nothing need be reckoned."""
    rules = event.rules
    if not rules or event.is_change or "RDATE" in event.event or any("UNTIL" not in rule for rule in rules):
        return False
    untils = [instant(rule["UNTIL"][0], window.zone) for rule in rules]
    return max(untils) < window.midnight(window.first - FAR) - event.length
