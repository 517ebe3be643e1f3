"""The plan, its dates and its difficulties, in sentences."""

from dataclasses import replace
from datetime import date, time

import pytest
from tests.factories import MONDAY

from unrut.core.plan.schedule import Conflict, ConflictKind, Schedule, Sitting
from unrut.core.plan.steps import DayTime, FreeTime
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
    waits,
    weekday,
    when,
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
