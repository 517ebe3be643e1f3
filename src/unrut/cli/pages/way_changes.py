"""Changes of ways out that keep what was not given, by the key an option is called on the command line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unrut.clock import today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.ways import LIMITS, SHARES, Estimate, Figure, WayKind
from unrut.errors import MissingError
from unrut.models import Person, Way, WayTest
from unrut.queries.frame import PRESENT, TREATED, frame_of
from unrut.queries.scope import of
from unrut.queries.ways import WAY, FigureView, purse_of, ways_of
from unrut.services.way_tests import Expected, plan_test
from unrut.services.ways import SaidFigure, WayDescription, add_way, describe_way

if TYPE_CHECKING:
    from unrut.core.explore.cheap_tests import ProposedTest

PERCENT = 100
LONGEST_NUMBER = 18
# A single number moves its range along: what is a share or points by as many points, time and money in proportion.
_BY_POINTS = SHARES | {Figure.MEANWHILE}


@dataclass(frozen=True, slots=True)
class SaidOfWay:
    """What was said of a way: each figure as one number (the likely one) or three, shares in percent."""

    title: str | None = None
    excites: int | None = None
    stage: int | None = None
    figures: Mapping[str, Sequence[float]] = field(default_factory=dict)
    usual: Sequence[str] = ()
    levels: Mapping[str, int | None] = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True, slots=True)
class SaidTest:
    """What was said of a test to be planned; what a proposal knows may be left out."""

    kind: str | None
    text: str
    facet: str
    line: int | None
    chance: int


def added_way(owner: Person, key: str) -> Way:
    """The way of that key which the person added, or said something of.

    Raises InvalidInputError for staying, MissingError when there is no such way.
    """
    if key == PRESENT:
        raise InvalidInputError(
            "Staying is always among the ways and has no figures of its own. Say how your job is: unrut job."
        )
    rows = of(Way, owner)
    kind, _, number = key.partition("-")
    found = None
    if key == TREATED:
        found = rows.filter(kind=WayKind.CHANGE).first()
    elif kind == WAY and number.isdecimal() and len(number) <= LONGEST_NUMBER:
        found = rows.filter(pk=int(number)).exclude(kind=WayKind.CHANGE).first()
    if found is None:
        raise MissingError(f'"{key}" is none of the ways you added. See their keys: unrut options list.')
    return found


def change_way(owner: Person, key: str, said: SaidOfWay) -> Way:
    """Keep what was said of a way; saying something of the changed job is what adds it.

    Raises as `added_way`, and InvalidInputError for what cannot be.
    """
    way = _said_way(owner, key)
    frame = frame_of(owner)
    view = next(
        view
        for view in ways_of(owner, frame, purse_of(owner))
        if view.way is not None and view.way.pk == way.pk
    )
    figures: dict[Figure, SaidFigure | None] = {Figure(figure): None for figure in said.usual}
    for name, numbers in said.figures.items():
        figure = Figure(name)
        figures[figure] = SaidFigure(_estimate(figure, numbers, view.figures.get(figure)), said.source)
    return describe_way(
        owner,
        way.pk,
        WayDescription(
            title=way.title if said.title is None else said.title,
            excites=way.excites if said.excites is None else said.excites,
            stage=way.stage if said.stage is None else said.stage,
            figures=figures,
            levels=said.levels,
        ),
    )


def around(figure: Figure, likely: float, before: Estimate | None) -> Estimate:
    """An estimate from its likely value alone: the range there was moves along, within what the figure can be."""
    by_points = figure in _BY_POINTS
    if before is None or not (by_points or before.likely):
        return Estimate(likely, likely, likely)
    if by_points:
        low, high = likely - (before.likely - before.low), likely + (before.high - before.likely)
    else:
        low, high = likely * before.low / before.likely, likely * before.high / before.likely
    least, most = LIMITS[figure]
    return Estimate(min(likely, max(least, low)), likely, max(likely, min(most, high)))


def plan_said_test(owner: Person, key: str, said: SaidTest, *, proposal: int | None) -> WayTest:
    """Plan a test of the way of that key: a proposed one, with what was said in place of it, or one's own.

    Raises as `added_way`; InvalidInputError when there is no such proposal or something cannot be.
    """
    way = _said_way(owner, key)
    if proposal is not None:
        said = _filled(said, _proposal(owner, key, proposal))
    expected = Expected(said.kind or "", said.text, said.line or 0, said.chance, said.facet)
    return plan_test(owner, way.pk, expected, today=today())


def _said_way(owner: Person, key: str) -> Way:
    if key == TREATED:
        return add_way(owner, WayKind.CHANGE, today=today())
    return added_way(owner, key)


def _estimate(figure: Figure, numbers: Sequence[float], before: FigureView | None) -> Estimate:
    scale = PERCENT if figure in SHARES else 1
    values = [number / scale for number in numbers]
    if len(values) == 1:
        return around(figure, values[0], before.estimate if before else None)
    low, likely, high = values
    return Estimate(low, likely, high)


def _filled(said: SaidTest, proposed: "ProposedTest") -> SaidTest:
    return SaidTest(
        kind=said.kind or proposed.kind.value,
        text=said.text or proposed.text,
        facet=said.facet or proposed.facet,
        line=proposed.line if said.line is None else said.line,
        chance=said.chance,
    )


def _proposal(owner: Person, key: str, place: int) -> "ProposedTest":
    # Inline: numpy takes a fifth of a second that only this needs.
    from unrut.queries.outcomes import board_of
    from unrut.queries.turns import proposals_of

    board = board_of(owner)
    found = proposals_of(board, board.way(key))
    if place > len(found):
        raise InvalidInputError(
            f"There is no proposal {place} for this way. See those there are: unrut options test list {key}."
        )
    return found[place - 1]
