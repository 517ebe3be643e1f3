"""Jobs that overlap: nothing wrong with that, but worth a second look, because dates are easily mistyped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from unrut.core.milestones.life import Stretch


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two jobs at once, from the first day of the later one; without a last day they still are."""

    first: str
    second: str
    start: date
    end: date | None


def overlaps_of(jobs: Sequence[Stretch]) -> list[Overlap]:
    """Each two jobs that share more than a day, the earlier one first; jobs without a first day are not compared."""
    dated = sorted(((job.start, job) for job in jobs if job.start), key=lambda pair: (pair[0], pair[1].key))
    return [
        Overlap(earlier.text, later.text, start, _first_end(earlier, later))
        for number, (_, earlier) in enumerate(dated)
        for start, later in dated[number + 1 :]
        if (earlier.end is None or earlier.end > start) and (later.end is None or later.end > start)
    ]


def _first_end(one: Stretch, other: Stretch) -> date | None:
    return min((job.end for job in (one, other) if job.end), default=None)
