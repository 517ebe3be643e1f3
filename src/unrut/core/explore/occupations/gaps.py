"""What somebody brings for an occupation, what is missing, how long that takes to learn, and how to begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np

from unrut.core.errors import InvalidReferenceError
from unrut.core.explore.occupations.atlas import Atlas
from unrut.core.explore.occupations.needs import HIGHEST_LEVEL, needs_of
from unrut.core.explore.occupations.own_skills import Mine
from unrut.core.explore.occupations.reach import shares_of, shortfall
from unrut.core.explore.occupations.skill_words import SkillTable, shipped_skills
from unrut.core.reference import Table, check_parts, each, parse_toml, tables

FILE = "gap_closing.toml"
PARTS = ("curve", "group", "cheaper")
NAME = "{skill}"

SMALLEST_GAP = 0.5
"""Levels. Less than that lies within what people in one occupation differ by, and what anybody can say of themselves."""

LEAST_WEIGHT = 0.25
"""From here on an element counts as important: 2.75 on the scale of importance from 1 to 5."""

# Things learnt side by side share hours: a course in one is practice in many others. We count a tenth to a quarter of the hours
# of all but the longest. So a two-year way to a nursing degree comes out as some 1,000 to 7,000 hours.
_LEAST_ADDED, _MOST_ADDED = 0.1, 0.25
# Half of the uncertainty of one's level goes into the hours: all of it at once, for everything, would say nothing.
_DOUBT = 0.5


class Closing(StrEnum):
    """How a gap is closed."""

    EVALUATE = "evaluate"  # find out first how large it is
    TRAINING = "training"
    SIDE_PROJECT = "side_project"


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of learning and practice, at least and at most."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Gap:
    """Something an occupation asks for more of than one has. Levels are from 0 to 7, `importance` is from 0 to 1.

    `is_own` says that the person told their level; else it is a guess, and the hours are wider.
    """

    element: str
    name: str
    table: SkillTable
    mine: float
    needed: float
    importance: float
    is_own: bool
    hours: Hours
    how: Closing
    first_step: str


@dataclass(frozen=True, slots=True)
class Have:
    """Something an occupation asks for that one brings."""

    element: str
    name: str
    mine: float
    needed: float
    is_own: bool


@dataclass(frozen=True, slots=True)
class GapCard:
    """What is there and what is missing, what weighs most first; the hours are for everything that is missing.

    `coverage` is the part of what is asked that one brings, None where nobody was asked what the work needs.
    """

    have: tuple[Have, ...]
    missing: tuple[Gap, ...]
    coverage: float | None
    hours: Hours


@dataclass(frozen=True, slots=True)
class Curve:
    """Hours from nothing to each whole level, at least and at most, and why we think so."""

    low: tuple[float, ...]
    high: tuple[float, ...]
    source: str

    def hours(self, mine: float, needed: float, sd: float) -> Hours:
        """Hours from one level to another, where the first is uncertain by `sd`."""
        most, least = max(0.0, mine - _DOUBT * sd), min(needed, mine + _DOUBT * sd)
        return Hours(_between(self.low, least, needed), _between(self.high, most, needed))


@dataclass(frozen=True, slots=True)
class Group:
    """Elements that are gained in the same way; {skill} in a sentence stands for the name of one."""

    id: str
    how: Closing
    first_step: str
    evaluate: str
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """How gaps are closed: curves by table, and the group of each element."""

    curves: Mapping[SkillTable, Curve]
    groups: Mapping[str, Group]


def gap_card(atlas: Atlas, row: int, mine: Mine) -> GapCard:
    """What somebody brings for an occupation and what is missing, all of it.

    Levels are averages over people in the work: who begins may be below. Elements we have no words for are left out.
    """
    needs = needs_of(atlas, row)
    if not needs.is_rated.any():
        return GapCard(have=(), missing=(), coverage=None, hours=Hours(0.0, 0.0))
    shares = shares_of(needs)
    needed, weights = needs.levels[0], needs.weights[0]
    named = np.array([element in shipped_skills() for element in needs.elements], dtype=np.bool_)
    counted = named & (weights >= LEAST_WEIGHT)
    gaps = np.maximum(needed - mine.levels, 0)
    lacking = _ranked(counted & (gaps >= SMALLEST_GAP), shares[0] * gaps)
    there = _ranked(counted & (gaps < SMALLEST_GAP), shares[0] * needed)
    missing = [
        _gap(needs.elements[place], mine, place, float(needed[place]), float(weights[place]))
        for place in lacking
    ]
    return GapCard(
        have=tuple(_have(needs.elements[place], mine, place, float(needed[place])) for place in there),
        missing=tuple(missing),
        coverage=1 - float(shortfall(needs.levels, shares, mine)[0]),
        hours=total_hours([gap.hours for gap in missing]),
    )


def total_hours(hours: Sequence[Hours]) -> Hours:
    """Hours for several things learnt side by side: less than their sum, and at least those of the longest."""
    low = max((each_one.low for each_one in hours), default=0.0)
    high = max((each_one.high for each_one in hours), default=0.0)
    return Hours(
        float(round(low + _LEAST_ADDED * (sum(each_one.low for each_one in hours) - low))),
        float(round(high + _MOST_ADDED * (sum(each_one.high for each_one in hours) - high))),
    )


@cache
def shipped_ways() -> Ways:
    """How gaps are closed, as the package tells it: a constant, read once."""
    return load_ways(files("unrut.data").joinpath(FILE).read_text(encoding="utf-8"), file=FILE)


def load_ways(text: str, *, file: str) -> Ways:
    """The curves and groups written in `text`.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    values = parse_toml(text, file)
    check_parts(values, PARTS, file)
    curves = each(tables(values, "curve", text=text, file=file), lambda _, table: _curve(table))
    for kind in SkillTable:
        if kind not in curves:
            raise InvalidReferenceError(f"{file} has no curve.{kind}. Add it and start again.")
    groups: dict[str, Group] = {}
    each(tables(values, "group", text=text, file=file), lambda name, table: _group(name, table, groups))
    for skill in shipped_skills().values():
        if skill.id not in groups:
            raise InvalidReferenceError(
                f'{file} has no group with "{skill.id}" ({skill.name}). Add it and start again.'
            )
    return Ways(curves={kind: curves[kind] for kind in SkillTable}, groups=groups)


