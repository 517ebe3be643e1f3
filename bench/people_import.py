"""How long an export of LinkedIn with 30,000 connections takes from its bytes to the store, and how much memory.

    python bench/people_import.py

Beside it csv and sqlite3 alone, which put the same cells into a table and tell nothing of anybody. The connections are made: some
titles and companies come again and again, most of them once, as in real lists.
"""

import csv
import io
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from common import FOLDER, Row, Sample, Way, at_home, in_turns, show, timed, timed_row, yes_or_no

if TYPE_CHECKING:
    from unrut.models import Person

CONNECTIONS, TITLES, COMPANIES = 30_000, 9_000, 12_000
CHANGED = 600  # of one export to the next, a year later
MOST_MS, MOST_MEMORY = 5_000.0, 400.0
RUNS, SEED = 5, 41
TODAY = date(2031, 5, 1)
KILOBYTES = 1024.0
COLUMNS = ("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On")
NOTES = "Notes:\n“When exporting your connection data, you may notice that some e-mail addresses are missing.”\n\n"
LEVELS = (
    "",
    "",
    "Senior ",
    "Junior ",
    "Lead ",
    "Head of ",
    "Freelance ",
    "Global ",
    "Associate ",
    "Vice President, ",
)
PLACES = ("", "", "", " EMEA", " (m/f/d)", " | Speaker", " at heart", " - North", " II")
FIRST = (
    "Ana",
    "Ben",
    "Chiara",
    "Dora",
    "Emil",
    "Fatma",
    "Grace",
    "Hugo",
    "Ines",
    "Jörg",
    "Kemi",
    "Liu",
    "Mira",
    "Noor",
)
LAST = (
    "Ortiz",
    "Blum",
    "Conti",
    "Dahl",
    "Ekwueme",
    "Frey",
    "Götz",
    "Haas",
    "Ito",
    "Jensen",
    "Kaya",
    "Lund",
    "Moreau",
)


def measure() -> list[Row]:
    """The first import into a running program, the same file once more, a later export, and the first after a start."""
    content, later = connections(changed=0), connections(changed=CHANGED)
    with tempfile.TemporaryDirectory(prefix="unrut-bench-") as folder:
        home = Path(folder)
        os.environ.update(at_home(home))
        cold, memory = _in_a_process(home, content)
        owner = _owner()
        bare = home / "bare.sqlite3"
        ways: dict[str, Way] = {
            "first": _after(lambda: _forget(owner), lambda: _bring(owner, content)),
            "again": timed(lambda: _bring(owner, content)),
            "later": _after(lambda: _afresh(owner, content), lambda: _bring(owner, later)),
            "bare": _after(lambda: bare.unlink(missing_ok=True), lambda: _bare(bare, content)),
        }
        taken = in_turns(ways, runs=RUNS, warm_up=1)
    many = f"{CONNECTIONS:,} connections"
    name, other = "csv and sqlite3 alone", taken["bare"]
    return [
        timed_row(f"{many} imported, from bytes to store", taken["first"], name, other, most_ms=MOST_MS),
        timed_row(f"the same {many} once more", taken["again"], name, other, most_ms=MOST_MS),
        timed_row(f"{many}, {CHANGED} of them changed", taken["later"], name, other, most_ms=MOST_MS),
        timed_row(f"{many}, first thing after a start", cold, name, _as_often(other, cold), most_ms=MOST_MS),
        Row(
            f"memory of importing {many}",
            f"{memory:.0f} MB more than the program alone",
            bar=f"{MOST_MEMORY:g} MB",
            held=yes_or_no(memory <= MOST_MEMORY),
        ),
    ]


def connections(*, changed: int) -> bytes:
    """A Connections.csv; so many of its people have moved on to another position."""
    chance = random.Random(SEED)
    titles, companies = _titles(chance), [f"{chance.choice(LAST)} {place} Ltd" for place in range(COMPANIES)]
    written = io.StringIO(newline="")
    written.write(NOTES)
    table = csv.writer(written)
    table.writerow(COLUMNS)
    for key in range(CONNECTIONS):
        position, company = _some(titles, key, chance), _some(companies, key, chance)
        table.writerow(_row(key, "Somewhere new" if key < changed else position, company, chance))
    return written.getvalue().encode()


def _titles(chance: random.Random) -> list[str]:
    from unrut.core.explore.occupations.atlas_file import shipped_atlas

    names = shipped_atlas().titles
    found: dict[str, None] = {}
    while len(found) < TITLES:
        found[f"{chance.choice(LEVELS)}{chance.choice(names)}{chance.choice(PLACES)}"] = None
    return list(found)


def _some(names: list[str], key: int, chance: random.Random) -> str:
    """Each name once, then the first ones more and more often."""
    place = int(len(names) * chance.random() ** 3)
    return names[key] if key < len(names) else names[place]


def _row(key: int, position: str, company: str, chance: random.Random) -> tuple[str, ...]:
    first, last = chance.choice(FIRST), f"{chance.choice(LAST)}-{chance.choice(LAST)}"
    email = f"{first}.{key}@example.org" if chance.random() < 0.05 else ""
    met_on = TODAY - timedelta(days=chance.randrange(1, 5000))
    address = f"https://www.linkedin.com/in/{first.lower()}-{key}"
    return first, last, address, email, company, position, f"{met_on:%d %b %Y}"


def _after(before: Callable[[], object], call: Callable[[], object]) -> Way:
    """A call whose time counts after another whose time does not."""
    way = timed(call)

    def both() -> float:
        before()
        return way()

    return both


def _owner() -> "Person":
    from unrut.cli.opened import local_person

    return local_person()


def _bring(owner: "Person", content: bytes) -> object:
    from unrut.services.people_import import import_people, read_source

    return import_people(owner, read_source(("Connections.csv", content)), today=TODAY)


def _forget(owner: "Person") -> None:
    from unrut.models import Contact

    Contact.objects.filter(owner=owner).delete()


def _afresh(owner: "Person", content: bytes) -> None:
    _forget(owner)
    _bring(owner, content)


def _bare(file: Path, content: bytes) -> None:
    """The same cells as they stand, in a table of their own."""
    lines = io.StringIO(content.decode().removeprefix(NOTES), newline="")
    rows = [tuple(row.values()) for row in csv.DictReader(lines)]
    with sqlite3.connect(file) as store:
        columns = ", ".join(f'"{name}"' for name in COLUMNS)
        store.execute(f"CREATE TABLE people (id INTEGER PRIMARY KEY, {columns})")
        store.executemany(f"INSERT INTO people ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    store.close()


def _in_a_process(home: Path, content: bytes) -> tuple[Sample, float]:
    """The times of imports that are the first thing a program does, and the most memory that one added."""
    file = home / "Connections.csv"
    file.write_bytes(content)
    told = []
    for _ in range(RUNS):
        command: list[str | Path] = [sys.executable, FOLDER / "people_import.py", "--alone", file]
        answer = subprocess.run(command, env=at_home(home), check=True, capture_output=True, text=True)
        told.append([float(word) for word in answer.stdout.split()])
    return Sample(tuple(ms for ms, _ in told)), max(megabytes for _, megabytes in told)


def _alone(file: Path) -> None:
    owner = _owner()
    _forget(owner)
    content, before = file.read_bytes(), _most_memory()
    print(timed(lambda: _bring(owner, content))(), _most_memory() - before)


def _most_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES


def _as_often(sample: Sample, other: Sample) -> Sample:
    return Sample(sample.times[: len(other.times)])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--alone"]:
        _alone(Path(sys.argv[2]))
    else:
        show(measure)
