"""Keeping how notes and accomplishments are read, so that ten years of them need not be read again for every page."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from unrut.models import Accomplishment, Note, Person
from unrut.queries.accomplishments import unread_accomplishments
from unrut.queries.notes import keepable, readings_of, unread_notes
from unrut.queries.scope import of

BLOCK = 128

Kept = TypeVar("Kept", Note, Accomplishment)


def keep_readings(owner: Person, told: Callable[[int, int], None] | None = None) -> int:
    """Read what this version of the reader has not read yet, block by block; how many texts that were.

    `told` hears how many of how many are done. What is done stays done when it is stopped half-way.
    """
    notes = _blocks(unread_notes(owner).values_list("pk", flat=True))
    done = _blocks(unread_accomplishments(owner).values_list("pk", flat=True))
    all_of, read = sum(map(len, (*notes, *done))), 0
    for number, keys in enumerate((*notes, *done)):
        if number < len(notes):
            _keep(of(Note, owner).filter(pk__in=keys))
        else:
            _keep(of(Accomplishment, owner).filter(pk__in=keys))
        read += len(keys)
        if told:
            told(read, all_of)
    return all_of


def _blocks(found: Iterable[int]) -> list[list[int]]:
    keys = list(found)
    return [keys[start : start + BLOCK] for start in range(0, len(keys), BLOCK)]


def _keep(unread: QuerySet[Kept]) -> None:
    rows = list(unread)
    for row, found in zip(rows, readings_of(rows), strict=True):
        row.read_as, row.readings = keepable(row, found)
    with transaction.atomic():
        unread.bulk_update(rows, ["read_as", "readings"])
