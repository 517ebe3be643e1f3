"""The ways out beside each other over time, and what would turn it."""

from dataclasses import asdict
from typing import Any

from unrut.cli.output import indented, section
from unrut.core.explore.outcomes import Outcome
from unrut.queries.frame import PRESENT
from unrut.queries.outcomes import Board, Turning, turning_of
from unrut.queries.turns import in_order, turns_of_first
from unrut.wording import outcomes as wording
from unrut.wording.numbers import chance
from unrut.wording.ways import better_lines, others_of, way_name

FLIPS_SHOWN = 3


def compare_lines(board: Board, key: str, against: str, *, why: bool) -> list[str]:
    """All ways, likeliest best first, or one beside another; with `why` also what would turn it."""
    chosen = _chosen(board, key, against)
    told = [wording.lead(board), *wording.notices(board)]
    for outcome in chosen:
        told += section(f"{way_name(board.way(outcome.key))} [{outcome.key}]", _outcome_lines(outcome))
    if not key and wording.both_words(board):
        told += ["", wording.both_words(board)]
    for turning in _turnings(board, key, against) if key or why else []:
        told += _turning_lines(board, turning, why=why)
    if why and not key:
        told += section("A single weight or fact", _flip_lines(board))
    return told


def compare_values(board: Board, key: str, against: str) -> dict[str, Any]:
    """The same for scripts; `better` and `values` are over 18 and over 60 months, in this order."""
    return {
        "lead": wording.lead(board),
        "winner": board.outcomes.winner if board.outcomes else None,
        "outcomes": [asdict(outcome) for outcome in _chosen(board, key, against)],
        "turning": [asdict(turning) for turning in _turnings(board, key, against)],
    }


def _chosen(board: Board, key: str, against: str) -> list[Outcome]:
    """The outcomes asked for, likeliest best first. Raises MissingError for a key that is none."""
    asked = {board.way(each).key for each in (key, against)} if key else None
    found = [board.outcome(each) for each in in_order(board) if asked is None or each in asked]
    return [outcome for outcome in found if outcome is not None]


def _turnings(board: Board, key: str, against: str) -> list[Turning]:
    """What would turn the pair asked for; else the likeliest best way beside the one it is compared with."""
    if not key:
        others = {way.key for way in others_of(board)}
        key = next((each for each in in_order(board) if each in others and each != against), against)
    turning = None if key == against else turning_of(board, key, against)
    return [turning] if turning else []


def _outcome_lines(outcome: Outcome) -> list[str]:
    staying = outcome.key == PRESENT
    return [
        *better_lines(outcome),
        *([] if staying else [f"Being there within a year and a half: {wording.there_words(outcome)}."]),
        f"The best of all over five years: {chance(outcome.best)}.",
        f"Worth of these years: {wording.value_words(outcome)}.",
        wording.regret_words(outcome),
    ]


def _turning_lines(board: Board, turning: Turning, *, why: bool) -> list[str]:
    told = [wording.turning_words(board, turning)]
    if why:
        told += indented(wording.conditions(board, turning))
    told += [words for words in [wording.powerless_words(turning)] if words]
    swings = [
        f"{wording.swing_name(board, each)}. {wording.swing_words(board, each)}" for each in turning.swings
    ]
    pair = wording.pair_words(board, turning)
    return [*section(pair, told), *(section("What moves it most", swings) if why else [])]


def _flip_lines(board: Board) -> list[str]:
    found = turns_of_first(board)
    if found is None:
        return []
    lines = wording.flip_lines(board, found.first, found.second, found.flips[:FLIPS_SHOWN])
    return [line.words for line in lines] or [wording.no_flip(board, found)]
