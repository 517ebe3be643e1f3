"""Notes as they are read: by the reader, by what the person taught it, and by what they said of the note itself."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from django.db.models import Q, QuerySet

from unrut.core.reflect.language import seems_foreign
from unrut.core.reflect.lessons import Lesson, Lessons
from unrut.core.reflect.reader import READER, NoteKind, Reading, read_notes
from unrut.models import Correction, Note, Person
from unrut.models import NoteKind as StoredKind
from unrut.queries.scope import of

# What this process read and nobody kept yet: the same lines are asked for again within a page, and by the next one.
_MOST_REMEMBERED = 8192
_REMEMBERED: dict[tuple[str, str], Sequence[Reading]] = {}


class FacetState(StrEnum):
    """Where a facet of a note comes from."""

    READ = "read"
    CONFIRMED = "confirmed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class NoteFacet:
    """A facet that holds for a note; confidence 1 once the person said so."""

    facet: str
    state: FacetState
    confidence: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note with its facets after corrections."""

    id: int
    week: date
    written_on: date
    kind: str
    text: str
    facets: tuple[NoteFacet, ...]
    job_id: int | None = None

    @property
    def is_sorted(self) -> bool:
        """Whether the person said that they liked or disliked it; only then does it count."""
        return self.kind != StoredKind.UNSORTED

    @property
    def is_foreign(self) -> bool:
        """Whether it says nothing to the reader because it is not in English, and the person did not tag it either."""
        return not self.facets and seems_foreign(self.text)


def note_views(owner: Person, notes: Iterable[Note]) -> list[NoteView]:
    """Notes as they are read now, in their order."""
    notes = list(notes)
    corrections = list(of(Correction, owner).select_related("note")) if notes else []
    by_note: dict[int, list[Correction]] = defaultdict(list)
    for correction in corrections:
        by_note[correction.note_id].append(correction)
    lessons = _lessons(corrections)
    return [
        _view(note, lessons.apply(note.text, _kind(note.kind), found, note=note.pk), by_note.get(note.pk, []))
        for note, found in zip(notes, readings_of(notes), strict=True)
    ]


class Readable(Protocol):
    """A row with a text that is read: a note, or an accomplishment, which reads as something liked."""

    kind: str
    text: str
    read_as: str
    readings: Any


def readings_of(notes: Sequence[Readable]) -> list[Sequence[Reading]]:
    """What the reader finds in each row: what was kept of it, else read now, all at once."""
    missing = dict.fromkeys((note.text, note.kind) for note in notes if note.read_as != mark_of(note))
    read = {key: found for key in missing if (found := _REMEMBERED.get(key)) is not None}
    new = [key for key in missing if key not in read]
    read |= zip(new, read_notes([(text, _kind(kind)) for text, kind in new]), strict=True)
    if len(_REMEMBERED) + len(new) > _MOST_REMEMBERED:
        _REMEMBERED.clear()
    _REMEMBERED.update({key: read[key] for key in new})
    return [_kept(note) if note.read_as == mark_of(note) else read[note.text, note.kind] for note in notes]


def unread_notes(owner: Person) -> QuerySet[Note]:
    """The notes of which this version of the reader has kept nothing yet."""
    read = Q(pk__in=[])
    for kind in StoredKind.values:
        read |= Q(kind=kind, read_as=_mark(kind))
    return of(Note, owner).exclude(read)


def keepable(note: Readable, found: Sequence[Reading]) -> tuple[str, list[list[object]]]:
    """What to keep beside a row of what was found in it, and the mark that says by which reader."""
    return mark_of(note), [[one.facet, one.confidence, list(one.words)] for one in found]


def mark_of(note: Readable) -> str:
    """What a kept reading is marked with: another reader, or another kind of note, makes it void."""
    return _mark(note.kind)


def _mark(kind: str) -> str:
    return f"{READER}:{kind}"


def _kind(kind: str) -> NoteKind | None:
    return None if kind == StoredKind.UNSORTED else NoteKind(kind)


def _kept(note: Readable) -> list[Reading]:
    return [Reading(facet, confidence, tuple(words)) for facet, confidence, words in note.readings or ()]


def _lessons(corrections: Sequence[Correction]) -> Lessons:
    """Each correction as a lesson, with the words that gave its facet away."""
    notes = {correction.note_id: correction.note for correction in corrections}
    read = dict(zip(notes, readings_of(list(notes.values())), strict=True))
    return Lessons(
        Lesson(
            text=correction.note.text,
            kind=_kind(correction.note.kind),
            facet=correction.facet,
            holds=correction.holds,
            words=next(
                (found.words for found in read[correction.note_id] if found.facet == correction.facet), ()
            ),
            note=correction.note_id,
        )
        for correction in corrections
    )


def _view(note: Note, readings: Sequence[Reading], corrections: Sequence[Correction]) -> NoteView:
    said = {correction.facet: correction.holds for correction in corrections}
    return NoteView(
        id=note.pk,
        week=note.week,
        written_on=note.written_on,
        kind=note.kind,
        text=note.text,
        facets=corrected(readings, said),
        job_id=note.job_id,
    )


def corrected(readings: Sequence[Reading], said: Mapping[str, bool]) -> tuple[NoteFacet, ...]:
    """What was read, less what the person removed, plus what they added; `said` is whether a facet holds."""
    read = {reading.facet for reading in readings}
    kept = [
        NoteFacet(
            facet=reading.facet,
            state=FacetState.CONFIRMED if reading.facet in said else FacetState.READ,
            confidence=1.0 if reading.facet in said else reading.confidence,
            words=reading.words,
        )
        for reading in readings
        if said.get(reading.facet, True)
    ]
    added = [
        NoteFacet(facet=facet, state=FacetState.ADDED, confidence=1.0, words=())
        for facet, holds in said.items()
        if holds and facet not in read
    ]
    return (*kept, *added)
