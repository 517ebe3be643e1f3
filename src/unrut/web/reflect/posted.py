"""Days, times, folders and keys as forms send them."""

from datetime import date, time
from pathlib import Path

from unrut.core.errors import InvalidInputError

# More digits than any store numbers its rows with.
LONGEST_KEY = 18


def posted_day(written: str) -> date | None:
    """The day; None where none was given.

    Raises InvalidInputError.
    """
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise InvalidInputError(f'"{written}" is not a day. Write it like 2022-05-01.') from error


def posted_time(written: str) -> time | None:
    """The time of day; None where none was given.

    Raises InvalidInputError.
    """
    try:
        return time.fromisoformat(written) if written else None
    except ValueError as error:
        raise InvalidInputError(f'"{written}" is not a time of day. Write it like 17:00.') from error


def posted_folder(written: str) -> Path:
    """The folder on this machine that is named.

    Raises InvalidInputError.
    """
    try:
        return Path(written).expanduser()
    except RuntimeError as error:  # it begins with ~ and a name nobody has here
        raise InvalidInputError(
            f'"{written}" is no folder here. Write it from the root on, like /home/me/things.'
        ) from error


def posted_key(written: str) -> int | None:
    """The key of a row; None where none was given.

    Raises InvalidInputError.
    """
    if not written:
        return None
    if not written.isdecimal() or len(written) > LONGEST_KEY:
        raise InvalidInputError(
            f'"{written}" names nothing of yours. Go back, load the page again and choose once more.'
        )
    return int(written)
