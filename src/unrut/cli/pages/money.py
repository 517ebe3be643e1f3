"""The money there is, and what the person is drawn to."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from unrut.cli.output import indented
from unrut.core.errors import InvalidInputError
from unrut.core.explore.interests import InterestKind, side_projects
from unrut.core.explore.money import Purse
from unrut.models import Interest, Person
from unrut.queries.ways import purse_of
from unrut.services.ways import save_purse
from unrut.wording.way_money import amount

NEEDED = {
    "currency": "--currency",
    "income": "--income",
    "savings": "--savings",
    "fixed_costs": "--fixed-costs",
}
_KIND_WORDS = {
    "reads": "you read about it unasked",
    "unpaid": "you would do it unpaid",
    "asked": "you are asked for it",
}


def change_purse(owner: Person, said: Mapping[str, Any]) -> None:
    """Say some of what money there is; what is not said stays.

    Raises InvalidInputError when something is still missing, or cannot be.
    """
    before = purse_of(owner)
    told = {**(asdict(before) if before else {}), **said}
    missing = [option for name, option in NEEDED.items() if name not in told]
    if missing:
        raise InvalidInputError(
            f"Still missing: {', '.join(missing)}. Give all four at first; later one at a time will do."
        )
    save_purse(owner, Purse(**{**told, "currency": str(told["currency"]).strip().upper()}))


def purse_lines(purse: Purse | None) -> list[str]:
    """What money there is, and what is used of it."""
    if purse is None:
        return [
            "You have not said what money there is. Say it, and each way out tells how long savings last:",
            *indented(["unrut options money --currency EUR --income 2600 --savings 9000 --fixed-costs 1900"]),
        ]
    told = {
        "Income": f"{amount(purse.income, purse.currency)} net a month",
        "Fixed costs": f"{amount(purse.fixed_costs, purse.currency)} a month",
        "Savings": amount(purse.savings, purse.currency),
        "Off gross pay": f"{round(100 * purse.tax_rate)} %, where a posting states pay",
    }
    return [f"{name}: {words}" for name, words in told.items()]


def purse_values(purse: Purse | None) -> dict[str, Any] | None:
    """The same for scripts; null while nothing is said. The tax rate is a share of one."""
    return asdict(purse) if purse else None


def interest_lines(interests: Sequence[Interest]) -> list[str]:
    """What the person is drawn to, each with small side projects."""
    if not interests:
        return ['Nothing yet. What do you read about unasked? unrut options interest add reads "old maps"']
    told: list[str] = []
    for interest in interests:
        told += [
            f"{interest.pk}  {interest.text}: {_KIND_WORDS[interest.kind]}",
            *indented(_projects(interest)),
        ]
    return told


def interest_values(interest: Interest) -> dict[str, Any]:
    """One for scripts."""
    return {
        "id": interest.pk,
        "kind": interest.kind,
        "text": interest.text,
        "side_projects": _projects(interest),
    }


def _projects(interest: Interest) -> list[str]:
    return list(side_projects(interest.text, InterestKind(interest.kind)))
