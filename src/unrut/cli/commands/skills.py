"""`unrut skills`."""

import sys
from pathlib import Path

import click

from unrut.cli.opened import local_person
from unrut.cli.options import json_option
from unrut.cli.output import STDOUT, say, say_json

LEVELS = ("none", "basic", "working", "strong", "expert")


@click.group(
    "skills", invoke_without_command=True, epilog='Example: unrut skills add "Speaking" --level strong'
)
@json_option
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Say what you can. It is proposed from what you wrote, and counts once you confirm it.

    Without a command, what you confirmed is listed.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_command, is_all=False, as_json=as_json)
    elif as_json:
        raise click.UsageError("--json belongs behind the command: unrut skills list --json.")


@command.command("list", epilog="Example: unrut skills list --json")
@click.option("--all", "is_all", is_flag=True, help="All skills there are, confirmed or not.")
@json_option
def list_command(is_all: bool, as_json: bool) -> None:
    """List the skills you confirmed, with what shows them."""
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import skills as page

    if as_json:
        say_json(page.all_values(owner) if is_all else page.known_values(owner))
    else:
        say(page.all_lines(owner) if is_all else page.known_lines(owner))


@command.command("propose", epilog="Example: unrut skills propose cv.txt")
@click.argument("file", default="")
@json_option
def propose_command(file: str, as_json: bool) -> None:
    """Propose skills from what you got done and the work you did, or from FILE; "-" reads standard input.

    FILE is a CV as text, as a Word file or as JSON Resume, or an export of LinkedIn. Nothing of it is kept: confirm what is
    true of you with "unrut skills add".
    """
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import skills as page

    found = page.proposed(owner, *_content(file))
    if as_json:
        say_json(page.proposed_values(found))
    else:
        say(page.proposed_lines(found))


@command.command("add", epilog='Example: unrut skills add 2.A.1.d --level strong --evidence "Gave 30 talks"')
@click.argument("named", metavar="ELEMENT|NAME")
@click.option("--level", type=click.Choice(LEVELS), required=True, help="How far it goes.")
@click.option("--evidence", default="", help="What shows it.")
@json_option
def add_command(named: str, level: str, evidence: str, as_json: bool) -> None:
    """Confirm a skill, by its number or a part of its name; said before, it is said anew."""
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import skills as page

    added = page.add(owner, named, level, evidence)
    if as_json:
        say_json(page.added_values(added))
    else:
        say(page.added_lines(added))


@command.command("forget", epilog="Example: unrut skills forget 2.A.1.d")
@click.argument("named", metavar="ELEMENT|NAME")
def forget_command(named: str) -> None:
    """Take back what you said of a skill."""
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import skills as page

    say([page.forget(owner, named)])


def _content(file: str) -> tuple[str, bytes]:
    """What the file is called and holds; nothing where none is named. No more is read than a file may have."""
    if not file:
        return "", b""
    # Inline: the readers bring parsers that --help does without.
    from unrut.importers.people.registry import LARGEST_PACKED

    if file == STDOUT:
        return "What you piped in", sys.stdin.buffer.read(LARGEST_PACKED + 1)
    path = Path(file).expanduser()
    with path.open("rb") as opened:
        return path.name, opened.read(LARGEST_PACKED + 1)
