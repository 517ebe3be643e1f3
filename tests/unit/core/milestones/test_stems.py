"""Words without their endings, and typing errors forgiven."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.milestones.stems import Spelling, errors, stem, telling

pytestmark = pytest.mark.unit

words = st.text("abcde", max_size=8)


@pytest.mark.parametrize(
    "alike",
    [
        "negotiate negotiates negotiated negotiating negotiation negotiations",
        "plan plans planned planning planner",
        "organise organised organisation organising",
        "copy copies copied",
        "train trained trainer training",
        "complain complains complained complaining",
        "happy happiness",
    ],
)
def test_forms_of_a_word_have_one_stem(alike: str) -> None:
    assert len({stem(word) for word in alike.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("charity", "charger"), ("visit", "vision"), ("rota", "rot")])
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["", "bed", "as", "sql", "12"])
def test_short_word_is_its_own_stem(word: str) -> None:
    assert stem(word) == word


def test_telling_words_come_once_and_in_order() -> None:
    assert telling(["the", "row", "about", "the", "rota", "row"]) == ["row", "rota"]


@pytest.mark.parametrize(
    ("typed", "word", "count"),
    [("", "abc", 3), ("same", "same", 0), ("smae", "same", 1), ("sane", "same", 1), ("sme", "same", 1)],
)
def test_errors_are_counted(typed: str, word: str, count: int) -> None:
    assert errors(typed, word) == count


@given(words, words)
def test_errors_are_the_same_both_ways(one: str, other: str) -> None:
    found = errors(one, other)

    assert found == errors(other, one)
    assert abs(len(one) - len(other)) <= found <= max(len(one), len(other))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("budgt", ["budget"]),
        ("negociaton", ["negotiation"]),
        ("grant", ["grand", "grants"]),
        ("bed", []),
        ("b4dget", []),
        ("zebra", []),
        ("gramophone", []),
    ],
)
def test_mistyped_word_finds_those_with_fewest_errors(typed: str, meant: list[str]) -> None:
    known = Spelling(["budget", "negotiation", "grand", "grants", "bad", "grace"])

    assert known.meant(typed) == meant
