"""What an opening pays, as its posting states it: every amount with its currency, its period and the words that say it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said
from unrut.core.explore.openings.pay_amounts import MILLION, Amount, amounts_in
from unrut.core.explore.openings.pay_currencies import SMALL_UNITS, STRONG, currency_of
from unrut.core.explore.openings.pay_order import Reading, in_order
from unrut.core.explore.openings.pay_periods import (
    LEAST_YEARLY,
    Behind,
    eastern_period,
    is_plausible,
    period_before,
    period_behind,
    period_by_size,
)
from unrut.core.explore.openings.pay_places import money_windows
from unrut.core.explore.openings.pay_words import Nearness, Verdict, verdict
from unrut.core.explore.openings.text import PostingText, posting_text

MOST_AMOUNTS = 150
"""A text with more amounts is no posting; the rest is not read."""
LONGEST_FIELD = 400
LEAST_PAY = 3.0
"""Judgement: less than this is nobody's pay."""

FULL_TIME_HOURS = 40.0
"""Judgement: the hours of a week where a posting does not state them."""
_WEEKS, _WORKING_DAYS, _FORTNIGHTS, _HALF_MONTHS, _MONTHS = 52, 260, 26, 24, 12
_FACTORS = {
    Period.DAY: _WORKING_DAYS,
    Period.WEEK: _WEEKS,
    Period.TWO_WEEKS: _FORTNIGHTS,
    Period.HALF_MONTH: _HALF_MONTHS,
    Period.MONTH: _MONTHS,
    Period.YEAR: 1,
}
_CLOSE_SURENESS = 3
_RATE = r"(?:\s(?:an?\s)?(?:hourly\s|annual\s)?(?:rate|salary|wage|maximum|total)\sof)?[\s:]{1,3}\Z"
_FROM = re.compile(
    r"(?<!\w)(?:from|start(?:ing|s)? (?:at|from)|begin(?:s|ning) at|min(?:imum|\.)?(?: of)?|at least|no less than|over|"
    rf"ab|mindestens|mind\.|à partir de|dès|desde|a partir de|vanaf|da|a partire da|od|från|fra){_RATE}"
)
_UP_TO = re.compile(
    r"(?<!\w)(?:up to|as much as|no more than|max(?:imum|\.)?(?: of)?|bis zu|bis|jusqu['’]à|hasta|tot|fino a|até|do|"
    rf"upp till|op til|opptil){_RATE}"
)
# "150k+" is open, "60k + equity" is not.
_OR_MORE = re.compile(
    r"\s?(?:or more|and up|and above|or above)\b"
    r"|\+(?![^\W\d_]|\s?(?:equity|stock|bonus|benefits|commission|ote|tips|super)\b)"
)
_OPENING_REACH, _MINIMUM_REACH = 40, 5
_MINIMUM = frozenset("minimum min mindestgehalt mindestentgelt".split())
_PERK = re.compile(
    r"[\s+]{0,3}(?:\+|plus|and|&|,)\s{0,2}(?:[\w-]{1,14}\s){0,2}(?:equity|esop|vsop|stock|ote|bonus|commission|benefits)\b"
)
_CELL_REACH = 6
_CELL_BEFORE, _CELL_BEHIND = re.compile(r"[|(]\s{0,2}~?\s?\Z"), re.compile(r"[ ]{0,2}(?:[|)\n]|\Z)")


def read_pays(posting: PostingText, *, country: str = "") -> tuple[Pay, ...]:
    """Every amount a posting states as pay: the base first, of each kind the surest first.

    Where several places or levels are paid differently, the whole span comes before its parts.
    """
    windows = money_windows(posting)
    if not windows:
        return ()
    readings = [
        reading
        for amount in _amounts(posting.text, windows)
        if (reading := _read(posting, amount, country)) is not None
    ]
    return in_order(readings, posting.text)


def pays_of_words(words: str, *, country: str = "") -> tuple[Pay, ...]:
    """The same for the pay field of a source, where a mere amount is pay."""
    posting = posting_text(words[:LONGEST_FIELD])
    readings = [
        reading
        for amount in amounts_in(posting.text, 0, len(posting.text))
        if (reading := _read(posting, amount, country, is_field=True)) is not None
    ]
    pays = in_order(readings, posting.text)
    return tuple(replace(pay, said=Said(pay.said.words)) for pay in pays)


def yearly(pay: Pay, *, weekly_hours: float | None) -> tuple[float | None, float | None]:
    """Both ends as amounts a year; None where an end is open or the period unknown.

    Where the hours of a week are not known, a wage is counted for FULL_TIME_HOURS.
    """
    if pay.period is Period.HOUR:
        factor: float = (weekly_hours or FULL_TIME_HOURS) * _WEEKS
    elif pay.period in _FACTORS:
        factor = _FACTORS[pay.period]
    else:
        return None, None
    return (
        None if pay.low is None else pay.low * factor,
        None if pay.high is None else pay.high * factor,
    )


def _amounts(text: str, windows: Sequence[tuple[int, int]]) -> Iterator[Amount]:
    left = MOST_AMOUNTS
    for start, end in windows:
        for amount in amounts_in(text, start, end):
            yield amount
            left -= 1
            if not left:
                return


