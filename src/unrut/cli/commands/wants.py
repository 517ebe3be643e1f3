"""`unrut wants`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from unrut.cli.opened import local_person
from unrut.cli.options import json_option
from unrut.cli.output import say, say_json

if TYPE_CHECKING:
    from unrut.models import Person

ANSWERS = ("first", "second", "equal")


@dataclass(frozen=True, slots=True)
class SaidWant:
    """A want as it is written; without a level the one there is stays, or the usual one."""

    facet: str
    weight: int
    wanted: int | None


@dataclass(frozen=True, slots=True)
class SaidRange:
    """The worst and the best level one would really meet; without a worst it is the worst there is."""

    facet: str
    worst: int | None
    best: int


def a_want(text: str) -> SaidWant:
    """A want written as FACET=WEIGHT or FACET=WEIGHT:WANTED; whether it is right is asked by the service."""
    read = re.fullmatch(r"(\w+)=(\d{1,4})(?::(\d{1,4}))?", text)
    if read is None:
        raise click.BadParameter(f'"{text}" is not a want. Write it like learning_growth=80 or commute=40:2.')
    facet, weight, wanted = read.groups()
    return SaidWant(facet, int(weight), None if wanted is None else int(wanted))


def a_range(text: str) -> SaidRange:
    """A range written as FACET=WORST:BEST or FACET=:BEST; whether it is right is asked by the service."""
    read = re.fullmatch(r"(\w+)=(\d{0,4}):(\d{1,4})", text)
    if read is None:
        raise click.BadParameter(
            f'"{text}" is not a range. Write it like commute=9:2, the worst level first.'
        )
    facet, worst, best = read.groups()
    return SaidRange(facet, int(worst) if worst else None, int(best))


def a_name(text: str) -> tuple[str, str]:
    """A name written as FACET=NAME; FACET= goes back to the name of the facet."""
    facet, sign, name = text.partition("=")
    if not sign or not facet.strip():
        raise click.BadParameter(f'"{text}" names nothing. Write it like commute="The way to work".')
    return facet.strip(), name.strip()


@click.command("wants", epilog="Example: unrut wants --set learning_growth=80 --set commute=40:2 --why")
@click.option(
    "said",
    "--set",
    type=a_want,
    metavar="FACET=WEIGHT[:WANTED]",
    multiple=True,
    help="How much it matters (0 to 100; 0 takes it off the list) and the level wanted (0 to 10); may be repeated.",
)
@click.option(
    "ranges",
    "--range",
    type=a_range,
    metavar="FACET=WORST:BEST",
    multiple=True,
    help="The worst and the best level you would really meet; FACET=:BEST for the worst there is.",
)
@click.option(
    "names", "--name", type=a_name, metavar="FACET=NAME", multiple=True, help="What you call it yourself."
)
@click.option("--own", metavar="NAME", help="Add a criterion that is none of the facets.")
@click.option(
    "--first",
    metavar="FACET",
    help="The one you would improve first if all were at their worst: it weighs 100, the others beside it.",
)
@click.option("--reset", is_flag=True, help="Go back to what follows from your notes.")
@click.option("--why", is_flag=True, help="Show where each weight comes from, and which answers disagree.")
@click.option("--ask", is_flag=True, help="Show the next trade-off: the question that would tell most.")
@click.option("--answer", type=click.Choice(ANSWERS), help="Answer the trade-off that --ask shows.")
@json_option
def command(why: bool, ask: bool, answer: str | None, as_json: bool, **changes: Any) -> None:
    """Show or say what you want of work. What you do not set stays as it is.

    Each weight comes as its share of 100 with a range: in four cases of five it lies in it. Trade-offs make it narrower.
    """
    owner = local_person()
    _change(owner, **changes)
    if answer is not None:
        _answer(owner, answer)
    _show(owner, why=why, ask=ask or answer is not None, as_json=as_json)


def _change(
    owner: "Person",
    *,
    said: Sequence[SaidWant],
    ranges: Sequence[SaidRange],
    names: Sequence[tuple[str, str]],
    own: str | None,
    first: str | None,
    reset: bool,
) -> None:
    # Inline: needs Django set up.
    from unrut.cli.pages import changes
    from unrut.services.explore import forget_wants

    if reset:
        forget_wants(owner)
    if said:
        changes.change_wants(owner, {want.facet: (want.weight, want.wanted) for want in said})
    if own is not None:
        changes.add_own_want(owner, own)
    if names:
        changes.name_wants(owner, dict(names))
    if ranges:
        _change_ranges(owner, ranges)
    if first is not None:
        changes.put_want_first(owner, first)


def _change_ranges(owner: "Person", ranges: Sequence[SaidRange]) -> None:
    """Change ranges; that answers to trade-offs no longer count is a message, no result."""
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages.changes import change_ranges
    from unrut.wording.trade_offs import forgotten_words

    count = change_ranges(owner, {each.facet: (each.worst, each.best) for each in ranges})
    if count:
        click.echo(forgotten_words(count), err=True)


def _answer(owner: "Person", answer: str) -> None:
    # Inline: needs Django set up, and numpy.
    from unrut.cli.pages.wants import weighed_now
    from unrut.clock import today
    from unrut.core.errors import InvalidInputError
    from unrut.services.trade_offs import answer_trade_off

    asked = weighed_now(owner, today=today()).next_question
    if asked is None:
        raise InvalidInputError("There is no trade-off to answer now. See what you want: unrut wants --why.")
    answer_trade_off(owner, asked, answer, today=today())


def _show(owner: "Person", *, why: bool, ask: bool, as_json: bool) -> None:
    # Inline: as above.
    from unrut.cli.pages import wants as page
    from unrut.clock import today

    found = page.weighed_now(owner, today=today())
    if as_json:
        say_json(page.wants_values(found))
    else:
        say(page.wants_lines(found, why=why, ask=ask))
