"""What goes with bad weeks: a difference, drawn towards nothing, never from fewer than four weeks on a side."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.bad_weeks import LEAST_WEEKS, PRIOR_SD, Difference, difference

pytestmark = pytest.mark.unit

MONDAYS = [date(2026, 1, 5) + timedelta(weeks=count) for count in range(40)]


def found(named: list[float], others: list[float]) -> Difference | None:
    scores = dict(zip(MONDAYS, [*named, *others], strict=False))
    return difference(MONDAYS[: len(named)], scores)


def sure(named: list[float], others: list[float]) -> Difference:
    told = found(named, others)
    assert told is not None
    return told


@pytest.mark.parametrize(("named", "others"), [(3, 20), (20, 3), (0, 0), (4, 3)])
def test_nothing_is_said_of_fewer_than_four_weeks(named: int, others: int) -> None:
    assert LEAST_WEEKS == 4
    assert found([1.0] * named, [9.0] * others) is None


def test_four_weeks_on_either_side_are_enough() -> None:
    told = sure([2.0] * 4, [8.0] * 4)

    assert (told.named, told.others, told.is_lower, told.is_higher) == (4, 4, True, False)


def test_weeks_without_a_score_do_not_count() -> None:
    scores = dict.fromkeys(MONDAYS[:8], 5.0)

    told = difference(MONDAYS[4:20], scores)

    assert told is not None
    assert (told.named, told.others) == (4, 4)


def test_difference_is_the_weighed_one() -> None:
    """Spread 0 within, so s² = 4 · 1.5² / (14 + 4) = 0.5 and its variance 0.5 · (1/8 + 1/8) = 0.125; kept 1 / 1.125."""
    told = sure([4.0] * 8, [6.0] * 8)

    assert told.mean == pytest.approx(-2 / 1.125)
    assert told.high - told.mean == pytest.approx(1.2816 * (0.125 / 1.125) ** 0.5)


@pytest.mark.parametrize(
    ("named", "others", "is_lower", "is_higher"),
    [
        ([4, 5] * 4, [4, 5] * 6, False, False),
        ([2, 3] * 4, [6, 7] * 6, True, False),
        ([7, 8] * 4, [4, 5] * 6, False, True),
    ],
)
def test_weeks_are_worse_better_or_neither(
    named: list[float], others: list[float], *, is_lower: bool, is_higher: bool
) -> None:
    told = sure(named, others)

    assert (told.is_lower, told.is_higher) == (is_lower, is_higher)


weeks = st.lists(st.floats(0, 10), min_size=4, max_size=15)


@given(weeks, weeks)
def test_difference_is_smaller_than_the_plain_one_and_turns_with_the_sides(
    named: list[float], others: list[float]
) -> None:
    told, turned = sure(named, others), sure(others, named)

    plain = sum(named) / len(named) - sum(others) / len(others)
    assert abs(told.mean) <= abs(plain) + 1e-9
    assert told.low <= told.mean <= told.high
    assert told.high - told.low <= 2 * 1.2816 * PRIOR_SD + 1e-9
    assert (turned.mean, turned.low) == pytest.approx((-told.mean, -told.high), abs=1e-9)
