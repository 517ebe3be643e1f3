"""The signs, codes and words of currencies, and which currency a sign means in a text."""

import re
from collections.abc import Iterable, Mapping

from unrut.core.explore.openings.text import PostingText

DOLLAR, CROWN, YEN_OR_YUAN, RUPEE = "$", "kr", "¥", "rs"

# A sign that several countries share stands for itself until the text says whose it is.
SIGNS: Mapping[str, str] = {
    "$": DOLLAR,
    "£": "GBP",
    "€": "EUR",
    "¥": YEN_OR_YUAN,
    "₹": "INR",
    "₩": "KRW",
    "₪": "ILS",
    "₽": "RUB",
    "₺": "TRY",
    "₴": "UAH",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
    "₦": "NGN",
    "円": "JPY",
    "元": "CNY",
}
DOLLARS: Mapping[str, str] = {
    "US": "USD",
    "C": "CAD",
    "CA": "CAD",
    "A": "AUD",
    "AU": "AUD",
    "NZ": "NZD",
    "HK": "HKD",
    "S": "SGD",
    "SG": "SGD",
    "R": "BRL",
    "MX": "MXN",
    "NT": "TWD",
}
CODES = frozenset(
    "AED AUD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW MXN MYR NGN NOK "
    "NZD PEN PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TRY TWD UAH USD UYU VND ZAR".split()
)
WORDS: Mapping[str, str] = {
    "dollar": DOLLAR,
    "dollars": DOLLAR,
    "pound": "GBP",
    "pounds": "GBP",
    "euro": "EUR",
    "euros": "EUR",
    "francs": "CHF",
    "franken": "CHF",
    "sfr": "CHF",
    "fr": "CHF",
    "zł": "PLN",
    "złotych": "PLN",
    "kč": "CZK",
    "kr": CROWN,
    "kronor": "SEK",
    "kroner": CROWN,
    "forint": "HUF",
    "ft": "HUF",
    "lei": "RON",
    "rs": RUPEE,
    "rupees": RUPEE,
    "yen": "JPY",
    "rmb": "CNY",
    "reais": "BRL",
    "руб": "RUB",
    "грн": "UAH",
}
# Also weights, measures and first letters: money only where the line speaks of pay or of a period.
DOUBTFUL = frozenset({"pound", "pounds", "fr", "ft", "rs", "lei", "kr"})
# These are written with a point behind them that ends no sentence.
SHORTENED = frozenset({"kr", "fr", "rs", "ft", "руб", "грн"})
# An amount of a year is told by its size only where a month of such an amount is out of the question.
STRONG = frozenset({DOLLAR, "", "USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD"})
# A million is money of a month or a year in these alone.
SMALL_UNITS = frozenset({"JPY", "KRW", "IDR", "VND", "COP", "CLP", "HUF", "INR", "NGN", RUPEE, YEN_OR_YUAN})

_COUNTRIES: Mapping[str, str] = {
    country: currency
    for currency, countries in {
        "USD": "us|usa|united states|united states of america|pr|puerto rico",
        "CAD": "ca|canada",
        "AUD": "au|australia",
        "NZD": "nz|new zealand",
        "SGD": "sg|singapore",
        "HKD": "hk|hong kong",
        "MXN": "mx|mexico|méxico",
        "COP": "co|colombia",
        "CLP": "cl|chile",
        "TWD": "tw|taiwan",
        "SEK": "se|sweden|sverige",
        "NOK": "no|norway|norge",
        "DKK": "dk|denmark|danmark",
        "ISK": "is|iceland|ísland",
        "INR": "in|india",
        "PKR": "pk|pakistan",
        "JPY": "jp|japan",
        "CNY": "cn|china",
    }.items()
    for country in countries.split("|")
}
_SHARED: Mapping[str, frozenset[str]] = {
    DOLLAR: frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "COP", "CLP", "TWD"}),
    CROWN: frozenset({"SEK", "NOK", "DKK", "ISK", "CZK"}),
    RUPEE: frozenset({"INR", "PKR"}),
    YEN_OR_YUAN: frozenset({"JPY", "CNY"}),
}
# Words of a posting that tell whose sign it is. Where they tell of two countries, it stays unknown.
_TELLING: Mapping[str, Mapping[str, str]] = {
    DOLLAR: {
        "cad": "CAD",
        "canada": "CAD",
        "canadian": "CAD",
        "ontario": "CAD",
        "aud": "AUD",
        "australia": "AUD",
        "australian": "AUD",
        "superannuation": "AUD",
        "nzd": "NZD",
        "zealand": "NZD",
        "sgd": "SGD",
        "singapore": "SGD",
        "hkd": "HKD",
        "kong": "HKD",
    },
    CROWN: {
        "sek": "SEK",
        "lön": "SEK",
        "månad": "SEK",
        "månaden": "SEK",
        "timme": "SEK",
        "sverige": "SEK",
        "sweden": "SEK",
        "swedish": "SEK",
        "stockholm": "SEK",
        "nok": "NOK",
        "lønn": "NOK",
        "norge": "NOK",
        "norway": "NOK",
        "norwegian": "NOK",
        "oslo": "NOK",
        "dkk": "DKK",
        "løn": "DKK",
        "danmark": "DKK",
        "denmark": "DKK",
        "danish": "DKK",
        "københavn": "DKK",
        "copenhagen": "DKK",
    },
    RUPEE: {"india": "INR", "inr": "INR", "lpa": "INR", "lakh": "INR", "lakhs": "INR", "pakistan": "PKR"},
    YEN_OR_YUAN: {
        "jpy": "JPY",
        "japan": "JPY",
        "japanese": "JPY",
        "cny": "CNY",
        "rmb": "CNY",
        "china": "CNY",
    },
}
_US = re.compile(r"\bUS\b(?!\$)")  # in small letters it is a word of every posting
_AMERICAN_WORDS = ("usd", "usa")
_AMERICAN_SIGNS = ("united states", "u.s.", "401(k)", "401k", "us-based", "us citizen")


def country_currency(country: str) -> str:
    """The currency of a country among those that share a sign, by its name or its two letters."""
    return _COUNTRIES.get(country.strip().lower(), "")


def currency_of(marks: Iterable[str], posting: PostingText, *, country: str) -> str:
    """The code of the currency that the marks beside an amount mean; "" where it is unknown."""
    shared = ""
    for mark in marks:
        if mark not in _SHARED:
            return mark
        shared = shared or mark
    return _whose(shared, posting, country) if shared else ""


def _whose(sign: str, posting: PostingText, country: str) -> str:
    given = country_currency(country)
    if given in _SHARED[sign]:
        return given
    told = {code for word, code in _TELLING[sign].items() if word in posting.words}
    if sign == DOLLAR and (not told or _is_american(posting)):
        # Nothing speaks against it; or the United States are named too, whose sign it is first of all.
        return "USD"
    return told.pop() if len(told) == 1 and (sign != DOLLAR or _is_coded(told, posting)) else ""


def _is_american(posting: PostingText) -> bool:
    return (
        any(word in posting.words for word in _AMERICAN_WORDS)
        or any(sign in posting.lowered for sign in _AMERICAN_SIGNS)
        or ("us" in posting.words and _US.search(posting.text) is not None)
    )


def _is_coded(codes: Iterable[str], posting: PostingText) -> bool:
    """Whether the currency itself is named: a country alone may be that of an office or a customer."""
    return any(code.lower() in posting.words for code in codes)
