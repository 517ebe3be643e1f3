"""Which occupation a job title names, in a person's own words, and how sure that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from unrut.core.explore.occupations.atlas import Atlas, Floats, Places
from unrut.core.explore.occupations.common_titles import COMMON_TITLES
from unrut.core.explore.occupations.known_titles import known_titles
from unrut.core.explore.occupations.title_asked import Asked, TitleReader
from unrut.core.explore.occupations.title_features import TitleFeatures
from unrut.core.explore.occupations.title_likeness import TitleLikeness
from unrut.core.explore.occupations.title_model import model_in
from unrut.core.explore.occupations.title_scores import WITH_MODEL, WITHOUT_MODEL, TitleScores
from unrut.core.explore.occupations.title_words import core_of, stem
from unrut.core.meaning import shipped_meanings

__all__ = ["MOST_MATCHES", "SURE", "TitleIndex", "TitleMatch", "TitleReason", "core_of"]

MOST_MATCHES = 5
DESCRIPTION = "description"
SURE = 0.5
"""From this chance on a match is taken without asking."""

_AT_ONCE = 256
_GROUP = 8
# So many of the best are compared with title by title.
_COMPARED = 10
# Below the first the best match is no more than noise, below the second any other is.
_LEAST_BEST, _LEAST = 0.06, 0.004
_ALIKE = 0.3
_NOTHING_ALIKE = 1e-3
# How often a match is right to which the scores give all the weight, measured on hidden titles.
_TRUST = 0.93
# How likely one of the occupations is meant that have the very title: our judgement, for a hidden title is never found so.
_SAME = 0.93
# How much likelier those are whose title is the same but for endings, order, abbreviations or spelling.
_NEARLY = 0.5
# How far a title that mostly means one thing lifts it above the others that have the title.
_COMMONEST, _NEXT = 2.0, 1.0


class TitleReason(StrEnum):
    """What a title and a known one have in common."""

    TITLE = "title"  # its name
    OTHER = "other"  # another known title of it
    SPELLING = "spelling"  # a known title, spelt differently
    WORDS = "words"  # the words of its titles
    MEANING = "meaning"  # words that mean nearly the same


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """An occupation that a title may name; `told` is the known title that it is most like.

    `chance` is how often a match like this one is right, from 0 to 1.
    """

    row: int
    code: str
    title: str
    told: str
    reason: TitleReason
    chance: float


class TitleIndex:
    """The titles of all occupations, ready to be looked up. Built once; safe to read from several threads."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._known = known_titles(atlas)
        self._meanings = shipped_meanings()
        self._reader = TitleReader(self._known, self._meanings)
        self._scores = self._all_scores()
        self._likeness = TitleLikeness(self._known)
        self._common = {
            _set_of(title.split()): [atlas.rows[code] for code in codes if code in atlas.rows]
            for title, codes in COMMON_TITLES.items()
        }

    def find(self, title: str, *, most: int = MOST_MATCHES) -> list[TitleMatch]:
        """The likeliest occupations first; none where the title says nothing we know."""
        return self.find_many([title], most=most)[0]

    def find_many(self, titles: Sequence[str], *, most: int = MOST_MATCHES) -> list[list[TitleMatch]]:
        """The same for many titles at once."""
        found: list[list[TitleMatch]] = []
        for begin in range(0, len(titles), _AT_ONCE):
            asked = self._reader.asked(titles[begin : begin + _AT_ONCE])
            matches = iter(self._matches([one for one in asked if one], most))
            found += [next(matches) if one else [] for one in asked]
        return found

    def best(self, titles: Sequence[str]) -> list[TitleMatch | None]:
        """For each title the likeliest occupation, where it is more likely right than wrong."""
        found = self.find_many(titles, most=1)
        return [matches[0] if matches and matches[0].chance >= SURE else None for matches in found]

    def _all_scores(self) -> TitleScores:
        features, atlas = TitleFeatures(self._known), self._atlas
        model = model_in(
            atlas.tables, features=len(features), meaning=self._meanings.width, occupations=len(atlas)
        )
        return TitleScores(
            self._known,
            atlas.codes,
            self._meanings,
            features,
            model,
            atlas.vectors.get(DESCRIPTION),
            WITHOUT_MODEL if model is None else WITH_MODEL,
        )

    def _matches(self, asked: Sequence[Asked], most: int) -> list[list[TitleMatch]]:
        if not asked or most < 1:
            return [[] for _ in asked]
        scores = self._scores.of([one.stems for one in asked], self._vectors(asked))
        rows = _highest(scores, _COMPARED)
        alike = self._likeness.of([one.stems for one in asked], rows)
        gain = self._scores.weights.likeness * np.log1p(alike.together / _NOTHING_ALIKE)
        np.put_along_axis(scores, rows, np.take_along_axis(scores, rows, axis=1) + gain, axis=1)
        chances = self._chances(asked, scores)
        best = _highest(chances, most)
        told = zip(rows.tolist(), alike.largest.tolist(), alike.forms.tolist(), strict=True)
        likest = [
            dict(zip(some, zip(largest, forms, strict=True), strict=True)) for some, largest, forms in told
        ]
        pairs = zip(best.tolist(), np.take_along_axis(chances, best, axis=1).tolist(), strict=True)
        return [
            self._told(one, list(zip(*pair, strict=True)), like)
            for one, pair, like in zip(asked, pairs, likest, strict=True)
        ]

    def _vectors(self, asked: Sequence[Asked]) -> Floats:
        return self._meanings.sentences([" ".join(one.words) for one in asked])

    def _chances(self, asked: Sequence[Asked], scores: Floats) -> Floats:
        """Scores as shares; occupations that have the very title get nearly all."""
        for place, one in enumerate(asked):
            if len(one.forms) and not one.is_same:
                scores[place, np.unique(self._known.rows[one.forms])] += _NEARLY
        chances = _TRUST * _shares(scores)
        for place, one in enumerate(asked):
            common = self._common.get(_set_of(one.words), [])
            if one.is_same or common:
                rows = np.union1d(self._known.rows[one.forms], np.array(common, dtype=np.int64))
                chances[place] *= 1 - _SAME
                chances[place, rows] += _SAME * _preferred(scores[place, rows], np.searchsorted(rows, common))
        return chances

    def _told(
        self, one: Asked, best: Sequence[tuple[int, float]], alike: Mapping[int, tuple[float, int]]
    ) -> list[TitleMatch]:
        if best[0][1] < _LEAST_BEST:
            return []
        same = dict(zip(self._known.rows[one.forms[::-1]].tolist(), one.forms[::-1].tolist(), strict=True))
        codes, titles = self._atlas.codes, self._atlas.titles
        return [
            TitleMatch(row, codes[row], titles[row], *self._why(one, row, same.get(row), alike), chance)
            for row, chance in best
            if chance >= _LEAST
        ]

    def _why(
        self, one: Asked, row: int, same: int | None, alike: Mapping[int, tuple[float, int]]
    ) -> tuple[str, TitleReason]:
        if same is not None and one.is_mended:
            return self._known.lines[same], TitleReason.SPELLING
        if same is not None:
            is_name = self._known.is_name[same]
            return self._known.lines[same], TitleReason.TITLE if is_name else TitleReason.OTHER
        likeness, form = alike.get(row, (0.0, -1))
        if form < 0:
            return self._atlas.titles[row], TitleReason.MEANING
        return self._known.lines[form], TitleReason.WORDS if likeness >= _ALIKE else TitleReason.MEANING


