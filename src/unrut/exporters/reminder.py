"""The weekly sitting as an entry of a calendar that others may see: it never says what it is for."""

import re
from datetime import date, datetime, time, timedelta

from unrut.core.errors import InvalidInputError
from unrut.exporters.calendar_file import CalendarEvent, calendar_file

NEUTRAL_TITLE = "Unrut"
LONGEST_TITLE = 100
MINUTES = 10
UID = "weekly-sitting@unrut"
_DAYS_OF_WEEK = 7
_TELLING = re.compile(r"\b(?:work\w*|jobs?|rut|career\w*)\b", re.IGNORECASE)


def reminder(offset: int, at: time, *, title: str, today: date, made_at: datetime) -> bytes:
    """A weekly entry with an alarm, first on the next such day. `offset` counts days from a Monday, as in the settings.

    Raises InvalidInputError when the title would tell what the entry is for.
    """
    day = today + timedelta(days=(offset - today.weekday()) % _DAYS_OF_WEEK)
    name = neutral_title(title)
    event = CalendarEvent(UID, name, day, at, MINUTES, "", is_weekly=True, rings=True)
    return calendar_file([event], name=name, made_at=made_at)


def neutral_title(title: str) -> str:
    """The title of the entry, on one line; "Unrut" when none was chosen.

    Raises InvalidInputError when it is too long or names work.
    """
    name = " ".join(title.split()) or NEUTRAL_TITLE
    if len(name) > LONGEST_TITLE:
        raise InvalidInputError(
            f"The name has {len(name)} characters. Choose one of at most {LONGEST_TITLE}, like Ten minutes."
        )
    if found := _TELLING.search(name):
        raise InvalidInputError(
            f'Others may see your calendar, so the entry should not say "{found[0]}". Choose a name like Ten minutes.'
        )
    return name
