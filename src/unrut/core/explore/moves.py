"""What one can do about a cause where one is: moves within one's own discretion, and a request in the words to use."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from unrut.core.errors import InvalidReferenceError
from unrut.core.facets import Vocabulary
from unrut.core.reference import Table, check_parts, each, parse_toml, tables
from unrut.core.reflect.causes import Cause
from unrut.core.reflect.remedies import ASK_THE_MANAGER, SHAPE_THE_JOB
from unrut.core.reflect.resampling import LEADING

FILE = "moves.toml"
PARTS = ("general", "facet")
LEAST_MOVES = MOVES_OF_A_FACET = 2


@dataclass(frozen=True, slots=True)
class Move:
    """Something one can do within two weeks without asking anybody."""

    facet: str
    text: str


@dataclass(frozen=True, slots=True)
class Request:
    """What to say to the manager, in the person's own voice."""

    facet: str
    words: str


@dataclass(frozen=True, slots=True)
class Moves:
    """At least two moves and a request; `are_from_causes` is false while the notes name nothing that is treated here."""

    moves: tuple[Move, ...]
    request: Request
    are_from_causes: bool


@dataclass(frozen=True, slots=True)
class FacetMoves:
    """What helps with a facet."""

    craft: tuple[str, ...]
    ask: str


@dataclass(frozen=True, slots=True)
class KnownMoves:
    """What helps with each facet, and what helps in many jobs."""

    facets: Mapping[str, FacetMoves]
    general: Moves


@cache
def shipped_moves() -> KnownMoves:
    """The moves and requests inside the package: a constant, read once."""
    text = files("unrut.data").joinpath(FILE).read_text(encoding="utf-8")
    return load_moves(text, file=FILE)


def load_moves(text: str, *, file: str) -> KnownMoves:
    """The moves written in `text`.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    values = parse_toml(text, file)
    check_parts(values, PARTS, file)
    general = each(tables(values, "general", text=text, file=file), _general)
    requests = [request for _, request in general.values() if request.words]
    if len(general) < LEAST_MOVES or len(requests) != 1:
        raise InvalidReferenceError(
            f"{file} should have at least {LEAST_MOVES} general moves, exactly one of them with what to ask. "
            "Mend it and start again."
        )
    return KnownMoves(
        facets=each(tables(values, "facet", text=text, file=file), _of_facet),
        general=Moves(tuple(move for move, _ in general.values()), requests[0], are_from_causes=False),
    )


def moves_for(causes: Sequence[Cause], vocabulary: Vocabulary) -> Moves:
    """Moves against the leading causes that reshaping treats best, and a request about the one that asking treats best.

    Of two facets where there are two. Harm is never treated by reshaping the job, and nothing is asked of those who do it:
    it is passed over here, as it has its own help.
    """
    known = shipped_moves()
    treated = [
        cause for cause in causes if cause.facet in known.facets and not vocabulary[cause.facet].safety
    ][:LEADING]
    if not treated:
        return known.general
    crafted = _in_order(treated, SHAPE_THE_JOB, vocabulary)[:LEAST_MOVES]
    asked = _in_order(treated, ASK_THE_MANAGER, vocabulary)[0]
    return Moves(_moves(crafted, known), Request(asked, known.facets[asked].ask), are_from_causes=True)


def _in_order(causes: Sequence[Cause], remedy: str, vocabulary: Vocabulary) -> list[str]:
    """The facets of the causes, those first of which the remedy takes most; one that it never treats comes last."""
    ranked = sorted(
        causes,
        key=lambda cause: (
            -cause.share * vocabulary[cause.facet].remedies.get(remedy, 0),
            -cause.share,
            vocabulary.order[cause.facet],
        ),
    )
    return [cause.facet for cause in ranked]


def _moves(facets: Sequence[str], known: KnownMoves) -> tuple[Move, ...]:
    """The first move of each facet; of a single facet both."""
    count = 1 if len(facets) >= LEAST_MOVES else MOVES_OF_A_FACET
    return tuple(Move(facet, text) for facet in facets for text in known.facets[facet].craft[:count])


def _of_facet(_: str, table: Table) -> FacetMoves:
    return FacetMoves(table.texts("craft", count=MOVES_OF_A_FACET), table.text("ask"))


def _general(facet: str, table: Table) -> tuple[Move, Request]:
    return Move(facet, table.text("craft")), Request(facet, table.text("ask", optional=True))
