import json
from typing import Any

import pytest
from tests.factories import a_preference

from unrut.cli.commands import help_lines as module
from unrut.core.reflect.help_lines import shipped_countries
from unrut.errors import StoreError
from unrut.models import CheckIn, Note, Person

pytestmark = pytest.mark.integration

URGENT = (
    "If you might hurt yourself or somebody else, or somebody is hurting you, "
    "call your emergency number or a crisis line now."
)


def test_numbers_of_a_country_are_printed(unrut: Any, me: Person) -> None:
    result = unrut("help-lines", "gb")

    told = result.stdout.splitlines()
    assert result.exit_code == 0
    assert told[0] == URGENT
    assert told[2:6] == [
        "",
        "United Kingdom",
        "  United Kingdom: in an emergency 999 or 112.",
        "  Samaritans: call 116 123, day and night (samaritans.org)",
    ]
    assert told[-1] == "What to do about harassment, bullying and danger: unrut help-lines respect"


def test_chosen_country_is_shown_without_asking(unrut: Any, me: Person) -> None:
    a_preference(me, country="NZ")

    told = json.loads(unrut("help-lines", "--json").stdout)

    assert [country["code"] for country in told["countries"]] == ["NZ"]


def test_all_countries_are_shown_without_a_choice(unrut: Any, me: Person) -> None:
    told = json.loads(unrut("help-lines", "--json").stdout)
    lines = unrut("help-lines").stdout.splitlines()

    assert [country["code"] for country in told["countries"]] == list(shipped_countries())
    assert {country["checked_on"] for country in told["countries"]} == {None}
    assert {country.name for country in shipped_countries().values()} <= set(lines)


@pytest.mark.parametrize("name", ["germany", "Germany", "DE", "new zealand"])
def test_country_is_found_by_its_name(unrut: Any, me: Person, name: str) -> None:
    told = json.loads(unrut("help-lines", *name.split(), "--json").stdout)

    assert [country["code"] for country in told["countries"]] == ["NZ" if "new" in name else "DE"]


def test_unknown_country_is_answered_with_those_there_are(unrut: Any, me: Person) -> None:
    result = unrut("help-lines", "XX")

    assert result.exit_code == 3
    assert result.stderr.startswith('"XX" is none of the countries on the list: AU, AT, BE')


def test_respect_has_its_own_way(unrut: Any, me: Person) -> None:
    lines = unrut("help-lines", "respect").stdout.splitlines()
    told = json.loads(unrut("help-lines", "Respect", "--json").stdout)

    assert lines[:3] == [URGENT, "", "If you are in danger, leave first."]
    assert [step["step"] for step in told["steps"]][:2] == [
        "If you are in danger, leave first.",
        "Keep a record.",
    ]
    assert told["record"][0] == "When and where"


def test_store_that_cannot_be_opened_does_not_stand_before_a_number(
    unrut: Any, me: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> Person:
        raise StoreError("The store cannot be opened.")

    monkeypatch.setattr(module, "local_person", refuse)

    result = unrut("help-lines", "GB")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == URGENT


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("I want to kill myself", "Whom to call: unrut help-lines"),
        ("They bully me", "What to do about it: unrut help-lines respect"),
        ("This job is killing me", "here is help: unrut help-lines"),
        ("A calm day", ""),
    ],
)
@pytest.mark.parametrize("box", ["liked", "disliked", "moved"])
def test_checkin_offers_help_beside_words(unrut: Any, me: Person, box: str, text: str, hint: str) -> None:
    result = unrut("checkin", f"--{box}", text)

    assert result.exit_code == 0
    assert result.stderr.strip().endswith(hint)
    assert bool(result.stderr) is bool(hint)
    assert CheckIn.objects.count() == 1


def test_slow_note_offers_help_beside_words(unrut: Any, me: Person) -> None:
    result = unrut("note", "- I want to die", "--json")

    assert json.loads(result.stdout)[0]["text"] == "I want to die"
    assert result.stderr.endswith("Whom to call: unrut help-lines\n")
    assert Note.objects.count() == 1
