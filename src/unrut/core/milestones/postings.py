"""In which texts a word stands and how much that says, after BM25 (Robertson and Zaragoza 2009)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unrut.core.meaning import Numbers

Places = NDArray[np.int64]

SATURATION, LENGTH_SHARE = 1.2, 0.4
"""How soon a repeated word says nothing new, and how far long texts count less (k1 and b)."""


@dataclass(frozen=True, slots=True)
class Postings:
    """For each term the texts that hold it and what it says there, from 0 to 1; `rarity` is that of the term."""

    terms: Mapping[str, int]
    starts: Places
    texts: Places
    says: Numbers
    rarity: Numbers
    unknown: float

    def of(self, term: str) -> tuple[Places, Numbers]:
        """The texts that hold a term, and what it says in each; none for a term that stands nowhere."""
        if (place := self.terms.get(term)) is None:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        held = slice(self.starts[place], self.starts[place + 1])
        return self.texts[held], self.says[held]

    def rarity_of(self, term: str) -> float:
        """How much a term tells: the logarithm of how few texts hold it; the most for one that stands nowhere."""
        place = self.terms.get(term)
        return self.unknown if place is None else float(self.rarity[place])


def postings_of(
    terms: Mapping[str, int], term_of: Places, text_of: Places, weight: Numbers, *, count: int
) -> Postings:
    """Arrange words that stand in `count` texts: for each its term, its text and the weight of its place there."""
    lengths = np.bincount(text_of, weight, minlength=count)
    pairs, back = np.unique(term_of * count + text_of, return_inverse=True)
    often = np.bincount(back, weight, minlength=len(pairs))
    term, text = pairs // max(count, 1), pairs % max(count, 1)
    holding = np.bincount(term, minlength=len(terms))
    longer = 1 - LENGTH_SHARE + LENGTH_SHARE * lengths[text] / max(lengths.mean() if count else 0.0, 1.0)
    says = often * (1 + SATURATION) / (often + SATURATION * longer) / (1 + SATURATION)
    return Postings(
        terms=terms,
        starts=np.concatenate([[0], np.cumsum(holding)]).astype(np.int64),
        texts=text,
        says=says.astype(np.float32),
        rarity=np.log1p((count - holding + 0.5) / (holding + 0.5)).astype(np.float32),
        unknown=float(np.log1p((count + 0.5) / 0.5)),
    )


def numbered(words: Sequence[str]) -> dict[str, int]:
    """Every different word with a number, in the order in which they come."""
    return {word: number for number, word in enumerate(dict.fromkeys(words))}