def _ranked(counted: np.ndarray, by: np.ndarray) -> list[int]:
    """The places that count, those with the most first."""
    return [int(place) for place in np.argsort(-by, kind="stable") if counted[place]]


def _gap(element: str, mine: Mine, place: int, needed: float, importance: float) -> Gap:
    skill, ways = shipped_skills()[element], shipped_ways()
    level, sd, is_own = float(mine.levels[place]), float(mine.sds[place]), bool(mine.is_own[place])
    group = ways.groups[element]
    # A guess that could be wrong by the whole gap is best looked at first.
    is_doubtful = not is_own and needed - level <= sd
    how, sentence = (Closing.EVALUATE, group.evaluate) if is_doubtful else (group.how, group.first_step)
    return Gap(
        element=element,
        name=skill.name,
        table=skill.table,
        mine=level,
        needed=needed,
        importance=importance,
        is_own=is_own,
        hours=ways.curves[skill.table].hours(level, needed, sd),
        how=how,
        first_step=sentence.replace(NAME, skill.name),
    )


def _have(element: str, mine: Mine, place: int, needed: float) -> Have:
    name = shipped_skills()[element].name
    return Have(element, name, float(mine.levels[place]), needed, bool(mine.is_own[place]))


def _between(curve: tuple[float, ...], start: float, end: float) -> float:
    """Whole hours from one level to another, between whole levels in a straight line."""
    levels = range(len(curve))
    return max(0.0, float(round(np.interp(end, levels, curve) - np.interp(start, levels, curve))))


def _curve(table: Table) -> Curve:
    low, high = _rising(table, "low"), _rising(table, "high")
    steps = [after - before for before, after in pairwise(low)]
    wide = [after - before for before, after in pairwise(high)]
    if any(least > most for least, most in zip(steps, wide, strict=True)):
        table.fail("high", "should grow at least as much as low from each level to the next")
    return Curve(low=low, high=high, source=table.text("source"))


def _rising(table: Table, name: str) -> tuple[float, ...]:
    """Hours for each whole level from 0 to the highest, from nothing on and never less."""
    words = table.text(name).split()
    if len(words) != HIGHEST_LEVEL + 1 or not all(word.isascii() and word.isdigit() for word in words):
        table.fail(name, f"should be {HIGHEST_LEVEL + 1:.0f} whole numbers")
    hours = tuple(float(word) for word in words)
    if hours[0] or list(hours) != sorted(hours):
        table.fail(name, "should begin with 0 and never fall")
    return hours


def _group(name: str, table: Table, groups: dict[str, Group]) -> None:
    group = Group(
        id=name,
        how=table.one_of("how", Closing),
        first_step=table.text("first_step"),
        evaluate=table.text("evaluate"),
        elements=table.texts("elements"),
    )
    for element in group.elements:
        if element not in shipped_skills() or element in groups:
            table.fail("elements", f'names "{element}", which is unknown or in another group')
        groups[element] = group
