"""Openings from Paylocity: the page of all jobs, which carries them as JSON, the page of one job, and the feed."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.dates import day_in
from unrut.importers.openings.fields import (
    entries_of,
    first_words,
    is_json_with,
    json_values,
    line_of,
    mapping_at,
    place_of,
    readable,
    sections,
    told,
    unread,
    workplace_of,
)
from unrut.importers.openings.marked_up import filled_from, marked_up
from unrut.importers.openings.pages import page_of, site_of, text_of_node, words_in, words_of
from unrut.importers.text_tools import decoded, is_json, json_value, safe_link, words_at

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

HEAD = 4 * 1024 * 1024
STATE = re.compile(r"\bpageData\s{0,20}=\s{0,20}(?=\{)")
ADDRESS = "https://recruiting.paylocity.com/Recruiting/Jobs/Details/"
NUMBER = re.compile(r"/jobs/(?:details|apply)/(\d{1,12})", re.IGNORECASE)
EMPLOYER = ("ModuleTitle", "displayName", "companyName", "organization")
OF_ANYONE = re.compile(r"(?:career|job|employment)s?(?: (?:opportunities|openings|listings))?", re.IGNORECASE)
HEADING = ".job-listing-header"
TITLE = ".job-preview-title"
# What the page calls remote work that is only for some days.
PARTLY = "1"
TEXTS = (
    ("", "Description"),
    ("", "Summary"),
    ("Responsibilities", "Responsibilities"),
    ("Requirements", "Requirements"),
    ("Qualifications", "Qualifications"),
    ("Benefits", "Benefits"),
)
NAMES = {
    "number": ("JobId", "Id"),
    "title": ("JobTitle", "Title"),
    "contract": ("EmploymentType", "JobType", "PositionType"),
    "department": ("HiringDepartment", "Department", "DepartmentName"),
    "category": ("JobCategory", "Category"),
    "pay": ("SalaryDescription", "SalaryRange", "Salary", "PayRange"),
    "posted": ("PublishedDate", "PostedDate", "DatePosted"),
    "requisition": ("RequisitionNumber", "RequisitionId"),
    "link": ("DisplayUrl", "DetailUrl", "JobUrl"),
    "apply": ("ApplyUrl",),
    "place": ("LocationName", "LocationDisplayName"),
}
USED = frozenset(
    each
    for name in (
        *(name for names in NAMES.values() for name in names),
        *(name for _, name in TEXTS),
        *("JobLocation", "Location", "CompanyName", "City", "State", "Country", "IndeedRemoteType", "Zip"),
    )
    for each in (name, name[:1].lower() + name[1:])
)
FEED_MARKS = ("locationDisplayName", "locationName", "hiringDepartment", "jobLocation", "salaryDescription")


class PaylocityImporter:
    """Reads the page that sets `window.pageData`, a job's own page, and the feed `{"jobs": [...]}`."""

    name = "paylocity"
    label = "a Paylocity careers page"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where the page carries its data or its headings under names that only this vendor uses."""
        if is_json(content):
            is_feed = any(is_json_with(content, "jobs", "jobId", "title", mark) for mark in FEED_MARKS)
            is_older = is_json_with(content, "JobId", "JobTitle") or is_json_with(
                content, "JobId", "JobLocation"
            )
            return 0.95 if is_feed or is_older else 0.0
        head = content[:HEAD]
        is_list = b"pageData" in head and b'"JobId"' in head
        is_posting = b"job-listing-header" in head and b"job-preview-title" in head
        return 0.95 if is_list or is_posting else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the page; its heading names the employer."""
        values = [json_value(content)] if is_json(content) else json_values(decoded(content), STATE)
        value = next((each for each in values if _jobs(each) is not None), None)
        if value is not None:
            employer = _employer(value) or company
            return collect(numbered(_jobs(value) or []), lambda job: _opening(job, employer))
        if is_json(content):
            raise _unreadable()
        page = page_of(content)
        if page.css_first(TITLE) is None:
            raise _unreadable()
        marked = marked_up(content, company)
        return collect([("the page", {})], lambda _: filled_from(marked, _posting(page, company)))


def _employer(value: Any) -> str:
    """Whom the page is of; a heading such as "Career Opportunities" names nobody."""
    named = first_words(value, *EMPLOYER)
    return "" if OF_ANYONE.fullmatch(named) else named


def _unreadable() -> UnreadableFileError:
    return UnreadableFileError(
        "The file is not a Paylocity careers page, which carries a list named Jobs. Save the whole page as it is."
    )


def _jobs(value: Any) -> list[Any] | None:
    inner = mapping_at(value, "data") or value
    return entries_of(inner, "Jobs", "jobs", is_one=lambda job: "JobId" in job or "jobId" in job)


