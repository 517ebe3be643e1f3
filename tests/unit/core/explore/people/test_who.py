"""Who could answer a question, in which order, and who is nearest when nobody can."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from known_people import (
    BAKER,
    CIRCLES,
    COMPANIES,
    COOK,
    OCCUPATIONS,
    PEOPLE,
    QUESTIONS,
    TEACHER,
    TODAY,
    by_digits,
    known,
    question,
    who_of,
)
from unrut.core.explore.people.circles import Circle, Relation
from unrut.core.explore.people.columns import Columns, Known
from unrut.core.explore.people.who import MOST_OF_A_CIRCLE, SPREAD_OVER, OpenQuestion, Who

pytestmark = pytest.mark.unit

ABOUT_MILL = question(company_key="old mill")


def at_mill(key: int, circle: Circle = Circle.FRIEND, years: int = 1) -> Known:
    return known(key, circle=circle, company_key="old mill", last_on=TODAY - years * timedelta(days=365))


def test_answerers_name_those_who_relate_and_why() -> None:
    who = who_of([known(1, company_key="blue door"), at_mill(2), known(3, circle=Circle.MENTOR)])

    found = who.answerers(ABOUT_MILL)

    assert [(one.person, one.relation) for one in found] == [(2, Relation.THERE), (3, Relation.HUB)]


def test_answerers_of_equal_score_come_by_key() -> None:
    who = who_of([at_mill(9), at_mill(4), at_mill(7)])

    assert [one.person for one in who.answerers(ABOUT_MILL)] == [4, 7, 9]


def test_answerers_are_spread_over_circles() -> None:
    friends, family = [at_mill(key) for key in range(1, 5)], at_mill(9, Circle.FAMILY, years=30)
    who = who_of([*friends, family])

    assert [one.person for one in who.answerers(ABOUT_MILL, most=5)] == [1, 2, 9, 3, 4]


def test_answerers_of_one_circle_are_not_kept_back() -> None:
    who = who_of([at_mill(key) for key in range(1, 5)])

    assert [one.person for one in who.answerers(ABOUT_MILL)] == [1, 2, 3]


@pytest.mark.parametrize(("most", "expected"), [(-1, 0), (0, 0), (2, 2), (99, 4)])
def test_answerers_are_at_most_as_many_as_asked_for(most: int, expected: int) -> None:
    who = who_of([at_mill(key) for key in range(4)])

    assert len(who.answerers(ABOUT_MILL, most=most)) == expected


def test_those_who_share_the_home_tell_less() -> None:
    people = [at_mill(1), known(2, circle=Circle.FRIEND, last_on=TODAY, occupation=BAKER)]
    elsewhere, here = who_of(people), who_of(people, home_company="old mill", home_occupation=TEACHER)

    assert here.answerers(ABOUT_MILL)[0].novelty < elsewhere.answerers(ABOUT_MILL)[0].novelty
    baking = question(occupation=BAKER)
    same = who_of(people, home_occupation=BAKER)
    assert same.answerers(baking)[0].novelty < here.answerers(baking)[0].novelty


def test_warmth_weighs_more_where_work_is_not_digital() -> None:
    people = [known(1, company_key="old mill", warmth=9, last_on=TODAY)]

    digital, other = (who_of(people, digital=value).answerers(ABOUT_MILL)[0] for value in (True, False))

    assert other.reply > digital.reply
    assert other.novelty > digital.novelty


def test_nearest_is_whose_work_is_most_alike_when_nobody_relates() -> None:
    who = who_of(
        [known(1, occupation=TEACHER), known(2, occupation=COOK), known(3, circle=Circle.MENTOR)],
        alike=lambda here, _: {COOK: 0.3, TEACHER: 0.1}.get(here, 0),
    )

    nearest = who.nearest(question(occupation=BAKER))

    assert nearest is not None
    assert (nearest.person, nearest.relation, nearest.score) == (2, Relation.NONE, 0)


def test_nearest_puts_those_who_relate_first_and_then_the_likelier_reply() -> None:
    who = who_of([known(1, occupation=BAKER), at_mill(2, years=9), at_mill(3, years=1)])

    nearest = who.nearest(question(company_key="old mill", occupation=BAKER, kind="opening"))

    assert nearest is not None
    assert nearest.person == 3


@pytest.mark.parametrize(
    "people", [[], [known(1)], [known(1, occupation=COOK)], [known(1, circle=Circle.MENTOR)]]
)
def test_nearest_is_nobody_where_nothing_is_known_or_alike(people: list[Known]) -> None:
    who = who_of(people, alike=lambda _, __: 0)

    assert who.nearest(question(occupation=BAKER)) is None


def test_likeness_of_contacts_without_an_occupation_says_nothing() -> None:
    who = who_of([known(1)], alike=lambda _, __: 1.0)

    assert who.answerers(question(occupation=BAKER)) == []


@pytest.mark.parametrize(
    ("strange", "expected"), [(np.nan, Relation.NONE), (np.inf, Relation.NEAR), (-1, Relation.NONE)]
)
def test_likeness_off_its_scale_is_cut(strange: float, expected: Relation) -> None:
    who = who_of([known(1, occupation=COOK)], alike=lambda _, __: strange)

    found = who.answerers(question(occupation=BAKER))

    assert [one.relation for one in found] == [expected] * (expected is not Relation.NONE)


def test_likeness_of_other_contacts_is_our_mistake() -> None:
    who = Who(Columns([known(1)]), today=TODAY, likeness=lambda _: np.zeros(2, dtype=np.float32))

    with pytest.raises(ValueError, match="one likeness for each contact"):
        who.answerers(question(occupation=BAKER))


@pytest.mark.parametrize(("asked", "expected"), [(9, False), (10, True)])
def test_who_says_whether_it_is_learning(asked: int, expected: bool) -> None:
    assert who_of([known(asked=asked)]).is_learning is expected


@given(people=CIRCLES, asked=QUESTIONS, home=st.sampled_from(OCCUPATIONS), company=st.sampled_from(COMPANIES))
def test_a_score_is_the_product_of_three_factors_on_one_scale(
    people: list[Known], asked: OpenQuestion, home: str, company: str
) -> None:
    who = who_of(people, home_occupation=home, home_company=company)

    for one in who.answerers(asked, most=9):
        assert one.score == one.reply * one.novelty * one.relevance
        assert 0 < one.reply < 1
        assert 0 < one.novelty <= 1
        assert 0 < one.relevance <= 1
        assert one.relation is not Relation.NONE


@given(people=CIRCLES, asked=QUESTIONS)
def test_at_most_two_of_a_circle_among_the_first_while_others_relate(
    people: list[Known], asked: OpenQuestion
) -> None:
    circles = {one.key: one.circle for one in people}
    everybody = [circles[one.person] for one in who_of(people).answerers(asked, most=99)]

    room = sum(min(count, MOST_OF_A_CIRCLE) for count in Counter(everybody).values())
    first = Counter(everybody[: min(SPREAD_OVER, room)])

    assert all(count <= MOST_OF_A_CIRCLE for count in first.values())


@given(people=CIRCLES, asked=QUESTIONS, order=st.randoms())
def test_the_order_of_contacts_does_not_matter(
    people: list[Known], asked: OpenQuestion, order: Random
) -> None:
    shuffled = order.sample(people, len(people))

    one, other = (
        {found.person: found.score for found in who_of(circle).answerers(asked, most=99)}
        for circle in (people, shuffled)
    )

    assert one == pytest.approx(other, abs=1e-12)


@given(people=CIRCLES, added=PEOPLE, asked=QUESTIONS)
def test_adding_somebody_never_asked_changes_nobodys_factors(
    people: list[Known], added: Known, asked: OpenQuestion
) -> None:
    stranger = replace(added, key=0, asked=0)
    alone, beside = (
        {one.person: one for one in who_of(circle).answerers(asked, most=99)}
        for circle in (people, [*people, stranger])
    )

    for key, one in alone.items():
        other = beside[key]
        assert (one.relation, one.novelty, one.relevance) == (other.relation, other.novelty, other.relevance)
        assert one.reply == pytest.approx(other.reply, abs=1e-12)


@given(people=CIRCLES, asked=QUESTIONS)
def test_nearest_relates_whenever_somebody_does_by_themselves(
    people: list[Known], asked: OpenQuestion
) -> None:
    who = who_of(people, alike=by_digits)

    nearest = who.nearest(asked)

    if who.judged(asked).is_direct.any():
        assert nearest is not None
        assert nearest.relation is not Relation.NONE


def test_one_contact_is_judged_as_among_all() -> None:
    who = who_of([at_mill(2), known(3, circle=Circle.MENTOR), known(4)])

    among_all = {one.person: one for one in who.answerers(ABOUT_MILL, most=9)}

    assert [who.answerer(key, ABOUT_MILL) for key in (2, 3)] == [among_all[2], among_all[3]]


@pytest.mark.parametrize("person", [4, 99])
def test_contact_who_does_not_relate_or_is_not_there_is_no_answerer(person: int) -> None:
    assert who_of([at_mill(2), known(4)]).answerer(person, ABOUT_MILL) is None


def test_question_is_judged_once() -> None:
    who = who_of([at_mill(2)])

    assert who.judged(ABOUT_MILL) is who.judged(replace(ABOUT_MILL))
    assert who.judged(ABOUT_MILL) is not who.judged(replace(ABOUT_MILL, company_key="blue door"))
