"""Shares stand heaviest first within their ranges, and their order is as sure as the draws make it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.posterior import Posterior, posterior
from unrut.core.explore.want_shares import order_chance, shares_of
from unrut.core.explore.wants import Want

pytestmark = pytest.mark.unit

WEIGHTS = st.lists(st.integers(1, 100), min_size=1, max_size=8)


def drawn(*rows: tuple[float, ...]) -> Posterior:
    return Posterior(tuple("abcd"[: len(rows[0])]), np.array(rows), float(len(rows)), ())


def test_shares_stand_heaviest_first_with_their_range() -> None:
    first, second = shares_of(drawn((0.2, 0.8), (0.4, 0.6)))

    assert (first.facet, second.facet) == ("b", "a")
    assert (first.low, first.mean, first.high) == pytest.approx((0.62, 0.7, 0.78))


def test_nothing_wanted_has_no_shares() -> None:
    assert shares_of(posterior([], draws=10)) == ()
    assert order_chance(posterior([], draws=10), 3) == 1.0


@pytest.mark.parametrize(
    ("rows", "most", "chance"),
    [
        ([(0.5, 0.3, 0.2)], 3, 1.0),
        ([(0.5, 0.3, 0.2), (0.5, 0.2, 0.3)], 3, 0.5),  # the last two change places
        ([(0.5, 0.3, 0.2), (0.5, 0.2, 0.3)], 1, 1.0),  # which leaves the first where it is
        ([(0.6, 0.4, 0.0), (0.6, 0.1, 0.3)], 2, 0.5),  # a third may overtake the second
        ([(1.0,)], 1, 1.0),
    ],
)
def test_order_holds_in_the_draws_that_have_it(
    rows: list[tuple[float, ...]], most: int, chance: float
) -> None:
    assert order_chance(drawn(*rows), most) == pytest.approx(chance)


@given(WEIGHTS, st.integers(1, 3))
def test_shares_add_up_and_lie_in_their_ranges(weights: list[int], most: int) -> None:
    found = posterior([Want(f"own_{place}", weight, 10) for place, weight in enumerate(weights)], draws=200)

    shares = shares_of(found)

    assert sum(share.mean for share in shares) == pytest.approx(1)
    assert all(0 <= share.low <= share.mean <= share.high <= 1 + 1e-9 for share in shares)
    assert [share.mean for share in shares] == sorted((share.mean for share in shares), reverse=True)
    assert 0 <= order_chance(found, min(most, len(weights))) <= 1
