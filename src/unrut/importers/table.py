"""Openings from a table: CSV with any common separator, or a JSON list of flat objects."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from unrut.importers.contract import (
    Parsed,
    PostedOpening,
    UnreadableFileError,
    UnreadableRecordError,
    collect,
    key_of,
    required_title,
)
from unrut.importers.text_tools import (
    day_of,
    decoded,
    is_json,
    json_value,
    remote_in,
    safe_link,
    text_of,
    words_at,
)

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "job title", "position", "position title", "job", "role", "job name"),
    "company": ("company", "company name", "employer", "organization", "organisation", "hiring organization"),
    "place": ("location", "place", "city", "job location", "where", "locations text"),
    "text": ("description", "job description", "text", "details", "body", "summary"),
    "url": ("link", "url", "job url", "job link", "posting url", "apply url", "apply link", "absolute url"),
    "posted_on": ("date", "posted", "date posted", "posted on", "published", "posted date", "published at"),
    "closes_on": ("deadline", "closes", "closes on", "closing date", "apply by", "valid through"),
    "pay": ("salary", "pay", "compensation", "wage", "salary range", "pay range"),
    "hours": ("hours", "weekly hours", "hours per week", "working hours"),
    "contract": ("type", "contract", "employment type", "job type", "contract type"),
    "remote": ("remote", "is remote", "workplace type", "work type", "workplace"),
    "key": ("id", "job id", "posting id", "requisition id"),
}
LIST_NAMES = ("jobs", "data", "results", "items", "postings", "openings", "offers", "jobPostings")
# Tables of people and of one's own past jobs have a position column too.
OTHER_TABLES = frozenset({"first name", "last name", "started on", "finished on"})
SEPARATORS = (",", ";", "\t", "|")
SHORTEST_KEY = 6  # shorter ones are most likely row numbers, which mean another job in the next file
YES_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
TABLE_NAMES = (".csv", ".tsv")
SEPARATOR_NOTE = "sep="
LONGEST_HEADER = 4096

Row = tuple[int, list[str] | None]


class TableImporter:
    """Reads tables whose columns have names we can guess."""

    name = "table"
    label = "a table of openings (CSV or JSON)"

    def identify(self, name: str, content: bytes) -> float:
        """Sure where the first line names a title and another column we know."""
        lowered = name.lower()
        if is_json(content) or lowered.endswith(".json"):
            return 0.4
        header = _header(content)
        columns = _columns(header)
        if "title" in columns and len(columns) > 1 and not OTHER_TABLES & set(header):
            return 0.9
        return 0.6 if lowered.endswith(TABLE_NAMES) else 0.0

    def parse(self, content: bytes, *, company: str = "") -> Parsed:
        """The openings of the table, one per row."""
        if is_json(content):
            return _parse_list(json_value(content), company)
        return _parse_rows(decoded(content), company)


def _parse_list(value: Any, company: str) -> Parsed:
    records = value if isinstance(value, list) else _list_inside(value)
    return collect(
        ((f"entry {number}", record) for number, record in enumerate(records, start=1)),
        lambda record: _opening(_named(record), company),
    )


def _list_inside(value: Any) -> list[Any]:
    names = LIST_NAMES if isinstance(value, Mapping) else ()
    for name in names:
        if isinstance(value.get(name), list):
            return list(value[name])
    raise UnreadableFileError(
        "The file holds no list of openings. Give us a list in which each entry has at least a title."
    )


def _named(record: Mapping[str, Any]) -> dict[str, Any]:
    names = [_plain_name(name) for name in record]
    values = list(record.values())
    return {field: values[at] for field, at in _columns(names).items()}


def _parse_rows(text: str, company: str) -> Parsed:
    rows = _rows(text, _separator(text))
    names = _names(rows)
    columns = _columns(names)
    _check_header(names, columns)
    return collect(
        ((f"line {line}", {"row": row}) for line, row in rows if row is None or any(map(str.strip, row))),
        lambda record: _opening(_cells(record["row"], columns, len(names)), company),
    )


def _check_header(names: Sequence[str], columns: Mapping[str, int]) -> None:
    if OTHER_TABLES & set(names):
        raise UnreadableFileError(
            "This is a table of people or of past jobs, not of openings. Import it as contacts or as your own history."
        )
    if "title" not in columns:
        raise UnreadableFileError(
            'The table has no column for the title. Name one of its columns "title" in the first line and try again.'
        )


def _cells(row: list[str] | None, columns: Mapping[str, int], width: int) -> dict[str, str]:
    if row is None:
        raise UnreadableRecordError(
            "This row has a cell that never ends. Look for a quotation mark that is not closed, and mend it."
        )
    if any(cell.strip() for cell in row[width:]):
        raise UnreadableRecordError(
            f"This row has {len(row)} cells and the first line names {width}. Put quotation marks around the cell "
            "with a separator in it."
        )
    return {field: row[at] for field, at in columns.items() if at < len(row)}


def _opening(fields: Mapping[str, Any], company: str) -> PostedOpening:
    title = required_title(_words(fields, "title"))
    employer = _words(fields, "company") or company
    place = _words(fields, "place")
    text = text_of(fields.get("text"))
    given = _words(fields, "key")
    return PostedOpening(
        source=TableImporter.name,
        key=key_of(
            given if len(given) >= SHORTEST_KEY else "", title=title, company=employer, place=place, text=text
        ),
        title=title,
        company=employer,
        place=place,
        is_remote=_is_remote(fields, place),
        url=safe_link(fields.get("url")),
        hours=_words(fields, "hours"),
        contract=_words(fields, "contract"),
        pay=_words(fields, "pay"),
        posted_on=day_of(fields.get("posted_on")),
        closes_on=day_of(fields.get("closes_on")),
        text=text,
    )


def _words(fields: Mapping[str, Any], field: str) -> str:
    """A cell on one line; an object stands for its name and a list for its entries."""
    value = fields.get(field)
    if isinstance(value, list):
        return "; ".join(words for entry in value if (words := words_at({"entry": entry}, "entry")))
    return words_at(value, "name") if isinstance(value, Mapping) else words_at(fields, field)


def _is_remote(fields: Mapping[str, Any], place: str) -> bool | None:
    value = fields.get("remote")
    if isinstance(value, bool):
        return value
    stated = _words(fields, "remote")
    answer = YES_NO.get(stated.lower())
    return remote_in(f"{stated} {place}") if answer is None else answer


def _columns(names: Sequence[str]) -> dict[str, int]:
    """Where each field stands, by the first of its usual names that the table has."""
    found = {}
    for field, usual in COLUMNS.items():
        name = next((name for name in usual if name in names), None)
        if name is not None:
            found[field] = names.index(name)
    return found


def _plain_name(name: Any) -> str:
    return " ".join(re.sub(r"[_\-]", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", str(name))).lower().split())


def _header(content: bytes) -> list[str]:
    # A start cut inside a letter may be decoded wrongly; the names we look for have no such letters.
    start = decoded(content[:LONGEST_HEADER])
    return _names(_rows(start, _separator(start)))


def _names(rows: Iterator[Row]) -> list[str]:
    """The column names: the first row that is not blank, nor the note on the separator some programs write."""
    for _, row in rows:
        if row is not None and any(map(str.strip, row)) and not row[0].startswith(SEPARATOR_NOTE):
            return [_plain_name(name) for name in row]
    return []


def _separator(text: str) -> str:
    """The separator by which the first line shows the most columns we know, then the most columns."""
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith(SEPARATOR_NOTE))
    first = next(lines, "")
    cells = {mark: [_plain_name(name.strip(' "')) for name in first.split(mark)] for mark in SEPARATORS}
    return max(SEPARATORS, key=lambda mark: (len(_columns(cells[mark])), len(cells[mark])))


def _rows(text: str, separator: str) -> Iterator[Row]:
    """Each row with the line it starts on; None for a row that cannot be taken apart."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield line, None
        else:
            if row:
                yield line, row
        line = reader.line_num + 1
