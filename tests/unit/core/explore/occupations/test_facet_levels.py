"""Levels of kinds of work: what is read from the survey, what stays unknown, and what the levels are worth."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.fit import Subject, judge
from unrut.core.explore.levels import UNKNOWN, Source
from unrut.core.explore.occupations.atlas import Atlas, Lines, Rated, Ratings
from unrut.core.explore.occupations.atlas_file import shipped_atlas
from unrut.core.explore.occupations.crosswalk import shipped_crosswalk
from unrut.core.explore.occupations.facet_levels import OccupationLevels
from unrut.core.explore.wants import Want
from unrut.core.explore.worth import worths
from unrut.core.facets import shipped_vocabulary

pytestmark = pytest.mark.unit

NONE = float("nan")
FREEDOM, OWN_TASKS, INDEPENDENCE, HOURS = "4.C.3.a.4", "4.C.3.b.8", "1.B.2.f", "4.C.3.d.8"
VOCABULARY = shipped_vocabulary()


def made(values: Mapping[tuple[Rated, str], Sequence[float]]) -> Atlas:
    """An atlas of invented occupations with these answers on scales from 1 to 5."""
    count = len(next(iter(values.values())))
    ratings = {}
    for table in {table for table, _ in values}:
        ids = tuple(element for kind, element in values if kind is table)
        numbers = np.array([values[table, element] for element in ids], dtype=np.float32).T
        low, high = np.ones(len(ids), dtype=np.float32), np.full(len(ids), 5, dtype=np.float32)
        ratings[table] = Ratings(ids, tuple(f"Asked {element}" for element in ids), numbers, low, high)
    names = tuple(f"Keeper of {place} keys" for place in range(count))
    nothing = Lines((), np.zeros(count + 1, dtype=np.int64))
    return Atlas("0.1", names, names, np.zeros(count, dtype=np.int8), ratings, {}, nothing, {})


def levels_of(
    freedom: Sequence[float], own_tasks: Sequence[float], independence: Sequence[float]
) -> OccupationLevels:
    answers = {
        (Rated.CONTEXT, FREEDOM): freedom,
        (Rated.CONTEXT, OWN_TASKS): own_tasks,
        (Rated.VALUE, INDEPENDENCE): independence,
    }
    return OccupationLevels(made(answers), VOCABULARY)


def hours(*answers: float) -> OccupationLevels:
    return OccupationLevels(made({(Rated.CONTEXT, HOURS): answers}), VOCABULARY)


def means_of(levels: OccupationLevels, facet: str) -> list[float]:
    return [float(mean) for mean in levels.means[:, levels.facets.index(facet)]]


def test_levels_lie_about_the_middle_by_deviations() -> None:
    strength = shipped_crosswalk()["working_hours"].strength

    found = hours(2, 3)

    moved = 5 * np.tanh(strength * 3 / 5)
    assert means_of(found, "working_hours") == pytest.approx([5 - moved, 5 + moved])
    assert found.of(0)["working_hours"].sd == pytest.approx(shipped_crosswalk()["working_hours"].sd)


def test_direction_turns_the_level() -> None:
    schedules, crossing = {(Rated.CONTEXT, "4.C.3.d.4"): [1.0, 1.5, 3.0]}, "schedule_flexibility"

    regular, mixed, seasonal = means_of(OccupationLevels(made(schedules), VOCABULARY), crossing)

    assert regular > mixed > 5 > seasonal


def test_level_is_surveyed_and_cites_the_answer_that_moved_it_most() -> None:
    found = levels_of([2, 3, 4], [3, 3.5, 5], [5, 1, 3])

    low, high = found.of(0)["autonomy"], found.of(2)["autonomy"]

    assert (low.source, high.source) == (Source.SURVEYED, Source.SURVEYED)
    assert low.cue == "freedom to decide 2.0 of 5"
    assert high.cue == "choosing one's own tasks and goals 5.0 of 5"
    assert low.mean < 5 < high.mean


def test_reading_shows_each_answer_on_its_scale_and_among_all() -> None:
    reading = levels_of([2, 3, 3, 5], [1, 2, 3, NONE], [NONE, 1, 2, 3]).readings(2)["autonomy"]

    freedom, own_tasks, independence = reading.elements
    assert (freedom.table, freedom.id, freedom.name) == (Rated.CONTEXT, FREEDOM, f"Asked {FREEDOM}")
    assert (freedom.position, freedom.percentile, freedom.words) == (0.5, 0.5, "freedom to decide")
    assert [own_tasks.percentile, independence.percentile] == pytest.approx([5 / 6, 0.5])
    assert reading.level == levels_of([2, 3, 3, 5], [1, 2, 3, NONE], [NONE, 1, 2, 3]).of(2)["autonomy"]


def test_facet_with_less_than_half_of_its_answers_is_unknown() -> None:
    found = levels_of([1, 2, NONE], [1, 2, NONE], [1, 2, 3])

    assert [("autonomy" in found.of(row), "autonomy" in found.readings(row)) for row in range(3)] == [
        (True, True),
        (True, True),
        (False, False),
    ]
    assert np.isnan(found.sds[2]).all()


def test_missing_answer_leaves_more_open() -> None:
    found = levels_of([1, 2, 3, 3], [1, 2, 3, 3], [1, 2, 3, NONE])

    whole, partly = found.of(2)["autonomy"], found.of(3)["autonomy"]

    assert whole.sd < partly.sd < UNKNOWN.sd
    assert [element.id for element in found.readings(3)["autonomy"].elements] == [FREEDOM, OWN_TASKS]


@pytest.mark.parametrize("answers", [[3.0], [3.0, 3.0], [NONE, NONE], [3.0, 3.0 + 1e-7]])
def test_answers_that_do_not_differ_tell_nothing(answers: list[float]) -> None:
    found = hours(*answers)

    assert found.of(0) == {}
    assert np.isnan(found.means).all()


def test_answers_that_outweigh_each_other_tell_nothing() -> None:
    both = {(Rated.CONTEXT, "4.C.3.a.4"): [1.0, 2.0], (Rated.CONTEXT, "4.C.3.b.8"): [2.0, 1.0]}

    assert "autonomy" not in OccupationLevels(made(both), VOCABULARY).of(0)


def test_occupations_without_any_table_are_unknown() -> None:
    bare = made({(Rated.STYLE, "1.D.9.z"): [1, 2]})

    means, sds = OccupationLevels(bare, VOCABULARY).worths([Want("autonomy", 50, 10)])

    unknown = worths([{}], [Want("autonomy", 50, 10)])
    assert means.tolist() == [[pytest.approx(unknown.mean[0, 0])]] * 2
    assert sds.tolist() == [[pytest.approx(unknown.sd[0, 0])]] * 2


def test_facets_are_those_of_the_vocabulary() -> None:
    found = hours(1, 2)

    assert found.facets == tuple(VOCABULARY.facets)
    assert found.means.shape == found.sds.shape == (2, len(VOCABULARY.facets))


def test_facet_that_the_vocabulary_lacks_is_left_out() -> None:
    few = replace(VOCABULARY, facets={"commute": VOCABULARY["commute"], "autonomy": VOCABULARY["autonomy"]})
    answers = made(
        {(Rated.CONTEXT, FREEDOM): [1, 2], (Rated.CONTEXT, OWN_TASKS): [1, 2], (Rated.CONTEXT, HOURS): [1, 2]}
    )

    found = OccupationLevels(answers, few)

    assert found.facets == ("commute", "autonomy")
    assert list(found.of(0)) == ["autonomy"]


def test_odd_occupation_is_held() -> None:
    found = hours(*([3.0] * 30 + [3.1] * 30 + [1.0]))

    strength = shipped_crosswalk()["working_hours"].strength
    assert means_of(found, "working_hours")[-1] == pytest.approx(5 - 5 * np.tanh(strength * 3 * 2.5 / 5))


answer = st.one_of(st.just(NONE), st.floats(1, 5, width=32))
rows = st.lists(st.tuples(answer, answer, answer), min_size=1, max_size=12)
wants = st.lists(
    st.builds(
        Want,
        st.sampled_from(["autonomy", "working_hours", "commute", "own_1"]),
        st.sampled_from([0.0, 5.0, 60.0]),
        st.floats(0, 10),
        st.none() | st.floats(0, 10),
    ),
    max_size=5,
)


@given(rows, wants)
def test_worths_of_any_answers_are_those_of_their_levels(
    told: list[tuple[float, float, float]], wanted: list[Want]
) -> None:
    found = levels_of(*(list(column) for column in zip(*told, strict=True)))
    single = worths([found.of(row) for row in range(len(told))], [want for want in wanted if want.weight])

    means, sds = found.worths(wanted)

    assert means.dtype == sds.dtype == np.float32
    assert means.shape == single.mean.shape
    assert np.abs(means - single.mean).max(initial=0) <= 0.01
    assert np.abs(sds - single.sd).max(initial=0) <= 0.01


@given(rows)
def test_levels_of_any_answers_stay_on_the_line(told: list[tuple[float, float, float]]) -> None:
    found = levels_of(*(list(column) for column in zip(*told, strict=True)))

    assert (np.isnan(found.means) == np.isnan(found.sds)).all()
    for row in range(len(told)):
        for reading in found.readings(row).values():
            assert 0 <= reading.level.mean <= 10
            assert 0 < reading.level.sd <= UNKNOWN.sd
            assert all(0 <= each.position <= 1 and 0 < each.percentile < 1 for each in reading.elements)


@pytest.fixture(scope="module")
def shipped() -> OccupationLevels:
    return OccupationLevels(shipped_atlas(), VOCABULARY)


@pytest.mark.parametrize(
    ("facet", "low", "high"),
    [
        ("task_variety", "Data Entry Keyers", "Urban and Regional Planners"),
        ("challenge_level", "Fast Food and Counter Workers", "Physicists"),
        ("skill_use", "Cleaners of Vehicles and Equipment", "Veterinarians"),
        ("autonomy", "Cooks, Fast Food", "Chief Executives"),
        ("significance", "Graders and Sorters, Agricultural Products", "Critical Care Nurses"),
        ("task_identity", "Slaughterers and Meat Packers", "Architects, Except Landscape and Naval"),
        ("learning_growth", "Models", "Biochemists and Biophysicists"),
        ("advancement", "Dishwashers", "Chief Executives"),
        ("recognition", "Dishwashers", "Chief Executives"),
        ("pay_benefits", "Dishwashers", "Computer and Information Systems Managers"),
        ("job_security", "Fishing and Hunting Workers", "Optometrists"),
        ("manager_support", "Actors", "Nuclear Technicians"),
        ("coworkers", "Poets, Lyricists and Creative Writers", "Registered Nurses"),
        (
            "emotional_demands",
            "Fine Artists, Including Painters, Sculptors, and Illustrators",
            "Firefighters",
        ),
        ("respect_safety", "Police and Sheriff's Patrol Officers", "Actuaries"),
        ("workload_pace", "Massage Therapists", "Editors"),
        ("working_hours", "Crossing Guards and Flaggers", "Anesthesiologists"),
        ("schedule_flexibility", "Construction Laborers", "Optometrists"),
        ("work_life", "Athletes and Sports Competitors", "Tutors"),
        ("remote_location", "Roofers", "Computer Programmers"),
        ("physical_environment", "Roof Bolters, Mining", "Economists"),
    ],
)
def test_release_orders_kinds_of_work_as_one_would(
    shipped: OccupationLevels, facet: str, low: str, high: str
) -> None:
    titles = shipped_atlas().titles

    below, above = (shipped.of(titles.index(title))[facet].mean for title in (low, high))

    assert below < 5 < above
    assert above - below > 1.5


def test_known_facets_of_the_release_lie_about_the_middle(shipped: OccupationLevels) -> None:
    known = [facet for facet in shipped_crosswalk() if facet in shipped.facets]

    columns = shipped.means[:, [shipped.facets.index(facet) for facet in known]]

    assert np.abs(np.nanmean(columns, axis=0) - 5).max() < 0.15
    assert (np.isfinite(columns).sum(axis=0) > 800).all()


def test_worths_of_the_release_agree_with_the_fit(shipped: OccupationLevels) -> None:
    wanted = [Want("autonomy", 80, 10), Want("working_hours", 40, 4, 8), Want("commute", 30, 0)]
    rows = [3, 300, 700]
    shares = np.array([80, 40, 30]) / 150
    subjects = [Subject(str(row), shipped.of(row)) for row in rows]

    fits = judge(subjects, wanted, reference="3", weights=np.repeat(shares[None], 50, axis=0), draws=50)

    points = (100 * shipped.worths(wanted)[0][rows] @ shares).tolist()
    assert {fit.key: fit.mean for fit in fits} == pytest.approx(
        dict(zip(map(str, rows), points, strict=True)), abs=0.3
    )
