"""The part of `unrut people` about entries: the same person twice, and who is to be forgotten."""

import sys

import click

from unrut.cli.opened import local_person
from unrut.cli.options import json_option, text
from unrut.cli.output import say, say_json


@click.command("forget", epilog='Example: unrut people forget "Ana Ortiz"')
@click.argument("named", type=text, metavar="NAME|ID")
@click.option("--yes", is_flag=True, help="Do not ask first.")
@json_option
def forget_command(named: str, yes: bool, as_json: bool) -> None:
    """Forget somebody with everything about them, after showing what goes and what stays.

    What you learned from them stays without a name, and the next file does not bring them back.
    """
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import people as page
    from unrut.services.contacts import forget_contact

    person = page.found(owner, named)
    if not yes:
        _ask_to_forget(page.going_lines(owner, person))
    gone = forget_contact(owner, person.id)
    if as_json:
        say_json(page.gone_values(gone))
    else:
        say(page.gone_lines(gone))


@click.command("same", epilog="Example: unrut people same")
@json_option
def same_command(as_json: bool) -> None:
    """List entries that may be one person, and those you joined."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import same_people as page

    if as_json:
        say_json(page.same_values(owner))
    else:
        say(page.same_lines(owner))


@click.command("join", epilog="Example: unrut people join 3 14")
@click.argument("first", type=text, metavar="NAME|ID")
@click.argument("second", type=text, metavar="NAME|ID")
@json_option
def join_command(first: str, second: str, as_json: bool) -> None:
    """Say that two entries are one person; the first stands for both, and nothing of the second is lost."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import people as page
    from unrut.cli.pages.same_people import joined_words
    from unrut.services.contacts import join_contacts

    keys = [page.found(owner, named).id for named in (first, second)]
    joined = join_contacts(owner, keys[0], keys[1])
    if as_json:
        say_json(page.people_values(owner, [joined.pk])[0])
    else:
        say([joined_words(joined)])


@click.command("part", epilog="Example: unrut people part 14")
@click.argument("named", type=text, metavar="NAME|ID")
@json_option
def part_command(named: str, as_json: bool) -> None:
    """Take an entry that was joined with another apart again."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import people as page
    from unrut.cli.pages.same_people import joined_entry, parted_words
    from unrut.services.contacts import part_contact

    parted = part_contact(owner, joined_entry(owner, named).pk)
    if as_json:
        say_json(page.people_values(owner, [parted.pk])[0])
    else:
        say([parted_words(parted)])


COMMANDS = (forget_command, same_command, join_command, part_command)


def _ask_to_forget(lines: list[str]) -> None:
    if not sys.stdin.isatty():
        raise click.UsageError("Nobody can be asked here. Add --yes to forget them without a question.")
    say(lines, to_errors=True)
    click.confirm("Forget them?", abort=True, err=True)
