"""The pace of a person: recent weeks count more, zero weeks count, weeks away do not, and a few weeks say little."""

from datetime import date, timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidInputError
from unrut.core.milestones.pace import (
    DRAWS,
    DRIFT_WEEKS,
    MOST_GROWTH,
    MOST_SITTINGS,
    USUAL,
    Draws,
    Growth,
    Pace,
    Week,
    checked_size,
    draws_of,
    gamma_quantiles,
    normals,
    pace_of,
    spread_of,
)

pytestmark = pytest.mark.unit

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)

counts = st.lists(st.integers(0, 12), max_size=60)


def weeks(*sittings: int) -> list[Week]:
    """Weeks that are over, the last of them the one before this."""
    first = MONDAY - len(sittings) * timedelta(weeks=1)
    return [Week(first + number * timedelta(weeks=1), count) for number, count in enumerate(sittings)]


def pace(*sittings: int) -> Pace:
    return pace_of(weeks(*sittings), today=TODAY)


def test_pace_without_a_record_is_the_usual_one() -> None:
    assert (pace_of([], today=TODAY), USUAL.mean, USUAL.is_own) == (USUAL, 2.0, False)


@pytest.mark.parametrize(("count", "own"), [(2, False), (3, True)])
def test_pace_is_ones_own_from_the_third_week_on(count: int, own: bool) -> None:
    assert pace(*[2] * count).is_own is own


def test_pace_before_three_weeks_rests_on_reference_values_alone() -> None:
    found = pace(9, 9)

    assert found == Pace(USUAL.shape, USUAL.rate, USUAL.scatter, 2)


@pytest.mark.parametrize(
    ("slower", "faster"),
    [
        ((1, 1, 1, 1), (2, 2, 2, 2)),
        ((4, 3, 2, 1), (1, 2, 3, 4)),
        ((2, 2, 2, 0), (2, 2, 2)),
        ((0, 0, 0), ()),
    ],
)
def test_pace_follows_what_was_finished(slower: tuple[int, ...], faster: tuple[int, ...]) -> None:
    assert pace(*slower).mean < pace(*faster).mean


def test_long_record_outweighs_the_usual_pace() -> None:
    assert pace(*[6] * 40).mean == pytest.approx(6, abs=0.5)
    assert pace(*[0] * 40).mean < 0.2


def test_weeks_away_do_not_count() -> None:
    record = weeks(3, 0, 3, 3)

    found = pace_of(record, today=TODAY, away={record[1].monday})

    assert (found.weeks, found.mean > pace(3, 0, 3, 3).mean) == (3, True)


def test_uneven_weeks_are_more_scattered_than_even_ones() -> None:
    assert 1 <= pace(*[2] * 20).scatter < USUAL.scatter < pace(*[0, 0, 0, 8] * 5).scatter <= 6
    assert pace(*[0, 100] * 9).scatter == 6


def test_long_record_is_as_good_as_its_last_weeks() -> None:
    assert pace(*[9] * 3000, *[2] * 30).mean == pytest.approx(2, abs=0.1)


def test_count_below_nothing_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="A week cannot have fewer than no sittings"):
        pace(1, -1)


@given(record=counts, seed=st.integers())
def test_order_of_weeks_does_not_matter(record: list[int], seed: int) -> None:
    shuffled = weeks(*record)
    Random(seed).shuffle(shuffled)

    found = pace_of(shuffled, today=TODAY)

    expected = pace(*record)
    assert (found.mean, found.scatter) == pytest.approx((expected.mean, expected.scatter))


def test_faster_pace_is_as_sure_as_before() -> None:
    found = Pace(8, 4, 1.5, 10)

    assert found.faster(1) == Pace(12, 4, 1.5, 10)


@given(shape=st.floats(0.01, 500), more=st.floats(0, 100), z=st.floats(-6, 6), higher=st.floats(0, 6))
def test_gamma_quantile_never_falls(shape: float, more: float, z: float, higher: float) -> None:
    def of(shape: float, z: float) -> float:
        return float(gamma_quantiles(np.array([shape]), np.array([z]))[0])

    assert 0 <= of(shape, z) <= of(shape, z + higher) + 1e-9
    assert of(shape + more, 0.0) >= of(shape, 0.0) - 1e-9


