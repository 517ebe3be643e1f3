"""`unrut decide`."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from unrut.cli.opened import reading_person
from unrut.cli.options import day_option, json_option
from unrut.cli.output import say, say_json

if TYPE_CHECKING:
    from unrut.models import Person

TIMES = ("30", "90", "180")


def a_weight(text: str) -> tuple[str, int]:
    """How much a cause weighs now, written as FACET=N; whether it is right is asked by the service."""
    read = re.fullmatch(r"(\w+)=(\d{1,4})", text)
    if read is None:
        raise click.BadParameter(f'"{text}" is no answer. Write it like commute=3.')
    return read[1], int(read[2])


@click.command(
    "decide",
    epilog='Example: unrut decide --choose way-3 --because "It is the work I would do unpaid" --sure 70',
)
@day_option("--by", "Agree with yourself on the day by which you decide.")
@click.option(
    "criteria",
    "--criterion",
    multiple=True,
    metavar="TEXT",
    help="What will decide, agreed beforehand; up to five, one each.",
)
@click.option(
    "--choose", metavar="KEY", help="What you decide for: a key of unrut options list, present to stay."
)
@click.option("--because", default="", metavar="TEXT", help="Why. You will want to read it later.")
@click.option("--sure", type=int, metavar="PERCENT", help="How sure you are that you would choose it again.")
@click.option("--change-mind", default="", metavar="TEXT", help="What would change your mind.")
@day_option("--began", "The day the change began: looks back are counted from it.")
@click.option(
    "--look-back",
    "days",
    type=click.Choice(TIMES),
    help="Look back this many days after the change began; give --cause and --again or --not-again with it.",
)
@click.option(
    "causes",
    "--cause",
    type=a_weight,
    multiple=True,
    metavar="FACET=N",
    help="How much a cause of then weighs now, 0 to 10; once for each.",
)
@click.option("--again/--not-again", default=None, help="Whether you would choose it again.")
@click.option("--note", default="", metavar="TEXT", help="A word about the look back.")
@click.option("--id", "number", type=int, metavar="ID", help="Which decision; the newest without it.")
@click.option("--why", is_flag=True, help="Show the whole record: reasons, what was known then, looks back.")
@json_option
def command(why: bool, as_json: bool, number: int | None, **said: Any) -> None:
    """Show what is to be decided and what was; agree on a day and criteria, decide, look back.

    Whoever agrees beforehand on a day and on what will decide is less at the mercy of a bad Friday.
    """
    _check(said)
    owner = reading_person()
    if said["by"] or said["criteria"]:
        _agree(owner, said["by"], said["criteria"])
    if said["choose"] is not None:
        _decide(owner, said)
    elif said["began"] is not None:
        _begin(owner, number, said["began"])
    if said["days"] is not None:
        _look_back(owner, number, said)
    _show(owner, number, why=why, as_json=as_json)


def _check(said: dict[str, Any]) -> None:
    """Say which options belong together."""
    if (said["by"] is None) != (not said["criteria"]):
        raise click.UsageError("--by and --criterion belong together. Give a day and what will decide.")
    if said["choose"] is None and (said["because"] or said["sure"] is not None or said["change_mind"]):
        raise click.UsageError(
            "--because, --sure and --change-mind say more about --choose. Give it as well."
        )
    if said["choose"] is not None and said["sure"] is None:
        raise click.UsageError("--choose needs --sure: how sure you are, in percent, before you know.")
    looks_back = said["days"] is not None
    if looks_back and said["again"] is None:
        raise click.UsageError("--look-back needs --again or --not-again.")
    if not looks_back and (said["causes"] or said["again"] is not None or said["note"]):
        raise click.UsageError("--cause, --again and --note belong to --look-back. Give it as well.")


def _agree(owner: "Person", by: date, criteria: Sequence[str]) -> None:
    # Inline: needs Django set up.
    from unrut.clock import today
    from unrut.services.decisions import agree_to_decide

    agree_to_decide(owner, by=by, criteria=criteria, today=today())


def _decide(owner: "Person", said: dict[str, Any]) -> None:
    # Inline: needs Django set up, and numpy.
    from unrut.clock import today
    from unrut.queries.decisions import causes_now, figures_now
    from unrut.queries.outcomes import board_of
    from unrut.services.decisions import Decided, KnownThen, decide
    from unrut.wording.ways import way_name

    board = board_of(owner)
    view = board.way(said["choose"])
    decided = Decided(
        way_id=view.way.pk if view.way else None,
        chosen=way_name(view),
        why=said["because"],
        sure=said["sure"],
        change_mind=said["change_mind"],
        began_on=said["began"],
    )
    decide(owner, decided, KnownThen(figures_now(board, way_name), causes_now(board)), today=today())


def _begin(owner: "Person", number: int | None, began: date) -> None:
    # Inline: needs Django set up.
    from unrut.cli.pages.decide import decided_one
    from unrut.services.decisions import begin_change

    begin_change(owner, decided_one(owner, number).pk, began_on=began)


def _look_back(owner: "Person", number: int | None, said: dict[str, Any]) -> None:
    # Inline: needs Django set up.
    from unrut.cli.pages.decide import decided_one
    from unrut.clock import today
    from unrut.services.decisions import review_decision

    review_decision(
        owner,
        decided_one(owner, number).pk,
        int(said["days"]),
        dict(said["causes"]),
        again=said["again"],
        note=said["note"],
        today=today(),
    )


def _show(owner: "Person", number: int | None, *, why: bool, as_json: bool) -> None:
    # Inline: needs Django set up.
    from unrut.cli.pages import decide as page
    from unrut.clock import today

    if as_json:
        say_json(page.decide_values(owner, number))
    else:
        say(page.decide_lines(owner, number, why=why, today=today()))
