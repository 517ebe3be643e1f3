"""The half of the reader that takes a statement word by word: what its words mean, and how they are written."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from unrut.core.reflect.lexicon import Word
from unrut.core.reflect.network import Numbers, Small
from unrut.core.reflect.pieces import pair_trace, pairs_of, tokens_of, traces_of

DAMPING, POWER = 0.5, 0.7
"""Meanings are summed over (weight + DAMPING) ** POWER: more than a mean of the words, less than their sum."""

_LARGEST = 30.0
_SMALLEST = 1e-13
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class Share:
    """What a word brings, its meaning before how it is written; the weight of the one, the squared length of the other."""

    columns: Numbers
    weight: float
    length: float


@dataclass(frozen=True, slots=True)
class Weighed:
    """The logits of a statement, and the two weights that what its words bring was divided by."""

    logits: Numbers
    weight: float
    length: float


@dataclass(frozen=True, slots=True)
class Wordwise:
    """Weights with two columns a facet: first those for a whole note, then those for a clause on its own.

    `tokens` and `traces` are kept as whole numbers and multiplied by the scale of their column.
    """

    numbers: Mapping[str, int]
    token_weight: Numbers
    tokens: Small
    token_scale: Numbers
    trace_rarity: Numbers
    traces: Small
    trace_scale: Numbers
    evidence: Numbers
    bias: Numbers
    _shares: dict[str | tuple[str, str], Share] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def weigh(self, words: Sequence[Word], counts: Mapping[int, float]) -> Weighed:
        """Both columns of every facet for these words taken as one statement; what is repeated counts once."""
        shares = [self._share(plain) for plain in dict.fromkeys(word.plain for word in words)]
        pairs = [self._pair(pair) for pair in dict.fromkeys(pairs_of(words))]
        weight = (sum(share.weight for share in shares) + DAMPING) ** POWER
        length = math.sqrt(sum(share.length for share in (*shares, *pairs))) or 1.0
        columns = np.add.reduce([share.columns for share in (*shares, *pairs)])
        width = len(self.bias)
        logits = self.bias + columns[:width] / weight + columns[width:] / length
        for row, count in counts.items():
            logits += count * self.evidence[row]
        return Weighed(logits, weight, length)

    def brought(self, statement: Weighed, plain: str, column: int) -> float:
        """What a word of the statement added to a column of its logits."""
        columns = self._share(plain).columns
        return float(columns[column] / statement.weight + columns[len(self.bias) + column] / statement.length)

    def _share(self, word: str) -> Share:
        if (known := self._shares.get(word)) is not None:
            return known
        tokens = tokens_of(word, self.numbers)
        weights = self.token_weight[tokens]
        meaning = (weights @ self.tokens[tokens]) * self.token_scale
        writing, length = self._written(traces_of(word))
        return self._kept(word, Share(np.concatenate([meaning, writing]), float(weights.sum()), length))

    def _pair(self, pair: tuple[str, str]) -> Share:
        if (known := self._shares.get(pair)) is not None:
            return known
        writing, length = self._written({pair_trace(*pair): 1.0})
        return self._kept(pair, Share(np.concatenate([np.zeros_like(writing), writing]), 0.0, length))

    def _kept(self, what: str | tuple[str, str], share: Share) -> Share:
        # Words come back all the time. When there are too many, all are forgotten: simpler than the oldest, as fast.
        if len(self._shares) >= _REMEMBERED:
            self._shares.clear()
        self._shares[what] = share
        return share

    def _written(self, traces: Mapping[int, float]) -> tuple[Numbers, float]:
        places = list(traces)
        weights = np.array(list(traces.values()), dtype=np.float32) * self.trace_rarity[places]
        writing = (weights @ self.traces[places]) * self.trace_scale
        return writing.astype(np.float32, copy=False), float(weights @ weights)


def together(whole: Numbers, clauses: Sequence[Numbers]) -> Numbers:
    """The mean of two logits of each facet: of the whole note, and of 1 - (1-p)(1-q)... over its clauses."""
    facets = len(whole) // 2
    silent = -np.logaddexp(0, np.clip([clause[facets:] for clause in clauses], -_LARGEST, _LARGEST)).sum(
        axis=0
    )
    spoken = np.maximum(-np.expm1(silent), _SMALLEST)
    mean: Numbers = (np.clip(whole[:facets], -_LARGEST, _LARGEST) + np.log(spoken) - silent) / 2
    return mean
