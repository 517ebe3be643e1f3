"""How people enter an occupation, and whether one has to study for it."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill_atlases import CLERK, CODES, DREAMER, HEALER, HELPER, NAN, any_skill_atlas, shares, skill_atlas
from unrut.core.errors import InvalidReferenceError
from unrut.core.explore.occupations.atlas import Atlas, Entry
from unrut.core.explore.occupations.study import (
    EDUCATION,
    EntryShare,
    entering,
    load_cheaper_ways,
    shipped_cheaper_ways,
    study_need,
    study_years,
    usual_categories,
)

pytestmark = pytest.mark.unit

CATEGORY = st.integers(1, 12)
ENTRY: Mapping[Entry, Sequence[Sequence[float]]] = {
    Entry.EDUCATION: [
        shares(12, {2: 0.5, 3: 0.25, 6: 0.25}),
        shares(12, {3: 0.2, 6: 0.5, 8: 0.3}),
        shares(12, {6: 1.0}),
        shares(12, {}),
    ],
    Entry.EXPERIENCE: [shares(11, {1: 0.4, 3: 0.6}), shares(11, {11: 1.0}), shares(11, {}), shares(11, {})],
    Entry.SITE_TRAINING: [shares(9, {5: 1.0}), shares(9, {1: 1.0}), shares(9, {}), shares(9, {})],
    Entry.JOB_TRAINING: [shares(9, {2: 1.0}), shares(9, {2: 1.0}), shares(9, {}), shares(9, {})],
}


def atlas(entry: Mapping[Entry, Sequence[Sequence[float]]] = ENTRY) -> Atlas:
    return skill_atlas(entry=entry)


def test_entering_tells_what_people_named() -> None:
    found = entering(atlas(), HELPER)

    assert found is not None
    assert found.education == (
        EntryShare(2, "School leaving certificate", 0.5),
        EntryShare(3, "Certificate of a trade, after school", 0.25),
        EntryShare(6, "Bachelor's degree", 0.25),
    )
    assert (found.usual_education, found.asks_degree, found.zone) == (2, 0.25, 2)
    assert (found.experience, found.training) == ((1.0, 3.0), (6.0, 12.0))


def test_entering_takes_shares_that_do_not_sum_to_one() -> None:
    entry = {Entry.EDUCATION: [shares(12, {2: 20.0, 6: 60.0}), *ENTRY[Entry.EDUCATION][1:]]}

    found = entering(atlas(entry), HELPER)

    assert found is not None
    assert (found.usual_education, found.asks_degree) == (6, 0.75)
    assert (found.experience, found.training) == (None, None)


def test_open_answer_at_the_end_has_an_end() -> None:
    found = entering(atlas(), HEALER)

    assert found is not None
    assert (found.experience, found.training) == ((120.0, 240.0), (0.0, 1.0))


def test_entering_is_silent_where_nobody_was_asked() -> None:
    assert entering(atlas(), DREAMER) is None
    only_zone = entering(atlas({}), HELPER)
    assert only_zone is not None
    assert (only_zone.education, only_zone.usual_education, only_zone.asks_degree) == ((), None, None)
    assert (only_zone.experience, only_zone.training, only_zone.zone) == (None, None, 2)


def test_study_is_needed_where_more_than_half_ask_for_more() -> None:
    found = study_need(atlas(), CLERK, 2)

    assert found is not None
    assert (found.is_needed, found.is_gate, found.share_asking) == (True, False, 1.0)
    assert (found.from_category, found.to_category, found.years) == (2, 6, (3.0, 4.5))
    assert found.hours_a_week_part_time == 18.0
    assert len(found.cheaper) == len(shipped_cheaper_ways())


def test_licence_makes_it_a_gate_without_a_way_around() -> None:
    found = study_need(atlas(), HEALER, 3)

    assert found is not None
    assert found.is_gate
    assert found.share_asking == pytest.approx(0.8)
    assert found.cheaper == tuple(way.text for way in shipped_cheaper_ways().values() if way.with_licence)
    assert 0 < len(found.cheaper) < len(shipped_cheaper_ways())


def test_study_is_not_needed_with_what_is_usual() -> None:
    found = study_need(atlas(), HEALER, 6)

    assert found is not None
    assert (found.is_needed, found.is_gate) == (False, False)
    assert found.share_asking == pytest.approx(0.3)
    assert (found.to_category, found.years, found.cheaper) == (6, (0.0, 0.0), ())
    assert found.hours_a_week_part_time == 0.0


def test_study_is_unknown_where_either_side_is() -> None:
    assert study_need(atlas(), HELPER, None) is None
    assert study_need(atlas(), DREAMER, 2) is None
    assert study_need(atlas({}), HELPER, 2) is None


@pytest.mark.parametrize("category", [0, 13, -1])
def test_category_that_is_none_is_our_mistake(category: int) -> None:
    with pytest.raises(ValueError, match="no category"):
        study_need(atlas(), HELPER, category)
    with pytest.raises(ValueError, match="no category"):
        study_years(2, category)


def test_education_has_twelve_categories_whose_years_grow() -> None:
    years = [education.years for education in EDUCATION.values()]

    assert list(EDUCATION) == list(range(1, 13))
    assert years == sorted(years)
    assert [high for _, high in years] == sorted(high for _, high in years)


@given(CATEGORY, CATEGORY, CATEGORY)
def test_more_education_never_takes_fewer_years(start: int, end: int, other: int) -> None:
    least, most = study_years(start, max(end, other))

    assert 0 <= least <= most
    assert (most > 0) == (max(end, other) > start)
    assert study_years(start, min(end, other))[1] <= most


@given(any_skill_atlas(), st.none() | CATEGORY)
def test_any_answers_make_honest_shares(atlas: Atlas, education: int | None) -> None:
    usual = usual_categories(atlas.entry.get(Entry.EDUCATION), len(atlas))

    for row in range(len(atlas)):
        found, need = entering(atlas, row), study_need(atlas, row, education)
        if found is not None and found.usual_education is not None:
            assert sum(entry.share for entry in found.education) == pytest.approx(1, abs=1e-5)
            assert 0 <= (found.asks_degree or 0) <= 1
        assert ((found and found.usual_education) or 0) == usual[row]
        assert need is None or (0 <= need.share_asking <= 1 and need.years[0] <= need.years[1])
        assert need is None or need.is_needed == (usual[row] > need.from_category)


def test_usual_education_is_nought_where_nobody_was_asked() -> None:
    told = np.array([shares(12, {}), shares(12, {2: 0.5, 3: 0.5}), [NAN, 0.4, NAN, 0.6, *[NAN] * 8]])

    assert usual_categories(told.astype(np.float32), 3).tolist() == [0, 2, 4]
    assert usual_categories(None, len(CODES)).tolist() == [0, 0, 0, 0]


def test_cheaper_ways_are_whole_sentences() -> None:
    assert all(way.text.endswith(".") and "!" not in way.text for way in shipped_cheaper_ways().values())


def test_wrong_cheaper_way_says_what_to_mend() -> None:
    text = '[cheaper.nap]\ntext = "Sleep over it."\nwith_licence = 1'

    with pytest.raises(InvalidReferenceError, match=r"line 3: cheaper[.]nap[.]with_licence should be true"):
        load_cheaper_ways(text, file="c.toml")
