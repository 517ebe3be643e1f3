"""How long the full update of occupations takes, and how much memory, beside reading the bytes of the same zip with csv alone.

    python bench/occupations_update.py

Each runs as a process of its own, in turns, with the release beside the project. Memory is the most that the process ever held.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from common import ROOT, Row, Sample, ratios, show, timed_row, yes_or_no

RELEASE = ROOT.parent / "shared" / "data" / "onet" / "db_30_1_text.zip"
MOST_MS, MOST_MEMORY = 60_000.0, 500.0
MOST_LOADING = 100.0
MILLI, KILOBYTES = 1000.0, 1024.0
RUNS, LOADS = 3, 9

UPDATE = """
from pathlib import Path
from unrut.services.atlas_update import update_atlas
assert update_atlas(Path(argv[1]), folder=Path(argv[2])).replaced
"""
CSV = """
import csv, io, zipfile
with zipfile.ZipFile(argv[1]) as archive:
    for name in archive.namelist():
        with archive.open(name) as raw:
            for row in csv.DictReader(io.TextIOWrapper(raw, "utf-8"), delimiter="\\t", quoting=csv.QUOTE_NONE):
                pass
"""
TELL = """
import resource
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
LOAD = """
import time
from pathlib import Path
import numpy as np
from unrut.core.explore.occupations.atlas_file import read_atlas
data = Path(argv[1]).read_bytes()
for _ in range(int(argv[2])):
    begun = time.perf_counter()
    read_atlas(data)
    print((time.perf_counter() - begun) * 1000)
"""


def measure() -> list[Row]:
    """Time and memory of the update, and the time in which its file is loaded."""
    if not RELEASE.exists():
        return [Row("occupations, update", "no release beside the project")]
    taken: dict[str, list[tuple[float, float]]] = {"ours": [], "csv": []}
    with tempfile.TemporaryDirectory() as folder:
        for run in range(RUNS):
            home = Path(folder) / str(run)
            taken["ours"].append(_run(UPDATE, str(RELEASE), str(home)))
            taken["csv"].append(_run(CSV, str(RELEASE)))
        loading = _loading(home / "occupations.npz")
        size = (home / "occupations.npz").stat().st_size / KILOBYTES**2
    times = {name: Sample(tuple(ms for ms, _ in runs)) for name, runs in taken.items()}
    memory = {name: Sample(tuple(megabytes for _, megabytes in runs)) for name, runs in taken.items()}
    return [
        timed_row("occupations, whole update", times["ours"], "csv alone", times["csv"], most_ms=MOST_MS),
        _memory_row(memory["ours"], memory["csv"]),
        Row(
            f"occupations, loading the {size:.2f} MB of it, prose left for later",
            str(loading),
            bar=f"{MOST_LOADING:g} ms",
            held=yes_or_no(loading.median <= MOST_LOADING),
        ),
    ]


def _memory_row(ours: Sample, other: Sample) -> Row:
    return Row(
        "occupations, memory of the update",
        f"{ours.median:.0f} MB",
        beside=f"csv alone: {other.median:.0f} MB",
        ratio=f"{ratios(ours, other)[0]:.3g}",
        bar=f"{MOST_MEMORY:g} MB",
        held=yes_or_no(ours.median <= MOST_MEMORY),
    )


def _run(code: str, *arguments: str) -> tuple[float, float]:
    """The milliseconds that a process took, and the most megabytes it held."""
    begun = time.perf_counter()
    told = _told(code + TELL, *arguments)
    return (time.perf_counter() - begun) * MILLI, float(told) / KILOBYTES


def _loading(path: Path) -> Sample:
    return Sample(tuple(float(line) for line in _told(LOAD, str(path), str(LOADS)).split()[1:]))


def _told(code: str, *arguments: str) -> str:
    command = [sys.executable, "-c", f"from sys import argv\n{code}", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    show(measure)
