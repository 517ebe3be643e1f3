import json
from datetime import date
from typing import Any

import pytest

from factories import a_checkin, a_note, weeks_before
from unrut.models import Person

pytestmark = pytest.mark.integration

DISLIKED, LIKED = "Three status meetings in a row", "Learned a new language for queries"


def test_nothing_written_says_what_it_takes(unrut: Any, me: Person) -> None:
    result = unrut("why")

    assert result.exit_code == 0
    assert result.stdout == "After your first week this page can say something.\n"


def test_causes_and_energies_come_with_dated_quotes(unrut: Any, me: Person) -> None:
    for count in range(6):
        a_checkin(me, weeks_before(count))
    for count in range(3):
        a_note(me, DISLIKED, week=weeks_before(count))
    a_note(me, LIKED, "like")

    lines = unrut("why").stdout.splitlines()

    assert lines[:7] == [
        "What weighs on you most is red tape and needless work. You named it in 3 of 6 weeks.",
        "From 6 answered weeks.",
        "",
        "What weighs on you",
        "  Red tape and needless work (pointless_work): 3 of 6 weeks",
        f"    16 November 2026  “{DISLIKED}”",
        f"    9 November 2026  “{DISLIKED}”",
    ]
    assert [line for line in lines if line and not line.startswith(" ")][2:] == [
        "What weighs on you",
        "What gives you energy",
        "Look for",
        "Avoid",
    ]


def test_facet_shows_every_note_that_speaks_of_it(unrut: Any, me: Person) -> None:
    for count in range(4):
        a_note(me, DISLIKED, week=weeks_before(count))
    a_note(me, "Killed a form nobody needed, less red tape", "like")

    lines = unrut("why", "pointless_work").stdout.splitlines()

    assert lines[0].startswith("Red tape and needless work: ")
    assert [line.strip() for line in lines[4:8]] == [
        f"{day} 2026  “{DISLIKED}”" for day in ("16 November", "9 November", "2 November", "26 October")
    ]
    assert lines[9] == "What gives energy"


def test_facet_without_notes_says_so(unrut: Any, me: Person) -> None:
    lines = unrut("why", "commute").stdout.splitlines()

    assert lines[1:] == ["None of your notes speaks of it yet."]


@pytest.mark.parametrize("option", [(), ("--json",)])
def test_unknown_facet_is_one_sentence(unrut: Any, me: Person, option: tuple[str, ...]) -> None:
    result = unrut("why", "weather", *option)

    assert result.exit_code == 3
    assert result.stderr.startswith('There is no facet "weather". Choose one of task_variety, ')
    assert result.stdout == ""


def test_json_holds_the_whole_page(unrut: Any, me: Person) -> None:
    a_note(me, DISLIKED)

    told = json.loads(unrut("why", "--json").stdout)

    cause = told["causes"][0]
    assert told["weeks"] == ["2026-11-16"]
    assert (told["is_ranked"], told["energies"]) == (False, [])
    assert cause["facet"] == "pointless_work"
    assert cause["notes"] == [{"week": "2026-11-16", "kind": "dislike", "text": DISLIKED}]
    assert [line["facet"] for line in told["avoid"]] == ["pointless_work"]
    assert set(told["avoid"][0]) == {"facet", "concerns", "text", "ask"}


def test_json_of_a_facet_holds_its_notes_only(unrut: Any, me: Person) -> None:
    a_note(me, DISLIKED)

    told = json.loads(unrut("why", "pointless_work", "--json").stdout)

    assert (told["facet"], told["name"]) == ("pointless_work", "Red tape and needless work")
    assert [cause["weeks"] for cause in told["causes"]] == [[date(2026, 11, 16).isoformat()]]
    assert told["energies"] == []


def test_text_cannot_steer_the_terminal(unrut: Any, me: Person) -> None:
    a_note(me, f"\x1b[2J\x9b1m{DISLIKED}\x07\u202e")

    result = unrut("why")

    assert f"    16 November 2026  “[2J1m{DISLIKED}”\n" in result.stdout
    assert not set("\x1b\x9b\x07\u202e") & set(result.stdout)
