"""Contacts from any table: those of Google and Outlook by their columns, others by what their columns seem to hold."""

import re
from collections.abc import Callable, Mapping, Sequence

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.table_columns import listed, plain_name
from unrut.importers.people.contract import ReadPeople, Skipped
from unrut.importers.people.dates import when_in
from unrut.importers.people.entry import contact_of, is_email
from unrut.importers.people.headings import CONTACTS, JOB_SIGNS, REVIEW_SIGNS, Kind, columns_of
from unrut.importers.people.keys import profile_in
from unrut.importers.people.linkedin import Told, entries_of, take
from unrut.importers.people.rows import MOST_COLUMNS, Row, Table, table_in

SOURCE = "table"
LOOKED_AT = 200  # rows by which a column without a known name is judged
MOST = 0.6  # the share of cells that must look alike
MOST_WORDS = 5  # of a name

ANYONE = Kind("contacts", frozenset(), CONTACTS, ())
IDENTITY = frozenset({"first", "last", "name", "email"})
# What a spreadsheet would take for a formula is written with an apostrophe before it, which is no part of the text.
GUARD = re.compile(r"^'(?='*[=+\-@\t\r\n＝＋－＠])")
_PHONE = re.compile(r"\+?[\d\s()./-]{6,25}")


def read_table(content: bytes) -> ReadPeople:
    """The people of a table.

    Raises UnreadableFileError where no column tells who they are, or where it is a list of something else.
    """
    table = table_in(content, _is_head)
    if not table.names:
        table = _without_head(table)
    columns = columns_of(ANYONE, table.names)
    _check(table.names, columns)
    columns = _guessed(columns, table)
    told = Told()
    told.skipped += [Skipped("the file", notice) for notice in table.notices] + _unread(columns, table)
    plain = Table(table.names, tuple(map(_unguarded, table.rows)))
    for entry in entries_of(plain, columns, "", told.skipped):
        take(contact_of, entry, told)
    return told.result(SOURCE)


def _is_head(names: Sequence[str]) -> bool:
    """Whether these are names of columns, one of which tells who somebody is; what holds an address is none."""
    if any(is_email(name.strip()) or "://" in name for name in names):
        return False
    columns = columns_of(ANYONE, names)
    return bool(IDENTITY & set(columns)) or _signs(names) > 1


def _signs(names: Sequence[str]) -> int:
    plain = {plain_name(name) for name in names}
    return len(plain & (JOB_SIGNS | REVIEW_SIGNS))


def _check(names: Sequence[str], columns: Mapping[str, int]) -> None:
    """Refuse what is about something else than people.

    Raises UnreadableFileError.
    """
    plain = {plain_name(name) for name in names}
    if not {"first", "last", "email"} & set(columns):
        if len(plain & REVIEW_SIGNS) > 1:
            raise UnreadableFileError(
                "This is a table of what employees say of an employer, not of people you know. Choose another file."
            )
        if plain & JOB_SIGNS:
            raise UnreadableFileError(
                "This is a list of jobs, not of people you know. Bring it in as openings, or choose another file."
            )
    if not IDENTITY & set(columns):
        raise UnreadableFileError(
            "No column of this table tells who somebody is. Name the columns in the first line; one must be “Name”, "
            "“First name” or “E-mail”."
        )


def _without_head(table: Table) -> Table:
    """A table whose first row is a person already; its columns are known by their cells."""
    width = max((len(row.cells) for row in table.rows[:LOOKED_AT] if row.cells), default=0)
    names = [_field_by_cells(_cells_at(table, at)) for at in range(min(width, MOST_COLUMNS))]
    if "name" in names and {"email", "url"} & set(names):
        return Table(tuple(names), table.rows, table.notices)
    return Table((), (), table.notices)


def _guessed(columns: Mapping[str, int], table: Table) -> dict[str, int]:
    """The columns with that of the names found by its cells, where none is called so."""
    if {"first", "last", "name"} & set(columns):
        return dict(columns)
    free = (at for at in range(len(table.names)) if at not in columns.values())
    named = next((at for at in free if _share(_cells_at(table, at), _is_name) >= MOST), None)
    return {**columns, "name": named} if named is not None else dict(columns)


def _unread(columns: Mapping[str, int], table: Table) -> list[Skipped]:
    """One line on the columns that say something and were not taken."""
    free = [at for at in range(len(table.names)) if at not in columns.values() and _cells_at(table, at)]
    if not free:
        return []
    names = listed([table.names[at] or f"column {at + 1}" for at in free])
    return [Skipped("the file", f"These columns have no place here and were left out: {names}.")]


def _unguarded(row: Row) -> Row:
    if row.cells is None or not any(cell[:1] == "'" for cell in row.cells):
        return row
    return Row(row.line, tuple(GUARD.sub("", cell) for cell in row.cells))


def _cells_at(table: Table, at: int) -> list[str]:
    """What some of the rows say in a column."""
    some = (row.cells for row in table.rows[:LOOKED_AT] if row.cells and at < len(row.cells))
    return [cell for cells in some if (cell := cells[at].strip())]


def _field_by_cells(cells: Sequence[str]) -> str:
    return next((field for field, is_like in LOOKS.items() if _share(cells, is_like) >= MOST), "")


def _share(cells: Sequence[str], is_like: Callable[[str], bool]) -> float:
    return sum(map(is_like, cells)) / len(cells) if cells else 0.0


def _is_phone(cell: str) -> bool:
    return _PHONE.fullmatch(cell) is not None and when_in(cell) is None


def _is_name(cell: str) -> bool:
    words = cell.split()
    return 1 < len(words) <= MOST_WORDS and all(not word[0].islower() and word[0].isalpha() for word in words)


LOOKS: Mapping[str, Callable[[str], bool]] = {
    "email": is_email,
    "url": lambda cell: bool(profile_in(cell)),
    "phone": _is_phone,
    "name": _is_name,
}
