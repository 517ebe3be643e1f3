"""Openings from the careers pages of BambooHR: the list, the details of one, and an account's list."""

from collections.abc import Iterator, Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import (
    company_of_host,
    entries_of,
    first_words,
    is_json_with,
    joined_places,
    label_at,
    mapping_at,
    place_of,
    stated,
    told,
)
from unrut.importers.text_tools import day_of, json_value, one_line, safe_link, text_of, words_at

DOMAIN = "bamboohr.com"
KINDS = {"0": Workplace.ON_SITE, "1": Workplace.REMOTE, "2": Workplace.HYBRID}
MORE = {"employmentType": "Employment type", "jobCategoryLabel": "Job category", "industry": "Industry"}
OPEN = "Open"


class BambooHrImporter:
    """Reads `{"result": [...]}`, `{"result": {"jobOpening": {...}}}` and a bare list of jobs."""

    name = "bamboohr"
    label = "a BambooHR careers page"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where openings carry the name field that only this format has."""
        if is_json_with(content, "jobOpeningName"):
            return 0.95
        return 0.9 if is_json_with(content, "postedDate", "newApplicantsCount") else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the page."""
        return collect(numbered(_jobs(json_value(content))), lambda job: _opening(job, company))


def _jobs(value: Any) -> list[Any]:
    inner = mapping_at(value, "result", "jobOpening") or mapping_at(value, "jobOpening") or value
    found = entries_of(inner, "result", "jobs", is_one=lambda entry: "jobOpeningName" in entry)
    if found is None:
        raise UnreadableFileError(
            "The file is not a BambooHR careers page, which has a list named result. "
            "Save the page's answer as it is."
        )
    return found


def _opening(job: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(words_at(job, "jobOpeningName") or label_at(job, "title"))
    url = safe_link(job.get("jobOpeningShareUrl")) or safe_link(job.get("postingUrl"))
    employer = company or company_of_host(url, DOMAIN)
    place = _place(job)
    text = text_of(job.get("description"))
    return PostedOpening(
        source=BambooHrImporter.name,
        key=key_of(_number(job, url), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=_workplace(job),
        url=url,
        contract=words_at(job, "employmentStatusLabel") or label_at(job, "employmentStatus"),
        seniority=label_at(job, "minimumExperience"),
        department=words_at(job, "departmentLabel") or label_at(job, "department"),
        pay=one_line(text_of(job.get("compensation"))),
        posted_on=day_of(job.get("datePosted")) or day_of(job.get("postedDate")),
        text=text,
        more=told(*_more(job)),
    )


def _number(job: Mapping[str, Any], url: str) -> str:
    """The number of the opening, which its details give only as the end of their address."""
    end = url.rstrip("/").rsplit("/", 1)[-1]
    return words_at(job, "id") or (end if end.isdecimal() else "")


def _place(job: Mapping[str, Any]) -> str:
    """The office and the place written in by hand, either of which may be empty."""
    office, typed = mapping_at(job, "location"), mapping_at(job, "atsLocation")
    known = [_one_place(office), _one_place(typed)]
    return joined_places(known) or label_at(job, "location")


def _one_place(location: Mapping[str, Any]) -> str:
    address = mapping_at(location, "address") or location
    region = first_words(address, "state", "province")
    return place_of(words_at(address, "city"), region, first_words(address, "country", "addressCountry"))


def _workplace(job: Mapping[str, Any]) -> Workplace:
    if job.get("isRemote") is True:
        return Workplace.REMOTE
    return KINDS.get(words_at(job, "locationType"), Workplace.UNKNOWN)


def _more(job: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from stated(job, MORE)
    yield "Postal code", words_at(job, "location", "postalCode")
    status = words_at(job, "jobOpeningStatus") or label_at(job, "status")
    if status != OPEN:
        yield "Status", status
