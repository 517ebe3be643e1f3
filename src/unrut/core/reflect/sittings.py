"""When a week is answered: always about the same day, because how work looks depends on the day one is asked.

Unease before work falls across the week, most with a high workload (Blue Monday, Yellow Friday; Journal of Occupational
Health Psychology 2022), so that answers on a Monday one week and on a Friday the next would imitate a change.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256

FRIDAY = 4
LATE_AFTER_DAYS = 2
SUNDAY = 6
ANSWERS_REMEMBERED = 8
EARLIEST_SITTING, LATEST_SITTING = 3, 7
"""The days that can be chosen for a sitting, counted from the Monday of its week: Thursday to the Monday after."""


def usual_offset(offsets: Sequence[int]) -> int:
    """The day, counted from the Monday of the week, on which somebody usually answers; Friday before the first answer.

    `offsets` are those of all answers, oldest first. The last eight that were given on a day of a sitting count, so that a
    few weeks filled in late teach nothing; of days equally frequent the one used last.
    """
    recent = [offset for offset in offsets if _is_at_the_end(offset)][-ANSWERS_REMEMBERED:]
    if not recent:
        return FRIDAY
    counted = Counter(recent)
    most = max(counted.values())
    return next(day for day in reversed(recent) if counted[day] == most)


def on_time(offsets: Sequence[int], chosen: int | None) -> list[bool]:
    """Which answers can be compared: those near the day that was usual when they were given, or near the chosen one.

    `offsets` are those of all answers, oldest first. The first is judged by itself. A chosen day only adds answers, and
    later ones change nothing about earlier ones: who moves the sitting keeps the weeks there are.
    """
    found: list[bool] = []
    before: list[int] = []
    for offset in offsets:
        days = [usual_offset(before or [offset]), *([] if chosen is None else [chosen])]
        found.append(any(abs(offset - day) <= LATE_AFTER_DAYS for day in days))
        if _is_at_the_end(offset):
            before = [*before, offset][-ANSWERS_REMEMBERED:]
    return found


def is_off_day(week: date, answered_on: date, usual: int) -> bool:
    """Whether an answer was given too far from the usual day to be compared with the others."""
    return abs((answered_on - week).days - usual) > LATE_AFTER_DAYS


def days_after(week: date, answered_on: date) -> int:
    """How many days after the end of the week an answer was given; 0 within the week."""
    return max(0, (answered_on - week).days - SUNDAY)


def week_still_open(today: date, usual: int) -> date | None:
    """The Monday of the week before, while an answer about it would still be near the usual day."""
    before = today - timedelta(days=today.weekday(), weeks=1)
    return None if is_off_day(before, today, usual) else before


def in_random_order(names: Sequence[str], seed: str) -> list[str]:
    """The names in an order that looks random and is the same for the same seed.

    Asked always in one order, the first question colours the others in the same way each week.
    """
    return sorted(names, key=lambda name: sha256(f"{seed} {name}".encode()).digest())


def _is_at_the_end(offset: int) -> bool:
    """Whether it is a day on which a sitting can lie."""
    return EARLIEST_SITTING <= offset <= LATEST_SITTING
