"""Openings from the public job board of Greenhouse: a whole board, its departments or offices, or one job."""

from collections.abc import Iterator, Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Pay, Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import (
    figure_of,
    first_words,
    is_json_with,
    joined_places,
    kind_of,
    labels_at,
    language_of,
    own_fields,
    pay_from,
    pays_in_words,
    readable,
    records_at,
    spaced,
    split_places,
    told,
    unique,
    with_places_merged,
)
from unrut.importers.text_tools import (
    company_in,
    day_of,
    json_value,
    list_at,
    plain_text,
    safe_link,
    text_of,
    unescaped,
    words_at,
    workplace_in,
)

HOSTS = frozenset(
    {"boards.greenhouse.io", "job-boards.greenhouse.io"}
    | {"boards.eu.greenhouse.io", "job-boards.eu.greenhouse.io", "jobs.gem.com"}
)
WORKPLACE_NAMES = frozenset(
    {"workplace", "workplace type", "work type", "work model", "work location type", "location type"}
    | {"remote", "is remote", "remote status", "working model"}
)
PEOPLE = "user"  # fields that name a colleague of the employer


class GreenhouseImporter:
    """Reads `{"jobs": [...]}`, boards by department or office, and single jobs as the public address gives them."""

    name = "greenhouse"
    label = "a Greenhouse job board"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where jobs carry the address field that only this format has."""
        return 0.95 if is_json_with(content, "absolute_url") else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the board."""
        jobs = numbered(_jobs(json_value(content)))
        return with_places_merged(collect(jobs, lambda job: _opening(job, company)))


def _jobs(value: Any) -> list[Any]:
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return value
    if not isinstance(value, Mapping):
        raise UnreadableFileError(
            "The file is not a Greenhouse job board, which has a list named jobs. "
            "Save the board's answer as it is."
        )
    if "departments" in value and "title" not in value and "jobs" not in value:
        return list(_by_department(value))
    if "offices" in value and "title" not in value and "jobs" not in value:
        return [job for office in records_at(value, "offices") for job in _by_department(office)]
    return list_at(value, "jobs") if "jobs" in value else [value]


def _by_department(record: Mapping[str, Any]) -> Iterator[Any]:
    """The jobs listed under departments, each with the department that lists it."""
    for department in records_at(record, "departments"):
        listed_by = [{"name": words_at(department, "name")}]
        for job in list_at(department, "jobs"):
            yield {"departments": listed_by, **job} if isinstance(job, Mapping) else job


