"""What each occupation asks for, skills, knowledge and activities side by side, and how much each of them counts."""

from dataclasses import dataclass

import numpy as np

from unrut.core.explore.occupations.atlas import Atlas, Floats
from unrut.core.explore.occupations.skill_words import SkillTable

HIGHEST_LEVEL = 7.0
# On the scale of importance from 1 to 5. The surveys call 3 "important"; from 2 on it begins to count.
_LEAST_IMPORTANCE, _MOST_IMPORTANCE = 2.0, 5.0
# Where a release has no importance (its activities may have none), what is needed at a higher level counts more.
_LEAST_LEVEL = 2.0


@dataclass(frozen=True)
class Needs:
    """Levels from 0 to 7 and weights from 0 to 1, occupations by elements.

    Where an occupation was not rated, both are 0 and `is_rated` is false: the zeros stand for nothing.
    """

    elements: tuple[str, ...]
    tables: tuple[SkillTable, ...]
    levels: Floats
    weights: Floats
    is_rated: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


def elements_of(atlas: Atlas) -> tuple[str, ...]:
    """The ids of all skills, then knowledge, then activities, each in the order of the atlas."""
    return tuple(
        element
        for kind in SkillTable
        if kind.level in atlas.ratings
        for element in atlas.ratings[kind.level].ids
    )


def needs_of(atlas: Atlas, row: int | None = None) -> Needs:
    """What all occupations ask for, or the one in a row."""
    rows = slice(None) if row is None else slice(row, row + 1)
    kinds = [kind for kind in SkillTable if kind.level in atlas.ratings]
    nothing = np.zeros((len(atlas.codes[rows]), 0), dtype=np.float32)
    levels = np.hstack([nothing, *(atlas.ratings[kind.level].values[rows] for kind in kinds)])
    weights = np.hstack([nothing, *(_weights(atlas, kind, rows) for kind in kinds)])
    is_rated = np.isfinite(levels)
    return Needs(
        elements=elements_of(atlas),
        tables=tuple(kind for kind in kinds for _ in atlas.ratings[kind.level].ids),
        levels=np.where(is_rated, levels, 0).clip(0, HIGHEST_LEVEL).astype(np.float32),
        weights=np.where(is_rated, weights, 0).astype(np.float32),
        is_rated=is_rated,
    )


def _weights(atlas: Atlas, kind: SkillTable, rows: slice) -> Floats:
    """How much each element counts, by its importance; by its level where that is not known."""
    levels = atlas.ratings[kind.level]
    by_level = (levels.values[rows] - _LEAST_LEVEL) / (HIGHEST_LEVEL - _LEAST_LEVEL)
    rated = atlas.ratings.get(kind.importance)
    if rated is None:
        weights = by_level
    else:
        # The two tables need not have the same elements in the same order.
        places = {element: place for place, element in enumerate(rated.ids)}
        columns = np.array([places.get(element, -1) for element in levels.ids], dtype=np.int64)
        padded = np.pad(rated.values[rows], ((0, 0), (0, 1)), constant_values=np.nan)
        important = (padded[:, columns] - _LEAST_IMPORTANCE) / (_MOST_IMPORTANCE - _LEAST_IMPORTANCE)
        weights = np.where(np.isfinite(important), important, by_level)
    clipped: Floats = np.nan_to_num(weights, nan=0.0).clip(0, 1)
    return clipped
