"""Openings from Oracle Recruiting Cloud: the requisitions of a careers site, or one with its texts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.countries import country_name
from unrut.importers.openings.dates import day_in
from unrut.importers.openings.fields import (
    entries_of,
    first_words,
    is_json_with,
    joined_places,
    language_of,
    line_of,
    not_in,
    readable,
    records_at,
    sections,
    told,
    unique,
    with_own_fields,
    workplace_of,
)
from unrut.importers.text_tools import json_value, safe_link, text_of, words_at

DEEPEST_LIST = 4
# A text is stated for everybody outside, and some sites fill only the one for those inside.
TEXTS = (
    ("", "ExternalDescriptionStr", "InternalDescriptionStr"),
    ("Responsibilities", "ExternalResponsibilitiesStr", "InternalResponsibilitiesStr"),
    ("Qualifications", "ExternalQualificationsStr", "InternalQualificationsStr"),
)
ABOUT = ("CorporateDescriptionStr", "OrganizationDescriptionStr")
MORE = {
    "JobFamily": "Job family",
    "JobFunction": "Job function",
    "Organization": "Organisation",
    "BusinessUnit": "Business unit",
    "WorkerType": "Worker type",
    "RequisitionType": "Requisition type",
    "JobGrade": "Grade",
    "NumberOfOpenings": "Openings",
    "HiringManager": "Hiring manager",
    "ExternalContactName": "Contact",
    "ExternalContactEmail": "Contact",
    "WorkDays": "Work days",
    "WorkYears": "Work years",
    "WorkMonths": "Work months",
    "WorkDurationYears": "Work duration in years",
    "WorkDurationMonths": "Work duration in months",
    "DomesticTravelRequired": "Travel",
    "InternationalTravelRequired": "Travel abroad",
}
ADDRESS = (
    *("LocationName", "Building", "AddressLine1", "AddressLine2", "AddressLine3", "AddressLine4"),
    *("TownOrCity", "PostalCode", "Region1", "Region2", "Region3"),
)
HALLMARKS = ("PrimaryLocation", "ShortDescriptionStr", "ExternalDescriptionStr", "PrimaryLocationCountry")
PAY = re.compile(r"\b(?:salary|pay|wage|compensation|hiring range|base rate)\b", re.IGNORECASE)
# The product has codes of its own for the languages of its texts, in which US is English.
LANGUAGES = {
    code: language
    for language, *codes in map(
        str.split,
        "en us gb|fr f frc|de d|es e esa|it i|nl nl|pt pt ptb|pl pl|ja ja|zh zhs zht|ko ko|ru ru|sv s|da dk|no n|fi sf|cs cs"
        "|hu hu|tr tr|ar ar|ro ro".split("|"),
    )
    for code in codes
}


class OracleImporter:
    """Reads `{"items": [{"requisitionList": [...]}]}`, single requisitions, and `items` of these."""

    name = "oracle"
    label = "an Oracle careers site"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where requisitions carry the capitalised fields of this format."""
        if is_json_with(content, "contestNo"):
            return 0.0  # an older product of the same firm, whose lists have columns without names
        if is_json_with(content, "requisitionList"):
            return 0.95
        found = sum(is_json_with(content, "Title", mark) for mark in HALLMARKS)
        return (0.0, 0.6, 0.92, 0.95, 0.95)[found]

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the site; a list gives short texts, a single requisition the whole ones."""
        value = json_value(content)
        if entries_of(value, "requisitionList", "items", is_one=lambda entry: "Title" in entry) is None:
            raise UnreadableFileError(
                "The file is not an Oracle careers site, which has a list named requisitionList. "
                "Save the site's answer as it is."
            )
        return collect(numbered(_requisitions(value)), lambda requisition: _opening(requisition, company))


def _requisitions(value: Any, deep: int = 0) -> Iterator[Any]:
    """Every requisition, which answers nest under `items` and `requisitionList` in more than one way."""
    entries = entries_of(value, "requisitionList", "items") if deep < DEEPEST_LIST else None
    if entries is not None:
        for entry in entries:
            yield from _requisitions(entry, deep + 1)
    elif isinstance(value, Mapping) and "requisitionList" in value:
        inner = value["requisitionList"]  # records under `items`, or nothing where a search found nothing
        yield from _requisitions(inner, deep + 1) if isinstance(inner, Mapping) else ()
    else:
        yield value


def _opening(requisition: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(line_of(requisition.get("Title")))
    employer = words_at(requisition, "LegalEmployer") or company
    place = _place(requisition)
    text = _text(requisition)
    number = words_at(requisition, "Id") or words_at(requisition, "RequisitionNumber")
    pay, others = _flex_fields(requisition)
    opening = PostedOpening(
        source=OracleImporter.name,
        key=key_of(number, title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=workplace_of(_workplace_words(requisition), place),
        url=safe_link(requisition.get("ExternalURL")),
        hours=words_at(requisition, "WorkHours"),
        schedule=_joined(requisition, "JobSchedule", "JobShift"),
        contract=_joined(requisition, "JobType", "ContractType", "RegularTemporary"),
        seniority=_joined(requisition, "JobLevel", "ManagerLevel"),
        education=words_at(requisition, "StudyLevel"),
        department=words_at(requisition, "Department"),
        category=first_words(requisition, "Category", "JobFunction", "JobFamily"),
        skills=tuple(unique(words for section, words in _skills(requisition) if not section)),
        language=_language(requisition),
        pay=pay,
        requisition=words_at(requisition, "RequisitionNumber") or number,
        posted_on=day_in(first_words(requisition, "PostedDate", "ExternalPostedStartDate")),
        closes_on=day_in(first_words(requisition, "PostingEndDate", "ExternalPostedEndDate")),
        text=text,
    )
    opening = with_own_fields(opening, others)
    return replace(opening, more=told(*_more(requisition, opening), *opening.more))


def _joined(requisition: Mapping[str, Any], *names: str) -> str:
    return "; ".join(unique(words_at(requisition, name) for name in names))


def _place(requisition: Mapping[str, Any]) -> str:
    first = words_at(requisition, "PrimaryLocation") or _country(requisition)
    others = (
        first_words(place, "Name", "LocationName") for place in records_at(requisition, "secondaryLocations")
    )
    return joined_places((first, *others))


def _country(requisition: Mapping[str, Any]) -> str:
    return country_name(words_at(requisition, "PrimaryLocationCountry"))


def _workplace_words(requisition: Mapping[str, Any]) -> str:
    code = words_at(requisition, "WorkplaceTypeCode").removeprefix("ORA_").replace("_", " ")
    return words_at(requisition, "WorkplaceType") or code


def _language(requisition: Mapping[str, Any]) -> str:
    stated = words_at(requisition, "Language").lower()
    return LANGUAGES.get(stated) or language_of(stated)


def _text(requisition: Mapping[str, Any]) -> str:
    whole = sections((heading, _first_text(requisition, names)) for heading, *names in TEXTS)
    short = not_in(whole, text_of(requisition.get("ShortDescriptionStr")))
    about = (text_of(requisition.get(name)) for name in ABOUT)
    return "\n\n".join(part for part in (short, whole, *about) if part)


def _first_text(requisition: Mapping[str, Any], names: list[str]) -> str:
    return next((text for name in names if (text := text_of(requisition.get(name)))), "")


def _flex_fields(requisition: Mapping[str, Any]) -> tuple[str, list[tuple[str, str]]]:
    """What the fields an employer added say of pay, and the others."""
    pairs = [
        (first_words(field, "Prompt", "Name"), readable(field.get("Value")))
        for field in records_at(requisition, "requisitionFlexFields")
    ]
    pays = [pair for pair in pairs if PAY.search(pair[0]) and any(map(str.isdigit, pair[1]))]
    return _pay_words(pays), [pair for pair in pairs if pair not in pays]


def _pay_words(pays: list[tuple[str, str]]) -> str:
    """One range out of its two ends; else each amount, under its label where there are several."""
    ends = {label.lower()[:3]: words for label, words in pays}
    if len(pays) == 2 and ends.keys() == {"min", "max"}:  # noqa: PLR2004 - the two ends of a range
        return f"{ends['min']} to {ends['max']}"
    return "; ".join(unique(words if len(pays) == 1 else f"{label}: {words}" for label, words in pays))


def _skills(requisition: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Skills without a label, and under it what else stands among them, such as languages and licences."""
    for skill in records_at(requisition, "skills"):
        section = words_at(skill, "SectionName")
        yield "" if section.lower() in {"skill", "skills"} else section, first_words(skill, "Skill", "Name")


def _more(requisition: Mapping[str, Any], opening: PostedOpening) -> Iterator[tuple[str, str]]:
    country = _country(requisition)
    yield "Country", country if country not in opening.place else ""
    yield "Workplace", _workplace_words(requisition)
    for name, label in MORE.items():
        words = readable(requisition.get(name))
        yield label, words if words != opening.category else ""
    for site in (*records_at(requisition, "workLocation"), *records_at(requisition, "otherWorkLocations")):
        address = [*(words_at(site, name) for name in ADDRESS), country_name(words_at(site, "Country"))]
        yield "Work location", ", ".join(unique(address))
    yield from (pair for pair in _skills(requisition) if pair[0])
