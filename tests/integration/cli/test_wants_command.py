"""`unrut wants`: what is wanted, how sure each weight is and why, and trade-offs one by one."""

import json
from datetime import timedelta
from typing import Any

import pytest
from tests.factories import TODAY, a_note, a_trade_off, a_want, an_opening

from unrut.core.facets import shipped_vocabulary
from unrut.models import OpeningStatus, Person, TradeOffAnswer, Want
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

REMOTE = "This is a fully remote role."


def wants(owner: Person) -> list[tuple[str, int, int]]:
    return [(want.facet, want.weight, want.wanted) for want in of(Want, owner)]


def told(unrut: Any, *options: str) -> Any:
    result = unrut("wants", *options, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.fixture
def wanting(me: Person) -> Person:
    a_want(me, "autonomy", 100, 10)
    a_want(me, "commute", 50, 2)
    a_want(me, "pay_benefits", 50, 10)
    return me


def test_no_wants_say_how_to_get_some(unrut: Any, me: Person) -> None:
    assert unrut("wants", "--why", "--ask").stdout == (
        "Nothing is wanted yet. Write a week of notes, or say it: unrut wants --set learning_growth=80.\n"
    )
    assert told(unrut) == {
        "proposed": True,
        "wants": [],
        "shares": [],
        "stages": [],
        "answers": [],
        "agreement": {"same": 0, "near": 0, "asked": 0},
        "contradictions": [],
        "due": [],
        "question": None,
    }


def test_proposed_wants_are_called_so(unrut: Any, me: Person) -> None:
    a_note(me, "Three status meetings in a row")

    lines = unrut("wants", "--why", "--ask").stdout.splitlines()

    assert lines[0] == (
        "Your notes suggest that red tape and needless work counts. You have not said it yourself yet."
    )
    assert lines[1].startswith("  100  Red tape and needless work (pointless_work): ")
    assert lines[-1] == "First say what counts, then it can be weighed."
    assert told(unrut)["proposed"] is True


def test_wants_come_with_their_share_and_its_range(unrut: Any, wanting: Person) -> None:
    shares = {share["facet"]: share for share in told(unrut)["shares"]}

    lines = unrut("wants").stdout.splitlines()

    low, mean, high = (round(100 * shares["autonomy"][name]) for name in ("low", "mean", "high"))
    assert lines[0].startswith("What counts most is autonomy, then ")
    assert lines[1] == (
        f"  100  Autonomy (autonomy): my own decisions; about {mean} of 100, between {low} and {high}"
    )
    assert low < mean < high
    assert sum(share["mean"] for share in shares.values()) == pytest.approx(1)
    assert len(lines) == 4


def test_said_wants_keep_what_is_not_said(unrut: Any, me: Person) -> None:
    a_want(me, "autonomy", 60, 7)
    a_want(me, "commute", 30, 2)

    unrut("wants", "--set", "autonomy=90", "--set", "learning_growth=50", "--set", "commute=20:4")

    assert wants(me) == [("autonomy", 90, 7), ("learning_growth", 50, 10), ("commute", 20, 4)]


def test_want_without_weight_leaves_the_list(unrut: Any, wanting: Person) -> None:
    found = told(unrut, "--set", "commute=0", "--set", "pay_benefits=0")

    assert found["wants"] == [{"facet": "autonomy", "weight": 100, "wanted": 10, "worst": None, "name": ""}]
    assert found["shares"] == [{"facet": "autonomy", "low": 1, "mean": 1, "high": 1}]


def test_reset_goes_back_to_the_notes(unrut: Any, wanting: Person) -> None:
    unrut("wants", "--reset")

    assert wants(wanting) == []


def test_range_and_name_are_said_and_taken_back(unrut: Any, wanting: Person) -> None:
    found = told(unrut, "--range", "commute=9:3", "--name", "commute=The way there ")

    commute = {"facet": "commute", "weight": 50, "wanted": 3, "worst": 9, "name": "The way there"}
    assert found["wants"][1] == commute
    assert "   50  The way there (commute): " in unrut("wants").stdout

    found = told(unrut, "--range", "commute=:2", "--name", "commute=")
    assert found["wants"][1] == {**commute, "wanted": 2, "worst": None, "name": ""}


def test_criteria_of_ones_own_are_added_and_weighed(unrut: Any, wanting: Person) -> None:
    unrut("wants", "--own", "A dog in the office")
    unrut("wants", "--own", "Room to sing")

    unrut("wants", "--set", "own_2=80:7")

    assert wants(wanting)[1:3] == [("own_2", 80, 7), ("commute", 50, 2)]
    names = {want.facet: want.name for want in of(Want, wanting) if want.name}
    assert names == {"own_1": "A dog in the office", "own_2": "Room to sing"}


def test_first_to_improve_weighs_a_hundred(unrut: Any, wanting: Person) -> None:
    unrut("wants", "--set", "autonomy=60", "--first", "commute")

    assert wants(wanting) == [("commute", 100, 2), ("autonomy", 60, 10), ("pay_benefits", 50, 10)]


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (
            ("--set", "autonomy"),
            2,
            '"autonomy" is not a want. Write it like learning_growth=80 or commute=40:2.',
        ),
        (("--set", "weather=10"), 3, 'There is no facet "weather". The nearest are '),
        (("--set", "autonomy=101"), 3, "Autonomy has weight 101 and level 10. Give a weight from 0 to 100"),
        (("--range", "commute=5"), 2, '"commute=5" is not a range. Write it like commute=9:2'),
        (("--range", "commute=4:4"), 3, "The worst and the wanted level of Commute are the same."),
        (("--range", "commute=11:2"), 3, "Commute has 11 as its worst level. Give one from 0 to 10."),
        (("--range", "fairness=1:9"), 3, '"fairness" is not among what you want. See what is: unrut wants.'),
        (("--name", "commute"), 2, '"commute" names nothing. Write it like commute="The way to work".'),
        (("--name", "=Way"), 2, '"=Way" names nothing.'),
        (("--name", f"commute={'x' * 61}"), 3, "is too long for the name of a criterion."),
        (("--name", "fairness=Fair"), 3, '"fairness" is not among what you want.'),
        (("--own", " "), 3, "A criterion of your own has no name. Say in a few words what it is."),
        (("--first", "fairness"), 3, "Add it: unrut wants --set fairness=50."),
        (("--answer", "maybe"), 2, "'maybe' is not one of 'first', 'second', 'equal'."),
    ],
)
def test_what_cannot_be_is_one_sentence_and_changes_nothing(
    unrut: Any, wanting: Person, options: tuple[str, ...], code: int, sentence: str
) -> None:
    before = wants(wanting)

    result = unrut("wants", *options)

    assert (result.exit_code, result.stdout) == (code, "")
    assert sentence in result.stderr
    assert wants(wanting) == before


