"""How far away an occupation is, and what makes it so."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from skill_atlases import (
    CLERK,
    DREAMER,
    HEALER,
    HELPER,
    IMPORTANCE,
    LEVELS,
    any_skill_atlas,
    shares,
    skill_atlas,
)
from unrut.core.explore.occupations.atlas import Atlas, Entry, Floats
from unrut.core.explore.occupations.atlas_file import shipped_atlas
from unrut.core.explore.occupations.needs import needs_of
from unrut.core.explore.occupations.own_skills import Mine, mine
from unrut.core.explore.occupations.reach import (
    LIMITS,
    Hindrance,
    Horizon,
    Reach,
    Reaches,
    ReachModel,
    Verdict,
    shares_of,
)

pytestmark = pytest.mark.unit

ENTRY = {
    Entry.EDUCATION: [
        shares(12, {2: 1.0}),
        shares(12, {6: 1.0}),
        shares(12, {3: 0.4, 5: 0.6}),
        shares(12, {}),
    ]
}
ALL = [7.0] * 7
HELD = ("nurse", "nursing_assistant")
YEAR, THREE, ANY = Horizon


def levels(values: Sequence[float] | Floats) -> Mine:
    told = np.array(values, dtype=np.float32)
    return Mine(told, np.full(7, 0.5, dtype=np.float32), np.ones(7, dtype=np.bool_))


def reaches(
    values: Sequence[float] = ALL,
    *,
    nearness: Sequence[float] | None = None,
    horizon: Horizon = YEAR,
    **told: object,
) -> Reaches:
    near = None if nearness is None else np.array(nearness, dtype=np.float32)
    model = ReachModel(skill_atlas(entry=ENTRY))
    return model.reaches(levels(values), nearness=near, horizon=horizon, **{"licences": HELD, **told})  # type: ignore[arg-type]


def test_who_brings_everything_is_there() -> None:
    assert reaches().of(CLERK) == Reach(Verdict.REALISTIC, 1.0, 0.0, ())


def test_coverage_is_the_part_of_what_is_asked_by_importance_and_level() -> None:
    # Knowledge of the office at 5 of weight 1 is 5 of 5.33 of the knowledge, which is two fifths of everything.
    found = reaches([7, 7, 7, 7, 0, 7, 7]).of(CLERK)

    assert found.coverage == pytest.approx(1 - 0.4 * 5 / (5 + 2 / 6))
    assert found.distance == pytest.approx(1 - (found.coverage or 0))
    assert found.hindrances == (Hindrance.GAPS,)


def test_who_brings_nothing_covers_nothing() -> None:
    found = reaches([0.0] * 7)

    assert found.coverage[:3].tolist() == pytest.approx([0, 0, 0], abs=1e-6)
    assert found.distance.tolist() == pytest.approx([1, 1, 1, 1], abs=1e-6)


def test_way_up_is_longer_than_the_way_down() -> None:
    atlas = skill_atlas()
    model = ReachModel(atlas)

    up = model.reaches(mine(atlas, {}, [(HELPER, 1.0)]), licences=HELD).of(HEALER)
    down = model.reaches(mine(atlas, {}, [(HEALER, 1.0)]), licences=HELD).of(HELPER)

    assert down.distance < 0.05
    assert up.distance > 0.2


@pytest.mark.parametrize(
    ("horizon", "verdict"), [(YEAR, Verdict.STRETCH), (THREE, Verdict.REALISTIC), (ANY, Verdict.REALISTIC)]
)
def test_gap_of_a_fifth_is_realistic_with_more_time(horizon: Horizon, verdict: Verdict) -> None:
    values = np.array([4.0, 2, 4, 2, 5, 4, 1]) * 0.82

    found = reaches(values.tolist(), horizon=horizon).of(CLERK)

    assert found.coverage == pytest.approx(0.82)
    assert found.verdict is verdict
    assert found.hindrances == ((Hindrance.GAPS,) if horizon is YEAR else ())


def test_zones_up_hinder_and_zones_down_do_not() -> None:
    assert reaches(zone=2).of(HEALER).hindrances == (Hindrance.ZONE,)
    assert reaches(zone=3).of(HEALER).hindrances == ()
    assert reaches(zone=2, horizon=THREE).of(HEALER).hindrances == ()
    assert reaches(zone=5).of(HELPER).distance == reaches().of(HELPER).distance
    assert reaches(zone=1).of(HELPER).distance > reaches().of(HELPER).distance


@pytest.mark.parametrize(
    ("education", "horizon", "verdict"),
    [
        (2, YEAR, Verdict.FAR),
        (3, YEAR, Verdict.FAR),
        (5, YEAR, Verdict.STRETCH),
        (6, YEAR, Verdict.REALISTIC),
        (None, YEAR, Verdict.REALISTIC),
        (2, THREE, Verdict.STRETCH),
        (3, THREE, Verdict.STRETCH),
        (5, THREE, Verdict.REALISTIC),
        (2, ANY, Verdict.REALISTIC),
    ],
)
def test_study_hinders_by_its_years(education: int | None, horizon: Horizon, verdict: Verdict) -> None:
    found = reaches(education=education, horizon=horizon).of(HEALER)

    assert found.verdict is verdict
    assert found.hindrances == (() if verdict is Verdict.REALISTIC else (Hindrance.EDUCATION,))


def test_licence_hinders_who_lacks_it_where_it_takes_longer_than_the_horizon() -> None:
    atlas = skill_atlas(codes=["47-2111.00", "53-3032.00", "13-2011.00", "99-9999.00"])
    model, me = ReachModel(atlas), levels(ALL)

    assert model.reaches(me).of(0).hindrances == (Hindrance.LICENCE,)
    assert model.reaches(me, horizon=THREE).of(0).hindrances == ()
    assert model.reaches(me, licences=["electrician"]).of(0) == Reach(Verdict.REALISTIC, 1.0, 0.0, ())
    # Lorries take weeks, and most accountants work without.
    assert [model.reaches(me).of(row).hindrances for row in (1, 2)] == [(), ()]
    assert model.reaches(me).distance[[1, 2]].tolist() == pytest.approx([0.1, 0.0])


def test_other_tasks_hinder_who_does_not_bring_nearly_everything() -> None:
    near = [1.0, 0.0, 0.0, 0.5]

    found = reaches([4, 4, 4, 4, 4, 5, 5], nearness=near)

    assert found.of(CLERK).hindrances == (Hindrance.UNLIKE,)
    assert reaches(nearness=near).of(CLERK).hindrances == ()
    assert reaches(nearness=near).of(CLERK).distance > reaches().of(CLERK).distance
    assert found.of(DREAMER).hindrances == (Hindrance.UNLIKE, Hindrance.UNSURVEYED)


def test_nearness_counts_by_place_and_not_by_its_scale() -> None:
    near = np.array([1.0, 0.2, 0.1, 0.0])

    assert (
        reaches(nearness=near.tolist()).distance.tolist()
        == reaches(nearness=(near**3).tolist()).distance.tolist()
    )
    assert reaches(nearness=[0.3] * 4).distance.tolist() == reaches().distance.tolist()


def test_occupation_nobody_was_asked_about_is_a_stretch_by_its_tasks_and_never_more() -> None:
    found = reaches([2, 3, 1, 1, 1, 3, 4], horizon=ANY)

    assert found.of(DREAMER).verdict is Verdict.STRETCH
    assert found.of(DREAMER).coverage is None
    assert found.of(DREAMER).hindrances == (Hindrance.UNSURVEYED,)
    assert found.of(DREAMER).distance == pytest.approx(1 - found.coverage[:3].mean(), abs=1e-6)


def test_atlas_without_skills_knows_no_coverage() -> None:
    atlas = replace(skill_atlas(), ratings={})

    found = ReachModel(atlas).reaches(mine(atlas, {}))

    assert [found.of(row).coverage for row in range(4)] == [None] * 4
    assert found.distance.tolist() == [1.0] * 4


def test_work_that_asks_for_nothing_is_covered() -> None:
    atlas = skill_atlas([[0.0] * 7], [[1.0] * 5], codes=["99-0000.00"])

    assert ReachModel(atlas).reaches(levels([0.0] * 7)).of(0) == Reach(Verdict.REALISTIC, 1.0, 0.0, ())


def test_atlas_without_occupations_is_empty() -> None:
    atlas = skill_atlas([], None)
    nothing = np.zeros(0, dtype=np.float32)

    assert ReachModel(atlas).reaches(mine(atlas, {}), nearness=nothing).distance.shape == (0,)


def test_limits_grow_with_the_horizon() -> None:
    for tighter, wider in pairwise(LIMITS):
        assert tighter.shortfall < wider.shortfall
        assert tighter.zones < wider.zones
        assert tighter.years < wider.years
        assert tighter.months < wider.months
        assert tighter.unlike < wider.unlike
    assert len(LIMITS) == len(Horizon) + 1


@pytest.mark.parametrize(("place", "years"), [(0, 1), (1, 3)])
def test_study_within_a_horizon_fits_into_it_beside_a_job(place: int, years: int) -> None:
    assert LIMITS[place].years * 2 == years


@given(any_skill_atlas())
def test_shares_times_levels_sum_to_one_or_nothing(atlas: Atlas) -> None:
    needs = needs_of(atlas)

    whole = (shares_of(needs) * needs.levels).sum(axis=1)

    assert all(total == 0 or total == pytest.approx(1, abs=1e-4) for total in whole.tolist())


@given(
    any_skill_atlas(),
    arrays(np.float32, 7, elements=st.floats(0, 7, width=32)),
    st.integers(0, 6),
    st.floats(0, 7, width=32),
    st.sampled_from(Horizon),
)
def test_raising_a_level_never_makes_anything_farther(
    atlas: Atlas, values: Floats, place: int, more: float, horizon: Horizon
) -> None:
    raised = values.copy()
    raised[place] = max(values[place], more)
    model = ReachModel(atlas)

    before, after = (
        model.reaches(levels(told), zone=2, education=3, horizon=horizon) for told in (values, raised)
    )

    assert (after.distance <= before.distance).all()
    assert (after.coverage >= before.coverage).all()
    assert (after.verdicts <= before.verdicts).all()


@given(
    any_skill_atlas(),
    st.none() | st.integers(1, 12),
    st.integers(0, 5),
    st.lists(st.floats(0, 1, width=32), min_size=5, max_size=5),
)
def test_more_time_never_makes_it_look_worse(
    atlas: Atlas, education: int | None, zone: int, near: list[float]
) -> None:
    nearness = np.array(near[: len(atlas)], dtype=np.float32)
    model, me = ReachModel(atlas), mine(atlas, {}, [(0, 1.0)])

    found = [
        model.reaches(me, nearness=nearness, zone=zone, education=education, horizon=horizon)
        for horizon in Horizon
    ]

    for sooner, later in pairwise(found):
        assert (sooner.verdicts >= later.verdicts).all()
        assert (sooner.hindrances >= later.hindrances).all()
        assert sooner.distance.tolist() == later.distance.tolist()


@given(any_skill_atlas(), st.sampled_from(Horizon))
def test_verdict_is_realistic_just_where_nothing_hinders(atlas: Atlas, horizon: Horizon) -> None:
    found = ReachModel(atlas).reaches(mine(atlas, {}), zone=1, education=1, horizon=horizon)

    assert ((found.verdicts == 0) == ~found.hindrances.any(axis=1)).all()
    assert ((found.distance >= 0) & (found.distance <= 1)).all()
    assert ((found.coverage >= 0) & (found.coverage <= 1)).all()


def test_another_occupation_does_not_change_how_far_the_others_are() -> None:
    me = levels([2, 2, 2, 2, 2, 2, 2])
    few, many = (skill_atlas(LEVELS[:count], IMPORTANCE[:count]) for count in (2, 4))

    found = [ReachModel(atlas).reaches(me, zone=2).distance[:2].tolist() for atlas in (few, many)]

    assert found[0] == found[1]


def test_nurse_is_farther_from_an_assistant_than_the_other_way_round() -> None:
    atlas = shipped_atlas()
    model = ReachModel(atlas)
    assistant, nurse = (atlas.rows[code] for code in ("31-1131.00", "29-1141.00"))

    up = model.reaches(mine(atlas, {}, [(assistant, 1.0)]), zone=int(atlas.zones[assistant])).of(nurse)
    down = model.reaches(mine(atlas, {}, [(nurse, 1.0)]), zone=int(atlas.zones[nurse])).of(assistant)

    assert down.distance < 0.15
    assert up.distance > 0.3


def test_each_occupation_is_realistic_for_one_who_works_there() -> None:
    atlas = shipped_atlas()
    model = ReachModel(atlas)
    is_surveyed = needs_of(atlas).is_rated.any(axis=1)

    for row in np.flatnonzero(is_surveyed)[::50]:
        found = model.reaches(mine(atlas, {}, [(int(row), 1.0)]), zone=int(atlas.zones[row]))
        assert found.coverage[row] == pytest.approx(1, abs=1e-5)
        assert Hindrance.GAPS not in found.of(int(row)).hindrances


@pytest.mark.parametrize("code", ["41-2031.00", "13-2011.00", "53-3032.00", "11-2021.00"])
def test_some_dozens_are_realistic_within_a_year_for_common_work(code: str) -> None:
    atlas = shipped_atlas()
    row = atlas.rows[code]
    found = ReachModel(atlas).reaches(mine(atlas, {}, [(row, 1.0)]), zone=int(atlas.zones[row]))

    realistic, stretch, far = np.bincount(found.verdicts, minlength=3).tolist()

    assert 50 < realistic < stretch + far
    assert min(stretch, far) > 100
