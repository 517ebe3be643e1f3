"""Ways out: in a list, and one by one with all that is known of them."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from unrut.cli.output import indented, section
from unrut.core.explore.criteria import want_name
from unrut.core.explore.levels import UNKNOWN
from unrut.core.explore.moves import moves_for
from unrut.core.explore.outcomes import Band, Outcome
from unrut.core.explore.ways import WayKind
from unrut.core.facets import shipped_vocabulary
from unrut.queries.outcomes import Board
from unrut.queries.ways import WayView
from unrut.wording.explore import level_words, source_words
from unrut.wording.numbers import chance
from unrut.wording.way_money import money_lines, more_then
from unrut.wording.ways import (
    better_lines,
    board_lead,
    facts_line,
    figure_name,
    figure_words,
    lasting_sentence,
    origin_words,
    phase_names,
    way_lead,
    way_name,
)


def board_lines(board: Board) -> list[str]:
    """All ways, staying first, each with the key that names it."""
    told = [board_lead(board)]
    for view in board.ways:
        told += ["", f"{way_name(view)} [{view.key}]", *indented(_below(board, view))]
    told += section("Put aside", [f"{way_name(view)} [{view.key}]" for view in board.aside])
    if board.purse is None:
        told += ["", "Say what money there is, and savings and payback appear: unrut options money."]
    return told


def board_values(board: Board) -> dict[str, Any]:
    """All ways for scripts."""
    outcomes = board.outcomes
    return {
        "lead": board_lead(board),
        "are_wants_proposed": board.frame.are_wants_proposed,
        "winner": outcomes.winner if outcomes else None,
        "ways": [_summary(board, view) for view in (*board.ways, *board.aside)],
    }


def way_lines(board: Board, view: WayView, *, why: bool) -> list[str]:
    """One way; with `why` where everything comes from, and what to do and to say about the job changed."""
    outcome = board.outcome(view.key)
    told = [way_lead(view, outcome), *indented(facts_line(view, _currency(board)))]
    if outcome is not None:
        told += indented(better_lines(outcome))
        told += section("How the weeks would be, in points of 100", _phase_lines(outcome))
        if outcome.money is not None and board.purse is not None:
            more = more_then(view, board.purse)
            told += section("Money", money_lines(outcome.money, _currency(board), more=more))
    if lasting := lasting_sentence(view):
        told += ["", lasting]
    told += section("Figures", _figure_lines(board, view, why=why))
    told += section("How it would be there", _level_lines(board, view, why=why))
    if why and view.kind is WayKind.CHANGE:
        told += _move_lines(board)
    return told


def way_values(board: Board, view: WayView) -> dict[str, Any]:
    """One way for scripts, with all its figures and levels."""
    told = {
        **_summary(board, view),
        "figures": {
            figure.value: {
                **asdict(found.estimate),
                "origin": found.origin.value,
                "source": found.source,
            }
            for figure, found in view.figures.items()
        },
        "levels": {facet: asdict(level) for facet, level in view.levels.items()},
        "answered": dict(view.answered),
    }
    if view.kind is WayKind.CHANGE:
        told["moves"] = asdict(moves_for(board.frame.picture.causes, shipped_vocabulary()))
    return told


def band_words(band: Band) -> str:
    """A middle with the range that holds four cases of five."""
    return f"{round(band.middle)}, between {round(band.low)} and {round(band.high)}"


def _summary(board: Board, view: WayView) -> dict[str, Any]:
    outcome = board.outcome(view.key)
    row = view.way
    return {
        "key": view.key,
        "kind": view.kind.value,
        "title": way_name(view),
        "is_aside": view.is_aside,
        "excites": row.excites if row else None,
        "stage": row.stage if row else 0,
        "opening": row.opening_id if row else None,
        "outcome": asdict(outcome) if outcome else None,
    }


def _below(board: Board, view: WayView) -> list[str]:
    outcome = board.outcome(view.key)
    facts = facts_line(view, _currency(board))
    return [*(better_lines(outcome) if outcome else []), *(["; ".join(facts)] if facts else [])]


def _phase_lines(outcome: Outcome) -> list[str]:
    phases = zip(phase_names(), outcome.phases, strict=True)
    return [
        *(f"{name}: {band_words(band)}" for name, band in phases),
        f"once there: {band_words(outcome.there)}; {chance(outcome.there_soon)} there within a year and a half",
    ]


def _figure_lines(board: Board, view: WayView, *, why: bool) -> list[str]:
    told = []
    for figure, found in view.figures.items():
        words = f"{figure_name(figure)}: {figure_words(figure, found.estimate, _currency(board))}"
        told.append(f"{words} ({origin_words(found)})" if why else words)
    return told


def _level_lines(board: Board, view: WayView, *, why: bool) -> list[str]:
    told = []
    for want in board.frame.wants:
        level = view.levels.get(want.facet, UNKNOWN)
        words = f"{want_name(want, shipped_vocabulary())} ({want.facet}): {level_words(want.facet, level)}"
        told.append(f"{words} ({source_words(level)})" if why and level.is_known else words)
    return told


def _move_lines(board: Board) -> list[str]:
    found = moves_for(board.frame.picture.causes, shipped_vocabulary())
    return [
        *section("What you can change yourself", _texts(found.moves)),
        *section("What you can ask for, in these words or your own", [found.request.words]),
    ]


def _texts(moves: Sequence[Any]) -> list[str]:
    return [move.text for move in moves]


def _currency(board: Board) -> str:
    return board.purse.currency if board.purse else ""
