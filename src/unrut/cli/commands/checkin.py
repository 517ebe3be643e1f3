"""`unrut checkin`."""

import re
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import click

from unrut.cli.asking import INTRODUCTION, ask, ask_lines, level
from unrut.cli.help_hint import offer_help
from unrut.cli.opened import local_person
from unrut.cli.options import day_option, json_option
from unrut.cli.output import say, say_json

SIGNS = {
    "satisfaction": "how satisfied you were, 0 not at all, 10 completely",
    "boredom": "how much of the week was boring, 0 none of it, 10 all of it",
    "dread": "how uneasy the thought of the week made you, 0 not at all, 10 extremely",
    "drive": "how much you wanted to do your work well, 0 not at all, 10 very much",
    "learning": "how much you learned, 0 nothing, 10 a great deal",
    "energy": "how drained you were at the end, 0 not at all, 10 completely",
}
LINES = ("liked", "disliked", "moved")


def some_hours(text: str) -> Decimal:
    """Hours with a point or a comma, to a tenth; whether they fit in a week is asked by the service."""
    if not re.fullmatch(r"\d{1,4}([.,]\d{1,4})?", text):
        raise click.BadParameter(f'"{text}" is not a number of hours. Write it like 38.5.')
    return Decimal(text.replace(",", ".")).quantize(Decimal("0.1"))


def sign_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add one option a sign."""
    for sign, told in reversed(SIGNS.items()):
        command = click.option(f"--{sign}", type=level, metavar="0-10", help=f"{told.capitalize()}.")(command)
    return command


@click.command("checkin", epilog='Example: unrut checkin --satisfaction 4 --disliked "three status meetings"')
@day_option("--week", "A day of the week it is about (default: today).")
@sign_options
@click.option("--hours", type=some_hours, metavar="HOURS", help="Hours worked.")
@click.option("--away/--at-work", default=None, help="You were not at work that week, or you were after all.")
@click.option("--liked", multiple=True, metavar="TEXT", help="Something you liked; may be repeated.")
@click.option("--disliked", multiple=True, metavar="TEXT", help="Something you did not; may be repeated.")
@click.option("--moved", multiple=True, metavar="TEXT", help="Something that moved forward; may be repeated.")
@json_option
def command(week: date | None, as_json: bool, **given: Any) -> None:
    """Answer the weekly questions. Without options, in a terminal, you are asked each in turn.

    Answering a week again changes only what you give; the rest stays.
    """
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import checkin as page
    from unrut.clock import today

    day = today()
    if not any(value not in {None, ()} for value in given.values()):
        given = asked(page.questions(owner, week or day)) if sys.stdin.isatty() else given
    kept = page.keep(owner, week or day, given, today=day)
    if as_json:
        say_json(page.values(owner, kept))
    else:
        say(page.lines(owner, kept, given, today=day))
    offer_help(text for name in LINES for text in given.get(name) or ())


def asked(questions: dict[str, str]) -> dict[str, Any]:
    """Ask each question in turn; Enter skips it."""
    click.echo(INTRODUCTION, err=True)
    answers: dict[str, Any] = {name: ask(questions[name], level) for name in questions if name in SIGNS}
    answers["hours"] = ask("How many hours did you work?", some_hours)
    answers |= {name: ask_lines(questions[name]) for name in LINES}
    return answers
