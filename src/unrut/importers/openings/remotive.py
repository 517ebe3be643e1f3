"""Openings from the public list of Remotive."""

from collections.abc import Iterator, Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import (
    entries_of,
    first_words,
    is_json_with,
    label_at,
    labels_at,
    line_of,
    spaced,
    told,
)
from unrut.importers.text_tools import day_of, json_value, safe_link, text_of, words_at


class RemotiveImporter:
    """Reads `{"jobs": [...]}` of `/api/remote-jobs`."""

    name = "remotive"
    label = "the list of Remotive"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure by the fields that only this list has together."""
        is_ours = is_json_with(content, "candidate_required_location", "company_name", "publication_date")
        return 0.95 if is_ours else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the list."""
        found = entries_of(
            json_value(content), "jobs", is_one=lambda job: "candidate_required_location" in job
        )
        if found is None:
            raise UnreadableFileError(
                "The file is not the list of Remotive, which has a list named jobs. Save its answer as it is."
            )
        return collect(numbered(found), lambda job: _opening(job, company))


def _opening(job: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(line_of(job.get("title")))
    employer = label_at(job, "company_name") or label_at(job, "company") or company
    area = words_at(job, "candidate_required_location")
    text = text_of(job.get("description"))
    return PostedOpening(
        source=RemotiveImporter.name,
        key=key_of(words_at(job, "id"), title=title, company=employer, place=area, text=text),
        title=title,
        company=employer,
        place=area,
        workplace=Workplace.REMOTE,  # the list holds nothing else
        remote_area=area,
        url=safe_link(job.get("url")),
        contract=spaced(first_words(job, "job_type")),
        category=label_at(job, "category"),
        pay=words_at(job, "salary"),
        posted_on=day_of(job.get("publication_date")),
        text=text,
        more=told(*_more(job)),
    )


def _more(job: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "Tags", "; ".join(labels_at(job, "tags"))
