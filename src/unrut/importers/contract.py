"""What all importers share: the refusals, the problems they name, and how long a key may be."""

from dataclasses import dataclass

from unrut.core.errors import InvalidInputError

KEY_LENGTH = 24
LONGEST_KEY = 100


class UnreadableFileError(InvalidInputError):
    """A file as a whole cannot be read as what was asked for."""


class UnreadableRecordError(InvalidInputError):
    """One entry of a file cannot be read; the others can."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that was left out, and where it stands."""

    where: str
    message: str
