"""Which strengths a piece of work would use, and which it would leave idle, by the sides of work they go with.

All figures are judgement: a side of work says that a strength is called for there, never how well it would be paid or liked.
"""

from collections.abc import Collection
from dataclasses import dataclass

from unrut.core.explore.levels import HIGHEST, MIDDLE, UNKNOWN, Level, Levels, Source
from unrut.core.explore.strengths.vocabulary import shipped_strengths
from unrut.core.facets import Polarity, shipped_vocabulary

LEAST_USED, MOST_IDLE = 6.0, 4.0
"""From which mean of its sides on a strength counts as used, and up to which as idle; between them nothing is said."""
PSEUDO_COUNTS = 2
"""Strengths half used that are added before the share is taken: one strength alone says little."""
SKILL_USE_SD = 2.5
DEMANDS = frozenset({"emotional_demands"})
"""Sides of work where less is better for most people, yet more of them calls for the strengths that go with them."""
SKILL_USE = "skill_use"
_USES, _IDLE = "it uses", "it leaves idle"


@dataclass(frozen=True, slots=True)
class Used:
    """Strengths in the order they were given; of the others nothing can be said."""

    used: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()


def used_by(levels: Levels, strengths: Collection[str]) -> Used:
    """Which of the strengths work of these levels calls for, by what is known or usual of the sides they go with."""
    called = {name: _called(name, levels) for name in strengths}
    return Used(
        used=tuple(name for name, mean in called.items() if mean is not None and mean >= LEAST_USED),
        idle=tuple(name for name, mean in called.items() if mean is not None and mean <= MOST_IDLE),
    )


def skill_use_level(used: Used) -> Level | None:
    """How much of one's skills work uses, from the strengths it uses and leaves idle; None where neither is known.

    The share of those it uses, drawn to the middle as far as few strengths speak. The cue names those used, then those idle.
    """
    count = len(used.used) + len(used.idle)
    if not count:
        return None
    mean = (HIGHEST * len(used.used) + MIDDLE * PSEUDO_COUNTS) / (count + PSEUDO_COUNTS)
    return Level(mean, SKILL_USE_SD, Source.INFERRED, cue=_cue(used))


def with_skill_use(levels: Levels, strengths: Collection[str]) -> Levels:
    """The levels, and where nothing at all is known of the use of skills what the strengths tell of it."""
    if not strengths or levels.get(SKILL_USE, UNKNOWN).source is not Source.UNKNOWN:
        return levels
    told = skill_use_level(used_by(levels, strengths))
    return {**levels, SKILL_USE: told} if told else levels


def is_told_by_strengths(level: Level) -> bool:
    """Whether a level was told by strengths and not by a survey."""
    return level.source is Source.INFERRED and level.cue.startswith((_USES, _IDLE))


def _called(name: str, levels: Levels) -> float | None:
    """How far work calls for a strength, from 0 to 10; None where nothing is known of its sides."""
    means = [
        _toward(facet, levels[facet].mean)
        for facet in shipped_strengths()[name].facets
        if facet in levels and levels[facet].source is not Source.UNKNOWN
    ]
    return sum(means) / len(means) if means else None


def _toward(facet: str, mean: float) -> float:
    """A level from 0 to 10 where 10 calls for the strengths that go with the facet."""
    is_turned = shipped_vocabulary()[facet].polarity is Polarity.LESS and facet not in DEMANDS
    return HIGHEST - mean if is_turned else mean


def _cue(used: Used) -> str:
    names = shipped_strengths()
    told = [
        f"{word} {', '.join(names[name].name for name in some)}"
        for word, some in ((_USES, used.used), (_IDLE, used.idle))
        if some
    ]
    return "; ".join(told)
