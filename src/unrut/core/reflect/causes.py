"""What is behind it: which facets come up week after week, in what one disliked and in what one liked."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from unrut.core.facets import Vocabulary
from unrut.core.reflect.reader import NoteKind

RANKED_FROM_WEEKS = 6
"""Below this many answered weeks the order of causes is chance; they are listed without ranks."""

# Prior of the share of weeks in which a facet is named: worth two weeks, at the rate of an average facet.
_PRIOR_WEEKS = 2.0
_PRIOR_SHARE = 0.08


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A note with the facets that hold for it after the person's corrections."""

    id: int
    week: date
    kind: NoteKind
    facets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cause:
    """A facet and the weeks that speak of it.

    `share` is the posterior mean of the share of answered weeks in which it was named (Beta-binomial, prior
    Beta(0.16, 1.84)).
    """

    facet: str
    weeks: tuple[date, ...]
    answered: int
    share: float
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Causes and sources of energy, most frequent first, from the same answered weeks."""

    weeks: tuple[date, ...]
    causes: tuple[Cause, ...]
    energies: tuple[Cause, ...]

    @property
    def is_ranked(self) -> bool:
        """Whether there are enough weeks for the order to mean something."""
        return len(self.weeks) >= RANKED_FROM_WEEKS


def picture_of(notes: Sequence[ReadNote], weeks: Sequence[date], vocabulary: Vocabulary) -> Picture:
    """Causes and energies from the notes of all answered weeks.

    `weeks` are the weeks checked in; a week that holds a note counts as answered too. Ties keep the order of the
    vocabulary.
    """
    answered = tuple(sorted({*weeks, *(note.week for note in notes)}))
    return Picture(
        weeks=answered,
        causes=_named(notes, NoteKind.DISLIKE, len(answered), vocabulary),
        energies=_named(notes, NoteKind.LIKE, len(answered), vocabulary),
    )


def _named(
    notes: Sequence[ReadNote], kind: NoteKind, answered: int, vocabulary: Vocabulary
) -> tuple[Cause, ...]:
    by_facet: dict[str, list[ReadNote]] = defaultdict(list)
    for note in notes:
        if note.kind is kind:
            for facet in note.facets:
                by_facet[facet].append(note)
    causes = [_cause(facet, named, answered) for facet, named in by_facet.items()]
    return tuple(sorted(causes, key=lambda cause: (-cause.share, vocabulary.order[cause.facet])))


def _cause(facet: str, notes: Sequence[ReadNote], answered: int) -> Cause:
    weeks = tuple(sorted({note.week for note in notes}))
    return Cause(
        facet=facet,
        weeks=weeks,
        answered=answered,
        share=(len(weeks) + _PRIOR_WEEKS * _PRIOR_SHARE) / (answered + _PRIOR_WEEKS),
        notes=tuple(note.id for note in sorted(notes, key=lambda note: (note.week, note.id), reverse=True)),
    )
