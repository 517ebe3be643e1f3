"""All kinds of work ranked for a person: by their own wants, with how far away each is and why some are not shown."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.block_fit import BlockFit, judge_block
from unrut.core.explore.criteria import want_name
from unrut.core.explore.levels import Level, Levels
from unrut.core.explore.occupations.atlas import Entry, Floats, Rated
from unrut.core.explore.occupations.licences import licences_of
from unrut.core.explore.occupations.reach import Hindrance, Reach, Reaches, Verdict
from unrut.core.explore.occupations.riasec import Holland
from unrut.core.explore.occupations.study import usual_categories
from unrut.core.explore.wants import Want
from unrut.core.explore.worth import counted, worths
from unrut.core.facets import shipped_vocabulary
from unrut.models import Person
from unrut.queries.explore import REASONS_SHOWN, Reason
from unrut.queries.frame import PRESENT, Frame, frame_of
from unrut.queries.guide import Guide, current_guide
from unrut.queries.standpoint import Standpoint, standpoint_of

Flags = NDArray[np.bool_]

PAGE = 20
SURPRISES = 5
# Judgement: a surprise is among the best tenth, and probably better than the present job.
_SURPRISING_PART, _SURPRISING_CHANCE = 0.9, 0.6
# What the words for chances call probable.
_PROBABLY = 0.65
_LEAST_POINTS = 0.5
_EVEN = 0.5
_FAMILY = 2  # digits of a code that tell its major group
# On the scales of the survey: about half of the time sitting; outdoors every week; a typical week of 40 hours.
_SITTING, _OUTDOORS, _FORTY_HOURS = 3.5, 3.0, 2.1
_SITTING_ID, _OUTDOORS_ID, _HOURS_ID = "4.C.2.d.1.a", "4.C.2.a.1.c", "4.C.3.d.8"


class Place(StrEnum):
    """Where the work is mostly done."""

    DESK = "desk"
    FEET = "feet"
    OUTDOORS = "outdoors"


class Order(StrEnum):
    """What a list of occupations is sorted by."""

    FIT = "fit"
    NEAR = "near"
    INTERESTS = "interests"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to: highest job zone and schooling asked of most, 40 hours at most, where, how far."""

    words: str = ""
    zone: int | None = None
    education: int | None = None
    is_short: bool = False
    place: Place | None = None
    verdicts: tuple[Verdict, ...] = (Verdict.REALISTIC, Verdict.STRETCH)


@dataclass(frozen=True, slots=True)
class RankedOccupation:
    """One occupation with its fit (points of 100; None while nothing is wanted), distance, and reasons.

    `likeness` is how alike its interests are to those the person chose (-1 to 1), if they chose any.
    """

    row: int
    code: str
    title: str
    zone: int
    mean: float | None
    low: float | None
    high: float | None
    better: float | None
    ahead: tuple[Reason, ...]
    behind: tuple[Reason, ...]
    known: int
    wanted: int
    reach: Reach
    likeness: float | None


@dataclass(frozen=True, slots=True)
class OccupationList:
    """A page of occupations, ordered by `by`.

    `hidden` counts what the horizon hides by its weightiest hindrance, `left_out` what filters do.
    """

    by: Order
    occupations: tuple[RankedOccupation, ...]
    surprises: tuple[RankedOccupation, ...]
    first: int
    count: int
    hidden: dict[Hindrance, int] = field(default_factory=dict)
    left_out: int = 0
    are_wants_proposed: bool = False


