"""All occupations of a release of O*NET as arrays: what each is like, what it needs, and what it is called.

An atlas is a constant: rows are occupations in the order of their codes. What the release says nothing of is not a number,
never nought.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Places = NDArray[np.int64]

MOST_ZONES = 5


class Rated(StrEnum):
    """What a table rates. Importance goes from 1 to 5, level from 0 to 7."""

    SKILL_IMPORTANCE = "skill_importance"
    SKILL_LEVEL = "skill_level"
    KNOWLEDGE_IMPORTANCE = "knowledge_importance"
    KNOWLEDGE_LEVEL = "knowledge_level"
    ABILITY_IMPORTANCE = "ability_importance"
    ABILITY_LEVEL = "ability_level"
    ACTIVITY_IMPORTANCE = "activity_importance"
    ACTIVITY_LEVEL = "activity_level"
    CONTEXT = "context"  # 1 to 5, some 1 to 3
    INTEREST = "interest"  # 1 to 7: the six types of Holland
    VALUE = "value"  # 1 to 7
    STYLE = "style"  # -3 to 3: what a work style does for success


class Entry(StrEnum):
    """How people enter: shares of answers over the categories of O*NET, the least first."""

    EDUCATION = "education"  # 12 categories
    EXPERIENCE = "experience"  # 11
    SITE_TRAINING = "site_training"  # 9
    JOB_TRAINING = "job_training"  # 9


class Prose(StrEnum):
    """Texts of the full release that the atlas of the package leaves out."""

    TASKS = "tasks"
    TECHNOLOGY = "technology"
    DESCRIPTION = "description"


@dataclass(frozen=True)
class Ratings:
    """One table: occupations by elements, on the scale of the release; NaN where an occupation was not rated.

    `lows` and `highs` are the ends of the scale of each element.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    values: Floats
    lows: Floats
    highs: Floats

    @cached_property
    def positions(self) -> Floats:
        """The values on a line from 0 to 1."""
        found: Floats = (self.values - self.lows) / (self.highs - self.lows)
        return found

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """Where the element of a name stands."""
        return {name: place for place, name in enumerate(self.names)}


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of text by occupation; `starts` holds where those of each begin, and the end."""

    texts: tuple[str, ...]
    starts: Places

    def of(self, row: int) -> tuple[str, ...]:
        """The lines of an occupation."""
        return self.texts[int(self.starts[row]) : int(self.starts[row + 1])]


@dataclass(frozen=True)
class Atlas:
    """Everything known of all occupations.

    `zones` are job zones from 1 to 5, 0 where there is none. `alternates` are other titles of each occupation, those that
    workers report first. `vectors` are blocks of numbers made from texts (occupations by width, rows of length one or zeros).
    `prose` is empty in the atlas of the package. `lacking` names tables that the release came without. `tables` are numbers of
    other shapes that were learnt when the atlas was built; all works without them, if less well.
    """

    release: str
    codes: tuple[str, ...]
    titles: tuple[str, ...]
    zones: NDArray[np.int8]
    ratings: Mapping[Rated, Ratings]
    entry: Mapping[Entry, Floats]
    alternates: Lines
    vectors: Mapping[str, Floats]
    prose: Mapping[Prose, Lines] = field(default_factory=dict)
    lacking: tuple[str, ...] = ()
    tables: Mapping[str, Floats] = field(default_factory=dict)

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """The row of a code."""
        return {code: row for row, code in enumerate(self.codes)}

    def __len__(self) -> int:
        return len(self.codes)
