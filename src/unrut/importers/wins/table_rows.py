"""The rows of a table, read so that one quotation mark too few costs one row and not the rest of the file."""

import csv
from collections.abc import Iterator

QUOTE = '"'

Row = tuple[int, list[str] | None]


def rows_of(text: str, separator: str) -> Iterator[Row]:
    """Each row with the line it starts on; None for a row that cannot be taken apart."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        end = _end_of_row(lines, at, separator)
        row = _cells("\n".join(lines[at:end]), separator) if end > at else None
        if row is None or row:
            yield at + 1, row
        at = max(end, at + 1)


def _end_of_row(lines: list[str], start: int, separator: str) -> int:
    """The line after a row, which may go on over line ends within quotation marks; `start` where it never closes."""
    is_open: bool | None = False
    for at in range(start, len(lines)):
        is_open = _is_open_after(lines[at], separator, is_open=bool(is_open))
        if is_open is None:
            return start
        if not is_open:
            return at + 1
    return start


def _is_open_after(line: str, separator: str, *, is_open: bool) -> bool | None:
    """Whether a cell goes on after the line; None where a quotation mark closes within words, so one is missing before."""
    at = 0
    while is_open or line.startswith(QUOTE, at):
        close = _close(line, at if is_open else at + 1)
        if close < 0:
            return True
        is_open = False
        cell_end = line.find(separator, close)
        if line[close : cell_end if cell_end >= 0 else None].strip():
            return None
        at = cell_end + 1
        if cell_end < 0:
            return False
        at = _next_quoted(line, at, separator)
    return _is_open_from(line, at, separator)


def _is_open_from(line: str, at: int, separator: str) -> bool | None:
    """The same for a line, or the rest of one, that begins outside of quotation marks and with none."""
    quoted = _next_quoted(line, at, separator)
    return _is_open_after(line[quoted:], separator, is_open=False) if quoted < len(line) else False


def _next_quoted(line: str, at: int, separator: str) -> int:
    """Where the next cell in quotation marks begins; the end of the line where none does."""
    if line.startswith(QUOTE, at):
        return at
    found = line.find(separator + QUOTE, at)
    return len(line) if found < 0 else found + 1


def _close(line: str, at: int) -> int:
    """The place after the quotation mark that closes a cell; below 0 where none does. Two of them stand for one."""
    while (at := line.find(QUOTE, at)) >= 0:
        if not line.startswith(QUOTE, at + 1):
            return at + 1
        at += 2
    return -1


def _cells(record: str, separator: str) -> list[str] | None:
    try:
        return next(csv.reader([record], delimiter=separator, strict=True), [])
    except csv.Error:
        return None
