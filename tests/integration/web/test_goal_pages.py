"""A goal is chosen with a date, parked and taken up again, and nothing typed for it is lost."""

from datetime import date

import pytest
from django.test import Client
from tests.factories import (
    a_correction,
    a_goal,
    a_job,
    a_note,
    a_want,
    an_opening,
)
from tests.integration.web.reading import Page, faults

from unrut.models import Goal, GoalState, Person, Step
from unrut.queries.scope import of

pytestmark = pytest.mark.integration


def states(owner: Person) -> dict[str, str]:
    return dict(of(Goal, owner).values_list("title", "state"))


def test_empty_home_says_what_comes_first(client: Client) -> None:
    page = Page(client.get("/plan/"))

    assert page.headline == "One goal, then small steps with dates."
    assert page.texts("a", class_="button") == ["Write this week down first"]
    assert page.texts("a", class_="button second") == ["Add an opening"]


def test_options_that_can_become_a_goal_are_offered(client: Client, alice: Person) -> None:
    a_want(alice)
    for number in range(7):
        an_opening(alice, f"Editor {number}")

    page = Page(client.get("/plan/"))

    offers = page.texts("a", class_="button second")
    assert len(offers) == 5
    assert [offer[:17] for offer in offers] == ["Plan for “Editor "] * 5


def test_present_job_is_offered_only_as_changed(client: Client, alice: Person) -> None:
    a_job(alice)
    a_correction(a_note(alice, "Zzz"), "autonomy")

    page = Page(client.get("/plan/"))

    (offer,) = page.all("a", class_="button second")
    assert (offer.text, offer.attributes["href"]) == (
        "Plan for “Your job, changed”",
        "/plan/goal/?option=treated",
    )


@pytest.mark.parametrize(
    ("kind", "title", "suggested", "target_on"),
    [
        ("opening", "Work as Data editor", "new_job", "2027-05-21"),
        ("treated", "Change my present job", "stay_and_change", "2027-02-19"),
        ("present", "Change my present job", "stay_and_change", "2027-05-21"),
        ("luck", "", "stay_and_change", "2027-02-19"),
    ],
)
def test_form_of_a_goal_proposes_what_fits_the_option(
    client: Client, alice: Person, kind: str, title: str, suggested: str, target_on: str
) -> None:
    a_correction(a_note(alice, "Zzz"), "autonomy")
    opening = an_opening(alice, "Data editor")
    key = f"opening-{opening.pk}" if kind == "opening" else kind

    page = Page(client.get(f"/plan/goal/?option={key}"))

    typed = page.typed()
    assert (typed["title"], typed["template"], typed["target_on"]) == (title, suggested, target_on)
    assert (typed["option"], typed["reason"]) == ("treated" if kind == "luck" else key, "")
    assert page.all("input", type="date")[0].attributes["min"] == "2026-12-04"


def test_goal_is_chosen_and_its_plan_drawn(client: Client, alice: Person, today: date) -> None:
    form = Page(client.get("/plan/goal/")).typed()

    response = client.post(
        "/plan/goal/", {**form, "title": "Lead a team", "reason": "I like people"}, follow=True
    )

    goal = of(Goal, alice).get()
    assert (goal.title, goal.reason, goal.option, goal.state) == (
        "Lead a team",
        "I like people",
        "treated",
        "current",
    )
    assert (goal.started_on, of(Step, alice).filter(goal=goal).exists()) == (today, True)
    assert Page(response).notices == ["Your plan is drawn. The first step stands at the top."]


def test_goal_chosen_from_an_opening_remembers_it(client: Client, alice: Person) -> None:
    opening = an_opening(alice, "Data editor")
    a_want(alice)
    form = Page(client.get(f"/plan/goal/?option=opening-{opening.pk}")).typed()

    client.post("/plan/goal/", form)

    goal = of(Goal, alice).get()
    assert (goal.title, goal.opening, goal.template) == ("Work as Data editor", opening, "new_job")


@pytest.mark.parametrize(
    ("wrong", "status", "sentence"),
    [
        ({"title": " "}, 422, "The goal has no name. Say in a few words what you want to reach."),
        ({"target_on": "soon"}, 422, '"soon" is not a day. Write it like 2027-06-30.'),
        ({"target_on": ""}, 422, '"" is not a day. Write it like 2027-06-30.'),
        (
            {"target_on": "2050-01-01"},
            422,
            "01 January 2050 is more than ten years away. Choose a nearer date.",
        ),
        (
            {"template": "luck"},
            422,
            'There is no plan called "luck". Choose one of stay_and_change, new_job, new_field.',
        ),
        (
            {"option": "example-1"},
            404,
            '"example-1" is not one of your options any more. Choose again under What would fit.',
        ),
    ],
)
def test_goal_that_cannot_be_chosen_keeps_everything_typed(
    client: Client, alice: Person, wrong: dict[str, str], status: int, sentence: str
) -> None:
    typed = {
        "option": "treated",
        "title": "Lead a team",
        "template": "new_field",
        "target_on": "2027-06-30",
        "field": "care & <b>",
        "reason": "</textarea><script>",
    }

    response = client.post("/plan/goal/", {**typed, **wrong})

    page = Page(response)
    kept = {name: value for name, value in typed.items() if name not in wrong}
    assert (response.status_code, page.alerts, faults(page)) == (status, [sentence], [])
    assert page.typed() | kept == page.typed()
    assert of(Goal, alice).count() == 0


def test_goal_is_parked_and_taken_up_again(client: Client, alice: Person) -> None:
    first = a_goal(alice, "First")

    client.post("/plan/park/")
    parked = states(alice)
    offered = Page(client.get("/plan/")).texts("button")
    client.post(f"/plan/goals/{first.pk}/resume/")

    assert (parked, offered) == ({"First": GoalState.PARKED}, ["Take up “First” again"])
    assert states(alice) == {"First": GoalState.CURRENT}


def test_goal_taken_up_parks_the_one_there_is(client: Client, alice: Person) -> None:
    parked = a_goal(alice, "First", state=GoalState.PARKED)
    a_goal(alice, "Second")

    response = client.post(f"/plan/goals/{parked.pk}/resume/")

    assert response.headers["Location"] == "/plan/"
    assert states(alice) == {"First": GoalState.CURRENT, "Second": GoalState.PARKED}
