"""On which day somebody usually answers, and which answers were given too far from it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.sittings import (
    days_after,
    in_random_order,
    is_off_day,
    usual_offset,
    week_still_open,
)

pytestmark = pytest.mark.unit

MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("offsets", "usual"),
    [
        ([], 4),
        ([6], 6),
        ([4, 6, 6], 6),
        ([6, 6, 4, 4], 4),
        ([4, 4, 6, 6], 6),
        ([0, 0, 0, 0, 0, 4, 4, 4, 4, 4], 4),
        ([7, 7, 4], 7),
    ],
)
def test_usual_day_is_the_most_frequent_of_the_last_eight(offsets: list[int], usual: int) -> None:
    assert usual_offset(offsets) == usual


@given(st.lists(st.integers(0, 13), min_size=1))
def test_usual_day_is_one_that_was_answered_on(offsets: list[int]) -> None:
    assert usual_offset(offsets) in offsets[-8:]


@pytest.mark.parametrize(
    ("days", "is_off"), [(1, True), (2, False), (4, False), (6, False), (7, True), (40, True)]
)
def test_answer_is_off_when_more_than_two_days_from_the_usual_day(days: int, *, is_off: bool) -> None:
    assert is_off_day(MONDAY, MONDAY + timedelta(days=days), 4) is is_off


@pytest.mark.parametrize(("passed", "after"), [(0, 0), (6, 0), (7, 1), (15, 9)])
def test_days_after_count_from_the_end_of_the_week(passed: int, after: int) -> None:
    assert days_after(MONDAY, MONDAY + timedelta(days=passed)) == after


@pytest.mark.parametrize(
    ("weekday", "usual", "is_open"),
    [(0, 7, True), (2, 7, True), (3, 7, False), (1, 6, True), (2, 6, False), (0, 5, True), (0, 4, False)],
)
def test_week_before_is_open_while_an_answer_is_near_the_usual_day(
    weekday: int, usual: int, *, is_open: bool
) -> None:
    found = week_still_open(MONDAY + timedelta(days=weekday), usual)

    assert found == (MONDAY - timedelta(weeks=1) if is_open else None)


@given(st.lists(st.text(max_size=4), unique=True), st.text(max_size=9))
def test_random_order_holds_every_name_once_and_stays(names: list[str], seed: str) -> None:
    order = in_random_order(names, seed)

    assert sorted(order) == sorted(names)
    assert in_random_order(names[::-1], seed) == order


def test_random_order_puts_every_name_first_about_equally_often() -> None:
    firsts = [in_random_order("abcdef", str(week))[0] for week in range(600)]

    assert {name: 70 <= firsts.count(name) <= 130 for name in "abcdef"} == dict.fromkeys("abcdef", True)
