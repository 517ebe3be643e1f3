"""What is open: unknown facts of openings and ways, and what the work is like that one looks at."""

import pytest
from tests.factories import (
    TODAY,
    a_job,
    a_want,
    a_way,
    a_way_level,
    an_opening,
    make_contact,
    make_learned,
    make_talk,
)

from unrut.core.explore.people.questions import FIELD_ASK, OpenQuestion, QuestionKind
from unrut.core.facets import shipped_vocabulary
from unrut.models import OpeningStatus, Person
from unrut.queries import open_questions as queries
from unrut.queries.explore import option_of
from unrut.queries.open_questions import EACH, MOST_OPENINGS, MOST_QUESTIONS, open_questions, questions_about

pytestmark = pytest.mark.integration

NURSE = "29-1141.00"
ASKED = shipped_vocabulary()["commute"].posting.ask


def asked(owner: Person) -> dict[str, OpenQuestion]:
    return {question.key: question for question in open_questions(owner, today=TODAY)}


def test_nothing_is_open_where_nothing_is_wanted_or_looked_at(alice: Person, bob: Person) -> None:
    an_opening(alice, "Zyx")
    a_way(alice)

    assert open_questions(alice, today=TODAY) == []


def test_unknown_fact_of_an_opening_is_open(alice: Person, bob: Person) -> None:
    a_want(alice, "commute")
    opening = an_opening(alice, "Zyx", company="Old Mill")

    (question,) = asked(alice).values()

    assert (question.key, question.kind) == (f"{opening.option}.commute", QuestionKind.OPENING)
    assert (question.subject, question.ask) == ("Zyx, Old Mill", ASKED)
    assert (question.company_key, question.facet) == (opening.company_key, "commute")
    assert question.gain > 0


def test_opening_without_a_company_is_named_by_its_title(alice: Person) -> None:
    a_want(alice, "commute")
    an_opening(alice, "Zyx")

    assert [question.subject for question in asked(alice).values()] == ["Zyx"]


def test_fact_somebody_told_is_open_no_more(alice: Person) -> None:
    a_want(alice, "commute")
    opening = an_opening(alice, "Zyx")
    make_learned(make_talk(make_contact(alice)), opening=opening, facet="commute", level=2)

    assert asked(alice) == {}


def test_of_each_opening_the_facts_worth_most_are_asked(alice: Person) -> None:
    for facet, weight in (("commute", 100), ("autonomy", 60), ("learning_growth", 20)):
        a_want(alice, facet, weight)
    opening = an_opening(alice, "Zyx")

    found = list(asked(alice).values())

    assert len(found) == EACH
    assert found[0].key == f"{opening.option}.commute"
    assert [question.gain for question in found] == sorted(
        (question.gain for question in found), reverse=True
    )


def test_own_criterion_is_asked_in_its_own_words(alice: Person) -> None:
    want = a_want(alice, "own_1")
    want.name = "A dog in the office"
    want.save()
    an_opening(alice, "Zyx")

    assert [question.ask for question in asked(alice).values()] == [
        "How is it there with this: A dog in the office?"
    ]


def test_openings_under_way_are_asked_about_beside_the_best(alice: Person) -> None:
    a_want(alice, "commute", wanted=0)
    for count in range(MOST_OPENINGS):
        an_opening(alice, f"Zyx {count}", company=f"Company {count}", text="You work from home, remote.")
    worst = an_opening(alice, "Zyx far", company="Far", text="On site, five days a week.")
    a_want(alice, "autonomy", 10)

    before = asked(alice)
    worst.status = OpeningStatus.TALKING
    worst.save()
    after = asked(alice)

    assert f"{worst.option}.autonomy" not in before
    assert f"{worst.option}.autonomy" in after


