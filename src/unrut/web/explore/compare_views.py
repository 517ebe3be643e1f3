"""Step 3: all ways out beside one another over time, and what would turn the comparison."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from unrut.core.explore.break_even import Swing
from unrut.core.explore.outcomes import Outcome
from unrut.errors import MissingError
from unrut.queries.frame import PRESENT
from unrut.queries.outcomes import Board, Turning, board_of, turning_of
from unrut.queries.turns import Turns, in_order, turns_of_first
from unrut.queries.ways import WayView
from unrut.web.access import OwnedRequest
from unrut.web.pictures import FitBar
from unrut.web.pictures_ways import PHONE, WIDE, Scatter, Spot, SwingBar, scatter, swing_bars
from unrut.wording import outcomes as wording
from unrut.wording.numbers import chance
from unrut.wording.ways import others_of, way_name

SWINGS_SHOWN, FLIPS_SHOWN = 5, 3


@dataclass(frozen=True, slots=True)
class WayLine:
    """A way as a line of the comparison and of its table."""

    key: str
    name: str
    excites: str
    there: str
    soon: str
    late: str
    best: str
    value: str
    regret: str
    bar: FitBar


@dataclass(frozen=True, slots=True)
class SwingLine:
    """One input of the tornado in words, with its bar."""

    name: str
    words: str
    low: str
    at_low: str
    high: str
    at_high: str
    bar: SwingBar


@dataclass(frozen=True, slots=True)
class TurningBlock:
    """What would turn one pair of ways."""

    title: str
    sentence: str
    conditions: list[str]
    powerless: str
    swings: list[SwingLine]


@require_safe
def compare_ways_page(request: OwnedRequest) -> HttpResponse:
    """Who leads and how surely, what excites beside what is realistic, and what would turn it."""
    board = board_of(request.owner)
    chosen, against = request.GET.get("with", ""), request.GET.get("against", "")
    others = others_of(board)
    is_told = board.outcomes is not None and bool(others)
    context = {
        "lead": wording.lead(board),
        "notices": wording.notices(board),
        "has_wants": bool(board.posterior.facets),
        "has_others": bool(others),
        "lines": lines_of(board) if is_told else [],
        "both": wording.both_words(board),
        "pictures": _pictures(board) if is_told else [],
        "blocks": [_block(board, found) for found in _turnings(board, chosen, against)] if is_told else [],
        "flips": _flips(board) if is_told else [],
        "choices": [(way.key, way_name(way)) for way in others],
        "all_choices": [(way.key, way_name(way)) for way in board.ways],
        "chosen": chosen,
        "against": against,
    }
    return render(request, "explore/compare_ways.html", context)


def lines_of(board: Board) -> list[WayLine]:
    """All ways as lines, the most likely best one first."""
    outcomes = _outcomes(board)
    return [_line(board.way(key), outcomes[key], outcomes[PRESENT]) for key in in_order(board)]


def _line(way: WayView, outcome: Outcome, staying: Outcome) -> WayLine:
    value = outcome.values[-1]
    soon, late = outcome.better
    is_staying = way.key == PRESENT
    return WayLine(
        key=way.key,
        name=way_name(way),
        excites=wording.excites_words(way),
        there=wording.there_words(outcome),
        soon="" if is_staying else chance(soon),
        late="" if is_staying else chance(late),
        best=chance(outcome.best),
        value=wording.value_words(outcome),
        regret=wording.regret_words(outcome),
        bar=FitBar(
            low=round(value.low, 1),
            width=round(value.high - value.low, 1),
            mean=round(value.middle, 1),
            present=round(staying.values[-1].middle, 1),
        ),
    )


def _outcomes(board: Board) -> dict[str, Outcome]:
    return {outcome.key: outcome for outcome in board.outcomes.outcomes} if board.outcomes else {}


def _pictures(board: Board) -> list[tuple[str, Scatter]]:
    """The picture for wide and for narrow screens, with the class each is shown by."""
    exciting, realistic = wording.most_exciting(board), wording.most_realistic(board)
    marked = {way.key for way in (exciting, realistic) if way}
    outcomes = _outcomes(board)
    spots = [_spot(way, outcomes[way.key], is_marked=way.key in marked) for way in others_of(board)]
    stay = outcomes[PRESENT].there.middle
    return [
        (shown, scatter(spots, stay, frame, stay_name=wording.staying_name()))
        for shown, frame in (("only-wide", WIDE), ("only-phone", PHONE))
    ]


def _spot(way: WayView, outcome: Outcome, *, is_marked: bool) -> Spot:
    return Spot(
        key=way.key,
        name=way_name(way),
        note=wording.excites_words(way),
        chance=outcome.there_soon,
        low=outcome.there.low,
        middle=outcome.there.middle,
        high=outcome.there.high,
        is_marked=is_marked,
    )


def _turnings(board: Board, chosen: str, against: str) -> list[Turning]:
    """The pair that was asked for; else the leading way beside staying, and beside the second."""
    if chosen:
        rival = _shown(board, against) if against and against != chosen else PRESENT
        pairs = [(_shown(board, chosen), rival)] if chosen != rival else []
    else:
        pairs = _leading_pairs(board)
    found = [turning_of(board, one, other) for one, other in pairs]
    return [turning for turning in found if turning]


def _shown(board: Board, key: str) -> str:
    """The key, of a way that is compared. Raises MissingError."""
    way = board.way(key)
    if way.is_aside:
        raise MissingError(
            gettext("“%(way)s” is put aside. Take it in again to compare it.") % {"way": way_name(way)}
        )
    return key


def _leading_pairs(board: Board) -> list[tuple[str, str]]:
    known = {way.key for way in others_of(board)}
    first, *rest = [key for key in in_order(board) if key in known]
    return [(first, PRESENT), *((first, second) for second in rest[:1])]


def _block(board: Board, turning: Turning) -> TurningBlock:
    return TurningBlock(
        title=wording.pair_words(board, turning),
        sentence=wording.turning_words(board, turning),
        conditions=wording.conditions(board, turning),
        powerless=wording.powerless_words(turning),
        swings=_swings(board, turning.swings[:SWINGS_SHOWN]),
    )


def _swings(board: Board, swings: tuple[Swing, ...]) -> list[SwingLine]:
    bars = swing_bars([(swing.at_low, swing.at_high) for swing in swings])
    return [
        SwingLine(
            name=wording.swing_name(board, swing),
            words=wording.swing_words(board, swing),
            low=wording.swing_end(board, swing, swing.low),
            at_low=wording.difference_words(swing.at_low),
            high=wording.swing_end(board, swing, swing.high),
            at_high=wording.difference_words(swing.at_high),
            bar=bar,
        )
        for swing, bar in zip(swings, bars, strict=True)
    ]


def _flips(board: Board) -> list[wording.FlipLine]:
    found = turns_of_first(board)
    return _flip_lines(board, found) if found else []


def _flip_lines(board: Board, found: Turns) -> list[wording.FlipLine]:
    if not found.flips:
        return [wording.FlipLine(wording.no_flip(board, found), found.second)]
    return wording.flip_lines(board, found.first, found.second, found.flips[:FLIPS_SHOWN])
