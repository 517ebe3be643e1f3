"""Finding accomplishments: by search, for an interview, for a promotion, and against a worry."""

from unrut.core.milestones.expectations import shows
from unrut.core.milestones.interview import answers
from unrut.core.milestones.win_index import WinIndex
from unrut.core.milestones.wins import Found, Refusal, Shown, Why, WhyKind, Win, Worry
from unrut.core.milestones.worries import FacetsOf, contradicts

__all__ = [
    "FacetsOf",
    "Found",
    "Refusal",
    "Shown",
    "Why",
    "WhyKind",
    "Win",
    "WinIndex",
    "Worry",
    "answers",
    "contradicts",
    "shows",
]
