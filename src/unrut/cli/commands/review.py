"""`unrut review`."""

import sys
from typing import Any

import click

from unrut.cli.asking import INTRODUCTION, ask_levels, ask_lines, item_answer
from unrut.cli.opened import local_person
from unrut.cli.options import json_option
from unrut.cli.output import say, say_json


@click.command("review", epilog="Example: unrut review --set learning_growth=3 --set envy=7")
@click.option(
    "--quarter", metavar="YYYY-QN", help="The quarter it is about, like 2026-Q4 (default: this one)."
)
@click.option(
    "given",
    "--set",
    type=item_answer,
    metavar="FACET_OR_SIGN=0-10",
    multiple=True,
    help="An answer; nothing behind the sign takes it back; may be repeated.",
)
@click.option("--done", multiple=True, metavar="TEXT", help="Something you got done in it; may be repeated.")
@json_option
def command(
    quarter: str | None, given: tuple[tuple[str, str], ...], done: tuple[str, ...], as_json: bool
) -> None:
    """Answer or show the quarterly review: thirty facets, six slow signs, what you got done.

    In a terminal, without --set, you are asked what is still open. Half of it can wait: what you answered is kept.
    """
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import review as page
    from unrut.clock import today

    day = today()
    period = page.quarter(quarter, day)
    answers: dict[str, Any] = dict(given)
    if not (given or done or as_json) and sys.stdin.isatty():
        answers, done = _asked(page.open_questions(owner, period))
    if answers or done:
        page.keep(owner, period, answers, done, today=day)
    if as_json:
        say_json(page.values(owner, period))
    else:
        say(page.lines(owner, period))


def _asked(questions: dict[str, str]) -> tuple[dict[str, Any], tuple[str, ...]]:
    if not questions:
        return {}, ()
    click.echo(INTRODUCTION, err=True)
    return ask_levels(questions.items()), ask_lines("What did you get done? One thing a line")
