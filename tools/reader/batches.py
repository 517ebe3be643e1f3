"""Labelled notes as batches for the network: with typing errors, two notes in one and hidden words, new at every round."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from misspelling import misspelt
from numpy.typing import NDArray
from statements import Labelled

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.kinds import NoteKind
from unrut.core.reflect.tokens import END, LONGEST, START, tokens_of

HIDDEN = 4
BATCH = 32
LENGTHS = (12, 16, 24, 32, 48, LONGEST)
"""A batch is padded to one of these: each length is compiled once."""
KIND_ROWS = {None: 0, NoteKind.LIKE: 1, NoteKind.DISLIKE: 2}
MISSPELT, JOINED, WITHOUT_KIND, HIDDEN_TOKENS = 0.3, 0.2, 0.05, 0.04
JOINTS = (". ", ", ", "\n", " and ", " - ", "; ")
SORTED_AT_ONCE = 24


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of token numbers, the kind of each row, its labels, and 1 where there is a row."""

    numbers: NDArray[np.int32]
    kinds: NDArray[np.int32]
    labels: NDArray[np.float32]
    real: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Row:
    """One note as the network sees it."""

    numbers: Sequence[int]
    kind: int
    facets: frozenset[str]


def training_batches(
    notes: Sequence[Labelled], numbers: Mapping[str, int], dice: random.Random
) -> list[Batch]:
    """Every note once, changed by chance, in batches of about equal length in a random order."""
    rows = [_hidden(_row(_changed(note, notes, dice), numbers, dice), dice) for note in notes]
    dice.shuffle(rows)
    size = BATCH * SORTED_AT_ONCE
    batches = [
        batch
        for start in range(0, len(rows), size)
        for batch in _batches(sorted(rows[start : start + size], key=lambda row: len(row.numbers)))
    ]
    dice.shuffle(batches)
    return batches


def plain_batches(notes: Sequence[Labelled], numbers: Mapping[str, int]) -> Iterator[Batch]:
    """The notes as they are, in their order."""
    yield from _batches([_row(note, numbers, None) for note in notes])


def _changed(note: Labelled, notes: Sequence[Labelled], dice: random.Random) -> Labelled:
    text, facets = note.text, note.facets
    other = dice.choice(notes)
    if other.kind is note.kind and dice.random() < JOINED:
        pair = [text, other.text]
        dice.shuffle(pair)
        text, facets = pair[0].rstrip(".") + dice.choice(JOINTS) + pair[1], facets | other.facets
    if dice.random() < MISSPELT:
        text = misspelt(text, dice)
    return Labelled(note.kind, text, facets, note.source)


def _row(note: Labelled, numbers: Mapping[str, int], dice: random.Random | None) -> Row:
    tokens = [token.number for token in tokens_of(note.text, numbers)][: LONGEST - 2]
    kind = None if dice is not None and dice.random() < WITHOUT_KIND else note.kind
    return Row([START, *tokens, END], KIND_ROWS[kind], note.facets)


def _hidden(row: Row, dice: random.Random) -> Row:
    inner = [HIDDEN if dice.random() < HIDDEN_TOKENS else number for number in row.numbers[1:-1]]
    return Row([row.numbers[0], *inner, row.numbers[-1]], row.kind, row.facets)


def _batches(rows: Sequence[Row]) -> Iterator[Batch]:
    for start in range(0, len(rows), BATCH):
        yield _batch(rows[start : start + BATCH])


def _batch(rows: Sequence[Row]) -> Batch:
    order = shipped_vocabulary().order
    longest = max(len(row.numbers) for row in rows)
    length = next(length for length in LENGTHS if length >= longest)
    batch = Batch(
        np.zeros((BATCH, length), dtype=np.int32),
        np.zeros(BATCH, dtype=np.int32),
        np.zeros((BATCH, len(order)), dtype=np.float32),
        np.zeros(BATCH, dtype=np.float32),
    )
    for place, row in enumerate(rows):
        batch.numbers[place, : len(row.numbers)] = row.numbers
        batch.kinds[place] = row.kind
        batch.labels[place, [order[facet] for facet in row.facets]] = 1
        batch.real[place] = 1
    return batch
