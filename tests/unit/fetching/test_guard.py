"""Connections lead to checked addresses only, and last no longer than there is time."""

import socket
import ssl
import threading
from typing import Any

import httpcore
import pytest
from tests.unit.fetching.bad_boards import BoardServer, Clock

from unrut.fetching import guard
from unrut.fetching.addresses import WEB_PORTS, Rules
from unrut.fetching.contract import FetchError, Outcome
from unrut.fetching.guard import MOST_ADDRESSES, Deadline, DeadlineStream, GuardedBackend, resolved

pytestmark = pytest.mark.unit


def backend(*addresses: str, allowed: str = "127.0.0.1", port: int = 443) -> GuardedBackend:
    deadline = Deadline(Clock())
    deadline.start(60)
    rules = Rules(WEB_PORTS | {port}, lambda _, ip: ip == allowed)
    return GuardedBackend(rules, lambda *_: list(addresses), deadline)


class Dialled(httpcore.NetworkBackend):
    """Stands for the network: keeps what was dialled, and answers at the last of the addresses only."""

    def __init__(self, answering: str) -> None:
        self.answering = answering
        self.dialled: list[tuple[str, float | None]] = []

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, *_: Any, **__: Any) -> Any:  # noqa: ARG002
        self.dialled.append((host, timeout))
        if host != self.answering:
            raise httpcore.ConnectError("no way there")
        return httpcore.MockStream([])


@pytest.mark.parametrize(
    "addresses",
    [
        ("10.0.0.1",),
        ("127.0.0.1", "10.0.0.1"),
        ("127.0.0.1",) * MOST_ADDRESSES + ("10.0.0.1",),
    ],
)
def test_name_with_one_forbidden_address_is_not_connected_to(addresses: tuple[str, ...]) -> None:
    guarded = backend(*addresses)
    guarded._network = dialled = Dialled("127.0.0.1")

    with pytest.raises(FetchError, match="not to the public web") as refused:
        guarded.connect_tcp("jobs.example.com", 443)

    assert (refused.value.outcome, dialled.dialled) == (Outcome.ADDRESS, [])


def test_port_that_is_not_of_the_web_is_not_connected_to() -> None:
    with pytest.raises(FetchError, match="not to the public web"):
        backend("127.0.0.1").connect_tcp("jobs.example.com", 22)


def test_name_is_asked_for_once_and_its_own_address_dialled() -> None:
    names: list[str] = []
    deadline = Deadline(Clock())
    deadline.start(60)

    def resolve(host: str, port: int) -> list[str]:
        names.append(host)
        return ["93.184.216.34"] if len(names) == 1 else ["127.0.0.1"]

    guarded = GuardedBackend(Rules(), resolve, deadline)
    guarded._network = dialled = Dialled("93.184.216.34")
    guarded.connect_tcp("jobs.example.com", 443, timeout=5)

    assert (names, dialled.dialled) == (["jobs.example.com"], [("93.184.216.34", 5)])


def test_addresses_are_tried_in_turn() -> None:
    guarded = GuardedBackend(Rules(), lambda *_: [f"8.8.8.{n}" for n in range(9)], Deadline(lambda: -60.0))
    guarded._network = dialled = Dialled("8.8.8.2")

    guarded.connect_tcp("jobs.example.com", 443)

    assert [ip for ip, _ in dialled.dialled] == ["8.8.8.0", "8.8.8.1", "8.8.8.2"]


def test_last_address_tells_why_there_is_no_connection() -> None:
    guarded = GuardedBackend(Rules(), lambda *_: [f"8.8.8.{n}" for n in range(9)], Deadline(lambda: -60.0))
    guarded._network = dialled = Dialled("")

    with pytest.raises(httpcore.ConnectError):
        guarded.connect_tcp("jobs.example.com", 443)

    assert len(dialled.dialled) == MOST_ADDRESSES


def no_name(*_: Any) -> list[str]:
    raise OSError("no such name")


def too_long_a_name(*_: Any) -> list[str]:
    raise UnicodeError("label too long")


@pytest.mark.parametrize("resolve", [no_name, too_long_a_name, lambda *_: []])
def test_name_without_address_is_said_to_be_none(resolve: Any) -> None:
    deadline = Deadline(Clock())
    deadline.start(60)

    with pytest.raises(FetchError, match=r"There is no site named jobs\.example\.com") as refused:
        GuardedBackend(Rules(), resolve, deadline).connect_tcp("jobs.example.com", 443)

    assert refused.value.outcome is Outcome.UNREACHABLE


def test_name_that_is_never_found_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(guard, "LONGEST_NAMING", 0.05)
    deadline = Deadline(Clock())
    deadline.start(60)
    guarded = GuardedBackend(Rules(), lambda *_: ["8.8.8.8"] if release.wait() else [], deadline)

    with pytest.raises(FetchError, match="There is no site named"):
        guarded.connect_tcp("jobs.example.com", 443)

    release.set()


def test_deadline_leaves_less_and_less() -> None:
    clock = Clock()
    deadline = Deadline(clock)
    deadline.start(10)
    clock.now += 4

    assert [deadline.left(None), deadline.left(20), deadline.left(3)] == [6, 6, 3]

    clock.now += 6
    with pytest.raises(httpcore.ReadTimeout):
        deadline.left(None)


def test_connection_passes_on_what_is_sent_and_what_comes(server: BoardServer) -> None:
    server.answers["/"] = lambda exchange: exchange.reply(content=b"hello")
    stream = backend("127.0.0.1", port=server.port).connect_tcp("jobs.example.com", server.port, timeout=5)

    stream.write(b"GET / HTTP/1.1\r\nHost: jobs.example.com\r\n\r\n", timeout=5)
    first = stream.read(12)
    address = stream.get_extra_info("server_addr")
    stream.close()

    assert (first, address) == (b"HTTP/1.1 200", ("127.0.0.1", server.port))


def test_connection_is_encrypted_under_the_same_deadline() -> None:
    clock = Clock()
    deadline = Deadline(clock)
    deadline.start(10)
    stream = DeadlineStream(httpcore.MockStream([b"hello"]), deadline)

    secure = stream.start_tls(ssl.create_default_context(), "jobs.example.com", timeout=5)
    assert secure.read(100) == b"hello"
    clock.now += 10

    with pytest.raises(httpcore.ReadTimeout):
        secure.read(100)


def test_addresses_of_a_number_are_itself() -> None:
    assert resolved("127.0.0.1", 80) == ["127.0.0.1"]


def test_encrypted_connection_asks_for_the_name_at_the_checked_address() -> None:
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def listen() -> None:
            with listening.accept()[0] as caller:
                heard.append(caller.recv(4096))

        hearing = threading.Thread(target=listen, daemon=True)
        hearing.start()
        port = listening.getsockname()[1]
        stream = backend("127.0.0.1", port=port).connect_tcp("jobs.example.com", port)
        with pytest.raises(httpcore.ConnectError):
            stream.start_tls(ssl.create_default_context(), "jobs.example.com", timeout=5)
        hearing.join()

    assert [b"jobs.example.com" in hello for hello in heard] == [True]
