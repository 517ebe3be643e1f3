"""Notes as they are read, and the picture that follows from them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Picture, ReadNote, picture_of, relative_weights
from unrut.core.reflect.profile import Profile, profile_of
from unrut.core.reflect.reader import NoteKind
from unrut.core.reflect.score import score_of, scored_signs
from unrut.core.reflect.severity import severity_of
from unrut.models import SIGNS, CheckIn, Note, Person, Want
from unrut.models import NoteKind as StoredKind
from unrut.queries.notes import FacetState, NoteView, note_views
from unrut.queries.scope import of
from unrut.queries.sittings import on_time_of


@dataclass(frozen=True, slots=True)
class Behind:
    """Everything the page "What is behind it" rests on; `scores` are those of the weeks that can be compared."""

    picture: Picture
    profile: Profile
    notes: Mapping[int, NoteView]
    scores: Mapping[date, float]


def week_notes(owner: Person, week: date) -> list[NoteView]:
    """The notes of one week, in the order written."""
    return note_views(owner, of(Note, owner).filter(week=week))


def note_view(owner: Person, note: Note) -> NoteView:
    """One note as it is read now."""
    return note_views(owner, [note])[0]


def checkin_of(owner: Person, week: date) -> CheckIn | None:
    """The check-in of a week, if there is one."""
    return of(CheckIn, owner).filter(week=week).first()


def last_checkin_before(owner: Person, week: date) -> CheckIn | None:
    """The check-in before a week: its answers are shown as faint marks."""
    return of(CheckIn, owner).filter(week__lt=week, at_work=True).order_by("-week").first()


def behind(owner: Person) -> Behind:
    """Causes, sources of energy and the profile that follows, from all notes and answered weeks.

    A week away is no week of work, so what was written in one is kept and not counted.
    """
    vocabulary = shipped_vocabulary()
    notes = note_views(owner, of(Note, owner).exclude(kind=StoredKind.UNSORTED))
    checkins = list(of(CheckIn, owner))
    at_work = [checkin for checkin in checkins if checkin.at_work]
    away = {checkin.week for checkin in checkins if not checkin.at_work}
    scores = {checkin.week: _score(checkin) for checkin in on_time_of(owner, at_work)}
    weights = relative_weights(dict(of(Want, owner).values_list("facet", "weight")), vocabulary)
    told = [_told(note, scores.get(note.week)) for note in notes if note.week not in away]
    weeks = [checkin.week for checkin in at_work if _is_answered(checkin)]
    picture = picture_of(told, weeks, vocabulary, weights)
    return Behind(
        picture=picture,
        profile=profile_of(picture, vocabulary),
        notes={note.id: note for note in notes},
        scores={week: score for week, score in scores.items() if score is not None},
    )


def unsorted_notes(owner: Person) -> list[NoteView]:
    """Notes written without saying whether they were liked or not."""
    return note_views(owner, of(Note, owner).filter(kind=StoredKind.UNSORTED))


def _is_answered(checkin: CheckIn) -> bool:
    return any(getattr(checkin, name) is not None for name in (*SIGNS, "hours"))


def _score(checkin: CheckIn) -> float | None:
    return score_of({sign: getattr(checkin, sign) for sign in scored_signs()})


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
