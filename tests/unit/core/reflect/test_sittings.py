"""On which day somebody usually answers, and which answers were given too far from it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.sittings import is_off_day, usual_offset

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
