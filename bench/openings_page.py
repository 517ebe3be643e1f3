"""The list of openings with a hundred thousand of them, beside an almost empty page and SQLite reading the bare rows.

python bench/openings_page.py
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from behind import EMPTY_PAGE, later, signed_in
from common import FOLDER, Row, Way, at_home, in_turns, show, timed, timed_row
from homes import fill

OPENINGS = 100_000
MOST_MS = 300.0
COLD_RUNS, WARM_RUNS = 5, 15
PAGES = {
    "the list": "/fit/openings/",
    "its 2,000th page": "/fit/openings/?from=49975",
    "a search in it": "/fit/openings/?q=manager",
    "one opening": "/fit/options/opening-5000/",
    "What would fit": "/fit/",
    "Keyboard": EMPTY_PAGE,
}


def measure() -> list[Row]:
    """Each page as a later request of a process, and the list as its first."""
    with tempfile.TemporaryDirectory(prefix="unrut-bench-") as folder:
        home = Path(folder)
        fill(home, "openings", OPENINGS)
        os.environ.update(at_home(home))
        first = {name: _first(home, PAGES[name]) for name in ("the list", "Keyboard")}
        cold = in_turns(first, runs=COLD_RUNS, warm_up=1)
        client = signed_in()
        ways = {name: later(client, page) for name, page in PAGES.items()}
        ways["rows"] = timed(lambda: _bare_rows(home / "unrut.sqlite3"))
        warm = in_turns(ways, runs=WARM_RUNS)
    rows = [
        timed_row(f"{name}, later request", warm[name], "page of keys", warm["Keyboard"], most_ms=MOST_MS)
        for name in PAGES
        if PAGES[name] != EMPTY_PAGE
    ]
    bare = timed_row(
        "the list, later request", warm["the list"], "sqlite3 reads key and status", warm["rows"]
    )
    begun = timed_row("the list, first request", cold["the list"], "page of keys", cold["Keyboard"])
    return [*rows, bare, begun]


def _first(home: Path, page: str) -> Way:
    def way() -> float:
        command: list[str | Path] = [sys.executable, FOLDER / "behind.py", "--first", page]
        answer = subprocess.run(command, env=at_home(home), check=True, capture_output=True, text=True)
        return float(answer.stdout)

    return way


def _bare_rows(file: Path) -> None:
    """The least that any list must do that begins with the rows: read what it sorts and folds by."""
    connection = sqlite3.connect(file)
    connection.execute("SELECT id, status, gone_on, same_as_id FROM unrut_opening ORDER BY id").fetchall()
    connection.close()


if __name__ == "__main__":
    show(measure)
