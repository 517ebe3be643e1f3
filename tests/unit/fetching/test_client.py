"""What boards answer, good and bad, and what the fetcher makes of it."""

import gzip
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from tests.unit.fetching.bad_boards import HOST, BoardServer, Clock, Exchange, fetcher_for

from unrut import __version__
from unrut.fetching.client import Limits, WebFetcher
from unrut.fetching.contract import Answer, FetchError, Outcome
from unrut.fetching.waiting import LONGEST_WAIT

pytestmark = pytest.mark.unit

QUICK = Limits(connect=5, read=0.2, whole=0.5, size=100_000)
Answering = Callable[[Exchange], None]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(server: BoardServer, clock: Clock) -> Iterator[WebFetcher]:
    with fetcher_for(server, clock=clock) as made:
        yield made


def refusal(server: BoardServer, answering: Answering, **told: Any) -> FetchError:
    """The error that a board's answer ends in."""
    server.answers["/jobs"] = answering
    with fetcher_for(server, limits=QUICK) as impatient, pytest.raises(FetchError) as refused:
        impatient.fetch(server.address("/jobs"), **told)
    return refused.value


def plain(content: bytes = b"{}", status: int = 200, **headers: str) -> Answering:
    return lambda exchange: exchange.reply(status, content, **headers)


def in_turn(*answers: Answering) -> Answering:
    left = list(answers)
    return lambda exchange: left.pop(0)(exchange)  # noqa: PLW0108 - each request takes its own


def moved(location: str, status: int = 302) -> Answering:
    return plain(b"", status, Location=location)


def test_answer_comes_with_its_marks(server: BoardServer, fetcher: WebFetcher) -> None:
    server.answers["/jobs"] = plain(b"[1]", ETag='"v1"', Last_Modified="Fri, 20 Nov 2026 17:30:00 GMT")

    answer = fetcher.fetch(server.address("/jobs?a=b"))

    marks = {"etag": '"v1"', "modified": "Fri, 20 Nov 2026 17:30:00 GMT"}
    assert answer == Answer(server.address("/jobs?a=b"), b"[1]", **marks)


