"""Money on a way out: what there is, and what becomes of it. `ledger` does the arithmetic."""

import math
from dataclasses import dataclass

from unrut.core.errors import InvalidInputError

MOST_SAVED = 1e12
"""Nothing larger is taken, in any currency."""

# ISO 4217, without metals, units of account and codes for tests.
CURRENCIES = frozenset(
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG "
    "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA "
    "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD "
    "RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX "
    "USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG".split()
)
_CALLED = {
    "income": "Your net income a month",
    "savings": "What you have saved",
    "fixed_costs": "What your fixed costs are a month",
}


@dataclass(frozen=True, slots=True)
class Purse:
    """The money there is: net income and fixed costs a month, savings, and the share of a gross amount that taxes take."""

    currency: str
    income: float
    savings: float
    fixed_costs: float
    tax_rate: float = 0.0


@dataclass(frozen=True, slots=True)
class MoneyOutcome:
    """What a way does to the savings within five years.

    `runway` is the months until the savings are gone in the middle of all cases, `worst_runway` in the worst twentieth; None
    where they are not. `lowest` is the lowest balance (10, 50 and 90 % of cases lie below), `worst` that of the worst
    twentieth. `dip` is what one has less a month than now until one is there, its cost included. `payback` is the month from
    which on the way has earned as much as staying would have, None where it mostly has not; `pays_back` the chance that it does.
    """

    runway: float | None
    lowest: tuple[float, float, float]
    dip: float
    payback: float | None
    pays_back: float
    worst: float
    worst_runway: float | None


def check_purse(purse: Purse) -> None:
    """Refuse money that cannot be.

    Raises InvalidInputError with a sentence: a currency that is none, an amount below nothing, a share that is none.
    """
    if purse.currency not in CURRENCIES:
        raise InvalidInputError(
            f'"{purse.currency[:20]}" is no currency we know. Give its code of three letters, such as EUR or USD.'
        )
    for name, called in _CALLED.items():
        _check_amount(getattr(purse, name), called)
    if not 0 <= purse.tax_rate <= 1:
        raise InvalidInputError(
            "The share that taxes take lies from 0 to 100 %. Give a number between these."
        )


def net_of(gross: float, rate: float) -> float:
    """What is left of a gross amount when taxes and contributions take their share."""
    return gross * (1 - rate)


def _check_amount(amount: float, called: str) -> None:
    if not math.isfinite(amount):
        raise InvalidInputError(f"{called} is not a number. Give an amount, 0 where there is none.")
    if amount < 0:
        raise InvalidInputError(
            f"{called} is below nothing ({amount:,.10g}). Give an amount, 0 where there is none."
        )
    if amount >= MOST_SAVED:
        raise InvalidInputError(f"{called} is more than can be kept. Give an amount below {MOST_SAVED:,.0f}.")
