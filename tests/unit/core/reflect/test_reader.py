"""A note is read into facets with the words that gave them away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.facets import Facet, shipped_vocabulary
from unrut.core.reflect.reader import MOST_FACETS, NoteKind, Reading, read_note

pytestmark = pytest.mark.unit

LIKE, DISLIKE = NoteKind.LIKE, NoteKind.DISLIKE
FACETS = shipped_vocabulary().facets.values()

kinds = st.sampled_from([LIKE, DISLIKE, None])
# Words of the vocabulary between anything else, so that there is something to read.
told = st.lists(
    st.one_of(
        st.text(),
        st.sampled_from(
            [word.replace("*", "ing") for facet in FACETS for word in (*facet.words, *facet.words_disliked)]
            + [phrase for facet in FACETS for phrase in (*facet.phrases_disliked, *facet.phrases_liked)]
        ),
    ),
    max_size=12,
).map(" ".join)


def only(text: str, kind: NoteKind | None) -> Reading:
    (reading,) = read_note(text, kind)
    return reading


@pytest.mark.parametrize(
    ("text", "kind", "reading"),
    [
        ("The train.", DISLIKE, Reading("commute", 0.6, ("train",))),
        ("The train.", LIKE, Reading("commute", 0.6, ("train",))),
        ("The train.", None, Reading("commute", 0.6, ("train",))),
        ("Delayed again", DISLIKE, Reading("commute", 0.72, ("Delayed",))),
        ("Delayed again", None, Reading("commute", 0.72, ("Delayed",))),
        ("An hour each way", DISLIKE, Reading("commute", 0.95, ("An hour each way",))),
        ("An hour each way", None, Reading("commute", 0.95, ("An hour each way",))),
        ("An hour each way", LIKE, Reading("commute", 0.54, ("An hour each way",))),
        ("Stuck in traffic", DISLIKE, Reading("commute", 0.952, ("Stuck in traffic",))),
        ("The train, the bus and the TRAIN", LIKE, Reading("commute", 0.936, ("train", "bus", "TRAIN"))),
        ("Train, train", LIKE, Reading("commute", 0.84, ("Train", "train"))),
        ("train bus", LIKE, Reading("commute", 0.84, ("train bus",))),
    ],
)
def test_note_of_known_words_is_read(text: str, kind: NoteKind | None, reading: Reading) -> None:
    assert only(text, kind) == reading


@pytest.mark.parametrize(
    "text", ["", "   \n", "🙂🙂", "…", "Nothing of note", "abgehakt", "it is what it is"]
)
def test_note_that_says_nothing_is_read_as_nothing(text: str) -> None:
    assert read_note(text, DISLIKE) == []


def test_word_of_the_other_kind_alone_is_too_weak() -> None:
    assert read_note("moderately delayed", LIKE) == []


def test_note_like_an_example_is_read_by_their_shared_words() -> None:
    reading = only("He has me copy, send, repeat the paste", DISLIKE)

    assert reading == Reading("task_variety", 0.55, ("copy", "send", "repeat", "paste"))


def test_note_like_an_example_of_the_other_kind_is_not_read_by_it() -> None:
    assert read_note("He has me copy, send, repeat the paste", LIKE) == []


def test_note_without_a_kind_is_read_by_examples_of_either() -> None:
    assert [reading.facet for reading in read_note("He has me copy, send, repeat the paste", None)] == [
        "task_variety"
    ]


def test_note_of_many_facets_keeps_the_surest() -> None:
    text = "train, salary, overtime, boss, flexible, layoffs"

    readings = read_note(text, DISLIKE)

    assert [reading.facet for reading in readings] == [
        "pay_benefits",
        "job_security",
        "manager_support",
        "working_hours",
    ]


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: str(facet.id))
def test_own_phrases_are_read_as_their_facet(facet: Facet) -> None:
    told = [(phrase, DISLIKE) for phrase in facet.phrases_disliked]
    told += [(phrase, LIKE) for phrase in facet.phrases_liked]

    missed = [
        phrase
        for phrase, kind in told
        if facet.id not in {reading.facet for reading in read_note(phrase, kind)}
    ]

    assert missed == []


@given(st.text(), kinds)
def test_any_text_is_read(text: str, kind: NoteKind | None) -> None:
    assert len(read_note(text, kind)) <= MOST_FACETS


@pytest.mark.parametrize("kind", [LIKE, DISLIKE, None])
@pytest.mark.parametrize(
    "text",
    [
        "x" * 20_000,
        "the train " * 2_000,
        "🚂🙁👩🏽‍💻 " * 5_000,
        "\u202eהרכבת שוב התעכבה\u202c train " * 600,
        "القطار متأخر مرة أخرى train",
        "\ud800 train",
        "e\u0301" * 10_000,
        "İstanbul'da train ß ﬁ",
        "\x00train\x00",
        "'’-_" * 5_000,
    ],
    ids=["long", "many", "emoji", "hebrew", "arabic", "surrogate", "accents", "casefold", "nul", "signs"],
)
def test_strange_text_is_read(text: str, kind: NoteKind | None) -> None:
    facets = [reading.facet for reading in read_note(text, kind)]

    assert facets == (["commute"] if "train" in text else [])


@given(told, kinds)
def test_quotes_stand_in_the_note(text: str, kind: NoteKind | None) -> None:
    quotes = [words for reading in read_note(text, kind) for words in reading.words]

    assert [quote for quote in quotes if quote not in text] == []
    assert "" not in quotes


@given(told, kinds)
def test_readings_are_sure_enough_few_and_sorted(text: str, kind: NoteKind | None) -> None:
    readings = read_note(text, kind)

    confidences = [reading.confidence for reading in readings]

    assert confidences == sorted(confidences, reverse=True)
    assert len({reading.facet for reading in readings}) == len(readings) <= MOST_FACETS
    assert all(0.45 <= confidence <= 1 for confidence in confidences)
    assert all(reading.words for reading in readings)


@given(told, kinds)
def test_reading_is_the_same_every_time(text: str, kind: NoteKind | None) -> None:
    assert read_note(text, kind) == read_note(text, kind)