def test_request_says_who_asks_and_nothing_about_the_person(
    server: BoardServer, fetcher: WebFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example.net:3128")
    server.answers["/jobs"] = plain(Set_Cookie="id=1; Path=/")

    fetcher.fetch(server.address("/jobs"))
    fetcher.fetch(server.address("/jobs"))

    agent = f"Unrut/{__version__} (personal job search, on a person's own machine)"
    told = {
        "host": f"{HOST}:{server.port}",
        "accept": "application/json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5",
        "accept-encoding": "gzip",
        "connection": "keep-alive",
        "user-agent": agent,
    }
    assert [seen.headers for seen in server.seen] == [told, told]


def test_body_is_posted_as_json(server: BoardServer, fetcher: WebFetcher) -> None:
    server.answers["/jobs"] = plain()

    fetcher.fetch(server.address("/jobs"), body='{"limit": 20}')

    (seen,) = server.seen
    assert (seen.command, seen.posted, seen.headers["content-type"]) == (
        "POST",
        b'{"limit": 20}',
        "application/json",
    )


def test_packed_answer_is_unpacked(server: BoardServer, fetcher: WebFetcher) -> None:
    server.answers["/jobs"] = plain(gzip.compress(b"[1]"), Content_Encoding="gzip")

    assert fetcher.fetch(server.address("/jobs")).content == b"[1]"


def test_unchanged_answer_keeps_its_marks(server: BoardServer, fetcher: WebFetcher) -> None:
    server.answers["/jobs"] = lambda exchange: exchange.begin(304)

    answer = fetcher.fetch(server.address("/jobs"), etag='"v1"', modified="yesterday")

    (seen,) = server.seen
    assert (seen.headers["if-none-match"], seen.headers["if-modified-since"]) == ('"v1"', "yesterday")
    assert answer == Answer(server.address("/jobs"), etag='"v1"', modified="yesterday", is_unchanged=True)


@pytest.mark.parametrize("mark", ["x" * 301, "caf\u00e9"])
def test_mark_that_cannot_be_kept_is_none(server: BoardServer, fetcher: WebFetcher, mark: str) -> None:
    server.answers["/jobs"] = plain(ETag=mark)

    assert fetcher.fetch(server.address("/jobs")).etag == ""


def test_requests_to_a_host_keep_their_distance(
    server: BoardServer, fetcher: WebFetcher, clock: Clock
) -> None:
    server.answers["/jobs"] = plain()

    for host in (HOST, HOST, "other.example.com", HOST):
        fetcher.fetch(server.address("/jobs", host))

    assert clock.slept == [1.0, 1.0]


def test_busy_host_is_asked_again_after_the_time_it_names(
    server: BoardServer, fetcher: WebFetcher, clock: Clock
) -> None:
    server.answers["/jobs"] = in_turn(plain(status=429, Retry_After="7"), plain(b"[1]"))

    assert fetcher.fetch(server.address("/jobs")).content == b"[1]"
    assert clock.slept == [7.0]


def test_host_out_of_order_is_asked_three_times_and_then_left(
    server: BoardServer, fetcher: WebFetcher, clock: Clock
) -> None:
    server.answers["/jobs"] = plain(status=500)

    with pytest.raises(FetchError, match=r"busy or out of order now \(it answers 500\)") as refused:
        fetcher.fetch(server.address("/jobs"))

    assert (refused.value.outcome, refused.value.after) == (Outcome.LATER, None)
    assert (len(server.seen), clock.slept) == (3, [2.0, 4.0])


def test_host_that_wants_a_long_rest_is_left_at_once(
    server: BoardServer, fetcher: WebFetcher, clock: Clock
) -> None:
    server.answers["/jobs"] = plain(status=503, Retry_After="Fri, 20 Nov 2026 18:30:00 GMT")

    with pytest.raises(FetchError) as refused:
        fetcher.fetch(server.address("/jobs"))

    assert (refused.value.outcome, refused.value.after) == (Outcome.LATER, 3600.0)
    assert (len(server.seen), clock.slept, LONGEST_WAIT < 3600) == (1, [], True)


def test_listener_hears_of_each_try_and_may_end_it(server: BoardServer, fetcher: WebFetcher) -> None:
    server.answers["/jobs"] = plain(status=500)
    heard: list[int] = []

    def listen() -> None:
        heard.append(len(server.seen))
        if len(heard) == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fetcher.fetch(server.address("/jobs"), before_each=listen)

    assert (heard, len(server.seen)) == ([0, 1], 1)


@pytest.mark.parametrize(
    ("status", "outcome", "why"),
    [
        (404, Outcome.MISSING, "has nothing at this address"),
        (410, Outcome.MISSING, "has nothing at this address"),
        (401, Outcome.CLOSED, "does not let programs read this"),
        (403, Outcome.CLOSED, "does not let programs read this"),
        (418, Outcome.CLOSED, "does not let programs read this"),
        (204, Outcome.BROKEN, "is no list of openings"),
        (206, Outcome.BROKEN, "is no list of openings"),
        (304, Outcome.BROKEN, "is no list of openings"),
        (302, Outcome.BROKEN, "is no list of openings"),
        (501, Outcome.BROKEN, "is no list of openings"),
    ],
)
def test_answer_without_openings_is_told(
    server: BoardServer, status: int, outcome: Outcome, why: str
) -> None:
    error = refusal(server, lambda exchange: exchange.begin(status, Content_Length="0"))

    assert (error.outcome, why in str(error), str(status) in str(error)) == (outcome, True, True)


def hang(exchange: Exchange) -> None:
    exchange.server.release.wait()


def hang_in_the_middle(exchange: Exchange) -> None:
    exchange.begin(Content_Length="10")
    exchange.wfile.write(b"12345")
    exchange.wfile.flush()
    hang(exchange)


def drip(exchange: Exchange) -> None:
    exchange.begin(Content_Length="100000")
    while not exchange.server.release.wait(0.02):
        exchange.wfile.write(b" ")


def drip_the_head(exchange: Exchange) -> None:
    exchange.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while not exchange.server.release.wait(0.02):
        exchange.wfile.write(b"a")


@pytest.mark.parametrize("answering", [hang, hang_in_the_middle, drip, drip_the_head])
def test_board_that_takes_too_long_is_left(server: BoardServer, answering: Answering) -> None:
    assert refusal(server, answering).outcome is Outcome.SLOW


def half_a_body(exchange: Exchange) -> None:
    exchange.begin(Content_Length="1000")
    exchange.wfile.write(b'{"jobs": [')
    exchange.close_connection = True


def half_a_chunk(exchange: Exchange) -> None:
    exchange.begin(Transfer_Encoding="chunked")
    exchange.wfile.write(b"FF\r\nhalf")
    exchange.close_connection = True


def no_http(exchange: Exchange) -> None:
    exchange.wfile.write(b"SSH-2.0-OpenSSH\r\n")
    exchange.close_connection = True


def nothing_at_all(exchange: Exchange) -> None:
    exchange.close_connection = True


@pytest.mark.parametrize("answering", [half_a_body, half_a_chunk, no_http, nothing_at_all])
def test_half_an_answer_is_none(server: BoardServer, answering: Answering) -> None:
    error = refusal(server, answering)

    assert (error.outcome, "broke off in the middle" in str(error)) == (Outcome.BROKEN, True)


def hundred_megabytes(exchange: Exchange) -> None:
    exchange.begin(Content_Length=str(100 * 1024 * 1024))


def endless(exchange: Exchange) -> None:
    exchange.begin(Transfer_Encoding="chunked")
    while not exchange.server.release.is_set():
        exchange.wfile.write(b"1000\r\n" + b"x" * 0x1000 + b"\r\n")


def bomb(exchange: Exchange) -> None:
    exchange.reply(content=gzip.compress(b"\x00" * 10_000_000), Content_Encoding="gzip")


@pytest.mark.parametrize("answering", [hundred_megabytes, endless, bomb])
def test_answer_that_is_too_large_is_left(server: BoardServer, answering: Answering) -> None:
    assert refusal(server, answering).outcome is Outcome.LARGE


def test_picture_is_not_taken_in(server: BoardServer) -> None:
    assert refusal(server, plain(b"...", Content_Type="image/png")).outcome is Outcome.KIND


def test_way_to_the_new_address_is_followed(server: BoardServer, fetcher: WebFetcher) -> None:
    server.answers |= {"/jobs": moved("board?x=1", 301), "/board": plain(b"[1]")}

    answer = fetcher.fetch(server.address("/jobs"))

    assert answer == Answer(server.address("/board?x=1"), b"[1]")


@pytest.mark.parametrize(
    ("status", "method", "posted"), [(303, "GET", b""), (302, "GET", b""), (307, "POST", b"{}")]
)
def test_body_is_posted_on_only_where_that_is_meant(
    server: BoardServer, fetcher: WebFetcher, status: int, method: str, posted: bytes
) -> None:
    server.answers |= {"/jobs": moved("/board", status), "/board": plain()}

    fetcher.fetch(server.address("/jobs"), body="{}")

    assert (server.seen[1].command, server.seen[1].posted) == (method, posted)


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:{port}/secret",
        "//127.0.0.1:{port}/secret",
        "http://localhost:{port}/secret",
        "http://inside.example.org:{port}/secret",
        "http://[::ffff:127.0.0.1]:{port}/secret",
        "http://2130706433:{port}/secret",
        "http://jobs.example.com:22/secret",
        "http://me:word@jobs.example.com:{port}/secret",
        "file:///etc/passwd",
        "http://[oops/",
    ],
)
def test_way_to_this_machine_is_not_followed(server: BoardServer, location: str) -> None:
    secrets: list[Exchange] = []
    server.answers["/secret"] = secrets.append

    error = refusal(server, moved(location.format(port=server.port)))

    assert (error.outcome, [seen.path for seen in server.seen], secrets) == (Outcome.ADDRESS, ["/jobs"], [])


