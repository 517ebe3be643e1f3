"""How much of the free time of a day is taken."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.calendars.contract import Busy
from unrut.importers.calendars.taken import busy_minutes

pytestmark = pytest.mark.unit

DAY = date(2026, 3, 2)
TIMES = st.integers(0, 1439).flatmap(lambda begins: st.tuples(st.just(begins), st.integers(0, 1440 - begins)))


def busy(begins: int, minutes: int) -> Busy:
    return Busy(DAY, time(*divmod(begins, 60)), minutes, "", False)


ALL_DAY = Busy(DAY, None, 1440, "", True)


@pytest.mark.parametrize(
    ("times", "taken"),
    [
        ([], 0),
        ([busy(1080, 60)], 0),
        ([busy(1080, 61)], 1),
        ([busy(1150, 30), busy(1160, 30)], 40),
        ([busy(1150, 30), busy(1150, 30)], 30),
        ([busy(1140, 120), busy(1150, 10)], 120),
        ([busy(1250, 60)], 10),
        ([busy(1150, 0)], 0),
        ([ALL_DAY], 120),
        ([ALL_DAY, busy(1150, 10)], 120),
    ],
)
def test_busy_minutes_of_an_evening(times: list[Busy], taken: int) -> None:
    assert busy_minutes(times, time(19), 120) == taken


def test_busy_minutes_free_time_ends_with_the_day() -> None:
    assert busy_minutes([ALL_DAY], time(23), 120) == 60


@given(st.lists(TIMES, max_size=8), st.booleans(), TIMES)
def test_busy_minutes_are_those_of_the_union(
    times: list[tuple[int, int]], is_blocked: bool, free: tuple[int, int]
) -> None:
    told = [busy(*each) for each in times] + [ALL_DAY] * is_blocked

    taken = busy_minutes(told, time(*divmod(free[0], 60)), free[1])

    minutes = {minute for begins, length in times for minute in range(begins, begins + length)}
    free_ones = set(range(free[0], sum(free)))
    assert taken == len(free_ones if is_blocked else free_ones & minutes)
