"""How a way would be on each criterion once one is there: what it keeps of the present job, and what is open.

A move inside keeps the employer, a new job in the same field keeps the work, a new field keeps neither: it is as the survey
says of its occupation, where one is named. What is kept is a little less sure than it is now. What one would look for in a new place is not assumed to be there: it is unknown until it is asked,
tried or stated.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from unrut.core.explore.levels import Level, Levels, Source
from unrut.core.explore.present import ANSWERED_SD
from unrut.core.explore.ways import WayKind
from unrut.core.facets import Facet, Vocabulary

# Judgement: what is kept of the present job may yet turn out otherwise by about a level and a half.
_KEPT_SD = 1.5
# A person's guess about a place they have not worked at.
_EXPECTED_SD = 1.8
_OF_THE_WORK = frozenset({"task"})
_OF_THE_EMPLOYER = frozenset({"company", "pay", "place"})
# One would hardly make work of an interest that is none, nor for somebody else's rules.
_OF_AN_INTEREST = {"job_interest": 8.5, "autonomy": 8.0}
_INTEREST_SD = 1.8


def levels_of_way(
    kind: WayKind,
    *,
    present: Levels,
    treated: Levels,
    stated: Levels | None,
    answered: Mapping[str, int],
    vocabulary: Vocabulary,
    surveyed: Levels | None = None,
) -> dict[str, Level]:
    """Levels of a way, where anything is known.

    `treated` is the present job changed, `surveyed` how work of its occupation is, `stated` what a posting says, `answered`
    what the person expects; the last wins.
    """
    levels = dict(_usual(kind, present, treated, vocabulary))
    levels.update(surveyed or {})
    levels.update(stated or {})
    for facet, level in answered.items():
        levels[facet] = Level(level, _answered_sd(kind), Source.ANSWERED)
    return levels


def _usual(kind: WayKind, present: Levels, treated: Levels, vocabulary: Vocabulary) -> Levels:
    match kind:
        case WayKind.STAY | WayKind.TIME_OFF:
            return present
        case WayKind.CHANGE:
            return treated or present
        case WayKind.INSIDE:
            return _kept(present, vocabulary, lambda facet: facet.part in _OF_THE_EMPLOYER)
        case WayKind.JOB:
            return _kept(present, vocabulary, lambda facet: facet.part in _OF_THE_WORK)
        case WayKind.INTEREST:
            return {
                facet: Level(mean, _INTEREST_SD, Source.USUAL)
                for facet, mean in _OF_AN_INTEREST.items()
                if facet in vocabulary
            }
        case _:
            return {}


def _kept(present: Levels, vocabulary: Vocabulary, is_kept: Callable[[Facet], bool]) -> Levels:
    return {
        facet: replace(level, sd=(level.sd**2 + _KEPT_SD**2) ** 0.5, source=Source.KEPT, cue="")
        for facet, level in present.items()
        if facet in vocabulary and level.is_known and is_kept(vocabulary[facet])
    }


def _answered_sd(kind: WayKind) -> float:
    """How far an answer may be off: little about the job one has, more about a place one has not worked at."""
    return ANSWERED_SD if kind in {WayKind.STAY, WayKind.TIME_OFF} else _EXPECTED_SD