def _read(posting: PostingText, amount: Amount, country: str, *, is_field: bool = False) -> Reading | None:
    """The statement an amount makes; None where it is no pay."""
    currency = currency_of(amount.marks, posting, country=country)
    if amount.scale >= MILLION and SMALL_UNITS.isdisjoint((currency, *amount.marks)):
        return None  # the money of a company, not of a person
    behind = _behind(posting, amount)
    is_timed = _is_timed(behind.period, amount, currency)
    is_sized = currency in STRONG and amount.low >= LEAST_YEARLY
    if not (is_field or is_timed or is_sized or amount.is_marked) and amount.is_small:
        return None  # a mere number, the commonest case, and known without looking at its words
    said = verdict(posting.lowered, amount.start, amount.end + amount.is_open)
    if (is_field or behind.is_eastern) and said.nearness < Nearness.FAR:
        said = replace(said, kind=said.kind or PayKind.BASE, nearness=Nearness.CLOSE)
    is_timed = is_timed or _is_timed(period_before(said.heading), amount, currency)
    look = _Look(amount, is_timed=is_timed, is_sized=is_sized)
    sureness = 0 if said.is_refused else _sureness(posting.lowered, look, said)
    if not sureness:
        return None
    return Reading(_pay(posting, amount, said, behind, currency), sureness)


def _is_timed(period: Period, amount: Amount, currency: str) -> bool:
    return bool(period) and is_plausible(period, amount.low, amount.high, currency)


def _behind(posting: PostingText, amount: Amount) -> Behind:
    """The period told behind an amount or, in Japanese and Chinese, by the word before it."""
    behind = period_behind(posting.lowered, amount.end + amount.is_open)
    if behind.period or posting.text.isascii():
        return behind
    eastern = eastern_period(posting.lowered, amount.start)
    return replace(behind, period=eastern, is_eastern=True) if eastern else behind


def _pay(posting: PostingText, amount: Amount, said: Verdict, behind: Behind, currency: str) -> Pay:
    opening = _opening(posting.lowered, amount, said, behind)
    start, end = min(said.start, amount.start, opening.start), max(said.end, behind.end)
    return Pay(
        low=None if opening.is_most else amount.low,
        high=None if opening.is_least else amount.high,
        currency=currency,
        period=_period(posting.lowered, amount, said, behind, currency),
        kind=said.kind or PayKind.BASE,
        said=Said(posting.text[start:end], start, end),
    )


class _Opening(NamedTuple):
    """Which end of an amount its words leave open, and where they begin."""

    start: int
    is_least: bool = False
    is_most: bool = False


def _opening(lowered: str, amount: Amount, said: Verdict, behind: Behind) -> _Opening:
    start = amount.start
    if amount.is_range:
        return _Opening(start)
    first = max(0, start - _OPENING_REACH)
    if most := _UP_TO.search(lowered, first, start):
        return _Opening(most.start(), is_most=True)
    if least := _FROM.search(lowered, first, start):
        return _Opening(least.start(), is_least=True)
    is_least = not _MINIMUM.isdisjoint(said.before[-_MINIMUM_REACH:]) or any(
        _OR_MORE.match(lowered, end) for end in (amount.end, behind.end)
    )
    return _Opening(start, is_least=is_least)


def _period(lowered: str, amount: Amount, said: Verdict, behind: Behind, currency: str) -> Period:
    """The period said behind, inside or before the amount, else the one its size leaves."""
    if behind.is_piece:
        return Period.UNKNOWN
    is_paying = said.kind in {PayKind.BASE, PayKind.TOTAL, None}
    for period in _said_periods(lowered, amount, said, behind):
        if period and not (is_paying and not is_plausible(period, amount.low, amount.high, currency)):
            return period
    if is_paying:
        return period_by_size(amount.low, amount.high, currency)
    return Period.ONCE if said.kind is PayKind.SIGN_ON else Period.UNKNOWN


def _said_periods(lowered: str, amount: Amount, said: Verdict, behind: Behind) -> Iterator[Period]:
    yield behind.period
    if amount.is_yearly:
        yield Period.YEAR
    if amount.is_range:
        yield period_behind(lowered, *amount.gap).period
    yield period_before(said.before)
    if said.nearness is Nearness.HEADING:
        yield period_before(said.heading)


@dataclass(frozen=True, slots=True)
class _Look:
    """An amount, and what is seen of it without its words."""

    amount: Amount
    is_timed: bool  # a likely period stands behind it or in the line above it
    is_sized: bool  # it can only be an amount of a year


def _sureness(lowered: str, look: _Look, said: Verdict) -> int:
    """How sure it is that the amount is pay, from 1; 0 where it is none."""
    amount = look.amount
    if said.kind is None:
        return int(_looks_like_pay(lowered, look))
    if said.kind not in {PayKind.BASE, PayKind.TOTAL}:
        return int(amount.is_marked)
    if not (amount.is_marked or look.is_timed) and amount.is_small:
        return int(look.is_sized and said.nearness is Nearness.CLOSE)
    if said.nearness is Nearness.CLOSE:
        return _CLOSE_SURENESS if amount.low >= LEAST_PAY else 0
    is_likely = look.is_timed or look.is_sized or (amount.is_range and amount.is_marked)
    return int(said.nearness) if is_likely else 0


def _looks_like_pay(lowered: str, look: _Look) -> bool:
    """Whether an amount is pay by its own look, no word beside it telling."""
    amount = look.amount
    if look.is_timed and amount.is_marked:
        return amount.low >= LEAST_PAY
    if not look.is_sized:
        return False
    end = amount.end + amount.is_open
    has_perk = _PERK.match(lowered, end) is not None
    if not amount.is_marked:
        return has_perk and amount.scale > 1
    return amount.is_range or has_perk or _is_alone(lowered, amount.start, end)


def _is_alone(lowered: str, start: int, end: int) -> bool:
    """Whether an amount stands alone between bars or in brackets, as in the head of many a posting."""
    before = _CELL_BEFORE.search(lowered, max(0, start - _CELL_REACH), start)
    return before is not None and _CELL_BEHIND.match(lowered, end) is not None
