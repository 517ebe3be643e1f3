"""`unrut wins`."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from unrut.cli.opened import local_person
from unrut.cli.options import day_option, force_option, json_option
from unrut.cli.output import STDOUT, say, say_json, write_out

if TYPE_CHECKING:
    from unrut.importers.wins.contract import ParsedWins
    from unrut.services.win_imports import GitFolder


@click.group("wins", epilog='Example: unrut wins add "Halved the Monday report" --on 2026-03-04')
def command() -> None:
    """Keep what you got done, and find it again when it counts."""


@command.command(
    "add", epilog='Example: unrut wins add "Trained two colleagues" --skill teaching --seen-by "R. M."'
)
@click.argument("text")
@day_option("--on", "The day; today without it.")
@click.option("--figures", default="", help='Numbers in it: "from 9 days to 4".')
@click.option("--known-from", default="", help="How the numbers are known.")
@click.option("--seen-by", default="", help="Who saw it.")
@click.option("--skill", "skills", multiple=True, help="A skill it shows; may be given several times.")
@click.option("--proof", default="", help="A link or a file name.")
@json_option
def add_command(text: str, on: date | None, as_json: bool, **told: Any) -> None:
    """Write down something you got done."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import wins as page
    from unrut.clock import today
    from unrut.services.accomplishments import Told, add_accomplishment

    done = add_accomplishment(owner, text, on=on or today(), today=today(), told=Told(**told))
    if as_json:
        say_json(page.values(done))
    else:
        say([f"Kept: {page.line(done)}"])


@command.command("list", epilog="Example: unrut wins list --since 2026-01-01 --skill teaching")
@day_option("--since", "From this day on.")
@day_option("--until", "Up to this day.")
@click.option("--skill", default="", help="Only those that show this skill.")
@click.option(
    "--containing", default="", metavar="WORDS", help="Only those in which these words stand just so."
)
@click.option("--skills", "by_skill", is_flag=True, help="Count them by skill instead.")
@json_option
def list_command(
    since: date | None, until: date | None, skill: str, containing: str, by_skill: bool, as_json: bool
) -> None:
    """List what you got done, the newest first, each with the number that names it."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import wins as page
    from unrut.queries.accomplishments import listed_accomplishments, skill_counts

    if by_skill:
        counts = skill_counts(owner)
        if as_json:
            say_json([{"skill": name, "count": count} for name, count in counts])
        else:
            say(page.skill_lines(counts))
        return
    rows = listed_accomplishments(owner, skill=skill, since=since, until=until, containing=containing)
    if as_json:
        say_json([page.values(row) for row in rows])
    else:
        say(page.lines(rows, is_part=bool(skill or since or until or containing)))


@command.command("find", epilog='Example: unrut wins find "Tell me about a conflict" --question')
@click.argument("words")
@click.option(
    "--question", "is_question", is_flag=True, help="It is an interview question: the three best answers."
)
@click.option("--skill", default="", help="Only those that show this skill.")
@day_option("--since", "From this day on.")
@day_option("--until", "Up to this day.")
@json_option
def find_command(
    words: str, is_question: bool, skill: str, since: date | None, until: date | None, as_json: bool
) -> None:
    """Find what you got done by words and by what they mean, or for an interview question, and why it fits."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import wins as page
    from unrut.queries.accomplishments import answers_to, find_accomplishments

    if is_question:
        found = answers_to(owner, words)
    else:
        found = find_accomplishments(owner, words, skill=skill, since=since, until=until)
    if as_json:
        say_json([page.found_values(one) for one in found])
    else:
        say(page.found_lines(found, words, is_question=is_question))


