"""Fits the half of the reader that goes word by word."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from encoder import END, START, Encoder
from learning import Lines, fit, joined, logits
from misspelling import misspelt_notes
from numpy.typing import NDArray
from statements import (
    Labelled,
    Meanings,
    Statement,
    clause_statements,
    evidence_rows,
    meaning_rows,
    trace_rarity,
    trace_rows,
    trace_weights,
    whole_statements,
)

from unrut.core.facets import shipped_vocabulary

Numbers = NDArray[np.float32]

AT_ONCE = 512
# The vocabulary of the encoder lists whole words by how common they are, from this place on; before it stand letters.
FIRST_WORD, WEIGHT_OF_LETTER, COMMON_WORDS = 1996, 0.3, 300
MEANING_SCALE, TRACE_SCALE, EVIDENCE_SCALE = 3.0, 3.0, 0.7


@dataclass(frozen=True, slots=True)
class Side:
    """The lines for whole notes, or those for clauses, with what the meanings were brought to a common scale by."""

    lines: Lines
    meaning_scale: float
    meaning_mean: Numbers


@dataclass(frozen=True, slots=True)
class Fitted:
    """Both sides, and what their rows are made with."""

    meanings: Meanings
    rarity: Numbers
    whole: Side
    clause: Side


def fit_words(encoder: Encoder, notes: Sequence[Labelled]) -> Fitted:
    """The lines of whole notes and of clauses, from the notes and misspelt copies of them."""
    meanings = token_meanings(encoder)
    more = [*notes, *misspelt_notes(notes)]
    wholes, clauses = whole_statements(more), clause_statements(more)
    rarity = trace_rarity(trace_weights(wholes))
    sides = [_side(statements, more, meanings, rarity) for statements in (wholes, clauses)]
    return Fitted(meanings, rarity, *sides)


def logits_of(fitted: Fitted, notes: Sequence[Labelled]) -> Numbers:
    """The logits of notes, a column a facet: the mean of the two sides."""
    told = np.zeros((len(notes), len(shipped_vocabulary().facets)), dtype=np.float32)
    for side, statements in (
        (fitted.whole, whole_statements(notes)),
        (fitted.clause, clause_statements(notes)),
    ):
        meaning = meaning_rows(statements, fitted.meanings)
        rows = _columns(statements, (meaning - side.meaning_mean) * side.meaning_scale, fitted.rarity)
        told += joined(logits(rows, side.lines), _places(statements)) / 2
    return told


def token_meanings(encoder: Encoder) -> Meanings:
    """Every kept token, encoded as a sentence of its own, at length one; signs and marks weigh nothing."""
    kept = np.array(encoder.kept())
    names = [encoder.names[place] for place in kept]
    vectors = np.vstack(
        [
            encoder.encode(np.stack([np.full_like(some, START), some, np.full_like(some, END)], axis=1))
            for some in np.array_split(kept, range(AT_ONCE, len(kept), AT_ONCE))
        ]
    )
    plain = np.array([name.removeprefix("##").isalnum() for name in names])
    vectors -= vectors[plain].mean(axis=0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    weight = np.where(
        kept < FIRST_WORD, WEIGHT_OF_LETTER, 1 / (1 + COMMON_WORDS / np.maximum(1, kept - FIRST_WORD))
    )
    return Meanings(names, vectors, np.where(plain, weight, 0).astype(np.float32))


def _side(
    statements: list[Statement], notes: Sequence[Labelled], meanings: Meanings, rarity: Numbers
) -> Side:
    meaning = meaning_rows(statements, meanings)
    mean = meaning.mean(axis=0)
    scale = MEANING_SCALE / float(np.sqrt(np.square(meaning - mean).sum(axis=1).mean()))
    rows = _columns(statements, (meaning - mean) * scale, rarity)
    weight = np.array([note.weight for note in notes], dtype=np.float32)
    labels = np.array([[facet in note.facets for facet in shipped_vocabulary().facets] for note in notes])
    return Side(fit(rows, _places(statements), labels.astype(np.float32), weight), scale, mean)


def _columns(statements: list[Statement], meaning: Numbers, rarity: Numbers) -> Numbers:
    """All columns side by side, each block at a scale that suits one penalty for all."""
    traces = trace_rows(statements, trace_weights(statements), rarity)
    return np.hstack([meaning, traces * TRACE_SCALE, evidence_rows(statements) * EVIDENCE_SCALE]).astype(
        np.float32
    )


def _places(statements: list[Statement]) -> NDArray[np.intp]:
    return np.array([statement.note for statement in statements])
