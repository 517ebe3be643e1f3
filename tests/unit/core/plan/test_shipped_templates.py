"""The plans in the package keep what the pages promise of them."""

from datetime import date, time, timedelta
from itertools import pairwise
from string import ascii_uppercase

import pytest

from unrut.core.facets import shipped_vocabulary
from unrut.core.plan.schedule import schedule
from unrut.core.plan.steps import DayTime, FreeTime, Strand, Task
from unrut.core.plan.templates import DrawnPlan, Template, draw_up, shipped_templates

pytestmark = pytest.mark.unit

TODAY = date(2026, 3, 6)
EVENINGS = FreeTime(tuple(DayTime(time(19, 0), minutes) for minutes in (0, 60, 0, 60, 0, 120, 0)))
TEMPLATES = [pytest.param(template, id=name) for name, template in shipped_templates().items()]


def drawn(template: Template, days: int) -> DrawnPlan:
    by = TODAY + timedelta(days=days)
    return draw_up(
        template, target="Work as a search marketing specialist", field="search marketing", today=TODAY, by=by
    )


def as_tasks(plan: DrawnPlan) -> list[Task]:
    return [
        Task(
            step.id,
            step.minutes,
            step.strand,
            step.after,
            step.not_before,
            step.deadline,
            step.waiting_days,
            at,
        )
        for at, step in enumerate(plan.steps)
    ]


def test_templates_come_with_the_least_change_first() -> None:
    assert list(shipped_templates()) == ["stay_and_change", "new_job", "new_field"]


def test_templates_are_read_once() -> None:
    assert shipped_templates() is shipped_templates()


def test_remedies_are_each_fitted_by_one_template() -> None:
    fitted = [remedy for template in shipped_templates().values() for remedy in template.fits]

    assert sorted(fitted) == sorted(shipped_vocabulary().remedies)


@pytest.mark.parametrize("template", TEMPLATES)
def test_template_has_the_promised_size(template: Template) -> None:
    assert len(template.milestones) == 5
    assert 18 <= len(template.steps) <= 24


@pytest.mark.parametrize("template", TEMPLATES)
def test_template_works_in_all_five_strands(template: Template) -> None:
    assert {step.strand for step in template.steps} == set(Strand)


@pytest.mark.parametrize("template", TEMPLATES)
def test_steps_stand_in_the_order_of_their_milestones(template: Template) -> None:
    order = [milestone.id for milestone in template.milestones]

    places = [order.index(step.milestone) for step in template.steps]

    assert places == sorted(places)


@pytest.mark.parametrize("template", TEMPLATES)
def test_wording_is_fit_for_a_calendar_entry(template: Template) -> None:
    for step in template.steps:
        assert len(step.text) <= 120
        assert step.text[0] in ascii_uppercase
        assert step.text[-1] not in ".,;:?"
        assert "!" not in step.text + step.result


@pytest.mark.parametrize("template", TEMPLATES)
def test_milestones_say_how_one_knows(template: Template) -> None:
    assert [milestone.test.startswith("I have ") for milestone in template.milestones] == [True] * 5


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_placeholder_is_left_in_a_drawn_plan(template: Template) -> None:
    plan = drawn(template, days=90)

    texts = [f"{step.text} {step.result}" for step in plan.steps]
    texts += [f"{milestone.name} {milestone.test}" for milestone in plan.milestones]
    assert [text for text in texts if "{" in text or "}" in text] == []


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("days", [90, 183, 548])
def test_plan_fits_into_four_hours_a_week(template: Template, days: int) -> None:
    plan = drawn(template, days)

    made = schedule(as_tasks(plan), EVENINGS, start=TODAY)

    assert made.conflicts == ()
    assert set(made.sittings) == {step.id for step in plan.steps}


@pytest.mark.parametrize("template", TEMPLATES)
def test_milestones_of_eighteen_months_come_every_few_months(template: Template) -> None:
    due = [TODAY, *(milestone.due for milestone in drawn(template, days=548).milestones)]

    gaps = [(later - earlier).days for earlier, later in pairwise(due)]

    assert all(75 <= gap <= 140 for gap in gaps)
