from typing import Any

import pytest

from unrut.importers.openings.schema_values import (
    all_at,
    name_of,
    names_at,
    one_at,
    pay_of,
    pay_words,
    pays_of,
)

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"a": 1}, [1]),
        ({"a": [1, None, "", 2]}, [1, 2]),
        ({"a": None}, []),
        ({}, []),
        ("words", []),
        (None, []),
    ],
)
def test_all_at_cases(record: Any, expected: list[Any]) -> None:
    assert all_at(record, "a") == expected
    assert one_at(record, "a") == (expected[0] if expected else None)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Fish &amp; chips", "Fish & chips"),
        ({"name": "Inn"}, "Inn"),
        ({"name": "", "legalName": "Inn Ltd"}, "Inn Ltd"),
        ({"name": {"value": "Inn"}}, "Inn"),
        ({"other": "x"}, ""),
        (7, "7"),
        (None, ""),
        (["x"], ""),
    ],
)
def test_name_of_cases(value: Any, expected: str) -> None:
    assert name_of(value) == expected


def test_names_at_are_each_once() -> None:
    assert names_at({"a": ["Food", {"name": "food"}, "Drink"]}, "a") == ["Food", "Drink"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"value": {"minValue": 14, "unitText": "HOUR"}}, "from EUR 14 per hour"),
        ({"value": {"value": 14, "unitCode": "HUR"}, "currency": "GBP"}, "GBP 14 per hour"),
        ({"maxValue": "3000", "unitText": "MON"}, "up to EUR 3,000 per month"),
        ({"price": 9, "duration": "day"}, "EUR 9 per day"),
        (45000, "EUR 45,000"),
        ({"value": {"minValue": 0}}, None),
        ("by agreement", None),
        (None, None),
    ],
)
def test_pay_of_cases(value: Any, expected: str | None) -> None:
    pay = pay_of(value, "EUR")

    assert (pay and pay.said.words) == expected


def test_pays_of_are_each_once() -> None:
    assert [pay.said.words for pay in pays_of({"baseSalary": [9, 9, "x"], "salaryCurrency": "EUR"})] == [
        "EUR 9"
    ]


@pytest.mark.parametrize(
    ("posting", "expected"),
    [
        ({"baseSalary": "£9 an hour"}, "£9 an hour"),
        ({"baseSalary": {"value": "2.500"}, "salaryCurrency": "EUR"}, "2.500 EUR"),
        ({"baseSalary": "none"}, ""),
        ({"baseSalary": 7}, ""),
        ({}, ""),
    ],
)
def test_pay_words_cases(posting: Any, expected: str) -> None:
    assert pay_words(posting) == expected
