"""A point ahead: set, broken into what would have to be true, shown, asked about, reached and removed."""

from datetime import date

import pytest
from django.test import Client
from tests.factories import MONDAY, a_goal, a_milestone, a_point, a_rung, an_accomplishment
from tests.integration.web.reading import Page, faults

from unrut.models import Milestone, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration


def rungs(page: Page) -> list[str]:
    """The rungs in their order, with a mark where one is true."""
    items = [item for item in page.all("li") if "rung" in item.attributes.get("class", "").split()]
    return [" ".join(head.text.split()) for item in items for head in item.inside if head.tag == "h3"]


def test_ladders_are_offered_with_none_chosen_but_the_empty_one(client: Client) -> None:
    page = Page(client.get("/picture/milestones/"))

    assert page.headline == "What would you like to have reached?"
    chosen = [
        field.attributes["value"]
        for field in page.all("input", name="ladder")
        if "checked" in field.attributes
    ]
    assert (len(page.all("input", name="ladder")), chosen) == (8, ["own"])


def test_milestone_is_set_and_the_questions_follow(client: Client, alice: Person) -> None:
    form = {"name": "Own shop", "ladder": "first_customer", "due_on": "2028-01-01", "test": "Doors open"}

    response = client.post("/picture/milestones/", form)

    point = of(Milestone, alice).filter(parent=None).get()
    assert response.headers["Location"] == f"/picture/milestones/{point.pk}/questions/1/"
    assert (point.name, point.test, point.due_on) == ("Own shop", "Doors open", date(2028, 1, 1))
    assert of(Milestone, alice).filter(parent=point).count() == 5


def test_expectations_are_pasted_in(client: Client, alice: Person) -> None:
    form = {"name": "Head nurse", "ladder": "own", "expectations": "Leads a shift\n\nTeaches students"}

    client.post("/picture/milestones/", form)

    assert [row.name for row in of(Milestone, alice).exclude(parent=None)] == [
        "Leads a shift",
        "Teaches students",
    ]


def test_milestone_that_cannot_be_is_shown_again(client: Client, alice: Person) -> None:
    form = {"name": "Own shop", "ladder": "portfolio", "due_on": "2020-01-01", "expectations": "A\nB"}

    response = client.post("/picture/milestones/", form)

    page = Page(response)
    assert response.status_code == 422
    assert page.alerts[0].startswith("1 January 2020 is not ahead.")
    assert (page.typed()["name"], page.typed()["ladder"], page.typed()["expectations"].split()) == (
        "Own shop",
        "portfolio",
        ["A", "B"],
    )
    assert not of(Milestone, alice).exists()


def test_milestone_says_what_is_true_and_what_is_next(client: Client, alice: Person) -> None:
    point = a_point(alice, "Own shop", due_on=date(2028, 1, 1), test="Doors open")
    a_rung(point, "Oven", reached_on=MONDAY)
    a_rung(point, "Lease", position=1, test="Signed")
    a_rung(point, "Licence", position=2)

    page = Page(client.get(f"/picture/milestones/{point.pk}/"))

    assert (page.headline, rungs(page)) == ("Own shop", ["✓ Oven", "Lease", "Licence"])
    assert page.texts("p", class_="small next-mark") == ["the next thing that is not true yet"]
    assert "1 of 3 true" in page.texts("span", class_="quiet small number")
    assert any(text.startswith("By the day you wish for, 1 January 2028:") for text in page.texts("p"))
    assert faults(page) == []


def test_milestone_without_rungs_asks_for_the_first(client: Client, alice: Person) -> None:
    point = a_point(alice)

    page = Page(client.get(f"/picture/milestones/{point.pk}/"))

    assert "No date yet: nothing is said of what would have to be true." in page.texts("p")
    assert rungs(page) == []


def test_milestone_that_is_reached_says_when(client: Client, alice: Person) -> None:
    point = a_point(alice, reached_on=MONDAY)
    a_rung(point, reached_on=MONDAY)

    page = Page(client.get(f"/picture/milestones/{point.pk}/"))

    assert "Reached on 16 November 2026." in page.texts("p")
    assert "Not reached after all" in page.texts("button")


