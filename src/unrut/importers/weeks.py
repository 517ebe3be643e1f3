"""Weekly scores from a table: a column of days and a column of scores, or one for each of the five signs."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from datetime import date

from unrut.core.errors import InvalidInputError
from unrut.core.reflect.score import score_of, scored_signs
from unrut.core.reflect.weeks import HIGHEST_SCORE, Answer, monday_of
from unrut.importers.text_tools import decoded, one_line

WEEK, SCORE = "week", "score"
SEPARATORS = (",", ";", "\t")
NUMBER = re.compile(r"[0-9]{1,9}([.,][0-9]{1,15})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LONGEST_SHOWN = 40

Row = tuple[int, Mapping[str, str]]


class UnreadableWeeksError(InvalidInputError):
    """A table of weeks cannot be taken as it is."""


def read_weeks(name: str, content: bytes, *, today: date) -> list[Answer]:
    """The weeks of a table, oldest first; any day stands for its week, an empty cell for no answer.

    Raises UnreadableWeeksError with a sentence that names the line: nothing is worked out from half a series.
    """
    shown = one_line(name)
    columns, rows = _rows(shown, decoded(content))
    found: dict[date, Answer] = {}
    lines: dict[date, int] = {}
    for line, row in rows:
        where = f"Line {line} of {shown}"
        week = monday_of(_day(where, row[WEEK], today))
        if week in found:
            raise UnreadableWeeksError(
                f"{where} is in the same week as line {lines[week]}, the week of {week}. Keep one of the two."
            )
        found[week], lines[week] = Answer(week, _score(where, row, columns)), line
    return [found[week] for week in sorted(found)]


def _rows(name: str, text: str) -> tuple[tuple[str, ...], list[Row]]:
    """The columns that hold answers, and each row that is not blank with its line."""
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(SEPARATORS, key=first.count))
    try:
        cells = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise UnreadableWeeksError(
            f"Line {reader.line_num} of {name} has a cell that is too long. Look for a quotation mark that is not closed."
        ) from error
    header = [cell.strip().lower() for cell in cells[0][1]] if cells else []
    columns = _columns(name, header)
    places = {column: header.index(column) for column in (WEEK, *columns)}
    return columns, [(line, _named(row, places)) for line, row in cells[1:] if any(map(str.strip, row))]


def _columns(name: str, header: Sequence[str]) -> tuple[str, ...]:
    for wanted in ((SCORE,), scored_signs()):
        if {WEEK, *wanted} <= set(header):
            return wanted
    *signs, last = scored_signs()
    raise UnreadableWeeksError(
        f'{name} needs a column "{WEEK}" and a column "{SCORE}", or instead of the score the columns '
        f"{', '.join(signs)} and {last}. Name them in the first line and try again."
    )


def _named(row: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    """The cells by column; a row that ends early has answered nothing more."""
    return {column: row[at].strip() if at < len(row) else "" for column, at in places.items()}


def _day(where: str, text: str, today: date) -> date:
    try:
        day = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        raise UnreadableWeeksError(
            f'{where} has "{_short(text)}" as its week, which is not a day of the calendar. Write it like 2026-11-16.'
        )
    if monday_of(day) > monday_of(today):
        raise UnreadableWeeksError(
            f"{where} is about {text}, which has not come yet. Mend the date or remove the line."
        )
    return day


def _score(where: str, row: Mapping[str, str], columns: Sequence[str]) -> float | None:
    values = {column: _number(where, column, row[column]) for column in columns}
    return values[SCORE] if SCORE in values else score_of(values)


def _number(where: str, column: str, text: str) -> float | None:
    if not text:
        return None
    value = float(text.replace(",", ".")) if NUMBER.fullmatch(text) else None
    if value is None or value > HIGHEST_SCORE:
        raise UnreadableWeeksError(
            f'{where} has "{_short(text)}" as its {column}, which is not a number from 0 to {HIGHEST_SCORE}. '
            "Mend it, or leave the cell empty for no answer."
        )
    return value


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"
