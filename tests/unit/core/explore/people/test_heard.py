"""What people say of a facet as a level: the more of them, and the more they agree, the surer."""

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.levels import Level, Source
from unrut.core.explore.people.heard import LEAST_SD, ONE_VOICE, Heard, heard_levels

pytestmark = pytest.mark.unit

LEVELS = st.lists(st.integers(0, 10), min_size=1, max_size=9)


def level_of(*levels: float) -> Level:
    return heard_levels([Heard("autonomy", level) for level in levels])["autonomy"]


def test_nothing_is_heard_of_what_nobody_told() -> None:
    assert heard_levels([]) == {}


def test_one_voice_is_taken_as_it_is_with_its_doubt() -> None:
    assert level_of(7) == Level(7, ONE_VOICE, Source.HEARD, "")


def test_each_facet_is_heard_for_itself() -> None:
    found = heard_levels([Heard("autonomy", 2), Heard("commute", 9)])

    assert {facet: level.mean for facet, level in found.items()} == {"autonomy": 2, "commute": 9}


def test_latest_words_stand_for_all_even_if_the_last_had_none() -> None:
    said = [Heard("autonomy", 4, "Hardly any"), Heard("autonomy", 6, "It grew"), Heard("autonomy", 6)]

    assert heard_levels(said)["autonomy"].cue == "It grew"


def test_people_who_agree_are_surer_than_people_who_differ() -> None:
    assert level_of(6, 6).sd < level_of(6).sd < level_of(0, 10).sd


def test_no_number_of_voices_is_wholly_sure() -> None:
    assert level_of(*[5] * 100).sd == LEAST_SD


@given(LEVELS)
def test_level_lies_between_what_was_said(levels: list[int]) -> None:
    level = level_of(*levels)

    assert min(levels) - 1e-9 <= level.mean <= max(levels) + 1e-9
    assert isfinite(level.sd)
    assert level.sd >= LEAST_SD


@given(LEVELS)
def test_order_of_voices_does_not_matter(levels: list[int]) -> None:
    assert level_of(*levels).mean == pytest.approx(level_of(*sorted(levels)).mean)
    assert level_of(*levels).sd == pytest.approx(level_of(*sorted(levels)).sd)
