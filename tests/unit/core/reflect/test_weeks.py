"""Weeks are named by their Mondays, come in order, and come once."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.weeks import Answer, Shift, in_order, monday_of, weeks_between

pytestmark = pytest.mark.unit

MONDAY = date(2026, 11, 16)


@given(st.dates(date(1900, 1, 8), date(2200, 1, 1)))
def test_every_day_stands_for_its_monday(day: date) -> None:
    monday = monday_of(day)

    assert monday.weekday() == 0
    assert 0 <= (day - monday).days < 7
    assert weeks_between(monday, monday_of(day)) == 0


def test_answers_come_oldest_first_by_their_mondays() -> None:
    late, early = Answer(date(2026, 11, 20), 4.0), Answer(date(2026, 11, 3), None)

    assert in_order([late, early]) == [Answer(date(2026, 11, 2), None), Answer(MONDAY, 4.0)]


def test_week_given_twice_is_our_own_mistake() -> None:
    with pytest.raises(ValueError, match="the week of 2026-11-16 is given twice"):
        in_order([Answer(MONDAY, 4.0), Answer(date(2026, 11, 18), 5.0)])


@pytest.mark.parametrize("score", [-0.1, 10.1, float("nan"), float("inf")])
def test_score_off_the_line_is_our_own_mistake(score: float) -> None:
    with pytest.raises(ValueError, match="is not a score from 0 to 10"):
        in_order([Answer(MONDAY, score)])


def test_midway_lies_between_the_old_level_and_the_new() -> None:
    assert Shift(MONDAY, MONDAY, MONDAY, usual=6.0, size=-3.0, size_sd=0.5).midway == 4.5
