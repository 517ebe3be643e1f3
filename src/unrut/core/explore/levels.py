"""How much of a facet a job has: a distribution on the line between the facet's two poles, never a bare guess."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

LOWEST, MIDDLE, HIGHEST = 0.0, 5.0, 10.0


class Source(StrEnum):
    """Where a level comes from, most trusted first."""

    ANSWERED = "answered"  # the person said so
    STATED = "stated"  # the posting says so, `cue` holds its words
    HEARD = "heard"  # somebody who knows told, `cue` holds their words
    NOTES = "notes"  # follows from the person's own notes
    TESTED = "tested"  # tried out on a small scale
    EXPECTED = "expected"  # what treating a cause should do
    KEPT = "kept"  # as in the present job, which the way keeps in this
    USUAL = "usual"  # as ways of this kind usually are
    SURVEYED = "surveyed"  # as people in an occupation, asked by a survey, say it is
    INFERRED = "inferred"  # as work of this occupation usually is, where a posting is silent
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Level:
    """A normal distribution cut at 0 (first pole) and 10 (second pole)."""

    mean: float
    sd: float
    source: Source
    cue: str = ""

    @property
    def is_known(self) -> bool:
        """Whether anything at all was said of this very job."""
        return self.source not in {Source.UNKNOWN, Source.INFERRED}


UNKNOWN = Level(mean=MIDDLE, sd=3.0, source=Source.UNKNOWN)

Levels = Mapping[str, Level]
"""Facet id to level. A facet that is absent is unknown."""
