"""Entries that may be of one person, and those that were joined."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories import make_contact

from unrut.core.explore.people.same import Likeness
from unrut.models import Person
from unrut.queries.same_people import SamePair, joined_people, same_people

pytestmark = pytest.mark.integration


def test_pairs_are_the_own_ones_surest_first(alice: Person, bob: Person) -> None:
    ana, ben = make_contact(alice, company="Acme"), make_contact(alice, "Ben Blum", email="ben@x.org")
    again = make_contact(alice, "ana ortíz", company="ACME Inc.")
    mailed = make_contact(alice, "B. Blum", email="BEN@x.org")
    make_contact(bob, email="ben@x.org")

    pairs = same_people(alice)

    assert pairs == [
        SamePair(ben, mailed, Likeness.EMAIL),
        SamePair(ana, again, Likeness.NAME_AND_COMPANY),
    ]


def test_joined_entries_are_no_pair_and_are_listed_newest_first(alice: Person) -> None:
    ana = make_contact(alice)
    first, second = (make_contact(alice, same_as=ana, email=f"{key}@x.org") for key in ("a", "b"))

    assert same_people(alice) == []
    assert joined_people(alice) == [second, first]


def test_entry_like_one_that_was_joined_is_still_proposed(alice: Person) -> None:
    ana = make_contact(alice, "Ana")
    joined = make_contact(alice, "A. O.", same_as=ana, email="ana@x.org")
    mailed = make_contact(alice, "Ortiz", email="ana@x.org")

    assert same_people(alice) == [SamePair(joined, mailed, Likeness.EMAIL)]


def test_no_more_pairs_are_given_than_were_asked_for(alice: Person) -> None:
    for key in range(4):
        make_contact(alice, f"Person {key % 2}")

    assert [pair.first.name for pair in same_people(alice, most=1)] == ["Person 0"]


@pytest.mark.parametrize("count", [1, 3])
def test_pairs_cost_two_queries(alice: Person, count: int) -> None:
    for key in range(count):
        make_contact(alice, f"Person {key}")
        make_contact(alice, f"Person {key}")

    with CaptureQueriesContext(connection) as queries:
        assert len(same_people(alice)) == count

    assert len(queries) == 2
