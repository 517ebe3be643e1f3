import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from tests.factories import a_free_day, a_goal, a_step, a_want, an_opening

from unrut.cli.pages.plan import NO_GOAL
from unrut.models import Goal, GoalState, Person, Step
from unrut.queries.scope import of

pytestmark = pytest.mark.integration


@pytest.fixture
def goal(me: Person) -> Goal:
    """A goal with one step that has a date, and another that waits for it; there is time on Sundays."""
    a_free_day(me, weekday=6, minutes=60)
    goal = a_goal(me, reason="To learn")
    first = a_step(goal, "Read ten postings", result="A list of words")
    a_step(goal, "Ask Ana", position=1).after.add(first)
    return goal


def step(owner: Person, text: str = "Read ten postings") -> Step:
    return of(Step, owner).get(text=text)


@pytest.mark.parametrize("command", ["goal", "next"])
def test_no_goal_says_how_to_choose_one(unrut: Any, me: Person, command: str) -> None:
    assert unrut(command).stdout == f"{NO_GOAL}\n"


def test_no_goal_is_null_in_json(unrut: Any, me: Person) -> None:
    assert json.loads(unrut("goal", "--json").stdout) == {"goal": None, "why": None, "parked": []}
    assert json.loads(unrut("next", "--json").stdout) == {
        "goal": None,
        "next": None,
        "next_strengths": [],
        "week": [],
        "done_this_week": [],
        "why": None,
    }


def test_goal_is_shown_with_its_evidence(unrut: Any, told: Person) -> None:
    parked = a_goal(told, "Something else", state=GoalState.PARKED)

    lines = unrut("goal").stdout.splitlines()

    assert lines[:2] == [
        of(Goal, told).get(state="current").title,
        of(Goal, told).get(state="current").reason,
    ]
    assert lines[2].startswith("4 of 24 steps done. The last step is on ")
    assert lines[4:6] == ["Why", next(line for line in lines if "It came from: " in line)]
    assert [line.split(":")[0] for line in lines if line.startswith("  You want")] == ["  You want"] * 3
    assert lines[-2:] == ["Put aside", f"  {parked.pk:4d}  Something else"]


def test_goal_whose_option_is_gone_rests_on_the_wants(unrut: Any, me: Person) -> None:
    a_goal(me, option="opening-999")
    a_want(me, "autonomy", 60)

    lines = unrut("goal").stdout.splitlines()

    assert lines[-2:] == [
        "  The option it came from is gone; your wants speak for it.",
        "  You want: 60  Autonomy (autonomy): my own decisions",
    ]


def test_goal_says_when_a_step_does_not_fit(unrut: Any, me: Person) -> None:
    a_free_day(me, minutes=60)
    a_step(a_goal(me), minutes=120)

    lines = unrut("goal").stdout.splitlines()

    assert lines[2] == (
        "1 step does not fit as planned. More free time in the week or a later date would help."
    )


def test_goal_is_chosen_from_an_option(unrut: Any, me: Person) -> None:
    a_want(me)
    opening = an_opening(me, "Data editor")

    result = unrut(
        "goal",
        "--choose",
        f"opening-{opening.pk}",
        "--plan",
        "new_job",
        "--by",
        "2027-05-20",
        "--reason",
        "Words",
    )

    goal = of(Goal, me).get()
    assert result.exit_code == 0
    assert (goal.title, goal.reason, goal.opening) == ("Work as Data editor", "Words", opening)
    assert (goal.template, goal.target_on, goal.started_on) == (
        "new_job",
        date(2027, 5, 20),
        date(2026, 11, 20),
    )


