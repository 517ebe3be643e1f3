"""What is behind it: which facets come up week after week, in what one disliked and in what one liked."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from unrut.core.facets import Vocabulary
from unrut.core.reflect.reader import NoteKind
from unrut.core.reflect.severity import USUAL_SEVERITY
from unrut.core.reflect.shares import Counted

RANKED_FROM_WEEKS = 6
"""Below this many answered weeks the order of causes is chance; they are listed without ranks."""

USUAL_WEIGHT = 1.0
LEAST_WEIGHT, MOST_WEIGHT = 2 / 3, 3 / 2
"""What was said of weights in one sitting may move what was written down week after week by a half, not more."""


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A note with the facets that hold for it after the person's corrections.

    `severity` says how strongly it is worded, from 0 to 1; `unconfirmed` are the facets only the program saw in it.
    """

    id: int
    week: date
    kind: NoteKind
    facets: tuple[str, ...]
    severity: float = USUAL_SEVERITY
    unconfirmed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cause:
    """A facet and the weeks that speak of it.

    `share` is the posterior mean of the share of answered weeks in which it was named (Beta-binomial, prior
    Beta(0.16, 1.84)), `severity` the median of its notes, `weight` how much the facet matters beside the others.
    `unconfirmed` are the weeks that name it only as the program read them.
    """

    facet: str
    weeks: tuple[date, ...]
    answered: int
    share: float
    notes: tuple[int, ...]
    severity: float = USUAL_SEVERITY
    weight: float = USUAL_WEIGHT
    unconfirmed: tuple[date, ...] = ()

    @property
    def factor(self) -> float:
        """What the share counts for."""
        return self.severity * self.weight

    @property
    def strength(self) -> float:
        """What causes are ranked by: how often, times how strongly, times how much it matters."""
        return self.share * self.factor

    @property
    def counted(self) -> Counted:
        """Its weeks, of all answered ones."""
        return Counted(len(self.weeks), self.answered)


@dataclass(frozen=True, slots=True)
class Picture:
    """Causes and sources of energy, strongest first, from the same answered weeks."""

    weeks: tuple[date, ...]
    causes: tuple[Cause, ...]
    energies: tuple[Cause, ...]

    @property
    def is_ranked(self) -> bool:
        """Whether there are enough weeks for the order to mean something."""
        return len(self.weeks) >= RANKED_FROM_WEEKS


def picture_of(
    notes: Sequence[ReadNote],
    weeks: Sequence[date],
    vocabulary: Vocabulary,
    weights: Mapping[str, float] | None = None,
) -> Picture:
    """Causes and energies from the notes of all answered weeks.

    `weeks` are the weeks checked in; a week that holds a note counts as answered too. `weights` says how much facets matter
    beside one another; one that is not named counts 1. With fewer than six weeks the causes come by the number of
    weeks only. Ties keep the order of the vocabulary.
    """
    answered = tuple(sorted({*weeks, *(note.week for note in notes)}))
    told = {
        kind: _named([note for note in notes if note.kind is kind], len(answered), weights or {})
        for kind in NoteKind
    }
    picture = Picture(answered, tuple(told[NoteKind.DISLIKE]), tuple(told[NoteKind.LIKE]))
    return Picture(
        weeks=answered,
        causes=_ordered(picture.causes, vocabulary, is_ranked=picture.is_ranked),
        energies=_ordered(picture.energies, vocabulary, is_ranked=picture.is_ranked),
    )


def relative_weights(stated: Mapping[str, float], vocabulary: Vocabulary) -> dict[str, float]:
    """How much each facet matters, from the weights of the wants: beside their mean, from two thirds to three halves.

    A facet outside the wants counts as the least of them; without wants every facet counts the same.
    """
    if not any(stated.values()):
        return {}
    mean = sum(stated.values()) / len(stated)
    least = min(stated.values())
    return {
        facet: min(MOST_WEIGHT, max(LEAST_WEIGHT, stated.get(facet, least) / mean))
        for facet in vocabulary.facets
    }


def _ordered(causes: Sequence[Cause], vocabulary: Vocabulary, *, is_ranked: bool) -> tuple[Cause, ...]:
    return tuple(
        sorted(
            causes,
            key=lambda cause: (
                -(cause.strength if is_ranked else cause.share),
                vocabulary.order[cause.facet],
            ),
        )
    )


def _named(notes: Sequence[ReadNote], answered: int, weights: Mapping[str, float]) -> list[Cause]:
    by_facet: dict[str, list[ReadNote]] = defaultdict(list)
    for note in notes:
        for facet in note.facets:
            by_facet[facet].append(note)
    return [
        _cause(facet, named, answered, weights.get(facet, USUAL_WEIGHT)) for facet, named in by_facet.items()
    ]


def _cause(facet: str, notes: Sequence[ReadNote], answered: int, weight: float) -> Cause:
    weeks = {note.week for note in notes}
    confirmed = {note.week for note in notes if facet not in note.unconfirmed}
    newest = sorted(notes, key=lambda note: (note.week, note.id), reverse=True)
    return Cause(
        facet=facet,
        weeks=tuple(sorted(weeks)),
        answered=answered,
        share=Counted(len(weeks), answered).share,
        notes=tuple(note.id for note in newest),
        severity=median(note.severity for note in notes),
        weight=weight,
        unconfirmed=tuple(sorted(weeks - confirmed)),
    )
