"""`unrut why`."""

import click

from unrut.cli.opened import reading_person
from unrut.cli.options import json_option
from unrut.cli.output import say, say_json


@click.command("why", epilog="Example: unrut why learning_growth")
@click.argument("facet", required=False)
@json_option
def command(facet: str | None, as_json: bool) -> None:
    """Show what is behind it, with your own words.

    What weighs on you and what gives you energy, how sure that is and where it sits, then what to look for and what to
    avoid. With a FACET, everything about it: every note, what goes with it, what can be done, what would change the picture.
    """
    owner = reading_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import why as page
    from unrut.queries.causes import examined
    from unrut.queries.profile import profile_list

    found = examined(owner)
    if facet:
        if as_json:
            say_json(page.facet_values(found, facet))
        else:
            say(page.facet_lines(found, facet))
        return
    profile = profile_list(owner, found.read)
    if as_json:
        say_json(page.values(found, profile))
    else:
        say(page.lines(found, profile))
