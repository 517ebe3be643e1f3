"""A step is done, moved or left out, its time is said, and a calendar can hold it."""

import pytest
from django.test import Client
from tests.factories import (
    MONDAY,
    a_free_day,
    a_goal,
    a_milestone,
    a_step,
)
from tests.integration.web.reading import Page

from unrut.models import Accomplishment, GoalState, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration


def test_step_shows_when_it_is_and_what_it_waits_for(client: Client, alice: Person) -> None:
    goal = a_goal(alice)
    milestone = a_milestone(goal, "Know the field")
    first = a_step(goal, "Ask Ines")
    later = a_step(goal, "Meet Ines", milestone=milestone, position=1, minutes=60, result="A name")
    later.after.add(first)
    a_free_day(alice, weekday=5)

    page = Page(client.get(f"/plan/steps/{later.pk}/"))

    assert page.headline == "Meet Ines"
    assert page.texts("p")[1] == "Sat 28 Nov at 19:00, 1 h. After: Ask Ines"
    assert page.texts("dd") == ["A name", "Evaluate my knowledge", "1 h", "Know the field"]
    assert page.texts("button") == ["Done", "Later", "Not needed"]


def test_step_that_is_closed_can_only_be_opened_again(client: Client, alice: Person) -> None:
    goal = a_goal(alice)
    steps = [a_step(goal, done_on=MONDAY), a_step(goal, skipped_on=MONDAY, position=1)]

    pages = [Page(client.get(f"/plan/steps/{step.pk}/")) for step in steps]

    assert [page.texts("button") for page in pages] == [["Open it again"]] * 2
    assert [page.texts("p")[1] for page in pages] == ["Done on 16 November 2026.", "Not needed."]


@pytest.mark.parametrize("goal", ["none", "parked"])
def test_step_outside_the_plan_is_our_page(client: Client, alice: Person, goal: str) -> None:
    key = a_step(a_goal(alice, state=GoalState.PARKED)).pk if goal == "parked" else 1

    assert client.get(f"/plan/steps/{key}/").status_code == 404


@pytest.mark.parametrize(
    ("change", "sentence", "stored"),
    [
        ("done", "Done, and kept among the things you accomplished: Ask Ines", ("2026-11-20", None, None)),
        ("skip", "Left out as not needed: Ask Ines", (None, "2026-11-20", None)),
        ("later", "Moved to next week or later: Ask Ines", (None, None, "2026-11-23")),
        ("reopen", "Open again: Ask Ines", (None, None, None)),
    ],
)
def test_step_is_changed(
    client: Client, alice: Person, change: str, sentence: str, stored: tuple[str | None, ...]
) -> None:
    step = a_step(a_goal(alice), "Ask Ines")

    response = client.post(f"/plan/steps/{step.pk}/{change}/", follow=True)

    step.refresh_from_db()
    days = (step.done_on, step.skipped_on, step.not_before)
    assert (response.redirect_chain, Page(response).notices) == ([("/plan/", 302)], [sentence])
    assert tuple(day and day.isoformat() for day in days) == stored


def test_step_done_is_an_accomplishment_until_it_is_opened_again(client: Client, alice: Person) -> None:
    step = a_step(a_goal(alice), "Ask Ines")

    client.post(f"/plan/steps/{step.pk}/done/")
    done = list(of(Accomplishment, alice).values_list("text", flat=True))
    client.post(f"/plan/steps/{step.pk}/reopen/")

    assert (done, of(Accomplishment, alice).count()) == (["Ask Ines"], 0)


def test_step_is_not_changed_in_a_way_there_is_not(client: Client, alice: Person) -> None:
    step = a_step(a_goal(alice))

    assert client.post(f"/plan/steps/{step.pk}/forget/").status_code == 404


def test_free_time_is_saved_and_shown(client: Client) -> None:
    form = {f"start-{day}": "19:30" for day in range(7)} | {
        "minutes-1": "90",
        "minutes-6": "15",
        "minutes-3": "",
    }

    response = client.post("/plan/time/", form)

    typed = Page(client.get("/plan/time/")).typed()
    assert response.headers["Location"] == "/plan/"
    assert [typed[f"minutes-{day}"] for day in range(7)] == ["0", "90", "0", "0", "0", "0", "15"]
    assert [typed[f"start-{day}"] for day in range(7)] == ["19:30"] * 7


@pytest.mark.parametrize(
    ("start", "minutes", "sentence"),
    [
        (
            "late",
            "60",
            '"late" and "60" are not a time and a number of minutes. Write them like 18:30 and 60.',
        ),
        ("", "", '"" and "" are not a time and a number of minutes. Write them like 18:30 and 60.'),
        (
            "18:30",
            "an hour",
            '"18:30" and "an hour" are not a time and a number of minutes. Write them like 18:30 and 60.',
        ),
        ("18:30", "961", "The free time on Monday is 961 minutes. Give 0 to 960 minutes."),
        (
            "23:30",
            "60",
            "The free time on Monday runs past midnight. Begin earlier than 23:30 or make it shorter.",
        ),
    ],
)
def test_free_time_that_cannot_be_is_a_sentence(
    client: Client, start: str, minutes: str, sentence: str
) -> None:
    form = {f"start-{day}": "19:30" for day in range(7)}

    response = client.post("/plan/time/", {**form, "start-0": start, "minutes-0": minutes})

    assert (response.status_code, Page(response).alerts) == (422, [sentence])


@pytest.mark.parametrize(
    ("query", "summary", "tells"),
    [("", b"SUMMARY:Ask Ines\\, please\r\n", True), ("?neutral", b"SUMMARY:Time for myself\r\n", False)],
)
def test_calendar_file_holds_the_open_steps(
    client: Client, alice: Person, query: str, summary: bytes, tells: bool
) -> None:
    goal = a_goal(alice, "Work as an editor")
    a_step(goal, "Ask Ines, please", result="A name")
    a_step(goal, "Done already", done_on=MONDAY, position=1)

    response = client.get(f"/plan/calendar.ics{query}")

    told = response.content
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="unrut.ics"'
    assert (told.count(b"BEGIN:VEVENT"), told.count(summary)) == (1, 1)
    assert [text in told for text in (b"Ines", b"A name", b"editor")] == [tells] * 3
