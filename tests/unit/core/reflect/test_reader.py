"""A note is read into facets with the words that gave them away."""

from hashlib import sha256
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.facets import Facet, shipped_vocabulary
from unrut.core.reflect.model import shipped_model
from unrut.core.reflect.reader import MOST_FACETS, READER, NoteKind, Reading, read_note, read_notes

pytestmark = pytest.mark.unit

LIKE, DISLIKE = NoteKind.LIKE, NoteKind.DISLIKE
FACETS = shipped_vocabulary().facets.values()
LEAST_SHARE_READ = 0.7

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


def facets_of(text: str, kind: NoteKind | None) -> list[str]:
    return [reading.facet for reading in read_note(text, kind)]


def only(text: str, kind: NoteKind | None) -> Reading:
    (reading,) = read_note(text, kind)
    return reading


@pytest.mark.parametrize("kind", [LIKE, DISLIKE, None])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The train.", ("train",)),
        ("The train, the bus and the TRAIN", ("train", "bus", "TRAIN")),
        ("Train, train", ("Train", "train")),
        ("train bus", ("train bus",)),
    ],
)
def test_note_of_known_words_quotes_them(text: str, kind: NoteKind | None, words: tuple[str, ...]) -> None:
    reading = only(text, kind)

    assert (reading.facet, reading.words) == ("commute", words)
    assert reading.confidence > 0.7


def test_words_of_the_same_kind_make_it_surer() -> None:
    same, other = (only("An hour each way", kind).confidence for kind in (DISLIKE, LIKE))

    assert same > other


def test_note_without_known_words_quotes_those_that_weigh_most() -> None:
    readings = read_note("They let me pick my own hours", LIKE)

    assert sorted(reading.facet for reading in readings) == ["autonomy", "schedule_flexibility"]
    assert {words for reading in readings for words in reading.words} >= {"pick", "hours"}


def test_notes_together_are_read_as_each_alone() -> None:
    notes = [("The train again", DISLIKE), ("", None), ("Kind team, good pay", LIKE)]

    together = read_notes(notes)

    assert [[reading.facet for reading in readings] for readings in together] == [
        facets_of(text, kind) for text, kind in notes
    ]


@pytest.mark.parametrize(
    ("text", "kind", "facets"),
    [
        ("Not boring at all", LIKE, ["task_variety"]),
        ("less travel than before", LIKE, ["remote_location"]),
        ("none, the pay is great", DISLIKE, ["pay_benefits"]),
        (
            "Great benifits, nice coworkers, flexable",
            LIKE,
            ["coworkers", "schedule_flexibility", "pay_benefits"],
        ),
        ("The pay is fine, but the traffic is awful", DISLIKE, ["commute", "pay_benefits"]),
        ("no cons", DISLIKE, []),
        ("nothing this week", DISLIKE, []),
        ("nothing this week", LIKE, []),
    ],
)
def test_note_is_read_as_it_is_meant(text: str, kind: NoteKind, facets: list[str]) -> None:
    assert sorted(facets_of(text, kind)) == sorted(facets)


@pytest.mark.parametrize(
    "text", ["", "   \n", "🙂🙂", "…", "Nothing of note", "abgehakt", "it is what it is"]
)
def test_note_that_says_nothing_is_read_as_nothing(text: str) -> None:
    assert read_note(text, DISLIKE) == []


def test_word_of_the_other_kind_alone_is_too_weak() -> None:
    assert read_note("moderately delayed", LIKE) == []


def test_note_of_many_facets_keeps_the_surest() -> None:
    text = "train, salary, overtime, boss, flexible, layoffs"

    facets = facets_of(text, DISLIKE)

    assert len(facets) == MOST_FACETS
    assert set(facets) < {
        "commute",
        "pay_benefits",
        "working_hours",
        "manager_support",
        "schedule_flexibility",
        "job_security",
    }


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: str(facet.id))
def test_own_phrases_are_mostly_read_as_their_facet(facet: Facet) -> None:
    told = [(phrase, DISLIKE) for phrase in facet.phrases_disliked]
    told += [(phrase, LIKE) for phrase in facet.phrases_liked]

    read = [readings for readings in read_notes(told) if facet.id in {one.facet for one in readings}]

    assert len(read) >= LEAST_SHARE_READ * len(told)


@given(st.text(), kinds)
def test_any_text_is_read(text: str, kind: NoteKind | None) -> None:
    assert len(read_note(text, kind)) <= MOST_FACETS


@pytest.mark.parametrize("kind", [LIKE, DISLIKE, None])
@pytest.mark.parametrize(
    "text",
    [
        "x" * 20_000,
        "the commute " * 600,
        "🚂🙁👩🏽‍💻 " * 500,
        "\ud800 commute",
        "e\u0301" * 1_000,
        "İ commute",
        "\x00commute\x00",
        "'’-_" * 500,
    ],
    ids=["long", "many", "emoji", "surrogate", "accents", "casefold", "nul", "signs"],
)
def test_strange_text_is_read(text: str, kind: NoteKind | None) -> None:
    facets = facets_of(text, kind)

    assert facets == (["commute"] if "commute" in text else [])


@pytest.mark.parametrize(
    "text",
    [
        "\u202eהרכבת שוב התעכבה\u202c commute " * 600,
        "القطار متأخر مرة أخرى commute",
        "Der Chef war wieder nicht da und das Training auch nicht",
    ],
)
def test_text_in_another_language_is_read_as_nothing(text: str) -> None:
    assert read_note(text, DISLIKE) == []


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
    assert all(shipped_model().least - 0.001 <= confidence <= 1 for confidence in confidences)
    assert all(reading.words for reading in readings)


@given(told, kinds)
def test_reading_is_the_same_every_time(text: str, kind: NoteKind | None) -> None:
    assert read_note(text, kind) == read_note(text, kind)


def test_reader_is_renamed_whenever_it_may_read_differently() -> None:
    folder = resources.files("unrut.core.reflect")
    words = [
        (facet.id, facet.words, facet.words_liked, facet.words_disliked)
        for facet in shipped_vocabulary().facets.values()
    ]
    seen = sha256(folder.joinpath("model.npz").read_bytes() + repr(words).encode()).hexdigest()

    assert seen[: len(READER)] == READER, f'notes were read differently before: set READER = "{seen[:12]}"'
