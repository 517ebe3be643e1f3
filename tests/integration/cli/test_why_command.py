import json
import re
from datetime import date
from typing import Any

import pytest
from tests.factories import a_checkin, a_circumstance, a_correction, a_note, weeks_before

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
        "  Red tape and needless work (pointless_work): 3 of 6 weeks, in your top three in 98 of 100 re-drawings of your weeks",
        f"    16 November 2026  “{DISLIKED}”",
        f"    9 November 2026  “{DISLIKED}”",
    ]
    assert [line for line in lines if line and not line.startswith(" ")][2:] == [
        "What weighs on you",
        "Where it sits, and where to begin",
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
    assert [line.strip() for line in lines if "“" in line] == [
        *(f"{day} 2026  “{DISLIKED}”" for day in ("16 November", "9 November", "2 November", "26 October")),
        "16 November 2026  “Killed a form nobody needed, less red tape”",
    ]
    assert [line for line in lines[1:] if line and not line.startswith(" ")] == [
        "What weighs",
        "What gives energy",
        "What can be done",
    ]


def test_facet_without_notes_says_so_and_what_can_be_done(unrut: Any, me: Person) -> None:
    lines = unrut("why", "commute").stdout.splitlines()

    assert lines[1:6] == [
        "None of your notes speaks of it yet.",
        "",
        "What can be done",
        "  Ask for two days at home, or shift your hours past the rush.",
        "  Ask the manager: often helps",
    ]


def test_safety_names_its_own_command(unrut: Any, me: Person) -> None:
    a_correction(a_note(me, "Zzz"), "respect_safety")

    page, facet = unrut("why").stdout, unrut("why", "respect_safety").stdout

    assert "  unrut help-lines respect shows what can be done about respect and safety.\n" in page
    assert "  Get help first: unrut help-lines respect\n" in facet
    assert "follow" not in page + facet


def test_facet_is_told_as_on_its_page(unrut: Any, me: Person) -> None:
    for count in range(8):
        a_note(me, DISLIKED, week=weeks_before(count))
    a_circumstance(me, "Dora")

    lines = [line.strip() for line in unrut("why", "pointless_work").stdout.splitlines()]

    assert lines[3:11] == [
        "8 of 8 weeks.",
        "Counting chance in, it is probably 65 to 95 % of your weeks.",
        "It is in your top three in every re-drawing of your weeks.",
        "It comes first in every one.",
        "You put it plainly.",
        "Whether it goes with bad weeks cannot be said yet: it takes 4 scored weeks that name it and as many that do not.",
        (
            "Whether it would follow you cannot be told yet, as everything you wrote is under Dora. 4 answered weeks elsewhere "
            "may tell."
        ),
        "Even 26 weeks without it would leave it in your top three.",
    ]


def test_json_tells_the_same_figures(unrut: Any, me: Person) -> None:
    for count in range(12):
        a_checkin(me, weeks_before(count), boredom=5, dread=5)
    for count in range(4):
        a_note(me, DISLIKED, week=weeks_before(count))
    a_circumstance(me, "Dora", ended_on=weeks_before(4))
    a_circumstance(me, "Ben", started_on=weeks_before(4))

    told = json.loads(unrut("why", "--json").stdout)

    (cause,) = told["causes"]
    assert cause["first"] == cause["top_three"] == pytest.approx(1 - (8 / 12) ** 12, abs=0.01)
    assert cause["weight"] == 1.0
    assert cause["severity"] == pytest.approx(0.75 * 0.5 + 0.25 * (10 - 14 / 3) / 10)
    assert cause["interval"][0] < cause["share"] < cause["interval"][1]
    assert (cause["difference"]["named"], cause["difference"]["others"]) == (4, 8)
    assert [(each["kind"], each["verdict"]) for each in cause["following"]] == [("manager", "stayed")]
    assert cause["following"][0]["spells"] == [
        {"name": "Ben", "named": 4, "answered": 5},
        {"name": "Dora", "named": 0, "answered": 7},
    ]
    assert (cause["lately"], cause["weeks_to_change"], cause["weeks_only_read"]) == ("too_few", None, 4)
    assert (told["split"], told["begin_with"]) == ([{"part": "company", "weeks": 4, "share": 1.0}], "part")


@pytest.mark.parametrize("option", [(), ("--json",)])
def test_unknown_facet_is_one_sentence(unrut: Any, me: Person, option: tuple[str, ...]) -> None:
    result = unrut("why", "weather", *option)

    assert result.exit_code == 3
    assert re.fullmatch(
        r'There is no facet "weather"\. The nearest are \w+, \w+ and \w+; '
        r"unrut why shows all that your notes speak of\.\n",
        result.stderr,
    )
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
    assert set(told["avoid"][0]) == {"facet", "concerns", "text", "ask", "is_changed"}


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


def test_few_weeks_leave_out_where_to_begin(unrut: Any, me: Person) -> None:
    a_note(me, DISLIKED)

    told = unrut("why").stdout

    assert "What weighs on you" in told
    assert "Where it sits" not in told
