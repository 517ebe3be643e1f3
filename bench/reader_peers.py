"""What the reader of notes stands beside: a list of words, and the phrase of the vocabulary that is nearest."""

import os
import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import numpy as np
from common import ROOT
from numpy.typing import NDArray

from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.evidence import evidence_of
from unrut.core.reflect.lexicon import words_of
from unrut.core.reflect.pieces import clauses_of, tokens_of
from unrut.core.reflect.reader import NoteKind

ENCODER = "UNRUT_ENCODER"
"""Names the folder of the sentence encoder of tools/reader/README.md; without it, sentences are compared by words."""

LEAST_LIKENESS = 0.4
"""Where this reader does best on the labelled reviews: what stands beside ours is given every advantage."""

Numbers = NDArray[np.float32]


def by_list(text: str, kind: NoteKind) -> set[str]:
    """A facet is found when a word or phrase of its lists stands in the text."""
    return set(evidence_of(words_of(text), kind).spans)


def by_nearest(text: str, kind: NoteKind) -> set[str]:
    """For each clause the facet of the phrase of this kind that is most like it, if it is like enough."""
    facets, vectors = _phrases(kind)
    clauses = [text[clause[0].start : clause[-1].end] for clause in clauses_of(text, words_of(text))]
    if not clauses:
        return set()
    likeness = _vectors(clauses) @ vectors.T
    return {facets[int(row.argmax())] for row in likeness if row.max() >= LEAST_LIKENESS}


def nearest_name() -> str:
    return "nearest phrase by sentence encoder" if _has_encoder() else "nearest phrase by words"


@cache
def _phrases(kind: NoteKind) -> tuple[list[str], Numbers]:
    told = [
        (facet.id, phrase)
        for facet in shipped_vocabulary().facets.values()
        for phrase in (facet.phrases_liked if kind is NoteKind.LIKE else facet.phrases_disliked)
    ]
    return [facet for facet, _ in told], _vectors([phrase for _, phrase in told])


def _vectors(texts: Sequence[str]) -> Numbers:
    """One vector of length one a text."""
    rows = np.array([_sentence()(text) for text in texts], dtype=np.float32)
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-6))


def _has_encoder() -> bool:
    return ENCODER in os.environ


@cache
def _sentence() -> Callable[[str], Numbers]:
    return _by_encoder(Path(os.environ[ENCODER])) if _has_encoder() else _by_words()


def _by_encoder(folder: Path) -> Callable[[str], Numbers]:
    sys.path.insert(0, str(ROOT / "tools" / "reader"))
    from encoder import END, START, Encoder

    encoder = Encoder(folder)
    places = {name: place for place, name in enumerate(encoder.names)}

    def sentence(text: str) -> Numbers:
        tokens = [token for word in words_of(text) for token in tokens_of(word.plain, places)][:250]
        return encoder.encode(np.array([[START, *tokens, END]]))[0]

    return sentence


def _by_words() -> Callable[[str], Numbers]:
    facets = shipped_vocabulary().facets.values()
    phrases = [phrase for facet in facets for phrase in (*facet.phrases_liked, *facet.phrases_disliked)]
    held = [{word.plain for word in words_of(phrase)} for phrase in phrases]
    places = {word: place for place, word in enumerate(sorted(set().union(*held)))}
    rarity = {word: np.log(len(held) / sum(word in words for words in held)) for word in places}

    def sentence(text: str) -> Numbers:
        row = np.zeros(len(places), dtype=np.float32)
        for word in words_of(text):
            if word.plain in places:
                row[places[word.plain]] = rarity[word.plain]
        return row

    return sentence
