"""Cheap tests: trying a way out on a small scale, with a prediction before and a result after.

A result moves a level as a second, independent look at it does: both are weighed by how sure they are (a normal prior and a
normal observation). Whether one gets there is counted in cases, and each test is worth a few more of them (a Beta prior).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from unrut.core.errors import InvalidReferenceError
from unrut.core.explore.levels import HIGHEST, LOWEST, Level, Source
from unrut.core.explore.wants import wanted_level
from unrut.core.explore.ways import Estimate, WayKind
from unrut.core.facets import Facet, Vocabulary
from unrut.core.reference import Table, each, parse_toml, tables

if TYPE_CHECKING:
    from unrut.core.explore.fit import Unknown
    from unrut.core.explore.flips import Flip

FILE = "tests.toml"
PART = "test"
PLACEHOLDERS = ("{title}", "{facet}")
LONGEST_TEXT = 200
USUAL_LINE = 6
_SHORTEST, _LONGEST = 15, 120
_TENTH = 10
_MOST_TITLE = 60
_STILL_MISSING = 0.4
_NAMELESS = "this way"
_LEAST_SD = 1e-6
# Judgement: one test of getting there says as much as this many cases of others.
_CASES_OF_A_TEST = 2.0
# The cases an estimate of the chance is worth, by its range, are kept within these: nobody knows nothing, and nobody knows it that well.
_FEWEST_CASES, _MOST_CASES = 3.0, 40.0
# A range that holds four cases in five is that many standard deviations wide.
_WIDTH = 2.563
_LEAST_SPREAD = 0.01


class TestKind(StrEnum):
    """How one can try a way on a small scale."""

    __test__ = False

    TALK = "talk"
    SHADOW = "shadow"
    COURSE = "course"
    FREELANCE = "freelance"
    PROJECT = "project"  # inside the company


@dataclass(frozen=True, slots=True)
class KindOfTest:
    """A kind of test: how long its step takes, and how far a result may be off, in levels of 0 to 10.

    `text` says what to do about a way, `ask` what to do to learn how it is in one thing, `here` the same in the job one has.
    """

    kind: TestKind
    name: str
    summary: str
    minutes: int
    sd: float
    text: str
    ask: str
    here: str


@dataclass(frozen=True, slots=True)
class ProposedTest:
    """A test that could turn the choice: what to do, what it is about (nothing for getting there at all), and the level that is good enough."""

    kind: TestKind
    facet: str
    text: str
    line: int
    why: str


@cache
def shipped_tests() -> dict[TestKind, KindOfTest]:
    """The kinds of tests inside the package, the cheapest first: a constant, read once."""
    text = files("unrut.data").joinpath(FILE).read_text(encoding="utf-8")
    return load_tests(text, file=FILE)


def load_tests(text: str, *, file: str) -> dict[TestKind, KindOfTest]:
    """The kinds of tests written in `text`, in the order of `TestKind`.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    found = each(tables(parse_toml(text, file), PART, text=text, file=file), _kind)
    missing = [kind for kind in TestKind if kind not in found]
    if missing:
        raise InvalidReferenceError(f"{file} has no {PART}.{missing[0]}. Add it and start again.")
    return {kind: found[kind] for kind in TestKind}


def propose_tests(
    kind: WayKind,
    title: str,
    flips: "Sequence[Flip]",
    unknown: "Sequence[Unknown]",
    vocabulary: Vocabulary,
    *,
    most: int = 3,
) -> list[ProposedTest]:
    """Tests of a way: first of its levels that could flip the choice, then of what is most worth knowing, in different ways.

    `flips` are those of this way, the nearest first. Where nothing is known to matter, one test of getting there.
    """
    lines = _lines(flips, unknown, vocabulary)
    turning = {flip.facet for flip in flips if flip.kind == "level"}
    found: list[ProposedTest] = []
    for facet, line in list(lines.items())[:most]:
        used = [proposed.kind for proposed in found]
        why = _TURNS if facet in turning else _UNKNOWN
        about = vocabulary[facet]
        found.append(_about_a_level(_suited(kind, about, used), kind, title, about, line, why))
    return found or [_about_getting_there(_SUITED[kind][0], title)][:most]


