"""`unrut lookback`."""

import sys
from datetime import date
from typing import Any

import click

from unrut.cli.asking import INTRODUCTION, ask, ask_levels, ask_lines, item_answer
from unrut.cli.help_hint import offer_help
from unrut.cli.opened import local_person
from unrut.cli.options import day, day_option, json_option
from unrut.cli.output import say, say_json

TEXTS = ("title", "company", "since", "hours")
LINES = ("good", "bad")


@click.command(
    "lookback",
    epilog='Example: unrut lookback --set typical_satisfaction=4 --bad "three status meetings a day"',
)
@click.option("--title", help="What you are called at work.")
@click.option("--company", help="Who you work for.")
@day_option("--since", "The day you began; about will do.")
@click.option(
    "--hours", type=int, metavar="HOURS", help="Hours in a usual week: 20, 30, 35, 40, 45, 50 or 60."
)
@click.option(
    "given",
    "--set",
    type=item_answer,
    metavar="ITEM=0-10",
    multiple=True,
    help="An answer about a facet, typical_SIGN, best_satisfaction or worst_satisfaction; may be repeated.",
)
@click.option("--good", multiple=True, metavar="TEXT", help="What made the best week good; may be repeated.")
@click.option("--bad", multiple=True, metavar="TEXT", help="What made the worst week bad; may be repeated.")
@json_option
def command(
    title: str | None,
    company: str | None,
    since: date | None,
    hours: int | None,
    given: tuple[tuple[str, str], ...],
    good: tuple[str, ...],
    bad: tuple[str, ...],
    as_json: bool,
) -> None:
    """Look back over the last months for a first picture.

    In a terminal, without options, you are asked what is still open. Lines about the best and the worst week replace those
    given before.
    """
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import lookback as page
    from unrut.clock import today

    told: dict[str, Any] = {"title": title, "company": company, "since": since, "hours": hours}
    answers: dict[str, Any] = dict(given)
    lines = {"good": good, "bad": bad}
    has_options = any(value is not None for value in told.values()) or given or good or bad
    if not (has_options or as_json) and sys.stdin.isatty():
        told, answers, lines = _asked(page.open_questions(owner))
    page.keep_job(owner, told, today=today())
    page.keep(owner, answers, lines, today=today())
    if as_json:
        say_json(page.values(owner))
    else:
        say(page.lines(owner))
    offer_help(text for texts in lines.values() for text in texts)


def _asked(
    questions: dict[str, str],
) -> tuple[dict[str, Any], dict[str, Any], dict[str, tuple[str, ...]]]:
    """Ask what is open, in the order of the questions."""
    if questions:
        click.echo(INTRODUCTION, err=True)
    reading = {"since": day, "hours": _whole}
    told = {name: ask(questions[name], reading.get(name, str)) for name in TEXTS if name in questions}
    levels = [(name, text) for name, text in questions.items() if name not in {*TEXTS, *LINES}]
    answers = ask_levels(levels)
    return told, answers, {name: ask_lines(questions[name]) for name in LINES if name in questions}


def _whole(text: str) -> int:
    if not text.isdecimal():
        raise click.BadParameter(f'"{text}" is not a number of hours. Write it like 40.')
    return int(text)
