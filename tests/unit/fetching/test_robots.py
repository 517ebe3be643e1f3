"""What a site asks of programs is heeded, and asked for once."""

import pytest

from unrut.fetching.addresses import web_address
from unrut.fetching.contract import FetchError, Outcome
from unrut.fetching.robots import LARGEST_ROBOTS, Robots

pytestmark = pytest.mark.unit

PAGE = web_address("https://jobs.example.com/openings?page=1")


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"User-agent: *\nDisallow: /private\n",
        b"User-agent: *\nDisallow: /\n\nUser-agent: unrut\nAllow: /\n",
        b"User-agent: other\nDisallow: /\n",
        b"<html>There is no such page</html>",
        b"\xff\xfe\x00 none of this is text",
        b"#" * LARGEST_ROBOTS + b"\nUser-agent: *\nDisallow: /\n",
    ],
)
def test_page_that_is_not_forbidden_is_allowed(text: bytes) -> None:
    assert Robots(lambda _: text).check(PAGE) is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize("text", [b"User-agent: *\nDisallow: /", b"user-agent: UNRUT\ndisallow: /openings\n"])
def test_page_that_is_forbidden_is_left_alone(text: bytes) -> None:
    with pytest.raises(
        FetchError, match=r"asks programs to stay away from this page \(robots.txt\)"
    ) as refused:
        Robots(lambda _: text).check(PAGE)

    assert refused.value.outcome is Outcome.ROBOTS


def test_rules_are_asked_for_once_a_site() -> None:
    asked: list[str] = []
    robots = Robots(lambda address: asked.append(address) or b"")  # type: ignore[func-returns-value]

    for address in (
        PAGE,
        PAGE,
        web_address("https://other.example.com/"),
        web_address("http://jobs.example.com/"),
    ):
        robots.check(address)

    assert asked == [
        "https://jobs.example.com/robots.txt",
        "https://other.example.com/robots.txt",
        "http://jobs.example.com/robots.txt",
    ]


def failing(outcome: Outcome) -> Robots:
    def fail(address: str) -> bytes:
        raise FetchError(outcome, f"Nothing at {address}.", after=90)

    return Robots(fail)


@pytest.mark.parametrize("outcome", [Outcome.MISSING, Outcome.CLOSED])
def test_site_without_rules_allows_all(outcome: Outcome) -> None:
    assert failing(outcome).check(PAGE) is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize("outcome", [Outcome.LATER, Outcome.BROKEN, Outcome.LARGE, Outcome.KIND])
def test_site_that_cannot_say_its_rules_forbids_all_for_now(outcome: Outcome) -> None:
    with pytest.raises(FetchError, match="does not say now what programs may read") as refused:
        failing(outcome).check(PAGE)

    assert (refused.value.outcome, refused.value.after) == (Outcome.LATER, 90)


@pytest.mark.parametrize("outcome", [Outcome.ADDRESS, Outcome.UNREACHABLE, Outcome.SLOW])
def test_site_that_is_not_there_is_said_to_be_not_there(outcome: Outcome) -> None:
    with pytest.raises(FetchError, match="Nothing at https") as refused:
        failing(outcome).check(PAGE)

    assert refused.value.outcome is outcome
