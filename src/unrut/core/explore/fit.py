"""One fit for everything: the present job, its changed versions and openings, judged by the same wants.

The worth of a job is the weighted mean of the worth of its facets. Levels and weights are uncertain. Means, and what each
facet adds to them, are expected values, free of chance; ranges and chances are shares of draws (SMAA, Lahdelma, Hokkanen &
Salminen 1998, with levels and weights both uncertain). Draws belong to a subject's own key: adding or removing another
subject changes nobody's mean or range.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.information import gains
from unrut.core.explore.levels import UNKNOWN, Levels
from unrut.core.explore.noise import Floats, Places, columns, noise_table, take
from unrut.core.explore.wants import Want
from unrut.core.explore.worth import Positions, Worths, counted, directions, positions, worths_at

Array = NDArray[np.float64]

DRAWS = 2000
"""Draws of the levels; each is judged by several draws of the weights where there are more of those."""

LOW_QUANTILE, HIGH_QUANTILE = 0.1, 0.9
SHARED_PART = 0.3
"""Judgement: nearly a third of what is uncertain about a job is the job as a whole (halo, a good or bad employer)."""

# People repeat a stated weight within about a quarter of its size.
_WEIGHT_LOG_SD = 0.25
_POINTS = 100.0
# Points closer than single precision can tell apart are the same.
_TIE = 1e-3
# So many drawn levels at a time stay in the cache of a processor.
_BLOCK = 1 << 17
_SHARED = ""


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
class Unknown:
    """A wanted facet nothing is known of, and the points of 100 one may expect to gain from knowing it before choosing."""

    facet: str
    gain: float


@dataclass(frozen=True, slots=True)
class Fit:
    """Worth of a subject in points of 100.

    `low` and `high` hold four draws in five, `spread` is their standard deviation. `best` is the chance of being the best of
    all subjects judged together, a draw with several best shared among them; `better` the chance of beating the reference,
    a draw with both alike counting half (0 for the reference itself). Contributions add up to the difference of the means,
    largest first. `unknown` lists the wanted facets nothing is known of, the most worth asking first.
    """

    key: str
    mean: float
    low: float
    high: float
    best: float
    better: float
    contributions: tuple[Contribution, ...]
    known: int
    unknown: tuple[Unknown, ...]
    spread: float


@dataclass(frozen=True, slots=True)
class _Noise:
    """How far subjects move with the noise of a key: wants by subjects, in reaches, and where its columns begin."""

    starts: Places
    factors: Floats
    shared_starts: Places
    shared_factors: Floats


@dataclass(frozen=True, slots=True)
class _Field:
    """All that is needed to draw subjects by wants; only variants have noise of their own beside that of their base."""

    table: Floats
    middle: Floats
    lower: Floats
    upper: Floats
    noise: _Noise
    variants: Places
    own: _Noise


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Scores in points: one row of draws for each subject, and the chances from all draws."""

    scores: Floats
    best: Array
    better: Array


def judge(
    subjects: Sequence[Subject],
    wants: Sequence[Want],
    *,
    reference: str,
    weights: Array | None = None,
    seed: int = 1,
    draws: int = DRAWS,
) -> list[Fit]:
    """Judge all subjects by the wants, best mean first, ties by key; nothing when nothing is wanted.

    `weights` are equally likely rows that add up to 1, one column for each want with a weight; without them they are drawn
    around the stated ones. Deterministic for a seed. Time is linear in subjects, memory eight kilobytes for each.
    Raises ValueError when the reference is not among the subjects.
    """
    wants = counted(wants)
    if not wants:
        return []
    place = _place(subjects, reference)
    rows = _draw_weights(wants, seed, draws) if weights is None else _checked(weights, wants)
    found = positions([subject.levels for subject in subjects], wants)
    shares, expected = rows.mean(axis=0), worths_at(found)
    field = _field(subjects, wants, found, {subject.key: subject.levels for subject in subjects}, seed, draws)
    drawn = _draw(field, _paired(rows, seed, draws), place)
    fits = _fits(subjects, wants, shares, expected, drawn, place)
    return sorted(fits, key=lambda fit: (-fit.mean, fit.key))


