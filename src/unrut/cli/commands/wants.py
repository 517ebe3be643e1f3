"""`unrut wants`."""

import re
from dataclasses import dataclass

import click

from unrut.cli.opened import local_person
from unrut.cli.options import json_option
from unrut.cli.output import say, say_json


@dataclass(frozen=True, slots=True)
class SaidWant:
    """A want as it is written; without a level the one there is stays, or the usual one."""

    facet: str
    weight: int
    wanted: int | None


def a_want(text: str) -> SaidWant:
    """A want written as FACET=WEIGHT or FACET=WEIGHT:WANTED; whether it is right is asked by the service."""
    read = re.fullmatch(r"(\w+)=(\d{1,4})(?::(\d{1,4}))?", text)
    if read is None:
        raise click.BadParameter(f'"{text}" is not a want. Write it like learning_growth=80 or commute=40:2.')
    facet, weight, wanted = read.groups()
    return SaidWant(facet, int(weight), None if wanted is None else int(wanted))


@click.command("wants", epilog="Example: unrut wants --set learning_growth=80 --set commute=40:2")
@click.option(
    "said",
    "--set",
    type=a_want,
    metavar="FACET=WEIGHT[:WANTED]",
    multiple=True,
    help="How much it matters (0 to 100; 0 takes it off the list) and the level wanted (0 to 10); may be repeated.",
)
@click.option("--reset", is_flag=True, help="Go back to what follows from your notes.")
@json_option
def command(said: tuple[SaidWant, ...], reset: bool, as_json: bool) -> None:
    """Show or say what you want of work. What you do not set stays as it is."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import explore as page
    from unrut.cli.pages.changes import change_wants
    from unrut.queries.explore import wants_of
    from unrut.queries.reflect import behind
    from unrut.services.explore import forget_wants

    if reset:
        forget_wants(owner)
    if said:
        change_wants(owner, {want.facet: (want.weight, want.wanted) for want in said})
    wants, proposed = wants_of(owner, behind(owner).picture)
    if as_json:
        say_json(page.wants_values(wants, proposed=proposed))
    else:
        say(page.wants_lines(wants, proposed=proposed))
