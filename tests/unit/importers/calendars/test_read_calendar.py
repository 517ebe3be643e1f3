"""Calendar files as a whole: when one is busy, what is a holiday, and what is said of the rest."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.calendars.files import BERLIN, MONDAY, SUNDAY, calendar, event, read, times, whys

from unrut.core.errors import InvalidInputError
from unrut.importers.calendars import diary, lines, occurrences, work
from unrut.importers.calendars import read as reading
from unrut.importers.calendars.contract import Busy, Holiday, ReadCalendar, Skipped
from unrut.importers.calendars.read import read_calendar
from unrut.importers.contract import UnreadableFileError

pytestmark = pytest.mark.unit

TEN = "DTSTART:20260303T100000"
HOUR = "DURATION:PT1H"
DAILY = "RRULE:FREQ=DAILY;COUNT=4"
TUESDAY_OFF = "DTSTART;VALUE=DATE:20260303"


def refused(content: bytes, name: str = "mine.ics") -> str:
    with pytest.raises(UnreadableFileError) as told:
        read_calendar(name, content, first=MONDAY, last=SUNDAY, zone=BERLIN)
    return str(told.value)


def test_calendar_one_event_of_it() -> None:
    told = read("X-WR-CALNAME:Ada at work", event(TEN, "DTEND:20260303T113000", "SUMMARY:Budget\\, part 2"))

    busy = Busy(date(2026, 3, 3), time(10), 90, "Budget, part 2", False)
    assert told == ReadCalendar("Ada at work", (busy,), (), ())


def test_calendar_without_a_name_is_named_as_the_file() -> None:
    assert read(name="mine\n.ics") == ReadCalendar("mine .ics", (), (), ())


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((TEN, "DTEND:20260303T110000"), ["3 10:00 60"]),
        ((TEN, "DURATION:P1DT1H"), ["3 10:00 840", "4 00:00 660"]),
        ((TEN, "DURATION:-PT1H"), ["3 09:00 60"]),
        (("DTSTART:20260303T220000", "DTEND:20260306T020000"), ["3 22:00 120", "4 00:00 1440", "5 00:00 1440", "6 00:00 120"]),
        (("DTSTART:20260303T230000", "DTEND:20260304T000000"), ["3 23:00 60"]),
        (("DTSTART:20260301T220000", "DTEND:20260302T010000"), ["2 00:00 60"]),
        (("DTSTART:20260308T220000", "DTEND:20260309T010000"), ["8 22:00 120"]),
        (("DTSTART:20250101T000000", "DTEND:20270101T000000"), [f"{day} 00:00 1440" for day in range(2, 9)]),
        (("DTSTART:20260303T100030", "DTEND:20260303T100130"), ["3 10:00 2"]),
        (("DTSTART:20260309T100000", HOUR), []),
        (("DTSTART:20260301T100000", "DTEND:20260301T110000"), []),
    ],
)  # fmt: skip
def test_event_with_a_time_takes_it(said: tuple[str, ...], expected: list[str]) -> None:
    told = read(event(*said))

    assert (times(told), whys(told)) == (expected, [])


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("DTSTART:20260303T100000Z", HOUR), ["3 11:00 60"]),
        (("DTSTART;TZID=America/New_York:20260303T180000", HOUR), ["4 00:00 60"]),
        (('DTSTART;TZID="America/New_York":20260303T180000', HOUR), ["4 00:00 60"]),
        (("DTSTART;TZID=Tokyo Standard Time:20260303T100000", HOUR), ["3 02:00 60"]),
        (("DTSTART;TZID=/example.org/20260101/Europe/London:20260303T100000", HOUR), ["3 11:00 60"]),
        (("DTSTART;tzid=Europe/London:20260303T100000", "DTEND:20260303T103000Z"), ["3 11:00 30"]),
        (("DTSTART;TZID=Europe/London:20260303T100000Z", HOUR), ["3 11:00 60"]),
        (("DTSTART;TZID=Pacific/Kiritimati:20260309T010000", HOUR), ["8 12:00 60"]),
        (("DTSTART;TZID=Pacific/Pago_Pago:20260301T180000", HOUR), ["2 06:00 60"]),
    ],
)
def test_event_in_another_zone_is_told_in_local_time(said: tuple[str, ...], expected: list[str]) -> None:
    told = read(event(*said))

    assert (times(told), whys(told)) == (expected, [])


OWN_ZONE = (
    "BEGIN:VTIMEZONE", "TZID:Harbour time", "X-NOTE:ours", "BEGIN:STANDARD", "DTSTART:16011104T020000",
    "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", "TZOFFSETFROM:-0200", "TZOFFSETTO:-0300", "END:STANDARD",
    "BEGIN:DAYLIGHT", "DTSTART:16010311T020000", "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "TZOFFSETFROM:-0300",
    "TZOFFSETTO:-0200", "END:DAYLIGHT", "END:VTIMEZONE",
)  # fmt: skip


def test_event_in_a_zone_of_the_file_follows_its_clock() -> None:
    weekly = event("DTSTART;TZID=Harbour time:20260303T100000", HOUR, "RRULE:FREQ=WEEKLY;COUNT=3")

    told = read(*OWN_ZONE, weekly, last=date(2026, 3, 31))

    assert times(told) == ["3 14:00 60", "10 13:00 60", "17 13:00 60"]


def test_zone_of_a_file_is_no_other_files() -> None:
    there = event("DTSTART;TZID=Harbour time:20260303T100000", HOUR)
    other = [line.replace("-0300", "+0500").replace("-0200", "+0600") for line in OWN_ZONE]

    assert [times(read(*zone, there)) for zone in (OWN_ZONE, other)] == [["3 14:00 60"], ["3 06:00 60"]]


def test_event_in_an_unknown_zone_is_taken_as_local_and_said() -> None:
    told = read(
        event("DTSTART;TZID=Nowhere:20260303T100000", "DTEND;TZID=Nowhere:20260303T110000", "SUMMARY:Tea")
    )

    assert times(told) == ["3 10:00 60"]
    assert told.skipped == (
        Skipped(
            '"Tea" (line 3)',
            'Its time zone "Nowhere" is not known here, so its times were taken as local ones. Look whether they are right.',
        ),
    )


def test_calendar_with_a_zone_of_its_own_puts_times_without_one_there() -> None:
    told = read("X-WR-TIMEZONE:America/New_York", event(TEN, HOUR))

    assert times(told) == ["3 16:00 60"]


def test_calendar_with_a_zone_of_its_own_repeats_universal_times_after_that_clock() -> None:
    weekly = event("DTSTART:20260303T150000Z", HOUR, "RRULE:FREQ=WEEKLY;COUNT=2")

    told = read("X-WR-TIMEZONE:America/New_York", weekly, last=date(2026, 3, 15))

    assert times(told) == ["3 16:00 60", "10 15:00 60"]


def test_calendar_with_an_unknown_zone_is_read_as_local_and_says_so() -> None:
    told = read("X-WR-TIMEZONE:Moon", event(TEN, HOUR))

    assert times(told) == ["3 10:00 60"]
    assert whys(told) == [
        'Its time zone "Moon" is not known here. Times without one of their own were taken as local ones.'
    ]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ((DAILY,), [3, 4, 5, 6]),
        (("RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20260331",), [3, 5]),
        (("RRULE:FREQ=DAILY;UNTIL=20260305T095959Z",), [3, 4, 5]),
        (("RRULE:FREQ=DAILY;UNTIL=20260305T085959Z",), [3, 4]),
        (("RRULE:FREQ=MONTHLY;BYDAY=1FR",), [3, 6]),
        ((DAILY, "EXDATE:20260304T100000"), [3, 5, 6]),
        ((DAILY, "EXDATE;TZID=UTC:20260304T090000,20260305T090000"), [3, 6]),
        ((DAILY, "EXDATE:20260304T100000", "EXDATE;VALUE=DATE:20260305"), [3, 6]),
        (("RDATE:20260307T100000,20260308T100000",), [3, 7, 8]),
        (("RRULE:FREQ=DAILY;COUNT=2", "RDATE:20260304T100000"), [3, 4]),
        (("RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=WEEKLY;COUNT=1"), [3, 4]),
        (("RRULE:",), [3]),
    ],
)
def test_event_that_comes_again(said: tuple[str, ...], days: list[int]) -> None:
    zoned = event("DTSTART;TZID=Europe/Berlin:20260303T100000", HOUR, *said)

    told = read(zoned)

    assert (times(told), whys(told)) == ([f"{day} 10:00 60" for day in days], [])


def test_event_with_a_span_among_its_days_lasts_that_long() -> None:
    told = read(
        event(
            "DTSTART:20260303T100000Z",
            HOUR,
            "RDATE;VALUE=PERIOD:20260304T120000Z/PT2H,20260305T120000Z/20260305T150000Z",
        )
    )

    assert times(told) == ["3 11:00 60", "4 13:00 120", "5 13:00 180"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("RECURRENCE-ID:20260304T100000", "DTSTART:20260304T150000", HOUR), ["3 10:00 60", "4 15:00 60", "5 10:00 60"]),
        (("RECURRENCE-ID:20260304T100000", "DTSTART:20260310T150000", HOUR), ["3 10:00 60", "5 10:00 60"]),
        (("RECURRENCE-ID:20260304T100000", "DTSTART:20260304T100000", HOUR, "STATUS:CANCELLED"), ["3 10:00 60", "5 10:00 60"]),
        (("RECURRENCE-ID:20260304T100000", "DTSTART:20260304T100000", HOUR, "TRANSP:TRANSPARENT"), ["3 10:00 60", "5 10:00 60"]),
        (("RECURRENCE-ID;RANGE=THISANDFUTURE:20260304T100000", "DTSTART:20260304T120000", "DURATION:PT2H"), ["3 10:00 60", "4 12:00 120", "5 12:00 120"]),
        (("RECURRENCE-ID;RANGE=THISANDFUTURE:20260304T100000", "DTSTART:20260304T100000", HOUR, "STATUS:CANCELLED"), ["3 10:00 60"]),
    ],
)  # fmt: skip
def test_event_one_time_of_it_changed(change: tuple[str, ...], expected: list[str]) -> None:
    whole = event("UID:a", TEN, HOUR, "RRULE:FREQ=DAILY;COUNT=3")

    assert times(read(whole, event("UID:a", *change))) == expected
    assert times(read(event("UID:a", *change), whole)) == expected


def test_event_moved_here_from_another_week() -> None:
    whole = event("UID:a", "DTSTART:20260211T100000", HOUR, "RRULE:FREQ=WEEKLY;COUNT=2")
    moved = event("UID:a", "RECURRENCE-ID:20260218T100000", "DTSTART:20260305T100000", HOUR)

    assert times(read(whole, moved)) == ["5 10:00 60"]


def test_event_sent_twice_counts_as_it_was_sent_last() -> None:
    old = event("UID:a", "SEQUENCE:1", TEN, HOUR)
    new = event("UID:a", "SEQUENCE:2", "DTSTART:20270303T100000", HOUR)

    assert times(read(old, new)) == []


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"])
def test_event_of_every_day_keeps_its_hour_when_clocks_change(zone: str) -> None:
    daily = event(f"DTSTART;TZID={zone}:20260101T100000", HOUR, "RRULE:FREQ=DAILY")

    told = read(daily, first=date(2026, 1, 1), last=date(2026, 12, 31), zone=zone)

    assert {(each.start, each.minutes) for each in told.busy} == {(time(10), 60)}
    assert len(told.busy) == 365


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            ("DTSTART;TZID=Europe/Berlin:20260329T010000", "DTEND;TZID=Europe/Berlin:20260329T040000"),
            ["29 01:00 180"],
        ),
        (("DTSTART;TZID=Europe/Berlin:20260329T023000", HOUR), ["29 03:30 60"]),
        (("DTSTART:20261024T233000Z", "DTEND:20261025T011500Z"), ["25 01:30 90"]),
        (("DTSTART:20261025T003000Z", "DTEND:20261025T011500Z"), ["25 02:00 60"]),
        (("DTSTART:20261025T003000Z", "DTEND:20261025T023000Z"), ["25 02:00 90"]),
        (("DTSTART:20261025T010000Z", "DTEND:20261025T013000Z"), ["25 02:00 30"]),
        (("DTSTART:20261024T220000Z", "DTEND:20261025T230000Z"), ["25 00:00 1440"]),
    ],
)
def test_event_on_the_day_clocks_change_takes_what_the_clock_shows(
    said: tuple[str, ...], expected: list[str]
) -> None:
    assert times(read(event(*said), last=date(2026, 12, 31))) == expected


def test_events_at_once_and_those_alike_are_all_told_in_order() -> None:
    told = read(
        event("DTSTART:20260304T100000", HOUR),
        event(TEN, "DURATION:PT30M"),
        event(TEN, HOUR),
        event(TEN, HOUR),
    )

    assert times(told) == ["3 10:00 60", "3 10:00 30", "4 10:00 60"]


@pytest.mark.parametrize(
    "said",
    [("STATUS:CANCELLED",), ("TRANSP:transparent",), ("X-MICROSOFT-CDO-BUSYSTATUS:FREE", "TRANSP:OPAQUE")],
)
def test_event_that_leaves_one_free_takes_nothing(said: tuple[str, ...]) -> None:
    assert read(event(TEN, HOUR, *said)) == ReadCalendar("mine.ics", (), (), ())


def test_other_things_than_events_take_nothing() -> None:
    parts = [event(TEN, HOUR).replace("VEVENT", kind) for kind in ("VTODO", "VJOURNAL", "VFREEBUSY")]

    assert read(*parts) == ReadCalendar("mine.ics", (), (), ())


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ((TUESDAY_OFF, "DTEND;VALUE=DATE:20260304"), [3]),
        ((TUESDAY_OFF,), [3]),
        ((TUESDAY_OFF, "DTEND;VALUE=DATE:20260303"), [3]),
        (("DTSTART:20260303", "DTEND:20260306"), [3, 4, 5]),
        ((TUESDAY_OFF, "DURATION:P2D"), [3, 4]),
        ((TUESDAY_OFF, "RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3", "EXDATE;VALUE=DATE:20260305"), [3, 7]),
        (("DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20260304"), [2, 3]),
        (("DTSTART;VALUE=DATE:20260307", "DTEND;VALUE=DATE:20270101"), [7, 8]),
        (("DTSTART;VALUE=DATE:20260309",), []),
        (("DTSTART;VALUE=DATE:20260301",), []),
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_event_of_whole_days_marked_busy_blocks_them(
    said: tuple[str, ...], days: list[int], zone: str
) -> None:
    told = read(event(*said, "TRANSP:OPAQUE", "SUMMARY:Away"), zone=zone)

    assert told.busy == tuple(Busy(date(2026, 3, day), None, 1440, "Away", True) for day in days)
    assert (told.holidays, told.skipped) == ((), ())


@pytest.mark.parametrize("status", ["BUSY", "OOF", "tentative"])
def test_event_of_whole_days_marked_busy_by_outlook_blocks_them(status: str) -> None:
    assert times(read(event(TUESDAY_OFF, f"X-MICROSOFT-CDO-BUSYSTATUS:{status}"))) == ["3 all d 1440"]


@pytest.mark.parametrize("said", [(), ("TRANSP:TRANSPARENT",), ("X-MICROSOFT-CDO-BUSYSTATUS:FREE",)])
def test_event_of_a_whole_day_not_marked_busy_is_only_noted(said: tuple[str, ...]) -> None:
    told = read(event(TUESDAY_OFF, "SUMMARY:Grace's birthday", "RRULE:FREQ=DAILY", *said))

    assert told.skipped == (Skipped('"Grace\'s birthday" (line 3)', diary.NOT_BUSY),)
    assert (told.busy, told.holidays) == ((), ())


@pytest.mark.parametrize("said", [(), ("DTEND:20260303T100000",), ("DURATION:PT0S",)])
def test_event_without_length_is_said_once_and_takes_nothing(said: tuple[str, ...]) -> None:
    told = read(event(TEN, "RRULE:FREQ=DAILY", *said))

    assert (told.busy, told.skipped) == ((), (Skipped("event in line 3", diary.NO_LENGTH),))


def test_event_without_length_on_another_day_is_not_worth_a_word() -> None:
    assert read(event("DTSTART:20260309T000000")).skipped == ()


def test_event_that_ends_before_it_begins_is_turned_and_said() -> None:
    told = read(event(TEN, "DTEND:20260303T090000"))

    assert times(told) == ["3 09:00 60"]
    assert whys(told) == ["It ends before it begins, so the two were taken the other way round."]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((TUESDAY_OFF, "DTEND:20260304T020000Z"), ["3 00:00 1440", "4 00:00 180"]),
        ((TUESDAY_OFF, "DTEND:20260304T020000"), ["3 00:00 1440", "4 00:00 120"]),
        (("DTSTART:20260303T220000Z", "DTEND;VALUE=DATE:20260305"), ["3 23:00 60", "4 00:00 1440"]),
        ((TEN, "DTEND:20260303T100000Z"), ["3 10:00 60"]),
        (("DTSTART:20260303T100000Z", "DTEND:20260303T120000"), ["3 11:00 60"]),
    ],
)
def test_event_that_begins_and_ends_in_different_ways(said: tuple[str, ...], expected: list[str]) -> None:
    assert times(read(event(*said))) == expected


def test_event_with_exceptions_by_a_rule_says_that_they_are_not_read() -> None:
    told = read(event(TEN, HOUR, DAILY, "EXRULE:FREQ=DAILY;INTERVAL=2"))

    assert len(told.busy) == 4
    assert whys(told) == [
        "It has exceptions after a rule (EXRULE), which calendars no longer know. Some of its times may be free."
    ]


def test_calendar_of_holidays_gives_holidays_and_not_busy_times() -> None:
    told = read(
        "X-WR-CALNAME:Feiertage in Bayern",
        event("DTSTART;VALUE=DATE:20260306", "TRANSP:OPAQUE", "SUMMARY:Founding Day"),
        event("DTSTART;VALUE=DATE:20260303", "DTEND;VALUE=DATE:20260305", "SUMMARY:Lantern Feast"),
        event("DTSTART;VALUE=DATE:20260308", "SUMMARY:Called off", "STATUS:CANCELLED"),
    )

    days = [(3, "Lantern Feast"), (4, "Lantern Feast"), (6, "Founding Day")]
    assert told.holidays == tuple(Holiday(date(2026, 3, day), name) for day, name in days)
    assert (told.busy, told.skipped) == ((), ())


@pytest.mark.parametrize(
    "said", ["SUMMARY:Pi Day (not a public holiday)", "DESCRIPTION:Observance\\nTo hide it"]
)
def test_day_that_says_it_is_no_holiday_is_an_ordinary_one(said: str) -> None:
    told = read(event(TUESDAY_OFF, said), name="Holidays_in_Norway.ics")

    assert (told.holidays, whys(told)) == ((), [diary.KEPT_IN_MIND])


def test_holiday_put_into_ones_own_calendar_is_a_holiday() -> None:
    told = read(event(TUESDAY_OFF, "CATEGORIES:Red,Holiday", "SUMMARY:Lantern Feast", "TRANSP:TRANSPARENT"))

    assert told.holidays == (Holiday(date(2026, 3, 3), "Lantern Feast"),)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ((HOUR,), "It does not say when it begins (DTSTART), so it was left out."),
        (("DTSTART:soon", HOUR), "Its line DTSTART cannot be read, so it was left out."),
        (("DTSTART: ", HOUR), "It does not say when it begins (DTSTART), so it was left out."),
        ((TEN, "DTEND:20260399T100000"), "Its line DTEND cannot be read, so it was left out."),
        ((TEN, "DTEND:PT1H"), "Its line DTEND cannot be read, so it was left out."),
        ((TEN, "DURATION:20260303T100000"), "Its line DURATION cannot be read, so it was left out."),
        ((TEN, f"DURATION:{'P1D' * 100}"), "Its line DURATION cannot be read, so it was left out."),
        ((TEN, "DURATION:P9999999999D"), "Its line DURATION cannot be read, so it was left out."),
        ((TEN, "DTEND", HOUR), "Its line DTEND cannot be read, so it was left out."),
        ((TEN, HOUR, "RRULE:FREQ=SOMETIMES"), "Its line RRULE cannot be read, so it was left out."),
        ((TEN, TEN, HOUR), "It has more than one DTSTART, so it was left out."),
        ((TEN, HOUR, f"EXDATE:{'20260303,' * 10000}20260303"), "It lists more than 10,000 days, so it was left out."),
        ((TEN, HOUR, "RDATE:PT1H"), "The days on which it comes again cannot be worked out, so it was left out."),
        ((TEN, HOUR, "RRULE:FREQ=DAILY;INTERVAL=0"), str(work.TooOftenError())),
        ((TEN, HOUR, "RRULE:FREQ=SECONDLY"), str(work.TooOftenError())),
        (("DTSTART:19700101T000000", HOUR, "RRULE:FREQ=SECONDLY"), str(work.TooOftenError())),
    ],
)  # fmt: skip
def test_broken_event_is_left_out_and_said_and_the_rest_kept(said: tuple[str, ...], why: str) -> None:
    told = read(event(TEN, HOUR, "SUMMARY:Good"), event("SUMMARY:Bad", *said))

    assert [each.title for each in told.busy] == ["Good"]
    assert told.skipped == (Skipped('"Bad" (line 8)', why),)


def test_event_at_which_the_library_stumbles_is_left_out_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(content: str) -> None:
        raise KeyError(content)

    monkeypatch.setattr("unrut.importers.calendars.events.Event.from_ical", stumble)

    assert whys(read(event(TEN, HOUR))) == ["It cannot be read, so it was left out."]


def test_broken_change_leaves_the_rest_of_its_series() -> None:
    told = read(
        event("UID:a", TEN, HOUR, DAILY), event("UID:a", "RECURRENCE-ID:20260304T100000", "DTSTART:?")
    )

    assert (len(told.busy), len(told.skipped)) == (4, 1)


def test_what_is_broken_about_guests_places_and_alarms_does_not_matter() -> None:
    alarm = ("BEGIN:VALARM", "TRIGGER:never", "DTSTART:?", "END:VALARM")

    told = read(event(TEN, HOUR, "GEO:nowhere", "DTSTAMP:?", "a line that is none", *alarm))

    assert (times(told), told.skipped) == (["3 10:00 60"], ())


@pytest.mark.parametrize("kept", ["DTSTART:00010101T000000", "DTSTART;VALUE=DATE:00010101"])
def test_event_from_the_first_to_the_last_day_there_is(kept: str) -> None:
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        told = read(event(kept, "DTEND:99991231T235959", "TRANSP:OPAQUE"), zone=zone)

        assert times(told) == [f"{day} 00:00 1440" for day in range(2, 9)]


def test_event_on_a_day_no_zone_reaches_is_left_out_and_said() -> None:
    told = read("X-WR-TIMEZONE:Pacific/Kiritimati", event("DTSTART:99991231T235959Z", "RRULE:FREQ=DAILY"))

    assert whys(told) == ["It is on a day no calendar has, so it was left out."]


def test_file_that_breaks_off_is_read_up_to_there() -> None:
    content = calendar(event(TEN, HOUR), event("DTSTART:20260304T100000", HOUR)).partition(
        b"T1H\r\nEND:VEVENT\r\nEND"
    )[0]

    told = read_calendar("mine.ics", content, first=MONDAY, last=SUNDAY, zone=BERLIN)

    assert times(told) == ["3 10:00 60"]
    assert whys(told) == [
        "It breaks off before its end. What was there was read; export it again.",
        "It breaks off before its end, so it was left out.",
    ]


def test_file_in_an_older_alphabet_is_read_and_said() -> None:
    content = calendar(event(TEN, HOUR, "SUMMARY:Büro")).decode().encode("cp1252")

    told = read_calendar("mine.ics", content, first=MONDAY, last=SUNDAY, zone=BERLIN)

    assert [each.title for each in told.busy] == ["Büro"]
    assert [each.where for each in told.skipped] == ["the file"]


def test_file_of_several_calendars_keeps_them_apart() -> None:
    of_holidays = calendar("X-WR-CALNAME:Bank holidays", event("UID:a", TUESDAY_OFF, "SUMMARY:Lantern Feast"))
    of_work = calendar("X-WR-TIMEZONE:Europe/London", event("UID:a", TEN, HOUR))

    told = read_calendar("all.ics", of_work + of_holidays, first=MONDAY, last=SUNDAY, zone=BERLIN)

    assert (told.name, times(told)) == ("Bank holidays", ["3 11:00 60"])
    assert told.holidays == (Holiday(date(2026, 3, 3), "Lantern Feast"),)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b" \n", "mine.ics is empty. Export your calendar as iCalendar (.ics) again."),
        (b"\x00\x01\x02" * 100, "mine.ics is no text. Give us a calendar as iCalendar (.ics)."),
        (b"<html>Please sign in</html>", "There is no calendar in mine.ics: no line of it is BEGIN:VCALENDAR. Export your calendar as iCalendar (.ics) again."),
        (b" " * 20_000_001, "mine.ics has more than 20 MB, which is the most we read at once. Export a part of the calendar."),
    ],
)  # fmt: skip
def test_file_that_is_no_calendar_is_refused(content: bytes, sentence: str) -> None:
    assert refused(content) == sentence


def test_file_with_too_many_times_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diary, "MOST_TIMES", 3)

    assert refused(calendar(event(TEN, HOUR, DAILY))).startswith(
        "Between 2026-03-02 and 2026-03-08 this calendar holds more than 3 times"
    )


def test_file_with_too_many_events_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_EVENTS", 1)

    assert refused(calendar(event(TEN), event(TEN))).startswith("The file has more than 1 events")


def test_file_that_takes_too_long_to_reckon_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "WORK_OF_FILE", 3)

    assert refused(calendar(event(TEN, DAILY), event(TEN, DAILY))).startswith(
        "The events of this calendar come again too often"
    )


def test_series_with_too_many_changes_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(occurrences, "MOST_CHANGES", 1)

    told = read(event("UID:a", TEN, HOUR), event("UID:a", "RECURRENCE-ID:20260304T100000", TEN, HOUR))

    assert whys(told) == [
        "It was changed more than 1 times, which is more than we follow, so it was left out."
    ]


def test_calendar_of_more_than_ten_years_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="ten years at most"):
        read(first=date(2026, 1, 1), last=date(2036, 1, 3))

    assert read(first=date(2026, 1, 1), last=date(2036, 1, 1)).busy == ()


def test_calendar_with_its_days_reversed_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="comes after"):
        read(first=SUNDAY, last=MONDAY)


@pytest.mark.parametrize(
    "hostile", ["1", "$", " ", "(", "a ", "a:", "a;", ';"', "a\n", "\n ", "BEGIN:X\n", "END:X\n", "END:VCALENDAR\n", "BEGIN:VTIMEZONE\n"]
)  # fmt: skip
def test_hostile_file_is_read_in_linear_time(hostile: str) -> None:
    content = b"BEGIN:VCALENDAR\n" + (hostile * (1_000_000 // len(hostile))).encode()

    told = read_calendar("mine.ics", content, first=MONDAY, last=SUNDAY, zone=BERLIN)

    assert told.busy == ()


PIECES = st.sampled_from(
    [
        "BEGIN:VCALENDAR", "END:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "TZID:Own",
        "BEGIN:STANDARD", "END:STANDARD", "TZOFFSETTO:+0100", "TZOFFSETFROM:+0200", "UID:a", "SEQUENCE:x", TEN, HOUR, DAILY,
        "DTSTART;TZID=Own:20260304T100000", "RRULE:FREQ=WEEKLY;BYDAY=MO", "RRULE:FREQ=MINUTELY;BYHOUR=3", "RDATE:20260305",
        "EXDATE:20260304T100000", "RECURRENCE-ID;RANGE=THISANDFUTURE:20260304T100000", "DTEND:20260309", TUESDAY_OFF,
        "STATUS:CANCELLED", "TRANSP:OPAQUE", "X-WR-TIMEZONE:UTC", "DTSTART;VALUE=PERIOD:20260304T100000/PT1H", "RRULE", ": ",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25))
def test_calendar_of_any_lines_is_read_or_refused_with_a_sentence(pieces: list[str]) -> None:
    content = "\n".join(pieces).encode()

    try:
        told = read_calendar("mine.ics", content, first=MONDAY, last=SUNDAY, zone=BERLIN)
    except UnreadableFileError:
        assert "BEGIN:VCALENDAR" not in pieces
        return

    assert all(MONDAY <= each.day <= SUNDAY and 0 < each.minutes <= 1440 for each in told.busy)


def test_largest_file_is_twenty_megabytes() -> None:
    assert reading.LARGEST == 20_000_000
