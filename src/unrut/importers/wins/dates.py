"""Days, months, quarters and years as people write them down."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from unrut.importers.contract import UnreadableRecordError

EARLIEST_YEAR = 1940
LONGEST_SHOWN = 40
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
FIRST_HALF = 12  # a first number above it can be no month

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?,?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s{1,3})?"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_DAY = r"(?P<day>[0-9]{1,2})"
_TIME = r"(?:[T ]\s?[0-9]{1,2}:[0-9]{2}[0-9:.,]{0,16}(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:Z\b|[+-][0-9]{2}:?[0-9]{2}\b))?)?"
# In this order: what says most comes first, and a year alone last.
_SHAPES = tuple(
    re.compile(rf"(?<![\w./-]){shape}(?![\w/]|[.:-][0-9])", re.IGNORECASE | re.ASCII)
    for shape in (
        rf"{_WEEKDAY}(?P<year>[0-9]{{4}})(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})(?P=mark){_DAY}{_TIME}",
        rf"{_WEEKDAY}{_DAY}\.\s?(?P<month>[0-9]{{1,2}})\.\s?(?P<year>[0-9]{{4}}){_TIME}",
        rf"{_WEEKDAY}(?P<one>[0-9]{{1,2}})(?P<mark>[/-])(?P<two>[0-9]{{1,2}})(?P=mark)(?P<year>[0-9]{{4}}){_TIME}",
        rf"{_WEEKDAY}{_DAY}(?:st|nd|rd|th|\.)?[\s-](?:of\s)?{_MONTH}[\s-]?(?P<year>[0-9]{{4}}){_TIME}",
        rf"{_WEEKDAY}{_MONTH}\s{_DAY}(?:st|nd|rd|th)?,?\s(?P<year>[0-9]{{4}}){_TIME}",
        rf"{_YEAR}-?W(?P<week>[0-9]{{2}})",
        rf"{_YEAR}[-/](?P<month>0[1-9]|1[0-2])",
        rf"{_MONTH}[\s-]?{_YEAR}",
        rf"Q(?P<quarter>[1-4])[\s/-]?\s?{_YEAR}",
        rf"{_YEAR}[\s/-]?Q(?P<quarter>[1-4])",
        _YEAR,
    )
)
_PARTS = re.compile(rf"(?:{_MONTH}|Q(?P<quarter>[1-4]))", re.IGNORECASE | re.ASCII)
_NUMBERED = re.compile(r"(?<![\w./-])([0-9]{1,2})([/-])([0-9]{1,2})\2[0-9]{4}(?![\w/])", re.ASCII)


class UnreadableDateError(UnreadableRecordError):
    """A day cannot be read, or cannot be right."""


@dataclass(frozen=True, slots=True)
class Span:
    """A day, or a stretch of days where only a month, a quarter or a year is named."""

    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether one day is named."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a line, and where it begins and ends there."""

    span: Span
    start: int
    end: int


def happened_on(span: Span, *, today: date) -> date:
    """The day, or the last day of a stretch that has passed, or else today.

    Raises UnreadableDateError when it has not come yet or lies too far back.
    """
    if span.first > today:
        raise UnreadableDateError(
            f"{span.first} has not come yet. Mend the date, or leave this out until it is done."
        )
    if span.first.year < EARLIEST_YEAR:
        raise UnreadableDateError(
            f"{span.first} is before {EARLIEST_YEAR}, which is most likely a slip. Mend the date."
        )
    return min(span.last, today)


def whole_date(text: str, *, is_day_first: bool | None) -> Span:
    """What a text means that is nothing but a date.

    Raises UnreadableDateError.
    """
    plain = " ".join(text.split())
    for shape in _SHAPES:
        if match := shape.fullmatch(plain):
            return _span(match, is_day_first)
    if not plain:
        raise UnreadableDateError("There is no day. Write it like 2026-11-16.")
    raise UnreadableDateError(f'"{_short(plain)}" is not a day we can read. Write it like 2026-11-16.')


def date_at_start(text: str, *, is_day_first: bool | None) -> Found | None:
    """The date with which a text begins; None where it begins with words.

    Raises UnreadableDateError when it is no day of the calendar.
    """
    for shape in _SHAPES:
        if match := shape.match(text):
            return Found(_span(match, is_day_first), 0, match.end())
    return None


def date_inside(text: str, *, is_day_first: bool | None) -> Found | None:
    """The date that says most within a text; None where there is none.

    Raises UnreadableDateError when it is no day of the calendar.
    """
    for shape in _SHAPES:
        if match := shape.search(text):
            return Found(_span(match, is_day_first), match.start(), match.end())
    return None


def part_of_year(text: str, year: int) -> Span | None:
    """The month or quarter of a year that a text names and nothing else, such as "March" or "Q2"."""
    match = _PARTS.fullmatch(text.strip())
    return _long_span({**match.groupdict(), "year": str(year)}) if match else None


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """Whether dates like 3/4/2025 name the day first, told by those that leave no doubt; None when in doubt."""
    pairs = [(int(one), int(two)) for text in texts for one, _, two in _NUMBERED.findall(text)]
    is_first = any(one > FIRST_HALF for one, _ in pairs)
    is_second = any(two > FIRST_HALF for _, two in pairs)
    return None if is_first == is_second else is_first


def _span(match: re.Match[str], is_day_first: bool | None) -> Span:
    parts = match.groupdict()
    if parts.get("one"):
        parts |= _ordered(match[0], parts, is_day_first)
    try:
        if not parts.get("day"):
            return _long_span(parts)
        day = date(int(parts["year"]), _month(parts["month"]), int(parts["day"]))
    except ValueError as error:
        raise UnreadableDateError(
            f'"{_short(match[0])}" is not a day of the calendar. Write it like 2026-11-16.'
        ) from error
    return Span(day, day)


def _ordered(text: str, parts: Mapping[str, str], is_day_first: bool | None) -> dict[str, str]:
    one, two = parts["one"], parts["two"]
    if int(one) > FIRST_HALF or int(one) == int(two):
        is_day_first = True
    elif int(two) > FIRST_HALF:
        is_day_first = False
    if is_day_first is None:
        raise UnreadableDateError(
            f'"{_short(text)}" may name the day first or the month first, and nothing in the file tells which. '
            "Write days like 2026-11-16."
        )
    return {"day": one, "month": two} if is_day_first else {"day": two, "month": one}


def _long_span(parts: Mapping[str, str | None]) -> Span:
    year = int(parts["year"] or 0)
    if week := parts.get("week"):
        monday = date.fromisocalendar(year, int(week), 1)
        return Span(monday, monday + timedelta(days=6))
    if quarter := parts.get("quarter"):
        return _months(year, int(quarter) * 3 - 2, int(quarter) * 3)
    if month := parts.get("month"):
        return _months(year, _month(month), _month(month))
    return _months(year, 1, 12)


def _months(year: int, first: int, last: int) -> Span:
    return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _month(text: str) -> int:
    return int(text) if text.isdigit() else MONTHS.index(text[:3].lower()) + 1


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
