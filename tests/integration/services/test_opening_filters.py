"""What hides openings is kept as said, switched, forgotten, and refused with a sentence."""

import re

import pytest
from tests.factories import a_filter

from unrut.core.errors import InvalidInputError
from unrut.models import OpeningFilter, Person
from unrut.queries.scope import of
from unrut.services.opening_filters import MOST_FILTERS, add_filter, remove_filter, switch_filter

pytestmark = pytest.mark.integration


def filters(owner: Person) -> list[tuple[str, str, bool]]:
    return list(of(OpeningFilter, owner).values_list("kind", "value", "is_on"))


@pytest.mark.parametrize(
    ("kind", "written", "kept"),
    [
        ("pay", " 45,000  eur ", "45000 EUR"),
        ("pay", "45000", "45000"),
        ("hours", "040", "40"),
        ("workplace", "on_site, remote", "remote,on_site"),
        ("place", " New   York ", "New York"),
        ("company", "The Mill Ltd.", "The Mill Ltd."),
        ("words", "Night shift", "Night shift"),
        ("age", "60", "60"),
    ],
)
def test_filter_is_kept_in_one_spelling(alice: Person, kind: str, written: str, kept: str) -> None:
    found = add_filter(alice, kind, written)

    assert filters(alice) == [(kind, kept, True)]
    assert found == of(OpeningFilter, alice).get()


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        ("weather", "rain", '"weather" is nothing openings can be hidden for. Choose one from the list.'),
        ("", "", '"" is nothing openings can be hidden for. Choose one from the list.'),
        ("pay", "much", '"much" is not an amount a year. Write it like 45,000 or 45,000 EUR.'),
        (
            "hours",
            "101",
            '"101" is not a number of hours a week, such as 40. Write a number up to 100.',
        ),
        ("place", " , ", "Nothing is named. Write a place, such as Leeds."),
        ("workplace", "", '"" is not a kind of place. Write remote, hybrid or on_site, with commas between.'),
    ],
)
def test_filter_that_says_nothing_is_refused(alice: Person, kind: str, value: str, sentence: str) -> None:
    with pytest.raises(InvalidInputError, match=f"^{re.escape(sentence)}$"):
        add_filter(alice, kind, value)

    assert filters(alice) == []


def test_same_filter_twice_is_one_and_on_again(alice: Person, bob: Person) -> None:
    first = add_filter(alice, "hours", "40")
    switch_filter(alice, first.pk, is_on=False)

    again = add_filter(alice, "hours", "40 ")

    assert (again, filters(alice)) == (first, [("hours", "40", True)])


def test_filters_are_twenty_at_most_and_one_of_them_may_be_said_again(alice: Person, bob: Person) -> None:
    for hours in range(1, MOST_FILTERS + 1):
        a_filter(alice, "hours", str(hours), is_on=False)

    with pytest.raises(InvalidInputError, match=r"^There are 20 things to hide for already\. Remove one"):
        add_filter(alice, "hours", "40")
    add_filter(alice, "hours", "20")

    assert filters(alice)[-1] == ("hours", "20", True)
    assert len(filters(alice)) == MOST_FILTERS


def test_filter_is_switched_off_and_on(alice: Person) -> None:
    found, other = a_filter(alice), a_filter(alice, "hours", "40")

    switch_filter(alice, found.pk, is_on=False)
    assert filters(alice) == [("pay", "45000 EUR", False), ("hours", "40", True)]

    switch_filter(alice, found.pk, is_on=True)
    switch_filter(alice, other.pk, is_on=True)
    assert filters(alice) == [("pay", "45000 EUR", True), ("hours", "40", True)]


def test_filter_is_forgotten(alice: Person) -> None:
    found, other = a_filter(alice), a_filter(alice, "hours", "40")

    remove_filter(alice, found.pk)

    assert list(of(OpeningFilter, alice)) == [other]
