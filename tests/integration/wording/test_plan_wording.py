"""The plan, its dates and its difficulties, in sentences."""

from dataclasses import replace
from datetime import date, time

import pytest
from tests.factories import MONDAY

from unrut.core.plan.repairs import Repair, RepairKind
from unrut.core.plan.schedule import Conflict, ConflictKind, Schedule, Sitting, schedule
from unrut.core.plan.steps import DayTime, FreeTime, Strand, Task
from unrut.models import Goal, Step
from unrut.queries.explore import RankedOption
from unrut.queries.plan import DatedStep, Plan
from unrut.wording.plan import (
    changed,
    conflicts,
    dates,
    free_time,
    lead,
    progress,
    proposed_title,
    repair_words,
    waits,
    weekday,
    when,
    why_then,
)

pytestmark = pytest.mark.integration

SITTING = Sitting("7", date(2026, 11, 24), time(18, 30), 45)
OPEN = Step(pk=7, text="Read ten postings.", minutes=90)
DONE = Step(pk=7, text="Read ten postings.", minutes=90, done_on=MONDAY)
SKIPPED = Step(pk=7, text="Read ten postings.", minutes=90, skipped_on=MONDAY)
DATED = DatedStep(OPEN, SITTING, ())
OPTION = RankedOption(
    key="opening-1",
    kind="opening",
    title="Data editor",
    company="",
    place="",
    mean=60,
    low=50,
    high=70,
    best=0.5,
    better=0.5,
    ahead=(),
    behind=(),
    known=1,
    questions=(),
)


def a_conflict(kind: ConflictKind, *, deadline: date | None = None, missing: int = 0) -> Conflict:
    return Conflict("7", kind, deadline, missing)


def free(*minutes: int) -> FreeTime:
    return FreeTime(tuple(DayTime(time(18, 30), each) for each in minutes))


def a_plan(*steps: DatedStep, conflicts: tuple[Conflict, ...] = ()) -> Plan:
    sittings = {dated.sitting.key: dated.sitting for dated in steps if dated.sitting}
    return Plan(
        goal=Goal(title="Work as a data editor", target_on=date(2027, 5, 17)),
        milestones=(),
        steps=steps,
        schedule=Schedule(sittings, conflicts),
        free=free(0, 60, 0, 0, 0, 0, 0),
        today=MONDAY,
    )


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        (a_plan(DATED), "Next: Read ten postings. Tue 24 Nov at 18:30, 45 min."),
        (a_plan(DatedStep(DONE, None, ())), "Every step of this plan is done."),
        (a_plan(), "Every step of this plan is done."),
    ],
)
def test_lead_says_the_next_step(plan: Plan, sentence: str) -> None:
    assert lead(plan) == sentence


@pytest.mark.parametrize(
    ("dated", "words"),
    [
        (DATED, "Tue 24 Nov at 18:30, 45 min"),
        (DatedStep(OPEN, None, ()), "No date yet"),
        (DatedStep(DONE, None, ()), "Done on 16 November 2026"),
        (DatedStep(SKIPPED, None, ()), "Not needed"),
    ],
)
def test_step_says_when_it_is_or_was(dated: DatedStep, words: str) -> None:
    assert when(dated) == words


@pytest.mark.parametrize(
    ("waits_for", "found", "words"),
    [
        ((), (), ""),
        (("Read up",), (), "After: Read up"),
        (("Read up", "Call Ann"), (), "After: Read up and Call Ann"),
        (
            ("Read up",),
            (a_conflict(ConflictKind.TOO_LONG),),
            "Needs 1 h 30 in one go, more than your longest free time.",
        ),
        ((), (a_conflict(ConflictKind.NO_TIME),), "There is no free time in your week for it."),
        (
            (),
            (a_conflict(ConflictKind.LATE, deadline=date(2027, 1, 4), missing=30),),
            "Later than wished: 30 min are missing before 4 January 2027.",
        ),
        (
            (),
            (a_conflict(ConflictKind.LATE, missing=30),),
            "Later than wished: 30 min are missing before 17 May 2027.",
        ),
    ],
)
def test_step_says_what_stands_in_its_way(
    waits_for: tuple[str, ...], found: tuple[Conflict, ...], words: str
) -> None:
    dated = replace(DATED, waits_for=waits_for)

    assert waits(dated, a_plan(dated, conflicts=found)) == words


