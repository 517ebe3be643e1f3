"""`unrut rank`."""

import click

from unrut.cli.opened import reading_person
from unrut.cli.options import json_option
from unrut.cli.output import say, say_json


@click.command("rank", epilog="Example: unrut rank --why")
@click.option("--why", is_flag=True, help="Show what speaks for and against each, and what to ask.")
@json_option
def command(why: bool, as_json: bool) -> None:
    """Judge all ways out by what you want.

    These are the present job, the same changed, and your openings.
    The word in brackets is the key by which an option can be chosen as the goal.
    """
    owner = reading_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import explore as page
    from unrut.clock import today
    from unrut.queries.explore import ranking

    judged = ranking(owner, today=today())
    if as_json:
        say_json(page.ranking_values(judged))
    else:
        say(page.ranking_lines(judged, why=why))
