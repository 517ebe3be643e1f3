"""Addresses that lead nowhere and forms from elsewhere get a page of ours, and store nothing."""

from typing import Any

import pytest
from django.conf import settings
from django.db.utils import DatabaseError
from django.test import Client
from tests.integration.web.reading import Page, faults

from unrut.core.errors import InvalidInputError
from unrut.errors import StoreError
from unrut.models import Accomplishment
from unrut.web.errors import sentence_of

pytestmark = pytest.mark.integration

FROM_ELSEWHERE = (
    "This form was open for too long or came from somewhere else, so nothing was saved. "
    "Go back, copy what you wrote, load the page again and save once more."
)
NOWHERE = "There is no page at this address. Choose one from the menu."
SCRIPT = {"HX-Request": "true"}


def token_on(client: Client, address: str) -> str:
    return Page(client.get(address)).typed()["csrfmiddlewaretoken"]


def keep(client: Client, token: str, **headers: str) -> Any:
    form = {"text": "Sent the offer", "on": "2026-11-20", "csrfmiddlewaretoken": token}
    return client.post("/picture/done/", form, headers=headers)


def test_sentence_of_our_own_error_is_the_error() -> None:
    error = InvalidInputError("Write it otherwise.")

    assert sentence_of(error) is error


def test_sentence_of_a_database_error_is_put_into_words() -> None:
    told = sentence_of(DatabaseError("it hiccuped"))

    assert type(told) is StoreError
    assert str(told) == "The store answered: it hiccuped. Nothing was saved; try again."


@pytest.mark.parametrize("address", ["/nowhere/", "/week/2026-13-01/", "/week/0001-01-01/", "/behind/luck/"])
def test_address_that_leads_nowhere_gets_our_page(client: Client, address: str) -> None:
    response = client.get(address)

    page = Page(response)
    assert (response.status_code, page.alerts, faults(page)) == (404, [NOWHERE], [])


def test_script_that_asks_for_a_part_gets_the_sentence_alone(client: Client) -> None:
    response = client.get("/nowhere/", headers=SCRIPT)

    assert (response.status_code, Page(response).alerts) == (404, [NOWHERE])
    assert Page(response).all("html") == []


def test_error_of_a_part_is_the_sentence_alone(client: Client) -> None:
    response = client.post("/notes/1/kind/", {"kind": "maybe"}, headers=SCRIPT)

    sentence = '"maybe" is not a kind of note. Say like or dislike.'
    assert (response.status_code, Page(response).alerts) == (422, [sentence])
    assert Page(response).all("html") == []


def test_form_of_our_own_page_is_taken(careful: Client) -> None:
    response = keep(careful, token_on(careful, "/picture/"))

    assert (response.status_code, Accomplishment.objects.get().text) == (302, "Sent the offer")


@pytest.mark.parametrize("token", ["", "x" * 64])
def test_form_without_our_mark_is_refused(careful: Client, token: str) -> None:
    careful.get("/picture/")

    response = keep(careful, token)

    assert (response.status_code, Page(response).alerts) == (403, [FROM_ELSEWHERE])
    assert Accomplishment.objects.count() == 0


@pytest.mark.parametrize(
    "origin", ["http://example.org", "https://127.0.0.1", "http://127.0.0.1:9999", "null"]
)
def test_form_from_another_origin_is_refused(careful: Client, origin: str) -> None:
    response = keep(careful, token_on(careful, "/picture/"), origin=origin)

    assert (response.status_code, Page(response).alerts) == (403, [FROM_ELSEWHERE])
    assert Accomplishment.objects.count() == 0


def test_form_from_our_own_origin_is_taken(careful: Client) -> None:
    response = keep(careful, token_on(careful, "/picture/"), origin="http://127.0.0.1")

    assert (response.status_code, Accomplishment.objects.count()) == (302, 1)


def test_refused_part_of_a_page_is_the_sentence_alone(careful: Client) -> None:
    response = careful.post("/week/2026-11-16/lines/", {"liked": "A calm day"}, headers=SCRIPT)

    assert (response.status_code, Page(response).alerts) == (403, [FROM_ELSEWHERE])
    assert Page(response).all("html") == []


def test_stranger_without_our_mark_is_refused_at_the_open_door(db: None) -> None:
    stranger = Client(headers={"host": "127.0.0.1"}, enforce_csrf_checks=True)

    response = stranger.post("/enter/a-token/")

    assert (response.status_code, Page(response).alerts) == (403, [FROM_ELSEWHERE])


def test_form_that_is_too_large_gets_a_sentence(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DATA_UPLOAD_MAX_MEMORY_SIZE", 100)

    response = client.post("/picture/done/", {"text": "x" * 101, "on": "2026-11-20"})

    sentence = "This is more than can be read at once. Go back and send it in parts."
    assert (response.status_code, Page(response).alerts) == (400, [sentence])


def test_form_of_too_many_parts_gets_a_sentence(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DATA_UPLOAD_MAX_NUMBER_FIELDS", 1)

    response = client.post("/picture/done/", {"text": "Sent the offer", "on": "2026-11-20"})

    sentence = "This request cannot be read. Go back, load the page again and try once more."
    assert (response.status_code, Page(response).alerts) == (400, [sentence])


def test_fault_of_ours_is_a_page_with_a_sentence(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("unrut.web.reflect.behind_views.examined", fail)
    client.raise_request_exception = False

    response = client.get("/behind/")

    assert response.status_code == 500
    assert Page(response).headline == "That did not work."
    assert "Something in the program failed" in response.content.decode()


def test_store_that_fails_before_anybody_is_known_gets_a_sentence(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise DatabaseError("disk I/O error")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", fail)
    client.raise_request_exception = False

    response = client.get("/")

    assert response.status_code == 500
    assert Page(response).headline == "That did not work."
