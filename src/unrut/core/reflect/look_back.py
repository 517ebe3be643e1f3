"""The first look back: a picture of the last months from memory, with bands instead of ranks.

Memory of three months is a handful of remembered weeks, not thirteen: it leans on the best and the worst of them (Kahneman's
peak-end rule). So an answer about a facet counts as three weeks and a line about the best or the worst week as one, beside the
same prior that weeks have. What is left of the prior is the doubt.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.reader import NoteKind
from unrut.core.reflect.score import score_of
from unrut.core.reflect.shares import PRIOR_SHARE, PRIOR_WEEKS

ANSWER_WEEKS, LINE_WEEKS = 3.0, 1.0
"""What an answer and a line are worth, in weeks."""
LIKELY_FROM, PERHAPS_FROM = 0.37, 0.17
WEIGHS_BELOW, GIVES_ABOVE = 5, 6
"""An answer below the first begins to weigh. Most answers about work lie above the middle, so giving energy takes more."""
HIGHEST_ANSWER = 10
MARGIN = 1.0
"""How far a remembered score may be off; within it of the line nothing is said."""
DRAINED_FROM = 7
TYPICAL, BEST, WORST = "typical_", "best_satisfaction", "worst_satisfaction"
"""How the answers about weeks are named: the sign of a typical week behind the first."""


class Band(StrEnum):
    """How much speaks for a facet: ranks would claim more than memory can tell."""

    LIKELY = "likely"
    PERHAPS = "perhaps"


class Typical(StrEnum):
    """Where the typical week lies: below the line, near it, above it, or not answered enough to say."""

    LOW = "low"
    NEAR = "near"
    ABOVE = "above"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RememberedLine:
    """A line about the best or the worst week, with the facets it was read as and how sure each is."""

    id: int
    kind: NoteKind
    facets: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class LookBack:
    """What was answered: the signs of a typical week, satisfaction in the best and the worst one, facets, lines."""

    signs: Mapping[str, int] = field(default_factory=dict)
    best: int | None = None
    worst: int | None = None
    facets: Mapping[str, int] = field(default_factory=dict)
    lines: Sequence[RememberedLine] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered at all."""
        return not (self.signs or self.facets or self.lines) and self.best is None and self.worst is None


@dataclass(frozen=True, slots=True)
class Ground:
    """A facet that seems to weigh or to give energy, with what speaks for it: the answer and the lines."""

    facet: str
    band: Band
    share: float
    answer: int | None
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FirstPicture:
    """What seems to weigh and to give energy, strongest first, and where the typical week lies."""

    weighs: tuple[Ground, ...]
    gives: tuple[Ground, ...]
    typical: Typical
    score: float | None
    swing: int | None
    is_drained: bool
    answered: int


def looked_back_items() -> tuple[str, ...]:
    """Everything the look back asks to be answered from 0 to 10: typical week, best and worst week, facets."""
    known = shipped_vocabulary()
    return (*(TYPICAL + sign for sign in known.signs), BEST, WORST, *known.facets)


def look_back_from(answers: Mapping[str, int], lines: Sequence[RememberedLine]) -> LookBack:
    """What was answered, sorted by what it is about."""
    known = shipped_vocabulary()
    return LookBack(
        signs={sign: answers[TYPICAL + sign] for sign in known.signs if TYPICAL + sign in answers},
        best=answers.get(BEST),
        worst=answers.get(WORST),
        facets={facet: answers[facet] for facet in known.facets if facet in answers},
        lines=lines,
    )


def first_picture(told: LookBack, low_line: float) -> FirstPicture:
    """The picture that memory gives. The order of the lines does not matter; ties keep the order of the vocabulary."""
    score = score_of(dict(told.signs))
    return FirstPicture(
        weighs=_grounds(told, NoteKind.DISLIKE),
        gives=_grounds(told, NoteKind.LIKE),
        typical=typical_week(score, low_line),
        score=score,
        swing=None if told.best is None or told.worst is None else told.best - told.worst,
        is_drained=told.signs.get("energy", 0) >= DRAINED_FROM,
        answered=len(told.facets),
    )


def typical_week(score: float | None, low_line: float) -> Typical:
    """Where a remembered score lies, said only when it is further from the line than memory is likely to be off."""
    if score is None:
        return Typical.UNKNOWN
    if abs(score - low_line) < MARGIN:
        return Typical.NEAR
    return Typical.LOW if score < low_line else Typical.ABOVE


def share_of(kind: NoteKind, answer: int | None, sureness: Sequence[float]) -> float:
    """The expected share of weeks that name a facet, from the answer about it and how surely lines were read as it.

    (prior + 3 x answer + 1 x line) / (2 + 3 + 1), without what is missing. Several lines are one remembered week: the
    surest counts.
    """
    named, weeks = PRIOR_WEEKS * PRIOR_SHARE, PRIOR_WEEKS
    if answer is not None:
        named += ANSWER_WEEKS * _leaning(kind, answer)
        weeks += ANSWER_WEEKS
    if sureness:
        named += LINE_WEEKS * max(sureness)
        weeks += LINE_WEEKS
    return named / weeks


def band_of(share: float) -> Band | None:
    """The band of a share; None when too little speaks for it."""
    if share >= LIKELY_FROM:
        return Band.LIKELY
    return Band.PERHAPS if share >= PERHAPS_FROM else None


def _leaning(kind: NoteKind, answer: int) -> float:
    """How much an answer says that the facet weighs or gives, from 0 to 1."""
    if kind is NoteKind.DISLIKE:
        return max(0.0, (WEIGHS_BELOW - answer) / WEIGHS_BELOW)
    return max(0.0, (answer - GIVES_ABOVE) / (HIGHEST_ANSWER - GIVES_ABOVE))


def _grounds(told: LookBack, kind: NoteKind) -> tuple[Ground, ...]:
    lines = [line for line in told.lines if line.kind is kind]
    found = [_ground(facet, told.facets.get(facet), lines, kind) for facet in shipped_vocabulary().facets]
    return tuple(sorted(_present(found), key=lambda ground: -ground.share))


def _ground(facet: str, answer: int | None, lines: Sequence[RememberedLine], kind: NoteKind) -> Ground | None:
    speaking = [line for line in lines if facet in line.facets]
    share = share_of(kind, answer, [line.facets[facet] for line in speaking])
    band = band_of(share)
    if band is None:
        return None
    return Ground(facet, band, share, answer, tuple(sorted(line.id for line in speaking)))


def _present(found: Iterable[Ground | None]) -> list[Ground]:
    return [ground for ground in found if ground is not None]
