"""Steps get their dates from the free time there is, anew each time."""

from datetime import date, time
from itertools import pairwise

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories import MONDAY, a_free_day, a_goal, a_milestone, a_step

from unrut.core.plan.schedule import ConflictKind
from unrut.core.plan.steps import DayTime, Strand
from unrut.models import GoalState, Person, Step
from unrut.queries.plan import DatedStep, Plan, _when, current_goal, free_time, parked_goals, plan_of

pytestmark = pytest.mark.integration

TUESDAYS = [date(2026, 11, 24), date(2026, 12, 1)]


def planned(owner: Person, today: date) -> Plan:
    plan = plan_of(owner, today=today)
    assert plan is not None
    return plan


def texts(steps: tuple[DatedStep, ...]) -> list[str]:
    return [dated.step.text for dated in steps]


@pytest.fixture
def free(alice: Person) -> Person:
    """Alice, who is free for an hour on Tuesdays."""
    a_free_day(alice, weekday=1, minutes=60)
    return alice


def test_current_goal_is_the_one_that_is(alice: Person, bob: Person) -> None:
    assert current_goal(alice) is None
    a_goal(alice, "Parked", state=GoalState.PARKED)
    a_goal(alice, "Reached", state=GoalState.REACHED)

    goal = a_goal(alice)

    assert current_goal(alice) == goal


def test_parked_goals_come_newest_first(alice: Person, bob: Person) -> None:
    parked = {"state": GoalState.PARKED}
    for title, started in (
        ("Old", date(2026, 1, 5)),
        ("New", date(2026, 9, 7)),
        ("Newest", date(2026, 9, 7)),
    ):
        a_goal(alice, title, started_on=started, **parked)
    a_goal(alice, "Current")

    assert [goal.title for goal in parked_goals(alice)] == ["Newest", "New", "Old"]


def test_free_time_is_four_hours_until_the_person_says(alice: Person, bob: Person) -> None:
    free = free_time(alice)

    assert free.weekly_minutes == 240
    assert [day.minutes for day in free.days] == [0, 60, 0, 60, 0, 120, 0]
    assert [free.days[1].start, free.days[5].start] == [time(18, 30), time(10)]


def test_free_time_once_said_is_none_on_the_other_days(free: Person, bob: Person) -> None:
    said = free_time(free)

    assert (said.weekly_minutes, said.days[1]) == (60, DayTime(time(19), 60))


def test_plan_without_a_goal_is_none(alice: Person, bob: Person, today: date) -> None:
    a_goal(alice, state=GoalState.PARKED)

    assert plan_of(alice, today=today) is None


def test_plan_dates_open_steps_in_their_order(free: Person, bob: Person, today: date) -> None:
    goal = a_goal(free)
    milestone = a_milestone(goal)
    first, second = a_step(goal, "First"), a_step(goal, "Second", position=1, milestone=milestone)
    second.after.add(first)

    plan = planned(free, today)

    assert (plan.goal, plan.milestones, plan.today) == (goal, (milestone,), today)
    assert [
        (dated.step.text, dated.sitting and dated.sitting.day, dated.waits_for) for dated in plan.steps
    ] == [
        ("First", TUESDAYS[0], ()),
        ("Second", TUESDAYS[1], ("First",)),
    ]
    assert [dated.strand for dated in plan.steps] == [Strand.KNOWLEDGE] * 2


def test_plan_respects_what_a_step_says_of_its_time(free: Person, today: date) -> None:
    goal = a_goal(free)
    first = a_step(goal, "First", waiting_days=14)
    a_step(goal, "Second", position=1).after.add(first)
    a_step(goal, "Third", position=2, not_before=date(2027, 1, 1), minutes=60)

    days = [dated.sitting.day for dated in planned(free, today).steps if dated.sitting]

    assert days == [TUESDAYS[0], date(2026, 12, 8), date(2027, 1, 5)]


