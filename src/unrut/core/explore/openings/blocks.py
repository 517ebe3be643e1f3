"""Many openings ranked at once: their levels as columns of numbers, read once from the first to the last.

The worth of an opening is the expected worth of `fit.py`: of a level that is a normal distribution cut at 0 and 10, the
mean of 1 - |level - wanted| / reach, never below 0, weighed by what is wanted. Where an end of the line is wanted and the
other end is the worst, this is a straight line in the expected level; elsewhere it is read from a table by expected level
and spread.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.levels import HIGHEST, LOWEST, UNKNOWN, Level, Source
from unrut.core.explore.wants import Want
from unrut.core.facets import Vocabulary

Floats = NDArray[np.float32]
Codes = NDArray[np.uint16]
Rows = NDArray[np.int64]
Flags = NDArray[np.bool_]
Means = NDArray[np.float64]

# A level is kept in sixteen bits: ten for the expected level in hundredths, six for the spread in tenths up to 6.3, twice
# what nothing known amounts to. A spread of none means that nothing is known.
_LEVEL_BITS, _SPREADS = 10, 64
_LEVEL_STEP, _SPREAD_STEP = 0.01, 0.1
_LEVEL_MASK = (1 << _LEVEL_BITS) - 1
CODE_BYTES = 2

PIECE = 65_536  # openings at a time: two columns of them stay in the cache of a processor
_POINTS = 100.0
# Means of levels in a table: a little beyond both ends, where none lies.
_BEYOND, _TABLE_STEPS = 1.0, 121
# A spread of one is felt no farther from zero than this.
_FARTHEST, _FAR_STEPS = 8.0, 1601


@dataclass(frozen=True)
class Block:
    """Openings side by side, one row for each facet: the level to expect, and its code, which holds the spread too."""

    facets: Mapping[str, int]
    expected: Floats
    codes: Codes

    def __len__(self) -> int:
        return int(self.codes.shape[1])


@dataclass(frozen=True)
class Top:
    """The best of many openings, best first and equals by row, with their worth in points of 100."""

    rows: Rows
    worths: Floats


@dataclass(frozen=True)
class _Plan:
    """What is added up for each opening: a constant, columns times a factor, and tables looked up by code."""

    constant: float
    lines: Sequence[tuple[int, float]]
    tables: Sequence[tuple[int, Floats]]


def pack(levels: Mapping[str, Level], vocabulary: Vocabulary) -> bytes:
    """The levels of an opening in two bytes for each facet of the vocabulary, in its order."""
    return b"".join([_packed(levels[facet]) if facet in levels else _UNKNOWN for facet in vocabulary.facets])


def block_of(packed: Sequence[bytes], vocabulary: Vocabulary) -> Block:
    """A block of openings that were packed with this vocabulary."""
    facets = {facet: place for place, facet in enumerate(vocabulary.facets)}
    rows = np.frombuffer(b"".join(packed), dtype="<u2").reshape(len(packed), len(facets))
    codes = np.ascontiguousarray(rows.T, dtype=np.uint16)
    expected = np.empty(codes.shape, dtype=np.float32)
    for place, column in enumerate(codes):
        np.multiply(column & _LEVEL_MASK, np.float32(_LEVEL_STEP), out=expected[place])
    return Block(facets, expected, codes)


def score_block(
    wants: Sequence[Want], block: Block, *, mask: Flags | None = None, top: int = 50, first: int = 0
) -> Top:
    """The `top` openings of a block that are worth most, of those in the mask; the first row counts as `first`.

    One pass in pieces that fit the cache. What cannot be among the best any more is dropped at once.
    """
    plan = _plan(wants, block)
    best = Top(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32))
    worth, part = np.empty(PIECE, dtype=np.float32), np.empty(PIECE, dtype=np.float32)
    for piece in _pieces(len(block) if top > 0 else 0):
        size = piece.stop - piece.start
        _add_up(plan, block, piece, worth[:size], part[:size])
        better = _better(best, worth[:size], top, None if mask is None else mask[piece])
        if len(better):
            best = merge(best, Top(better + piece.start, worth[better]), top=top)
    return Top(best.rows + first, best.worths + np.float32(plan.constant))


def merge(one: Top, other: Top, *, top: int = 50) -> Top:
    """The best `top` of two lists without a row in common; the order of merging several changes nothing."""
    rows, worths = np.concatenate((one.rows, other.rows)), np.concatenate((one.worths, other.worths))
    order = np.lexsort((rows, -worths))[:top]
    return Top(rows[order], worths[order])


def expected_level(mean: float, sd: float) -> float:
    """The mean of a normal distribution that is cut at both ends of the line."""
    return _mean_above(mean - LOWEST, sd) - _mean_above(mean - HIGHEST, sd)


def _packed(level: Level) -> bytes:
    is_known = level.source is not Source.UNKNOWN
    return _code(level.mean, level.sd, is_known=is_known).to_bytes(CODE_BYTES, "little")


@lru_cache(maxsize=65_536)
def _code(mean: float, sd: float, *, is_known: bool) -> int:
    spread = min(max(round(sd / _SPREAD_STEP), 1), _SPREADS - 1) if is_known else 0
    expected: int = round(expected_level(mean, sd) / _LEVEL_STEP)
    return spread << _LEVEL_BITS | expected


def _mean_above(mean: float, sd: float) -> float:
    """The mean of what of a normal distribution is above zero, where all below counts as zero."""
    if sd <= 0:
        return max(mean, 0.0)
    away = mean / sd
    density = math.exp(-away * away / 2) / math.sqrt(2 * math.pi)
    return mean * (1 + math.erf(away / math.sqrt(2))) / 2 + sd * density


def _plan(wants: Sequence[Want], block: Block) -> _Plan:
    total = sum(want.weight for want in wants if want.weight > 0)
    constant, lines, tables = 0.0, [], []
    for want in wants:
        points = _POINTS * want.weight / total if want.weight > 0 else 0.0
        column = block.facets.get(want.facet)
        if not points:
            continue
        if column is None:
            constant += points * float(_table(want.wanted, want.reach)[_UNKNOWN_CODE])
        elif want.wanted in {LOWEST, HIGHEST} and want.reach == HIGHEST - LOWEST:
            slope = points / (HIGHEST - LOWEST)
            constant += points if want.wanted == LOWEST else 0.0
            lines.append((column, slope if want.wanted == HIGHEST else -slope))
        else:
            tables.append((column, _table(want.wanted, want.reach) * np.float32(points)))
    return _Plan(constant, lines, tables)


def _pieces(count: int) -> Iterator[slice]:
    """A small piece first: knowing its best, little of the large ones has to be looked at twice."""
    start, size = 0, PIECE // 16
    while start < count:
        yield slice(start, min(start + size, count))
        start, size = start + size, PIECE


def _add_up(plan: _Plan, block: Block, piece: slice, worth: Floats, part: Floats) -> None:
    """Write into `worth` what each opening of a piece is worth, but for what is the same for all.

    `part` is room to work in.
    """
    into = worth
    for column, factor in plan.lines:
        np.multiply(block.expected[column, piece], np.float32(factor), out=into)
        into = _added(worth, into, part)
    for column, table in plan.tables:
        # No code is outside the table; saying so spares numpy a copy.
        table.take(block.codes[column, piece], out=into, mode="clip")
        into = _added(worth, into, part)
    if into is worth:
        worth.fill(0)


def _added(worth: Floats, into: Floats, part: Floats) -> Floats:
    """Where the next part is written; the first is the sum itself."""
    if into is part:
        np.add(worth, part, out=worth)
    return part


def _better(best: Top, worth: Floats, top: int, mask: Flags | None) -> Rows:
    """The places in a piece of what may be among the best."""
    least = best.worths[-1] if len(best.rows) == top else -np.inf
    found = np.flatnonzero(worth > least)
    if mask is not None:
        found = found[mask[found]]
    if len(found) > top:
        least = np.partition(worth[found], -top)[-top]
        found = found[worth[found] >= least]
    return found


@lru_cache(maxsize=64)
def _table(wanted: float, reach: float) -> Floats:
    """The expected worth for every code, from 0 to 1."""
    means = np.linspace(LOWEST - _BEYOND, HIGHEST + _BEYOND, _TABLE_STEPS)
    levels = np.arange(_LEVEL_MASK + 1) * _LEVEL_STEP
    table = np.empty((_SPREADS, _LEVEL_MASK + 1), dtype=np.float32)
    for spread in range(_SPREADS):
        sd = spread * _SPREAD_STEP or UNKNOWN.sd
        expected = _means_above(means - LOWEST, sd) - _means_above(means - HIGHEST, sd)
        table[spread] = 1 - np.interp(levels, expected, _distances(means, sd, wanted, reach)) / reach
    return table.reshape(-1)


def _distances(means: Means, sd: float, wanted: float, reach: float) -> Means:
    """How far levels are from the one wanted, on average, where none counts as farther than the reach."""
    lower, upper = max(LOWEST, wanted - reach), min(HIGHEST, wanted + reach)
    above = _means_above(means - wanted, sd) - _means_above(means - upper, sd)
    below = _means_above(wanted - means, sd) - _means_above(lower - means, sd)
    return above + below


def _means_above(means: Means, sd: float) -> Means:
    """`_mean_above` of many means, from its values for a spread of one; beyond those it is a straight line, or nothing."""
    away, above = _above_one()
    return np.maximum(means, 0.0) + sd * np.interp(np.abs(means) / sd, away, above)


@lru_cache(maxsize=1)
def _above_one() -> tuple[Means, Means]:
    """What a spread of one adds to a mean that is so far from zero."""
    away = np.linspace(0.0, _FARTHEST, _FAR_STEPS)
    return away, np.array([_mean_above(-far, 1.0) for far in away.tolist()])


_UNKNOWN_CODE = _code(UNKNOWN.mean, UNKNOWN.sd, is_known=False)
_UNKNOWN = _packed(UNKNOWN)