def _opening(job: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(words_at(job, "title"))
    url = safe_link(job.get("absolute_url"))
    employer = words_at(job, "company_name") or company or company_in(url, HOSTS)
    place = _place(job)
    text = _text(job)
    pays = tuple(pay for pay in map(_pay, records_at(job, "pay_input_ranges")) if pay) or _own_pays(job)
    known, others = own_fields(_own_fields(job))
    return PostedOpening(
        source=GreenhouseImporter.name,
        key=key_of(words_at(job, "id"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=_workplace(job, place),
        url=url,
        hours=known.get("hours", ""),
        schedule=known.get("schedule", ""),
        contract=spaced(words_at(job, "employment_type")) or known.get("contract", ""),
        seniority=known.get("seniority", ""),
        education=known.get("education", ""),
        department="; ".join(unique(labels_at(job, "departments"))),
        category=known.get("category", ""),
        language=language_of(words_at(job, "language")),
        pay=pays_in_words(pays) or _own_pay(others),
        pays=pays,
        requisition=words_at(job, "requisition_id") or known.get("requisition", ""),
        posted_on=day_of(job.get("first_published")) or day_of(job.get("first_published_at")),
        updated_on=day_of(job.get("updated_at")),
        closes_on=day_of(job.get("application_deadline")),
        starts=known.get("starts", ""),
        text=text,
        more=told(*_offices(job, place), *others, *_application(job)),
    )


def _place(job: Mapping[str, Any]) -> str:
    stated = words_at(job, "location", "name") or words_at(job, "location")
    return joined_places(split_places(stated)) or joined_places(labels_at(job, "offices"))


def _offices(job: Mapping[str, Any], place: str) -> Iterator[tuple[str, str]]:
    """The offices, where they say more than the place."""
    offices = joined_places(map(_office, records_at(job, "offices")))
    if offices != place:
        yield "Offices", offices


def _office(office: Mapping[str, Any]) -> str:
    name, where = words_at(office, "name"), words_at(office, "location")
    if not name or where.startswith(name):
        return where or name
    return f"{name} ({where})" if where else name


def _workplace(job: Mapping[str, Any], place: str) -> Workplace:
    stated = workplace_in(f"{first_words(job, 'location_type', 'workplace_type')} {place}")
    if stated is not Workplace.UNKNOWN:
        return stated
    for field in records_at(job, "metadata"):
        if words_at(field, "name").casefold() in WORKPLACE_NAMES:
            says_yes = field.get("value") is True
            return Workplace.REMOTE if says_yes else workplace_in(readable(field.get("value")))
    return Workplace.UNKNOWN


def _text(job: Mapping[str, Any]) -> str:
    content = job.get("content")
    main = _content(content) if isinstance(content, str) else text_of(job.get("content_plain"))
    parts = [main, *(text_of(pay.get("blurb")) for pay in records_at(job, "pay_input_ranges"))]
    return "\n\n".join(part for part in parts if part)


def _content(content: str) -> str:
    """The board escapes its HTML once more; content that shows a tag was unescaped by whoever saved it."""
    return plain_text(content if "<" in content else unescaped(content))


def _pay(entry: Mapping[str, Any]) -> Pay | None:
    title = words_at(entry, "title").rstrip(" :")
    low = _in_units(entry, "min_cents") or first_words(entry, "min_value", "min")
    high = _in_units(entry, "max_cents") or first_words(entry, "max_value", "max")
    currency = first_words(entry, "currency_type", "currency", "unit")
    period = first_words(entry, "interval", "period") or title
    pay = pay_from(low, high, currency, period, kind=kind_of(title))
    said = f"{title}: {pay.said.words}" if pay and title else ""
    return pay_from(low, high, currency, period, kind=kind_of(title), said=said) if said else pay


def _in_units(entry: Mapping[str, Any], name: str) -> float | None:
    cents = figure_of(entry.get(name))
    return cents / 100 if cents else None


def _own_fields(job: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The fields an employer added; a range of money in words, and no names of colleagues."""
    for field in records_at(job, "metadata"):
        if words_at(field, "value_type") != PEOPLE:
            yield words_at(field, "name"), _own_value(words_at(field, "name"), field.get("value"))


def _own_value(name: str, value: Any) -> str:
    if isinstance(value, Mapping) and "unit" in value:
        pay = _own_range(name, value)
        return pay.said.words if pay else ""
    return readable(value)


def _own_range(name: str, value: Any) -> Pay | None:
    """An amount or a range of money in a field of the employer's own, whose name may tell the period."""
    low, high = (first_words(value, end, "amount") for end in ("min_value", "max_value"))
    return pay_from(low, high, words_at(value, "unit"), name, kind=kind_of(name))


def _own_pays(job: Mapping[str, Any]) -> tuple[Pay, ...]:
    named = ((words_at(field, "name"), field.get("value")) for field in records_at(job, "metadata"))
    ranges = (_own_range(name, value) for name, value in named if _is_pay(name))
    return tuple(pay for pay in ranges if pay)


def _own_pay(others: tuple[tuple[str, str], ...]) -> str:
    """What a field of the employer's own says of pay, where the board states none."""
    return next((words for label, words in others if _is_pay(label)), "")


def _is_pay(label: str) -> bool:
    return any(word in label.casefold() for word in ("salary", "pay range", "compensation", "wage"))


def _application(job: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What the application asks for, as single jobs state it, and what is said of machines that read it."""
    for name in ("education", "employment"):
        stated = words_at(job, name).removeprefix(f"{name}_")
        if stated and stated != "hidden":
            yield f"{name.capitalize()} in the application", stated
    yield "AI disclaimer", text_of(job.get("ai_disclaimer"))
