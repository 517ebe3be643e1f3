"""Tests are planned with what is expected, finished without touching that, and may become a step."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.factories import TODAY, a_goal, a_step, a_way, a_way_test

from unrut.core.errors import InvalidInputError
from unrut.core.explore.cheap_tests import TestKind, shipped_tests
from unrut.errors import MissingError
from unrut.models import GoalState, Person, Step, Way, WayTest
from unrut.queries.scope import of
from unrut.services.way_tests import (
    MOST_TESTS,
    Expected,
    finish_test,
    make_test_a_step,
    plan_test,
    remove_test,
)

pytestmark = pytest.mark.integration

EXPECTED = Expected("talk", "Talk to two nurses", line=7, chance=60, facet="autonomy")
LATER = TODAY + timedelta(days=3)


def outcome(test: WayTest) -> tuple[Any, ...]:
    test.refresh_from_db()
    return test.result, test.result_on, test.learned, test.line, test.chance, test.predicted_on


@pytest.mark.parametrize("facet", ["autonomy", "own_1", ""])
def test_test_is_kept_with_what_is_expected(alice: Person, bob: Person, facet: str) -> None:
    way = a_way(alice)

    test = plan_test(
        alice, way.pk, replace(EXPECTED, facet=facet, text=" Talk  to two\nnurses "), today=TODAY
    )

    assert list(of(WayTest, alice)) == [test]
    assert (test.way, test.kind, test.facet, test.text) == (way, "talk", facet, "Talk to two nurses")
    assert outcome(test) == (None, None, "", 7, 60, TODAY)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (
            {"kind": "guess"},
            '"guess" is no kind of test. Choose one of talk, shadow, course, freelance, project.',
        ),
        ({"text": " "}, "Say what you will try, in 1 to 300 characters."),
        ({"text": "x" * 301}, "Say what you will try, in 1 to 300 characters."),
        ({"facet": "weather"}, '"weather" is not one of your criteria. Choose one from the list.'),
        ({"line": 11}, "Good enough is at 11. Give a whole number from 0 to 10."),
        ({"line": -1}, "Good enough is at -1. Give a whole number from 0 to 10."),
        ({"chance": 101}, "The chance is 101 percent. Give one from 0 to 100."),
        ({"chance": -1}, "The chance is -1 percent. Give one from 0 to 100."),
    ],
)
def test_test_that_cannot_be_is_refused(alice: Person, wrong: dict[str, Any], sentence: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        plan_test(alice, a_way(alice).pk, replace(EXPECTED, **wrong), today=TODAY)

    assert str(refused.value) == sentence
    assert of(WayTest, alice).count() == 0


def test_one_test_too_many_of_a_way_is_refused(alice: Person) -> None:
    way, other = a_way(alice), a_way(alice, "Another")
    for _ in range(MOST_TESTS):
        a_way_test(way)

    with pytest.raises(InvalidInputError, match=r"There are 30 tests of this way already\."):
        plan_test(alice, way.pk, EXPECTED, today=TODAY)

    assert plan_test(alice, other.pk, EXPECTED, today=TODAY).way == other


@pytest.mark.parametrize(("result", "came"), [(0, False), (6, False), (7, True), (10, True)])
def test_result_is_kept_and_the_prediction_stays(alice: Person, result: int, came: bool) -> None:
    test = a_way_test(a_way(alice))

    finished = finish_test(alice, test.pk, result, learned=" Nights are quiet ", today=LATER)

    assert outcome(test) == (result, LATER, "Nights are quiet", 7, 60, TODAY)
    assert finished.came is came


def test_corrected_result_keeps_its_first_day(alice: Person) -> None:
    test = a_way_test(a_way(alice))
    assert test.came is None
    finish_test(alice, test.pk, 3, today=TODAY)

    finish_test(alice, test.pk, 4, today=LATER)

    assert outcome(test)[:2] == (4, TODAY)


@pytest.mark.parametrize(
    ("result", "learned", "sentence"),
    [
        (11, "", "The result is 11. Give a whole number from 0 to 10."),
        (-1, "", "The result is -1. Give a whole number from 0 to 10."),
        (5, "x" * 5001, "What you learned is longer than 5,000 characters. Shorten it."),
    ],
)
def test_result_that_cannot_be_is_refused(alice: Person, result: int, learned: str, sentence: str) -> None:
    test = a_way_test(a_way(alice))

    with pytest.raises(InvalidInputError) as refused:
        finish_test(alice, test.pk, result, learned=learned, today=LATER)

    assert str(refused.value) == sentence
    assert outcome(test)[0] is None


@pytest.mark.parametrize(
    ("kind", "strand"),
    [
        ("talk", "connections"),
        ("shadow", "connections"),
        ("course", "training"),
        ("freelance", "projects"),
        ("project", "projects"),
    ],
)
def test_test_becomes_a_step_of_its_strand(alice: Person, kind: str, strand: str) -> None:
    a_goal(alice)
    test = a_way_test(a_way(alice), kind=kind)

    step = make_test_a_step(alice, test.pk)

    assert (step.strand, step.text, step.position) == (strand, test.text, 0)
    assert step.minutes == shipped_tests()[TestKind(kind)].minutes
    test.refresh_from_db()
    assert test.step == step


def test_step_comes_behind_those_there_are_and_once(alice: Person) -> None:
    goal = a_goal(alice)
    a_goal(alice, "Parked", state=GoalState.PARKED)
    a_step(goal, position=4)
    test = a_way_test(a_way(alice))

    step = make_test_a_step(alice, test.pk)

    assert (step.goal, step.position) == (goal, 5)
    assert make_test_a_step(alice, test.pk) == step
    assert of(Step, alice).count() == 2


def test_test_waits_while_there_is_no_plan(alice: Person) -> None:
    a_goal(alice, state=GoalState.PARKED)
    test = a_way_test(a_way(alice))

    with pytest.raises(InvalidInputError) as refused:
        make_test_a_step(alice, test.pk)

    assert str(refused.value) == (
        "There is no plan yet that this could be a step of. Choose a goal first; the test waits here."
    )


def test_removed_test_leaves_its_step(alice: Person) -> None:
    a_goal(alice)
    way = a_way(alice)
    test, kept = a_way_test(way), a_way_test(way)
    step = make_test_a_step(alice, test.pk)

    remove_test(alice, test.pk)

    assert (list(of(WayTest, alice)), list(of(Step, alice))) == ([kept], [step])


def test_tests_of_somebody_else_are_missing(alice: Person, bob: Person) -> None:
    theirs = of(WayTest, bob).get()

    for change in (
        lambda: plan_test(alice, of(Way, bob).get().pk, EXPECTED, today=TODAY),
        lambda: finish_test(alice, theirs.pk, 5, today=TODAY),
        lambda: make_test_a_step(alice, theirs.pk),
        lambda: remove_test(alice, theirs.pk),
    ):
        with pytest.raises(MissingError):
            change()

    assert of(WayTest, bob).get().result is None
