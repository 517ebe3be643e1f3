"""When it was which manager: kept by a plain form, and what cannot be kept is shown again as it was typed."""

from datetime import date

import pytest
from django.test import Client
from tests.factories import a_circumstance
from tests.integration.web.reading import Page

from unrut.models import Circumstance, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

ADDRESS = "/behind/circumstances/"
DORA = {"kind": "team", "name": "North", "started_on": "2026-03-01", "ended_on": ""}


def field(page: Page, name: str) -> str:
    """What stands in a field."""
    (found,) = page.all("input", id=name)
    return found.attributes["value"]


def test_empty_page_has_one_form(client: Client) -> None:
    page = Page(client.get(ADDRESS))

    assert page.headline == "When was it which manager, team or project?"
    assert page.texts("h2") == ["One more", "Your jobs"]


def test_circumstance_is_kept_and_shown(client: Client, alice: Person) -> None:
    response = client.post(ADDRESS, DORA)

    row = of(Circumstance, alice).get()
    page = Page(client.get(ADDRESS))
    assert (response.status_code, response["Location"]) == (302, ADDRESS)
    assert (row.kind, row.name, row.started_on, row.ended_on) == ("team", "North", date(2026, 3, 1), None)
    assert page.texts("h2")[:1] == ["Teams"]
    assert page.texts("div", class_="row-head") == ["Northsince 1 March 2026"]


def test_kinds_are_listed_apart(client: Client, alice: Person) -> None:
    a_circumstance(alice, "North", kind="team", ended_on=date(2026, 6, 30), started_on=date(2026, 3, 1))
    a_circumstance(alice, "Dora")

    page = Page(client.get(ADDRESS))

    assert page.texts("h2")[:2] == ["Managers", "Teams"]
    assert page.texts("div", class_="row-head")[1:] == ["North1 March 2026 to 30 June 2026"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": " "}, "The name is empty. Write a name or a few letters that only you understand."),
        ({"started_on": ""}, "The day it began is missing. A rough day will do: the first of a month."),
        ({"started_on": "May"}, '"May" is not a day. Write it like 2022-05-01.'),
        (
            {"ended_on": "2026-02-01"},
            "The end (2026-02-01) lies before the beginning (2026-03-01). Correct one of them.",
        ),
        ({"kind": "boss"}, '"boss" is not one of manager, team, project, place. Choose one.'),
    ],
)
def test_what_cannot_be_kept_is_shown_as_typed(
    client: Client, alice: Person, typed: dict[str, str], sentence: str
) -> None:
    row = a_circumstance(alice, "Ben", started_on=date(2026, 1, 1))
    posted = {**DORA, **typed}

    added, changed = client.post(ADDRESS, posted), client.post(f"{ADDRESS}{row.pk}/", posted)

    assert [(response.status_code, Page(response).alerts) for response in (added, changed)] == [
        (422, [sentence])
    ] * 2
    for name in ("name", "started_on", "ended_on"):
        places = [f"{name.removesuffix('_on')}-{place}" for place in ("new", row.pk)]
        assert field(Page(added), places[0]) == posted[name]
        assert field(Page(changed), places[1]) == posted[name]
    assert [stored.name for stored in of(Circumstance, alice)] == ["Ben"]


def test_circumstance_is_corrected(client: Client, alice: Person) -> None:
    row, other = a_circumstance(alice, "Ben"), a_circumstance(alice, "Eve")

    client.post(f"{ADDRESS}{row.pk}/", {**DORA, "ended_on": "2026-06-30"})

    row.refresh_from_db()
    assert (row.kind, row.name, row.ended_on) == ("team", "North", date(2026, 6, 30))
    assert of(Circumstance, alice).get(pk=other.pk).name == "Eve"


def test_circumstance_is_removed(client: Client, alice: Person) -> None:
    row, other = a_circumstance(alice, "Ben"), a_circumstance(alice, "Eve")

    client.post(f"{ADDRESS}{row.pk}/", {**DORA, "remove": "yes"})

    assert list(of(Circumstance, alice)) == [other]


def test_markup_in_names_stays_text(client: Client, alice: Person) -> None:
    a_circumstance(alice, "<b>Dora</b>")

    assert Page(client.get(ADDRESS)).texts("b") == []


def test_circumstances_of_somebody_else_are_nowhere(client: Client, alice: Person, bob: Person) -> None:
    a_circumstance(alice, "Dora")

    assert "bob" not in client.get(ADDRESS).content.decode()