class Judged:
    """All occupations beside the present job of a person: arrays in the order of the atlas."""

    def __init__(self, owner: Person, *, today: date, guide: Guide | None = None) -> None:
        self.guide = guide or current_guide()
        self.atlas = self.guide.atlas
        self.frame: Frame = frame_of(owner)
        self.standpoint: Standpoint = standpoint_of(owner, self.guide, today=today)
        self.wants: Sequence[Want] = counted(self.frame.wants)
        self.reaches: Reaches = self._reaches()
        self.likeness: Floats | None = self._likeness()
        self.fit: BlockFit | None = None
        self._points: Floats | None = None
        if self.wants:
            self._judge()

    def _reaches(self) -> Reaches:
        at = self.standpoint
        return self.guide.reach.reaches(
            at.mine,
            nearness=at.nearness,
            zone=at.zone,
            education=at.background.education,
            licences=self._licences(),
            horizon=at.horizon,
        )

    def _licences(self) -> set[str]:
        """Those the person holds: as they say, and as they could not have done their work without."""
        codes = (self.atlas.codes[home.row] for home in self.standpoint.homes if home.row is not None)
        return {*self.standpoint.background.licences, *licences_of(codes)}

    def _likeness(self) -> Floats | None:
        chosen = [Holland(name) for name in self.standpoint.background.interests]
        return self.guide.interests.likeness(chosen) if chosen else None

    @cached_property
    def present(self) -> Levels:
        """How the present job is: as the person says, and where they said nothing as work of its kind usually is."""
        home = self.standpoint.present
        code = "" if home is None or home.row is None else self.atlas.codes[home.row]
        return {**self.guide.usual(code), **self.frame.levels[PRESENT]}

    def _judge(self) -> None:
        """The present job is the last row: it is what all others are to beat."""
        means, sds = self.guide.levels.worths(self.wants)
        now = worths([self.present], self.wants)
        means = np.vstack([means, now.mean]).astype(np.float32)
        sds = np.vstack([sds, now.sd]).astype(np.float32)
        weights = self.frame.posterior.weights
        self.fit = judge_block(means, sds, self.wants, weights, reference=len(self.atlas))
        self._points = 100 * (means[:-1] - means[-1]) * weights.mean(axis=0).astype(np.float32)

    @property
    def is_surveyed(self) -> Flags:
        """Of which occupations people were asked how they are."""
        found: Flags = ~self.reaches.hindrances[:, list(Hindrance).index(Hindrance.UNSURVEYED)]
        return found

    def ranked(self, row: int) -> RankedOccupation:
        """One occupation as it is shown."""
        levels = self.guide.levels.of(row)
        likeness = None if self.likeness is None else float(self.likeness[row])
        fit = self.fit
        return RankedOccupation(
            row=row,
            code=self.atlas.codes[row],
            title=self.atlas.titles[row],
            zone=int(self.atlas.zones[row]),
            mean=None if fit is None else float(fit.mean[row]),
            low=None if fit is None else float(fit.low[row]),
            high=None if fit is None else float(fit.high[row]),
            better=None if fit is None else float(fit.better[row]),
            ahead=self._reasons(row, levels, sign=1),
            behind=self._reasons(row, levels, sign=-1),
            known=sum(want.facet in levels and levels[want.facet].is_known for want in self.wants),
            wanted=len(self.wants),
            reach=self.reaches.of(row),
            likeness=None if likeness is None or np.isnan(likeness) else likeness,
        )

    def _reasons(self, row: int, levels: dict[str, Level], *, sign: int) -> tuple[Reason, ...]:
        if self._points is None:
            return ()
        vocabulary = shipped_vocabulary()
        found = [
            Reason(want.facet, want_name(want, vocabulary), points, levels[want.facet])
            for want, points in zip(self.wants, self._points[row].tolist(), strict=True)
            if want.facet in levels and levels[want.facet].is_known and points * sign >= _LEAST_POINTS
        ]
        return tuple(sorted(found, key=lambda reason: -abs(reason.points))[:REASONS_SHOWN])

    def points(self, row: int) -> dict[str, float]:
        """How far each want puts an occupation ahead of the present job, known or not; nothing while nothing is wanted."""
        if self._points is None:
            return {}
        facets = (want.facet for want in self.wants)
        return dict(zip(facets, self._points[row].tolist(), strict=True))

    def order(self, by: Order) -> NDArray[np.intp]:
        """The rows in order, best first; what cannot be told comes last, equals by code.

        By fit, what may well be better than the present job stands before the rest, and in both what is within reach before
        what is a stretch, once it is known where the person stands. Without either, what takes the least preparation comes
        first. Work that nobody was asked about can still be near to work that one has done.
        """
        by = self.order_told(by)
        groups = np.zeros(len(self.atlas), dtype=np.int8)
        if by is Order.INTERESTS and self.likeness is not None:
            keys = self.likeness
        elif by is Order.FIT and self.fit is not None:
            keys = self.fit.mean[:-1]
            groups = self._groups(self.fit) if self.standpoint.is_known else groups
        elif self.standpoint.is_known:
            keys = -self.reaches.distance
        else:
            keys = -self.reaches.distance - self.atlas.zones
        if by is not Order.NEAR or self.standpoint.nearness is None:
            keys = np.where(self.is_surveyed, keys, np.nan)
        return np.lexsort((-np.nan_to_num(keys, nan=-np.inf), groups))

    def _groups(self, fit: BlockFit) -> NDArray[np.int8]:
        """The better ones before the others, each by how far they are."""
        worse = fit.better[:-1] < _EVEN
        found: NDArray[np.int8] = (self.reaches.verdicts + len(Verdict) * worse).astype(np.int8)
        return found

    def order_told(self, by: Order) -> Order:
        """The order that can be told: interests need some that were chosen, and fit something that is wanted."""
        if by is Order.INTERESTS and self.likeness is None:
            by = Order.FIT
        return Order.NEAR if by is Order.FIT and self.fit is None else by


def ranked_occupations(
    judged: Judged, filters: Filters, *, by: Order = Order.FIT, first: int = 0, most: int = PAGE
) -> OccupationList:
    """The occupations that pass the filters, with what the horizon hides and why."""
    passing, within = _passing(judged, filters), _within(judged, filters)
    shown = passing & within
    rows = [int(row) for row in judged.order(by) if shown[row]]
    return OccupationList(
        by=judged.order_told(by),
        occupations=tuple(judged.ranked(row) for row in rows[first : first + most]),
        surprises=tuple(judged.ranked(row) for row in _surprises(judged, rows)),
        first=first,
        count=len(rows),
        hidden=_hidden(judged, passing & ~within),
        left_out=int((within & ~passing).sum()),
        are_wants_proposed=judged.frame.are_wants_proposed,
    )


