"""Dates as they are written on the command line. Cheap to import: `unrut note` reads dates too."""

from datetime import date


def read_day(text: str) -> date:
    """The day written as YYYY-MM-DD.

    Raises ValueError with a sentence that says how to write it.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise ValueError(f'"{text}" is not a day of the calendar. Write it like 2026-11-20.')
    return day
