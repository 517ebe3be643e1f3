"""The geometry of a move between two answers, on a line from 0 to 10."""

from dataclasses import dataclass

from unrut.core.reflect.reviews import HIGHEST_ANSWER, Move

WIDTH = 100
EDGE = 1


@dataclass(frozen=True, slots=True)
class MoveBar:
    """Where the earlier and the later answer lie, and the band between them."""

    before: float
    now: float
    low: float
    width: float


def move_bar(move: Move) -> MoveBar:
    """A move as places on the drawn line."""
    before, now = _x(move.before), _x(move.now)
    return MoveBar(before, now, min(before, now), round(abs(now - before), 1))


def _x(answer: int) -> float:
    return round(EDGE + answer / HIGHEST_ANSWER * (WIDTH - 2 * EDGE), 1)
