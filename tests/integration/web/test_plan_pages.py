"""One goal and its steps, in the hours there are, and always open to its reasons."""

import pytest
from django.test import Client
from tests.factories import (
    MONDAY,
    ONE_WEEK,
    a_free_day,
    a_goal,
    a_life,
    a_milestone,
    a_step,
    a_want,
)
from tests.integration.web.reading import Page, faults

from unrut.models import GoalState, Person, Step
from unrut.queries.scope import of

pytestmark = pytest.mark.integration


def step_rows(page: Page) -> list[str]:
    return [
        text for row, text in zip(page.all("li"), page.texts("li"), strict=True) if "id" in row.attributes
    ]


def test_plan_shows_the_goal_its_week_and_its_milestones(client: Client, alice: Person) -> None:
    goal = a_goal(alice, "Work as a data editor", reason="I want to learn again")
    first, last = (
        a_milestone(goal, "Know the field", test="Five talks"),
        a_milestone(goal, "Apply", position=1),
    )
    a_free_day(alice, weekday=5)
    a_step(goal, "Read ten postings", milestone=first, result="A list")
    a_step(goal, "Ask Ines", milestone=first, position=1, done_on=MONDAY)
    a_step(goal, "Write to three", milestone=last, position=2)

    page = Page(client.get("/plan/"))

    assert (page.headline, page.texts("p", class_="own-words")) == (
        "Work as a data editor",
        ["I want to learn again"],
    )
    assert page.texts("h2")[:3] == ["This week", "Know the field", "Apply"]
    assert page.texts("p", class_="small quiet")[1] == "Sat 21 Nov at 19:00, 45 min · you will have: A list"
    assert page.texts("summary")[:2] == ["1 of 2 steps done", "0 of 1 step done"]
    assert step_rows(page) == [
        "Read ten postings Sat 21 Nov at 19:00, 45 min · Evaluate my knowledge",
        "✓ Ask Ines Done on 16 November 2026 · Evaluate my knowledge",
        "Write to three Sat 28 Nov at 19:00, 45 min · Evaluate my knowledge",
    ]


def test_milestone_without_steps_and_one_reached_are_shown(client: Client, alice: Person) -> None:
    goal = a_goal(alice)
    a_milestone(goal, "Empty one")
    a_milestone(goal, "Reached one", position=1, reached_on=MONDAY)

    page = Page(client.get("/plan/"))

    assert page.texts("span", class_="quiet small number") == [
        "by 11 January 2027",
        "reached on 16 November 2026",
    ]
    assert page.texts("summary")[:2] == ["0 of 0 steps done"] * 2


def test_week_without_a_step_names_the_next_one(client: Client, alice: Person) -> None:
    a_free_day(alice, weekday=1)
    a_step(a_goal(alice), "Ask Ines")

    page = Page(client.get("/plan/"))

    (week,) = page.all("section", id="week")
    assert [part.text for part in week.inside if part.tag == "p"] == [
        "Next: Ask Ines. Tue 24 Nov at 19:00, 45 min."
    ]


def test_plan_that_does_not_fit_says_what_would_help(client: Client, alice: Person) -> None:
    a_free_day(alice, minutes=30)
    a_step(a_goal(alice), minutes=120)

    page = Page(client.get("/plan/"))

    assert page.texts("p", class_="message wrong") == [
        "1 step does not fit as planned. More free time in the week or a later date would help. Change your free hours"
    ]


def test_plan_opens_to_its_grounds(filled: Client) -> None:
    page = Page(filled.get("/plan/"))

    (chain,) = page.all("ol", class_="chain plain-list")
    told = [element.text for element in chain.inside if element.attributes.get("class") == "quiet small"][:3]
    assert told[:2] == ["The goal", "The option it came from"]
    assert len([element for element in chain.inside if element.tag == "blockquote"]) > 0


def test_goal_whose_option_is_gone_still_shows_its_plan(client: Client, alice: Person) -> None:
    a_want(alice)
    a_goal(alice, option="opening-0")

    (chain,) = Page(client.get("/plan/")).all("ol", class_="chain plain-list")

    assert "The option it came from" not in chain.text


def test_plan_with_every_step_done_says_so(client: Client, alice: Person) -> None:
    a_step(a_goal(alice), done_on=MONDAY)

    pages = [Page(client.get(address)) for address in ("/plan/", "/?begin")]

    assert "Every step of this plan is done." in pages[0].texts("p")
    assert "No step is left." in pages[1].texts("p", class_="quiet")


def test_week_page_names_the_next_step_when_none_is_left_for_the_week(client: Client, alice: Person) -> None:
    a_free_day(alice, weekday=1)
    a_step(a_goal(alice), "Ask Ines")

    rows = Page(client.get("/?begin")).texts("p", class_="step-row")

    assert rows == ["Ask InesTue 24 Nov, 19:00, 45 min"]


def test_pages_show_only_what_is_ones_own(client: Client, alice: Person, bob: Person) -> None:
    a_life(alice)
    step = of(Step, alice).first()
    assert step is not None
    found = ("/plan/", f"/plan/steps/{step.pk}/", "/plan/calendar.ics", "/plan/goal/")

    shown = [client.get(address).content.decode() for address in found]

    assert [("bob" in html, "alice" in html) for html in shown] == [(False, True)] * 3 + [(False, False)]


def test_markup_in_goal_and_steps_stays_text(client: Client, alice: Person) -> None:
    goal = a_goal(alice, "<script>alert(1)</script>", reason="<img src=x onerror=y>")
    milestone = a_milestone(goal, "<b>one</b>", test="<i>test</i>", due_on=MONDAY + ONE_WEEK)
    step = a_step(goal, "<a href='https://example.org'>x</a>", milestone=milestone, result="<style>")
    a_goal(alice, "<form action='//x'>", state=GoalState.PARKED)

    pages = [
        Page(client.get(address)) for address in ("/plan/", f"/plan/steps/{step.pk}/", "/picture/", "/?begin")
    ]

    assert [faults(page) for page in pages] == [[], [], [], []]
    assert pages[0].headline == "<script>alert(1)</script>"


def test_step_of_no_milestone_stands_beside_them(client: Client, alice: Person) -> None:
    goal = a_goal(alice)
    a_step(goal, "Read ten postings", milestone=a_milestone(goal, "Three talks held"))
    step = a_step(goal, "Borrow a textbook", position=1)

    page = Page(client.get("/plan/"))

    assert page.texts("h2").index("Beside the milestones") > page.texts("h2").index("Three talks held")
    assert page.texts("a", href=f"/plan/steps/{step.pk}/")
