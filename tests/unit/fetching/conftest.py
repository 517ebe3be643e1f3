"""A server on this machine, and the promise that nothing else is ever reached."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from tests.unit.fetching.bad_boards import BoardServer, serving


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: Any) -> None:
        assert address[0] == "127.0.0.1", f"a test tried to reach {address}"
        connect(self, address)

    def no_names(host: str, *_: Any, **__: Any) -> Any:
        # Numbers are taken apart by the same function, which asks nobody for them.
        assert host == "127.0.0.1", f"a test asked for the address of {host}"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, _[0]))]

    monkeypatch.setattr(socket.socket, "connect", only_here)
    monkeypatch.setattr(socket, "getaddrinfo", no_names)


@pytest.fixture
def server() -> Iterator[BoardServer]:
    with serving() as running:
        yield running
