"""Plans that others would walk as well: milestones and steps to start from, read from files and drawn up with dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import pairwise
from string import Formatter

from unrut.core.errors import InvalidInputError, InvalidReferenceError
from unrut.core.plan.steps import DEFAULT_MINUTES, LONGEST, LONGEST_WAIT, SHORTEST, Strand, find_circle
from unrut.core.reference import Table, each, parse_toml, tables

# The least change first.
FILES = ("stay_and_change.toml", "new_job.toml", "new_field.toml")
PARTS = ("plan", "milestone", "step")
PLACEHOLDERS = ("target", "field")
SHORTEST_PLAN = 14
SHORT_PLAN, DAYS_OF_A_YEAR = 90, 365
BEGUN_BY, FRONT_LOADING = 0.8, 1.6
"""Every step may begin within this share of the time; the power brings the first ones close together."""
"""Days. Below that five milestones lie so close that they stop being milestones."""


@dataclass(frozen=True, slots=True)
class TemplateMilestone:
    """A point on the way; `at` is its share of the time to the goal, `test` how one knows it is reached."""

    id: str
    name: str
    test: str
    at: float


@dataclass(frozen=True, slots=True)
class TemplateStep:
    """One sitting: what to do, and what is there afterwards."""

    id: str
    milestone: str
    strand: Strand
    text: str
    result: str
    minutes: int
    after: tuple[str, ...]
    waiting_days: int


@dataclass(frozen=True, slots=True)
class Template:
    """A plan before it has dates; `fits` names the remedies it puts into practice."""

    id: str
    name: str
    summary: str
    fits: tuple[str, ...]
    milestones: tuple[TemplateMilestone, ...]
    steps: tuple[TemplateStep, ...]


@dataclass(frozen=True, slots=True)
class DrawnMilestone:
    """A milestone with its date."""

    id: str
    name: str
    test: str
    due: date


@dataclass(frozen=True, slots=True)
class DrawnStep:
    """A step in the person's own words of goal and field, with the dates between which it belongs."""

    id: str
    milestone: str
    strand: Strand
    text: str
    result: str
    minutes: int
    after: tuple[str, ...]
    waiting_days: int
    not_before: date
    deadline: date


@dataclass(frozen=True, slots=True)
class DrawnPlan:
    """A plan with dates, milestones and steps each in the order they come."""

    milestones: tuple[DrawnMilestone, ...]
    steps: tuple[DrawnStep, ...]


@cache
def shipped_templates() -> dict[str, Template]:
    """The templates inside the package by id, the least change first: a constant, read once."""
    folder = files("unrut.data").joinpath("plans")
    found = [load_template(folder.joinpath(name).read_text(encoding="utf-8"), file=name) for name in FILES]
    return {template.id: template for template in found}


def load_template(text: str, *, file: str) -> Template:
    """The template written in `text`.

    Raises InvalidReferenceError naming line and field of the first thing that is wrong.
    """
    values = parse_toml(text, file)
    _refuse_other_parts(values, text, file)
    milestones = tables(values, "milestone", text=text, file=file)
    steps = tables(values, "step", text=text, file=file)
    for kind, found in (("milestone", milestones), ("step", steps)):
        if not found:
            raise InvalidReferenceError(f"{file} defines no {kind}. Add one and start again.")
    head = Table(values.get("plan", {}), path="plan", text=text, file=file)
    template = Template(
        id=head.text("id"),
        name=head.text("name"),
        summary=head.text("summary"),
        fits=head.texts("fits"),
        milestones=tuple(each(milestones, _milestone).values()),
        steps=tuple(each(steps, lambda name, table: _step(name, table, milestones)).values()),
    )
    head.done()
    _check_milestones(template, milestones)
    _check_dependencies(template, steps)
    return template


def draw_up(template: Template, *, target: str, field: str, today: date, by: date) -> DrawnPlan:
    """The template with dates from `today` to `by`, and the person's own words for the goal and the field.

    Raises InvalidInputError when the time is too short or a word is missing.
    """
    days = (by - today).days
    if days < SHORTEST_PLAN:
        raise InvalidInputError(
            f"There are {max(days, 0)} days until {by.day} {by:%B %Y}, and a plan needs at least {SHORTEST_PLAN}. "
            "Choose a later date."
        )
    words = _words(template, target=target, field=field)
    milestones = tuple(
        DrawnMilestone(
            id=milestone.id,
            name=milestone.name.format_map(words),
            test=milestone.test.format_map(words),
            due=today + timedelta(days=round(milestone.at * days)),
        )
        for milestone in template.milestones
    )
    due = [today, *(milestone.due for milestone in milestones)]
    spans = {milestone.id: span for milestone, span in zip(milestones, pairwise(due), strict=True)}
    begins = _begins(len(template.steps), days)
    steps = tuple(
        _drawn_step(
            step,
            words,
            not_before=min(today + timedelta(days=begin), _latest_begin(spans[step.milestone], days)),
            deadline=spans[step.milestone][1],
        )
        for step, begin in zip(template.steps, begins, strict=True)
    )
    return DrawnPlan(milestones=milestones, steps=steps)


