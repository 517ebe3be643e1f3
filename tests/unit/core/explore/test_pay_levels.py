"""The level of pay follows from incomes: a doubling is a big step, and nothing is made up where an income is not told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.levels import Level, Levels, Source
from unrut.core.explore.money import Purse
from unrut.core.explore.pay_levels import DOUBLING, PAY, income_now, pay_level
from unrut.core.explore.wants import Want
from unrut.core.explore.ways import Estimate

pytestmark = pytest.mark.unit

PURSE = Purse("EUR", 2000, 0, 0)
WANTED = [Want("autonomy", 50, 10), Want(PAY, 50, 10)]
NOW: Levels = {PAY: Level(4.0, 0.8, Source.ANSWERED)}


@pytest.mark.parametrize(
    ("wants", "purse", "income"),
    [
        (WANTED, PURSE, 2000),
        (WANTED, None, None),
        (WANTED, Purse("EUR", 0, 5000, 0), None),
        (WANTED[:1], PURSE, None),
        ([Want(PAY, 0, 10)], PURSE, None),
        ([], PURSE, None),
    ],
)
def test_income_counts_where_pay_is_wanted_and_an_income_is_told(
    wants: list[Want], purse: Purse | None, income: float | None
) -> None:
    assert income_now(wants, purse) == income


@pytest.mark.parametrize(
    ("income", "mean"), [(2000, 4), (4000, 4 + DOUBLING), (1000, 4 - DOUBLING), (1e9, 10), (0, 0)]
)
def test_level_moves_with_the_income(income: float, mean: float) -> None:
    found = pay_level(Estimate(income, income, income), 2000, NOW)

    assert (found.sd, found.source) == (0.8, Source.EXPECTED)
    assert found.mean == pytest.approx(mean)


def test_level_of_an_unsure_income_is_less_sure() -> None:
    found = pay_level(Estimate(1000, 2000, 4000), 2000, NOW)

    assert found.mean == pytest.approx(4)
    assert found.sd == pytest.approx((0.8**2 + (DOUBLING / 1.2816) ** 2) ** 0.5)


def test_level_beside_an_unknown_one_is_as_unsure() -> None:
    assert pay_level(Estimate(2000, 2000, 2000), 2000, {}) == Level(5.0, 3.0, Source.EXPECTED)


@given(st.lists(st.floats(0, 9e9), min_size=3, max_size=3), st.floats(0.01, 9e9))
def test_level_lies_on_its_line(incomes: list[float], now: float) -> None:
    found = pay_level(Estimate(*sorted(incomes)), now, NOW)

    assert 0 <= found.mean <= 10
    assert 0.8 <= found.sd < 10
