"""What single weight or single level would put one option before another.

The difference of two means is a straight line in one weight while the others keep their proportions, and in the worth of one
facet, so both are solved in closed form. How near a change is, is told in what is uncertain of it: a weight in the standard
deviation of its draws, a level in its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.fit import Subject
from unrut.core.explore.levels import HIGHEST, LOWEST, UNKNOWN
from unrut.core.explore.wants import Want
from unrut.core.explore.worth import counted, worths

Array = NDArray[np.float64]

# Nothing is so sure that a change of it were out of the question.
_LEAST_LEVEL_SD, _LEAST_WEIGHT_SD = 0.25, 0.005
# Less than that much worth is none: both are worth the same.
_SAME = 1e-12


class FlipKind(StrEnum):
    """What changes."""

    WEIGHT = "weight"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Flip:
    """From which value of a weight (a share of one) or of a level (0-10, known for sure) both options are worth the same.

    `key` is the option whose level it is, empty for a weight.
    """

    kind: FlipKind
    facet: str
    key: str
    now: float
    needed: float


@dataclass(frozen=True, slots=True)
class _Found:
    away: float
    flip: Flip


def flips(first: Subject, second: Subject, wants: Sequence[Want], weights: Array) -> tuple[Flip, ...]:
    """What would put the second before the first: the nearest weight and the nearest level, then the rest, nearest first.

    Each is the change of one thing while all others stay; other weights keep their proportions. `weights` are rows that
    add up to 1, one column for each want with a weight. Empty where nothing single does, and where the second is no less
    worth already.
    """
    wants = counted(wants)
    if not wants:
        return ()
    shares = weights.mean(axis=0)
    worth = worths([first.levels, second.levels], wants).mean
    behind = worth[0] - worth[1]
    if float((shares * behind).sum()) <= _SAME:
        return ()
    by_weight = _by_weight(wants, shares, behind, weights.std(axis=0))
    found = [*by_weight, *_by_level((first, second), wants, shares, worth)]
    return tuple(each.flip for each in _in_order(found))


def _by_weight(wants: Sequence[Want], shares: Array, behind: Array, sds: Array) -> Iterator[_Found]:
    """With one share x and the others shrunk to 1 - x, the difference is x * own + (1 - x) * rest."""
    parts = shares * behind
    for place, want in enumerate(wants):
        others = float(np.delete(shares, place).sum())
        if others <= 0:
            continue
        own, rest = float(behind[place]), float(np.delete(parts, place).sum()) / others
        # They lie on either side of nothing, or no share makes them equal.
        if own * rest > 0 or own == rest:
            continue
        now, needed = float(shares[place]), rest / (rest - own)
        away = abs(needed - now) / max(float(sds[place]), _LEAST_WEIGHT_SD)
        yield _Found(away, Flip(FlipKind.WEIGHT, want.facet, "", now, needed))


def _by_level(
    pair: tuple[Subject, Subject], wants: Sequence[Want], shares: Array, worth: Array
) -> Iterator[_Found]:
    """The first would have to lose the whole difference by one facet, or the second to win it."""
    difference = float((shares * (worth[0] - worth[1])).sum())
    for subject, row, sign in zip(pair, worth, (-1, 1), strict=True):
        for want, share, now in zip(wants, shares.tolist(), row.tolist(), strict=True):
            level = subject.levels.get(want.facet, UNKNOWN)
            needed = _level_worth(now + sign * difference / share, want, level.mean) if share > 0 else None
            if needed is not None:
                away = abs(needed - level.mean) / max(level.sd, _LEAST_LEVEL_SD)
                yield _Found(away, Flip(FlipKind.LEVEL, want.facet, subject.key, level.mean, needed))


def _level_worth(value: float, want: Want, near: float) -> float | None:
    """The level of that worth on the line, the nearer one of two; None where there is none."""
    if not 0 <= value <= 1:
        return None
    distance = want.reach * (1 - value)
    found = [
        level for level in (want.wanted - distance, want.wanted + distance) if LOWEST <= level <= HIGHEST
    ]
    return min(found, key=lambda level: abs(level - near), default=None)


def _in_order(found: Sequence[_Found]) -> list[_Found]:
    """The nearest of each kind, then the rest, each part with the nearest first."""
    nearest = sorted(found, key=lambda each: each.away)
    firsts = [next((each for each in nearest if each.flip.kind is kind), None) for kind in FlipKind]
    leading = [each for each in nearest if any(each is first for first in firsts)]
    return leading + [each for each in nearest if not any(each is one for one in leading)]
