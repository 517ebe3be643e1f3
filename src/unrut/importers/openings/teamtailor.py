"""Openings from the career sites of Teamtailor: their JSON feed, and the answers of its own programming interface."""

from collections.abc import Iterator, Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Pay, Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import (
    company_of_host,
    first_words,
    is_json_with,
    joined_places,
    label_at,
    labels_at,
    language_of,
    mapping_at,
    pay_from,
    place_of,
    records_at,
    sections,
    spaced,
    stated,
    told,
    unique,
)
from unrut.importers.text_tools import (
    day_of,
    json_value,
    list_at,
    one_line,
    safe_link,
    text_of,
    words_at,
    workplace_in,
)

DOMAIN = "teamtailor.com"
ANYWHERE = "TELECOMMUTE"
REMOTE_STATUSES = {"fully": Workplace.REMOTE, "hybrid": Workplace.HYBRID}
POSTING_MORE = {
    "industry": "Industry",
    "occupationalCategory": "Occupational category",
    "jobBenefits": "Job benefits",
    "experienceRequirements": "Experience requirements",
    "workHours": "Work hours",
}
OURS = ("remote-status", "human-status", "employment-level", "careersite-job-url", "apply-button-text")


class TeamtailorImporter:
    """Reads the feed `jobs.json` with a posting in each item, and `{"data": [...]}` with attributes."""

    name = "teamtailor"
    label = "a Teamtailor career site"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where items carry the posting, or attributes the names, that only this format has."""
        if is_json_with(content, "_jobposting"):
            return 0.95
        is_answer = is_json_with(content, "attributes", "data")
        spellings = [*OURS, *(name.replace("-", "_") for name in OURS)]
        return 0.95 if is_answer and any(is_json_with(content, field) for field in spellings) else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the career site."""
        value = json_value(content)
        items = value.get("items") if isinstance(value, Mapping) else None
        if isinstance(items, list):
            employer = company or words_at(value, "title")
            return collect(numbered(items), lambda item: _from_feed(item, employer))
        if isinstance(value, Mapping) and isinstance(value.get("data"), list | dict):
            entries = list_at(value, "data") or [value["data"]]
            included = _included(value)
            return collect(numbered(entries), lambda entry: _from_answer(entry, included, company))
        raise UnreadableFileError(
            "The file is not a Teamtailor career site, which has a list named items or data. "
            "Save the site's answer as it is."
        )


