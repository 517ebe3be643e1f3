"""The bigger picture: everything done, today, and what lies ahead, on one line that can be read, walked and kept."""

from datetime import date, timedelta

import pytest
from django.test import Client
from tests.factories import (
    MONDAY,
    a_checkin,
    a_goal,
    a_job,
    a_life,
    a_milestone,
    a_note,
    a_point,
    a_rung,
    a_step,
    an_accomplishment,
    weeks_before,
)
from tests.integration.web.reading import Page, faults

from unrut.models import Milestone, Person, Refusal
from unrut.queries.scope import of
from unrut.web.milestones.views import POINTS_SHOWN

pytestmark = pytest.mark.integration


def table(page: Page) -> list[tuple[str, ...]]:
    """The rows of the line's table."""
    (body,) = page.all("tbody")
    rows = [element for element in body.inside if element.tag == "tr"]
    return [tuple(" ".join(cell.text.split()) for cell in row.inside if cell.tag == "td") for row in rows]


def test_empty_home_says_what_will_be_here(client: Client) -> None:
    page = Page(client.get("/picture/"))

    assert page.headline == "Here you will see what you got done, and what lies ahead."
    assert (page.all("svg"), page.all("table")) == ([], [])
    assert page.texts("a", href="/picture/milestones/") == ["Set a milestone", "Set a milestone"]


def test_everything_on_the_line_stands_in_its_table(client: Client, alice: Person) -> None:
    a_job(alice, "Cook", company="Mill", started_on=date(2020, 1, 1))
    an_accomplishment(alice, "Baked for two hundred", date(2026, 3, 1))
    a_point(alice, "Oven bought", reached_on=date(2026, 6, 1))
    a_rung(a_point(alice, "Own shop"))

    page = Page(client.get("/picture/"))

    rows = table(page)
    assert [row[1:] for row in rows] == [
        ("Own shop", "milestone ahead"),
        ("Oven bought", "milestone reached"),
        ("Baked for two hundred", "done"),
        ("Cook, Mill", "job"),
    ]
    assert rows[1][0] == "1 June 2026"
    assert rows[3][0] == "1 January 2020 to now"
    assert page.texts("caption") == [
        "1 January 2020 to "
        + page.texts("caption")[0].split(" to ")[1].split(":")[0]
        + ": 1 job, 1 thing done, 1 milestone reached and 1 milestone ahead."
    ]


def test_line_is_drawn_twice_and_every_mark_is_named(client: Client, alice: Person) -> None:
    an_accomplishment(alice, "Baked for two hundred", date(2026, 3, 1))
    a_rung(a_point(alice, "Own shop"))

    page = Page(client.get("/picture/"))

    wide, phone = page.all("svg")
    assert [svg.attributes["role"] for svg in (wide, phone)] == ["group", "group"]
    assert wide.attributes["aria-label"] == phone.attributes["aria-label"] != ""
    links = [element for element in wide.inside if element.tag == "a"]
    assert [link.attributes["href"] for link in links] == [
        "/picture/done/?since=2026-03-01&until=2026-03-01",
        f"/picture/milestones/{of(Milestone, alice).filter(parent=None).get().pk}/",
    ]
    assert faults(page) == []


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "From what is done to what lies ahead"),
        ("?zoom=decade", "The line in 2020–2029"),
        ("?zoom=years", "The line in 2025–2027"),
        ("?zoom=year", "The line in 2026"),
        ("?zoom=quarter", "The line in October to December 2026"),
        ("?zoom=year&from=2024-05-06", "The line in 2024"),
    ],
)
def test_line_is_shown_from_a_life_to_a_quarter(
    client: Client, alice: Person, query: str, title: str
) -> None:
    an_accomplishment(alice)

    page = Page(client.get(f"/picture/{query}"))

    assert page.texts("h2", id="line-title") == [title]


def test_line_can_be_walked_to_its_neighbours(client: Client, alice: Person) -> None:
    an_accomplishment(alice)

    page = Page(client.get("/picture/?zoom=year&from=2025-01-01"))

    assert page.texts("a", href="/picture/?zoom=year&from=2024-01-01#line") == ["← 2024"]
    assert page.texts("a", href="/picture/?zoom=year&from=2026-01-01#line") == ["2026 →"]
    assert "Today lies outside." in page.texts("caption")[0]


@pytest.mark.parametrize(("query", "status"), [("?zoom=moon", 404), ("?zoom=year&from=31-02-2026", 422)])
def test_line_that_cannot_be_is_refused(client: Client, alice: Person, query: str, status: int) -> None:
    an_accomplishment(alice)

    assert client.get(f"/picture/{query}").status_code == status


