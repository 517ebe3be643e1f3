"""`unrut start`, and `unrut` alone."""

import click

from unrut.cli.opened import reading_person
from unrut.cli.running import announce, running_port, serve_home
from unrut.config import load_config
from unrut.errors import PortTakenError


@click.command("start", epilog="Example: unrut start --port 8421")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="PORT",
    help="Port to serve on; 0 takes any that is free.",
)
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
def command(port: int | None, no_browser: bool) -> None:
    """Start Unrut on this machine and open it in the browser. Ctrl-C stops it.

    When it runs already, it opens again with a fresh link. Nobody but programs on this machine can reach it.
    """
    config = load_config()
    wanted = config.port if port is None else port
    browser = config.browser and not no_browser
    owner = reading_person()
    try:
        serve_home(config, owner, wanted, browser=browser)
    except PortTakenError:
        if running_port(config) != wanted:
            raise
        click.echo("It runs already; here is a fresh link.", err=True)
        announce(owner, wanted, browser=browser)
