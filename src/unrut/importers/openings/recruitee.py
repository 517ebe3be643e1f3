"""Openings from the careers sites of Recruitee."""

from collections.abc import Iterator, Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import (
    company_of_host,
    entries_of,
    figure_of,
    first_words,
    is_json_with,
    joined_places,
    label_at,
    labels_at,
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
from unrut.importers.text_tools import day_of, json_value, safe_link, text_of, words_at

DOMAIN = "recruitee.com"
FLAGS = {"hybrid": Workplace.HYBRID, "remote": Workplace.REMOTE, "on_site": Workplace.ON_SITE}
SHOWN = "published"


class RecruiteeImporter:
    """Reads `{"offers": [...]}` and single offers."""

    name = "recruitee"
    label = "a Recruitee careers site"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where offers carry the address field that only this format has."""
        return 0.95 if is_json_with(content, "careers_url") else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the site."""
        return collect(numbered(_offers(json_value(content))), lambda offer: _opening(offer, company))


def _offers(value: Any) -> list[Any]:
    inner = value["offer"] if mapping_at(value, "offer") else value
    found = entries_of(inner, "offers", is_one=lambda entry: "title" in entry or "translations" in entry)
    if found is None:
        raise UnreadableFileError(
            "The file is not a Recruitee careers site, which has a list named offers. "
            "Save the site's answer as it is."
        )
    return found


def _opening(offer: Mapping[str, Any], company: str) -> PostedOpening:
    language = _language(offer)
    own = mapping_at(offer, "translations", language)
    title = required_title(words_at(offer, "title") or words_at(own, "title"))
    url = safe_link(offer.get("careers_url"))
    employer = words_at(offer, "company_name") or company or company_of_host(url, DOMAIN)
    place = _place(offer)
    text = _text(offer) or _text(own)
    salary = mapping_at(offer, "salary")
    pay = pay_from(
        salary.get("min"), salary.get("max"), words_at(salary, "currency"), words_at(salary, "period")
    )
    known, others = own_fields(_own_fields(offer))
    return PostedOpening(
        source=RecruiteeImporter.name,
        key=key_of(
            first_words(offer, "id", "guid", "slug"), title=title, company=employer, place=place, text=text
        ),
        title=title,
        company=employer,
        place=place,
        workplace=_workplace(offer),
        url=url,
        apply_url=safe_link(offer.get("careers_apply_url")),
        hours=_hours(offer) or known.get("hours", ""),
        schedule=known.get("schedule", ""),
        contract=_code(offer, "employment_type_code") or known.get("contract", ""),
        seniority=_code(offer, "experience_code") or known.get("seniority", ""),
        education=_code(offer, "education_code") or known.get("education", ""),
        department=label_at(offer, "department"),
        category=_code(offer, "category_code") or known.get("category", ""),
        language=language,
        pay=pay.said.words if pay else "",
        pays=(pay,) if pay else (),
        requisition=known.get("requisition", ""),
        posted_on=day_of(offer.get("published_at")) or day_of(offer.get("created_at")),
        updated_on=day_of(offer.get("updated_at")),
        closes_on=day_of(offer.get("close_at")),
        starts=known.get("starts", ""),
        text=text,
        more=told(*_more(offer), *others, *_translations(offer, language)),
    )


def _language(offer: Mapping[str, Any]) -> str:
    """The language of the main text: the only one there is, or that of the same title."""
    written = mapping_at(offer, "translations")
    title = words_at(offer, "title")
    same = [code for code in written if not title or words_at(written, code, "title") == title]
    return str([*same, *written, ""][0])


def _place(offer: Mapping[str, Any]) -> str:
    listed = joined_places(map(_one_place, records_at(offer, "locations")))
    region, country = words_at(offer, "state_name"), first_words(offer, "country", "country_code")
    return listed or place_of(words_at(offer, "city"), region, country) or words_at(offer, "location")


def _one_place(location: Mapping[str, Any]) -> str:
    town, region = words_at(location, "city"), first_words(location, "state", "state_name")
    country = first_words(location, "country", "country_name", "country_code")
    return place_of(town, region, country) or words_at(location, "name")


def _workplace(offer: Mapping[str, Any]) -> Workplace:
    """The one workplace that is flagged; remote or on site, as one likes, is none of our kinds."""
    flagged = [workplace for name, workplace in FLAGS.items() if offer.get(name) is True]
    if Workplace.HYBRID in flagged:
        return Workplace.HYBRID
    return flagged[0] if len(flagged) == 1 else Workplace.UNKNOWN


def _hours(offer: Mapping[str, Any]) -> str:
    ends = (_end(offer, "min"), _end(offer, "max"))
    figures = unique(f"{end:g}" for end in ends if end)
    lead = "" if ends[0] and ends[1] else "from " if ends[0] else "up to "
    return f"{lead}{' to '.join(figures)} hours per week" if figures else ""


def _end(offer: Mapping[str, Any], end: str) -> float | None:
    return figure_of(offer.get(f"{end}_hours_per_week")) or figure_of(offer.get(f"{end}_hours"))


def _code(offer: Mapping[str, Any], name: str) -> str:
    return spaced(words_at(offer, name))


def _text(record: Mapping[str, Any]) -> str:
    """The highlight, the description and the requirements, whose headings stand in the texts themselves."""
    return sections(("", record.get(name)) for name in ("highlight", "description", "requirements"))


def _own_fields(offer: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for field in records_at(offer, "dynamic_fields"):
        value = next((field[name] for name in ("value", "values", "options") if field.get(name)), None)
        yield first_words(field, "title", "name", "label"), readable(value)


def _more(offer: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for location in records_at(offer, "locations"):
        if words_at(location, "name") not in _one_place(location):
            yield "Location", words_at(location, "name")
        parts = (words_at(location, name) for name in ("street", "postal_code"))
        yield "Address", ", ".join(part for part in parts if part)
        yield "Location note", text_of(location.get("note"))
    flagged = [spaced(name) for name in FLAGS if offer.get(name) is True]
    if len(flagged) > 1:
        yield "Workplace", "; ".join(flagged)
    if words_at(offer, "published_at")[:10] != words_at(offer, "created_at")[:10]:
        yield "Created", words_at(offer, "created_at")[:10]
    yield "Tags", "; ".join(unique(labels_at(offer, "tags")))
    yield "Questions in the application", "; ".join(_questions(offer))
    if words_at(offer, "status") != SHOWN:
        yield "Status", spaced(words_at(offer, "status"))


def _questions(offer: Mapping[str, Any]) -> list[str]:
    return unique(words_at(question, "body") for question in records_at(offer, "open_questions"))


def _translations(offer: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    """Titles and texts in the other languages, which the main text does not hold."""
    written = mapping_at(offer, "translations")
    for code in written:
        if code != language:
            yield f"Title ({code})", words_at(written, code, "title")
            yield f"Text ({code})", _text(mapping_at(written, code))