def test_goal_takes_a_name_of_ones_own(unrut: Any, me: Person) -> None:
    choice = ("--choose", "present", "--plan", "new_field", "--by", "2027-05-20", "--field", "maps")

    told = json.loads(unrut("goal", *choice, "--title", "Draw maps", "--json").stdout)

    assert (told["goal"]["title"], told["goal"]["field"]) == ("Draw maps", "maps")
    assert told["why"] == {"option": None, "grounds": []}


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (("--choose", "present"), 2, "--choose, --plan and --by belong together. Give all three."),
        (("--plan", "new_job"), 2, "--choose, --plan and --by belong together. Give all three."),
        (("--park", "--resume", "1"), 2, "--choose, --park and --resume are three different things."),
        (("--resume", "999"), 1, "There is nothing here any more."),
        (
            ("--choose", "present", "--plan", "luck", "--by", "2027-05-20"),
            3,
            'There is no plan called "luck". Choose one of stay_and_change, new_job, new_field.',
        ),
        (
            ("--choose", "elsewhere", "--plan", "new_job", "--by", "2027-05-20"),
            1,
            '"elsewhere" is not one of your options any more.',
        ),
        (
            ("--choose", "present", "--plan", "new_job", "--by", "May"),
            2,
            '"May" is not a day of the calendar.',
        ),
        (("--choose", "present", "--plan", "new_job", "--by", "2026-11-21"), 3, "There are 1 days until"),
    ],
)
def test_goal_that_cannot_be_is_one_sentence(
    unrut: Any, me: Person, options: tuple[str, ...], code: int, sentence: str
) -> None:
    result = unrut("goal", *options)

    assert result.exit_code == code
    assert sentence in result.stderr
    assert not of(Goal, me).exists()


def test_goal_is_put_aside_and_taken_up_again(unrut: Any, goal: Goal) -> None:
    aside = unrut("goal", "--park")
    again = unrut("goal", "--resume", str(goal.pk))

    assert aside.stdout.splitlines() == [NO_GOAL, "", "Put aside", f"  {goal.pk:4d}  {goal.title}"]
    assert again.stdout.splitlines()[:2] == ["Work as a data editor", "To learn"]


def test_goal_of_somebody_else_stays_where_it_is(unrut: Any, me: Person, bob: Person) -> None:
    theirs = of(Goal, bob).get(state=GoalState.PARKED)

    result = unrut("goal", "--resume", str(theirs.pk))

    assert result.exit_code == 1
    assert of(Goal, bob).get(pk=theirs.pk).state == GoalState.PARKED


def test_next_shows_the_steps_of_the_week(unrut: Any, me: Person, goal: Goal) -> None:
    first, second = step(me), step(me, "Ask Ana")

    lines = unrut("next").stdout.splitlines()

    assert lines == [
        "Next: Read ten postings. Sun 22 Nov at 19:00, 45 min.",
        "",
        "This week",
        f"  {first.pk:4d}  Read ten postings",
        "        Sun 22 Nov at 19:00, 45 min",
        "        Then you have: A list of words",
    ]
    assert str(second.pk) != str(first.pk)


def test_next_shows_what_comes_after_an_empty_week(unrut: Any, me: Person, goal: Goal) -> None:
    of(Step, me).update(not_before=date(2026, 12, 1))

    lines = unrut("next").stdout.splitlines()

    assert lines[2] == "After that"
    assert lines[-1] == "1 h a week, on Sunday."


def test_next_says_when_all_is_done(unrut: Any, me: Person, goal: Goal) -> None:
    of(Step, me).update(done_on=date(2026, 11, 17))

    lines = unrut("next").stdout.splitlines()

    assert lines[:5] == [
        "Every step of this plan is done.",
        "",
        "Done this week",
        "  Read ten postings",
        "  Ask Ana",
    ]


def test_next_opens_the_way_back_to_the_notes(unrut: Any, told: Person) -> None:
    lines = unrut("next", "--why").stdout.splitlines()

    why = lines[lines.index("Why") + 1 :]
    assert why[0] == "  It leads to: Work as a search marketing specialist"
    assert why[1].startswith("  It came from: Junior SEO Manager, ")
    assert why[2].startswith("  You want: 100  Learning and development (learning_growth): ")
    assert why[3].startswith("    It weighs on you: ")
    assert why[5].startswith("    9 November 2026  “")


def test_next_in_json_holds_the_steps(unrut: Any, me: Person, goal: Goal) -> None:
    told = json.loads(unrut("next", "--json").stdout)

    assert told["goal"]["id"] == goal.pk
    assert told["week"] == [told["next"]]
    assert told["why"] is None
    assert told["next"] == {
        "id": step(me).pk,
        "text": "Read ten postings",
        "result": "A list of words",
        "strand": "knowledge",
        "minutes": 45,
        "day": "2026-11-22",
        "start": "19:00:00",
        "done_on": None,
        "skipped_on": None,
        "waits": "",
    }