def test_ask_shows_the_question_and_how_to_answer_it(unrut: Any, wanting: Person) -> None:
    question = told(unrut)["question"]
    assert question["answer"] is None

    lines = unrut("wants", "--ask").stdout.splitlines()

    assert lines[-5] == "Which would you rather have?"
    assert [line[:10] for line in lines[-4:-1]] == ["  first   ", "  second  ", "  equal   "]
    assert lines[-1] == "Answer it: unrut wants --answer first (or second, or equal)."


def test_question_tells_each_improvement_from_its_worst(unrut: Any, wanting: Person) -> None:
    unrut("wants", "--set", "pay_benefits=0", "--range", "commute=9:2")

    asked = unrut("wants", "--ask").stdout

    low, high = shipped_vocabulary()["autonomy"].poles
    assert f"Autonomy, from “{low}” to “{high}”" in asked
    assert "Commute, from nearly “" in asked


def test_changed_range_says_which_answers_no_longer_count(unrut: Any, wanting: Person) -> None:
    a_trade_off(wanting)

    result = unrut("wants", "--range", "commute=8:3")

    assert result.stderr == (
        "Kept. 1 answer to a trade-off was about what you changed, so it no longer counts.\n"
    )
    assert of(TradeOffAnswer, wanting).count() == 0


