"""Decisions are agreed on, made with what was known, begun and looked back at."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.factories import (
    MONDAY,
    TODAY,
    a_decision,
    a_decision_review,
    a_way,
    an_open_decision,
)

from unrut.core.errors import InvalidInputError
from unrut.errors import MissingError
from unrut.models import Decision, DecisionReview, Person
from unrut.queries.scope import of
from unrut.services.decisions import (
    LONGEST_WAIT,
    Decided,
    KnownThen,
    agree_to_decide,
    begin_change,
    decide,
    remove_decision,
    review_decision,
)

pytestmark = pytest.mark.integration

CRITERION = "I know what it pays"
STAYING = Decided(None, "Stay", "It is better than I thought", 70)
TOMORROW = TODAY + timedelta(days=1)


def decided(**values: Any) -> Decided:
    return Decided(**{"way_id": None, "chosen": "Stay", "why": "Because", "sure": 70, **values})


def test_day_and_criteria_are_agreed(alice: Person, bob: Person) -> None:
    decision = agree_to_decide(
        alice, by=TOMORROW, criteria=["  I know   what it pays ", "", " "], today=TODAY
    )

    kept = of(Decision, alice).get()
    assert (kept, kept.decide_on, kept.criteria) == (decision, TOMORROW, [CRITERION])
    assert (kept.opened_on, kept.made_on) == (TODAY, None)


def test_open_agreement_is_said_anew_and_keeps_its_beginning(alice: Person) -> None:
    before = an_open_decision(alice)

    decision = agree_to_decide(alice, by=TOMORROW, criteria=["Another"], today=TODAY)

    assert (decision.pk, decision.opened_on) == (before.pk, MONDAY)
    assert (decision.decide_on, decision.criteria) == (TOMORROW, ["Another"])


@pytest.mark.parametrize("by", [TODAY, TODAY + LONGEST_WAIT])
def test_day_from_today_to_three_years_is_taken(alice: Person, by: date) -> None:
    assert agree_to_decide(alice, by=by, criteria=["x" * 300], today=TODAY).decide_on == by


@pytest.mark.parametrize(
    ("by", "criteria", "sentence"),
    [
        (
            date(2026, 11, 19),
            [CRITERION],
            "19 November 2026 cannot be the day you decide. Choose one from today to three years ahead.",
        ),
        (
            date(2029, 11, 20),
            [CRITERION],
            "20 November 2029 cannot be the day you decide. Choose one from today to three years ahead.",
        ),
        (TOMORROW, [" "], "0 criteria are given. Agree on 1 to 5."),
        (TOMORROW, [CRITERION] * 6, "6 criteria are given. Agree on 1 to 5."),
        (TOMORROW, ["x" * 301], f'"{"x" * 40}..." is longer than 300 characters. Say it shorter.'),
    ],
)
def test_agreement_that_cannot_be_is_refused(
    alice: Person, by: date, criteria: list[str], sentence: str
) -> None:
    with pytest.raises(InvalidInputError) as refused:
        agree_to_decide(alice, by=by, criteria=criteria, today=TODAY)

    assert str(refused.value) == sentence
    assert of(Decision, alice).count() == 0


def test_decision_closes_the_agreement_with_what_was_known(alice: Person) -> None:
    agreed, way = an_open_decision(alice), a_way(alice)
    known = KnownThen([{"title": "A degree", "best": 0.4}], {"autonomy": 0.5})
    said = Decided(way.pk, " A degree ", " Because ", 65, change_mind=" Money ", began_on=MONDAY)

    made = decide(alice, said, known, today=TODAY)

    assert (made.pk, made.way, made.made_on, made.began_on) == (agreed.pk, way, TODAY, MONDAY)
    assert (made.chosen, made.why, made.sure, made.change_mind) == ("A degree", "Because", 65, "Money")
    assert (made.figures, made.causes) == ([{"title": "A degree", "best": 0.4}], {"autonomy": 0.5})
    assert (made.criteria, made.opened_on) == ([CRITERION], MONDAY)


def test_decision_nobody_agreed_on_counts_as_well(alice: Person) -> None:
    a_decision(alice)

    made = decide(alice, STAYING, KnownThen(), today=TODAY)

    assert (made.way, made.chosen, made.decide_on, made.opened_on) == (None, "Stay", TODAY, TODAY)
    assert (made.figures, made.causes, made.criteria) == ([], {}, [])
    assert of(Decision, alice).count() == 2


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"chosen": " "}, "Say what you decided for: one of your ways, or to stay."),
        ({"chosen": "x" * 201}, "Say what you decided for: one of your ways, or to stay."),
        (
            {"why": " "},
            "A decision needs its reason. Say in a sentence why: you will want to read it later.",
        ),
        ({"sure": -1}, "You are -1 percent sure. Give a number from 0 to 100."),
        ({"sure": 101}, "You are 101 percent sure. Give a number from 0 to 100."),
        ({"why": "x" * 5001}, "A reason is longer than 5,000 characters. Say what matters most."),
        ({"change_mind": "x" * 5001}, "A reason is longer than 5,000 characters. Say what matters most."),
    ],
)
def test_decision_that_cannot_be_is_refused(alice: Person, said: dict[str, Any], sentence: str) -> None:
    an_open_decision(alice)

    with pytest.raises(InvalidInputError) as refused:
        decide(alice, decided(**said), KnownThen(), today=TODAY)

    assert str(refused.value) == sentence
    assert of(Decision, alice).get().made_on is None


@pytest.mark.parametrize("sure", [0, 100])
def test_bounds_of_sureness_are_taken(alice: Person, sure: int) -> None:
    assert decide(alice, decided(sure=sure), KnownThen(), today=TODAY).sure == sure


def test_way_of_somebody_else_cannot_be_chosen(alice: Person, bob: Person) -> None:
    theirs = a_way(bob)

    with pytest.raises(MissingError):
        decide(alice, decided(way_id=theirs.pk), KnownThen(), today=TODAY)

    assert of(Decision, alice).count() == 0


@pytest.mark.parametrize("began", [MONDAY, None])
def test_beginning_is_said_and_taken_back(alice: Person, began: date | None) -> None:
    decision = a_decision(alice)

    begin_change(alice, decision.pk, began_on=began)

    assert of(Decision, alice).get().began_on == began


def test_what_is_not_decided_cannot_begin(alice: Person) -> None:
    decision = an_open_decision(alice)

    with pytest.raises(MissingError, match=r"This is not decided yet\."):
        begin_change(alice, decision.pk, began_on=TODAY)


def test_look_back_is_kept_and_the_last_one_counts(alice: Person, bob: Person) -> None:
    decision = a_decision(
        alice, began_on=TODAY - timedelta(days=30), causes={"autonomy": 0.5, "commute": 0.4}
    )
    review_decision(alice, decision.pk, 30, {"autonomy": 9}, again=False, today=MONDAY + timedelta(days=4))

    review = review_decision(
        alice, decision.pk, 30, {"autonomy": 0, "commute": 10}, again=True, note=" Fine ", today=TODAY
    )

    assert list(of(DecisionReview, alice)) == [review]
    assert (review.days, review.done_on, review.again, review.note) == (30, TODAY, True, "Fine")
    assert review.answers == {"autonomy": 0, "commute": 10}
    assert of(DecisionReview, bob).count() == 1


@pytest.mark.parametrize("began", [None, TODAY - timedelta(days=29)])
def test_look_back_before_its_time_is_refused(alice: Person, began: date | None) -> None:
    decision = a_decision(alice, began_on=began)

    with pytest.raises(InvalidInputError) as refused:
        review_decision(alice, decision.pk, 30, {}, again=True, today=TODAY)

    assert str(refused.value) == "The change did not begin 30 days ago yet. Look back when it did."


@pytest.mark.parametrize(
    ("days", "answers", "note", "sentence"),
    [
        (31, {}, "", "There is no look back after 31 days. Choose one of 30, 90, 180."),
        (
            30,
            {"commute": 3},
            "",
            "commute 3 is no answer. Give a cause of then and a number from 0 to 10.",
        ),
        (
            30,
            {"autonomy": 11},
            "",
            "autonomy 11 is no answer. Give a cause of then and a number from 0 to 10.",
        ),
        (
            30,
            {"autonomy": -1},
            "",
            "autonomy -1 is no answer. Give a cause of then and a number from 0 to 10.",
        ),
        (30, {}, "x" * 5001, "This note is longer than 5,000 characters. Shorten it."),
    ],
)
def test_look_back_that_cannot_be_is_refused(
    alice: Person, days: int, answers: dict[str, int], note: str, sentence: str
) -> None:
    decision = a_decision(alice)

    with pytest.raises(InvalidInputError) as refused:
        review_decision(alice, decision.pk, days, answers, again=True, note=note, today=TODAY)

    assert str(refused.value) == sentence
    assert of(DecisionReview, alice).count() == 0


def test_decision_is_removed_with_its_looks_back(alice: Person, bob: Person) -> None:
    decision, kept = a_decision(alice), a_decision(alice, "Stay")
    a_decision_review(decision)

    remove_decision(alice, decision.pk)

    assert list(of(Decision, alice)) == [kept]
    assert (of(DecisionReview, alice).count(), of(DecisionReview, bob).count()) == (0, 1)


def test_decisions_of_somebody_else_are_missing(alice: Person, bob: Person) -> None:
    theirs = of(Decision, bob).get()

    for change in (
        lambda: begin_change(alice, theirs.pk, began_on=None),
        lambda: remove_decision(alice, theirs.pk),
        lambda: review_decision(alice, theirs.pk, 30, {}, again=True, today=TODAY),
    ):
        with pytest.raises(MissingError):
            change()

    assert of(Decision, bob).get().began_on is not None
