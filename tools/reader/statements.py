"""What the reader learns from: labelled notes, as rows of numbers made from the very pieces the reader uses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.evidence import evidence_of, rows_of_evidence
from unrut.core.reflect.kinds import NoteKind
from unrut.core.reflect.lexicon import Word, words_of
from unrut.core.reflect.pieces import TRACES, clauses_of, pair_trace, pairs_of, tokens_of, traces_of
from unrut.core.reflect.wordwise import DAMPING, POWER

Numbers = NDArray[np.float32]

FOLDER = Path(__file__).resolve().parent
WORD_OF_VOCABULARY = 0.5
VOCABULARY = "vocabulary"
LINE_BREAK = " / "
"""How a line break inside a note is written in the files."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A note with its facets; `source` names the file it comes from."""

    kind: NoteKind
    text: str
    facets: frozenset[str]
    source: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Statement:
    """Words taken as one statement; `note` is the place of the note they come from."""

    note: int
    words: list[Word]
    kind: NoteKind


@dataclass(frozen=True, slots=True)
class Meanings:
    """Token names, their vectors, and how much each weighs in a sum."""

    names: list[str]
    vectors: Numbers
    weight: Numbers


def labelled_notes() -> list[Labelled]:
    """The notes written for the project, each once, then the phrases and words of the vocabulary."""
    notes: dict[tuple[NoteKind, str], Labelled] = {}
    for file in sorted(FOLDER.glob("notes_*.tsv")):
        for line in file.read_text(encoding="utf-8").splitlines():
            note = _labelled(line, file.stem)
            notes.setdefault((note.kind, note.text.casefold()), note)
    return [*notes.values(), *_vocabulary()]


def _labelled(line: str, source: str) -> Labelled:
    kind, text, facets = line.split("\t")
    named = frozenset(facet.strip() for facet in facets.split(",") if facet.strip())
    if unknown := sorted(named - set(shipped_vocabulary().facets)):
        raise ValueError(
            f"{source} labels {text!r} with {', '.join(unknown)}, which the vocabulary does not have."
        )
    return Labelled(NoteKind(kind), text.replace(LINE_BREAK, "\n"), named, source)


def _vocabulary() -> Iterator[Labelled]:
    like, dislike = NoteKind.LIKE, NoteKind.DISLIKE
    for facet in shipped_vocabulary().facets.values():
        named = frozenset({facet.id})
        for kind, phrases in ((like, facet.phrases_liked), (dislike, facet.phrases_disliked)):
            for phrase in phrases:
                yield Labelled(kind, phrase, named, VOCABULARY)
        for kind, words in ((like, facet.words_liked), (dislike, facet.words_disliked)):
            for word in (*facet.words, *words):
                yield Labelled(kind, word.replace("*", ""), named, VOCABULARY, WORD_OF_VOCABULARY)


def whole_statements(notes: Sequence[Labelled]) -> list[Statement]:
    """Each note as one statement."""
    return [Statement(place, words_of(note.text), note.kind) for place, note in enumerate(notes)]


def clause_statements(notes: Sequence[Labelled]) -> list[Statement]:
    """Each clause as one statement; a note without any gets an empty one."""
    return [
        Statement(place, clause, note.kind)
        for place, note in enumerate(notes)
        for clause in clauses_of(note.text, words_of(note.text)) or [[]]
    ]


def meaning_rows(statements: Sequence[Statement], meanings: Meanings) -> Numbers:
    """The damped sum of the token vectors of each statement's different words."""
    places = {name: place for place, name in enumerate(meanings.names)}
    rows = np.zeros((len(statements), meanings.vectors.shape[1]), dtype=np.float32)
    for row, statement in enumerate(statements):
        plain = dict.fromkeys(word.plain for word in statement.words)
        tokens = [token for word in plain for token in tokens_of(word, places)]
        weight = meanings.weight[tokens]
        rows[row] = weight @ meanings.vectors[tokens] / (weight.sum() + DAMPING) ** POWER
    return rows


def trace_weights(statements: Sequence[Statement]) -> Numbers:
    """The weight of every trace in each statement, not yet by rarity."""
    rows = np.zeros((len(statements), TRACES), dtype=np.float32)
    for row, statement in enumerate(statements):
        for word in dict.fromkeys(word.plain for word in statement.words):
            for place, weight in traces_of(word).items():
                rows[row, place] += weight
        for pair in dict.fromkeys(pairs_of(statement.words)):
            rows[row, pair_trace(*pair)] += 1
    return rows


def trace_rarity(weights: Numbers) -> Numbers:
    """How rare each trace is among statements."""
    rarity: Numbers = np.log((1 + len(weights)) / (1 + (weights > 0).sum(axis=0))).astype(np.float32)
    return rarity


def trace_rows(statements: Sequence[Statement], weights: Numbers, rarity: Numbers) -> Numbers:
    """Traces by rarity, over the length that the reader computes word by word."""
    lengths = np.zeros((len(statements), 1), dtype=np.float32)
    for row, statement in enumerate(statements):
        for word in dict.fromkeys(word.plain for word in statement.words):
            lengths[row] += sum((rarity[place] * weight) ** 2 for place, weight in traces_of(word).items())
        pairs = dict.fromkeys(pairs_of(statement.words))
        lengths[row] += sum(rarity[pair_trace(*pair)] ** 2 for pair in pairs)
    return weights * rarity / np.maximum(np.sqrt(lengths), np.float32(1e-6))


def evidence_rows(statements: Sequence[Statement]) -> Numbers:
    """The counts of the vocabulary's words in each statement."""
    rows = np.zeros((len(statements), rows_of_evidence()), dtype=np.float32)
    for row, statement in enumerate(statements):
        for place, count in evidence_of(statement.words, statement.kind).counts.items():
            rows[row, place] = count
    return rows