def _opening(job: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(line_of(_first(job, "title")))
    employer = _words(job, "CompanyName") or company
    number = _named(job, "number")
    place = _place(job)
    text = sections((heading, _value(job, name)) for heading, name in TEXTS)
    return PostedOpening(
        source=PaylocityImporter.name,
        key=key_of(number, title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=_workplace(job, place),
        url=safe_link(_first(job, "link")) or (f"{ADDRESS}{number}" if number.isdecimal() else ""),
        apply_url=safe_link(_first(job, "apply")),
        contract=_named(job, "contract"),
        department=_named(job, "department"),
        category=_named(job, "category"),
        pay=readable(_first(job, "pay")),
        requisition=_named(job, "requisition"),
        posted_on=day_in(_first(job, "posted")),
        text=text,
        more=told(*_more(job, place)),
    )


def _value(job: Mapping[str, Any], name: str) -> Any:
    """A field of the page, or the same of the feed, whose names begin small."""
    return job.get(name, job.get(name[:1].lower() + name[1:]))


def _first(job: Mapping[str, Any], field: str) -> Any:
    return next((value for name in NAMES[field] if (value := _value(job, name))), None)


def _named(job: Mapping[str, Any], field: str) -> str:
    return words_at({"value": _first(job, field)}, "value")


def _words(job: Mapping[str, Any], name: str) -> str:
    return words_at({"value": _value(job, name)}, "value")


def _site(job: Mapping[str, Any]) -> Mapping[str, Any]:
    """The address of a job, which some feeds give beside the other fields."""
    return mapping_at({"site": _value(job, "JobLocation") or _value(job, "Location")}, "site") or job


def _site_name(job: Mapping[str, Any]) -> str:
    site = _site(job)
    words = _named(job, "place") or ("" if site is job else _words(site, "Name") or _named(site, "place"))
    return words or _words(job, "JobLocation") or _words(job, "Location")


def _place(job: Mapping[str, Any]) -> str:
    """The town of the job's address; the name of its location where it has none, which may be no place at all."""
    town, region, country = (_words(_site(job), name) for name in ("City", "State", "Country"))
    if town or region:
        return place_of(town, region, country)
    return _site_name(job) or place_of("", "", country)


def _workplace(job: Mapping[str, Any], place: str) -> Workplace:
    """Where the work is done, by the name of the location, else by the mark of the job.

    The kind of remote work is only meant where the job is marked as remote: all others carry one as well.
    """
    said = workplace_of(_site_name(job), place)
    if said is not Workplace.UNKNOWN or _value(job, "IsRemote") is not True:
        return said
    return Workplace.HYBRID if _words(job, "IndeedRemoteType") == PARTLY else Workplace.REMOTE


def _more(job: Mapping[str, Any], place: str) -> Iterator[tuple[str, str]]:
    site, name = _site(job), _site_name(job)
    yield "Location", "" if name in place else name
    yield "Address", ", ".join(filter(None, (_words(site, "Address"), _words(site, "Address2"))))
    yield "Postal code", _words(site, "Zip") or _words(site, "PostalCode")
    yield "County", _words(site, "County")
    country = place_of("", "", _words(site, "Country"))
    yield "Country", "" if country in place else country
    yield "Metropolitan area", _words(site, "Metro")
    yield "For employees only", "yes" if _value(job, "IsInternal") is True else ""
    yield from unread(job, USED)


def _posting(page: "LexborHTMLParser", company: str) -> PostedOpening:
    title = required_title(words_in(page, TITLE))
    kind, _, place = words_in(page, ".preview-location").rpartition(" • ")
    link = site_of(page)
    found = NUMBER.search(link) or NUMBER.search(page.html or "")
    number = found[1] if found else ""
    known, text = _sections(page)
    return PostedOpening(
        source=PaylocityImporter.name,
        key=key_of(number, title=title, company=company, place=place, text=text),
        title=title,
        company=company,
        place=place,
        workplace=workplace_of(kind, place),
        url=f"{ADDRESS}{number}" if number else link,
        contract=known.get("job type", ""),
        pay=known.get("salary", "") or known.get("salary range", ""),
        text=text,
        more=told(("Workplace", kind), ("Level", known.get("level", ""))),
    )


def _sections(page: "LexborHTMLParser") -> tuple[dict[str, str], str]:
    """The short facts of a job's page, and its text."""
    known: dict[str, str] = {}
    texts: list[tuple[str, str]] = []
    for head in page.css(HEADING):
        body = head.next
        while body is not None and (body.tag or "-").startswith("-"):  # the text between elements
            body = body.next
        label, text = words_of(head), "" if body is None else text_of_node(body)
        if label.casefold() in {"job type", "salary", "salary range", "level"}:
            known[label.casefold()] = text
        else:
            texts.append(("" if label == "Description" else label, text))
    return known, sections(texts)