def test_milestone_with_everything_true_is_asked_whether_it_is_reached(client: Client, alice: Person) -> None:
    point = a_point(alice)
    a_rung(point, reached_on=MONDAY)

    page = Page(client.get(f"/picture/milestones/{point.pk}/"))

    assert "All of it is true. If that is so, you have reached it." in page.texts("p")


def test_two_points_say_that_they_want_the_same_weeks(client: Client, alice: Person) -> None:
    point, other = a_point(alice, "Own shop"), a_point(alice, "Head nurse", position=1)
    a_rung(point)
    a_rung(other)

    page = Page(client.get(f"/picture/milestones/{point.pk}/"))

    assert any("“Head nurse” wants the same weeks" in text for text in page.texts("p", class_="small"))


def test_milestone_is_corrected(client: Client, alice: Person) -> None:
    point = a_point(alice)

    client.post(f"/picture/milestones/{point.pk}/", {"name": "Head nurse", "due_on": "2029-01-01"})
    refused = client.post(f"/picture/milestones/{point.pk}/", {"name": ""})

    point.refresh_from_db()
    assert (point.name, point.due_on) == ("Head nurse", date(2029, 1, 1))
    assert Page(refused).alerts == ["It has no name. Say in a few words what will be true."]


def test_milestones_of_the_plan_and_rungs_lead_where_they_stand(client: Client, alice: Person) -> None:
    drawn = a_milestone(a_goal(alice))
    point = a_point(alice)
    rung = a_rung(point)

    places = [client.get(f"/picture/milestones/{row.pk}/").headers["Location"] for row in (drawn, rung)]

    assert places == ["/plan/", f"/picture/milestones/{point.pk}/"]


def test_milestone_and_rung_are_removed(client: Client, alice: Person) -> None:
    point = a_point(alice)
    rung = a_rung(point)

    places = [
        client.post(f"/picture/milestones/{row.pk}/remove/").headers["Location"] for row in (rung, point)
    ]

    assert places == [f"/picture/milestones/{point.pk}/", "/picture/"]
    assert not of(Milestone, alice).exists()


def test_rung_is_added_changed_moved_and_split(client: Client, alice: Person) -> None:
    point = a_point(alice)
    address = f"/picture/milestones/{point.pk}/"

    client.post(f"{address}rungs/", {"name": "Lease", "size": "large", "done_share": "25"})
    client.post(f"{address}rungs/", {"name": "Licence", "size": "20", "earliest_on": "2027-05-01"})
    lease, licence = of(Milestone, alice).exclude(parent=None)
    moved = client.post(f"/picture/milestones/{licence.pk}/up/")
    client.post(f"/picture/milestones/{lease.pk}/words/", {"name": "A lease", "size": "small"})
    client.post(f"/picture/milestones/{licence.pk}/split/", {"parts": "Asked for\nGranted"})
    client.post(f"/picture/milestones/{licence.pk}/down/")

    rows = list(of(Milestone, alice).filter(parent=point))
    assert [(row.name, row.size, row.done_share) for row in rows] == [
        ("Granted", 10, 0),
        ("Asked for", 10, 0),
        ("A lease", 8, 0),
    ]
    assert moved.headers["Location"] == f"{address}#rung-{licence.pk}"


@pytest.mark.parametrize(
    ("change", "form", "sentence"),
    [
        ("words", {"name": "A", "size": "huge"}, '"huge" names nothing of yours.'),
        ("words", {"name": "A", "size": "0"}, "A rung of 0 sittings cannot be."),
        ("split", {"parts": "One"}, "Name at least two parts, a line each."),
        ("show", {}, "Something was not chosen. Go back and choose again."),
    ],
)
def test_change_that_cannot_be_is_said_on_the_page(
    client: Client, alice: Person, change: str, form: dict[str, str], sentence: str
) -> None:
    rung = a_rung(a_point(alice))

    response = client.post(f"/picture/milestones/{rung.pk}/{change}/", form)

    assert response.status_code == 422
    assert Page(response).alerts[0].startswith(sentence)


