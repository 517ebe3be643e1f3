"""Tables that speak of the person's own work: those of LinkedIn, and a list of skills of one's own."""

import csv
from collections.abc import Sequence

from unrut.importers.contract import UnreadableFileError
from unrut.services.skill_lines import lines_of_text

ENDINGS = (".csv", ".tsv")
_DELIMITERS = ",;\t"
# What must stand in the head of a table, and the columns that are read then; the first that fits counts.
_KINDS: tuple[tuple[frozenset[str], tuple[str, ...]], ...] = (
    (frozenset({"company name", "title", "description"}), ("title", "description")),
    (frozenset({"headline", "summary"}), ("headline", "summary")),
    (frozenset({"name", "authority"}), ("name",)),
    (frozenset({"skill"}), ("skill", "level")),
    (frozenset({"skills"}), ("skills",)),
)
_PROJECTS = ("title", "description")


def is_table(name: str) -> bool:
    """Whether the name of a file says that it is a table."""
    return name.lower().endswith(ENDINGS)


def lines_of_table(name: str, text: str) -> list[str]:
    """The lines of the columns that are about the person.

    Raises UnreadableFileError when there are none, or when it is no table.
    """
    rows = _rows(name, text)
    head = [cell.strip().casefold() for cell in rows[0]] if rows else []
    columns = _columns(head)
    if not columns:
        raise UnreadableFileError(
            f"{name} is no table about your work: its first line should name a column “Skill”, or it should be "
            "Skills.csv, Positions.csv, Profile.csv or Projects.csv of LinkedIn."
        )
    return [line for row in rows[1:] for line in _lines(row, columns)]


def _rows(name: str, text: str) -> list[list[str]]:
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        rows = list(csv.reader(text.lstrip().splitlines(keepends=True), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableFileError(
            f"{name} cannot be read as a table: a quotation mark is missing or a field is far too long. "
            "Save it again as CSV, or paste its text."
        ) from error
    return [row for row in rows if row]


def _columns(head: Sequence[str]) -> list[int]:
    """Where the columns stand that are read; none in a table of something, or of somebody, else."""
    if head == ["name"]:
        return [0]
    if set(_PROJECTS) <= set(head) and "started on" in head and "company name" not in head:
        return [head.index(column) for column in _PROJECTS]
    for needed, columns in _KINDS:
        if needed <= set(head):
            return [head.index(column) for column in columns if column in head]
    return []


def _lines(row: Sequence[str], columns: Sequence[int]) -> list[str]:
    return [line for column in columns if column < len(row) for line in lines_of_text(row[column])]
