"""One fit for everything: the present job, its changed versions and openings, judged by the same wants.

The worth of a job is the weighted mean of the worth of its facets. Levels and weights are uncertain; both are drawn
many times, and every figure is a mean or a share of draws (SMAA, Lahdelma, Hokkanen & Salminen 1998, with levels and
weights both uncertain). Draws belong to a subject's own key: adding or removing another subject changes nobody's range.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.levels import HIGHEST, LOWEST, MIDDLE, UNKNOWN, Levels
from unrut.core.explore.wants import Want

Array = NDArray[np.float64]

DRAWS = 2000
LOW_QUANTILE, HIGH_QUANTILE = 0.1, 0.9
# People repeat a stated weight within about a quarter of its size.
_WEIGHT_LOG_SD = 0.25
# Judgement: nearly a third of what is uncertain about a job is the job as a whole (halo, a good or bad employer).
_SHARED_PART = 0.3
_POINTS = 100.0


@dataclass(frozen=True, slots=True)
class Subject:
    """Something to judge. A variant shares the draws of what it is a variant of: it is the same job, changed."""

    key: str
    levels: Levels
    variant_of: str = ""


@dataclass(frozen=True, slots=True)
class Contribution:
    """Points by which a facet puts a subject ahead of the reference (negative: behind)."""

    facet: str
    points: float


@dataclass(frozen=True, slots=True)
class Fit:
    """Worth of a subject in points of 100.

    `low` and `high` hold four draws in five. `best` is the chance of being the best of all subjects judged together,
    `better` the chance of beating the reference (0 for the reference itself). Contributions add up to the difference
    of the means, largest first. `unknown` lists the wanted facets nothing is known of, the most worth asking first.
    """

    key: str
    mean: float
    low: float
    high: float
    best: float
    better: float
    contributions: tuple[Contribution, ...]
    known: int
    unknown: tuple[str, ...]


def judge(
    subjects: Sequence[Subject], wants: Sequence[Want], *, reference: str, seed: int = 1, draws: int = DRAWS
) -> list[Fit]:
    """Judge all subjects by the wants, best mean first, ties by key; nothing when nothing is wanted.

    Deterministic for a seed. Time is linear in subjects, memory does not grow with them.
    Raises ValueError when the reference is not among the subjects.
    """
    wants = [want for want in wants if want.weight > 0]
    if not wants:
        return []
    weights = _draw_weights(wants, seed, draws)
    compared = next((subject for subject in subjects if subject.key == reference), None)
    if compared is None:
        raise ValueError(f"reference {reference!r} is not among the subjects")
    against = _draw_values(compared, wants, seed, draws) * weights
    best_score, best_place = np.full(draws, -np.inf), np.zeros(draws, dtype=np.intp)
    fits = []
    for place, subject in enumerate(subjects):
        worth = _draw_values(subject, wants, seed, draws) * weights
        score = worth.sum(axis=1)
        leads = score > best_score
        best_score[leads], best_place[leads] = score[leads], place
        fits.append(_fit(subject, worth, against, wants))
    best = np.bincount(best_place, minlength=len(fits)) / draws
    judged = [replace(fit, best=float(chance)) for fit, chance in zip(fits, best, strict=True)]
    return sorted(judged, key=lambda fit: (-fit.mean, fit.key))


def _draw_weights(wants: Sequence[Want], seed: int, draws: int) -> Array:
    """Weights of each draw in points, shape (draws, wants); every row adds up to 100."""
    generator = np.random.default_rng(seed)
    noise = generator.normal(0.0, _WEIGHT_LOG_SD, (draws, len(wants)))
    weights: Array = np.array([want.weight for want in wants]) * np.exp(noise)
    weights *= _POINTS / weights.sum(axis=1, keepdims=True)
    return weights


def _draw_values(subject: Subject, wants: Sequence[Want], seed: int, draws: int) -> Array:
    """Worth of each facet in each draw from 0 to 1, shape (draws, wants)."""
    levels = [subject.levels.get(want.facet, UNKNOWN) for want in wants]
    own = zlib.crc32((subject.variant_of or subject.key).encode())
    generator = np.random.default_rng([seed, own])
    wanted = np.array([want.wanted for want in wants])
    noise = _joint_noise(generator, np.sign(wanted - MIDDLE), draws)
    drawn = np.array([level.mean for level in levels]) + noise * np.array([level.sd for level in levels])
    reach = np.array([want.reach for want in wants])
    values: Array = 1 - np.abs(np.clip(drawn, LOWEST, HIGHEST) - wanted) / reach
    return values


def _joint_noise(generator: np.random.Generator, direction: Array, draws: int) -> Array:
    """Standard normal noise, partly shared, shape (draws, wants).

    What is not known of a job turns out better or worse together, because one employer is behind all of it.
    `direction` is the side of each facet on which more is better, 0 where neither is.
    """
    shared = generator.standard_normal((draws, 1)) * direction
    own = generator.standard_normal((draws, len(direction)))
    part = _SHARED_PART * np.abs(direction)
    noise: Array = np.sqrt(part) * shared + np.sqrt(1 - part) * own
    return noise


def _fit(subject: Subject, worth: Array, against: Array, wants: Sequence[Want]) -> Fit:
    score, compared = worth.sum(axis=1), against.sum(axis=1)
    low, high = np.quantile(score, (LOW_QUANTILE, HIGH_QUANTILE))
    ahead = (worth - against).mean(axis=0)
    spread = worth.std(axis=0)
    unknown = [
        place for place, want in enumerate(wants) if not subject.levels.get(want.facet, UNKNOWN).is_known
    ]
    return Fit(
        key=subject.key,
        mean=float(score.mean()),
        low=float(low),
        high=float(high),
        best=0.0,
        better=float((score > compared).mean()),
        contributions=tuple(
            Contribution(wants[place].facet, float(ahead[place]))
            for place in np.argsort(-np.abs(ahead), kind="stable")
        ),
        known=len(wants) - len(unknown),
        unknown=tuple(wants[place].facet for place in sorted(unknown, key=lambda at: -spread[at])),
    )
