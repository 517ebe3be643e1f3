"""Decisions: the open one, past ones, what is due, what was told of the ways, and how well predictions held."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from unrut.core.explore.calibration import Calibration, Prediction, calibration
from unrut.core.explore.decisions import Criterion, is_due, proposed_criteria, reviews_due
from unrut.models import Decision, DecisionReview, Person, WayTest
from unrut.models.way_test import CERTAIN
from unrut.queries.scope import of

if TYPE_CHECKING:
    from unrut.core.explore.outcomes import Outcome
    from unrut.queries.outcomes import Board
    from unrut.queries.ways import WayView

MOST_CAUSES = 5
"""Causes kept with a decision: more than these are not what one decided for."""
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decision that is still open, and those that were made, newest first."""

    open: Decision | None
    past: tuple[Decision, ...]


class DueKind(StrEnum):
    """What a day asks for."""

    DECIDE = "decide"
    LOOK_BACK = "look_back"


@dataclass(frozen=True, slots=True)
class Due:
    """Something about a decision that is due; `days` after the change for a look back."""

    kind: DueKind
    decision: Decision
    days: int = 0


def decisions_of(owner: Person) -> Decisions:
    """All decisions of a person."""
    rows = list(of(Decision, owner).select_related("way"))
    made = [row for row in rows if row.made_on is not None]
    return Decisions(
        open=next((row for row in rows if row.made_on is None), None),
        past=tuple(sorted(made, key=lambda row: (row.made_on or row.opened_on, row.pk), reverse=True)),
    )


def reviews_of(owner: Person, decision: Decision) -> list[DecisionReview]:
    """The looks back at a decision, the earliest first."""
    return list(of(DecisionReview, owner).filter(decision=decision))


def look_back_due(owner: Person, decision: Decision, *, today: date) -> int | None:
    """The look back that is due, in days after the change; the latest one, since all ask about now."""
    if decision.began_on is None:
        return None
    done = [review.days for review in reviews_of(owner, decision)]
    due = [days for days in reviews_due(decision.began_on, done, today) if days > max(done, default=0)]
    return max(due, default=None)


def look_back_day(decision: Decision, days: int) -> date | None:
    """The day from which a look back can be made; None while the change has not begun."""
    return decision.began_on + timedelta(days=days) if decision.began_on else None


def due_today(owner: Person, today: date) -> tuple[Due, ...]:
    """What asks for a quiet line: a day to decide that has come, and looks back that can be made."""
    found = decisions_of(owner)
    decide = [Due(DueKind.DECIDE, found.open)] if found.open and is_due(found.open.decide_on, today) else []
    look_backs = [
        Due(DueKind.LOOK_BACK, decision, days)
        for decision in found.past
        if (days := look_back_due(owner, decision, today=today))
    ]
    return (*decide, *look_backs)


def predictions_of(owner: Person) -> list[Prediction]:
    """What was said beforehand and what came: tests with a result, and decisions one has looked back at."""
    tests = [
        Prediction(test.chance / CERTAIN, bool(test.came)) for test in of(WayTest, owner).exclude(result=None)
    ]
    again = {review.decision_id: review.again for review in of(DecisionReview, owner).order_by("days", "pk")}
    decisions = [
        Prediction(decision.sure / CERTAIN, again[decision.pk])
        for decision in of(Decision, owner).exclude(sure=None)
        if decision.sure is not None and decision.pk in again
    ]
    return [*tests, *decisions]


def calibration_of(owner: Person) -> Calibration:
    """How well what was said beforehand held."""
    return calibration(predictions_of(owner))


def figures_now(board: "Board", name_of: "Callable[[WayView], str]") -> list[dict[str, Any]]:
    """What is told of each way today, as it is kept with a decision; nothing while nothing is wanted.

    `name_of` gives what a way is called on the screen, which is what one will know it by later.
    """
    outcomes = board.outcomes.outcomes if board.outcomes else ()
    return [_figures(name_of(board.way(outcome.key)), outcome) for outcome in outcomes]


def causes_now(board: "Board") -> dict[str, float]:
    """The share of weeks that named each of the strongest causes."""
    return {cause.facet: round(cause.share, _DIGITS) for cause in board.frame.picture.causes[:MOST_CAUSES]}


def _figures(title: str, outcome: "Outcome") -> dict[str, Any]:
    soon, late = outcome.better
    value = outcome.values[-1]
    told = {
        "there_soon": outcome.there_soon,
        "better_soon": soon,
        "better_late": late,
        "best": outcome.best,
        "low": value.low,
        "middle": value.middle,
        "high": value.high,
    }
    return {
        "key": outcome.key,
        "title": title,
        **{name: round(float(figure), _DIGITS) for name, figure in told.items()},
    }


def criteria_now(board: "Board") -> list[Criterion]:
    """What one could agree on beforehand, from what is known of the ways today."""
    # Inline: numpy takes a fifth of a second that only this needs.
    from unrut.queries.turns import turns_of_first  # noqa: PLC0415

    found = turns_of_first(board)
    return list(proposed_criteria(found.flips if found else ()))
