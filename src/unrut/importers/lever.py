"""Openings from the public postings of Lever."""

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
    company_in,
    day_of,
    is_json,
    json_value,
    list_at,
    pay_range,
    plain_text,
    remote_in,
    safe_link,
    text_of,
    words_at,
)

HOSTS = frozenset({"jobs.lever.co", "jobs.eu.lever.co"})
INTERVALS = {
    "per-year-salary": "per year",
    "per-month-salary": "per month",
    "semi-month-salary": "twice a month",
    "bi-month-salary": "every two months",
    "bi-week-salary": "every two weeks",
    "per-week-salary": "per week",
    "per-day-wage": "per day",
    "per-hour-wage": "per hour",
    "one-time": "once",
}


class LeverImporter:
    """Reads a list of postings, bare or under `data`."""

    name = "lever"
    label = "a Lever job board"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where postings carry the address and categories fields of this format."""
        if not is_json(content) or b'"hostedUrl"' not in content:
            return 0.0
        return 0.95 if b'"categories"' in content else 0.6

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the board; the company stands only in the address of each posting."""
        return collect(numbered(_postings(json_value(content))), lambda posting: _opening(posting, company))


def _postings(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping):
        return list_at(value, "data") if "data" in value else [value]
    raise UnreadableFileError(
        "The file is not a Lever job board, which is a list of postings. Save the board's answer as it is."
    )


def _opening(posting: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(words_at(posting, "text"))
    url = safe_link(posting.get("hostedUrl")) or safe_link(posting.get("applyUrl"))
    employer = company or company_in(url, HOSTS)
    place = _place(posting)
    text = _text(posting)
    return PostedOpening(
        source=LeverImporter.name,
        key=key_of(words_at(posting, "id"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        is_remote=remote_in(f"{words_at(posting, 'workplaceType')} {place}"),
        url=url,
        contract=words_at(posting, "categories", "commitment"),
        pay=_pay(posting),
        posted_on=day_of(posting.get("createdAt")),
        text=text,
    )


def _place(posting: Mapping[str, Any]) -> str:
    categories = posting.get("categories")
    listed = list_at(categories, "allLocations") if isinstance(categories, Mapping) else []
    places = [words_at({"place": place}, "place") for place in listed]
    known = [place for place in places if place] or [words_at(categories, "location")]
    return "; ".join(known) or words_at(posting, "country")


def _text(posting: Mapping[str, Any]) -> str:
    description = _either(posting, "description")
    opening = _either(posting, "opening")
    # The description repeats the opening on newer boards and leaves it out on older ones.
    parts = [] if opening in description else [opening]
    parts += [description, *map(_section, list_at(posting, "lists"))]
    parts += [_either(posting, "salaryDescription"), _either(posting, "additional")]
    return "\n\n".join(part for part in parts if part)


def _either(posting: Mapping[str, Any], name: str) -> str:
    """The formatted text of a field, which keeps its lists, or else the plain one."""
    return text_of(posting.get(name)) or text_of(posting.get(f"{name}Plain"))


def _section(section: Any) -> str:
    content = section.get("content") if isinstance(section, Mapping) else None
    items = plain_text(f"<ul>{content}</ul>") if isinstance(content, str) else ""
    return "\n".join(part for part in (words_at(section, "text"), items) if part)


def _pay(posting: Mapping[str, Any]) -> str:
    stated = posting.get("salaryRange")
    if not isinstance(stated, Mapping):
        return words_at({"pay": _either(posting, "salaryDescription")}, "pay")
    amount = pay_range(stated.get("min"), stated.get("max"), currency=words_at(stated, "currency"))
    interval = words_at(stated, "interval")
    return f"{amount} {INTERVALS.get(interval, interval)}".strip() if amount else ""
