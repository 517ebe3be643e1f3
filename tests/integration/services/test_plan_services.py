"""One goal is current, its steps are done, skipped or put off, and nothing of an older goal is lost."""

from datetime import date, time, timedelta

import pytest
from tests.factories import MONDAY, a_free_day, a_goal, a_milestone, a_step, a_way, an_opening

from unrut.core.errors import InvalidInputError
from unrut.core.plan.steps import DayTime
from unrut.core.plan.templates import draw_up, shipped_templates
from unrut.errors import MissingError
from unrut.models import Accomplishment, FreeDay, Goal, GoalState, Milestone, Person, Step
from unrut.queries.scope import of
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

pytestmark = pytest.mark.integration

CHOICE = GoalChoice(
    "present", "new_job", "Work as a data editor", date(2027, 11, 20), "data journalism", "To learn"
)
EVENING, NEVER = (time(19), 60), (time(19), 0)


def states(owner: Person) -> list[tuple[str, str]]:
    return list(of(Goal, owner).values_list("title", "state"))


def refusal(owner: Person, choice: GoalChoice, today: date) -> str:
    with pytest.raises(InvalidInputError) as refused:
        choose_goal(owner, choice, today=today)
    return str(refused.value)


def change(**values: object) -> GoalChoice:
    told = {name: getattr(CHOICE, name) for name in GoalChoice.__slots__}
    return GoalChoice(**{**told, **values})


def test_goal_is_kept_as_chosen(alice: Person, today: date) -> None:
    goal = choose_goal(
        alice, change(title=" Work as a data editor ", field=" data ", reason=" To learn\n"), today=today
    )

    stored = of(Goal, alice).get()
    assert stored == goal
    assert (stored.title, stored.field, stored.reason) == ("Work as a data editor", "data", "To learn")
    assert (stored.option, stored.opening, stored.template) == ("present", None, "new_job")
    assert (stored.started_on, stored.target_on, stored.state) == (today, date(2027, 11, 20), "current")


@pytest.mark.parametrize("template", ["stay_and_change", "new_job", "new_field"])
def test_plan_is_stored_as_it_was_drawn_up(alice: Person, today: date, template: str) -> None:
    drawn = draw_up(
        shipped_templates()[template],
        target=CHOICE.title,
        field=CHOICE.field,
        today=today,
        by=CHOICE.target_on,
    )

    choose_goal(alice, change(template=template), today=today)

    steps = list(of(Step, alice).select_related("milestone"))
    assert list(of(Milestone, alice).values_list("name", "test", "due_on")) == [
        (milestone.name, milestone.test, milestone.due) for milestone in drawn.milestones
    ]
    assert [milestone.size for milestone in of(Milestone, alice)] == [
        sum(step.milestone == milestone.id for step in drawn.steps) for milestone in drawn.milestones
    ]
    assert [(step.text, step.result, step.minutes, step.strand) for step in steps] == [
        (step.text, step.result, step.minutes, step.strand.value) for step in drawn.steps
    ]
    assert [(step.waiting_days, step.not_before, step.deadline) for step in steps] == [
        (step.waiting_days, step.not_before, step.deadline) for step in drawn.steps
    ]


def test_steps_keep_what_they_wait_for_and_lead_to(alice: Person, today: date) -> None:
    drawn = draw_up(shipped_templates()["new_job"], target="t", field="t", today=today, by=CHOICE.target_on)
    texts = {step.id: step.text for step in drawn.steps}
    names = {milestone.id: milestone.name for milestone in drawn.milestones}

    choose_goal(alice, change(title="t", field=""), today=today)

    stored = {step.text: step for step in of(Step, alice)}
    for step in drawn.steps:
        kept = stored[step.text]
        assert {before.text for before in kept.after.all()} == {texts[before] for before in step.after}
        assert kept.milestone is not None
        assert kept.milestone.name == names[step.milestone]


def test_goal_without_a_field_reads_its_name_in_the_plan(alice: Person, today: date) -> None:
    goal = choose_goal(alice, change(field=" "), today=today)

    assert goal.field == ""
    assert [step.text for step in of(Step, alice) if "  " in step.text or "{" in step.text] == []


