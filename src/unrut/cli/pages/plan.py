"""The goal, its steps, and the way from a step back to the notes."""

from collections.abc import Sequence
from typing import Any

from unrut.cli.output import indented, section
from unrut.cli.pages.explore import want_line
from unrut.cli.pages.notes import note_values, quotes
from unrut.core.reflect.causes import Cause
from unrut.models import Goal
from unrut.queries.evidence import Chain, Ground
from unrut.queries.plan import DatedStep, Plan
from unrut.wording.explore import better, fit_range, option_name
from unrut.wording.numbers import weeks_named
from unrut.wording.plan import conflicts, dates, free_time, lead, progress, waits, when
from unrut.wording.strengths import next_step_words

NO_GOAL = (
    "There is no goal yet. See your options with unrut rank, "
    "then choose one: unrut goal --choose KEY --plan TEMPLATE --by DATE."
)


def goal_lines(plan: Plan | None, chain: Chain | None, parked: Sequence[Goal]) -> list[str]:
    """The goal with its evidence, and the goals put aside."""
    aside = section("Put aside", [f"{goal.pk:4d}  {goal.title}" for goal in parked])
    if plan is None or chain is None:
        return [NO_GOAL, *aside]
    return [
        plan.goal.title,
        *([plan.goal.reason] if plan.goal.reason else []),
        f"{progress(plan.steps)}. {dates(plan)}",
        *([conflicts(plan)] if plan.schedule.conflicts else []),
        *section("Why", chain_lines(chain)),
        *aside,
    ]


def goal_values(plan: Plan | None, chain: Chain | None, parked: Sequence[Goal]) -> dict[str, Any]:
    """The goal for scripts; null while there is none."""
    return {
        "goal": _goal(plan.goal) if plan else None,
        "why": chain_values(chain) if chain else None,
        "parked": [_goal(goal) for goal in parked],
    }


def next_lines(plan: Plan | None, chain: Chain | None, strengths: Sequence[str] = ()) -> list[str]:
    """The next step and this week's; with a chain, the way back from the step to the notes.

    `strengths` are those others see that the next step works to.
    """
    if plan is None:
        return [NO_GOAL]
    coming = [plan.next] if plan.next and plan.next not in plan.week else []
    return [
        lead(plan),
        *filter(None, [next_step_words(strengths)]),
        *section("This week", _steps(plan.week, plan)),
        *section("After that", _steps(coming, plan)),
        *section("Done this week", [dated.step.text for dated in plan.done_this_week]),
        *([] if plan.week else ["", free_time(plan.free)]),
        *(section("Why", [f"It leads to: {plan.goal.title}", *chain_lines(chain)]) if chain else []),
    ]


def next_values(plan: Plan | None, chain: Chain | None, strengths: Sequence[str] = ()) -> dict[str, Any]:
    """The steps for scripts."""
    if plan is None:
        return {
            "goal": None,
            "next": None,
            "next_strengths": [],
            "week": [],
            "done_this_week": [],
            "why": None,
        }
    return {
        "goal": _goal(plan.goal),
        "next": step_values(plan.next, plan) if plan.next else None,
        "next_strengths": list(strengths),
        "week": [step_values(dated, plan) for dated in plan.week],
        "done_this_week": [step_values(dated, plan) for dated in plan.done_this_week],
        "why": chain_values(chain) if chain else None,
    }


def step_values(dated: DatedStep, plan: Plan) -> dict[str, Any]:
    """A step for scripts."""
    step, sitting = dated.step, dated.sitting
    return {
        "id": step.pk,
        "text": step.text,
        "result": step.result,
        "strand": step.strand,
        "minutes": step.minutes,
        "day": sitting.day if sitting else None,
        "start": sitting.start if sitting else None,
        "done_on": step.done_on,
        "skipped_on": step.skipped_on,
        "waits": waits(dated, plan),
    }


def chain_lines(chain: Chain) -> list[str]:
    """From the goal to the option, to what is wanted, to what weighs or lifts, to the dated notes."""
    option = chain.option
    source = (
        f"It came from: {option_name(option)}, {fit_range(option)}; {better(option)}"
        if option
        else "The option it came from is gone; your wants speak for it."
    )
    return [source, *(line for ground in chain.grounds for line in _ground(ground))]


def chain_values(chain: Chain) -> dict[str, Any]:
    """The same for scripts."""
    return {
        "option": chain.option.key if chain.option else None,
        "grounds": [
            {
                "facet": ground.want.facet,
                "weight": ground.want.weight,
                "wanted": ground.want.wanted,
                "weighs_in_weeks": len(ground.cause.weeks) if ground.cause else 0,
                "lifts_in_weeks": len(ground.energy.weeks) if ground.energy else 0,
                "notes": note_values(ground.notes),
            }
            for ground in chain.grounds
        ],
    }


def _ground(ground: Ground) -> list[str]:
    told = [_named("It weighs on you", ground.cause), _named("It gives you energy", ground.energy)]
    return [
        f"You want: {want_line(ground.want).strip()}",
        *indented([*filter(None, told), *quotes(ground.notes)]),
    ]


def _named(words: str, cause: Cause | None) -> str:
    return f"{words}: {weeks_named(len(cause.weeks), cause.answered)}" if cause else ""


def _steps(steps: Sequence[DatedStep], plan: Plan) -> list[str]:
    return [line for dated in steps for line in _step(dated, plan)]


def _step(dated: DatedStep, plan: Plan) -> list[str]:
    """The number that names it, what to do, when, what is there afterwards, and what it waits for."""
    after = [f"Then you have: {dated.step.result}"] if dated.step.result else []
    told = [when(dated), *after, waits(dated, plan)]
    return [f"{dated.step.pk:4d}  {dated.step.text}", *(f"      {line}" for line in filter(None, told))]


def _goal(goal: Goal) -> dict[str, Any]:
    names = ("id", "title", "field", "reason", "option", "template", "started_on", "target_on", "state")
    return {name: getattr(goal, name) for name in names}
