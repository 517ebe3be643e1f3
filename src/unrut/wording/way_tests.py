"""Cheap tests of ways out: what was expected, what came, and what it moved, in sentences."""

from django.utils.translation import gettext

from unrut.core.explore.criteria import criterion_name, poles_of
from unrut.core.explore.levels import Level
from unrut.core.facets import shipped_vocabulary
from unrut.models import WayTest
from unrut.wording.numbers import day, round_tens

_LEAST_MOVE, _LEAST_SHARE = 0.25, 0.005


def about_words(facet: str, name: str = "") -> str:
    """What a test is about: a criterion, or getting there at all."""
    if not facet:
        return gettext("getting there at all")
    return name or criterion_name(facet, shipped_vocabulary())


def ends_words(facet: str) -> tuple[str, str]:
    """What a result of 0 and one of 10 mean."""
    if not facet:
        return gettext("it cannot work"), gettext("it works well")
    return poles_of(facet, shipped_vocabulary())


def expected_words(test: WayTest) -> str:
    """The prediction: what is good enough, and how likely that was thought to be."""
    told = {"day": day(test.predicted_on), "line": test.line, "chance": test.chance}
    if test.is_at_most:
        return gettext("Said on %(day)s: good enough up to %(line)d of 10, %(chance)d %% likely.") % told
    return gettext("Said on %(day)s: good enough from %(line)d of 10 on, %(chance)d %% likely.") % told


def came_words(test: WayTest) -> str:
    """What came of it; empty while it has not been tried."""
    if test.result is None or test.result_on is None:
        return ""
    told = {"result": test.result, "day": day(test.result_on)}
    if test.came:
        return gettext("It came to %(result)d of 10 on %(day)s: good enough.") % told
    return gettext("It came to %(result)d of 10 on %(day)s: less than good enough.") % told


def level_moved(name: str, before: Level | None, after: Level | None) -> str:
    """How a result moved what is taken of a criterion."""
    if after is None:
        return gettext("Kept. “%(name)s” is none of what you want, so it moves nothing.") % {"name": name}
    told = {"name": name, "after": _tenth(after.mean)}
    if before is None or not before.is_known:
        return gettext("Kept. “%(name)s” was not known; it counts with about %(after)s of 10 now.") % told
    if abs(after.mean - before.mean) < _LEAST_MOVE:
        return gettext("Kept. “%(name)s” stays at about %(after)s of 10, and is surer now.") % told
    return gettext("Kept. “%(name)s” moved from about %(before)s to about %(after)s of 10.") % {
        **told,
        "before": _tenth(before.mean),
    }


def chance_moved(before: float, after: float) -> str:
    """How a result moved the chance of getting there."""
    if abs(after - before) < _LEAST_SHARE:
        return gettext("Kept. The chance of getting there stays at about %(after)d %%.") % {
            "after": round_tens(after)
        }
    return gettext(
        "Kept. The chance of getting there moved from about %(before)d %% to about %(after)d %%."
    ) % {
        "before": round(100 * before),
        "after": round(100 * after),
    }


def _tenth(level: float) -> str:
    return f"{round(level, 1):g}"