def test_goal_chosen_before_is_parked_with_its_steps(alice: Person, bob: Person, today: date) -> None:
    first = choose_goal(alice, CHOICE, today=today)
    steps = of(Step, alice).count()

    choose_goal(alice, change(title="Run a bookshop"), today=today)

    assert states(alice) == [("Work as a data editor", "parked"), ("Run a bookshop", "current")]
    assert of(Step, alice).filter(goal=first).count() == steps
    assert states(bob) == [("Parked goal of bob", "parked"), ("Goal of bob", "current")]


def test_goal_modelled_on_an_opening_keeps_it(alice: Person, today: date) -> None:
    opening = an_opening(alice)

    goal = choose_goal(alice, change(option=f"opening-{opening.pk}"), today=today)

    assert (goal.opening, goal.option) == (opening, f"opening-{opening.pk}")


def test_goal_of_the_changed_job_has_no_opening(alice: Person, today: date) -> None:
    assert choose_goal(alice, change(option="treated"), today=today).opening is None


def test_goal_can_be_a_way_out_that_was_added(alice: Person, today: date) -> None:
    opening = an_opening(alice)
    way = a_way(alice, "A new job", kind="new_job", opening=opening)

    goal = choose_goal(alice, change(option=f"way-{way.pk}"), today=today)

    assert (goal.opening, goal.option) == (opening, f"way-{way.pk}")


@pytest.mark.parametrize("option", ["", "occupation-1", "opening", "opening-", "opening-x", "opening--1"])
def test_goal_of_an_option_nobody_knows_is_missing(alice: Person, today: date, option: str) -> None:
    a_goal(alice, "Kept")

    with pytest.raises(MissingError) as refused:
        choose_goal(alice, change(option=option), today=today)

    assert str(refused.value) == (
        f'"{option}" is not one of your options any more. Choose again under What would fit.'
    )
    assert states(alice) == [("Kept", "current")]


def test_goal_of_an_opening_that_is_gone_is_missing(alice: Person, today: date) -> None:
    a_goal(alice, "Kept")

    with pytest.raises(MissingError):
        choose_goal(alice, change(option="opening-1"), today=today)

    assert states(alice) == [("Kept", "current")]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (
            {"template": "miracle"},
            'There is no plan called "miracle". Choose one of stay_and_change, new_job, new_field.',
        ),
        ({"title": " "}, "The goal has no name. Say in a few words what you want to reach."),
        (
            {"target_on": date(2036, 11, 28)},
            "28 November 2036 is more than ten years away. Choose a nearer date.",
        ),
    ],
)
def test_goal_that_cannot_be_planned_is_refused(
    alice: Person, today: date, wrong: dict[str, object], sentence: str
) -> None:
    a_goal(alice, "Kept")

    assert refusal(alice, change(**wrong), today) == sentence
    assert states(alice) == [("Kept", "current")]


@pytest.mark.parametrize("days", [0, -1, -400])
def test_goal_of_today_or_earlier_is_refused(alice: Person, today: date, days: int) -> None:
    sentence = refusal(alice, change(target_on=today + timedelta(days=days)), today)

    assert sentence.endswith(".")
    assert states(alice) == []


def test_goal_ten_years_away_is_taken(alice: Person, today: date) -> None:
    goal = choose_goal(alice, change(target_on=today + timedelta(days=3660)), today=today)

    assert goal.target_on == date(2036, 11, 27)


def test_goal_of_many_words_is_cut_to_its_columns(alice: Person, today: date) -> None:
    goal = choose_goal(alice, change(title="t" * 1000, field="f" * 1000), today=today)

    assert (len(goal.title), len(goal.field)) == (300, 200)
    assert max(len(step.text) for step in of(Step, alice)) == 300


def test_goal_is_parked_and_resumed(alice: Person, bob: Person) -> None:
    goal = a_goal(alice, "First")
    park_goal(alice)
    a_goal(alice, "Second")

    resumed = resume_goal(alice, goal.pk)

    assert (resumed.pk, resumed.state) == (goal.pk, "current")
    assert states(alice) == [("First", "current"), ("Second", "parked")]
    assert states(bob)[1] == ("Goal of bob", "current")


def test_goal_that_is_current_is_resumed_without_harm(alice: Person) -> None:
    goal = a_goal(alice)

    resume_goal(alice, goal.pk)

    assert of(Goal, alice).get().state == GoalState.CURRENT


