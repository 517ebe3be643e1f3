"""All openings of a person are held as arrays until one of them changes."""

from collections.abc import Callable

import numpy as np
import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories import MONDAY, ONE_WEEK, TODAY, a_board, a_person, an_opening

from unrut.importers.openings.contract import PostedOpening
from unrut.models import Opening, OpeningReading, OpeningStatus, Person
from unrut.queries.opening_index import MOST_HELD, index_of
from unrut.queries.scope import of
from unrut.services.opening_readings import keep_opening_readings
from unrut.services.openings import close_openings, mark_opening, remove_opening, store_openings

pytestmark = pytest.mark.integration


def test_index_holds_what_each_opening_says(alice: Person, bob: Person) -> None:
    remote = an_opening(alice, "Editor", company="The Mill", place="Leeds", workplace="remote")
    paid = an_opening(alice, "Weaver", pay="30,000 to 35,000 EUR per year", hours="35 hours per week")

    index = index_of(alice)

    columns = index.columns
    assert index.keys.tolist() == [remote.pk, paid.pk]
    assert np.array_equal(columns.pay_low, [np.nan, 30_000], equal_nan=True)
    assert np.array_equal(columns.pay_high, [np.nan, 35_000], equal_nan=True)
    assert np.array_equal(columns.hours, [np.nan, 35], equal_nan=True)
    assert (columns.currency.tolist(), columns.workplace.tolist()) == (["", "EUR"], ["remote", ""])
    assert columns.names() == [("Editor", "mill", "Leeds"), ("Weaver", "", "")]
    assert (len(columns), len(index.block)) == (2, 2)


def test_index_of_nobodys_openings_is_empty(alice: Person, bob: Person) -> None:
    index = index_of(alice)

    assert (index.keys.tolist(), len(index.block), len(index.columns)) == ([], 0, 0)
    assert index.rows_of([OpeningStatus.FOUND]).tolist() == []


def test_openings_count_from_the_day_they_were_posted_else_from_their_import(alice: Person) -> None:
    an_opening(alice, "Editor", posted_on=MONDAY - ONE_WEEK)
    an_opening(alice, "Weaver", imported_on=MONDAY)

    days = [(MONDAY - ONE_WEEK).toordinal(), MONDAY.toordinal()]
    assert index_of(alice).columns.since.tolist() == days


def test_rows_are_found_by_how_far_one_has_come(alice: Person) -> None:
    for number, status in enumerate(OpeningStatus.values):
        an_opening(alice, f"Editor {number}", status=status)

    found = index_of(alice).rows_of([OpeningStatus.TAKEN, OpeningStatus.SAVED])

    places = [OpeningStatus.values.index("saved"), OpeningStatus.values.index("taken")]
    assert np.flatnonzero(found).tolist() == places


def test_postings_of_the_same_job_are_one_row(alice: Person) -> None:
    first, _ = (an_opening(alice, "Weaver", company="Mill", place="Leeds", key=key) for key in "ab")

    assert index_of(alice).keys.tolist() == [first.pk]


def test_openings_that_were_not_read_yet_are_left_out(alice: Person) -> None:
    kept, unread = an_opening(alice, "Editor"), an_opening(alice, "Weaver")
    of(OpeningReading, alice).filter(opening=unread).delete()

    assert index_of(alice).keys.tolist() == [kept.pk]


def test_index_is_held_while_nothing_changes(
    alice: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    an_opening(alice)
    with django_assert_num_queries(3):
        index = index_of(alice)

    with django_assert_num_queries(1):
        assert index_of(alice) is index


def test_mark_changes_the_marks_and_leaves_the_rest(
    alice: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    other, opening = an_opening(alice, "Editor"), an_opening(alice, "Weaver")
    before = index_of(alice)
    mark_opening(alice, opening.pk, OpeningStatus.SAVED, today=TODAY)

    with django_assert_num_queries(2):
        after = index_of(alice)

    assert after.rows_of([OpeningStatus.SAVED]).tolist() == [False, True]
    assert before.rows_of([OpeningStatus.SAVED]).tolist() == [False, False]
    assert (after.block is before.block, after.keys.tolist()) == (True, [other.pk, opening.pk])


def test_mark_and_change_at_once_are_both_seen(alice: Person) -> None:
    opening = an_opening(alice, "Editor")
    index_of(alice)
    mark_opening(alice, opening.pk, OpeningStatus.SAVED, today=TODAY)
    an_opening(alice, "Weaver")

    assert index_of(alice).rows_of([OpeningStatus.SAVED]).tolist() == [True, False]


def _brings_one_in(owner: Person, _: int) -> None:
    store_openings(owner, [PostedOpening("board", "1", "Weaver")], today=TODAY)


def _changes_it(owner: Person, _: int) -> None:
    store_openings(owner, [PostedOpening("pasted", "Editor", "Weaver")], today=TODAY)


def _closes_it(owner: Person, key: int) -> None:
    close_openings(owner, [key], today=TODAY)


def _removes_it(owner: Person, key: int) -> None:
    remove_opening(owner, key)


def _reads_it(owner: Person, _: int) -> None:
    of(OpeningReading, owner).delete()
    keep_opening_readings(owner)


@pytest.mark.parametrize(
    ("change", "titles", "gone"),
    [
        (_brings_one_in, ["Editor", "Weaver"], [False, False]),
        (_changes_it, ["Weaver"], [False]),
        (_closes_it, ["Editor"], [True]),
        (_removes_it, [], []),
        (_reads_it, ["Editor"], [False]),
    ],
)
def test_index_is_made_anew_after_a_change(
    alice: Person, change: Callable[[Person, int], None], titles: list[str], gone: list[bool]
) -> None:
    opening = an_opening(alice, "Editor")
    before = index_of(alice)

    change(alice, opening.pk)

    after = index_of(alice)
    assert after.versions != before.versions
    assert [name for name, _, _ in after.columns.names()] == titles
    assert after.is_gone.tolist() == gone


def test_names_of_an_opening_that_was_removed_meanwhile_are_empty(alice: Person) -> None:
    an_opening(alice, "Editor")
    opening = an_opening(alice, "Weaver")
    index = index_of(alice)
    of(Opening, alice).filter(pk=opening.pk).delete()

    assert index.columns.names() == [("Editor", "", ""), ("", "", "")]


def test_each_person_has_an_index_of_their_own(alice: Person) -> None:
    charlie = a_person("charlie")
    mine, theirs = an_opening(alice), an_opening(charlie)

    assert index_of(alice).keys.tolist() == [mine.pk]
    assert index_of(charlie).keys.tolist() == [theirs.pk]
    assert index_of(alice).keys.tolist() == [mine.pk]


def test_indexes_of_a_few_people_are_held_the_others_are_made_anew(alice: Person) -> None:
    an_opening(alice)
    first = index_of(alice)
    others = [a_person(f"other {number}") for number in range(MOST_HELD)]
    for other in others[:-1]:
        index_of(other)
    assert index_of(alice) is first

    index_of(others[-1])

    again = index_of(alice)
    assert (again is first, again.keys.tolist()) == (False, first.keys.tolist())


def test_index_is_the_same_however_the_store_gives_its_rows(alice: Person) -> None:
    board = a_board(alice)
    store_openings(
        alice, [PostedOpening("b", str(key), f"Job {key}") for key in range(30)], today=TODAY, board=board
    )

    keys = index_of(alice).keys.tolist()
    assert (len(keys), keys) == (30, sorted(keys))
