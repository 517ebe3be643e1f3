"""A note is sorted, corrected and removed; its text is what was written, a thing a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import a_note

from unrut.core.errors import InvalidInputError
from unrut.errors import MissingError
from unrut.models import Correction, Note, NoteKind, Person
from unrut.queries.scope import of
from unrut.services.reflect import correct_note, lines_of, remove_note, sort_note

pytestmark = pytest.mark.integration


@pytest.mark.parametrize("kind", ["like", "dislike", "unsorted"])
def test_note_is_sorted(alice: Person, kind: str) -> None:
    note = a_note(alice, kind=NoteKind.UNSORTED)

    assert sort_note(alice, note.pk, kind).kind == kind
    assert Note.objects.get(pk=note.pk).kind == kind


def test_note_is_not_sorted_into_an_unknown_kind(alice: Person) -> None:
    note = a_note(alice)

    with pytest.raises(InvalidInputError) as refused:
        sort_note(alice, note.pk, "love")

    assert str(refused.value) == '"love" is not a kind of note. Say like or dislike.'
    assert Note.objects.get(pk=note.pk).kind == "dislike"


def test_note_is_corrected_and_corrected_back(alice: Person) -> None:
    note = a_note(alice)

    for holds in (True, False):
        corrected = correct_note(alice, note.pk, "commute", holds=holds)

    assert corrected == note
    assert list(of(Correction, alice).values_list("note", "facet", "holds")) == [(note.pk, "commute", False)]


def test_note_is_not_corrected_with_an_unknown_facet(alice: Person) -> None:
    note = a_note(alice)

    with pytest.raises(InvalidInputError) as refused:
        correct_note(alice, note.pk, "weather", holds=True)

    assert str(refused.value) == '"weather" is not one of the thirty facets. Choose one from the list.'
    assert of(Correction, alice).count() == 0


def test_note_is_removed_for_good(alice: Person) -> None:
    kept, gone = a_note(alice, "Kept"), a_note(alice, "Gone")
    correct_note(alice, gone.pk, "commute", holds=True)

    removed = remove_note(alice, gone.pk)

    assert removed.text == "Gone"
    assert (list(of(Note, alice)), of(Correction, alice).count()) == ([kept], 0)


@pytest.mark.parametrize("key", [0, -1, 10**6, 10**30])
def test_note_that_is_not_there_is_missing(alice: Person, key: int) -> None:
    with pytest.raises(MissingError) as refused:
        remove_note(alice, key)

    assert str(refused.value) == "There is nothing here any more. Go back and choose again."


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        (" \n\t\n", []),
        ("-\n*\n•", []),
        ("One", ["One"]),
        ("One\r\nTwo\rThree", ["One", "Two", "Three"]),
        ("- One\n* Two\n• Three\n– Four\n· Five", ["One", "Two", "Three", "Four", "Five"]),
        ("  - One - two -  ", ["One - two -"]),
        ("-- One", ["One"]),
        ("O\x00ne\x00", ["One"]),
        ("\x00", []),
        ("caf\udce9", ["caf?"]),  # a byte of another alphabet, as the command line passes it on
        ("🙂\nשלום", ["🙂", "שלום"]),
    ],
)
def test_lines_are_those_that_say_something(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines


@given(st.text())
def test_lines_taken_again_are_the_same(text: str) -> None:
    lines = lines_of(text)

    assert lines_of("\n".join(lines)) == lines
