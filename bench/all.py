"""Runs every measurement, each in a process of its own, and prints one table.

python bench/all.py              a table to read
python bench/all.py --markdown   the rows of bench/README.md
"""

import json
import subprocess
import sys
from pathlib import Path

from common import FOLDER, Row, show

PARTS = (
    "note",
    "first_page",
    "behind",
    "fit",
    "wants",
    "ways",
    "schedule",
    "reader",
    "signal",
    "safety",
    "wins",
    "forecast",
    "jrnl",
    "openings",
    "openings_page",
    "openings_pay",
    "openings_facts",
    "occupations",
    "occupations_rank",
    "occupations_update",
    "titles",
    "people",
    "people_import",
)


def measure() -> list[Row]:
    """Everything that is measured."""
    return [row for part in PARTS for row in _rows_of(part)]


def _rows_of(part: str) -> list[Row]:
    print(f"Measuring {part} …", file=sys.stderr, flush=True)
    file = FOLDER / f"{part}.py"
    command: list[str | Path] = [sys.executable, file if file.exists() else FOLDER / part, "--json"]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return [Row(**row) for row in json.loads(answer.stdout)]


if __name__ == "__main__":
    show(measure)
