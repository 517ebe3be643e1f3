"""What it costs to judge many subjects by one fit, and how far it is from drawing every facet by itself.

python bench/fit.py
"""

import random
from collections.abc import Sequence

import numpy as np
from common import Row, in_turns, show, timed, timed_row, yes_or_no
from numpy.typing import NDArray

from unrut.core.explore.block_fit import judge_block
from unrut.core.explore.fit import SHARED_PART, Subject, judge
from unrut.core.explore.levels import HIGHEST, LOWEST, UNKNOWN, Level, Source
from unrut.core.explore.wants import MOST_WANTS, Want
from unrut.core.facets import shipped_vocabulary

Array = NDArray[np.float64]

SIZES = (10, 100, 1_000)
MOST_MS = 300
POSTERIOR = 20_000
MANY = 1_000_000
RUNS = 7
SEED = 20
KNOWN = 0.6
# Cases in which every facet is drawn by itself, so many times.
CASES, BRUTE_DRAWS = 20, 200_000
MEAN_BAR, CHANCE_BAR = 0.5, 0.03


def measure() -> list[Row]:
    """Ten to a thousand subjects by 20,000 rows of eight weights, six facets in ten known; a million by columns."""
    return [*(row for size in SIZES for row in _of_size(size)), *_of_many(), *_of_truth()]


def some_subjects(count: int, seed: int = SEED) -> list[Subject]:
    """Subjects with random levels, always the same ones."""
    chance = random.Random(seed)
    return [Subject(f"opening-{place}", _some_levels(chance)) for place in range(count)]


def some_wants(count: int = MOST_WANTS, seed: int = SEED) -> list[Want]:
    """As many wants as a person may have, half of them with a worst level of their own."""
    chance = random.Random(seed)
    return [
        Want(facet, chance.randint(20, 100), chance.choice([0, 4, 6, 10]), chance.choice([None, 5.0]))
        for facet in list(shipped_vocabulary().facets)[:count]
    ]


def some_weights(wants: Sequence[Want], rows: int = POSTERIOR) -> Array:
    """Rows of weights around the stated ones, as a posterior has them."""
    stated = np.array([want.weight for want in wants])
    return np.random.default_rng(SEED).dirichlet(30 * stated / stated.sum(), rows)


def _some_levels(chance: random.Random) -> dict[str, Level]:
    return {
        facet: Level(chance.uniform(0, HIGHEST), chance.uniform(0.8, 2.4), Source.STATED)
        for facet in shipped_vocabulary().facets
        if chance.random() < KNOWN
    }


def _of_size(size: int) -> list[Row]:
    subjects, wants = some_subjects(size), some_wants()
    weights = some_weights(wants)
    rows, worths = weights.astype(np.float32), np.ones((len(wants), size), dtype=np.float32)
    scores = np.ones((len(rows), size), dtype=np.float32)
    taken = in_turns(
        {
            "judge": timed(lambda: judge(subjects, wants, reference=subjects[0].key, weights=weights)),
            "product": timed(lambda: np.matmul(rows, worths, out=scores).argmax(axis=1)),
            "pass": timed(scores.sum),
        },
        runs=RUNS,
    )
    what, most = (
        f"judge() of {size:,} subjects by {POSTERIOR:,} weights",
        MOST_MS if size == max(SIZES) else None,
    )
    return [
        timed_row(
            what,
            taken["judge"],
            "one numpy product of that size, and its argmax",
            taken["product"],
            most_ms=most,
        ),
        timed_row(what, taken["judge"], "one numpy pass over the bytes of the scores", taken["pass"]),
    ]


def _of_many() -> list[Row]:
    wants, generator = some_wants(), np.random.default_rng(SEED)
    means = generator.random((MANY, len(wants)), dtype=np.float32)
    sds = 0.3 * generator.random((MANY, len(wants)), dtype=np.float32)
    weights = some_weights(wants)
    taken = in_turns(
        {
            "block": timed(lambda: judge_block(means, sds, wants, weights, reference=0)),
            "pass": timed(lambda: (means.sum(), sds.sum())),
        },
        runs=RUNS,
    )
    what = f"judge_block() of {MANY:,} subjects: mean, range and chance"
    return [timed_row(what, taken["block"], "one numpy pass over the bytes it reads", taken["pass"])]


def _of_truth() -> list[Row]:
    """The largest differences of means and chances from those of drawing every facet of every subject by itself."""
    away = np.max([_away(seed) for seed in range(CASES)], axis=0)
    bars = (("means, points of 100", MEAN_BAR), ("chances of being best", CHANCE_BAR))
    return [
        Row(
            what=f"judge() beside {BRUTE_DRAWS:,} draws of each facet, {CASES} cases: {name}",
            ours=f"at most {found:.2g} away",
            bar=f"{bar:g}",
            held=yes_or_no(found <= bar),
        )
        for (name, bar), found in zip(bars, away.tolist(), strict=True)
    ]


def _away(seed: int) -> tuple[float, float]:
    chance = random.Random(seed)
    wants, subjects = (
        some_wants(chance.choice([2, 4, 8]), seed),
        some_subjects(chance.choice([2, 6, 20]), seed),
    )
    weights = some_weights(wants, BRUTE_DRAWS)
    fits = {fit.key: fit for fit in judge(subjects, wants, reference=subjects[0].key, weights=weights)}
    generator = np.random.default_rng(seed)
    scores = np.array([_scores(subject, wants, weights, generator) for subject in subjects])
    best = np.isclose(scores, scores.max(axis=0))
    judged = [fits[subject.key] for subject in subjects]
    return (
        float(np.abs(scores.mean(axis=1) - [fit.mean for fit in judged]).max()),
        float(np.abs((best / best.sum(axis=0)).mean(axis=1) - [fit.best for fit in judged]).max()),
    )


def _scores(subject: Subject, wants: Sequence[Want], weights: Array, generator: np.random.Generator) -> Array:
    shared, scores = generator.standard_normal(len(weights)), np.zeros(len(weights))
    for want, weight in zip(wants, weights.T, strict=True):
        level, side = subject.levels.get(want.facet, UNKNOWN), np.sign(want.wanted - HIGHEST / 2)
        part = SHARED_PART * abs(side)
        noise = part**0.5 * side * shared + (1 - part) ** 0.5 * generator.standard_normal(len(weights))
        drawn = np.clip(level.mean + level.sd * noise, LOWEST, HIGHEST)
        scores += 100 * weight * np.maximum(0, 1 - np.abs(drawn - want.wanted) / want.reach)
    return scores


if __name__ == "__main__":
    show(measure)