def test_change_that_is_none_and_change_of_no_rung_are_not_there(client: Client, alice: Person) -> None:
    point = a_point(alice)
    rung = a_rung(point)

    statuses = [
        client.post(address).status_code
        for address in (
            f"/picture/milestones/{rung.pk}/turn/",
            f"/picture/milestones/{point.pk}/up/",
            f"/picture/milestones/{point.pk}/questions/5/",
        )
    ]

    assert statuses == [404, 404, 404]


def test_what_may_show_a_rung_is_proposed_and_confirmed(client: Client, alice: Person) -> None:
    done = an_accomplishment(alice, "Taught two new colleagues how to run the ward round")
    rung = a_rung(a_point(alice), "I teach and coach colleagues")
    address = f"/picture/milestones/{rung.parent_id}/"

    proposed = Page(client.get(address))
    client.post(f"/picture/milestones/{rung.pk}/show/", {"by": f"{done.pk}"})
    shown = Page(client.get(address))
    client.post(f"/picture/milestones/{rung.pk}/unshow/", {"by": f"{done.pk}"})

    assert "1 thing you did may show it" in proposed.texts("summary", class_="small")
    assert "Yes, it shows this" in proposed.texts("button")
    assert (shown.texts("blockquote"), "It does not show this" in shown.texts("button")) == (
        [done.text],
        True,
    )
    assert list(rung.shown_by.all()) == []


def test_four_questions_are_asked_one_by_one(client: Client, alice: Person) -> None:
    point = a_point(alice, "Own shop")
    a_rung(point, "I have a lease.")
    address = f"/picture/milestones/{point.pk}/"
    asked, places = [], []

    for place, answer in enumerate(
        ("To sign", "Bread", "I postpone", "If I put it off, I call Anna at once"), start=1
    ):
        page = Page(client.get(f"{address}questions/{place}/"))
        asked.append(page.headline)
        places.append(client.post(f"{address}questions/{place}/", {"answer": answer}).headers["Location"])

    point.refresh_from_db()
    assert asked == [
        "What do you wish for on the way to “Own shop”?",
        "What would be the best of having it?",
        "What in you stands in the way?",
        "If that happens, what will you do?",
    ]
    assert places == [*(f"{address}questions/{place}/" for place in (2, 3, 4)), address]
    assert (point.wish, point.response) == ("To sign", "If I put it off, I call Anna at once")
    assert "If I put it off, I call Anna at once" in Page(client.get(address)).texts("dd")


def test_question_shows_what_was_answered_before(client: Client, alice: Person) -> None:
    point = a_point(alice, wish="To sign", obstacle="I postpone")

    page = Page(client.get(f"/picture/milestones/{point.pk}/questions/3/"))

    assert (page.texts("dd"), page.typed()["answer"]) == (["To sign"], "I postpone")


def test_answer_that_is_too_long_is_shown_again(client: Client, alice: Person) -> None:
    point = a_point(alice)

    response = client.post(f"/picture/milestones/{point.pk}/questions/1/", {"answer": "x" * 2001})

    assert (response.status_code, Page(response).typed()["answer"]) == (422, "x" * 2001)


def test_answer_that_needs_help_is_answered_at_once(client: Client, alice: Person) -> None:
    point = a_point(alice)

    response = client.post(
        f"/picture/milestones/{point.pk}/questions/3/", {"answer": "I want to kill myself"}
    )

    page = Page(response)
    assert (response.status_code, len(page.all("section", class_="message help-panel"))) == (200, 1)
    assert page.all("form", class_="form")[0].attributes["action"].endswith("/questions/4/")


def test_last_answer_that_needs_help_is_answered_beside_the_milestone(client: Client, alice: Person) -> None:
    point = a_point(alice, "Own shop")

    response = client.post(
        f"/picture/milestones/{point.pk}/questions/4/", {"answer": "I want to kill myself"}
    )

    page = Page(response)
    assert (page.headline, len(page.all("section", class_="message help-panel"))) == ("Own shop", 1)


def test_questions_are_asked_of_points_of_ones_own(client: Client, alice: Person) -> None:
    drawn = a_milestone(a_goal(alice))

    response = client.get(f"/picture/milestones/{drawn.pk}/questions/1/")

    assert response.headers["Location"] == f"/picture/milestones/{drawn.pk}/"
