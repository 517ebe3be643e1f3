"""Statements of pay in order: the base first, the surest first, and what several say together before its parts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from unrut.core.explore.openings.kinds import Pay, PayKind, Said

NEAR, LONGEST_QUOTE = 280, 900
"""How far apart two statements may stand to be parts of one, such as the ranges of several places."""

_ORDER = (PayKind.BASE, PayKind.TOTAL)


@dataclass(frozen=True, slots=True)
class Reading:
    """One statement of pay, and how sure it is that it is one."""

    pay: Pay
    sureness: int


def in_order(readings: Sequence[Reading], text: str) -> tuple[Pay, ...]:
    """The statements by kind and sureness, each once; what several parts state together comes before them."""
    groups = sorted(_groups(readings), key=lambda group: (_rank(group[0].pay.kind), -_surest(group)))
    found: dict[tuple[object, ...], Pay] = {}
    for group in groups:
        parts = [reading.pay for reading in group]
        for pay in (_whole(parts, text), *parts):
            found.setdefault((pay.low, pay.high, pay.currency, pay.period, pay.kind), pay)
    return tuple(found.values())


def _groups(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Statements of the same kind, period and currency that stand near each other."""
    groups: list[list[Reading]] = []
    latest: dict[tuple[str, ...], list[Reading]] = {}
    for reading in readings:
        pay = reading.pay
        key = (pay.kind, pay.period, pay.currency)
        group = latest.get(key)
        if group is None or not _is_near(group, pay):
            group = latest[key] = []
            groups.append(group)
        group.append(reading)
    return groups


def _is_near(group: Sequence[Reading], pay: Pay) -> bool:
    return (
        pay.said.start - group[-1].pay.said.end <= NEAR
        and pay.said.end - group[0].pay.said.start <= LONGEST_QUOTE
    )


def _whole(parts: Sequence[Pay], text: str) -> Pay:
    """The span of several statements, with all the words from the first to the last."""
    if len(parts) == 1:
        return parts[0]
    lows = [part.low for part in parts if part.low is not None]
    highs = [part.high for part in parts if part.high is not None]
    start, end = parts[0].said.start, max(part.said.end for part in parts)
    return replace(
        parts[0],
        low=min(lows, default=None),
        high=max(highs, default=None),
        said=Said(text[start:end], start, end),
    )


def _rank(kind: PayKind) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def _surest(group: Sequence[Reading]) -> int:
    return max(reading.sureness for reading in group)
