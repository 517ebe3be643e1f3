"""Templates are read strictly and drawn up with dates and the person's own words."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidInputError, InvalidReferenceError
from unrut.core.plan.steps import Strand
from unrut.core.plan.templates import (
    DrawnMilestone,
    DrawnPlan,
    DrawnStep,
    Template,
    TemplateMilestone,
    TemplateStep,
    draw_up,
    load_template,
    shipped_templates,
)

pytestmark = pytest.mark.unit

TODAY = date(2026, 3, 6)
TEXT = """
[plan]
id = "small"
name = "A small plan"
summary = "Two milestones."
fits = ["study"]

[milestone.begun]
name = "Begun in {field}"
test = "I have begun."
at = 0.25

[milestone.done]
name = "Done"
test = "I have reached “{target}”."
at = 1

[step.read]
milestone = "begun"
strand = "training"
text = "Read about {field}"
result = "A page of notes"
waiting_days = 3

[step.apply]
milestone = "done"
strand = "profiles"
text = "Apply for “{target}”"
result = "One {field} application sent"
minutes = 90
after = ["read"]
"""


def changed(old: str, new: str) -> str:
    assert TEXT.count(old) == 1
    return TEXT.replace(old, new)


def problem(text: str) -> str:
    with pytest.raises(InvalidReferenceError) as refused:
        load_template(text, file="small.toml")
    return str(refused.value)


def test_template_holds_what_the_file_says() -> None:
    template = load_template(TEXT, file="small.toml")

    assert template == Template(
        id="small",
        name="A small plan",
        summary="Two milestones.",
        fits=("study",),
        milestones=(
            TemplateMilestone("begun", "Begun in {field}", "I have begun.", 0.25),
            TemplateMilestone("done", "Done", "I have reached “{target}”.", 1.0),
        ),
        steps=(
            TemplateStep(
                "read", "begun", Strand.TRAINING, "Read about {field}", "A page of notes", 45, (), 3
            ),
            TemplateStep(
                "apply",
                "done",
                Strand.PROFILES,
                "Apply for “{target}”",
                "One {field} application sent",
                90,
                ("read",),
                0,
            ),
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('id = "small"', "", "line 2: plan.id is missing"),
        ('fits = ["study"]', "fits = 3", "line 6: plan.fits should be a list of texts"),
        ('fits = ["study"]', 'fits = ["study"]\nauthor = "me"', "line 7: plan.author is not a field we know"),
        ("at = 0.25", "at = 1.5", "line 11: milestone.begun.at should be a number from 0 to 1"),
        ("at = 0.25", "at = 0", "line 11: milestone.begun.at should be more than the 0 before it"),
        ("at = 0.25", "at = 1.0", "line 16: milestone.done.at should be more than the 1 before it"),
        ("at = 1\n", "at = 0.9\n", "line 16: milestone.done.at should be 1, as it is the last"),
        (
            'milestone = "done"',
            'milestone = "begun"',
            "line 13: milestone.done has no step that leads to it",
        ),
        (
            'milestone = "begun"',
            'milestone = "gone"',
            'line 19: step.read.milestone names "gone", which is not defined',
        ),
        (
            'strand = "training"',
            'strand = "sport"',
            'line 20: step.read.strand is "sport", which is none of {strands}',
        ),
        (
            "minutes = 90",
            "minutes = 14",
            "line 30: step.apply.minutes should be a whole number from 15 to 120",
        ),
        (
            "minutes = 90",
            "minutes = 121",
            "line 30: step.apply.minutes should be a whole number from 15 to 120",
        ),
        (
            "waiting_days = 3",
            "waiting_days = 367",
            "line 23: step.read.waiting_days should be a whole number from 0 to 366",
        ),
        (
            'after = ["read"]',
            'after = ["ghost"]',
            'line 31: step.apply.after names "ghost", which is not defined',
        ),
        ('after = ["read"]', 'after = ["apply"]', "line 31: step.apply.after closes a circle: apply → apply"),
        (
            "waiting_days = 3",
            'after = ["apply"]',
            'line 23: step.read.after names "apply", which belongs to a later milestone',
        ),
        ("Read about {field}", "Read about {filed}", "line 21: step.read.text has {filed}, {none}"),
        ("Read about {field}", "Read about {}", "line 21: step.read.text has {}, {none}"),
        (
            "Read about {field}",
            "Read about {field.upper}",
            "line 21: step.read.text has {field.upper}, {none}",
        ),
        ("Read about {field}", "Read about {field:>9}", "line 21: step.read.text has {field>9}, {none}"),
        ("Read about {field}", "Read about {field!r}", "line 21: step.read.text has {fieldr}, {none}"),
        ("A page of notes", "A page of {notes}", "line 22: step.read.result has {notes}, {none}"),
        ("I have begun.", "I have {begun}.", "line 10: milestone.begun.test has {begun}, {none}"),
        ("Begun in {field}", "Begun in {x}", "line 9: milestone.begun.name has {x}, {none}"),
        (
            "Read about {field}",
            "Read about {field",
            "line 21: step.read.text has a brace without its other half",
        ),
        ("Read about {field}", "Read about }", "line 21: step.read.text has a brace without its other half"),
        ("[step.read]", "[stage.one]\n[step.read]", "line 1: stage is none of plan, milestone, step"),
    ],
)
def test_mistake_in_the_file_is_named_by_line_and_field(old: str, new: str, complaint: str) -> None:
    complaint = complaint.replace("{strands}", ", ".join(Strand))
    complaint = complaint.replace("{none}", "which is none of {target} and {field}")

    said = problem(changed(old, new))

    assert said == f"small.toml, {complaint}. Mend it and start again."


def test_part_that_is_no_table_is_refused() -> None:
    text = "step = 3" + TEXT[: TEXT.index("[step.read]")]

    assert problem(text) == "small.toml, line 1: step should be a table. Mend it and start again."


@pytest.mark.parametrize("kind", ["milestone", "step"])
def test_file_without_milestones_or_steps_is_refused(kind: str) -> None:
    kept = [part for part in TEXT.split("\n\n") if not part.strip().startswith(f"[{kind}.")]

    assert problem("\n\n".join(kept)) == f"small.toml defines no {kind}. Add one and start again."


def test_file_without_head_is_refused() -> None:
    text = TEXT[TEXT.index("[milestone.begun]") :]

    assert problem(text) == "small.toml, line 1: plan.id is missing. Mend it and start again."


def test_file_that_is_not_toml_is_refused() -> None:
    assert problem("[plan") == (
        "small.toml cannot be read: Expected ']' at the end of a table declaration (at end of document). "
        "Mend that line and start again."
    )


def test_circle_within_a_milestone_is_named_from_its_first_step() -> None:
    text = changed('milestone = "done"', 'milestone = "begun"').replace(
        "waiting_days = 3", 'after = ["apply"]'
    )
    text += '[step.end]\nmilestone = "done"\nstrand = "projects"\ntext = "End"\nresult = "The end"\n'

    assert problem(text) == (
        "small.toml, line 31: step.apply.after closes a circle: apply → read → apply. Mend it and start again."
    )


def test_drawn_plan_has_dates_and_own_words() -> None:
    template = load_template(TEXT, file="small.toml")

    plan = draw_up(
        template, target=" Search\n analyst ", field="search  marketing", today=TODAY, by=date(2026, 6, 14)
    )

    assert plan == DrawnPlan(
        milestones=(
            DrawnMilestone("begun", "Begun in search marketing", "I have begun.", date(2026, 3, 31)),
            DrawnMilestone("done", "Done", "I have reached “Search analyst”.", date(2026, 6, 14)),
        ),
        steps=(
            DrawnStep(
                id="read",
                milestone="begun",
                strand=Strand.TRAINING,
                text="Read about search marketing",
                result="A page of notes",
                minutes=45,
                after=(),
                waiting_days=3,
                not_before=TODAY,
                deadline=date(2026, 3, 31),
            ),
            DrawnStep(
                id="apply",
                milestone="done",
                strand=Strand.PROFILES,
                text="Apply for “Search analyst”",
                result="One search marketing application sent",
                minutes=90,
                after=("read",),
                waiting_days=0,
                not_before=date(2026, 4, 1),
                deadline=date(2026, 6, 14),
            ),
        ),
    )


def test_words_with_braces_stay_as_they_are() -> None:
    template = load_template(TEXT, file="small.toml")

    plan = draw_up(template, target="{field} {", field="a } b", today=TODAY, by=date(2026, 6, 14))

    assert [step.text for step in plan.steps] == ["Read about a } b", "Apply for “{field} {”"]


@pytest.mark.parametrize(("by", "days"), [(date(2026, 3, 19), 13), (TODAY, 0), (date(2026, 2, 1), 0)])
def test_time_too_short_is_refused(by: date, days: int) -> None:
    template = load_template(TEXT, file="small.toml")

    with pytest.raises(InvalidInputError) as refused:
        draw_up(template, target="x", field="y", today=TODAY, by=by)

    assert str(refused.value) == (
        f"There are {days} days until {by.day} {by:%B} 2026, and a plan needs at least 14. Choose a later date."
    )


def test_shortest_time_is_taken() -> None:
    template = load_template(TEXT, file="small.toml")

    plan = draw_up(template, target="x", field="y", today=TODAY, by=date(2026, 3, 20))

    assert [milestone.due for milestone in plan.milestones] == [date(2026, 3, 10), date(2026, 3, 20)]


@pytest.mark.parametrize(
    ("target", "field", "sentence"),
    [
        (" \n", "search", "The plan has no goal yet. Say in a few words what you want to reach."),
        ("analyst", "", "The plan has no field yet. Say in a few words what field of work it leads to."),
    ],
)
def test_missing_word_is_asked_for(target: str, field: str, sentence: str) -> None:
    template = load_template(TEXT, file="small.toml")

    with pytest.raises(InvalidInputError) as refused:
        draw_up(template, target=target, field=field, today=TODAY, by=date(2026, 6, 14))

    assert str(refused.value) == sentence


def test_word_the_template_does_not_use_may_be_empty() -> None:
    text = TEXT.replace("{field}", "it").replace("{target}", "it")
    template = load_template(text, file="small.toml")

    plan = draw_up(template, target="", field="", today=TODAY, by=date(2026, 6, 14))

    assert [step.text for step in plan.steps] == ["Read about it", "Apply for “it”"]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(14, 4000))
def test_milestones_lie_between_today_and_the_end(today: date, days: int) -> None:
    template = load_template(TEXT, file="small.toml")
    by = date.fromordinal(today.toordinal() + days)

    first, last = draw_up(template, target="x", field="y", today=today, by=by).milestones

    assert today < first.due < last.due == by


@pytest.mark.parametrize("template", list(shipped_templates()))
def test_long_plan_never_pauses_for_more_than_six_weeks(template: str) -> None:
    plan = draw_up(
        shipped_templates()[template], target="x", field="y", today=TODAY, by=TODAY + timedelta(days=548)
    )

    begins = sorted(step.not_before for step in plan.steps)

    assert max(later - earlier for earlier, later in pairwise(begins)) <= timedelta(weeks=6)
    assert begins[2] <= TODAY + timedelta(weeks=2)