def _begins(count: int, days: int) -> list[int]:
    """Days after which each step may begin: close together at first, when drive is fresh, then further apart."""
    return [int(BEGUN_BY * days * (place / count) ** FRONT_LOADING) for place in range(count)]


def _latest_begin(stretch: tuple[date, date], days: int) -> date:
    """How far into its stretch a step may be held back: not at all in a short plan, to the middle in one of a year."""
    start, end = stretch
    return start + (end - start) * min(0.5, max(0.0, (days - SHORT_PLAN) / DAYS_OF_A_YEAR))


def _drawn_step(
    step: TemplateStep, words: Mapping[str, str], *, not_before: date, deadline: date
) -> DrawnStep:
    return DrawnStep(
        id=step.id,
        milestone=step.milestone,
        strand=step.strand,
        text=step.text.format_map(words),
        result=step.result.format_map(words),
        minutes=step.minutes,
        after=step.after,
        waiting_days=step.waiting_days,
        not_before=not_before,
        deadline=deadline,
    )


def _words(template: Template, *, target: str, field: str) -> dict[str, str]:
    """The person's words on one line each; those the template uses must not be empty."""
    words = {"target": " ".join(target.split()), "field": " ".join(field.split())}
    used = {name for text in _all_texts(template) for name in _placeholders(text)}
    if "target" in used and not words["target"]:
        raise InvalidInputError("The plan has no goal yet. Say in a few words what you want to reach.")
    if "field" in used and not words["field"]:
        raise InvalidInputError(
            "The plan has no field yet. Say in a few words what field of work it leads to."
        )
    return words


def _all_texts(template: Template) -> list[str]:
    milestones = [text for milestone in template.milestones for text in (milestone.name, milestone.test)]
    return [*milestones, *(text for step in template.steps for text in (step.text, step.result))]


def _placeholders(text: str) -> list[str]:
    """What stands between braces, with anything that would format it; a ValueError for a brace without its other."""
    return [
        "".join((name, *(part for part in (spec, conversion) if part)))
        for _, name, spec, conversion in Formatter().parse(text)
        if name is not None
    ]


def _milestone(name: str, table: Table) -> TemplateMilestone:
    return TemplateMilestone(
        id=name, name=_wording(table, "name"), test=_wording(table, "test"), at=table.share("at")
    )


def _step(name: str, table: Table, milestones: Mapping[str, Table]) -> TemplateStep:
    return TemplateStep(
        id=name,
        milestone=table.member("milestone", milestones),
        strand=table.one_of("strand", Strand),
        text=_wording(table, "text"),
        result=_wording(table, "result"),
        minutes=table.whole("minutes", low=SHORTEST, high=LONGEST, default=DEFAULT_MINUTES),
        after=table.texts("after", optional=True),
        waiting_days=table.whole("waiting_days", low=0, high=LONGEST_WAIT, default=0),
    )


def _wording(table: Table, name: str) -> str:
    """A text whose placeholders are all known."""
    text = table.text(name)
    try:
        found = _placeholders(text)
    except ValueError:
        table.fail(name, "has a brace without its other half")
    for placeholder in found:
        if placeholder not in PLACEHOLDERS:
            table.fail(name, f"has {{{placeholder}}}, which is none of {{target}} and {{field}}")
    return text


def _refuse_other_parts(values: Mapping[str, object], text: str, file: str) -> None:
    for name, part in values.items():
        table = Table(part, path=name, text=text, file=file)
        if name not in PARTS:
            table.fail("", f"is none of {', '.join(PARTS)}")


def _check_milestones(template: Template, found: Mapping[str, Table]) -> None:
    before = 0.0
    for milestone in template.milestones:
        if milestone.at <= before:
            found[milestone.id].fail("at", f"should be more than the {before:g} before it")
        if not any(step.milestone == milestone.id for step in template.steps):
            found[milestone.id].fail("", "has no step that leads to it")
        before = milestone.at
    if before < 1:
        found[template.milestones[-1].id].fail("at", "should be 1, as it is the last")


def _check_dependencies(template: Template, found: Mapping[str, Table]) -> None:
    order = [milestone.id for milestone in template.milestones]
    places = {step.id: order.index(step.milestone) for step in template.steps}
    for step in template.steps:
        for other in step.after:
            if other not in places:
                found[step.id].fail("after", f'names "{other}", which is not defined')
            if places[other] > places[step.id]:
                found[step.id].fail("after", f'names "{other}", which belongs to a later milestone')
    if circle := find_circle({step.id: step.after for step in template.steps}):
        found[circle[0]].fail("after", f"closes a circle: {' → '.join((*circle, circle[0]))}")