def draw_scores(
    subject: Subject,
    wants: Sequence[Want],
    weights: Array,
    *,
    base: Levels | None = None,
    seed: int = 1,
    draws: int = DRAWS,
) -> Array:
    """The score of a subject in points for each row of weights, drawn as `judge` draws it.

    `base` are the levels of what it is a variant of; without them all that is uncertain of a variant is shared.
    """
    wants = counted(wants)
    rows = _checked(weights, wants)
    found = positions([subject.levels], wants)
    field = _field(
        [subject], wants, found, {subject.variant_of: base} if base is not None else {}, seed, draws
    )
    lacking = _lacking(field, np.arange(draws))[:, :, 0]
    row = np.arange(len(rows)) * draws // len(rows)
    scores: Array = np.clip(_POINTS - _POINTS * (rows * lacking[row]).sum(axis=1), 0.0, _POINTS)
    return scores


def _place(subjects: Sequence[Subject], reference: str) -> int:
    place = next((place for place, subject in enumerate(subjects) if subject.key == reference), None)
    if place is None:
        raise ValueError(f"reference {reference!r} is not among the subjects")
    return place


def _draw_weights(wants: Sequence[Want], seed: int, draws: int) -> Array:
    """Weights of each draw, shape (draws, wants); every row adds up to 1."""
    noise = np.random.default_rng(seed).normal(0.0, _WEIGHT_LOG_SD, (draws, len(wants)))
    rows: Array = np.array([want.weight for want in wants]) * np.exp(noise)
    rows /= rows.sum(axis=1, keepdims=True)
    return rows


def _checked(weights: Array, wants: Sequence[Want]) -> Array:
    if weights.shape != (len(weights), len(wants)) or not len(weights):
        raise ValueError(f"weights of shape {weights.shape} are no rows for {len(wants)} wants")
    return weights


