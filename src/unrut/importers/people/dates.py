"""Days, months and years as exports of a career write them: 25 Jan 2024, Jan 2024, 2024, 01/25/24, 09:51 AM."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from unrut.importers.openings.dates import MONTHS, MONTHS_OF_A_YEAR, NUMBERS, PIECES, TIME, Order
from unrut.importers.people.contract import Precision

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
LONGEST_DAY = 60
KEPT_DAYS = 4096  # of one export, in which the same days come again and again
CENTURY = 2000
OLD_YEARS = 70  # "71" is a year of the last century
ORDERED: tuple[Precision, ...] = ("year", "month", "day")

_YEAR = re.compile(r"\d{4}", re.ASCII)
_YEAR_AND_MONTH = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})", re.ASCII)
_MONTH_AND_YEAR = re.compile(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:$|[T ])", re.ASCII)
_JOINED = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
# Halves of a day are told where the month comes first.
_HALVES = re.compile(r"\b[AP]\.?M\b", re.IGNORECASE)
_MORE_MONTHS = (
    "janv genn stycznia sty",
    "fevr febr lutego lut",
    "mrz marca marts",
    "avr kwietnia kwi",
    "mai maja",
    "giu czerwca cze",
    "juil lipca lip",
    "agosti sierpnia sie",
    "sett wrzesnia wrz",
    "pazdziernika paz",
    "listopada lis",
    "grudnia gru",
)
_ALL_MONTHS = MONTHS | {
    name: number for number, names in enumerate(_MORE_MONTHS, start=1) for name in names.split()
}
_NOW = frozenset(
    "present|current|now|today|ongoing|heute|gegenwart|aktuell|bis heute|aujourdhui|present jour|actuel|a ce jour|actualidad"
    "|presente|actual|atual|atualmente|o momento|oggi|in corso|heden|nu|nuvarande|pagaende|obecnie|teraz".split(
        "|"
    )
)


@dataclass(frozen=True, slots=True)
class When:
    """A day, or the first day of a month or a year where no more is told."""

    day: date
    precision: Precision


@lru_cache(KEPT_DAYS)
def when_in(text: str, order: Order = Order.UNKNOWN) -> When | None:
    """What a text says of a day; None where it says none, or where day and month could be either."""
    words = " ".join(text[: LONGEST_DAY + 1].split())
    if not words or len(words) > LONGEST_DAY:
        return None
    return _short(words) or _in_numbers(words, order) or _in_words(words)


def is_now(text: str) -> bool:
    """Whether a text says that something has not ended."""
    return re.sub("['’]", "", _plain(text[:LONGEST_DAY])).strip(" .()-–") in _NOW


def coarsest(*told: When | None) -> Precision:
    """The least exact of some days; "" where there is none."""
    ranks = [ORDERED.index(when.precision) for when in told if when and when.precision]
    return ORDERED[min(ranks)] if ranks else ""


def _short(words: str) -> When | None:
    """A year, or a year and a month, and nothing else."""
    if _YEAR.fullmatch(words):
        return _when("year", int(words))
    told = _YEAR_AND_MONTH.fullmatch(words) or _MONTH_AND_YEAR.fullmatch(words)
    return _when("month", int(told["year"]), int(told["month"])) if told else None


def _in_numbers(words: str, order: Order) -> When | None:
    iso = _ISO.match(words) or _JOINED.fullmatch(words)
    if iso:
        return _when("day", int(iso[1]), int(iso[2]), int(iso[3]))
    numbers = NUMBERS.match(words)
    if not numbers:
        return None
    first, second, third = int(numbers[1]), int(numbers[3]), int(numbers[4])
    if len(numbers[1]) == len("2024"):
        return _when("day", first, second, third)
    if len(numbers[1]) > len("31") or len(numbers[4]) not in {len("24"), len("2024")}:
        return None
    return _ordered(first, second, _whole_year(third), _order_of(numbers, words, order))


def _order_of(numbers: re.Match[str], words: str, order: Order) -> Order:
    """Which of the two comes first: what this day says itself, then its column, then its way of telling the time."""
    first, second = int(numbers[1]), int(numbers[3])
    if numbers[2] == "." or first > MONTHS_OF_A_YEAR or first == second:
        return Order.DAY_FIRST
    if second > MONTHS_OF_A_YEAR:
        return Order.MONTH_FIRST
    if order is Order.UNKNOWN and _HALVES.search(words):
        return Order.MONTH_FIRST
    return order


def _ordered(first: int, second: int, year: int, order: Order) -> When | None:
    if order is Order.DAY_FIRST:
        return _when("day", year, second, first)
    return _when("day", year, first, second) if order is Order.MONTH_FIRST else None


def _in_words(words: str) -> When | None:
    """The day of words with the name of a month; two months or no year are none."""
    pieces = PIECES.findall(_plain(TIME.sub(" ", words)))
    months = {_ALL_MONTHS[piece] for piece in pieces if piece in _ALL_MONTHS}
    numbers = [piece for piece in pieces if piece.isdecimal()]
    years = [int(piece) for piece in numbers if len(piece) == len("2024")]
    days = [int(piece) for piece in numbers if len(piece) <= len("31")]
    if len(months) != 1 or len(years) > 1:
        return None
    if not years and len(days) == len(("7", "24")):
        years = [_whole_year(days.pop())]
    if not years:
        return None
    month = months.pop()
    return _when("day", years[0], month, days[0]) if days else _when("month", years[0], month)


def _plain(words: str) -> str:
    """Small letters without accents."""
    letters = unicodedata.normalize("NFKD", words.lower().replace("ł", "l"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _whole_year(told: int) -> int:
    """The year that two figures stand for."""
    if told >= 100:  # noqa: PLR2004 - all figures are there
        return told
    return told + (CENTURY if told < OLD_YEARS else CENTURY - 100)


def _when(precision: Precision, year: int, month: int = 1, day: int = 1) -> When | None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return When(date(year, month, day), precision)
    except ValueError:
        return None
