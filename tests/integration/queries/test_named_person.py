"""Somebody is found by number or by a part of the name, or it is said who it may be."""

import pytest
from tests.factories import make_contact

from unrut.core.errors import InvalidInputError
from unrut.errors import MissingError
from unrut.models import Person
from unrut.queries.named_person import person_named

pytestmark = pytest.mark.integration


@pytest.mark.parametrize("words", ["Ana Ortiz", "ortiz", " ana  ortiz ", "ORT", "Añá"])
def test_person_is_found_by_any_part_of_the_name(alice: Person, bob: Person, words: str) -> None:
    ana = make_contact(alice)
    make_contact(alice, "Ben Weiss")
    make_contact(bob)

    assert person_named(alice, words) == ana


def test_person_is_found_with_accents_that_are_not_typed(alice: Person) -> None:
    zoe = make_contact(alice, "Zoë  Müller")

    assert person_named(alice, "zoe muller") == zoe


def test_person_is_found_by_number(alice: Person) -> None:
    ana = make_contact(alice)

    assert person_named(alice, f" {ana.pk}") == ana


def test_number_that_is_none_of_them_is_looked_for_in_names(alice: Person) -> None:
    agent = make_contact(alice, "Agent 900700")

    assert person_named(alice, "900700") == agent


@pytest.mark.parametrize("by_number", [True, False])
def test_joined_entry_gives_who_stands_for_both(alice: Person, by_number: bool) -> None:
    ana = make_contact(alice)
    other = make_contact(alice, "A. Ortiz-Vega", same_as=ana)

    assert person_named(alice, str(other.pk) if by_number else "vega") == ana
    assert person_named(alice, "ortiz") == ana


def test_whole_name_goes_before_a_part(alice: Person) -> None:
    ana = make_contact(alice, "Ana")
    make_contact(alice, "Ana Ortiz")

    assert person_named(alice, "ana") == ana


@pytest.mark.parametrize("words", ["Zoe", "", "  ", "9" * 40, "٣"])
def test_nobody_of_that_name_is_missing(alice: Person, bob: Person, words: str) -> None:
    make_contact(alice)
    make_contact(bob, "Zoe")

    with pytest.raises(MissingError, match="You know nobody called"):
        person_named(alice, words)


def test_number_of_somebody_else_is_missing(alice: Person, bob: Person) -> None:
    with pytest.raises(MissingError):
        person_named(alice, str(make_contact(bob).pk))


def test_several_of_a_name_are_listed(alice: Person) -> None:
    first, second = make_contact(alice, company="Acme"), make_contact(alice, "Ana Weiss")

    with pytest.raises(InvalidInputError) as refused:
        person_named(alice, "ana")

    assert str(refused.value) == (
        f'"ana" may be {first.pk} (Ana Ortiz, Acme) or {second.pk} (Ana Weiss). Give the number of the one you mean.'
    )


def test_many_of_a_name_are_listed_up_to_five(alice: Person) -> None:
    people = [make_contact(alice, f"Ana {number}") for number in range(7)]

    with pytest.raises(InvalidInputError) as refused:
        person_named(alice, "ana")

    assert f"{people[4].pk} (Ana 4) or somebody else." in str(refused.value)
    assert "Ana 5" not in str(refused.value)


def test_beginning_of_a_word_goes_before_a_part_of_one(alice: Person) -> None:
    ana = make_contact(alice, "Ana Ortiz")
    make_contact(alice, "Dana Ruiz")

    assert person_named(alice, "ana") == ana
