"""Openings from the public list of The Muse."""

from collections.abc import Iterator, Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import (
    entries_of,
    is_json_with,
    joined_places,
    label_at,
    labels_at,
    line_of,
    told,
)
from unrut.importers.text_tools import day_of, json_value, safe_link, text_of, words_at, workplace_in

FLEXIBLE = "Flexible / Remote"


class TheMuseImporter:
    """Reads `{"results": [...]}` of `/api/public/jobs`, and single jobs."""

    name = "themuse"
    label = "the list of The Muse"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure by the fields that only this list has together."""
        return 0.95 if is_json_with(content, "contents", "landing_page", "locations") else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the list."""
        found = entries_of(json_value(content), "results", "jobs", is_one=lambda job: "contents" in job)
        if found is None:
            raise UnreadableFileError(
                "The file is not the list of The Muse, which has a list named results. Save its answer as it is."
            )
        return collect(numbered(found), lambda job: _opening(job, company))


def _opening(job: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(line_of(job.get("name")))
    employer = label_at(job, "company") or company
    places = labels_at(job, "locations")
    place = joined_places(places)
    text = text_of(job.get("contents"))
    return PostedOpening(
        source=TheMuseImporter.name,
        key=key_of(words_at(job, "id"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=_workplace(title, places),
        url=safe_link(_link(job)),
        seniority="; ".join(labels_at(job, "levels")),
        category="; ".join(labels_at(job, "categories")),
        posted_on=day_of(job.get("publication_date")),
        text=text,
        more=told(*_more(job)),
    )


def _link(job: Mapping[str, Any]) -> Any:
    refs = job.get("refs")
    return refs.get("landing_page") if isinstance(refs, Mapping) else None


def _workplace(title: str, places: list[str]) -> Workplace:
    """Remote where no place but the flexible one is named; beside others it may be either."""
    if places and all(place == FLEXIBLE for place in places):
        return Workplace.REMOTE
    return workplace_in(" ".join([title, *(place for place in places if place != FLEXIBLE)]))


def _more(job: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "Tags", "; ".join(labels_at(job, "tags"))
