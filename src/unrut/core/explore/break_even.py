"""What would turn the comparison of two ways: the value of each input at which they are equal, and the inputs that move it most.

Both are told of the mean worth of five years, one input moved while all others stay as they are, on the same draws. The score of a
draw is a straight line in the worth of one level, so that levels are moved without drawing anew.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.estimates import draw_figures
from unrut.core.explore.levels import HIGHEST, LOWEST, UNKNOWN, Level, Levels, Source
from unrut.core.explore.money import Purse
from unrut.core.explore.outcomes import (
    HORIZONS,
    Candidate,
    figures_of,
    levels_there,
    scores_there,
    staying_scores,
    weight_rows,
)
from unrut.core.explore.pay_levels import MOST_TIMES, PAY, TENTH, income_now, pay_level
from unrut.core.explore.wants import Want
from unrut.core.explore.ways import LIMITS, Estimate, Figure, WayKind
from unrut.core.explore.weeks import Weeks, expected_worth
from unrut.core.explore.worth import counted

Array = NDArray[np.float64]

DRAWS = 2000
MOST_SWINGS = 5
# What it costs, and the income on the way, are told as money: they have no part in the worth of the weeks.
_MOVING = (Figure.CHANCE, Figure.MONTHS, Figure.MEANWHILE, Figure.LASTING, Figure.WAY_BACK)
_POINTS = 100.0
# Less than that many points is no difference.
_SAME = 1e-6
_PIECES, _HALVINGS = 8, 24


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The value of a figure, or of the level of a facet, at which both ways are equal; None where it cannot turn it alone.

    `rises` says that the first way is ahead above that value, and not below it.
    """

    key: str
    figure: Figure | None
    facet: str
    now: float
    needed: float | None
    rises: bool = True


@dataclass(frozen=True, slots=True)
class Swing:
    """By how many points the first way is ahead of the other with an input at its low and at its high end."""

    figure: Figure | None
    facet: str
    low: float
    high: float
    at_low: float
    at_high: float


@dataclass(frozen=True, slots=True)
class _Pair:
    """All that is drawn of two ways: `weeks` of the first, `rival` of the other, whose worth is known while staying is as it is."""

    one: Candidate
    other: Candidate
    levels: Levels
    wants: Sequence[Want]
    rows: Array
    stay: Levels
    income: float | None
    seed: int
    weeks: Weeks
    rival: Weeks
    rival_worth: float


@dataclass(frozen=True, slots=True)
class _Input:
    """Something that can be moved: `points` span what it can be, and between two of them the lead only rises or only falls."""

    figure: Figure | None
    facet: str
    now: float
    low: float
    high: float
    points: tuple[float, ...]
    lead: Callable[[float], float]


def break_evens(
    one: Candidate,
    other: Candidate,
    *,
    wants: Sequence[Want],
    weights: Array,
    stay: Levels,
    purse: Purse | None,
    seed: int = 1,
) -> tuple[BreakEven, ...]:
    """For each input of the first way the value that makes both equal, the nearest to what it is now; figures, then levels.

    The income there is an input where it is told, pay is wanted and there is a purse; the level of pay is none then.
    """
    return tuple(
        BreakEven(one.key, each.figure, each.facet, each.now, *_needed(each))
        for each in _inputs(one, other, wants, weights, stay, purse, seed)
    )


def tornado(
    one: Candidate,
    other: Candidate,
    *,
    wants: Sequence[Want],
    weights: Array,
    stay: Levels,
    purse: Purse | None,
    seed: int = 1,
) -> tuple[Swing, ...]:
    """The five inputs of the first way that move its lead most between their low and their high, most first."""
    swings = [
        Swing(each.figure, each.facet, each.low, each.high, each.lead(each.low), each.lead(each.high))
        for each in _inputs(one, other, wants, weights, stay, purse, seed)
    ]
    moving = [swing for swing in swings if _reach(swing) > _SAME]
    return tuple(sorted(moving, key=lambda swing: -_reach(swing))[:MOST_SWINGS])


def mean_lead(
    one: Candidate,
    other: Candidate,
    *,
    wants: Sequence[Want],
    weights: Array,
    stay: Levels,
    purse: Purse | None,
    seed: int = 1,
) -> float:
    """By how many points the first way is ahead of the other on average: what each break-even brings to nothing."""
    if not counted(wants):
        return 0.0
    pair = _drawn_pair(one, other, counted(wants), weights, stay, purse, seed)
    return _worth(pair.weeks) - pair.rival_worth


def _reach(swing: Swing) -> float:
    return abs(swing.at_high - swing.at_low)


def _inputs(
    one: Candidate,
    other: Candidate,
    wants: Sequence[Want],
    weights: Array,
    stay: Levels,
    purse: Purse | None,
    seed: int,
) -> Iterator[_Input]:
    """Figures, the income there, and levels; nothing where nothing is wanted. Staying has levels only."""
    wants = counted(wants)
    if not wants:
        return
    pair = _drawn_pair(one, other, wants, weights, stay, purse, seed)
    if one.kind is not WayKind.STAY:
        yield from _figure_inputs(pair)
    is_pay_told = (
        pair.income is not None and Figure.INCOME_THEN in one.figures and one.kind is not WayKind.STAY
    )
    for place, want in enumerate(wants):
        if want.facet != PAY or not is_pay_told:
            yield _level_input(pair, place, want)


