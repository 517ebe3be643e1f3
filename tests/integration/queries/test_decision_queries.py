"""Decisions in their order, what is due on a day, and how well predictions held."""

from datetime import date, timedelta

import pytest
from tests.factories import (
    TODAY,
    a_decision,
    a_decision_review,
    a_job,
    a_level,
    a_note,
    a_want,
    a_way,
    a_way_test,
    an_open_decision,
)

from unrut.core.explore.calibration import Prediction
from unrut.models import NoteKind, Person
from unrut.queries.decisions import (
    Decisions,
    Due,
    DueKind,
    calibration_of,
    causes_now,
    criteria_now,
    decisions_of,
    due_today,
    figures_now,
    look_back_day,
    look_back_due,
    predictions_of,
    reviews_of,
)
from unrut.queries.outcomes import board_of
from unrut.wording.ways import way_name

pytestmark = pytest.mark.integration

DAY = timedelta(days=1)


def test_nothing_decided_is_empty(alice: Person, bob: Person) -> None:
    assert decisions_of(alice) == Decisions(None, ())
    assert due_today(alice, TODAY) == ()
    assert predictions_of(alice) == []
    assert calibration_of(alice).count == 0


def test_made_decisions_come_newest_first(alice: Person, bob: Person) -> None:
    old = a_decision(alice, "Old", made_on=TODAY - 2 * DAY)
    new, later = a_decision(alice, "New", made_on=TODAY), a_decision(alice, "Later", made_on=TODAY)
    still_open = an_open_decision(alice)

    assert decisions_of(alice) == Decisions(still_open, (later, new, old))


@pytest.mark.parametrize(("days", "is_due"), [(-1, True), (0, True), (1, False)])
def test_day_to_decide_is_due_from_that_day_on(alice: Person, days: int, is_due: bool) -> None:
    decision = an_open_decision(alice, decide_on=TODAY + days * DAY)

    assert due_today(alice, TODAY) == ((Due(DueKind.DECIDE, decision),) if is_due else ())


@pytest.mark.parametrize(
    ("began_days_ago", "done", "due"),
    [
        (29, [], None),
        (30, [], 30),
        (90, [], 90),
        (90, [30], 90),
        (90, [90], None),
        (179, [90], None),
        (400, [30, 90], 180),
        (400, [180], None),
    ],
)
def test_latest_look_back_is_due(
    alice: Person, began_days_ago: int, done: list[int], due: int | None
) -> None:
    decision = a_decision(alice, began_on=TODAY - began_days_ago * DAY)
    for days in done:
        a_decision_review(decision, days)

    assert look_back_due(alice, decision, today=TODAY) == due
    assert due_today(alice, TODAY) == ((Due(DueKind.LOOK_BACK, decision, due),) if due else ())


def test_change_that_has_not_begun_asks_for_no_look_back(alice: Person) -> None:
    decision = a_decision(alice, began_on=None)

    assert look_back_due(alice, decision, today=TODAY) is None
    assert look_back_day(decision, 30) is None


def test_look_back_has_its_day(alice: Person) -> None:
    assert look_back_day(a_decision(alice, began_on=date(2026, 1, 1)), 30) == date(2026, 1, 31)


def test_looks_back_come_earliest_first_and_only_ones_own(alice: Person, bob: Person) -> None:
    decision = a_decision(alice)
    late, early = a_decision_review(decision, 90), a_decision_review(decision, 30)

    assert reviews_of(alice, decision) == [early, late]
    assert reviews_of(bob, decision) == []


def test_tests_and_looks_back_are_predictions_that_came_or_not(alice: Person, bob: Person) -> None:
    way = a_way(alice)
    a_way_test(way, "good", chance=60, line=7, result=7, result_on=TODAY)
    a_way_test(way, "bad", chance=80, line=7, result=6, result_on=TODAY)
    a_way_test(way, "open")
    looked_back = a_decision(alice, sure=90)
    a_decision_review(looked_back, 90, again=False)
    a_decision_review(looked_back, 30, again=True)
    a_decision(alice, "never looked back at")

    assert predictions_of(alice) == [
        Prediction(0.6, True),
        Prediction(0.8, False),
        Prediction(0.9, False),
    ]
    assert calibration_of(alice).count == 3


def test_figures_are_kept_for_each_way_by_the_name_on_the_screen(alice: Person) -> None:
    a_want(alice, "autonomy")
    a_level(a_job(alice), "autonomy", 2)
    way = a_way(alice)

    kept = figures_now(board_of(alice), way_name)

    assert [(each["key"], each["title"]) for each in kept] == [
        ("present", "Your job as it is"),
        ("treated", "Your job, changed"),
        (f"way-{way.pk}", "A degree beside work"),
    ]
    assert {frozenset(each) for each in kept} == {
        frozenset("key title there_soon better_soon better_late best low middle high".split())
    }
    assert all(each["low"] <= each["middle"] <= each["high"] for each in kept)


def test_nothing_wanted_leaves_no_figures_to_keep(alice: Person) -> None:
    assert figures_now(board_of(alice), way_name) == []
    assert causes_now(board_of(alice)) == {}


def test_strongest_causes_are_kept_with_their_share(alice: Person) -> None:
    a_note(alice, "The same boring report", NoteKind.DISLIKE)

    kept = causes_now(board_of(alice))

    assert kept
    assert all(0 < share <= 1 for share in kept.values())
    assert list(kept) == [cause.facet for cause in board_of(alice).frame.picture.causes[:5]]


def test_criteria_are_proposed_even_while_nothing_is_wanted(alice: Person) -> None:
    assert len(criteria_now(board_of(alice))) <= 5
