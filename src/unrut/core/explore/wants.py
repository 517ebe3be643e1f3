"""What the person wants of work: criteria with a weight, and the best and worst level that are realistic.

A weight says how much the way from the worst to the best level is worth beside the same way of the other criteria (swing
weights, Edwards & Barron 1994). Asked without such a way it would say little: people do not adapt importance to ranges.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unrut.core.explore.levels import HIGHEST, LOWEST
from unrut.core.facets import Facet, Polarity, Pole, Vocabulary
from unrut.core.reflect.causes import Cause, Picture

MOST_WANTS = 8
"""More criteria than this split weight between facets that mean the same (see the method notes)."""

HEAVIEST, LIGHTEST, WEIGHT_STEP = 100, 5, 5
OWN = "own_"
LEAST_REACH = 1.0
"""Worst and wanted level lie at least this far apart: nearer, the criterion could not tell one job from another."""
OWN_POLES = ("not at all", "wholly")
# What one likes says a little less about what one needs than what wears one down.
_LIKE_COUNTS = 0.7
_IDEAL, _BIT = 5.0, 1.0


@dataclass(frozen=True, slots=True)
class Want:
    """How much a facet matters (0-100, beside the others) and which level between its poles is wanted (0-10).

    `worst` is the worst level one would really meet, None for the worst there is. `facet` is the id of a facet, or begins
    with "own_" for a criterion of the person's own, which `name` names; it also holds what they call a facet instead.
    """

    facet: str
    weight: float
    wanted: float
    worst: float | None = None
    name: str = ""

    def value(self, level: float) -> float:
        """Worth of a level, from 0 (as far from wanted as is realistic, or farther) to 1 (just as wanted)."""
        return max(0.0, 1 - abs(level - self.wanted) / self.reach)

    @property
    def reach(self) -> float:
        """The largest distance from the wanted level that counts."""
        if self.worst is None:
            return max(self.wanted - LOWEST, HIGHEST - self.wanted)
        return max(LEAST_REACH, abs(self.worst - self.wanted))

    @property
    def is_own(self) -> bool:
        """Whether it is none of the thirty facets: nothing but the person tells how a job is on it."""
        return self.facet.startswith(OWN)


def propose_wants(picture: Picture, vocabulary: Vocabulary) -> list[Want]:
    """At most eight wants from what weighs and what lifts, heaviest first."""
    strength: dict[str, float] = {}
    for cause in picture.causes:
        strength[cause.facet] = cause.share
    for energy in picture.energies:
        strength[energy.facet] = strength.get(energy.facet, 0.0) + _LIKE_COUNTS * energy.share
    strongest = sorted(strength, key=lambda facet: (-strength[facet], vocabulary.order[facet]))[:MOST_WANTS]
    return [
        Want(facet, _weight(strength[facet], strength[strongest[0]]), wanted_level(vocabulary[facet]))
        for facet in strongest
    ]


def wanted_level(facet: Facet) -> float:
    """The level most people with a complaint about this facet would want."""
    match facet.polarity:
        case Polarity.MORE:
            return HIGHEST
        case Polarity.LESS:
            return LOWEST
        case Polarity.IDEAL:
            return _IDEAL + (_BIT if facet.usual_problem is Pole.LOW else -_BIT)
        case Polarity.PERSONAL:  # pragma: no branch - there is no fifth
            return HIGHEST - facet.problem_end


def worst_level(wanted: float) -> float:
    """The worst level there is for somebody who wants this one: the farther end of the line."""
    return LOWEST if wanted >= HIGHEST / 2 else HIGHEST


def shares(wants: Sequence[Want]) -> Mapping[str, float]:
    """The weights as shares of one."""
    total = sum(want.weight for want in wants)
    return {want.facet: want.weight / total for want in wants} if total else {}


def grounds(want: Want, picture: Picture) -> tuple[Cause | None, Cause | None]:
    """What weighs and what lifts about the wanted facet, where the notes say so."""
    cause = next((cause for cause in picture.causes if cause.facet == want.facet), None)
    energy = next((energy for energy in picture.energies if energy.facet == want.facet), None)
    return cause, energy


def _weight(strength: float, strongest: float) -> int:
    rounded = WEIGHT_STEP * round(HEAVIEST * strength / strongest / WEIGHT_STEP)
    return max(LIGHTEST, rounded)
