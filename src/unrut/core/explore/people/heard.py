"""What people say of a way out, as levels of its facets."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot, sqrt

from unrut.core.explore.levels import Level, Source

ONE_VOICE = 1.5
"""Standard deviation of what one insider says, in levels of 0 to 10. Judgement: they know the place, and have their own day in mind."""
LEAST_SD = 0.7
"""However many people say so, it is their picture and not one's own day there."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one person said of a facet: a level from 0 to 10, and their words, if any were kept."""

    facet: str
    level: float
    words: str = ""


def heard_levels(said: Iterable[Heard]) -> dict[str, Level]:
    """The level of each facet from all that was said of it, the latest last: the mean, less sure the more people differ."""
    by_facet = defaultdict[str, list[Heard]](list)
    for one in said:
        by_facet[one.facet].append(one)
    return {facet: _level(voices) for facet, voices in by_facet.items()}


def _level(voices: list[Heard]) -> Level:
    levels = [voice.level for voice in voices]
    mean = sum(levels) / len(levels)
    spread = sqrt(sum((level - mean) ** 2 for level in levels) / len(levels))
    sd = hypot(ONE_VOICE, spread) / sqrt(len(levels))
    words = next((voice.words for voice in reversed(voices) if voice.words), "")
    return Level(mean, max(LEAST_SD, sd), Source.HEARD, words)
