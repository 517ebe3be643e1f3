"""A board is read page by page, to the end and no further."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.openings.board_paging import (
    LISTINGS,
    Page,
    is_one_answer,
    most_pages,
    page_of,
    position,
)
from unrut.importers.openings.board_requests import PAGE, Board, Request
from unrut.importers.openings.boards import board_of

pytestmark = pytest.mark.unit

SMART = "https://jobs.smartrecruiters.com/Acme"
WORKDAY = "https://acme.wd5.myworkdayjobs.com/Careers"
ORACLE = "https://acme.fa.em2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1"
EIGHTFOLD = "https://acme.eightfold.ai/careers?domain=acme.org"
PHENOM = "https://careers.acme.example.com/global/en/search-results"
ICIMS = "https://careers-acme.icims.com/jobs/search"
JOIN = "https://join.com/companies/acme"


def board_at(address: str) -> Board:
    board = board_of(address)
    assert board is not None
    return board


def page(address: str, content: Any, request: Request | None = None) -> Page:
    board = board_at(address)
    answer = content if isinstance(content, bytes) else json.dumps(content).encode()
    return page_of(board, request or board.first, answer)


def following(address: str, content: Any, request: Request | None = None) -> str:
    """What the next request differs in: its query, or its body."""
    found = page(address, content, request).following
    return "" if found is None else found.body or found.address.partition("?")[2]


def test_openings_of_a_single_answer_are_counted() -> None:
    assert page("https://boards.greenhouse.io/acme", {"jobs": [1, 2]}) == Page(2)
    assert page("https://jobs.lever.co/acme", [{}, {}, {}]) == Page(3)
    assert page("https://acme.bamboohr.com", {"result": [1], "meta": {"totalCount": 4}}) == Page(1, 4)


@pytest.mark.parametrize(
    ("address", "content"),
    [
        ("https://boards.greenhouse.io/acme", {"jobs": []}),
        ("https://jobs.lever.co/acme", []),
        (ORACLE, {"items": [{"requisitionList": [], "TotalJobsCount": 0}]}),
        (WORKDAY, {"total": 0, "jobPostings": []}),
        ("https://acme.jobs.personio.de", b"<?xml version='1.0'?><workzag-jobs></workzag-jobs>"),
        ("https://www.governmentjobs.com/careers/acme", b"<rss><channel></channel></rss>"),
        (ICIMS, b"<div class='iCIMS_MainWrapper'>Nothing open</div>"),
        (JOIN, b'<script id="__NEXT_DATA__">{}</script>'),
    ],
)
def test_empty_board_is_known_as_one(address: str, content: Any) -> None:
    assert page(address, content) == Page(0)


@pytest.mark.parametrize(
    ("address", "content"),
    [
        ("https://boards.greenhouse.io/acme", b"<html>We are doing some work here</html>"),
        ("https://boards.greenhouse.io/acme", {"error": "busy"}),
        ("https://boards.greenhouse.io/acme", {"jobs": None}),
        ("https://boards.greenhouse.io/acme", []),
        ("https://boards.greenhouse.io/acme", b'{"jobs": ['),
        ("https://boards.greenhouse.io/acme", b"[" * 100_000),
        ("https://jobs.lever.co/acme", {"ok": False}),
        (ORACLE, {"items": []}),
        (ICIMS, b"<html>We are doing some work here</html>"),
        ("https://acme.example.com/jobs", {"jobs": []}),
    ],
)
def test_answer_of_another_kind_is_not_taken_for_an_empty_board(address: str, content: Any) -> None:
    assert page(address, content) == Page(None)


def test_offset_goes_on_by_what_was_listed() -> None:
    request = Request("https://api.smartrecruiters.com/v1/companies/Acme/postings?limit=100&offset=100")

    first = following(SMART, {"content": [1] * 100, "totalFound": 250})
    second = following(SMART, {"content": [1] * 100, "totalFound": 250}, request)
    last = following(SMART, {"content": [1] * 50, "totalFound": 150}, request)

    assert (first, second, last) == ("limit=100&offset=100", "limit=100&offset=200", "")


def test_offset_in_the_body_goes_on_where_only_the_first_page_knows_the_total() -> None:
    first = following(WORKDAY, {"total": 25, "jobPostings": [1] * 20})
    request = Request("https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/Careers/jobs", first)

    assert json.loads(first) == {"appliedFacets": {}, "limit": 20, "offset": 20, "searchText": ""}
    assert following(WORKDAY, {"total": 25, "jobPostings": [1] * 5}, request) == ""
    assert json.loads(following(WORKDAY, {"total": 0, "jobPostings": [1] * 5}, request))["offset"] == 25
    assert following(WORKDAY, {"total": 0, "jobPostings": []}, request) == ""


def test_offset_of_oracle_goes_on_within_its_finder() -> None:
    told = following(ORACLE, {"items": [{"requisitionList": [1] * 100, "TotalJobsCount": 130}]})

    assert told.replace("offset=100", "offset=0") == board_at(ORACLE).first.address.partition("?")[2]


def test_start_goes_on_by_what_was_listed() -> None:
    assert following(EIGHTFOLD, {"positions": [1] * 10, "count": 12}) == "domain=acme.org&start=10&num=100"
    assert following(EIGHTFOLD, {"positions": [1] * 12, "count": 12}) == ""


def test_page_of_phenom_goes_on_by_what_it_shows() -> None:
    shown = b'phApp.ddo = {"totalHits":3,"jobs":[{"jobSeqNo":"A1"},{"jobSeqNo":"A2"},{"jobSeqNo":"A2"}]}'
    board = board_at(PHENOM)

    found = page_of(board, board.first, shown)

    assert (found.count, found.total) == (2, 3)
    assert found.following == Request(f"{PHENOM}?from=2&s=1", is_page=True)


@pytest.mark.parametrize(
    ("address", "content", "query"),
    [
        (ICIMS, b'<a href="/jobs/12/nurse/job">iCIMS', "ss=1&in_iframe=1&pr=1"),
        (JOIN, b'<script id="__NEXT_DATA__">{"idParam":"12-nurse"}', "page=2"),
        ("https://jobs.jobvite.com/acme", b'jobvite <a href="/acme/job/oAbCdEfG">', "p=1"),
        ("https://www.themuse.com/search?level=Entry", {"results": [1]}, "page=1&level=Entry"),
        ("https://www.arbeitnow.com/", {"data": [1]}, "page=2"),
        ("https://himalayas.app/jobs", {"jobs": [1] * 20, "totalCount": 50}, "limit=20&offset=20"),
    ],
)
def test_next_page_is_asked_for(address: str, content: Any, query: str) -> None:
    assert following(address, content) == query


def test_page_for_people_stays_one() -> None:
    found = page(ICIMS, b'<a href="/jobs/12/nurse/job">').following

    assert found is not None
    assert found.is_page


@pytest.mark.parametrize("total", [None, "many", -1, 0, True, 1.5, [1]])
def test_total_that_is_none_does_not_count(total: Any) -> None:
    assert page(SMART, {"content": [1], "totalFound": total}).total is None


def test_pages_of_a_board_have_an_end() -> None:
    assert [most_pages(board_at(address)) for address in (WORKDAY, "https://himalayas.app/jobs")] == [100, 25]
    assert most_pages(Board(PAGE, "", Request(""))) == 1


def test_only_boards_told_in_one_answer_can_be_unchanged() -> None:
    several = {name for name in LISTINGS if not is_one_answer(Board(name, "", Request("")))}

    assert several >= {
        "smartrecruiters",
        "workday",
        "oracle",
        "eightfold",
        "icims",
        "phenom",
        "bamboohr",
        "rippling",
    }
    assert not several & {"greenhouse", "lever", "ashby", "personio", "workable", "recruitee"}
    assert is_one_answer(Board(PAGE, "", Request("")))


def test_position_is_where_a_request_begins() -> None:
    requests = (
        Request("https://a.example.com/?start=30"),
        Request("https://a.example.com/x?a=b&from=7"),
        Request("x", '{"offset": 5}'),
        Request("x"),
    )

    assert [position(request) for request in requests] == [30, 7, 5, 0]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "items jobs content data total count totalFound requisitionList result meta".split()
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)


@given(
    st.sampled_from(sorted(LISTINGS)),
    st.binary(max_size=50) | JSON.map(lambda value: json.dumps(value).encode()),
)
def test_page_of_any_answer_is_read(name: str, content: bytes) -> None:
    request = Request(
        "https://a.example.com/?offset=0&page=1&pr=0&p=0", '{"offset": 0}' if name == "workday" else ""
    )

    found = page_of(Board(name, "", request), request, content)

    assert found.following is None or found.count


RECORDED = Path(__file__).resolve().parents[4] / "../shared/data/ats"


@pytest.mark.skipif(not RECORDED.exists(), reason="needs the recorded answers of ../shared/data/ats")
@pytest.mark.parametrize(
    "name",
    [
        "bamboohr.json",
        "icims.html",
        "jobvite.html",
        "hrmdirect.html",
        "paylocity.html",
        "phenom.html",
        "personio.xml",
        "neogov.xml",
        "workday.json",
        "oracle_orc.json",
    ],
)
def test_openings_of_a_recorded_answer_are_counted(name: str) -> None:
    request = Request(
        "https://a.example.com/?offset=0&from=0&page=0&pr=0&p=0",
        '{"offset": 0}' if name == "workday.json" else "",
    )

    found = page_of(
        Board(name.partition(".")[0].removesuffix("_orc"), "", request),
        request,
        (RECORDED / name).read_bytes(),
    )

    assert found.count
