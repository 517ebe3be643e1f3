"""`unrut demo`."""

import os
import tempfile
from pathlib import Path

import click

from unrut.cli.opened import local_person
from unrut.cli.running import serve_home
from unrut.config import load_config
from unrut.core.errors import InvalidInputError
from unrut.home import DATABASE_FILE
from unrut.store import remove_store


@click.command("demo", epilog="Example: unrut demo --home example")
@click.option("--home", help="Keep the example in this folder; it must not hold a store yet.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="PORT",
    default=0,
    help="Port to serve on (default: any free).",
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
def command(home: str | None, port: int, no_browser: bool) -> None:
    """Look around in an invented example, thirty weeks long. Your own store is not touched.

    It lies in a folder of its own, which is removed when you stop with Ctrl-C.
    """
    folder = Path(home).expanduser().absolute() if home else Path(tempfile.mkdtemp(prefix="unrut-example-"))
    if (folder / DATABASE_FILE).exists():
        raise InvalidInputError(f"{folder} holds a store already. Name a folder that is empty or not there.")
    try:
        _show(folder, port, browser=not no_browser)
    finally:
        if home is None:
            remove_store(folder)


def _show(folder: Path, port: int, *, browser: bool) -> None:
    """Fill the folder and serve it. The environment is the door for all that reads settings later on."""
    os.environ["UNRUT_HOME"] = str(folder)
    os.environ.pop("UNRUT_DATABASE", None)
    config = load_config()
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.clock import today
    from unrut.services.example import fill_example

    fill_example(owner, today=today())
    click.echo(f"This is an invented example in {folder}. Ctrl-C stops it.", err=True)
    serve_home(config, owner, port, browser=browser and config.browser)
