"""Talks in sentences: how they begin, how far they are, and what was learned."""

from datetime import date, time, timedelta
from itertools import product
from typing import Any

import pytest
from tests.factories import TODAY

from unrut.core.explore.people.circles import Circle, Relation
from unrut.core.explore.people.questions import OpenQuestion, QuestionKind
from unrut.core.facets import shipped_vocabulary
from unrut.models import Contact, Learned, Talk
from unrut.queries.people import TalkList
from unrut.services.talks import LONGEST_QUESTION, MOST_QUESTIONS
from unrut.wording import talks as wording

pytestmark = pytest.mark.integration

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
COMMUTE = shipped_vocabulary()["commute"]


def a_question(kind: QuestionKind = QuestionKind.OPENING) -> OpenQuestion:
    return OpenQuestion(
        "opening-1.commute", kind, "Data editor, Mill", "How far is it?", "mill", "", 1, "commute"
    )


def a_talk(name: str = "Ana Ortiz", **fields: Any) -> Talk:
    return Talk(contact=Contact(name=name), made_on=MONDAY, **fields)


def learned(facet: str = "", level: int | None = None, text: str = "") -> Learned:
    return Learned(facet=facet, level=level, text=text, learned_on=MONDAY)


def test_three_questions_are_proposed_for_every_kind() -> None:
    proposed = [wording.proposed_questions(a_question(kind)) for kind in QuestionKind]

    assert all(len(questions) == MOST_QUESTIONS for questions in proposed)
    assert {questions[0] for questions in proposed} == {"How far is it?"}
    assert len({questions[1] for questions in proposed}) == len(QuestionKind)
    assert all(len(question) <= LONGEST_QUESTION for questions in proposed for question in questions)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Ana Ortiz", "Ana"),
        ("Ana", "Ana"),
        ("Dr. Ana Ortiz", "Dr. Ana Ortiz"),
        ("", ""),
        ("Ana Maria Ortiz", "Ana"),
    ],
)
def test_first_name_is_what_somebody_is_called(name: str, first: str) -> None:
    assert wording.first_name(name) == first


def test_message_to_somebody_from_inside_says_so() -> None:
    message = wording.proposed_message("Ana Ortiz", Circle.COLLEAGUE, a_question(), Relation.THERE)

    assert message.split("\n\n") == [
        "Hello Ana,",
        "I am thinking about Data editor, Mill, and you know the place from inside.",
        "Would you have twenty minutes for three questions, by phone or however you like? If not, that is fine.",
        "Thank you",
    ]


@pytest.mark.parametrize(
    ("kind", "relation", "words"),
    [
        (QuestionKind.OPENING, Relation.WAS_THERE, "you know the place from inside."),
        (QuestionKind.WAY, Relation.THERE, "You came to my mind."),
        (QuestionKind.FIELD, Relation.ROLE, "You do that kind of work."),
        (QuestionKind.GAP, Relation.FIELD, "You do that kind of work."),
        (QuestionKind.OPENING, Relation.HUB, "You came to my mind."),
        (QuestionKind.OPENING, Relation.NONE, "You came to my mind."),
    ],
)
def test_message_says_why_this_person_is_asked(kind: QuestionKind, relation: Relation, words: str) -> None:
    message = wording.proposed_message("Ana", Circle.FRIEND, a_question(kind), relation)

    assert message.split("\n\n")[1].endswith(words)


@pytest.mark.parametrize("circle", Circle)
def test_close_people_are_greeted_as_one_does(circle: Circle) -> None:
    hello = "Hi" if circle in {Circle.FRIEND, Circle.FAMILY, Circle.MENTOR} else "Hello"

    for message in (
        wording.proposed_message("Ana", circle, a_question(), Relation.NONE),
        wording.open_message("Ana Ortiz", circle),
    ):
        assert message.startswith(f"{hello} Ana,\n\n")
        assert message.endswith("\n\nThank you")


@pytest.mark.parametrize("name", ["100 % Ana", "%s %(name)s", "=cmd()"])
def test_names_with_signs_stay_as_they_are(name: str) -> None:
    message = wording.proposed_message(name, Circle.FRIEND, a_question(), Relation.NONE)

    assert message.startswith(f"Hi {wording.first_name(name)},")


@pytest.mark.parametrize(
    ("ahead", "done", "lead"),
    [
        ([], [], "You have not prepared a talk yet."),
        ([], [a_talk(talked_on=MONDAY)], "No talk is ahead."),
        ([a_talk()], [], "1 talk is ahead."),
        ([a_talk(), a_talk()], [], "2 talks are ahead."),
        (
            [a_talk(meet_on=TODAY), a_talk()],
            [],
            "2 talks are ahead; the next one on a day is with Ana Ortiz, on 20 November 2026.",
        ),
    ],
)
def test_list_begins_with_what_is_ahead(ahead: list[Talk], done: list[Talk], lead: str) -> None:
    assert wording.talks_lead(TalkList(tuple(ahead), tuple(done))) == lead


