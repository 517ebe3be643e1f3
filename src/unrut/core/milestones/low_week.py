"""When an accomplishment is worth bringing back: a week was low, and its words say what the worry is."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from unrut.core.facets import Vocabulary
from unrut.core.milestones.wins import Worry

LEAST_BEFORE, MOST_BEFORE = 4, 26
CLEARLY_LOWER = 1.0
"""Points of ten below what is usual, from this many weeks before on and over at most so many: judgement."""


@dataclass(frozen=True, slots=True)
class Dislike:
    """A line the person did not like, the facets it is about, and how strongly it was put (0 to 1)."""

    text: str
    facets: tuple[str, ...]
    severity: float


def is_low(score: float, before: Sequence[float], low_line: float) -> bool:
    """Whether a week's score lies below the line the person calls low, or clearly below the middle of the weeks before.

    `before` is in order of time; with fewer than four weeks only the line counts.
    """
    lately = before[-MOST_BEFORE:]
    if score < low_line:
        return True
    return len(lately) >= LEAST_BEFORE and score <= median(lately) - CLEARLY_LOWER


def worries_of(dislikes: Sequence[Dislike], vocabulary: Vocabulary) -> list[Worry]:
    """What weighs in a week, the strongest line first and of equals the later one.

    Nothing about respect and safety: no accomplishment answers that.
    """
    told = [
        dislike
        for dislike in dislikes
        if dislike.facets and not any(vocabulary[facet].safety for facet in dislike.facets)
    ]
    order = sorted(range(len(told)), key=lambda place: (-told[place].severity, -place))
    return [Worry(told[place].text, told[place].facets) for place in order]
