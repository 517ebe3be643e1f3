"""What an occupation is called and what is done in it: other titles, tasks, programs and tools."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.occupations.atlas import MOST_ZONES, Lines
from unrut.importers.occupations.contract import MOST_LINES, UNLISTED, Reading
from unrut.importers.occupations.tables import rows
from unrut.importers.text_tools import one_line

REPORTED = ("Sample of Reported Titles.txt",)
TITLES = ("Alternate Titles.txt", "Job Titles.txt")  # the latter from 30.3 on
TASKS = ("Task Statements.txt",)
TECHNOLOGY = ("Technology Skills.txt", "Software Skills.txt")  # the same
ZONES = ("Job Zones.txt",)
CORE = "Core"
NONE = "n/a"

Ranked = list[tuple[int, str, str]]
"""How early a line comes, the line, and what goes with it."""


def alternates(reading: Reading) -> Lines:
    """Other titles, those that workers report first; none twice, in whatever letters."""
    found: list[Ranked] = [[] for _ in reading.rows]
    for rank, (names, column) in enumerate(
        ((REPORTED, "Reported Job Title"), (TITLES, "Alternate Title|Job Title"))
    ):
        for name in reading.present(names):
            told = rows(reading.files, name, (column,))
            _add(reading, name, found, ((code, rank, title, "") for code, title in told))
    return lines_of([[line for _, line, _ in _once(ranked)] for ranked in found])


def tasks(reading: Reading) -> tuple[Lines, NDArray[np.bool_]]:
    """What is done, the core tasks first, and which lines are core."""
    found: list[Ranked] = [[] for _ in reading.rows]
    for name in reading.present(TASKS):
        told = rows(reading.files, name, ("Task",), ("Task Type",))
        _add(reading, name, found, ((code, kind != CORE, task, "") for code, task, kind in told))
    kept = [_once(ranked) for ranked in found]
    is_core = np.array([rank == 0 for ranked in kept for rank, _, _ in ranked], dtype=np.bool_)
    return lines_of([[line for _, line, _ in ranked] for ranked in kept]), is_core


def technology(reading: Reading) -> tuple[Lines, Lines]:
    """Programs and tools, those most asked for first, and the kind of each."""
    found: list[Ranked] = [[] for _ in reading.rows]
    for name in reading.present(TECHNOLOGY):
        columns = ("Example|Workplace Example", "Commodity Title|Element Name")
        told = rows(reading.files, name, columns, ("Hot Technology", "In Demand"))
        ranked = (
            (code, 2 - (hot == "Y") - (asked == "Y"), thing, kind) for code, thing, kind, hot, asked in told
        )
        _add(reading, name, found, ranked)
    kept = [_once(ranked) for ranked in found]
    names = lines_of([[line for _, line, _ in ranked] for ranked in kept])
    return names, lines_of([[kind for _, _, kind in ranked] for ranked in kept])


def zones(reading: Reading) -> NDArray[np.int8]:
    """The job zone of each occupation, 0 where it has none."""
    found = np.zeros(len(reading.rows), dtype=np.int8)
    known = {str(zone): zone for zone in range(1, MOST_ZONES + 1)}
    for name in reading.present(ZONES):
        unlisted = strange = 0
        for code, zone in rows(reading.files, name, ("Job Zone",)):
            if code not in reading.rows:
                unlisted += 1
            elif zone not in known:
                strange += zone != NONE
            else:
                found[reading.rows[code]] = known[zone]
        reading.warn(name, unlisted, UNLISTED)
        reading.warn(name, strange, "no job zone from 1 to 5")
    return found


def lines_of(by_occupation: Sequence[Sequence[str]]) -> Lines:
    """The lines of all occupations in a row."""
    counts = [len(lines) for lines in by_occupation]
    starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    return Lines(tuple(line for lines in by_occupation for line in lines), starts)


def _add(reading: Reading, name: str, found: list[Ranked], told: Iterable[tuple[str, int, str, str]]) -> None:
    unlisted = spare = 0
    for code, rank, line, kind in told:
        row, text = reading.rows.get(code), one_line(line)
        if row is None:
            unlisted += 1
        elif len(found[row]) >= MOST_LINES:
            spare += 1
        elif text and text != NONE:
            found[row].append((rank, text, one_line(kind)))
    reading.warn(name, unlisted, UNLISTED)
    reading.warn(name, spare, f"more than {MOST_LINES:,} of one occupation")


def _once(ranked: Ranked) -> Ranked:
    """The lines in order, none twice."""
    kept: dict[str, tuple[int, str, str]] = {}
    for entry in sorted(ranked, key=lambda entry: entry[0]):
        kept.setdefault(entry[1].casefold(), entry)
    return list(kept.values())
