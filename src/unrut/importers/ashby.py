"""Openings from the public job board of Ashby."""

import re
from collections.abc import Mapping
from typing import Any

from unrut.importers.contract import (
    Parsed,
    PostedOpening,
    UnreadableFileError,
    UnreadableRecordError,
    collect,
    key_of,
    numbered,
    required_title,
)
from unrut.importers.text_tools import (
    company_in,
    day_of,
    is_json,
    json_value,
    list_at,
    remote_in,
    safe_link,
    text_of,
    words_at,
)

HOSTS = frozenset({"jobs.ashbyhq.com"})


class AshbyImporter:
    """Reads `{"jobs": [...], "apiVersion": ...}`."""

    name = "ashby"
    label = "an Ashby job board"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where a list of jobs carries the address field of this format."""
        if not is_json(content) or b'"jobs"' not in content:
            return 0.0
        found = sum(field in content for field in (b'"apiVersion"', b'"jobUrl"'))
        return (0.0, 0.6, 0.95)[found]

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The listed openings of the board; one the company has taken down is named as a problem."""
        return collect(numbered(_jobs(json_value(content))), lambda job: _opening(job, company))


def _jobs(value: Any) -> list[Any]:
    if isinstance(value, Mapping) and isinstance(value.get("jobs"), list):
        return list_at(value, "jobs")
    raise UnreadableFileError(
        "The file is not an Ashby job board, which has a list named jobs. Save the board's answer as it is."
    )


def _opening(job: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(words_at(job, "title"))
    if job.get("isListed") is False:
        raise UnreadableRecordError(f'"{title}" is no longer listed by the company, so it was left out.')
    url = safe_link(job.get("jobUrl")) or safe_link(job.get("applyUrl"))
    employer = company or company_in(url, HOSTS)
    place = _place(job)
    text = text_of(job.get("descriptionHtml")) or text_of(job.get("descriptionPlain"))
    return PostedOpening(
        source=AshbyImporter.name,
        key=key_of(words_at(job, "id"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        is_remote=_is_remote(job),
        url=url,
        contract=_spaced(words_at(job, "employmentType")),
        pay=_pay(job),
        posted_on=day_of(job.get("publishedAt")),
        text=text,
    )


def _place(job: Mapping[str, Any]) -> str:
    others = (words_at(other, "location") for other in list_at(job, "secondaryLocations"))
    return "; ".join(place for place in (words_at(job, "location"), *others) if place)


def _is_remote(job: Mapping[str, Any]) -> bool | None:
    """The kind of workplace first: boards set the remote flag for hybrid jobs as well."""
    stated = remote_in(_spaced(words_at(job, "workplaceType")))
    if stated is not None:
        return stated
    flag = job.get("isRemote")
    return flag if isinstance(flag, bool) else None


def _spaced(words: str) -> str:
    """Words run together, such as "FullTime", set apart."""
    return re.sub(r"(?<=[a-z])[A-Z]", lambda letter: f" {letter[0].lower()}", words)


def _pay(job: Mapping[str, Any]) -> str:
    names = ("compensationTierSummary", "scrapeableCompensationSalarySummary")
    return next((pay for name in names if (pay := words_at(job, "compensation", name))), "")
