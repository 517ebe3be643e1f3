"""`unrut note` as a whole process beside the start of Python with sqlite3, with few and with many notes in the store.

python bench/note.py
"""

import statistics
import sys
import tempfile
from itertools import count
from pathlib import Path

from common import Row, Sample, Way, at_home, in_turns, ratios, show, timed_row, whole_process, yes_or_no
from homes import fill

RUNS = 15
MOST = 3.0
FEW, AGAIN, MANY = "100 notes", "100 other notes", "10,000 notes"
SIZES = {FEW: 100, AGAIN: 100, MANY: 10_000}
LIMIT = 'python -c "import sqlite3"'
SCRIPT = (Path(sys.executable).with_name("unrut"),)
MODULE = (sys.executable, "-m", "unrut")
COMMANDS: dict[str, tuple[str | Path, ...]] = {"unrut note": SCRIPT, "python -m unrut note": MODULE}


def measure() -> list[Row]:
    """One note kept, from the start of the process to its end."""
    with tempfile.TemporaryDirectory(prefix="unrut-bench-") as folder:
        homes = {name: Path(folder) / str(place) for place, name in enumerate(SIZES)}
        for name, home in homes.items():
            fill(home, "notes", SIZES[name])
        ways = {LIMIT: whole_process([sys.executable, "-c", "import sqlite3"], at_home(homes[FEW]))}
        for command, words in COMMANDS.items():
            ways |= {f"{command}, {name}": _note(words, home) for name, home in homes.items()}
        taken = in_turns(ways, runs=RUNS)
    against_limit = [
        timed_row(
            f"{command}, {name} stored", taken[f"{command}, {name}"], LIMIT, taken[LIMIT], most_ratio=MOST
        )
        for command in COMMANDS
        for name in (FEW, MANY)
    ]
    return [*against_limit, *(_growth(command, taken) for command in COMMANDS)]


def _note(command: tuple[str | Path, ...], home: Path) -> Way:
    """A note that the week does not hold yet: one that it holds would not be written."""
    number = count()

    def way() -> float:
        text = f"- the same report, version {next(number)}"
        return whole_process([*command, "note", text], at_home(home))()

    return way


def _growth(command: str, taken: dict[str, Sample]) -> Row:
    """Many stored beside few. Noise is what two homes that hold alike differ by in the middle half of the pairs."""
    few, again, many = (taken[f"{command}, {name}"] for name in SIZES)
    ratio = statistics.median(ratios(many, few))
    low, _, high = statistics.quantiles(ratios(again, few), n=4)
    low, high = min(low, 1.0), max(high, 1.0)
    return Row(
        what=f"{command}, {MANY} stored",
        ours=str(many),
        beside=f"{FEW} stored: {few}",
        ratio=f"{ratio:.3g}",
        bar=f"{low:.3g} to {high:.3g}, as {FEW} beside {FEW}",
        held=yes_or_no(low <= ratio <= high),
    )


if __name__ == "__main__":
    show(measure)
