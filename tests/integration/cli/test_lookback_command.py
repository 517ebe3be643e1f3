"""`unrut lookback`: the first sitting on the command line."""

import json
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from tests.factories import a_job

from unrut.cli.commands import lookback as lookback_module
from unrut.core.reflect.look_back import looked_back_items
from unrut.models import Job, JobLevel, Person, Review, ReviewAnswer, ReviewLine
from unrut.queries.scope import of

pytestmark = pytest.mark.integration


@pytest.fixture
def in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(lookback_module, "sys", SimpleNamespace(stdin=terminal))


def answers_of(owner: Person) -> dict[str, int]:
    return dict(of(ReviewAnswer, owner).values_list("item", "value"))


def test_options_are_kept_and_the_picture_is_told(unrut: Any, me: Person) -> None:
    sets = ["commute=1", "coworkers=10", "best_satisfaction=8", "worst_satisfaction=2", "typical_energy=8"]
    job = ["--title", "Analyst", "--since", "2022-05-01", "--hours", "40"]

    result = unrut("lookback", *job, *(part for item in sets for part in ("--set", item)), "--bad", "Noise")

    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[:4] == [
        "What seems to weigh on you: the way to work.",
        "What seems to give you energy: the people you work with.",
        "Whether your typical week lies low is open: too few of its signs are answered.",
        "Your weeks differ much (8 in the best, 2 in the worst), so a single bad one will say little.",
    ]
    assert lines[4].startswith("You are usually drained when the week ends (8 of 10).")
    assert lines[6:8] == ["What seems to weigh", "  Commute: likely, you answered 1 of 10"]
    assert lines[-1].startswith("This is memory of three months, not a diary:")
    assert (of(Job, me).get().title, of(JobLevel, me).get().level) == ("Analyst", 5)


def test_more_answers_join_those_given_before(unrut: Any, me: Person) -> None:
    unrut("lookback", "--set", "commute=1", "--good", "Calm", "--good", "Lunch")

    unrut("lookback", "--set", "commute=", "--set", "autonomy=4", "--company", "Mill", "--title", "Analyst")
    unrut("lookback", "--company", "Forge", "--good", "Lunch")

    assert answers_of(me) == {"autonomy": 4}
    assert [line.text for line in of(ReviewLine, me)] == ["Lunch"]
    assert (of(Job, me).get().title, of(Job, me).get().company) == ("Analyst", "Forge")


def test_look_back_as_json_is_complete(unrut: Any, me: Person) -> None:
    told = json.loads(
        unrut("lookback", "--set", "commute=1", "--bad", "Two hours in traffic", "--json").stdout
    )

    picture = told.pop("picture")
    assert told == {
        "answered_on": "2026-11-20",
        "answers": {"commute": 1},
        "good": [],
        "bad": ["Two hours in traffic"],
    }
    assert picture["weighs"][0] == {
        "facet": "commute",
        "band": "likely",
        "answer": 1,
        "lines": ["Two hours in traffic"],
    }
    assert (picture["gives"], picture["typical"], picture["score"]) == ([], "unknown", None)


def test_nothing_looked_back_on_says_how_to_begin(unrut: Any, me: Person) -> None:
    lines = unrut("lookback").stdout.splitlines()
    told = json.loads(unrut("lookback", "--json").stdout)

    assert lines == ["Nothing is looked back on yet.", "Begin in a terminal with: unrut lookback"]
    assert told == {"answered_on": None, "answers": {}, "good": [], "bad": [], "picture": None}


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (["--set", "commute=11"], 3, "The answer for commute is 11."),
        (["--set", "envy=3"], 3, '"envy" is not asked here.'),
        (["--hours", "44", "--title", "Analyst"], 3, "44 hours are not one of the choices."),
        (["--company", "Mill"], 3, "The job has no title."),
        (["--since", "2027-01-01", "--title", "Analyst"], 3, "01 January 2027 cannot be the first day."),
        (["--since", "May", "--title", "Analyst"], 2, '"May" is not a day of the calendar.'),
    ],
)
def test_what_cannot_be_is_one_sentence(
    unrut: Any, me: Person, options: list[str], code: int, sentence: str
) -> None:
    result = unrut("lookback", *options)

    assert result.exit_code == code
    assert sentence in result.stderr
    assert (of(Review, me).exists(), of(Job, me).exists()) == (False, False)


def test_everything_is_asked_in_turn_in_a_terminal(unrut: Any, me: Person, in_a_terminal: None) -> None:
    job = ["Analyst", "", "May", "2022-05-01", "many", "40"]
    levels = ["3", "eleven", "4", *[""] * (len(looked_back_items()) - 2)]

    result = unrut("lookback", given="\n".join([*job, *levels, "calm", "", "noise", "late", "", ""]) + "\n")

    items = looked_back_items()
    assert result.exit_code == 0
    assert answers_of(me) == {items[0]: 3, items[1]: 4}
    assert [(line.kind, line.text) for line in of(ReviewLine, me)] == [
        ("like", "calm"),
        ("dislike", "noise"),
        ("dislike", "late"),
    ]
    assert of(Job, me).get().started_on == date(2022, 5, 1)
    assert '"many" is not a number of hours.' in result.output


def test_only_what_is_open_is_asked(unrut: Any, me: Person, in_a_terminal: None) -> None:
    a_job(me)
    answered = [f"{item}=5" for item in looked_back_items()[1:]]
    unrut(
        "lookback", *(part for item in answered for part in ("--set", item)), "--good", "calm", "--bad", "x"
    )

    unrut("lookback", given="7\n")
    again = unrut("lookback")

    assert answers_of(me)["typical_satisfaction"] == 7
    assert again.stdout.splitlines()[0] == "Nothing you answered seems to weigh on you."
