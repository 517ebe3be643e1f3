"""Deciding for two: what the partner wants of the same things, and how the options look to them."""

import pytest
from django.test import Client
from tests.factories import a_job, a_level, a_note, a_partner, a_partner_want, a_want, a_way
from tests.integration.web.reading import Page, faults

from unrut.models import Partner, PartnerWant, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

ADDRESS = "/fit/wants/partner/"


def stored(owner: Person) -> list[tuple[str, int, int | None]]:
    return list(of(PartnerWant, owner).values_list("facet", "weight", "least"))


def shown(client: Client) -> Page:
    page = Page(client.get(ADDRESS))
    assert faults(page) == []
    return page


@pytest.fixture
def wanting(alice: Person, bob: Person) -> Person:
    a_want(alice, "autonomy")
    a_want(alice, "commute", 50, 1)
    return alice


def test_page_needs_what_one_wants_oneself(client: Client, alice: Person) -> None:
    a_note(alice, "The train was late")

    page = shown(client)

    assert page.headline == "Does somebody decide with you?"
    assert page.texts("a", class_="button") == ["Say what I want (ten minutes)"]
    assert (page.all("input", name="name"), page.all("button")) == ([], [])


def test_partner_whose_criteria_are_gone_can_still_be_forgotten(client: Client, alice: Person) -> None:
    a_partner(alice)

    page = shown(client)
    client.post(ADDRESS, {"alone": "yes"})

    assert (page.texts("button"), of(Partner, alice).count()) == (["I decide alone again"], 0)


def test_partner_is_kept_and_the_form_sent_as_it_is_changes_nothing(client: Client, wanting: Person) -> None:
    form = {"name": "Robin", "weight-autonomy": "60", "weight-commute": "0", "least-commute": "4"}
    response = client.post(ADDRESS, form)
    kept = stored(wanting)

    page = shown(client)
    client.post(ADDRESS, {**page.typed(), "least-commute": "4"})

    assert (response.headers["Location"], kept) == (ADDRESS, [("autonomy", 60, None), ("commute", 0, 4)])
    assert stored(wanting) == kept
    assert "What Robin wants" in page.texts("h2")


def test_options_say_what_they_break_and_what_is_to_find_out(client: Client, wanting: Person) -> None:
    a_level(a_job(wanting), "commute", 9)
    way = a_way(wanting, "A field of my own", "new_field")
    partner = a_partner(wanting)
    a_partner_want(partner, "commute", 80, least=3)

    page = shown(client)

    assert page.headline == "1 of the 2 options breaks something Robin needs."
    lines = page.texts("p", class_="small")
    need = "commute: at most rather “short and easy”"
    assert f"− Breaks: {need}." in lines
    assert f"? To find out: {need}." in page.texts("p", class_="small quiet")
    assert page.texts("a", href=f"/fit/options/way-{way.pk}/") == ["A field of my own"]


def test_partner_without_needs_shows_who_comes_first(client: Client, wanting: Person) -> None:
    a_level(a_job(wanting), "commute", 9)
    a_partner_want(a_partner(wanting), "commute", 80)

    page = shown(client)

    assert page.headline == "By what Robin wants, “Your job as it is” comes first, as it does for you."


def test_one_decides_alone_again(client: Client, wanting: Person, bob: Person) -> None:
    a_partner_want(a_partner(wanting), "commute", 80)

    response = client.post(ADDRESS, {"alone": "yes", "name": ""}, follow=True)

    assert (of(Partner, wanting).count(), of(Partner, bob).count()) == (0, 1)
    assert Page(response).notices[0] == "Forgotten. You decide alone again."


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"name": " "}, "Say who decides with you, in 1 to 60 characters."),
        (
            {"name": "Robin", "weight-autonomy": "much"},
            "Autonomy: “much” is not one of the choices. Choose one from the list.",
        ),
        (
            {"name": "Robin", "weight-autonomy": "5", "least-autonomy": "11"},
            "Autonomy has weight 5 and least level 11. Give a weight from 0 to 100 and a level from 0 to 10.",
        ),
    ],
)
def test_partner_that_cannot_be_kept_stays_typed(
    client: Client, wanting: Person, form: dict[str, str], sentence: str
) -> None:
    response = client.post(ADDRESS, {"weight-commute": "35", **form})

    page = Page(response)
    assert (response.status_code, page.alerts, of(Partner, wanting).count()) == (422, [sentence], 0)
    assert (page.typed()["name"], page.typed()["weight-commute"]) == (form["name"], "35")
