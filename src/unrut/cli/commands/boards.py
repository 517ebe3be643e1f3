"""The part of `unrut openings` that watches job boards."""

import sys
from collections.abc import Callable

import click

from unrut.cli.opened import local_person
from unrut.cli.options import json_option
from unrut.cli.output import say, say_json
from unrut.errors import ExitCode

CLEAR_LINE = "\r\x1b[K"


@click.command("watch", epilog="Example: unrut openings watch https://boards.greenhouse.io/acme")
@click.argument("named", metavar="ADDRESS|COMPANY")
def watch_command(named: str) -> None:
    """Watch a careers page or a company. Nothing is asked yet: only "unrut openings update" does that.

    The boards of some thirty vendors are known by their address, and any page with schema.org JobPosting, a feed, or a link to
    its board will do. Of a company only the name is needed; its board is looked for at the first update.
    """
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import boards as page
    from unrut.clock import today
    from unrut.services.boards import watch

    say(page.watch_lines(watch(owner, named, today=today())))


@click.command("unwatch", epilog="Example: unrut openings unwatch 3")
@click.argument("named", metavar="ID|ADDRESS|COMPANY")
def unwatch_command(named: str) -> None:
    """Watch a board no longer. Its openings stay."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.services.boards import unwatch

    say([f"{unwatch(owner, named)} is no longer watched. Its openings stay."])


@click.command("watched", epilog="Example: unrut openings watched --json")
@json_option
def watched_command(as_json: bool) -> None:
    """List the boards you watch, each with the number that names it, and what the last look came to."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import boards as page
    from unrut.models import Board
    from unrut.queries.scope import of

    boards = list(of(Board, owner))
    if as_json:
        say_json([page.board_values(board) for board in boards])
    else:
        say(page.watched_lines(boards))


@click.command("update", epilog="Example: unrut openings update")
@json_option
@click.pass_context
def update_command(ctx: click.Context, as_json: bool) -> None:
    """Look at all watched boards: store what is new, and mark as gone what they no longer list.

    One request at a time, with a pause, and nothing about you in it. Ctrl-C stops it; the next update goes on from there. The
    exit code is 6 when some boards could not be read.
    """
    owner = local_person()
    # Inline: needs Django set up, and brings a client that --help does without.
    from unrut.cli.pages import boards as page
    from unrut.clock import now, today
    from unrut.fetching.client import WebFetcher
    from unrut.services.boards import update_boards

    try:
        with WebFetcher() as fetcher:
            result = update_boards(owner, fetcher, now=now, today=today(), tell=_progress())
    except KeyboardInterrupt:
        _clear_progress()
        click.echo("Stopped. What was read is kept, and the next update goes on from here.", err=True)
        raise
    _clear_progress()
    if as_json:
        say_json(page.update_values(result))
    else:
        say(page.update_lines(result))
    if result.failed:
        ctx.exit(ExitCode.PARTLY)


COMMANDS = (watch_command, unwatch_command, watched_command, update_command)


def _progress() -> Callable[[int, int, str], None] | None:
    """Says which board is being looked at, on a terminal."""
    return _tell if _is_terminal() else None


def _tell(done: int, total: int, name: str) -> None:
    # Inline: knows the signs that could steer a terminal.
    from unrut.importers.text_tools import one_line

    click.echo(f"{CLEAR_LINE}Board {done + 1:,} of {total:,}: {one_line(name)[:50]}", err=True, nl=False)


def _clear_progress() -> None:
    if _is_terminal():
        click.echo(CLEAR_LINE, err=True, nl=False)


def _is_terminal() -> bool:
    return sys.stderr.isatty()
