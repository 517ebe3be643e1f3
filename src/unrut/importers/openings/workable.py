"""Openings from the job boards of Workable: the widget's list, the board's own list, an account's list, or one job."""

from collections.abc import Iterator, Mapping
from datetime import date
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
    with_places_merged,
)
from unrut.importers.text_tools import day_of, json_value, safe_link, text_of, words_at, workplace_in

BOARD = "https://apply.workable.com/j"
STATES = frozenset(
    {"published", "draft", "closed", "archived", "internal"}
)  # "state" is also a part of a place
MORE = {"industry": "Industry", "keywords": "Keywords", "tags": "Tags"}


class WorkableImporter:
    """Reads `{"name": ..., "jobs": [...]}`, `{"results": [...]}` and single jobs."""

    name = "workable"
    label = "a Workable job board"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where jobs carry the short code that only this format has."""
        return 0.95 if is_json_with(content, "shortcode", "title") else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the board; the widget lists a job once for each of its places."""
        value = json_value(content)
        employer = words_at(value, "name") or company
        return with_places_merged(collect(numbered(_jobs(value)), lambda job: _opening(job, employer)))


def _jobs(value: Any) -> list[Any]:
    inner = value["job"] if mapping_at(value, "job") else value
    found = entries_of(inner, "jobs", "results", is_one=lambda entry: "title" in entry)
    if found is None:
        raise UnreadableFileError(
            "The file is not a Workable job board, which has a list named jobs or results. "
            "Save the board's answer as it is."
        )
    return found


def _opening(job: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(first_words(job, "title", "full_title"))
    code = first_words(job, "shortcode", "id")
    place = _place(job)
    text = _text(job)
    pay = _pay(job)
    return PostedOpening(
        source=WorkableImporter.name,
        key=key_of(code, title=title, company=company, place=place, text=text),
        title=title,
        company=company,
        place=place,
        workplace=_workplace(job),
        url=_link(job),
        apply_url=safe_link(job.get("application_url")),
        contract=spaced(first_words(job, "employment_type", "employmentType", "type")),
        seniority=words_at(job, "experience"),
        education=words_at(job, "education"),
        department=_department(job),
        category=label_at(job, "function"),
        language=language_of(words_at(job, "language")),
        pay=pay.said.words if pay else "",
        pays=(pay,) if pay else (),
        requisition=words_at(job, "code"),
        posted_on=_posted(job),
        updated_on=day_of(job.get("updated_at")),
        text=text,
        more=told(*_more(job)),
    )


def _posted(job: Mapping[str, Any]) -> date | None:
    return day_of(first_words(job, "published_on", "published", "published_at", "created_at"))


def _link(job: Mapping[str, Any]) -> str:
    """The address of the job, which the board's own list leaves out but every short code has."""
    code = words_at(job, "shortcode")
    stated_link = safe_link(job.get("url")) or safe_link(job.get("shortlink"))
    return stated_link or (safe_link(f"{BOARD}/{code}") if code else "")


def _place(job: Mapping[str, Any]) -> str:
    shown = (entry for entry in records_at(job, "locations") if entry.get("hidden") is not True)
    several = joined_places(map(_one_place, shown))
    return several or _one_place(mapping_at(job, "location")) or _own_place(job)


def _one_place(location: Mapping[str, Any]) -> str:
    country = first_words(location, "country", "countryCode", "country_code")
    town, region = words_at(location, "city"), first_words(location, "region", "state")
    return place_of(town, region, country) or words_at(location, "location_str")


def _own_place(job: Mapping[str, Any]) -> str:
    region = words_at(job, "state")
    region = "" if region.lower() in STATES else region
    return place_of(words_at(job, "city"), region, words_at(job, "country")) or words_at(job, "location")


def _workplace(job: Mapping[str, Any]) -> Workplace:
    """The kind of workplace first; the older flag of remote work is also up for hybrid jobs."""
    location = mapping_at(job, "location")
    kind = first_words(job, "workplace", "workplace_type") or words_at(location, "workplace_type")
    said = workplace_in(kind)
    if said is not Workplace.UNKNOWN:
        return said
    flags = (job.get("telecommuting"), job.get("remote"), location.get("telecommuting"))
    return Workplace.REMOTE if True in flags else Workplace.UNKNOWN


def _department(job: Mapping[str, Any]) -> str:
    named = [label_at(job, "department"), *labels_at(job, "department")]
    return "; ".join(unique(named)) or " > ".join(unique(labels_at(job, "department_hierarchy")))


def _text(job: Mapping[str, Any]) -> str:
    inside = mapping_at(job, "details")
    texts = {name: inside.get(name) or job.get(name) for name in ("description", "requirements", "benefits")}
    whole = text_of(inside.get("full_description") or job.get("full_description"))
    headed = {"description": "", "requirements": "Requirements", "benefits": "Benefits"}
    return sections((headed[name], body) for name, body in texts.items()) or whole


def _pay(job: Mapping[str, Any]) -> Pay | None:
    said = mapping_at(job, "salary")
    low, high = first_words(said, "salary_from", "from", "min"), first_words(said, "salary_to", "to", "max")
    period = first_words(said, "salary_period", "period", "interval", "frequency")
    return pay_from(low, high, first_words(said, "salary_currency", "currency"), period)


def _more(job: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from stated(job, MORE)
    if day_of(job.get("created_at")) != _posted(job):
        yield "Created", words_at(job, "created_at")[:10]
    state = words_at(job, "state").lower()
    if state in STATES - {"published"}:
        yield "State", state
