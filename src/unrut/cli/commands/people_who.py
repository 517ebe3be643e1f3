"""The part of `unrut people` about who could answer what."""

import click

from unrut.cli.opened import asking_person
from unrut.cli.options import json_option, text
from unrut.cli.output import say, say_json

MOST_QUESTIONS = 40
SHOWN = 10


@click.command("who", epilog="Example: unrut people who opening-12.pay_benefits")
@click.argument("question", type=text, default="", metavar="[QUESTION]")
@click.option(
    "-n",
    "most",
    type=click.IntRange(1, MOST_QUESTIONS),
    default=SHOWN,
    show_default=True,
    help="How many questions to show at most.",
)
@json_option
def who_command(question: str, most: int, as_json: bool) -> None:
    """Show what is open, who could answer it and why, and what nobody you know can.

    A QUESTION goes by its key, such as opening-12.pay_benefits, or by words that only it has; then all who may know are shown.
    The figures of --json go from 0 to 1: "reply" is how likely they answer, "novelty" how new it would be, "relevance" how
    well they can know it, and "score" the three multiplied. They are a judgement, not a measurement.
    """
    owner = asking_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import who as page
    from unrut.clock import today
    from unrut.queries.who import who_for

    view = who_for(owner, today=today())
    one = page.question_named(view, question) if question else None
    if as_json:
        say_json(page.question_values(view, one) if one else page.who_values(view))
    else:
        say(page.question_lines(view, one) if one else page.who_lines(view, most=most))
