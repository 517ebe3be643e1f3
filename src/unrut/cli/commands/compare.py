"""`unrut compare`."""

import click

from unrut.cli.opened import reading_person
from unrut.cli.options import json_option
from unrut.cli.output import say, say_json

STAYING = "present"


@click.command("compare", epilog="Example: unrut compare way-3 --against treated --why")
@click.argument("key", default="")
@click.option(
    "--against",
    default=STAYING,
    metavar="KEY",
    show_default=True,
    help="What it is compared with; without --against that is staying.",
)
@click.option("--why", is_flag=True, help="Show what would turn it, and the inputs that move it most.")
@json_option
def command(key: str, against: str, why: bool, as_json: bool) -> None:
    """Compare the ways out over a year and a half and over five years, or the one with this KEY with another.

    Keys are those of unrut options list. Ranges hold four cases of five. Regret is what you would miss if it turned out worse
    than the best of the others. No way is called the best while its chance of it is below 65 percent.
    """
    owner = reading_person()
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import compare as page
    from unrut.queries.outcomes import board_of

    board = board_of(owner)
    if as_json:
        say_json(page.compare_values(board, key, against))
    else:
        say(page.compare_lines(board, key, against, why=why))
