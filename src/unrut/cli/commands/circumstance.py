"""`unrut circumstance`."""

from datetime import date

import click

from unrut.cli.opened import local_person
from unrut.cli.options import day_option, json_option
from unrut.cli.output import say, say_json


@click.group("circumstance", epilog='Example: unrut circumstance add manager "Dora" --since 2025-03-01')
def command() -> None:
    """Say when which manager, team, project or place it was."""


@command.command(
    "add", epilog='Example: unrut circumstance add team "North" --since 2025-03-01 --until 2026-01-31'
)
@click.argument("kind", metavar="manager|team|project|place")
@click.argument("name")
@day_option("--since", "The day it began. Needed; a rough day will do.")
@day_option("--until", "The day it ended; without it, it still lasts.")
def add_command(kind: str, name: str, since: date | None, until: date | None) -> None:
    """Keep under whom, in which team, on what or where you worked, and when."""
    if since is None:
        raise click.UsageError("The day it began is missing: --since 2025-03-01. A rough day will do.")
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages.circumstances import row_line
    from unrut.clock import today
    from unrut.services.circumstances import ToldCircumstance, add_circumstance

    kept = add_circumstance(owner, ToldCircumstance(kind, name, since, until), today=today())
    say([f"Kept: {row_line(kept)}"])


@command.command("list", epilog="Example: unrut circumstance list")
@json_option
def list_command(as_json: bool) -> None:
    """Show what you said so far."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages.circumstances import lines, values
    from unrut.queries.circumstances import circumstances

    rows = circumstances(owner)
    if as_json:
        say_json(values(rows))
    else:
        say(lines(rows))


@command.command("remove", epilog="Example: unrut circumstance remove 3")
@click.argument("number", type=int)
def remove_command(number: int) -> None:
    """Forget one, by its NUMBER in the list. Your notes stay."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages.circumstances import row_line
    from unrut.services.circumstances import remove_circumstance

    removed = remove_circumstance(owner, number)
    removed.pk = number  # a row that is gone has forgotten it
    say([f"Removed: {row_line(removed)}"])
