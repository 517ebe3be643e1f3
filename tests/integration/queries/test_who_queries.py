"""Open questions beside the people one knows: who could answer, who is nearest, and nobody of somebody else's."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories import (
    MONDAY,
    TODAY,
    a_job,
    a_person,
    a_want,
    a_way,
    an_opening,
    make_contact,
    make_talk,
)

from unrut.core.explore.people.circles import Circle, Relation
from unrut.models import Opening, Person
from unrut.queries import who as queries
from unrut.queries.guide import Guide, current_guide
from unrut.queries.open_questions import open_questions
from unrut.queries.who import (
    DRAWN_OF_A_CIRCLE,
    MOST_HELD,
    SHOWN,
    WhoAnswers,
    WhoView,
    circles_of,
    home_company,
    who_could,
    who_for,
)
from unrut.services.contacts import forget_contact, tell_people_changed

pytestmark = pytest.mark.integration

NURSE = "29-1141.00"


@pytest.fixture(autouse=True)
def nothing_held() -> Iterator[None]:
    """Rows of one test have the keys of another one's."""
    queries._held.clear()
    yield
    queries._held.clear()


@pytest.fixture
def opening(alice: Person) -> Opening:
    """Something that is not known of an opening at the mill."""
    a_want(alice, "commute")
    return an_opening(alice, "Zyx", company="Old Mill")


def view_of(owner: Person) -> WhoView:
    return who_for(owner, today=TODAY)


def names(found: list[WhoAnswers]) -> list[str]:
    return [one.somebody.name for one in found]


def test_those_who_work_there_could_answer_the_best_first(
    alice: Person, bob: Person, opening: Opening
) -> None:
    make_contact(alice, "Ben", company="Old Mill", circle="other", met_on=MONDAY)
    make_contact(alice, "Ana", company="old mill", circle="friend", last_on=MONDAY)
    make_contact(alice, "Cora", company="Forge")
    make_contact(bob, "Zoe", company="Old Mill")

    view = view_of(alice)
    (question,) = view.questions
    found = view.answerers(question)

    assert (names(found), view.people, view.counted(question)) == (["Ana", "Ben"], 3, 2)
    assert [one.answerer.relation for one in found] == [Relation.THERE] * 2
    assert view.question(question.key) == question
    assert view.question("opening-0.x") is None


def test_as_many_are_named_as_are_asked_for(alice: Person, opening: Opening) -> None:
    for count in range(SHOWN + 1):
        make_contact(alice, f"Ana {count}", company="Old Mill")
    view = view_of(alice)
    (question,) = view.questions

    assert len(view.answerers(question)) == SHOWN
    assert len(view.answerers(question, most=10)) == SHOWN + 1
    assert [len(line) for line in view.answerers_of_all(view.questions)] == [1]


def test_people_of_several_questions_are_read_once(alice: Person, opening: Opening) -> None:
    a_want(alice, "autonomy")
    make_contact(alice, company="Old Mill")
    view = view_of(alice)

    with CaptureQueriesContext(connection) as counted:
        found = view.answerers_of_all(view.questions)

    assert [names(line) for line in found] == [["Ana Ortiz"], ["Ana Ortiz"]]
    assert len(counted) == 2


def test_joined_entries_are_one_person(alice: Person, opening: Opening) -> None:
    ana = make_contact(alice, "Ana Ortiz")
    make_contact(
        alice,
        "A. Ortiz",
        same_as=ana,
        company="Old Mill",
        circle="friend",
        last_on=MONDAY,
        met_on=MONDAY - timedelta(days=900),
        warmth=9,
        occupation=NURSE,
    )
    view = view_of(alice)

    (found,) = view.answerers(view.questions[0])

    assert (view.people, found.somebody.id) == (1, ana.pk)
    assert (found.answerer.relation, found.somebody.circle) == (Relation.THERE, Circle.FRIEND)


def test_second_company_of_joined_entries_counts_as_an_earlier_one(alice: Person, opening: Opening) -> None:
    ana = make_contact(alice, company="Forge")
    make_contact(alice, "A. Ortiz", same_as=ana, company="Old Mill")
    view = view_of(alice)

    assert [one.answerer.relation for one in view.answerers(view.questions[0])] == [Relation.WAS_THERE]


def test_earlier_place_that_a_file_named_counts(alice: Person, opening: Opening) -> None:
    make_contact(alice, past=[{"company": "Old Mill Ltd", "position": "Baker"}])
    view = view_of(alice)

    assert [one.answerer.relation for one in view.answerers(view.questions[0])] == [Relation.WAS_THERE]


def test_answers_to_messages_change_who_is_thought_to_answer(alice: Person, opening: Opening) -> None:
    ana = make_contact(alice, company="Old Mill")
    before = view_of(alice).answerers(view_of(alice).questions[0])[0].answerer.reply
    for _ in range(4):
        make_talk(ana, asked_on=MONDAY)

    after = view_of(alice).answerers(view_of(alice).questions[0])[0].answerer.reply

    assert after < before


def test_likeness_of_the_work_names_who_does_it_and_who_is_near(alice: Person, bob: Person) -> None:
    a_way(alice, "Nursing", occupation=NURSE)
    make_contact(alice, "Nurse", occupation=NURSE)
    make_contact(alice, "Nurse of the sick", occupation="29-1141.01")
    make_contact(alice, "Nobody knows")
    view = view_of(alice)

    found = view.answerers(view.questions[0])

    assert [(one.somebody.name, one.answerer.relation) for one in found] == [
        ("Nurse", Relation.ROLE),
        ("Nurse of the sick", Relation.FIELD),
    ]


