"""A learnt voice on titles: a title and an occupation each have a place, and go together the more, the nearer these are."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from unrut.core.explore.occupations.atlas import Floats
from unrut.core.explore.occupations.known_titles import Runs
from unrut.core.meaning import of_length_one

# Goes up when titles are taken apart in another way: then what was learnt belongs to other features.
_FORM = 1
_PARTS = ("features", "meaning", "occupations", "sizes", "centres")


@dataclass(frozen=True, slots=True)
class TitleModel:
    """Where features, numbers of meaning and occupations lie, and how likely an occupation is before a word is read."""

    features: Floats
    meaning: Floats
    occupations: Floats
    sizes: Floats
    centres: Floats
    """The mean meaning of the titles of each occupation; learnt by nobody, but dear to work out."""

    def of(self, titles: Runs, vectors: Floats) -> Floats:
        """A score for each title, given as its features and its vector of meaning, and each occupation."""
        return self.placed(titles, vectors) @ self.occupations.T + self.sizes

    def placed(self, titles: Runs, vectors: Floats) -> Floats:
        """Where titles lie: the sum of their features over the root of their number, and what they mean."""
        return summed(self.features, titles) * roots(titles)[:, None] + vectors @ self.meaning

    @property
    def tables(self) -> dict[str, Floats]:
        """What an atlas holds of it."""
        return {
            _name("features"): self.features,
            _name("meaning"): self.meaning,
            _name("occupations"): self.occupations,
            _name("sizes"): self.sizes[None],
            _name("centres"): self.centres,
        }


def model_in(
    tables: Mapping[str, Floats], *, features: int, meaning: int, occupations: int
) -> TitleModel | None:
    """The model in the tables of an atlas; None where there is none, or one for other titles."""
    found = [tables[name] for name in map(_name, _PARTS) if name in tables]
    width = found[0].shape[1] if found else 0
    shapes = [
        (features, width),
        (meaning, width),
        (occupations, width),
        (1, occupations),
        (occupations, meaning),
    ]
    if [one.shape for one in found] != shapes:
        return None
    return TitleModel(found[0], found[1], found[2], found[3][0], of_length_one(found[4]))


def summed(rows: Floats, titles: Runs) -> Floats:
    """For each title the sum of the rows of its features."""
    sums = np.zeros((len(titles.starts) - 1, rows.shape[1]), np.float32)
    held = np.diff(titles.starts) > 0
    if held.any():
        sums[held] = np.add.reduceat(rows[titles.values], titles.starts[:-1][held])
    return sums


def roots(titles: Runs) -> Floats:
    """One over the root of the number of features of each title."""
    return (1 / np.sqrt(np.maximum(np.diff(titles.starts), 1))).astype(np.float32)


def _name(part: str) -> str:
    return f"title_{part}_{_FORM}"
