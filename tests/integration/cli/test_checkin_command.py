import json
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from tests.factories import MONDAY, a_checkin, a_preference

from unrut.cli.commands import checkin as checkin_module
from unrut.models import SIGNS, Accomplishment, CheckIn, Note, Person
from unrut.queries.scope import of
from unrut.queries.sittings import sign_order

pytestmark = pytest.mark.integration

NOTHING = "Nothing was answered, so nothing was kept. Give an answer, like: unrut checkin --satisfaction 6."


@pytest.fixture
def in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(checkin_module, "sys", SimpleNamespace(stdin=terminal))


def test_answers_of_a_week_are_kept(unrut: Any, me: Person) -> None:
    answered = [option for place, sign in enumerate(SIGNS) for option in (f"--{sign}", str(place))]

    result = unrut(
        "checkin", *answered, "--hours", "41,25", "--liked", "a", "--disliked", "b", "--moved", "c"
    )

    kept = of(CheckIn, me).get()
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "Kept for the week of 16 November."
    assert [getattr(kept, sign) for sign in SIGNS] == list(range(6))
    assert kept.hours == Decimal("41.2")
    assert [(note.kind, note.text) for note in of(Note, me)] == [("like", "a"), ("dislike", "b")]
    assert [done.text for done in of(Accomplishment, me)] == ["c"]


def test_answering_again_keeps_what_is_not_given(unrut: Any, me: Person) -> None:
    a_checkin(me, satisfaction=4, boredom=7, hours=Decimal("38.5"))

    result = unrut("checkin", "--boredom", "2", "--json")

    told = json.loads(result.stdout)
    assert told == {
        "week": "2026-11-16",
        "at_work": True,
        "satisfaction": 4,
        "boredom": 2,
        **dict.fromkeys(("dread", "drive", "learning", "energy")),
        "hours": "38.5",
        "revision": 2,
        "is_late": False,
    }


@pytest.mark.parametrize(
    ("options", "at_work"),
    [
        (["--liked", "rest"], False),
        (["--satisfaction", "3"], True),
        (["--hours", "8"], True),
        (["--at-work"], True),
        (["--away"], False),
    ],
)
def test_week_away_stays_away_until_something_of_work_is_answered(
    unrut: Any, me: Person, options: list[str], at_work: bool
) -> None:
    a_checkin(me, satisfaction=None, at_work=False)

    unrut("checkin", *options)

    assert of(CheckIn, me).get().at_work is at_work


def test_another_week_is_named_by_any_of_its_days(unrut: Any, me: Person) -> None:
    unrut("checkin", "--week", "2026-11-13", "--away")

    assert [(kept.week.isoformat(), kept.at_work) for kept in of(CheckIn, me)] == [("2026-11-09", False)]


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        ([], 3, NOTHING),
        (["--liked", ""], 3, NOTHING),
        (["--moved", " - "], 3, NOTHING),
        (["--at-work"], 3, NOTHING),
        (
            ["--week", "1200-01-01", "--away"],
            3,
            "1200 is too long ago. Write about a week from 1940 to this one.",
        ),
        (["--satisfaction", "11"], 2, '"11" is not an answer. Give a whole number from 0 to 10.'),
        (["--satisfaction", "good"], 2, '"good" is not an answer.'),
        (["--hours", "many"], 2, '"many" is not a number of hours. Write it like 38.5.'),
        (["--hours", "169"], 3, "169.0 hours do not fit in a week."),
        (
            ["--week", "31 Feb", "--away"],
            2,
            '"31 Feb" is not a day of the calendar. Write it like 2026-11-20.',
        ),
        (["--week", "2026-12-01", "--away"], 3, "The week of 01 December 2026 has not begun."),
    ],
)
def test_answer_that_cannot_be_is_one_sentence(
    unrut: Any, me: Person, options: list[str], code: int, sentence: str
) -> None:
    result = unrut("checkin", *options)

    assert result.exit_code == code
    assert sentence in result.stderr
    assert not of(CheckIn, me).exists()


def test_questions_are_asked_in_turn_in_a_terminal(unrut: Any, me: Person, in_a_terminal: None) -> None:
    first, _, third, *_ = sign_order(me, MONDAY)
    typed = ["6", "", "eleven", "9", "", "", "", "40", "calm", "", "noisy", "late", "", ""]

    result = unrut("checkin", given="\n".join(typed) + "\n")

    kept = of(CheckIn, me).get()
    assert result.exit_code == 0
    told = {sign: getattr(kept, sign) for sign in SIGNS if getattr(kept, sign) is not None}
    assert (told, kept.hours) == ({first: 6, third: 9}, Decimal("40.0"))
    assert [(note.kind, note.text) for note in of(Note, me)] == [
        ("like", "calm"),
        ("dislike", "noisy"),
        ("dislike", "late"),
    ]
    assert '"eleven" is not an answer.' in result.output


@pytest.mark.parametrize(
    ("options", "is_late", "said"),
    [
        (
            ["--satisfaction", "3"],
            True,
            ["Answered 5 days after the week; it is kept, and left out of the comparison of weeks."],
        ),
        (["--away"], False, []),
    ],
)
def test_late_answer_is_flagged_without_reproach(
    unrut: Any, me: Person, options: list[str], said: list[str], *, is_late: bool
) -> None:
    a_preference(me, sitting_offset=4)

    lines = unrut("checkin", "--week", "2026-11-09", *options).stdout.splitlines()
    told = json.loads(unrut("checkin", "--week", "2026-11-09", "--liked", "calm", "--json").stdout)

    assert lines[0] == "Kept for the week of 9 November."
    assert [line for line in lines if line.startswith("Answered")] == said
    assert told["is_late"] is is_late


def test_skipping_every_question_keeps_nothing(unrut: Any, me: Person, in_a_terminal: None) -> None:
    result = unrut("checkin", given="\n" * 10)

    assert result.exit_code == 3
    assert not of(CheckIn, me).exists()


def test_leaving_the_questions_keeps_nothing(unrut: Any, me: Person, in_a_terminal: None) -> None:
    result = unrut("checkin", given="6\n")  # the input ends, as with Ctrl-D

    assert result.exit_code == 130
    assert not of(CheckIn, me).exists()


def test_questions_cover_every_sign() -> None:
    assert tuple(checkin_module.SIGNS) == SIGNS


def test_blank_line_leaves_a_stored_week_as_it_is(unrut: Any, me: Person) -> None:
    a_checkin(me)

    result = unrut("checkin", "--liked", " ")

    assert (result.exit_code, result.stderr.strip()) == (3, NOTHING)
    assert of(CheckIn, me).get().revision == 1


@pytest.mark.parametrize("options", [("--satisfaction", "4"), ("--hours", "8")])
def test_answers_of_a_week_away_are_said_not_to_be_kept(
    unrut: Any, me: Person, options: tuple[str, str]
) -> None:
    told = unrut("checkin", "--away", *options).stdout.splitlines()

    assert told[1] == "You were away, so the answers were not kept."
    assert of(CheckIn, me).get().at_work is False


def test_week_of_another_year_is_named_with_its_year(unrut: Any, me: Person) -> None:
    told = unrut("checkin", "--week", "2025-03-05", "--away").stdout.splitlines()

    assert told[0] == "Kept for the week of 3 March 2025."
