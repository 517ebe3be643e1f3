"""Write docs/commands.md from the help of every command, so that the page cannot say anything else."""

from collections.abc import Iterator
from pathlib import Path

import click

from unrut.cli.main import group

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"
HEAD = (
    "# Commands\n\n"
    "Written by `tools/write_command_docs.py` from the help of each command; change the help, then run it again.\n"
)
WIDTH = 90


def command_page() -> str:
    """The whole page: `unrut` first, then every command in the order of its help."""
    return HEAD + "".join(
        f"\n## {name}\n\n```text\n{told}\n```\n" for name, told in _helps(group, "unrut", None)
    )


def _helps(command: click.Command, name: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    context = click.Context(
        command, info_name=name, parent=parent, terminal_width=WIDTH, max_content_width=WIDTH
    )
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from _helps(found, below, context)


if __name__ == "__main__":
    PAGE.write_text(command_page(), encoding="utf-8")
