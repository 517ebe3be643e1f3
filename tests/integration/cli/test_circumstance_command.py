import json
from datetime import date
from typing import Any

import pytest
from tests.factories import a_circumstance

from unrut.models import Circumstance, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration


def test_circumstance_is_kept_and_told(unrut: Any, me: Person) -> None:
    result = unrut("circumstance", "add", "manager", "Dora", "--since", "2025-03-01", "--until", "2026-01-31")

    row = of(Circumstance, me).get()
    assert (row.kind, row.name, row.started_on, row.ended_on) == (
        "manager",
        "Dora",
        date(2025, 3, 1),
        date(2026, 1, 31),
    )
    assert result.stdout == f"Kept: {row.pk}  manager Dora, since 1 March 2025 until 31 January 2026\n"


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("manager", "Dora"), 2, "The day it began is missing: --since 2025-03-01. A rough day will do."),
        (
            ("manager", "Dora", "--since", "May"),
            2,
            '"May" is not a day of the calendar. Write it like 2026-11-20.',
        ),
        (
            ("boss", "Dora", "--since", "2025-03-01"),
            3,
            '"boss" is not one of manager, team, project, place. Choose one.',
        ),
        (
            ("team", "", "--since", "2025-03-01"),
            3,
            "The name is empty. Write a name or a few letters that only you understand.",
        ),
    ],
)
def test_what_cannot_be_kept_is_one_sentence(
    unrut: Any, me: Person, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    result = unrut("circumstance", "add", *arguments)

    assert (result.exit_code, sentence in result.stderr) == (code, True)
    assert of(Circumstance, me).count() == 0


def test_list_shows_all_with_their_numbers(unrut: Any, me: Person, bob: Person) -> None:
    later = a_circumstance(me, "Ben", started_on=date(2026, 2, 1))
    earlier = a_circumstance(me, "Dora", started_on=date(2025, 3, 1), ended_on=date(2026, 1, 31))

    lines, told = (
        unrut("circumstance", "list").stdout,
        json.loads(unrut("circumstance", "list", "--json").stdout),
    )

    assert lines.splitlines() == [
        f"{earlier.pk}  manager Dora, since 1 March 2025 until 31 January 2026",
        f"{later.pk}  manager Ben, since 1 February 2026",
    ]
    assert told == [
        {
            "number": earlier.pk,
            "kind": "manager",
            "name": "Dora",
            "since": "2025-03-01",
            "until": "2026-01-31",
        },
        {"number": later.pk, "kind": "manager", "name": "Ben", "since": "2026-02-01", "until": None},
    ]


def test_empty_list_says_how_to_begin(unrut: Any, me: Person) -> None:
    assert unrut("circumstance", "list").stdout.startswith("Nothing yet. Say it like: unrut circumstance add")


def test_circumstance_is_removed_by_its_number(unrut: Any, me: Person) -> None:
    row = a_circumstance(me, "Ben", started_on=date(2026, 2, 1))

    removed, again = (unrut("circumstance", "remove", str(row.pk)) for _ in range(2))

    assert removed.stdout == f"Removed: {row.pk}  manager Ben, since 1 February 2026\n"
    assert (again.exit_code, of(Circumstance, me).count()) == (1, 0)
