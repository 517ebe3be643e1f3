"""Who was whose manager when: kept, corrected, removed; what cannot be is refused in a sentence."""

from datetime import date

import pytest
from tests.factories import a_circumstance, a_job

from unrut.core.errors import InvalidInputError
from unrut.errors import MissingError
from unrut.models import Circumstance, Person
from unrut.queries.scope import of
from unrut.services.circumstances import (
    LONGEST_NAME,
    ToldCircumstance,
    add_circumstance,
    change_circumstance,
    remove_circumstance,
)

pytestmark = pytest.mark.integration

MARCH, MAY = date(2026, 3, 1), date(2026, 5, 31)
DORA = ToldCircumstance("manager", "Dora", MARCH, MAY)


def values(row: Circumstance) -> tuple[object, ...]:
    return row.kind, row.name, row.started_on, row.ended_on, row.job


@pytest.mark.parametrize("ended", [None, MARCH, MAY])
def test_circumstance_is_kept(alice: Person, today: date, ended: date | None) -> None:
    add_circumstance(alice, ToldCircumstance("team", "  The \n North\x00 ", MARCH, ended), today=today)

    (row,) = of(Circumstance, alice)
    assert values(row) == ("team", "The North", MARCH, ended, None)


def test_circumstance_belongs_to_the_job_of_its_first_day(alice: Person, bob: Person, today: date) -> None:
    a_job(alice, "Clerk", is_present=False, started_on=date(2020, 1, 1), ended_on=date(2025, 12, 31))
    job = a_job(alice, "Analyst", started_on=date(2026, 1, 1))

    row = add_circumstance(alice, DORA, today=today)

    assert row.job == job


def test_circumstance_is_corrected(alice: Person, today: date) -> None:
    row = a_circumstance(alice, "Ben")

    change_circumstance(alice, row.pk, DORA, today=today)

    row.refresh_from_db()
    assert values(row) == ("manager", "Dora", MARCH, MAY, None)


def test_circumstance_is_removed(alice: Person, bob: Person) -> None:
    kept, gone = a_circumstance(alice), a_circumstance(alice)

    remove_circumstance(alice, gone.pk)

    assert list(of(Circumstance, alice)) == [kept]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            ToldCircumstance("boss", "Dora", MARCH),
            '"boss" is not one of manager, team, project, place. Choose one.',
        ),
        (
            ToldCircumstance("manager", " \x00", MARCH),
            "The name is empty. Write a name or a few letters that only you understand.",
        ),
        (
            ToldCircumstance("manager", "D" * (LONGEST_NAME + 1), MARCH),
            "The name has 201 characters and may have 200. Write a shorter one.",
        ),
        (
            ToldCircumstance("manager", "Dora", date(2026, 11, 21)),
            "2026-11-21 is still to come. Write down what has begun already.",
        ),
        (
            ToldCircumstance("manager", "Dora", MAY, MARCH),
            "The end (2026-03-01) lies before the beginning (2026-05-31). Correct one of them.",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    alice: Person, today: date, told: ToldCircumstance, sentence: str
) -> None:
    row = a_circumstance(alice, "Ben")
    before = values(row)

    for refused in (
        lambda: add_circumstance(alice, told, today=today),
        lambda: change_circumstance(alice, row.pk, told, today=today),
    ):
        with pytest.raises(InvalidInputError) as error:
            refused()
        assert str(error.value) == sentence

    (stored,) = of(Circumstance, alice)
    assert values(stored) == before


def test_circumstance_that_is_not_there_is_missing(alice: Person, today: date) -> None:
    with pytest.raises(MissingError):
        change_circumstance(alice, 1, DORA, today=today)


def test_same_circumstance_is_not_kept_twice(alice: Person, bob: Person, today: date) -> None:
    kept = add_circumstance(alice, DORA, today=today)
    other = add_circumstance(alice, ToldCircumstance("manager", "Dora", MARCH), today=today)

    with pytest.raises(InvalidInputError) as added:
        add_circumstance(alice, ToldCircumstance("manager", " Dora ", MARCH, MAY), today=today)
    with pytest.raises(InvalidInputError) as changed:
        change_circumstance(alice, other.pk, DORA, today=today)

    sentence = "Dora is kept already with these dates. Change the dates, or leave it as it is."
    assert (str(added.value), str(changed.value)) == (sentence, sentence)
    assert [(row.pk, row.ended_on) for row in of(Circumstance, alice)] == [(kept.pk, MAY), (other.pk, None)]


def test_circumstance_may_be_saved_as_it_is(alice: Person, today: date) -> None:
    kept = add_circumstance(alice, DORA, today=today)

    assert change_circumstance(alice, kept.pk, DORA, today=today) == kept


def test_circumstance_of_somebody_else_may_be_alike(alice: Person, bob: Person, today: date) -> None:
    add_circumstance(bob, DORA, today=today)

    assert add_circumstance(alice, DORA, today=today).owner == alice
