"""Where in working life the troubles sit: the split that decides which remedy comes first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from unrut.core.facets import Vocabulary
from unrut.core.reflect.causes import Cause

MOST_PARTS_NAMED = 3
_LEAST_HELD = (0.5, 0.6)
"""What one part, or two together, hold before it is "mostly" about them; two need more, as 30 and 20 % are not most."""


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
    """The one or two parts that hold most of it, each more than any other; none when it is spread."""
    held = 0.0
    for count, (part, least) in enumerate(zip(split, _LEAST_HELD, strict=False), start=1):
        held += part.share
        if held > least and all(other.share < part.share for other in split[count:]):
            return tuple(split[:count])
    return ()
