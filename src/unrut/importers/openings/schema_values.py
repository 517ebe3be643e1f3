"""The values of schema.org data: of any number, plain or things with names, and pay in all its forms."""

import re
from collections.abc import Mapping
from typing import Any

from unrut.core.explore.openings.kinds import Pay, Period
from unrut.importers.openings.fields import figure_of, first_words, line_of, pay_from, period_of, unique
from unrut.importers.openings.json_ld import Record

UNIT_CODES = {
    "HUR": Period.HOUR,
    "DAY": Period.DAY,
    "WEE": Period.WEEK,
    "MON": Period.MONTH,
    "ANN": Period.YEAR,
}


def all_at(record: Any, name: str) -> list[Any]:
    """The values of a property, of which there may be one, several or none."""
    value = record.get(name) if isinstance(record, Mapping) else None
    values = value if isinstance(value, list) else [value]
    return [each for each in values if each is not None and each != ""]


def one_at(record: Any, name: str) -> Any:
    """The first value of a property; None where there is none."""
    return next(iter(all_at(record, name)), None)


def names_at(record: Any, name: str) -> list[str]:
    """The words of all values of a property, or the names of those that are things."""
    return unique(name_of(value) for value in all_at(record, name))


def name_of(value: Any) -> str:
    """The words of a value, or the name of a thing."""
    if not isinstance(value, Mapping):
        return line_of(value)
    inner = (one_at(value, name) for name in ("name", "value", "legalName", "identifier"))
    return next((words for each in inner if (words := name_of(each))), "")


def pays_of(posting: Record) -> tuple[Pay, ...]:
    """The pay that a posting states in figures."""
    currency = line_of(one_at(posting, "salaryCurrency"))
    pays = (pay_of(value, currency) for value in all_at(posting, "baseSalary"))
    return tuple(dict.fromkeys(pay for pay in pays if pay))


def pay_of(value: Any, currency: str) -> Pay | None:
    """The pay in any of its forms: a number, an amount with a currency, a range with a unit."""
    if not isinstance(value, Mapping):
        return pay_from(value, value, currency, Period.UNKNOWN)
    inner = one_at(value, "value")
    amount = inner if isinstance(inner, Mapping) else value
    low, high = _figure(amount, "minValue", "minPrice"), _figure(amount, "maxValue", "maxPrice")
    single = _figure(amount, "value", "price", "median")
    named = first_words(_flat(value), "currency", "priceCurrency", "salaryCurrency") or currency
    ends = (low, high) if low or high else (single, single)
    return pay_from(*ends, named, _period(amount) or _period(value))


def _figure(amount: Mapping[str, Any], *names: str) -> float | None:
    values = (one_at(amount, name) for name in names)
    return next((figure for value in values if (figure := figure_of(value))), None)


def _flat(value: Mapping[str, Any]) -> dict[str, Any]:
    return {name: one_at(value, name) for name in value}


def _period(value: Mapping[str, Any]) -> Period:
    code = line_of(one_at(value, "unitCode")).upper()
    words = first_words(_flat(value), "unitText", "duration", "unit", "referenceQuantity")
    return UNIT_CODES.get(code) or UNIT_CODES.get(words.upper()) or period_of(words)


def pay_words(posting: Record) -> str:
    """The pay where it is stated in words alone."""
    values = [value for value in all_at(posting, "baseSalary") if isinstance(value, str)]
    inner = [
        words
        for value in all_at(posting, "baseSalary")
        if isinstance(value, Mapping) and isinstance(words := one_at(value, "value"), str)
    ]
    said = "; ".join(line_of(words) for words in [*values, *inner] if re.search("[1-9]", words))
    return " ".join(
        unique((said, line_of(one_at(posting, "salaryCurrency")) if re.fullmatch(r"[\d., -]+", said) else ""))
    )
