"""How like a title is to the known titles of an occupation, word by word."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from unrut.core.explore.occupations.atlas import Floats, Places
from unrut.core.explore.occupations.known_titles import KnownTitles, Runs, gathered

# Words that every title has are no length at all.
_SHORTEST = 1e-6


@dataclass(frozen=True, slots=True)
class Alike:
    """For each pair of a title and an occupation: all likenesses to its titles together, the largest, and its form.

    Together they count by their fourth power: sixteen titles that are half like weigh as much as one that is the same.
    The form is -1 where no word is shared.
    """

    together: Floats
    largest: Floats
    forms: Places


@dataclass(frozen=True)
class TitleLikeness:
    """Compares by the cosine of the words, each by its rarity."""

    known: KnownTitles

    def of(self, titles: Sequence[Sequence[str]], rows: Places) -> Alike:
        """Compare each title, given as its stems, with the occupations of its row."""
        numbers, each = self.known.stems, rows.shape[1]
        asked = gathered(
            [[numbers[one] for one in dict.fromkeys(stems) if one in numbers] for stems in titles]
        )
        stems = np.repeat(asked.values, each)
        title = np.repeat(np.arange(len(titles)), np.diff(asked.starts))
        pairs = (title[:, None] * each + np.arange(each)).ravel()
        met, forms, place = self._met(stems * self.known.occupations + rows[title].ravel())
        squares = self.known.idf[stems[met]] ** 2
        return self._summed(rows, pairs[met][place], forms, squares[place], self._lengths(titles))

    @cached_property
    def forms(self) -> Runs:
        """The forms of each occupation; these stand together."""
        ends = np.searchsorted(self.known.rows, np.arange(self.known.occupations + 1))
        return Runs(np.arange(len(self.known.rows)), ends)

    @cached_property
    def meetings(self) -> tuple[Places, Runs]:
        """Stem times the number of occupations plus occupation, in order, and the forms in which they meet."""
        known = self.known
        cells = known.token_stems * known.occupations + known.rows[known.token_forms]
        order = np.argsort(cells, kind="stable")
        found, starts = np.unique(cells[order], return_index=True)
        return found, Runs(known.token_forms[order], np.append(starts, len(cells)))

    @cached_property
    def form_lengths(self) -> Floats:
        """The length of each form."""
        squares = self.known.idf[self.known.token_stems] ** 2
        held = np.bincount(self.known.token_forms, squares, minlength=len(self.known.lines))
        return np.sqrt(held).astype(np.float32)

    def _met(self, cells: Places) -> tuple[Places, Places, Places]:
        """Which cells are known, the forms of these behind each other, and which of these each form belongs to."""
        found, runs = self.meetings
        at = np.minimum(np.searchsorted(found, cells), len(found) - 1)
        met = np.flatnonzero(found[at] == cells)
        forms, place = runs.of(at[met])
        return met, forms, place

    def _lengths(self, titles: Sequence[Sequence[str]]) -> Floats:
        """The length of each title; a word that no title holds is as rare as one that a single title does."""
        numbers, idf = self.known.stems, self.known.idf
        rarest = float(idf.max())
        held = [
            [float(idf[numbers[one]]) if one in numbers else rarest for one in set(stems)] for stems in titles
        ]
        return np.sqrt(np.array([sum(one * one for one in some) for some in held], dtype=np.float32))

    def _summed(self, rows: Places, pairs: Places, forms: Places, squares: Floats, lengths: Floats) -> Alike:
        """Put together what each form of the occupations of each pair shares with its title."""
        all_forms, pair = self.forms.of(rows.ravel())
        firsts = np.searchsorted(pair, np.arange(rows.size + 1))
        at = firsts[pairs] + forms - self.forms.starts[rows.ravel()[pairs]]
        cosines = np.bincount(at, squares, minlength=len(pair)) / (
            np.maximum(self.form_lengths[all_forms] * lengths[pair // rows.shape[1]], _SHORTEST)
        )
        together = np.bincount(pair, np.square(np.square(cosines)), minlength=rows.size)
        largest, best = np.zeros(rows.size), np.full(rows.size, -1)
        held = np.flatnonzero(np.diff(firsts))
        largest[held] = np.maximum.reduceat(cosines, firsts[held])
        tops = np.flatnonzero((cosines > 0) & (cosines == largest[pair]))[::-1]
        best[pair[tops]] = all_forms[tops]  # the first of those as like, for it comes last here
        return Alike(
            together.reshape(rows.shape).astype(np.float32),
            largest.reshape(rows.shape).astype(np.float32),
            best.reshape(rows.shape),
        )
