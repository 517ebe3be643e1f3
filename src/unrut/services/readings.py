"""Keeping how notes are read, so that ten years of them need not be read again for every page."""

from collections.abc import Callable

from django.db import transaction

from unrut.models import Note, Person
from unrut.queries.notes import mark_of, readings_of, unread_notes
from unrut.queries.scope import of

BLOCK = 128


def keep_readings(owner: Person, told: Callable[[int, int], None] | None = None) -> int:
    """Read what this version of the reader has not read yet, block by block; how many notes that were.

    `told` hears how many of how many are done. What is done stays done when it is stopped half-way.
    """
    missing = list(unread_notes(owner).values_list("pk", flat=True))
    for start in range(0, len(missing), BLOCK):
        _keep(owner, missing[start : start + BLOCK])
        if told:
            told(min(start + BLOCK, len(missing)), len(missing))
    return len(missing)


def _keep(owner: Person, keys: list[int]) -> None:
    notes = list(of(Note, owner).filter(pk__in=keys))
    for note, found in zip(notes, readings_of(notes), strict=True):
        note.read_as = mark_of(note)
        note.readings = [[one.facet, one.confidence, list(one.words)] for one in found]
    with transaction.atomic():
        of(Note, owner).bulk_update(notes, ["read_as", "readings"])
