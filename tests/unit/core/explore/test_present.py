"""The present job: answers before notes, notes before silence, and what treating it would change."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.levels import Level, Source
from unrut.core.explore.present import (
    ANSWERED_SD,
    Treatment,
    most_treatable,
    present_levels,
    treated_levels,
)
from unrut.core.explore.wants import Want
from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.causes import Cause, Picture

pytestmark = pytest.mark.unit

VOCABULARY = shipped_vocabulary()
IDS = list(VOCABULARY.facets)
WEEKS = tuple(date(2026, 9, 7) + timedelta(weeks=count) for count in range(6))

some_shares = st.dictionaries(st.sampled_from(IDS), st.floats(0, 1), max_size=8)


def a_picture(causes: Mapping[str, float], energies: Mapping[str, float]) -> Picture:
    def named(told: Mapping[str, float]) -> tuple[Cause, ...]:
        return tuple(Cause(facet, WEEKS[:1], len(WEEKS), share, (1,)) for facet, share in told.items())

    return Picture(WEEKS, named(causes), named(energies))


def from_notes(facet: str, *, dislikes: float = 0.0, likes: float = 0.0) -> Level:
    causes = {facet: dislikes} if dislikes else {}
    energies = {facet: likes} if likes else {}
    return present_levels({}, a_picture(causes, energies), VOCABULARY)[facet]


def test_job_nothing_is_known_of_has_no_levels() -> None:
    assert present_levels({}, a_picture({}, {}), VOCABULARY) == {}


@pytest.mark.parametrize(
    ("facet", "dislikes", "likes", "mean"),
    [
        ("autonomy", 0.5, 0.0, 10 * (0.55 - 0.3)),
        ("autonomy", 0.0, 0.5, 10 * (0.55 + 0.2)),
        ("autonomy", 0.5, 0.5, 10 * (0.55 - 0.3 + 0.2)),
        ("autonomy", 1.0, 0.0, 0.0),
        ("commute", 0.5, 0.0, 10 - 10 * (0.55 - 0.3)),  # the bad end is the high one
        ("commute", 0.0, 0.5, 10 - 10 * (0.55 + 0.2)),
        ("task_variety", 0.5, 0.0, 5 * (0.55 - 0.3)),  # ideal in the middle
        ("workload_pace", 0.5, 0.0, 10 - 5 * (0.55 - 0.3)),
        ("remote_location", 0.0, 0.5, 10 * (0.55 + 0.2)),
    ],
)
def test_level_from_notes_lies_nearer_to_the_problem_the_more_weeks_name_it(
    facet: str, dislikes: float, likes: float, mean: float
) -> None:
    level = from_notes(facet, dislikes=dislikes, likes=likes)

    assert (level.mean, level.sd) == pytest.approx((mean, 1.7))
    assert level.source is Source.NOTES


def test_answer_goes_before_the_notes() -> None:
    levels = present_levels({"commute": 3, "pay_benefits": 8}, a_picture({"commute": 0.9}, {}), VOCABULARY)

    assert levels == {
        "commute": Level(3, ANSWERED_SD, Source.ANSWERED),
        "pay_benefits": Level(8, ANSWERED_SD, Source.ANSWERED),
    }


@given(some_shares, some_shares)
def test_levels_from_notes_are_on_the_scale(causes: dict[str, float], energies: dict[str, float]) -> None:
    levels = present_levels({}, a_picture(causes, energies), VOCABULARY)

    assert set(levels) == {*causes, *energies}
    assert [level for level in levels.values() if not 0 <= level.mean <= 10] == []


def test_treatment_is_the_best_remedy_at_hand() -> None:
    picture = a_picture({"learning_growth": 0.4}, {})

    assert most_treatable(picture, VOCABULARY) == [
        Treatment("learning_growth", "talk_to_manager", 3, 0.4),
    ]


def test_shaping_the_job_goes_before_asking_where_both_help_alike() -> None:
    picture = a_picture({"pointless_work": 0.4}, {})

    assert [treatment.remedy for treatment in most_treatable(picture, VOCABULARY)] == ["job_crafting"]


def test_two_causes_are_treated_by_frequency_times_help() -> None:
    picture = a_picture({"leadership_trust": 0.8, "autonomy": 0.3, "learning_growth": 0.3}, {})

    assert [(found.facet, found.rating) for found in most_treatable(picture, VOCABULARY)] == [
        ("autonomy", 3),
        ("learning_growth", 3),
    ]


def test_lack_of_respect_or_safety_is_never_treated_by_reshaping() -> None:
    picture = a_picture({"respect_safety": 0.9}, {})

    assert most_treatable(picture, VOCABULARY) == []


def test_cause_that_nothing_at_hand_helps_is_not_treated() -> None:
    hopeless = {**VOCABULARY["commute"].remedies, "job_crafting": 0, "talk_to_manager": 0}
    changed = replace(VOCABULARY, facets={"commute": replace(VOCABULARY["commute"], remedies=hopeless)})

    assert most_treatable(a_picture({"commute": 0.9}, {}), changed) == []


def test_treated_facet_moves_part_of_the_way_to_the_want() -> None:
    levels = {"autonomy": Level(2, 1, Source.NOTES), "commute": Level(8, 1, Source.NOTES)}
    treatment = Treatment("autonomy", "talk_to_manager", 3, 0.4)

    treated = treated_levels(levels, [treatment], [Want("autonomy", 50, 8)], VOCABULARY)

    autonomy = treated["autonomy"]
    assert (autonomy.mean, autonomy.sd) == pytest.approx((5.0, 3.25**0.5))
    assert (autonomy.source, autonomy.cue) == (Source.EXPECTED, VOCABULARY["autonomy"].treat)
    assert treated["commute"] == levels["commute"]


@pytest.mark.parametrize(("rating", "mean"), [(1, 8 - 8 * 0.15), (2, 8 - 8 * 0.33), (3, 4.0)])
def test_treated_facet_without_a_want_moves_towards_the_usual_level(rating: int, mean: float) -> None:
    levels = {"commute": Level(8, 0, Source.ANSWERED)}

    treated = treated_levels(levels, [Treatment("commute", "talk_to_manager", rating, 0.4)], [], VOCABULARY)

    assert treated["commute"].mean == pytest.approx(mean)
    assert treated["commute"].sd == pytest.approx(2.0)


def test_treated_facet_that_is_already_as_wanted_stays() -> None:
    levels = {"commute": Level(0, 1, Source.ANSWERED)}

    treated = treated_levels(levels, [Treatment("commute", "talk_to_manager", 3, 0.4)], [], VOCABULARY)

    assert (treated["commute"].mean, treated["commute"].sd) == (0, 1)


def test_facet_of_unknown_level_is_left_unknown() -> None:
    assert treated_levels({}, [Treatment("commute", "talk_to_manager", 3, 0.4)], [], VOCABULARY) == {}


def test_present_levels_are_not_changed_by_treating_them() -> None:
    levels = {"commute": Level(8, 1, Source.NOTES)}

    treated_levels(levels, [Treatment("commute", "talk_to_manager", 3, 0.4)], [], VOCABULARY)

    assert levels == {"commute": Level(8, 1, Source.NOTES)}
