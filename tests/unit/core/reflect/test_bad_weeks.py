"""What goes with bad weeks: a difference, drawn towards nothing, never from fewer than four weeks on a side."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.bad_weeks import LEAST_WEEKS, MOST_PHI, PRIOR_SD, Difference, difference

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
    """Spread 0 within, so s² = 4 · 1.5² / (14 + 4) = 0.5 and its variance 0.5 · (1/8 + 1/8) = 0.125; kept 1 / 1.125.

    Weeks half a year apart have nothing in common.
    """
    apart = [MONDAYS[0] + timedelta(weeks=26 * count) for count in range(16)]

    told = difference(apart[:8], dict(zip(apart, [4.0] * 8 + [6.0] * 8, strict=True)))

    assert told is not None
    assert told.mean == pytest.approx(-2 / 1.125)
    assert told.high - told.mean == pytest.approx(1.2816 * (0.125 / 1.125) ** 0.5)


def reach(named: list[int], scores: list[float]) -> float:
    told = difference([MONDAYS[place] for place in named], dict(zip(MONDAYS, scores, strict=False)))
    assert told is not None
    return told.high - told.mean


def test_weeks_in_a_run_say_less_than_scattered_ones() -> None:
    scores = [4.0, 4.0, 5.0, 5.0, 6.0, 6.0, 5.0, 5.0] * 3

    run, scattered = reach(list(range(8)), scores), reach(list(range(0, 24, 3)), scores)

    assert run > 1.5 * scattered


def test_what_is_carried_over_is_fitted_to_the_weeks() -> None:
    """The same scores in another order: in slow waves a run of weeks says less than where each week turns."""
    waves, turning = [3.0, 3.0, 3.0, 3.0, 7.0, 7.0, 7.0, 7.0] * 3, [3.0, 7.0] * 12

    assert reach(list(range(8)), waves) > 1.2 * reach(list(range(8)), turning)


@given(st.permutations(range(20)), st.lists(st.floats(0, 10), min_size=20, max_size=20))
def test_variance_is_that_of_all_pairs_of_weeks(places: list[int], scores: list[float]) -> None:
    """c'Rc written out over all pairs, with the same fitted phi; what is left out beyond the band is little."""
    named = sorted(places[:7])
    sides = np.isin(np.arange(20), named)
    values = np.array(scores)
    rests = values - np.where(sides, values[sides].mean(), values[~sides].mean())
    spread = ((rests**2).sum() + 9) / 22
    phi = min(MOST_PHI, max(0.0, ((rests[1:] * rests[:-1]).sum() / spread + 9) / (0.9 * 39)))
    gaps = np.abs(np.subtract.outer(np.arange(20), np.arange(20)))
    alike = np.where(gaps == 0, 1.0, 0.9 * phi**gaps)
    contrast = np.where(sides, 1 / 7, -1 / 13)
    variance = spread * contrast @ alike @ contrast

    assert reach(named, scores) == pytest.approx(1.2816 * (variance / (1 + variance)) ** 0.5, rel=0.03)


@pytest.mark.parametrize(("high", "is_lower"), [(-0.21, False), (-0.23, True)])
def test_goes_with_takes_ninety_percent(high: float, *, is_lower: bool) -> None:
    """With 80 % of it between -1 ± r, 90 % lie between -1 ± 1.2835 r: below 0 for r under 0.779."""
    lower = Difference(9, 12, -1.0, -2.0 - high, high)
    higher = Difference(9, 12, 1.0, -high, 2.0 + high)

    assert (lower.is_lower, higher.is_higher) == (is_lower, is_lower)
    assert not lower.is_higher
    assert not higher.is_lower


@pytest.mark.parametrize(("phi", "most"), [(0.0, 0.08), (0.4, 0.14), (0.7, 0.2)])
def test_run_that_goes_with_nothing_is_seldom_said_to(phi: float, most: float) -> None:
    """Weeks that carry over, and twelve of forty in a row that name a facet without any part in it."""
    numbers = np.random.default_rng(3)
    told = [difference(MONDAYS[14:26], carried_over(phi, numbers)) for _ in range(400)]

    said = [found for found in told if found and (found.is_lower or found.is_higher)]

    assert len(said) / len(told) <= most


def carried_over(phi: float, numbers: np.random.Generator) -> dict[date, float]:
    lasting, scores = numbers.normal(), {}
    for week in MONDAYS:
        scores[week] = float(6 + 1.5 * (0.9**0.5 * lasting + 0.1**0.5 * numbers.normal()))
        lasting = phi * lasting + (1 - phi**2) ** 0.5 * numbers.normal()
    return scores


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
    told, scores = sure(named, others), dict(zip(MONDAYS, [*named, *others], strict=False))

    turned = difference(MONDAYS[len(named) :], scores)

    assert turned is not None
    plain = sum(named) / len(named) - sum(others) / len(others)
    assert abs(told.mean) <= abs(plain) + 1e-9
    assert told.low <= told.mean <= told.high
    assert told.high - told.low <= 2 * 1.2816 * PRIOR_SD + 1e-9
    assert (turned.mean, turned.low) == pytest.approx((-told.mean, -told.high), abs=1e-9)
