"""A story is told one question at a time, the most telling first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.milestones.story import Missing, Part, Question, next_question, questions_left

pytestmark = pytest.mark.unit

ALL = (*Part, *Missing)


@pytest.mark.parametrize(
    ("told", "question"),
    [
        ((), Part.ACTION),
        ((Part.ACTION,), Part.RESULT),
        ((Part.ACTION, Part.RESULT), Missing.FIGURES),
        ((Part.ACTION, Part.RESULT, Missing.FIGURES), Missing.KNOWN_FROM),
        ((Part.ACTION, Part.RESULT, Missing.FIGURES, Missing.KNOWN_FROM), Part.SITUATION),
        (tuple(part for part in ALL if part is not Missing.SEEN_BY), Missing.SEEN_BY),
        (ALL, None),
    ],
)
def test_next_question_is_what_a_reader_misses_most(
    told: tuple[Question, ...], question: Question | None
) -> None:
    assert next_question(dict.fromkeys(told, "told")) == question


def test_question_how_numbers_are_known_waits_for_numbers() -> None:
    told = {part: "told" for part in ALL if part not in {Missing.FIGURES, Missing.KNOWN_FROM}}

    assert next_question(told) == Missing.FIGURES
    assert next_question({**told, Missing.KNOWN_FROM: ""}) == Missing.FIGURES


@given(told=st.sets(st.sampled_from(ALL)))
def test_answering_every_question_ends(told: set[Question]) -> None:
    answers: dict[str, str] = dict.fromkeys(told, "told")

    while (question := next_question(answers)) is not None:
        assert not answers.get(question)
        answers[question] = "told"

    assert questions_left(answers) == 0


def test_questions_left_counts_what_is_open() -> None:
    assert questions_left({Part.ACTION: "told", Part.RESULT: ""}) == 6
