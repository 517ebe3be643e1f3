"""Days as people and programs write them: 7.3.2025, March 7th, 2025, Fri, 07 Mar 2025 10:00 GMT."""

import re
from collections.abc import Iterable
from datetime import date
from enum import Enum

from unrut.importers.text_tools import EARLIEST_YEAR, LATEST_YEAR, day_of

LONGEST_DAY = 60
MONTHS_OF_A_YEAR = 12
SHORTEST_YEAR_AND_DAY = 3  # digits of "7" and "25"

PIECES = re.compile(r"\d+|[^\W\d_]+")
NUMBERS = re.compile(r"(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?![\d./-])")
JOINED = re.compile(r"(?:19|20)\d{6}")
TIME = re.compile(r"\b\d{1,2}(?::\d{1,2})+")

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janner janvier enero ene gennaio gen janeiro januari januar styczen",
            "feb february februar fevrier fev febrero febbraio fevereiro februari luty",
            "mar march marz mrz maerz mars marzo marco maart mrt marec marzec",
            "apr april avril avr abril abr aprile kwiecien",
            "may mai mayo maggio mag maio mei maj",
            "jun june juni juin junio giugno giu junho czerwiec",
            "jul july juli juillet julio luglio lug julho lipiec",
            "aug august aout agosto ago augustus augusti sierpien",
            "sep sept september septembre septiembre settembre set setembro wrzesien",
            "oct october okt oktober octobre octubre ottobre ott outubro out pazdziernik",
            "nov november novembre noviembre novembro listopad",
            "dec december dez dezember decembre dic diciembre dicembre dezembro grudzien",
        ),
        start=1,
    )
    for name in names.split()
}
PLAIN = str.maketrans("äáàâãéèêíìîóòôõöúùûüçñłńść", "aaaaaeeeiiiooooouuuucnlnsc")


class Order(Enum):
    """Which of two numbers is the day, where both could be."""

    UNKNOWN = 0
    DAY_FIRST = 1
    MONTH_FIRST = 2


def day_in(value: object, order: Order = Order.UNKNOWN) -> date | None:
    """The day that a value states; None where it states none, or where day and month could be either."""
    if not isinstance(value, str):
        return day_of(value)
    words = value.strip()
    if len(words) > LONGEST_DAY:
        return None
    return day_of(words) or _joined(words) or _in_numbers(words, order) or _in_words(words)


def order_in(values: Iterable[str]) -> Order:
    """Which number comes first in a column of days, by those that can be read in one way only."""
    found = {_order_of(value.strip()[:LONGEST_DAY]) for value in values} - {Order.UNKNOWN}
    return found.pop() if len(found) == 1 else Order.UNKNOWN


def _order_of(words: str) -> Order:
    numbers = NUMBERS.match(words)
    if not numbers or len(numbers[1]) > 2:  # noqa: PLR2004 - a year comes first
        return Order.UNKNOWN
    first, second = int(numbers[1]), int(numbers[3])
    if numbers[2] == "." or first > MONTHS_OF_A_YEAR:
        return Order.DAY_FIRST
    return Order.MONTH_FIRST if second > MONTHS_OF_A_YEAR else Order.UNKNOWN


def _joined(words: str) -> date | None:
    return _day(int(words[:4]), int(words[4:6]), int(words[6:])) if JOINED.fullmatch(words) else None


def _in_numbers(words: str, order: Order) -> date | None:
    numbers = NUMBERS.match(words)
    if not numbers or len(numbers[1] + numbers[4]) < SHORTEST_YEAR_AND_DAY:
        return None
    first, second, third = int(numbers[1]), int(numbers[3]), int(numbers[4])
    if len(numbers[1]) > 2:  # noqa: PLR2004 - a year comes first
        return _day(first, second, third)
    year = third if len(numbers[4]) > 2 else 2000 + third  # noqa: PLR2004
    known = _order_of(words)
    order = order if known is Order.UNKNOWN else known
    if first == second or order is Order.DAY_FIRST:
        return _day(year, second, first)
    return _day(year, first, second) if order is Order.MONTH_FIRST else None


def _in_words(words: str) -> date | None:
    """The day of words with a month's name; two months or no year are none."""
    pieces = PIECES.findall(TIME.sub(" ", words).lower().translate(PLAIN))
    months = {MONTHS[piece] for piece in pieces if piece in MONTHS}
    years = [int(piece) for piece in pieces if piece.isdecimal() and len(piece) == 4]  # noqa: PLR2004
    days = [int(piece) for piece in pieces if piece.isdecimal() and len(piece) <= 2]  # noqa: PLR2004
    if len(months) != 1 or not days:
        return None
    if not years and len(days) == 2:  # noqa: PLR2004 - "07-Mar-25"
        years = [2000 + days[1]]
    return _day(years[0], months.pop(), days[0]) if years else None


def _day(year: int, month: int, day: int) -> date | None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
