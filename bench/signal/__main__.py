"""Rut or rough patch, measured on people who never were, so that it is known when something changed.

python bench/signal            every table of bench/README.md, section "Signal"
python bench/signal --quick    the same with few people, to see that it runs
python bench/signal --tune     calibrate thresholds and told odds anew, on seeds that no table uses
python bench/signal --json     the bars alone, as rows for bench/all.py

The folder is no package: a module named `signal` beside the other measurements would hide Python's own.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterable

import bars
import parts
from diaries import diaries, spliced
from others import packages

FULL, QUICK = parts.Size(people=1200, read=300), parts.Size(people=120, read=30)

FEW, MANY = 120, 1500


def main() -> None:
    """Print every table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--quick", action="store_true", help="few people")
    asked.add_argument("--json", action="store_true", help="the bars, for bench/all.py")
    asked.add_argument("--tune", action="store_true", help="only calibrate the thresholds")
    given = asked.parse_args()
    size = QUICK if given.quick else FULL
    if given.json:
        print(json.dumps(list(bars.rows(FEW if given.quick else MANY))))
        return
    if given.tune:
        _show("Thresholds", lambda: parts.tune(size))
        return
    for title, part in _parts(size).items():
        _show(title, part)


def _parts(size: parts.Size) -> dict[str, Callable[[], Iterable[str]]]:
    return {
        "False alarms where nothing changes": lambda: parts.false_alarms(size),
        "The three choices, five years": lambda: parts.choices(size),
        "Beside other rules": lambda: parts.beside(size),
        "Other rules where people are not as assumed": lambda: parts.stressed(size),
        "Stated chances": lambda: parts.calibrated(size),
        "Other courses": lambda: parts.courses(size),
        "The whole policy": lambda: parts.policy(size),
        "Persistent low": lambda: parts.low(size),
        "Time": parts.speed,
        "Other packages": lambda: packages(size),
        "Diaries": diaries,
        "Diaries with a known drop": spliced,
    }


def _show(title: str, part: Callable[[], Iterable[str]]) -> None:
    begun = time.monotonic()
    print(f"### {title}\n", *part(), sep="\n", flush=True)
    print(f"({time.monotonic() - begun:.0f} s)\n", flush=True)


if __name__ == "__main__":
    main()
