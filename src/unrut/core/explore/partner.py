"""Deciding for two: what the partner wants of the same criteria, and whether a level they need is there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from unrut.core.explore.levels import MIDDLE, Level
from unrut.core.explore.wants import Want


class NeedState(StrEnum):
    """Whether a need is met, as far as anybody knows."""

    MET = "met"
    BROKEN = "broken"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Need:
    """The level of a criterion the partner cannot do without; `is_most` where anything beyond it is too much."""

    want: Want
    level: int
    is_most: bool

    def state(self, found: Level) -> NeedState:
        """Broken when the level is more likely than not on the wrong side: half a normal lies on either side of its mean."""
        if not found.is_known:
            return NeedState.UNKNOWN
        is_broken = found.mean > self.level if self.is_most else found.mean < self.level
        return NeedState.BROKEN if is_broken else NeedState.MET


def need_of(want: Want, level: int) -> Need:
    """A need with its direction: what is wanted lies on the good side of it; at the wanted level itself, the nearer end does."""
    is_most = want.wanted < MIDDLE if level == want.wanted else level > want.wanted
    return Need(want, level, is_most)


def partner_wants(wants: Sequence[Want], weights: Mapping[str, float]) -> list[Want]:
    """The same criteria with the weights of the partner; what has none is left out."""
    return [replace(want, weight=weights[want.facet]) for want in wants if weights.get(want.facet, 0.0) > 0]
