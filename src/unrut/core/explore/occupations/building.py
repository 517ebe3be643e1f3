"""From what a release holds to the atlas of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.occupations.atlas import Atlas, Entry, Floats, Lines, Prose, Rated, Ratings
from unrut.core.explore.occupations.title_training import title_tables

CATEGORIES = {Entry.EDUCATION: 12, Entry.EXPERIENCE: 11, Entry.SITE_TRAINING: 9, Entry.JOB_TRAINING: 9}
"""How many answers each question on the way in has."""


@dataclass(frozen=True)
class Release:
    """What was read of a release, occupations in the order of their codes; tables that it came without are `lacking`.

    `ratings` and `entry` hold only the tables that are there. `entry` holds shares that sum to 1, or a row of NaN.
    `tasks` are core tasks first; `is_core` says which of `tasks.texts` are core. `technology` are names of programs and
    tools, those in demand first; `technology_kinds` are the kinds of the same ones, line by line.
    `warnings` are sentences on what was left out.
    """

    version: str
    codes: tuple[str, ...]
    titles: tuple[str, ...]
    zones: NDArray[np.int8]
    ratings: Mapping[Rated, Ratings]
    entry: Mapping[Entry, Floats]
    alternates: Lines
    tasks: Lines
    is_core: NDArray[np.bool_]
    technology: Lines
    technology_kinds: Lines
    descriptions: Lines
    lacking: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.codes)


def build_atlas(
    release: Release, text_vectors: Callable[[Release], Mapping[str, Floats]], *, with_prose: bool
) -> Atlas:
    """The atlas of a release. Without its prose it holds no sentence of the source, only titles and numbers."""
    atlas = Atlas(
        release=release.version,
        codes=release.codes,
        titles=release.titles,
        zones=release.zones,
        ratings=release.ratings,
        entry=release.entry,
        alternates=release.alternates,
        vectors=text_vectors(release),
        prose=_prose(release) if with_prose else {},
        lacking=release.lacking,
    )
    return replace(atlas, tables=title_tables(atlas))


def _prose(release: Release) -> dict[Prose, Lines]:
    return {
        Prose.TASKS: release.tasks,
        Prose.TECHNOLOGY: release.technology,
        Prose.DESCRIPTION: release.descriptions,
    }
