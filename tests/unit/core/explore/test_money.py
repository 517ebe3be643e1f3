"""Money that cannot be is refused in a sentence."""

from dataclasses import replace
from typing import Any

import pytest

from unrut.core.errors import InvalidInputError
from unrut.core.explore.money import CURRENCIES, Purse, check_purse, net_of
from unrut.core.explore.openings.pay_currencies import CODES

pytestmark = pytest.mark.unit

PURSE = Purse("EUR", 2600, 9000, 1900, tax_rate=0.3)


@pytest.mark.parametrize(
    "usual",
    [
        {},
        {"income": 0, "savings": 0, "fixed_costs": 0},
        {"tax_rate": 0},
        {"tax_rate": 1},
        {"currency": "KRW", "savings": 9e11},
    ],
)
def test_money_that_can_be_is_taken(usual: dict[str, Any]) -> None:
    purse = replace(PURSE, **usual)

    check_purse(purse)

    assert net_of(100.0, purse.tax_rate) == pytest.approx(100 * (1 - purse.tax_rate))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (
            {"currency": "EURO"},
            '"EURO" is no currency we know. Give its code of three letters, such as EUR or USD.',
        ),
        (
            {"currency": "eur"},
            '"eur" is no currency we know. Give its code of three letters, such as EUR or USD.',
        ),
        (
            {"currency": "x" * 5000},
            f'"{"x" * 20}" is no currency we know. Give its code of three letters, such as EUR or USD.',
        ),
        (
            {"income": -1},
            "Your net income a month is below nothing (-1). Give an amount, 0 where there is none.",
        ),
        (
            {"savings": -0.01},
            "What you have saved is below nothing (-0.01). Give an amount, 0 where there is none.",
        ),
        (
            {"fixed_costs": float("nan")},
            "What your fixed costs are a month is not a number. Give an amount, 0 where there is none.",
        ),
        (
            {"savings": 1e12},
            "What you have saved is more than can be kept. Give an amount below 1,000,000,000,000.",
        ),
        (
            {"tax_rate": 1.2},
            "The share that taxes take lies from 0 to 100 %. Give a number between these.",
        ),
        (
            {"tax_rate": float("nan")},
            "The share that taxes take lies from 0 to 100 %. Give a number between these.",
        ),
    ],
)
def test_money_that_cannot_be_is_refused_in_a_sentence(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        check_purse(replace(PURSE, **wrong))

    assert str(refused.value) == told


def test_currencies_are_those_of_postings_and_more() -> None:
    assert CODES < CURRENCIES
    assert {len(code) for code in CURRENCIES} == {3}


@pytest.mark.parametrize(("rate", "net"), [(0, 4000), (0.25, 3000), (1, 0)])
def test_net_is_what_taxes_leave(rate: float, net: float) -> None:
    assert net_of(4000, rate) == pytest.approx(net)
