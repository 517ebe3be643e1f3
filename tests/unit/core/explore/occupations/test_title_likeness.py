"""Likeness of titles, word by word."""

from dataclasses import replace

import numpy as np
import pytest

from atlases import tiny_atlas
from unrut.core.explore.occupations.atlas import Lines
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
    assert not alike.largest[1].any()
    assert not alike.together[1].any()


def test_a_word_nobody_knows_makes_less_alike() -> None:
    alike = LIKENESS.of([["harbour", "nurse"], ["harbour", "nurse", "zzz"]], np.repeat(ROWS, 2, axis=0))

    assert alike.largest[1, 0] < alike.largest[0, 0]


def test_each_form_counts_once_and_by_all_its_words() -> None:
    alike = LIKENESS.of([["harbour", "nurse"]], np.array([[2]]))
    idf, wanted = KNOWN.idf, {KNOWN.stems["harbour"], KNOWN.stems["nurse"]}
    length = np.sqrt(sum(idf[one] ** 2 for one in wanted))
    cosines = [
        sum(idf[one] ** 2 for one in wanted & set(form)) / length / np.sqrt(np.sum(idf[form] ** 2))
        for form, row in zip(np.split(KNOWN.token_stems, KNOWN.form_starts[1:]), KNOWN.rows, strict=True)
        if row == 2
    ]

    assert alike.together[0, 0] == pytest.approx(sum(one**4 for one in cosines), rel=1e-4)
    assert alike.largest[0, 0] == pytest.approx(max(cosines), rel=1e-4)


def test_the_first_of_those_as_like_is_told() -> None:
    titles = ("Tea Taster", "Taster of Tea")
    atlas = replace(tiny_atlas(), alternates=Lines(titles, np.array([0, *[2] * 8])))
    known = known_titles(atlas)

    alike = TitleLikeness(known).of([["tea", "taster"]], np.array([[0]]))

    assert known.lines[alike.forms[0, 0]] == "Tea Taster"


@pytest.mark.parametrize("names", [("Baker",), ("the", "Baker")])
def test_a_word_in_all_titles_and_an_occupation_without_words_do_no_harm(names: tuple[str, ...]) -> None:
    lines = Lines((), np.zeros(len(names) + 1, np.int64))
    atlas = replace(tiny_atlas(), codes=tiny_atlas().codes[: len(names)], titles=names, alternates=lines)

    alike = TitleLikeness(known_titles(atlas)).of([["baker"], []], np.array([range(len(names))] * 2))

    assert np.isfinite(alike.together).all()
    assert not alike.together[1].any()
