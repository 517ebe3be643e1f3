"""What an opening is hidden for: only for what it states. One that is silent stays."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from unrut.core.errors import InvalidInputError
from unrut.core.explore.openings.kinds import Workplace
from unrut.core.explore.openings.same import company_key

MOST_HOURS, MOST_DAYS, MOST_PAY = 100, 3650, 1e12
LONGEST_VALUE = 200
_AMOUNT = re.compile(r"(?P<amount>\d{1,12}(?:\.\d{1,2})?) ?(?P<currency>[A-Z]{3})?")
_GROUPS = re.compile(r"(?<=\d)[ ,'’](?=\d{3}\b)")


class FilterKind(StrEnum):
    """What can hide an opening."""

    PAY = "pay"  # states less a year
    HOURS = "hours"  # states more a week
    WORKPLACE = "workplace"  # states another kind of place
    PLACE = "place"  # is not done there, nor from anywhere
    COMPANY = "company"  # is of this company
    WORDS = "words"  # has these words in its title
    AGE = "age"  # was posted more days ago


@dataclass(frozen=True, slots=True)
class LeastPay:
    """An amount a year; in any currency where none is named."""

    amount: float
    currency: str

    def __str__(self) -> str:
        return f"{self.amount:.15g} {self.currency}".strip()


def checked_value(kind: FilterKind, value: str) -> str:
    """The value of a filter as it is stored.

    Raises InvalidInputError with a sentence when it says nothing.
    """
    value = " ".join(value.split())[:LONGEST_VALUE]
    return _CHECKS[kind](value)


def least_pay(value: str) -> LeastPay:
    """An amount such as "45,000 EUR".

    Raises InvalidInputError.
    """
    found = _AMOUNT.fullmatch(_GROUPS.sub("", value.strip().upper()))
    if found is None or float(found["amount"]) <= 0:
        raise InvalidInputError(f'"{value}" is not an amount a year. Write it like 45,000 or 45,000 EUR.')
    return LeastPay(float(found["amount"]), found["currency"] or "")


def workplaces(value: str) -> list[Workplace]:
    """The kinds of place that are named.

    Raises InvalidInputError when one of them does not exist.
    """
    names = [name.strip() for name in value.split(",") if name.strip()]
    known = [workplace for workplace in Workplace if workplace and workplace.value in names]
    if not known or len(known) != len(set(names)):
        raise InvalidInputError(
            f'"{value}" is not a kind of place. Write remote, hybrid or on_site, with commas between.'
        )
    return known


def _whole(value: str, most: int, meant: str) -> str:
    if not value.isdecimal() or not 0 < int(value[:9]) <= most:
        raise InvalidInputError(f'"{value}" is not a number of {meant}. Write a number up to {most:,}.')
    return str(int(value))


def _named(value: str, meant: str) -> str:
    if not any(letter.isalnum() for letter in value):
        raise InvalidInputError(f"Nothing is named. Write {meant}.")
    return value


_CHECKS: Mapping[FilterKind, Callable[[str], str]] = {
    FilterKind.PAY: lambda value: str(least_pay(value)),
    FilterKind.HOURS: lambda value: _whole(value, MOST_HOURS, "hours a week, such as 40"),
    FilterKind.AGE: lambda value: _whole(value, MOST_DAYS, "days, such as 60"),
    FilterKind.WORKPLACE: lambda value: ",".join(workplaces(value)),
    FilterKind.COMPANY: lambda value: _named(value if company_key(value) else "", "a company"),
    FilterKind.PLACE: lambda value: _named(value, "a place, such as Leeds"),
    FilterKind.WORDS: lambda value: _named(value, "words of a title, such as night shift"),
}
