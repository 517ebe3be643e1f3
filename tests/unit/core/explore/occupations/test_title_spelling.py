"""Misspelt words of titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlases import tiny_atlas
from unrut.core.explore.occupations import title_spelling
from unrut.core.explore.occupations.known_titles import known_titles
from unrut.core.explore.occupations.title_spelling import TitleSpelling, pieces_of, slips

pytestmark = pytest.mark.unit
SPELLING = TitleSpelling(known_titles(tiny_atlas()))


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("nruse", "nurse"),
        ("harbor", "harbour"),
        ("electrican", "electrician"),
        ("programer", "programmer"),
        ("nurse", ""),
        ("qqqqqq", ""),
        ("urse", ""),
        ("nur", ""),
        ("n" * 25, ""),
        ("nurs3", ""),
        ("", ""),
    ],
)
def test_a_word_is_spelt_as_the_known_one_near_it(word: str, meant: str) -> None:
    assert SPELLING.meant(word) == meant


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("nurse", "nurse", 0),
        ("nurse", "nruse", 1),
        ("nurse", "nurs", 1),
        ("nurse", "purses", 2),
        ("a", "abcd", 3),
    ],
)
def test_slips_are_counted_up_to_the_most(one: str, other: str, count: int) -> None:
    assert slips(one, other, 2) == count


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_slips_are_the_same_both_ways(one: str, other: str) -> None:
    assert slips(one, other, 9) == slips(other, one, 9)
    assert (slips(one, other, 9) == 0) == (one == other)


def test_too_many_remembered_words_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(title_spelling, "_MOST_REMEMBERED", 1)
    spelling = TitleSpelling(SPELLING.known)

    assert [spelling.meant(word) for word in ("nruse", "harbor", "nruse")] == ["nurse", "harbour", "nurse"]
    assert list(spelling._found) == ["nruse"]


def test_pieces_are_runs_of_three_letters() -> None:
    assert pieces_of("clerk") == [" cl", "cle", "ler", "erk", "rk "]
    assert pieces_of("a") == [" a "]
