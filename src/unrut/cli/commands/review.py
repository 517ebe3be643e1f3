"""`unrut review`."""

import sys
from typing import Any

import click

from unrut.cli.asking import ask, item_answer, level
from unrut.cli.opened import local_person
from unrut.cli.options import json_option
from unrut.cli.output import say, say_json
from unrut.errors import ExitCode

INTRODUCTION = "Enter skips a question. Ctrl-C stops and keeps what you answered so far."


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
    written = list(done)
    is_finished = True
    if not (given or done or as_json) and sys.stdin.isatty():
        is_finished = _asked(page.open_questions(owner, period), answers, written)
    if answers or written:
        page.keep(owner, period, answers, written, today=day)
    if not is_finished:
        click.echo("\n" + page.stopped(answers, written, period), err=True)
        raise click.exceptions.Exit(ExitCode.INTERRUPTED)
    if as_json:
        say_json(page.values(owner, period))
    else:
        say(page.lines(owner, period))


def _asked(questions: dict[str, str], answers: dict[str, Any], done: list[str]) -> bool:
    """Ask what is open and add it to what there is, so that stopping half-way loses nothing; whether all was asked."""
    if not questions:
        return True
    click.echo(INTRODUCTION, err=True)
    try:
        for item, question in questions.items():
            answer = ask(question, level)
            answers |= {} if answer is None else {item: answer}
        while line := ask("And" if done else "What did you get done? One thing a line", str):
            done.append(line)
    except click.Abort:
        return False
    return True
