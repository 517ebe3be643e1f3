"""The quarterly review: which quarter a day belongs to, when the next review is due, and what moved between two."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from unrut.core.errors import InvalidInputError
from unrut.core.facets import Sign, shipped_vocabulary

HIGHEST_ANSWER = 10
LEAST_MOVE = 2
"""One point is within what the same person answers differently on two days; from two on it is told."""
REST = timedelta(weeks=10)
"""Two long looks lie at least so far apart; a quarter has thirteen weeks."""
SPEAKS_FROM = 7
"""From here on, counted so that ten is bad, a slow sign speaks of a rut; at 3 or less it speaks against one."""
_MONTHS_OF_QUARTER = 3
_QUARTER = re.compile(r"(\d{4})-?[Qq]([1-4])")


@dataclass(frozen=True, slots=True)
class Move:
    """An item answered in both of two reviews. `by` is counted so that above nought is better for the person."""

    item: str
    before: int
    now: int
    by: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What got better and worse by at least two points, most first; how many answers moved less, or could not be compared."""

    better: tuple[Move, ...]
    worse: tuple[Move, ...]
    steady: int
    only_once: int

    @property
    def most(self) -> Move | None:
        """The largest move of all; of equal ones the one that got worse."""
        first = [*self.worse[:1], *self.better[:1]]
        return max(first, key=lambda move: abs(move.by), default=None)


@dataclass(frozen=True, slots=True)
class SlowSigns:
    """The slow signs that speak of a rut, those that speak against one, and those that say neither."""

    speaking: tuple[Sign, ...]
    against: tuple[Sign, ...]
    between: tuple[Sign, ...]

    @property
    def answered(self) -> int:
        """How many were answered."""
        return len(self.speaking) + len(self.against) + len(self.between)


def quarter_of(day: date) -> date:
    """The first day of the quarter a day belongs to."""
    first_month = day.month - (day.month - 1) % _MONTHS_OF_QUARTER
    return date(day.year, first_month, 1)


def next_quarter(day: date) -> date:
    """The first day of the quarter after that of a day."""
    first = quarter_of(day)
    if first.month + _MONTHS_OF_QUARTER > 12:  # noqa: PLR2004 - months of a year
        return date(first.year + 1, 1, 1)
    return date(first.year, first.month + _MONTHS_OF_QUARTER, 1)


def last_day(quarter: date) -> date:
    """The last day of a quarter."""
    return next_quarter(quarter) - timedelta(days=1)


def quarter_number(day: date) -> int:
    """1 to 4."""
    return (day.month - 1) // _MONTHS_OF_QUARTER + 1


def read_quarter(text: str) -> date:
    """The first day of a quarter written as 2026-Q4.

    Raises InvalidInputError.
    """
    found = _QUARTER.fullmatch(text.strip())
    # The last year Python knows is refused too: it has no quarter after its last one.
    if found is None or int(found[1]) in {0, MAXYEAR}:
        raise InvalidInputError(f'"{text}" is not a quarter. Write it like 2026-Q4.')
    return date(int(found[1]), (int(found[2]) - 1) * _MONTHS_OF_QUARTER + 1, 1)


def due_from(last_look: date | None, first_week: date | None, reviewed: Collection[date]) -> date | None:
    """The day from which on the next review is due; None before anything was answered.

    Ten weeks after the last long look or, before the first one, after the first week; and never in a quarter that has its
    review. `reviewed` holds the first days of those quarters.
    """
    start = last_look or first_week
    if start is None:
        return None
    due = start + REST
    while quarter_of(due) in reviewed:
        due = next_quarter(due)
    return due


def compare(before: Mapping[str, int], now: Mapping[str, int]) -> Comparison:
    """What moved between two reviews. An item left open in one of them is counted, not compared.

    Ties keep the order of the vocabulary, facets first.
    """
    order = list(reviewed_items())
    moves = [_move(item, before[item], now[item]) for item in order if item in before and item in now]
    told = sorted((move for move in moves if abs(move.by) >= LEAST_MOVE), key=lambda move: -abs(move.by))
    return Comparison(
        better=tuple(move for move in told if move.by > 0),
        worse=tuple(move for move in told if move.by < 0),
        steady=len(moves) - len(told),
        only_once=sum((item in before) != (item in now) for item in order),
    )


def slow_signs_of(answers: Mapping[str, int]) -> SlowSigns:
    """What the slow signs say. One that was left open says nothing."""
    parts: dict[str, list[Sign]] = {"speaking": [], "against": [], "between": []}
    for sign in shipped_vocabulary().slow_signs.values():
        if sign.id in answers:
            parts[_part(badness(sign, answers[sign.id]))].append(sign)
    return SlowSigns(**{name: tuple(signs) for name, signs in parts.items()})


def is_safety_low(answers: Mapping[str, int]) -> bool:
    """Whether somebody says that they are not treated with respect or not safe: that has a way of its own."""
    facets = shipped_vocabulary().facets.values()
    return any(
        answers.get(facet.id, HIGHEST_ANSWER) <= HIGHEST_ANSWER - SPEAKS_FROM
        for facet in facets
        if facet.safety
    )


def badness(sign: Sign, answer: int) -> int:
    """An answer counted so that ten is bad."""
    return HIGHEST_ANSWER - answer if sign.reverse else answer


def reviewed_items() -> tuple[str, ...]:
    """Everything a review asks: the facets, then the slow signs."""
    known = shipped_vocabulary()
    return (*known.facets, *known.slow_signs)


def name_of(item: str) -> str:
    """The name of a facet or slow sign."""
    known = shipped_vocabulary()
    return known[item].name if item in known else known.slow_signs[item].name


def _move(item: str, before: int, now: int) -> Move:
    """More is better of every facet, because its item says that all is well; of a sign only where ten is good."""
    sign = shipped_vocabulary().slow_signs.get(item)
    is_turned = sign is not None and not sign.reverse
    return Move(item, before, now, before - now if is_turned else now - before)


def _part(bad: int) -> str:
    if bad >= SPEAKS_FROM:
        return "speaking"
    return "against" if bad <= HIGHEST_ANSWER - SPEAKS_FROM else "between"
