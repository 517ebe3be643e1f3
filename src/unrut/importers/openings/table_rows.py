"""The rows of a CSV file, also where its quotation marks are broken."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from unrut.importers.openings.table_columns import by_name
from unrut.importers.text_tools import one_line

SEPARATORS = (",", ";", "\t", "|")
SEPARATOR_NOTE = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
LONGEST_START = 65_536
FIRST_ROWS = 10  # among which the names of the columns are looked for
MOST_COLUMNS = 500
FEW_TORN = 2000
LONGEST_CELL = 200_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the line it begins on."""

    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Rows:
    """The names of the columns, each once, and the rows below them."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]


def read_rows(text: str) -> Rows:
    """All rows of a table."""
    return _below_names(_rows(text, separator_of(text)))


def first_rows(start: str) -> Rows:
    """The rows at the beginning of a table, cut anywhere; cheap."""
    cut = start if len(start) < LONGEST_START else start[: max(start[:LONGEST_START].rfind("\n"), 1)]
    return read_rows(cut)


def separator_of(text: str) -> str:
    """What parts the cells: as noted by the file, else that which shows the most columns we know, then the most."""
    start = text[:LONGEST_START]
    lines = [line for line in start.splitlines()[: FIRST_ROWS * 2] if line.strip()][:FIRST_ROWS]
    noted = SEPARATOR_NOTE.fullmatch(lines[0].strip()) if lines else None
    return noted[1] if noted else max(SEPARATORS, key=lambda mark: _likeness(lines, mark))


def _likeness(lines: Sequence[str], mark: str) -> tuple[int, int]:
    rows = list(csv.reader(lines, delimiter=mark))
    known = max((_known(row) for row in rows), default=0)
    return known, max((len(row) for row in rows), default=0) if known else len(rows[0]) if rows else 0


def _known(cells: Sequence[str]) -> int:
    return len(by_name(cells[:MOST_COLUMNS]))


def _below_names(rows: Sequence[Row]) -> Rows:
    """The rows parted at the one with the most names we know, which stands first or after a heading."""
    full = [
        row for row in rows if any(map(str.strip, row.cells)) and not SEPARATOR_NOTE.fullmatch(row.cells[0])
    ]
    head = full[:FIRST_ROWS]
    at = max(range(len(head)), key=lambda number: (_known(head[number].cells) > 1, -number), default=-1)
    return Rows(_named(head[at].cells), tuple(full[at + 1 :])) if head else Rows((), ())


def _named(cells: Sequence[str]) -> tuple[str, ...]:
    """The names of all columns; one without a name is called by its number, and a second of the same name too."""
    names: dict[str, None] = {}
    for number, cell in enumerate(_without_blank_end(cells), start=1):
        name = one_line(cell) or f"column {number}"
        names[name if name not in names else f"{name} ({number})"] = None
    return tuple(names)


def _without_blank_end(cells: Sequence[str]) -> Sequence[str]:
    width = max((number for number, cell in enumerate(cells, start=1) if cell.strip()), default=0)
    return cells[: min(width, MOST_COLUMNS)]


def _rows(text: str, separator: str) -> list[Row]:
    """The rows; where a quotation mark without its fellow joined several lines, they are read one by one."""
    usual = csv.field_size_limit(LONGEST_CELL)  # a whole posting may stand in one cell
    try:
        return _rows_of(io.StringIO(text, newline="").readlines(), separator)
    finally:
        csv.field_size_limit(usual)  # the limit is that of the whole program


def _rows_of(lines: Sequence[str], separator: str) -> list[Row]:
    rows: list[Row] = []
    at, patience = 0, FEW_TORN + len(lines) // 10  # of a file torn all over every line is a row
    while at < len(lines) and patience >= 0:
        found, at, joined = _until_torn(lines, at, separator, _width(rows))
        rows += found
        patience -= joined
        if at < len(lines):
            rows.append(Row(at + 1, _alone(lines[at], separator, _width(rows))))
            at += 1
    return rows + [Row(number + 1, _alone(lines[number], separator, 0)) for number in range(at, len(lines))]


def _width(rows: Sequence[Row]) -> int:
    return next((len(row.cells) for row in rows[:FIRST_ROWS] if len(row.cells) > 1), 0)


def _until_torn(lines: Sequence[str], start: int, separator: str, width: int) -> tuple[list[Row], int, int]:
    """The rows before the first torn one, the line that one begins on, and how many lines it joined."""
    reader = csv.reader((lines[number] for number in range(start, len(lines))), delimiter=separator)
    rows: list[Row] = []
    at = start
    for cells in reader:
        end = start + reader.line_num
        width = width or _width(rows)
        is_odd = end - at > 1 or (end == len(lines) and len(cells) != width)
        if is_odd and _is_torn(lines[at:end], len(cells), separator, width):
            return rows, at, end - at
        rows.append(Row(at + 1, cells))
        at = end
    return rows, len(lines), 0


def _is_torn(lines: Sequence[str], cells: int, separator: str, width: int) -> bool:
    """Whether lines were joined into one row by a mistake: a quotation mark that never ends, or ends inside a cell."""
    if sum(line.count('"') for line in lines) % 2:
        return True
    if _is_strict(lines, separator):
        return False
    like_rows = sum(line.count(separator) + 1 == width for line in lines[1:])
    return bool(width) and (cells != width or like_rows * 2 > len(lines) - 1)


def _is_strict(lines: Sequence[str], separator: str) -> bool:
    try:
        list(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error:
        return False
    return True


def _alone(line: str, separator: str, width: int) -> list[str]:
    """The cells of one line, taken as it is where its quotation marks make no sense."""
    line = line.rstrip("\r\n")
    plain = [cell.strip().strip('"') for cell in line.split(separator)]
    if line.count('"') % 2 and len(plain) >= width:
        return plain
    return next(csv.reader([line], delimiter=separator), [])
