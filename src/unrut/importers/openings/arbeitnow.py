"""Openings from the public list of Arbeitnow."""

from collections.abc import Iterator, Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import (
    entries_of,
    is_json_with,
    joined_places,
    labels_at,
    line_of,
    split_places,
    told,
)
from unrut.importers.text_tools import day_of, json_value, safe_link, text_of, words_at, workplace_in


class ArbeitnowImporter:
    """Reads `{"data": [...]}` of `/api/job-board-api`."""

    name = "arbeitnow"
    label = "the list of Arbeitnow"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure by the fields that only this list has together."""
        return 0.95 if is_json_with(content, "slug", "company_name", "job_types", "created_at") else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the list."""
        found = entries_of(json_value(content), "data", "jobs", is_one=lambda job: "job_types" in job)
        if found is None:
            raise UnreadableFileError(
                "The file is not the list of Arbeitnow, which has a list named data. Save its answer as it is."
            )
        return collect(numbered(found), lambda job: _opening(job, company))


def _opening(job: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(line_of(job.get("title")))
    employer = words_at(job, "company_name") or company
    place = joined_places(split_places(words_at(job, "location")))
    text = text_of(job.get("description"))
    return PostedOpening(
        source=ArbeitnowImporter.name,
        key=key_of(words_at(job, "slug"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=_workplace(job, title, place),
        url=safe_link(job.get("url")),
        contract="; ".join(labels_at(job, "job_types")),
        category="; ".join(labels_at(job, "tags")),
        posted_on=day_of(job.get("created_at")),
        text=text,
        more=told(*_more(job)),
    )


def _workplace(job: Mapping[str, Any], title: str, place: str) -> Workplace:
    """Hybrid is said in words alone; a flag that is not set may mean hybrid or on site, so it says neither."""
    in_words = workplace_in(f"{title} {place}")
    if job.get("remote") is True:
        return Workplace.HYBRID if in_words is Workplace.HYBRID else Workplace.REMOTE
    return in_words


def _more(job: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "Remote", "no" if job.get("remote") is False else ""
    yield "Visa sponsorship", "yes" if job.get("visa_sponsorship") is True else ""
