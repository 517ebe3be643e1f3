"""`unrut review`: answers bit by bit, and what moved."""

import json
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from tests.factories import a_review, a_review_answer, an_accomplishment

from unrut.cli.commands import review as review_module
from unrut.core.reflect.reviews import reviewed_items
from unrut.models import Accomplishment, Person, Review, ReviewAnswer
from unrut.queries.scope import of
from unrut.wording.reviews import own_words_note

pytestmark = pytest.mark.integration

Q3, Q4 = date(2026, 7, 1), date(2026, 10, 1)


@pytest.fixture
def in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(review_module, "sys", SimpleNamespace(stdin=terminal))


def reviewed(owner: Person, period: date, **answers: int) -> None:
    review = a_review(owner, period=period, answered_on=period + timedelta(days=40))
    for item, value in answers.items():
        a_review_answer(review, item, value)


def answers_of(owner: Person) -> dict[str, int]:
    return dict(of(ReviewAnswer, owner).values_list("item", "value"))


def test_answers_are_kept_and_changed(unrut: Any, me: Person) -> None:
    unrut("review", "--set", "envy=7", "--set", "commute=2")

    result = unrut("review", "--set", "envy=", "--set", "commute=10", "--done", "A talk held")

    assert result.exit_code == 0
    assert answers_of(me) == {"commute": 10}
    assert of(Accomplishment, me).get().text == "A talk held"


def test_review_tells_what_moved(unrut: Any, me: Person) -> None:
    reviewed(me, Q3, envy=3, wish_to_learn=8, commute=2)
    reviewed(me, Q4, envy=8, wish_to_learn=8, commute=6)
    an_accomplishment(me, "Halved the report", on=date(2026, 10, 5))

    result = unrut("review")

    assert result.stdout.splitlines() == [
        "Since July to September 2026, “Envy of new starts” got worse most, from 3 to 8.",
        "October to December 2026: 3 of 36 answered.",
        "",
        "What got worse",
        "  Envy of new starts: from 3 to 8",
        "",
        "What got better",
        "  Commute: from 2 to 6",
        "",
        "The slow signs",
        "  2 slow signs are answered so far; from 4 on this page says what they tell together.",
        "",
        "What you got done",
        "  Halved the report",
        "",
        own_words_note(),
    ]


def test_review_of_an_earlier_quarter_is_its_own(unrut: Any, me: Person) -> None:
    result = unrut("review", "--quarter", "2026-Q3", "--set", "commute=3")

    assert of(Review, me).get().period == Q3
    assert result.stdout.splitlines()[:2] == [
        "1 facet of work is answered so far; from 5 on this page names the lowest.",
        "July to September 2026: 1 of 36 answered.",
    ]


def test_review_as_json_is_complete(unrut: Any, me: Person) -> None:
    reviewed(me, Q3, envy=3, commute=2)
    reviewed(me, Q4, envy=8, commute=6)

    told = json.loads(unrut("review", "--json").stdout)

    assert list(told["answers"]) == list(reviewed_items())
    assert (told["answers"]["envy"], told["answers"]["leaving"]) == (8, None)
    assert told["moved"] == [
        {"item": "envy", "before": 3, "now": 8, "is_better": False},
        {"item": "commute", "before": 2, "now": 6, "is_better": True},
    ]
    assert {name: told[name] for name in ("quarter", "since", "speaking", "done", "revision", "due_on")} == {
        "quarter": "2026-Q4",
        "since": "2026-07-01",
        "speaking": ["envy"],
        "done": [],
        "revision": 1,
        "due_on": "2027-01-19",
    }


def test_nothing_answered_says_how_to_begin(unrut: Any, me: Person) -> None:
    told = json.loads(unrut("review", "--json").stdout)
    lines = unrut("review").stdout.splitlines()

    assert (told["answered_on"], told["since"], told["moved"], told["revision"]) == (None, None, [], 0)
    assert lines == [
        "Nothing is answered about October to December 2026 yet.",
        "Begin in a terminal with: unrut review",
    ]


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (["--set", "envy=11"], 3, "The answer for envy is 11."),
        (["--set", "envy=seven"], 3, 'The answer for envy is "seven".'),
        (["--set", "envy=NaN"], 3, 'The answer for envy is "NaN".'),
        (["--set", "gladness=3"], 3, '"gladness" is not asked here.'),
        (["--set", "envy"], 2, '"envy" is not an answer. Write it like learning_growth=7.'),
        (["--set", "=7"], 2, '"=7" is not an answer.'),
        (["--quarter", "2027-Q1", "--set", "envy=3"], 3, "The quarter from 01 January 2027 has not begun."),
        (["--quarter", "2027-Q3"], 3, "The quarter from 01 July 2027 has not begun."),
        (["--quarter", "spring"], 3, '"spring" is not a quarter. Write it like 2026-Q4.'),
    ],
)
def test_what_cannot_be_is_one_sentence(
    unrut: Any, me: Person, options: list[str], code: int, sentence: str
) -> None:
    result = unrut("review", *options)

    assert result.exit_code == code
    assert sentence in result.stderr
    assert not of(Review, me).exists()


def test_what_is_open_is_asked_in_turn_in_a_terminal(unrut: Any, me: Person, in_a_terminal: None) -> None:
    reviewed(me, Q4, **dict.fromkeys(reviewed_items()[:33], 5))

    result = unrut("review", given="eleven\n3\n\n9\nA talk held\n\n")

    assert result.exit_code == 0
    open_items = reviewed_items()[33:]
    assert [answers_of(me).get(item) for item in open_items] == [3, None, 9]
    assert of(Accomplishment, me).get().text == "A talk held"
    assert '"eleven" is not an answer.' in result.output


def test_complete_review_is_shown_in_a_terminal_without_asking(
    unrut: Any, me: Person, in_a_terminal: None
) -> None:
    reviewed(me, Q4, **dict.fromkeys(reviewed_items(), 8))

    result = unrut("review")

    assert result.stdout.splitlines()[0] == "Everything you answered is well with you."
    assert of(Review, me).get().revision == 1


@pytest.mark.parametrize(
    ("typed", "answers", "done", "said"),
    [
        ("", {}, [], "Nothing was answered, so nothing was kept."),
        (
            "3\n\n4\n",
            {0: 3, 2: 4},
            [],
            "Kept what you answered so far. Go on with: unrut review --quarter 2026-Q4",
        ),
        (
            "\n" * len(reviewed_items()) + "A talk held\n",
            {},
            ["A talk held"],
            "Kept what you answered so far. Go on with: unrut review --quarter 2026-Q4",
        ),
    ],
    ids=["at-once", "half-way", "among-the-lines"],
)
def test_review_that_is_interrupted_keeps_what_was_answered(
    unrut: Any,
    me: Person,
    in_a_terminal: None,
    typed: str,
    answers: dict[int, int],
    done: list[str],
    said: str,
) -> None:
    result = unrut("review", given=typed)  # the end of the input stops a question as Ctrl-C does

    assert result.exit_code == 130
    assert answers_of(me) == {reviewed_items()[place]: value for place, value in answers.items()}
    assert [each.text for each in of(Accomplishment, me)] == done
    assert result.stderr.splitlines()[-1] == said
    assert "Ctrl-C stops and keeps what you answered so far." in result.stderr
