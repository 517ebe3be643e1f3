"""Openings from the public list of Himalayas."""

from collections.abc import Iterator, Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Pay, Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import (
    entries_of,
    first_words,
    is_json_with,
    joined_places,
    labels_at,
    not_in,
    pay_from,
    spaced,
    told,
    unique,
)
from unrut.importers.text_tools import (
    LARGEST_NUMBER,
    day_of,
    json_value,
    list_at,
    safe_link,
    text_of,
    words_at,
)

ANYWHERE = "Worldwide"
OURS = ("locationRestrictions", "timezoneRestrictions", "applicationLink")


class HimalayasImporter:
    """Reads `{"jobs": [...]}` of `/jobs/api` and of its search."""

    name = "himalayas"
    label = "the list of Himalayas"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure by the limits on places that only this list has."""
        return 0.95 if any(is_json_with(content, "companyName", field) for field in OURS[:2]) else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the list."""
        found = entries_of(json_value(content), "jobs", "data", is_one=lambda job: "companyName" in job)
        if found is None:
            raise UnreadableFileError(
                "The file is not the list of Himalayas, which has a list named jobs. Save its answer as it is."
            )
        return collect(numbered(found), lambda job: _opening(job, company))


def _opening(job: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(words_at(job, "title"))
    employer = words_at(job, "companyName") or company
    area = _area(job)
    text = text_of(job.get("description")) or text_of(job.get("excerpt"))
    pay = _pay(job)
    return PostedOpening(
        source=HimalayasImporter.name,
        key=key_of(_key(job), title=title, company=employer, place=area, text=text),
        title=title,
        company=employer,
        place=area,
        workplace=Workplace.REMOTE,  # the list holds nothing else
        remote_area=area,
        url=safe_link(job.get("guid")) or safe_link(job.get("applicationLink")),
        apply_url=safe_link(job.get("applicationLink")),
        contract=first_words(job, "employmentType"),
        seniority="; ".join(labels_at(job, "seniority")) or words_at(job, "seniority"),
        category="; ".join(labels_at(job, "parentCategories") or labels_at(job, "categories")),
        pay=pay.said.words if pay else "",
        pays=(pay,) if pay else (),
        posted_on=day_of(job.get("pubDate")),
        closes_on=day_of(job.get("expiryDate")),
        text=text,
        more=told(*_more(job, text)),
    )


def _key(job: Mapping[str, Any]) -> str:
    """The last part of the opening's own address, which is long."""
    guid = first_words(job, "guid", "id", "applicationLink")
    return guid if "/" not in guid else "/".join(guid.rstrip("/").split("/")[-3::2])


def _area(job: Mapping[str, Any]) -> str:
    """From where one may work: a list that is empty means from anywhere, none at all says nothing."""
    stated = joined_places(labels_at(job, "locationRestrictions"))
    is_open = isinstance(job.get("locationRestrictions"), list) and not job["locationRestrictions"]
    return stated or (ANYWHERE if is_open else words_at(job, "locationRestrictions"))


def _pay(job: Mapping[str, Any]) -> Pay | None:
    period = first_words(job, "salaryPeriod", "salaryInterval")
    return pay_from(job.get("minSalary"), job.get("maxSalary"), words_at(job, "currency"), period)


def _more(job: Mapping[str, Any], text: str) -> Iterator[tuple[str, str]]:
    yield "Time zones", _zones(job)
    if list_at(job, "parentCategories"):
        yield (
            "Categories",
            "; ".join(unique(spaced(label.replace("-", " ")) for label in labels_at(job, "categories"))),
        )
    yield "Excerpt", not_in(text, text_of(job.get("excerpt")))


def _zones(job: Mapping[str, Any]) -> str:
    """The time zones in which one may work, as hours from UTC."""
    return "; ".join(unique(map(_zone, list_at(job, "timezoneRestrictions"))))


def _zone(value: Any) -> str:
    is_hours = (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and -LARGEST_NUMBER < value < LARGEST_NUMBER
    )
    return f"UTC{value:+g}" if is_hours else words_at({"zone": value}, "zone")
