"""The part of `unrut people` about talks: prepared, asked for, held, and what was learned."""

import re
import sys
from collections.abc import Callable
from datetime import date, time
from typing import Any

import click
from click.decorators import FC

from unrut.cli.commands.people_who import who_command
from unrut.cli.opened import asking_person, local_person
from unrut.cli.options import day, day_option, force_option, json_option, text
from unrut.cli.output import STDOUT, say, say_json, write_out

NONE = "none"
TODAY = "today"
LONGEST_PIPED = 1_000_000
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


def day_or(word: str) -> Any:
    """A reader of days that takes one word besides."""

    def read(text: str) -> date | str:
        return word if text == word else day(text)

    return read


def a_time(text: str) -> time:
    """A time of day written as HH:MM."""
    found = _TIME.fullmatch(text)
    if found is None:
        raise click.BadParameter(f'"{text}" is no time of day. Write it like 18:30.')
    return time(int(found[1]), int(found[2]))


def _since_option(name: str, told: str) -> Callable[[FC], FC]:
    """Add an option that means today where no day is given."""
    return click.option(
        name, type=day_or(TODAY), is_flag=False, flag_value=TODAY, metavar="[YYYY-MM-DD]", help=told
    )


def _talk_option(told: FC) -> FC:
    return click.option(
        "--id", "number", type=int, metavar="TALK", help="Which talk, where there are several with them."
    )(told)


@click.command("ask", epilog="Example: unrut people ask Ana opening-12.pay_benefits")
@click.argument("named", type=text, metavar="NAME|ID")
@click.argument("question", type=text, default="", metavar="[QUESTION]")
@_talk_option
@click.option(
    "--message", type=text, metavar="TEXT|-", help='The message in your own words; "-" reads standard input.'
)
@click.option(
    "questions", "--ask", type=text, multiple=True, metavar="TEXT", help="Your own questions; up to three."
)
@_since_option("--sent", "You sent the message; today without a day.")
@_since_option("--answered", "They answered; today without a day.")
@click.option("--meet", type=day_or(NONE), metavar="YYYY-MM-DD|none", help="The day you agreed on.")
@click.option("--at", type=a_time, metavar="HH:MM", help="The time you agreed on, with --meet.")
@click.option(
    "--calendar", "file", metavar="FILE", default="", help="Write the meeting as a calendar (.ics)."
)
@click.option("--neutral", is_flag=True, help="Call it only “Call” in the calendar.")
@force_option
@json_option
def ask_command(
    named: str,
    question: str,
    number: int | None,
    file: str,
    neutral: bool,
    force: bool,
    as_json: bool,
    **said: Any,
) -> None:
    """Prepare a talk: three questions, and a message for you to change, copy and send. Nothing is sent for you.

    Without a QUESTION the talk that is open with them is shown, or one is prepared about what they could answer best. A
    question goes by its key or by words that only it has: unrut people who.
    """
    if said["at"] and said["meet"] in {None, NONE}:
        raise click.UsageError("--at belongs to a day. Give --meet as well.")
    if question and number is not None:
        raise click.UsageError("--id names a talk that has its question. Leave one of them out.")
    owner = asking_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import talks as page
    from unrut.cli.pages.talk_changes import asked_talk

    said["message"] = _given(said["message"])
    talk = asked_talk(owner, named, question, number, said)
    if file:
        write_out(file, page.calendar(talk, neutral=neutral), force=force, what="The meeting")
    if as_json and file != STDOUT:
        say_json(page.talk_values(talk))
    elif file != STDOUT:
        say(page.talk_lines(talk))


@click.command("talks", epilog="Example: unrut people talks")
@click.option("--remove", type=int, metavar="TALK", help="Remove a talk; what you learned in it stays.")
@json_option
def talks_command(remove: int | None, as_json: bool) -> None:
    """List the talks that are ahead and those that were, each with its number."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import talks as page
    from unrut.cli.pages.talk_changes import remove as removed

    if remove is not None:
        removed(owner, remove)
    if as_json:
        say_json(page.list_values(owner))
    else:
        say(page.list_lines(owner))


@click.command(
    "talked",
    epilog='Example: unrut people talked Ana --learned "opening-12 working_hours 7 Most stay till six"',
)
@click.argument("named", type=text, metavar="NAME|ID")
@day_option("--on", "The day; today without it.")
@_talk_option
@click.option("--notes", type=text, metavar="TEXT|-", help='What was said; "-" reads standard input.')
@click.option(
    "--learned",
    type=text,
    multiple=True,
    metavar="TEXT",
    help='What you learned: "SUBJECT FACET LEVEL WORDS", or "SUBJECT WORDS"; may be given several times.',
)
@click.option("--thank", is_flag=True, help="Put a word of thanks into your plan.")
@click.option(
    "--follow-up", type=text, default="", metavar="TEXT", help="Put what you promised into your plan."
)
@json_option
def talked_command(named: str, on: date | None, number: int | None, as_json: bool, **said: Any) -> None:
    """Say that you talked, and what came of it; it need not have been prepared.

    What you learned goes where it belongs, with the name of who told you, and counts from then on. SUBJECT is opening-12,
    way-3 or work-15-1252.00; LEVEL goes from 0 to 10. Said again, what you give takes the place of what was there.
    """
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import talks as page
    from unrut.cli.pages.talk_changes import finish

    said["notes"] = _given(said["notes"])
    talk = finish(owner, named, number, said, on=on)
    if as_json:
        say_json(page.talk_values(talk))
    else:
        say(page.finished_lines(talk, is_wished=said["thank"] or bool(said["follow_up"])))


@click.command("no-answer", epilog="Example: unrut people no-answer Ana")
@click.argument("named", type=text, metavar="NAME|ID")
@day_option("--on", "The day you leave it at that; today without it.")
@_talk_option
@json_option
def no_answer_command(named: str, on: date | None, number: int | None, as_json: bool) -> None:
    """Say that somebody did not answer, and leave it at that."""
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import talks as page
    from unrut.cli.pages.talk_changes import leave

    talk = leave(owner, named, number, on=on)
    if as_json:
        say_json(page.talk_values(talk))
    else:
        say(page.lead_lines(talk))


@click.command("learned", epilog="Example: unrut people learned")
@click.option("--forget", type=int, metavar="ID", help="Take one back: it counts nowhere any more.")
@json_option
def learned_command(forget: int | None, as_json: bool) -> None:
    """List what people told you of openings, ways out and kinds of work, each with its number."""
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import learned as page

    if forget is not None:
        page.forget(owner, forget)
    if as_json:
        say_json(page.learned_values(owner))
    else:
        say(page.learned_lines(owner))


COMMANDS = (who_command, ask_command, talks_command, talked_command, no_answer_command, learned_command)


def _given(said: str | None) -> str | None:
    """What was given, or what is piped in for "-"; a little more than is taken of it."""
    if said != STDOUT:
        return said
    return sys.stdin.buffer.read(LONGEST_PIPED).decode("utf-8-sig", "replace")
