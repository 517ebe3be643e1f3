"""The goal, its steps, and the time there is for them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db import transaction

from unrut.clock import monday_of
from unrut.core.errors import InvalidInputError
from unrut.core.plan.steps import DayTime, FreeTime
from unrut.core.plan.templates import DrawnPlan, draw_up, shipped_templates
from unrut.errors import MissingError
from unrut.models import (
    Accomplishment,
    AccomplishmentSource,
    FreeDay,
    Goal,
    GoalState,
    Milestone,
    Opening,
    Person,
    Step,
    Way,
)
from unrut.queries.explore import OPENING
from unrut.queries.frame import PRESENT, TREATED
from unrut.queries.scope import of, one
from unrut.queries.ways import WAY

LONGEST_PLAN = timedelta(days=10 * 366)
_A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class GoalChoice:
    """What the person chose: an option of "What would fit", a template of steps, and a date."""

    option: str
    template: str
    title: str
    target_on: date
    field: str = ""
    reason: str = ""


def choose_goal(owner: Person, choice: GoalChoice, *, today: date) -> Goal:
    """Make this the one goal and draw up its plan; the goal there was is parked, not lost.

    Raises InvalidInputError when the template is unknown or the date cannot be kept, MissingError when the option is gone.
    """
    template = shipped_templates().get(choice.template)
    if template is None:
        known = ", ".join(shipped_templates())
        raise InvalidInputError(f'There is no plan called "{choice.template}". Choose one of {known}.')
    title = choice.title.strip()
    if not title:
        raise InvalidInputError("The goal has no name. Say in a few words what you want to reach.")
    if choice.target_on > today + LONGEST_PLAN:
        raise InvalidInputError(
            f"{choice.target_on:%d %B %Y} is more than ten years away. Choose a nearer date."
        )
    drawn = draw_up(
        template, target=title, field=choice.field.strip() or title, today=today, by=choice.target_on
    )
    with transaction.atomic():
        of(Goal, owner).filter(state=GoalState.CURRENT).update(state=GoalState.PARKED)
        goal = Goal.objects.create(
            owner=owner,
            title=title[:300],
            field=choice.field.strip()[:200],
            reason=choice.reason.strip(),
            option=choice.option,
            opening=_opening_of(owner, choice.option),
            template=template.id,
            started_on=today,
            target_on=choice.target_on,
            state=GoalState.CURRENT,
        )
        _store_plan(owner, goal, drawn)
    return goal


def park_goal(owner: Person) -> None:
    """Put the current goal aside with all its steps."""
    of(Goal, owner).filter(state=GoalState.CURRENT).update(state=GoalState.PARKED)


def resume_goal(owner: Person, goal_id: int) -> Goal:
    """Take a parked goal up again; the current one is parked.

    Raises MissingError.
    """
    with transaction.atomic():
        goal = one(Goal, owner, goal_id)
        park_goal(owner)
        goal.state = GoalState.CURRENT
        goal.save(update_fields=["state"])
    return goal


def finish_step(owner: Person, step_id: int, *, today: date) -> Step:
    """Mark a step as done; it becomes an accomplishment.

    Raises MissingError.
    """
    with transaction.atomic():
        step = one(Step, owner, step_id)
        step.done_on, step.skipped_on = step.done_on or today, None
        step.save(update_fields=["done_on", "skipped_on"])
        fields = {
            "happened_on": step.done_on,
            "text": step.result or step.text,
            "source": AccomplishmentSource.STEP,
        }
        Accomplishment.objects.get_or_create(owner=owner, step=step, defaults=fields)
    return step


def skip_step(owner: Person, step_id: int, *, today: date) -> Step:
    """Mark a step as not needed; what waited for it waits no longer.

    Raises MissingError.
    """
    step = reopen_step(owner, step_id)
    step.skipped_on = today
    step.save(update_fields=["skipped_on"])
    return step


def postpone_step(owner: Person, step_id: int, *, today: date) -> Step:
    """Not this week: the step comes back next Monday at the earliest.

    Raises MissingError.
    """
    step = one(Step, owner, step_id)
    step.not_before = max(step.not_before or today, monday_of(today) + _A_WEEK)
    step.save(update_fields=["not_before"])
    return step


def reopen_step(owner: Person, step_id: int) -> Step:
    """Neither done nor skipped after all; the accomplishment made of it goes.

    Raises MissingError.
    """
    with transaction.atomic():
        step = one(Step, owner, step_id)
        step.done_on = step.skipped_on = None
        step.save(update_fields=["done_on", "skipped_on"])
        of(Accomplishment, owner).filter(step=step).delete()
    return step


def save_free_time(owner: Person, days: Sequence[tuple[time, int]]) -> FreeTime:
    """Say when there is time: start and minutes of each weekday, Monday first.

    Raises InvalidInputError when it is not seven days or a time does not fit in its day.
    """
    free = FreeTime(tuple(DayTime(start, minutes) for start, minutes in days))
    with transaction.atomic():
        for weekday, day in enumerate(free.days):
            FreeDay.objects.update_or_create(
                owner=owner, weekday=weekday, defaults={"start": day.start, "minutes": day.minutes}
            )
    return free


def _opening_of(owner: Person, option: str) -> Opening | None:
    kind, _, key = option.partition("-")
    if option in {PRESENT, TREATED}:
        return None
    if kind == WAY and key.isdecimal():
        return one(Way, owner, int(key)).opening
    if kind == OPENING and key.isdecimal():
        return one(Opening, owner, int(key))
    raise MissingError(f'"{option}" is not one of your options any more. Choose again under What would fit.')


def _store_plan(owner: Person, goal: Goal, plan: DrawnPlan) -> None:
    sizes = Counter(drawn.milestone for drawn in plan.steps)
    milestones = {
        drawn.id: Milestone.objects.create(
            owner=owner,
            goal=goal,
            name=drawn.name,
            test=drawn.test,
            due_on=drawn.due,
            position=position,
            size=sizes[drawn.id] or None,
        )
        for position, drawn in enumerate(plan.milestones)
    }
    steps = {
        drawn.id: Step.objects.create(
            owner=owner,
            goal=goal,
            milestone=milestones[drawn.milestone],
            strand=drawn.strand.value,
            text=drawn.text[:300],
            result=drawn.result[:300],
            minutes=drawn.minutes,
            position=position,
            waiting_days=drawn.waiting_days,
            not_before=drawn.not_before,
            deadline=drawn.deadline,
        )
        for position, drawn in enumerate(plan.steps)
    }
    _link(plan, steps)


def _link(plan: DrawnPlan, steps: Mapping[str, Step]) -> None:
    links = [
        Step.after.through(from_step_id=steps[drawn.id].pk, to_step_id=steps[before].pk)
        for drawn in plan.steps
        for before in drawn.after
    ]
    Step.after.through.objects.bulk_create(links)
