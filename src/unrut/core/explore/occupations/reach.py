"""How far away each occupation is for somebody, and what makes it so.

Directed: what counts is what the target asks for and one does not bring, so that the way up is longer than the way down.
There are no data here on who really changed from where to where. So no chance is told, only what is missing; and the limits
below are judgement. They follow Nesta's Mapping Career Causeways (2020), where a change is viable when the job zones differ
by at most one and the likeness is at most about a standard deviation below that of occupations in one group: in O*NET 30.1
the shortfall from one occupation to another of its minor group is .13 on average, with a deviation of .08.

For ten common occupations with the education usual there, of 1,016 occupations 28 to 145 come out as realistic within a year
(median 70) and 125 to 209 as a stretch; within three years 95 to 311 and 603 to 857; with any time 635 to 875, the rest a
stretch. 137 were not surveyed and are never more than a stretch.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.occupations.atlas import Atlas, Entry, Floats
from unrut.core.explore.occupations.licences import Licence, licence_of
from unrut.core.explore.occupations.needs import Needs, needs_of
from unrut.core.explore.occupations.own_skills import Mine
from unrut.core.explore.occupations.skill_words import SkillTable
from unrut.core.explore.occupations.study import MOST_EDUCATION, study_years, usual_categories


class Verdict(StrEnum):
    """How it looks within the horizon."""

    REALISTIC = "realistic"
    STRETCH = "stretch"
    FAR = "far"


class Hindrance(StrEnum):
    """What keeps an occupation from being realistic within the horizon."""

    GAPS = "gaps"
    ZONE = "zone"  # much more preparation
    EDUCATION = "education"
    LICENCE = "licence"
    UNLIKE = "unlike"  # other tasks altogether
    UNSURVEYED = "unsurveyed"  # nobody was asked what it needs


class Horizon(StrEnum):
    """How much time one gives oneself."""

    YEAR = "year"
    THREE = "three"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be missing at most: the shortfall of skills, job zones, years of study in full time, months to a licence.

    Beside a job study takes twice as long, so that a horizon has room for half of its years. `unlike` is the share of occupations that may be nearer to what one has done.
    """

    shortfall: float
    zones: int
    years: float
    months: float
    unlike: float


NO_LIMIT = float("inf")
LIMITS = (
    Limits(shortfall=0.15, zones=1, years=0.5, months=12, unlike=0.15),
    Limits(shortfall=0.21, zones=2, years=1.5, months=36, unlike=0.40),
    Limits(shortfall=0.40, zones=3, years=6.0, months=84, unlike=0.75),
    Limits(shortfall=NO_LIMIT, zones=4, years=NO_LIMIT, months=NO_LIMIT, unlike=1.0),
)
"""Within a horizon one line is realistic, and the next one a stretch."""

