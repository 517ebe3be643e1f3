"""The weekly sitting: welcome, form, saving as a whole, and the weeks beside it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from tests.factories import (
    MONDAY,
    a_checkin,
    a_free_day,
    a_goal,
    a_life,
    a_note,
    a_step,
    an_opening,
    weeks_before,
)
from tests.integration.web.reading import Page

from unrut.models import SIGNS, Accomplishment, CheckIn, Note, NoteKind, Person
from unrut.queries.reflect import behind
from unrut.queries.scope import of
from unrut.wording.reflect import lead

pytestmark = pytest.mark.integration

LONGEST = 20_000
CONFLICT = (
    "This week was saved in another tab or on the command line meanwhile. "
    "What is stored now is shown beside your answers; look at both and save again."
)
MARKED = "One answer could not be read. It is marked below; nothing was saved yet."
ANSWERS = {"satisfaction": "3", "boredom": "0", "dread": "10", "drive": "4", "learning": "5", "energy": "6"}
WRITTEN = {"liked": "A calm day\nA good lunch", "disliked": "The report", "moved": "Sent the offer"}
SITTING = {**ANSWERS, **WRITTEN, "hours": "38.5", "revision": "0", "back": "/?begin"}


def stored_lines(owner: Person) -> list[tuple[str, str]]:
    return list(of(Note, owner).values_list("kind", "text"))


def nothing_stored(owner: Person) -> bool:
    return not any(of(model, owner).exists() for model in (CheckIn, Note, Accomplishment))


def test_empty_home_is_welcomed_and_offered_the_example(client: Client) -> None:
    page = Page(client.get("/"))

    assert page.headline == "Two honest minutes a week, and you will know what to do next."
    assert [form.attributes["action"] for form in page.all("form")] == ["/example/open/"]
    assert page.texts("a", href="/?begin") == ["Begin with this week"]


@pytest.mark.parametrize("something", [a_checkin, a_note, a_goal])
def test_home_with_something_in_it_shows_the_week(client: Client, alice: Person, something: Any) -> None:
    something(alice)

    assert Page(client.get("/")).headline == "How was this week?"


def test_home_with_an_unsorted_note_alone_shows_the_week(client: Client, alice: Person) -> None:
    a_note(alice, kind=NoteKind.UNSORTED)

    assert Page(client.get("/")).headline == "How was this week?"


def test_week_begins_with_an_empty_form(client: Client) -> None:
    page = Page(client.get("/?begin"))

    typed = {name: value for name, value in page.typed().items() if name != "csrfmiddlewaretoken"}
    assert typed == {
        "back": "/?begin",
        "revision": "0",
        "liked": "",
        "disliked": "",
        "moved": "",
        "hours": "",
    }


def test_week_is_saved_as_a_whole(client: Client, alice: Person, today: date) -> None:
    response = client.post("/?begin", SITTING)

    checkin = of(CheckIn, alice).get()
    assert (response.status_code, response.headers["Location"]) == (302, "/?begin#saved")
    assert (checkin.week, checkin.answered_on, checkin.hours) == (MONDAY, today, Decimal("38.5"))
    assert {sign: str(getattr(checkin, sign)) for sign in SIGNS} == ANSWERS
    assert stored_lines(alice) == [
        ("like", "A calm day"),
        ("like", "A good lunch"),
        ("dislike", "The report"),
    ]
    assert of(Accomplishment, alice).get().text == "Sent the offer"


def test_week_says_after_saving_what_the_notes_say(client: Client, alice: Person) -> None:
    response = client.post("/?begin", {**SITTING, "disliked": "The same report again"}, follow=True)

    said = lead(behind(alice).picture)
    assert Page(response).notices == [f"Saved. {said}"]


def test_saved_week_shows_its_answers_and_lines(client: Client) -> None:
    client.post("/?begin", SITTING)

    page = Page(client.get("/?begin"))

    typed = page.typed()
    assert {sign: typed[sign] for sign in SIGNS} == ANSWERS
    assert (typed["hours"], typed["revision"], typed["liked"]) == ("38.5", "1", "")
    assert page.written == ["A calm day", "A good lunch", "The report"]
    assert page.texts("a", class_="own-words") == ["Sent the offer"]
    assert "Answered on 20 November 2026. You can still change it." in page.texts("p", class_="small")


def test_week_away_has_no_answers(client: Client, alice: Person) -> None:
    client.post("/?begin", {**SITTING, "away": "on"})

    assert (of(CheckIn, alice).get().at_work, of(CheckIn, alice).get().satisfaction) == (False, None)
    assert Page(client.get("/?begin")).typed()["away"] == "on"


def test_last_answers_are_marked_faintly(client: Client, alice: Person) -> None:
    a_checkin(alice, weeks_before(2), satisfaction=6)
    a_checkin(alice, weeks_before(1), at_work=False, satisfaction=None)

    page = Page(client.get("/?begin"))

    (marked,) = [label for label in page.all("label") if "your last answer" in label.text]
    assert (marked.inside[0].attributes["name"], marked.inside[0].attributes["value"]) == (
        "satisfaction",
        "6",
    )


def test_steps_of_the_week_stand_beside_it(client: Client, alice: Person) -> None:
    a_free_day(alice, weekday=5)
    a_step(a_goal(alice), "Ask Ines for a coffee")

    page = Page(client.get("/?begin"))

    assert page.texts("li", class_="step-row") == ["Ask Ines for a coffeeSat 21 Nov, 19:00, 45 min"]


def test_unsorted_notes_are_asked_about(client: Client, alice: Person, bob: Person) -> None:
    note = a_note(alice, "The new office", NoteKind.UNSORTED)

    page = Page(client.get("/?begin"))

    (asked,) = page.all("form", action=f"/notes/{note.pk}/kind/")
    choices = [control.attributes["value"] for control in asked.inside if control.tag == "button"]
    assert (page.texts("h2", id="unsorted-title"), choices) == (
        ["Did you like this or not?"],
        ["like", "dislike"],
    )
    assert page.written == ["The new office"]


def test_earlier_week_is_answered_late(client: Client, alice: Person) -> None:
    page = Page(client.get("/week/2026-11-02/"))

    response = client.post(
        "/week/2026-11-02/", {**page.typed(), "satisfaction": "2", "moved": "Sent the offer"}
    )

    assert page.headline == "How was the week of 2 November?"
    assert (response.status_code, response.headers["Location"]) == (302, "/week/2026-11-02/#saved")
    assert of(CheckIn, alice).get().week == date(2026, 11, 2)
    assert of(Accomplishment, alice).get().happened_on == date(2026, 11, 6)


@pytest.mark.parametrize(
    ("address", "before", "after"),
    [
        ("/?begin", ["/week/2026-11-09/"], []),
        ("/week/2026-11-16/", ["/week/2026-11-09/"], []),
        ("/week/2026-11-09/", ["/week/2026-11-02/"], ["/week/2026-11-16/"]),
    ],
)
def test_weeks_lead_to_one_another(client: Client, address: str, before: list[str], after: list[str]) -> None:
    page = Page(client.get(address))

    links = {link.text: link.attributes["href"] for link in page.all("a")}
    assert [links[name] for name in ("the week before",) if name in links] == before
    assert [links[name] for name in ("the week after",) if name in links] == after


def test_day_within_a_week_leads_to_its_monday(client: Client) -> None:
    response = client.get("/week/2026-11-18/")

    assert (response.status_code, response.headers["Location"]) == (302, "/week/2026-11-16/")


@pytest.mark.parametrize("week", ["2026-11-23", "9999-12-27", "1939-12-25", "0001-01-01"])
def test_week_that_has_not_begun_or_is_before_ones_life_is_not_there(
    client: Client, alice: Person, week: str
) -> None:
    address = f"/week/{week}/"

    statuses = [client.get(address).status_code, client.post(address, SITTING).status_code]

    assert (statuses, nothing_stored(alice)) == ([404, 404], True)


def test_week_shows_only_what_is_ones_own(client: Client, alice: Person, bob: Person) -> None:
    a_life(alice)
    an_opening(alice)

    page = client.get("/?begin").content.decode()

    assert ("bob" in page, page.count("Boring report of alice")) == (False, 1)
