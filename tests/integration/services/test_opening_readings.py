"""What is read from openings is kept, read anew by a later reader, and used to join postings of the same job."""

from typing import Any

import numpy as np
import pytest
from tests.factories import MONDAY, TODAY, a_person, an_opening, make_contact, make_learned, make_talk

from unrut.core.explore.openings.blocks import block_of
from unrut.core.facets import shipped_vocabulary
from unrut.models import Opening, OpeningReading, Person
from unrut.queries.scope import of
from unrut.services import opening_readings
from unrut.services.opening_readings import (
    READ_AS,
    join_same,
    keep_opening_readings,
    read_and_join,
    reading_of,
    tell_changed,
    tell_marked,
)

pytestmark = pytest.mark.integration

FIGURES = ("pay_low", "pay_high", "currency", "weekly_hours", "workplace")


def an_unread(owner: Person, title: str = "Data editor", **values: Any) -> Opening:
    """An opening as a version before this one kept it: not read, and without the key of its company."""
    return Opening.objects.create(
        owner=owner, title=title, source="pasted", key=title, imported_on=MONDAY, seen_on=MONDAY, **values
    )


def versions(owner: Person) -> tuple[int, int]:
    owner.refresh_from_db()
    return owner.openings_version, owner.marks_version


@pytest.mark.parametrize(
    ("told", "figures"),
    [
        ({}, (None, None, "", None, "")),
        ({"text": "The salary is £30,000 to £35,000 a year."}, (30_000, 35_000, "GBP", None, "")),
        ({"text": "Salary: from 30,000 EUR per year."}, (30_000, None, "EUR", None, "")),
        ({"pay": "20 EUR per hour", "hours": "20 hours per week"}, (20_800, 20_800, "EUR", 20, "")),
        ({"workplace": "hybrid"}, (None, None, "", None, "hybrid")),
        ({"text": "This is a fully remote role."}, (None, None, "", None, "remote")),
    ],
)
def test_reading_holds_what_a_list_needs(
    alice: Person, told: dict[str, Any], figures: tuple[Any, ...]
) -> None:
    reading = reading_of(an_opening(alice, **told))

    assert tuple(getattr(reading, name) for name in FIGURES) == pytest.approx(figures)
    assert (reading.owner, reading.read_as) == (alice, READ_AS)


def test_reading_holds_a_level_for_each_facet(alice: Person) -> None:
    reading = reading_of(an_opening(alice, text="This is a fully remote role."))

    block = block_of([bytes(reading.levels)], shipped_vocabulary())
    known = {facet for facet, row in block.facets.items() if block.codes[row, 0] != block.codes[0, 0]}
    assert "remote_location" in known
    assert len(known) < len(block.facets) == 30


def test_openings_are_read_once_and_each_block_is_told(
    alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening_readings, "BLOCK", 2)
    for number in range(3):
        an_unread(alice, f"Editor {number}")
    told: list[tuple[int, int]] = []
    before = versions(alice)

    assert keep_opening_readings(alice, lambda done, total: told.append((done, total))) == 3
    assert told == [(2, 3), (3, 3)]
    assert of(OpeningReading, alice).count() == 3
    assert versions(alice) != before

    after = versions(alice)
    assert keep_opening_readings(alice, lambda done, total: told.append((done, total))) == 0
    assert (told, versions(alice)) == ([(2, 3), (3, 3)], after)


def test_what_an_earlier_reader_read_is_read_again(alice: Person) -> None:
    opening = an_opening(alice, workplace="remote")
    of(OpeningReading, alice).update(read_as=READ_AS - 1, workplace="on_site")

    assert keep_opening_readings(alice) == 1

    reading = of(OpeningReading, alice).get()
    assert (reading.opening, reading.read_as, reading.workplace) == (opening, READ_AS, "remote")


def test_readings_of_somebody_else_are_left_alone(alice: Person) -> None:
    other = a_person("charlie")
    an_unread(other)

    assert keep_opening_readings(alice) == 0

    assert of(OpeningReading, other).count() == 0


def test_openings_of_an_earlier_version_get_the_key_of_their_company(alice: Person) -> None:
    an_unread(alice, "Weaver", company="The Mill Ltd.")
    an_unread(alice, "Editor")

    keep_opening_readings(alice)

    assert dict(of(Opening, alice).values_list("title", "company_key")) == {"Weaver": "mill", "Editor": ""}


def test_what_was_read_stays_when_it_is_stopped_half_way(
    alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    class StoppedError(Exception):
        """Somebody pressed Ctrl-C."""

    def stop(*_: int) -> None:
        raise StoppedError

    monkeypatch.setattr(opening_readings, "BLOCK", 2)
    for number in range(3):
        an_unread(alice, f"Editor {number}")

    with pytest.raises(StoppedError):
        keep_opening_readings(alice, stop)

    assert of(OpeningReading, alice).count() == 2


def test_changes_are_told_by_numbers_by_chance(alice: Person, bob: Person) -> None:
    found, others = [versions(alice)], versions(bob)
    for tell in (tell_changed, tell_changed, tell_marked, tell_marked):
        tell(alice)
        found.append(versions(alice))

    openings, marks = zip(*found, strict=True)
    assert [len(set(openings)), len(set(marks))] == [3, 3]
    assert openings[2:] == openings[2:3] * 3
    assert versions(bob) == others


def test_reading_anew_leaves_one_reading(alice: Person) -> None:
    opening = an_opening(alice)

    read_and_join(alice, [opening])

    assert of(OpeningReading, alice).count() == 1


def test_joining_goes_through_many_companies_in_blocks(
    alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        for key in ("a", "b"):
            an_opening(alice, "Weaver", company=f"Mill {number}", key=f"{number}{key}", place="Leeds")
    of(Opening, alice).update(same_as=None)
    monkeypatch.setattr(opening_readings, "BLOCK", 2)

    join_same(alice, of(Opening, alice).values_list("company_key", flat=True).distinct())

    assert dict(of(Opening, alice).exclude(same_as=None).values_list("key", "same_as__key")) == {
        f"{number}b": f"{number}a" for number in range(5)
    }


def test_joining_again_changes_nothing(alice: Person, django_assert_num_queries: Any) -> None:
    for key in ("a", "b"):
        an_opening(alice, "Weaver", company="Mill", key=key, place="Leeds")

    with django_assert_num_queries(2):
        join_same(alice, ["mill"])


def test_jobs_that_turn_out_to_be_two_stand_for_themselves_again(alice: Person) -> None:
    first, other = (an_opening(alice, "Weaver", company="Mill", key=key, place="Leeds") for key in "ab")
    assert of(Opening, alice).get(pk=other.pk).same_as == first
    of(Opening, alice).filter(pk=other.pk).update(place="York")

    join_same(alice, ["mill"])

    assert of(Opening, alice).filter(same_as=None).count() == 2


def test_sketch_is_kept_so_that_it_can_be_compared(alice: Person) -> None:
    reading = reading_of(an_opening(alice, text="You weave by night and sleep by day. " * 20))

    assert len(np.frombuffer(reading.sketch, dtype="<u4")) > 0


def test_posting_the_person_was_told_of_stands_for_a_newer_one(alice: Person) -> None:
    heard_of = an_opening(alice, "Weaver", company="Mill", key="a", place="Leeds")
    make_learned(make_talk(make_contact(alice)), opening=heard_of)

    newer = an_opening(alice, "Weaver", company="Mill", key="b", place="Leeds", seen_on=TODAY)

    assert of(Opening, alice).get(pk=newer.pk).same_as == heard_of
