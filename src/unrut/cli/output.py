"""What commands print: sentences for people, JSON for scripts."""

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from unrut.core.errors import InvalidInputError
from unrut.store import PRIVATE_FILE

STDOUT = "-"
INDENT = "  "


def say(lines: Iterable[str], *, to_errors: bool = False) -> None:
    """Print lines without anything that could steer the terminal: imported text is text, never instruction."""
    # Inline: knows the signs; brings a parser that --help does without.
    from unrut.importers.text_tools import UNSEEN

    for line in lines:
        click.echo(UNSEEN.sub("", " ".join(line.splitlines())), err=to_errors)


def say_json(value: Any) -> None:
    """Print values as JSON; signs beyond ASCII are escaped, so that no terminal takes them for more than text."""
    click.echo(json.dumps(value, indent=2, default=str))


def indented(lines: Iterable[str]) -> list[str]:
    """The lines a step to the right."""
    return [INDENT + line for line in lines]


def section(title: str, lines: list[str]) -> list[str]:
    """A titled part with an empty line before it; nothing when it has no lines."""
    return ["", title, *indented(lines)] if lines else []


def write_out(name: str, content: bytes, *, force: bool, what: str) -> None:
    """Write a file for the owner's eyes only and say so on standard error, or write to standard output for "-".

    Raises InvalidInputError when there is such a file already and it may not be replaced.
    """
    if name == STDOUT:
        sys.stdout.buffer.write(content)
        return
    file = Path(name).expanduser()
    if file.exists() and not force:
        raise InvalidInputError(f"{file} is there already. Name another file, or add --force to replace it.")
    draft = file.with_name(f".{file.name}.part")
    try:
        _write_privately(draft, content)
        draft.replace(file)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise OSError(error.errno, error.strerror, str(file)) from error
    click.echo(f"{what} is in {file} now.", err=True)


def _write_privately(file: Path, content: bytes) -> None:
    file.unlink(missing_ok=True)  # what a crash left behind may have other rights
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    with os.fdopen(handle, "wb") as written:
        written.write(content)
