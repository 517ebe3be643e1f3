"""How people relate to a question."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from known_people import (
    BAKER,
    CIRCLES,
    COOK,
    FARMER,
    MANAGER,
    QUESTIONS,
    known,
    question,
)
from unrut.core.explore.people.circles import Circle, Relation
from unrut.core.explore.people.columns import Columns, Known
from unrut.core.explore.people.questions import OpenQuestion, QuestionKind
from unrut.core.explore.people.relevance import relevance_to

pytestmark = pytest.mark.unit

ABOUT_MILL = question(company_key="old mill")
ABOUT_BAKING = question(occupation=BAKER)


def judged(one: Known, asked: OpenQuestion, likeness: float = 0.0) -> tuple[Relation, float]:
    found = relevance_to(asked, Columns([one]), np.array([likeness]))
    return found.relation(0), float(found.relevance[0])


@pytest.mark.parametrize(
    ("one", "asked", "likeness", "expected"),
    [
        (known(company_key="old mill"), ABOUT_MILL, 0, (Relation.THERE, 0.8)),
        (known(past_companies=("old mill",)), ABOUT_MILL, 0, (Relation.WAS_THERE, 0.6)),
        (known(company_key="old mill", past_companies=("old mill",)), ABOUT_MILL, 0, (Relation.THERE, 0.8)),
        (known(company_key="blue door"), ABOUT_MILL, 0, (Relation.NONE, 0)),
        (known(occupation=BAKER), ABOUT_BAKING, 1, (Relation.ROLE, 0.8)),
        (known(occupation="51-3092.00"), ABOUT_BAKING, 0.2, (Relation.FIELD, 0.52)),
        (known(occupation="51-9199.00"), ABOUT_BAKING, 0.2, (Relation.FIELD, 0.42)),
        (known(occupation="51-9199.00"), ABOUT_BAKING, 0.19, (Relation.NONE, 0)),
        (known(occupation=COOK), ABOUT_BAKING, 0.4, (Relation.NEAR, 0.34)),
        (known(occupation=COOK), ABOUT_BAKING, 0.39, (Relation.NONE, 0)),
        (known(occupation=FARMER), question(occupation=MANAGER), 0.05, (Relation.NONE, 0)),
        (known(circle=Circle.MENTOR), ABOUT_MILL, 0, (Relation.HUB, 0.3)),
        (known(occupation="13-1071.00"), ABOUT_MILL, 0, (Relation.HUB, 0.3)),
        (known(asked=3, replied=3), ABOUT_MILL, 0, (Relation.HUB, 0.3)),
        (known(asked=3, replied=2), ABOUT_MILL, 0, (Relation.NONE, 0)),
        (known(), question(), 0, (Relation.NONE, 0)),
    ],
)
def test_relation_by_where_people_are_and_what_they_do(
    one: Known, asked: OpenQuestion, likeness: float, expected: tuple[Relation, float]
) -> None:
    relation, value = judged(one, asked, likeness)

    assert relation is expected[0]
    assert value == pytest.approx(expected[1])


def test_a_company_of_the_same_field_is_one_step_away() -> None:
    asked = question(company_key="old mill", near_companies=frozenset({"blue door"}))

    relation, value = judged(known(company_key="blue door"), asked)

    assert relation is Relation.NEAR
    assert value == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (QuestionKind.OPENING, (Relation.THERE, Relation.ROLE)),
        (QuestionKind.GAP, (Relation.ROLE, Relation.THERE)),
        (QuestionKind.FIELD, (Relation.ROLE, Relation.THERE)),
    ],
)
def test_what_tells_more_depends_on_the_question(
    kind: QuestionKind, expected: tuple[Relation, Relation]
) -> None:
    asked = question(kind=kind, company_key="old mill", occupation=BAKER)
    found = [judged(known(company_key="old mill"), asked), judged(known(occupation=BAKER), asked)]

    found.sort(key=lambda one: one[1], reverse=True)

    assert tuple(relation for relation, _ in found) == expected


def test_relating_in_two_ways_tells_more_than_in_one() -> None:
    asked = question(company_key="old mill", occupation=BAKER)

    relation, value = judged(known(company_key="old mill", occupation=BAKER), asked, 1)

    assert relation is Relation.THERE
    assert value == pytest.approx(0.96)


def test_direct_leaves_out_that_somebody_knows_many() -> None:
    found = relevance_to(ABOUT_MILL, Columns([known(circle=Circle.MENTOR)]), np.zeros(1))

    assert (found.direct.tolist(), found.relation(0)) == ([0], Relation.HUB)


@given(people=CIRCLES, asked=QUESTIONS, data=st.data())
def test_relevance_lies_between_nothing_and_all_and_says_why(
    people: list[Known], asked: OpenQuestion, data: st.DataObject
) -> None:
    alike = np.array([data.draw(st.floats(0, 1)) for _ in people], dtype=np.float64)

    found = relevance_to(asked, Columns(people), alike)

    assert ((found.relevance >= 0) & (found.relevance <= 1)).all()
    assert (found.relevance >= found.direct - 1e-12).all()
    is_related = [found.relation(row) is not Relation.NONE for row in range(len(people))]
    assert (found.relevance > 0).tolist() == is_related
