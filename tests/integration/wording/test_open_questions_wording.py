"""Open questions in sentences: how many, who could answer, and what nobody can."""

from dataclasses import dataclass, field
from datetime import date
from typing import cast

import pytest

from unrut.core.explore.people.circles import Relation
from unrut.core.explore.people.questions import Answerer, OpenQuestion, QuestionKind
from unrut.models import Contact, Talk
from unrut.queries.open_questions import MOST_QUESTIONS
from unrut.queries.people import Somebody
from unrut.queries.who import WhoAnswers, WhoView
from unrut.wording import open_questions as wording

pytestmark = pytest.mark.integration

MONDAY = date(2026, 11, 16)


@dataclass
class Covered:
    uncovered: tuple[str, ...]


@dataclass
class View:
    """As much of a view as the first line asks for."""

    questions: tuple[OpenQuestion, ...]
    people: int
    coverage: Covered = field(default_factory=lambda: Covered(()))


def a_question(kind: QuestionKind = QuestionKind.OPENING, key: str = "opening-1.pay") -> OpenQuestion:
    return OpenQuestion(key, kind, "Data editor, Mill", "How far is it?", "mill", "", 1, "pay")


def a_view(count: int, people: int, uncovered: int = 0) -> WhoView:
    questions = tuple(a_question(key=f"opening-{number}.pay") for number in range(count))
    keys = tuple(question.key for question in questions[:uncovered])
    return cast("WhoView", View(questions, people, Covered(keys)))


def found(name: str = "Ana Ortiz", **fields: str) -> WhoAnswers:
    answerer = Answerer(1, 0.3, 0.5, 0.5, 0.5, Relation.THERE)
    return WhoAnswers(Somebody(Contact(name=name, **fields)), answerer)


@pytest.mark.parametrize(
    ("view", "lead"),
    [
        (a_view(0, 0), "Nothing is open yet that somebody could tell you."),
        (a_view(0, 9), "Nothing is open yet that somebody could tell you."),
        (a_view(1, 0, 1), "1 question is open, and nobody is here yet whom you could ask."),
        (a_view(3, 9, 3), "3 questions are open, and nobody you know is close to any of it."),
        (a_view(3, 9), "3 questions are open, and for each of them there is somebody you know."),
        (a_view(3, 9, 1), "3 questions are open; somebody you know could answer 2 of them."),
        (
            a_view(MOST_QUESTIONS, 9, 1),
            "These are the 40 open questions worth most; somebody you know could answer 39 of them.",
        ),
    ],
)
def test_first_line_counts_what_is_open_and_what_could_be_answered(view: WhoView, lead: str) -> None:
    assert wording.questions_lead(view) == lead


@pytest.mark.parametrize(
    ("kind", "nearest", "sentence"),
    [
        (QuestionKind.FIELD, None, "You know nobody in “Data editor, Mill”, nor near it."),
        (QuestionKind.OPENING, None, "You know nobody close to “Data editor, Mill”."),
        (
            QuestionKind.GAP,
            found(position="Paid social"),
            "You know nobody in “Data editor, Mill”; nearest: Ana Ortiz (Paid social).",
        ),
        (
            QuestionKind.WAY,
            found(company="Forge"),
            "You know nobody close to “Data editor, Mill”; nearest: Ana Ortiz (Forge).",
        ),
        (
            QuestionKind.OPENING,
            found(),
            "You know nobody close to “Data editor, Mill”; nearest: Ana Ortiz.",
        ),
    ],
)
def test_gap_names_who_comes_nearest(kind: QuestionKind, nearest: WhoAnswers | None, sentence: str) -> None:
    assert wording.gap_sentence(a_question(kind), nearest) == sentence


@pytest.mark.parametrize(
    ("names", "count", "is_covered", "lead"),
    [
        ([], 0, False, "Nobody you know could answer this yet."),
        (["Ana"], 1, True, "Ana could answer this."),
        (["Ana", "Ben"], 2, True, "Ana could answer this best, and 1 more may know."),
        (["Ana", "Ben"], 5, True, "Ana could answer this best, and 4 more may know."),
        (["Ana"], 1, False, "Nobody you know is close to this; Ana may know somebody who is."),
    ],
)
def test_question_begins_with_who_could_answer(
    names: list[str], count: int, is_covered: bool, lead: str
) -> None:
    people = [found(name) for name in names]

    assert wording.question_lead(people, count, is_covered=is_covered) == lead


def test_every_kind_of_question_has_its_word() -> None:
    assert [wording.kind_words(kind) for kind in QuestionKind] == [
        "An opening",
        "A way out",
        "A kind of work",
        "A kind of work",
    ]


@pytest.mark.parametrize(
    ("score", "strength", "words"),
    [
        (0, "", "not close to it"),
        (0.01, "little", "an outside chance"),
        (0.1, "maybe", "may answer it"),
        (0.25, "well", "could well answer it"),
        (1, "well", "could well answer it"),
    ],
)
def test_score_is_one_of_three_sizes_with_its_words(score: float, strength: str, words: str) -> None:
    assert wording.strength_of(score) == strength
    assert wording.strength_words(strength) == words


def test_factors_have_names() -> None:
    assert (wording.reply_name(), wording.novelty_name(), wording.relevance_name()) == (
        "Whether they answer",
        "How new it is to you",
        "How well they know it",
    )


@pytest.mark.parametrize(("count", "words"), [(0, ""), (1, "and 1 other"), (4, "and 4 others")])
def test_others_are_counted(count: int, words: str) -> None:
    assert wording.others_words(count) == words


@pytest.mark.parametrize(("count", "words"), [(1, "1 question more"), (9, "9 questions more")])
def test_fold_has_a_count(count: int, words: str) -> None:
    assert wording.more_questions(count) == words


def test_judgement_says_when_it_learns() -> None:
    plain, learning = (wording.judgement_words(is_learning=each) for each in (False, True))

    assert plain.startswith("A judgement, not a measurement: ")
    assert learning == f"{plain} It learns from who answered you, and tries circles out from day to day."


def test_one_name_beside_a_question_says_what_they_do() -> None:
    assert wording.who_may_know(found(position="Editor")) == "Ana Ortiz (Editor) may know"


def test_somebody_of_ones_own_employer_is_warned_of() -> None:
    assert (
        wording.home_warning(found().somebody) == "Ana Ortiz works where you do: think about who hears of it."
    )


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "A talk with Ana is prepared"),
        ({"asked_on": MONDAY}, "Ana was asked on 16 November 2026"),
        ({"replied_on": MONDAY}, "Ana answered on 16 November 2026"),
        ({"meet_on": MONDAY, "replied_on": MONDAY}, "You meet Ana on 16 November 2026"),
        ({"ended_on": MONDAY, "asked_on": MONDAY}, "Ana did not answer"),
        ({"talked_on": MONDAY, "meet_on": MONDAY}, "You talked with Ana on 16 November 2026"),
    ],
)
def test_talk_about_a_question_says_how_far_it_is(fields: dict[str, date], words: str) -> None:
    assert wording.talk_words(Talk(contact=Contact(name="Ana"), made_on=MONDAY, **fields)) == words
