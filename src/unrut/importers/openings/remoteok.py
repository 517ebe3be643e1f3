"""Openings from the public list of Remote OK."""

from collections.abc import Iterator, Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Period, Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import entries_of, first_words, labels_at, line_of, pay_from, told
from unrut.importers.text_tools import day_of, is_json, json_value, safe_link, text_of, words_at

HEAD = 1024 * 1024
SIGNS = (b"remoteok.com", b"remoteok.io", b"remoteOK.com", b"remoteok\\", b"remoteOK.com\\")


class RemoteOkImporter:
    """Reads the list of `/api`, whose first entry is a legal notice."""

    name = "remoteok"
    label = "the list of Remote OK"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure by its addresses or its notice, beside the field that it calls position."""
        head = content[:HEAD] if is_json(content) else b""
        is_ours = b'"position"' in head and (b'"epoch"' in head or any(sign in head for sign in SIGNS))
        return 0.95 if is_ours and b'"slug"' in head else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the list."""
        found = entries_of(json_value(content), "jobs", "data", is_one=lambda job: "position" in job)
        if found is None:
            raise UnreadableFileError(
                "The file is not the list of Remote OK, which is a plain list. Save its answer as it is."
            )
        jobs = ((where, job) for where, job in numbered(found) if not _is_notice(job))
        return collect(jobs, lambda job: _opening(job, company))


def _is_notice(entry: Any) -> bool:
    return (
        isinstance(entry, Mapping)
        and "position" not in entry
        and ("legal" in entry or "last_updated" in entry)
    )


def _opening(job: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(line_of(job.get("position")) or line_of(job.get("title")))
    employer = line_of(job.get("company")) or company
    place = words_at(job, "location")
    text = text_of(job.get("description"))
    # The board asks employers for the pay of a full year in dollars of the United States.
    pay = pay_from(job.get("salary_min"), job.get("salary_max"), "USD", Period.YEAR)
    return PostedOpening(
        source=RemoteOkImporter.name,
        key=key_of(first_words(job, "id", "slug"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=Workplace.REMOTE,  # the list holds nothing else
        remote_area=place,
        url=safe_link(job.get("url")),
        apply_url=safe_link(job.get("apply_url")),
        pay=pay.said.words if pay else words_at(job, "salary"),
        pays=(pay,) if pay else (),
        posted_on=day_of(job.get("date")) or day_of(job.get("epoch")),
        text=text,
        more=told(*_more(job)),
    )


def _more(job: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "Tags", "; ".join(labels_at(job, "tags"))
    yield "Verified", "yes" if job.get("verified") is True else ""
