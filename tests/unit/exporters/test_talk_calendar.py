"""A meeting is one entry that rings, and with a neutral name it says nothing of what it is for."""

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

import pytest
from icalendar import Calendar

from unrut.core.errors import InvalidInputError
from unrut.exporters.talk_calendar import talk_calendar
from unrut.models import Contact, Talk

pytestmark = pytest.mark.unit

MADE_AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
UID = UUID("00000000-0000-4000-8000-00000000002a")


def a_meeting(**fields: Any) -> Talk:
    """A talk on a day that no store knows."""
    values = {"meet_on": date(2026, 11, 26), "meet_at": time(12, 30), "questions": ["Who stays?"], **fields}
    return Talk(contact=Contact(name="Ana Ortiz; =cmd"), uid=UID, about="Data editor, Mill", **values)


def entry_of(talk: Talk, *, neutral: bool = False) -> Any:
    content = talk_calendar(talk, made_at=MADE_AT, neutral=neutral)
    (entry,) = Calendar.from_ical(content).walk("VEVENT")
    return entry


def test_neutral_file_is_exactly_this() -> None:
    content = talk_calendar(a_meeting(), made_at=MADE_AT, neutral=True)

    assert content.decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Unrut//Plan//EN",
        "X-WR-CALNAME:Call",
        "BEGIN:VEVENT",
        "SUMMARY:Call",
        "DTSTART:20261126T123000",
        "DTEND:20261126T130000",
        "DTSTAMP:20261120T120000Z",
        f"UID:{UID}@unrut",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Call",
        "TRIGGER:P0D",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_file_with_the_name_holds_the_questions() -> None:
    entry = entry_of(a_meeting(questions=["Who stays?", "Who left, and why?"]))

    assert entry["summary"] == "Talk with Ana Ortiz; =cmd"
    assert entry["description"] == "Who stays?\nWho left, and why?"


def test_meeting_without_a_time_is_in_the_evening() -> None:
    starts = entry_of(a_meeting(meet_at=None)).decoded("dtstart")

    assert starts == datetime(2026, 11, 26, 18, 0)  # noqa: DTZ001 - local time is the point


def test_same_talk_keeps_its_entry_when_it_is_moved() -> None:
    moved = a_meeting(meet_on=date(2026, 12, 3))

    assert entry_of(a_meeting())["uid"] == entry_of(moved, neutral=True)["uid"]


def test_talk_without_a_day_has_no_file() -> None:
    with pytest.raises(InvalidInputError, match="No day is set for this talk yet"):
        talk_calendar(a_meeting(meet_on=None), made_at=MADE_AT, neutral=True)
