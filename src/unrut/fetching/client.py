"""Ask one address, politely and without trust: the only place from which the program speaks to other machines."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from http.cookiejar import CookieJar, DefaultCookiePolicy
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpcore
import httpx

from unrut import __version__, clock
from unrut.fetching.addresses import PUBLIC_WEB, Rules, WebAddress, web_address
from unrut.fetching.bodies import LARGEST, check_head, half_a_body, read_body
from unrut.fetching.contract import Answer, FetchError, Outcome
from unrut.fetching.guard import Deadline, GuardedBackend, Resolve, resolved
from unrut.fetching.robots import NAME, Robots
from unrut.fetching.transport import GuardedTransport
from unrut.fetching.waiting import LONGEST_WAIT, TRIES, Pace, retry_after, wait_before

USER_AGENT = f"{NAME}/{__version__} (personal job search, on a person's own machine)"
ACCEPT = "application/json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"
MOST_REDIRECTS = 5
LONGEST_MARK = 300

OK = frozenset({HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION})
MOVED = frozenset({301, 302, 303, 307, 308})
SAME_METHOD = frozenset({307, 308})
GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
BUSY = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how large an answer may be, in seconds and bytes."""

    connect: float = 10.0
    read: float = 20.0
    whole: float = 60.0
    size: int = LARGEST