def test_work_no_atlas_knows_is_alike_to_nothing(alice: Person, opening: Opening) -> None:
    make_contact(alice, occupation=NURSE)
    view = view_of(alice)
    (question,) = view.questions

    assert view.who._likeness("99-9999.00").tolist() == [0]
    assert view.answerers(question) == []


def test_nearest_stands_in_where_nobody_relates(alice: Person) -> None:
    a_way(alice, "Nursing", occupation=NURSE)
    make_contact(alice, "Teacher", occupation="25-2021.00")
    view = view_of(alice)

    nearest = view.nearest_of_all(view.questions)

    assert view.answerers(view.questions[0]) == []
    assert [one.somebody.name if one else "" for one in nearest] == ["Teacher"] * len(view.questions)
    assert view.nearest(view.questions[0]) == nearest[0]


def test_nobody_is_nearest_where_all_are_as_far(alice: Person, opening: Opening) -> None:
    make_contact(alice)
    view = view_of(alice)

    assert view.nearest(view.questions[0]) is None
    assert view.coverage.uncovered == (view.questions[0].key,)


def test_coverage_names_who_answers_most(alice: Person, opening: Opening) -> None:
    ana = make_contact(alice, company="Old Mill")
    view = view_of(alice)

    assert (view.coverage.people, view.coverage.uncovered) == ((ana.pk,), ())
    assert view.names(view.coverage.people)[ana.pk].name == "Ana Ortiz"


def test_for_a_person_all_they_could_answer_comes_best_first(alice: Person, opening: Opening) -> None:
    a_way(alice, "Nursing", occupation=NURSE)
    ana = make_contact(alice, company="Old Mill", occupation="29-1141.01")
    view = view_of(alice)

    found = view.for_person(ana.pk)

    scores = [answerer.score for _, answerer in found]
    assert len(found) == len(view.questions)
    assert scores == sorted(scores, reverse=True)
    assert view.for_person(10_000) == []


def test_talks_stand_beside_their_question(alice: Person, bob: Person, opening: Opening) -> None:
    ana = make_contact(alice, company="Old Mill")
    key = f"{opening.option}.commute"
    first, second = make_talk(ana, question=key), make_talk(ana, question=key, ended_on=MONDAY)
    make_talk(ana)
    make_talk(make_contact(bob, "Zoe"), question=key)

    assert view_of(alice).talks == {key: [first, second]}


def test_forgotten_people_answer_no_more(alice: Person, opening: Opening) -> None:
    ana = make_contact(alice, company="Old Mill")
    view = view_of(alice)
    forget_contact(alice, ana.pk)

    assert view.answerers(view.questions[0]) == []
    assert view_of(alice).people == 0


def test_some_questions_can_be_asked_alone(alice: Person, opening: Opening) -> None:
    make_contact(alice, company="Old Mill")
    asked = open_questions(alice, today=TODAY)

    view = who_could(alice, asked, today=TODAY)

    assert view.questions == tuple(asked)
    assert names(view.answerers(asked[0])) == ["Ana Ortiz"]


def test_home_is_where_one_works_now(alice: Person, bob: Person) -> None:
    assert home_company(alice) == ""
    a_job(alice, "Nurse", company="Hill Ward", occupation=NURSE)
    make_contact(alice)

    view = view_of(alice)

    assert view.home_company == home_company(alice) != ""


def test_people_are_read_again_only_when_they_changed(
    alice: Person, opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_contact(alice)
    held = queries._columns_of(alice)

    assert queries._columns_of(alice) is held
    tell_people_changed(alice)
    assert queries._columns_of(alice) is not held


def test_another_atlas_makes_people_be_read_again(alice: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    held = queries._columns_of(alice)
    guide = current_guide()
    other = Guide(guide.atlas)
    monkeypatch.setattr(queries, "current_guide", lambda: other)

    assert queries._columns_of(alice) is not held


def test_few_persons_are_held_at_once(db: None) -> None:
    people = [a_person(f"person {count}") for count in range(MOST_HELD + 1)]

    for person in people:
        queries._columns_of(person)

    assert list(queries._held) == [person.pk for person in people[1:]]


def test_circles_show_the_nearest_and_count_all(alice: Person, bob: Person) -> None:
    for count in range(DRAWN_OF_A_CIRCLE + 1):
        make_contact(alice, f"Friend {count}", circle="friend", warmth=10 - count)
    make_contact(alice, "Somebody")
    make_contact(bob, "Zoe", circle="family")

    friends, others = circles_of(alice, today=TODAY)

    assert (friends.circle, friends.count, len(friends.people)) == (
        Circle.FRIEND,
        DRAWN_OF_A_CIRCLE + 1,
        DRAWN_OF_A_CIRCLE,
    )
    assert [placed.somebody.name for placed in friends.people][:2] == ["Friend 0", "Friend 1"]
    assert [placed.ring for placed in friends.people] == [0, 0, 0, 0, 1, 1]
    assert [(placed.somebody.name, placed.ring) for placed in others.people] == [("Somebody", 2)]


def test_nobody_is_in_no_circle(alice: Person, bob: Person) -> None:
    assert circles_of(alice, today=TODAY) == []
