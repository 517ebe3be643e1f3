"""`unrut goal`."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from unrut.cli.opened import reading_person
from unrut.cli.options import day_option, json_option
from unrut.cli.output import say, say_json

if TYPE_CHECKING:
    from unrut.models import Person


@click.command(
    "goal", epilog="Example: unrut goal --choose opening-3 --plan new_job --by 2027-06-30 --field marketing"
)
@click.option("--choose", metavar="KEY", help="The option to make the goal: a key of unrut rank.")
@click.option("--plan", "template", metavar="TEMPLATE", help="stay_and_change, new_job or new_field.")
@day_option("--by", "When you want to be there.")
@click.option("--title", help="What you call the goal (default: from the option).")
@click.option("--field", default="", help="The field of work it leads to.")
@click.option("--reason", default="", help="Why, in your own words.")
@click.option("--park", is_flag=True, help="Put the goal aside with all its steps.")
@click.option("--resume", type=int, metavar="ID", help="Take up a goal that was put aside.")
@json_option
def command(as_json: bool, park: bool, resume: int | None, **choice: Any) -> None:
    """Show the one goal with its evidence, or choose one. The goal there was is put aside, not lost."""
    needed = [choice[name] is not None for name in ("choose", "template", "by")]
    if any(needed) and not all(needed):
        raise click.UsageError("--choose, --plan and --by belong together. Give all three.")
    if any(needed) + park + (resume is not None) > 1:
        raise click.UsageError("--choose, --park and --resume are three different things. Give one of them.")
    owner = reading_person()
    # Inline: needs Django set up.
    from unrut.services.plan import park_goal, resume_goal

    if any(needed):
        _choose(owner, **choice)
    if park:
        park_goal(owner)
    if resume is not None:
        resume_goal(owner, resume)
    _show(owner, as_json=as_json)


def _choose(
    owner: "Person", *, choose: str, template: str, by: date, title: str | None, field: str, reason: str
) -> None:
    # Inline: needs Django set up.
    from unrut.clock import today
    from unrut.queries.explore import option_of
    from unrut.services.plan import GoalChoice, choose_goal
    from unrut.wording.plan import proposed_title

    option = option_of(owner, choose, today=today())
    choice = GoalChoice(
        option=option.key if option else choose,
        template=template,
        title=proposed_title(option) or choose if title is None else title,
        target_on=by,
        field=field,
        reason=reason,
    )
    choose_goal(owner, choice, today=today())


def _show(owner: "Person", *, as_json: bool) -> None:
    # Inline: needs Django set up.
    from unrut.cli.pages import plan as page
    from unrut.clock import today
    from unrut.queries.evidence import chain_of
    from unrut.queries.plan import parked_goals, plan_of

    plan, parked = plan_of(owner, today=today()), parked_goals(owner)
    chain = chain_of(owner, plan.goal, today=today()) if plan else None
    if as_json:
        say_json(page.goal_values(plan, chain, parked))
    else:
        say(page.goal_lines(plan, chain, parked))
