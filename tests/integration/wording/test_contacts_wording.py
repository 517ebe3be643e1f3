"""One of the people one knows, in sentences."""

from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest
from tests.factories import TODAY

from unrut.core.explore.people.circles import Relation
from unrut.core.explore.people.questions import Answerer
from unrut.core.explore.people.same import Likeness
from unrut.models import ContactSource
from unrut.queries.people import Somebody
from unrut.services.contacts import Gone
from unrut.wording import contacts as wording

pytestmark = pytest.mark.integration


def somebody(position: str = "", company: str = "", last_on: date | None = None) -> Somebody:
    return cast(
        "Somebody",
        SimpleNamespace(name="Ana Ortiz", position=position, company=company, last_on=last_on),
    )


@pytest.mark.parametrize(
    ("person", "sentence"),
    [
        (somebody(), "Ana Ortiz"),
        (somebody("Miller", "Mill"), "Ana Ortiz, Miller at Mill."),
        (somebody(last_on=TODAY), "Ana Ortiz, spoken to within the last week."),
        (somebody("Miller", "", TODAY), "Ana Ortiz, Miller; spoken to within the last week."),
    ],
)
def test_first_line_says_who_it_is(person: Somebody, sentence: str) -> None:
    assert wording.person_lead(person, today=TODAY) == sentence


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, "None of what is open now is close to what Ana does."),
        (1, "Ana may know something of 1 of your open questions."),
        (21, "Ana may know something of 21 of your open questions."),
    ],
)
def test_what_somebody_could_answer_is_counted(count: int, sentence: str) -> None:
    assert wording.could_answer_words("Ana", count) == sentence


def test_chances_are_told_in_words() -> None:
    answerer = Answerer(1, 0.4, reply=0.5, novelty=0.7, relevance=0.8, relation=Relation.THERE)

    assert wording.chances_words(answerer) == "May well answer, and would tell you something new."


@pytest.mark.parametrize(
    ("talks", "answers", "entries", "lines"),
    [
        (0, 0, 1, ["what you told of Ana, and what files told"]),
        (2, 0, 1, ["what you told of Ana, and what files told", "2 talks with their notes"]),
        (
            0,
            1,
            3,
            [
                "all 3 entries of Ana, with what files told",
                "1 answer about your strengths, and its share in your portrait",
            ],
        ),
    ],
)
def test_what_goes_is_said_in_full(talks: int, answers: int, entries: int, lines: list[str]) -> None:
    last = "the name where you listed whom you know at a company"

    assert wording.goes_words("Ana", talks, answers, entries) == [*lines, last]


def test_what_stays_names_the_person_once() -> None:
    stays = wording.stays_words("Ana")

    assert (len(stays), sum("Ana" in line for line in stays)) == (4, 1)


@pytest.mark.parametrize(
    ("mentions", "sentence"),
    [
        (0, "Ana is forgotten."),
        (1, "Ana is forgotten. The name still stands in 1 text of your own."),
        (2, "Ana is forgotten. The name still stands in 2 texts of your own."),
    ],
)
def test_forgetting_says_where_the_name_still_stands(mentions: int, sentence: str) -> None:
    assert wording.forgotten_words(Gone("Ana", 0, 0, mentions)) == sentence


@pytest.mark.parametrize(
    ("asked", "answered", "sentence"),
    [
        (None, None, ""),
        (TODAY, None, "You asked what they see in you, on 20 November 2026."),
        (TODAY, TODAY, "They told you what they see in you, on 20 November 2026."),
        (None, TODAY, "They told you what they see in you, on 20 November 2026."),
    ],
)
def test_asking_about_strengths(asked: date | None, answered: date | None, sentence: str) -> None:
    assert wording.asked_strengths_words(asked, answered) == sentence


@pytest.mark.parametrize(("chosen", "words"), [("", "not said"), ("7", "close"), ("4", "4 of 10")])
def test_one_closeness_is_chosen(chosen: str, words: str) -> None:
    choices = wording.warmth_choices(chosen)

    assert [told for _, told, is_chosen in choices if is_chosen] == [words]


@pytest.mark.parametrize("likeness", list(Likeness))
def test_every_likeness_has_its_words(likeness: Likeness) -> None:
    assert wording.likeness_words(likeness)


@pytest.mark.parametrize("source", list(ContactSource))
def test_every_source_has_its_words(source: ContactSource) -> None:
    assert wording.source_words(source)


@pytest.mark.parametrize(
    ("pairs", "joined", "lead"),
    [
        (1, 0, "One pair of entries looks like one person."),
        (1200, 2, "1,200 pairs of entries look like one person each."),
        (0, 2, "Nobody else stands here twice, as far as can be seen."),
        (0, 0, "Nobody stands here twice, as far as can be seen."),
    ],
)
def test_pairs_are_told(pairs: int, joined: int, lead: str) -> None:
    assert wording.same_lead(pairs, joined) == lead


@pytest.mark.parametrize(
    ("count", "more", "link"),
    [
        (0, "", "0 pairs of entries may be one person"),
        (1, "1 more pair stands here once these are joined.", "1 pair of entries may be one person"),
        (3, "3 more pairs stand here once these are joined.", "3 pairs of entries may be one person"),
    ],
)
def test_pairs_are_counted(count: int, more: str, link: str) -> None:
    assert (wording.more_pairs(count), wording.same_count(count)) == (more, link)
