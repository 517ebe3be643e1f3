"""`unrut why`."""

import click

from unrut.cli.opened import local_person
from unrut.cli.options import json_option
from unrut.cli.output import say, say_json


@click.command("why", epilog="Example: unrut why learning_growth")
@click.argument("facet", required=False)
@json_option
def command(facet: str | None, as_json: bool) -> None:
    """Show what is behind it, with your own words.

    What weighs on you and what gives you energy, then what to look for and what to avoid. With a FACET, every note that
    speaks of it.
    """
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import why as page
    from unrut.queries.reflect import behind

    read = behind(owner)
    if as_json:
        say_json(page.facet_values(read, facet) if facet else page.values(read))
    else:
        say(page.facet_lines(read, facet) if facet else page.lines(read))
