"""Ways out of a rut, and the figures that tell what each would take.

What ways of a kind usually take stands in a file of the package, in whole percent, months and points, each with its source.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from unrut.core.errors import InvalidInputError, InvalidReferenceError
from unrut.core.reference import Table, check_parts, each, parse_toml, tables

FILE = "ways.toml"
PARTS = ("way", "stage")
MOST_MONEY = 9_999_999_999.0
LONGEST_MONTHS, MOST_POINTS, LEAST_LASTING = 120.0, 50.0, 0.4
PERCENT = 100


class WayKind(StrEnum):
    """The kinds of ways out, staying among them."""

    STAY = "stay"
    CHANGE = "change"
    INSIDE = "inside"
    JOB = "new_job"
    FIELD = "new_field"
    STUDY_PART = "study_part"
    STUDY_FULL = "study_full"
    INTEREST = "interest"
    TIME_OFF = "time_off"


class Figure(StrEnum):
    """What is estimated of a way. Incomes are net a month; one that is absent is as now."""

    CHANCE = "chance"  # of getting there, 0 to 1
    MONTHS = "months"  # until one is there
    COST = "cost"  # spent on the way, in all
    INCOME_MEANWHILE = "income_meanwhile"
    INCOME_THEN = "income_then"
    MEANWHILE = (
        "meanwhile"  # points of 100 by which a week on the way is worth more than one of the present job
    )
    LASTING = "lasting"  # share of the gain that stays when the first months are over
    WAY_BACK = "way_back"  # chance that one could return to something as good as now, 0 to 1


USUAL = (
    Figure.CHANCE,
    Figure.MONTHS,
    Figure.COST,
    Figure.MEANWHILE,
    Figure.LASTING,
    Figure.WAY_BACK,
)
"""Figures that are told of every kind but staying; incomes are the person's own."""
SHARES = frozenset({Figure.CHANCE, Figure.LASTING, Figure.WAY_BACK})

LIMITS: Mapping[Figure, tuple[float, float]] = {
    Figure.CHANCE: (0.0, 1.0),
    Figure.MONTHS: (0.0, LONGEST_MONTHS),
    Figure.COST: (0.0, MOST_MONEY),
    Figure.INCOME_MEANWHILE: (0.0, MOST_MONEY),
    Figure.INCOME_THEN: (0.0, MOST_MONEY),
    Figure.MEANWHILE: (-MOST_POINTS, MOST_POINTS),
    Figure.LASTING: (LEAST_LASTING, 1.0),
    Figure.WAY_BACK: (0.0, 1.0),
}
"""The least and the most a figure can be."""

# How a figure is called in a complaint, and its unit.
_CALLED: Mapping[Figure, tuple[str, str]] = {
    Figure.CHANCE: ("The chance of getting there", " %"),
    Figure.MONTHS: ("The time until you are there", " months"),
    Figure.COST: ("What it costs", ""),
    Figure.INCOME_MEANWHILE: ("The income on the way", ""),
    Figure.INCOME_THEN: ("The income once there", ""),
    Figure.MEANWHILE: ("How the weeks on the way are", " points"),
    Figure.LASTING: ("How much of the gain lasts", " %"),
    Figure.WAY_BACK: ("The chance that you could come back", " %"),
}


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a figure may be: `likely` is the middle of all cases, and four in five lie between `low` and `high`."""

    low: float
    likely: float
    high: float


Figures = Mapping[Figure, Estimate]


@dataclass(frozen=True, slots=True)
class Stage:
    """How far an interest has come as work; `test` says how one knows, `left` is the share of the way still ahead."""

    id: str
    name: str
    test: str
    left: float


@dataclass(frozen=True, slots=True)
class KindOfWay:
    """What ways of a kind usually take, and where each figure comes from: a clause, or "judgement" where it is ours."""

    kind: WayKind
    name: str
    summary: str
    figures: Figures
    sources: Mapping[Figure, str]
    stages: tuple[Stage, ...]


@cache
def shipped_ways() -> dict[WayKind, KindOfWay]:
    """All kinds of ways with their usual figures, staying first: a constant, read once."""
    text = files("unrut.data").joinpath(FILE).read_text(encoding="utf-8")
    return load_ways(text, file=FILE)


def load_ways(text: str, *, file: str) -> dict[WayKind, KindOfWay]:
    """The kinds written in `text`, in the order of `WayKind`.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    values = parse_toml(text, file)
    check_parts(values, PARTS, file)
    heads = tables(values, "way", text=text, file=file)
    stages = each(
        tables(values, "stage", text=text, file=file), lambda name, table: _stage(name, table, heads)
    )
    found = each(heads, lambda name, table: _kind(name, table, stages))
    missing = [kind for kind in WayKind if kind not in found]
    if missing:
        raise InvalidReferenceError(f"{file} has no way.{missing[0]}. Add it and start again.")
    return {kind: found[kind] for kind in WayKind}


