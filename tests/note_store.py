"""Looking into the file of a store without the program, and running the program on it."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

from unrut.home import DATABASE_FILE

TODAY = "2026-11-20"
MONDAY = "2026-11-16"


def in_process_of_its_own(home: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "UNRUT_HOME": str(home), "UNRUT_TODAY": TODAY, "UNRUT_DATABASE": ""}
    return subprocess.run(
        [sys.executable, *arguments],
        input=given,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def rows(home: Path, query: str = "SELECT * FROM unrut_note ORDER BY id") -> list[dict[str, Any]]:
    connection = sqlite3.connect(home / DATABASE_FILE)
    connection.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in connection.execute(query)]
    finally:
        connection.close()


def change(home: Path, statement: str) -> None:
    connection = sqlite3.connect(home / DATABASE_FILE)
    with connection:
        connection.execute(statement)
    connection.close()