def test_next_in_json_holds_the_way_back(unrut: Any, told: Person) -> None:
    why = json.loads(unrut("next", "--why", "--json").stdout)["why"]

    first = why["grounds"][0]
    assert why["option"].startswith("opening-")
    assert (first["facet"], first["weight"], first["wanted"]) == ("learning_growth", 100, 9)
    assert first["weighs_in_weeks"] > first["lifts_in_weeks"] > 0
    assert [set(note) for note in first["notes"]] == [{"week", "kind", "text"}] * 2


@pytest.mark.parametrize(
    ("change", "sentence", "field", "value"),
    [
        (
            "--done",
            "Done, and kept among the things you accomplished: Read ten postings",
            "done_on",
            "2026-11-20",
        ),
        ("--skip", "Left out as not needed: Read ten postings", "skipped_on", "2026-11-20"),
        ("--later", "Moved to next week or later: Read ten postings", "not_before", "2026-11-23"),
        ("--reopen", "Open again: Read ten postings", "done_on", "None"),
    ],
)
def test_step_is_changed_by_its_number(
    unrut: Any, me: Person, goal: Goal, change: str, sentence: str, field: str, value: str
) -> None:
    result = unrut("next", change, str(step(me).pk))

    assert result.stdout.splitlines()[0] == sentence
    assert str(getattr(step(me), field)) == value


def test_change_in_json_prints_json_only(unrut: Any, me: Person, goal: Goal) -> None:
    told = json.loads(unrut("next", "--done", str(step(me).pk), "--json").stdout)

    assert [done["text"] for done in told["done_this_week"]] == ["Read ten postings"]
    assert told["next"]["text"] == "Ask Ana"


def test_two_changes_at_once_are_refused(unrut: Any, me: Person, goal: Goal) -> None:
    result = unrut("next", "--done", str(step(me).pk), "--skip", "2")

    assert result.exit_code == 2
    assert "Say what became of one step at a time." in result.stderr
    assert step(me).done_on is None


def test_step_of_somebody_else_is_not_there(unrut: Any, me: Person, bob: Person) -> None:
    theirs = of(Step, bob).get(done_on=None)

    result = unrut("next", "--done", str(theirs.pk))

    assert result.exit_code == 1
    assert of(Step, bob).get(pk=theirs.pk).done_on is None


def test_calendar_holds_the_dated_steps(unrut: Any, me: Person, goal: Goal) -> None:
    a_step(goal, "Long since done", position=2, done_on=date(2026, 11, 17))

    result = unrut("calendar")

    entries = Calendar.from_ical(result.stdout).walk("VEVENT")
    assert [str(entry["summary"]) for entry in entries] == ["Read ten postings", "Ask Ana"]
    assert [str(entry["uid"]) for entry in entries] == [
        f"{step(me, text).uid}@unrut" for text in ("Read ten postings", "Ask Ana")
    ]
    assert [str(entry.get("description")) for entry in entries] == [
        "A list of words\nWork as a data editor",
        "Work as a data editor",
    ]


def test_neutral_calendar_says_nothing_of_the_plan(unrut: Any, goal: Goal) -> None:
    result = unrut("calendar", "--neutral")

    entries = Calendar.from_ical(result.stdout).walk("VEVENT")
    assert [(str(entry["summary"]), entry.get("description")) for entry in entries] == [
        ("Time for myself", None)
    ] * 2
    assert not [word for word in ("postings", "Ana", "editor", "list") if word in result.stdout]


def test_calendar_is_written_to_a_file(unrut: Any, goal: Goal, tmp_path: Path) -> None:
    file = tmp_path / "steps.ics"

    result = unrut("calendar", str(file))

    assert (result.exit_code, result.stdout) == (0, "")
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_calendar_without_a_goal_is_one_sentence(unrut: Any, me: Person, tmp_path: Path) -> None:
    result = unrut("calendar", str(tmp_path / "steps.ics"))

    assert (result.exit_code, result.stderr) == (1, f"{NO_GOAL}\n")
    assert not (tmp_path / "steps.ics").exists()
