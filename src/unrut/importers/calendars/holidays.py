"""Which calendars are those of public holidays, and which of their days are none."""

import re

from unrut.importers.calendars.events import ReadEvent
from unrut.importers.text_tools import one_line

# Judgement: how programs and countries call such calendars. What is in them is no work of the person.
_WORDS = (
    "holiday", "feiertag", "fériés", "férié", "feries", "festivos", "feriado", "festività", "festivi", "feestdag", "helligdag",
    "helgdag", "juhlapyh", "pyhäpäiv", "święta", "dni wolne", "svátk", "sviatk", "ünnepnap", "sărbători", "praznici",
    "праздник", "свята", "празници", "tatil", "αργίες", "祝日", "节假日", "節假日", "假日", "공휴일", "휴일", "חגים",
)  # fmt: skip
_OTHERS = re.compile(r"\b(?:school|schools|team|staff|my|our|family|annual|vacation|leave|work)\b")
_NONE = ("observance", "not a public holiday", "not a holiday")
_CATEGORY = re.compile(r"(?:^|,)\s*(?:public |bank )?holidays?\s*(?:,|$)")


def is_of_holidays(*names: str) -> bool:
    """Whether a calendar is one of public holidays, going by its names. That of a school or a team is another matter."""
    return any(_is_name(one_line(name).lower().replace("_", " ")) for name in names)


def is_holiday(event: ReadEvent) -> bool:
    """Whether an event in one's own calendar was put there by the program as a public holiday: marked so, and free."""
    told = [line.value.lower() for line in event.block.lines if line.name == "CATEGORIES"]
    return not event.is_marked_busy and any(_CATEGORY.search(value) for value in told)


def is_working_day(event: ReadEvent) -> bool:
    """Whether an event in a calendar of holidays says of itself that it is a day to be kept in mind, and not one off."""
    told = f"{event.title}\n{event.block.value('DESCRIPTION')[:200]}".lower()
    return any(word in told for word in _NONE[1:]) or f"\n{_NONE[0]}" in told


def _is_name(name: str) -> bool:
    return any(word in name for word in _WORDS) and not _OTHERS.search(name)
