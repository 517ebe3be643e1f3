"""What occupations ask for, and how much each thing counts."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from skill_atlases import CLERK, DREAMER, ELEMENTS, any_skill_atlas, skill_atlas
from unrut.core.explore.occupations.atlas import Atlas, Rated, Ratings
from unrut.core.explore.occupations.needs import elements_of, needs_of
from unrut.core.explore.occupations.skill_words import SkillTable

pytestmark = pytest.mark.unit


def test_elements_are_skills_then_knowledge_then_activities() -> None:
    needs = needs_of(skill_atlas())

    assert elements_of(skill_atlas()) == needs.elements == ELEMENTS
    assert [str(table) for table in needs.tables] == ["skill"] * 3 + ["knowledge"] * 2 + ["activity"] * 2


def test_weight_grows_from_importance_two_to_five_and_else_with_the_level() -> None:
    weights = needs_of(skill_atlas()).weights[CLERK]

    assert weights.tolist() == pytest.approx([2 / 3, 1 / 6, 2 / 3, 1 / 6, 1, 2 / 5, 0])


def test_weight_goes_by_the_level_where_one_importance_is_not_known() -> None:
    atlas = skill_atlas([(4.0,) * 7], [(np.nan, 3.5, 3.5, 3.5, 3.5)])

    assert needs_of(atlas).weights[0].tolist() == pytest.approx([2 / 5, *[0.5] * 4, 2 / 5, 2 / 5])


def test_importance_is_matched_by_element_and_not_by_place() -> None:
    atlas = skill_atlas()
    told = atlas.ratings[Rated.KNOWLEDGE_IMPORTANCE]
    turned = Ratings(told.ids[::-1], told.names[::-1], told.values[:, ::-1], told.lows, told.highs)
    lacking = Ratings(told.ids[:1], told.names[:1], told.values[:, :1], told.lows[:1], told.highs[:1])

    weights = [needs_of(_with(atlas, rated)).weights[CLERK, 3:5].tolist() for rated in (turned, lacking)]

    assert weights[0] == needs_of(atlas).weights[CLERK, 3:5].tolist()
    assert weights[1] == pytest.approx([1 / 6, 3 / 5])


def test_occupation_that_was_not_rated_asks_for_nothing_known() -> None:
    needs = needs_of(skill_atlas(), DREAMER)

    assert not needs.is_rated.any()
    assert not needs.levels.any()
    assert not needs.weights.any()


def test_tables_that_a_release_lacks_are_left_out() -> None:
    atlas = skill_atlas()
    only = {rated: atlas.ratings[rated] for rated in (Rated.KNOWLEDGE_LEVEL, Rated.KNOWLEDGE_IMPORTANCE)}

    assert set(needs_of(replace(atlas, ratings=only)).tables) == {SkillTable.KNOWLEDGE}
    assert needs_of(replace(atlas, ratings={})).levels.shape == (4, 0)


@given(any_skill_atlas())
def test_needs_are_numbers_and_one_row_is_as_in_all(atlas: Atlas) -> None:
    every = needs_of(atlas)

    assert np.isfinite(every.levels).all()
    assert ((every.weights >= 0) & (every.weights <= 1)).all()
    for row in range(len(atlas)):
        one = needs_of(atlas, row)
        assert one.levels[0].tolist() == every.levels[row].tolist()
        assert one.weights[0].tolist() == every.weights[row].tolist()


def _with(atlas: Atlas, importance: Ratings) -> Atlas:
    return replace(atlas, ratings={**atlas.ratings, Rated.KNOWLEDGE_IMPORTANCE: importance})
