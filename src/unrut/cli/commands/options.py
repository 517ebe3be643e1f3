"""`unrut options`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from unrut.cli.commands.job import answer
from unrut.cli.commands.option_money import COMMANDS as MONEY_COMMANDS
from unrut.cli.commands.option_tests import test_group
from unrut.cli.opened import local_person, reading_person
from unrut.cli.options import json_option, number
from unrut.cli.output import say, say_json

if TYPE_CHECKING:
    from unrut.models import Person

KINDS = (
    "change",
    "inside",
    "new_job",
    "new_field",
    "study_part",
    "study_full",
    "interest",
    "time_off",
)
FIGURES = {
    "chance": "Of getting there, in percent.",
    "months": "Until you are there.",
    "cost": "What it costs in all.",
    "income_meanwhile": "Net a month on the way; as now without it.",
    "income_then": "Net a month once you are there; as now without it.",
    "meanwhile": "Points of 100 by which a week on the way is worth more (or less, as -5) than one now.",
    "lasting": "How much of the gain stays when the first months are over, in percent.",
    "way_back": "The chance that you could come back to something as good as now, in percent.",
}
Numbers = tuple[float, ...]


def numbers(text: str) -> Numbers:
    """One number, or three written as LOW:LIKELY:HIGH; whether they can be is asked by the service."""
    parts = text.split(":")
    if len(parts) not in {1, 3}:
        raise click.BadParameter(f'"{text}" is no estimate. Write one number, or three: 30:60:80.')
    return tuple(number(part) for part in parts)


def _figure_options(command: Callable[..., None]) -> Callable[..., None]:
    for figure, told in reversed(FIGURES.items()):
        option = f"--{figure.replace('_', '-')}"
        command = click.option(option, figure, type=numbers, metavar="LOW:LIKELY:HIGH", help=told)(command)
    return command


@click.group("options", invoke_without_command=True, epilog="Example: unrut options show way-3 --why")
@json_option
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Look at all ways out, staying included: what each would take, how it would be, and what it would cost.

    Each has a key: "present" is staying, "treated" the same job changed, and those you add are way-1, way-2 and so on. Without
    a command, they are listed.
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_command, as_json=as_json)
    elif as_json:
        raise click.UsageError("--json belongs behind the command: unrut options show way-3 --json.")


for part in (*MONEY_COMMANDS, test_group):
    command.add_command(part)


@command.command("list", epilog="Example: unrut options list --json")
@json_option
def list_command(as_json: bool) -> None:
    """List the ways out, staying first, each with the chance that it is better than staying."""
    owner = reading_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import options as page
    from unrut.queries.outcomes import board_of

    board = board_of(owner)
    if as_json:
        say_json(page.board_values(board))
    else:
        say(page.board_lines(board))


@command.command("show", epilog="Example: unrut options show treated --why")
@click.argument("key")
@click.option(
    "--why",
    is_flag=True,
    help="Show where each figure and level comes from; of the job changed, also what to do and what to say.",
)
@json_option
def show_command(key: str, why: bool, as_json: bool) -> None:
    """Show the way out with this KEY: its chances, its time, its money, and how it would be."""
    _show(reading_person(), key, why=why, as_json=as_json)


@command.command("add", epilog='Example: unrut options add study_part "A degree in nursing beside work"')
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("title", default="")
@click.option(
    "--opening", type=int, metavar="ID", help="The opening it leads to: a number of unrut openings list."
)
@json_option
def add_command(kind: str, title: str, opening: int | None, as_json: bool) -> None:
    """Consider one more way out, called TITLE. It begins with usual figures, and says so."""
    owner = reading_person()
    # Inline: needs Django set up.
    from unrut.clock import today
    from unrut.queries.ways import key_of
    from unrut.services.ways import add_way, kind_of_way

    way = add_way(owner, kind, title, today=today(), from_opening=opening)
    _show(owner, key_of(kind_of_way(kind), way), as_json=as_json)


@command.command(
    "set", epilog="Example: unrut options set way-3 --chance 40:60:75 --months 24 --level autonomy=8"
)
@click.argument("key")
@click.option("--title", help="What you call it.")
@_figure_options
@click.option("--source", default="", help="Where you have the figures from that you give here.")
@click.option(
    "levels",
    "--level",
    type=answer,
    metavar="FACET=LEVEL",
    multiple=True,
    help="How it would be there, 0 to 10; FACET= goes back to what is known without you; may be repeated.",
)
@click.option("--excites", type=int, metavar="N", help="How much the thought of it excites you, 0 to 10.")
@click.option("--stage", type=int, metavar="N", help="How far an interest has come as work, 0 to 4.")
@click.option(
    "usual",
    "--usual",
    type=click.Choice([*(figure.replace("_", "-") for figure in FIGURES)]),
    multiple=True,
    help="Go back to the usual figure; may be repeated.",
)
@json_option
def set_command(key: str, as_json: bool, **said: Any) -> None:
    """Say what you know of the way out with this KEY. What you do not give stays as it is.

    An estimate is LOW:LIKELY:HIGH, and in four cases of five it turns out between LOW and HIGH. One number alone is the likely
    one: LOW and HIGH move along, as far from it as they were before.
    """
    owner = reading_person()
    # Inline: needs Django set up.
    from unrut.cli.pages.way_changes import SaidOfWay, change_way

    figures = {figure: said.pop(figure) for figure in FIGURES}
    given = {figure: value for figure, value in figures.items() if value is not None}
    if said["source"] and not given:
        raise click.UsageError("--source says where figures are from. Give a figure with it.")
    usual = [figure.replace("-", "_") for figure in said.pop("usual")]
    levels = dict(said.pop("levels"))
    change_way(owner, key, SaidOfWay(figures=given, usual=usual, levels=levels, **said))
    _show(owner, key, as_json=as_json)


@command.command("aside", epilog="Example: unrut options aside way-3")
@click.argument("key")
@click.option("--back", is_flag=True, help="Take it in again.")
def aside_command(key: str, back: bool) -> None:
    """Leave the way out with this KEY out of the comparison. Nothing of it is lost."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages.way_changes import added_way
    from unrut.services.ways import put_way_aside

    way = added_way(owner, key)
    put_way_aside(owner, way.pk, is_aside=not back)
    say([f"{way.title} is among the ways out again." if back else f"{way.title} is put aside."])


@command.command("remove", epilog="Example: unrut options remove way-3")
@click.argument("key")
def remove_command(key: str) -> None:
    """Forget the way out with this KEY, with its figures and tests."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages.way_changes import added_way
    from unrut.services.ways import remove_way

    way = added_way(owner, key)
    remove_way(owner, way.pk)
    say([f"{way.title} is removed."])


def _show(owner: "Person", key: str, *, why: bool = False, as_json: bool) -> None:
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import options as page
    from unrut.queries.outcomes import board_of

    board = board_of(owner)
    view = board.way(key)
    if as_json:
        say_json(page.way_values(board, view))
    else:
        say(page.way_lines(board, view, why=why))
