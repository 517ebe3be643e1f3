"""Headers on every answer, the door, and errors that become sentences."""

import pytest
from django.db.utils import OperationalError
from django.test import Client
from django.urls import reverse
from tests.integration.web.reading import Page, owner_of

from unrut.core.errors import InvalidInputError
from unrut.errors import MissingError
from unrut.models import Person
from unrut.services.example import close_example
from unrut.web.middleware import POLICY

pytestmark = pytest.mark.integration

FORM = {"on": "2026-11-20", "text": "Sent the offer"}
EXPECTED_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
STATIC = ("unrut/css/base.css", "unrut/js/keys.js", "unrut/icon.svg", "vendor/htmx.min.js")


def headers_of(response: object) -> dict[str, str]:
    return {name: response.headers[name] for name in EXPECTED_HEADERS}  # type: ignore[attr-defined]


def break_page(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Make the page of free hours fail in the store."""

    def fail(_owner: Person) -> None:
        raise error

    monkeypatch.setattr("unrut.web.plan.views.free_time", fail)


def test_policy_allows_nothing_unsafe() -> None:
    assert "unsafe" not in POLICY
    assert EXPECTED_HEADERS["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 200),
        ("/settings/export/", 200),
        ("/nowhere/", 404),
        ("/week/2026-11-18/", 302),
        ("/plan/park/", 405),
    ],
)
def test_security_headers_are_on_every_answer(client: Client, address: str, status: int) -> None:
    response = client.get(address)

    assert (response.status_code, headers_of(response)) == (status, EXPECTED_HEADERS)
    assert response.headers["Cache-Control"] == "no-store"


def test_security_headers_are_on_the_locked_door(visitor: Client) -> None:
    response = visitor.get("/")

    assert (response.status_code, headers_of(response)) == (401, EXPECTED_HEADERS)
    assert response.headers["Cache-Control"] == "no-store"


def test_security_headers_are_on_a_fault(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    break_page(monkeypatch, ZeroDivisionError("a fault of ours"))
    client.raise_request_exception = False

    response = client.get("/plan/time/")

    assert (response.status_code, headers_of(response)) == (500, EXPECTED_HEADERS)
    assert "a fault of ours" not in response.content.decode()


@pytest.mark.parametrize("file", STATIC)
def test_static_files_are_open_and_have_the_security_headers(visitor: Client, file: str) -> None:
    response = visitor.get(f"/static/{file}")

    assert len(response.getvalue()) > 0
    assert (response.status_code, headers_of(response)) == (200, EXPECTED_HEADERS)
    assert response.headers["Cache-Control"] == "max-age=0, public"


@pytest.mark.parametrize("address", ["/static/../settings.py", "/static/unrut/", "/static/nothing.js"])
def test_nothing_else_is_open_beside_the_static_files(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == 401


@pytest.mark.parametrize(
    "host", ["example.org", "127.0.0.1.example.org", "192.168.0.7:8420", "localhost.evil"]
)
def test_wrong_host_is_refused(client: Client, host: str) -> None:
    response = client.get("/settings/", headers={"host": host})

    assert (response.status_code, headers_of(response)) == (400, EXPECTED_HEADERS)
    assert Page(response).alerts == [
        "Unrut answers only on this machine. Open it as 127.0.0.1 or as localhost."
    ]
    assert b"Download everything" not in response.content


@pytest.mark.parametrize("host", ["localhost", "localhost:8420", "127.0.0.1:9000"])
def test_own_host_is_answered_on_any_port(client: Client, host: str) -> None:
    assert client.get("/settings/", headers={"host": host}).status_code == 200


def test_session_cookie_stays_with_the_browser_and_this_site(client: Client) -> None:
    cookie = client.post(reverse("example-open")).client.cookies["unrut_session"]

    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert list(client.cookies) == ["unrut_session"]


def test_person_who_is_gone_stands_before_a_locked_door(client: Client, alice: Person) -> None:
    alice.delete()

    assert client.get("/").status_code == 401


def test_owner_is_the_person_who_signed_in(client: Client, alice: Person) -> None:
    response = client.get("/")

    assert owner_of(response) == alice


def test_owner_is_the_example_while_it_is_looked_at(filled: Client) -> None:
    response = filled.get("/")

    assert owner_of(response) == Person.objects.get(is_example=True)


def test_owner_is_the_person_again_once_the_example_is_gone(filled: Client, alice: Person) -> None:
    close_example()

    response = filled.get("/")

    assert owner_of(response) == alice


def test_example_open_in_one_browser_does_not_show_in_another(filled: Client, alice: Person) -> None:
    other = Client(headers={"host": "127.0.0.1"})
    other.force_login(alice)

    assert owner_of(other.get("/")) == alice


@pytest.mark.parametrize(
    ("error", "status", "sentence"),
    [
        (InvalidInputError("Write it otherwise."), 422, "Write it otherwise."),
        (MissingError("It is gone."), 404, "It is gone."),
        (
            OperationalError("database is locked"),
            507,
            "The store is busy in another program. Wait a moment and try again; nothing was saved.",
        ),
    ],
)
def test_expected_error_becomes_a_sentence(
    client: Client, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, sentence: str
) -> None:
    break_page(monkeypatch, error)

    response = client.get("/plan/time/")

    assert (response.status_code, Page(response).alerts) == (status, [sentence])
    assert Page(response).headline == "That did not work."


def test_unexpected_error_stays_a_fault(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    break_page(monkeypatch, ZeroDivisionError("a fault of ours"))

    with pytest.raises(ZeroDivisionError):
        client.get("/plan/time/")
