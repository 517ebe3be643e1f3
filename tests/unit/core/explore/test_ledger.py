"""Savings at the bends of their line are those of a ledger kept month by month."""

import math
from dataclasses import astuple, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unrut.core.explore.estimates import DrawnFigures
from unrut.core.explore.ledger import MONTHS_WITHOUT, balances_of, money_outcome
from unrut.core.explore.money import MoneyOutcome, Purse
from unrut.core.explore.ways import Figure

pytestmark = pytest.mark.unit

PURSE = Purse("EUR", 2600, 9000, 1900)
AMOUNTS = st.integers(0, 6000)


def drawn(*, arrives: bool = True, returns: bool = True, **figures: float | list[float]) -> DrawnFigures:
    """One draw, or as many as the longest figure has; what is not told is nothing."""
    told: dict[str, Any] = {"months": 0, "cost": 0, **figures}
    values = np.broadcast_arrays(
        *(np.atleast_1d(np.array(value, dtype=np.float64)) for value in told.values())
    )
    return DrawnFigures(
        figures={Figure(name): value for name, value in zip(told, values, strict=True)},
        arrives=np.full(len(values[0]), arrives),
        returns=np.full(len(values[0]), returns),
    )


def outcome(purse: Purse = PURSE, **told: Any) -> MoneyOutcome:
    return money_outcome(purse, drawn(**told))


def ledger(purse: Purse, told: DrawnFigures) -> list[float]:
    """The savings at the end of each month, written down one by one."""
    figures = {figure: float(values[0]) for figure, values in told.figures.items()}
    months, money = round(figures[Figure.MONTHS]), [purse.savings]
    without = 0 if told.arrives[0] or told.returns[0] else round(MONTHS_WITHOUT)
    for month in range(60):
        if month < months:
            income = figures.get(Figure.INCOME_MEANWHILE, purse.income)
            income -= figures[Figure.COST] / months
        elif month < months + without:
            income = 0
        else:
            income = figures.get(Figure.INCOME_THEN, purse.income) if told.arrives[0] else purse.income
        money.append(money[-1] + income - purse.fixed_costs)
    return money


@settings(deadline=None, max_examples=150)
@given(
    st.integers(1, 90),
    AMOUNTS,
    AMOUNTS,
    st.integers(0, 60_000),
    st.booleans(),
    st.booleans(),
    AMOUNTS,
    AMOUNTS,
)
def test_outcome_is_that_of_a_ledger(
    months: int,
    meanwhile: int,
    then: int,
    cost: int,
    arrives: bool,
    returns: bool,
    income: int,
    savings: int,
) -> None:
    purse = replace(PURSE, income=income, savings=savings)
    told = drawn(
        months=months,
        cost=cost,
        income_meanwhile=meanwhile,
        income_then=then,
        arrives=arrives,
        returns=returns,
    )

    found, money = money_outcome(purse, told), ledger(purse, told)

    assert found.lowest[1] == pytest.approx(min(money), abs=0.01)
    assert (found.runway is None) is (min(money) >= -0.01)
    if found.runway is not None:
        first = next(month for month, left in enumerate(money) if left < -0.005)
        assert first - 1 - 1e-6 <= found.runway <= first + 1e-6
    behind = [month for month, left in enumerate(money) if left < savings + month * (income - 1900) - 0.005]
    assert (found.payback is None) is (60 in behind)
    if found.payback is not None:
        last = max(behind, default=-1)
        assert last - 1e-6 <= found.payback <= last + 1 + 1e-6


