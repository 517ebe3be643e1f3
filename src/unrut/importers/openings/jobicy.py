"""Openings from the public list of Jobicy."""

from collections.abc import Iterator, Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Pay, Period, Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import (
    entries_of,
    first_words,
    is_json_with,
    joined_places,
    labels_at,
    line_of,
    not_in,
    pay_from,
    spaced,
    told,
)
from unrut.importers.text_tools import day_of, json_value, safe_link, text_of, words_at

NO_LEVEL = "any"


class JobicyImporter:
    """Reads `{"jobs": [...]}` of `/api/v2/remote-jobs`."""

    name = "jobicy"
    label = "the list of Jobicy"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure by the fields that only this list has together."""
        is_ours = is_json_with(content, "jobTitle", "jobGeo") or is_json_with(
            content, "jobTitle", "jobExcerpt"
        )
        return 0.95 if is_ours else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the list."""
        found = entries_of(json_value(content), "jobs", "data", is_one=lambda job: "jobTitle" in job)
        if found is None:
            raise UnreadableFileError(
                "The file is not the list of Jobicy, which has a list named jobs. Save its answer as it is."
            )
        return collect(numbered(found), lambda job: _opening(job, company))


def _opening(job: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(line_of(job.get("jobTitle")))
    employer = line_of(job.get("companyName")) or company
    area = _area(job)
    text = text_of(job.get("jobDescription")) or text_of(job.get("jobExcerpt"))
    level = words_at(job, "jobLevel")
    pay = _pay(job)
    return PostedOpening(
        source=JobicyImporter.name,
        key=key_of(first_words(job, "id", "jobSlug"), title=title, company=employer, place=area, text=text),
        title=title,
        company=employer,
        place=area,
        workplace=Workplace.REMOTE,  # the list holds nothing else
        remote_area=area,
        url=safe_link(job.get("url")),
        contract="; ".join(map(spaced, _labels(job, "jobType"))),
        seniority="" if level.lower() == NO_LEVEL else level,
        category="; ".join(_labels(job, "jobIndustry")),
        pay=pay.said.words if pay else "",
        pays=(pay,) if pay else (),
        posted_on=day_of(job.get("pubDate")),
        text=text,
        more=told(*_more(job, text)),
    )


def _labels(job: Mapping[str, Any], name: str) -> list[str]:
    return [line_of(label) for label in labels_at(job, name) or [words_at(job, name)] if label]


def _area(job: Mapping[str, Any]) -> str:
    """Where one may work from; several countries are parted by commas."""
    named = _labels(job, "jobGeo")
    return joined_places(part.strip() for words in named for part in words.split(","))


def _pay(job: Mapping[str, Any]) -> Pay | None:
    """The older version states a year's pay in its names, the newer one the period beside it."""
    currency = words_at(job, "salaryCurrency")
    yearly = pay_from(job.get("annualSalaryMin"), job.get("annualSalaryMax"), currency, Period.YEAR)
    return yearly or pay_from(
        job.get("salaryMin"), job.get("salaryMax"), currency, words_at(job, "salaryPeriod")
    )


def _more(job: Mapping[str, Any], text: str) -> Iterator[tuple[str, str]]:
    yield "Excerpt", not_in(text, text_of(job.get("jobExcerpt")))
