"""From the address of a careers page to the board behind it: one function for each vendor, found by the host."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlencode

from unrut.importers.openings.board_requests import Board, Request

SLUG = re.compile(r"[^\W_](?:[\w.+&' -]{0,98}[\w.+&')-])?")
LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][a-zA-Z]{2,4})?")
NUMBER = re.compile(r"[0-9]{1,20}")
IDENTITY = re.compile(r"[0-9a-fA-F-]{32,36}")
SITE = re.compile(r"[A-Za-z0-9_.-]{1,100}")
# First parts of a path and of a host that name no company.
NO_SLUGS = frozenset("api embed v0 v1 v2 j jobs job search careers login oneclick-ui company en".split())
NO_TENANTS = frozenset(
    "www api app apply jobs careers help support blog status docs developers info go login static cdn assets images img "
    "media resources".split()
)

PER_PAGE = 100
WORKDAY_PAGE = 20
ORACLE_PAGE = 100
ALL_PLACES = (
    "LOCATIONS;WORK_LOCATIONS;WORKPLACE_TYPES;TITLES;CATEGORIES;ORGANIZATIONS;POSTING_DATES;FLEX_FIELDS"
)


@dataclass(frozen=True, slots=True)
class Place:
    """An address taken apart; `path` holds its parts without the slashes."""

    host: str
    path: tuple[str, ...]
    query: Mapping[str, str]

    def after(self, *names: str) -> str:
        """The part of the path behind these parts, which stand next to each other in any case; "" without."""
        lowered = tuple(part.lower() for part in self.path)
        for start in range(len(lowered) - len(names)):
            if lowered[start : start + len(names)] == names:
                return self.path[start + len(names)]
        return ""

    def part(self, number: int) -> str:
        """A part of the path by its number; "" where there is none."""
        return self.path[number] if number < len(self.path) else ""


def place_of(host: str, path: str, query: str) -> Place:
    """Take an address apart."""
    parts = tuple(unquote(part) for part in path.split("/") if part)
    return Place(host, parts, dict(parse_qsl(query, max_num_fields=100)))


def known_board(place: Place) -> Board | None:
    """The board of a known vendor behind an address; None where it is none, or names no company."""
    for host, read in _BY_HOST.items():
        if place.host == host:
            return read(place)
    for domain, read in _BY_DOMAIN.items():
        if place.host.endswith(f".{domain}"):
            return read(place)
    return _phenom(place)


def readable(slug: str) -> str:
    """The name of a company, as far as the address of its board tells it."""
    words = re.sub(r"[-_+]", " ", slug).split()
    return " ".join(word[0].upper() + word[1:] for word in words) if slug.islower() else " ".join(words)


def greenhouse(slug: str) -> Board:
    """The board of a company at Greenhouse; those in Europe are asked at the same address."""
    name = quote(slug.lower(), safe="")
    api = f"https://boards-api.greenhouse.io/v1/boards/{name}/jobs?content=true"
    return Board("greenhouse", f"https://boards.greenhouse.io/{name}", Request(api), readable(slug))


def lever(slug: str, *, region: str = "") -> Board:
    """The board of a company at Lever."""
    name = quote(slug.lower(), safe="")
    api = f"https://api.{region}lever.co/v0/postings/{name}?mode=json"
    return Board("lever", f"https://jobs.{region}lever.co/{name}", Request(api), readable(slug))


def ashby(slug: str) -> Board:
    """The board of a company at Ashby."""
    name = quote(slug, safe="")
    api = f"https://api.ashbyhq.com/posting-api/job-board/{name}?includeCompensation=true"
    return Board("ashby", f"https://jobs.ashbyhq.com/{name}", Request(api), readable(slug))


def smartrecruiters(slug: str) -> Board:
    """The board of a company at SmartRecruiters."""
    name = quote(slug, safe="")
    api = f"https://api.smartrecruiters.com/v1/companies/{name}/postings?limit={PER_PAGE}&offset=0"
    return Board("smartrecruiters", f"https://jobs.smartrecruiters.com/{name}", Request(api), readable(slug))


def workable(slug: str) -> Board:
    """The board of a company at Workable."""
    name = quote(slug.lower(), safe="")
    api = f"https://apply.workable.com/api/v1/widget/accounts/{name}?details=true"
    return Board("workable", f"https://apply.workable.com/{name}", Request(api), readable(slug))


def rippling(slug: str) -> Board:
    """The board of a company at Rippling."""
    name = quote(slug, safe="")
    api = f"https://api.rippling.com/platform/api/ats/v1/board/{name}/jobs"
    return Board("rippling", f"https://ats.rippling.com/{name}/jobs", Request(api), readable(slug))


def of_host(format_: str, host: str, path: str, *, is_page: bool = False) -> Board:
    """A board with a host of its own."""
    page = f"https://{host}/"
    return Board(
        format_, page, Request(f"https://{host}{path}", is_page=is_page), readable(host.partition(".")[0])
    )


def _slug(text: str) -> str:
    return text if SLUG.fullmatch(text) and text.lower() not in NO_SLUGS else ""


def _by_slug(make: Callable[[str], Board], slug: str) -> Board | None:
    return make(slug) if _slug(slug) else None


def _greenhouse(place: Place) -> Board | None:
    slug = place.query.get("for", "") if place.part(0) == "embed" else place.part(0)
    return _by_slug(greenhouse, place.after("v1", "boards") or slug)


def _lever(place: Place) -> Board | None:
    slug = _slug(place.after("v0", "postings") or place.part(0))
    return lever(slug, region="eu." if ".eu." in place.host else "") if slug else None


def _ashby(place: Place) -> Board | None:
    return _by_slug(ashby, place.after("posting-api", "job-board") or place.part(0))


def _smartrecruiters(place: Place) -> Board | None:
    return _by_slug(smartrecruiters, place.after("v1", "companies") or place.part(0))


def _workable(place: Place) -> Board | None:
    own = place.host.removesuffix(".workable.com")
    is_shared = own in NO_TENANTS
    return _by_slug(workable, place.after("accounts") or (place.part(0) if is_shared else own))


def _rippling(place: Place) -> Board | None:
    has_language = LANGUAGE.fullmatch(place.part(0)) and place.part(1) not in {"", "jobs"}
    parts = place.path[1:] if has_language else place.path
    named = place.after("v1", "board") or place.after("v2", "board")
    return _by_slug(rippling, named or (parts[0] if parts else ""))


def _tenant(format_: str, path: str, *, is_page: bool = False) -> Callable[[Place], Board | None]:
    """A vendor that gives each company a host of its own."""

    def read(place: Place) -> Board | None:
        labels = place.host.split(".")
        is_company = labels[0] not in NO_TENANTS and all(LABEL.fullmatch(label) for label in labels)
        return of_host(format_, place.host, path, is_page=is_page) if is_company else None

    return read


def _teamtailor(place: Place) -> Board | None:
    """Teamtailor's own board stands at a host that is no company's elsewhere."""
    is_own = place.host == "career.teamtailor.com"
    return of_host("teamtailor", place.host, "/jobs.json") if is_own else _BY_TEAMTAILOR(place)


def _workday(place: Place) -> Board | None:
    """The tenant stands in the host or, at the second domain, in the path."""
    parts = place.path[1:] if LANGUAGE.fullmatch(place.part(0)) else place.path
    if named := place.after("wday", "cxs"):
        tenant, site = named, place.after("wday", "cxs", named.lower())
    elif place.host.endswith(".myworkdaysite.com"):
        tenant = place.after("recruiting")
        site = place.after("recruiting", tenant.lower()) if tenant else ""
    else:
        tenant, site = place.host.partition(".")[0], parts[0] if parts else ""
    return (
        _workday_board(place.host, tenant, site) if SITE.fullmatch(tenant) and SITE.fullmatch(site) else None
    )


def _workday_board(host: str, tenant: str, site: str) -> Board:
    page = f"recruiting/{tenant}/{site}" if host.endswith(".myworkdaysite.com") else site
    body = json.dumps({"appliedFacets": {}, "limit": WORKDAY_PAGE, "offset": 0, "searchText": ""})
    first = Request(f"https://{host}/wday/cxs/{tenant}/{site}/jobs", body)
    return Board("workday", f"https://{host}/{page}", first, readable(tenant))


def _oracle(place: Place) -> Board | None:
    stated = re.search(r"siteNumber=([\w.-]{1,100})", place.query.get("finder", ""))
    site = place.after("sites") or (stated[1] if stated else "")
    if not SITE.fullmatch(site):
        return None
    finder = f"findReqs;siteNumber={site},facetsList={ALL_PLACES},limit={ORACLE_PAGE},offset=0,sortBy=POSTING_DATES_DESC"
    query = urlencode(
        {"onlyData": "true", "expand": "requisitionList.secondaryLocations", "finder": finder}, safe=";=,"
    )
    page = f"https://{place.host}/hcmUI/CandidateExperience/en/sites/{site}"
    api = f"https://{place.host}/hcmRestApi/resources/latest/recruitingCEJobRequisitions?{query}"
    return Board("oracle", page, Request(api))


def _eightfold(place: Place) -> Board | None:
    """The site wants to know the domain of the company; where the address names none, most have that of their name."""
    tenant = place.host.partition(".")[0]
    domain = place.query.get("domain", f"{tenant}.com").lower()
    if tenant in NO_TENANTS or not all(LABEL.fullmatch(label) for label in domain.split(".")):
        return None
    page = f"https://{place.host}/careers?domain={domain}"
    api = f"https://{place.host}/api/apply/v2/jobs?domain={domain}&start=0&num={PER_PAGE}"
    return Board("eightfold", page, Request(api), readable(tenant))


def _icims(place: Place) -> Board | None:
    label = place.host.partition(".")[0]
    if label in NO_TENANTS:
        return None
    address = f"https://{place.host}/jobs/search"
    first = Request(f"{address}?ss=1&in_iframe=1&pr=0", is_page=True)
    return Board("icims", address, first, readable(label.split("careers-")[-1]))


def _jobvite(place: Place) -> Board | None:
    slug = _slug(place.after("careers") or place.part(0))
    if not slug:
        return None
    page = f"https://jobs.jobvite.com/{quote(slug, safe='')}"
    return Board("jobvite", page, Request(f"{page}/search?p=0", is_page=True), readable(slug))


def _paylocity(place: Place) -> Board | None:
    identity = place.after("jobs", "all")
    if not IDENTITY.fullmatch(identity):
        return None
    page = f"https://recruiting.paylocity.com/recruiting/jobs/All/{identity.lower()}"
    company = place.after("jobs", "all", identity.lower())
    return Board("paylocity", page, Request(page, is_page=True), readable(company))


def _phenom(place: Place) -> Board | None:
    """Boards of Phenom stand at the company's own host and are known by their path only."""
    region, language, name = (place.part(number) for number in range(3))
    if name != "search-results" or not (LABEL.fullmatch(region) and LANGUAGE.fullmatch(language)):
        return None
    page = f"https://{place.host}/{region}/{language}/search-results"
    return Board("phenom", page, Request(f"{page}?from=0&s=1", is_page=True))


