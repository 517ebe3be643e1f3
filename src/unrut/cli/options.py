"""Options and kinds of values that several commands share."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from unrut.cli.dates import read_day

Command = TypeVar("Command", bound=Callable[..., Any])

CIRCLES = ("mentor", "friend", "industry", "colleague", "family", "other")
"""From where one knows somebody; here too, so that --help stays instant."""

_NUMBER = re.compile(r"-?\d{1,12}(?:\.\d{1,4})?")


def day(text: str) -> date:
    """The day written as YYYY-MM-DD; anything else is answered with how to write it."""
    try:
        return read_day(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def number(text: str) -> float:
    """A plain number; anything else, infinity among it, is answered with how to write one."""
    if not _NUMBER.fullmatch(text):
        raise click.BadParameter(f'"{text}" is no number. Write it like 1200 or 0.5.')
    return float(text)


def text(written: str) -> str:
    """A text; bytes that are no sign in any alphabet, which no store could hold, are replaced."""
    return written.encode("utf-8", "replace").decode("utf-8")


def day_option(name: str, told: str) -> Callable[[Command], Command]:
    """Add an option that takes a day."""
    return click.option(name, type=day, metavar="YYYY-MM-DD", help=told)


def circle_option(told: str) -> Callable[[Command], Command]:
    """Add --circle."""
    return click.option("--circle", type=click.Choice(CIRCLES), help=told)


def json_option(command: Command) -> Command:
    """Add --json."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of sentences.")(command)


def force_option(command: Command) -> Command:
    """Add --force."""
    return click.option("--force", is_flag=True, help="Replace the file if there is one.")(command)
