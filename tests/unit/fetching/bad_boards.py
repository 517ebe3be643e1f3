"""A server on this machine that plays boards, good and bad, and a fetcher that finds it under ordinary names."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from unrut.fetching.addresses import WEB_PORTS, Rules, is_public
from unrut.fetching.client import Limits, WebFetcher

HOST = "jobs.example.com"
MOMENT = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Seen:
    """A request as it came in."""

    command: str
    path: str
    headers: dict[str, str]
    posted: bytes


class Exchange(BaseHTTPRequestHandler):
    """One request, which the board of the test answers."""

    protocol_version = "HTTP/1.1"
    server: "BoardServer"

    def do_GET(self) -> None:  # the library's name for it
        posted = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.seen.append(Seen(self.command, self.path, headers, posted))
        try:
            self.server.answers.get(self.path.partition("?")[0], missing)(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the other side had enough, as it should

    do_POST = do_GET  # noqa: N815 - the library's name for it

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name for it
        """Say nothing."""

    def reply(self, status: int = 200, content: bytes = b"", **headers: str) -> None:
        """Answer properly; `_` in the name of a header stands for "-"."""
        self.begin(status, **{"Content_Length": str(len(content)), **headers})
        self.wfile.write(content)

    def begin(self, status: int = 200, **headers: str) -> None:
        """Send the head only."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()


class BoardServer(ThreadingHTTPServer):
    """The server, what it answers by path, and the requests it has seen."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.answers: dict[str, Callable[[Exchange], None]] = {}
        self.seen: list[Seen] = []
        self.release = threading.Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def address(self, path: str, host: str = HOST) -> str:
        return f"http://{host}:{self.port}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is what is tested here."""


class Clock:
    """A clock that goes on only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@contextmanager
def serving() -> Iterator[BoardServer]:
    with BoardServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.release.set()
            server.shutdown()
            thread.join()


def fetcher_for(
    server: BoardServer, *, limits: Limits | None = None, clock: Clock | None = None
) -> WebFetcher:
    """A fetcher that may ask this server under names of example.com, and otherwise only the public web."""
    told = {"seconds": clock, "sleep": clock.sleep} if clock else {"sleep": lambda _: None}
    return WebFetcher(
        limits=limits,
        rules=Rules(
            WEB_PORTS | {server.port}, lambda host, ip: host.endswith(".example.com") or is_public(ip)
        ),
        resolve=only_here,
        moment=lambda: MOMENT,
        **told,  # type: ignore[arg-type]
    )


def only_here(host: str, port: int) -> list[str]:
    """Names of example.com lead to this machine, and there are no others: no test reaches the network."""
    assert host.endswith((".example.com", ".example.org")) or host == "127.0.0.1", (
        f"{host}:{port} is not of this test"
    )
    return ["127.0.0.1"]


def missing(exchange: Exchange) -> None:
    exchange.reply(404)
