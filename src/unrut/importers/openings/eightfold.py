"""Openings from the careers sites of Eightfold: a list of positions, one of them, or the page that shows them."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from typing import Any

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.dates import day_in
from unrut.importers.openings.fields import (
    company_of_host,
    entries_of,
    first_words,
    is_json_with,
    joined_places,
    labels_at,
    language_of,
    line_of,
    mapping_at,
    pay_from,
    readable,
    spaced,
    told,
    unique,
    unread,
    with_own_fields,
    workplace_of,
)
from unrut.importers.openings.marked_up import filled_from, marked_up
from unrut.importers.text_tools import decoded, is_json, json_value, safe_link, text_of, words_at

HEAD = 4 * 1024 * 1024
DOMAIN = "eightfold.ai"
PAGE_MARK = 'id="smartApplyData"'
MARKS = ("canonicalPositionUrl", "positionUrl", "t_create", "postedTs", "ats_job_id", "atsJobId", "domain")
# Some fields are named in one way by the older answers and in another by the newer ones.
URLS = ("canonicalPositionUrl", "publicUrl", "positionUrl")
APPLY = ("external_link", "externalLink", "applyUrl", "apply_url")
WORKPLACE = ("work_location_option", "workLocationOption", "location_flexibility", "locationFlexibility")
NUMBERS = ("display_job_id", "displayJobId", "ats_job_id", "atsJobId")
CONTRACT = ("employment_type", "employmentType")
POSTED = ("t_create", "postedTs", "creationTs")
UPDATED = ("t_update", "updatedTs")
TEXTS = ("job_description", "jobDescription")
OWN = re.compile(r"^efcustom(?:[Tt]ext)?_?")
PAY = re.compile(r"^(?:base )?(?:salary|pay|compensation) (?:rate )?range", re.IGNORECASE)
VAGUE_PLACE = re.compile(r"(?:\d{1,4}|multiple|several) locations?", re.IGNORECASE)
FROM_SYSTEM = "ATS"  # the kind of nearly all positions: the employer's own system states them
USED = frozenset(
    {
        *(*URLS, *APPLY, *WORKPLACE, *NUMBERS, *CONTRACT, *POSTED, *UPDATED, *TEXTS),
        *(
            "name",
            "posting_name",
            "postingName",
            "location",
            "locations",
            "standardizedLocations",
            "department",
        ),
        *(
            "skills",
            "locale",
            "id_locale",
            "type",
            "custom_JD",
            "hot",
            "stars",
            "solrScore",
            "score",
            "domain",
        ),
        *(
            "salary_min",
            "salary_max",
            "salary_currency",
            "salary_period",
            "medallionProgram",
            "status",
            "error",
        ),
    }
)


class EightfoldImporter:
    """Reads `{"positions": [...]}`, the newer `{"data": {"positions": [...]}}`, single positions, and pages."""

    name = "eightfold"
    label = "an Eightfold careers site"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where positions carry the fields that only this format has."""
        if not is_json(content):
            return 0.95 if PAGE_MARK.encode() in content[:HEAD] else 0.0
        found = sum(is_json_with(content, mark) for mark in MARKS)
        is_list = found and is_json_with(content, "positions")
        is_single = found > 1 and is_json_with(content, "name")
        return 0.95 if is_list else 0.92 if is_single else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the site; the employer is the domain it is asked for, where nothing else names it."""
        value = json_value(content if is_json(content) else _state_of(decoded(content)))
        employer = company or _company_of(value)
        positions = _positions(value)
        marked = marked_up(content, employer) if len(positions) == 1 and not is_json(content) else None
        return collect(
            numbered(positions), lambda position: filled_from(marked, _opening(position, employer))
        )


def _state_of(page: str) -> bytes:
    """The data that a page carries, escaped, in an element that is not shown."""
    _, _, rest = page.partition(PAGE_MARK)
    state = rest.partition(">")[2].partition("</code>")[0]
    return unescape(state).encode("utf-8", errors="replace")


def _positions(value: Any) -> list[Any]:
    inner = mapping_at(value, "data") or value
    found = entries_of(inner, "positions", "jobs", is_one=lambda entry: "name" in entry)
    if found is None:
        raise UnreadableFileError(
            "The file is not an Eightfold careers site, which has a list named positions. "
            "Save the site's answer as it is."
        )
    return found


def _company_of(value: Any) -> str:
    domain = words_at(value, "domain") or words_at(value, "data", "domain")
    first = domain.partition(".")[0]
    return first[:1].upper() + first[1:]


def _opening(position: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(line_of(position.get("name")) or line_of(position.get("posting_name")))
    url = next((link for name in URLS if (link := safe_link(position.get(name)))), "")
    employer = company or company_of_host(url, DOMAIN)
    place = _place(position)
    text = next((told_text for name in TEXTS if (told_text := text_of(position.get(name)))), "")
    pay = pay_from(
        position.get("salary_min"),
        position.get("salary_max"),
        words_at(position, "salary_currency"),
        words_at(position, "salary_period"),
    )
    own = list(_own_fields(position))
    opening = PostedOpening(
        source=EightfoldImporter.name,
        key=key_of(words_at(position, "id"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=workplace_of("; ".join(words_at(position, name) for name in WORKPLACE), place),
        url=url,
        apply_url=next((link for name in APPLY if (link := safe_link(position.get(name)))), ""),
        contract=first_words(position, *CONTRACT),
        department=words_at(position, "department"),
        skills=tuple(unique(labels_at(position, "skills"))),
        language=language_of(words_at(position, "locale")),
        pay=pay.said.words if pay else "; ".join(unique(words for label, words in own if PAY.match(label))),
        pays=(pay,) if pay else (),
        requisition=first_words(position, *NUMBERS),
        posted_on=_day(position, *POSTED),
        updated_on=_day(position, *UPDATED),
        text=text,
        more=told(*_more(position, url)),
    )
    return with_own_fields(opening, ((label, words) for label, words in own if not PAY.match(label)))


def _place(position: Mapping[str, Any]) -> str:
    several = labels_at(position, "locations") or labels_at(position, "standardizedLocations")
    first = words_at(position, "location")
    return joined_places((*several, "" if several and VAGUE_PLACE.fullmatch(first) else first))


def _day(position: Mapping[str, Any], *names: str) -> date | None:
    return next((day for name in names if (day := day_in(position.get(name)))), None)


def _own_fields(position: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Fields an employer added, which are told by the beginning of their names or by where they stand."""
    for name, value in mapping_at(position, "custom_JD", "data_fields").items():
        yield spaced(str(name)), readable(value)
    for name, value in position.items():
        if OWN.match(str(name)):
            yield spaced(OWN.sub("", str(name))), readable(value)


def _more(position: Mapping[str, Any], url: str) -> Iterator[tuple[str, str]]:
    kind = words_at(position, "type")
    yield "Type", "" if kind == FROM_SYSTEM else kind
    yield "Workplace", spaced(first_words(position, *WORKPLACE))
    yield "Programme", readable(position.get("medallionProgram"))
    yield "Address", "" if url else first_words(position, *URLS)
    posted, created = _day(position, *POSTED), _day(position, "creationTs")
    yield "Created", str(created) if created and created != posted else ""
    yield from unread({name: value for name, value in position.items() if not OWN.match(str(name))}, USED)
