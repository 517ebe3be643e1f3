"""Texts in pieces and words as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.strengths.words import LONGEST_PIECE, NOT, keys_of, pieces_of

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("explains things", "explained a thing"),
        ("never panics", "did not panic"),
        ("didn't panic", "didn’t panic"),
        ("gave up", "giving up"),
        ("keeps your word", "kept your word"),
        ("sense of humor", "sense of humour"),
        ("your mother’s house", "your mother's house"),
        ("speaks up", "has spoken up"),
    ],
)
def test_forms_of_a_word_are_one(one: str, other: str) -> None:
    assert keys_of(one) == keys_of(other) != ()


@pytest.mark.parametrize(
    ("phrase", "keys"),
    [
        ("the of and", ()),
        ("Honestly", ()),
        ("What kind of work", ("work",)),
        ("some sort of order", ("order",)),
        ("kind to me", ("kind", "me")),
        ("too, too easy", ("too", "easy")),
        ("calm cannot", ("calm", NOT)),
    ],
)
def test_words_that_say_nothing_are_left_out(phrase: str, keys: tuple[str, ...]) -> None:
    assert keys_of(phrase) == keys


def test_text_falls_into_pieces_at_its_stops() -> None:
    text = "You stayed calm, we ran! “Yes”; (all of us)\n… and so on"

    assert [piece.text for piece in pieces_of(text)] == [
        "You stayed calm",
        "we ran",
        "Yes",
        "all of us",
        "and so on",
    ]


def test_long_piece_is_cut() -> None:
    pieces = list(pieces_of("word " * (LONGEST_PIECE + 2)))

    assert [len(piece.words) for piece in pieces] == [LONGEST_PIECE, 2]


@given(st.text())
def test_pieces_stand_in_their_text_as_they_are(text: str) -> None:
    pieces = list(pieces_of(text))

    for piece in pieces:
        assert piece.text in text
        assert 1 <= len(piece.words) <= LONGEST_PIECE
        assert all(
            text[word.start : word.end].lower().replace("’", "'") == word.plain for word in piece.words
        )
