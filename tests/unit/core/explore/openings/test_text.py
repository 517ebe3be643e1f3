import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.text import posting_text

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", set()),
        ("Pay: 40h, PAY_scale", {"pay", "h", "scale"}),
        ("We’re in Zürich – well-paid", {"we", "re", "in", "zürich", "well", "paid"}),
        ("٣٤ дней²", {"дней²"}),
        ("\ud800 odd", {"odd"}),
    ],
)
def test_posting_text_words_cases(text: str, words: set[str]) -> None:
    assert posting_text(text).words == words


@given(st.text())
def test_posting_text_words_are_those_between_figures_and_signs(text: str) -> None:
    posting = posting_text(text)

    assert posting.words == set(re.findall(r"[^\W\d_]+", posting.lowered))


@given(st.text())
def test_posting_text_places_in_lower_case_hold_in_the_text(text: str) -> None:
    posting = posting_text(text)

    assert len(posting.lowered) == len(posting.text)
