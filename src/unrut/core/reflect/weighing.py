"""Notes weighed by the model, many at once: the chance of every facet, and the words that speak for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from unrut.core.reflect.evidence import Evidence, evidence_of
from unrut.core.reflect.kinds import NoteKind
from unrut.core.reflect.lexicon import Word, words_of
from unrut.core.reflect.model import Model, shipped_model
from unrut.core.reflect.network import Numbers
from unrut.core.reflect.pieces import clauses_of
from unrut.core.reflect.tokens import END, START, Token, portions_of, tokens_of
from unrut.core.reflect.wordwise import Weighed, together

Span = tuple[int, int]

# Portions are read together that are about as long, so that little time goes into padding. More at once is no faster.
_AT_ONCE = 16
_KIND_ROWS: Mapping[NoteKind | None, int] = {None: 0, NoteKind.LIKE: 1, NoteKind.DISLIKE: 2}
# Words are quoted that bring at least this share of what the strongest one brings, three at most.
_QUOTED_SHARE = 0.5
_MOST_QUOTED = 3


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a clause and what they weigh."""

    words: Sequence[Word]
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class Portion:
    """Tokens that the network read at once, and what each of them adds to the logit of each facet."""

    tokens: Sequence[Token]
    said: Numbers


@dataclass(frozen=True, slots=True)
class WeighedNote:
    """The calibrated chance of every facet, by its place in the vocabulary, and what it comes from.

    `known` says where words of the vocabulary stand, by facet.
    """

    chances: list[float]
    model: Model
    clauses: Sequence[Clause]
    portions: Sequence[Portion]
    known: Mapping[str, list[Span]]

    def named(self) -> list[int]:
        """The places of the facets that are sure enough, surest first; ties keep the order of the vocabulary."""
        places = [place for place, chance in enumerate(self.chances) if chance >= self.model.least]
        return sorted(places, key=lambda place: -self.chances[place])

    def telling(self, facet: int) -> list[Span]:
        """Where the words stand that bring the facet most, three at most."""
        brought = self._brought(facet)
        strongest = sorted(brought, key=lambda word: -brought[word])[:_MOST_QUOTED]
        least = min(_QUOTED_SHARE * brought[strongest[0]], brought[strongest[0]])
        return [(word.start, word.end) for word in strongest if brought[word] >= least]

    def _brought(self, facet: int) -> dict[Word, float]:
        """What each word brings: by itself, and where the network has it stand."""
        column, words, share = len(self.chances) + facet, self.model.wordwise, self.model.share
        said = _said_by_start(self.portions, facet)
        return {
            word: (1 - share) * words.brought(clause.weighed, word.plain, column)
            + share * sum(said.get(at, 0.0) for at in range(word.start, word.end))
            for clause in self.clauses
            for word in clause.words
        }


@dataclass(frozen=True, slots=True)
class _Prepared:
    kind: NoteKind | None
    evidence: Evidence
    whole: Clause
    clauses: Sequence[Clause]
    portions: Sequence[Sequence[Token]]


def weigh_notes(notes: Sequence[tuple[str, NoteKind | None]]) -> list[WeighedNote | None]:
    """The weighed notes, in order; None for those without words."""
    model = shipped_model()
    prepared = [_prepared(text, kind, model) for text, kind in notes]
    portions = iter(_read([(part, note.kind) for note in prepared if note for part in note.portions], model))
    return [
        None if note is None else _weighed(note, [next(portions) for _ in note.portions], model)
        for note in prepared
    ]


def _prepared(text: str, kind: NoteKind | None, model: Model) -> _Prepared | None:
    words = words_of(text)
    parts = clauses_of(text, words)
    if not parts:
        return None
    evidence = evidence_of(words, kind)
    whole = Clause(words, model.wordwise.weigh(words, evidence.counts))
    clauses = [whole] if parts == [words] else [_clause(part, kind, model) for part in parts]
    return _Prepared(kind, evidence, whole, clauses, portions_of(text, tokens_of(text, model.numbers)))


def _clause(words: Sequence[Word], kind: NoteKind | None, model: Model) -> Clause:
    return Clause(words, model.wordwise.weigh(words, evidence_of(words, kind).counts))


def _weighed(note: _Prepared, portions: Sequence[Portion], model: Model) -> WeighedNote:
    wordwise = together(note.whole.weighed.logits, [clause.weighed.logits for clause in note.clauses])
    # A long note is about what any portion of it is about.
    network = np.max([portion.said.sum(axis=0) for portion in portions], axis=0) + model.network.bias
    return WeighedNote(model.chances(wordwise, network), model, note.clauses, portions, note.evidence.spans)


def _read(portions: Sequence[tuple[Sequence[Token], NoteKind | None]], model: Model) -> list[Portion]:
    read: dict[int, Portion] = {}
    order = sorted(range(len(portions)), key=lambda place: len(portions[place][0]))
    for start in range(0, len(order), _AT_ONCE):
        some = order[start : start + _AT_ONCE]
        for place, said in zip(some, _said([portions[place] for place in some], model), strict=True):
            read[place] = Portion(portions[place][0], said)
    return [read[place] for place in range(len(portions))]


def _said(portions: Sequence[tuple[Sequence[Token], NoteKind | None]], model: Model) -> Numbers:
    longest = max(len(tokens) for tokens, _ in portions)
    numbers = np.zeros((len(portions), longest + 2), dtype=np.intp)
    for row, (tokens, _) in enumerate(portions):
        numbers[row, : len(tokens) + 2] = [START, *(token.number for token in tokens), END]
    return model.network.said(numbers, np.array([_KIND_ROWS[kind] for _, kind in portions]))


def _said_by_start(portions: Sequence[Portion], facet: int) -> dict[int, float]:
    """What the tokens of the loudest portion say, by where they start; the marks around it are left out."""
    loudest = max(portions, key=lambda portion: float(portion.said[:, facet].sum()))
    said: dict[int, float] = {}
    # The first row is the mark before the tokens; after them come the mark behind and padding.
    for token, value in zip(loudest.tokens, loudest.said[1:, facet].tolist(), strict=False):
        said[token.start] = said.get(token.start, 0.0) + value
    return said
