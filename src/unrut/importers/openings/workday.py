"""Openings from the careers sites of Workday: a list of postings, or one posting with its text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import unquote, urlsplit

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.dates import day_in
from unrut.importers.openings.fields import (
    entries_of,
    first_words,
    is_json_with,
    joined_places,
    label_at,
    labels_at,
    line_of,
    mapping_at,
    place_of,
    told,
    with_own_fields,
    workplace_of,
)
from unrut.importers.text_tools import json_value, one_line, safe_link, text_of, words_at

LONGEST_NUMBER = 40
OF_LIST = ("externalPath", "bulletFields", "locationsText", "userAuthenticated")
# A list says how many places a posting has in the language of its site, and names one of them in its address.
SEVERAL = re.compile(
    r"\d{1,4} (?:locations?|standorte?|emplacements?|lieux|sites?|ubicaci[oó]n(?:es)?|localidades|locais|locaties|sedi)",
    re.IGNORECASE,
)
NUMBER = re.compile(r"[A-Za-z_-]{0,12} ?\d[\w-]{2,30}")
NUMBER_NAMES = frozenset(
    {"job id", "req id", "job requisition id", "requisition id", "job number", "requisition"}
)
IN_PATH = re.compile(r"/job/([^/]{1,200})/[^/]")
POSTED = re.compile(r"^posted\s+", re.IGNORECASE)
HOST = ".myworkdayjobs.com"
SHARED_SITE = re.compile(
    r"/recruiting/([\w-]{1,60})/"
)  # of wd5.myworkdaysite.com, where all employers share a host


class WorkdayImporter:
    """Reads `{"jobPostings": [...]}` and `{"jobPostingInfo": {...}}` as the site's own pages ask for them."""

    name = "workday"
    label = "a Workday careers site"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where postings carry the path that only this format has, or stand as one posting."""
        if is_json_with(content, "jobPostingInfo"):
            return 0.95
        if is_json_with(content, "jobPostings"):  # which another format has too
            return 0.95 if any(is_json_with(content, mark) for mark in OF_LIST) else 0.0
        marks = ("locationsText", "bulletFields", "postedOn", "jobReqId")
        is_posting = is_json_with(content, "externalPath") or is_json_with(content, "jobPostingId")
        return 0.9 if is_posting and any(is_json_with(content, mark) for mark in marks) else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the site; a list names places and numbers, a single posting its text as well."""
        return collect(numbered(_postings(json_value(content))), lambda posting: _opening(posting, company))


def _postings(value: Any) -> list[Any]:
    found = entries_of(value, "jobPostings", is_one=_is_posting)
    if found is None:
        raise UnreadableFileError(
            "The file is not a Workday careers site, which has a list named jobPostings. "
            "Save the site's answer as it is."
        )
    return [posting for entry in found for posting in _of_entry(entry)]


def _is_posting(entry: Mapping[str, Any]) -> bool:
    return any(name in entry for name in ("jobPostingInfo", "externalPath", "jobPostingId", "jobReqId"))


def _of_entry(entry: Any) -> list[Any]:
    """The posting on one level, or the postings of one page where several pages were saved as a list."""
    if isinstance(entry, Mapping) and isinstance(entry.get("jobPostings"), list):
        return list(entry["jobPostings"])
    info = mapping_at(entry, "jobPostingInfo")
    return [{**entry, **info}] if info else [entry]


