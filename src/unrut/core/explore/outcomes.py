"""What comes of the ways out over five years, staying among them, and how surely one is the best.

Every draw is one course of things: weights, levels, figures, and whether one gets there. All ways share the weights and the draws of
staying; the rest of a draw belongs to the key of its way, so that no way changes the range of another.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.estimates import DrawnFigures, draw_figures
from unrut.core.explore.fit import Subject, draw_scores
from unrut.core.explore.ledger import money_outcome
from unrut.core.explore.levels import Levels
from unrut.core.explore.money import MoneyOutcome, Purse
from unrut.core.explore.pay_levels import PAY, income_now, pay_level
from unrut.core.explore.wants import Want
from unrut.core.explore.ways import Estimate, Figure, Figures, WayKind, shipped_ways
from unrut.core.explore.weeks import Weeks, mean_worths
from unrut.core.explore.worth import counted

Array = NDArray[np.float64]

PHASES = ((0, 6), (6, 18), (18, 60))
HORIZONS = (18, 60)
WINNER = 0.65
"""No way is the best one while its chance of it is smaller."""
DELTA = 2.0
"""Points by which a way must be better than staying to count as better."""
DRAWS = 10_000
STAYING = "present"

_LOW, _MIDDLE, _HIGH, _MOST = 0.1, 0.5, 0.9, 0.95
# Points nearer than that are the same.
_TIE = 1e-3
_SURE = Estimate(1.0, 1.0, 1.0)
_NONE = Estimate(0.0, 0.0, 0.0)
# Staying is no way to go: one is there.
_AT_ONCE: Figures = {
    Figure.CHANCE: _SURE,
    Figure.MONTHS: _NONE,
    Figure.COST: _NONE,
    Figure.MEANWHILE: _NONE,
    Figure.LASTING: _SURE,
    Figure.WAY_BACK: _SURE,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A way to compare: its figures, and its levels once one is there. What is absent of the figures is as usual for its kind."""

    key: str
    kind: WayKind
    figures: Figures
    levels: Levels
    variant_of: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A tenth of all cases lies below `low`, half below `middle`, and a tenth above `high`."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of a way; worths are means of the weeks of a time, in points of 100.

    `there_soon` is the chance of being there within 18 months, `better` of being better than staying by DELTA points over the months up
    to each of HORIZONS (0 for staying itself), `best` of being the best of all over the longest, a draw with several best shared among
    them. `values` are the worths up to each of HORIZONS, `phases` those of each of PHASES, `there` is the worth of a week once one is
    there. `regret` is by how much the best of each draw is better over the longest, `most_regret` what it stays below in 19 of 20.
    """

    key: str
    there_soon: float
    better: tuple[float, float]
    best: float
    values: tuple[Band, Band]
    phases: tuple[Band, ...]
    there: Band
    regret: float
    most_regret: float
    money: MoneyOutcome | None


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All ways in the order they were given; `winner` is the best one, None while none is likely enough to be, or there is one only."""

    outcomes: tuple[Outcome, ...]
    winner: str | None


@dataclass(frozen=True, slots=True)
class Drawn:
    """A way in every draw: worth of a week once there, worths over the phases and up to the horizons, and its figures."""

    there: Array
    phases: tuple[Array, ...]
    values: tuple[Array, Array]
    figures: DrawnFigures


def compare_ways(
    candidates: Sequence[Candidate],
    wants: Sequence[Want],
    weights: Array,
    *,
    stay: Levels,
    purse: Purse | None,
    seed: int = 1,
    draws: int = DRAWS,
) -> Outcomes:
    """Compare all ways, and staying, which comes first where it is not among them; nothing when nothing is wanted.

    `weights` are equally likely rows that add up to 1, one column for each want with a weight. Deterministic for a seed.
    """
    if not counted(wants):
        return Outcomes((), None)
    if not any(candidate.kind is WayKind.STAY for candidate in candidates):
        candidates = [Candidate(STAYING, WayKind.STAY, {}, stay), *candidates]
    rows = weight_rows(weights, seed, draws)
    staying = staying_scores(stay, wants, rows, seed)
    drawn = [_drawn(candidate, wants, rows, staying, stay, purse, seed) for candidate in candidates]
    late = np.stack([each.values[-1] for each in drawn])
    chances, top = _chances_of_best(late), late.max(axis=0)
    outcomes = tuple(
        _outcome(candidate, each, drawn_staying=staying, best=best, missed=top - each.values[-1], purse=purse)
        for candidate, each, best in zip(candidates, drawn, chances, strict=True)
    )
    return Outcomes(outcomes, _winner(outcomes))