@pytest.mark.parametrize(("result", "text"), [("A list of ten", "A list of ten"), ("", "Read ten postings")])
def test_finished_step_becomes_an_accomplishment(alice: Person, today: date, result: str, text: str) -> None:
    step = a_step(a_goal(alice), result=result)

    finish_step(alice, step.pk, today=today)

    assert of(Step, alice).get().done_on == today
    assert list(of(Accomplishment, alice).values_list("text", "happened_on", "step")) == [
        (text, today, step.pk)
    ]


def test_step_finished_twice_is_done_once_on_the_first_day(alice: Person, today: date) -> None:
    step = a_step(a_goal(alice))
    finish_step(alice, step.pk, today=MONDAY)

    finish_step(alice, step.pk, today=today)

    assert (of(Step, alice).get().done_on, of(Accomplishment, alice).get().happened_on) == (MONDAY, MONDAY)


def test_skipped_step_can_be_finished(alice: Person, today: date) -> None:
    step = a_step(a_goal(alice), skipped_on=MONDAY)

    finish_step(alice, step.pk, today=today)

    stored = of(Step, alice).get()
    assert (stored.done_on, stored.skipped_on) == (today, None)


def test_finished_step_can_be_skipped_and_is_no_accomplishment_then(alice: Person, today: date) -> None:
    step = a_step(a_goal(alice))
    finish_step(alice, step.pk, today=today)

    skip_step(alice, step.pk, today=today)

    stored = of(Step, alice).get()
    assert (stored.done_on, stored.skipped_on, of(Accomplishment, alice).count()) == (None, today, 0)


def test_reopened_step_is_open_and_others_stay(alice: Person, today: date) -> None:
    goal = a_goal(alice)
    step, other = a_step(goal), a_step(goal, "Other")
    for each in (step, other):
        finish_step(alice, each.pk, today=today)

    reopen_step(alice, step.pk)

    assert list(of(Step, alice).values_list("text", "done_on")) == [
        ("Read ten postings", None),
        ("Other", today),
    ]
    assert [done.step for done in of(Accomplishment, alice)] == [other]


@pytest.mark.parametrize(
    ("not_before", "expected"),
    [
        (None, date(2026, 11, 23)),
        (date(2026, 11, 2), date(2026, 11, 23)),
        (date(2027, 1, 4), date(2027, 1, 4)),
    ],
)
def test_postponed_step_comes_back_next_monday_at_the_earliest(
    alice: Person, today: date, not_before: date | None, expected: date
) -> None:
    step = a_step(a_goal(alice), not_before=not_before)

    postpone_step(alice, step.pk, today=today)

    assert of(Step, alice).get().not_before == expected


def test_step_postponed_on_a_monday_comes_back_a_week_later(alice: Person) -> None:
    step = a_step(a_goal(alice))

    assert postpone_step(alice, step.pk, today=MONDAY).not_before == date(2026, 11, 23)


def test_free_time_is_said_and_changed(alice: Person, bob: Person) -> None:
    a_free_day(alice, weekday=3, minutes=15)

    free = save_free_time(alice, [NEVER, EVENING, NEVER, EVENING, NEVER, (time(9, 30), 120), NEVER])

    assert list(of(FreeDay, alice).values_list("weekday", "start", "minutes")) == [
        (0, time(19), 0),
        (1, time(19), 60),
        (2, time(19), 0),
        (3, time(19), 60),
        (4, time(19), 0),
        (5, time(9, 30), 120),
        (6, time(19), 0),
    ]
    assert (free.weekly_minutes, free.days[5]) == (240, DayTime(time(9, 30), 120))
    assert of(FreeDay, bob).count() == 1


@pytest.mark.parametrize("days", [[EVENING] * 6, [EVENING] * 6 + [(time(23), 90)]])
def test_free_time_that_cannot_be_is_refused_whole(alice: Person, days: list[tuple[time, int]]) -> None:
    with pytest.raises(InvalidInputError):
        save_free_time(alice, days)

    assert of(FreeDay, alice).count() == 0


def test_milestones_of_a_goal_go_with_it_and_steps_outlive_a_milestone(alice: Person) -> None:
    goal = a_goal(alice)
    milestone = a_milestone(goal)
    step = a_step(goal, milestone=milestone)

    milestone.delete()
    assert of(Step, alice).get().milestone is None

    goal.delete()
    assert of(Step, alice).filter(pk=step.pk).count() == 0