@dataclass(frozen=True, slots=True)
class Wanted:
    """One request: where, what is posted, and what is known from the last time."""

    address: WebAddress
    body: str = ""
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What one exchange gave: an answer, or where to go, or how long to wait."""

    status: int
    answer: Answer | None = None
    location: str = ""
    after: float | None = None


class WebFetcher(AbstractContextManager["WebFetcher"]):
    """Asks one address at a time; for one thread. Everything but the limits is given otherwise only in tests."""

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        rules: Rules = PUBLIC_WEB,
        resolve: Resolve = resolved,
        seconds: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        moment: Callable[[], datetime] = clock.now,
    ) -> None:
        self._limits = limits or Limits()
        self._rules = rules
        self._sleep = sleep
        self._moment = moment
        self._deadline = Deadline(seconds)
        self._pace = Pace(seconds, sleep)
        self._robots = Robots(self._text_of)
        self._http = _client(GuardedTransport(GuardedBackend(rules, resolve, self._deadline)), self._limits)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def fetch(
        self,
        address: str,
        *,
        body: str = "",
        is_page: bool = False,
        etag: str = "",
        modified: str = "",
        before_each: Callable[[], None] = lambda: None,
    ) -> Answer:
        """The answer of an address, as the contract says. Raises FetchError."""
        wanted = Wanted(web_address(address, self._rules), body, etag, modified)
        return self._followed(wanted, before_each, self._robots.check if is_page else _no_rule)

    def _text_of(self, address: str) -> bytes:
        """What stands at an address for programs themselves, such as robots.txt."""
        return self._followed(Wanted(web_address(address, self._rules)), _nobody, _no_rule).content

    def _followed(
        self,
        wanted: Wanted,
        before_each: Callable[[], None],
        check: Callable[[WebAddress], None],
    ) -> Answer:
        """The answer at the end of all redirections, each of which is checked like a new request."""
        asked = wanted.address
        for _ in range(MOST_REDIRECTS + 1):
            check(wanted.address)
            reply = self._tried(wanted, before_each)
            if reply.answer:
                return reply.answer
            wanted = self._moved(wanted, reply)
        raise FetchError(
            Outcome.BROKEN,
            f"{asked.host} sends us on from page to page without end. Open it in a browser and give the last address.",
        )

    def _moved(self, wanted: Wanted, reply: Reply) -> Wanted:
        try:
            joined = urljoin(str(wanted.address), reply.location)
        except ValueError:
            joined = reply.location
        address = web_address(joined, self._rules)
        return Wanted(
            address, wanted.body if reply.status in SAME_METHOD else "", wanted.etag, wanted.modified
        )

    def _tried(self, wanted: Wanted, before_each: Callable[[], None]) -> Reply:
        """What the host replies; a busy one is asked again a few times."""
        host = wanted.address.host
        number = 0
        while True:
            number += 1
            before_each()
            self._pace.wait_for(host)
            reply = self._exchanged(wanted)
            if reply.status not in BUSY:
                return reply
            wait = wait_before(number + 1) if reply.after is None else reply.after
            if number == TRIES or wait > LONGEST_WAIT:
                raise _busy(reply, host)
            self._sleep(wait)

    def _exchanged(self, wanted: Wanted) -> Reply:
        """One request and its reply."""
        host = wanted.address.host
        self._deadline.start(self._limits.whole)
        try:
            with self._http.stream(
                "POST" if wanted.body else "GET",
                str(wanted.address),
                content=wanted.body.encode() or None,
                headers=_headers(wanted),
            ) as response:
                return self._reply(wanted, response)
        except httpcore.TimeoutException as error:
            raise FetchError(Outcome.SLOW, f"{host} did not answer in time. Try again later.") from error
        except httpcore.ConnectError as error:
            raise FetchError(
                Outcome.UNREACHABLE,
                f"{host} cannot be reached, or cannot prove who it is. Check the address and the connection.",
            ) from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise half_a_body(host) from error
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise FetchError(
                Outcome.ADDRESS, f"The address at {host} cannot be asked. Copy it once more from the browser."
            ) from error
        finally:
            self._pace.answered(host)

    def _reply(self, wanted: Wanted, response: httpx.Response) -> Reply:
        status, headers, host = response.status_code, response.headers, wanted.address.host
        if status in BUSY:
            return Reply(status, after=retry_after(headers.get("retry-after", ""), self._moment()))
        if status in MOVED and headers.get("location"):
            return Reply(status, location=headers["location"])
        if status == HTTPStatus.NOT_MODIFIED and (wanted.etag or wanted.modified):
            same = Answer(str(wanted.address), etag=wanted.etag, modified=wanted.modified, is_unchanged=True)
            return Reply(status, same)
        if status not in OK:
            raise _not_given(status, host)
        check_head(headers, host, limit=self._limits.size)
        content = self._body(response, host, limit=self._limits.size)
        etag, modified = headers.get("etag", ""), headers.get("last-modified", "")
        return Reply(status, Answer(str(wanted.address), content, _mark(etag), _mark(modified)))

    def _body(self, response: httpx.Response, host: str, *, limit: int) -> bytes:
        """What an answer holds."""
        return read_body(response.iter_raw(), response.headers.get("content-encoding", ""), host, limit=limit)


def _client(transport: GuardedTransport, limits: Limits) -> httpx.Client:
    """A client that keeps no cookies, knows no passwords and no proxies, and says who it is."""
    return httpx.Client(
        transport=transport,
        trust_env=False,
        follow_redirects=False,
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        timeout=httpx.Timeout(limits.read, connect=limits.connect),
        headers={"User-Agent": USER_AGENT, "Accept": ACCEPT, "Accept-Encoding": "gzip"},
    )


def _headers(wanted: Wanted) -> dict[str, str]:
    told = {
        "Content-Type": "application/json" if wanted.body else "",
        "If-None-Match": wanted.etag,
        "If-Modified-Since": wanted.modified,
    }
    return {name: value for name, value in told.items() if value}


def _mark(value: str) -> str:
    """What tells this version of an answer from others; one that is cut short would tell nothing."""
    return value if len(value) <= LONGEST_MARK and value.isascii() and value.isprintable() else ""


def _busy(reply: Reply, host: str) -> FetchError:
    return FetchError(
        Outcome.LATER,
        f"{host} is busy or out of order now (it answers {reply.status}). Try again later.",
        after=reply.after,
    )


def _not_given(status: int, host: str) -> FetchError:
    if status in GONE:
        return FetchError(
            Outcome.MISSING, f"{host} has nothing at this address (it answers {status}). Check the address."
        )
    if HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return FetchError(
            Outcome.CLOSED,
            f"{host} does not let programs read this (it answers {status}). Save the page in a browser and import the file.",
        )
    return FetchError(
        Outcome.BROKEN, f"{host} answers {status}, which is no list of openings. Check the address."
    )


def _nobody() -> None:
    """Nobody wants to hear of each try."""


def _no_rule(_: WebAddress) -> None:
    """No rule of the site's, only our own."""
