"""`unrut people`."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from unrut.cli.commands.people_changes import COMMANDS as CHANGE_COMMANDS
from unrut.cli.commands.people_import import import_command
from unrut.cli.commands.talks import COMMANDS as TALK_COMMANDS
from unrut.cli.opened import asking_person, local_person
from unrut.cli.options import CIRCLES, circle_option, day_option, force_option, json_option, text
from unrut.cli.output import STDOUT, say, say_json, write_out

MOST_LISTED = 100_000
SHOWN = 50
CLOSEST = 10


@click.group("people", epilog='Example: unrut people add "Ana Ortiz" --circle mentor --company Kestrow')
def command() -> None:
    """Keep whom you know, and see who could answer what.

    Nothing is looked up anywhere, and nobody is written to: you send, or say, or leave it. Somebody is named by their number
    or by a part of their name that only they have.
    """


def _fields(told: Callable[..., Any]) -> Callable[..., Any]:
    """Add what may be known of somebody."""
    options = (
        click.option("--company", type=text, metavar="TEXT", help="Where they work."),
        click.option("--position", type=text, metavar="TEXT", help="What they do there."),
        click.option("--how-known", type=text, metavar="TEXT", help="From where you know them."),
        click.option("--email", type=text, metavar="TEXT", help="Their e-mail address."),
        click.option("--phone", type=text, metavar="TEXT", help="Their number."),
        click.option("--url", type=text, metavar="TEXT", help="The address of a page of theirs."),
        day_option("--met", "The day you met."),
        day_option("--last", "The day you last spoke."),
        click.option(
            "--warmth",
            type=click.IntRange(0, CLOSEST),
            metavar="0-10",
            help="How close you are, from hardly (0) to very (10).",
        ),
        click.option("--note", type=text, metavar="TEXT", help="Whatever else you want to keep in mind."),
    )
    for option in reversed(options):
        told = option(told)
    return told


@command.command("list", epilog="Example: unrut people list nurse --circle friend")
@click.argument("words", type=text, nargs=-1)
@circle_option("Only those of this circle.")
@click.option("--from", "first", type=click.IntRange(1), default=1, metavar="N", help="Begin at the Nth.")
@click.option(
    "-n", "count", type=click.IntRange(1, MOST_LISTED), default=SHOWN, show_default=True, help="How many."
)
@click.option(
    "--csv", "file", metavar="FILE", default="", help='Write all of them as a table; "-" prints it.'
)
@force_option
@json_option
def list_command(
    words: tuple[str, ...],
    circle: str | None,
    first: int,
    count: int,
    file: str,
    force: bool,
    as_json: bool,
) -> None:
    """List the people you know by name, or those whose name, company, position or note holds the WORDS."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import people as page
    from unrut.queries.people import people_list

    wanted, of_circle = " ".join(words), circle or ""
    if file:
        everybody = people_list(owner, words=wanted, circle=of_circle, rows=MOST_LISTED)
        write_out(file, page.table(everybody), force=force, what="The table of people")
    found = people_list(owner, words=wanted, circle=of_circle, first=first - 1, rows=count)
    if as_json and file != STDOUT:
        say_json(page.list_values(found))
    elif not file:
        say(page.list_lines(found, words=wanted, circle=of_circle))


@command.command("show", epilog='Example: unrut people show "Ana Ortiz"')
@click.argument("named", type=text, metavar="NAME|ID")
@json_option
def show_command(named: str, as_json: bool) -> None:
    """Show one of them: who it is, what they could answer, and your talks."""
    owner = asking_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import person as page
    from unrut.queries.named_person import person_named

    known = page.known_of(owner, person_named(owner, named))
    if as_json:
        say_json(page.show_values(known))
    else:
        say(page.show_lines(known))


@command.command("add", epilog='Example: unrut people add "Ana Ortiz" --circle friend --last 2026-09-01')
@click.argument("name", type=text)
@circle_option("From where you know them; can be said later.")
@_fields
@json_option
def add_command(name: str, as_json: bool, **said: Any) -> None:
    """Keep somebody you know; the name is enough."""
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import people as page

    added = page.add(owner, name, said)
    if as_json:
        say_json(page.person_values(added))
    else:
        say(page.added_lines(added))


@command.command("change", epilog='Example: unrut people change Ana --company Kestrow --position ""')
@click.argument("named", type=text, metavar="NAME|ID")
@click.option("--name", type=text, metavar="TEXT", help="What they are called.")
@circle_option("From where you know them.")
@_fields
@json_option
def change_command(named: str, as_json: bool, **said: Any) -> None:
    """Correct what is known of somebody. What you do not give stays; an empty text takes it away."""
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import people as page

    changed = page.change(owner, named, said)
    if as_json:
        say_json(page.person_values(changed))
    else:
        say([page.person_line(changed)])


@command.command("circle", epilog='Example: unrut people circle mentor "Ana Ortiz" 14')
@click.argument("circle", type=click.Choice(CIRCLES))
@click.argument("named", type=text, metavar="NAME|ID...", nargs=-1, required=True)
@json_option
def circle_command(circle: str, named: tuple[str, ...], as_json: bool) -> None:
    """Put people into a circle; "other" takes them out again."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import people as page
    from unrut.services.contacts import sort_contacts

    keys = page.keys_of(owner, named)
    sort_contacts(owner, keys, circle)
    if as_json:
        say_json(page.people_values(owner, keys))
    else:
        say(page.sorted_lines(len(keys), circle))


@command.command("spoken", epilog="Example: unrut people spoken Ana --on 2026-11-18")
@click.argument("named", type=text, metavar="NAME|ID")
@day_option("--on", "The day; today without it.")
@json_option
def spoken_command(named: str, on: date | None, as_json: bool) -> None:
    """Say that you spoke to somebody; an earlier day than the one known changes nothing."""
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import people as page
    from unrut.clock import today
    from unrut.queries.named_person import person_named
    from unrut.services.contacts import say_spoken

    say_spoken(owner, person_named(owner, named).pk, on=on or today(), today=today())
    person = page.found(owner, named)
    if as_json:
        say_json(page.person_values(person))
    else:
        say([page.person_line(person)])


for other_command in (import_command, *CHANGE_COMMANDS, *TALK_COMMANDS):
    command.add_command(other_command)
