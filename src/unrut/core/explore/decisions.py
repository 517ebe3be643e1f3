"""Deciding: criteria to agree on beforehand, and looks back at what one decided for.

What is agreed before one knows how it comes out cannot be bent afterwards; what is looked at later is what one wanted to get rid of,
not whether all is well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unrut.core.explore.flips import Flip

REVIEW_DAYS = (30, 90, 180)
"""Days after a change: the first weeks are nearly always good, and half a year is long enough for them to be over."""

SURE_ENOUGH = 0.65
MOST_FACTS = 2
LIFTED_TO, STILL_FROM = 3, 7


class CriterionKind(StrEnum):
    """What can decide."""

    CHANCE = "chance"  # I go when its chance of being better is at least this
    LEVEL = "level"  # I go when this is at least so good
    TRIED = "tried"  # I do not go before I have tried it


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion: a share of one for a chance, a level of 0 to 10 of a facet and of the option `key`."""

    kind: CriterionKind
    value: float = 0.0
    facet: str = ""
    key: str = ""


class ReviewVerdict(StrEnum):
    """What became of the causes of then."""

    LIFTED = "lifted"
    PARTLY = "partly"
    SAME = "same"
    NOTHING_TOLD = "nothing_told"


@dataclass(frozen=True, slots=True)
class Review:
    """The causes of then that weigh little now, those that weigh as before, and what that comes to."""

    verdict: ReviewVerdict
    lifted: tuple[str, ...]
    still: tuple[str, ...]


def is_due(decide_on: date, today: date) -> bool:
    """Whether the day that was set for a decision has come."""
    return decide_on <= today


def reviews_due(began_on: date, done: Sequence[int], today: date) -> list[int]:
    """The looks back, in days after the change, that can be made and are not."""
    return [days for days in REVIEW_DAYS if days not in done and (today - began_on).days >= days]


def proposed_criteria(flips: "Sequence[Flip]" = ()) -> tuple[Criterion, ...]:
    """Two to four criteria: how likely it must be, which levels could turn it, and that it was tried."""
    facts = [flip for flip in flips if flip.kind == "level"][:MOST_FACTS]
    return (
        Criterion(CriterionKind.CHANCE, SURE_ENOUGH),
        *(Criterion(CriterionKind.LEVEL, round(flip.needed), flip.facet, flip.key) for flip in facts),
        Criterion(CriterionKind.TRIED),
    )


def review_verdict(causes: Mapping[str, float], answers: Mapping[str, int]) -> Review:
    """How the causes of then weigh now (0 to 10), the strongest of then first."""
    told = [facet for facet in sorted(causes, key=lambda facet: -causes[facet]) if facet in answers]
    lifted = tuple(facet for facet in told if answers[facet] <= LIFTED_TO)
    still = tuple(facet for facet in told if answers[facet] >= STILL_FROM)
    if not told:
        return Review(ReviewVerdict.NOTHING_TOLD, (), ())
    if len(lifted) == len(told):
        return Review(ReviewVerdict.LIFTED, lifted, still)
    return Review(ReviewVerdict.PARTLY if lifted else ReviewVerdict.SAME, lifted, still)
