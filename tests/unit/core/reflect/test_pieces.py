"""A note is taken apart the same way when the model is built and when it is used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.reflect.lexicon import words_of
from unrut.core.reflect.pieces import TRACES, clauses_of, pair_trace, pairs_of, tokens_of, traces_of

pytestmark = pytest.mark.unit

NAMES = ["train", "##s", "over", "##time", "time", "a", "##a"]
PLACES = {name: place for place, name in enumerate(NAMES)}


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("", []),
        (" … , and but", []),
        ("Good pay, friendly team", [["good", "pay"], ["friendly", "team"]]),
        ("good pay and a friendly team", [["good", "pay"], ["a", "friendly", "team"]]),
        ("pay/hours & people", [["pay"], ["hours"], ["people"]]),
        ("and then home", [["then", "home"]]),
        ("open-plan - noisy", [["open-plan"], ["noisy"]]),
        ("rock-and-roll", [["rock-and-roll"]]),
        ("one\ntwo", [["one"], ["two"]]),
        ("sandy beach", [["sandy", "beach"]]),
    ],
)
def test_clauses_end_at_signs_and_joining_words(text: str, clauses: list[list[str]]) -> None:
    assert [[word.plain for word in clause] for clause in clauses_of(text, words_of(text))] == clauses


@given(st.text())
def test_clauses_hold_words_of_the_text_in_order(text: str) -> None:
    held = [word for clause in clauses_of(text, words_of(text)) for word in clause]

    assert held == sorted(set(held) & set(words_of(text)), key=lambda word: word.start)
    assert [] not in clauses_of(text, words_of(text))


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("train", ["train"]),
        ("trains", ["train", "##s"]),
        ("trâins", ["train", "##s"]),
        ("overtime", ["over", "##time"]),
        ("over-time", ["over", "time"]),
        ("trainx", []),
        ("קרון", []),
        ("a" * 30, ["a", *["##a"] * 29]),
        ("a" * 31, []),
    ],
)
def test_tokens_are_the_longest_known_beginnings(word: str, names: list[str]) -> None:
    assert [NAMES[place] for place in tokens_of(word, PLACES)] == names


def test_traces_of_a_misspelling_are_mostly_those_of_the_word() -> None:
    right, wrong, other = (set(traces_of(word)) for word in ("benefits", "benifits", "commute"))

    assert len(right & wrong) >= len(right) / 3 > len(right & other)


def test_traces_weigh_a_word_more_than_its_letters() -> None:
    assert sorted(traces_of("bus").values()) == [0.5] * 6 + [1.0]


def test_traces_of_noise_are_none() -> None:
    assert traces_of("x" * 31) == {}


@given(st.text(min_size=1))
def test_traces_have_places(word: str) -> None:
    assert all(0 <= place < TRACES for place in traces_of(word))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [("", []), ("bus", []), ("a late bus", [("a", "late"), ("late", "bus")])],
)
def test_pairs_are_each_word_with_the_next(text: str, pairs: list[tuple[str, str]]) -> None:
    assert list(pairs_of(words_of(text))) == pairs


def test_pairs_keep_their_order() -> None:
    assert pair_trace("late", "bus") != pair_trace("bus", "late")
