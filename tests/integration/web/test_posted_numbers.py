"""Numbers as people type them, and the sentence for what is none."""

import contextlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidInputError
from unrut.web.explore.posted_numbers import posted_level, posted_number, posted_percent

pytestmark = pytest.mark.integration


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("", None),
        ("  ", None),
        ("0", 0.0),
        ("1200", 1200.0),
        ("1 200", 1200.0),
        ("1\u202f200\u202f000", 1_200_000.0),
        ("1'200", 1200.0),
        ("1’200’000.5", 1_200_000.5),
        ("1,200.50", 1200.5),
        ("1.200,50", 1200.5),
        ("1,200", 1200.0),
        ("1.200", 1200.0),
        ("12,5", 12.5),
        ("0.500", 0.5),
        ("-5", -5.0),
        ("− 5.25", -5.25),
        (" 7 ", 7.0),
        ("007", 7.0),
    ],
)
def test_number_is_read_as_it_is_usually_written(written: str, number: float | None) -> None:
    assert posted_number(written, "Savings") == number


@pytest.mark.parametrize(
    "written",
    [
        "lots",
        "1.2.3",
        "12 34",
        "1,20,000.5.5",
        "1,200,50",
        "1e5",
        "inf",
        "nan",
        "--5",
        "5-",
        "٥",
        "²",
        "1..5",
        ".",
    ],
)
def test_number_that_is_none_is_named_with_its_field(written: str) -> None:
    with pytest.raises(InvalidInputError) as told:
        posted_number(written, "Savings")

    assert str(told.value) == (f"Savings: “{written}” is not a number. Write it like 1200 or 1,200.50.")


def test_number_that_is_very_long_is_shown_shortened() -> None:
    with pytest.raises(InvalidInputError, match=r"^Savings: “1{20}…” is not a number"):
        posted_number("1" * 1_000_000, "Savings")


@pytest.mark.parametrize(("written", "share"), [("65", 0.65), ("65 %", 0.65), ("12,5%", 0.125), (" ", None)])
def test_percent_is_a_share_of_one(written: str, share: float | None) -> None:
    assert posted_percent(written, "Chance") == share


@pytest.mark.parametrize(("written", "level"), [("", None), ("0", 0), ("10", 10), ("999", 999)])
def test_level_is_a_whole_number_or_none(written: str, level: int | None) -> None:
    assert posted_level(written, "Learning") == level


@pytest.mark.parametrize("written", ["-1", "3.5", "three", "²", "٣", "1" * 21])
def test_level_that_is_no_choice_is_named(written: str) -> None:
    with pytest.raises(InvalidInputError, match=r"^Learning: “.{1,21}” is not one of the choices"):
        posted_level(written, "Learning")


@given(st.integers(0, 10**12), st.sampled_from([",", ".", "'", " ", ""]))
def test_whole_number_grouped_by_any_mark_stays_itself(number: int, mark: str) -> None:
    assert posted_number(f"{number:,}".replace(",", mark), "Savings") == number


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_refused_with_a_sentence(written: str) -> None:
    with contextlib.suppress(InvalidInputError):
        number = posted_number(written, "Savings")
        assert number is None or math.isfinite(number)
