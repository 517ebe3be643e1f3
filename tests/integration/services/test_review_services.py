"""The quarterly review is saved bit by bit, all of a save or nothing of it."""

from datetime import date
from typing import Any

import pytest
from tests.factories import a_review, a_review_answer, an_accomplishment

from unrut.core.errors import InvalidInputError
from unrut.errors import ConflictError
from unrut.models import Accomplishment, Person, Review, ReviewAnswer
from unrut.queries.scope import of
from unrut.services.reviews import answer_of, save_review

pytestmark = pytest.mark.integration

QUARTER = date(2026, 10, 1)


def answers_of(owner: Person) -> dict[str, int]:
    return dict(of(ReviewAnswer, owner).values_list("item", "value"))


def test_review_is_saved_half_done_and_continued(alice: Person, today: date) -> None:
    save_review(alice, today, {"autonomy": 3, "envy": 7}, today=date(2026, 11, 1), revision=0)

    save_review(alice, QUARTER, {"envy": 6, "commute": 0}, today=today, revision=1)

    review = of(Review, alice).get()
    assert (review.kind, review.period, review.answered_on, review.revision) == ("quarter", QUARTER, today, 2)
    assert answers_of(alice) == {"autonomy": 3, "envy": 6, "commute": 0}


def test_answer_is_taken_back(alice: Person, today: date) -> None:
    save_review(alice, today, {"autonomy": 3, "envy": 7}, today=today, revision=0)

    save_review(alice, today, {"envy": None, "leaving": None}, today=today, revision=1)

    assert answers_of(alice) == {"autonomy": 3}


@pytest.mark.parametrize(
    ("quarter", "answers", "on"),
    [
        (QUARTER, {"envy": 7}, "today"),
        (QUARTER, {"envy": None}, "today"),
        (QUARTER, {"envy": 6, "leaving": None}, "before"),
        (QUARTER, {}, "before"),
        (date(2026, 7, 1), {"envy": 7}, "before"),
    ],
)
def test_day_moves_only_when_an_answer_of_the_running_quarter_changed(
    alice: Person, today: date, quarter: date, answers: dict[str, int | None], on: str
) -> None:
    before = date(2026, 10, 2)
    a_review_answer(a_review(alice, period=quarter, answered_on=before), "envy", 6)

    review = save_review(alice, quarter, answers, today=today, revision=1, done="A course")

    assert review.answered_on == {"today": today, "before": before}[on]
    assert of(Review, alice).get().answered_on == review.answered_on


def test_accomplishments_join_those_of_the_quarter_once(alice: Person, bob: Person, today: date) -> None:
    an_accomplishment(alice, "Sent the offer", on=date(2026, 10, 5))

    save_review(
        alice, today, {}, today=today, revision=0, done="Sent the offer\n- A talk held\n\nA talk held"
    )

    done = list(of(Accomplishment, alice).values_list("text", "happened_on"))
    assert done == [("Sent the offer", date(2026, 10, 5)), ("A talk held", today)]


def test_accomplishment_of_an_earlier_quarter_is_dated_within_it(alice: Person, today: date) -> None:
    save_review(alice, date(2026, 8, 3), {}, today=today, revision=0, done="A course")

    assert of(Accomplishment, alice).get().happened_on == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("day", "answers", "sentence"),
    [
        (QUARTER, {"envy": 11}, "The answer for envy is 11. Answer with a whole number from 0 to 10"),
        (QUARTER, {"envy": -1}, "The answer for envy is -1."),
        (QUARTER, {"envy": float("nan")}, "The answer for envy is nan."),
        (QUARTER, {"envy": "seven"}, "The answer for envy is seven."),
        (QUARTER, {"envy": True}, "The answer for envy is True."),
        (QUARTER, {"gladness": 3}, '"gladness" is not asked here. Answer one of task_variety,'),
        (QUARTER, {"typical_dread": 3}, '"typical_dread" is not asked here.'),
        (date(2027, 1, 1), {"envy": 3}, "The quarter from 01 January 2027 has not begun."),
        (date(1939, 12, 31), {"envy": 3}, "1939 is too long ago. Review a quarter from 1940 to now."),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_is_kept(
    alice: Person, today: date, day: date, answers: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(InvalidInputError) as caught:
        save_review(alice, day, {"autonomy": 5, **answers}, today=today, revision=0, done="A talk")

    assert str(caught.value).startswith(sentence)
    assert not of(Review, alice).exists()
    assert not of(Accomplishment, alice).exists()


@pytest.mark.parametrize("revision", [0, 2])
def test_second_tab_is_told_and_changes_nothing(alice: Person, today: date, revision: int) -> None:
    a_review_answer(a_review(alice), "envy", 6)

    with pytest.raises(ConflictError, match="saved in another tab or on the command line"):
        save_review(alice, today, {"envy": 1}, today=today, revision=revision, done="A talk")

    assert answers_of(alice) == {"envy": 6}
    assert not of(Accomplishment, alice).exists()


def test_review_of_somebody_else_is_left_alone(alice: Person, bob: Person, today: date) -> None:
    before = answers_of(bob)

    save_review(alice, today, {"envy": 0}, today=today, revision=0)

    assert answers_of(bob) == before


@pytest.mark.parametrize(("text", "answer"), [("7", 7), (" 10 ", 10), ("0", 0), ("", None), ("  ", None)])
def test_answer_is_read(text: str, answer: int | None) -> None:
    assert answer_of("envy", text) == answer


@pytest.mark.parametrize("text", ["seven", "NaN", "7.5", "-1", "100", "1e1", "٧x"])
def test_answer_that_is_no_number_is_named(text: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        answer_of("envy", text)

    assert str(caught.value) == (
        f'The answer for envy is "{text}". Answer with a whole number from 0 to 10, or leave it open.'
    )
