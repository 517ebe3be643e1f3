"""Managers, teams, projects and places, a line each."""

from collections.abc import Sequence
from typing import Any

from unrut.models import Circumstance
from unrut.wording.numbers import day


def lines(rows: Sequence[Circumstance]) -> list[str]:
    """All of them, or what to do when there are none."""
    if rows:
        return [row_line(row) for row in rows]
    return ['Nothing yet. Say it like: unrut circumstance add manager "Dora" --since 2025-03-01']


def row_line(row: Circumstance) -> str:
    """Number, kind, name and time of one."""
    until = f" until {day(row.ended_on)}" if row.ended_on else ""
    return f"{row.pk}  {row.kind} {row.name}, since {day(row.started_on)}{until}"


def values(rows: Sequence[Circumstance]) -> list[dict[str, Any]]:
    """All of them for scripts."""
    return [
        {
            "number": row.pk,
            "kind": row.kind,
            "name": row.name,
            "since": row.started_on.isoformat(),
            "until": row.ended_on.isoformat() if row.ended_on else None,
        }
        for row in rows
    ]
