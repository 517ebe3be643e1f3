"""What all readers of the tables of a release share."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from unrut.importers.occupations.packed import ReleaseFiles

UNLISTED = 'of an occupation that is not in "Occupation Data.txt"'
MOST_OCCUPATIONS = 5_000  # release 30.1 has 1,016
MOST_ELEMENTS = 300  # of one table; the largest has 57
MOST_LINES = 10_000  # of one kind, on one occupation; some have 2,000 other titles


@dataclass
class Reading:
    """A release while it is read: its files, the row of each code, and what was noticed on the way."""

    files: ReleaseFiles
    rows: Mapping[str, int]
    warnings: list[str] = field(default_factory=list)

    def present(self, names: tuple[str, ...]) -> list[str]:
        """The files of a table that are there; a table has other names, or several parts, from release to release."""
        return [name for name in names if name in self.files]

    def warn(self, name: str, count: int, why: str) -> None:
        """Note that so many rows of a file were left out."""
        if count:
            left_out = "1 row" if count == 1 else f"{count:,} rows"
            self.warnings.append(f'"{name}": {left_out} left out ({why}).')
