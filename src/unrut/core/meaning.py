"""What words and sentences mean: vectors, near where the meanings are near. A cosine is their dot product.

The table holds one vector for each token of the reader, made from the sentence encoder all-MiniLM-L6-v2 and then bent so
that their sum lies where the encoder puts the whole sentence (tools/meaning/README.md).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from unrut.core.reflect.pieces import bare, known_parts

__all__ = ["FILE", "Meanings", "Numbers", "meanings_of", "plain_words", "shipped_meanings"]

Numbers = NDArray[np.float32]

FILE = "meaning.npz"

_WORD = re.compile(r"[^\W_]+")
# Longer than this is no word but a noise or an address.
_LONGEST_WORD = 40
# A word that falls into single letters and pairs has no known part that means anything.
_SHORTEST_PART = 3
_REMEMBERED = 10_000
_SMALLEST = np.float32(1e-9)


@dataclass(frozen=True, slots=True)
class Meanings:
    """A vector for every known token, its whole numbers by its scale; the longer it is, the more the token tells."""

    numbers: Mapping[str, int]
    vectors: NDArray[np.int8]
    scale: Numbers
    _rows: dict[str, Numbers] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def width(self) -> int:
        """How many numbers a vector has."""
        return int(self.vectors.shape[1])

    def knows(self, word: str) -> bool:
        """Whether this is a common English word, and not only made of known parts."""
        return word in self.numbers

    def words(self, words: Iterable[str]) -> Numbers:
        """A row for each word in small letters, the sum over its known parts; zeros where a part is not known."""
        rows = [self._word(word) for word in words]
        return np.array(rows, dtype=np.float32).reshape(len(rows), self.width)

    def sentences(self, texts: Sequence[str]) -> Numbers:
        """A row of length one for each text; zeros where it has no known word."""
        split = [plain_words(text) for text in texts]
        counts = np.array([len(words) for words in split], dtype=np.int64)
        known = {
            word: place for place, word in enumerate(dict.fromkeys(word for words in split for word in words))
        }
        rows = np.zeros((len(texts), self.width), dtype=np.float32)
        if known:
            flat = np.array([known[word] for words in split for word in words], dtype=np.int64)
            starts = np.cumsum(counts) - counts
            rows[counts > 0] = np.add.reduceat(self.words(known)[flat], starts[counts > 0], axis=0)
        return of_length_one(rows)

    def sentence(self, text: str) -> Numbers:
        """The row of one text."""
        row: Numbers = self.sentences([text])[0]
        return row

    def _word(self, word: str) -> Numbers:
        if (known := self._rows.get(word)) is not None:
            return known
        # Words come back all the time. When there are too many, all are forgotten: simpler than the oldest, as fast.
        if len(self._rows) >= _REMEMBERED:
            self._rows.clear()
        parts = known_parts(bare(word), self.numbers) if len(word) <= _LONGEST_WORD else []
        is_noise = len(word) >= _SHORTEST_PART and all(
            end - start < _SHORTEST_PART for _, start, end in parts
        )
        tokens = [] if is_noise else [number for number, _, _ in parts]
        row: Numbers = self.scale[tokens] @ self.vectors[tokens].astype(np.float32)
        self._rows[word] = row
        return row


@lru_cache(maxsize=1)
def shipped_meanings() -> Meanings:
    """The table inside the package: a constant, read once."""
    with files("unrut.core").joinpath(FILE).open("rb") as file, np.load(file, allow_pickle=False) as held:
        return meanings_of({name: held[name] for name in held.files})


def meanings_of(held: Mapping[str, np.ndarray]) -> Meanings:
    """The table in the arrays of its file."""
    names = held["names"].tobytes().decode().split("\n")
    return Meanings({name: number for number, name in enumerate(names)}, held["vectors"], held["scale"])


def plain_words(text: str) -> list[str]:
    """The words of a text in small letters and in order, without its signs."""
    return _WORD.findall(text.casefold())


def of_length_one(rows: Numbers) -> Numbers:
    """The rows scaled to length one; zeros stay zeros."""
    scaled: Numbers = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _SMALLEST)
    return scaled
