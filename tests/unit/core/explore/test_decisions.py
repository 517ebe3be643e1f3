"""Decisions: what to agree on beforehand, when to look back, and what became of the causes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.decisions import (
    REVIEW_DAYS,
    Criterion,
    CriterionKind,
    Review,
    ReviewVerdict,
    is_due,
    proposed_criteria,
    review_verdict,
    reviews_due,
)
from unrut.core.explore.flips import Flip, FlipKind

pytestmark = pytest.mark.unit

BEGAN = date(2026, 3, 2)
CHANCE = Criterion(CriterionKind.CHANCE, 0.65)
TRIED = Criterion(CriterionKind.TRIED)
CAUSES = {"commute": 0.2, "autonomy": 0.6, "fairness": 0.4}
names = st.sampled_from(["commute", "autonomy", "fairness", "coworkers"])


def turn(facet: str, needed: float, kind: FlipKind = FlipKind.LEVEL, key: str = "way-1") -> Flip:
    return Flip(kind, facet, key, 5.0, needed)


@pytest.mark.parametrize(("after", "due"), [(-1, False), (0, True), (9, True)])
def test_decision_is_due_from_its_day_on(after: int, *, due: bool) -> None:
    assert is_due(BEGAN, BEGAN + timedelta(days=after)) == due


@pytest.mark.parametrize(
    ("days", "done", "due"),
    [
        (-5, [], []),
        (29, [], []),
        (30, [], [30]),
        (30, [30], []),
        (90, [30], [90]),
        (400, [], [30, 90, 180]),
        (400, [90], [30, 180]),
        (400, [30, 90, 180], []),
    ],
)
def test_looks_back_are_due_from_their_day_on_until_done(days: int, done: list[int], due: list[int]) -> None:
    assert reviews_due(BEGAN, done, BEGAN + timedelta(days=days)) == due


def test_change_on_the_last_day_there_is_can_be_asked_about() -> None:
    assert reviews_due(date.max, [], date.max) == []
    assert reviews_due(date.min, [], date.max) == list(REVIEW_DAYS)


@pytest.mark.parametrize(
    ("flips", "levels"),
    [
        ([], []),
        ([turn("autonomy", 0.3, FlipKind.WEIGHT)], []),
        ([turn("autonomy", 6.4)], [Criterion(CriterionKind.LEVEL, 6, "autonomy", "way-1")]),
        (
            [
                turn("skill_use", 0.3, FlipKind.WEIGHT),
                turn("autonomy", 7, key="present"),
                turn("commute", 3),
                turn("fairness", 8),
            ],
            [
                Criterion(CriterionKind.LEVEL, 7, "autonomy", "present"),
                Criterion(CriterionKind.LEVEL, 3, "commute", "way-1"),
            ],
        ),
    ],
)
def test_criteria_are_a_chance_what_could_turn_it_and_a_try(
    flips: list[Flip], levels: list[Criterion]
) -> None:
    assert proposed_criteria(flips) == (CHANCE, *levels, TRIED)


def test_criteria_are_proposed_while_nothing_is_known() -> None:
    assert proposed_criteria() == (CHANCE, TRIED)


@pytest.mark.parametrize(
    ("answers", "verdict", "lifted", "still"),
    [
        ({}, ReviewVerdict.NOTHING_TOLD, (), ()),
        ({"coworkers": 0}, ReviewVerdict.NOTHING_TOLD, (), ()),
        ({"autonomy": 3, "commute": 0}, ReviewVerdict.LIFTED, ("autonomy", "commute"), ()),
        ({"commute": 3, "autonomy": 4}, ReviewVerdict.PARTLY, ("commute",), ()),
        (
            {"commute": 3, "autonomy": 7, "fairness": 9},
            ReviewVerdict.PARTLY,
            ("commute",),
            ("autonomy", "fairness"),
        ),
        ({"commute": 4, "autonomy": 6}, ReviewVerdict.SAME, (), ()),
        ({"commute": 7, "autonomy": 10}, ReviewVerdict.SAME, (), ("autonomy", "commute")),
    ],
)
def test_verdict_tells_what_lifted_and_what_is_still_there(
    answers: dict[str, int], verdict: ReviewVerdict, lifted: tuple[str, ...], still: tuple[str, ...]
) -> None:
    assert review_verdict(CAUSES, answers) == Review(verdict, lifted, still)


@given(st.dictionaries(names, st.floats(0, 1)), st.dictionaries(names, st.integers(0, 10)))
def test_every_answered_cause_is_lifted_or_still_there_or_between(
    causes: dict[str, float], answers: dict[str, int]
) -> None:
    found = review_verdict(causes, answers)

    told = {facet: answers[facet] for facet in causes if facet in answers}
    assert set(found.lifted) == {facet for facet, weighs in told.items() if weighs <= 3}
    assert set(found.still) == {facet for facet, weighs in told.items() if weighs >= 7}
    assert (found.verdict is ReviewVerdict.LIFTED) == (bool(told) and len(found.lifted) == len(told))
    assert [causes[facet] for facet in found.still] == sorted((causes[f] for f in found.still), reverse=True)
