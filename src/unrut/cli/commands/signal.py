"""`unrut signal`."""

import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unrut.cli.opened import local_person
from unrut.cli.options import day, json_option
from unrut.cli.output import STDOUT, say, say_json

if TYPE_CHECKING:
    from unrut.core.reflect.weeks import Answer, Rules

CHOICES = ("5", "10", "20")
HIGHEST_LINE = 10


def low_line(text: str) -> float:
    """The line for low weeks, with a point or a comma; what is no number from 0 to 10 is refused."""
    written = text.strip().replace(",", ".")
    if not re.fullmatch(r"[0-9]{1,2}([.][0-9]{1,6})?", written) or float(written) > HIGHEST_LINE:
        raise click.BadParameter(
            f"The line for low weeks cannot be {text}. Give a number from 0 to {HIGHEST_LINE}."
        )
    return float(written)


@click.command("signal", epilog="Example: unrut signal --json weeks.csv")
@click.argument("file", required=False)
@click.option(
    "--false-alarms",
    type=click.Choice(CHOICES),
    help="Of 100 people for whom nothing changes, how many may hear of a drop within a year; what you chose, or 10.",
)
@click.option(
    "--line",
    type=low_line,
    metavar="0-10",
    help="Weeks below this line, for long, are called low; what you chose, or 4.2.",
)
@click.option(
    "--restart",
    "restarts",
    type=day,
    multiple=True,
    metavar="YYYY-MM-DD",
    help="First day of a new job, or of what you take as usual from now on; may be given again.",
)
@json_option
def command(
    file: str | None,
    *,
    false_alarms: str | None,
    line: float | None,
    restarts: tuple[date, ...],
    as_json: bool,
) -> None:
    """Tell a lasting drop from a rough patch.

    Reads your own check-ins, or a FILE ("-" for standard input): a table with a column "week" and either "score" or
    satisfaction, boredom, dread, drive and learning, all from 0 to 10. Any day stands for its week, weeks may be missing.
    """
    answers, rules = _own() if file is None else _from_file(file)
    # Inline: numpy costs a tenth of a second that --help must not pay.
    from dataclasses import replace

    from unrut.cli.pages import signal as page
    from unrut.clock import today
    from unrut.core.reflect.alerts import read_signal

    rules = replace(
        rules,
        false_alarms=int(false_alarms or rules.false_alarms),
        low_line=rules.low_line if line is None else line,
        restarts=(*rules.restarts, *restarts),
    )
    weeks = read_signal(answers, rules)
    if as_json:
        say_json(page.values(weeks, rules))
        return
    if file is not None:
        local_person()  # the sentences need Django set up
    say(page.lines(weeks, rules, today=today()))


def _own() -> "tuple[Sequence[Answer], Rules]":
    """The check-ins of the person, and what they chose."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.queries.signal import rules_of, weekly_answers

    return weekly_answers(owner), rules_of(owner)


def _from_file(file: str) -> "tuple[Sequence[Answer], Rules]":
    """The weeks of a file. Needs no store."""
    # Inline: the importer brings a parser that --help does without.
    from unrut.clock import today
    from unrut.core.reflect.weeks import Rules
    from unrut.importers.weeks import read_weeks

    if file == STDOUT:
        return read_weeks("standard input", sys.stdin.buffer.read(), today=today()), Rules()
    path = Path(file).expanduser()
    return read_weeks(path.name, path.read_bytes(), today=today()), Rules()
