"""Openings from feeds: RSS, Atom, JSON Feed, and the XML lists that job sites hand to each other."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect
from unrut.importers.openings.fields import is_json_with, line_of, mapping_at, readable, records_at
from unrut.importers.openings.first_lines import bars_in, taken_apart
from unrut.importers.openings.place_words import names_place
from unrut.importers.openings.table_columns import guessed, named_field
from unrut.importers.openings.table_entry import Cell, Reading, opening_of, reading_of
from unrut.importers.openings.xml import is_xml, xml_root
from unrut.importers.text_tools import json_value, one_line, words_at

START = 8192
ENOUGH = 50  # entries by which the names are judged
DEEPEST = 3
FEEDS = (b"<rss", b"<feed", b"<rdf:RDF", b"<RDF")
PAGES = (b"<html", b"<!doctype html")
ROOTS = re.compile(
    rb"<(?:source|jobs|joblist|jobfeed|positions|vacancies|listings|trovit|adverts|openings|stellen|postings)[\s>]",
    re.IGNORECASE,
)
OF_TEAMTAILOR = b'"_jobposting"'  # its feeds have an importer of their own
ENTRIES = frozenset({"item", "entry"})
# What is of use to the programs that read feeds alone.
NOISE = frozenset(
    {
        "guid",
        "comments",
        "commentRss",
        "enclosure",
        "thumbnail",
        "image",
        "logo",
        "post-id",
        "source",
        "rights",
    }
)
NAMES = {"creator": "author", "encoded": "description", "content": "description", "subject": "category"}
JSON_NAMES = {
    "content_html": "description",
    "content_text": "description",
    "date_published": "published",
    "date_modified": "updated",
}
OF_COMPANY = re.compile(
    r"(?:.{0,60}\b)?(?:jobs|careers|openings|vacancies|positions|stellen|stellenangebote|offres d'emploi|karriere)\s(?:at|@|with|bei|chez)\s(?P<company>\S.{0,60})",
    re.IGNORECASE,
)
AFTER_COMPANY = re.compile(
    r"(?P<company>\S.{0,60}?)(?:['’]s)?\s(?:[|:–—-]\s)?(?:jobs|careers|job openings|open positions|job board|vacancies)(?: feed)?",
    re.IGNORECASE,
)
BOARDS = re.compile(
    r"\b(?:remote|latest|all|new|job|search|indeed|linkedin|feed|rss|results|board|web|world)\b",
    re.IGNORECASE,
)
ALLOWS_REMOTE = re.compile(r"\s?\(allows remote\)", re.IGNORECASE)
AT = re.compile(
    r"(?P<title>\S.{0,150}?)\s(?:at|@|bei)\s(?P<company>[A-Z0-9ÄÖÜ][^()]{0,80}?)(?:\s\((?P<place>[^()]{2,80})\))?"
)
BEFORE = re.compile(r"(?P<company>[A-Z0-9ÄÖÜ][^:|]{1,60}):\s(?P<title>\S.{2,150})")
TITLE_FIRST = ("weworkremotely.com",)  # sites whose titles begin with the employer and a colon


class FeedImporter:
    """Reads the entries of a feed, with whatever further fields about jobs they have."""

    name = "feed"
    label = "a feed of openings (RSS, Atom, JSON or XML)"

    def identify(self, name: str, content: bytes) -> float:  # noqa: ARG002 - the contract gives a name
        """Sure by the roots of feeds; less so where XML merely has jobs with titles."""
        if is_json_with(content, "items", "version"):
            is_plain = b"jsonfeed.org/version" in content[:START] and OF_TEAMTAILOR not in content
            return 0.9 if is_plain else 0.0
        start = content[:START]
        if not is_xml(content) or any(sign in start.lower() for sign in PAGES):
            return 0.0
        if any(root in start for root in FEEDS):
            return 0.9
        if ROOTS.search(start) is not None:
            return 0.8
        return 0.6 if b"<?xml" in start[:100] else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the feed, one for each entry."""
        if is_json_with(content, "items"):
            value = json_value(content)
            return _read(
                list(map(_json_cells, records_at(value, "items"))),
                _company_in(words_at(value, "title")) or company,
            )
        root = xml_root(content)
        entries = _entries(root)
        if not entries and _name(root) not in {"rss", "feed", "RDF", "source"}:
            raise UnreadableFileError(
                "The file is XML, but no list of openings: nothing in it has a title again and again. "
                "Give us a feed, or open the page and paste its text."
            )
        return _read([dict(_cells(entry)) for entry in entries], _company_in(_channel(root)) or company)


def _read(entries: Sequence[Mapping[str, Cell]], company: str) -> Parsed:
    names = list(dict.fromkeys(name for cells in entries for name in cells))
    shown = {name: [str(cells[name]) for cells in entries[:ENOUGH] if cells.get(name)] for name in names}
    reading = replace(reading_of(guessed(names, shown), names, shown, company), shortest_key=1)
    return collect(
        ((f"entry {number}", {"cells": cells}) for number, cells in enumerate(entries, start=1)),
        lambda record: _opening(record["cells"], reading),
    )


def _opening(cells: Mapping[str, Cell], reading: Reading) -> PostedOpening:
    lines = {name: line_of(cell) for name, cell in cells.items() if _is_line(name, cell)}
    opening = opening_of({**cells, **lines}, reading, source=FeedImporter.name)
    return _with_title_parted(opening, is_given=opening.company == reading.company)