def check_estimate(figure: Figure, estimate: Estimate) -> None:
    """Refuse what a figure cannot be.

    Raises InvalidInputError with a sentence: a value that is none, or out of its limits, or three that are not in order.
    """
    called, _ = _CALLED[figure]
    values = (estimate.low, estimate.likely, estimate.high)
    least, most = LIMITS[figure]
    for value in values:
        if not math.isfinite(value):
            raise InvalidInputError(f"{called} is not a number. Give a number {_between(figure)}.")
        if not least <= value <= most:
            raise InvalidInputError(f"{called} is {_told(figure, value)}. Give a number {_between(figure)}.")
    if not estimate.low <= estimate.likely <= estimate.high:
        told = ", ".join(_told(figure, value) for value in values)
        raise InvalidInputError(
            f"{called} is {told}, which is not in order. Give the low, the likely and the high value."
        )


def stage_figures(kind: WayKind, figures: Figures, stage: int) -> Figures:
    """The usual figures from a stage of that kind on, 0 for none reached: less of the way is left, and less can fail.

    Of the chance of failing and of the time, the share that is `left` remains. Other kinds have no stages.
    Raises ValueError when there is no such stage.
    """
    stages = shipped_ways()[kind].stages
    if not stages or stage == 0:
        return figures
    if not 0 < stage <= len(stages):
        raise ValueError(f"{kind} has stages from 0 to {len(stages)}, not {stage}")
    left = stages[stage - 1].left
    changed = dict(figures)
    for figure, shift in ((Figure.CHANCE, 1 - left), (Figure.MONTHS, 0.0)):
        if figure in figures:
            was = figures[figure]
            changed[figure] = Estimate(*(shift + left * value for value in (was.low, was.likely, was.high)))
    return changed


def _between(figure: Figure) -> str:
    least, most = LIMITS[figure]
    if most == MOST_MONEY:
        return "from 0 to less than 10,000,000,000"
    return f"from {_amount(figure, least)} to {_told(figure, most)}"


def _told(figure: Figure, value: float) -> str:
    return f"{_amount(figure, value)}{_CALLED[figure][1]}"


def _amount(figure: Figure, value: float) -> str:
    number = value * PERCENT if figure in SHARES else value
    return f"{number:,.10g}".replace("-", "−")


def _kind(name: str, table: Table, stages: Mapping[str, tuple[str, Stage]]) -> KindOfWay:
    if name not in list(WayKind):
        table.fail("", f"is none of {', '.join(WayKind)}")
    kind = WayKind(name)
    usual = {} if kind is WayKind.STAY else {figure: _usual(table, figure) for figure in USUAL}
    return KindOfWay(
        kind=kind,
        name=table.text("name"),
        summary=table.text("summary"),
        figures={figure: estimate for figure, (estimate, _) in usual.items()},
        sources={figure: source for figure, (_, source) in usual.items()},
        stages=tuple(stage for way, stage in stages.values() if way == name),
    )


def _usual(kind: Table, figure: Figure) -> tuple[Estimate, str]:
    """An estimate in the whole percent, months, points or coins of the file, and where it comes from."""
    table = kind.table(figure)
    scale = PERCENT if figure in SHARES else 1
    least, most = (round(limit * scale) for limit in LIMITS[figure])
    values = [table.whole(name, low=least, high=most) for name in ("low", "likely", "high")]
    if values != sorted(values):
        kind.fail(figure, "should have low, likely and high in order")
    source = table.text("source")
    table.done()
    return Estimate(*(value / scale for value in values)), source


def _stage(name: str, table: Table, ways: Mapping[str, Table]) -> tuple[str, Stage]:
    way = table.member("way", ways)
    left = table.whole("left", low=0, high=PERCENT) / PERCENT
    return way, Stage(id=name, name=table.text("name"), test=table.text("test"), left=left)
