"""Which kinds of work are near one: alike in what people do and know, and in what they are called.

Two occupations are compared in several blocks, each by the cosine of their rows. In each block 0 is what any two occupations have
on average and 1 is the same; a block counts by how sharply it tells occupations apart. No weights: fitted ones are hardly
better, and the classes of the official classification do not help (bench/occupations.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.occupations.atlas import MOST_ZONES, Atlas, Floats, Rated, Ratings
from unrut.core.explore.occupations.skill_words import SkillTable
from unrut.core.meaning import of_length_one

_TEXTS = ("tasks", "task_words", "titles", "title_words", "description")
# What is not known of one of the two counts as that much of an average likeness.
_UNKNOWN_PART = 0.3
# Where all rows are nearly alike there is nothing to compare.
_LEAST_SPREAD = 1e-3
# A product of so few rows wakes no threads, which may keep one waiting on a busy machine.
_ROWS_AT_ONCE = 16
MOST_SHARED = 3
# Needed much: by its scale, and by how it is needed elsewhere.
_LEAST_POSITION, _LEAST_ABOVE = 0.5, 0.5


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A near occupation; `nearness` is from 0 to 1, `shared` holds the ids of up to three elements that both need much of."""

    row: int
    code: str
    title: str
    nearness: float
    shared: tuple[str, ...]


