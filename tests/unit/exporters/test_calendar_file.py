"""The calendar file is read back with the library other programs use."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from unrut.exporters.calendar_file import CalendarEvent, calendar_file

pytestmark = pytest.mark.unit

MADE_AT = datetime(2026, 3, 6, 17, 30, tzinfo=timezone(timedelta(hours=2)))
EVENT = CalendarEvent(
    uid="step-7@unrut",
    title="Read ten postings",
    day=date(2026, 3, 10),
    start=time(19, 0),
    minutes=45,
    note="A list of ten skills",
)


def made(*events: CalendarEvent, name: str = "Plan") -> bytes:
    return calendar_file(events, name=name, made_at=MADE_AT)


def with_title(title: str) -> CalendarEvent:
    return CalendarEvent("a", title, EVENT.day, EVENT.start, 45, "")


def title_read_back(content: bytes) -> str:
    return str(Calendar.from_ical(content).walk("VEVENT")[0]["summary"])


def test_file_with_one_event_is_exactly_this() -> None:
    content = made(EVENT)

    assert content.decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Unrut//Plan//EN",
        "X-WR-CALNAME:Plan",
        "BEGIN:VEVENT",
        "SUMMARY:Read ten postings",
        "DTSTART:20260310T190000",
        "DTEND:20260310T194500",
        "DTSTAMP:20260306T153000Z",
        "UID:step-7@unrut",
        "DESCRIPTION:A list of ten skills",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_file_without_events_is_still_a_calendar() -> None:
    content = made(name="Plan, first draft; mine")

    assert content.decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Unrut//Plan//EN",
        "X-WR-CALNAME:Plan\\, first draft\\; mine",
        "END:VCALENDAR",
        "",
    ]


def test_event_is_at_local_time_without_zone() -> None:
    entry = Calendar.from_ical(made(EVENT)).walk("VEVENT")[0]

    assert entry.decoded("dtstart") == datetime(2026, 3, 10, 19, 0)  # noqa: DTZ001 - no zone is the point
    assert entry.decoded("dtend") == datetime(2026, 3, 10, 19, 45)  # noqa: DTZ001 - no zone is the point
    assert entry.decoded("dtstamp") == datetime(2026, 3, 6, 15, 30, tzinfo=UTC)


def test_event_that_ends_at_midnight_ends_on_the_next_day() -> None:
    late = CalendarEvent("a", "Late", EVENT.day, time(23, 0), 60, "")

    entry = Calendar.from_ical(made(late)).walk("VEVENT")[0]

    assert entry.decoded("dtend") == datetime(2026, 3, 11)  # noqa: DTZ001 - no zone is the point


def test_event_without_note_has_no_description() -> None:
    entry = Calendar.from_ical(made(with_title("Quiet"))).walk("VEVENT")[0]

    assert "description" not in entry


def test_events_keep_their_order_and_uid() -> None:
    events = [CalendarEvent(uid, uid, EVENT.day, EVENT.start, 15, "") for uid in ("b", "a", "c")]

    entries = Calendar.from_ical(made(*events)).walk("VEVENT")

    assert [str(entry["uid"]) for entry in entries] == ["b", "a", "c"]


@pytest.mark.parametrize(
    "title",
    [
        'Commas, semicolons; colons: and "quotes"',
        "Two\nlines",
        "Folder C:\\New\\notes",
        "A backslash at the end \\",
        "Plan 🌱 für Zoë, 計画",
        "BEGIN:VEVENT",
        "tab\tinside",
        "",
    ],
)
def test_text_comes_back_as_it_went_in(title: str) -> None:
    content = made(with_title(title))

    assert title_read_back(content) == title


@pytest.mark.parametrize(
    ("title", "read_back"),
    [("one\r\ntwo", "one\ntwo"), ("one\rtwo", "one\ntwo"), ("bell\x07 and nul\x00", "bell and nul")],
)
def test_text_the_format_forbids_is_made_plain(title: str, read_back: str) -> None:
    content = made(with_title(title))

    assert title_read_back(content) == read_back


def test_long_text_is_folded_between_whole_characters() -> None:
    title = "🌱" * 200

    content = made(with_title(title))

    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert title_read_back(content) == title


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])), st.text("\\nN,;\n x"))
def test_any_text_survives(title: str, note: str) -> None:
    event = CalendarEvent("a", title, EVENT.day, EVENT.start, 45, note)

    entry = Calendar.from_ical(made(event)).walk("VEVENT")[0]

    assert str(entry["summary"]) == title
    assert str(entry.get("description", "")) == "\n".join(note.splitlines())