def _neogov(place: Place) -> Board | None:
    agency = place.query.get("agency", "") or place.after("careers")
    slug = _slug(agency)
    if not slug:
        return None
    site = "www.schooljobs.com" if place.host.endswith("schooljobs.com") else "www.governmentjobs.com"
    name = quote(slug.lower(), safe="")
    feed = f"https://{site}/SearchEngine/JobsFeed?agency={name}"
    return Board("neogov", f"https://{site}/careers/{name}", Request(feed), readable(slug))


def _joincom(place: Place) -> Board | None:
    slug = _slug(place.after("companies"))
    if not slug:
        return None
    page = f"https://join.com/companies/{quote(slug.lower(), safe='')}"
    return Board("joincom", page, Request(f"{page}?page=1", is_page=True), readable(slug))


def _hackernews(place: Place) -> Board | None:
    number = place.query.get("id", "") if place.part(0) == "item" else place.after("items")
    if not NUMBER.fullmatch(number):
        return None
    thread = f"https://news.ycombinator.com/item?id={number}"
    return Board("hackernews", thread, Request(f"https://hn.algolia.com/api/v1/items/{number}"))


def _listing(
    format_: str, page: str, api: str, *, kept: tuple[str, ...] = ()
) -> Callable[[Place], Board | None]:
    """A board of many companies; what is searched for on it may be narrowed by the words in `kept`."""

    def read(place: Place) -> Board:
        chosen = urlencode(sorted((name, place.query[name]) for name in kept if place.query.get(name)))
        added = ("&" if "?" in api else "?") + chosen if chosen else ""
        return Board(format_, page + (f"?{chosen}" if chosen else ""), Request(api + added))

    return read


