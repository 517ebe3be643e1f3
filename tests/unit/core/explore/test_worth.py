"""Means and spreads of the worth of levels, beside drawing them."""

from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.levels import UNKNOWN, Level, Source
from unrut.core.explore.wants import Want
from unrut.core.explore.worth import counted, directions, positions, worths

pytestmark = pytest.mark.unit

DRAWN = [NormalDist().inv_cdf((place + 0.5) / 20_000) for place in range(20_000)]
some_wants = st.builds(Want, st.just("pay"), st.just(50), st.floats(0, 10), st.none() | st.floats(0, 10))


def stated(mean: float, sd: float = 0.0) -> Level:
    return Level(mean, sd, Source.STATED)


@pytest.mark.parametrize(("wanted", "worst"), [(10, None), (0, 8), (6, None), (5, 4), (10, 9), (7, 2)])
@pytest.mark.parametrize(("mean", "sd"), [(5, 3), (0, 1), (10, 0.8), (7.3, 2), (2, 0.3), (4, 0)])
def test_worth_has_the_mean_and_spread_of_all_it_may_be(
    wanted: float, worst: float | None, mean: float, sd: float
) -> None:
    want = Want("pay", 50, wanted, worst)
    drawn = [want.value(min(max(mean + sd * noise, 0), 10)) for noise in DRAWN]

    found = worths([{"pay": stated(mean, sd)}], [want])

    # In reaches: where only one level counts, a little of it is a little more.
    assert found.mean.tolist() == [[pytest.approx(np.mean(drawn), abs=0.004)]]
    assert found.sd.tolist() == [[pytest.approx(np.std(drawn), abs=0.006)]]


def test_every_subject_and_want_has_its_place_and_the_absent_is_unknown() -> None:
    wants = [Want("pay", 50, 10), Want("commute", 50, 0)]

    found = worths([{"pay": stated(7)}, {"commute": stated(1), "pay": UNKNOWN}], wants)

    assert found.mean == pytest.approx(np.array([[0.7, 0.5], [0.5, 0.9]]))
    assert found.sd[0, 1] == found.sd[1, 0] > 0.2
    assert (found.sd[0, 0], found.sd[1, 1]) == (pytest.approx(0), pytest.approx(0))


def test_nobody_and_nothing_have_no_worth() -> None:
    assert worths([], [Want("pay", 50, 10)]).mean.shape == (0, 1)
    assert worths([{}, {}], []).mean.shape == (2, 0)


def test_wants_without_weight_do_not_count() -> None:
    assert counted([Want("pay", 0, 10), Want("commute", 5, 0)]) == [Want("commute", 5, 0)]


def test_more_is_better_on_the_side_of_what_is_wanted() -> None:
    wants = [Want("pay", 50, 10), Want("commute", 50, 2), Want("variety", 50, 5)]

    assert directions(wants).tolist() == [1, -1, 0]


@given(some_wants, st.floats(-2, 12), st.floats(0, 6))
def test_worth_is_on_its_scale(want: Want, mean: float, sd: float) -> None:
    found = worths([{"pay": stated(mean, sd)}], [want])

    assert 0 <= found.mean[0, 0] <= 1
    assert 0 <= found.sd[0, 0] <= 0.5 + 1e-9


@given(some_wants, st.floats(0, 10))
def test_sure_level_is_worth_what_the_want_says(want: Want, mean: float) -> None:
    found = worths([{"pay": stated(mean)}], [want])

    assert found.mean[0, 0] == pytest.approx(want.value(mean), abs=1e-9)
    assert found.sd[0, 0] == pytest.approx(0, abs=1e-9)


@given(some_wants)
def test_positions_are_counted_in_reaches_and_held_to_the_line(want: Want) -> None:
    found = positions([{"pay": stated(3, 1.5)}], [want])

    assert found.middle[0, 0] * want.reach == pytest.approx(3 - want.wanted)
    assert found.spread[0, 0] * want.reach == pytest.approx(1.5)
    assert -1 <= found.lower[0] <= 0 <= found.upper[0] <= 1
