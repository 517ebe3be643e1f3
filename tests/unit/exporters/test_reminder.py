"""The reminder is a weekly entry that never says what it is for."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from unrut.core.errors import InvalidInputError
from unrut.exporters.reminder import neutral_title, reminder

pytestmark = pytest.mark.unit

FRIDAY = date(2026, 11, 20)
MADE_AT = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def made(offset: int = 4, at: time = time(17), title: str = "", today: date = FRIDAY) -> Any:
    content = reminder(offset, at, title=title, today=today, made_at=MADE_AT)
    (entry,) = Calendar.from_ical(content).walk("VEVENT")
    return entry


def test_file_is_exactly_this() -> None:
    content = reminder(4, time(17), title="", today=FRIDAY, made_at=MADE_AT)

    assert content.decode().split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Unrut//Plan//EN",
        "X-WR-CALNAME:Unrut",
        "BEGIN:VEVENT",
        "SUMMARY:Unrut",
        "DTSTART:20261120T170000",
        "DTEND:20261120T171000",
        "DTSTAMP:20261120T120000Z",
        "UID:weekly-sitting@unrut",
        "RRULE:FREQ=WEEKLY",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Unrut",
        "TRIGGER:P0D",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@pytest.mark.parametrize(
    ("offset", "first"), [(3, 26), (4, 20), (5, 21), (6, 22), (7, 23)], ids="Thu Fri Sat Sun Mon".split()
)
def test_first_entry_is_on_the_next_such_day(offset: int, first: int) -> None:
    starts = made(offset, time(8, 30)).decoded("dtstart")

    assert starts == datetime(2026, 11, first, 8, 30)  # noqa: DTZ001 - local time is the point


def test_entry_is_named_as_the_person_likes() -> None:
    entry = made(title="  Ten\nminutes, quietly ")

    (alarm,) = entry.walk("VALARM")
    assert (str(entry["summary"]), str(alarm["description"])) == ("Ten minutes, quietly",) * 2
    assert "description" not in entry
    assert alarm.decoded("trigger") == timedelta(0)


@pytest.mark.parametrize("word", ["Work", "worktime", "my JOB", "jobs", "the rut", "Career talk"])
def test_name_that_tells_what_it_is_for_is_refused(word: str) -> None:
    with pytest.raises(
        InvalidInputError, match=r"^Others may see your calendar, so the entry should not say"
    ):
        neutral_title(word)


@pytest.mark.parametrize("name", ["Unrut", "Truth", "Homework"[:4], "Jo B", "Rutabaga soup"])
def test_name_that_only_sounds_alike_is_kept(name: str) -> None:
    assert neutral_title(name) == name


def test_name_that_is_too_long_is_refused() -> None:
    with pytest.raises(InvalidInputError, match=r"^The name has 101 characters"):
        neutral_title("x" * 101)
