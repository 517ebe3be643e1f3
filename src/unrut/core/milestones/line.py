"""The bigger picture as one line: what is done, today, and what lies ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# The past takes at most this part of the line, so that what lies ahead stays readable after a long working life.
_PAST_AT_MOST = 0.5


class Kind(StrEnum):
    """What a point on the line is."""

    ACCOMPLISHED = "accomplished"
    REACHED = "reached"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Point:
    """Something on the line; `key` says what it opens to."""

    key: str
    kind: Kind
    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """Points in order of time with their places from 0 (start) to 1 (end); `today` likewise."""

    points: tuple[tuple[Point, float], ...]
    today: float
    start: date
    end: date


def draw_line(points: Sequence[Point], *, today: date) -> Line | None:
    """Place the points on one line, or None when there are none.

    Each side of today has its own even scale; the past never takes more than half of the line while something lies
    ahead. Points of one day keep their order.
    """
    if not points:
        return None
    ordered = sorted(points, key=lambda point: point.on)
    start, end = min(ordered[0].on, today), max(ordered[-1].on, today)
    now = _place_of_today(start, end, today)
    placed = tuple((point, _place(point.on, start, end, today=today, now=now)) for point in ordered)
    return Line(points=placed, today=now, start=start, end=end)


def _place_of_today(start: date, end: date, today: date) -> float:
    if end == today:
        return 1.0
    past, ahead = (today - start).days, (end - today).days
    return min(_PAST_AT_MOST, past / (past + ahead))


def _place(day: date, start: date, end: date, *, today: date, now: float) -> float:
    # The shares are divided first: a whole one is then exactly 1, and no rounding carries a point past its end.
    if day <= today:
        past = (today - start).days
        return now * ((day - start).days / past) if past else now
    return now + (1 - now) * ((day - today).days / (end - today).days)