@pytest.mark.parametrize("kind", ConflictKind)
def test_every_conflict_has_a_sentence(kind: ConflictKind) -> None:
    sentence = waits(DATED, a_plan(DATED, conflicts=(a_conflict(kind),)))

    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, ""),
        (1, "1 step does not fit as planned. More free time in the week or a later date would help."),
        (2, "2 steps do not fit as planned. More free time in the week or a later date would help."),
    ],
)
def test_conflicts_are_counted_with_what_would_help(count: int, sentence: str) -> None:
    found = (a_conflict(ConflictKind.NO_TIME),) * count

    assert conflicts(a_plan(conflicts=found)) == sentence


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        (a_plan(), "The date you chose is 17 May 2027."),
        (a_plan(DATED), "The last step is on 24 November 2026; the date you chose is 17 May 2027."),
    ],
)
def test_dates_stand_side_by_side(plan: Plan, sentence: str) -> None:
    assert dates(plan) == sentence


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (free(0, 0, 0, 0, 0, 0, 0), "Your week has no free time for steps yet."),
        (free(0, 60, 0, 0, 0, 0, 0), "1 h a week, on Tuesday."),
        (free(30, 60, 0, 0, 0, 0, 60), "2 h 30 a week, on Monday, Tuesday and Sunday."),
    ],
)
def test_free_time_is_told_with_its_days(given: FreeTime, sentence: str) -> None:
    assert free_time(given) == sentence


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([], "0 of 0 steps done"),
        ([DONE], "1 of 1 step done"),
        ([DONE, OPEN, SKIPPED], "1 of 2 steps done"),
    ],
)
def test_progress_leaves_out_what_was_not_needed(steps: list[Step], words: str) -> None:
    assert progress([DatedStep(step, None, ()) for step in steps]) == words


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("done", "Done, and kept among the things you accomplished: Read ten postings."),
        ("skip", "Left out as not needed: Read ten postings."),
        ("later", "Moved to next week or later: Read ten postings."),
        ("reopen", "Open again: Read ten postings."),
    ],
)
def test_change_of_a_step_is_told(change: str, sentence: str) -> None:
    assert changed(OPEN, change) == sentence


@pytest.mark.parametrize(
    ("option", "title"),
    [
        (None, ""),
        (OPTION, "Work as Data editor"),
        (replace(OPTION, kind="present"), "Change my present job"),
        (replace(OPTION, kind="treated"), "Change my present job"),
    ],
)
def test_title_is_proposed_from_the_option(option: RankedOption | None, title: str) -> None:
    assert proposed_title(option) == title


def test_weekdays_begin_on_monday() -> None:
    assert [weekday(0), weekday(6)] == ["Monday", "Sunday"]


def a_task(key: int, *after: int, begin: date | None = None, due: date | None = None) -> Task:
    return Task(str(key), 60, Strand.PROJECTS, tuple(map(str, after)), begin, due)


def a_real_plan(*tasks: Task) -> Plan:
    """A plan with an hour on Tuesdays whose steps are called after their keys."""
    made = schedule(tasks, free(0, 60, 0, 0, 0, 0, 0), start=MONDAY)
    steps = tuple(
        DatedStep(
            Step(pk=int(task.key), text=f"Step {task.key}.", minutes=60), made.sittings.get(task.key), ()
        )
        for task in tasks
    )
    return replace(a_plan(*steps), schedule=made, tasks=tasks)


FIRST, TUESDAY = date(2026, 11, 17), date(2026, 11, 24)


@pytest.mark.parametrize(
    ("tasks", "sentence"),
    [
        ([a_task(1, begin=TUESDAY)], "It may begin on 24 November 2026, and not before."),
        (
            [a_task(1)],
            "It could begin on 16 November 2026; no day until then has that much free time in one go.",
        ),
        (
            [a_task(0), a_task(1)],
            "It could begin on 16 November 2026; the free time until then goes to what is more urgent: “Step 0”.",
        ),
    ],
)
def test_step_says_why_it_is_on_its_day(tasks: list[Task], sentence: str) -> None:
    plan = a_real_plan(*tasks)
    dated = plan.dated(1)
    assert dated is not None

    assert why_then(dated, plan) == sentence


def test_step_that_waits_names_what_for() -> None:
    plan = a_real_plan(replace(a_task(2), waiting_days=7), a_task(1, 2))
    dated = plan.dated(1)
    assert dated is not None

    assert why_then(dated, plan) == "It waits for “Step 2”, until 24 November 2026."


def test_step_on_the_first_day_says_that_nothing_stands_in_its_way() -> None:
    plan = replace(a_real_plan(a_task(1)), today=date(2026, 11, 17))
    dated = plan.dated(1)
    assert dated is not None

    assert why_then(dated, plan) == "Nothing stands in its way."


def test_step_without_a_day_says_nothing_of_it() -> None:
    assert why_then(DatedStep(OPEN, None, ()), a_plan(DatedStep(OPEN, None, ()))) == ""


@pytest.mark.parametrize(
    ("repair", "sentence"),
    [
        (Repair(RepairKind.LEAVE_OUT, 45, "1"), "Leave out “Step 1”: 45 min less."),
        (
            Repair(RepairKind.MORE_TIME, 180, "1", a_week=60),
            "Find 1 h more a week until then, 3 h altogether.",
        ),
        (Repair(RepairKind.LATER, 0, "1", day=TUESDAY), "Or let it be done on 24 November 2026."),
    ],
)
def test_repair_says_what_it_costs(repair: Repair, sentence: str) -> None:
    assert repair_words(repair, a_real_plan(a_task(1))) == sentence


def test_late_step_has_repairs_and_one_in_time_none() -> None:
    plan = a_real_plan(a_task(1, due=FIRST), a_task(2, due=FIRST))
    kinds = [[repair.kind for repair in plan.repairs(dated)] for dated in plan.steps]

    assert kinds == [[], [RepairKind.LEAVE_OUT, RepairKind.MORE_TIME, RepairKind.LATER]]


def test_long_name_of_a_step_is_cut() -> None:
    plan = a_plan(DatedStep(Step(pk=1, text="x" * 80, minutes=60), None, ()))

    assert repair_words(Repair(RepairKind.LEAVE_OUT, 60, "1"), plan) == f"Leave out “{'x' * 59}…”: 1 h less."
