"""Likeness of titles, word by word."""

import numpy as np
import pytest

from atlases import tiny_atlas
from unrut.core.explore.occupations.known_titles import known_titles
from unrut.core.explore.occupations.title_likeness import TitleLikeness

pytestmark = pytest.mark.unit
KNOWN = known_titles(tiny_atlas())
LIKENESS = TitleLikeness(KNOWN)
ROWS = np.array([[2, 0, 5]])


def test_the_same_words_are_wholly_alike() -> None:
    alike = LIKENESS.of([["harbour", "nurse"]], ROWS)

    assert alike.largest[0, 0] == pytest.approx(1, abs=1e-5)
    assert KNOWN.rows[alike.forms[0, 0]] == 2
    assert alike.together[0, 0] >= 1


def test_without_a_shared_word_there_is_no_form() -> None:
    alike = LIKENESS.of([["harbour", "nurse"], ["zzz"]], np.repeat(ROWS, 2, axis=0))

    assert alike.forms.tolist()[0][1:] == [-1, -1]
    assert alike.forms[1].tolist() == [-1, -1, -1]
    assert alike.among(0, ROWS[0]).keys() == {2}
    assert not alike.largest[1].any()
    assert not alike.together[1].any()


def test_a_word_nobody_knows_makes_less_alike() -> None:
    alike = LIKENESS.of([["harbour", "nurse"], ["harbour", "nurse", "zzz"]], np.repeat(ROWS, 2, axis=0))

    assert alike.largest[1, 0] < alike.largest[0, 0]