@pytest.mark.parametrize("shape", [1.0, 3.0, 20.0, 400.0])
def test_gamma_quantiles_have_mean_and_variance_of_a_gamma(shape: float) -> None:
    drawn = gamma_quantiles(np.full(200_000, shape), np.random.default_rng(1).standard_normal(200_000))

    assert (float(drawn.mean()), float(drawn.var())) == pytest.approx((shape, shape), rel=0.05)


def test_draws_are_the_same_for_the_same_seed_and_others_for_another() -> None:
    one, other = (draws_of(pace(2, 3, 1), seed=seed).weeks(10) for seed in (1, 2))
    normals.cache_clear()
    again = draws_of(pace(2, 3, 1), seed=1).weeks(10)

    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)
    assert len(one) == DRAWS


def test_growth_is_any_share_up_to_the_most() -> None:
    growth = draws_of(USUAL, seed=1).growth

    assert (growth.min() >= 0, growth.max() <= MOST_GROWTH) == (True, True)
    assert float(growth.mean()) == pytest.approx(MOST_GROWTH / 2)


def test_growth_is_learned_from_what_things_needed_in_the_end() -> None:
    half, grown = np.array([0.5]), Growth((0.8, 0.9, 1.0, 0.85, 0.95, 0.9))

    assert Growth().quantiles(half) == pytest.approx([MOST_GROWTH / 2])
    assert Growth((0.0,)).quantiles(half)[0] < MOST_GROWTH / 2 < 0.7 < grown.quantiles(half)[0]


def test_growth_that_cannot_be_believed_is_cut_off() -> None:
    least, most = Growth((-5.0, 1e9)).quantiles(np.array([0.0, 1.0]))

    assert (least, most) == pytest.approx((-0.6, 2.1))


@given(seen=st.lists(st.floats(-1, 3), max_size=8))
def test_growth_rises_with_its_chance(seen: list[float]) -> None:
    shares = Growth(tuple(seen)).quantiles(np.linspace(0, 1, 50))

    assert (np.diff(shares) >= 0).all()


def test_nobody_is_counted_on_to_speed_up() -> None:
    assert float(draws_of(USUAL, seed=1).drift.max()) < 0


@pytest.mark.parametrize("drift", [-0.03, -0.005, -1e-9])
def test_drifting_pace_does_what_it_promises(drift: float) -> None:
    ones = np.ones(3)
    draws = Draws(ones, drift * ones, 0 * ones, 1.0, 1)

    taken = draws.slowed(np.array([0.0, 10.0, 20.0]))

    done = np.expm1(drift * taken) / drift
    assert done == pytest.approx([0.0, 10.0, 20.0], abs=1e-6)


def test_pace_stops_falling_after_a_while() -> None:
    ones = np.ones(1)
    draws = Draws(ones, -0.05 * ones, 0 * ones, 1.0, 1)
    by_then = float(np.expm1(-0.05 * DRIFT_WEEKS) / -0.05)

    taken = draws.slowed(np.array([by_then + 1]))

    assert taken == pytest.approx(DRIFT_WEEKS + np.exp(0.05 * DRIFT_WEEKS), rel=1e-6)


def test_more_sittings_than_anybody_has_do_not_overflow() -> None:
    draws = draws_of(USUAL, seed=1)

    assert np.array_equal(draws.weeks(1.7e308), draws.weeks(MOST_SITTINGS))


def test_numbers_of_their_own_are_unlike() -> None:
    assert not np.array_equal(normals(1, "stretch", "a"), normals(1, "stretch", "b"))


@pytest.mark.parametrize("size", [-1.0, float("nan"), float("inf")])
def test_size_that_cannot_be_is_refused(size: float) -> None:
    with pytest.raises(InvalidInputError, match="sittings cannot be"):
        checked_size(size)


@pytest.mark.parametrize(("values", "spread"), [([], 0.0), ([3.0], 0.0), ([1.0, 3.0], 2**0.5)])
def test_spread_needs_two_values(values: list[float], spread: float) -> None:
    assert spread_of(values) == pytest.approx(spread)
