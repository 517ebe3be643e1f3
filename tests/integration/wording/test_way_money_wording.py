"""Money on a way in sentences."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.money import MoneyOutcome, Purse
from unrut.wording.way_money import amount, money_lines, months, purse_lead, purse_names

pytestmark = pytest.mark.integration

USUAL: dict[str, Any] = {
    "runway": None,
    "lowest": (1000.0, 4000.0, 8000.0),
    "dip": 0.0,
    "payback": 14.4,
    "pays_back": 0.72,
    "worst": 1234.0,
    "worst_runway": None,
}


def lines(**values: Any) -> list[str]:
    return money_lines(MoneyOutcome(**{**USUAL, **values}), "EUR")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0 EUR"),
        (4, "0 EUR"),
        (-4, "0 EUR"),
        (456, "460 EUR"),
        (996, "1,000 EUR"),
        (3249, "3,200 EUR"),
        (-3249, "−3,200 EUR"),
        (123_456, "123,000 EUR"),
    ],
)
def test_amount_is_rounded_to_what_matters(value: float, words: str) -> None:
    assert amount(value, "EUR") == words


def test_amount_without_a_currency_is_the_number() -> None:
    assert amount(3249, "") == "3,200"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.2, "no time"),
        (-3, "no time"),
        (1.2, "1 month"),
        (23.4, "23 months"),
        (24, "2 years"),
        (31, "3 years"),
        (60, "5 years"),
    ],
)
def test_months_become_years_from_two_on(value: float, words: str) -> None:
    assert months(value) == words


def test_money_is_told_in_four_sentences() -> None:
    assert lines() == [
        "Your savings last: they do not run out on this way.",
        "Until you are there, you have as much a month as now.",
        "Beside staying, it has paid for itself after about 14 months. Within five years: probably (about 70 %).",
        "If it goes as badly as in one case of twenty, your savings go down to 1,200 EUR, and no further.",
    ]


def test_money_that_stays_as_it_is_takes_one_sentence() -> None:
    assert lines(payback=0.0) == [
        (
            "As far as it is told, your money stays as it is. Say what it would cost and what you would earn, "
            "and more can be said."
        )
    ]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (90.0, "Once there, you have about 90 EUR a month more than now."),
        (-420.0, "Once there, you have about 420 EUR a month less than now."),
    ],
)
def test_income_once_there_is_told_beside_the_present_one(more: float, sentence: str) -> None:
    money = MoneyOutcome(**{**USUAL, "payback": 0.0})

    assert money_lines(money, "EUR", more=more)[2] == sentence
    assert sentence not in money_lines(money, "EUR")


@pytest.mark.parametrize(
    ("values", "place", "sentence"),
    [
        ({"runway": 7.3}, 0, "Your savings last about 7 months on this way."),
        (
            {"dip": 412.0},
            1,
            "Until you are there, you have about 410 EUR a month less than now, its cost included.",
        ),
        ({"dip": -412.0}, 1, "Until you are there, you have about 410 EUR a month more than now."),
        (
            {"payback": None, "pays_back": 0.3},
            2,
            (
                "Beside staying, it has most likely not paid for itself within five years. "
                "That it has: probably not (about 30 %)."
            ),
        ),
        ({"payback": 0.0, "dip": -500.0}, 2, "Beside staying, it costs you nothing."),
        (
            {"worst": -2345.0, "worst_runway": 5.0},
            3,
            "If it goes as badly as in one case of twenty, your savings last 5 months, and you would be 2,300 EUR short.",
        ),
    ],
)
def test_money_sentence_follows_what_comes_out(values: dict[str, Any], place: int, sentence: str) -> None:
    assert lines(**values)[place] == sentence


@given(
    st.one_of(st.none(), st.floats(0, 1e4)),
    st.floats(-1e9, 1e9),
    st.one_of(st.none(), st.floats(0, 60)),
    st.floats(-1e9, 1e9),
)
def test_money_sentences_are_whole(
    runway: float | None, dip: float, payback: float | None, worst: float
) -> None:
    for line in lines(runway=runway, dip=dip, payback=payback, worst=worst):
        assert line.endswith(".")
        assert not {"None", "nan", "inf"} & set(line.split())


@pytest.mark.parametrize(
    ("purse", "sentence"),
    [
        (None, "What money is there for a way out?"),
        (
            Purse("EUR", 2600, 9000, 1900),
            "You have 9,000 EUR saved, and 700 EUR a month left after fixed costs.",
        ),
        (
            Purse("EUR", 1000, 9000, 1900),
            "Your fixed costs are 900 EUR a month above your income; what is saved bears that for 10 months.",
        ),
        (
            Purse("EUR", 1000, 0, 1900),
            "Your fixed costs are 900 EUR a month above your income, and nothing is saved.",
        ),
    ],
)
def test_purse_is_told_in_a_sentence(purse: Purse | None, sentence: str) -> None:
    assert purse_lead(purse) == sentence


def test_amounts_that_are_asked_for_have_names() -> None:
    assert list(purse_names()) == ["income", "savings", "fixed_costs"]
