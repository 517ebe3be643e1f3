"""The bigger picture: everything done, today, and what lies ahead, each thing once."""

from datetime import date, timedelta

import pytest
from django.test import Client
from tests.factories import MONDAY, a_goal, a_life, a_milestone, an_accomplishment
from tests.integration.web.reading import Page, faults

from unrut.models import Accomplishment, Milestone, Person
from unrut.queries.scope import of
from unrut.web.milestones.views import NEWEST_SHOWN

pytestmark = pytest.mark.integration


def points(page: Page) -> list[tuple[str, str]]:
    """The line from top to bottom: what each point is, and its text."""
    return [
        (element.attributes["class"], " ".join(element.text.split()))
        for line in page.all("ol", class_="timeline")
        for element in line.inside
        if element.tag == "li"
    ]


def test_empty_home_says_what_will_be_here(client: Client) -> None:
    page = Page(client.get("/picture/"))

    assert page.headline == "Here you will see what you got done, and what lies ahead."
    assert (page.all("svg"), page.all("ol")) == ([], [])
    assert page.texts("a", class_="button second", href="/plan/") == ["Choose a goal"]


def test_line_goes_from_what_lies_ahead_to_what_was_done_first(client: Client, alice: Person) -> None:
    goal = a_goal(alice)
    a_milestone(goal, "Reached one", reached_on=date(2026, 11, 18))
    a_milestone(goal, "Near one", position=1, due_on=date(2026, 12, 1))
    a_milestone(goal, "Far one", position=2, due_on=date(2027, 2, 1))
    an_accomplishment(alice, "First thing", on=date(2026, 10, 1))

    page = Page(client.get("/picture/"))

    assert points(page) == [
        ("ahead", "1 February 2027Far one"),
        ("ahead", "1 December 2026Near one"),
        ("today", "Today, 20 November 2026"),
        ("reached", "18 November 2026Reached one"),
        ("accomplished", "1 October 2026First thing"),
    ]
    assert len(page.all("circle")) == 4


@pytest.mark.parametrize("due_on", [date(2026, 11, 20), date(2026, 10, 1)])
def test_milestone_that_is_late_lies_ahead_and_stands_once(
    client: Client, alice: Person, due_on: date
) -> None:
    a_milestone(a_goal(alice), "Late one", due_on=due_on)

    shown = points(Page(client.get("/picture/")))

    assert [(kind, text.endswith("Late one")) for kind, text in shown] == [("ahead", True), ("today", False)]


@pytest.mark.parametrize(
    ("count", "folded"),
    [(NEWEST_SHOWN, []), (NEWEST_SHOWN + 1, ["1 earlier"]), (NEWEST_SHOWN + 3, ["3 earlier"])],
)
def test_long_past_is_folded_and_nothing_is_lost(
    client: Client, alice: Person, count: int, folded: list[str]
) -> None:
    goal = a_goal(alice)
    for number in range(2):
        a_milestone(goal, position=number, reached_on=MONDAY - timedelta(weeks=number))
    for number in range(count - 2):
        an_accomplishment(alice, on=MONDAY - timedelta(weeks=10 + number))

    page = Page(client.get("/picture/"))

    assert (len(points(page)), page.texts("summary")) == (count + 1, [*folded, "Remove something"])


def test_milestones_can_be_reached_and_taken_back(client: Client, alice: Person, today: date) -> None:
    milestone = a_milestone(a_goal(alice))
    address = f"/picture/milestones/{milestone.pk}/"

    reached = client.post(address, {"reached": "yes"})
    on = of(Milestone, alice).get().reached_on
    client.post(address)

    assert (reached.headers["Location"], on, of(Milestone, alice).get().reached_on) == (
        "/picture/",
        today,
        None,
    )


def test_milestone_reached_is_shown_with_its_day(client: Client, alice: Person) -> None:
    a_milestone(a_goal(alice), reached_on=date(2026, 11, 18))

    page = Page(client.get("/picture/"))

    assert page.texts("span", class_="quiet small") == ["reached on 18 November 2026"]
    assert "Not reached after all" in page.texts("button")


@pytest.mark.parametrize(("on", "stored"), [("2024-02-29", date(2024, 2, 29)), ("", date(2026, 11, 20))])
def test_something_done_is_kept(client: Client, alice: Person, on: str, stored: date) -> None:
    response = client.post("/picture/add/", {"text": "Ran a workshop\nfor ten people", "on": on})

    done = of(Accomplishment, alice).get()
    assert response.headers["Location"] == "/picture/"
    assert (done.text, done.happened_on) == ("Ran a workshop for ten people", stored)


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"text": " "}, "Nothing was written. Say in a few words what you got done."),
        ({"text": "A", "on": "31 Feb"}, '"31 Feb" is not a day. Write it like 2026-11-20.'),
        (
            {"text": "A", "on": "2026-11-21"},
            "21 November 2026 cannot be the day. Give a day from 1940 to today.",
        ),
    ],
)
def test_something_that_cannot_be_kept_is_a_sentence(
    client: Client, alice: Person, form: dict[str, str], sentence: str
) -> None:
    response = client.post("/picture/add/", form)

    assert (response.status_code, Page(response).alerts) == (422, [sentence])
    assert of(Accomplishment, alice).count() == 0


def test_something_done_is_removed(client: Client, alice: Person) -> None:
    done = an_accomplishment(alice)

    response = client.post(f"/picture/{done.pk}/remove/")

    assert (response.headers["Location"], of(Accomplishment, alice).count()) == ("/picture/", 0)


def test_picture_shows_only_what_is_ones_own(client: Client, alice: Person, bob: Person) -> None:
    a_life(alice)

    html = client.get("/picture/").content.decode()

    assert ("bob" in html, "Done by alice" in html) == (False, True)


def test_markup_in_what_was_done_stays_text(client: Client, alice: Person) -> None:
    an_accomplishment(alice, "<script>alert(1)</script>")

    page = Page(client.get("/picture/"))

    assert (page.texts("span", class_="own-words"), faults(page)) == (["<script>alert(1)</script>"], [])
