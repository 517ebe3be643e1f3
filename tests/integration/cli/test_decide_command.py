"""`unrut decide`: agree beforehand, decide, say when it began, look back."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from tests.factories import (
    TODAY,
    a_decision,
    a_decision_review,
    a_job,
    a_level,
    a_note,
    a_want,
    a_way,
    an_open_decision,
)

from unrut.cli.commands import decide
from unrut.core.explore.decisions import REVIEW_DAYS
from unrut.models import Decision, DecisionReview, NoteKind, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

WHY = "It is what I would do unpaid"
LATER = date(2027, 3, 31)


def told(unrut: Any, *options: str) -> Any:
    result = unrut("decide", *options, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_times_are_all_there_are() -> None:
    assert tuple(str(days) for days in REVIEW_DAYS) == decide.TIMES


def test_nothing_agreed_says_how_to(unrut: Any, me: Person) -> None:
    assert unrut("decide", "--why").stdout.splitlines() == [
        "When will you decide, and by what?",
        "Nothing is agreed yet. To be less at the mercy of a bad week, agree on a day and on what will decide:",
        '  unrut decide --by 2027-03-31 --criterion "I know what it pays"',
    ]
    assert told(unrut) == {"open": None, "past": []}


def test_day_and_criteria_are_agreed(unrut: Any, me: Person) -> None:
    result = unrut(
        "decide", "--by", "2027-03-31", "--criterion", "I know the pay", "--criterion", "I slept on it"
    )

    decision = of(Decision, me).get()
    assert (decision.decide_on, decision.criteria) == (LATER, ["I know the pay", "I slept on it"])
    assert result.stdout.splitlines() == [
        "You decide by 31 March 2027: 19 weeks from now.",
        "",
        "What will decide",
        "  I know the pay",
        "  I slept on it",
        "",
        "Decide: unrut decide --choose KEY --because TEXT --sure PERCENT.",
    ]


def test_decision_keeps_what_was_known(unrut: Any, me: Person) -> None:
    a_note(me, "The train was late", NoteKind.DISLIKE)
    a_want(me, "commute", 100, 2)
    a_level(a_job(me), "commute", 9)
    way, agreed = a_way(me), an_open_decision(me)

    result = unrut(
        *("decide", "--choose", f"way-{way.pk}", "--because", WHY, "--sure", "70"),
        *("--change-mind", "The fees", "--began", "2026-12-01"),
    )

    assert result.exit_code == 0, result.stderr
    made = of(Decision, me).get()
    assert (made.pk, made.way, made.chosen, made.made_on) == (agreed.pk, way, way.title, TODAY)
    assert (made.why, made.sure, made.change_mind, made.began_on) == (WHY, 70, "The fees", date(2026, 12, 1))
    assert list(made.causes) == ["commute"]
    assert [figures["key"] for figures in made.figures] == ["present", "treated", f"way-{way.pk}"]


def test_staying_can_be_decided_without_anything_known(unrut: Any, me: Person) -> None:
    result = unrut("decide", "--choose", "present", "--because", WHY, "--sure", "0")

    made = of(Decision, me).get()
    assert (made.way, made.chosen, made.sure, made.figures) == (None, "Your job as it is", 0, [])
    assert result.stdout.splitlines()[-3:] == [
        "",
        "Decided",
        f"  {made.pk}  Your job as it is: 20 November 2026, 0 % sure",
    ]


def test_beginning_is_said_of_the_newest_or_the_named_one(unrut: Any, me: Person) -> None:
    old = a_decision(me, began_on=None)
    new = a_decision(me, "Stay", made_on=TODAY, began_on=None)

    unrut("decide", "--began", "2026-11-20")
    unrut("decide", "--began", "2026-01-05", "--id", str(old.pk))

    old.refresh_from_db()
    new.refresh_from_db()
    assert (new.began_on, old.began_on) == (TODAY, date(2026, 1, 5))


def test_look_back_is_kept(unrut: Any, me: Person) -> None:
    decision = a_decision(me, began_on=TODAY - timedelta(days=90))

    unrut("decide", "--look-back", "90", "--cause", "autonomy=2", "--not-again", "--note", "Too far")

    review = of(DecisionReview, me).get()
    assert (review.decision, review.days, review.answers) == (decision, 90, {"autonomy": 2})
    assert (review.again, review.note) == (False, "Too far")


def test_look_back_that_is_due_is_told(unrut: Any, me: Person) -> None:
    decision = a_decision(me, "A degree")

    lines = unrut("decide").stdout.splitlines()

    assert lines[-2:] == [
        f"  {decision.pk}  A degree: 17 November 2025, 70 % sure",
        f"    Look back at it: unrut decide --id {decision.pk} --look-back 180",
    ]


def test_record_tells_all_of_it(unrut: Any, me: Person) -> None:
    figures = {"title": "A degree", "better_soon": 0.3, "better_late": 0.7, "best": 0.5, "there_soon": 0.1}
    decision = a_decision(
        me,
        "A degree",
        why=WHY,
        change_mind="The fees",
        criteria=["I know the pay"],
        figures=[{**figures, "low": 40, "middle": 50.4, "high": 60}],
    )
    a_decision_review(decision, note="Better than I thought")

    lines = unrut("decide", "--id", str(decision.pk)).stdout.splitlines()

    unlikely, likely = "probably not (about 30 %)", "probably (about 70 %)"
    assert lines[lines.index("You decided for “A degree”, 70 % sure.") :] == [
        "You decided for “A degree”, 70 % sure.",
        f"  {WHY}",
        "  What would change your mind: The fees",
        "  It began on 17 November 2025.",
        "",
        "What was to decide",
        "  I know the pay",
        "",
        "What was known then",
        "  A degree (chosen)",
        "    Being there within a year and a half: very probably not (about 10 %).",
        f"    Better than staying over a year and a half: {unlikely}; over five years: {likely}.",
        "    The best of all: perhaps (about 50 %). Worth of five years: 50 (40 to 60).",
        "",
        "What weighed then",
        "  Autonomy (autonomy), named in 5 of 10 weeks",
        "",
        "30 days after",
        "  Autonomy: 3 of 10",
        "  You would choose it again.",
        "  Better than I thought",
    ]


def test_why_tells_the_record_of_the_newest(unrut: Any, me: Person) -> None:
    a_decision(me, "A degree")
    a_decision(me, "Stay", made_on=TODAY, began_on=None, change_mind="")
    a_decision_review(a_decision(me, "Older"), again=False)

    found = unrut("decide", "--why").stdout

    assert "You decided for “Stay”, 70 % sure." in found
    assert "You decided for “A degree”" not in found
    assert "You would not choose it again." in unrut("decide", "--id", str(of(Decision, me)[2].pk)).stdout


def test_open_decision_has_no_record_yet(unrut: Any, me: Person) -> None:
    decision = an_open_decision(me)

    assert unrut("decide", "--id", str(decision.pk)).stdout == unrut("decide").stdout


def test_values_are_those_of_all_or_of_one(unrut: Any, me: Person) -> None:
    agreed, made = an_open_decision(me), a_decision(me, "A degree")
    a_decision_review(made)

    found = told(unrut)

    assert found["open"]["id"] == agreed.pk
    assert [each["id"] for each in found["past"]] == [made.pk]
    assert told(unrut, "--id", str(made.pk)) == found["past"][0]
    assert found["past"][0]["looks_back"] == [
        {"days": 30, "on": "2026-11-20", "answers": {"autonomy": 3}, "again": True, "note": ""}
    ]


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (("--by", "2027-03-31"), 2, "--by and --criterion belong together. Give a day and what will decide."),
        (("--criterion", "Pay"), 2, "--by and --criterion belong together."),
        (("--because", WHY), 2, "--because, --sure and --change-mind say more about --choose."),
        (("--sure", "70"), 2, "--because, --sure and --change-mind say more about --choose."),
        (("--change-mind", "Pay"), 2, "--because, --sure and --change-mind say more about --choose."),
        (("--choose", "present", "--because", WHY), 2, "--choose needs --sure: how sure you are"),
        (("--look-back", "30"), 2, "--look-back needs --again or --not-again."),
        (("--look-back", "31", "--again"), 2, "'31' is not one of '30', '90', '180'."),
        (("--again",), 2, "--cause, --again and --note belong to --look-back."),
        (("--note", "Fine"), 2, "--cause, --again and --note belong to --look-back."),
        (("--cause", "autonomy=1"), 2, "--cause, --again and --note belong to --look-back."),
        (("--cause", "autonomy"), 2, '"autonomy" is no answer. Write it like commute=3.'),
        (("--by", "soon", "--criterion", "Pay"), 2, "soon"),
        (("--by", "2026-11-19", "--criterion", "Pay"), 3, "cannot be the day you decide."),
        (("--choose", "present", "--sure", "70"), 3, "A decision needs its reason."),
        (("--choose", "present", "--because", WHY, "--sure", "101"), 3, "You are 101 percent sure."),
        (("--choose", "way-0", "--because", WHY, "--sure", "70"), 1, '"way-0" is none of your ways out.'),
        (("--began", "2026-11-20"), 1, "Nothing is decided yet. Decide first: unrut decide --choose KEY."),
        (("--look-back", "30", "--again"), 1, "Nothing is decided yet."),
        (("--id", "999"), 1, ""),
    ],
)
def test_what_cannot_be_is_refused(
    unrut: Any, me: Person, options: tuple[str, ...], code: int, sentence: str
) -> None:
    result = unrut("decide", *options)

    assert (result.exit_code, result.stdout, of(Decision, me).count()) == (code, "", 0)
    assert sentence in " ".join(result.stderr.split())


def test_look_back_at_what_was_no_cause_is_refused(unrut: Any, me: Person) -> None:
    a_decision(me)

    result = unrut("decide", "--look-back", "30", "--cause", "commute=3", "--again")

    assert result.exit_code == 3
    assert "commute 3 is no answer. Give a cause of then" in result.stderr
