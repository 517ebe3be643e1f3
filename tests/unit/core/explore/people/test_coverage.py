"""Which questions the contacts could answer between them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from known_people import BAKER, CIRCLES, COOK, QUESTIONS, TEACHER, TODAY, known, question, who_of
from unrut.core.explore.people.circles import Circle
from unrut.core.explore.people.columns import Known
from unrut.core.explore.people.coverage import coverage
from unrut.core.explore.people.questions import OpenQuestion

pytestmark = pytest.mark.unit

BAKING, COOKING, TEACHING = (
    question(key=code, occupation=code, gain=gain)
    for code, gain in ((BAKER, 5.0), (COOK, 4.0), (TEACHER, 1.0))
)


def friend(key: int, code: str, **told: object) -> Known:
    return known(key, circle=Circle.FRIEND, occupation=code, last_on=TODAY, **told)


def test_coverage_of_questions_by_people() -> None:
    who = who_of([friend(1, COOK), friend(2, BAKER), known(3)])

    found = coverage(who, [BAKING, COOKING, TEACHING])

    assert (found.people, found.uncovered) == ((2, 1), (TEACHER,))
    assert [[cell > 0 for cell in line] for line in found.cells] == [
        [True, False],
        [False, True],
        [False, False],
    ]
    assert found.cells[0][0] == who.answerers(BAKING)[0].score


def test_a_second_person_for_another_question_comes_before_one_for_the_same() -> None:
    who = who_of([friend(1, BAKER, warmth=9), friend(2, BAKER, warmth=9), friend(3, COOK, warmth=9)])

    assert coverage(who, [BAKING, COOKING]).people == (1, 3, 2)


def test_equal_people_come_by_key() -> None:
    who = who_of([friend(8, BAKER), friend(5, BAKER), friend(6, BAKER)])

    assert coverage(who, [BAKING]).people == (5, 6, 8)


@pytest.mark.parametrize(("most", "expected"), [(-1, ()), (0, ()), (1, (2,)), (9, (2, 1))])
def test_at_most_so_many_people(most: int, expected: tuple[int, ...]) -> None:
    who = who_of([friend(1, COOK), friend(2, BAKER)])

    assert coverage(who, [BAKING, COOKING], most_people=most).people == expected


def test_somebody_who_knows_many_covers_nothing() -> None:
    found = coverage(who_of([known(1, circle=Circle.MENTOR)]), [BAKING])

    assert (found.people, found.uncovered) == ((1,), (BAKER,))
    assert found.cells[0][0] > 0


@pytest.mark.parametrize("gain", [0.0, -1.0, float("nan"), float("inf")])
def test_without_gains_all_questions_count_alike(gain: float) -> None:
    questions = [question(key=code, occupation=code, gain=gain) for code in (BAKER, COOK)]

    assert coverage(who_of([friend(1, COOK), friend(2, BAKER)]), questions).people == (1, 2)


@pytest.mark.parametrize("people", [[], [known(1)]])
def test_nobody_covers_nothing(people: list[Known]) -> None:
    found = coverage(who_of(people), [BAKING, COOKING])

    assert (found.people, found.cells, found.uncovered) == ((), ((), ()), (BAKER, COOK))


def test_coverage_without_questions_is_empty() -> None:
    found = coverage(who_of([friend(1, BAKER)]), [])

    assert (found.questions, found.people, found.cells, found.uncovered) == ((), (), (), ())


@given(people=CIRCLES, questions=st.lists(QUESTIONS, max_size=5), most=st.integers(0, 9))
def test_coverage_is_a_table_of_scores(people: list[Known], questions: list[OpenQuestion], most: int) -> None:
    who = who_of(people)

    found = coverage(who, questions, most_people=most)

    assert len(set(found.people)) == len(found.people) <= most
    cells = np.array(found.cells).reshape(len(questions), len(found.people))
    keys = who.columns.keys.tolist()
    expected = [[who.judged(asked).scores[keys.index(key)] for key in found.people] for asked in questions]
    assert cells.tolist() == expected
