"""Openings from the careers sites of Phenom, as their pages carry them or their search answers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.dates import day_in
from unrut.importers.openings.fields import (
    first_words,
    is_json_with,
    joined_places,
    json_values,
    labels_at,
    language_of,
    line_of,
    mapping_at,
    not_in,
    pay_from,
    place_of,
    readable,
    records_at,
    sections,
    told,
    unique,
    unread,
    workplace_of,
)
from unrut.importers.openings.marked_up import filled_from, marked_up
from unrut.importers.text_tools import (
    decoded,
    is_json,
    json_value,
    safe_link,
    text_of,
    unescaped,
    words_at,
)

MARK = "phApp.ddo"
HEAD = 8 * 1024 * 1024
STATE = re.compile(r"phApp\.ddo\s{0,20}=\s{0,20}(?=\{)")
BASE = re.compile(r'"baseUrl"\s?:\s?"(https?://[^"\s]{3,200}/)"')
SEARCHES = ("eagerLoadRefineSearch", "refineSearch")
PARTS = (
    ("Overview", "jobSummary"),
    ("Responsibilities", "jobResponsibilities"),
    ("Qualifications", "jobQualifications"),
)
PLACES = ("cityStateCountry", "location", "cityState", "cityCountry", "stateCountry")
WORKPLACE = (
    "RemoteType",
    "remoteType",
    "workplaceType",
    "locationType",
    "jobLocationType",
    "workModel",
    "remote",
)
LOW = ("minSalary", "salaryMin", "minimumSalary", "payRangeMin", "minPay")
HIGH = ("maxSalary", "salaryMax", "maximumSalary", "payRangeMax", "maxPay")
CURRENCY = ("currency", "salaryCurrency", "payCurrency", "currencyCode")
PERIOD = ("payFrequency", "salaryFrequency", "salaryPeriod", "payPeriod", "payRateType", "salaryType")
PAY = ("salary", "salaryRange", "payRange", "compensation", "compensationRange")
# What our fields hold, what is said twice, and what only the site itself can use.
USED = frozenset(
    {
        *("title", "description", "structureData", "jobDescription", "ml_Description", "descriptionTeaser"),
        *("companyName", "company", "jobUrl", "canonicalUrl", "applyUrl", "schedule", "type", "jobType"),
        *("employmentType", "experienceLevel", "jobLevel", "educationLevel", "education", "department"),
        *(
            "category",
            "multi_category",
            "multi_category_array",
            "ml_skills",
            "skills",
            "locale",
            "postedDate",
        ),
        *("dateCreated", "dateModified", "lastModifiedDate", "applicationDeadline", "unpostedDate"),
        *(
            "jobExpirationDate",
            "city",
            "state",
            "country",
            "address",
            "multi_location",
            "multi_location_array",
        ),
        *(name for _, name in PARTS),
        *(*PLACES, *WORKPLACE, *LOW, *HIGH, *CURRENCY, *PERIOD, *PAY),
    }
    | {"latitude", "longitude", "siteType", "badge", "externalApply", "externalTracking", "jobVisibility"}
    | {"visibilityType", "visibilitySiteType", "visibilitySearchType", "mostpopular", "parentLocale", "ats"}
    | {"talentpool", "jobRequisitionId", "standardised_title", "targetStandardTitle", "checkRemote"}
)


class PhenomImporter:
    """Reads a page with `phApp.ddo = {...}`, and the answer of its search."""

    name = "phenom"
    label = "a Phenom careers site"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where the page carries its data under the name that only this vendor uses."""
        if is_json(content):
            is_answer = any(is_json_with(content, search, "jobs") for search in SEARCHES)
            return 0.95 if is_answer or is_json_with(content, "jobSeqNo") else 0.0
        head = content[:HEAD]
        has_jobs = any(name in head for name in (b'"jobSeqNo"', b'"eagerLoadRefineSearch"', b'"jobDetail"'))
        return 0.95 if MARK.encode() in head and has_jobs else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of one page of the search, or the one of its own page."""
        page = "" if is_json(content) else decoded(content)
        jobs = _jobs_of_page(page) if page else _jobs(json_value(content))
        if jobs is None:
            raise UnreadableFileError(
                "The file is not a Phenom careers site, which carries a list named jobs. Save the whole page as it is."
            )
        found = BASE.search(page)
        site = found[1] if found else ""
        marked = marked_up(content, company) if page and len(jobs) == 1 else None
        return collect(numbered(jobs), lambda job: filled_from(marked, _opening(job, company, site)))


def _jobs_of_page(page: str) -> list[Any] | None:
    """The postings of the first state of a page that holds some."""
    return next((jobs for state in json_values(page, STATE) if (jobs := _jobs(state)) is not None), None)


def _jobs(value: Any) -> list[Any] | None:
    for holder in (*(mapping_at(value, name, "data") for name in SEARCHES), mapping_at(value, "data"), value):
        listed = mapping_at({"holder": holder}, "holder").get("jobs")
        if isinstance(listed, list):
            return list(listed)
    detail = mapping_at(value, "jobDetail", "data")
    single = mapping_at(detail, "job") or detail or mapping_at({"job": value}, "job")
    if "title" in single:
        return [single]
    return value if isinstance(value, list) else None


def _opening(job: Mapping[str, Any], company: str, site: str) -> PostedOpening:
    title = required_title(line_of(job.get("title")))
    employer = (
        first_words(job, "companyName", "company")
        or words_at(job, "structureData", "hiringOrganization", "name")
        or company
    )
    place = _place(job)
    text = _text(job)
    pay = pay_from(
        _first(job, LOW), _first(job, HIGH), first_words(job, *CURRENCY), first_words(job, *PERIOD)
    )
    number = first_words(job, "jobId", "reqId")
    return PostedOpening(
        source=PhenomImporter.name,
        key=key_of(
            words_at(job, "jobSeqNo") or number, title=title, company=employer, place=place, text=text
        ),
        title=title,
        company=employer,
        place=place,
        workplace=_workplace(job, place),
        url=_url(job, site, number),
        apply_url=safe_link(job.get("applyUrl")),
        schedule=words_at(job, "schedule"),
        contract=first_words(job, "type", "jobType", "employmentType"),
        seniority=first_words(job, "experienceLevel", "jobLevel"),
        education=first_words(job, "educationLevel", "education"),
        department=words_at(job, "department"),
        category="; ".join(unique((words_at(job, "category"), *labels_at(job, "multi_category")))),
        skills=tuple(unique((*labels_at(job, "ml_skills"), *labels_at(job, "skills")))),
        language=language_of(words_at(job, "locale").partition("_")[0]),
        pay=pay.said.words if pay else readable(_first(job, PAY)),
        pays=(pay,) if pay else (),
        requisition=first_words(job, "reqId", "jobId"),
        posted_on=_day(job, "postedDate"),
        updated_on=_day(job, "dateModified", "lastModifiedDate"),
        closes_on=_day(job, "applicationDeadline", "jobExpirationDate", "unpostedDate"),
        text=text,
        more=told(*_more(job, place)),
    )


def _first(job: Mapping[str, Any], names: Iterable[str]) -> Any:
    return next((value for name in names if (value := job.get(name))), None)


def _day(job: Mapping[str, Any], *names: str) -> date | None:
    return next((day for name in names if (day := day_in(job.get(name)))), None)


def _url(job: Mapping[str, Any], site: str, number: str) -> str:
    """The address of the posting; every site of this vendor has it behind its own under /job/."""
    stated = safe_link(job.get("jobUrl")) or safe_link(job.get("canonicalUrl"))
    return stated or (safe_link(f"{site}job/{number}") if site and number else "")


def _place(job: Mapping[str, Any]) -> str:
    several = labels_at(job, "multi_location") or [
        _one_place(site)
        for name in ("multi_location", "multi_location_array")
        for site in records_at(job, name)
    ]
    return joined_places((words_at(job, "location"), *several)) if several else _one_place(job)


def _one_place(site: Mapping[str, Any]) -> str:
    parts = (words_at(site, name) for name in ("city", "state", "country"))
    return first_words(site, *PLACES) or place_of(*parts)


def _workplace(job: Mapping[str, Any], place: str) -> Workplace:
    marks = {readable(job.get(name)).lower() for name in ("isRemote", "remote")}
    stated = workplace_of(_workplace_words(job), "")
    if stated is Workplace.UNKNOWN and marks & {"yes", "true"}:
        return Workplace.REMOTE
    return stated or workplace_of("", place)


def _workplace_words(job: Mapping[str, Any]) -> str:
    words = "; ".join(unique(words_at(job, name) for name in WORKPLACE))
    return "Remote" if words.upper() == "TELECOMMUTE" else words


def _text(job: Mapping[str, Any]) -> str:
    """The description, else its parts, else the beginning that a search shows."""
    whole = _plain(job.get("description")) or _plain(job.get("jobDescription"))
    texts = ((heading, not_in(whole, _plain(job.get(name)))) for heading, name in PARTS)
    parts = sections(texts)
    begun = (
        _plain(mapping_at(job, "structureData").get("description"))
        or _plain(job.get("ml_Description"))
        or _plain(job.get("descriptionTeaser"))
        or _plain(mapping_at(job, "ml_job_parser").get("descriptionTeaser"))
    )
    return "\n\n".join(part for part in (whole, parts) if part) or begun


def _plain(value: Any) -> str:
    """The text of markup, also where all of it is escaped, or where it has no other tags than those of letters."""
    if not isinstance(value, str):
        return ""
    words = unescaped(value) if "&lt;" in value and "<" not in value else value
    return text_of(f"<div>{words}</div>" if "</" in words else words)


def _more(job: Mapping[str, Any], place: str) -> Iterator[tuple[str, str]]:
    address, country = words_at(job, "address"), place_of("", "", words_at(job, "country"))
    yield "Address", "" if address == place else address
    yield "Country", "" if country in place else country
    yield "Workplace", _workplace_words(job) if workplace_of(_workplace_words(job), "") else ""
    created = day_in(job.get("dateCreated"))
    yield "Created", str(created) if created and created != day_in(job.get("postedDate")) else ""
    yield from unread(job, USED)
