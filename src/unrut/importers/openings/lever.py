"""Openings from the public postings of Lever, in its world-wide and its European home."""

from collections.abc import Iterator, Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Pay
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect, key_of, numbered, required_title
from unrut.importers.openings.countries import country_name
from unrut.importers.openings.fields import (
    first_words,
    is_json_with,
    joined_places,
    labels_at,
    mapping_at,
    pay_from,
    period_of,
    readable,
    records_at,
    told,
)
from unrut.importers.text_tools import (
    company_in,
    day_of,
    json_value,
    list_at,
    plain_text,
    safe_link,
    text_of,
    words_at,
    workplace_in,
)

HOSTS = frozenset({"jobs.lever.co", "jobs.eu.lever.co"})
HEAD = 1024 * 1024


class LeverImporter:
    """Reads a list of postings: bare, under `data`, in groups, or a single one."""

    name = "lever"
    label = "a Lever job board"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure where postings carry the address and categories fields of this format."""
        if is_json_with(content, "hostedUrl"):
            return 0.95 if is_json_with(content, "categories") else 0.6
        is_account = is_json_with(content, "categories", "urls", "text") and b"lever.co/" in content[:HEAD]
        return 0.95 if is_account else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the board; the company stands only in the address of each posting."""
        return collect(numbered(_postings(json_value(content))), lambda posting: _opening(posting, company))


def _postings(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        inner = value.get("data", value)
        return _ungrouped(inner) if isinstance(inner, list) else [inner]
    if isinstance(value, list):
        return _ungrouped(value)
    raise UnreadableFileError(
        "The file is not a Lever job board, which is a list of postings. Save the board's answer as it is."
    )


def _ungrouped(entries: list[Any]) -> list[Any]:
    """The postings of a board that was asked for in groups, or else the entries themselves."""
    postings: list[Any] = []
    for entry in entries:
        is_group = isinstance(entry, Mapping) and "text" not in entry and "postings" in entry
        postings += list_at(entry, "postings") if is_group else [entry]
    return postings


def _opening(posting: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(words_at(posting, "text"))
    url, apply_url = _links(posting)
    employer = company or company_in(url or apply_url, HOSTS)
    place = _place(posting)
    text = _text(posting)
    pay = _pay(posting)
    categories = mapping_at(posting, "categories")
    return PostedOpening(
        source=LeverImporter.name,
        key=key_of(words_at(posting, "id"), title=title, company=employer, place=place, text=text),
        title=title,
        company=employer,
        place=place,
        workplace=workplace_in(f"{words_at(posting, 'workplaceType')} {place}"),
        url=url or apply_url,
        apply_url=apply_url,
        contract=words_at(categories, "commitment"),
        seniority=words_at(categories, "level"),
        department=first_words(categories, "department", "team"),
        pay=pay.said.words if pay else _pay_words(posting),
        pays=(pay,) if pay else (),
        requisition=words_at(posting, "reqCode") or "; ".join(labels_at(posting, "requisitionCodes")),
        posted_on=day_of(posting.get("createdAt")),
        updated_on=day_of(posting.get("updatedAt")),
        text=text,
        more=told(*_more(posting, categories, place)),
    )


def _links(posting: Mapping[str, Any]) -> tuple[str, str]:
    urls = mapping_at(posting, "urls")
    shown = safe_link(posting.get("hostedUrl")) or safe_link(urls.get("show"))
    return shown, safe_link(posting.get("applyUrl")) or safe_link(urls.get("apply"))


def _place(posting: Mapping[str, Any]) -> str:
    listed = labels_at(posting, "categories", "allLocations")
    known = listed or [words_at(posting, "categories", "location")]
    return joined_places(known) or country_name(words_at(posting, "country"))


def _more(posting: Mapping[str, Any], categories: Mapping[str, Any], place: str) -> Iterator[tuple[str, str]]:
    if words_at(categories, "department"):
        yield "Team", words_at(categories, "team")
    country = country_name(words_at(posting, "country"))
    if country not in place:
        yield "Country", country
    yield "Tags", readable(posting.get("tags"))


def _text(posting: Mapping[str, Any]) -> str:
    content = mapping_at(posting, "content")  # the postings of an account keep their texts in here
    description = _either(posting, "description") or _either(content, "description")
    opening = _either(posting, "opening")
    # The description repeats the opening on newer boards and leaves it out on older ones.
    parts = [] if opening in description else [opening]
    parts += [description or _either(posting, "descriptionBody")]
    parts += [_section(section) for record in (posting, content) for section in records_at(record, "lists")]
    parts += [_either(posting, "salaryDescription")]
    parts += [_either(posting, "additional"), _either(content, "closing")]
    return "\n\n".join(part for part in parts if part)


def _either(record: Mapping[str, Any], name: str) -> str:
    """The formatted text of a field, which keeps its lists, or else the plain one."""
    formatted = record.get(f"{name}Html") or record.get(name)
    return text_of(formatted) or text_of(record.get(f"{name}Plain"))


def _section(section: Mapping[str, Any]) -> str:
    content = section.get("content")
    items = plain_text(f"<ul>{content}</ul>") if isinstance(content, str) else ""
    return "\n".join(part for part in (words_at(section, "text"), items) if part)


def _pay(posting: Mapping[str, Any]) -> Pay | None:
    stated = mapping_at(posting, "salaryRange")
    interval = words_at(stated, "interval")
    figures = (stated.get("min"), stated.get("max"), words_at(stated, "currency"))
    pay = pay_from(*figures, interval)
    if pay is None or not interval or period_of(interval):
        return pay
    # A period that we have no word for stays in the words of the source.
    return pay_from(*figures, interval, said=f"{pay.said.words} {interval}")


def _pay_words(posting: Mapping[str, Any]) -> str:
    """What is said of pay where no figures of a range are stated."""
    return words_at({"pay": _either(posting, "salaryDescription")}, "pay")
