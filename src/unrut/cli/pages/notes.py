"""Notes quoted as evidence."""

from collections.abc import Iterable
from typing import Any

from unrut.queries.notes import NoteView
from unrut.wording.numbers import day


def quotes(notes: Iterable[NoteView]) -> list[str]:
    """Each note with the week it is about, in the person's own words."""
    return [f"{day(note.week)}  “{note.text}”" for note in notes]


def note_values(notes: Iterable[NoteView]) -> list[dict[str, Any]]:
    """Week and words of each note."""
    return [{"week": note.week.isoformat(), "kind": note.kind, "text": note.text} for note in notes]
