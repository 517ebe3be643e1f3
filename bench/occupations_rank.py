"""What it costs to rank all occupations for one person: worth by eight wants, chance of beating the present job, distance.

python bench/occupations_rank.py
"""

import random

import numpy as np
from common import Row, Sample, in_turns, show, timed, timed_row
from numpy.typing import NDArray

from unrut.core.explore.block_fit import judge_block
from unrut.core.explore.occupations.atlas_file import shipped_atlas
from unrut.core.explore.occupations.facet_levels import OccupationLevels
from unrut.core.explore.occupations.neighbours import Neighbourhood
from unrut.core.explore.occupations.own_skills import mine, shipped_skills
from unrut.core.explore.occupations.reach import Horizon, ReachModel
from unrut.core.explore.wants import MOST_WANTS, Want
from unrut.core.facets import shipped_vocabulary

RUNS = 25
SEED = 30
WEIGHTS = 20_000
MOST_MS = 20
HOME = "43-9021.00"  # data entry
OWN = 20

ATLAS = shipped_atlas()
LEVELS = OccupationLevels(ATLAS, shipped_vocabulary())
NEAR = Neighbourhood(ATLAS)
REACH = ReachModel(ATLAS)


def measure() -> list[Row]:
    """Warm, as in a running server: what belongs to the atlas alone was worked out before."""
    wants, weights = some_wants(), some_weights()
    taken = in_turns(
        {
            "rank": timed(lambda: rank(wants, weights)),
            "fit": timed(lambda: fitted(wants, weights)),
            "reach": timed(reached),
            "pass": timed(lambda: weights.T @ weights),
        },
        runs=RUNS,
    )
    return _rows(taken)


def rank(wants: list[Want], weights: NDArray[np.float64]) -> NDArray[np.intp]:
    """The rows of all occupations, best first, the far ones last."""
    means = fitted(wants, weights)
    verdicts = reached()
    return np.lexsort((-means, verdicts))


def fitted(wants: list[Want], weights: NDArray[np.float64]) -> NDArray[np.float32]:
    """The mean fit of each in points; the last subject, the present job, is the one to beat."""
    means, sds = LEVELS.worths(wants)
    fit = judge_block(means, sds, wants, weights, reference=len(means) - 1)
    return fit.mean


def reached() -> NDArray[np.int8]:
    """How far each is for somebody with a job behind them and twenty skills of their own."""
    row = ATLAS.rows[HOME]
    own = mine(ATLAS, some_skills(), [(row, 3.0)])
    near = NEAR.nearness_to([row], [3.0])
    zone = int(ATLAS.zones[row])
    return REACH.reaches(own, nearness=near, zone=zone, education=3, horizon=Horizon.THREE).verdicts


def some_wants() -> list[Want]:
    """As many wants as a person may have, some between the ends."""
    chance = random.Random(SEED)
    facets = list(shipped_vocabulary().facets)[:MOST_WANTS]
    return [Want(facet, chance.randint(20, 100), chance.choice([0, 4, 6, 10])) for facet in facets]


def some_weights() -> NDArray[np.float64]:
    """As many rows of weights as the posterior of a person has."""
    return np.random.default_rng(SEED).dirichlet(np.full(MOST_WANTS, 3.0), WEIGHTS)


def some_skills() -> dict[str, float]:
    """Twenty skills, confirmed."""

    return dict.fromkeys(list(shipped_skills())[:OWN], 3.0)


def _rows(taken: dict[str, Sample]) -> list[Row]:
    beside, count = "numpy multiplies the weights with themselves", f"{len(ATLAS):,} occupations"
    return [
        timed_row(f"rank {count} for one person", taken["rank"], beside, taken["pass"], most_ms=MOST_MS),
        timed_row("of it: fit by eight wants", taken["fit"], beside, taken["pass"]),
        timed_row("of it: distance, from one job and twenty skills", taken["reach"], beside, taken["pass"]),
    ]


if __name__ == "__main__":
    show(measure)
