"""Notes as they are read, and the picture that follows from them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Picture, ReadNote, picture_of, relative_weights
from unrut.core.reflect.profile import Profile, profile_of
from unrut.core.reflect.reader import NoteKind, Reading, read_note
from unrut.core.reflect.score import score_of, scored_signs
from unrut.core.reflect.severity import severity_of
from unrut.models import CheckIn, Correction, Note, Person, Want
from unrut.models import NoteKind as StoredKind
from unrut.queries.scope import of

# Twenty years of weekly lines. Only readings of this process's own person are ever asked for twice.
_REMEMBERED_READINGS = 8192


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


@dataclass(frozen=True, slots=True)
class Behind:
    """Everything the page "What is behind it" rests on; `scores` are those of the weeks that have one."""

    picture: Picture
    profile: Profile
    notes: Mapping[int, NoteView]
    scores: Mapping[date, float]


def week_notes(owner: Person, week: date) -> list[NoteView]:
    """The notes of one week, in the order written."""
    return _read(owner, of(Note, owner).filter(week=week))


def note_view(owner: Person, note: Note) -> NoteView:
    """One note as it is read now."""
    return _read(owner, [note])[0]


def checkin_of(owner: Person, week: date) -> CheckIn | None:
    """The check-in of a week, if there is one."""
    return of(CheckIn, owner).filter(week=week).first()


def last_checkin_before(owner: Person, week: date) -> CheckIn | None:
    """The check-in before a week: its answers are shown as faint marks."""
    return of(CheckIn, owner).filter(week__lt=week, at_work=True).order_by("-week").first()


def behind(owner: Person) -> Behind:
    """Causes, sources of energy and the profile that follows, from all notes and answered weeks."""
    vocabulary = shipped_vocabulary()
    notes = _read(owner, of(Note, owner).exclude(kind=StoredKind.UNSORTED))
    checkins = of(CheckIn, owner).filter(at_work=True).values("week", *scored_signs())
    scores = {row["week"]: score_of(row) for row in checkins}
    weights = relative_weights(dict(of(Want, owner).values_list("facet", "weight")), vocabulary)
    told = [_told(note, scores.get(note.week)) for note in notes]
    picture = picture_of(told, list(scores), vocabulary, weights)
    return Behind(
        picture=picture,
        profile=profile_of(picture, vocabulary),
        notes={note.id: note for note in notes},
        scores={week: score for week, score in scores.items() if score is not None},
    )


def unsorted_notes(owner: Person) -> list[NoteView]:
    """Notes written without saying whether they were liked or not."""
    return _read(owner, of(Note, owner).filter(kind=StoredKind.UNSORTED))


def _told(note: NoteView, score: float | None) -> ReadNote:
    kind = NoteKind(note.kind)
    return ReadNote(
        id=note.id,
        week=note.week,
        kind=kind,
        facets=tuple(found.facet for found in note.facets),
        severity=severity_of(note.text, kind, score),
        unconfirmed=tuple(found.facet for found in note.facets if found.state is FacetState.READ),
    )


def _read(owner: Person, notes: Iterable[Note]) -> list[NoteView]:
    notes = list(notes)
    corrections: dict[int, list[Correction]] = defaultdict(list)
    asked = of(Correction, owner)
    # A list of ten thousand keys is slower than reading the few corrections there are.
    for correction in asked.filter(note=notes[0]) if len(notes) == 1 else asked:
        corrections[correction.note_id].append(correction)
    return [_view(note, corrections.get(note.id, [])) for note in notes]


def _view(note: Note, corrections: Sequence[Correction]) -> NoteView:
    return NoteView(
        id=note.id,
        week=note.week,
        written_on=note.written_on,
        kind=note.kind,
        text=note.text,
        facets=_corrected(_readings(note.text, note.kind), corrections),
        job_id=note.job_id,
    )


@lru_cache(maxsize=_REMEMBERED_READINGS)
def _readings(text: str, kind: str) -> tuple[Reading, ...]:
    return tuple(read_note(text, None if kind == StoredKind.UNSORTED else NoteKind(kind)))


def _corrected(readings: Sequence[Reading], corrections: Sequence[Correction]) -> tuple[NoteFacet, ...]:
    """What was read, less what the person removed, plus what they added."""
    said = {correction.facet: correction.holds for correction in corrections}
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