@command.command("now", epilog="Example: unrut wins now")
@click.option(
    "--not-helpful", is_flag=True, help="It does not help: leave it out for this worry from now on."
)
@json_option
def now_command(not_helpful: bool, as_json: bool) -> None:
    """In a low week, show the one thing you got done that contradicts what weighs in it."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import wins as page
    from unrut.clock import today
    from unrut.queries.right_win import right_win
    from unrut.services.accomplishments import refuse

    shown = right_win(owner, today=today())
    if shown and not_helpful:
        refuse(owner, shown.accomplishment.pk, shown.worry.facets, today=today())
    if as_json:
        say_json(page.right_values(shown) if shown else None)
    else:
        say(page.right_lines(shown, is_refused=not_helpful))


@command.command("remove", epilog="Example: unrut wins remove 12")
@click.argument("number", type=int)
def remove_command(number: int) -> None:
    """Remove one, by its NUMBER in the list."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import wins as page
    from unrut.services.accomplishments import remove_accomplishment

    removed = remove_accomplishment(owner, number)
    removed.pk = number  # a row that is gone has forgotten it
    say([f"Removed: {page.line(removed)}"])


@command.command("import", epilog="Example: unrut wins import brag.md --dry-run")
@click.argument("source")
@click.option(
    "--author", default="", help="Your e-mail address in the commits, where SOURCE is a folder with git."
)
@day_option("--since", "Only commits from this day on.")
@click.option("--dry-run", is_flag=True, help="Only show what was read; store nothing.")
@click.option("--leave-out", is_flag=True, help="Store the rest where some of it cannot be read.")
@json_option
def import_command(
    source: str, author: str, since: date | None, dry_run: bool, leave_out: bool, as_json: bool
) -> None:
    """Bring in what you wrote down elsewhere: SOURCE is a file, "-" for standard input, or a folder with git.

    Markdown, tables (CSV), jrnl and Day One (JSON or ZIP) are understood; of git only your own commits, grouped into pieces
    of work. Nothing is stored while some of it cannot be read, unless you say --leave-out; the same file twice adds nothing.
    """
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import wins as page
    from unrut.clock import today
    from unrut.services.win_imports import import_wins, read_source

    parsed = read_source(_source(source, author, since), today=today())
    if dry_run:
        _show_read(parsed, as_json=as_json)
        return
    result = import_wins(owner, parsed, leave_out=leave_out)
    if as_json:
        say_json(page.import_values(result, parsed))
    else:
        say(page.import_lines(result, parsed))


@command.command("export", epilog="Example: unrut wins export --output brag.md")
@click.option(
    "--as",
    "form",
    type=click.Choice(["markdown", "csv", "json"]),
    default="markdown",
    show_default=True,
    help="How it is written; a file that ends in .csv or .json is that anyway.",
)
@day_option("--since", "From this day on.")
@day_option("--until", "Up to this day.")
@click.option("--output", "file", metavar="FILE", default=STDOUT, help="Write it to a file.")
@force_option
def export_command(form: str, since: date | None, until: date | None, file: str, force: bool) -> None:
    """Take along what you got done, as Markdown or CSV in a form that can be brought in again."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.exporters.wins import WinsFormat, wins_file
    from unrut.queries.accomplishments import listed_accomplishments

    written_as = WinsFormat.of_file(file) or WinsFormat(form)
    rows = listed_accomplishments(owner, since=since, until=until)
    write_out(file, wins_file(rows, written_as), force=force, what="What you got done")


def _source(source: str, author: str, since: date | None) -> "tuple[str, bytes] | GitFolder":
    # Inline: needs Django set up.
    from unrut.services.win_imports import GitFolder

    if source == STDOUT:
        return "pasted.txt", sys.stdin.buffer.read()
    path = Path(source).expanduser()
    if path.is_dir():
        return GitFolder(path, author=author, since=since)
    return path.name, path.read_bytes()


def _show_read(parsed: "ParsedWins", *, as_json: bool) -> None:
    from dataclasses import asdict

    from unrut.cli.pages import wins as page

    if as_json:
        say_json(asdict(parsed))
    else:
        say(page.read_lines(parsed))
