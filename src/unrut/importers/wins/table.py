"""Accomplishments from a table: CSV with any common separator, its columns guessed by their names."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from unrut.importers.contract import UnreadableFileError, UnreadableRecordError
from unrut.importers.text_tools import is_json, one_line, tidy
from unrut.importers.wins.contract import (
    ImportedWin,
    ParsedWins,
    collect_wins,
    joined,
    noticed,
    required_text,
    text_and_rest,
)
from unrut.importers.wins.dates import day_comes_first, happened_on, whole_date
from unrut.importers.wins.letters import lettered
from unrut.importers.wins.table_rows import rows_of

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "day": ("date", "day", "when", "on", "happened on", "finished", "done on", "completed", "week", "month"),
    "text": (
        "what",
        "accomplishment",
        "achievement",
        "win",
        "title",
        "text",
        "what i did",
        "done",
        "summary",
        "description",
        "entry",
        "task done",
    ),
    "figures": ("numbers", "figures", "metric", "metrics", "impact", "outcome", "numbers and impact"),
    "known_from": ("known from", "how known", "source of numbers", "evidence for numbers"),
    "seen_by": ("seen by", "who saw it", "who", "witness", "stakeholder", "stakeholders", "feedback from"),
    "skills": ("skills", "skill", "tags", "tag", "labels", "competencies", "category"),
    "proof": ("proof", "link", "url", "evidence", "reference"),
    "situation": ("situation", "context", "background"),
    "task": ("task", "problem", "goal"),
    "action": ("action", "actions", "how"),
    "result": ("result", "results"),
    "story": ("story", "details", "description", "notes", "note", "comment", "comments", "text", "more"),
}
# A table of openings, of people or of past jobs has a title and a date too.
OTHER_TABLES = frozenset(
    "first name|last name|email address|connected on|started on|finished on|company name|job url|salary|job title|job id|company link|mood".split(
        "|"
    )
)
SEPARATORS = (",", ";", "\t", "|")
SEPARATOR_NOTE = "sep="
_SPLIT_SKILLS = re.compile(r"[,;|\n]")
# What a spreadsheet would take for a formula is written with a quotation mark before it, which is no part of the text.
_GUARD = re.compile(r"^'(?='*[=+\-@\t\r])")
_LOOKED_AT = 4096
_SURE, _BY_NAME = 0.85, 0.5
_NAMES = (".csv", ".tsv")


class TableImporter:
    """Reads tables whose columns have names we can guess; a day and a text are all they need."""

    name = "table"
    label = "a table (CSV)"

    def identify(self, name: str, content: bytes) -> float:
        """Sure where the first line names a day and a text."""
        if is_json(content):
            return 0.0
        header = _header(lettered(content[:_LOOKED_AT])[0])
        if OTHER_TABLES & set(header):
            return 0.0
        columns = _columns(header)
        if {"day", "text"} <= set(columns):
            return _SURE
        return _BY_NAME if name.lower().endswith(_NAMES) else 0.0

    def parse(self, content: bytes, *, today: date) -> ParsedWins:
        """The accomplishments of the table, one a row. Where 3/4/2025 may be either, no such row is read."""
        text, notices = lettered(content)
        separator = _separator(text)
        rows = rows_of(text, separator)
        header = next((row for _, row in rows if row and any(map(str.strip, row)) and not _is_note(row)), [])
        names = [_plain_name(name) for name in header or []]
        columns = _columns(names)
        _check_header(columns, set(names))
        found = [(f"line {line}", row) for line, row in rows if row is None or any(map(str.strip, row))]
        at = columns["day"]
        is_day_first = day_comes_first(row[at] for _, row in found if row and at < len(row))
        read = _Reader(columns, len(names), is_day_first, today)
        return noticed(collect_wins(found, read), notices)


class _Reader:
    """Reads one row; what is the same for all rows is kept."""

    def __init__(
        self, columns: Mapping[str, int], width: int, is_day_first: bool | None, today: date
    ) -> None:
        self._columns = columns
        self._width = width
        self._is_day_first = is_day_first
        self._today = today

    def __call__(self, row: list[str] | None) -> ImportedWin:
        cells = self._cells(row)
        day = happened_on(whole_date(cells["day"], is_day_first=self._is_day_first), today=self._today)
        text, left = text_and_rest(required_text(one_line(cells["text"])))
        skills = [one_line(skill).lstrip("#@") for skill in _SPLIT_SKILLS.split(cells.get("skills", ""))]
        lines = {
            name: one_line(cells.get(name, "")) for name in ("figures", "known_from", "seen_by", "proof")
        }
        parts = {name: tidy(cells.get(name, "")) for name in ("situation", "task", "action", "result")}
        return ImportedWin(
            source=TableImporter.name,
            key="",
            happened_on=day,
            text=text,
            story=joined(left, tidy(cells.get("story", ""))),
            skills=tuple(dict.fromkeys(filter(None, skills))),
            **lines,
            **parts,
        )

    def _cells(self, row: list[str] | None) -> dict[str, str]:
        if row is None:
            raise UnreadableRecordError(
                "This row has a cell that never ends. Look for a quotation mark that is not closed, and mend it."
            )
        if any(cell.strip() for cell in row[self._width :]):
            raise UnreadableRecordError(
                f"This row has {len(row)} cells and the first line names {self._width}. Put quotation marks around the "
                "cell with a separator in it."
            )
        cells = {name: _GUARD.sub("", row[at]) for name, at in self._columns.items() if at < len(row)}
        return {"day": "", "text": "", **cells}


def _check_header(columns: Mapping[str, int], names: set[str]) -> None:
    if OTHER_TABLES & names:
        raise UnreadableFileError(
            "This is a table of people, openings or past jobs, not of what you got done. Choose another file."
        )
    missing = [name for name, wanted in (("date", "day"), ("what", "text")) if wanted not in columns]
    if missing:
        raise UnreadableFileError(
            f'The table has no column "{missing[0]}". Name its columns in the first line; it needs "date" and "what".'
        )


def _header(start: str) -> list[str]:
    rows = rows_of(start, _separator(start))
    named = next((row for _, row in rows if row and any(map(str.strip, row)) and not _is_note(row)), [])
    return [_plain_name(name) for name in named or []]


def _columns(names: Sequence[str]) -> dict[str, int]:
    """Where each field stands, by the first of its usual names that the table has; no column serves twice."""
    found: dict[str, int] = {}
    for field, usual in COLUMNS.items():
        free = (names.index(name) for name in usual if name in names)
        at = next((at for at in free if at not in found.values()), None)
        if at is not None:
            found[field] = at
    said = next((field for field in ("action", "task") if field in found), None)
    if "text" not in found and said:
        found["text"] = found[said]
    return found


def _is_note(row: Sequence[str]) -> bool:
    return row[0].startswith(SEPARATOR_NOTE)


def _plain_name(name: str) -> str:
    spaced = re.sub(r"[_\-]", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name))
    return " ".join(re.sub(r"[^\w ]", "", spaced).lower().split())


def _separator(text: str) -> str:
    """The separator by which the first line shows the most columns we know, then the most columns."""
    lines = (line for line in text.split("\n") if line.strip() and not line.startswith(SEPARATOR_NOTE))
    first = next(lines, "")[:_LOOKED_AT]
    cells = {mark: [_plain_name(name.strip(' "')) for name in first.split(mark)] for mark in SEPARATORS}
    return max(SEPARATORS, key=lambda mark: (len(_columns(cells[mark])), len(cells[mark])))
