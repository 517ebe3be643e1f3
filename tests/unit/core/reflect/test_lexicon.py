"""The words of the vocabulary find their places in a note."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.facets import Facet, Vocabulary, shipped_vocabulary
from unrut.core.reflect.lexicon import (
    Lexicon,
    Pattern,
    Sense,
    Word,
    build_lexicon,
    words_of,
)

pytestmark = pytest.mark.unit


def a_vocabulary(**words: tuple[str, ...]) -> Vocabulary:
    """One facet, commute, with these words and nothing else."""
    commute = replace(
        shipped_vocabulary()["commute"],
        phrases_disliked=words.get("phrases_disliked", ()),
        phrases_liked=words.get("phrases_liked", ()),
        words=words.get("words", ()),
        words_disliked=words.get("words_disliked", ()),
        words_liked=words.get("words_liked", ()),
    )
    return replace(shipped_vocabulary(), facets={"commute": commute})


def found(lexicon: Lexicon, text: str) -> list[tuple[tuple[str, ...], int]]:
    return [(pattern.parts, at) for pattern, at in lexicon.matches(words_of(text))]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", []),
        ("  … -- !!", []),
        ("Two hours, again.", ["two", "hours", "again"]),
        ("can't can’t", ["can't", "can't"]),
        ("open-plan one_two", ["open-plan", "one", "two"]),
        ("'quoted'", ["quoted"]),
        ("STRASSE straße", ["strasse", "strasse"]),
        ("Müde 🙂 müde", ["müde", "müde"]),
        ("מתח גבוה", ["מתח", "גבוה"]),
        ("401k 100 %", ["401k", "100"]),
    ],
)
def test_words_are_found_in_order(text: str, plain: list[str]) -> None:
    assert [word.plain for word in words_of(text)] == plain


@given(st.text())
def test_word_is_quoted_by_its_place(text: str) -> None:
    words = words_of(text)

    assert [words_of(text[word.start : word.end])[0].plain for word in words] == [
        word.plain for word in words
    ]
    assert all(left.end <= right.start for left, right in pairwise(words))


@pytest.mark.parametrize(
    ("pattern", "text", "places"),
    [
        ("train", "The train, the TRAIN", [1, 3]),
        ("train", "training by trains", []),
        ("train*", "training by trains", [0, 2]),
        ("rush hour", "rush hour and rush", [0]),
        ("rush hour", "in the rush", []),
        ("rush hour", "rush an hour", []),
        ("rush hour*", "rush hours", [0]),
        ("stuck in*", "stuck inside", [0]),
        ("slow* train", "slowest train, slow bus", [0]),
        ("an hour, each", "an hour each", [0]),
        ("can't sit", "I can’t sit", [1]),
        ("t", "t-shirt t", [1]),
    ],
)
def test_pattern_is_found_where_it_stands(pattern: str, text: str, places: list[int]) -> None:
    lexicon = build_lexicon(a_vocabulary(words=(pattern,)))

    assert [at for _, at in found(lexicon, text)] == places


def test_pattern_longer_than_the_word_ends_the_search_among_beginnings() -> None:
    lexicon = build_lexicon(a_vocabulary(words=("tr*", "train*")))

    assert found(lexicon, "try trains") == [(("tr*",), 0), (("tr*",), 1), (("train*",), 1)]


def test_pattern_keeps_the_sense_of_its_list() -> None:
    lexicon = build_lexicon(a_vocabulary(words=("bus",), words_liked=("bus",), words_disliked=("bus",)))

    patterns = [pattern for pattern, _ in lexicon.matches(words_of("bus"))]

    assert patterns == [Pattern(("bus",), "commute", sense) for sense in Sense]


def test_pattern_does_not_run_over_the_end() -> None:
    pattern = Pattern(("rush", "hour"), "commute", Sense.EITHER)

    assert pattern.fits([Word("rush", 0, 4)], 0) is False


def test_lexicon_of_nothing_finds_nothing() -> None:
    lexicon = build_lexicon(a_vocabulary())

    assert found(lexicon, "the train") == []


@pytest.mark.parametrize("facet", shipped_vocabulary().facets.values(), ids=lambda facet: str(facet.id))
def test_every_shipped_pattern_finds_itself(facet: Facet) -> None:
    lexicon = build_lexicon(shipped_vocabulary())
    patterns = [*facet.words, *facet.words_disliked, *facet.words_liked]

    lost = [
        pattern
        for pattern in patterns
        if facet.id not in {match.facet for match, _ in lexicon.matches(words_of(pattern.replace("*", "")))}
    ]

    assert lost == []
