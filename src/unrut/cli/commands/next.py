"""`unrut next`."""

from typing import TYPE_CHECKING

import click

from unrut.cli.opened import reading_person
from unrut.cli.options import json_option
from unrut.cli.output import say, say_json

if TYPE_CHECKING:
    from unrut.models import Person
    from unrut.queries.plan import Plan


@click.command("next", epilog="Example: unrut next --done 14")
@click.option("--why", is_flag=True, help="Show the way from the step to the goal, the wants and your notes.")
@click.option("--done", type=int, metavar="ID", help="This step is done.")
@click.option("--skip", type=int, metavar="ID", help="This step is not needed.")
@click.option("--later", type=int, metavar="ID", help="Not this week.")
@click.option("--reopen", type=int, metavar="ID", help="Neither done nor skipped after all.")
@json_option
def command(why: bool, as_json: bool, **changes: int | None) -> None:
    """Show the next step and those of this week.

    Each has a number in front, by which you can say what became of it.
    """
    told = {change: number for change, number in changes.items() if number is not None}
    if len(told) > 1:
        raise click.UsageError("Say what became of one step at a time.")
    owner = reading_person()
    for change, number in told.items():
        sentence = _change(owner, change, number)
        if not as_json:
            say([sentence])
    _show(owner, why=why, as_json=as_json)


def _change(owner: "Person", change: str, number: int) -> str:
    # Inline: needs Django set up.
    from unrut.clock import today
    from unrut.services import plan as services
    from unrut.wording.plan import changed

    match change:
        case "done":
            step = services.finish_step(owner, number, today=today())
        case "skip":
            step = services.skip_step(owner, number, today=today())
        case "later":
            step = services.postpone_step(owner, number, today=today())
        case _:
            step = services.reopen_step(owner, number)
    return changed(step, change)


def _show(owner: "Person", *, why: bool, as_json: bool) -> None:
    # Inline: needs Django set up.
    from unrut.cli.pages import plan as page
    from unrut.clock import today
    from unrut.queries.evidence import chain_of
    from unrut.queries.plan import plan_of

    plan = plan_of(owner, today=today())
    chain = chain_of(owner, plan.goal, today=today()) if plan and why else None
    strengths = _strengths(owner, plan)
    if as_json:
        say_json(page.next_values(plan, chain, strengths))
    else:
        say(page.next_lines(plan, chain, strengths))


def _strengths(owner: "Person", plan: "Plan | None") -> tuple[str, ...]:
    """The strengths others see that the next step works to; none while help is offered, as nothing pushes then."""
    # Inline: needs Django set up.
    from unrut.clock import today
    from unrut.queries.safety import help_ground
    from unrut.queries.strengths import steps_to_strengths

    if plan is None or plan.next is None:
        return ()
    found = steps_to_strengths(owner, [plan.next.step]).get(plan.next.step.pk, ())
    return () if found and help_ground(owner, today=today()) else found
