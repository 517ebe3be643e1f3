"""The parts of `unrut options` about the money there is, and about what one is drawn to."""

from typing import TYPE_CHECKING

import click

from unrut.cli.opened import local_person
from unrut.cli.options import json_option, number
from unrut.cli.output import say, say_json

if TYPE_CHECKING:
    from unrut.models import Person

INTERESTS = ("reads", "unpaid", "asked")
PERCENT = 100


@click.command(
    "money",
    epilog="Example: unrut options money --currency EUR --income 2600 --savings 9000 --fixed-costs 1900",
)
@click.option("--currency", metavar="CODE", help="Three letters, such as EUR.")
@click.option("--income", type=number, metavar="AMOUNT", help="What you have net a month now.")
@click.option("--savings", type=number, metavar="AMOUNT", help="What you could live on without it.")
@click.option("--fixed-costs", type=number, metavar="AMOUNT", help="What a month costs in any case.")
@click.option(
    "--tax-rate",
    type=number,
    metavar="PERCENT",
    help="What goes off gross pay, used for pay that postings state.",
)
@click.option("--forget", is_flag=True, help="Forget what money there is.")
@json_option
def money_command(
    currency: str | None,
    income: float | None,
    savings: float | None,
    fixed_costs: float | None,
    tax_rate: float | None,
    forget: bool,
    as_json: bool,
) -> None:
    """Show or say what money there is. What you do not give stays as it is.

    With it each way out tells how long savings last, how deep the dip is, and when it has paid for itself.
    """
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.cli.pages import money as page
    from unrut.queries.ways import purse_of
    from unrut.services.ways import forget_purse

    said = {
        "currency": currency,
        "income": income,
        "savings": savings,
        "fixed_costs": fixed_costs,
        "tax_rate": None if tax_rate is None else tax_rate / PERCENT,
    }
    given = {name: value for name, value in said.items() if value is not None}
    if forget and given:
        raise click.UsageError("--forget stands alone. Give amounts, or forget them.")
    if forget:
        forget_purse(owner)
    if given:
        page.change_purse(owner, given)
    purse = purse_of(owner)
    if as_json:
        say_json(page.purse_values(purse))
    else:
        say(page.purse_lines(purse))


@click.group(
    "interest", invoke_without_command=True, epilog='Example: unrut options interest add reads "old maps"'
)
@json_option
@click.pass_context
def interest_group(ctx: click.Context, as_json: bool) -> None:
    """List what you are drawn to, with small side projects that would try it out."""
    if ctx.invoked_subcommand is not None:
        if as_json:
            raise click.UsageError("--json stands alone: unrut options interest --json.")
        return
    _show(local_person(), as_json=as_json)


@interest_group.command("add", epilog='Example: unrut options interest add asked "how to fix a bicycle"')
@click.argument("kind", type=click.Choice(INTERESTS))
@click.argument("text")
def add_interest_command(kind: str, text: str) -> None:
    """Add something you read about unasked (reads), would do unpaid (unpaid), or are asked for (asked)."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.services.ways import add_interest

    add_interest(owner, kind, text)
    _show(owner, as_json=False)


@interest_group.command("remove", epilog="Example: unrut options interest remove 4")
@click.argument("number", type=int, metavar="ID")
def remove_interest_command(number: int) -> None:
    """Remove the interest with this number."""
    owner = local_person()
    # Inline: needs Django set up.
    from unrut.services.ways import remove_interest

    remove_interest(owner, number)
    _show(owner, as_json=False)


def _show(owner: "Person", *, as_json: bool) -> None:
    # Inline: needs Django set up.
    from unrut.cli.pages import money as page
    from unrut.models import Interest
    from unrut.queries.scope import of

    interests = list(of(Interest, owner))
    if as_json:
        say_json([page.interest_values(interest) for interest in interests])
    else:
        say(page.interest_lines(interests))


COMMANDS = (money_command, interest_group)
