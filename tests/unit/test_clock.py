"""Today is where the person is, unless the settings name another day."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut import clock

pytestmark = pytest.mark.unit

LATE = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)


class StoppedClock(datetime):
    """Half past eleven at night, in UTC."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "StoppedClock":
        """The moment the tests are about."""
        return cls(*LATE.timetuple()[:6], tzinfo=tz)


@pytest.fixture(params=[("UTC0", date(2026, 11, 20)), ("NZDT-13", date(2026, 11, 21))], ids=["UTC", "NZ"])
def place(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[date]:
    """A place on earth, and the day it is there."""
    zone, day = request.param
    monkeypatch.setattr(clock, "datetime", StoppedClock)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TZ", zone)
        time.tzset()
        yield day
    time.tzset()


def test_today_is_the_day_where_the_person_is(place: date) -> None:
    assert clock.today() == place


def test_now_is_this_moment_everywhere(place: date) -> None:
    assert (clock.now(), clock.now().tzinfo) == (LATE, UTC)


def test_today_is_the_day_the_settings_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNRUT_TODAY", "2031-02-03")

    assert clock.today() == date(2031, 2, 3)


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2026, 11, 16), date(2026, 11, 16)),
        (date(2026, 11, 22), date(2026, 11, 16)),
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2027, 1, 1), date(2026, 12, 28)),
        (date(2024, 2, 29), date(2024, 2, 26)),
    ],
)
def test_week_is_named_by_its_monday(day: date, monday: date) -> None:
    assert clock.monday_of(day) == monday


@given(st.dates(min_value=date(1, 1, 8)))
def test_monday_is_the_last_one_up_to_the_day(day: date) -> None:
    monday = clock.monday_of(day)

    assert monday.weekday() == 0
    assert timedelta(0) <= day - monday < timedelta(days=7)