_BY_TEAMTAILOR = _tenant("teamtailor", "/jobs.json")
_REMOTIVE = _listing(
    "remotive",
    "https://remotive.com/remote-jobs",
    "https://remotive.com/api/remote-jobs",
    kept=("category", "company_name", "search"),
)
_REMOTEOK = _listing("remoteok", "https://remoteok.com/", "https://remoteok.com/api", kept=("tag",))
_HIMALAYAS = _listing(
    "himalayas", "https://himalayas.app/jobs", "https://himalayas.app/jobs/api?limit=20&offset=0"
)
_JOBICY = _listing(
    "jobicy",
    "https://jobicy.com/jobs",
    "https://jobicy.com/api/v2/remote-jobs?count=100",
    kept=("geo", "industry", "tag"),
)
_THEMUSE = _listing(
    "themuse",
    "https://www.themuse.com/search",
    "https://www.themuse.com/api/public/jobs?page=0",
    kept=("category", "company", "level", "location"),
)
_ARBEITNOW = _listing(
    "arbeitnow", "https://www.arbeitnow.com/", "https://www.arbeitnow.com/api/job-board-api?page=1"
)

_BY_HOST: Mapping[str, Callable[[Place], Board | None]] = {
    "api.greenhouse.io": _greenhouse,
    "boards-api.greenhouse.io": _greenhouse,
    "boards.greenhouse.io": _greenhouse,
    "job-boards.greenhouse.io": _greenhouse,
    "boards.eu.greenhouse.io": _greenhouse,
    "job-boards.eu.greenhouse.io": _greenhouse,
    "jobs.lever.co": _lever,
    "jobs.eu.lever.co": _lever,
    "api.lever.co": _lever,
    "api.eu.lever.co": _lever,
    "jobs.ashbyhq.com": _ashby,
    "api.ashbyhq.com": _ashby,
    "careers.smartrecruiters.com": _smartrecruiters,
    "jobs.smartrecruiters.com": _smartrecruiters,
    "api.smartrecruiters.com": _smartrecruiters,
    "ats.rippling.com": _rippling,
    "ats.us1.rippling.com": _rippling,
    "api.rippling.com": _rippling,
    "jobs.jobvite.com": _jobvite,
    "recruiting.paylocity.com": _paylocity,
    "www.governmentjobs.com": _neogov,
    "agency.governmentjobs.com": _neogov,
    "www.schooljobs.com": _neogov,
    "join.com": _joincom,
    "news.ycombinator.com": _hackernews,
    "hn.algolia.com": _hackernews,
    "remotive.com": _REMOTIVE,
    "remotive.io": _REMOTIVE,
    "remoteok.com": _REMOTEOK,
    "remoteok.io": _REMOTEOK,
    "himalayas.app": _HIMALAYAS,
    "jobicy.com": _JOBICY,
    "www.themuse.com": _THEMUSE,
    "www.arbeitnow.com": _ARBEITNOW,
    "arbeitnow.com": _ARBEITNOW,
}
_BY_DOMAIN: Mapping[str, Callable[[Place], Board | None]] = {
    "workable.com": _workable,
    "recruitee.com": _tenant("recruitee", "/api/offers/"),
    "jobs.personio.de": _tenant("personio", "/xml"),
    "jobs.personio.com": _tenant("personio", "/xml"),
    "teamtailor.com": _teamtailor,
    "pinpointhq.com": _tenant("pinpoint", "/postings.json"),
    "bamboohr.com": _tenant("bamboohr", "/careers/list"),
    "myworkdayjobs.com": _workday,
    "myworkdaysite.com": _workday,
    "oraclecloud.com": _oracle,
    "eightfold.ai": _eightfold,
    "icims.com": _icims,
    "hrmdirect.com": _tenant("hrmdirect", "/employment/job-openings.php?search=true", is_page=True),
    "breezy.hr": _tenant("breezy", "/json"),
}