def test_way_in_a_circle_is_left(server: BoardServer) -> None:
    error = refusal(server, moved("/jobs"))

    assert (error.outcome, len(server.seen)) == (Outcome.BROKEN, 6)


def test_page_is_read_where_its_site_allows_it(
    server: BoardServer, fetcher: WebFetcher, clock: Clock
) -> None:
    server.answers |= {"/robots.txt": plain(b"User-agent: *\nDisallow: /private"), "/jobs": plain(b"<p>")}

    assert fetcher.fetch(server.address("/jobs"), is_page=True).content == b"<p>"
    assert ([seen.path for seen in server.seen], clock.slept) == (["/robots.txt", "/jobs"], [1.0])


def test_page_is_left_alone_where_its_site_asks_for_it(server: BoardServer) -> None:
    server.answers["/robots.txt"] = plain(b"User-agent: *\nDisallow: /jobs")

    error = refusal(server, plain(), is_page=True)

    assert (error.outcome, [seen.path for seen in server.seen]) == (Outcome.ROBOTS, ["/robots.txt"])


def test_rules_hold_for_the_page_one_is_sent_to(server: BoardServer) -> None:
    server.answers["/robots.txt"] = plain(b"User-agent: *\nDisallow: /private")

    error = refusal(server, moved("/private/jobs"), is_page=True)

    assert (error.outcome, [seen.path for seen in server.seen]) == (Outcome.ROBOTS, ["/robots.txt", "/jobs"])


