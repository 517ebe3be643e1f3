"""The part of `unrut options` about trying a way out on a small scale."""

from typing import TYPE_CHECKING

import click

from unrut.cli.opened import local_person, reading_person
from unrut.cli.options import json_option
from unrut.cli.output import say, say_json

if TYPE_CHECKING:
    from unrut.models import Person

TESTS = ("talk", "shadow", "course", "freelance", "project")


@click.group("test", epilog="Example: unrut options test list way-3")
def test_group() -> None:
    """Try a way out on a small scale: say what you expect, do it, say what came of it."""


@test_group.command("list", epilog="Example: unrut options test list way-3")
@click.argument("key")
@json_option
def list_command(key: str, as_json: bool) -> None:
    """List the tests of the way with this KEY, and those that could change your choice most."""
    _show(reading_person(), key, as_json=as_json)


@test_group.command(
    "plan",
    epilog='Example: unrut options test plan way-3 --kind talk --text "Talk to a nurse" --line 7 --chance 60',
)
@click.argument("key")
@click.option("--proposal", type=click.IntRange(1), metavar="N", help="The Nth that is proposed.")
@click.option("--kind", type=click.Choice(TESTS), help="What kind of test it is.")
@click.option("--text", default="", help="What you will do.")
@click.option("--facet", default="", help="What it is about; without it, whether you get there at all.")
@click.option("--line", type=int, metavar="N", help="The result that is good enough, 0 to 10.")
@click.option(
    "--chance",
    type=int,
    required=True,
    metavar="PERCENT",
    help="How likely it is good enough. Say it before you know.",
)
@json_option
def plan_command(
    key: str,
    proposal: int | None,
    kind: str | None,
    text: str,
    facet: str,
    line: int | None,
    chance: int,
    as_json: bool,
) -> None:
    """Plan a test of the way with this KEY: one of those proposed, or your own."""
    if proposal is None and None in {kind, line}:
        raise click.UsageError("A test of your own needs --kind, --text and --line. Or give --proposal.")
    owner = reading_person()
    # Inline: needs Django set up.
    from unrut.cli.pages.way_changes import SaidTest, plan_said_test

    said = SaidTest(kind=kind, text=text, facet=facet, line=line, chance=chance)
    plan_said_test(owner, key, said, proposal=proposal)
    _show(owner, key, as_json=as_json)


@test_group.command("result", epilog='Example: unrut options test result 5 8 --learned "Nights are quiet"')
@click.argument("number", type=int, metavar="ID")
@click.argument("result", type=int)
@click.option("--learned", default="", help="What you learned.")
@json_option
def result_command(number: int, result: int, learned: str, as_json: bool) -> None:
    """Say what came of the test with this number: RESULT from 0 to 10. Its way is judged by it from now on."""
    owner = reading_person()
    # Inline: needs Django set up.
    from unrut.clock import today
    from unrut.queries.ways import key_of
    from unrut.services.way_tests import finish_test
    from unrut.services.ways import kind_of_way

    test = finish_test(owner, number, result, learned=learned, today=today())
    _show(owner, key_of(kind_of_way(test.way.kind), test.way), as_json=as_json)


@test_group.command("step", epilog="Example: unrut options test step 5")
@click.argument("number", type=int, metavar="ID")
def step_command(number: int) -> None:
    """Put the test with this number into your plan."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.services.way_tests import make_test_a_step

    step = make_test_a_step(owner, number)
    say([f"Step {step.pk} of your plan: {step.text}"])


@test_group.command("remove", epilog="Example: unrut options test remove 5")
@click.argument("number", type=int, metavar="ID")
def remove_command(number: int) -> None:
    """Remove the test with this number. A step that does it stays in your plan."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.services.way_tests import remove_test

    remove_test(owner, number)
    say([f"Test {number} is removed."])


def _show(owner: "Person", key: str, *, as_json: bool) -> None:
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages import option_tests as page
    from unrut.queries.outcomes import board_of

    board = board_of(owner)
    view = board.way(key)
    if as_json:
        say_json(page.tests_values(board, view))
    else:
        say(page.tests_lines(board, view))
