"""The look back of the first sitting, and the first picture that follows from it."""

from dataclasses import dataclass
from functools import lru_cache

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.look_back import (
    BEST,
    WORST,
    FirstPicture,
    LookBack,
    RememberedLine,
    first_picture,
    look_back_from,
)
from unrut.core.reflect.reader import NoteKind, read_note
from unrut.models import Person, ReviewKind, ReviewLine
from unrut.queries.reviews import StoredReview, review_of
from unrut.queries.scope import of
from unrut.queries.sittings import preference_of

WEEKS_SCREEN, FACETS_SCREEN = 3, 4
"""The screens behind the typical week, and behind the best and the worst."""

_REMEMBERED_READINGS = 256


@dataclass(frozen=True, slots=True)
class Remembered:
    """The look back as it is stored, with its lines, and the picture it gives."""

    review: StoredReview
    lines: tuple[ReviewLine, ...]
    told: LookBack
    picture: FirstPicture

    def texts(self, kind: str) -> list[str]:
        """The lines about the best week (like) or the worst one (dislike)."""
        return [line.text for line in self.lines if line.kind == kind]


def look_back_of(owner: Person) -> Remembered | None:
    """The look back of a person, if they made one."""
    review = review_of(owner, ReviewKind.LOOK_BACK)
    if review is None:
        return None
    lines = tuple(of(ReviewLine, owner).filter(review_id=review.id))
    told = look_back_from(review.answers, [_read(line) for line in lines])
    return Remembered(review, lines, told, first_picture(told, float(preference_of(owner).low_line)))


def screen_to_go_on_with(owner: Person) -> int | None:
    """The first screen behind the last one kept; None when there is no look back or its last questions are answered.

    A screen that was skipped is not offered again: the person chose to skip it.
    """
    review = review_of(owner, ReviewKind.LOOK_BACK)
    if review is None or any(item in shipped_vocabulary().facets for item in review.answers):
        return None
    is_weeks_kept = bool({BEST, WORST} & set(review.answers))
    if is_weeks_kept or of(ReviewLine, owner).filter(review_id=review.id).exists():
        return FACETS_SCREEN
    return WEEKS_SCREEN


def _read(line: ReviewLine) -> RememberedLine:
    kind = NoteKind(line.kind)
    return RememberedLine(line.pk, kind, dict(_facets(line.text, kind)))


@lru_cache(maxsize=_REMEMBERED_READINGS)
def _facets(text: str, kind: NoteKind) -> tuple[tuple[str, float], ...]:
    return tuple((reading.facet, reading.confidence) for reading in read_note(text, kind))
