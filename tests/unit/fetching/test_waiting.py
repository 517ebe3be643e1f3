"""The pause between requests, and how long a busy host wants to be left alone."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.fetching.bad_boards import MOMENT, Clock

from unrut.fetching.waiting import LONGEST_REST, Pace, retry_after, wait_before

pytestmark = pytest.mark.unit


def test_pace_keeps_the_pause_for_each_host_alone() -> None:
    clock = Clock()
    pace = Pace(clock, clock.sleep, pause=1.0)

    for host in ("a.example.com", "a.example.com", "b.example.com", "a.example.com"):
        pace.wait_for(host)
        pace.answered(host)

    assert clock.slept == [1.0, 1.0]


def test_pace_waits_only_for_what_is_left_of_the_pause() -> None:
    clock = Clock()
    pace = Pace(clock, clock.sleep, pause=1.0)
    pace.answered("a.example.com")
    clock.now += 0.75

    pace.wait_for("a.example.com")

    assert clock.slept == [0.25]


@pytest.mark.parametrize(
    ("stated", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        ("999999999", LONGEST_REST),
        ("Fri, 20 Nov 2026 17:31:00 GMT", 60.0),
        ("Fri, 20 Nov 2026 17:31:00 -0000", 60.0),
        ("Fri, 20 Nov 2026 18:31:30 +0100", 90.0),
        ("Fri, 20 Nov 2026 17:29:00 GMT", 0.0),
        ("Fri, 20 Nov 2099 17:29:00 GMT", LONGEST_REST),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("9" * 5000, None),
        (f"Fri, 20 Nov {'9' * 20} 17:29:00 GMT", None),
    ],
)
def test_time_to_wait_is_read(stated: str, seconds: float | None) -> None:
    assert retry_after(stated, MOMENT) == seconds


@given(
    st.text() | st.datetimes().map("{:%a, %d %b %Y %H:%M:%S} GMT".format),
    st.datetimes(timezones=st.just(UTC)),
)
def test_time_to_wait_of_any_text_is_bounded(stated: str, moment: datetime) -> None:
    seconds = retry_after(stated, moment)

    assert seconds is None or 0 <= seconds <= LONGEST_REST


def test_wait_doubles_with_each_try() -> None:
    assert [wait_before(number) for number in (2, 3, 4)] == [2.0, 4.0, 8.0]
