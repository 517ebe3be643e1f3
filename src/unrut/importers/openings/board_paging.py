"""How a board goes on after a page, how many openings it says it has, and how an empty one looks."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from unrut.importers.openings.board_details import has_details
from unrut.importers.openings.board_requests import Board, Request
from unrut.importers.text_tools import is_json, is_number

MOST_PAGES, FEW_PAGES = 100, 25
Path = tuple[str | int, ...]
Step = Callable[[Request, int], Request]

OFFSET = re.compile(r"offset=([0-9]{1,9})")
START = re.compile(r"[?&](?:from|start)=([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Listing:
    """Where the openings stand in an answer, the total it states, and how to ask for those that follow.

    In a page for people they are counted by a pattern, and `hallmark` shows that it is such a page at all.
    """

    entries: Path | re.Pattern[bytes]
    total: Path | re.Pattern[bytes] | None = None
    step: Step | None = None
    hallmark: bytes = b""
    most: int = MOST_PAGES


@dataclass(frozen=True, slots=True)
class Page:
    """What an answer of a board holds: its openings counted (None where it is no such answer), and what follows."""

    count: int | None = None
    total: int | None = None
    following: Request | None = None


def page_of(board: Board, request: Request, content: bytes) -> Page:
    """How many openings an answer lists, how many the board says it has, and the request for the next ones."""
    listing = LISTINGS.get(board.format)
    if listing is None:
        return Page()
    value = _value(content)
    count, total = _count(listing, value, content), _total(listing, value, content)
    is_last = not count or (total is not None and position(request) + count >= total)
    return Page(count, total, None if is_last or listing.step is None else listing.step(request, count or 0))


def most_pages(board: Board) -> int:
    """How many pages of a board are read; those of many companies have no end that anybody waits for."""
    listing = LISTINGS.get(board.format)
    return listing.most if listing else 1


def is_one_answer(board: Board) -> bool:
    """Whether one answer tells everything, so that an unchanged one means an unchanged board."""
    listing = LISTINGS.get(board.format)
    return listing is None or (listing.step is None and not has_details(board))


def position(request: Request) -> int:
    """How many openings stand before those that a request asks for, where it says so."""
    found = OFFSET.search(request.address) or START.search(request.address)
    if found:
        return int(found[1])
    return int(json.loads(request.body)["offset"]) if request.body else 0


def _value(content: bytes) -> Any:
    """The value of a JSON answer; None where it is none."""
    if not is_json(content):
        return None
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def _count(listing: Listing, value: Any, content: bytes) -> int | None:
    """The openings of an answer; None where it has no place for them."""
    if isinstance(listing.entries, re.Pattern):
        found = set(listing.entries.findall(content))
        return len(found) if found or listing.hallmark in content else None
    entries = _at(value, listing.entries)
    return len(entries) if isinstance(entries, list) else None


def _total(listing: Listing, value: Any, content: bytes) -> int | None:
    if isinstance(listing.total, re.Pattern):
        stated = listing.total.search(content)
        return int(stated[1]) if stated else None
    number = _at(value, listing.total) if listing.total else None
    return number if isinstance(number, int) and is_number(number) and number > 0 else None


def _at(value: Any, path: Path) -> Any:
    for name in path:
        if isinstance(name, int):
            value = value[name] if isinstance(value, list) and name < len(value) else None
        else:
            value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _with(address: str, name: str, value: int) -> str:
    parts = urlsplit(address)
    query = {**dict(parse_qsl(parts.query)), name: str(value)}
    return urlunsplit(parts._replace(query=urlencode(query)))


def _by_count(name: str) -> Step:
    """The parameter counts openings."""

    def step(request: Request, count: int) -> Request:
        following = position(request) + count
        return Request(_with(request.address, name, following), is_page=request.is_page)

    return step


def _by_page(name: str) -> Step:
    """The parameter counts pages."""

    def step(request: Request, count: int) -> Request:
        del count
        now = dict(parse_qsl(urlsplit(request.address).query)).get(name, "0")
        return Request(_with(request.address, name, int(now) + 1), is_page=request.is_page)

    return step


def _in_body(request: Request, count: int) -> Request:
    return Request(
        request.address, json.dumps({**json.loads(request.body), "offset": position(request) + count})
    )


def _in_finder(request: Request, count: int) -> Request:
    """Oracle keeps the offset among other things in one parameter."""
    return Request(OFFSET.sub(f"offset={position(request) + count}", request.address, count=1))


LISTINGS: Mapping[str, Listing] = {
    "greenhouse": Listing(("jobs",)),
    "lever": Listing(()),
    "ashby": Listing(("jobs",)),
    "smartrecruiters": Listing(("content",), ("totalFound",), _by_count("offset")),
    "workable": Listing(("jobs",)),
    "recruitee": Listing(("offers",)),
    "personio": Listing(re.compile(rb"<position[\s>]"), hallmark=b"<workzag-jobs"),
    "teamtailor": Listing(("items",)),
    "pinpoint": Listing(("data",)),
    "bamboohr": Listing(("result",), ("meta", "totalCount")),
    "rippling": Listing(()),
    "workday": Listing(("jobPostings",), ("total",), _in_body),
    "oracle": Listing(("items", 0, "requisitionList"), ("items", 0, "TotalJobsCount"), _in_finder),
    "eightfold": Listing(("positions",), ("count",), _by_count("start")),
    "icims": Listing(re.compile(rb"/jobs/([0-9]{1,12})/"), step=_by_page("pr"), hallmark=b"iCIMS"),
    "jobvite": Listing(re.compile(rb"/job/(o[A-Za-z0-9]{6,12})\b"), step=_by_page("p"), hallmark=b"jobvite"),
    "paylocity": Listing(re.compile(rb'"JobId":\s?([0-9]{1,12})'), hallmark=b"pageData"),
    "phenom": Listing(
        re.compile(rb'"jobSeqNo":\s?"([^"]{1,100})"'),
        re.compile(rb'"totalHits":\s?([0-9]{1,9})'),
        _by_count("from"),
        hallmark=b"phApp.ddo",
    ),
    "neogov": Listing(re.compile(rb"<item[\s>]"), hallmark=b"<rss"),
    "hrmdirect": Listing(re.compile(rb"[?&;]req=([0-9]{1,12})"), hallmark=b"job-openings"),
    "breezy": Listing(()),
    "joincom": Listing(
        re.compile(rb'"idParam":\s?"([^"]{1,100})"'), step=_by_page("page"), hallmark=b"__NEXT_DATA__"
    ),
    "hackernews": Listing(("children",)),
    "remotive": Listing(("jobs",)),
    "remoteok": Listing(()),
    "himalayas": Listing(("jobs",), ("totalCount",), _by_count("offset"), most=FEW_PAGES),
    "jobicy": Listing(("jobs",)),
    "themuse": Listing(("results",), step=_by_page("page"), most=FEW_PAGES),
    "arbeitnow": Listing(("data",), step=_by_page("page"), most=FEW_PAGES),
}
