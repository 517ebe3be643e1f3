"""A text is cut into the tokens of the network, each with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.tokens import LONGEST, UNKNOWN, Token, portions_of, tokens_of

pytestmark = pytest.mark.unit

NAMES = ["", "unknown", "start", "end", "train", "##s", "late", ".", "'", "-", "*", "e"]
NUMBERS = {name: number for number, name in enumerate(NAMES)}
MOST = LONGEST - 2


def quoted(text: str) -> list[tuple[str, str]]:
    return [(NAMES[token.number], text[token.start : token.end]) for token in tokens_of(text, NUMBERS)]


def row(count: int) -> list[Token]:
    return [Token(NUMBERS["e"], place, place + 1) for place in range(count)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", []),
        (" \n🙂", []),
        ("Train late.", [("train", "Train"), ("late", "late"), (".", ".")]),
        ("LATE trains", [("late", "LATE"), ("train", "train"), ("##s", "s")]),
        ("traîns", [("train", "traîn"), ("##s", "s")]),
        ("trai\u0302ns", [("unknown", "trai"), ("unknown", "ns")]),
        ("e’e – •", [("e", "e"), ("'", "’"), ("e", "e"), ("-", "–"), ("*", "•")]),
        ("kaputt late", [("unknown", "kaputt"), ("late", "late")]),
        ("e" * 41, [("unknown", "e" * 41)]),
        ("!", [("unknown", "!")]),
    ],
)
def test_tokens_stand_for_their_part_of_the_text(text: str, tokens: list[tuple[str, str]]) -> None:
    assert quoted(text) == tokens


def test_word_that_is_longer_without_accents_is_quoted_whole() -> None:
    numbers = {"가": 4, "##ᆨ": 5, "ᄀ": 6, "##ᅡ": 7}

    assert tokens_of("각", numbers) == [Token(6, 0, 1), Token(7, 0, 1), Token(5, 0, 1)]


@given(st.text())
def test_tokens_are_in_order_and_within_the_text(text: str) -> None:
    tokens = tokens_of(text, NUMBERS)

    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    assert all(token.number >= UNKNOWN for token in tokens)


@pytest.mark.parametrize(
    ("count", "lengths"),
    [(0, []), (1, [1]), (MOST, [MOST]), (MOST + 1, [MOST, 1]), (3 * MOST, [MOST] * 3)],
)
def test_portions_are_short_enough(count: int, lengths: list[int]) -> None:
    assert [len(portion) for portion in portions_of("e" * count, row(count))] == lengths


@pytest.mark.parametrize(
    ("end", "first"),
    [(60, 61), (MOST - 1, MOST), (MOST // 2, MOST // 2 + 1), (10, MOST), (MOST, MOST)],
)
def test_portions_end_after_a_sentence_in_their_second_half(end: int, first: int) -> None:
    text = "e" * end + "." + "e" * (2 * MOST - end - 1)

    assert len(portions_of(text, row(2 * MOST))[0]) == first


@given(st.text(alphabet="e .", max_size=400))
def test_portions_together_are_all_tokens(text: str) -> None:
    tokens = tokens_of(text, NUMBERS)

    assert [token for portion in portions_of(text, tokens) for token in portion] == tokens