@pytest.mark.parametrize("answer", ["first", "second", "equal"])
def test_answer_is_one_to_the_question_that_was_shown(unrut: Any, wanting: Person, answer: str) -> None:
    question = told(unrut)["question"]

    result = unrut("wants", "--answer", answer)

    row = of(TradeOffAnswer, wanting).get()
    assert ([row.first], [facet for facet in (row.second, row.also) if facet]) == (
        question["first"],
        question["second"],
    )
    assert (row.answer, row.answered_on) == (answer, TODAY)
    assert result.stdout == unrut("wants", "--ask").stdout


def test_trade_offs_end(unrut: Any, wanting: Person) -> None:
    for _ in range(4):
        if told(unrut)["question"]:
            unrut("wants", "--answer", "first")

    refused = unrut("wants", "--answer", "first")

    assert told(unrut)["question"] is None
    assert unrut("wants", "--ask").stdout.splitlines()[-1] == (
        "That is enough: no further answer would change what leads."
    )
    assert (refused.exit_code, refused.stderr) == (
        3,
        "There is no trade-off to answer now. See what you want: unrut wants --why.\n",
    )


def test_why_tells_what_moved_each_weight(unrut: Any, wanting: Person) -> None:
    a_trade_off(wanting, "autonomy", "commute")
    an_opening(wanting, text=REMOTE, status=OpeningStatus.DISMISSED)

    lines = unrut("wants", "--why").stdout.splitlines()

    at = lines.index("Where it comes from")
    assert lines[at + 1] == "  To begin with each counts the same, about 33 of 100."
    assert lines[at + 2].startswith("  How you weighed them moved autonomy from 33 to ")
    assert lines[at + 3].startswith("  Your trade-off")
    assert lines[at + 4].startswith("  What you kept and put aside moved ")
    assert lines[-2:] == ["Your trade-offs", "  Autonomy rather than commute."]


def test_why_tells_every_answer_and_how_many_were_given_again(unrut: Any, wanting: Person) -> None:
    before = a_trade_off(wanting, "autonomy", "commute", also="pay_benefits")
    a_trade_off(wanting, "autonomy", "commute", also="pay_benefits", repeats=before)
    a_trade_off(wanting, "autonomy", "commute", "second", answered_on=TODAY - timedelta(days=8))
    a_trade_off(wanting, "pay_benefits", "commute", "equal")

    told_lines = unrut("wants", "--why").stdout.splitlines()

    assert told_lines[told_lines.index("Your trade-offs") + 1 :][:4] == [
        "  Autonomy rather than commute and pay and benefits.",
        "  Commute rather than autonomy.",
        "  Pay and benefits and commute: about the same, or hard to say.",
        "  Asked again at least a week later, you answered 1 of 1 question the same.",
    ]
    assert len(told(unrut)["due"]) == 1


def test_why_tells_which_answers_do_not_go_together(unrut: Any, me: Person) -> None:
    a_want(me, "autonomy", 100)
    a_want(me, "commute", 5)
    a_want(me, "pay_benefits", 5)
    a_trade_off(me, "commute", "autonomy")

    found = told(unrut)["contradictions"]

    assert [(each["place"], each["other"]) for each in found] == [(0, None)]
    assert unrut("wants", "--why").stdout.splitlines()[-2:] == [
        "What does not go together",
        "  One answer does not go with how you weighed things: “Commute rather than autonomy.”",
    ]


def test_want_without_weight_counts_for_nothing(unrut: Any, me: Person) -> None:
    a_want(me, "autonomy", 60)
    a_want(me, "commute", 0, 2)

    lines = unrut("wants").stdout.splitlines()

    assert lines[-1] == "    0  Commute (commute): short and easy"
    assert [share["facet"] for share in told(unrut)["shares"]] == ["autonomy"]
