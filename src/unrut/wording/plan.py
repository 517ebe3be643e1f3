"""The plan, its dates and its difficulties, in sentences."""

from collections.abc import Sequence

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext, ngettext

from unrut.core.plan.reasons import Why
from unrut.core.plan.repairs import Repair, RepairKind
from unrut.core.plan.schedule import ConflictKind
from unrut.core.plan.steps import FreeTime
from unrut.models import Step
from unrut.queries.explore import OPENING, RankedOption
from unrut.queries.plan import DatedStep, Plan
from unrut.queries.ways import WAY
from unrut.wording.numbers import clock, day, length, listed, short_day

MOST_NAMED, LONGEST_NAMED = 3, 60


def lead(plan: Plan) -> str:
    """The first line of "Plan": the next step and when it is."""
    if plan.next is None or plan.next.sitting is None:
        return gettext("Every step of this plan is done.")
    return gettext("Next: %(step)s. %(when)s.") % {
        "step": plan.next.step.text.rstrip("."),
        "when": when(plan.next),
    }


def when(dated: DatedStep) -> str:
    """When a step is or was."""
    if dated.step.done_on:
        return gettext("Done on %(day)s") % {"day": day(dated.step.done_on)}
    if dated.step.skipped_on:
        return gettext("Not needed")
    if dated.sitting is None:
        return gettext("No date yet")
    return gettext("%(day)s at %(time)s, %(length)s") % {
        "day": short_day(dated.sitting.day),
        "time": clock(dated.sitting.start),
        "length": length(dated.sitting.minutes),
    }


def waits(dated: DatedStep, plan: Plan) -> str:
    """What a step waits for, or why it has no good date; empty when nothing stands in its way."""
    conflict = plan.conflict(dated)
    if conflict is None:
        return (
            gettext("After: %(steps)s") % {"steps": listed(list(dated.waits_for))} if dated.waits_for else ""
        )
    match conflict.kind:
        case ConflictKind.TOO_LONG:
            return gettext("Needs %(length)s in one go, more than your longest free time.") % {
                "length": length(dated.step.minutes)
            }
        case ConflictKind.NO_TIME:
            return gettext("There is no free time in your week for it.")
        case ConflictKind.LATE:  # pragma: no branch - there is no other
            return gettext("Later than wished: %(missing)s are missing before %(day)s.") % {
                "missing": length(conflict.missing_minutes),
                "day": day(conflict.deadline or plan.goal.target_on),
            }


def why_then(dated: DatedStep, plan: Plan) -> str:
    """Why a step is on its day; empty where it has none."""
    reason = plan.reason(dated)
    if reason is None or dated.sitting is None:
        return ""
    named = [quoted(each) for key in reason.keys[:MOST_NAMED] if (each := _text(key, plan))]
    told = {"since": day(reason.since), "steps": listed(named)}
    return {
        Why.AT_ONCE: gettext("Nothing stands in its way."),
        Why.AFTER: gettext("It waits for %(steps)s, until %(since)s.") % told,
        Why.NOT_BEFORE: gettext("It may begin on %(since)s, and not before.") % told,
        Why.NO_ROOM: gettext(
            "It could begin on %(since)s; no day until then has that much free time in one go."
        )
        % told,
        Why.OTHERS: gettext(
            "It could begin on %(since)s; the free time until then goes to what is more urgent: %(steps)s."
        )
        % told,
    }[reason.why]


def repair_words(repair: Repair, plan: Plan) -> str:
    """What would help a late step, and what it costs."""
    match repair.kind:
        case RepairKind.LEAVE_OUT:
            return gettext("Leave out %(step)s: %(length)s less.") % {
                "step": quoted(_text(repair.key, plan)),
                "length": length(repair.costs),
            }
        case RepairKind.MORE_TIME:
            return gettext("Find %(week)s more a week until then, %(all)s altogether.") % {
                "week": length(repair.a_week),
                "all": length(repair.costs),
            }
        case RepairKind.LATER:  # pragma: no branch - there is no other
            return gettext("Or let it be done on %(day)s.") % {"day": day(repair.day or plan.goal.target_on)}


def quoted(text: str) -> str:
    """The name of a step within a sentence, short enough for it."""
    short = text if len(text) <= LONGEST_NAMED else f"{text[: LONGEST_NAMED - 1].rstrip()}…"
    return f"“{short.rstrip('.')}”"


def _text(key: str, plan: Plan) -> str:
    """What the step of that key is called."""
    dated = plan.dated(int(key))
    return dated.step.text if dated else ""


def conflicts(plan: Plan) -> str:
    """How many steps cannot be done as planned, and what would help; empty when all can."""
    count = len(plan.schedule.conflicts)
    if not count:
        return ""
    return ngettext(
        "%(count)d step does not fit as planned. More free time in the week or a later date would help.",
        "%(count)d steps do not fit as planned. More free time in the week or a later date would help.",
        count,
    ) % {"count": count}


def dates(plan: Plan) -> str:
    """When the last step ends beside the date wished for."""
    if plan.schedule.ends is None:
        return gettext("The date you chose is %(day)s.") % {"day": day(plan.goal.target_on)}
    return gettext("The last step is on %(last)s; the date you chose is %(target)s.") % {
        "last": day(plan.schedule.ends),
        "target": day(plan.goal.target_on),
    }


def free_time(free: FreeTime) -> str:
    """How much time a week has, and on which days."""
    days = [str(WEEKDAYS[number]) for number, day_time in enumerate(free.days) if day_time.minutes]
    if not days:
        return gettext("Your week has no free time for steps yet.")
    return gettext("%(length)s a week, on %(days)s.") % {
        "length": length(free.weekly_minutes),
        "days": listed(days),
    }


def progress(steps: Sequence[DatedStep]) -> str:
    """How much of a stretch is done."""
    needed = [dated for dated in steps if dated.step.skipped_on is None]
    done = sum(dated.step.done_on is not None for dated in needed)
    return ngettext("%(done)d of %(all)d step done", "%(done)d of %(all)d steps done", len(needed)) % {
        "done": done,
        "all": len(needed),
    }


def changed(step: Step, change: str) -> str:
    """What a change did."""
    sentences = {
        "done": gettext("Done, and kept among the things you accomplished: %(step)s"),
        "skip": gettext("Left out as not needed: %(step)s"),
        "later": gettext("Moved to next week or later: %(step)s"),
        "reopen": gettext("Open again: %(step)s"),
    }
    return sentences[change] % {"step": step.text}


def proposed_title(option: RankedOption | None) -> str:
    """What a goal could be called."""
    if option is None:
        return ""
    if option.kind == OPENING:
        return gettext("Work as %(title)s") % {"title": option.title}
    return option.title if option.kind == WAY else gettext("Change my present job")


def weekday(number: int) -> str:
    """The name of a weekday, 0 being Monday."""
    return str(WEEKDAYS[number])