def updated(level: Level, result: float, kind: TestKind) -> Level:
    """A level after a test of it came out like that, from 0 to 10.

    Raises ValueError for a result that is off the line.
    """
    if not LOWEST <= result <= HIGHEST:
        raise ValueError(f"A result is from {LOWEST:g} to {HIGHEST:g}, not {result}")
    before = 1 / max(level.sd, _LEAST_SD) ** 2
    after = 1 / shipped_tests()[kind].sd ** 2
    mean = (before * level.mean + after * result) / (before + after)
    return Level(min(HIGHEST, max(LOWEST, mean)), (before + after) ** -0.5, Source.TESTED)


def updated_chance(estimate: Estimate, results: Sequence[bool]) -> Estimate:
    """The chance of getting there after tests of it came out well or not; without any as it was.

    A Beta distribution as wide as the range of the estimate says how many cases that is worth; the results are further ones.
    The range keeps its shape and narrows as their number grows.
    """
    if not results:
        return estimate
    cases, more = _cases(estimate), _CASES_OF_A_TEST * len(results)
    came = _CASES_OF_A_TEST * sum(results)
    likely = min(1.0, (cases * estimate.likely + came) / (cases + more))
    narrower = math.sqrt((cases + 1) / (cases + more + 1))
    return Estimate(
        low=max(0.0, likely - narrower * (estimate.likely - estimate.low)),
        likely=likely,
        high=min(1.0, likely + narrower * (estimate.high - estimate.likely)),
    )


def is_good_enough(result: float, line: float, wanted: float) -> bool:
    """Whether a result is at least as near to the wanted level as the line is.

    More is not always better: of a commute, 2 of 10 is good enough where 4 would do.
    """
    return abs(result - wanted) <= abs(line - wanted)


_TURNS = "What you hear or see of it could turn your choice."
_UNKNOWN = "Nothing is known of it yet, and it matters to you."
_GETTING_THERE = "It shows at little cost whether you would get there."

# Which tests suit a way, the best one first; a talk suits all of them.
_SUITED: Mapping[WayKind, tuple[TestKind, ...]] = {
    WayKind.STAY: (TestKind.PROJECT, TestKind.TALK),
    WayKind.CHANGE: (TestKind.PROJECT, TestKind.TALK),
    WayKind.INSIDE: (TestKind.TALK, TestKind.PROJECT, TestKind.SHADOW),
    WayKind.JOB: (TestKind.TALK, TestKind.SHADOW, TestKind.FREELANCE),
    WayKind.FIELD: (TestKind.SHADOW, TestKind.TALK, TestKind.FREELANCE),
    WayKind.STUDY_PART: (TestKind.COURSE, TestKind.TALK, TestKind.SHADOW),
    WayKind.STUDY_FULL: (TestKind.COURSE, TestKind.TALK, TestKind.SHADOW),
    WayKind.INTEREST: (TestKind.FREELANCE, TestKind.TALK, TestKind.COURSE),
    WayKind.TIME_OFF: (TestKind.TALK,),
}
_WHERE_ONE_IS = frozenset({WayKind.STAY, WayKind.CHANGE})
# What one cannot find out by doing a piece of the work: one has to ask, or to be there.
_ONLY_ASKED = frozenset({"company", "pay"})
_ONLY_THERE = frozenset({"manager", "colleagues", "load", "place", "life"})
_THERE = frozenset({TestKind.TALK, TestKind.SHADOW, TestKind.PROJECT})


def _suited(way: WayKind, facet: Facet, used: Sequence[TestKind]) -> TestKind:
    """The best test of a facet of that way, one that was used least."""
    if facet.part in _ONLY_ASKED:
        return TestKind.TALK
    fitting = [kind for kind in _SUITED[way] if facet.part not in _ONLY_THERE or kind in _THERE]
    return min(fitting, key=used.count)


