"""Days and times as forms send them."""

from datetime import date, time

from unrut.core.errors import InvalidInputError


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