def _from_feed(item: Mapping[str, Any], company: str) -> PostedOpening:
    posting = mapping_at(item, "_jobposting")
    title = required_title(words_at(item, "title") or words_at(posting, "title"))
    url = safe_link(item.get("url")) or safe_link(posting.get("url"))
    employer = label_at(posting, "hiringOrganization") or company or company_of_host(url, DOMAIN)
    place = joined_places(map(_place, _all(posting, "jobLocation")))
    text = text_of(item.get("content_html") or posting.get("description") or item.get("content_text"))
    pays = tuple(pay for pay in map(_base_salary, _all(posting, "baseSalary")) if pay)
    areas = [label_at({"area": area}, "area") for area in _all(posting, "applicantLocationRequirements")]
    return PostedOpening(
        source=TeamtailorImporter.name,
        key=key_of(words_at(item, "id"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=_feed_workplace(posting),
        remote_area=joined_places(areas),
        url=url,
        contract=_employment(posting),
        education=label_at(posting, "educationRequirements"),
        department=first_words(posting, "department", "employmentUnit"),
        language=language_of(first_words(item, "language") or words_at(posting, "inLanguage")),
        pay="; ".join(unique(pay.said.words for pay in pays)),
        pays=pays,
        requisition=_number(posting),
        posted_on=day_of(posting.get("datePosted")) or day_of(item.get("date_published")),
        updated_on=day_of(item.get("date_modified")),
        closes_on=day_of(posting.get("validThrough")),
        text=text,
        more=told(*_feed_more(item, posting)),
    )


def _all(record: Mapping[str, Any], name: str) -> list[Any]:
    """The values of a field that may hold one or several."""
    value = record.get(name)
    return value if isinstance(value, list) else [value]


def _place(location: Any) -> str:
    address = mapping_at(location, "address")
    country = label_at(address, "addressCountry")
    return place_of(words_at(address, "addressLocality"), words_at(address, "addressRegion"), country)


def _feed_workplace(posting: Mapping[str, Any]) -> Workplace:
    kinds = labels_at(posting, "jobLocationType") or [words_at(posting, "jobLocationType")]
    return Workplace.REMOTE if ANYWHERE in kinds else workplace_in(" ".join(kinds))


def _employment(posting: Mapping[str, Any]) -> str:
    kinds = labels_at(posting, "employmentType") or [words_at(posting, "employmentType")]
    return "; ".join(unique(map(spaced, kinds)))


def _base_salary(salary: Any) -> Pay | None:
    value = mapping_at(salary, "value")
    low, high = (first_words(value, name, "value") for name in ("minValue", "maxValue"))
    currency = first_words(mapping_at({"salary": salary}, "salary"), "currency")
    return pay_from(low, high, currency or words_at(value, "currency"), words_at(value, "unitText"))


def _number(posting: Mapping[str, Any]) -> str:
    return words_at(posting, "identifier", "value") or words_at(posting, "identifier")


def _feed_more(item: Mapping[str, Any], posting: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for location in _all(posting, "jobLocation"):
        parts = (words_at(location, "address", name) for name in ("streetAddress", "postalCode"))
        yield "Address", ", ".join(part for part in parts if part)
    yield from stated(posting, POSTING_MORE)
    yield "Tags", "; ".join(unique(labels_at(item, "tags")))


def _included(value: Mapping[str, Any]) -> dict[tuple[str, str], Mapping[str, Any]]:
    """What an answer brings along: departments, places and the like, by kind and number."""
    return {
        (words_at(entry, "type"), words_at(entry, "id")): _attributes(entry)
        for entry in records_at(value, "included")
    }


def _attributes(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """The attributes under one spelling, whichever the answer has."""
    return {str(name).replace("_", "-"): value for name, value in mapping_at(entry, "attributes").items()}


Included = Mapping[tuple[str, str], Mapping[str, Any]]


def _related(entry: Mapping[str, Any], included: Included, *names: str) -> list[Mapping[str, Any]]:
    """What the entry is related to under these names, as far as the answer brings it along."""
    found = (each for name in names for each in _all(mapping_at(entry, "relationships", name), "data"))
    keys = ((words_at(each, "type"), words_at(each, "id")) for each in found)
    return [included[key] for key in keys if key in included]


def _from_answer(entry: Mapping[str, Any], included: Included, company: str) -> PostedOpening:
    job = _attributes(entry)
    title = required_title(first_words(job, "title", "name"))
    links = mapping_at(entry, "links")
    url = safe_link(links.get("careersite-job-url")) or safe_link(job.get("careersite-job-url"))
    employer = company or company_of_host(url, DOMAIN)
    places = map(_included_place, _related(entry, included, "locations", "location"))
    place = joined_places(places) or words_at(job, "location")
    text = sections((("", job.get("pitch")), ("", job.get("body"))))
    pay = pay_from(
        job.get("min-salary"),
        job.get("max-salary"),
        words_at(job, "currency"),
        words_at(job, "salary-time-unit"),
    )
    return PostedOpening(
        source=TeamtailorImporter.name,
        key=key_of(words_at(entry, "id"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=REMOTE_STATUSES.get(words_at(job, "remote-status"), Workplace.UNKNOWN),
        url=url or safe_link(job.get("external-application-url")) or safe_link(job.get("apply-url")),
        apply_url=_apply_link(job, links),
        contract=spaced(words_at(job, "employment-type")),
        seniority=spaced(words_at(job, "employment-level")),
        department=_named(_related(entry, included, "department")),
        category=_named(_related(entry, included, "role")),
        language=language_of(words_at(job, "language-code")),
        pay=pay.said.words if pay else "",
        pays=(pay,) if pay else (),
        posted_on=day_of(job.get("start-date")) or day_of(job.get("created-at")),
        updated_on=day_of(job.get("updated-at")),
        closes_on=day_of(job.get("end-date")),
        text=text,
        more=told(*_answer_more(entry, job, included)),
    )


def _apply_link(job: Mapping[str, Any], links: Mapping[str, Any]) -> str:
    stated_links = (
        links.get("careersite-job-apply-url"),
        job.get("external-application-url"),
        job.get("apply-url"),
    )
    return next((link for link in map(safe_link, stated_links) if link), "")


def _included_place(place: Mapping[str, Any]) -> str:
    return place_of(words_at(place, "city"), "", words_at(place, "country")) or words_at(place, "name")


def _named(records: list[Mapping[str, Any]]) -> str:
    return "; ".join(unique(words_at(record, "name") for record in records))


def _answer_more(
    entry: Mapping[str, Any], job: Mapping[str, Any], included: Included
) -> Iterator[tuple[str, str]]:
    yield "Tags", "; ".join(unique(labels_at(job, "tags")))
    yield "Regions", _named(_related(entry, included, "regions"))
    for place in _related(entry, included, "locations", "location"):
        yield "Address", one_line(f"{words_at(place, 'address')} {words_at(place, 'zip')}")
    if words_at(job, "remote-status") == "temporary":
        yield "Remote status", "temporary"
    if first_words(job, "human-status", "status") not in {"published", "open", ""}:
        yield "Status", first_words(job, "human-status", "status")
