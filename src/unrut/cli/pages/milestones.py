"""Points ahead, a line each or in full, and as values for scripts."""

from collections.abc import Iterable, Sequence
from typing import Any

from unrut.models import Milestone
from unrut.queries.milestones import PointAhead, RungView
from unrut.wording import milestones as wording
from unrut.wording.numbers import day


def points_lines(points: Sequence[PointAhead]) -> list[str]:
    """All of them, or what to do when there are none."""
    if not points:
        return ['Nothing is set yet. Set a point ahead with: unrut milestones set "A first customer"']
    return [line for point in points for line in (_head(point), *_indented(_told(point)))]


def point_lines(point: PointAhead) -> list[str]:
    """One in full."""
    told = [*_told(point), wording.chance_by(point), ""]
    told += [_rung_line(rung, point) for rung in point.rungs]
    if nearer := wording.nearer(point):
        told += ["", "What would bring it nearer", *nearer]
    return [_head(point), *_indented(line for number, line in enumerate(told) if line or number)]


def reached_line(milestone: Milestone) -> str:
    """What was said of a milestone."""
    if milestone.reached_on is None:
        return f"Not reached after all: {milestone.name}"
    return f"Reached on {day(milestone.reached_on)}: {milestone.name}"


def point_values(point: PointAhead) -> dict[str, Any]:
    """One for scripts."""
    found = point.attain
    return {
        "number": point.milestone.pk if point.milestone else None,
        "goal": point.goal.title if point.goal else None,
        "name": point.name,
        "due_on": point.due_on,
        "p10": found.p10,
        "p50": found.p50,
        "p80": found.p80,
        "chance": found.chance,
        "ground": found.ground.value,
        "rungs": [_rung_values(rung, point) for rung in point.rungs],
        "nearer": [
            {
                "kind": change.kind.value,
                "rung": change.key,
                "p50": change.p50,
                "days_gained": change.days_gained,
            }
            for change in found.nearer
        ],
    }


def _rung_values(rung: RungView, point: PointAhead) -> dict[str, Any]:
    days = point.attain.rungs.get(f"milestone-{rung.milestone.pk}")
    return {
        "number": rung.milestone.pk,
        "name": rung.milestone.name,
        "reached_on": rung.milestone.reached_on,
        "sittings_left": None if rung.is_reached else rung.sittings,
        "p50": days.p50 if days else None,
        "p80": days.p80 if days else None,
        "shown_by": [row.pk for row in rung.shown_by],
        "is_next": rung.is_next,
    }


def _head(point: PointAhead) -> str:
    name = f"{point.milestone.pk}  {point.name}" if point.milestone else f"Your goal: {point.name}"
    so_far = wording.so_far(point)
    return f"{name} ({so_far})" if so_far else name


def _told(point: PointAhead) -> list[str]:
    return [line for line in (wording.when(point), wording.ground(point), wording.next_rung(point)) if line]


def _rung_line(rung: RungView, point: PointAhead) -> str:
    mark = "x" if rung.is_reached else ">" if rung.is_next else " "
    return f"[{mark}] {rung.milestone.pk}  {rung.milestone.name}, {wording.rung_when(rung, point)}"


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}".rstrip() for line in lines]
