"""Openings from the public job board of Greenhouse: a whole board or one job."""

import html
from collections.abc import Mapping
from typing import Any

from unrut.importers.contract import (
    Parsed,
    PostedOpening,
    UnreadableFileError,
    collect,
    key_of,
    numbered,
    required_title,
)
from unrut.importers.text_tools import (
    day_of,
    is_json,
    is_number,
    json_value,
    list_at,
    pay_range,
    plain_text,
    remote_in,
    safe_link,
    text_of,
    words_at,
)

CONTRACT_FIELDS = ("employment type", "contract type", "commitment", "job type")


class GreenhouseImporter:
    """Reads `{"jobs": [...]}` and single jobs as the board's public address gives them."""

    name = "greenhouse"
    label = "a Greenhouse job board"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where jobs carry the address field that only this format has."""
        if not is_json(content) or b'"absolute_url"' not in content:
            return 0.0
        return 0.95 if b'"jobs"' in content else 0.8

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the board."""
        return collect(numbered(_jobs(json_value(content))), lambda job: _opening(job, company))


def _jobs(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        return list_at(value, "jobs") if "jobs" in value else [value]
    raise UnreadableFileError(
        "The file is not a Greenhouse job board, which has a list named jobs. Save the board's answer as it is."
    )


def _opening(job: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(words_at(job, "title"))
    employer = words_at(job, "company_name") or company
    place = words_at(job, "location", "name") or "; ".join(_office_names(job))
    text = _text(job)
    return PostedOpening(
        source=GreenhouseImporter.name,
        key=key_of(words_at(job, "id"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        is_remote=remote_in(place),
        url=safe_link(job.get("absolute_url")),
        contract=_contract(job),
        pay="; ".join(pay for pay in map(_pay, list_at(job, "pay_input_ranges")) if pay),
        posted_on=day_of(job.get("first_published")) or day_of(job.get("updated_at")),
        closes_on=day_of(job.get("application_deadline")),
        text=text,
    )


def _office_names(job: Mapping[str, Any]) -> list[str]:
    return [name for name in (words_at(office, "name") for office in list_at(job, "offices")) if name]


def _text(job: Mapping[str, Any]) -> str:
    content = job.get("content")
    parts = [_content(content)] if isinstance(content, str) else []
    parts += [
        text_of(pay.get("blurb")) for pay in list_at(job, "pay_input_ranges") if isinstance(pay, Mapping)
    ]
    return "\n\n".join(part for part in parts if part)


def _content(content: str) -> str:
    """The board escapes its HTML once more; content that shows a tag was unescaped by whoever saved it."""
    return plain_text(content if "<" in content else html.unescape(content))


def _contract(job: Mapping[str, Any]) -> str:
    for field in list_at(job, "metadata"):
        if words_at(field, "name").lower() in CONTRACT_FIELDS:
            return words_at(field, "value")
    return ""


def _pay(entry: Any) -> str:
    low, high = (_in_units(entry, name) for name in ("min_cents", "max_cents"))
    amount = pay_range(low, high, currency=words_at(entry, "currency_type"))
    title = words_at(entry, "title")
    return f"{title}: {amount}" if title and amount else amount


def _in_units(entry: Any, name: str) -> float:
    cents = entry.get(name) if isinstance(entry, Mapping) else None
    return float(cents) / 100 if cents is not None and is_number(cents) else 0.0
