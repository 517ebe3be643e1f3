"""`unrut export`."""

import json

import click

from unrut.cli.opened import local_person
from unrut.cli.options import force_option
from unrut.cli.output import STDOUT, write_out


@click.command("export", epilog="Example: unrut export unrut.json")
@click.argument("file", default=STDOUT)
@force_option
def command(file: str, force: bool) -> None:
    """Write everything of yours as JSON.

    Without a FILE, to standard output.
    """
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.clock import now
    from unrut.exporters.json_export import export_person

    # Plain text in a file of one's own; escaped on the terminal, which might take a sign for a command.
    to_terminal = file == STDOUT
    content = json.dumps(export_person(owner, made_at=now()), indent=2, ensure_ascii=to_terminal)
    write_out(file, f"{content}\n".encode(), force=force, what="Everything of yours")
