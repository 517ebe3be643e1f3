"""Own words about a company are kept, changed and forgotten, whatever way its name is written."""

import re

import pytest
from tests.factories import a_company_note

from unrut.core.errors import InvalidInputError
from unrut.models import CompanyNote, Person
from unrut.queries.scope import of
from unrut.services.companies import LONGEST_NAME, LONGEST_NOTE, LONGEST_PEOPLE, write_company

pytestmark = pytest.mark.integration


def kept(owner: Person) -> list[tuple[str, str, str, str]]:
    return list(of(CompanyNote, owner).values_list("key", "name", "note", "people"))


def test_words_about_a_company_are_kept_trimmed_with_a_name_a_line(alice: Person) -> None:
    write_company(alice, " The Mill Ltd. ", note=" Quiet. ", people=" Dora \r\n\r\n Emil")

    assert kept(alice) == [("mill", "The Mill Ltd.", "Quiet.", "Dora\nEmil")]


def test_words_about_the_same_company_take_the_place_of_those_before(alice: Person, bob: Person) -> None:
    a_company_note(bob, "Mill", note="Of bob")
    write_company(alice, "The Mill", note="Quiet.", people="Dora")

    write_company(alice, "MILL GmbH", note="Loud.", people="")

    assert kept(alice) == [("mill", "MILL GmbH", "Loud.", "")]
    assert of(CompanyNote, bob).get(key="mill").note == "Of bob"


@pytest.mark.parametrize("words", ["", "  ", "\n\n"])
def test_empty_words_forget_what_was_said(alice: Person, bob: Person, words: str) -> None:
    a_company_note(alice, "Mill", people="Dora")
    a_company_note(alice, "Press")
    a_company_note(bob, "Mill")

    write_company(alice, "The Mill", note=words, people=words)

    assert [row[0] for row in kept(alice)] == ["press"]
    assert of(CompanyNote, bob).filter(key="mill").count() == 1


@pytest.mark.parametrize(("note", "people"), [("Quiet.", ""), ("", "Dora")])
def test_one_of_the_two_is_enough(alice: Person, note: str, people: str) -> None:
    write_company(alice, "Mill", note=note, people=people)

    assert kept(alice) == [("mill", "Mill", note, people)]


@pytest.mark.parametrize(
    ("name", "note", "people", "sentence"),
    [
        ("", "Quiet.", "", "The company has no name. Say which one you mean."),
        (" – ", "Quiet.", "", "The company has no name. Say which one you mean."),
        (
            "Mill",
            "n" * (LONGEST_NOTE + 1),
            "",
            "The note has 20,001 characters, and there is room for 20,000. Shorten it.",
        ),
        (
            "Mill",
            "",
            "p" * (LONGEST_PEOPLE + 1),
            "The list of people has 5,001 characters, and there is room for 5,000. Shorten it.",
        ),
    ],
)
def test_words_that_cannot_be_kept_are_refused(
    alice: Person, name: str, note: str, people: str, sentence: str
) -> None:
    with pytest.raises(InvalidInputError, match=f"^{re.escape(sentence)}$"):
        write_company(alice, name, note=note, people=people)

    assert kept(alice) == []


def test_name_that_is_too_long_is_cut_and_known_again(alice: Person) -> None:
    name = "Mill and " * 100
    write_company(alice, name, note="Quiet.", people="")

    write_company(alice, name, note="Loud.", people="")

    ((key, told, note, _),) = kept(alice)
    assert (len(key) <= LONGEST_NAME, len(told), note) == (True, LONGEST_NAME, "Loud.")


def test_longest_words_fit(alice: Person) -> None:
    write_company(alice, "Mill", note="n" * LONGEST_NOTE, people="p" * LONGEST_PEOPLE)

    ((_, _, note, people),) = kept(alice)
    assert (len(note), len(people)) == (LONGEST_NOTE, LONGEST_PEOPLE)
