"""`unrut strengths`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unrut.cli.opened import local_person
from unrut.cli.options import force_option, json_option
from unrut.cli.output import STDOUT, say, say_json, write_out

if TYPE_CHECKING:
    from unrut.models import Person

LARGEST_ANSWER = 1_000_000
"""Bytes that are read of an answer; the longest one that is taken is far smaller."""


@click.group(
    "strengths", invoke_without_command=True, epilog="Example: unrut strengths me explains keeps_calm"
)
@json_option
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Ask people what they see in you, and set it beside what you see yourself.

    Your own view comes first; then you ask 8 to 12 people from at least 3 circles. Nothing is sent for you. Without a
    command, what is seen in you is shown.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(show_command, paper="", force=False, as_json=as_json)
    elif as_json:
        raise click.UsageError("--json belongs behind the command: unrut strengths show --json.")


@command.command("show", epilog="Example: unrut strengths show --paper portrait.pdf")
@click.option("--paper", metavar="FILE", default="", help='Write it as a PDF of one page; "-" prints it.')
@force_option
@json_option
def show_command(paper: str, force: bool, as_json: bool) -> None:
    """Show what others and you see in you, by the number of people who say so."""
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import strengths as page

    if paper:
        write_out(paper, page.paper(owner), force=force, what="What is seen in you")
    if as_json and paper != STDOUT:
        say_json(page.portrait_values(owner))
    elif not paper:
        say(page.portrait_lines(owner))


@command.command("me", epilog="Example: unrut strengths me explains keeps_calm finishes")
@click.argument("named", metavar="STRENGTH...", nargs=-1)
@json_option
def me_command(named: tuple[str, ...], as_json: bool) -> None:
    """Say which one to seven strengths you see in yourself, before you look at what others see.

    A strength goes by its key or its name, in part or whole; all of them: unrut strengths list. Without one, what you said is
    shown.
    """
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import strengths as page

    if named:
        page.say_own(owner, named)
    if as_json:
        say_json(page.own_values(owner))
    else:
        say(page.own_lines(owner))


@command.command("list", epilog="Example: unrut strengths list")
@json_option
def list_command(as_json: bool) -> None:
    """List all strengths there are to choose from."""
    local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import strengths as page

    if as_json:
        say_json(page.all_values())
    else:
        say(page.all_lines())


@command.command("ask", epilog='Example: unrut strengths ask "Ana Ortiz" 14 --name Maya --form forms')
@click.argument("people", metavar="NAME|ID...", nargs=-1)
@click.option("--name", default="", help="The name under which they know you; it is kept.")
@click.option("--form", "folder", metavar="FOLDER", default="", help="Write a form for each of them there.")
@force_option
@json_option
def ask_command(people: tuple[str, ...], name: str, folder: str, force: bool, as_json: bool) -> None:
    """Choose whom to ask, by number or name, and write their forms; you send them yourself.

    A form is one file that opens in any browser without the internet. Without people, those you asked are listed; with
    --form, the forms of those who have not answered are written.
    """
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import strengths as page

    page.ask(owner, people, name)
    if folder:
        _write_forms(owner, people, folder, force=force)
    if as_json:
        say_json(page.asked_values(owner))
    else:
        say(page.asked_lines(owner))


@command.command("take", epilog="Example: unrut strengths take unrut-answer.json")
@click.argument("file", metavar="FILE|-")
@click.option("--changed", is_flag=True, help="Take it although it was changed after it left the form.")
@json_option
def take_command(file: str, changed: bool, as_json: bool) -> None:
    """Take in an answer that came back: the file, or the text of the message; "-" reads standard input."""
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import strengths as page

    answer = page.take(owner, _content(file), take_changed=changed)
    if as_json:
        say_json(page.taken_values(owner, answer))
    else:
        say(page.taken_lines(owner, answer))


@command.command("inventory", epilog="Example: unrut strengths inventory teamwork_1=4 teamwork_2=2")
@click.argument("answers", metavar="ITEM=1-5...", nargs=-1)
@json_option
def inventory_command(answers: tuple[str, ...], as_json: bool) -> None:
    """Say how well sentences describe you, from 1 (not at all) to 5 (very well); nothing behind = takes it back.

    An extra beside the portrait: it says how far you agree, not how you compare with others. Without answers, the scores and
    the next open sentences are shown.
    """
    owner = local_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import strengths as page

    page.keep_inventory(owner, answers)
    if as_json:
        say_json(page.inventory_values(owner))
    else:
        say(page.inventory_lines(owner))


def _write_forms(owner: "Person", people: tuple[str, ...], folder: str, *, force: bool) -> None:
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import strengths as page

    forms = page.forms(owner, people)
    place = Path(folder).expanduser()
    place.mkdir(parents=True, exist_ok=True)
    for whom, name, content in forms:
        write_out(str(place / name), content, force=force, what=f"The form for {whom}")


def _content(file: str) -> bytes:
    if file == STDOUT:
        return sys.stdin.buffer.read(LARGEST_ANSWER)
    with Path(file).expanduser().open("rb") as opened:
        return opened.read(LARGEST_ANSWER)
