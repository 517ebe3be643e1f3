"""The ways out with their figures and levels, and the money there is for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from unrut.core.explore.cheap_tests import TestKind, updated, updated_chance
from unrut.core.explore.levels import UNKNOWN, Level, Levels
from unrut.core.explore.money import Purse, net_of
from unrut.core.explore.strengths.use import with_skill_use
from unrut.core.explore.way_levels import levels_of_way
from unrut.core.explore.ways import Estimate, Figure, KindOfWay, WayKind, shipped_ways, stage_figures
from unrut.core.facets import shipped_vocabulary
from unrut.models import OpeningReading, Person, Way, WayFigure, WayLevel, WayTest
from unrut.models import Purse as StoredPurse
from unrut.queries.frame import PRESENT, TREATED, Frame, judged_levels, learned_levels, surveyed_levels
from unrut.queries.scope import of

WAY = "way"
MONTHS_OF_A_YEAR = 12
_AS_NOW = frozenset({WayKind.STAY, WayKind.CHANGE, WayKind.TIME_OFF})

Row = TypeVar("Row", WayFigure, WayLevel, WayTest)


class Origin(StrEnum):
    """Where a figure comes from."""

    OWN = "own"
    POSTING = "posting"
    TESTED = "tested"
    USUAL = "usual"


@dataclass(frozen=True, slots=True)
class FigureView:
    """An estimate and where it comes from; `source` says more, in the words of the person or of the shipped figures."""

    figure: Figure
    estimate: Estimate
    origin: Origin
    source: str


@dataclass(frozen=True, slots=True)
class WayView:
    """A way out with all that is known of it. `way` is None for staying, and for the changed job while nothing was said of it."""

    key: str
    kind: WayKind
    title: str
    way: Way | None
    figures: Mapping[Figure, FigureView]
    levels: Levels
    answered: Mapping[str, int]
    tests: tuple[WayTest, ...]

    @property
    def usual(self) -> KindOfWay:
        """What ways of this kind are usually like."""
        return shipped_ways()[self.kind]

    @property
    def is_aside(self) -> bool:
        """Whether it is left out of the comparison."""
        return self.way is not None and self.way.is_aside


def purse_of(owner: Person) -> Purse | None:
    """The money there is, if the person told."""
    row = of(StoredPurse, owner).first()
    if row is None:
        return None
    return Purse(
        currency=row.currency,
        income=float(row.income),
        savings=float(row.savings),
        fixed_costs=float(row.fixed_costs),
        tax_rate=float(row.tax_rate),
    )


def ways_of(owner: Person, frame: Frame, purse: Purse | None) -> list[WayView]:
    """Staying, the job changed, and all ways that were added, in that order."""
    told = ("learned", "opening__learned")
    rows = list(of(Way, owner).select_related("opening__reading").prefetch_related(*told))
    figures, levels = _by_way(of(WayFigure, owner)), _by_way(of(WayLevel, owner))
    tests = _by_way(of(WayTest, owner))
    changed = next((row for row in rows if row.kind == WayKind.CHANGE), None)
    stored = [(row.kind, row) for row in rows if row is not changed]
    found = [(WayKind.STAY, None), (WayKind.CHANGE, changed), *stored]
    return [
        _view(
            WayKind(kind),
            row,
            frame,
            purse,
            said=figures.get(row.pk, ()) if row else (),
            answered={level.facet: level.level for level in levels.get(row.pk, ())} if row else {},
            tests=tuple(tests.get(row.pk, ())) if row else (),
        )
        for kind, row in found
    ]


def _view(
    kind: WayKind,
    row: Way | None,
    frame: Frame,
    purse: Purse | None,
    *,
    said: Sequence[WayFigure] = (),
    answered: Mapping[str, int],
    tests: Sequence[WayTest],
) -> WayView:
    now = frame.levels[PRESENT]
    levels = levels_of_way(
        kind,
        present=now,
        treated=frame.levels.get(TREATED, {}),
        surveyed=surveyed_levels(row.occupation) if row else None,
        stated=_stated(row) if row else None,
        answered=answered,
        vocabulary=shipped_vocabulary(),
    )
    return WayView(
        key=key_of(kind, row),
        kind=kind,
        title=row.title if row else shipped_ways()[kind].name,
        way=row,
        figures=_figures(kind, row, purse, said, tests),
        levels=_with_strengths(kind, _tried(levels, tests), frame),
        answered=answered,
        tests=tuple(tests),
    )


def _with_strengths(kind: WayKind, levels: Levels, frame: Frame) -> Levels:
    """Where nothing tells how far a way uses one's skills, what strengths tell of it; the present job speaks for itself."""
    return levels if kind in _AS_NOW else with_skill_use(levels, frame.strengths)


def _stated(row: Way) -> dict[str, Level]:
    """What its posting says, and what people told of it."""
    posted = judged_levels(row.opening) if row.opening else {}
    return {**posted, **learned_levels(row.learned.all())}


def key_of(kind: WayKind, row: Way | None) -> str:
    """The key of a way among the options."""
    if kind is WayKind.STAY:
        return PRESENT
    return TREATED if kind is WayKind.CHANGE or row is None else f"{WAY}-{row.pk}"


def _figures(
    kind: WayKind, row: Way | None, purse: Purse | None, said: Sequence[WayFigure], tests: Sequence[WayTest]
) -> dict[Figure, FigureView]:
    """The usual figures, what a posting states, what the person says, and what tests made of it; the later ones win."""
    usual = shipped_ways()[kind]
    estimates = stage_figures(kind, usual.figures, row.stage if row else 0)
    found = {
        figure: FigureView(figure, estimate, Origin.USUAL, usual.sources.get(figure, ""))
        for figure, estimate in estimates.items()
    }
    if row and row.opening_id and purse and (posted := _posted_income(row, purse)):
        found[Figure.INCOME_THEN] = posted
    for each in said:
        estimate = Estimate(float(each.low), float(each.likely), float(each.high))
        found[Figure(each.figure)] = FigureView(Figure(each.figure), estimate, Origin.OWN, each.source)
    came = [test.came for test in tests if not test.facet and test.came is not None]
    if came and Figure.CHANCE in found:
        estimate = updated_chance(found[Figure.CHANCE].estimate, came)
        found[Figure.CHANCE] = FigureView(Figure.CHANCE, estimate, Origin.TESTED, "")
    return found


def _posted_income(row: Way, purse: Purse) -> FigureView | None:
    """What the posting pays, net a month, where it states pay in the currency of the purse."""
    reading = OpeningReading.objects.filter(owner=row.owner_id, opening=row.opening_id).first()
    if reading is None or reading.currency != purse.currency:
        return None
    stated = [pay for pay in (reading.pay_low, reading.pay_high) if pay]
    if not stated:
        return None
    low, high = (net_of(pay / MONTHS_OF_A_YEAR, purse.tax_rate) for pay in (min(stated), max(stated)))
    return FigureView(Figure.INCOME_THEN, Estimate(low, (low + high) / 2, high), Origin.POSTING, "")


def _tried(levels: Mapping[str, Level], tests: Iterable[WayTest]) -> dict[str, Level]:
    """The levels as the results of tests leave them."""
    found = dict(levels)
    for test in tests:
        if test.facet and test.result is not None:
            before = found.get(test.facet, UNKNOWN)
            found[test.facet] = updated(before, float(test.result), TestKind(test.kind))
    return found


def _by_way(rows: Iterable[Row]) -> dict[int, list[Row]]:
    found = defaultdict[int, list[Row]](list)
    for row in rows:
        found[row.way_id].append(row)
    return found
