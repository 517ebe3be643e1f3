"""What all measurements share: ways taken in turns, their middle value, and one table of rows."""

import argparse
import json
import os
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "bench"
HEAD = ("What", "Unrut", "Beside it", "Ratio", "Bar", "Held")
MILLI = 1000.0

Way = Callable[[], float]
"""Does the thing once and gives the milliseconds it took."""


@dataclass(frozen=True, slots=True)
class Sample:
    """The times of one way in milliseconds, in the order in which they were taken."""

    times: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    def per(self, count: int) -> "Sample":
        """The share of one among `count` things done at once."""
        return Sample(tuple(taken / count for taken in self.times))

    def __str__(self) -> str:
        return f"{_readable(self.median)} ({_readable(min(self.times))} to {_readable(max(self.times))})"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `bar` and `held` are empty where nothing was promised."""

    what: str
    ours: str
    beside: str = ""
    ratio: str = ""
    bar: str = ""
    held: str = ""


def in_turns(ways: Mapping[str, Way], *, runs: int, warm_up: int = 2) -> dict[str, Sample]:
    """Every way once, then every way again from the last to the first: what else the machine does falls on all alike."""
    for _ in range(warm_up):
        for way in ways.values():
            way()
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(runs):
        for name in reversed(taken) if turn % 2 else taken:
            taken[name].append(ways[name]())
    return {name: Sample(tuple(times)) for name, times in taken.items()}


def timed(call: Callable[[], object]) -> Way:
    """A call as a way."""

    def way() -> float:
        begun = time.perf_counter()
        call()
        return (time.perf_counter() - begun) * MILLI

    return way


def whole_process(command: Sequence[str | Path], environment: Mapping[str, str]) -> Way:
    """A program from its start to its end as a way."""
    return timed(lambda: subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL))


def at_home(home: Path) -> dict[str, str]:
    """The environment of a program that lives in `home`, whatever is set around us."""
    around = {name: value for name, value in os.environ.items() if not name.startswith("UNRUT_")}
    return {**around, "UNRUT_HOME": str(home), "UNRUT_BROWSER": "no"}


def ratios(ours: Sample, other: Sample) -> list[float]:
    """Ours by the other, each pair measured one right after the other."""
    return [one / two for one, two in zip(ours.times, other.times, strict=True)]


def timed_row(
    what: str,
    ours: Sample,
    name: str,
    other: Sample,
    *,
    most_ratio: float | None = None,
    most_ms: float | None = None,
) -> Row:
    """A row of times; the ratio is the median over the pairs."""
    ratio = statistics.median(ratios(ours, other))
    bars = [
        *([(f"{most_ratio:g} times", ratio <= most_ratio)] if most_ratio is not None else []),
        *([(f"{most_ms:g} ms", ours.median <= most_ms)] if most_ms is not None else []),
    ]
    return Row(
        what=what,
        ours=str(ours),
        beside=f"{name}: {other}",
        ratio=f"{ratio:.3g}",
        bar=", ".join(told for told, _ in bars),
        held=yes_or_no(all(held for _, held in bars)) if bars else "",
    )


def yes_or_no(held: bool) -> str:
    return "yes" if held else "no"


def show(measure: Callable[[], list[Row]]) -> None:
    """Measure and print the rows, as the arguments of the program ask."""
    asked = argparse.ArgumentParser(description=measure.__doc__)
    asked.add_argument("--json", action="store_true", help="rows for another program")
    asked.add_argument("--markdown", action="store_true", help="rows for bench/README.md")
    given = asked.parse_args()
    rows = measure()
    if given.json:
        print(json.dumps([asdict(row) for row in rows]))
    else:
        print(as_markdown(rows) if given.markdown else as_table(rows))


def as_markdown(rows: Sequence[Row]) -> str:
    lines = [HEAD, ("---",) * len(HEAD), *(_cells(row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def as_table(rows: Sequence[Row]) -> str:
    lines = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _cells(row: Row) -> tuple[str, ...]:
    return (row.what, row.ours, row.beside, row.ratio, row.bar, row.held)


def _readable(milliseconds: float) -> str:
    if milliseconds < 1:
        return f"{milliseconds * MILLI:.3g} µs"
    if milliseconds < MILLI:
        return f"{milliseconds:.3g} ms"
    return f"{milliseconds / MILLI:.3g} s"