class Neighbourhood:
    """What is near what in an atlas; made once, asked often."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        blocks = [_Block.of(rows) for rows in _compared(atlas)]
        self._rows = np.hstack([block.scaled for block in blocks])
        self._known = np.column_stack([block.known for block in blocks]).astype(np.float32)
        self._middles = np.array([block.middle for block in blocks], dtype=np.float32)
        self._fulls = np.array([block.full for block in blocks], dtype=np.float32)
        self._needed = _Needed.of(atlas)

    def nearest(self, row: int, *, most: int = 20) -> list[Neighbour]:
        """The nearest others, the nearest first; none that is no nearer than any two are."""
        nearness = self.nearness(row)
        nearness[row] = 0
        found = [
            place for place in np.argsort(-nearness, kind="stable")[:most].tolist() if nearness[place] > 0
        ]
        return [
            Neighbour(
                place, self._atlas.codes[place], self._atlas.titles[place], float(nearness[place]), shared
            )
            for place, shared in zip(found, self._needed.shared(row, found), strict=True)
        ]

    def nearness(self, row: int) -> Floats:
        """How near every occupation is: 0 as near as any two on average or farther, 1 the same; itself 1."""
        # Not @, which wakes threads and may wait 10 ms for them on a busy machine; this takes 0.2 ms.
        products = np.einsum("ij,j->i", self._rows, self._rows[row])
        likeness = products - self._known @ (self._middles * self._known[row])
        known = self._known @ (self._fulls * self._known[row])
        total = known + _UNKNOWN_PART * (self._fulls.sum() - known)
        found: Floats = np.clip(likeness / np.maximum(total, _LEAST_SPREAD), 0, 1)
        found[row] = 1
        return found

    def nearness_to(self, rows: Sequence[int], weights: Sequence[float]) -> Floats:
        """How near every occupation is to somebody with several behind them; zeros when there is nothing behind them.

        Half of it is the nearness to the one that is nearest, where a lesser weight counts by its share of the greatest;
        half is the mean by weight. So what lies between two of them comes before what is near to one alone.
        """
        total = _weights_by_row(rows, weights, len(self._atlas))
        behind = np.flatnonzero(total)
        if not len(behind):
            return np.zeros(len(self._atlas), dtype=np.float32)
        each = np.array([self.nearness(row) for row in behind.tolist()])
        strengths = total[behind, None]
        nearest = (each * strengths / strengths.max()).max(axis=0)
        mean = (each * strengths).sum(axis=0) / strengths.sum()
        found: Floats = np.clip((nearest + mean) / 2, 0, 1).astype(np.float32)
        return found


@dataclass(frozen=True, slots=True)
class _Block:
    """Rows made so long that their products count as the block does; `middle` is that of any two, `full` how far the same is."""

    scaled: Floats
    known: NDArray[np.bool_]
    middle: float
    full: float

    @classmethod
    def of(cls, rows: Floats) -> Self:
        """A block of rows of length one, or zeros where nothing is known."""
        known: NDArray[np.bool_] = np.any(rows, axis=1)
        middle, spread = _over_pairs(rows[known])
        factor = 1 / spread if spread > _LEAST_SPREAD else 0.0
        scaled = (rows * np.sqrt(factor)).astype(np.float32)
        return cls(scaled, known, middle * factor, (1 - middle) * factor)


@dataclass(frozen=True, slots=True)
class _Needed:
    """How much more than usual each thing is needed; minus infinity where it is not needed much."""

    ids: tuple[str, ...]
    above: Floats

    @classmethod
    def of(cls, atlas: Atlas) -> Self:
        """By importance, by level where a release has no importance."""
        tables = [
            table
            for kind in SkillTable
            if (table := atlas.ratings.get(kind.importance) or atlas.ratings.get(kind.level))
        ]
        ids = tuple(element for table in tables for element in table.ids)
        above = np.hstack([np.zeros((len(atlas), 0)), *map(_much_needed, tables)]).astype(np.float32)
        return cls(ids, above)

    def shared(self, row: int, others: Sequence[int]) -> list[tuple[str, ...]]:
        """The ids of what a row and each other need most in common."""
        common = np.minimum(self.above[row], self.above[list(others)])
        return [self._first(line, np.argsort(-line, kind="stable")[:MOST_SHARED]) for line in common]

    def _first(self, line: Floats, order: NDArray[np.int64]) -> tuple[str, ...]:
        return tuple(self.ids[place] for place in order.tolist() if np.isfinite(line[place]))


def _compared(atlas: Atlas) -> Iterator[Floats]:
    """The rows of each block that is there, of length one or zeros."""
    yield _zone_rows(atlas.zones)
    for name in _TEXTS:
        if name in atlas.vectors:
            yield of_length_one(atlas.vectors[name])
    if Rated.INTEREST in atlas.ratings:
        yield of_length_one(_above_usual(atlas.ratings[Rated.INTEREST]))
    if Rated.KNOWLEDGE_IMPORTANCE in atlas.ratings:
        # What an occupation knows more of than of other things, whether it knows much or little.
        above = _above_usual(atlas.ratings[Rated.KNOWLEDGE_IMPORTANCE])
        yield of_length_one(above - above.mean(axis=1, keepdims=True))


def _zone_rows(zones: NDArray[np.int8]) -> Floats:
    """A row for each job zone, so that the cosine falls by the same for each zone between two."""
    steps = np.arange(1, MOST_ZONES)
    rows = np.where(zones[:, None] > steps, 1, -1) * (zones[:, None] > 0)
    return of_length_one(rows.astype(np.float32))


def _above_usual(ratings: Ratings) -> Floats:
    """Each value by how many standard deviations it lies above the mean of its element; 0 where it is not known.

    A row of which less than half is known is not known.
    """
    known = np.isfinite(ratings.values)
    counts = np.maximum(known.sum(axis=0), 1)
    away = np.where(known, ratings.values - np.where(known, ratings.values, 0).sum(axis=0) / counts, 0)
    spreads = np.sqrt((away**2).sum(axis=0) / counts)
    found: Floats = np.where(spreads > _LEAST_SPREAD, away / np.maximum(spreads, _LEAST_SPREAD), 0)
    is_told = 2 * known.sum(axis=1, keepdims=True) >= known.shape[1]
    return np.where(is_told, found, 0).astype(np.float32)


def _much_needed(ratings: Ratings) -> Floats:
    above, position = _above_usual(ratings), np.nan_to_num(ratings.positions)
    found: Floats = np.where((position >= _LEAST_POSITION) & (above >= _LEAST_ABOVE), above, -np.inf)
    return found


def _over_pairs(rows: Floats) -> tuple[float, float]:
    """Mean and standard deviation of the products of all pairs of rows of length one, without making the pairs.

    The squares of all products are the squares of the products of all columns, those of a row with itself are 1.
    """
    count = len(rows)
    if count <= 1:
        return 0.0, 0.0
    exact, pairs = rows.astype(np.float64), count * (count - 1)
    mean = (float((exact.sum(axis=0) ** 2).sum()) - count) / pairs
    columns = np.zeros((rows.shape[1], rows.shape[1]))
    for start in range(0, count, _ROWS_AT_ONCE):
        part = exact[start : start + _ROWS_AT_ONCE]
        columns += part.T @ part
    square = (float((columns**2).sum()) - count) / pairs
    return mean, max(0.0, square - mean**2) ** 0.5


def _weights_by_row(rows: Sequence[int], weights: Sequence[float], count: int) -> NDArray[np.float64]:
    """The weight of each row, those of one that comes twice together; no number is greater than 1."""
    given = np.array(weights, dtype=np.float64)
    if not (np.isfinite(given).all() and (given >= 0).all()):
        raise ValueError("A weight is a number from 0.")
    most = given.max(initial=0)
    scaled = given / most if most > 0 else given
    found = np.zeros(count)
    np.add.at(found, np.array(rows, dtype=np.int64), scaled)
    return found
