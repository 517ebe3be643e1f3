"""What the commands about watched boards print."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from unrut.cli.output import indented
from unrut.models import Board
from unrut.services.boards import BoardLook, UpdateResult

NOT_YET = "Not looked at yet."


def watch_lines(board: Board) -> list[str]:
    """What is watched now, and what comes next."""
    where = board.address if board.format else "its board is looked for at the next update"
    return [f"Watching {board} ({where}).", "Nothing was asked yet. To look at it: unrut openings update"]


def watched_lines(boards: Sequence[Board]) -> list[str]:
    """The watched boards."""
    if not boards:
        return ["No board is watched. Begin with: unrut openings watch ADDRESS or COMPANY"]
    return [line for board in boards for line in _board_lines(board)]


def board_values(board: Board) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "id": board.pk,
        "address": board.address,
        "format": board.format,
        "company": board.company,
        "added_on": board.added_on,
        "fetched_at": board.fetched_at,
        "outcome": board.outcome,
        "said": board.said,
        "failures": board.failures,
        "retry_at": board.retry_at,
    }


def update_lines(result: UpdateResult) -> list[str]:
    """What a round came to: what was read, then what was not, and why."""
    if not result.total:
        return watched_lines([])
    fine = [look for look in result.looks if not look.is_failed]
    return [
        *_look_lines(fine),
        *([f"Not read ({len(result.failed)} of {result.total}):"] if result.failed else []),
        *indented(_look_lines(result.failed)),
        *(_stopped_lines(result) if result.is_stopped else []),
    ]


def update_values(result: UpdateResult) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "total": result.total,
        "is_stopped": result.is_stopped,
        "failed": len(result.failed),
        "boards": [{**asdict(look), "is_failed": look.is_failed} for look in result.looks],
    }


def _board_lines(board: Board) -> list[str]:
    when = f"{board.fetched_at.astimezone():%Y-%m-%d}: {board.said}" if board.fetched_at else NOT_YET
    named = f"{board.pk:>4}  {board}" + (f"  {board.address}" if board.company and board.format else "")
    return [named, *indented(indented(indented([when])))]


def _look_lines(looks: Iterable[BoardLook]) -> list[str]:
    return [f"{look.name}: {look.said}" for look in looks]


def _stopped_lines(result: UpdateResult) -> list[str]:
    return [
        f"Stopped after {len(result.looks)} of {result.total} boards. To go on: unrut openings update",
    ]
