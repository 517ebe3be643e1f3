"""The door: a link that works once, an example that leaves one's own alone, and everything to take along."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories import a_life, a_note
from tests.integration.web.reading import Page, as_json, owner_of

from unrut.clock import now
from unrut.config import OPTIONS
from unrut.models import Note, Owned, Person, SignInLink
from unrut.queries.scope import of
from unrut.services.people import make_sign_in_link
from unrut.web.context import PLACES

pytestmark = pytest.mark.integration

SPENT = (
    "This sign-in link was used before or is older than an hour. "
    "Start unrut again in a terminal: it prints a fresh one."
)


def rows_of(owner: Person) -> dict[str, int]:
    return {model.__name__: of(model, owner).count() for model in Owned.__subclasses__()}


def test_link_signs_in(visitor: Client, alice: Person) -> None:
    token = make_sign_in_link(alice, now=now())

    response = visitor.get(f"/enter/{token}/")

    assert (response.status_code, response.headers["Location"]) == (302, "/")
    assert owner_of(visitor.get("/")) == alice


def test_link_works_only_once(visitor: Client, alice: Person) -> None:
    token = make_sign_in_link(alice, now=now())
    visitor.get(f"/enter/{token}/")
    visitor.cookies.clear()

    response = visitor.get(f"/enter/{token}/")

    assert (response.status_code, Page(response).alerts) == (400, [SPENT])
    assert visitor.get("/").status_code == 401


def test_link_of_yesterday_is_too_old(visitor: Client, alice: Person) -> None:
    token = make_sign_in_link(alice, now=now() - timedelta(hours=1, seconds=1))

    response = visitor.get(f"/enter/{token}/")

    assert (response.status_code, Page(response).alerts) == (400, [SPENT])
    assert SignInLink.objects.get().used_at is None


def test_link_that_never_was_is_refused(visitor: Client) -> None:
    response = visitor.get("/enter/a-token/")

    assert (response.status_code, Page(response).alerts) == (400, [SPENT])


def test_somebody_who_is_in_stays_in_and_keeps_the_link(client: Client, alice: Person, bob: Person) -> None:
    token = make_sign_in_link(bob, now=now())

    response = client.get(f"/enter/{token}/")

    assert (response.headers["Location"], owner_of(client.get("/"))) == ("/", alice)
    assert SignInLink.objects.get().used_at is None


@pytest.mark.parametrize("method", ["post", "put", "head"])
def test_link_is_only_followed(visitor: Client, alice: Person, method: str) -> None:
    token = make_sign_in_link(alice, now=now())

    response = getattr(visitor, method)(f"/enter/{token}/")

    assert (response.status_code, SignInLink.objects.get().used_at) == (405, None)


def test_signing_in_makes_a_new_session(visitor: Client, alice: Person) -> None:
    visitor.get("/enter/a-token/")
    visitor.cookies["unrut_session"] = "planted"

    visitor.get(f"/enter/{make_sign_in_link(alice, now=now())}/")

    assert visitor.cookies["unrut_session"].value != "planted"


def test_locked_page_says_how_to_come_in_and_shows_no_menu(visitor: Client) -> None:
    page = Page(visitor.get("/"))

    assert page.headline == "This door is locked."
    assert (page.all("nav"), page.all("footer"), page.all("form")) == ([], [], [])


def test_example_is_opened_beside_ones_own(client: Client, alice: Person) -> None:
    before = rows_of(a_life(alice))

    response = client.post(reverse("example-open"), follow=True)

    page = Page(response)
    assert response.redirect_chain == [("/behind/", 302)]
    assert page.texts("form", action="/example/close/") == ["Leave the example"]
    assert rows_of(alice) == before


def test_what_is_written_in_the_example_is_not_ones_own(filled: Client, alice: Person) -> None:
    filled.post("/?begin", {"liked": "Only to try it"})

    note = Note.objects.get(text="Only to try it")
    assert (note.owner.is_example, of(Note, alice).count()) == (True, 0)


def test_example_is_left_without_a_trace(filled: Client, alice: Person) -> None:
    a_note(alice, "My own line")

    response = filled.post(reverse("example-close"), follow=True)

    page = Page(response)
    assert (response.redirect_chain, page.written) == ([("/", 302)], ["My own line"])
    assert (page.all("form", action="/example/close/"), Person.objects.filter(is_example=True).count()) == (
        [],
        0,
    )


def test_example_opened_again_is_made_new(filled: Client) -> None:
    Note.objects.all().delete()

    filled.post(reverse("example-open"))

    assert (Person.objects.filter(is_example=True).count(), Note.objects.exists()) == (1, True)


def test_leaving_without_an_example_is_no_mistake(client: Client, alice: Person) -> None:
    response = client.post(reverse("example-close"))

    assert (response.headers["Location"], list(Person.objects.all())) == ("/", [alice])


def test_settings_show_the_folder_and_every_setting(client: Client, own_home: Path) -> None:
    page = Page(client.get("/settings/"))

    assert page.texts("code") == [str(own_home), *[option.variable for option in OPTIONS]]
    assert page.texts("a", href="/settings/export/") == ["Download everything"]
    assert page.texts("button") == ["Keep this day", "Download the reminder", "Look at the example"]


def test_settings_offer_no_example_within_the_example(filled: Client) -> None:
    page = Page(filled.get("/settings/"))

    assert page.texts("button") == ["Leave the example", "Keep this day", "Download the reminder"]


def test_export_is_everything_of_this_person_and_nothing_else(
    client: Client, alice: Person, bob: Person
) -> None:
    a_life(alice)

    response = client.get("/settings/export/")

    told = as_json(response)
    assert response.headers["Content-Type"] == "application/json"
    assert re.fullmatch(
        r'attachment; filename="unrut-\d{4}-\d\d-\d\d\.json"', response.headers["Content-Disposition"]
    )
    assert (told["format"], told["person"]["handle"], len(told["notes"])) == ("unrut", "alice", 3)
    assert "bob" not in response.content.decode()


def test_export_keeps_every_writing_readable(client: Client, alice: Person) -> None:
    a_note(alice, "היום 🙂")

    assert "היום 🙂" in client.get("/settings/export/").content.decode()


def test_keyboard_names_a_key_for_each_place(client: Client) -> None:
    page = Page(client.get("/keyboard/"))

    keys = [(row.inside[0].text, row.inside[-1].text) for row in page.all("tr")[1:]]
    assert keys[: len(PLACES)] == [(f"g {place.key}", str(place.long)) for place in PLACES]
    assert [key for key, _ in keys[len(PLACES) :]] == [
        *("n", "Enter", "1 2 3 4", "x", "a"),
        *("j k", "s", "x 1 … 9", "c", "1 2 3", "?"),
    ]
