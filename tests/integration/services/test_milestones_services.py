"""Points ahead: set with a ladder or with expectations, broken into rungs, shown to be true, reached."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from tests.factories import MONDAY, a_goal, a_milestone, a_point, a_rung, an_accomplishment

from unrut.core.errors import InvalidInputError
from unrut.core.milestones.ladders import shipped_ladders
from unrut.errors import MissingError
from unrut.models import Accomplishment, Milestone, Person
from unrut.queries.scope import of
from unrut.services.milestones import (
    ToldMilestone,
    ToldRung,
    add_rung,
    answer_contrast,
    change_milestone,
    change_rung,
    move_rung,
    reach_milestone,
    remove_milestone,
    set_milestone,
    show_by,
    show_no_more,
    split_rung,
)

pytestmark = pytest.mark.integration

LATER = date(2028, 11, 20)
LATER_DAY = "Give a later day, or leave it open; what you have reached belongs among the things you got done."


def rungs_of(point: Milestone) -> list[str]:
    return [rung.name for rung in of(Milestone, point.owner).filter(parent=point)]


def test_milestone_is_set_with_the_rungs_of_a_ladder(alice: Person, today: date) -> None:
    told = ToldMilestone(" Senior\nnurse ", "I have signed", LATER)

    point = set_milestone(alice, told, today=today, ladder="promotion")

    assert (point.name, point.test, point.due_on, point.started_on) == (
        "Senior nurse",
        "I have signed",
        LATER,
        today,
    )
    assert (point.goal, point.parent, point.reached_on) == (None, None, None)
    ladder = shipped_ladders()["promotion"]
    rows = of(Milestone, alice).filter(parent=point)
    assert [(row.name, row.test, row.size, row.position) for row in rows] == [
        (rung.name, rung.test, rung.size.sittings, place) for place, rung in enumerate(ladder.rungs)
    ]


def test_expectations_become_rungs_in_place_of_a_ladder(alice: Person, today: date) -> None:
    point = set_milestone(
        alice,
        ToldMilestone("Senior nurse"),
        today=today,
        ladder="promotion",
        expectations=["- Leads a shift", "", "Leads a shift", "  Teaches students  "],
    )

    assert rungs_of(point) == ["Leads a shift", "Teaches students"]


def test_milestone_without_a_ladder_has_no_rungs_and_comes_last(alice: Person, today: date) -> None:
    a_point(alice, position=4)

    point = set_milestone(alice, ToldMilestone("A four-day week"), today=today)

    assert (rungs_of(point), point.position) == ([], 5)


@pytest.mark.parametrize(
    ("told", "ladder", "sentence"),
    [
        (ToldMilestone(" "), "", "It has no name. Say in a few words what will be true."),
        (
            ToldMilestone("x" * 301),
            "",
            "The name has 301 characters; 300 is the most. Shorten it.",
        ),
        (
            ToldMilestone("A", "y" * 2001),
            "",
            "How you will know takes 2,001 characters; 2,000 is the most. Shorten it.",
        ),
        (
            ToldMilestone("A", due_on=date(2026, 11, 20)),
            "",
            f"20 November 2026 is not ahead. {LATER_DAY}",
        ),
        (
            ToldMilestone("A", due_on=date(1800, 1, 1)),
            "",
            f"1 January 1800 is not ahead. {LATER_DAY}",
        ),
        (
            ToldMilestone("A", due_on=date(2100, 1, 1)),
            "",
            "1 January 2100 is more than forty years away. Choose a nearer day.",
        ),
        (
            ToldMilestone("A"),
            "moon",
            f'There is no ladder called "moon". Choose one of {", ".join(shipped_ladders())}.',
        ),
    ],
)
def test_milestone_that_cannot_be_is_refused(
    alice: Person, today: date, told: ToldMilestone, ladder: str, sentence: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        set_milestone(alice, told, today=today, ladder=ladder)

    assert str(refused.value) == sentence
    assert not of(Milestone, alice).exists()


def test_too_many_expectations_store_nothing(alice: Person, today: date) -> None:
    lines = [f"Expectation {number}" for number in range(101)]

    with pytest.raises(InvalidInputError, match="101 expectations are too many"):
        set_milestone(alice, ToldMilestone("A"), today=today, expectations=lines)

    assert not of(Milestone, alice).exists()


def test_too_many_milestones_are_refused(alice: Person, today: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unrut.services.milestones.MOST_MILESTONES", 1)
    a_point(alice, reached_on=MONDAY)
    set_milestone(alice, ToldMilestone("A"), today=today)

    with pytest.raises(InvalidInputError, match="You have 1 milestones ahead already"):
        set_milestone(alice, ToldMilestone("B"), today=today)


def test_milestone_is_changed_and_may_keep_a_day_that_passed(alice: Person, today: date) -> None:
    point = a_point(alice, due_on=MONDAY)

    changed = change_milestone(alice, point.pk, ToldMilestone("Head nurse", "Signed", MONDAY), today=today)

    assert (changed.name, changed.test, changed.due_on) == ("Head nurse", "Signed", MONDAY)


def test_milestone_goes_with_its_rungs_and_leaves_what_got_done(alice: Person) -> None:
    point = a_point(alice)
    done = an_accomplishment(alice)
    show_by(alice, a_rung(point).pk, [done.pk])

    remove_milestone(alice, point.pk)

    assert not of(Milestone, alice).exists()
    assert list(of(Accomplishment, alice)) == [done]


def test_milestone_is_reached_and_not_after_all(alice: Person, today: date) -> None:
    rung = a_rung(a_point(alice))

    assert reach_milestone(alice, rung.pk, on=MONDAY, today=today).reached_on == MONDAY
    assert reach_milestone(alice, rung.pk, on=None, today=today).reached_on is None


@pytest.mark.parametrize("on", [date(2026, 11, 21), date(1939, 12, 31)])
def test_milestone_is_not_reached_on_an_impossible_day(alice: Person, today: date, on: date) -> None:
    point = a_point(alice)

    with pytest.raises(InvalidInputError, match="cannot be the day"):
        reach_milestone(alice, point.pk, on=on, today=today)


def test_rung_is_added_last(alice: Person, today: date) -> None:
    point = a_point(alice)
    a_rung(point, position=3)

    rung = add_rung(alice, point.pk, ToldRung("I have asked", "Said", 16, 50, LATER), today=today)

    assert (rung.parent, rung.position, rung.size, rung.done_share, rung.earliest_on) == (
        point,
        4,
        16,
        50,
        LATER,
    )


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            ToldRung("A", size=0),
            "A rung of 0 sittings cannot be. Give 1 to 500, or choose small, medium or large.",
        ),
        (
            ToldRung("A", size=900),
            "A rung of 900 sittings cannot be. Give 1 to 500, or choose small, medium or large.",
        ),
        (
            ToldRung("A", done_share=100),
            "100 % is no answer. Say nothing, a quarter, half or three quarters of it.",
        ),
        (ToldRung("A", earliest_on=date(1800, 1, 1)), "1800 is too long ago. Give a day to come."),
    ],
)
def test_rung_that_cannot_be_is_refused(alice: Person, today: date, told: ToldRung, sentence: str) -> None:
    point = a_point(alice)

    with pytest.raises(InvalidInputError) as refused:
        add_rung(alice, point.pk, told, today=today)

    assert str(refused.value) == sentence


def test_too_many_rungs_are_refused(alice: Person, today: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unrut.services.milestones.MOST_RUNGS", 1)
    point = a_point(alice)
    a_rung(point)

    with pytest.raises(InvalidInputError, match="This milestone has 1 rungs already"):
        add_rung(alice, point.pk, ToldRung("One more"), today=today)


def test_rung_is_changed(alice: Person, today: date) -> None:
    rung = a_rung(a_point(alice))

    change_rung(alice, rung.pk, ToldRung("Three people", "They said so", 12, 25), today=today)

    rung.refresh_from_db()
    assert (rung.name, rung.test, rung.size, rung.done_share) == ("Three people", "They said so", 12, 25)


@pytest.mark.parametrize(
    ("place", "up", "order"),
    [
        (1, True, ["B", "A", "C"]),
        (1, False, ["A", "C", "B"]),
        (0, True, ["A", "B", "C"]),
        (2, False, ["A", "B", "C"]),
    ],
)
def test_rung_moves_one_place(alice: Person, place: int, up: bool, order: list[str]) -> None:
    point = a_point(alice)
    rungs = [a_rung(point, name, position=7) for name in "ABC"]

    move_rung(alice, rungs[place].pk, up=up)

    assert rungs_of(point) == order


def test_rung_is_split_in_its_place(alice: Person, today: date) -> None:
    point = a_point(alice)
    first, rung, last = (a_rung(point, name, position=place, size=16) for place, name in enumerate("ABC"))
    done = an_accomplishment(alice)
    rung.shown_by.add(done)

    split_rung(alice, rung.pk, ["- B one", "B two", "B three"], today=today)

    rows = list(of(Milestone, alice).filter(parent=point))
    assert [row.name for row in rows] == [first.name, "B one", "B two", "B three", last.name]
    assert [row.size for row in rows[1:4]] == [5, 5, 5]
    assert list(rows[1].shown_by.all()) == [done]


def test_rung_is_not_split_into_one(alice: Person, today: date) -> None:
    rung = a_rung(a_point(alice))

    with pytest.raises(InvalidInputError, match="Name at least two parts"):
        split_rung(alice, rung.pk, ["The same", "The same"], today=today)


def test_accomplishment_shows_a_rung_until_taken_back(alice: Person) -> None:
    rung = a_rung(a_point(alice))
    done = an_accomplishment(alice)

    show_by(alice, rung.pk, [done.pk])
    assert list(rung.shown_by.all()) == [done]

    show_no_more(alice, rung.pk, done.pk)
    assert list(rung.shown_by.all()) == []


def test_questions_are_answered_one_by_one(alice: Person) -> None:
    point = a_point(alice)

    answered = answer_contrast(alice, point.pk, "obstacle", "I open\nthe phone")

    assert answered.obstacle == "I open the phone"
    with pytest.raises(InvalidInputError, match="Answer wish, outcome, obstacle, response"):
        answer_contrast(alice, point.pk, "name", "Other")
    with pytest.raises(InvalidInputError, match="2,001 characters"):
        answer_contrast(alice, point.pk, "wish", "x" * 2001)


def test_milestones_of_a_plan_are_only_reached(alice: Person, today: date) -> None:
    drawn = a_milestone(a_goal(alice))

    reach_milestone(alice, drawn.pk, on=today, today=today)

    with pytest.raises(InvalidInputError, match="This milestone belongs to your plan"):
        remove_milestone(alice, drawn.pk)


def test_rungs_have_no_rungs_and_points_are_no_rungs(alice: Person, today: date) -> None:
    point = a_point(alice)
    rung = a_rung(point)

    with pytest.raises(InvalidInputError, match="This is a rung already"):
        add_rung(alice, rung.pk, ToldRung("A"), today=today)
    with pytest.raises(InvalidInputError, match="This is a milestone, not one of its rungs"):
        move_rung(alice, point.pk, up=True)


def test_milestones_of_others_are_not_there(alice: Person, bob: Person, today: date) -> None:
    theirs = of(Milestone, bob).filter(goal=None, parent=None).get()
    rung = of(Milestone, bob).filter(parent=theirs).get()
    done = of(Accomplishment, bob).get()
    mine = a_point(alice)
    changes: list[Callable[[], object]] = [
        lambda: change_milestone(alice, theirs.pk, ToldMilestone("Mine"), today=today),
        lambda: remove_milestone(alice, theirs.pk),
        lambda: reach_milestone(alice, theirs.pk, on=today, today=today),
        lambda: add_rung(alice, theirs.pk, ToldRung("Mine"), today=today),
        lambda: change_rung(alice, rung.pk, ToldRung("Mine"), today=today),
        lambda: move_rung(alice, rung.pk, up=True),
        lambda: split_rung(alice, rung.pk, ["a", "b"], today=today),
        lambda: show_by(alice, rung.pk, []),
        lambda: show_by(alice, mine.pk, [done.pk]),
        lambda: show_no_more(alice, rung.pk, done.pk),
        lambda: answer_contrast(alice, theirs.pk, "wish", "Mine"),
    ]

    for change in changes:
        with pytest.raises(MissingError):
            change()


def test_later_day_is_only_a_wish(alice: Person, today: date) -> None:
    point = set_milestone(alice, ToldMilestone("A", due_on=today + timedelta(days=1)), today=today)

    assert change_milestone(alice, point.pk, ToldMilestone("A"), today=today).due_on is None
