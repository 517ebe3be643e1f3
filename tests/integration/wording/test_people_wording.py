"""The people one knows, in sentences."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from types import SimpleNamespace
from typing import cast

import pytest
from tests.factories import TODAY

from unrut.core.explore.people.circles import Circle, Relation
from unrut.core.explore.people.questions import Answerer, OpenQuestion, QuestionKind
from unrut.importers.people.contract import ReadContact
from unrut.queries.people import PeopleList, Somebody
from unrut.queries.who import CircleOf, WhoView
from unrut.wording import people as wording

pytestmark = pytest.mark.integration

QUESTION = OpenQuestion(
    key="opening-1.autonomy",
    kind=QuestionKind.OPENING,
    subject="Data editor, Mill",
    ask="Who decides?",
    company_key="mill",
    occupation="",
    gain=3.0,
    facet="autonomy",
)
ANA = cast("Somebody", SimpleNamespace(id=1, name="Ana Ortiz", circle=Circle.FRIEND, last_on=TODAY))


@dataclass(frozen=True)
class View:
    """As much of who could answer as the sentences need."""

    people: int
    questions: tuple[int, ...]
    cells: tuple[tuple[float, ...], ...] = field(default=())

    def close_to(self, contact_id: int) -> int:  # noqa: ARG002 - as the real one
        return sum(line[0] > 0 for line in self.cells)


@pytest.mark.parametrize("circle", list(Circle))
def test_every_circle_has_its_words(circle: Circle) -> None:
    words = {wording.circle_name(circle), wording.circle_names(circle), wording.circle_hint(circle)}

    assert all(words)


def test_no_two_circles_are_called_alike() -> None:
    assert len({wording.circle_name(circle) for circle in Circle}) == len(Circle)


@pytest.mark.parametrize("relation", list(Relation))
@pytest.mark.parametrize("kind", list(QuestionKind))
def test_every_relation_has_its_words(relation: Relation, kind: QuestionKind) -> None:
    assert wording.relation_words(relation, replace(QUESTION, kind=kind))


def test_work_that_needs_a_skill_is_named_so() -> None:
    gap = replace(QUESTION, kind=QuestionKind.GAP)

    assert wording.relation_words(Relation.ROLE, gap) == "does the work that needs it"
    assert wording.relation_words(Relation.ROLE, QUESTION) == "does this kind of work"


@pytest.mark.parametrize(
    ("share", "reply", "novelty", "relevance"),
    [
        (1.0, "likely to answer", "would tell you something new", "knows it at first hand"),
        (0.6, "likely to answer", "would tell you something new", "knows it at first hand"),
        (0.5, "may well answer", "may tell you something new", "knows it from near by"),
        (0.35, "may not answer", "may tell you something new", "knows it from near by"),
        (0.0, "may not answer", "knows much the same as you", "may have heard of it"),
    ],
)
def test_factors_are_told_in_words(share: float, reply: str, novelty: str, relevance: str) -> None:
    told = (wording.reply_words(share), wording.novelty_words(share), wording.relevance_words(share))

    assert told == (reply, novelty, relevance)


def test_why_begins_with_the_relation() -> None:
    answerer = Answerer(1, 0.4, reply=0.7, novelty=0.7, relevance=0.8, relation=Relation.THERE)

    assert wording.why_words(answerer, QUESTION) == (
        "works there now; likely to answer, would tell you something new"
    )


@pytest.mark.parametrize(
    ("position", "company", "words"),
    [("Miller", "Mill", "Miller at Mill"), ("Miller", "", "Miller"), ("", "Mill", "Mill"), ("", "", "")],
)
def test_what_somebody_does(position: str, company: str, words: str) -> None:
    assert wording.does_words(ReadContact("a", "Ana", company=company, position=position)) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-3, "spoken to within the last week"),
        (0, "spoken to within the last week"),
        (6, "spoken to within the last week"),
        (7, "spoken to 1 week ago"),
        (60, "spoken to 8 weeks ago"),
        (61, "spoken to 2 months ago"),
        (400, "spoken to 13 months ago"),
        (729, "spoken to 2 years ago"),
        (731, "spoken to 2 years ago"),
        (3700, "spoken to 10 years ago"),
    ],
)
def test_when_one_last_spoke(days: int, words: str) -> None:
    assert wording.spoken_words(TODAY - timedelta(days=days), today=TODAY) == words


def test_day_that_is_not_known_has_no_words() -> None:
    assert wording.spoken_words(None, today=TODAY) == ""


@pytest.mark.parametrize(
    ("view", "first", "sentence"),
    [
        (View(0, (1,)), None, "Who of the people you know could help?"),
        (View(1200, ()), None, "You know 1,200 people here. Nothing is open yet that they could tell you."),
        (View(2, (1, 2)), None, "Nobody you know is close to what you want to know yet."),
        (View(2, (1, 2), ((0.2,), (0.1,))), ANA, "Ana Ortiz could help with all you want to know."),
        (View(2, (1, 2), ((0.2,), (0.0,))), ANA, "Ana Ortiz could help with most of what you want to know."),
        (
            View(2, (1, 2, 3), ((0.2,), (0.0,), (0.0,))),
            ANA,
            "Ana Ortiz could help you most: with 1 of your 3 open questions.",
        ),
    ],
)
def test_front_answers_who_could_help(view: View, first: Somebody | None, sentence: str) -> None:
    assert wording.front_lead(cast("WhoView", view), first) == sentence


@pytest.mark.parametrize(
    ("count", "words", "circle", "sentence"),
    [
        (0, "", None, "Nobody is here yet."),
        (1, "", None, "You know 1 person."),
        (2, "mill", None, "2 people have these words."),
        (1, "mill", Circle.FRIEND, "1 person has these words."),
        (0, "mill", None, "Nobody here has these words."),
        (3, "", Circle.OTHER, "You have not sorted 3 people yet."),
        (1500, "", Circle.COLLEAGUE, "Colleagues: 1,500 people."),
    ],
)
def test_list_says_who_is_in_it(count: int, words: str, circle: Circle | None, sentence: str) -> None:
    found = PeopleList((), 0, count, {})

    assert wording.list_lead(found, words=words, circle=circle) == sentence


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (["Ana"], "Ana is here now."),
        (["Ana", "Ben"], "Ana and Ben are here now."),
        (["Ana", "Ben", "Cleo", "Dora"], "4 people are here now: Ana, Ben, Cleo and others."),
    ],
)
def test_added_people_are_named(names: list[str], sentence: str) -> None:
    assert wording.added_words(names) == sentence


def test_sorted_people_are_counted() -> None:
    assert wording.sorted_words(1, Circle.FAMILY) == "1 person now stands under “Family”."
    assert wording.sorted_words(2, Circle.FRIEND) == "2 people now stand under “Friends”."


def test_circles_are_told_in_words() -> None:
    circles = [CircleOf(Circle.FRIEND, (), 2), CircleOf(Circle.OTHER, (), 1200)]

    assert wording.circle_heading(Circle.OTHER, 1200) == "Not sorted yet · 1,200"
    assert wording.circles_words(circles) == (
        "The nearer to the middle, the closer you are. Friends: 2; Not sorted yet: 1,200."
    )
    assert [wording.ring_words(ring) for ring in range(3)] == ["close", "in between", "farther"]


@pytest.mark.parametrize(
    ("friends", "others", "begins"), [(2, 0, ""), (3, 2, ""), (2, 2, "2 people stand in no circle yet.")]
)
def test_unsorted_people_are_told_where_they_are_most(friends: int, others: int, begins: str) -> None:
    told = wording.unsorted_words([CircleOf(Circle.FRIEND, (), friends), CircleOf(Circle.OTHER, (), others)])

    assert told.startswith(begins)
    assert bool(told) == bool(begins)


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, ""), (1, "Nor anybody for 1 other question."), (3, "Nor anybody for 3 other questions.")],
)
def test_questions_nobody_could_answer_are_counted(count: int, words: str) -> None:
    assert wording.missing_more(count) == words


@pytest.mark.parametrize(
    ("circle", "words"),
    [
        (Circle.FRIEND, "Friend · spoken to within the last week"),
        (Circle.OTHER, "spoken to within the last week"),
    ],
)
def test_what_stands_beside_somebody(circle: Circle, words: str) -> None:
    person = cast("Somebody", SimpleNamespace(circle=circle, last_on=TODAY))

    assert wording.side_words(person, today=TODAY) == words


@pytest.mark.parametrize(
    ("count", "company", "doing"),
    [
        (1, "You know somebody at Mill", "You know somebody who does it"),
        (2, "You know people at Mill", "You know people who do it"),
    ],
)
def test_whom_one_knows_there(count: int, company: str, doing: str) -> None:
    assert (wording.there_words(count, "Mill"), wording.doing_words(count)) == (company, doing)


@pytest.mark.parametrize(("count", "words"), [(0, ""), (1200, "1,200 left")])
def test_nothing_is_not_counted(count: int, words: str) -> None:
    assert wording.counted("%(count)s left", count) == words
