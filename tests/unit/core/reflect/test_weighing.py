"""Notes are weighed many at once, and say which words speak for a facet."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.kinds import NoteKind
from unrut.core.reflect.model import shipped_model
from unrut.core.reflect.tokens import LONGEST
from unrut.core.reflect.weighing import WeighedNote, weigh_notes

pytestmark = pytest.mark.unit

COMMUTE = shipped_vocabulary().order["commute"]
FACETS = len(shipped_vocabulary().facets)
LIKE, DISLIKE = NoteKind.LIKE, NoteKind.DISLIKE


def weighed(text: str, kind: NoteKind | None = DISLIKE) -> WeighedNote:
    (note,) = weigh_notes([(text, kind)])
    assert note is not None
    return note


def test_no_notes_are_weighed_as_none() -> None:
    assert weigh_notes([]) == []


@pytest.mark.parametrize("text", ["", " …", "🙂", "and but"])
def test_note_without_words_is_not_weighed(text: str) -> None:
    assert weigh_notes([(text, LIKE)]) == [None]


def test_named_are_those_that_are_sure_enough_surest_first_and_ties_in_order() -> None:
    note = WeighedNote([0.5, 0.2, 0.9, 0.5, 0.3], replace(shipped_model(), least=0.3), [], [], {})

    assert note.named() == [2, 0, 3, 4]


def test_telling_words_come_from_the_clause_that_speaks_of_it() -> None:
    text = "the pay is fine, the train is slow"

    spans = weighed(text).telling(COMMUTE)

    assert [text[start:end] for start, end in spans] == ["train"]


def test_telling_words_of_a_long_note_are_found_wherever_they_stand() -> None:
    text = "We talked about the garden. " * LONGEST + "The train is slow."

    note = weighed(text)

    assert len(note.portions) > 1
    assert "train" in [text[start:end] for start, end in note.telling(COMMUTE)]


def test_note_among_others_is_weighed_as_it_is_alone() -> None:
    notes = [
        ("The train is slow", DISLIKE),
        ("", None),
        ("x " * 300, None),
        ("Good pay, kind team", LIKE),
    ] * 20

    together = weigh_notes(notes)

    for (text, kind), found in zip(notes[:4], together, strict=False):
        (alone,) = weigh_notes([(text, kind)])
        assert (found and found.chances) == (alone and pytest.approx(alone.chances, abs=1e-3))


@given(st.text(min_size=1))
def test_telling_words_are_some(text: str) -> None:
    (note,) = weigh_notes([(text, None)])

    assert note is None or all(note.telling(place) for place in range(FACETS))
