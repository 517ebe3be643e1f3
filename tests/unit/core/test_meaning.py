"""What words and sentences mean."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core import meaning
from unrut.core.meaning import Meanings, meanings_of, plain_words, shipped_meanings

pytestmark = pytest.mark.unit


def likeness(one: str, other: str) -> float:
    first, second = shipped_meanings().sentences([one, other])
    return float(first @ second)


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("settled a quarrel", "resolved a conflict", "repaired a boiler"),
        ("taught an apprentice", "trained a beginner", "cut the costs"),
        ("got a raise", "my salary went up", "planted roses"),
    ],
)
def test_texts_of_like_meaning_are_nearer(text: str, near: str, far: str) -> None:
    assert likeness(text, near) > likeness(text, far) + 0.2


@given(st.lists(st.text(max_size=30), max_size=5))
def test_every_text_has_length_one_or_none(texts: list[str]) -> None:
    lengths = np.linalg.norm(shipped_meanings().sentences(texts), axis=1)

    assert lengths.shape == (len(texts),)
    assert all(length == pytest.approx(1, abs=1e-4) or length == 0 for length in lengths)


def test_sentence_is_the_row_of_its_text() -> None:
    one = shipped_meanings().sentence("Got a raise")

    assert np.array_equal(one, shipped_meanings().sentences(["", "got: a RAISE"])[1])


@pytest.mark.parametrize("word", ["", "x" * 41, "日", "qqqq"])
def test_word_without_known_parts_means_nothing(word: str) -> None:
    rows = shipped_meanings().words([word])

    assert not rows.any()
    assert rows.shape == (1, shipped_meanings().width)


@pytest.mark.parametrize(("word", "known"), [("patient", True), ("patiennt", False)])
def test_common_word_is_known(word: str, *, known: bool) -> None:
    assert shipped_meanings().knows(word) is known


def test_words_are_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "_REMEMBERED", 2)
    table = Meanings({"a": 0, "b": 1, "c": 2}, np.eye(3, dtype=np.int8), np.ones(3, dtype=np.float32))

    rows = table.words(["a", "b", "c", "a", "a"])

    assert np.array_equal(rows, np.eye(3, dtype=np.float32)[[0, 1, 2, 0, 0]])


def test_table_is_read_from_whole_numbers_and_scales() -> None:
    held = {
        "names": np.frombuffer(b"one\ntwo", dtype=np.uint8),
        "vectors": np.array([[2, 0], [0, -4]], dtype=np.int8),
        "scale": np.array([0.5, 0.25], dtype=np.float32),
    }

    table = meanings_of(held)

    assert table.numbers == {"one": 0, "two": 1}
    assert table.words(["one", "two"]).tolist() == [[1, 0], [0, -1]]


def test_plain_words_leave_out_signs_and_capitals() -> None:
    assert plain_words("Cut costs by 12 %, didn't I?") == ["cut", "costs", "by", "12", "didn", "t", "i"]