def _lines(flips: "Sequence[Flip]", unknown: "Sequence[Unknown]", vocabulary: Vocabulary) -> dict[str, int]:
    """What is to be tested, in order, with the level that is good enough; own criteria are left out, as nothing is known of them."""
    lines: dict[str, int] = {}
    for flip in flips:
        if flip.kind == "level" and flip.facet in vocabulary:
            lines.setdefault(flip.facet, _towards(flip.needed, wanted_level(vocabulary[flip.facet])))
    for fact in sorted(unknown, key=lambda fact: -fact.gain):
        if fact.facet in vocabulary:
            lines.setdefault(fact.facet, _usual_line(vocabulary[fact.facet]))
    return lines


def _towards(needed: float, wanted: float) -> int:
    """The whole level at or after the one that is needed, on the side of the wanted one."""
    whole = math.ceil(needed) if needed < wanted else math.floor(needed)
    return min(_TENTH, max(0, whole))


def _usual_line(facet: Facet) -> int:
    """Good enough, where no more is known: most of the way from the problem to what is usually wanted."""
    wanted = wanted_level(facet)
    return _towards(wanted + _STILL_MISSING * (facet.problem_end - wanted), wanted)


def _about_a_level(
    kind: TestKind, way: WayKind, title: str, facet: Facet, line: int, why: str
) -> ProposedTest:
    known = shipped_tests()[kind]
    told = known.here if way in _WHERE_ONE_IS and known.here else known.ask
    return ProposedTest(kind, facet.id, _filled(told, title, facet.name), line, why)


def _about_getting_there(kind: TestKind, title: str) -> ProposedTest:
    return ProposedTest(kind, "", _filled(shipped_tests()[kind].text, title, ""), USUAL_LINE, _GETTING_THERE)


def _filled(text: str, title: str, facet: str) -> str:
    """What to do, with the name of the way and what it is about; what a name holds is never filled in itself."""
    before, _, after = text.replace("{facet}", facet).partition("{title}")
    return f"{before}{_short(title)}{after}"


def _short(title: str) -> str:
    """The name of a way on one line, short enough for a sentence."""
    told = " ".join(title.split()).rstrip(".!?… ") or _NAMELESS
    return told if len(told) <= _MOST_TITLE else f"{told[: _MOST_TITLE - 1].rstrip()}…"


def _cases(estimate: Estimate) -> float:
    """How many cases an estimate is worth: a Beta distribution of as many is as wide as its range."""
    spread = (estimate.high - estimate.low) / _WIDTH
    if spread < _LEAST_SPREAD:
        return _MOST_CASES
    middle = (estimate.low + estimate.high) / 2
    return min(_MOST_CASES, max(_FEWEST_CASES, middle * (1 - middle) / spread**2 - 1))


def _kind(name: str, table: Table) -> KindOfTest:
    if name not in list(TestKind):
        table.fail("", f"is none of {', '.join(TestKind)}")
    return KindOfTest(
        kind=TestKind(name),
        name=table.text("name"),
        summary=table.text("summary"),
        minutes=table.whole("minutes", low=_SHORTEST, high=_LONGEST),
        sd=table.whole("tenths_off", low=1, high=_TENTH * _TENTH) / _TENTH,
        text=_naming(table, "text", ("{title}",)),
        ask=_naming(table, "ask", PLACEHOLDERS),
        here=_naming(table, "here", PLACEHOLDERS, optional=True),
    )


def _naming(table: Table, name: str, placeholders: Sequence[str], *, optional: bool = False) -> str:
    """A text that names each of these once and nothing else in braces."""
    text = table.text(name, optional=optional)
    left = text
    for placeholder in placeholders:
        if text and text.count(placeholder) != 1:
            table.fail(name, f"should name {placeholder} once")
        left = left.replace(placeholder, "")
    if "{" in left or "}" in left:
        table.fail(name, f"has a brace that is none of {', '.join(placeholders)}")
    return text
