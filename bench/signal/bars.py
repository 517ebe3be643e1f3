"""What was promised of the signal, measured on the reporting seeds: rows for bench/all.py."""

from collections.abc import Iterator

import numpy as np
from figures import calibration, delay, found, yearly
from parts import REPORT_SEED, YEARS, calibrated_to, changed_people, times_of_all, unrut
from rules import cusum
from worlds import LARGE_DROP, REFERENCE, YEAR, lasting_drop, people

from unrut.core.reflect.signal import stated
from unrut.core.reflect.thresholds import USUAL_FALSE_ALARMS

MOST_ERROR, MOST_MILLISECONDS = 0.05, 50
FALSE_FROM, FALSE_TO = 0.08, 0.12
LEAST_SOON, LEAST_LATER = 0.62, 0.89

Row = dict[str, str]


def rows(count: int) -> Iterator[Row]:
    """One row a promise, beside the best of the usual rules."""
    # First, while nothing else has filled the memory of the process.
    fastest, median = times_of_all()
    yield _row(
        "signal of 500 weeks",
        f"{median:.1f} ms (fastest {fastest:.1f} ms)",
        "",
        f"{MOST_MILLISECONDS} ms",
        held=median < MOST_MILLISECONDS,
    )
    ours, theirs = unrut(USUAL_FALSE_ALARMS), calibrated_to(cusum, 8 * count)
    still = people(REFERENCE, count=count, weeks=YEARS * YEAR, seed=REPORT_SEED + 300)
    pairs = zip(*(yearly(said(still, REFERENCE.population), YEARS) for said in (ours, theirs)), strict=True)
    for year, (mine, other) in enumerate(pairs, start=1):
        held = FALSE_FROM <= mine.value <= FALSE_TO
        yield _row(
            f"signal, false alarms in year {year}", mine.told, f"CUSUM: {other}", "8 to 12 %", held=held
        )
    yield from _found(count)
    told, true, _ = changed_people(count, REPORT_SEED + 400)
    error = calibration(stated(told), true).error
    yield _row(
        "signal, expected calibration error", f"{error:.3f}", "", f"{MOST_ERROR}", held=error <= MOST_ERROR
    )


def _found(count: int) -> Iterator[Row]:
    moved = people(REFERENCE, count=count, weeks=78, seed=REPORT_SEED + 301, course=lasting_drop(LARGE_DROP))
    alarms = [
        said(moved, REFERENCE.population)
        for said in (unrut(USUAL_FALSE_ALARMS), calibrated_to(cusum, 8 * count))
    ]
    (soon, later), (their_soon, their_later) = map(found, alarms)
    for weeks, mine, other, least in (
        (13, soon, their_soon, LEAST_SOON),
        (26, later, their_later, LEAST_LATER),
    ):
        what = f"signal, drop of 1.4 SD found within {weeks} weeks"
        yield _row(what, mine.told, f"CUSUM: {other}", f"{100 * least:.0f} %", held=mine.value >= least)
    yield _row("signal, delay of half of them", delay(alarms[0]), f"CUSUM: {delay(alarms[1])}", "", held=None)


def _row(what: str, ours: str, beside: str, bar: str, *, held: np.bool_ | bool | None) -> Row:
    told = "" if held is None else "yes" if held else "no"
    return {"what": what, "ours": ours, "beside": beside, "bar": bar, "held": told}
