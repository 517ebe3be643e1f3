"""`unrut calendar`."""

import click

from unrut.cli.opened import local_person
from unrut.cli.options import force_option
from unrut.cli.output import STDOUT, write_out
from unrut.errors import MissingError


@click.command("calendar", epilog="Example: unrut calendar steps.ics --neutral")
@click.argument("file", default=STDOUT)
@click.option("--neutral", is_flag=True, help='Call every step "Time for myself".')
@force_option
def command(file: str, neutral: bool, force: bool) -> None:
    """Write the dated steps as a calendar (.ics).

    Without a FILE, to standard output.
    """
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages.plan import NO_GOAL
    from unrut.clock import now, today
    from unrut.exporters.plan_calendar import plan_calendar
    from unrut.queries.plan import plan_of

    plan = plan_of(owner, today=today())
    if plan is None:
        raise MissingError(NO_GOAL)
    content = plan_calendar(plan, made_at=now(), neutral=neutral)
    write_out(file, content, force=force, what="The calendar of your steps")
