"""The way back leads to a page of ours, at the place the form stood, and never anywhere else."""

import pytest
from django.test import Client, RequestFactory
from tests.factories import a_note

from unrut.models import NoteKind, Person
from unrut.web.access import back, wants_part

pytestmark = pytest.mark.integration

ELSEWHERE = (
    "https://example.org/",
    "//example.org/",
    "///example.org/",
    "/\\example.org/",
    "http:///example.org",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://127.0.0.1@example.org/",
    "http://127.0.0.1.example.org/",
    " //example.org",
    "\x00//example.org",
    "",
)


@pytest.mark.parametrize("target", ["/", "/?begin", "/week/2026-11-16/", "http://127.0.0.1/behind/"])
def test_back_leads_where_the_form_stood(target: str) -> None:
    request = RequestFactory(headers={"host": "127.0.0.1"}).post("/", {"back": target})

    response = back(request, "plan", "#note-1")

    assert (response.status_code, response.headers["Location"]) == (302, f"{target}#note-1")


@pytest.mark.parametrize("target", ELSEWHERE)
def test_back_never_leads_to_another_host(target: str) -> None:
    request = RequestFactory(headers={"host": "127.0.0.1"}).post("/", {"back": target})

    response = back(request, "plan", "#note-1")

    assert (response.status_code, response.headers["Location"]) == (302, "/plan/")


def test_back_splits_no_header() -> None:
    request = RequestFactory(headers={"host": "127.0.0.1"}).post("/", {"back": "/\r\nSet-Cookie: a=b"})

    response = back(request, "plan")

    assert "\n" not in response.headers["Location"]
    assert response.cookies == {}


@pytest.mark.parametrize("form", ["kind", "facets", "remove"])
@pytest.mark.parametrize("target", ["https://example.org/", "//example.org/"])
def test_forms_of_a_note_lead_to_no_other_host(client: Client, alice: Person, form: str, target: str) -> None:
    note = a_note(alice, kind=NoteKind.UNSORTED)

    response = client.post(f"/notes/{note.pk}/{form}/", {"kind": "like", "add": "commute", "back": target})

    assert (response.status_code, response.headers["Location"]) == (302, "/")


@pytest.mark.parametrize(("sent", "wants"), [("true", True), ("false", False), ("", False)])
def test_part_is_wanted_when_a_script_says_so(sent: str, wants: bool) -> None:
    request = RequestFactory(headers={"HX-Request": sent}).get("/")

    assert wants_part(request) is wants


def test_part_is_not_wanted_by_a_browser() -> None:
    assert wants_part(RequestFactory().get("/")) is False