@pytest.mark.parametrize("status", [404, 403])
def test_site_without_rules_allows(server: BoardServer, fetcher: WebFetcher, status: int) -> None:
    server.answers |= {"/robots.txt": plain(status=status), "/jobs": plain(b"<p>")}

    assert fetcher.fetch(server.address("/jobs"), is_page=True).content == b"<p>"


def test_site_out_of_order_forbids_for_now(server: BoardServer) -> None:
    server.answers["/robots.txt"] = plain(status=503)

    error = refusal(server, plain(b"<p>"), is_page=True)

    assert (error.outcome, [seen.path for seen in server.seen]) == (Outcome.LATER, ["/robots.txt"] * 3)


def test_host_that_is_not_there_is_told(server: BoardServer) -> None:
    address = server.address("/jobs")
    server.server_close()

    with fetcher_for(server) as fetcher, pytest.raises(FetchError, match="cannot be reached") as refused:
        fetcher.fetch(address)

    assert refused.value.outcome is Outcome.UNREACHABLE


def test_server_without_a_certificate_is_not_believed(server: BoardServer) -> None:
    address = server.address("/jobs").replace("http:", "https:")

    with fetcher_for(server, limits=QUICK) as fetcher, pytest.raises(FetchError) as refused:
        fetcher.fetch(address)

    assert (refused.value.outcome, server.seen) == (Outcome.UNREACHABLE, [])


def test_address_httpx_cannot_read_is_refused(
    server: BoardServer, fetcher: WebFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise httpx.InvalidURL("never mind why")

    monkeypatch.setattr(fetcher._http, "stream", refuse)

    with pytest.raises(FetchError, match="cannot be asked") as refused:
        fetcher.fetch(server.address("/jobs"))

    assert refused.value.outcome is Outcome.ADDRESS


def test_fetcher_of_the_program_asks_the_public_web_only(server: BoardServer) -> None:
    with WebFetcher(resolve=lambda *_: ["127.0.0.1"]) as fetcher:
        for address in (f"http://127.0.0.1:{server.port}/", "http://127.0.0.1/", "http://jobs.example.com/"):
            with pytest.raises(FetchError) as refused:
                fetcher.fetch(address)
            assert refused.value.outcome is Outcome.ADDRESS

    assert server.seen == []
