"""What it costs to compare seven ways out over five years, and to find what would turn two of them.

python bench/ways.py
"""

import random
from functools import partial

import numpy as np
from common import Row, Sample, in_turns, show, timed, timed_row

from unrut.core.explore.break_even import break_evens, tornado
from unrut.core.explore.levels import HIGHEST, Level, Source
from unrut.core.explore.money import Purse
from unrut.core.explore.outcomes import DRAWS, PHASES, Candidate, compare_ways
from unrut.core.explore.wants import MOST_WANTS, Want
from unrut.core.explore.ways import Estimate, Figure, WayKind
from unrut.core.facets import shipped_vocabulary

KINDS = (
    WayKind.STAY,
    WayKind.CHANGE,
    WayKind.INSIDE,
    WayKind.JOB,
    WayKind.FIELD,
    WayKind.STUDY_PART,
    WayKind.INTEREST,
)
RUNS = 15
SEED = 20
KNOWN = 0.6
PURSE = Purse("EUR", 2600, 9000, 1900)
INCOME = Estimate(2400, 2900, 3500)
FACETS = ["pay_benefits", *(facet for facet in shipped_vocabulary().facets if facet != "pay_benefits")][
    :MOST_WANTS
]


def measure() -> list[Row]:
    """Seven ways with eight wants, 10,000 draws and money; all break-evens and the tornado of one of them."""
    ways, wants, weights = some_ways(), some_wants(), some_weights()
    one, stay = ways[-1], ways[0]
    turn = partial(break_evens, one, stay, wants=wants, weights=weights, stay=stay.levels, purse=PURSE)
    swing = partial(tornado, one, stay, wants=wants, weights=weights, stay=stay.levels, purse=PURSE)
    taken = in_turns(
        {
            "compare": timed(lambda: compare_ways(ways, wants, weights, stay=stay.levels, purse=PURSE)),
            "turn": timed(lambda: (turn(), swing())),
            "draw": timed(
                lambda: np.random.default_rng(SEED).standard_normal((len(ways), DRAWS, MOST_WANTS))
            ),
            "months": timed(_month_by_month),
        },
        runs=RUNS,
    )
    return _rows(taken)


def some_ways() -> list[Candidate]:
    """Staying and six others with random levels, always the same ones."""
    chance = random.Random(SEED)
    figures = {Figure.INCOME_THEN: INCOME}
    return [Candidate(kind.value, kind, figures, _some_levels(chance)) for kind in KINDS]


def some_wants() -> list[Want]:
    """As many wants as a person may have, pay among them."""
    chance = random.Random(SEED)
    return [Want(facet, chance.randint(20, 100), chance.choice([4, 6, 10])) for facet in FACETS]


def some_weights() -> np.ndarray:
    """Rows of weights that add up to 1."""
    return np.random.default_rng(SEED).dirichlet(np.full(MOST_WANTS, 3.0), DRAWS)


def _some_levels(chance: random.Random) -> dict[str, Level]:
    return {
        facet: Level(chance.uniform(0, HIGHEST), chance.uniform(0.8, 2.4), Source.STATED)
        for facet in FACETS
        if chance.random() < KNOWN
    }


def _month_by_month() -> float:
    """The least that going through the months would take: one sum for each month of each way and draw."""
    months = PHASES[-1][1]
    worth = np.zeros((len(KINDS), DRAWS))
    for month in range(months):
        worth += np.exp(-month / 9)
    return float(worth[0, 0])


def _rows(taken: dict[str, Sample]) -> list[Row]:
    drawing, months = "numpy draws as much noise", "one addition for each month, way and draw"
    return [
        timed_row(
            "compare_ways() of 7 ways, 10,000 draws", taken["compare"], drawing, taken["draw"], most_ms=200
        ),
        timed_row("compare_ways() of 7 ways, 10,000 draws", taken["compare"], months, taken["months"]),
        timed_row(
            "break_evens() and tornado() of one way", taken["turn"], drawing, taken["draw"], most_ms=100
        ),
    ]


if __name__ == "__main__":
    show(measure)
