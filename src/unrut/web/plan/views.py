"""Step 4: one goal and its steps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from unrut.clock import now, today
from unrut.core.errors import InvalidInputError
from unrut.core.explore.ways import WayKind
from unrut.core.plan.steps import DAYS_OF_WEEK
from unrut.core.plan.templates import shipped_templates
from unrut.errors import status_of
from unrut.exporters.plan_calendar import plan_calendar
from unrut.models import Milestone, Person, Step
from unrut.queries.evidence import chain_of
from unrut.queries.explore import OPENING, RankedOption, option_of, ranking
from unrut.queries.frame import PRESENT, TREATED
from unrut.queries.plan import DatedStep, Plan, free_time, parked_goals, plan_of
from unrut.queries.strengths import steps_to_strengths
from unrut.queries.ways import WAY
from unrut.services.plan import (
    GoalChoice,
    choose_goal,
    finish_step,
    park_goal,
    postpone_step,
    reopen_step,
    resume_goal,
    save_free_time,
    skip_step,
)
from unrut.web.access import OwnedRequest, back
from unrut.web.errors import EXPECTED, sentence_of
from unrut.wording import explore as explore_wording
from unrut.wording import plan as wording
from unrut.wording.strengths import next_step_words

USUAL_MONTHS = {TREATED: 3, OPENING: 6, WAY: 12}
_STAYING = frozenset({WayKind.CHANGE, WayKind.INSIDE})
_SAME_FIELD = frozenset({WayKind.JOB})
_DAYS_OF_A_MONTH = 30.4


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A dated step with its sentences."""

    dated: DatedStep
    step: Step
    when: str
    waits: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A milestone with its steps, and how many of them are done; steps of none stand together."""

    milestone: Milestone | None
    steps: tuple[ShownStep, ...]
    sentence: str


@require_safe
def plan_page(request: OwnedRequest) -> HttpResponse:
    """The goal and why, this week, then the months with their milestones."""
    plan = plan_of(request.owner, today=today())
    if plan is None:
        context = {"options": _choices(request), "parked": parked_goals(request.owner)}
        return render(request, "plan/no_goal.html", context)
    context = {
        "plan": plan,
        "lead": wording.lead(plan),
        "week": [_shown(dated, plan) for dated in plan.week],
        "next": plan.next,
        "next_strengths": _next_strengths(request.owner, plan),
        "stretches": _stretches(plan),
        "conflicts": wording.conflicts(plan),
        "dates_sentence": wording.dates(plan),
        "time_sentence": wording.free_time(plan.free),
        "chain": chain_of(request.owner, plan.goal, today=today()),
        "parked": parked_goals(request.owner),
    }
    return render(request, "plan/plan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def goal_page(request: OwnedRequest) -> HttpResponse:
    """Choose one option as the goal, with a template of steps and a date."""
    if request.method != "POST":
        return render(request, "plan/goal.html", _goal_context(request, request.GET.get("option", "")))
    option = request.POST.get("option", "")
    try:
        choose_goal(request.owner, _posted_choice(request, option), today=today())
    except EXPECTED as error:
        told = sentence_of(error)
        context = {**_goal_context(request, option), "sentence": str(told), "typed": request.POST}
        return render(request, "plan/goal.html", context, status=status_of(told))
    messages.success(request, gettext("Your plan is drawn. The first step stands at the top."))
    return redirect("plan")


@require_POST
def park(request: OwnedRequest) -> HttpResponse:
    """Put the goal aside."""
    park_goal(request.owner)
    return redirect("plan")


@require_POST
def resume(request: OwnedRequest, goal_id: int) -> HttpResponse:
    """Take a parked goal up again."""
    resume_goal(request.owner, goal_id)
    return redirect("plan")


@require_safe
def step_page(request: OwnedRequest, step_id: int) -> HttpResponse:
    """One step, when it is, what it waits for, and why it is there at all."""
    plan = plan_of(request.owner, today=today())
    dated = plan.dated(step_id) if plan else None
    if plan is None or dated is None:
        raise Http404
    context = {
        "plan": plan,
        "shown": _shown(dated, plan),
        "why_then": wording.why_then(dated, plan) if dated.is_open else "",
        "repairs": [wording.repair_words(repair, plan) for repair in plan.repairs(dated)],
        "chain": chain_of(request.owner, plan.goal, today=today()),
    }
    return render(request, "plan/step.html", context)


@require_POST
def change_step(request: OwnedRequest, step_id: int, change: str) -> HttpResponse:
    """Done, not needed, later, or open again."""
    changes: dict[str, Callable[[Person, int], Step]] = {
        "done": lambda owner, key: finish_step(owner, key, today=today()),
        "skip": lambda owner, key: skip_step(owner, key, today=today()),
        "later": lambda owner, key: postpone_step(owner, key, today=today()),
        "reopen": reopen_step,
    }
    if change not in changes:
        raise Http404
    step = changes[change](request.owner, step_id)
    messages.success(request, wording.changed(step, change))
    return back(request, "plan")


@require_http_methods(["GET", "HEAD", "POST"])
def time_page(request: OwnedRequest) -> HttpResponse:
    """When there is time for oneself in an ordinary week."""
    if request.method == "POST":
        save_free_time(request.owner, [_posted_day(request, weekday) for weekday in range(DAYS_OF_WEEK)])
        return redirect("plan")
    days = [
        (weekday, wording.weekday(weekday), day) for weekday, day in enumerate(free_time(request.owner).days)
    ]
    return render(request, "plan/time.html", {"days": days})


@require_safe
def calendar(request: OwnedRequest) -> HttpResponse:
    """The dated steps as a calendar file."""
    plan = plan_of(request.owner, today=today())
    if plan is None:
        raise Http404
    content = plan_calendar(plan, made_at=now(), neutral="neutral" in request.GET)
    return HttpResponse(
        content,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="unrut.ics"'},
    )


def _shown(dated: DatedStep, plan: Plan) -> ShownStep:
    return ShownStep(dated, dated.step, wording.when(dated), wording.waits(dated, plan))


def _next_strengths(owner: Person, plan: Plan) -> str:
    """What the next step works to of that which others see."""
    step = plan.next.step if plan.next else None
    return next_step_words(steps_to_strengths(owner, [step]).get(step.pk, ())) if step else ""


def _stretches(plan: Plan) -> list[Stretch]:
    """Steps by milestone, in the order of the milestones; those of none at the end, where there are any."""
    by_milestone = {
        key: tuple(steps)
        for key, steps in groupby(
            sorted(plan.steps, key=lambda dated: dated.step.milestone_id or 0),
            key=lambda dated: dated.step.milestone_id,
        )
    }
    apart = [None] if None in by_milestone else []
    return [
        _stretch(milestone, by_milestone.get(milestone.pk if milestone else None, ()), plan)
        for milestone in (*plan.milestones, *apart)
    ]


def _stretch(milestone: Milestone | None, steps: Sequence[DatedStep], plan: Plan) -> Stretch:
    return Stretch(milestone, tuple(_shown(dated, plan) for dated in steps), wording.progress(steps))


def _choices(request: OwnedRequest) -> list[tuple[str, str, str]]:
    """Options that can become a goal: key, name, chance."""
    return [
        (option.key, explore_wording.option_name(option), explore_wording.better(option))
        for option in ranking(request.owner, today=today()).options
        if option.kind in {TREATED, OPENING, WAY}
    ][:5]


def _goal_context(request: OwnedRequest, key: str) -> dict[str, object]:
    option = option_of(request.owner, key, today=today())
    kind = option.kind if option else TREATED
    months = USUAL_MONTHS.get(kind, USUAL_MONTHS[OPENING])
    return {
        "option": option,
        "key": key if option else TREATED,
        "name": explore_wording.option_name(option) if option else "",
        "title": wording.proposed_title(option),
        "templates": list(shipped_templates().values()),
        "suggested": _suggested(option),
        "target_on": today() + timedelta(days=round(months * _DAYS_OF_A_MONTH)),
        "earliest": today() + timedelta(days=14),
    }


def _suggested(option: RankedOption | None) -> str:
    """The template that suits an option."""
    if option is None or option.kind in {PRESENT, TREATED} or option.way in _STAYING:
        return "stay_and_change"
    return "new_job" if option.kind == OPENING or option.way in _SAME_FIELD else "new_field"


def _posted_choice(request: OwnedRequest, option: str) -> GoalChoice:
    return GoalChoice(
        option=option,
        template=request.POST.get("template", ""),
        title=request.POST.get("title", ""),
        target_on=_posted_date(request.POST.get("target_on", "")),
        field=request.POST.get("field", ""),
        reason=request.POST.get("reason", ""),
    )


def _posted_date(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise InvalidInputError(f'"{written}" is not a day. Write it like 2027-06-30.') from error


def _posted_day(request: OwnedRequest, weekday: int) -> tuple[time, int]:
    minutes, start = request.POST.get(f"minutes-{weekday}", ""), request.POST.get(f"start-{weekday}", "")
    try:
        return time.fromisoformat(start), int(minutes or 0)
    except ValueError as error:
        raise InvalidInputError(
            f'"{start}" and "{minutes}" are not a time and a number of minutes. Write them like 18:30 and 60.'
        ) from error
