"""On which day somebody usually answers, and which answers were given too far from it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.sittings import (
    days_after,
    in_random_order,
    is_off_day,
    on_time,
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
        ([4] * 12 + [12] * 4, 4),
        ([6] + [12] * 9, 6),
        ([2, 8, 40], 4),
    ],
)
def test_usual_day_is_the_most_frequent_of_the_last_eight(offsets: list[int], usual: int) -> None:
    assert usual_offset(offsets) == usual


@given(st.lists(st.integers(3, 7), min_size=1))
def test_usual_day_is_one_that_was_answered_on(offsets: list[int]) -> None:
    assert usual_offset(offsets) in offsets[-8:]


every_answer = st.lists(st.integers(0, 13))
every_choice = st.none() | st.integers(3, 7)


@given(every_answer, st.lists(st.integers(0, 2) | st.integers(8, 40)))
def test_late_answers_never_move_the_usual_day(offsets: list[int], late: list[int]) -> None:
    assert usual_offset([*offsets, *late]) == usual_offset(offsets)


@pytest.mark.parametrize(
    ("offsets", "chosen", "held"),
    [
        ([], None, ""),
        ([7], None, "y"),
        ([8], None, "n"),
        ([2], None, "y"),
        ([8, 7, 4], None, "nyn"),
        ([4, 4, 20, 5], None, "yyny"),
        ([4, 7, 7], None, "yny"),
        ([4, 7, 7], 7, "yyy"),
        ([4] * 5 + [7] * 6, None, "yyyyynnnnyy"),
        ([4, 9, 10], 7, "yyn"),
    ],
)
def test_answer_is_on_time_near_the_day_usual_then_or_the_chosen_one(
    offsets: list[int], chosen: int | None, held: str
) -> None:
    assert on_time(offsets, chosen) == [each == "y" for each in held]


def test_weeks_answered_on_fridays_stay_after_the_monday_was_chosen() -> None:
    assert on_time([4] * 42, 7) == [True] * 42


@given(every_answer, every_choice)
def test_chosen_day_never_makes_an_answer_late_that_was_on_time(
    offsets: list[int], chosen: int | None
) -> None:
    before, after = on_time(offsets, None), on_time(offsets, chosen)

    assert [then for at_first, then in zip(before, after, strict=True) if at_first and not then] == []


@given(every_answer, every_answer, every_choice)
def test_later_answers_change_nothing_about_earlier_ones(
    offsets: list[int], later: list[int], chosen: int | None
) -> None:
    assert on_time([*offsets, *later], chosen)[: len(offsets)] == on_time(offsets, chosen)


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
