"""`unrut openings`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unrut.cli.opened import local_person
from unrut.cli.options import json_option
from unrut.cli.output import STDOUT, say, say_json

if TYPE_CHECKING:
    from unrut.importers.contract import Parsed


@click.group("openings", epilog="Example: unrut openings import jobs.csv --dry-run")
def command() -> None:
    """Bring in openings, list them, remove them."""


@command.command("import", epilog="Example: unrut openings import jobs.json --company Acme")
@click.argument("file")
@click.option("--company", default="", help="Who posted them, where the file does not say.")
@click.option("--dry-run", is_flag=True, help="Only show what the file holds; store nothing.")
@json_option
def import_command(file: str, company: str, dry_run: bool, as_json: bool) -> None:
    """Read openings from a FILE, or from standard input for "-".

    The files of Greenhouse, Lever and Ashby job boards, tables and pasted text are understood. What cannot be read is
    named and left out; the same file twice changes nothing.
    """
    name, content = _content(file)
    if dry_run:
        _show_found(name, content, company, as_json=as_json)
        return
    owner = local_person()
    # Inline: needs Django set up.
    from dataclasses import asdict

    from unrut.cli.pages import explore as page
    from unrut.clock import today
    from unrut.services.explore import import_openings

    result, parsed = import_openings(owner, name, content, today=today(), company=company)
    if as_json:
        say_json({**asdict(result), "problems": [asdict(problem) for problem in parsed.problems]})
    else:
        say(page.import_lines(result, parsed.problems))


@command.command("list", epilog="Example: unrut openings list --json")
@json_option
def list_command(as_json: bool) -> None:
    """List the openings, each with the number that names it."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import explore as page
    from unrut.models import Opening
    from unrut.queries.scope import of

    openings = list(of(Opening, owner))
    if as_json:
        say_json([page.opening_values(opening) for opening in openings])
    else:
        say(page.openings_lines(openings))


@command.command("remove", epilog="Example: unrut openings remove 12")
@click.argument("number", type=int, metavar="ID")
def remove_command(number: int) -> None:
    """Remove the opening with this number."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.services.explore import remove_opening

    remove_opening(owner, number)
    say([f"Opening {number} is removed."])


def _content(file: str) -> tuple[str, bytes]:
    """What the file is called and holds."""
    if file == STDOUT:
        return "pasted.txt", sys.stdin.buffer.read()
    path = Path(file).expanduser()
    return path.name, path.read_bytes()


def _show_found(name: str, content: bytes, company: str, *, as_json: bool) -> None:
    """Show what a file holds. Needs no store."""
    # Inline: the importers bring parsers that --help does without.
    from dataclasses import asdict

    from unrut.importers.registry import read_openings

    _, parsed = read_openings(name, content, company=company)
    if as_json:
        say_json(asdict(parsed))
    else:
        say(_found(parsed))


def _found(parsed: "Parsed") -> list[str]:
    listed = [", ".join(filter(None, (opening.title, opening.company))) for opening in parsed.openings]
    left_out = [f"Left out, {problem.where}: {problem.message}" for problem in parsed.problems]
    return [f"{len(listed)} would be read; nothing is stored yet.", *listed, *left_out]
