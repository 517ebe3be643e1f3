"""Openings from the careers sites of Breezy HR."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.dates import day_in
from unrut.importers.openings.fields import (
    company_of_host,
    entries_of,
    first_words,
    is_json_with,
    joined_places,
    label_at,
    labels_at,
    line_of,
    mapping_at,
    place_of,
    readable,
    records_at,
    sections,
    spaced,
    told,
    workplace_of,
)
from unrut.importers.text_tools import json_value, safe_link, words_at

DOMAIN = "breezy.hr"
MARKS = ("published_date", "creation_date", "remote_details")
UNTRANSLATED = "%LABEL"  # the name of a text, where a site was answered before its texts were filled in
PUBLISHED = "published"


class BreezyImporter:
    """Reads the list that a careers site gives at `/json`."""

    name = "breezy"
    label = "a Breezy careers site"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where positions carry the friendly identity that only this format has."""
        is_breezy = any(is_json_with(content, "friendly_id", "name", mark) for mark in MARKS)
        return 0.95 if is_breezy else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the site."""
        return collect(
            numbered(_positions(json_value(content))), lambda position: _opening(position, company)
        )


def _positions(value: Any) -> list[Any]:
    found = entries_of(value, "positions", "jobs", "data", is_one=lambda entry: "friendly_id" in entry)
    if found is None:
        raise UnreadableFileError(
            "The file is not a Breezy careers site, which is a list of positions. Save the site's answer as it is."
        )
    return found


def _opening(position: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(line_of(position.get("name")))
    url = safe_link(position.get("url"))
    employer = label_at(position, "company") or company or company_of_host(url, DOMAIN)
    places = [
        place for place in (mapping_at(position, "location"), *records_at(position, "locations")) if place
    ]
    place = joined_places(map(_one_place, places)) or words_at(position, "location")
    text = sections([("", position.get("description")), ("Requirements", position.get("requirements"))])
    return PostedOpening(
        source=BreezyImporter.name,
        key=key_of(first_words(position, "id", "_id"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=_workplace(position, places, place),
        url=url,
        apply_url=safe_link(position.get("apply_url")),
        contract=_type(position),
        seniority=label_at(position, "experience"),
        education=label_at(position, "education"),
        department=label_at(position, "department"),
        category=label_at(position, "category"),
        pay=readable(position.get("salary")),
        requisition=words_at(position, "requisition_id"),
        posted_on=day_in(first_words(position, "published_date", "creation_date")),
        updated_on=day_in(position.get("updated_date")),
        text=text,
        more=told(*_more(position, places)),
    )


def _type(position: Mapping[str, Any]) -> str:
    stated = label_at(position, "type")
    return spaced(words_at(position, "type", "id")) if stated.startswith(UNTRANSLATED) else stated


def _one_place(place: Mapping[str, Any]) -> str:
    """The place as the site writes it, else of its parts."""
    name = words_at(place, "name")
    if name and not name.startswith(UNTRANSLATED):
        return name
    return place_of(words_at(place, "city"), label_at(place, "state"), _country(place))


def _country(place: Mapping[str, Any]) -> str:
    return place_of("", "", label_at(place, "country"))


def _workplace(position: Mapping[str, Any], places: Sequence[Mapping[str, Any]], words: str) -> Workplace:
    """Where the work is done, by the words on it; by the marks of the places only where all of these agree."""
    details = " ".join(first_words(mapping_at(place, "remote_details"), "label", "value") for place in places)
    stated = workplace_of(details, words)
    marks = {place.get("is_remote") is True for place in places} or {False}
    is_remote = marks == {True} or position.get("is_remote") is True
    return Workplace.REMOTE if stated is Workplace.UNKNOWN and is_remote else stated


def _more(position: Mapping[str, Any], places: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    for place in places:
        yield "Address", words_at(place, "streetAddress") or words_at(place, "streetAddress", "custom")
        yield "Postal code", words_at(place, "zip_code")
        country = _country(place)
        yield "Country", "" if country in _one_place(place) else country
        yield "Remote", _remote_words(place)
    for tag in labels_at(position, "tags"):
        yield "Tag", tag
    state = words_at(position, "state")
    yield "State", "" if state == PUBLISHED else state


def _remote_words(place: Mapping[str, Any]) -> str:
    details = mapping_at(place, "remote_details")
    return first_words(details, "description", "label") or spaced(words_at(details, "value"))
