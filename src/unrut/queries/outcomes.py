"""How the ways out compare over time, and what would turn the comparison."""

from dataclasses import dataclass
from typing import Any

from unrut.core.explore.break_even import BreakEven, Swing, break_evens, mean_lead, tornado
from unrut.core.explore.money import Purse
from unrut.core.explore.outcomes import Candidate, Outcome, Outcomes, compare_ways
from unrut.core.explore.posterior import Posterior
from unrut.core.explore.ways import WayKind
from unrut.errors import MissingError
from unrut.models import Person
from unrut.queries.frame import PRESENT, Frame, frame_of
from unrut.queries.ways import WayView, purse_of, ways_of

_VERSIONS = frozenset({WayKind.STAY, WayKind.CHANGE, WayKind.TIME_OFF})


@dataclass(frozen=True, slots=True)
class Board:
    """All ways side by side, staying first. `outcomes` is None while nothing is wanted."""

    frame: Frame
    posterior: Posterior
    ways: tuple[WayView, ...]
    aside: tuple[WayView, ...]
    purse: Purse | None
    outcomes: Outcomes | None

    def way(self, key: str) -> WayView:
        """The way of that key. Raises MissingError."""
        found = next((way for way in (*self.ways, *self.aside) if way.key == key), None)
        if found is None:
            raise MissingError(f'"{key}" is none of your ways out. Look at the board for those there are.')
        return found

    def outcome(self, key: str) -> Outcome | None:
        """How the way of that key comes out; None for one put aside, or while nothing is wanted."""
        if self.outcomes is None:
            return None
        return next((outcome for outcome in self.outcomes.outcomes if outcome.key == key), None)


def board_of(owner: Person) -> Board:
    """All ways, judged over time by what is wanted."""
    frame = frame_of(owner)
    purse = purse_of(owner)
    found = frame.posterior
    views = ways_of(owner, frame, purse)
    ways = tuple(view for view in views if not view.is_aside)
    outcomes = None
    if found.facets:
        outcomes = compare_ways(
            [candidate_of(view) for view in ways],
            frame.wants,
            found.weights,
            stay=frame.levels[PRESENT],
            purse=purse,
        )
    return Board(frame, found, ways, tuple(view for view in views if view.is_aside), purse, outcomes)


def candidate_of(view: WayView) -> Candidate:
    """A way as the comparison takes it."""
    return Candidate(
        key=view.key,
        kind=view.kind,
        figures={figure: found.estimate for figure, found in view.figures.items()},
        levels=view.levels,
        variant_of=PRESENT if view.kind in _VERSIONS else "",
    )


@dataclass(frozen=True, slots=True)
class Turning:
    """What would turn the comparison of two ways: the value of each input at which they are equal, and those that matter most.

    `lead` is by how many points the first is ahead on average over five years, negative where it is behind.
    """

    key: str
    against: str
    break_evens: tuple[BreakEven, ...]
    swings: tuple[Swing, ...]
    lead: float = 0.0


def turning_of(board: Board, key: str, against: str = PRESENT) -> Turning | None:
    """What would turn the comparison of one way with another; None while nothing is wanted.

    Raises MissingError.
    """
    one, other = candidate_of(board.way(key)), candidate_of(board.way(against))
    if not board.posterior.facets:
        return None
    known: dict[str, Any] = {
        "wants": board.frame.wants,
        "weights": board.posterior.weights,
        "stay": board.frame.levels[PRESENT],
        "purse": board.purse,
    }
    return Turning(
        key,
        against,
        break_evens(one, other, **known),
        tornado(one, other, **known),
        mean_lead(one, other, **known),
    )
