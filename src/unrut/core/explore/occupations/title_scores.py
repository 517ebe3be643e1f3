"""How well the words of a title go with every occupation: naive Bayes over words and their beginnings, and meaning.

Shares of words in the titles of an occupation are mixed with those of its major group, so that a word that an occupation
never used still speaks for its kin.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from unrut.core.explore.occupations.atlas import Floats, Places
from unrut.core.explore.occupations.known_titles import KnownTitles, Runs
from unrut.core.meaning import Meanings, of_length_one

START = 5
"""Words that share so many letters at their beginning speak for each other: "cremation", "crematory"."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each voice counts.

    Fitted by maximum likelihood on 1,400 alternate titles of O*NET 30.1, out of fold 1 of bench/titles.py and hidden from
    the index; the bench measures on fold 0.
    """

    word: float = 0.21
    start: float = 0.27
    head: float = 0.20  # the last word
    size: float = 0.86  # the number of titles, a stand-in for how common the work is
    meaning: float = 5.3
    description: float = 1.8
    likeness: float = 0.29  # title by title, for the best alone


WEIGHTS = Weights()

# The shares of an occupation itself, of its major group, and of all titles: those that made hidden titles likeliest.
_OWN, _KIN, _ALL = 0.72, 0.15, 0.13
_NEVER_SEEN = 0.1
_MOST_REMEMBERED = 4_000


@dataclass(frozen=True, slots=True)
class Voices:
    """Something that the titles of occupations hold: for each feature the occupations that do, and how often.

    `totals` is how much an occupation holds of all features together.
    """

    rows: Runs
    counts: Floats
    totals: Floats

    def of(self, asked: Places) -> Floats:
        """How often each occupation holds each feature."""
        rows, feature = self.rows.of(asked)
        counts, _ = Runs(np.arange(len(self.counts)), self.rows.starts).of(asked)
        size = len(self.totals)
        held = np.bincount(feature * size + rows, self.counts[counts], minlength=len(asked) * size)
        return held.reshape(len(asked), size).astype(np.float32)


@dataclass(frozen=True)
class TitleScores:
    """The scores of titles for all occupations, the larger the likelier."""

    known: KnownTitles
    codes: tuple[str, ...]
    meanings: Meanings
    descriptions: Floats | None = None
    weights: Weights = WEIGHTS
    _rows: dict[str, Floats] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, titles: Sequence[Sequence[str]], vectors: Floats) -> Floats:
        """A row for each title, given as its stems in order and its vector of meaning."""
        rows = self.weights.size * self.sizes + vectors @ self.places.T
        learnt = self._learnt(list(dict.fromkeys(one for stems in titles for one in stems)))
        for place, stems in enumerate(titles):
            for one in dict.fromkeys(stems):
                rows[place] += learnt[one]
        self._add_heads(rows, titles)
        return rows

    @cached_property
    def sizes(self) -> Floats:
        """The logarithm of how many titles an occupation has."""
        held = np.bincount(self.known.rows, minlength=self.known.occupations)
        return np.log(held + 1).astype(np.float32)

    @cached_property
    def centres(self) -> Floats:
        """Where the titles of each occupation lie in meaning."""
        known, width = self.known, len(self.known.words)
        words = word_vectors(self.meanings, list(known.words))
        cells, counts = np.unique(
            known.rows[known.token_forms] * width + known.token_words, return_counts=True
        )
        rows, starts = np.unique(cells // width, return_index=True)
        centres = np.zeros((known.occupations, self.meanings.width), np.float32)
        centres[rows] = np.add.reduceat(words[cells % width] * counts[:, None].astype(np.float32), starts)
        return of_length_one(centres)

    @cached_property
    def places(self) -> Floats:
        """Where an occupation lies by its titles, and by its description where there is one."""
        places = self.weights.meaning * self.centres
        return places if self.descriptions is None else places + self.weights.description * self.descriptions

    @cached_property
    def starts(self) -> Mapping[str, int]:
        """The numbers of the beginnings of stems."""
        begun = dict.fromkeys(one[:START] for one in self.known.stems)
        return {one: place for place, one in enumerate(begun)}

    @cached_property
    def of_words(self) -> Voices:
        """The stems that the titles of occupations hold."""
        return self._voices(
            self.known.token_stems, self.known.rows[self.known.token_forms], len(self.known.stems)
        )

    @cached_property
    def of_starts(self) -> Voices:
        """The beginnings of these stems."""
        starts = np.array([self.starts[one[:START]] for one in self.known.stems], dtype=np.int64)
        return self._voices(
            starts[self.known.token_stems], self.known.rows[self.known.token_forms], len(self.starts)
        )

    @cached_property
    def of_heads(self) -> Voices:
        """The last stems of titles."""
        known = self.known
        ends = np.append(known.form_starts[1:], len(known.token_words)) - 1
        return self._voices(known.token_stems[ends], known.rows, len(known.stems))

    @cached_property
    def kin_of(self) -> Places:
        """The major group of each occupation, the first two signs of its code."""
        groups = {group: place for place, group in enumerate(dict.fromkeys(code[:2] for code in self.codes))}
        return np.array([groups[code[:2]] for code in self.codes], dtype=np.int64)

    @cached_property
    def kin(self) -> Floats:
        """Occupations by major groups: 1 where they belong."""
        return np.eye(int(self.kin_of.max()) + 1, dtype=np.float32)[self.kin_of]

    def _voices(self, features: Places, rows: Places, size: int) -> Voices:
        width = self.known.occupations
        cells, counts = np.unique(features * width + rows, return_counts=True)
        starts = np.searchsorted(cells, np.arange(size + 1) * width)
        totals = np.bincount(cells % width, counts, minlength=width).astype(np.float32)
        return Voices(Runs(cells % width, starts), counts.astype(np.float32), totals)

    def _learnt(self, stems: Sequence[str]) -> dict[str, Floats]:
        """What each stem says of every occupation; the last few thousand are remembered."""
        found = {one: row for one in stems if (row := self._rows.get(one)) is not None}
        missing = [one for one in stems if one not in found]
        if missing:
            new = dict(zip(missing, self._said(missing), strict=True))
            if len(self._rows) + len(new) > _MOST_REMEMBERED:
                self._rows.clear()
            self._rows.update(new)
            found.update(new)
        return found

    def _said(self, stems: Sequence[str]) -> Floats:
        rows = np.zeros((len(stems), self.known.occupations), np.float32)
        for weight, voices, numbers, names in (
            (self.weights.word, self.of_words, self.known.stems, stems),
            (self.weights.start, self.of_starts, self.starts, [one[:START] for one in stems]),
        ):
            places = [place for place, name in enumerate(names) if name in numbers]
            asked = np.array([numbers[names[place]] for place in places], dtype=np.int64)
            rows[places] += weight * self._told(voices, asked)
        return rows

    def _add_heads(self, rows: Floats, titles: Sequence[Sequence[str]]) -> None:
        numbers = self.known.stems
        heads = {place: numbers[stems[-1]] for place, stems in enumerate(titles) if stems[-1] in numbers}
        asked, at = np.unique(np.array(list(heads.values()), dtype=np.int64), return_inverse=True)
        rows[list(heads)] += self.weights.head * self._told(self.of_heads, asked)[at]

    def _told(self, voices: Voices, asked: Places) -> Floats:
        """The logarithm of the share of each feature in the titles of each occupation over its share in all titles."""
        held, totals = voices.of(asked), voices.totals
        everywhere = (held.sum(axis=1, keepdims=True) + _NEVER_SEEN) / (totals.sum() + _NEVER_SEEN)
        of_kin = _KIN / everywhere * (held @ self.kin) / np.maximum(totals @ self.kin, 1)
        held *= _OWN / everywhere
        held *= 1 / np.maximum(totals, 1)
        held += (of_kin + _ALL)[:, self.kin_of]
        return np.log(held, out=held)


def word_vectors(meanings: Meanings, words: Sequence[str]) -> Floats:
    """As `meanings.words` for many words at once, in half the time: most words have one vector of their own."""
    own = [place for place, word in enumerate(words) if meanings.knows(word)]
    others = [place for place, word in enumerate(words) if not meanings.knows(word)]
    numbers = [meanings.numbers[words[place]] for place in own]
    rows = np.zeros((len(words), meanings.width), np.float32)
    rows[own] = meanings.scale[numbers][:, None] * meanings.vectors[numbers]
    rows[others] = meanings.words(words[place] for place in others)
    return rows