# What the lay ratings of 9,113 changes said of skills against activities (.70 and .30), with knowledge beside skills.
_TABLE_SHARES = {SkillTable.SKILL: 0.35, SkillTable.KNOWLEDGE: 0.40, SkillTable.ACTIVITY: 0.25}
# Work that asks for less than this asks for nothing.
_SMALLEST = 1e-3
# Who brings nearly everything can begin, however unlike the tasks.
_NEARLY_ALL = 0.05
# How much each adds to the distance: of a zone, of a year of study, of a licence, of wholly other tasks.
_PER_ZONE, _PER_YEAR, _PER_LICENCE, _PER_UNLIKE = 0.08, 0.05, 0.10, 0.25
_MOST_YEARS = 10.0
_SIDES: tuple[Literal["left", "right"], ...] = ("left", "right")


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one occupation is; `coverage` is the part of what it asks that one brings, None where nobody was asked."""

    verdict: Verdict
    coverage: float | None
    distance: float
    hindrances: tuple[Hindrance, ...]


@dataclass(frozen=True)
class Reaches:
    """How far all occupations are, in the order of the atlas.

    `verdicts` are places in `Verdict`, `hindrances` has a column for each `Hindrance`. Where nobody was asked what an
    occupation needs, its coverage is 0 and its distance as if it asked what others do: look at the hindrance first.
    """

    distance: Floats
    coverage: Floats
    verdicts: NDArray[np.int8]
    hindrances: NDArray[np.bool_]

    def of(self, row: int) -> Reach:
        """The reach of one occupation."""
        there = tuple(
            kind for kind, is_there in zip(Hindrance, self.hindrances[row], strict=True) if is_there
        )
        coverage = None if Hindrance.UNSURVEYED in there else float(self.coverage[row])
        verdict = tuple(Verdict)[self.verdicts[row]]
        return Reach(verdict, coverage, float(self.distance[row]), there)


@dataclass(frozen=True, slots=True)
class _Missing:
    """What is missing for each occupation, as numbers to be held against limits."""

    shortfall: Floats
    zones: Floats
    years: Floats
    months: Floats
    unlike: Floats
    is_surveyed: NDArray[np.bool_]

    def beyond(self, limits: Limits) -> NDArray[np.bool_]:
        """Which of the hindrances each occupation has under these limits."""
        is_beyond = [
            self.shortfall > limits.shortfall,
            self.zones > limits.zones,
            self.years > limits.years,
            self.months > limits.months,
            (self.unlike > limits.unlike) & ((self.shortfall > _NEARLY_ALL) | ~self.is_surveyed),
        ]
        return np.column_stack(is_beyond)


class ReachModel:
    """What all occupations ask for, made ready once for an atlas and asked often."""

    def __init__(self, atlas: Atlas) -> None:
        needs = needs_of(atlas)
        self._needed = needs.levels
        self._shares = shares_of(needs)
        self._is_surveyed: NDArray[np.bool_] = np.asarray(needs.is_rated.any(axis=1))
        self._zones = atlas.zones.astype(np.float32)
        self._usual = usual_categories(atlas.entry.get(Entry.EDUCATION), len(atlas))
        self._licences = [licence_of(code) for code in atlas.codes]

    def reaches(
        self,
        mine: Mine,
        *,
        nearness: Floats | None = None,
        zone: int = 0,
        education: int | None = None,
        licences: Collection[str] = (),
        horizon: Horizon = Horizon.YEAR,
    ) -> Reaches:
        """How far all occupations are for somebody.

        `nearness` of each to what they have done; `zone` the job zone they work in, 0 for none; `education` their category
        of O*NET; `licences` ids of those they hold (`licences_of` their work). What is not known of them hinders nothing. Raising a level of theirs
        never makes any occupation farther.
        """
        missing = self._missing(mine, nearness, zone, education, licences)
        place = tuple(Horizon).index(horizon)
        within, next_to = (missing.beyond(limits) for limits in LIMITS[place : place + 2])
        # Where nobody was asked, only the tasks speak: it can be a stretch, and never realistic.
        verdicts = np.where(next_to.any(axis=1), 2, np.where(within.any(axis=1) | ~self._is_surveyed, 1, 0))
        return Reaches(
            distance=_distance(missing),
            coverage=np.where(self._is_surveyed, 1 - missing.shortfall, 0).astype(np.float32),
            verdicts=verdicts.astype(np.int8),
            hindrances=np.column_stack([within, ~self._is_surveyed]),
        )

    def _missing(
        self,
        mine: Mine,
        nearness: Floats | None,
        zone: int,
        education: int | None,
        licences: Collection[str],
    ) -> _Missing:
        return _Missing(
            shortfall=shortfall(self._needed, self._shares, mine),
            zones=_zones_up(self._zones, zone),
            years=self._years(education),
            months=np.array([_months(licence, licences) for licence in self._licences], dtype=np.float32),
            unlike=_unlike(nearness, len(self._zones)),
            is_surveyed=self._is_surveyed,
        )

    def _years(self, education: int | None) -> Floats:
        """Years of study to the education most people in each occupation have; 0 where either is not known."""
        if education is None:
            return np.zeros(len(self._usual), dtype=np.float32)
        table = [sum(study_years(education, category)) / 2 for category in range(1, MOST_EDUCATION + 1)]
        by_category: Floats = np.array([0.0, *table], dtype=np.float32)
        return by_category[self._usual]


def shares_of(needs: Needs) -> Floats:
    """How much of what an occupation asks lies in one level of each element; times the levels needed, a row sums to 1.

    An element counts by importance and level, a table by its share. Zeros where nothing is asked, or nobody was.
    """
    asked = needs.weights * needs.levels
    shares: Floats = np.zeros_like(asked)
    for kind, share in _TABLE_SHARES.items():
        columns = np.array([table is kind for table in needs.tables], dtype=np.bool_)
        total = asked[:, columns].sum(axis=1, keepdims=True)
        shares[:, columns] = share * needs.weights[:, columns] / np.where(total > _SMALLEST, total, np.inf)
    whole = (shares * needs.levels).sum(axis=1, keepdims=True)
    return (shares / np.where(whole > _SMALLEST, whole, np.inf)).astype(np.float32)


def shortfall(needed: Floats, shares: Floats, mine: Mine) -> Floats:
    """The part of what each occupation asks that one lacks, from 0 to 1."""
    # Not a matrix product: its order of summing may change with the numbers, and more skill must never mean more lacking.
    lacking = (np.maximum(needed - mine.levels, 0) * shares).sum(axis=1)
    found: Floats = lacking.clip(0, 1)
    return found


def _zones_up(zones: Floats, zone: int) -> Floats:
    """How many job zones higher each occupation lies; 0 where either is not known."""
    is_known = (zones > 0) & (zone > 0)
    found: Floats = np.where(is_known, np.maximum(zones - np.float32(zone), 0), 0).astype(np.float32)
    return found


def _months(licence: Licence | None, held: Collection[str]) -> float:
    """The fewest months to a licence that the work cannot do without, 0 for one who has it."""
    if licence is None or not licence.is_always or licence.id in held:
        return 0.0
    return float(licence.months[0])


def _unlike(nearness: Floats | None, count: int) -> Floats:
    """The share of occupations that are nearer: it does not depend on the scale nearness is measured on.

    Those as near as others stand in the middle of their places; where all are alike, nothing is said.
    """
    if nearness is None or not count or nearness.max() == nearness.min():
        return np.zeros(count, dtype=np.float32)
    ranked = np.sort(-nearness)
    first, behind = (np.searchsorted(ranked, -nearness, side=side) for side in _SIDES)
    return ((first + behind - 1) / (2 * count)).astype(np.float32)


def _distance(missing: _Missing) -> Floats:
    """From 0 (nothing is missing) to 1: each thing that is missing takes its part of what the others leave."""
    nearer = (1 - _told_or_average(missing)) * (1 - _PER_ZONE * missing.zones)
    nearer = nearer * (1 - _PER_YEAR * np.minimum(missing.years, _MOST_YEARS))
    nearer = nearer * (1 - _PER_LICENCE * (missing.months > 0)) * (1 - _PER_UNLIKE * missing.unlike)
    found: Floats = (1 - nearer).clip(0, 1).astype(np.float32)
    return found


def _told_or_average(missing: _Missing) -> Floats:
    """The shortfall; where nobody was asked, that of an average occupation, and all of it where nobody was asked anywhere."""
    told = missing.shortfall[missing.is_surveyed]
    average = told.mean() if told.size else 1.0
    found: Floats = np.where(missing.is_surveyed, missing.shortfall, average)
    return found
