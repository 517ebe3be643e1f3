"""Connect only to addresses that were checked, and only as long as there is time."""

import socket
import threading
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from unrut.fetching.addresses import Rules, refused_place
from unrut.fetching.contract import FetchError, Outcome

MOST_ADDRESSES = 4
LONGEST_NAMING = 10.0
"""Seconds for finding the addresses of a name; the system itself knows no limit."""

Resolve = Callable[[str, int], list[str]]


def resolved(host: str, port: int) -> list[str]:
    """The numeric addresses of a host, in the order of the system. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


class Deadline:
    """The moment by which the whole of an answer must be here."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._end = 0.0

    def start(self, seconds: float) -> None:
        """From now on there are so many seconds."""
        self._end = self._clock() + seconds

    def left(self, most: float | None) -> float:
        """The seconds left, but not more than `most`. Raises a time-out when there are none."""
        seconds = self._end - self._clock()
        if seconds <= 0:
            raise httpcore.ReadTimeout("the whole answer took too long")
        return seconds if most is None else min(seconds, most)


class GuardedBackend(httpcore.NetworkBackend):
    """Finds the addresses of a name once, checks every one, and connects to one of these very addresses."""

    def __init__(self, rules: Rules, resolve: Resolve, deadline: Deadline) -> None:
        self._rules = rules
        self._resolve = resolve
        self._deadline = deadline
        self._network: httpcore.NetworkBackend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the host.

        Raises FetchError when one of its addresses is not public: a name that leads to both is not to be trusted.
        """
        addresses = self._addresses(host, port)
        if port not in self._rules.ports or not all(self._rules.may_ask(host, ip) for ip in addresses):
            raise refused_place(host)
        *others, last = addresses[:MOST_ADDRESSES]
        for ip in others:
            try:
                return self._connected(ip, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue  # many hosts have an address that is not reached from everywhere
        return self._connected(last, port, timeout, local_address, socket_options)

    def _connected(
        self,
        ip: str,
        port: int,
        timeout: float | None,
        local_address: str | None,
        socket_options: Iterable[Any] | None,
    ) -> httpcore.NetworkStream:
        seconds = self._deadline.left(timeout)
        stream = self._network.connect_tcp(ip, port, seconds, local_address, socket_options)
        return DeadlineStream(stream, self._deadline)

    def _addresses(self, host: str, port: int) -> list[str]:
        addresses = _in_time(lambda: self._resolve(host, port), self._deadline.left(LONGEST_NAMING))
        if not addresses:
            raise FetchError(
                Outcome.UNREACHABLE,
                f"There is no site named {host}, or this machine is offline. Check the address and the connection.",
            )
        return addresses


def _in_time(ask: Callable[[], list[str]], seconds: float) -> list[str]:
    """What `ask` finds; nothing when it fails or takes too long."""
    found: list[str] = []

    def run() -> None:
        try:
            found.extend(ask())
        except (OSError, UnicodeError):
            return

    asking = threading.Thread(target=run, daemon=True)
    asking.start()
    asking.join(seconds)
    return list(found)


class DeadlineStream(httpcore.NetworkStream):
    """A connection on which nothing lasts longer than there is time: a server that drips bytes gains nothing."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes."""
        return self._stream.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """End the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted; the server must prove the name."""
        seconds = self._deadline.left(timeout)
        return DeadlineStream(self._stream.start_tls(ssl_context, server_hostname, seconds), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What is known of the connection."""
        return self._stream.get_extra_info(info)
