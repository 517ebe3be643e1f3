"""Openings from the public postings of SmartRecruiters: a list, or one posting with its texts."""

from collections.abc import Iterator, Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Pay, Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import (
    entries_of,
    first_words,
    is_json_with,
    joined_places,
    label_at,
    language_of,
    mapping_at,
    own_fields,
    pay_from,
    place_of,
    records_at,
    sections,
    stated,
    told,
)
from unrut.importers.text_tools import day_of, json_value, safe_link, words_at

BOARD = "https://jobs.smartrecruiters.com"
NOT_STATED = frozenset({"not_applicable", "not applicable"})
SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")


class SmartRecruitersImporter:
    """Reads `{"content": [...]}` and single postings as the public address gives them."""

    name = "smartrecruiters"
    label = "a SmartRecruiters job board"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where postings carry the date and the number that only this format has under such names."""
        is_list = is_json_with(content, "releasedDate") or is_json_with(content, "totalFound", "content")
        return 0.95 if is_list or is_json_with(content, "jobAd", "sections") else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the list."""
        return collect(numbered(_postings(json_value(content))), lambda posting: _opening(posting, company))


def _postings(value: Any) -> list[Any]:
    found = entries_of(value, "content", "postings", is_one=lambda entry: "name" in entry)
    if found is None:
        raise UnreadableFileError(
            "The file is not a SmartRecruiters job board, which has a list named content. "
            "Save the board's answer as it is."
        )
    return found


def _opening(posting: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(first_words(posting, "name", "title"))
    employer = words_at(posting, "company", "name") or company or words_at(posting, "company", "identifier")
    place = _place(posting)
    text = _text(posting)
    pay = _pay(posting)
    known, others = own_fields(_own_fields(posting))
    return PostedOpening(
        source=SmartRecruitersImporter.name,
        key=key_of(first_words(posting, "id", "uuid"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=_workplace(posting),
        url=safe_link(posting.get("postingUrl")) or _board_link(posting),
        apply_url=safe_link(posting.get("applyUrl")),
        hours=known.get("hours", ""),
        schedule=known.get("schedule", ""),
        contract=_label(posting, "typeOfEmployment") or known.get("contract", ""),
        seniority=_label(posting, "experienceLevel") or known.get("seniority", ""),
        education=known.get("education", ""),
        department=label_at(posting, "department"),
        category=label_at(posting, "function") or known.get("category", ""),
        language=language_of(words_at(posting, "language", "code") or label_at(posting, "language")),
        pay=pay.said.words if pay else "",
        pays=(pay,) if pay else (),
        requisition=words_at(posting, "refNumber"),
        posted_on=day_of(posting.get("releasedDate")),
        updated_on=day_of(posting.get("updatedOn")),
        closes_on=day_of(posting.get("expirationDate")),
        starts=known.get("starts", ""),
        text=text,
        more=told(*_more(posting), *others),
    )


def _label(posting: Mapping[str, Any], name: str) -> str:
    """The label of something, unless it says that it does not apply."""
    label = label_at(posting, name)
    return "" if label.lower() in NOT_STATED else label


def _place(posting: Mapping[str, Any]) -> str:
    records = [mapping_at(posting, "location"), *records_at(posting, "locations")]
    return joined_places(map(_one_place, records))


def _one_place(location: Mapping[str, Any]) -> str:
    full = words_at(location, "fullLocation")  # a missing part leaves an empty place between its commas
    if full:
        return ", ".join(part for part in full.split(", ") if part.strip(" ,"))
    town, region, country = (words_at(location, name) for name in ("city", "region", "country"))
    return place_of(town, region, country)


def _workplace(posting: Mapping[str, Any]) -> Workplace:
    """Hybrid or remote where it is flagged; both flags down is also what nobody filled in, so it says nothing."""
    location = mapping_at(posting, "location")
    if location.get("hybrid") is True:
        return Workplace.HYBRID
    return Workplace.REMOTE if location.get("remote") is True else Workplace.UNKNOWN


def _board_link(posting: Mapping[str, Any]) -> str:
    """The address under which the board shows the posting, which lists leave out."""
    company, number = words_at(posting, "company", "identifier"), words_at(posting, "id")
    return safe_link(f"{BOARD}/{company}/{number}") if company and number else ""


def _text(posting: Mapping[str, Any]) -> str:
    texts = mapping_at(posting, "jobAd", "sections")
    named = [name for name in SECTIONS if name in texts]
    others = [name for name in texts if name not in SECTIONS]
    parts = (mapping_at(texts, name) for name in [*named, *others])
    return sections((words_at(part, "title"), part.get("text")) for part in parts)


def _pay(posting: Mapping[str, Any]) -> Pay | None:
    said = mapping_at(posting, "compensation") or mapping_at(posting, "salary")
    low, high = first_words(said, "min", "minimum", "from"), first_words(said, "max", "maximum", "to")
    period = first_words(said, "period", "interval", "frequency", "salaryPeriod")
    return pay_from(low, high, label_at(said, "currency"), period)


def _own_fields(posting: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields an employer added; that of the country repeats the place."""
    for field in records_at(posting, "customField"):
        if words_at(field, "fieldId") != "COUNTRY":
            yield words_at(field, "fieldLabel"), first_words(field, "valueLabel", "value")


def _more(posting: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    location = mapping_at(posting, "location")
    parts = (words_at(location, name) for name in ("address", "postalCode"))
    yield "Address", ", ".join(part for part in parts if part)
    yield from stated(posting, {"industry": "Industry"})
    yield from stated(location, {"hybridDescription": "Hybrid"})
    if posting.get("active") is False:
        yield "Active", "no"
