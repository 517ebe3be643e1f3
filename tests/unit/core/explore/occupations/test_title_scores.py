"""Scores of titles for occupations."""

from dataclasses import replace

import numpy as np
import pytest

from atlases import tiny_atlas
from unrut.core.explore.occupations import title_scores
from unrut.core.explore.occupations.atlas import Floats
from unrut.core.explore.occupations.known_titles import known_titles
from unrut.core.explore.occupations.title_scores import TitleScores, Weights, word_vectors
from unrut.core.meaning import shipped_meanings

pytestmark = pytest.mark.unit
ATLAS = tiny_atlas()
MEANINGS = shipped_meanings()
NOTHING = Weights(word=0, start=0, head=0, size=0, meaning=0, description=0)


def _scores(weights: Weights, *title: str, descriptions: Floats | None = None) -> Floats:
    scores = TitleScores(known_titles(ATLAS), ATLAS.codes, MEANINGS, descriptions, weights)
    row: Floats = scores.of([title], MEANINGS.sentences([" ".join(title)]))[0]
    return row


@pytest.mark.parametrize(
    ("voice", "title", "best"),
    [
        ("word", ("coach",), "53-3052.01"),
        ("start", ("electricity",), "47-2111.01"),
        ("head", ("coach", "nurse"), "29-1141.05"),
        ("meaning", ("hospital",), "29-1141.05"),
    ],
)
def test_each_voice_alone_speaks_for_the_right_one(voice: str, title: tuple[str, ...], best: str) -> None:
    scores = _scores(replace(NOTHING, **{voice: 1.0}), *title)

    assert ATLAS.codes[int(scores.argmax())] == best


def test_unknown_words_say_nothing() -> None:
    assert not _scores(replace(NOTHING, word=1, start=1, head=1), "zzz").any()


def test_descriptions_count_where_there_are_some() -> None:
    blocks = np.zeros((len(ATLAS), MEANINGS.width), np.float32)
    blocks[6] = MEANINGS.sentence("coach")

    scores = _scores(replace(NOTHING, description=1), "coach", descriptions=blocks)

    assert scores[6] == pytest.approx(1, abs=1e-5)
    assert not _scores(replace(NOTHING, description=1), "coach").any()


def test_the_last_words_are_remembered_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    scores = TitleScores(known_titles(ATLAS), ATLAS.codes, MEANINGS)
    monkeypatch.setattr(title_scores, "_MOST_REMEMBERED", 2)
    vectors = np.zeros((1, MEANINGS.width), np.float32)

    first = scores.of([["coach", "driver"]], vectors)
    scores.of([["nurse"]], vectors)

    assert list(scores._rows) == ["nurse"]
    assert np.array_equal(scores.of([["coach", "driver"]], vectors), first)


def test_word_vectors_are_those_of_the_meanings() -> None:
    words = ["nurse", "samovar", "café", "zzzqx", "teahouse"]

    assert np.allclose(word_vectors(MEANINGS, words), MEANINGS.words(words), atol=1e-6)
