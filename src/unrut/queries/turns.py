"""What single weight or fact would put one way before another, and the cheap tests that could tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from unrut.core.explore.cheap_tests import ProposedTest, propose_tests
from unrut.core.explore.fit import Fit, Subject, judge
from unrut.core.explore.flips import Flip, flips
from unrut.core.facets import shipped_vocabulary
from unrut.queries.frame import PRESENT
from unrut.queries.outcomes import Board, candidate_of
from unrut.queries.ways import WayView

PAIR = 2


@dataclass(frozen=True, slots=True)
class Turns:
    """Two ways by how good they are once one is there, the better one first, and what single thing would turn them.

    `ahead` is by how many points of 100 the first is better.
    """

    first: str
    second: str
    flips: tuple[Flip, ...]
    ahead: float


def in_order(board: Board) -> list[str]:
    """The keys of all ways, the most likely best one first; nothing while nothing is wanted."""
    outcomes = board.outcomes.outcomes if board.outcomes else ()
    places = {outcome.key: place for place, outcome in enumerate(outcomes)}
    ranked = sorted(outcomes, key=lambda outcome: (-outcome.best, places[outcome.key]))
    return [outcome.key for outcome in ranked]


def turns_of(board: Board, one: str, other: str) -> Turns:
    """What would turn two ways; something must be wanted.

    Raises MissingError.
    """
    fits = _fits(board, [one, other])
    better, worse = sorted(fits.values(), key=lambda fit: -fit.mean)
    return Turns(
        better.key,
        worse.key,
        flips(
            _subject(board, better.key),
            _subject(board, worse.key),
            board.frame.wants,
            board.posterior.weights,
        ),
        better.mean - worse.mean,
    )


def turns_of_first(board: Board) -> Turns | None:
    """What would turn the two ways that are most likely best; None while there are no two."""
    keys = in_order(board)[:PAIR]
    return turns_of(board, *keys) if len(keys) == PAIR else None


def proposals_of(board: Board, view: WayView) -> list[ProposedTest]:
    """Cheap tests of a way: first what could flip the choice, then the unknown facts that are worth most to know."""
    rival = next((key for key in in_order(board) if key != view.key), PRESENT)
    if not board.posterior.facets or rival == view.key:
        return propose_tests(view.kind, view.title, [], [], shipped_vocabulary())
    about = [flip for flip in turns_of(board, view.key, rival).flips if flip.key == view.key]
    unknown = _fits(board, [view.key, rival])[view.key].unknown
    return propose_tests(view.kind, view.title, about, unknown, shipped_vocabulary())


def _fits(board: Board, keys: Sequence[str]) -> dict[str, Fit]:
    subjects = [_subject(board, key) for key in keys]
    found = judge(subjects, board.frame.wants, reference=keys[-1], weights=board.posterior.weights)
    return {fit.key: fit for fit in found}


def _subject(board: Board, key: str) -> Subject:
    candidate = candidate_of(board.way(key))
    return Subject(candidate.key, candidate.levels, candidate.variant_of)
