"""Deal-breakers: at most three, each with what it hides, and undone with one click."""

import pytest
from django.test import Client
from tests.factories import a_filter, an_opening
from tests.integration.web.reading import Page, faults

from unrut.models import OpeningFilter, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

ADDRESS = "/fit/wants/limits/"
FULL = "Three things are ruled out already. Switch one of them off before you add another."


def kept(owner: Person) -> list[tuple[str, str, bool]]:
    return list(of(OpeningFilter, owner).order_by("pk").values_list("kind", "value", "is_on"))


def shown(client: Client) -> Page:
    page = Page(client.get(ADDRESS))
    assert faults(page) == []
    return page


def full(owner: Person) -> list[OpeningFilter]:
    told = {"pay": "45000 EUR", "hours": "40", "place": "Leeds"}
    return [a_filter(owner, kind, value) for kind, value in told.items()]


def test_page_without_limits_asks_for_them(client: Client, alice: Person, bob: Person) -> None:
    page = shown(client)

    assert page.headline == "Is there anything you would never take?"
    assert (page.all("ul", class_="rows limits narrow"), len(page.all("form"))) == ([], 4)
    assert page.texts("a", class_="button") == ["Go on"]


def test_limit_says_what_it_hides_of_how_many(client: Client, alice: Person) -> None:
    an_opening(alice, "Long", text="45 hours a week.")
    an_opening(alice, "Short", text="30 hours a week.")
    a_filter(alice, "hours", "40")
    a_filter(alice, "workplace", "remote,hybrid", is_on=False)
    a_filter(alice, "words", "intern")

    page = shown(client)

    assert page.headline == "1 thing is out of the question for you."
    assert page.texts("p", class_="small quiet") == [
        "It hides 1 of 2 openings.",
        "It is off; on, it would hide 0 of 2 openings.",
    ]
    assert page.texts("span", class_="sentence")[:2] == [
        "more than 40 hours a week",
        "anything but remote or partly remote",
    ]


def test_limit_without_openings_says_so(client: Client, alice: Person) -> None:
    a_filter(alice)

    assert shown(client).texts("p", class_="small quiet") == [
        "There are no openings here yet that it could hide."
    ]


@pytest.mark.parametrize(
    ("form", "row"),
    [
        ({"kind": "pay", "value": "45,000 EUR"}, ("pay", "45000 EUR", True)),
        ({"kind": "hours", "value": "38"}, ("hours", "38", True)),
        ({"kind": "place", "value": "Leeds"}, ("place", "Leeds", True)),
        ({"kind": "workplace", "workplace": ["remote", "hybrid"]}, ("workplace", "remote,hybrid", True)),
    ],
)
def test_limit_is_added(
    client: Client, alice: Person, form: dict[str, str], row: tuple[str, str, bool]
) -> None:
    response = client.post(ADDRESS, {"doing": "add", **form})

    assert (response.headers["Location"], kept(alice)) == (ADDRESS, [row])


def test_limit_is_switched_off_on_and_removed(client: Client, alice: Person) -> None:
    row = a_filter(alice)
    states = []
    for doing in ("off", "on", "remove"):
        client.post(ADDRESS, {"doing": doing, "filter": str(row.pk)})
        states.append(kept(alice))

    assert states == [[("pay", "45000 EUR", False)], [("pay", "45000 EUR", True)], []]


def test_three_limits_leave_no_form_for_a_fourth(client: Client, alice: Person) -> None:
    full(alice)
    off = a_filter(alice, "workplace", "remote", is_on=False)

    page = shown(client)
    added = client.post(ADDRESS, {"doing": "add", "kind": "hours", "value": "30"})
    switched = client.post(ADDRESS, {"doing": "on", "filter": str(off.pk)})

    assert page.headline == "3 things are out of the question for you."
    assert (page.all("input", name="kind"), page.all("button", value="on")) == ([], [])
    assert [(each.status_code, Page(each).alerts) for each in (added, switched)] == [(422, [FULL])] * 2
    assert len([is_on for *_, is_on in kept(alice) if is_on]) == 3


def test_filters_that_only_tidy_up_leave_room(client: Client, alice: Person) -> None:
    for word in ("intern", "night", "sales"):
        a_filter(alice, "words", word)

    assert client.post(ADDRESS, {"doing": "add", "kind": "hours", "value": "38"}).status_code == 302


@pytest.mark.parametrize(
    ("form", "sentence", "typed"),
    [
        (
            {"kind": "pay", "value": "a lot"},
            '"a lot" is not an amount a year. Write it like 45,000 or 45,000 EUR.',
            "a lot",
        ),
        (
            {"kind": "hours", "value": "0"},
            '"0" is not a number of hours a week, such as 40. Write a number up to 100.',
            "0",
        ),
        (
            {"kind": "words", "value": "intern"},
            "This is nothing that can be ruled out here. Choose pay, hours or place.",
            None,
        ),
    ],
)
def test_limit_that_cannot_be_is_a_sentence_and_stays_typed(
    client: Client, alice: Person, form: dict[str, str], sentence: str, typed: str | None
) -> None:
    response = client.post(ADDRESS, {"doing": "add", **form})

    page = Page(response)
    assert (response.status_code, page.alerts, kept(alice)) == (422, [sentence], [])
    fields = page.all("input", name="value")
    assert [field.attributes["value"] for field in fields if "value" in field.attributes] == [typed] * bool(
        typed
    )


def test_workplaces_that_cannot_be_stay_ticked(client: Client, alice: Person) -> None:
    response = client.post(ADDRESS, {"doing": "add", "kind": "workplace", "workplace": ["hybrid", "moon"]})

    boxes = Page(response).all("input", name="workplace")
    ticked = [box.attributes["value"] for box in boxes if "checked" in box.attributes]
    assert (response.status_code, ticked, kept(alice)) == (422, ["hybrid"], [])


@pytest.mark.parametrize("doing", ["off", "on", "remove"])
@pytest.mark.parametrize("key", ["", "theirs"])
def test_limit_of_somebody_else_is_missing(
    client: Client, alice: Person, bob: Person, doing: str, key: str
) -> None:
    before = kept(bob)
    theirs = of(OpeningFilter, bob).get()

    response = client.post(ADDRESS, {"doing": doing, "filter": str(theirs.pk) if key else ""})

    assert (response.status_code, kept(bob)) == (404, before)


def test_doing_that_is_none_is_not_found(client: Client) -> None:
    assert client.post(ADDRESS, {"doing": "everything"}).status_code == 404
