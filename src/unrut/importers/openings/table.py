"""Openings from a table with columns of any name: CSV with any separator, or JSON of a kind we do not know."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unrut.importers.contract import UnreadableFileError, UnreadableRecordError
from unrut.importers.openings.contract import Parsed, PostedOpening, collect
from unrut.importers.openings.packed import unpacked
from unrut.importers.openings.table_columns import (
    FIELDS,
    OTHER_TABLES,
    Column,
    by_name,
    chosen,
    columns_of,
    guessed,
    listed,
    plain_name,
)
from unrut.importers.openings.table_entry import DAYS, Cell, Reading, opening_of, reading_of
from unrut.importers.openings.table_records import read_records
from unrut.importers.openings.table_rows import LONGEST_START, Row, first_rows, read_rows
from unrut.importers.text_tools import decoded, is_json, safe_link

__all__ = ["FIELDS", "TableImporter", "guess_columns"]

LARGEST_TABLE = 100 * 2**20
ENOUGH = 50  # rows by which the columns are judged
LIKE_A_DAY = re.compile(r"\d[\d./ :,-]{3}|[^\W\d_]{3}")
TABLE_NAMES = (".csv", ".tsv", ".tab")
JSON_NAMES = (".json", ".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Table:
    """The names of all columns and the entries, each with its place in the file and its cells by column."""

    names: tuple[str, ...]
    entries: tuple[
        tuple[str, Mapping[str, Cell] | str], ...
    ]  # a sentence in place of cells that cannot be read

    def cells(self) -> dict[str, list[str]]:
        """Some of the cells of each column."""
        full = [cells for _, cells in self.entries if not isinstance(cells, str)][:ENOUGH]
        return {name: [str(cells[name]) for cells in full if cells.get(name)] for name in self.names}


class TableImporter:
    """Reads tables whose columns have names we can guess, or are told."""

    name = "table"
    label = "a table of openings (CSV or JSON)"

    def identify(self, name: str, content: bytes) -> float:
        """Sure where the first lines name a title and another column we know, with a row below."""
        lowered = name.lower()
        if is_json(content) or lowered.endswith(JSON_NAMES):
            return 0.4
        start = decoded(content[: LONGEST_START + 1])
        is_named = lowered.endswith(TABLE_NAMES)
        if start.lstrip()[:1] not in {"<", ""}:
            found = first_rows(start)
            columns = by_name(found.names)
            is_table = is_named or any(len(row.cells) == len(found.names) for row in found.rows)
            if "title" in columns and len(columns) > 1 and is_table and not _other_names(found.names):
                return 0.9
        return 0.6 if is_named else 0.0

    def parse(self, content: bytes, *, company: str = "", columns: Mapping[str, str] | None = None) -> Parsed:
        """The openings of the table, one per row; `columns` names those that hold a field, where the guess is wrong."""
        table = _table(content)
        found = _found(table, columns or {})
        _check(table.names, found)
        reading = reading_of(found, table.names, table.cells(), company)
        parsed = collect(
            ((where, {"cells": cells}) for where, cells in table.entries),
            lambda record: _opening(record["cells"], reading),
        )
        return Parsed(parsed.openings, parsed.problems, is_table=True)


def guess_columns(content: bytes, columns: Mapping[str, str] | None = None) -> tuple[Column, ...]:
    """The columns of a table, what each is taken for, and what stands in it; none where it is no table.

    Raises InvalidInputError when `columns` names one that is not there.
    """
    try:
        table = _table(unpacked("", content, largest=LARGEST_TABLE)[1])
        found = _found(table, columns or {})
    except UnreadableFileError:
        return ()
    return columns_of(table.names, found, table.cells())


def _found(table: Table, told: Mapping[str, str]) -> dict[str, list[str]]:
    return chosen(table.names, guessed(table.names, table.cells()), told)


def _table(content: bytes) -> Table:
    return _of_records(content) if is_json(content) else _of_rows(decoded(content))


def _of_records(content: bytes) -> Table:
    records = read_records(content)
    names = dict.fromkeys(name for _, cells in records if cells for name in cells)
    no_cells = "This entry is not a job with named fields. Remove it or save the file again."
    return Table(
        tuple(names), tuple((where, no_cells if cells is None else cells) for where, cells in records)
    )


def _of_rows(text: str) -> Table:
    rows = read_rows(text)
    return Table(rows.names, tuple((f"line {row.line}", _cells(row, rows.names)) for row in rows.rows))


def _cells(row: Row, names: Sequence[str]) -> Mapping[str, Cell] | str:
    width = len(names)
    cells = row.cells if not any(map(str.strip, row.cells[width:])) else _mended(row.cells, names)
    if cells is None:
        return (
            f"This row has {len(row.cells)} cells and the first line names {width}. Put quotation marks around the cell "
            "with a separator in it."
        )
    return dict(zip(names, cells, strict=False))


def _mended(cells: Sequence[str], names: Sequence[str]) -> list[str] | None:
    """The cells with those joined that a text without quotation marks was torn into; None where that does not fit."""
    spare = len(cells) - len(names)
    columns = by_name(names)
    for at in sorted(map(names.index, columns.get("text", ()))):
        torn = ", ".join(map(str.strip, cells[at : at + spare + 1]))
        joined = [*cells[:at], torn, *cells[at + spare + 1 :]]
        if _fits(dict(zip(names, joined, strict=True)), columns):
            return joined
    return None


def _fits(cells: Mapping[str, str], columns: Mapping[str, Sequence[str]]) -> bool:
    """Whether links stand where links should, and days where days should."""
    links = [cells[name] for name in columns.get("url", ()) if cells[name].strip()]
    days = [cells[name] for field in DAYS for name in columns.get(field, ()) if cells[name].strip()]
    return all(map(safe_link, links)) and all(LIKE_A_DAY.search(day) for day in days)


def _other_names(names: Sequence[str]) -> frozenset[str]:
    return OTHER_TABLES & {plain_name(name) for name in names}


def _check(names: Sequence[str], found: Mapping[str, Sequence[str]]) -> None:
    if _other_names(names) and "text" not in found:
        raise UnreadableFileError(
            "This is a table of people or of past jobs, not of openings. Import it as contacts or as your own history."
        )
    if "title" not in found:
        columns = f" Its columns are {listed(names)}." if names else ""
        raise UnreadableFileError(
            f"The table has no column for the title that we could find.{columns} Say which one holds the title, "
            'or name it "title" in the first line.'
        )


def _opening(cells: Mapping[str, Cell] | str, reading: Reading) -> PostedOpening:
    if isinstance(cells, str):
        raise UnreadableRecordError(cells)
    return opening_of(cells, reading, source=TableImporter.name)