def count_of(judged: Judged, filters: Filters) -> tuple[int, int]:
    """How many occupations a list would hold, and how many its filters leave out."""
    passing, within = _passing(judged, filters), _within(judged, filters)
    return int((passing & within).sum()), int((within & ~passing).sum())


def _within(judged: Judged, filters: Filters) -> Flags:
    """Which occupations the horizon does not hide; of those that nobody was asked about nobody knows how far they are.

    The person's own is not there: it is other work that is looked for.
    """
    shown = [list(Verdict).index(verdict) for verdict in filters.verdicts]
    within, home = np.isin(judged.reaches.verdicts, shown), judged.standpoint.present
    if home is not None and home.row is not None:
        within[home.row] = False
    return within if Verdict.FAR in filters.verdicts else within & judged.is_surveyed


def _passing(judged: Judged, filters: Filters) -> Flags:
    atlas = judged.atlas
    passing = np.ones(len(atlas), dtype=np.bool_)
    if filters.words:
        wanted = filters.words.casefold().split()
        passing &= np.array([all(word in title.casefold() for word in wanted) for title in atlas.titles])
    if filters.zone is not None:
        passing &= (atlas.zones > 0) & (atlas.zones <= filters.zone)
    if filters.education is not None:
        usual = usual_categories(atlas.entry.get(Entry.EDUCATION), len(atlas))
        passing &= (usual > 0) & (usual <= filters.education)
    if filters.is_short:
        passing &= _context(judged, _HOURS_ID) <= _FORTY_HOURS
    if filters.place is not None:
        passing &= _is_at(judged, filters.place)
    return passing


def _context(judged: Judged, element: str) -> Floats:
    """A column of the work context, unknown where it was not asked."""
    table = judged.atlas.ratings.get(Rated.CONTEXT)
    if table is None or element not in table.ids:
        return np.full(len(judged.atlas), np.nan, dtype=np.float32)
    found: Floats = table.values[:, table.ids.index(element)]
    return found


def _is_at(judged: Judged, place: Place) -> Flags:
    sitting, outdoors = _context(judged, _SITTING_ID), _context(judged, _OUTDOORS_ID)
    match place:
        case Place.DESK:
            return sitting >= _SITTING
        case Place.OUTDOORS:
            return outdoors >= _OUTDOORS
        case Place.FEET:
            return (sitting < _SITTING) & (outdoors < _OUTDOORS)


def _hidden(judged: Judged, rows: Flags) -> dict[Hindrance, int]:
    """Why what is hidden is hidden: the first hindrance of each counts, so that the counts add up."""
    found, unasked = judged.reaches.hindrances[rows], ~judged.is_surveyed[rows]
    first = np.where(unasked, list(Hindrance).index(Hindrance.UNSURVEYED), found.argmax(axis=1))
    first = first[found.any(axis=1)]
    counts = np.bincount(first, minlength=len(Hindrance)).tolist()
    return {kind: count for kind, count in zip(Hindrance, counts, strict=True) if count}


def _surprises(judged: Judged, rows: Sequence[int]) -> list[int]:
    """Of the rows, the best of each other field than the person has worked in; none while that is not known."""
    homes = {
        judged.atlas.codes[home.row][:_FAMILY] for home in judged.standpoint.homes if home.row is not None
    }
    if judged.fit is None or not homes or not rows:
        return []
    means, better, surveyed = judged.fit.mean, judged.fit.better, judged.is_surveyed
    line = np.quantile(means[:-1], _SURPRISING_PART)
    found = [
        row
        for row in rows
        if judged.atlas.codes[row][:_FAMILY] not in homes
        and surveyed[row]
        and means[row] >= line
        and better[row] >= _SURPRISING_CHANCE
    ]
    fields: dict[str, int] = {}
    for row in sorted(found, key=lambda row: -means[row]):
        fields.setdefault(judged.atlas.codes[row][:_FAMILY], row)
    return list(fields.values())[:SURPRISES]


@dataclass(frozen=True, slots=True)
class Promise:
    """Of all kinds of work, how many are probably better than the present job and how far those are."""

    among: int
    within_reach: int
    stretch: int


def promise_of(judged: Judged) -> Promise:
    """What all kinds of work hold for the person; nothing is better while nothing is wanted."""
    among = len(judged.atlas)
    if judged.fit is None:
        return Promise(among, 0, 0)
    better = judged.is_surveyed & (judged.fit.better[:-1] > _PROBABLY)
    verdicts = np.bincount(judged.reaches.verdicts[better], minlength=len(Verdict)).tolist()
    near, stretch = (
        verdicts[list(Verdict).index(verdict)] for verdict in (Verdict.REALISTIC, Verdict.STRETCH)
    )
    return Promise(among, near, stretch)
