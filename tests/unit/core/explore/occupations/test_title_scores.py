"""Scores of titles for occupations."""

import numpy as np
import pytest

from atlases import tiny_atlas
from unrut.core.explore.occupations import title_scores
from unrut.core.explore.occupations.atlas import Floats
from unrut.core.explore.occupations.known_titles import known_titles
from unrut.core.explore.occupations.title_features import TitleFeatures
from unrut.core.explore.occupations.title_model import TitleModel
from unrut.core.explore.occupations.title_scores import TitleScores, Weights
from unrut.core.meaning import shipped_meanings

pytestmark = pytest.mark.unit
ATLAS = tiny_atlas()
MEANINGS = shipped_meanings()
FEATURES = TitleFeatures(known_titles(ATLAS))


def _scores(
    weights: Weights, model: TitleModel | None = None, descriptions: Floats | None = None
) -> TitleScores:
    return TitleScores(FEATURES.known, ATLAS.codes, MEANINGS, FEATURES, model, descriptions, weights)


def _of(scores: TitleScores, *title: str) -> Floats:
    row: Floats = scores.of([title], MEANINGS.sentences([" ".join(title)]))[0]
    return row


@pytest.mark.parametrize(
    ("weights", "title", "best"),
    [
        (Weights(start=1.0), ("coach",), "53-3052.01"),
        (Weights(start=1.0), ("electricity",), "47-2111.01"),
        (Weights(meaning=1.0), ("hospital",), "29-1141.05"),
    ],
)
def test_each_voice_alone_speaks_for_the_right_one(
    weights: Weights, title: tuple[str, ...], best: str
) -> None:
    assert ATLAS.codes[int(_of(_scores(weights), *title).argmax())] == best


def test_unknown_words_say_nothing() -> None:
    assert not _of(_scores(Weights(start=1.0)), "zzz").any()


def test_each_beginning_counts_as_often_as_words_have_it() -> None:
    once, twice = (_of(_scores(Weights(start=1.0)), *title) for title in (("coach",), ("coach", "coaches")))

    assert twice == pytest.approx(2 * once)


def test_more_titles_weigh_more() -> None:
    many = int(np.bincount(FEATURES.known.rows).argmax())

    assert int(_of(_scores(Weights(size=1.0)), "zzz").argmax()) == many


def test_descriptions_count_where_there_are_some() -> None:
    blocks = np.zeros((len(ATLAS), MEANINGS.width), np.float32)
    blocks[6] = MEANINGS.sentence("coach")

    scores = _of(_scores(Weights(description=1.0), descriptions=blocks), "coach")

    assert scores[6] == pytest.approx(1, abs=1e-5)
    assert not _of(_scores(Weights(description=1.0)), "coach").any()


def test_the_learnt_voice_counts_where_there_is_one() -> None:
    width = len(ATLAS)
    model = TitleModel(
        np.ones((len(FEATURES), 1), np.float32),
        np.zeros((MEANINGS.width, 1), np.float32),
        np.arange(width, dtype=np.float32)[:, None],
        np.zeros(width, np.float32),
        np.zeros((width, MEANINGS.width), np.float32),
    )

    scores = _of(_scores(Weights(learnt=0.5, meaning=1.0), model), "zzz", "lamp")

    assert scores == pytest.approx(0.5 * np.arange(width))


def test_the_last_words_are_remembered_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    scores = _scores(Weights(start=1.0))
    monkeypatch.setattr(title_scores, "_MOST_REMEMBERED", 2)

    first = _of(scores, "coach", "driver")
    _of(scores, "nurse")

    assert list(scores._rows) == ["nurse"]
    assert np.array_equal(_of(scores, "coach", "driver"), first)
