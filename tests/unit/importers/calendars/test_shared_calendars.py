"""Odd calendars, where they are at hand: all are read, and what the library finds in them is found."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import recurring_ical_events  # type: ignore[import-untyped]
from icalendar import Calendar
from tests.unit.importers.calendars.files import BERLIN, times

from unrut.importers.calendars.contract import ReadCalendar
from unrut.importers.calendars.diary import NO_LENGTH, NOT_BUSY
from unrut.importers.calendars.read import read_calendar

DATA = Path(__file__).resolve().parents[4] / "../shared/data/calendars"
FILES = sorted(DATA.glob("*.ics"))
pytestmark = [
    pytest.mark.unit,
    pytest.mark.skipif(not FILES, reason="the collection of odd calendars is not at hand"),
]

YEARS = 2
BROKEN = {
    "bad_rrule_missing_until_event.ics": [
        "The days on which it comes again cannot be worked out, so it was left out."
    ]
}
MIXED = {
    "issue_201_test_matrix.ics"
}  # where it takes a day for one of universal time, and we for one of the person
DAY = timedelta(days=1)


def told(name: str, first: date, last: date) -> ReadCalendar:
    return read_calendar(name, (DATA / name).read_bytes(), first=first, last=last, zone=BERLIN)


def month(name: str, year: int, number: int) -> ReadCalendar:
    first = date(year, number, 1)
    return told(name, first, (first + timedelta(days=31)).replace(day=1) - DAY)


def year_of(name: str) -> int:
    """The year of the last event that stands in a file."""
    events: Any = Calendar.from_ical((DATA / name).read_bytes()).walk("VEVENT")
    years = [each["DTSTART"].dt.year for each in events]
    return max(years, default=2026)


def found_by_the_library(name: str, year: int) -> Iterator[Any]:
    content = (DATA / name).read_bytes()
    # A rule that is empty means nothing, and stops the library.
    whole = Calendar.from_ical(content.replace(b"RRULE:\r\n", b"").replace(b"RRULE:\n", b""))
    query = recurring_ical_events.of(whole)
    for each in query.between(date(year - YEARS, 12, 31), date(year + 1, 1, 2)):
        if str(each.get("TRANSP", "")) != "TRANSPARENT" and str(each.get("STATUS", "")) != "CANCELLED":
            yield each


def local(moment: Any) -> datetime:
    full = moment if isinstance(moment, datetime) else datetime.combine(moment, time())
    return full.astimezone(BERLIN).replace(tzinfo=None) if full.tzinfo else full


def days_between(start: datetime, end: datetime) -> Iterator[tuple[date, int, int]]:
    if start < end:
        start, end = start.replace(second=0), end + timedelta(seconds=-end.second % 60)
    while start < end:
        midnight = datetime.combine(start.date() + DAY, time())
        yield (
            start.date(),
            start.hour * 60 + start.minute,
            (min(end, midnight) - start) // timedelta(minutes=1),
        )
        start = midnight


@pytest.mark.parametrize("name", [file.name for file in FILES if file.name not in MIXED])
def test_shared_calendar_is_busy_when_the_library_says_so(name: str) -> None:
    year = year_of(name)
    first, last = date(year - YEARS + 1, 1, 1), date(year, 12, 31)

    if name in BROKEN:
        assert [each.why for each in told(name, first, last).skipped] == BROKEN[name]
        return
    expected = {
        piece
        for each in found_by_the_library(name, year)
        if isinstance(each["DTSTART"].dt, datetime)
        for piece in days_between(local(each["DTSTART"].dt), local(each["DTEND"].dt))
        if first <= piece[0] <= last
    }
    busy = [each for each in told(name, first, last).busy if each.start]
    assert {
        (each.day, each.start.hour * 60 + each.start.minute, each.minutes) for each in busy if each.start
    } == expected


@pytest.mark.parametrize("name", [file.name for file in FILES if file.name not in BROKEN])
def test_shared_calendar_knows_of_each_whole_day(name: str) -> None:
    year = year_of(name)
    first, last = date(year - YEARS + 1, 1, 1), date(year, 12, 31)
    read = told(name, first, last)

    titles = {
        " ".join(str(each.get("SUMMARY", "")).split())
        for each in found_by_the_library(name, year)
        if not isinstance(each["DTSTART"].dt, datetime)
        and each["DTSTART"].dt <= last
        and max(each["DTEND"].dt, each["DTSTART"].dt + DAY) > first
    }
    known = {each.title for each in read.busy} | {each.name for each in read.holidays}
    noted = {each.where.rpartition(" (line")[0].strip('"') for each in read.skipped}
    assert titles <= known | noted


@pytest.mark.parametrize(
    ("name", "first", "last", "expected"),
    [
        ("issue_113_period_rdate_duration.ics", date(2024, 9, 12), date(2024, 9, 13), ["12 14:00 60", "13 14:00 120"]),
        ("issue_132_swapped_start_and_end.ics", date(2023, 1, 1), date(2023, 12, 31), ["18 23:30 15"]),
        ("end_before_start_event.ics", date(2019, 1, 1), date(2019, 12, 31), ["4 08:00 30"]),
        ("issue_86_x_wr_timezone_without_time_zone_in_dt.ics", date(2021, 9, 16), date(2021, 9, 16), ["16 21:00 105"]),
    ],
)  # fmt: skip
def test_shared_calendar_of_one_case(name: str, first: date, last: date, expected: list[str]) -> None:
    assert times(told(name, first, last)) == expected


@pytest.mark.parametrize(
    ("name", "first", "last", "count"),
    [
        ("event_10_times.ics", 2015, 2024, 10),
        ("each_week_but_one_deleted.ics", 2015, 2024, 7),
        ("each_week_but_two_deleted.ics", 2015, 2024, 6),
        ("issue_4_rrule_until.ics", 2015, 2024, 12),
        ("issue_4_weidenrinde.ics", 2015, 2024, 2),
        ("issue_15_duplicated_events.ics", 2013, 2013, 3),
        ("issue_27_t1.ics", 2020, 2020, 2),
        ("issue_27_t2.ics", 2020, 2020, 2),
        ("issue_117_until_before_dtstart.ics", 2015, 2024, 0),
        ("three_events.ics", 2015, 2024, 3),
        ("zero_size_event.ics", 2015, 2024, 0),
        ("no_events.ics", 2015, 2024, 0),
        ("issue_97_simple_todo.ics", 2015, 2024, 0),
        ("issue_97_simple_journal.ics", 2015, 2024, 0),
    ],
)
def test_shared_calendar_number_of_times(name: str, first: int, last: int, count: int) -> None:
    assert len(told(name, date(first, 1, 1), date(last, 12, 31)).busy) == count


def test_shared_calendar_last_event_after_clocks_changed_is_there() -> None:
    read = told("issue_107_omitting_last_event.ics", date(2023, 6, 1), date(2023, 12, 31))

    assert [each.day for each in read.busy] == [date(2023, 6, 1), date(2023, 6, 8)]


def test_shared_calendar_cancelled_time_is_free() -> None:
    read = told("issue_18_cancel_status.ics", date(2020, 1, 28), date(2020, 1, 30))

    assert [each.day.day for each in read.busy] == [28, 30]


def test_shared_calendar_moved_events_are_where_they_moved() -> None:
    read = month("issue_62_moved_event_2.ics", 2023, 8)

    assert {each.day.day for each in read.busy if each.start} == {8, 14, 22}


def test_shared_calendar_change_from_one_time_on() -> None:
    read = told("issue_75_range_parameter.ics", date(2024, 9, 11), date(2024, 9, 24))

    assert {each.day.day for each in read.busy if each.title == "ORIGINAL EVENT"} == {11}
    assert [each.day.day for each in read.busy if each.title == "MODIFIED EVENT"] == [13, 14, 15, 17, 19]
    assert [each.day.day for each in read.busy if each.title == "EDITED EVENT"] == [22, 24]


def test_shared_calendar_day_once_and_not_the_next() -> None:
    days = [
        told("issue_44_double_event.ics", day, day)
        for day in (date(2020, 8, 13), date(2020, 8, 14), date(2020, 8, 15))
    ]

    assert [[each.why for each in read.skipped] for read in days] == [[], [NOT_BUSY], []]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("issue_163_deleted_modification.ics", date(2024, 8, 19)),
        ("issue_148_ignored_exdate.ics", date(2024, 7, 15)),
    ],
)
def test_shared_calendar_deleted_change_is_gone(name: str, day: date) -> None:
    assert told(name, day, day) == ReadCalendar(name, (), (), ())


def test_shared_calendars_of_holidays_give_holidays() -> None:
    new_year = [
        [each.day for each in told(name, date(2019, 1, 1), date(2019, 1, 5)).holidays]
        for name in ("Germany.ics", "Germany_Holidays.ics")
    ]

    assert new_year == [[date(2019, 1, 1)], [date(2019, 1, 1)]]


def test_shared_calendar_event_without_length_is_said() -> None:
    assert [
        each.why for each in told("zero_size_event.ics", date(2015, 1, 1), date(2024, 12, 31)).skipped
    ] == [NO_LENGTH]


def test_shared_calendar_of_days_and_times_mixed_begins_at_midnight() -> None:
    read = told("issue_201_test_matrix.ics", date(2000, 1, 1), date(2000, 1, 5))

    begun = {(each.start, each.minutes) for each in read.busy if each.day.day == 1}
    assert begun == {(time(hour), minutes) for hour in (0, 1) for minutes in (600, 1440 - 60 * hour)}


def test_shared_calendars_are_all_looked_at() -> None:
    assert {file.name for file in DATA.iterdir()} == {file.name for file in FILES}
