"""Openings are listed by fit, hidden with a count, and folded by how far one has come."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories import MONDAY, ONE_WEEK, TODAY, a_filter, an_opening

from unrut.core.explore.openings.filters import FilterKind
from unrut.core.explore.wants import Want
from unrut.models import OpeningStatus, Person
from unrut.queries.openings import (
    DECIDED,
    UNDER_WAY,
    OpeningList,
    View,
    best_openings,
    opening_list,
    openings_in_order,
)
from unrut.services.opening_filters import switch_filter

pytestmark = pytest.mark.integration

WANTS = [Want("remote_location", 100, 10)]
REMOTE, OFFICE = "This is a fully remote role.", "Five days in the office."


def titles(found: OpeningList) -> list[str]:
    return [opening.title for opening in found.openings]


def listed(owner: Person, wants: Any = (), **told: Any) -> OpeningList:
    return opening_list(owner, wants, today=TODAY, **told)


def one_at_each_step(owner: Person) -> None:
    """An opening at each step from found to decided, listed and gone."""
    for status in OpeningStatus.values:
        an_opening(owner, f"{status}", status=status)
        an_opening(owner, f"{status} gone", status=status, gone_on=MONDAY)


def test_best_fit_comes_first_and_silence_stands_between(alice: Person, bob: Person) -> None:
    for title, text in (("Office", OFFICE), ("Silent", ""), ("Remote", REMOTE)):
        an_opening(alice, title, text=text)

    found = listed(alice, WANTS)

    assert titles(found) == ["Remote", "Silent", "Office"]
    assert (found.first, found.count, found.hiding, found.hidden) == (0, 3, (), 0)


def test_newest_come_first_while_nothing_is_wanted(alice: Person) -> None:
    an_opening(alice, "Old", posted_on=MONDAY - ONE_WEEK)
    an_opening(alice, "New", posted_on=MONDAY)
    an_opening(alice, "Imported", imported_on=MONDAY)
    an_opening(alice, "Oldest", posted_on=MONDAY - 2 * ONE_WEEK)

    assert titles(listed(alice)) == ["Imported", "New", "Old", "Oldest"]


@pytest.mark.parametrize("view", View)
def test_views_fold_openings_by_how_far_one_has_come(alice: Person, bob: Person, view: View) -> None:
    one_at_each_step(alice)
    under_way = {f"{status.value}{gone}" for status in UNDER_WAY for gone in ("", " gone")}
    shown = {
        View.OPEN: under_way | {"found"},
        View.MINE: under_way,
        View.DECIDED: {f"{status.value}{gone}" for status in DECIDED for gone in ("", " gone")},
        View.DISMISSED: {"dismissed", "dismissed gone"},
        View.GONE: {"found gone"},
    }

    found = listed(alice, view=view)

    assert set(titles(found)) == shown[view]
    assert found.count == len(shown[view])
    assert found.counts == {each: len(names) for each, names in shown.items()}


def test_list_of_a_person_without_openings_is_empty(alice: Person, bob: Person) -> None:
    found = listed(alice, WANTS)

    assert found == OpeningList((), 0, 0, (), 0, dict.fromkeys(View, 0))


def test_filters_hide_what_states_something_else_and_count_it(alice: Person, bob: Person) -> None:
    for title, pay in (("Poor", "30,000 EUR"), ("Fair", "50,000 EUR"), ("Silent", ""), ("Other", "£20,000")):
        an_opening(alice, title, pay=pay)
    filter_id = a_filter(alice, "pay", "45000 EUR").pk

    found = listed(alice)

    assert set(titles(found)) == {"Fair", "Silent", "Other"}
    assert (found.count, found.hidden, found.counts[View.OPEN]) == (3, 1, 4)
    assert [(row.id, row.kind, row.value, row.is_on, row.count) for row in found.hiding] == [
        (filter_id, FilterKind.PAY, "45000 EUR", True, 1)
    ]


def test_filters_that_are_off_only_count(alice: Person) -> None:
    an_opening(alice, "Poor", pay="30,000 EUR")
    filter_id = a_filter(alice, "pay", "45000").pk
    assert (titles(listed(alice)), listed(alice).hidden) == ([], 1)

    switch_filter(alice, filter_id, is_on=False)

    found = listed(alice)
    assert (titles(found), found.hidden) == (["Poor"], 0)
    assert [(row.is_on, row.count) for row in found.hiding] == [(False, 1)]


@pytest.mark.parametrize(
    ("kind", "value", "hidden"),
    [
        ("pay", "45000", {"Weaver"}),
        ("hours", "38", {"Night editor"}),
        ("workplace", "remote", {"Weaver", "Night editor"}),
        ("workplace", "on_site,hybrid", {"Remote setter"}),
        ("place", "leeds", {"Night editor"}),
        ("company", "Mill GmbH", {"Weaver"}),
        ("words", "NIGHT", {"Night editor"}),
        ("age", "30", {"Weaver"}),
        ("age", "60", set()),
    ],
)
def test_each_kind_of_filter_hides_only_what_is_stated(
    alice: Person, kind: str, value: str, hidden: set[str]
) -> None:
    an_opening(
        alice,
        "Weaver",
        company="The Mill",
        place="Leeds, England",
        pay="30,000 EUR",
        workplace="on_site",
        posted_on=TODAY - 6 * ONE_WEEK,
    )
    an_opening(alice, "Night editor", place="York", hours="40 hours per week", workplace="hybrid")
    an_opening(alice, "Remote setter", place="York", workplace="remote")
    an_opening(alice, "Silent")
    a_filter(alice, kind, value)

    found = listed(alice)

    assert {"Weaver", "Night editor", "Remote setter", "Silent"} - set(titles(found)) == hidden
    assert (found.hidden, found.hiding[0].count) == (len(hidden), len(hidden))


def test_opening_hidden_twice_counts_once_in_all(alice: Person) -> None:
    an_opening(alice, "Poor", pay="30,000 EUR", hours="60 hours per week")
    a_filter(alice, "pay", "45000")
    a_filter(alice, "hours", "40")

    found = listed(alice)

    assert (found.hidden, [row.count for row in found.hiding]) == (1, [1, 1])


def test_filters_count_within_the_view(alice: Person) -> None:
    an_opening(alice, "Poor", pay="30,000 EUR", status="dismissed")
    a_filter(alice, "pay", "45000")

    found = [listed(alice, view=view) for view in (View.OPEN, View.DISMISSED)]

    assert [(each.hidden, each.hiding[0].count) for each in found] == [(0, 0), (1, 1)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("editor", ["Night editor", "Editor"]),
        ("NIGHT leeds", ["Night editor"]),
        ("mill", ["Editor"]),
        ("  ", ["Weaver", "Night editor", "Editor"]),
        ("editor weaver", []),
        ("edit(or", []),
    ],
)
def test_openings_are_found_by_title_company_and_place(alice: Person, words: str, found: list[str]) -> None:
    an_opening(alice, "Editor", company="The Mill")
    an_opening(alice, "Night editor", place="Leeds")
    an_opening(alice, "Weaver")

    answer = listed(alice, words=words)

    assert (titles(answer), answer.count, answer.counts[View.OPEN]) == (found, len(found), 3)


@pytest.mark.parametrize("wants", [(), WANTS])
def test_pages_follow_each_other_without_gap_or_repeat(alice: Person, wants: list[Want]) -> None:
    for number in range(7):
        an_opening(alice, f"Editor {number}", text=REMOTE if number % 2 else "")
    everything = titles(listed(alice, wants))

    pages = [listed(alice, wants, first=first, rows=3) for first in (0, 3, 6)]

    assert [title for page in pages for title in titles(page)] == everything
    assert [(page.first, page.count) for page in pages] == [(0, 7), (3, 7), (6, 7)]


@pytest.mark.parametrize("first", [7, 8, 999_999])
def test_page_beyond_the_end_is_the_first(alice: Person, first: int) -> None:
    for number in range(7):
        an_opening(alice, f"Editor {number}")

    found = listed(alice, first=first, rows=3)

    assert (found.first, titles(found)) == (0, titles(listed(alice, rows=3)))


def test_best_openings_are_the_first_of_the_open_list(alice: Person) -> None:
    an_opening(alice, "Remote", text=REMOTE)
    an_opening(alice, "Gone", text=REMOTE, gone_on=MONDAY)
    an_opening(alice, "Silent")
    an_opening(alice, "Hidden", text=REMOTE, hours="60 hours per week")
    a_filter(alice, "hours", "40")

    best = best_openings(alice, WANTS, today=TODAY, most=1)

    assert [opening.title for opening in best] == ["Remote"]


def test_openings_come_in_the_order_of_their_keys(alice: Person, bob: Person) -> None:
    one, other = an_opening(alice, "One"), an_opening(alice, "Other")
    theirs = listed(bob).openings[0]

    assert openings_in_order(alice, [other.pk, theirs.pk, 10**9, one.pk]) == (other, one)
    assert openings_in_order(alice, []) == ()


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_the_same_queries_however_many(
    alice: Person, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        an_opening(alice, f"Editor {number}")
        a_filter(alice, "hours", str(40 + number))

    with django_assert_num_queries(7):
        assert listed(alice, WANTS, words="editor").count == count
