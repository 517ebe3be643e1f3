"""What a title is learnt by: its stems, how they begin, its last stem and the pairs of neighbours, each with a number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from unrut.core.explore.occupations.atlas import Places
from unrut.core.explore.occupations.known_titles import KnownTitles, Runs

START = 5
"""Words that share so many letters at their beginning speak for each other: "cremation", "crematory"."""

# What stands in a single title teaches nothing of others; only of stems all are kept.
_LEAST_OFTEN = 2


@dataclass(frozen=True)
class TitleFeatures:
    """The features of known titles; numbers of stems come first, then beginnings, last stems and pairs.

    The numbers follow from the known titles alone, so that what was learnt of them needs no names beside it.
    """

    known: KnownTitles

    def __len__(self) -> int:
        return self._first_pair + len(self.pairs)

    @cached_property
    def starts(self) -> Mapping[str, int]:
        """The beginnings of stems that are longer."""
        often: dict[str, int] = {}
        uses = np.bincount(self.known.token_stems, minlength=len(self.known.stems)).tolist()
        for one, count in zip(self.known.stems, uses, strict=True):
            if len(one) > START:
                often[one[:START]] = often.get(one[:START], 0) + count
        kept = [start for start, count in often.items() if count >= _LEAST_OFTEN]
        return {start: len(self.known.stems) + place for place, start in enumerate(kept)}

    @cached_property
    def start_of(self) -> Places:
        """The beginning of each stem; -1 where it has none."""
        return np.array([self.start_in(one) for one in self.known.stems], dtype=np.int64)

    @cached_property
    def head_of(self) -> Places:
        """Each stem as the last one of a title; -1 where it is so too seldom."""
        ends = np.append(self.known.form_starts[1:], len(self.known.token_stems)) - 1
        uses = np.bincount(self.known.token_stems[ends], minlength=len(self.known.stems))
        numbers = len(self.known.stems) + len(self.starts) - 1 + np.cumsum(uses >= _LEAST_OFTEN)
        return np.where(uses >= _LEAST_OFTEN, numbers, -1)

    @cached_property
    def pairs(self) -> Places:
        """The keys of neighbours, in order."""
        keys, counts = np.unique(
            self._keys(self.known.token_stems, self.known.token_forms)[0], return_counts=True
        )
        return keys[counts >= _LEAST_OFTEN]

    def start_in(self, stem: str) -> int:
        """The beginning of a stem, known or not; -1 where it has none."""
        return self.starts.get(stem[:START], -1) if len(stem) > START else -1

    def of_forms(self) -> Runs:
        """The features of each known form."""
        stems = self.known.token_stems
        return self._runs(stems, self.start_of[stems], self.known.token_forms, len(self.known.lines))

    def of(self, titles: Sequence[Sequence[str]]) -> Runs:
        """The features of titles, each given as its stems in order."""
        numbers, flat = self.known.stems, [one for stems in titles for one in stems]
        stems = np.fromiter((numbers.get(one, -1) for one in flat), np.int64, len(flat))
        starts = np.fromiter(map(self.start_in, flat), np.int64, len(flat))
        title = np.repeat(np.arange(len(titles)), np.fromiter(map(len, titles), np.int64, len(titles)))
        return self._runs(stems, starts, title, len(titles))

    def _runs(self, stems: Places, starts: Places, titles: Places, count: int) -> Runs:
        last = np.append(titles[1:] != titles[:-1], True)[: len(titles)]
        heads = np.where(stems[last] < 0, -1, self.head_of[stems[last]])
        pairs, at = self._keys(stems, titles)
        values = np.concatenate((stems, starts, heads, self._pair_numbers(pairs)))
        owners = np.concatenate((titles, titles, titles[last], titles[at]))
        held = values >= 0
        order = np.argsort(owners[held], kind="stable")
        ends = np.cumsum(np.bincount(owners[held], minlength=count))
        return Runs(values[held][order], np.concatenate(([0], ends)))

    def _keys(self, stems: Places, titles: Places) -> tuple[Places, Places]:
        """A key for each two known stems that are neighbours in a title, and where the first of them stands."""
        at = np.flatnonzero((titles[1:] == titles[:-1]) & (stems[1:] >= 0) & (stems[:-1] >= 0))
        return stems[at] * len(self.known.stems) + stems[at + 1], at

    def _pair_numbers(self, keys: Places) -> Places:
        if not len(self.pairs):
            return np.full(len(keys), -1)
        at = np.minimum(np.searchsorted(self.pairs, keys), len(self.pairs) - 1)
        return np.where(self.pairs[at] == keys, self._first_pair + at, -1)

    @cached_property
    def _first_pair(self) -> int:
        return len(self.known.stems) + len(self.starts) + int((self.head_of >= 0).sum())
