"""The part of `unrut occupations` that brings a release of O*NET."""

import sys

import click

from unrut.cli.opened import local_person
from unrut.cli.options import json_option
from unrut.cli.output import say, say_json
from unrut.config import load_config

CLEAR_LINE = "\r\x1b[K"
MEGABYTE = 2**20


@click.command("update", epilog="Example: unrut occupations update db_30_1_text.zip")
@click.argument("named", metavar="[FILE|FOLDER|ADDRESS]", default="")
@json_option
def command(named: str, as_json: bool) -> None:
    """Take over a release of O*NET, text version 28 to 30: a zip, a folder, or an address to fetch it from.

    Without one, the address in the settings is asked; nothing about you is in the request. Whatever goes wrong, or if you stop
    it with Ctrl-C, the occupations stay as they were.
    """
    local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import occupations as page
    from unrut.services.atlas_update import update_occupations

    config = load_config()
    try:
        done = update_occupations(
            named or config.occupations, folder=config.home, tell=_tell_read, fetch_tell=_tell_fetched
        )
    except KeyboardInterrupt:
        _clear()
        click.echo("Stopped. The occupations stay as they were.", err=True)
        raise
    _clear()
    if as_json:
        say_json(page.update_values(done))
    else:
        say(page.update_lines(done))


def _tell_read(done: int, all_of: int) -> None:
    _tell(f"Reading table {done:,} of {all_of:,}")


def _tell_fetched(done: int, all_of: int) -> None:
    whole = f" of {all_of / MEGABYTE:.0f}" if all_of else ""
    _tell(f"Fetched {done / MEGABYTE:.0f}{whole} MB")


def _tell(words: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"{CLEAR_LINE}{words}", err=True, nl=False)


def _clear() -> None:
    if sys.stderr.isatty():
        click.echo(CLEAR_LINE, err=True, nl=False)
