"""Pages are watched without a request, looked at on demand, and a round can be stopped."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from tests.factories import MOMENT, a_board, a_round
from tests.integration.web.reading import Page

from unrut.models import Board, BoardUpdate, Person
from unrut.queries.scope import of
from unrut.web.explore import board_views

pytestmark = pytest.mark.integration


@pytest.fixture(autouse=True)
def at_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board_views, "now", lambda: MOMENT)


def look(**values: Any) -> dict[str, Any]:
    return {"board": 1, "name": "Acme", "outcome": "done", "said": "2 openings, 2 of them new.", **values}


def test_empty_page_offers_to_watch_one(client: Client) -> None:
    page = Page(client.get("/fit/boards/"))

    assert (page.headline, page.texts("button")) == ("You watch no page yet.", ["Watch it"])


def test_page_is_watched_and_nothing_is_asked(client: Client, alice: Person) -> None:
    response = client.post("/fit/boards/", {"named": "https://jobs.lever.co/acme"}, follow=True)

    board = of(Board, alice).get()
    assert (board.format, board.fetched_at) == ("lever", None)
    assert Page(response).notices == ["Watched. Nothing is asked before you say so."]


def test_what_cannot_be_watched_is_said_and_stays_in_the_box(client: Client, alice: Person) -> None:
    response = client.post("/fit/boards/", {"named": "https://www.linkedin.com/jobs"})

    page = Page(response)
    assert (response.status_code, of(Board, alice).count()) == (422, 0)
    assert "LinkedIn" in page.texts("p", class_="message wrong")[0]
    assert page.all("input", id="named")[0].attributes["value"] == "https://www.linkedin.com/jobs"


def test_watched_pages_say_how_the_last_look_went(client: Client, alice: Person) -> None:
    a_board(alice)
    a_board(alice, "https://jobs.lever.co/mill", company="", fetched_at=MOMENT, said="1 opening.")

    page = Page(client.get("/fit/boards/"))

    assert (page.headline, page.texts("h3")) == (
        "You watch 2 pages.",
        ["Acme", "https://jobs.lever.co/mill"],
    )
    assert page.texts("p", class_="small")[-2:] == ["Not looked at yet.", "20 November 2026: 1 opening."]


def test_page_is_watched_no_longer(client: Client, alice: Person) -> None:
    board = a_board(alice)

    response = client.post(f"/fit/boards/{board.pk}/remove/", follow=True)

    assert (of(Board, alice).count(), Page(response).notices) == (
        0,
        ["No longer watched. Its openings stay."],
    )


def test_page_of_somebody_else_is_not_there(client: Client, alice: Person, bob: Person) -> None:
    theirs = of(Board, bob).get()

    assert client.post(f"/fit/boards/{theirs.pk}/remove/").status_code == 404
    assert of(Board, bob).count() == 1


def test_round_is_begun_beside_the_page(
    client: Client, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Person] = []
    monkeypatch.setattr(board_views, "start_round", lambda owner, *_, **__: begun.append(owner))

    response = client.post("/fit/boards/update/")

    assert (begun, response["Location"]) == ([alice], "/fit/boards/")


def test_round_is_not_begun_twice(client: Client, alice: Person) -> None:
    a_round(alice)

    assert client.post("/fit/boards/update/").status_code == 409


def test_running_round_shows_how_far_it_is_and_can_be_stopped(client: Client, alice: Person) -> None:
    a_board(alice)
    a_round(alice, done=1, total=3, current="Acme", summary={"looks": [look()]})

    page = Page(client.get("/fit/boards/"))
    response = client.post("/fit/boards/stop/", follow=True)

    assert page.texts("p", role="status") == ["1 of 3 done; now Acme."]
    assert page.all("progress")[0].attributes["value"] == "1"
    assert of(BoardUpdate, alice).get().is_stop_asked
    assert Page(response).notices == ["It stops after the request that is under way."]


def test_round_that_has_just_begun_says_so(client: Client, alice: Person) -> None:
    a_round(alice)

    assert Page(client.get("/fit/boards/progress/")).texts("p", role="status") == ["It begins."]


def test_round_that_was_cut_short_is_gone_on_with(client: Client, alice: Person) -> None:
    a_board(alice)
    long_ago = MOMENT - timedelta(hours=1)
    a_round(alice, started_at=long_ago, alive_at=long_ago, done=1, total=3)

    page = Page(client.get("/fit/boards/"))

    assert "Go on" in page.texts("button")
    assert "The last round ended after 1 of 3. The next one goes on from there." in page.texts("p")


def test_ended_round_says_what_came_of_each_page(client: Client, alice: Person) -> None:
    a_board(alice)
    looks = [look(), look(name="Mill", outcome="missing", said="There is nothing at this address.")]
    a_round(alice, ended_at=MOMENT, done=2, total=2, summary={"looks": looks})

    page = Page(client.get("/fit/boards/"))

    assert "2 pages looked at, 1 could not be read" in page.texts("h3")
    assert "Mill: There is nothing at this address." in page.texts("li")
