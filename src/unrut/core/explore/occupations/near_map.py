"""Where the neighbours of an occupation are drawn: the nearer, the closer to the middle; alike ones side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from unrut.core.explore.occupations.atlas import Floats

Costs = NDArray[np.float64]

_HALF = 0.5
# Differences below a millionth are rounding: the same map on every machine.
_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place on the map: 0 for the nearest of all to 1 for the farthest, and the part of a turn from the top, clockwise."""

    away: float
    turn: float


def near_map(nearness: Sequence[float], alike: Sequence[Floats]) -> list[MapPlace]:
    """A place for each neighbour, by how near each is to the middle and how alike they are among themselves (0 to 1).

    The first has the first place behind the top; all keep the same angle from one to the next, so that names find room.
    What is not a number counts as nought.
    """
    aways = _aways(nearness)
    turns = {
        place: (step + _HALF) / len(aways)
        for step, place in enumerate(_round_trip(_costs(alike, len(aways))))
    }
    return [MapPlace(away, turns[place]) for place, away in enumerate(aways)]


def _aways(nearness: Sequence[float]) -> list[float]:
    """The distances drawn apart over the whole radius; half of it when all are equally near."""
    near = np.clip(np.nan_to_num(np.asarray(nearness, dtype=np.float64)), 0.0, 1.0).round(_DECIMALS)
    if not len(near) or near.max() == near.min():
        return [_HALF] * len(near)
    spread: list[float] = ((near.max() - near) / (near.max() - near.min())).tolist()
    return spread


def _costs(alike: Sequence[Floats], count: int) -> Costs:
    known = np.clip(np.nan_to_num(np.array(alike, dtype=np.float64)), 0.0, 1.0).reshape(count, count)
    costs: Costs = (1 - (known + known.T) / 2).round(_DECIMALS)
    return costs


def _round_trip(costs: Costs) -> list[int]:
    """An order in which neighbours on the circle are alike: a round trip that no turning round of a part makes shorter.

    It begins with the first. Every turn makes it shorter by a millionth at least, so it ends.
    """
    order = list(range(len(costs)))
    while (part := _part_to_turn(order, costs)) is not None:
        begin, end = part
        order[begin:end] = order[begin:end][::-1]
    return order


def _part_to_turn(order: Sequence[int], costs: Costs) -> tuple[int, int] | None:
    """The first part of the trip that is better walked the other way round, if any."""
    count = len(order)
    least = _HALF * 10**-_DECIMALS
    for begin in range(1, count - 1):
        for end in range(begin + 2, count + 1):
            before, first, last, after = order[begin - 1], order[begin], order[end - 1], order[end % count]
            gain = costs[before, first] + costs[last, after] - costs[before, last] - costs[first, after]
            if gain > least:
                return begin, end
    return None
