"""`unrut openings watch`, `unwatch`, `watched` and `update`, the last one against a server on this machine."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from click.testing import Result
from tests.factories import MOMENT, a_board, a_round
from tests.unit.fetching.bad_boards import BoardServer, fetcher_for, serving

from unrut.models import Board, Opening, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

Unrut = Callable[..., Result]
LEVER = "https://jobs.lever.co/acme"
POSTINGS = [{"id": "id-1", "text": "Nurse", "hostedUrl": f"{LEVER}/1", "descriptionPlain": "A quiet ward."}]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[BoardServer]:
    """A server that plays the boards, and the only machine the command may ask."""
    with serving() as running:
        monkeypatch.setattr("unrut.fetching.client.WebFetcher", lambda: fetcher_for(running))
        yield running


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unrut.cli.commands.boards._is_terminal", lambda: True)


def page_at(owner: Person, server: BoardServer, path: str) -> Board:
    return a_board(owner, server.address(path), format="page", company="")


def lists(server: BoardServer, path: str, postings: Any = POSTINGS) -> None:
    server.answers[path] = lambda exchange: exchange.reply(content=json.dumps(postings).encode())


def test_watch_remembers_and_asks_nobody(unrut: Unrut, me: Person, server: BoardServer) -> None:
    done = unrut("openings", "watch", f"{LEVER}/1")

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        f"Watching Acme ({LEVER}).\nNothing was asked yet. To look at it: unrut openings update\n"
    )
    assert ([board.address for board in of(Board, me)], server.seen) == ([LEVER], [])


def test_watch_of_a_company_says_that_its_board_is_looked_for(unrut: Unrut, me: Person) -> None:
    done = unrut("openings", "watch", "Acme Robotics")

    assert done.stdout.startswith("Watching Acme Robotics (its board is looked for at the next update).\n")


@pytest.mark.parametrize(
    ("named", "code", "why"),
    [
        ("https://www.linkedin.com/jobs", 3, "LinkedIn shows its openings to people, not to programs"),
        ("http://127.0.0.1/", 1, "127.0.0.1 leads to this machine"),
        ("http://127.0.0.1:8420/", 1, "names port 8420"),
    ],
)
def test_watch_refuses_with_a_sentence(unrut: Unrut, me: Person, named: str, code: int, why: str) -> None:
    done = unrut("openings", "watch", named)

    assert (done.exit_code, done.stdout, why in done.stderr) == (code, "", True)
    assert not of(Board, me).exists()


def test_unwatch_forgets_the_board(unrut: Unrut, me: Person) -> None:
    a_board(me)

    done = unrut("openings", "unwatch", LEVER)

    assert (done.stdout, of(Board, me).exists()) == ("Acme is no longer watched. Its openings stay.\n", False)
    assert unrut("openings", "unwatch", LEVER).exit_code == 1


def test_watched_lists_the_boards(unrut: Unrut, me: Person, bob: Person) -> None:
    first = a_board(me, fetched_at=MOMENT, said="2 listed: 2 new.", outcome="done")
    second = a_board(me, "Other", format="", company="Other")

    assert unrut("openings", "watched").stdout == (
        f"{first.pk:>4}  Acme  {LEVER}\n      2026-11-20: 2 listed: 2 new.\n{second.pk:>4}  Other\n      Not looked at yet.\n"
    )


def test_watched_gives_values_to_scripts(unrut: Unrut, me: Person) -> None:
    board = a_board(me)

    assert json.loads(unrut("openings", "watched", "--json").stdout) == [
        {
            "id": board.pk,
            "address": LEVER,
            "format": "lever",
            "company": "Acme",
            "added_on": "2026-11-16",
            "fetched_at": None,
            "outcome": "",
            "said": "",
            "failures": 0,
            "retry_at": None,
        }
    ]


@pytest.mark.parametrize("command", ["watched", "update"])
def test_without_boards_the_way_to_begin_is_told(unrut: Unrut, me: Person, command: str) -> None:
    done = unrut("openings", command)

    assert (done.exit_code, done.stdout) == (
        0,
        "No board is watched. Begin with: unrut openings watch ADDRESS or COMPANY\n",
    )


def test_update_reads_the_boards(unrut: Unrut, me: Person, server: BoardServer) -> None:
    board = page_at(me, server, "/jobs")
    lists(server, "/jobs")

    done = unrut("openings", "update")

    assert (done.exit_code, done.stdout, done.stderr) == (0, f"{board.address}: 1 listed: 1 new.\n", "")
    assert [opening.title for opening in of(Opening, me)] == ["Nurse"]
    assert [seen.path for seen in server.seen] == ["/robots.txt", "/jobs"]


def test_update_names_what_failed_and_has_an_exit_code_for_it(
    unrut: Unrut, me: Person, server: BoardServer
) -> None:
    good, bad = page_at(me, server, "/jobs"), page_at(me, server, "/nothing")
    lists(server, "/jobs")

    done = unrut("openings", "update")

    assert (done.exit_code, done.stderr) == (6, "")
    assert done.stdout == (
        f"{good.address}: 1 listed: 1 new.\nNot read (1 of 2):\n  {bad.address}: jobs.example.com has nothing at this "
        "address (it answers 404). Check the address.\n"
    )


def test_update_gives_values_to_scripts(unrut: Unrut, me: Person, server: BoardServer) -> None:
    board = page_at(me, server, "/jobs")
    lists(server, "/jobs")

    look = {"board": board.pk, "name": board.address, "outcome": "done", "said": "1 listed: 1 new."}
    numbers = {"created": 1, "updated": 0, "closed": 0, "is_failed": False}
    assert json.loads(unrut("openings", "update", "--json").stdout) == {
        "total": 1,
        "is_stopped": False,
        "failed": 0,
        "boards": [{**look, **numbers}],
    }


def test_update_shows_how_far_it_is_on_a_terminal(
    unrut: Unrut, me: Person, server: BoardServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    page_at(me, server, "/jobs")
    lists(server, "/jobs")
    on_a_terminal(monkeypatch)

    shown = unrut("openings", "update").stderr

    # Click leaves the sign that clears a line out where there is no terminal after all.
    assert shown == f"\rBoard 1 of 1: {server.address('/jobs')[:50]}\r"


def test_update_stopped_by_the_person_keeps_what_was_read(
    unrut: Unrut, me: Person, server: BoardServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    page_at(me, server, "/jobs")
    lists(server, "/jobs")

    class Stopping:
        def __enter__(self) -> Any:
            return self

        def __exit__(self, *_: object) -> None:
            return None

        def fetch(self, *_: Any, **__: Any) -> Any:
            raise KeyboardInterrupt

    monkeypatch.setattr("unrut.fetching.client.WebFetcher", Stopping)
    stopped = unrut("openings", "update")
    monkeypatch.setattr("unrut.fetching.client.WebFetcher", lambda: fetcher_for(server))

    assert (stopped.exit_code, stopped.stdout) == (130, "")
    assert stopped.stderr == "Stopped. What was read is kept, and the next update goes on from here.\n"
    assert unrut("openings", "update").exit_code == 0


def test_update_stopped_from_the_page_says_how_to_go_on(
    unrut: Unrut, me: Person, server: BoardServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    from unrut.services.boards import ask_to_stop

    page_at(me, server, "/jobs")
    page_at(me, server, "/more")
    server.answers["/jobs"] = lambda exchange: exchange.reply(404)
    monkeypatch.setattr("unrut.services.boards._keep", _keeping_and(lambda: ask_to_stop(me)))

    done = unrut("openings", "update")

    assert done.stdout.splitlines()[-1] == "Stopped after 1 of 2 boards. To go on: unrut openings update"


def _keeping_and(then: Callable[[], None]) -> Callable[..., None]:
    from unrut.services import boards

    keep = boards._keep

    def both(*told: Any) -> None:
        keep(*told)
        then()

    return both


def test_update_beside_another_one_is_refused(unrut: Unrut, me: Person, server: BoardServer) -> None:
    from unrut.clock import now

    a_round(me, started_at=now(), alive_at=now())

    done = unrut("openings", "update")

    assert (done.exit_code, "are being looked at already" in done.stderr) == (1, True)


def test_name_of_a_board_cannot_steer_the_terminal(unrut: Unrut, me: Person) -> None:
    a_board(me, company="Acme\x1b[31m\nRed")

    assert "\x1b" not in unrut("openings", "watched").stdout
