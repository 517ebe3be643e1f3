"""The tables of LinkedIn's "Get a copy of your data", one alone or all of an export together."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, TypeVar

from unrut.importers.contract import UnreadableFileError, UnreadableRecordError
from unrut.importers.openings.dates import order_in
from unrut.importers.people.contract import (
    ReadCertificate,
    ReadContact,
    ReadHonour,
    ReadLanguage,
    ReadPeople,
    ReadPosition,
    ReadProject,
    ReadRecommendation,
    ReadSchool,
    ReadSkill,
    Skipped,
)
from unrut.importers.people.entry import Entry
from unrut.importers.people.headings import Kind, columns_of, kind_of_file, kind_of_names
from unrut.importers.people.keys import folded, keyed
from unrut.importers.people.linkedin_rows import READERS
from unrut.importers.people.rows import LONGEST_START, Row, Table, first_rows, table_in

SOURCE = "linkedin"
MEGABYTE = 1024 * 1024
LARGEST_TABLE = 50 * MEGABYTE
ENDINGS = (".csv", ".tsv")
ADDRESS_BOOK = "contacts"  # the person's own, which they once gave to LinkedIn
PROFILES = frozenset({"profile", "profile summary"})
DAYS = ("connected_on", "started_on", "ended_on", "written_on", "given_on")
SHOWN_FILES = 3
TOO_LARGE = f"It has more than {LARGEST_TABLE // MEGABYTE} MB, which no such table has, so it was not read."
NOT_ABOUT = "It is about neither people you know nor your own work, so it was not read."
UNKNOWN_COLUMNS = (
    "Its columns have none of the names we know from LinkedIn, so it was not read. Give us the file as LinkedIn gave it "
    "to you."
)

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Piece:
    """A file of an export; at most so many bytes of it are read as are asked for."""

    name: str
    read: Callable[[int], bytes]


class Told:
    """What the tables of an export have told so far, each value with the place it stands in."""

    def __init__(self) -> None:
        self._values: dict[type, list[tuple[str, Any]]] = defaultdict(list)
        self.skipped: list[Skipped] = []
        self.headline = ""
        self.summary = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found and nothing left out."""
        return not self._values and not self.skipped

    def add(self, where: str, value: object) -> None:
        """Keep a value."""
        self._values[type(value)].append((where, value))

    def result(self, source: str = SOURCE) -> ReadPeople:
        """All together, each person and each skill once."""
        contacts, twice = keyed(self._values[ReadContact])
        skills, repeated = together(self._values[ReadSkill])
        return ReadPeople(
            source=source,
            contacts=contacts,
            positions=self._alone(ReadPosition),
            schools=self._alone(ReadSchool),
            certificates=self._alone(ReadCertificate),
            recommendations=self._alone(ReadRecommendation),
            skills=skills,
            headline=self.headline,
            summary=self.summary,
            skipped=(*self.skipped, *twice, *repeated),
            projects=self._alone(ReadProject),
            honours=self._alone(ReadHonour),
            languages=self._alone(ReadLanguage),
        )

    def _alone(self, kind: type[Value]) -> tuple[Value, ...]:
        return tuple(value for _, value in self._values[kind])


def read_linkedin_table(name: str, content: bytes) -> ReadPeople | None:
    """What one table of LinkedIn holds; None where it is none of them.

    Raises UnreadableFileError when it does not tell what it is about.
    """
    kind = _kind(name, content)
    if kind is None or kind.name == ADDRESS_BOOK:
        return None
    told = Told()
    _read_table(kind, content, told, prefix="")
    return told.result()


def read_linkedin(pieces: Sequence[Piece]) -> ReadPeople | None:
    """What an export holds; None where not one of its files is a table of LinkedIn."""
    told = Told()
    tables = [piece for piece in pieces if piece.name.lower().endswith(ENDINGS)]
    known = [(piece, kind) for piece in tables if (kind := _kind(piece.name, piece.read(LONGEST_START)))]
    if all(kind.name == ADDRESS_BOOK for _, kind in known):
        return None
    # A skill is listed before somebody vouches for it, so that the person's own order stays.
    for piece, kind in sorted(known, key=lambda pair: pair[1].name == "endorsements"):
        _read_piece(piece, kind, told)
    read = {piece.name for piece, _ in known}
    told.skipped += _unread([piece.name for piece in pieces if piece.name not in read])
    return told.result()


