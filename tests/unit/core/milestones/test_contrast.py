"""Four questions in their order; an answer that is empty is none."""

import pytest

from unrut.core.milestones.contrast import Answer, next_answer, place_of

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("told", "question"),
    [
        ({}, Answer.WISH),
        ({"wish": "To write"}, Answer.OUTCOME),
        ({"wish": "To write", "outcome": "", "obstacle": "Tired"}, Answer.OUTCOME),
        ({"wish": "a", "outcome": "b", "obstacle": "c"}, Answer.RESPONSE),
        ({"wish": "a", "outcome": "b", "obstacle": "c", "response": "d"}, None),
    ],
)
def test_next_answer_is_the_first_that_is_missing(told: dict[str, str], question: Answer | None) -> None:
    assert next_answer(told) == question


def test_questions_are_counted_from_one() -> None:
    assert [place_of(answer) for answer in Answer] == [1, 2, 3, 4]
