"""What stands beside somebody: from all entries of them, and never of an answer without a name."""

import pytest
from tests.factories import (
    MONDAY,
    TODAY,
    make_contact,
    make_invite,
    make_strength_answer,
    make_talk,
    weeks_before,
)

from unrut.models import Person
from unrut.queries.contact_page import AskedStrengths, GoesAlong, asked_strengths, goes_along
from unrut.queries.people import somebody

pytestmark = pytest.mark.integration


def test_nothing_is_asked_at_first(alice: Person) -> None:
    ana = somebody(alice, make_contact(alice).pk)

    assert asked_strengths(alice, ana) == AskedStrengths(None, None)
    assert goes_along(alice, ana) == GoesAlong(0, 0)


def test_all_entries_of_somebody_count(alice: Person) -> None:
    ana = make_contact(alice)
    other = make_contact(alice, "A. Ortiz", same_as=ana)
    make_invite(ana, made_on=TODAY)
    make_invite(other, made_on=weeks_before(3))
    make_strength_answer(alice, contact=other, received_on=MONDAY)
    make_talk(other)
    make_talk(ana)

    person = somebody(alice, ana.pk)

    assert asked_strengths(alice, person) == AskedStrengths(weeks_before(3), MONDAY)
    assert goes_along(alice, person) == GoesAlong(2, 1)


def test_answer_without_a_name_is_nobodys(alice: Person) -> None:
    ana = make_contact(alice)
    make_invite(ana, answered_on=TODAY)
    make_strength_answer(alice)

    person = somebody(alice, ana.pk)

    assert asked_strengths(alice, person) == AskedStrengths(MONDAY, None)
    assert goes_along(alice, person) == GoesAlong(0, 0)


def test_people_of_somebody_else_do_not_count(alice: Person, bob: Person) -> None:
    make_talk(make_contact(bob))
    ana = somebody(alice, make_contact(alice).pk)

    assert goes_along(alice, ana) == GoesAlong(0, 0)
