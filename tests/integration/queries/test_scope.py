"""Rows are reached through their owner, and what is somebody else's does not exist."""

import pytest
from tests.factories import a_note

from unrut.errors import MissingError
from unrut.models import Note, Person
from unrut.queries.scope import of, one

pytestmark = pytest.mark.integration


def test_rows_are_those_of_the_owner(alice: Person, bob: Person) -> None:
    note = a_note(alice)

    assert list(of(Note, alice)) == [note]
    assert of(Note, bob).count() == 3


def test_row_of_the_owner_is_found(alice: Person, bob: Person) -> None:
    note = a_note(alice)

    assert one(Note, alice, note.pk) == note


def test_row_of_somebody_else_is_missing_like_one_that_never_was(alice: Person, bob: Person) -> None:
    theirs = of(Note, bob)[0].pk
    sentences = set()

    for key in (theirs, 10**6):
        with pytest.raises(MissingError) as refused:
            one(Note, alice, key)
        sentences.add(str(refused.value))

    assert sentences == {"There is nothing here any more. Go back and choose again."}