@pytest.mark.parametrize(
    ("ahead", "done", "sentence"),
    [
        ([], [], ""),
        ([a_talk()], [], ""),
        ([a_talk(asked_on=MONDAY)], [], "Of 1 message you sent, none was answered yet and 1 waits."),
        (
            [a_talk(asked_on=MONDAY), a_talk(asked_on=MONDAY), a_talk(replied_on=MONDAY), a_talk()],
            [a_talk(talked_on=MONDAY), a_talk(asked_on=MONDAY, ended_on=TUESDAY)],
            "Of 5 messages you sent, 2 were answered, 2 wait and 1 stayed without an answer.",
        ),
        (
            [],
            [a_talk(asked_on=MONDAY, talked_on=TUESDAY)],
            "Of 1 message you sent, 1 was answered.",
        ),
    ],
)
def test_messages_are_counted_honestly(ahead: list[Talk], done: list[Talk], sentence: str) -> None:
    assert wording.asked_sentence(TalkList(tuple(ahead), tuple(done))) == sentence


@pytest.mark.parametrize(
    ("fields", "lead"),
    [
        ({}, "Your talk with Ana Ortiz is prepared; the message is yours to send."),
        ({"asked_on": MONDAY}, "Ana Ortiz has your message since 16 November 2026."),
        (
            {"asked_on": MONDAY, "replied_on": TUESDAY},
            "Ana Ortiz answered on 17 November 2026. Find a time that suits both.",
        ),
        ({"meet_on": TODAY}, "You meet Ana Ortiz on 20 November 2026."),
        ({"meet_on": TODAY, "meet_at": time(18, 5)}, "You meet Ana Ortiz on 20 November 2026 at 18:05."),
        ({"meet_on": TUESDAY}, "You were to meet Ana Ortiz on 17 November 2026. Did you talk?"),
        ({"meet_on": TUESDAY, "talked_on": TUESDAY}, "You talked with Ana Ortiz on 17 November 2026."),
        ({"asked_on": MONDAY, "ended_on": TODAY}, "Ana Ortiz did not answer, and you left it at that."),
    ],
)
def test_talk_begins_with_how_far_it_is(fields: dict[str, Any], lead: str) -> None:
    assert wording.talk_lead(a_talk(**fields), today=TODAY) == lead


def test_every_state_of_a_talk_has_a_line_without_gaps() -> None:
    names = ("asked_on", "replied_on", "meet_on", "talked_on", "ended_on")
    for days in product((None, MONDAY, TODAY + timedelta(days=1)), repeat=len(names)):
        fields: dict[str, Any] = dict(zip(names, days, strict=True))
        line = wording.talk_lead(a_talk(**fields), today=TODAY)
        assert "None" not in line
        assert "%(" not in line


def test_events_come_in_the_order_they_happened() -> None:
    talk = a_talk(asked_on=TUESDAY, replied_on=TUESDAY, talked_on=MONDAY)

    assert wording.talk_events(talk) == [
        (MONDAY, "You prepared it"),
        (MONDAY, "You talked"),
        (TUESDAY, "You sent the message"),
        (TUESDAY, "They answered"),
    ]


def test_talk_that_ended_says_so_in_its_events() -> None:
    assert wording.talk_events(a_talk(ended_on=TODAY))[-1] == (TODAY, "No answer; you left it")


@pytest.mark.parametrize(
    ("level", "words"),
    [
        (0, COMMUTE.poles[0]),
        (3, COMMUTE.poles[0]),
        (4, "in between"),
        (6, "in between"),
        (7, COMMUTE.poles[1]),
        (10, COMMUTE.poles[1]),
    ],
)
def test_level_is_told_by_the_pole_it_is_near(level: int, words: str) -> None:
    assert wording.heard_words("commute", level) == f"{level} of 10: {words}"


def test_level_of_an_own_criterion_has_poles_too() -> None:
    assert wording.heard_words("own_1", 10) == "10 of 10: wholly"


def test_facets_are_called_as_the_person_calls_them() -> None:
    assert wording.facet_words("commute", {}) == COMMUTE.name
    assert wording.facet_words("own_1", {"own_1": "A dog"}) == "A dog"


def test_what_was_learned_names_who_told_it() -> None:
    one = learned(text="Kind")
    assert wording.told_by(one) == "somebody, 16 November 2026"
    one.talk = a_talk()
    assert wording.told_by(one) == "Ana Ortiz, 16 November 2026"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([], "Kept."),
        ([learned(text="Kind")], "Kept: what Ana Ortiz told of “The mill” stands there too."),
        ([learned("commute", 3)], f"“{COMMUTE.name}” of “The mill” is now known from Ana Ortiz."),
        (
            [learned("commute", 3), learned("own_1", 8), learned(text="Kind")],
            f"“{COMMUTE.name}” and “A dog” of “The mill” are now known from Ana Ortiz.",
        ),
    ],
)
def test_kept_talk_says_what_changed(found: list[Learned], words: str) -> None:
    assert wording.kept_words(a_talk(), "The mill", found, {"own_1": "A dog"}) == [words]


@pytest.mark.parametrize(
    ("made", "wished", "has_goal", "words"),
    [
        (1, True, True, "1 step is in your plan."),
        (2, False, True, "2 steps are in your plan."),
        (0, True, False, "There is no plan yet that could take the step in; choose a goal first."),
        (0, False, False, ""),
        (0, False, True, ""),
    ],
)
def test_what_became_of_steps_is_said(made: int, wished: bool, has_goal: bool, words: str) -> None:
    assert wording.steps_words(made, wished=wished, has_goal=has_goal) == words
