"""`unrut link`."""

import click

from unrut.cli.opened import local_person
from unrut.cli.running import running_port, sign_in_address
from unrut.config import load_config


@click.command("link", epilog="Example: unrut link")
def command() -> None:
    """Print a fresh link that signs in once, within the hour. Older links stop working."""
    config = load_config()
    click.echo(sign_in_address(local_person(), running_port(config) or config.port))