def _paired(rows: Array, seed: int, draws: int) -> Floats:
    """Weights in points for each draw of the levels, shape (draws, rows for one draw, wants), all rows used alike.

    Shuffled, since rows may come in an order.
    """
    times = max(1, len(rows) // draws)
    chosen = np.arange(draws * times) * len(rows) // (draws * times)
    shuffled = np.random.default_rng(seed).permutation(chosen)
    paired: Floats = (_POINTS * rows[shuffled]).astype(np.float32).reshape(draws, times, -1)
    return paired


def _field(
    subjects: Sequence[Subject],
    wants: Sequence[Want],
    found: Positions,
    bases: Mapping[str, Levels],
    seed: int,
    draws: int,
) -> _Field:
    """What is uncertain of a variant is its base's as far as the base is as uncertain, and its own beyond that."""
    varied = [place for place, each in enumerate(subjects) if each.variant_of and each.variant_of in bases]
    common = found.spread.copy()
    base = positions([bases[subjects[place].variant_of] for place in varied], wants)
    common[varied] = np.minimum(common[varied], base.spread)
    own = np.sqrt(np.maximum(found.spread**2 - common**2, 0.0))
    variants = np.flatnonzero((own > 0).any(axis=1))
    return _Field(
        table=noise_table(seed, draws),
        middle=np.ascontiguousarray(found.middle.T, dtype=np.float32),
        lower=found.lower.astype(np.float32)[:, None],
        upper=found.upper.astype(np.float32)[:, None],
        noise=_noise([subject.variant_of or subject.key for subject in subjects], wants, common, draws),
        variants=variants,
        own=_noise([subjects[place].key for place in variants.tolist()], wants, own[variants], draws),
    )


def _noise(keys: Sequence[str], wants: Sequence[Want], spread: Array, draws: int) -> _Noise:
    """What is not known of a job turns out better or worse together, because one employer is behind all of it."""
    direction = directions(wants)
    part = SHARED_PART * np.abs(direction)
    each = columns(keys, [want.facet for want in wants], draws)
    shared = columns(keys, [_SHARED], draws)
    return _Noise(
        starts=each.starts,
        factors=(np.sqrt(1 - part) * spread).T.astype(np.float32) * each.signs,
        shared_starts=shared.starts[0],
        shared_factors=(np.sqrt(part) * direction * spread).T.astype(np.float32) * shared.signs,
    )


def _draw(field: _Field, weights: Floats, reference: int) -> _Drawn:
    """All draws in blocks: the scores by the first row of weights of each, the chances by all rows."""
    draws, times, _ = weights.shape
    wants, subjects = field.middle.shape
    lost = np.empty((draws, subjects), dtype=np.float32)
    best, better = np.zeros(subjects), np.zeros(subjects)
    size = max(1, _BLOCK // (wants * subjects))
    for start in range(0, draws, size):
        block = np.arange(start, min(start + size, draws))
        lacking = _lacking(field, block)
        lost[block] = _weighed(lacking, weights[block, 0])
        each = np.matmul(weights[block], lacking).reshape(-1, subjects)
        best += _leads(each)
        better += _ahead(each, reference)
    total = draws * times
    better = (1 + better / total) / 2
    better[reference] = 0.0
    scores = np.clip(np.float32(_POINTS) - np.ascontiguousarray(lost.T), 0.0, np.float32(_POINTS))
    return _Drawn(scores, best / total, better)


def _lacking(field: _Field, draws: Places) -> Floats:
    """How much worth each facet lacks, from 0 to 1, shape (draws, wants, subjects)."""
    drawn = _moved(field.table, field.noise, draws)
    drawn += field.middle
    if len(field.variants):
        drawn[:, :, field.variants] += _moved(field.table, field.own, draws)
    # Two steps: numpy's clip takes thrice as long.
    np.maximum(drawn, field.lower, out=drawn)
    np.minimum(drawn, field.upper, out=drawn)
    return np.abs(drawn, out=drawn)


def _moved(table: Floats, noise: _Noise, draws: Places) -> Floats:
    moved = take(table, noise.starts, draws)
    moved *= noise.factors
    moved += take(table, noise.shared_starts, draws)[:, None, :] * noise.shared_factors
    return moved


def _weighed(lacking: Floats, weights: Floats) -> Floats:
    """Points lost, added up want by want: a matrix product may round a column by how many stand beside it."""
    lost = np.zeros((len(lacking), lacking.shape[2]), dtype=np.float32)
    for place in range(lacking.shape[1]):
        lost += lacking[:, place] * weights[:, place, None]
    return lost


def _leads(lost: Floats) -> Array:
    """In how many draws each subject is best; a draw with several best is shared among them."""
    subjects = lost.shape[1]
    found = np.flatnonzero(lost <= lost.min(axis=1, keepdims=True) + np.float32(_TIE))
    rows, places = np.divmod(found, subjects)
    return np.bincount(places, 1 / np.bincount(rows)[rows], subjects).astype(np.float64)


def _ahead(lost: Floats, reference: int) -> Array:
    """In how many more draws each subject is ahead of the reference than behind it."""
    ahead = lost[:, reference, None] - lost
    ahead *= np.float32(1 / (2 * _TIE))
    np.clip(ahead, -1, 1, out=ahead)
    np.rint(ahead, out=ahead)  # a tie, less than half, is neither
    total: Array = ahead.sum(axis=0, dtype=np.float64)
    return total


def _fits(
    subjects: Sequence[Subject],
    wants: Sequence[Want],
    shares: Array,
    expected: Worths,
    drawn: _Drawn,
    reference: int,
) -> Iterator[Fit]:
    points = _POINTS * expected.mean * shares
    means, ahead = points.sum(axis=1), points - points[reference]
    lows, highs = np.quantile(drawn.scores, (LOW_QUANTILE, HIGH_QUANTILE), axis=1)
    spreads = drawn.scores.std(axis=1, dtype=np.float64)
    gain = gains(expected.mean, expected.sd, shares)
    for place, subject in enumerate(subjects):
        unknown = _unknown(subject, wants, gain[place].tolist())
        yield Fit(
            key=subject.key,
            mean=float(means[place]),
            low=float(lows[place]),
            high=float(highs[place]),
            best=float(drawn.best[place]),
            better=float(drawn.better[place]),
            contributions=_contributions(wants, ahead[place].tolist()),
            known=len(wants) - len(unknown),
            unknown=unknown,
            spread=float(spreads[place]),
        )


def _contributions(wants: Sequence[Want], ahead: Sequence[float]) -> tuple[Contribution, ...]:
    found = [Contribution(want.facet, points) for want, points in zip(wants, ahead, strict=True)]
    return tuple(sorted(found, key=lambda part: -abs(part.points)))


def _unknown(subject: Subject, wants: Sequence[Want], gain: Sequence[float]) -> tuple[Unknown, ...]:
    """Highest gain first, ties by weight."""
    found = [
        (points, want)
        for points, want in zip(gain, wants, strict=True)
        if not subject.levels.get(want.facet, UNKNOWN).is_known
    ]
    found.sort(key=lambda each: (-each[0], -each[1].weight))
    return tuple(Unknown(want.facet, points) for points, want in found)