def test_savings_are_kept_at_each_bend() -> None:
    found = balances_of(
        PURSE, drawn(months=10, cost=2000, income_meanwhile=1500, arrives=False, returns=False)
    )

    assert found.months.tolist() == [[0, 10, 14, 60]]
    assert found.money.tolist() == [[9000, 3000, 3000 - 4 * 1900, 3000 - 4 * 1900 + 46 * 700]]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # Nothing changes: staying.
        ({}, MoneyOutcome(None, (9000, 9000, 9000), 0, 0, 1, 9000, None)),
        # 1,900 a month without an income: 9,000 bears that for 4.7 months, and the rise of 500 never pays it back.
        (
            {"months": 12, "income_meanwhile": 0, "income_then": 3100},
            MoneyOutcome(9000 / 1900, (-13_800, -13_800, -13_800), 2600, None, 0, -13_800, 9000 / 1900),
        ),
        # 2,400 spent over a year beside work; 400 more a month then: paid back after six months there.
        (
            {"months": 12, "cost": 2400, "income_then": 3000},
            MoneyOutcome(None, (9000, 9000, 9000), 200, 18, 1, 9000, None),
        ),
        # All at once, with nothing to wait for.
        (
            {"cost": 2400, "income_then": 2800},
            MoneyOutcome(None, (6600, 6600, 6600), 2400, 12, 1, 6600, None),
        ),
        # More than there is, at once: gone on the first day.
        ({"cost": 9600, "income_then": 3000}, MoneyOutcome(0, (-600,) * 3, 9600, 24, 1, -600, 0)),
        # It pays more on the way than afterwards: ahead at first, behind in the end.
        (
            {"months": 6, "income_meanwhile": 3000, "income_then": 2500},
            MoneyOutcome(None, (9000, 9000, 9000), -400, None, 0, 9000, None),
        ),
    ],
)
def test_money_of_a_way_by_hand(told: dict[str, Any], expected: MoneyOutcome) -> None:
    found = outcome(**told)

    for one, other in zip(astuple(found), astuple(expected), strict=True):
        assert one == (pytest.approx(other) if other is not None else None)


def test_way_that_fails_pays_its_cost_and_comes_back_to_the_present_income() -> None:
    found = outcome(months=10, cost=1000, income_then=9000, arrives=False)

    assert (found.payback, found.pays_back, found.runway) == (None, 0, None)


def test_closed_way_back_is_some_months_without_an_income() -> None:
    found = outcome(
        replace(PURSE, savings=3800), months=6, income_meanwhile=1900, arrives=False, returns=False
    )

    assert found.runway == pytest.approx(8)
    assert found.worst == pytest.approx(3800 - MONTHS_WITHOUT * 1900)


def test_worst_twentieth_is_worse_than_the_middle() -> None:
    cost = np.linspace(0, 20_000, 2001).tolist()

    found = outcome(months=1, cost=cost, income_meanwhile=1900, income_then=1900)

    assert found.lowest == pytest.approx((-9000, -1000, 7000))
    assert found.worst == pytest.approx(-10_000)
    assert found.runway is not None
    assert found.worst_runway is not None
    assert found.worst_runway < found.runway < 1


def test_payback_is_that_of_the_middle_case() -> None:
    found = outcome(months=10, cost=[1000, 2000, 3000, 90_000, 91_000], income_then=2700)

    assert found.payback == pytest.approx(40)
    assert found.pays_back == pytest.approx(0.6)


def test_nothing_saved_and_nothing_left_over_does_not_run_out() -> None:
    found = outcome(Purse("EUR", 1900, 0, 1900), months=7, income_then=1900)

    assert (found.runway, found.lowest, found.payback) == (None, (0, 0, 0), 0)


@settings(deadline=None)
@given(
    st.lists(st.floats(0, 1e11), min_size=3, max_size=3),
    st.lists(st.floats(0, 120), min_size=1, max_size=9),
    st.lists(st.floats(0, 9e9), min_size=3, max_size=3),
    st.booleans(),
    st.booleans(),
)
def test_no_number_is_none_at_all(
    purse: list[float],
    months: list[float],
    money: list[float],
    arrives: bool,
    returns: bool,
) -> None:
    cost, meanwhile, then = money
    figures = {"cost": cost, "income_meanwhile": meanwhile, "income_then": then}

    found = outcome(Purse("EUR", *purse), months=months, arrives=arrives, returns=returns, **figures)

    low, middle, high = found.lowest
    numbers = [low, middle, high, found.dip, found.pays_back, found.worst]
    told = [value for value in (found.runway, found.payback, found.worst_runway) if value is not None]
    assert all(math.isfinite(number) for number in numbers)
    assert all(0 <= month <= 60 for month in told)
    assert found.worst - 1e-3 <= low <= middle <= high
    assert 0 <= found.pays_back <= 1
