"""The part of `unrut people` that brings people, and one's own career, in from a file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unrut.cli.opened import LONG, local_person
from unrut.cli.options import circle_option, json_option
from unrut.cli.output import STDOUT, say, say_json

if TYPE_CHECKING:
    from unrut.importers.people.contract import ReadPeople


@click.command("import", epilog="Example: unrut people import Basic_LinkedInDataExport.zip --dry-run")
@click.argument("source", metavar="FILE|FOLDER|-")
@circle_option("The circle of those who are new, where the file says none.")
@click.option("--jobs", is_flag=True, help="Also take your own jobs.")
@click.option("--schooling", is_flag=True, help="Also take your highest degree, where you have not said it.")
@click.option("--recommendations", is_flag=True, help="Also take what others wrote about you.")
@click.option("--dry-run", is_flag=True, help="Only show what was read; store nothing.")
@json_option
def import_command(
    source: str,
    circle: str | None,
    jobs: bool,
    schooling: bool,
    recommendations: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring in people from a FILE or an unpacked FOLDER; "-" reads standard input.

    A copy of your data from LinkedIn, cards (.vcf), any table (CSV) with names and a JSON Resume are understood. The same file
    twice changes nothing, a later one brings what changed, and whoever you forgot stays out. Skills a file may show are
    proposed by "unrut skills propose FILE".
    """
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import people_import as page
    from unrut.clock import today
    from unrut.services.people_import import Choice, foreseen, import_people

    read = _read(source)
    tell_many(len(read.contacts))
    if dry_run:
        fates = foreseen(owner, read, today=today())
        if as_json:
            say_json(page.preview_values(read, fates))
        else:
            say(page.preview_lines(read, fates))
        return
    choice = Choice(
        circle=circle or Choice().circle, jobs=jobs, schooling=schooling, recommendations=recommendations
    )
    came = import_people(owner, read, choice, today=today())
    if as_json:
        say_json(page.import_values(read, came))
    else:
        say(page.import_lines(read, came, choice, source if Path(source).expanduser().is_file() else ""))


def _read(source: str) -> "ReadPeople":
    """What the file, folder or standard input holds. No more is read than a file may have."""
    # Inline: needs Django set up; the readers bring parsers that --help does without.
    from unrut.importers.people.registry import LARGEST_PACKED
    from unrut.services.people_import import read_source

    if source == STDOUT:
        return read_source(("What you piped in", sys.stdin.buffer.read(LARGEST_PACKED + 1)))
    path = Path(source).expanduser()
    if path.is_dir():
        return read_source(path)
    with path.open("rb") as opened:
        return read_source((path.name, opened.read(LARGEST_PACKED + 1)))


def tell_many(count: int) -> None:
    """Say on a terminal that many people take a moment."""
    if count >= LONG and sys.stderr.isatty():
        click.echo(
            f"Looking through {count:,} people; nothing is kept before all of them are read.", err=True
        )
