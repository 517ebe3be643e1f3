"""What a posting can state: the kinds of facts, their values, and the words that state them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Workplace(StrEnum):
    """Where the work is done."""

    REMOTE = "remote"
    HYBRID = "hybrid"
    ON_SITE = "on_site"
    UNKNOWN = ""


class Period(StrEnum):
    """What an amount of money is paid for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    TWO_WEEKS = "two_weeks"
    HALF_MONTH = "half_month"
    MONTH = "month"
    YEAR = "year"
    ONCE = "once"
    UNKNOWN = ""


class PayKind(StrEnum):
    """What an amount of money is: only the base is a salary or a wage."""

    BASE = "base"
    TOTAL = "total"  # on-target earnings, base and variable part together
    BONUS = "bonus"
    EQUITY = "equity"
    COMMISSION = "commission"
    SIGN_ON = "sign_on"
    STIPEND = "stipend"
    ALLOWANCE = "allowance"


@dataclass(frozen=True, slots=True)
class Said:
    """Words that state something. `start` and `end` are their place in the text; -1 where a field of the source says it."""

    words: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Stated(Generic[Value]):
    """A value and the words that state it."""

    value: Value
    said: Said


@dataclass(frozen=True, slots=True)
class Pay:
    """An amount or a range of money. An end that is None is open: "from" has no high end, "up to" no low one.

    `currency` is its code after ISO 4217, "" where none is stated. Both ends are alike where one amount is stated.
    """

    low: float | None
    high: float | None
    currency: str
    period: Period
    kind: PayKind
    said: Said
