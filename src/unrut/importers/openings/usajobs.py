"""Openings from the search of USAJOBS, the job site of the government of the United States."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.dates import Order, day_in
from unrut.importers.openings.fields import (
    EMPTY,
    first_words,
    is_json_with,
    joined_places,
    language_of,
    mapping_at,
    pay_from,
    pays_in_words,
    period_of,
    place_of,
    readable,
    records_at,
    sections,
    spaced,
    told,
    unique,
)
from unrut.importers.text_tools import json_value, list_at, safe_link, text_of, words_at, workplace_in

# The codes of the site, which mean other things elsewhere: "PW" is no week there.
RATES = {
    "PA": Period.YEAR, "PH": Period.HOUR, "PD": Period.DAY, "PM": Period.MONTH, "BW": Period.TWO_WEEKS,
    "SY": Period.UNKNOWN, "PW": Period.UNKNOWN, "FB": Period.UNKNOWN, "ST": Period.UNKNOWN, "WC": Period.UNKNOWN,
}  # fmt: skip
RATE_WORDS = {
    "SY": "per school year",
    "PW": "piece work",
    "FB": "fee basis",
    "ST": "student stipend",
    "WC": "without compensation",
}
SCHEDULES = {
    "1": "Full-time",
    "2": "Part-time",
    "3": "Shift work",
    "4": "Intermittent",
    "5": "Job sharing",
    "6": "Multiple schedules",
}
TRAVEL = {
    "0": "Not required",
    "1": "Occasional travel",
    "2": "25% or less",
    "5": "50% or less",
    "7": "75% or less",
    "8": "76% or greater",
}
SERVICES = {"01": "Competitive", "02": "Excepted", "03": "Senior Executive"}
PATHS = {
    "public": "Open to the public",
    "fed-competitive": "Federal employees in the competitive service",
    "fed-excepted": "Federal employees in the excepted service",
    "fed-internal-search": "Internal to an agency",
    "fed-transition": "Federal employees in career transition",
    "vet": "Veterans",
    "mspouse": "Military spouses",
    "nguard": "National Guard and Reserves",
    "overseas": "Family of overseas employees",
    "peace": "Peace Corps and AmeriCorps Vista",
    "disability": "Individuals with disabilities",
    "native": "Native Americans",
    "land": "Land and base management",
    "ses": "Senior executives",
    "student": "Students",
    "graduates": "Recent graduates",
    "special-authorities": "Special authorities",
}
CODES = {"TravelCode": TRAVEL, "ServiceType": SERVICES, "HiringPath": PATHS}

TEXTS = {
    "JobSummary": "Summary",
    "MajorDuties": "Duties",
    "KeyRequirements": "Key requirements",
    "Requirements": "Requirements",
    "QualificationSummary": "Qualifications",
    "Education": "Education",
    "Evaluations": "How you will be evaluated",
    "RequiredDocuments": "Required documents",
    "HowToApply": "How to apply",
    "WhatToExpectNext": "Next steps",
    "Benefits": "Benefits",
    "OtherInformation": "Additional information",
    "AgencyMarketingStatement": "About the agency",
}
LABELS = {
    "TravelCode": "Travel required",
    "PositionSensitivitiy": "Position sensitivity",
    "SubAgency": "Sub-agency",
    "SubAgencyName": "Sub-agency",
    "TotalOpenings": "Openings",
    "BenefitsUrl": "Benefits page",
    "SecondAnnouncementUrl": "Second announcement",
}
# What has a field of its own, and what tells a reader nothing.
TAKEN = frozenset(
    "PositionID PositionTitle PositionURI ApplyURI PositionLocationDisplay PositionLocation OrganizationName "
    "DepartmentName JobCategory JobGrade PositionSchedule PositionOfferingType PositionAppointmentType "
    "PositionRemuneration PositionStartDate PositionEndDate PublicationStartDate ApplicationCloseDate "
    "PositionFormattedDescription UserArea LowGrade HighGrade RemoteIndicator ApplyOnlineUrl DetailStatusUrl "
    "OrganizationCodes MCOTags BenefitsDisplayDefaultText MatchedObjectId MatchedObjectDescriptor RelevanceRank "
    "Code JobCategories PreviewQuestionnaireIsURL".split()
) | frozenset(TEXTS)  # fmt: skip
NO = frozenset({"false", "no", "n"})
YES = frozenset({"true", "yes", "y"})
SEVERAL = "multiple locations"
TEASER = "Dynamic Teaser"


class UsaJobsImporter:
    """Reads `{"SearchResult": {"SearchResultItems": [...]}}` of `/api/search`, one item, and lists of items."""

    name = "usajobs"
    label = "a search of USAJOBS"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure by the names in which only this search wraps its postings."""
        names = (("MatchedObjectDescriptor",), ("SearchResultItems",), ("PositionTitle", "PositionURI"))
        return 0.95 if any(is_json_with(content, *each) for each in names) else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of one answer of the search, or of several in a list."""
        value = json_value(content)
        language = language_of(words_at(value, "LanguageCode"))
        return collect(numbered(_items(value)), lambda item: _opening(item, company, language))


def _items(value: Any) -> list[Any]:
    if isinstance(value, list):
        return [item for entry in value for item in (_items(entry) if _is_answer(entry) else [entry])]
    if _is_answer(value):
        return list_at(mapping_at(value, "SearchResult") or value, "SearchResultItems")
    if isinstance(value, Mapping) and ("MatchedObjectDescriptor" in value or "PositionTitle" in value):
        return [value]
    raise UnreadableFileError(
        "The file is not a search of USAJOBS, which has a list named SearchResultItems. Save its answer as it is."
    )


def _is_answer(value: Any) -> bool:
    return isinstance(value, Mapping) and ("SearchResult" in value or "SearchResultItems" in value)


def _opening(item: Mapping[str, Any], company: str, language: str) -> PostedOpening:
    posting = mapping_at(item, "MatchedObjectDescriptor") or item
    details = mapping_at(posting, "UserArea", "Details")
    title = required_title(words_at(posting, "PositionTitle"))
    employer = first_words(posting, "OrganizationName", "DepartmentName") or company
    shown = words_at(posting, "PositionLocationDisplay")
    place = _place(posting) or shown
    url = safe_link(posting.get("PositionURI"))
    text = _text(posting, details)
    rates = records_at(posting, "PositionRemuneration")
    pays = tuple(pay for pay in map(_pay, rates) if pay)
    return PostedOpening(
        source=UsaJobsImporter.name,
        key=key_of(_key(item, posting, url), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=_workplace(details, f"{shown} {place}"),
        remote_area=shown if workplace_in(shown) is Workplace.REMOTE else "",
        url=url,
        apply_url=_apply_url(posting, details),
        schedule="; ".join(_names(posting, "PositionSchedule", SCHEDULES)),
        contract="; ".join(_names(posting, "PositionOfferingType") or _names(posting, "PositionAppointmentType")),
        department=words_at(posting, "DepartmentName"),
        category="; ".join(_names(posting, "JobCategory")),
        language=language,
        pay=pays_in_words(pays) or "; ".join(unique(map(_unpaid, rates))),
        pays=pays,
        requisition=words_at(posting, "PositionID"),
        posted_on=_day(posting, "PublicationStartDate") or _day(posting, "PositionStartDate"),
        closes_on=_day(posting, "ApplicationCloseDate") or _day(posting, "PositionEndDate"),
        text=text,
        more=told(*_more(posting, details, shown, place)),
    )  # fmt: skip


def _key(item: Mapping[str, Any], posting: Mapping[str, Any], url: str) -> str:
    """The number of the announcement at the site, which its address ends in too."""
    last = url.partition("?")[0].rstrip("/").rsplit("/", 1)[-1]
    number = last if last.isdecimal() else ""
    return words_at(item, "MatchedObjectId") or number or words_at(posting, "PositionID")


def _apply_url(posting: Mapping[str, Any], details: Mapping[str, Any]) -> str:
    stated = posting.get("ApplyURI")
    links = [*(stated if isinstance(stated, list) else [stated]), details.get("ApplyOnlineUrl")]
    return next((link for link in map(safe_link, links) if link), "")


def _place(posting: Mapping[str, Any]) -> str:
    return joined_places(map(_one_place, records_at(posting, "PositionLocation")))


def _one_place(location: Mapping[str, Any]) -> str:
    """The name of a place with its country, or else its town and region."""
    town, region = words_at(location, "CityName"), words_at(location, "CountrySubDivisionCode")
    name = words_at(location, "LocationName") or place_of(town, "" if region in town else region)
    country = first_words(location, "CountryName", "CountryCode")
    return place_of(name, "", "" if not name or country in name else country)


def _workplace(details: Mapping[str, Any], places: str) -> Workplace:
    """Telework is done at home on some days only; work from anywhere is told apart from it."""
    is_remote, is_telework = _flag(details, "RemoteIndicator"), _flag(details, "TeleworkEligible")
    if is_remote:
        return Workplace.REMOTE
    if is_remote is False and is_telework is not None:
        return Workplace.HYBRID if is_telework else Workplace.ON_SITE
    return workplace_in(places)


def _flag(record: Mapping[str, Any], name: str) -> bool | None:
    words = str(record[name]).lower() if isinstance(record.get(name), bool | str) else ""
    return True if words in YES else False if words in NO else None


def _names(posting: Mapping[str, Any], field: str, codes: Mapping[str, str] = EMPTY) -> list[str]:
    """The names of what stands in a list with names and codes, each once."""
    entries = [entry if isinstance(entry, Mapping) else {"Name": entry} for entry in list_at(posting, field)]
    coded = ((words_at(entry, "Name"), words_at(entry, "Code")) for entry in entries)
    return unique(name or codes.get(code, "") for name, code in coded)


def _codes(posting: Mapping[str, Any], field: str) -> list[str]:
    return unique(words_at(entry, "Code") for entry in records_at(posting, field))


def _day(posting: Mapping[str, Any], name: str) -> date | None:
    return day_in(posting.get(name), Order.MONTH_FIRST)


def _pay(rate: Mapping[str, Any]) -> Pay | None:
    """The range of pay, which the site states in dollars of the United States."""
    code, stated = words_at(rate, "RateIntervalCode"), words_at(rate, "Description")
    period = RATES[code] if code in RATES else period_of(code or stated)
    low, high = (_bare(rate.get(name)) for name in ("MinimumRange", "MaximumRange"))
    kind = PayKind.STIPEND if code == "ST" else PayKind.BASE
    currency = first_words(rate, "CurrencyCode") or "USD"
    pay = pay_from(low, high, currency, period, kind=kind)
    if pay is None or period is not Period.UNKNOWN or code == "ST":
        return pay
    spoken = f"{pay.said.words} {RATE_WORDS.get(code) or stated or code}".strip()
    return pay_from(low, high, currency, period, said=spoken)


def _bare(value: Any) -> Any:
    return value.strip().removeprefix("$").strip() if isinstance(value, str) else value


def _unpaid(rate: Mapping[str, Any]) -> str:
    """What is said of pay where no figures are."""
    is_unpaid = words_at(rate, "RateIntervalCode") == "WC"
    return (words_at(rate, "Description") or "Without compensation") if is_unpaid else ""


def _text(posting: Mapping[str, Any], details: Mapping[str, Any]) -> str:
    stated = ((label, _paragraphs(details.get(name) or posting.get(name))) for name, label in TEXTS.items())
    text = sections(stated)
    formatted = (
        part
        for part in records_at(posting, "PositionFormattedDescription")
        if words_at(part, "Label") != TEASER  # it shows the words that were searched for, and no others
    )
    parts = (text_of(part.get("Content")) or text_of(part.get("LabelDescription")) for part in formatted)
    return "\n\n".join(part for part in (text, *unique(parts)) if part and (part is text or part not in text))


def _paragraphs(value: Any) -> str:
    """A text, or the entries of a list as one."""
    if not isinstance(value, list):
        return text_of(value)
    entries = [text for text in map(text_of, value) if text]
    return "\n".join(f"- {entry}" for entry in entries) if len(entries) > 1 else "".join(entries)


def _more(
    posting: Mapping[str, Any], details: Mapping[str, Any], shown: str, place: str
) -> Iterator[tuple[str, str]]:
    yield "Occupational series", "; ".join(_codes(posting, "JobCategory"))
    yield "Grade", _grade(posting, details)
    if shown.lower() != SEVERAL and shown not in place:
        yield "Location shown", shown
    for name, other in (
        ("PositionStartDate", "PublicationStartDate"),
        ("PositionEndDate", "ApplicationCloseDate"),
    ):
        day = _day(posting, name)
        if day and day != (_day(posting, other) or day):
            yield spaced(name), day.isoformat()
    for name, value in (*posting.items(), *details.items()):
        if name not in TAKEN:
            yield LABELS.get(name) or spaced(name), _told(name, value)


def _grade(posting: Mapping[str, Any], details: Mapping[str, Any]) -> str:
    """The step on the scale of pay, such as "GS 12 to 13"."""
    steps = unique((words_at(details, "LowGrade"), words_at(details, "HighGrade")))
    return f"{' / '.join(_codes(posting, 'JobGrade'))} {' to '.join(steps)}".strip()


def _told(name: str, value: Any) -> str:
    """What a field says in words; codes are spelt out and no is left out."""
    if isinstance(value, Mapping) and words_at(value, "Name"):
        return words_at(value, "Name")
    codes = CODES.get(name, EMPTY)
    entries = value if isinstance(value, list) else [value]
    spoken = (codes.get(words, words) for words in (readable(entry) for entry in entries))
    return "; ".join(
        unique("yes" if each.lower() in YES else each for each in spoken if each.lower() not in NO)
    )
