"""Whom to talk to first: another person for each question that matters, and who is missing."""

from datetime import date

import pytest
from tests.factories import a_want, an_opening, make_contact, make_talk

from unrut.models import Opening, Person
from unrut.queries.people_front import first_talks, most_helpful, pairs_alike, who_is_missing
from unrut.queries.who import WhoView, who_for
from unrut.services.contacts import join_contacts

pytestmark = pytest.mark.integration


@pytest.fixture
def mills(alice: Person) -> list[Opening]:
    """Four openings that say nothing of what is wanted."""
    a_want(alice, "autonomy")
    return [
        an_opening(alice, f"Work at {name}", company=name) for name in ("Mill", "Bakery", "Farm", "Dairy")
    ]


def seen(owner: Person, today: date) -> WhoView:
    return who_for(owner, today=today)


def told(view: WhoView) -> list[tuple[str, str]]:
    return [(talk.question.subject, talk.answers.somebody.name) for talk in first_talks(view)]


def test_each_question_gets_another_person(alice: Person, mills: list[Opening], today: date) -> None:
    for opening in mills:
        make_contact(alice, f"Somebody at {opening.company}", company=opening.company)

    found = told(seen(alice, today))

    subjects = [question.subject for question in seen(alice, today).questions]
    assert found == [(subject, f"Somebody at {subject.rpartition(', ')[2]}") for subject in subjects[:3]]


def test_same_person_stands_there_once(alice: Person, mills: list[Opening], today: date) -> None:
    past = [{"company": opening.company, "position": ""} for opening in mills]
    make_contact(alice, company="Mill", past=past)

    assert [name for _, name in told(seen(alice, today))] == ["Ana Ortiz"]


def test_question_a_talk_is_ahead_about_is_left_out(alice: Person, mills: list[Opening], today: date) -> None:
    ana = make_contact(alice, company="Mill")
    question = next(one for one in seen(alice, today).questions if one.company_key == "mill")
    talk = make_talk(ana, question=question.key)

    ahead = told(seen(alice, today))
    talk.ended_on = today
    talk.save()

    assert (ahead, told(seen(alice, today))) == ([], [("Work at Mill, Mill", "Ana Ortiz")])


def test_whoever_only_knows_many_is_nobodys_answer(alice: Person, mills: list[Opening], today: date) -> None:
    make_contact(alice, circle="mentor")

    view = seen(alice, today)

    assert (told(view), view.answerers(view.questions[0])[0].somebody.name) == ([], "Ana Ortiz")


def test_weightiest_question_nobody_could_answer_is_named(
    alice: Person, mills: list[Opening], today: date
) -> None:
    make_contact(alice, company="Mill")

    view = seen(alice, today)
    missing = who_is_missing(view)

    open_ones = [question for question in view.questions if question.company_key != "mill"]
    assert missing is not None
    assert (missing.question, missing.count) == (open_ones[0], 3)


def test_nobody_is_missing_where_nothing_is_asked_or_nobody_is_known(alice: Person, today: date) -> None:
    without_people = who_is_missing(seen(alice, today))
    make_contact(alice)

    assert (without_people, who_is_missing(seen(alice, today))) == (None, None)


def test_nobody_known_is_no_gap(alice: Person, mills: list[Opening], today: date) -> None:
    view = seen(alice, today)

    assert (who_is_missing(view), most_helpful(view), told(view)) == (None, None, [])


def test_most_helpful_could_answer_most(alice: Person, mills: list[Opening], today: date) -> None:
    make_contact(alice, "Ben", company="Farm")
    past = [{"company": opening.company, "position": ""} for opening in mills]
    make_contact(alice, "Ana", company="Mill", past=past)

    found = most_helpful(seen(alice, today))

    assert found is not None
    assert found.name == "Ana"


def test_pairs_are_counted_anew_after_a_change(alice: Person, bob: Person) -> None:
    first = make_contact(alice, email="ana@mill.example")
    before = pairs_alike(alice)
    second = make_contact(alice, "A. Ortiz", email="ana@mill.example")
    make_contact(bob, email="ana@mill.example")

    found = pairs_alike(alice)
    join_contacts(alice, first.pk, second.pk)

    assert (before, found, pairs_alike(alice)) == (0, 1, 0)
