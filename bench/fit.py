"""What it costs to judge one subject, beside drawing the same noise and beside one pass over the same bytes.

python bench/fit.py
"""

import random
from collections.abc import Sequence
from functools import partial

import numpy as np
from common import Row, Sample, in_turns, show, timed, timed_row

from unrut.core.explore.fit import DRAWS, Subject, judge
from unrut.core.explore.levels import HIGHEST, Level, Source
from unrut.core.explore.wants import MOST_WANTS, Want
from unrut.core.facets import shipped_vocabulary

SIZES = (10, 100, 1_000)
RUNS = 7
SEED = 20
KNOWN = 0.6


def measure() -> list[Row]:
    """Ten, a hundred and a thousand subjects, eight wants, six facets in ten known."""
    return [row for size in SIZES for row in _of_size(size)]


def some_subjects(count: int) -> list[Subject]:
    """Subjects with random levels, always the same ones."""
    chance = random.Random(SEED)
    return [Subject(f"opening-{place}", _some_levels(chance)) for place in range(count)]


def some_wants() -> list[Want]:
    """As many wants as a person may have."""
    chance = random.Random(SEED)
    facets = list(shipped_vocabulary().facets)[:MOST_WANTS]
    return [Want(facet, chance.randint(20, 100), chance.choice([0, 4, 6, 10])) for facet in facets]


def _some_levels(chance: random.Random) -> dict[str, Level]:
    return {
        facet: Level(chance.uniform(0, HIGHEST), chance.uniform(0.8, 2.4), Source.STATED)
        for facet in shipped_vocabulary().facets
        if chance.random() < KNOWN
    }


def _of_size(size: int) -> list[Row]:
    subjects, wants = some_subjects(size), some_wants()
    drawn = np.ones((size, DRAWS, len(wants)))
    taken = in_turns(
        {
            "judge": timed(lambda: judge(subjects, wants, reference=subjects[0].key)),
            "draw": timed(partial(_draw, size, len(wants))),
            "pass": timed(drawn.sum),
        },
        runs=RUNS,
        warm_up=1,
    )
    return _rows(size, {name: sample.per(size) for name, sample in taken.items()})


def _draw(size: int, wants: int) -> Sequence[float]:
    """The noise alone: a shared draw and one for each want."""
    generator = np.random.default_rng(SEED)
    return [float(generator.standard_normal((DRAWS, wants + 1))[0, 0]) for _ in range(size)]


def _rows(size: int, each: dict[str, Sample]) -> list[Row]:
    what = f"judge() of {size:,} subjects, each"
    return [
        timed_row(what, each["judge"], "numpy draws the same noise", each["draw"]),
        timed_row(what, each["judge"], "one numpy pass over the drawn bytes", each["pass"]),
    ]


if __name__ == "__main__":
    show(measure)
