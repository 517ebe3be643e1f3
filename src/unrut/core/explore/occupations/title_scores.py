"""How well the words of a title go with every occupation: a learnt voice, naive Bayes over how words begin, and meaning.

Shares of words in the titles of an occupation are mixed with those of its major group, so that a word that an occupation
never used still speaks for its kin.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

import numpy as np

from unrut.core.explore.occupations.atlas import Floats, Places
from unrut.core.explore.occupations.known_titles import KnownTitles, Runs
from unrut.core.explore.occupations.title_centres import centres_of
from unrut.core.explore.occupations.title_features import START, TitleFeatures
from unrut.core.explore.occupations.title_model import TitleModel
from unrut.core.meaning import Meanings


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each voice counts."""

    start: float = 0.0  # how its words begin
    size: float = 0.0  # the number of titles, a stand-in for how common the work is
    meaning: float = 0.0
    description: float = 0.0
    likeness: float = 0.0  # title by title, for the best alone
    learnt: float = 0.0


# Both were fitted by maximum likelihood on fold 1 of bench/titles.py, which measures on fold 0; the first then raised by a
# tenth together, so that chances hold there. Beside the learnt voice whole
# words and the last word add nothing to how words begin.
WITH_MODEL = Weights(start=0.25, size=0.338, meaning=2.54, description=0.85, likeness=0.176, learnt=0.512)
WITHOUT_MODEL = Weights(start=0.427, size=0.697, meaning=5.76, description=0.99, likeness=0.39)

# The shares of an occupation itself, of its major group, and of all titles: those that made hidden titles likeliest.
_OWN, _KIN, _ALL = 0.72, 0.15, 0.13
_NEVER_SEEN = 0.1
_MOST_REMEMBERED = 4_000


@dataclass(frozen=True, slots=True)
class Begun:
    """For each beginning of words the occupations whose titles have it, and how often; `totals` are all words of each."""

    rows: Runs
    counts: Floats
    totals: Floats

    def of(self, asked: Places) -> Floats:
        """How often each occupation has each beginning."""
        rows, place = self.rows.of(asked)
        counts, _ = Runs(np.arange(len(self.counts)), self.rows.starts).of(asked)
        size = len(self.totals)
        held = np.bincount(place * size + rows, self.counts[counts], minlength=len(asked) * size)
        return held.reshape(len(asked), size).astype(np.float32)


@dataclass(frozen=True)
class TitleScores:
    """The scores of titles for all occupations, the larger the likelier."""

    known: KnownTitles
    codes: tuple[str, ...]
    meanings: Meanings
    features: TitleFeatures
    model: TitleModel | None
    descriptions: Floats | None
    weights: Weights
    _rows: dict[str, Floats] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, titles: Sequence[Sequence[str]], vectors: Floats) -> Floats:
        """A row for each title, given as its stems in order and its vector of meaning."""
        rows: Floats = self.weights.size * self.sizes + vectors @ self.places.T
        if self.model is not None:
            rows += self.weights.learnt * self.model.of(self.features.of(titles), vectors)
        begun = [[one[:START] for one in dict.fromkeys(stems)] for stems in titles]
        told = self._told(list(dict.fromkeys(chain.from_iterable(begun))))
        for place, starts in enumerate(begun):
            for one in starts:
                rows[place] += told[one]
        return rows

    @cached_property
    def sizes(self) -> Floats:
        """The logarithm of how many titles an occupation has."""
        held = np.bincount(self.known.rows, minlength=self.known.occupations)
        return np.log(held + 1).astype(np.float32)

    @cached_property
    def places(self) -> Floats:
        """Where an occupation lies by its titles, and by its description where there is one."""
        centres = centres_of(self.known, self.meanings) if self.model is None else self.model.centres
        places: Floats = self.weights.meaning * centres
        return places if self.descriptions is None else places + self.weights.description * self.descriptions

    @cached_property
    def starts(self) -> Mapping[str, int]:
        """The numbers of the beginnings of stems."""
        begun = dict.fromkeys(one[:START] for one in self.known.stems)
        return {one: place for place, one in enumerate(begun)}

    @cached_property
    def begun(self) -> Begun:
        """Which beginnings the titles of occupations hold."""
        known, width = self.known, self.known.occupations
        starts = np.array([self.starts[one[:START]] for one in known.stems], dtype=np.int64)
        cells, counts = np.unique(
            starts[known.token_stems] * width + known.rows[known.token_forms], return_counts=True
        )
        runs = Runs(cells % width, np.searchsorted(cells, np.arange(len(self.starts) + 1) * width))
        totals = np.bincount(cells % width, counts, minlength=width).astype(np.float32)
        return Begun(runs, counts.astype(np.float32), totals)

    @cached_property
    def kin_of(self) -> Places:
        """The major group of each occupation, the first two signs of its code."""
        groups = {group: place for place, group in enumerate(dict.fromkeys(code[:2] for code in self.codes))}
        return np.array([groups[code[:2]] for code in self.codes], dtype=np.int64)

    @cached_property
    def kin(self) -> Floats:
        """Occupations by major groups: 1 where they belong."""
        return np.eye(int(self.kin_of.max()) + 1, dtype=np.float32)[self.kin_of]

    def _told(self, starts: Sequence[str]) -> dict[str, Floats]:
        """What each beginning says of every occupation; the last few thousand are remembered."""
        found = {one: row for one in starts if (row := self._rows.get(one)) is not None}
        missing = [one for one in starts if one not in found]
        if missing:
            new = dict(zip(missing, self._said(missing), strict=True))
            if len(self._rows) + len(new) > _MOST_REMEMBERED:
                self._rows.clear()
            self._rows.update(new)
            found.update(new)
        return found

    def _said(self, starts: Sequence[str]) -> Floats:
        """The weighted logarithm of the share of each beginning in the titles of each occupation over its share in all."""
        rows = np.zeros((len(starts), self.known.occupations), np.float32)
        places = [place for place, one in enumerate(starts) if one in self.starts]
        held = self.begun.of(np.array([self.starts[starts[place]] for place in places], dtype=np.int64))
        totals = self.begun.totals
        everywhere = (held.sum(axis=1, keepdims=True) + _NEVER_SEEN) / (totals.sum() + _NEVER_SEEN)
        of_kin = _KIN / everywhere * (held @ self.kin) / np.maximum(totals @ self.kin, 1)
        held *= _OWN / everywhere
        held *= 1 / np.maximum(totals, 1)
        held += (of_kin + _ALL)[:, self.kin_of]
        rows[places] = self.weights.start * np.log(held, out=held)
        return rows