def _is_line(name: str, cell: Cell) -> bool:
    return isinstance(cell, str) and named_field(name)[1] in {"title", "company", "place", "category"}


def _with_title_parted(opening: PostedOpening, *, is_given: bool) -> PostedOpening:
    """The opening with a title such as "Cook at The Inn (Ghent)" in its parts, where no field names the employer."""
    title = ALLOWS_REMOTE.sub("", opening.title)
    if title != opening.title and opening.workplace is Workplace.UNKNOWN:
        opening = replace(opening, title=title, workplace=Workplace.REMOTE)
    if not is_given or len(title) > 250:  # noqa: PLR2004 - longer titles are sentences
        return opening
    before = BEFORE.fullmatch(title) if any(site in opening.url for site in TITLE_FIRST) else None
    found = before or AT.fullmatch(title)
    if found:
        place = found.groupdict().get("place") or ""
        return replace(
            opening,
            title=found["title"].strip(),
            company=found["company"].strip(),
            place=opening.place or (place if names_place(place) else ""),
        )
    return _with_bars_parted(opening, title)


def _with_bars_parted(opening: PostedOpening, title: str) -> PostedOpening:
    """The opening with a title such as "The Inn | Cook | Ghent | Remote" in its parts."""
    head = taken_apart(title) if "|" in title and len(bars_in(title)) > 1 else None
    if head is None or not head.title:
        return opening
    return replace(
        opening,
        title=head.title,
        company=head.company or opening.company,
        place=opening.place or head.place,
        workplace=head.workplace if opening.workplace is Workplace.UNKNOWN else opening.workplace,
        contract=opening.contract or head.contract,
        pay=opening.pay or head.pay,
    )


def _company_in(title: str) -> str:
    """The employer whose openings a feed is of, by its title; "" for the feed of a job board."""
    found = OF_COMPANY.fullmatch(title) or AFTER_COMPANY.fullmatch(title)
    company = found["company"].strip(" |:–—-") if found else ""
    return "" if BOARDS.search(company) else company


def _channel(root: Element) -> str:
    """The title of the feed itself."""
    for holder in (root, *root):
        if _name(holder) in {"rss", "feed", "RDF", "channel"}:
            title = next((child for child in holder if _name(child) == "title"), None)
            if title is not None:
                return one_line("".join(title.itertext()))
    return ""


def _entries(root: Element) -> list[Element]:
    """The items of a feed; else the elements that come again and again and have a title."""
    items = [element for element in root.iter() if _name(element) in ENTRIES]
    if items:
        return items
    titled = [element for element in root.iter() if any(_is_title(child) for child in element)]
    counts = Counter(_name(element) for element in titled)
    best = max(counts, key=lambda name: counts[name], default="")
    return [element for element in titled if _name(element) == best]


def _is_title(element: Element) -> bool:
    return (
        not len(element)
        and named_field(_name(element))[1] == "title"
        and bool("".join(element.itertext()).strip())
    )


def _name(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _cells(entry: Element) -> Iterator[tuple[str, str]]:
    """What an entry says, by name; several of the same name are parted by "; ", and of texts the longest counts."""
    found: dict[str, list[str]] = {}
    for name, words in _named(entry):
        if words:
            found.setdefault(NAMES.get(name, name), []).append(words)
    for name, words_ in found.items():
        is_text = named_field(name)[1] in {"text", "title", "key"}
        yield name, max(words_, key=len) if is_text else "; ".join(dict.fromkeys(words_))
    if given := _given_key(entry):
        yield "id", given


def _given_key(entry: Element) -> str:
    """The identity that a feed gives an entry."""
    keys = (child for child in entry if _name(child) in {"guid", "id", "identifier", "referencenumber"})
    return next((one_line("".join(key.itertext())) for key in keys), "") or one_line(entry.get("id") or "")


def _named(element: Element, before: str = "", deep: int = 0) -> Iterator[tuple[str, str]]:
    for child in element:
        name = _name(child)
        if name in NOISE or (name == "id" and not before):
            continue
        full = f"{before}{name}"
        if len(child) and deep < DEEPEST and named_field(name)[1] != "text":
            yield from _named(child, f"{full}.", deep + 1)
        else:
            yield full, _words(child)


def _words(element: Element) -> str:
    """What an element says: its text, else the address or the term in its attributes."""
    words = "".join(element.itertext()).strip()
    if words or element.get("rel", "alternate") != "alternate":
        return words
    return element.get("href") or element.get("label") or element.get("term") or element.get("value") or ""


def _json_cells(item: Mapping[str, Any]) -> dict[str, Cell]:
    """What an item of a JSON Feed says, by the names the other feeds have."""
    authors = records_at(item, "authors") or [mapping_at(item, "author")]
    cells: dict[str, Cell] = {}
    for name, value in item.items():
        words = value if isinstance(value, str) else readable(value)
        ours = JSON_NAMES.get(str(name), str(name))
        if (
            words
            and str(name) not in {"authors", "author", "image", "banner_image", "attachments"}
            and not cells.get(ours)
        ):
            cells[ours] = words
    author = "; ".join(words for each in authors if (words := words_at(each, "name")))
    return {**cells, "author": author} if author else cells
