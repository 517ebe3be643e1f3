"""A large file is written down as it comes, and never beyond the limit."""

import gzip
import io
from typing import Any

import pytest
from tests.unit.fetching.bad_boards import BoardServer, Exchange, fetcher_for, only_here

from unrut.fetching.addresses import Rules
from unrut.fetching.client import Limits
from unrut.fetching.contract import FetchError, Outcome
from unrut.fetching.downloads import FileFetcher, check_secure

pytestmark = pytest.mark.unit

CONTENT = bytes(range(256)) * 1000


def fetched(server: BoardServer, tell: Any = lambda _done, _of: None, **limits: Any) -> bytes:
    """What is in the file after the server was asked."""
    target = io.BytesIO(b"of an earlier try, and longer" * 20_000)
    rules = fetcher_for(server)._rules
    told = {"rules": rules, "resolve": only_here, "sleep": lambda _: None, "limits": Limits(**limits)}
    with FileFetcher(target, tell, **told) as fetcher:
        answer = fetcher.fetch(server.address("/release.zip"))
    assert answer.content == b""
    return target.getvalue()


def test_file_is_written_and_its_growth_is_told(server: BoardServer) -> None:
    server.answers["/release.zip"] = lambda exchange: exchange.reply(
        200, CONTENT, Content_Type="application/zip"
    )
    told: list[tuple[int, int]] = []

    assert fetched(server, lambda done, of: told.append((done, of))) == CONTENT
    assert (told[-1], told == sorted(told), {of for _, of in told}) == ((256_000, 256_000), True, {256_000})


def test_packed_answer_is_unpacked_and_its_size_unknown(server: BoardServer) -> None:
    packed = gzip.compress(CONTENT)
    server.answers["/release.zip"] = lambda exchange: exchange.reply(200, packed, Content_Encoding="gzip")
    told: list[tuple[int, int]] = []

    assert fetched(server, lambda done, of: told.append((done, of))) == CONTENT
    assert told[-1] == (256_000, 0)


def test_second_try_starts_the_file_anew(server: BoardServer) -> None:
    answers = iter([503, 200])
    server.answers["/release.zip"] = lambda exchange: exchange.reply(next(answers), CONTENT)

    assert fetched(server) == CONTENT


def test_file_beyond_the_limit_is_left(server: BoardServer) -> None:
    def endless(exchange: Exchange) -> None:
        exchange.begin(200, Connection="close")
        while True:
            exchange.wfile.write(CONTENT)

    server.answers["/release.zip"] = endless

    with pytest.raises(FetchError) as refused:
        fetched(server, size=1_000_000)

    assert refused.value.outcome is Outcome.LARGE


def test_file_that_breaks_off_is_told(server: BoardServer) -> None:
    def half(exchange: Exchange) -> None:
        exchange.begin(200, Content_Length=str(len(CONTENT)), Connection="close")
        exchange.wfile.write(CONTENT[:1000])
        exchange.close_connection = True

    server.answers["/release.zip"] = half

    with pytest.raises(FetchError, match="broke off in the middle") as refused:
        fetched(server)

    assert refused.value.outcome is Outcome.BROKEN


def test_who_stops_it_is_heard(server: BoardServer) -> None:
    server.answers["/release.zip"] = lambda exchange: exchange.reply(200, CONTENT)

    def stop(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetched(server, stop)


def test_only_secure_addresses_are_asked_even_when_sent_on() -> None:
    with FileFetcher(io.BytesIO(), lambda _done, _of: None, resolve=only_here) as fetcher:
        assert fetcher._rules == Rules(ports=frozenset({443}))
        with pytest.raises(FetchError):
            fetcher.fetch("http://onet.example.com/release.zip")


@pytest.mark.parametrize("address", ["http://a.example.com/", "ftp://a.example.com/", "release.zip", ""])
def test_address_that_is_not_secure_is_refused(address: str) -> None:
    with pytest.raises(FetchError) as refused:
        check_secure(address)

    assert refused.value.outcome is Outcome.ADDRESS


def test_secure_address_is_fine() -> None:
    assert check_secure("HTTPS://a.example.com/") is None  # type: ignore[func-returns-value]