def test_step_done_is_not_dated_and_holds_nobody_up(free: Person, today: date) -> None:
    goal = a_goal(free)
    first = a_step(goal, "First", done_on=MONDAY)
    a_step(goal, "Second", position=1).after.add(first)

    done, dated = planned(free, today).steps

    assert (done.is_open, done.sitting, dated.is_open, dated.waits_for) == (False, None, True, ())
    assert dated.sitting is not None
    assert dated.sitting.day == TUESDAYS[0]


def test_step_skipped_is_not_dated_and_holds_nobody_up(free: Person, today: date) -> None:
    goal = a_goal(free)
    first = a_step(goal, "First", skipped_on=MONDAY)
    a_step(goal, "Second", position=1).after.add(first)

    skipped, dated = planned(free, today).steps

    assert (skipped.is_open, skipped.sitting, dated.waits_for) == (False, None, ())
    assert dated.sitting is not None
    assert dated.sitting.day == TUESDAYS[0]


def test_done_steps_come_in_the_order_they_were_done(free: Person, today: date) -> None:
    goal = a_goal(free)
    for position, day in enumerate((date(2026, 11, 17), date(2026, 11, 2), date(2026, 11, 16))):
        a_step(goal, f"Done {day.day}", position=position, done_on=day)
    a_step(goal, "Open", position=4)

    plan = planned(free, today)

    assert texts(plan.done) == ["Done 2", "Done 16", "Done 17"]
    assert texts(plan.done_this_week) == ["Done 16", "Done 17"]


def test_week_holds_the_steps_of_this_week_in_order_of_time(alice: Person) -> None:
    a_free_day(alice, weekday=1, minutes=60)
    a_free_day(alice, weekday=3, minutes=60)
    goal = a_goal(alice)
    for position, text in enumerate(("First", "Second", "Third")):
        a_step(goal, text, position=position)

    plan = planned(alice, MONDAY)

    assert texts(plan.week) == ["First", "Second"]
    assert plan.next is not None
    assert plan.next.step.text == "First"


def test_next_step_is_the_first_in_time(free: Person, today: date) -> None:
    goal = a_goal(free)
    a_step(goal, "Later", not_before=date(2027, 1, 1))
    a_step(goal, "Sooner", position=1)

    plan = planned(free, today)

    assert plan.next is not None
    assert (plan.next.step.text, plan.week) == ("Sooner", ())


def test_plan_without_open_steps_has_no_next(free: Person, today: date) -> None:
    a_step(a_goal(free), done_on=MONDAY)

    assert (planned(free, today).next, planned(free, today).schedule.conflicts) == (None, ())


def test_step_that_does_not_fit_is_a_conflict(free: Person, today: date) -> None:
    goal = a_goal(free)
    long, fitting = a_step(goal, "Long", minutes=90), a_step(goal, "Fitting", position=1)
    plan = planned(free, today)
    steps = [plan.dated(step.pk) for step in (long, fitting)]

    conflicts = [plan.conflict(dated) for dated in steps if dated]

    assert [conflict and conflict.kind for conflict in conflicts] == [ConflictKind.TOO_LONG, None]


def test_step_is_found_by_its_id(free: Person, today: date) -> None:
    step = a_step(a_goal(free))

    plan = planned(free, today)

    assert (plan.dated(step.pk), plan.dated(step.pk + 1000)) == (plan.steps[0], None)


def test_steps_of_parked_goals_are_left_out(free: Person, today: date) -> None:
    a_step(a_goal(free, "Parked", state=GoalState.PARKED), "Of the parked goal")
    a_step(a_goal(free), "Of the goal")

    assert texts(planned(free, today).steps) == ["Of the goal"]


def test_step_without_a_sitting_has_no_time() -> None:
    with pytest.raises(ValueError, match=r"^a step without a sitting has no time$"):
        _when(DatedStep(Step(), None, ()))


@pytest.mark.parametrize("count", [1, 3])
def test_plan_takes_the_same_queries_however_many(
    free: Person, django_assert_num_queries: DjangoAssertNumQueries, today: date, count: int
) -> None:
    goal = a_goal(free)
    steps = [a_step(goal, f"Step {number}", position=number) for number in range(count)]
    for earlier, later in pairwise(steps):
        later.after.add(earlier)

    with django_assert_num_queries(5):
        assert len(planned(free, today).steps) == count
