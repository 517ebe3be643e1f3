"""The dated steps of a plan as a calendar file."""

from datetime import datetime

from unrut.exporters.calendar_file import CalendarEvent, calendar_file
from unrut.queries.plan import DatedStep, Plan

NAME = "Unrut"
NEUTRAL_TITLE = "Time for myself"


def plan_calendar(plan: Plan, *, made_at: datetime, neutral: bool) -> bytes:
    """All open steps that have a date. A neutral file can lie in a calendar that others see."""
    events = [event for dated in plan.steps if (event := _event(dated, plan, neutral=neutral))]
    return calendar_file(events, name=NEUTRAL_TITLE if neutral else NAME, made_at=made_at)


def _event(dated: DatedStep, plan: Plan, *, neutral: bool) -> CalendarEvent | None:
    if dated.sitting is None or not dated.is_open:
        return None
    return CalendarEvent(
        uid=f"{dated.step.uid}@unrut",
        title=NEUTRAL_TITLE if neutral else dated.step.text,
        day=dated.sitting.day,
        start=dated.sitting.start,
        minutes=dated.sitting.minutes,
        note="" if neutral else _note(dated, plan),
    )


def _note(dated: DatedStep, plan: Plan) -> str:
    """What is there afterwards, and the goal it leads to."""
    return "\n".join(part for part in (dated.step.result, plan.goal.title) if part)
