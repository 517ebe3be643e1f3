"""Known titles as arrays."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlases import tiny_atlas
from unrut.core.explore.occupations.atlas import Lines
from unrut.core.explore.occupations.known_titles import KnownTitles, gathered, known_titles, turned

pytestmark = pytest.mark.unit
Lists = list[list[int]]


def _known(*titles: str) -> KnownTitles:
    atlas = tiny_atlas()
    starts = np.array([0, *[len(titles)] * len(atlas)])
    return known_titles(replace(atlas, alternates=Lines(titles, starts)))


@given(st.lists(st.lists(st.integers(0, 9))), st.data())
def test_runs_give_the_lists_of_places(lists: Lists, data: st.DataObject) -> None:
    asked = data.draw(st.lists(st.integers(0, max(0, len(lists) - 1)), max_size=5 if lists else 0))

    values, which = gathered(lists).of(np.array(asked, dtype=np.int64))

    assert values.tolist() == [one for place in asked for one in lists[place]]
    assert which.tolist() == [at for at, place in enumerate(asked) for _ in lists[place]]


@given(st.lists(st.lists(st.integers(0, 9), unique=True)))
def test_turned_runs_tell_who_holds_a_value(lists: Lists) -> None:
    runs = turned(gathered(lists), 10)

    for value in range(10):
        held, _ = runs.of(np.array([value]))
        assert held.tolist() == [place for place, some in enumerate(lists) if value in some]


def test_names_come_first_and_both_forms_of_a_line_are_known() -> None:
    known = _known("Tea Taster (TT)")

    assert known.lines[:3] == ("Teahouse Managers", "Tea Taster (TT)", "Tea Taster (TT)")
    assert known.is_name.tolist() == [True, False, False, *[True] * 7]
    assert known.rows.tolist() == [0, 0, 0, *range(1, 8)]


def test_a_set_of_words_is_found_in_any_order() -> None:
    known = _known("Taster of Teas", "Tea Pourer")
    numbers = known.stems

    found = known.forms_with([[numbers["tea"], numbers["taster"]], [], [numbers["tea"]]])

    assert [[known.lines[form] for form in forms] for forms in found] == [["Taster of Teas"], [], []]
    assert known.forms_with([]) == []


def test_a_rare_word_tells_more() -> None:
    known = _known("Tea Taster", "Tea Pourer")

    assert known.idf[known.stems["taster"]] > known.idf[known.stems["tea"]] > 0


def test_a_line_without_words_and_one_of_two_lines_do_no_harm() -> None:
    known = _known("of the", "Tea\nTaster")

    assert known.lines[1] == "Tea\nTaster"
    assert len(known.form_starts) == len(known.lines) == 9
