"""The rows of a table about people, below whatever notes stand before the names of its columns."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.table_columns import plain_name
from unrut.importers.people.headings import known_words
from unrut.importers.text_tools import one_line
from unrut.importers.wins.letters import lettered

SEPARATORS = (",", ";", "\t", "|")
SEPARATOR_NOTE = re.compile(r'"?sep=([,;\t|])"?', re.IGNORECASE)
FIRST_LINES = 30  # among which the names of the columns are looked for
LONGEST_START = 65_536
MOST_LINES = 1000  # that one row may go on for: the longest letter of praise has some dozen
PATIENCE = 20_000  # lines looked at in vain; of a file torn all over, every line is a row
MOST_COLUMNS = 500
MOST_ROWS = 100_000  # LinkedIn itself allows 30,000 people


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the line it begins on; no cells where it cannot be taken apart."""

    line: int
    cells: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns and the rows below them."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]
    notices: tuple[str, ...] = ()


def table_in(content: bytes, is_head: Callable[[Sequence[str]], bool]) -> Table:
    """The table below the first of its first rows that is a head; no names where none is one.

    Raises UnreadableFileError where it has more rows than anybody knows people.
    """
    text, notices = lettered(content)
    rows = [row for row in _few(_rows(_lines(text), separator_of(text))) if not _is_note(row)]
    full = [(at, row.cells) for at, row in enumerate(rows) if row.cells and any(map(str.strip, row.cells))]
    for at, cells in full[:FIRST_LINES]:
        if is_head(cells):
            return Table(_named(cells), tuple(rows[at + 1 :]), notices)
    return Table((), tuple(rows), notices)


def first_rows(content: bytes) -> list[tuple[str, ...]]:
    """The cells of the first rows of a table that may be cut anywhere; cheap."""
    text, _ = lettered(content[:LONGEST_START])
    lines = _lines(text)[:FIRST_LINES]
    return [row.cells for row in _rows(lines, separator_of(text)) if row.cells]


def separator_of(text: str) -> str:
    """What parts the cells: as noted by the file, else that which shows the most names we know, then the most cells."""
    lines = [line for line in text[:LONGEST_START].split("\n")[:FIRST_LINES] if line.strip()]
    noted = SEPARATOR_NOTE.fullmatch(lines[0].strip()) if lines else None
    return noted[1] if noted else max(SEPARATORS, key=lambda mark: _likeness(lines, mark))


def _few(rows: Iterator[Row]) -> list[Row]:
    """The rows, as long as anybody could know so many people."""
    some = list(islice(rows, MOST_ROWS + 1))
    if len(some) > MOST_ROWS:
        raise UnreadableFileError(
            f"The table has more than {MOST_ROWS:,} rows, which is the most we read at once. Split it and give us the parts "
            "one after another."
        )
    return some


def _likeness(lines: Sequence[str], mark: str) -> tuple[int, int]:
    rows = [[cell.strip(' "') for cell in line.split(mark, MOST_COLUMNS)] for line in lines]
    known = max((sum(plain_name(cell) in known_words() for cell in row) for row in rows), default=0)
    return known, len(rows[0]) if rows and not known else 0


def _lines(text: str) -> list[str]:
    """The lines with their ends; a form feed within one ends nothing."""
    return [f"{line}\n" for line in text.split("\n")]


def _is_note(row: Row) -> bool:
    """Whether the row only says what parts the cells, which parts this row too."""
    return (
        row.line == 1
        and row.cells is not None
        and row.cells[0].lower() in {"sep=", *map("sep={}".format, SEPARATORS)}
    )


def _named(cells: Sequence[str]) -> tuple[str, ...]:
    """The names of the columns without blank ones at the end."""
    width = max((number for number, cell in enumerate(cells, start=1) if cell.strip()), default=0)
    return tuple(one_line(cell) for cell in cells[:width])


class _Feed:
    """Lines for the reader of tables, no more than one row may have."""

    def __init__(self, lines: Sequence[str], at: int) -> None:
        self._lines = lines
        self.at = self.start = at

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.at >= len(self._lines) or self.at - self.start >= MOST_LINES:
            raise StopIteration
        self.at += 1
        return self._lines[self.at - 1]


def _rows(lines: Sequence[str], separator: str) -> Iterator[Row]:
    """All rows that are not blank; a quotation mark without its fellow costs one line and not the rest of the file."""
    at, patience = 0, PATIENCE
    while at < len(lines):
        feed = _Feed(lines, at)
        yield from _sound_rows(feed, separator)
        patience -= feed.at - feed.start
        # The line at which it stopped is taken alone; when patience is over, so are all that follow.
        end = feed.start + 1 if patience >= 0 else len(lines)
        yield from _lone_rows(lines[feed.start : end], separator, first=feed.start + 1)
        at = end


def _sound_rows(feed: _Feed, separator: str) -> Iterator[Row]:
    """The rows until one that cannot be taken apart, on the first line of which the feed then starts."""
    reader = csv.reader(feed, delimiter=separator, strict=True)
    try:
        for cells in reader:
            if cells:
                yield Row(feed.start + 1, tuple(cells))
            feed.start = feed.at
    except csv.Error:
        return


def _lone_rows(lines: Sequence[str], separator: str, *, first: int) -> Iterator[Row]:
    """The cells of each line for itself, where quotation marks make no sense; none where their number is odd."""
    for number, line in enumerate(lines, start=first):
        try:
            cells = tuple(next(csv.reader([line], delimiter=separator), []))
        except csv.Error:
            yield Row(number, None)
            continue
        if cells:
            yield Row(number, cells if line.count('"') % 2 == 0 else None)
