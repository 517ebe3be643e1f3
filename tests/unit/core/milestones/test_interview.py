"""Answers to interview questions."""

from dataclasses import replace
from datetime import date

import pytest
from tests.told_wins import BLOOD, ROW, STUDENTS, WINS, told_index

from unrut.core.milestones.find import Why, WhyKind, Win, WinIndex, answers

pytestmark = pytest.mark.unit

CONFLICT = "Tell me about a time you dealt with a conflict."


@pytest.mark.parametrize(
    ("question", "first"),
    [
        (CONFLICT, ROW),
        ("How have you brought on somebody with less experience?", STUDENTS),
        ("What have you learned lately?", BLOOD),
    ],
)
def test_question_is_answered_by_its_kind(question: str, first: Win) -> None:
    assert answers(question, told_index())[0].win == first


def test_answer_says_on_what_grounds() -> None:
    why = answers(CONFLICT, told_index())[0].why

    assert why[-1] == Why(WhyKind.FACET, ("coworkers",))
    assert why[0].kind is WhyKind.MEANING


@pytest.mark.parametrize("question", ["", "Tell me about a time when", "zzz", "日本"])
def test_what_is_no_question_has_no_answer(question: str) -> None:
    assert answers(question, told_index()) == []


def test_no_accomplishments_give_no_answer() -> None:
    assert answers(CONFLICT, WinIndex([])) == []


def test_no_more_answers_than_asked_for() -> None:
    assert len(answers(CONFLICT, told_index(), limit=1)) == 1


def test_answers_are_different_pieces_of_work() -> None:
    again = [replace(ROW, id=number) for number in (11, 12, 13)]
    peace = Win(14, date(2023, 5, 1), "Calmed two porters who were about to fight")

    found = answers(CONFLICT, WinIndex([*again, peace]))

    assert [one.win.id for one in found[:2]] == [11, 14]


def test_answer_told_in_full_comes_first() -> None:
    plain = replace(ROW, id=11, story="", facets=())
    full = replace(plain, id=12, on=date(2020, 1, 1), seen_by="Jen", figures="2")

    chances = [one.score for one in answers(CONFLICT, WinIndex([plain]))]
    fuller = [one.score for one in answers(CONFLICT, WinIndex([full]))]

    assert chances < fuller


def test_every_answer_is_one_of_the_persons_own() -> None:
    assert {one.win for one in answers("What are you most proud of?", told_index())} <= set(WINS)
