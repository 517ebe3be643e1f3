"""What got done as a file that can be brought in again: Markdown to read, a table, or JSON for scripts."""

import csv
import io
import json
import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import groupby
from pathlib import PurePath

from unrut.core.milestones.story import Part
from unrut.exporters.markdown_text import escaped
from unrut.models import Accomplishment

COLUMNS = (
    "date",
    "what",
    "numbers",
    "known from",
    "seen by",
    "skills",
    "proof",
    "situation",
    "task",
    "action",
    "result",
    "story",
)
# What a spreadsheet would take for a formula; the reader of tables takes one mark away again. A text that begins with
# marks of its own gets one more, so that what comes back is what was written.
_GUARD = "'"
_FORMULA = re.compile(rf"{_GUARD}*[=+\-@\t\r]")


class WinsFormat(StrEnum):
    """How the file is written."""

    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"

    @classmethod
    def of_file(cls, name: str) -> "WinsFormat | None":
        """The format that the ending of a name asks for, if any."""
        endings = {".md": cls.MARKDOWN, ".markdown": cls.MARKDOWN, ".csv": cls.CSV, ".json": cls.JSON}
        return endings.get(PurePath(name).suffix.lower())


def wins_file(rows: Sequence[Accomplishment], form: WinsFormat) -> bytes:
    """The accomplishments, in the order given."""
    match form:
        case WinsFormat.MARKDOWN:
            return _markdown(rows).encode()
        case WinsFormat.CSV:
            return _table(rows).encode()
        case WinsFormat.JSON:  # pragma: no branch - there is no other
            return json.dumps([_values(row) for row in rows], indent=2).encode()


def _markdown(rows: Sequence[Accomplishment]) -> str:
    told = ["# What I got done", ""]
    for year, group in groupby(rows, key=lambda row: row.happened_on.year):
        told += [f"## {year}", ""]
        for row in group:
            told += [f"- {row.happened_on.isoformat()}: {escaped(row.text)}{_tags(row)}", *_below(row)]
        told.append("")
    return "\n".join(told).rstrip() + "\n"


def _tags(row: Accomplishment) -> str:
    """Skills as tags, where a tag can hold them."""
    names = [skill.replace(" ", "-") for skill in row.skills]
    return "".join(f" #{name}" for name in names if name[:1].isalpha() and name.replace("-", "").isalnum())


def _below(row: Accomplishment) -> list[str]:
    lines = [line for part in (*Part, "story") for line in getattr(row, part).splitlines() if line.strip()]
    lines += [words for words in (row.figures, row.known_from, row.seen_by) if words]
    told = [f"  - {escaped(' '.join(line.split()))}" for line in lines]
    return [*told, f"  - {row.proof}"] if row.proof else told


def _table(rows: Sequence[Accomplishment]) -> str:
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for row in rows:
        table.writerow(_guarded(value) for value in _cells(row))
    return written.getvalue()


def _cells(row: Accomplishment) -> tuple[str, ...]:
    return (
        row.happened_on.isoformat(),
        row.text,
        row.figures,
        row.known_from,
        row.seen_by,
        ", ".join(row.skills),
        row.proof,
        *(getattr(row, part) for part in Part),
        row.story,
    )


def _guarded(cell: str) -> str:
    return f"{_GUARD}{cell}" if _FORMULA.match(cell) else cell


def _values(row: Accomplishment) -> dict[str, object]:
    return {**dict(zip(COLUMNS, _cells(row), strict=True)), "skills": row.skills, "source": row.source}