def together(told: Iterable[tuple[str, ReadSkill]]) -> tuple[tuple[ReadSkill, ...], tuple[Skipped, ...]]:
    """Each skill once with all who vouch for it; a skill listed twice is told of, a second voucher is not a repetition."""
    names: dict[str, str] = {}
    voices: dict[str, dict[str, None]] = {}
    listed: dict[str, str] = {}
    skipped: list[Skipped] = []
    for where, skill in told:
        plain = folded(skill.name)
        names.setdefault(plain, skill.name)
        voices.setdefault(plain, {}).update(dict.fromkeys(skill.endorsed_by))
        if not skill.endorsed_by and listed.setdefault(plain, where) != where:
            skipped.append(Skipped(where, f"{skill.name} stands in {listed[plain]} already."))
    return tuple(ReadSkill(names[plain], tuple(by)) for plain, by in voices.items()), tuple(skipped)


def _kind(name: str, content: bytes) -> Kind | None:
    """The table that a file is, by its name or else by the names of its columns."""
    rows = first_rows(content)
    kind = kind_of_file(PurePosixPath(name).stem)
    if kind and any(_is_head(kind, row) for row in rows):
        return kind
    return next(filter(None, map(kind_of_names, rows)), None)


def _is_head(kind: Kind, names: Sequence[str]) -> bool:
    columns = columns_of(kind, names)
    return bool(columns) and set(kind.needed) <= set(columns)


def _read_piece(piece: Piece, kind: Kind, told: Told) -> None:
    content = piece.read(LARGEST_TABLE + 1)
    if len(content) > LARGEST_TABLE:
        told.skipped.append(Skipped(piece.name, TOO_LARGE))
        return
    try:
        _read_table(kind, content, told, prefix=f"{piece.name}, ")
    except UnreadableFileError as error:
        told.skipped.append(Skipped(piece.name, str(error)))


def _read_table(kind: Kind, content: bytes, told: Told, *, prefix: str) -> None:
    if kind.name not in READERS and kind.name not in PROFILES:
        raise UnreadableFileError(
            "This table does not tell whether these recommendations were received or given. Call it "
            "Recommendations_Received.csv or Recommendations_Given.csv, as LinkedIn does, and give it to us again."
        )
    table = table_in(content, lambda names: _is_head(kind, names))
    told.skipped += [Skipped(prefix.removesuffix(", ") or "the file", notice) for notice in table.notices]
    for entry in entries_of(table, columns_of(kind, table.names), prefix, told.skipped):
        _take(kind, entry, told)


def entries_of(table: Table, columns: dict[str, int], prefix: str, skipped: list[Skipped]) -> Iterable[Entry]:
    """The rows of a table as entries; those that are none are noted."""
    sound = [(f"{prefix}line {row.line}", row, _fault(row, len(table.names))) for row in table.rows]
    skipped += [Skipped(where, fault) for where, _, fault in sound if fault]
    told = [
        (where, {field: row.cells[at] for field, at in columns.items() if at < len(row.cells)})
        for where, row, fault in sound
        if not fault and row.cells
    ]
    order = order_in(words for _, cells in told for field in DAYS if (words := cells.get(field, "")))
    return (Entry(where, cells, order) for where, cells in told)


def take(read: Callable[[Entry], object], entry: Entry, told: Told) -> None:
    """Read an entry and keep its value, or note why there is none."""
    try:
        told.add(entry.where, read(entry))
        told.skipped += entry.notes
    except UnreadableRecordError as error:
        told.skipped.append(Skipped(entry.where, str(error)))


def _take(kind: Kind, entry: Entry, told: Told) -> None:
    if kind.name in PROFILES:
        told.headline = told.headline or entry.line("headline")
        told.summary = told.summary or entry.text("summary")
        told.skipped += entry.notes
        return
    take(READERS[kind.name], entry, told)


def _fault(row: Row, width: int) -> str:
    """Why a row is no entry; "" where it is one."""
    if row.cells is None:
        return (
            "It cannot be taken apart: a quotation mark is missing, or a cell is far too long. Mend it there."
        )
    if not any(map(str.strip, row.cells)):
        return "It is empty."
    if any(map(str.strip, row.cells[width:])) or (len(row.cells) == 1 and width > len(("one", "two"))):
        return (
            f"It has {len(row.cells)} cells, and the columns are {width}. Put quotation marks around a cell with a "
            "separator or a line end in it."
        )
    return ""


def _unread(names: Sequence[str]) -> list[Skipped]:
    """A line for each table that was not read, and one for all other files together."""
    tables = [name for name in names if name.lower().endswith(ENDINGS)]
    others = [name for name in names if not name.lower().endswith(ENDINGS)]
    skipped = [
        Skipped(name, UNKNOWN_COLUMNS if kind_of_file(PurePosixPath(name).stem) else NOT_ABOUT)
        for name in tables
    ]
    if others:
        shown = ", ".join(others[:SHOWN_FILES]) + (" and others" if len(others) > SHOWN_FILES else "")
        skipped.append(Skipped(shown, f"No tables, so not read: {len(others)} files."))
    return skipped
