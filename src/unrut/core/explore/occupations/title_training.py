"""Learns from the known titles of an atlas which features of a title tell which occupation.

A title lies at the sum of its features, an occupation at what it shares with its kin and with those that do alike tasks, and
something of its own; the softmax of their products is fitted by minibatches with a step for each row (Adagrad). Features left
out at random keep the model from leaning on the one word that tells all, which other titles lack.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from unrut.core.explore.occupations.atlas import Atlas, Floats, Places
from unrut.core.explore.occupations.known_titles import KnownTitles, Runs, known_titles
from unrut.core.explore.occupations.title_centres import centres_of
from unrut.core.explore.occupations.title_features import TitleFeatures
from unrut.core.explore.occupations.title_model import TitleModel, roots
from unrut.core.meaning import shipped_meanings

WIDTH = 96
"""How many numbers a place has: 64 found a hidden title less often, 128 no more often (bench/titles.py, fold 1)."""

_ROUNDS, _AT_ONCE = 8, 512
_RATE, _SHARED_RATE = 0.1, 0.05
_LEFT_OUT, _MEANING_LEFT_OUT = 0.3, 0.15
_FEATURES_BEGIN, _SHARED_BEGIN = 0.1, 0.05
_SMALLEST = 1e-8
_SEED = 30
_KIN_SIGNS = (2, 5)
"""So many signs of a code tell the major group, and the minor one."""
_BLOCKS = ("tasks", "task_words", "description")
"""What is known of an occupation beside its titles; blocks made from titles would only repeat them."""


def title_tables(atlas: Atlas) -> dict[str, Floats]:
    """What is learnt from the titles of an atlas, as tables for it. The same atlas gives the same."""
    known = known_titles(atlas)
    return _Training(known, traits(atlas)).learnt().tables


def traits(atlas: Atlas) -> Floats:
    """What occupations share: the groups of their codes, and blocks made from other texts than titles."""
    groups = [_groups([code[:signs] for code in atlas.codes]) for signs in _KIN_SIGNS]
    blocks = [atlas.vectors[name] for name in _BLOCKS if name in atlas.vectors]
    return np.concatenate([*groups, *blocks], axis=1, dtype=np.float32)


def _groups(names: list[str]) -> Floats:
    """A column for each group: 1 where an occupation belongs to it."""
    numbers = {name: place for place, name in enumerate(dict.fromkeys(names))}
    return np.eye(len(numbers), dtype=np.float32)[[numbers[name] for name in names]]


class _Learnt:
    """Rows of numbers that are being learnt, and how strongly each row was pulled so far."""

    def __init__(self, values: Floats) -> None:
        self.values = values
        self._pulled = np.full((len(values), 1), _SMALLEST, np.float32)

    def move(self, pull: Floats, rate: float, rows: Places | slice = slice(None)) -> None:
        """Against the pull, the less, the more a row was pulled before."""
        self._pulled[rows] += np.mean(pull**2, axis=1, keepdims=True)
        self.values[rows] -= np.float32(rate) * pull / np.sqrt(self._pulled[rows])


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some titles with the features left to them, their meaning and their occupation."""

    features: Runs
    meaning: Floats
    rows: Places


class _Training:
    """A model in the making."""

    def __init__(self, known: KnownTitles, shared: Floats) -> None:
        features, meanings = TitleFeatures(known), shipped_meanings()
        self._titles, self._rows, self._shared = features.of_forms(), known.rows, shared
        self._meaning = meanings.sentences(_texts_of(known))
        self._chance = np.random.default_rng(_SEED)
        self._features = self._begun(len(features), _FEATURES_BEGIN)
        self._means = self._begun(meanings.width, _FEATURES_BEGIN)
        self._own = self._begun(known.occupations, _FEATURES_BEGIN)
        self._common = self._begun(shared.shape[1], _SHARED_BEGIN)
        self._sizes = _Learnt(np.zeros((known.occupations, 1), np.float32))
        self._centres = centres_of(known, meanings)

    def learnt(self) -> TitleModel:
        """The model after all rounds."""
        batches = -(-len(self._rows) // _AT_ONCE) * _ROUNDS
        for place, batch in enumerate(self._batches()):
            self._learn(batch, 1 - place / batches)
        return self._model()

    def _begun(self, rows: int, size: float) -> _Learnt:
        return _Learnt((size * self._chance.standard_normal((rows, WIDTH))).astype(np.float32))

    def _model(self) -> TitleModel:
        occupations = self._own.values + self._shared @ self._common.values
        return TitleModel(
            self._features.values, self._means.values, occupations, self._sizes.values[:, 0], self._centres
        )

    def _batches(self) -> Iterator[_Batch]:
        for _ in range(_ROUNDS):
            order = self._chance.permutation(len(self._rows))
            for begin in range(0, len(order), _AT_ONCE):
                yield self._batch(order[begin : begin + _AT_ONCE])

    def _batch(self, titles: Places) -> _Batch:
        values, title = self._titles.of(titles)
        left = self._chance.random(len(values)) >= _LEFT_OUT
        counts = np.bincount(title[left], minlength=len(titles))
        told = self._chance.random((len(titles), 1)) >= _MEANING_LEFT_OUT
        features = Runs(values[left], np.concatenate(([0], np.cumsum(counts))))
        return _Batch(features, self._meaning[titles] * told, self._rows[titles])

    def _learn(self, batch: _Batch, share: float) -> None:
        """One step: what is told of each occupation beside what is true pulls all that told it."""
        model = self._model()
        placed = model.placed(batch.features, batch.meaning)
        wrong = _shares(placed @ model.occupations.T + model.sizes)
        wrong[np.arange(len(wrong)), batch.rows] -= 1
        wrong /= len(wrong)
        of_titles, of_occupations = wrong @ model.occupations, wrong.T @ placed
        rate = _RATE * share
        self._own.move(of_occupations, rate)
        self._common.move(self._shared.T @ of_occupations, _SHARED_RATE * share)
        self._sizes.move(wrong.sum(axis=0)[:, None], rate)
        self._means.move(batch.meaning.T @ of_titles, rate)
        self._move_features(batch.features, of_titles, rate)

    def _move_features(self, features: Runs, of_titles: Floats, rate: float) -> None:
        if len(features.values):
            title = np.repeat(np.arange(len(of_titles)), np.diff(features.starts))
            order = np.argsort(features.values, kind="stable")
            rows, starts = np.unique(features.values[order], return_index=True)
            pulls = (of_titles * roots(features)[:, None])[title[order]]
            self._features.move(np.add.reduceat(pulls, starts), rate, rows)


def _texts_of(known: KnownTitles) -> list[str]:
    stems = list(known.stems)
    words = [stems[one] for one in known.token_stems]
    ends = [*known.form_starts[1:].tolist(), len(words)]
    return [" ".join(words[begin:end]) for begin, end in zip(known.form_starts.tolist(), ends, strict=True)]


def _shares(scores: Floats) -> Floats:
    scores -= scores.max(axis=1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=1, keepdims=True)
    return scores