def weight_rows(weights: Array, seed: int, draws: int) -> Array:
    """One row of weights for each draw, all of them used alike; shuffled, since rows may come in an order."""
    rows: Array = weights[np.random.default_rng(seed).permutation(np.arange(draws) * len(weights) // draws)]
    return rows


def staying_scores(stay: Levels, wants: Sequence[Want], rows: Array, seed: int) -> Array:
    """The worth of a week of the present job in each draw."""
    return draw_scores(Subject(STAYING, stay), wants, rows, seed=seed, draws=len(rows))


def scores_there(
    candidate: Candidate, levels: Levels, wants: Sequence[Want], rows: Array, stay: Levels, seed: int
) -> Array:
    """The worth of a week of a way with these levels, once one is there. After time off that is the present job again."""
    base = STAYING if candidate.kind is WayKind.TIME_OFF else candidate.variant_of
    subject = Subject(candidate.key, levels, base)
    return draw_scores(
        subject, wants, rows, base=stay if base == STAYING else None, seed=seed, draws=len(rows)
    )


def figures_of(candidate: Candidate) -> dict[Figure, Estimate]:
    """The figures of a way, the usual ones of its kind where nothing is said; staying is no way to go."""
    if candidate.kind is WayKind.STAY:
        return dict(_AT_ONCE)
    return {**shipped_ways()[candidate.kind].figures, **candidate.figures}


def levels_there(candidate: Candidate, wants: Sequence[Want], stay: Levels, purse: Purse | None) -> Levels:
    """The levels of a way, that of pay following from the income there where pay is wanted and both incomes are told."""
    income, now = candidate.figures.get(Figure.INCOME_THEN), income_now(wants, purse)
    if income is None or now is None:
        return candidate.levels
    return {**candidate.levels, PAY: pay_level(income, now, stay)}


def _drawn(
    candidate: Candidate,
    wants: Sequence[Want],
    rows: Array,
    staying: Array,
    stay: Levels,
    purse: Purse | None,
    seed: int,
) -> Drawn:
    figures = draw_figures(candidate.key, figures_of(candidate), seed=seed, draws=len(rows))
    there = staying
    if candidate.kind is not WayKind.STAY:
        levels = levels_there(candidate, wants, stay, purse)
        there = scores_there(candidate, levels, wants, rows, stay, seed)
    weeks = Weeks(staying, there, figures.figures)
    phases = tuple(_phase(weeks, figures, start, end) for start, end in PHASES)
    return Drawn(there, phases, _up_to_horizons(phases), figures)


def _phase(weeks: Weeks, figures: DrawnFigures, start: float, end: float) -> Array:
    worths = mean_worths(weeks, start, end)
    failed = np.where(figures.returns, worths.back, worths.closed)
    return np.where(figures.arrives, worths.arrived, failed)


def _up_to_horizons(phases: Sequence[Array]) -> tuple[Array, Array]:
    """Phases begin and end where the horizons do: their means, each by its length."""
    lengths = [end - start for start, end in PHASES]
    soon, late = (
        sum((phases[place] * lengths[place] for place, (_, end) in enumerate(PHASES) if end <= horizon), 0.0)
        / horizon
        for horizon in HORIZONS
    )
    return np.asarray(soon), np.asarray(late)


def _chances_of_best(late: Array) -> list[float]:
    leads = late >= late.max(axis=0) - _TIE
    chances: list[float] = (leads / leads.sum(axis=0)).mean(axis=1).tolist()
    return chances


def _outcome(
    candidate: Candidate,
    drawn: Drawn,
    *,
    drawn_staying: Array,
    best: float,
    missed: Array,
    purse: Purse | None,
) -> Outcome:
    soon, late = drawn.values
    arrival = drawn.figures.figures[Figure.MONTHS]
    return Outcome(
        key=candidate.key,
        there_soon=float((drawn.figures.arrives & (arrival <= HORIZONS[0])).mean()),
        better=(_better(soon, drawn_staying), _better(late, drawn_staying)),
        best=best,
        values=(_band(soon), _band(late)),
        phases=tuple(_band(phase) for phase in drawn.phases),
        there=_band(drawn.there),
        regret=float(missed.mean()),
        most_regret=float(np.quantile(missed, _MOST)),
        money=money_outcome(purse, drawn.figures) if purse else None,
    )


def _better(worths: Array, staying: Array) -> float:
    return float((worths - staying >= DELTA).mean())


def _band(worths: Array) -> Band:
    low, middle, high = np.quantile(worths, (_LOW, _MIDDLE, _HIGH)).tolist()
    return Band(low, middle, high)


def _winner(outcomes: Sequence[Outcome]) -> str | None:
    first = max(outcomes, key=lambda outcome: outcome.best)
    return first.key if first.best >= WINNER and len(outcomes) > 1 else None
