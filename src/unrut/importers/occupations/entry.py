"""How people enter: which education, experience and training those in an occupation say it asks."""

from collections.abc import Mapping

import numpy as np

from unrut.core.explore.occupations.atlas import Entry, Floats
from unrut.core.explore.occupations.building import CATEGORIES
from unrut.importers.occupations.contract import UNLISTED, Reading
from unrut.importers.occupations.tables import rows

FILES = ("Education, Training, and Experience.txt", "Education.txt", "Training and Experience.txt")
"""One table until 30.2, two from 30.3 on."""
SCALES = {
    "RL": Entry.EDUCATION,
    "RW": Entry.EXPERIENCE,
    "PT": Entry.SITE_TRAINING,
    "OJ": Entry.JOB_TRAINING,
}
MOST_SUPPRESSED = 75.0
LEAST_WHOLE, MOST_WHOLE = 95.0, 105.0  # per cent; rounding moves it by less than one


def entry_shares(reading: Reading) -> dict[Entry, Floats]:
    """The shares of answers, summing to 1 in each row.

    Unknown is a row that does not make up a whole, or of which more than three quarters may not be relied on: to leave out only the
    answers that are suppressed would bend the rest.
    """
    shape = {entry: (len(reading.rows), categories) for entry, categories in CATEGORIES.items()}
    given = {entry: np.zeros(size, dtype=np.float32) for entry, size in shape.items()}
    suppressed = {entry: np.zeros(size, dtype=np.float32) for entry, size in shape.items()}
    for name in reading.present(FILES):
        _read(reading, name, given, suppressed)
    found = {entry: _shares(given[entry], suppressed[entry]) for entry in CATEGORIES}
    return {entry: shares for entry, shares in found.items() if not np.isnan(shares).all()}


def _shares(given: Floats, suppressed: Floats) -> Floats:
    sums = given.sum(axis=1)
    known = (sums >= LEAST_WHOLE) & (sums <= MOST_WHOLE) & (suppressed.sum(axis=1) <= MOST_SUPPRESSED)
    shares = np.full_like(given, np.nan)
    shares[known] = given[known] / sums[known, None]
    return shares


def _read(
    reading: Reading, name: str, given: Mapping[Entry, Floats], suppressed: Mapping[Entry, Floats]
) -> None:
    unknown = strange = 0
    for code, scale, category, value, suppress in rows(
        reading.files, name, ("Scale ID", "Category", "Data Value"), ("Recommend Suppress",)
    ):
        entry = SCALES.get(scale)
        if entry is None:
            continue
        row, column, share = reading.rows.get(code), _column(category, entry), _per_cent(value)
        if row is None:
            unknown += 1
        elif column is None or share is None:
            strange += 1
        else:
            given[entry][row, column] = share
            suppressed[entry][row, column] = share if suppress == "Y" else 0.0
    reading.warn(name, unknown, UNLISTED)
    reading.warn(name, strange, "no share of a known answer")


def _column(category: str, entry: Entry) -> int | None:
    known = category.isascii() and category.isdecimal() and len(category) <= 2  # noqa: PLR2004 - 12 is the last
    column = int(category) - 1 if known else -1
    return column if 0 <= column < CATEGORIES[entry] else None


def _per_cent(text: str) -> float | None:
    try:
        share = float(text)
    except ValueError:
        return None
    return share if 0 <= share <= 100 else None  # noqa: PLR2004 - per cent
