import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.openings.place_words import LONGEST_PLACE, names_place

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ghent", True),
        ("Tullahoma, TN", True),
        ("somewhere in Belgium", False),
        ("Belgium (or nearby)", True),
        ("remote in Europe", True),
        ("US time zones", True),
        ("SF · Montevideo", True),
        ("us", False),
        ("Old Mill", False),
        ("in or an", False),
        ("", False),
        ("Leeds, " * LONGEST_PLACE, False),
    ],
)
def test_names_place_cases(words: str, expected: bool) -> None:
    assert names_place(words) is expected


@given(st.text(max_size=200))
def test_names_place_any_words_with_a_town_beside_are_a_place(words: str) -> None:
    assert names_place(f"Leeds; {words[:100]}")