def test_long_table_says_what_it_leaves_out(client: Client, alice: Person) -> None:
    for number in range(103):
        an_accomplishment(alice, f"Thing {number}", MONDAY - timedelta(weeks=number // 10))

    page = Page(client.get("/picture/"))

    assert len(table(page)) == 100
    assert any(text.startswith("3 more stand in the list") for text in page.texts("p"))
    assert "The larger a bar, the more you got done then." in page.texts("figcaption")[0]


def test_next_thing_is_said_first(client: Client, alice: Person) -> None:
    an_accomplishment(alice)
    a_rung(a_point(alice, "Own shop"), "I have a lease.")

    page = Page(client.get("/picture/"))

    assert page.headline == "You have 1 thing done to look back on."
    assert "Next on the way to “Own shop”: I have a lease." in page.texts("p")


def test_goal_stands_with_the_milestones_of_its_plan(client: Client, alice: Person, today: date) -> None:
    goal = a_goal(alice, "Work as a baker")
    first = a_milestone(goal, "Basics", reached_on=MONDAY)
    second = a_milestone(goal, "Proof", position=1)
    a_step(goal, milestone=second, not_before=today + timedelta(weeks=10))

    page = Page(client.get("/picture/"))

    assert page.texts("a", href="/plan/")[1:] == ["Work as a baker"]
    items = [item.text for item in page.all("li") if item.attributes.get("id", "").startswith("milestone-")]
    assert [" ".join(item.split())[:20] for item in items] == [
        "✓ Basics reached on ",
        "Proof planned for 11",
        "Basics16 November 20",
    ]
    assert (first.pk, second.pk) == tuple(of(Milestone, alice).values_list("pk", flat=True))


def test_more_than_three_points_are_folded(client: Client, alice: Person) -> None:
    for number in range(POINTS_SHOWN + 2):
        a_point(alice, f"Point {number}", position=number)

    page = Page(client.get("/picture/"))

    assert "2 more" in page.texts("summary")


def test_milestones_can_be_reached_and_taken_back(client: Client, alice: Person, today: date) -> None:
    milestone = a_milestone(a_goal(alice))
    address = f"/picture/milestones/{milestone.pk}/reach/"

    reached = client.post(address, {"reached": "yes"})
    on = of(Milestone, alice).get().reached_on
    client.post(address)

    assert (reached.headers["Location"], on, of(Milestone, alice).get().reached_on) == (
        "/picture/",
        today,
        None,
    )


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
@pytest.mark.parametrize("query", ["", "?narrow", "?zoom=year"])
def test_line_is_kept_as_a_file(client: Client, alice: Person, form: str, query: str) -> None:
    a_life(alice)

    response = client.get(f"/picture/line.{form}{query}")

    starts = {"svg": b"<svg xmlns=", "png": b"\x89PNG", "pdf": b"%PDF"}
    assert response.status_code == 200
    assert response.content.startswith(starts[form])
    assert response.headers["Content-Disposition"] == f'attachment; filename="bigger-picture.{form}"'
    if form == "svg":
        assert (b"<a " in response.content, b"Point of alice" in response.content) == (False, True)


@pytest.mark.parametrize("form", ["gif", "svg"])
def test_file_of_another_kind_or_of_nothing_is_not_there(client: Client, alice: Person, form: str) -> None:
    if form == "gif":
        an_accomplishment(alice)

    assert client.get(f"/picture/line.{form}").status_code == 404


def test_low_week_brings_back_what_says_otherwise(client: Client, alice: Person) -> None:
    a_checkin(alice, satisfaction=2, boredom=8, dread=8, drive=2, learning=2)
    a_note(alice, "I learn nothing new here any more")
    done = an_accomplishment(alice, "Learned to read balance sheets on a course", weeks_before(20))

    page = Page(client.get("/picture/"))

    assert page.texts("blockquote", class_="own-words") == [done.text]
    facets = [field.attributes["value"] for field in page.all("input", name="facet")]
    assert "learning_growth" in facets

    client.post(f"/picture/done/{done.pk}/not-helpful/", {"facet": facets, "back": "/picture/"})

    assert of(Refusal, alice).get().facets == sorted(facets)
    assert Page(client.get("/picture/")).texts("blockquote", class_="own-words") == []


def test_picture_shows_only_what_is_ones_own(client: Client, alice: Person, bob: Person) -> None:
    a_life(alice)

    html = client.get("/picture/").content.decode()

    assert ("bob" in html, "Done by alice" in html) == (False, True)


def test_markup_in_what_was_done_stays_text(client: Client, alice: Person) -> None:
    an_accomplishment(alice, "<script>alert(1)</script>")
    a_point(alice, "<b>Shop</b>", reached_on=MONDAY)

    page = Page(client.get("/picture/"))

    assert {row[1] for row in table(page)} == {"<script>alert(1)</script>", "<b>Shop</b>"}
    assert faults(page) == []