def _opening(posting: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(line_of(posting.get("title")))
    url = safe_link(posting.get("externalUrl"))
    employer = label_at(posting, "hiringOrganization") or first_words(posting, "companyName", "company")
    employer = employer or company or _company_of(url)
    bullets = list(_bullets(posting))
    place = _place(posting)
    text = text_of(posting.get("jobDescription"))
    number = _number(posting, bullets)
    opening = PostedOpening(
        source=WorkdayImporter.name,
        key=key_of(number, title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=workplace_of(words_at(posting, "remoteType"), place),
        url=url,
        contract=first_words(posting, "timeType", "workerSubType"),
        category=label_at(posting, "jobFamily") or label_at(posting, "jobFamilyGroup"),
        requisition=number,
        posted_on=_posted_on(posting, bullets),
        closes_on=_closes_on(posting),
        text=text,
        more=told(*_more(posting)),
    )
    return with_own_fields(opening, (bullet for bullet in bullets if bullet[1] not in {number, place}))


def _company_of(url: str) -> str:
    """The employer whose name begins the host, or the path where all share one; "" where the address names none."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    shared = SHARED_SITE.search(parts.path)
    named = host.partition(".")[0] if host.endswith(HOST) else shared[1] if shared else ""
    return " ".join(part.capitalize() for part in re.split("[-_]", named))


def _place(posting: Mapping[str, Any]) -> str:
    stated = words_at(posting, "locationsText")
    if not stated or SEVERAL.fullmatch(stated):
        stated = _described(posting, "location") or _described(posting, "jobRequisitionLocation")
        stated = stated or _place_in_path(posting) or _country(posting)
    others = (_described(place, "place") for place in _additional(posting))
    return joined_places((stated, *others))


def _additional(posting: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The further places, each under the same name, since some sites give words and some give records."""
    value = posting.get("additionalLocations")
    return [{"place": place} for place in value] if isinstance(value, list) else []


def _described(record: Mapping[str, Any], name: str) -> str:
    return label_at(record, name) or words_at(record, name, "descriptor")


def _place_in_path(posting: Mapping[str, Any]) -> str:
    """The place that the address of a posting names, in which each sign but letters and digits became a hyphen."""
    found = IN_PATH.search(words_at(posting, "externalPath"))
    words = unquote(found[1]) if found else ""
    return one_line(words.replace("---", " – ").replace("--", ", ").replace("-", " ").replace(" – ", " - "))


def _country(posting: Mapping[str, Any]) -> str:
    country = mapping_at(posting, "country") or mapping_at(posting, "jobRequisitionLocation", "country")
    return place_of("", "", first_words(country, "descriptor", "alpha2Code") or words_at(posting, "country"))


def _bullets(posting: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What an employer shows below a title: mostly the number, and words with or without their label."""
    for bullet in labels_at(posting, "bulletFields"):
        label, colon, words = bullet.partition(": ")
        yield (label, words) if colon else ("Further", bullet)


def _number(posting: Mapping[str, Any], bullets: Sequence[tuple[str, str]]) -> str:
    """The employer's number: a field of its own, else the bullet that looks like one, else the end of the address."""
    ending = words_at(posting, "externalPath").rpartition("_")[2]
    labelled = (words for label, words in bullets if label.lower() in NUMBER_NAMES)
    bare = (words for label, words in bullets if label == "Further")
    likely = (words for words in (*labelled, *bare, ending) if _is_number(words))
    return words_at(posting, "jobReqId") or next(likely, "")


def _is_number(words: str) -> bool:
    return len(words) <= LONGEST_NUMBER and NUMBER.fullmatch(words) is not None and day_in(words) is None


def _posted_on(posting: Mapping[str, Any], bullets: Sequence[tuple[str, str]]) -> date | None:
    labelled = (
        words for label, words in bullets if label.lower() in {"posting date", "posted", "date posted"}
    )
    stated = (words_at(posting, "startDate"), _posted(posting))
    return next((day for words in (*stated, *labelled) if (day := day_in(words))), None)


def _posted(posting: Mapping[str, Any]) -> str:
    return POSTED.sub("", words_at(posting, "postedOn"))


def _closes_on(posting: Mapping[str, Any]) -> date | None:
    """The last day: a field of its own, or in words such as "End Date: 3 May 2026 (5 days left to apply)"."""
    words = words_at(posting, "timeLeftToApply").partition("(")[0]
    return (
        day_in(words_at(posting, "endDate"))
        or day_in(words_at(posting, "jobPostingEndDateAsText"))
        or day_in(words)
    )


def _more(posting: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    posted = _posted(posting)
    yield "Posted", "" if day_in(posted) else posted
    stated = words_at(posting, "locationsText")
    yield "Places", stated if SEVERAL.fullmatch(stated) else ""
    yield "Workplace", words_at(posting, "remoteType")
    yield "Country", _country(posting)
    yield "Time left to apply", words_at(posting, "timeLeftToApply")
    yield "Address", words_at(posting, "externalPath")
