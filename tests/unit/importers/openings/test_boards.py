"""What a person typed leads to the board they mean, and to requests that read it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.openings.board_paging import LISTINGS
from unrut.importers.openings.board_requests import PAGE, Board, Request
from unrut.importers.openings.boards import (
    MOST_LINKS,
    UnwatchableError,
    asks_to_sign_in,
    board_in,
    board_of,
    candidates,
    company_of,
)

pytestmark = pytest.mark.unit

GREENHOUSE = (
    "greenhouse",
    "https://boards.greenhouse.io/acme",
    "https://boards-api.greenhouse.io/v1/boards/acme/jobs?content=true",
)
LEVER = ("lever", "https://jobs.lever.co/acme", "https://api.lever.co/v0/postings/acme?mode=json")
LEVER_EU = ("lever", "https://jobs.eu.lever.co/acme", "https://api.eu.lever.co/v0/postings/acme?mode=json")
ASHBY = (
    "ashby",
    "https://jobs.ashbyhq.com/Acme%20Works",
    "https://api.ashbyhq.com/posting-api/job-board/Acme%20Works?includeCompensation=true",
)
SMART = (
    "smartrecruiters",
    "https://jobs.smartrecruiters.com/Acme",
    "https://api.smartrecruiters.com/v1/companies/Acme/postings?limit=100&offset=0",
)
WORKABLE = (
    "workable",
    "https://apply.workable.com/acme",
    "https://apply.workable.com/api/v1/widget/accounts/acme?details=true",
)
RIPPLING = (
    "rippling",
    "https://ats.rippling.com/acme/jobs",
    "https://api.rippling.com/platform/api/ats/v1/board/acme/jobs",
)
WORKDAY = (
    "workday",
    "https://acme.wd5.myworkdayjobs.com/Careers",
    "https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/Careers/jobs",
)
WORKDAY_SITE = (
    "workday",
    "https://wd1.myworkdaysite.com/recruiting/acme/Careers",
    "https://wd1.myworkdaysite.com/wday/cxs/acme/Careers/jobs",
)
NEOGOV = (
    "neogov",
    "https://www.governmentjobs.com/careers/acme",
    "https://www.governmentjobs.com/SearchEngine/JobsFeed?agency=acme",
)
JOBVITE = ("jobvite", "https://jobs.jobvite.com/acme", "https://jobs.jobvite.com/acme/search?p=0")
NEWS = ("hackernews", "https://news.ycombinator.com/item?id=4242", "https://hn.algolia.com/api/v1/items/4242")
ORACLE = (
    "oracle",
    "https://acme.fa.em2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1",
    (
        "https://acme.fa.em2.oraclecloud.com/hcmRestApi/resources/latest/recruitingCEJobRequisitions?onlyData=true"
        "&expand=requisitionList.secondaryLocations&finder=findReqs;siteNumber=CX_1,facetsList=LOCATIONS;WORK_LOCATIONS;"
        "WORKPLACE_TYPES;TITLES;CATEGORIES;ORGANIZATIONS;POSTING_DATES;FLEX_FIELDS,limit=100,offset=0,sortBy=POSTING_DATES_DESC"
    ),
)
PAYLOCITY = "https://recruiting.paylocity.com/recruiting/jobs/All/00000000-aaaa-bbbb-cccc-000000000000"


def own(format_: str, host: str, path: str) -> tuple[str, str, str]:
    return format_, f"https://{host}/", f"https://{host}{path}"


KNOWN = [
    ("boards.greenhouse.io/Acme/jobs/4242?gh_jid=4242", GREENHOUSE),
    ("https://job-boards.greenhouse.io/acme", GREENHOUSE),
    ("https://job-boards.eu.greenhouse.io/acme?error=true", GREENHOUSE),
    ("https://boards.greenhouse.io/embed/job_board/js?for=acme&b=x", GREENHOUSE),
    ("https://boards.greenhouse.io/embed/job_app?token=1&for=acme", GREENHOUSE),
    ("https://boards-api.greenhouse.io/v1/boards/acme/jobs/1", GREENHOUSE),
    ("https://jobs.lever.co/acme/0000-1111/apply?lever-source=x", LEVER),
    ("https://api.lever.co/v0/postings/acme", LEVER),
    ("HTTPS://JOBS.EU.LEVER.CO/acme", LEVER_EU),
    ("https://jobs.ashbyhq.com/Acme%20Works/0000", ASHBY),
    ("https://api.ashbyhq.com/posting-api/job-board/Acme%20Works", ASHBY),
    ("https://careers.smartrecruiters.com/Acme/", SMART),
    ("https://api.smartrecruiters.com/v1/companies/Acme/postings/1", SMART),
    ("https://apply.workable.com/Acme/j/AB12CD/", WORKABLE),
    ("https://apply.workable.com/api/v1/widget/accounts/acme", WORKABLE),
    ("https://acme.workable.com/jobs/12", WORKABLE),
    ("https://ats.rippling.com/en-GB/acme/jobs/0000", RIPPLING),
    ("https://ats.rippling.com/api/v2/board/acme/jobs", RIPPLING),
    ("https://api.rippling.com/platform/api/ats/v1/board/acme/jobs", RIPPLING),
    ("https://acme.wd5.myworkdayjobs.com/en-US/Careers/job/Berlin/Nurse_R1", WORKDAY),
    ("https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/Careers/jobs", WORKDAY),
    ("https://wd1.myworkdaysite.com/en-US/recruiting/acme/Careers/job/1", WORKDAY_SITE),
    ("https://www.governmentjobs.com/careers/Acme/jobs/1", NEOGOV),
    ("https://agency.governmentjobs.com/careers/acme", NEOGOV),
    ("https://www.governmentjobs.com/SearchEngine/JobsFeed?agency=acme", NEOGOV),
    ("https://jobs.jobvite.com/careers/acme/jobs", JOBVITE),
    ("https://jobs.jobvite.com/acme/job/oAbCdEfG", JOBVITE),
    ("https://news.ycombinator.com/item?id=4242", NEWS),
    ("https://hn.algolia.com/api/v1/items/4242", NEWS),
    ("https://acme.fa.em2.oraclecloud.com/hcmUI/CandidateExperience/de/sites/CX_1/job/12", ORACLE),
    (ORACLE[2], ORACLE),
    ("https://acme.recruitee.com/o/nurse", own("recruitee", "acme.recruitee.com", "/api/offers/")),
    ("https://acme.jobs.personio.de/job/1", own("personio", "acme.jobs.personio.de", "/xml")),
    ("https://acme.jobs.personio.com", own("personio", "acme.jobs.personio.com", "/xml")),
    ("https://acme.na.teamtailor.com/jobs", own("teamtailor", "acme.na.teamtailor.com", "/jobs.json")),
    ("https://career.teamtailor.com/jobs", own("teamtailor", "career.teamtailor.com", "/jobs.json")),
    ("https://acme.pinpointhq.com/en", own("pinpoint", "acme.pinpointhq.com", "/postings.json")),
    ("https://acme.bamboohr.com/careers/12", own("bamboohr", "acme.bamboohr.com", "/careers/list")),
    ("https://acme.breezy.hr/p/0000", own("breezy", "acme.breezy.hr", "/json")),
    (
        "https://acme.hrmdirect.com/employment",
        own("hrmdirect", "acme.hrmdirect.com", "/employment/job-openings.php?search=true"),
    ),
    (
        "https://acme.eightfold.ai/careers?domain=acme.org&pid=1",
        (
            "eightfold",
            "https://acme.eightfold.ai/careers?domain=acme.org",
            "https://acme.eightfold.ai/api/apply/v2/jobs?domain=acme.org&start=0&num=100",
        ),
    ),
    (
        "https://acme.eightfold.ai/careers",
        (
            "eightfold",
            "https://acme.eightfold.ai/careers?domain=acme.com",
            "https://acme.eightfold.ai/api/apply/v2/jobs?domain=acme.com&start=0&num=100",
        ),
    ),
    (
        "https://careers-acme.icims.com/jobs/12/nurse/job",
        (
            "icims",
            "https://careers-acme.icims.com/jobs/search",
            "https://careers-acme.icims.com/jobs/search?ss=1&in_iframe=1&pr=0",
        ),
    ),
    (
        f"{PAYLOCITY.replace('recruiting/jobs', 'Recruiting/Jobs')}/Acme-Works",
        ("paylocity", PAYLOCITY, PAYLOCITY),
    ),
    (
        "https://careers.acme.example.com/global/en/search-results?keywords=nurse",
        (
            "phenom",
            "https://careers.acme.example.com/global/en/search-results",
            "https://careers.acme.example.com/global/en/search-results?from=0&s=1",
        ),
    ),
    (
        "https://www.schooljobs.com/careers/acme",
        (
            "neogov",
            "https://www.schooljobs.com/careers/acme",
            "https://www.schooljobs.com/SearchEngine/JobsFeed?agency=acme",
        ),
    ),
    (
        "https://join.com/companies/Acme/12-nurse",
        ("joincom", "https://join.com/companies/acme", "https://join.com/companies/acme?page=1"),
    ),
    (
        "https://remotive.com/remote-jobs?search=nurse&utm_source=x&category=design",
        (
            "remotive",
            "https://remotive.com/remote-jobs?category=design&search=nurse",
            "https://remotive.com/api/remote-jobs?category=design&search=nurse",
        ),
    ),
    (
        "https://remoteok.com/remote-design-jobs",
        ("remoteok", "https://remoteok.com/", "https://remoteok.com/api"),
    ),
    (
        "https://himalayas.app/jobs/nurse",
        ("himalayas", "https://himalayas.app/jobs", "https://himalayas.app/jobs/api?limit=20&offset=0"),
    ),
    (
        "https://jobicy.com/?tag=nurse",
        (
            "jobicy",
            "https://jobicy.com/jobs?tag=nurse",
            "https://jobicy.com/api/v2/remote-jobs?count=100&tag=nurse",
        ),
    ),
    (
        "https://www.themuse.com/search",
        ("themuse", "https://www.themuse.com/search", "https://www.themuse.com/api/public/jobs?page=0"),
    ),
    (
        "arbeitnow.com/jobs",
        ("arbeitnow", "https://www.arbeitnow.com/", "https://www.arbeitnow.com/api/job-board-api?page=1"),
    ),
]


@pytest.mark.parametrize(("typed", "meant"), KNOWN, ids=[typed[:60] for typed, _ in KNOWN])
def test_address_leads_to_its_board(typed: str, meant: tuple[str, str, str]) -> None:
    board = board_of(typed)

    assert board is not None
    assert (board.format, board.address, board.first.address) == meant


@pytest.mark.parametrize("typed", [typed for typed, _ in KNOWN])
def test_address_of_a_board_leads_to_the_same_board(typed: str) -> None:
    board = board_of(typed)

    assert board is not None
    again = board_of(board.address)
    assert again is not None
    assert replace(again, company=board.company) == board


def test_every_known_format_is_met_in_these_tests() -> None:
    assert {meant[0] for _, meant in KNOWN} == set(LISTINGS)


@pytest.mark.parametrize(
    "typed",
    [
        "https://boards.greenhouse.io/",
        "https://boards.greenhouse.io/embed/job_board",
        "https://apply.workable.com/j/AB12CD",
        "https://www.workable.com/",
        "https://www.recruitee.com/",
        "https://app.teamtailor.com/",
        "https://jobs.jobvite.com/",
        "https://acme.wd5.myworkdayjobs.com/en-US/",
        "https://acme.wd5.myworkdayjobs.com/wday/cxs/acme",
        "https://wd1.myworkdaysite.com/recruiting/",
        "https://acme.fa.em2.oraclecloud.com/hcmUI/",
        "https://www.eightfold.ai/",
        "https://acme.eightfold.ai/careers?domain=a%20b",
        "https://www.icims.com/",
        "https://recruiting.paylocity.com/recruiting/jobs/All/acme",
        "https://www.governmentjobs.com/",
        "https://join.com/",
        "https://news.ycombinator.com/newest",
        "https://boards.greenhouse.io/%20",
        "https://boards.greenhouse.io:8080/acme",
        "https://acme.example.com/careers",
    ],
)
def test_address_that_names_no_company_of_a_vendor_is_a_page(typed: str) -> None:
    assert board_of(typed) == Board(PAGE, typed, Request(typed, is_page=True))


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("acme.example.com", "https://acme.example.com/"),
        (" http://Acme.Example.com/Careers#open ", "http://acme.example.com/Careers"),
        (
            "https://acme.example.com/?rss&utm_source=a&b=c%20d&gh_src=1",
            "https://acme.example.com/?rss&b=c%20d",
        ),
        ("acme.example.com:443/jobs", "https://acme.example.com:443/jobs"),
        ("8.8.8.8/jobs", "https://8.8.8.8/jobs"),
    ],
)
def test_same_page_is_one_board_however_it_is_typed(typed: str, address: str) -> None:
    assert board_of(typed) == Board(PAGE, address, Request(address, is_page=True))


@pytest.mark.parametrize(
    "typed", ["Acme", "Acme Robotics GmbH", "Müller & Söhne", "A. Miller", "St. Mary's", "acme .com"]
)
def test_name_of_a_company_is_no_address(typed: str) -> None:
    assert board_of(typed) is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (" ", "Nothing was named"),
        ("x" * 2001, "more than 2,000 characters"),
        (
            "https://www.linkedin.com/company/acme/jobs",
            "LinkedIn shows its openings to people, not to programs",
        ),
        ("de.indeed.com/jobs?q=nurse", "Indeed shows"),
        ("https://www.glassdoor.co.uk/Job", "Glassdoor shows"),
        ("https://www.adzuna.de/search", "Adzuna answers only programs with a key"),
        ("https://data.usajobs.gov/api/search", "USAJOBS answers only"),
        ("https://acme.example.com/login?next=/jobs", "for signing in"),
        ("https://jobs.lever.co/login", "for signing in"),
        ("https://accounts.google.com/", "for signing in"),
        ("ftp://acme.example.com/", "cannot be read as an address"),
        ("javascript://acme.example.com/%0aalert(1)", "cannot be read as an address"),
        ("https:///jobs", "cannot be read as an address"),
        ("https://[::1", "cannot be read as an address"),
        ("https://acme.example.com:port/", "cannot be read as an address"),
        ("acme.example.com:999999/", "cannot be read as an address"),
        ("https://me:word@acme.example.com/", "cannot be read as an address"),
        ("https://acme.example.com\\@inside/", "cannot be read as an address"),
        ("https://acme.example.com/a b", "cannot be read as an address"),
        ("https://acme.example.com/\u202ea", "cannot be read as an address"),
    ],
)
def test_address_that_cannot_be_watched_is_refused(typed: str, why: str) -> None:
    with pytest.raises(UnwatchableError, match=why):
        board_of(typed)


@pytest.mark.parametrize("host", ["unlinkedin.com", "indeed.acme.example.com", "com"])
def test_site_that_only_sounds_alike_is_not_refused(host: str) -> None:
    board = board_of(f"https://{host}/")

    assert board is not None
    assert board.format == PAGE


@given(st.text(max_size=60) | st.text("/:.@?#[]\\ab%&= ", max_size=40).map("https://".__add__))
def test_anything_typed_is_a_board_a_name_or_refused(typed: str) -> None:
    try:
        board = board_of(typed)
    except UnwatchableError:
        return

    assert board is None or board_of(board.address) == board


@pytest.mark.parametrize(
    ("typed", "name"), [(" Acme\n Robotics ", "Acme Robotics"), ("株式会社", "株式会社"), ("3M", "3M")]
)
def test_name_of_a_company_is_kept_as_typed(typed: str, name: str) -> None:
    assert company_of(typed) == name


@pytest.mark.parametrize("typed", ["...", "", "x" * 101])
def test_what_can_be_no_company_is_refused(typed: str) -> None:
    with pytest.raises(UnwatchableError, match="can be no company"):
        company_of(typed)


@pytest.mark.parametrize(
    ("company", "slugs"),
    [
        ("Acme", ["acme"]),
        ("Acme Robotics, Inc.", ["acmerobotics", "acme-robotics"]),
        ("Größe & Söhne GmbH & Co. KG", ["grossesohne", "grosse-sohne"]),
        ("Co", ["co"]),
        ("株式会社", []),
    ],
)
def test_company_may_have_these_boards(company: str, slugs: list[str]) -> None:
    found = candidates(company)

    greenhouse = [board.address for board in found if board.format == "greenhouse"]
    assert greenhouse == [f"https://boards.greenhouse.io/{slug}" for slug in slugs]
    assert (len(found), any(board.first.is_page for board in found)) == (12 * len(slugs), False)


def test_company_called_like_a_part_of_an_address_has_fewer_boards() -> None:
    found = candidates("Jobs Ltd")

    assert all(board_of(board.address) == board for board in found)
    assert "greenhouse" not in {board.format for board in found}


@pytest.mark.parametrize(
    "html",
    [
        b'<script src="https://boards.greenhouse.io/embed/job_board/js?for=acme"></script>',
        b"<a href='//boards.greenhouse.io/acme/jobs/1?a=b&amp;c=d'>Nurse</a><a href='https://boards.greenhouse.io/acme'>",
        b'{"url": "https://job-boards.greenhouse.io/acme", "other": "https://acme.example.com/about"}',
        b'<a href="https://boards.greenhouse.io/acme/"> <a href="https://news.ycombinator.com/item?id=1">',
    ],
)
def test_page_names_the_board_of_its_company(html: bytes) -> None:
    board = board_in(html)

    assert board is not None
    assert (board.format, board.address) == GREENHOUSE[:2]


@pytest.mark.parametrize(
    "html",
    [
        b"",
        b"<p>We are hiring: jobs@acme.example.com</p>",
        b'<a href="https://boards.greenhouse.io/acme"><a href="https://jobs.lever.co/other">',
        b'<a href="https://static.recruitee.com/logo.png">',
        b'<a href="//a.example.com/x">' * MOST_LINKS + b'<a href="https://jobs.lever.co/acme">',
    ],
)
def test_page_that_names_no_board_or_several_names_none(html: bytes) -> None:
    assert board_in(html) is None


@pytest.mark.parametrize("piece", [b"/", b"//", b"//a.", b"//a.bc/", b"https://", b"//aaaaa/?", b" ", b'"//'])
def test_page_without_sense_is_read_through(piece: bytes) -> None:
    assert board_in(piece * (1_000_000 // len(piece))) is None


@pytest.mark.parametrize(
    ("address", "asks"),
    [
        ("https://acme.example.com/login", True),
        ("https://acme.example.com/de/Sign-In?next=/jobs", True),
        ("https://acme.example.com/sso/saml2", True),
        ("https://login.microsoftonline.com/x", True),
        ("https://acme.example.com/jobs/login-page-designer", False),
        ("https://acme.example.com/jobs", False),
        ("https://[oops", False),
    ],
)
def test_page_for_signing_in_is_known_by_its_address(address: str, asks: bool) -> None:
    assert asks_to_sign_in(address) is asks