def test_unknown_fact_of_a_way_is_open_unless_it_is_put_aside(alice: Person) -> None:
    a_want(alice, "own_1")
    a_job(alice)
    way, aside = a_way(alice, "A degree", "new_job"), a_way(alice, "Another", "new_job")
    aside.is_aside = True
    aside.save()

    found = asked(alice)

    (question,) = [each for each in found.values() if each.kind is QuestionKind.WAY]
    assert (question.key, question.subject, question.company_key) == (f"way-{way.pk}.own_1", "A degree", "")


def test_known_fact_of_a_way_is_not_open(alice: Person) -> None:
    a_want(alice, "own_1")
    a_way_level(a_way(alice, kind="new_job"), "own_1", 7)

    assert asked(alice) == {}


def test_work_one_looks_at_is_open_as_a_day_and_what_is_missing(alice: Person, bob: Person) -> None:
    a_way(alice, "Nursing", occupation=NURSE)
    a_way(alice, "Nursing again", "study_full", occupation=NURSE)

    found = open_questions(alice, today=TODAY)

    kinds = [question.kind for question in found]
    assert (kinds[0], found[0].ask, found[0].key) == (QuestionKind.FIELD, FIELD_ASK, f"field-{NURSE}")
    assert kinds.count(QuestionKind.FIELD) == 1
    assert {question.occupation for question in found} == {NURSE}
    assert all(question.key.startswith(f"gap-{NURSE}.") for question in found[1:])
    assert len(found[1:]) <= EACH


def test_occupation_that_no_atlas_knows_is_left_out(alice: Person) -> None:
    a_way(alice, "Old", occupation="99-9999.00")

    assert open_questions(alice, today=TODAY) == []


def test_companies_that_advertise_the_work_are_of_the_same_field(alice: Person, bob: Person) -> None:
    a_want(alice, "own_1")
    here = an_opening(alice, "Registered Nurse", company="Harbour Clinic")
    there = an_opening(alice, "Registered Nurse", company="Hill Ward", key="other")
    a_way(alice, "Nursing", occupation=NURSE)

    found = asked(alice)

    about_here = found[f"{here.option}.own_1"]
    assert about_here.occupation == NURSE
    assert about_here.near_companies == {there.company_key}
    assert found[f"field-{NURSE}"].near_companies == {here.company_key, there.company_key}


def test_only_the_questions_worth_most_are_given(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queries, "MOST_QUESTIONS", 1)
    a_want(alice, "commute", 100)
    a_want(alice, "own_1", 10)
    opening = an_opening(alice, "Zyx")

    assert list(asked(alice)) == [f"{opening.option}.commute"]
    assert MOST_QUESTIONS > 1


def test_any_unknown_fact_of_any_opening_has_its_question(alice: Person, bob: Person) -> None:
    for facet, weight in (("commute", 100), ("autonomy", 60), ("own_1", 20)):
        a_want(alice, facet, weight)
    opening = an_opening(alice, "Zyx", company="Mill")
    option = option_of(alice, opening.option, today=TODAY)
    assert option is not None

    about = questions_about(opening, option.questions)
    found = queries.question_of(alice, f"{opening.option}.own_1", today=TODAY)

    assert len(about) == 3
    assert found in about
    assert f"{opening.option}.own_1" not in asked(alice)


@pytest.mark.parametrize(
    "key", ["{own}.weather", "{own}", "opening-0.commute", "opening-x.commute", "way-1.commute", "", "."]
)
def test_what_is_not_open_has_no_question(alice: Person, key: str) -> None:
    a_want(alice, "commute")
    own = an_opening(alice, "Zyx").option

    assert queries.question_of(alice, key.format(own=own), today=TODAY) is None


def test_opening_of_somebody_else_has_no_question(alice: Person, bob: Person) -> None:
    a_want(alice, "commute")
    theirs = an_opening(bob, "Zyx of bob")

    assert queries.question_of(alice, f"{theirs.option}.commute", today=TODAY) is None


def test_opening_has_no_question_while_nothing_is_wanted(alice: Person) -> None:
    opening = an_opening(alice, "Zyx")

    assert queries.question_of(alice, f"{opening.option}.commute", today=TODAY) is None