def _drawn_pair(
    one: Candidate,
    other: Candidate,
    wants: Sequence[Want],
    weights: Array,
    stay: Levels,
    purse: Purse | None,
    seed: int,
) -> _Pair:
    rows = weight_rows(weights, seed, DRAWS)
    staying = staying_scores(stay, wants, rows, seed)
    levels, rival_levels = (levels_there(each, wants, stay, purse) for each in (one, other))
    rival = _weeks(other, rival_levels, wants, rows, staying, stay, seed)
    return _Pair(
        one=one,
        other=other,
        levels=levels,
        wants=wants,
        rows=rows,
        stay=stay,
        income=income_now(wants, purse),
        seed=seed,
        weeks=_weeks(one, levels, wants, rows, staying, stay, seed),
        rival=rival,
        rival_worth=_worth(rival),
    )


def _weeks(
    way: Candidate,
    levels: Levels,
    wants: Sequence[Want],
    rows: Array,
    staying: Array,
    stay: Levels,
    seed: int,
) -> Weeks:
    figures = draw_figures(way.key, figures_of(way), seed=seed, draws=DRAWS).figures
    is_staying = way.kind is WayKind.STAY
    return Weeks(
        staying, staying if is_staying else scores_there(way, levels, wants, rows, stay, seed), figures
    )


def _worth(weeks: Weeks) -> float:
    return expected_worth(weeks, 0, HORIZONS[-1])


def _figure_inputs(pair: _Pair) -> Iterator[_Input]:
    figures = figures_of(pair.one)
    for figure in _MOVING:
        least, most = LIMITS[figure]
        points = (least, min(most, HORIZONS[-1]))
        yield _figure_input(figure, figures[figure], points, _lead_by_figure(pair, figure))
    if pair.income is not None and Figure.INCOME_THEN in pair.one.figures:
        points = (pair.income / MOST_TIMES, pair.income * MOST_TIMES)
        lead = _lead_by_income(pair, pair.income)
        yield _figure_input(Figure.INCOME_THEN, figures[Figure.INCOME_THEN], points, lead)


def _figure_input(
    figure: Figure, estimate: Estimate, ends: tuple[float, float], lead: Callable[[float], float]
) -> _Input:
    points = sorted({*np.linspace(*ends, _PIECES + 1).tolist(), estimate.likely})
    return _Input(figure, "", estimate.likely, estimate.low, estimate.high, tuple(points), lead)


def _lead_by_figure(pair: _Pair, figure: Figure) -> Callable[[float], float]:
    def lead(value: float) -> float:
        figures = {**pair.weeks.figures, figure: np.full(DRAWS, value)}
        return _worth(replace(pair.weeks, figures=figures)) - pair.rival_worth

    return lead


def _lead_by_income(pair: _Pair, now: float) -> Callable[[float], float]:
    def lead(value: float) -> float:
        level = pay_level(Estimate(value, value, value), now, pair.stay)
        return _lead(pair, _scores(pair, PAY, level))

    return lead


def _level_input(pair: _Pair, place: int, want: Want) -> _Input:
    level = _levels_of_one(pair).get(want.facet, UNKNOWN)
    low, high = (min(HIGHEST, max(LOWEST, level.mean + side * level.sd)) for side in (-TENTH, TENTH))
    points = tuple(sorted({LOWEST, want.wanted, level.mean, HIGHEST}))
    top = _scores(pair, want.facet, Level(want.wanted, 0.0, Source.ANSWERED))
    share = _POINTS * pair.rows[:, place]

    def lead(value: float) -> float:
        return _lead(pair, top - share * (1 - want.value(value)))

    return _Input(None, want.facet, level.mean, low, high, points, lead)


def _levels_of_one(pair: _Pair) -> Levels:
    return pair.stay if pair.one.kind is WayKind.STAY else pair.levels


def _scores(pair: _Pair, facet: str, level: Level) -> Array:
    """The scores of the first way once there, with one level changed."""
    levels = {**_levels_of_one(pair), facet: level}
    if pair.one.kind is WayKind.STAY:
        return staying_scores(levels, pair.wants, pair.rows, pair.seed)
    return scores_there(pair.one, levels, pair.wants, pair.rows, pair.stay, pair.seed)


def _lead(pair: _Pair, scores: Array) -> float:
    """By how much the first way is ahead with these scores; those of staying are also what the other way begins at."""
    if pair.one.kind is not WayKind.STAY:
        return _worth(replace(pair.weeks, there=scores)) - pair.rival_worth
    there = scores if pair.other.kind is WayKind.STAY else pair.rival.there
    return float(scores.mean()) - _worth(replace(pair.rival, stay=scores, there=there))


def _needed(found: _Input) -> tuple[float | None, bool]:
    """The crossing nearest to what is now, and whether the lead rises there; none where the input has no say."""
    leads = [found.lead(point) for point in found.points]
    if max(leads) - min(leads) <= _SAME:
        return None, True
    crossings = [
        (_crossing(found.lead, start, end, rises=before < after), before < after)
        for (start, before), (end, after) in pairwise(zip(found.points, leads, strict=True))
        if before != after and min(before, after) <= 0 <= max(before, after)
    ]
    return min(crossings, key=lambda crossing: abs(crossing[0] - found.now), default=(None, True))


def _crossing(lead: Callable[[float], float], start: float, end: float, *, rises: bool) -> float:
    """Where the lead is nothing between two points on different sides of it, by halving."""
    for _ in range(_HALVINGS):
        middle = (start + end) / 2
        if (lead(middle) < 0) is rises:
            start = middle
        else:
            end = middle
    return (start + end) / 2
