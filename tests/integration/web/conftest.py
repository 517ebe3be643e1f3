"""Who asks: alice on a Friday, signed in on her own machine, or somebody without a key."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories import make_people_draft

from unrut.models import Person
from unrut.services import board_rounds

HOST = {"host": "127.0.0.1"}


@pytest.fixture(autouse=True)
def friday(own_home: Path, monkeypatch: pytest.MonkeyPatch, today: date) -> None:
    """Every page believes that it is the day of the tests."""
    monkeypatch.setenv("UNRUT_TODAY", today.isoformat())


@pytest.fixture(autouse=True)
def no_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page of a test begins to ask boards in the network."""
    monkeypatch.setattr(board_rounds.Thread, "start", lambda _: None)


@pytest.fixture
def visitor(db: None) -> Client:
    """Somebody who has not signed in."""
    return Client(headers=HOST)


@pytest.fixture
def client(alice: Person) -> Client:
    """Alice, signed in."""
    signed_in = Client(headers=HOST)
    signed_in.force_login(alice)
    return signed_in


@pytest.fixture
def careful(alice: Person) -> Client:
    """Alice, signed in, and her forms are checked for where they come from."""
    signed_in = Client(headers=HOST, enforce_csrf_checks=True)
    signed_in.force_login(alice)
    return signed_in


@pytest.fixture
def filled(client: Client) -> Client:
    """Alice while she looks at the example: every page has something to show."""
    client.post(reverse("example-open"))
    make_people_draft(Person.objects.get(is_example=True))
    return client
