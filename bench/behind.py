"""The pages of a person with ten years of weekly notes and a hundred openings, beside an almost empty page and bare SQLite.

python bench/behind.py
"""

import argparse
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from common import FOLDER, Row, Sample, Way, at_home, in_turns, show, timed, timed_row
from homes import fill

if TYPE_CHECKING:
    from django.test import Client

MOST_MS = 150.0
COLD_RUNS, WARM_RUNS = 7, 21
EMPTY_PAGE = "/keyboard/"
PAGES = {
    "What is behind it": "/behind/",
    "Today": "/",
    "What would fit": "/fit/",
    "Plan": "/plan/",
    "Keyboard": EMPTY_PAGE,
}


def measure() -> list[Row]:
    """Ten years, four notes a week: each page as the first one of a process and as a later one."""
    with tempfile.TemporaryDirectory(prefix="unrut-bench-") as folder:
        home = Path(folder)
        fill(home, "ten-years")
        os.environ.update(at_home(home))
        cold = in_turns({name: _first(home, page) for name, page in PAGES.items()}, runs=COLD_RUNS, warm_up=1)
        client = signed_in()
        ways = {name: later(client, page) for name, page in PAGES.items()}
        ways["rows"] = timed(lambda: _bare_rows(home / "unrut.sqlite3"))
        warm = in_turns(ways, runs=WARM_RUNS)
    return [*_rows(cold, "first request"), *_rows(warm, "later request"), _bare_row(warm)]


def signed_in() -> "Client":
    """A signed-in person at a program that has started and answered nothing yet."""
    from unrut.cli.opened import local_person

    owner = local_person()
    from django.test import Client

    client = Client(SERVER_NAME="127.0.0.1")
    client.handler.load_middleware()  # the server does this before it takes requests
    client.force_login(owner)
    return client


def _first(home: Path, page: str) -> Way:
    def way() -> float:
        command: list[str | Path] = [sys.executable, FOLDER / "behind.py", "--first", page]
        answer = subprocess.run(command, env=at_home(home), check=True, capture_output=True, text=True)
        return float(answer.stdout)

    return way


def later(client: "Client", page: str) -> Way:
    return timed(lambda: _ask(client, page))


def _ask(client: "Client", page: str) -> None:
    answer = client.get(page)
    if answer.status_code != 200 or b"</html>" not in answer.content:
        raise RuntimeError(f"{page} answered {answer.status_code}; there is nothing to measure.")


def _bare_rows(file: Path) -> None:
    """The least that any page about all notes must do: read them."""
    connection = sqlite3.connect(file)
    connection.execute("SELECT id, week, written_on, kind, text FROM unrut_note ORDER BY week, id").fetchall()
    connection.close()


def _rows(samples: dict[str, Sample], when: str) -> list[Row]:
    return [
        timed_row(
            f"{name}, {when}",
            samples[name],
            "page of keys",
            samples["Keyboard"],
            most_ms=MOST_MS if page == "/behind/" else None,
        )
        for name, page in PAGES.items()
        if page != EMPTY_PAGE
    ]


def _bare_row(warm: dict[str, Sample]) -> Row:
    return timed_row(
        "What is behind it, later request", warm["What is behind it"], "sqlite3 reads the notes", warm["rows"]
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--first"]:
        asked = argparse.ArgumentParser()
        asked.add_argument("--first")
        page = asked.parse_args().first
        print(later(signed_in(), page)())
    else:
        show(measure)
