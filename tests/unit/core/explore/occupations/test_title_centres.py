"""Where the titles of occupations lie in meaning."""

import numpy as np
import pytest

from atlases import tiny_atlas
from unrut.core.explore.occupations.known_titles import known_titles
from unrut.core.explore.occupations.title_centres import centres_of, word_vectors
from unrut.core.meaning import shipped_meanings

pytestmark = pytest.mark.unit
ATLAS = tiny_atlas()
MEANINGS = shipped_meanings()


@pytest.mark.parametrize(("word", "best"), [("hospital", "29-1141.05"), ("wiring", "47-2111.01")])
def test_what_means_nearly_the_same_lies_near(word: str, best: str) -> None:
    centres = centres_of(known_titles(ATLAS), MEANINGS)

    assert ATLAS.codes[int((centres @ MEANINGS.sentence(word)).argmax())] == best
    assert np.linalg.norm(centres, axis=1) == pytest.approx(np.ones(len(ATLAS)), abs=1e-5)


def test_word_vectors_are_those_of_the_meanings() -> None:
    words = ["nurse", "samovar", "café", "zzzqx", "teahouse"]

    assert np.allclose(word_vectors(MEANINGS, words), MEANINGS.words(words), atol=1e-6)
