"""Chances, weeks, dates and times read as a person would say them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.wording.numbers import (
    chance,
    clock,
    day,
    length,
    listed,
    round_tens,
    short_day,
    week_name,
    weeks_named,
)

pytestmark = pytest.mark.integration


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (1.0, "almost surely"),
        (0.975, "almost surely"),
        (0.974, "very probably (about 95 %)"),
        (0.8, "very probably (about 80 %)"),
        (0.79, "very probably (about 80 %)"),
        (0.65, "perhaps (about 60 %)"),
        (0.66, "probably (about 70 %)"),
        (0.5, "perhaps (about 50 %)"),
        (0.35, "perhaps not (about 40 %)"),
        (0.2, "probably not (about 20 %)"),
        (0.19, "probably not (about 20 %)"),
        (0.14, "very probably not (about 10 %)"),
        (0.0, "very probably not (about 5 %)"),
    ],
)
def test_chance_is_words_before_a_round_figure(share: float, words: str) -> None:
    assert chance(share) == words


@given(st.floats(0, 1))
def test_chance_of_any_share_is_never_a_false_certainty(share: float) -> None:
    percent = round_tens(share)

    assert percent in {5, 95, *range(10, 100, 10)}
    assert ("%" in chance(share)) is (share < 0.975)


@given(st.floats(0, 1), st.floats(0, 1))
def test_figure_never_falls_when_the_share_grows(one: float, other: float) -> None:
    low, high = sorted((one, other))

    assert round_tens(low) <= round_tens(high)


@pytest.mark.parametrize(
    ("named", "answered", "words"), [(1, 1, "1 of 1 week"), (0, 2, "0 of 2 weeks"), (9, 14, "9 of 14 weeks")]
)
def test_weeks_are_counted_out_of_those_answered(named: int, answered: int, words: str) -> None:
    assert weeks_named(named, answered) == words


def test_days_are_written_as_people_write_them() -> None:
    written = [form(date(2026, 3, 5)) for form in (day, short_day, week_name)]

    assert written == ["5 March 2026", "Thu 5 Mar", "week of 5 March"]


@pytest.mark.parametrize(
    ("told", "words"), [(time(18, 30), "18:30"), (time(7), "07:00"), (time(0, 5), "00:05")]
)
def test_time_of_day_has_two_figures_each(told: time, words: str) -> None:
    assert clock(told) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (45, "45 min"), (60, "1 h"), (90, "1 h 30"), (65, "1 h 05"), (120, "2 h"), (600, "10 h")],
)
def test_length_is_hours_and_minutes(minutes: int, words: str) -> None:
    assert length(minutes) == words


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_parts_are_joined_as_in_a_sentence(parts: list[str], words: str) -> None:
    assert listed(parts) == words