def _set_of(words: Sequence[str]) -> frozenset[str]:
    return frozenset(map(stem, words))


def _preferred(scores: Floats, common: Places) -> Floats:
    """Shares of occupations that all have the title, what is commonly meant by it lifted."""
    raised = scores.copy()
    raised[common] = scores.max() + _COMMONEST - _NEXT * np.arange(len(common), dtype=np.float32)
    shares: Floats = _shares(raised[None])[0]
    return shares


def _highest(rows: Floats, most: int) -> Places:
    """The places of the largest numbers of each row, the largest first.

    They stand in those groups of neighbours that have the largest of all, which is faster than to look at each.
    """
    most = min(most, rows.shape[1])
    groups = -(-rows.shape[1] // _GROUP)
    padded = np.full((len(rows), groups * _GROUP), -np.inf, np.float32)
    padded[:, : rows.shape[1]] = rows
    best = _largest(padded.reshape(len(rows), groups, _GROUP).max(axis=2), min(most, groups))
    some = (best[:, :, None] * _GROUP + np.arange(_GROUP)).reshape(len(rows), -1)
    found = np.take_along_axis(some, _largest(np.take_along_axis(padded, some, axis=1), most), axis=1)
    order = np.argsort(-np.take_along_axis(rows, found, axis=1), axis=1, kind="stable")
    ordered: Places = np.take_along_axis(found, order, axis=1)
    return ordered


def _largest(rows: Floats, most: int) -> Places:
    """The places of the largest numbers of each row, in order, so that among equals the first comes first."""
    found: Places = np.sort(np.argpartition(rows, -most, axis=1)[:, -most:], axis=1)
    return found


def _shares(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=1, keepdims=True)
    return shares
