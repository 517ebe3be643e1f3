"""Openings from the search of Adzuna."""

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from unrut.core.explore.openings.kinds import Pay, Period
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.fields import (
    entries_of,
    is_json_with,
    label_at,
    labels_at,
    line_of,
    pay_from,
    spaced,
    told,
)
from unrut.importers.text_tools import day_of, json_value, safe_link, text_of, words_at, workplace_in

# Pay stands there in the money of the country whose site it is.
CURRENCIES = {
    "co.uk": "GBP", "com": "USD", "at": "EUR", "de": "EUR", "fr": "EUR", "it": "EUR", "nl": "EUR", "be": "EUR", "es": "EUR",
    "ca": "CAD", "com.au": "AUD", "co.nz": "NZD", "pl": "PLN", "ch": "CHF", "in": "INR", "sg": "SGD", "co.za": "ZAR",
    "com.br": "BRL", "com.mx": "MXN",
}  # fmt: skip
TRUE = frozenset({"1", "true", "True"})


class AdzunaImporter:
    """Reads `{"results": [...]}` of `/v1/api/jobs/<country>/search`."""

    name = "adzuna"
    label = "a search of Adzuna"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure by the fields that only this search has."""
        is_ours = is_json_with(content, "salary_is_predicted") or is_json_with(
            content, "redirect_url", "adref"
        )
        return 0.95 if is_ours else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the search."""
        found = entries_of(json_value(content), "results", "jobs", is_one=lambda job: "redirect_url" in job)
        if found is None:
            raise UnreadableFileError(
                "The file is not a search of Adzuna, which has a list named results. Save its answer as it is."
            )
        return collect(numbered(found), lambda job: _opening(job, company))


def _opening(job: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(line_of(job.get("title")))
    employer = words_at(job, "company", "display_name") or label_at(job, "company") or company
    place = words_at(job, "location", "display_name") or ", ".join(
        reversed(labels_at(job, "location", "area"))
    )
    text = text_of(job.get("description"))
    url = safe_link(job.get("redirect_url"))
    pay = _pay(job, url)
    is_stated = pay is not None and not _is_predicted(job)
    return PostedOpening(
        source=AdzunaImporter.name,
        key=key_of(words_at(job, "id"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=workplace_in(f"{title} {place}"),
        url=url,
        schedule=spaced(words_at(job, "contract_time")),
        contract=spaced(words_at(job, "contract_type")),
        category=label_at(job, "category"),
        pay=pay.said.words if pay and is_stated else "",
        pays=(pay,) if pay and is_stated else (),
        posted_on=day_of(job.get("created")),
        text=text,
        more=told(*_more(job, place, None if is_stated else pay)),
    )


def _pay(job: Mapping[str, Any], url: str) -> Pay | None:
    """The figures, which stand there by the year whatever the posting says."""
    site = (urlsplit(url).hostname or "").partition("adzuna.")[2]
    return pay_from(job.get("salary_min"), job.get("salary_max"), CURRENCIES.get(site, ""), Period.YEAR)


def _is_predicted(job: Mapping[str, Any]) -> bool:
    """Whether the figures are Adzuna's own guess, which no employer stated."""
    value = job.get("salary_is_predicted")
    return value is True or words_at(job, "salary_is_predicted") in TRUE


def _more(job: Mapping[str, Any], place: str, guess: Pay | None) -> Iterator[tuple[str, str]]:
    if guess:
        yield "Pay guessed by Adzuna", guess.said.words
    area = labels_at(job, "location", "area")
    if not all(part in place for part in area):
        yield "Area", ", ".join(area)
