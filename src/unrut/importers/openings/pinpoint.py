"""Openings from the careers sites of Pinpoint."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from unrut.core.explore.openings.kinds import Pay, PayKind
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import (
    company_of_host,
    entries_of,
    first_words,
    is_json_with,
    joined_places,
    label_at,
    mapping_at,
    own_fields,
    pay_from,
    place_of,
    readable,
    records_at,
    sections,
    spaced,
    told,
    unique,
)
from unrut.importers.text_tools import day_of, json_value, safe_link, words_at, workplace_in

DOMAIN = "pinpointhq.com"
TEXTS = ("description", "key_responsibilities", "skills_knowledge_expertise", "benefits")
MORE = {
    "division": "Division",
    "structure_custom_group_one": "Group",
    "reporting_to": "Reporting to",
    "compensation_notes": "Compensation notes",
    "headline": "Headline",
}


class PinpointImporter:
    """Reads `{"data": [...]}` of `postings.json`, and single postings."""

    name = "pinpoint"
    label = "a Pinpoint careers site"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where postings carry the sections that only this format has."""
        names = ("key_responsibilities", "skills_knowledge_expertise", "compensation_visible")
        return 0.95 if any(is_json_with(content, "title", field) for field in names) else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the site."""
        postings = _postings(json_value(content))
        site = _site(postings)
        employer = company or company_of_host(site, DOMAIN)
        return collect(numbered(postings), lambda entry: _opening(entry, site, employer))


def _postings(value: Any) -> list[Any]:
    inner = value["data"] if mapping_at(value, "data") else value
    found = entries_of(inner, "data", "postings", "jobs", is_one=lambda entry: "title" in _flat(entry))
    if found is None:
        raise UnreadableFileError(
            "The file is not a Pinpoint careers site, which has a list named data. "
            "Save the site's answer as it is."
        )
    return found


def _site(postings: Sequence[Any]) -> str:
    """The address of the careers site, which a posting without its own address shares with the others."""
    urls = (safe_link(_flat(entry).get("url")) for entry in postings if isinstance(entry, Mapping))
    first = next((url for url in urls if url), "")
    return "/".join(first.split("/", 3)[:3])


def _link(posting: Mapping[str, Any], site: str) -> str:
    path = words_at(posting, "path")
    ours = safe_link(f"{site}{path}") if site and path.startswith("/") else ""
    return safe_link(posting.get("url")) or ours


def _flat(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """A posting with its fields side by side; some answers keep them under `attributes`."""
    attributes = mapping_at(entry, "attributes")
    return {**entry, **attributes} if attributes else entry


def _opening(entry: Mapping[str, Any], site: str, company: str) -> PostedOpening:
    posting = _flat(entry)
    job = mapping_at(posting, "job")
    title = required_title(words_at(posting, "title"))
    employer = first_words(posting, "company_name", "organisation") or company
    place = _place(posting)
    text = _text(posting)
    pay = _pay(posting)
    known, others = own_fields(_own_fields(posting))
    return PostedOpening(
        source=PinpointImporter.name,
        key=key_of(words_at(posting, "id"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=workplace_in(f"{words_at(posting, 'workplace_type')} {place}"),
        url=_link(posting, site),
        apply_url=safe_link(posting.get("apply_url")) or safe_link(posting.get("application_url")),
        hours=words_at(posting, "hours") or known.get("hours", ""),
        schedule=known.get("schedule", ""),
        contract=_contract(posting) or known.get("contract", ""),
        seniority=known.get("seniority", ""),
        education=known.get("education", ""),
        department=label_at(job, "department") or label_at(posting, "department"),
        category=known.get("category", ""),
        language=words_at(posting, "language"),
        pay=_pay_words(posting, pay),
        pays=(pay,) if pay else (),
        requisition=words_at(job, "requisition_id") or words_at(posting, "requisition_id"),
        posted_on=day_of(first_words(posting, "first_published_at", "published_at", "opened_at")),
        updated_on=day_of(posting.get("updated_at")),
        closes_on=day_of(posting.get("deadline_at")),
        starts=words_at(posting, "start_date") or known.get("starts", ""),
        text=text,
        more=told(*_more(posting, job), *others),
    )


def _place(posting: Mapping[str, Any]) -> str:
    records = [mapping_at(posting, "location"), *records_at(posting, "locations")]
    return joined_places(words_at(posting, "location") or _one_place(location) for location in records)


def _one_place(location: Mapping[str, Any]) -> str:
    name, town = words_at(location, "name"), words_at(location, "city")
    wider = place_of(town, words_at(location, "province"), words_at(location, "country"))
    return ", ".join(unique((name, wider))) if town not in name else name or wider


def _text(posting: Mapping[str, Any]) -> str:
    return sections((words_at(posting, f"{name}_header"), posting.get(name)) for name in TEXTS)


def _contract(posting: Mapping[str, Any]) -> str:
    return words_at(posting, "employment_type_text") or spaced(words_at(posting, "employment_type"))


def _pay(posting: Mapping[str, Any]) -> Pay | None:
    """The figures, unless the employer keeps them from the page."""
    if posting.get("compensation_visible") is False:
        return None
    low, high = posting.get("compensation_minimum"), posting.get("compensation_maximum")
    currency, period = (words_at(posting, f"compensation_{name}") for name in ("currency", "frequency"))
    return pay_from(low, high, currency, period, kind=PayKind.BASE, said=words_at(posting, "compensation"))


def _pay_words(posting: Mapping[str, Any], pay: Pay | None) -> str:
    if posting.get("compensation_visible") is False:
        return ""
    return pay.said.words if pay else words_at(posting, "compensation")


def _own_fields(posting: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field in records_at(posting, "custom_fields"):
        yield first_words(field, "name", "label", "title"), readable(field.get("value"))


def _more(posting: Mapping[str, Any], job: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, label in MORE.items():
        yield label, label_at(job, name) or label_at(posting, name)
    yield "Workplace", words_at(posting, "workplace_type_text")
    yield "Postal code", words_at(posting, "location", "postal_code")
