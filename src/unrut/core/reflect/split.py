"""Where in working life the troubles sit: the split that decides which remedy comes first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from unrut.core.facets import Vocabulary
from unrut.core.reflect.causes import Cause

MOST_PARTS_NAMED = 3
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class PartShare:
    """How much of what was not liked belongs to one part of working life; a facet counts once a week."""

    part: str
    weeks: int
    share: float


def split_of(causes: Sequence[Cause], vocabulary: Vocabulary) -> tuple[PartShare, ...]:
    """The parts that were named, largest first, ties in the order of the vocabulary."""
    weeks: Counter[str] = Counter()
    for cause in causes:
        weeks[vocabulary[cause.facet].part] += len(cause.weeks)
    total = weeks.total()
    order = list(vocabulary.parts)
    named = sorted(weeks, key=lambda part: (-weeks[part], order.index(part)))
    return tuple(PartShare(part, weeks[part], weeks[part] / total) for part in named)


def main_parts(split: Sequence[PartShare]) -> tuple[PartShare, ...]:
    """The fewest parts that hold more than half together; none when it takes more than three."""
    held = 0.0
    for count, part in enumerate(split[:MOST_PARTS_NAMED], start=1):
        held += part.share
        if held > _MOSTLY:
            return tuple(split[:count])
    return ()
