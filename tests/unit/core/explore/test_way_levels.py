"""A way keeps of the present job what is its own, and nothing else is assumed of it."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.levels import UNKNOWN, Level, Levels, Source
from unrut.core.explore.way_levels import levels_of_way
from unrut.core.explore.ways import WayKind
from unrut.core.facets import shipped_vocabulary

pytestmark = pytest.mark.unit

VOCABULARY = shipped_vocabulary()
WORK = next(facet for facet, known in VOCABULARY.facets.items() if known.part == "task")
EMPLOYER = next(facet for facet, known in VOCABULARY.facets.items() if known.part == "company")
PRESENT: Levels = {
    WORK: Level(3.0, 0.8, Source.ANSWERED, "cue"),
    EMPLOYER: Level(6.0, 2.0, Source.NOTES),
    "commute": Level(9.0, 0.8, Source.ANSWERED),
    "own_1": Level(2.0, 0.8, Source.ANSWERED),
    "fairness": UNKNOWN,
}
TREATED: Levels = {**PRESENT, WORK: Level(5.0, 1.5, Source.EXPECTED)}


def levels(
    kind: WayKind,
    *,
    treated: Levels = TREATED,
    stated: Levels | None = None,
    answered: dict[str, int] | None = None,
) -> dict[str, Level]:
    return levels_of_way(
        kind,
        present=PRESENT,
        treated=treated,
        stated=stated,
        answered=answered or {},
        vocabulary=VOCABULARY,
    )


@pytest.mark.parametrize("kind", [WayKind.STAY, WayKind.TIME_OFF])
def test_staying_and_time_off_are_the_job_as_it_is(kind: WayKind) -> None:
    assert levels(kind) == PRESENT


def test_changed_job_is_the_treated_one() -> None:
    assert levels(WayKind.CHANGE) == TREATED


def test_changed_job_without_anything_to_treat_is_the_job_as_it_is() -> None:
    assert levels(WayKind.CHANGE, treated={}) == PRESENT


@pytest.mark.parametrize(
    ("kind", "kept"),
    [
        (WayKind.INSIDE, {EMPLOYER, "commute"}),
        (WayKind.JOB, {WORK}),
        (WayKind.FIELD, set()),
        (WayKind.STUDY_PART, set()),
        (WayKind.STUDY_FULL, set()),
        (WayKind.INTEREST, {"job_interest", "autonomy"}),
    ],
)
def test_way_keeps_only_what_is_its_own(kind: WayKind, kept: set[str]) -> None:
    assert set(levels(kind)) == kept


def test_what_is_kept_is_a_little_less_sure_and_says_so() -> None:
    assert levels(WayKind.JOB) == {WORK: Level(3.0, hypot(0.8, 1.5), Source.KEPT, "")}


def test_interest_made_work_is_interesting_and_ones_own() -> None:
    found = levels(WayKind.INTEREST)

    assert {level.source for level in found.values()} == {Source.USUAL}
    assert found["job_interest"].mean > found["autonomy"].mean > 5


def test_what_a_posting_states_wins_over_what_is_kept_and_an_answer_over_both() -> None:
    stated = {
        WORK: Level(8.0, 1.0, Source.STATED, "you learn a lot"),
        "commute": Level(1.0, 1.0, Source.STATED),
    }

    found = levels(WayKind.JOB, stated=stated, answered={"commute": 4, "own_1": 9})

    assert found[WORK] == stated[WORK]
    assert [(found[facet].mean, found[facet].source) for facet in ("commute", "own_1")] == [
        (4, Source.ANSWERED),
        (9, Source.ANSWERED),
    ]


def test_answer_about_a_place_one_does_not_know_is_less_sure() -> None:
    known, guessed = (levels(kind, answered={WORK: 4})[WORK].sd for kind in (WayKind.STAY, WayKind.JOB))

    assert known < guessed


@given(
    st.sampled_from(WayKind), st.dictionaries(st.sampled_from(list(VOCABULARY.facets)), st.integers(0, 10))
)
def test_answers_are_kept_as_they_are(kind: WayKind, answered: dict[str, int]) -> None:
    found = levels(kind, answered=answered)

    assert {facet: found[facet].mean for facet in answered} == answered


def test_new_field_is_as_the_survey_says_until_the_person_says_otherwise() -> None:
    surveyed = {"autonomy": Level(7, 2, Source.SURVEYED), "commute": Level(3, 2, Source.SURVEYED)}

    levels = levels_of_way(
        WayKind.FIELD,
        present={},
        treated={},
        stated=None,
        answered={"commute": 9},
        vocabulary=shipped_vocabulary(),
        surveyed=surveyed,
    )

    assert levels["autonomy"] == surveyed["autonomy"]
    assert (levels["commute"].mean, levels["commute"].source) == (9, Source.ANSWERED)
