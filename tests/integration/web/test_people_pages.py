"""The front page of people, the list of everybody, and adding somebody."""

import csv
import io
from datetime import date

import pytest
from django.test import Client
from tests.factories import TODAY, a_want, an_opening, make_contact, make_invite, make_talk, weeks_before
from tests.integration.web.reading import Page, faults

from unrut.models import Contact, Person, SelfView
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

FRONT, LIST, ADD = "/people/", "/people/list/", "/people/add/"
HOSTILE = "<script>x</script> & =cmd|' /C calc'!A0"


def kept(owner: Person) -> list[tuple[str, str, str, str]]:
    return list(of(Contact, owner).order_by("pk").values_list("name", "circle", "company", "position"))


def a_question(owner: Person) -> None:
    """An opening at a mill that says nothing of what is wanted most."""
    a_want(owner, "autonomy")
    an_opening(owner, company="The Mill Ltd.")


def rows(page: Page) -> list[str]:
    return page.texts("h2")[: len(page.all("input", name="who"))]


def test_front_without_people_says_what_it_shows_and_two_ways_to_begin(client: Client, bob: Person) -> None:
    make_contact(bob, "Somebody of Bob")

    page = Page(client.get(FRONT))

    assert page.headline == "Who of the people you know could help?"
    assert page.texts("h2")[:2] == ["Begin with three people", "Or bring a file"]
    assert [form.attributes.get("action") for form in page.all("form")] == [ADD]
    assert "Somebody of Bob" not in client.get(FRONT).content.decode()
    assert faults(page) == []


def test_front_without_questions_says_where_they_come_from(client: Client, alice: Person) -> None:
    make_contact(alice)

    page = Page(client.get(FRONT))

    assert page.headline == "You know 1 person here. Nothing is open yet that they could tell you."
    assert page.texts("h2")[0] == "Your circles"
    assert faults(page) == []


def test_front_names_who_could_help_and_prepares_a_talk(client: Client, alice: Person) -> None:
    a_question(alice)
    ana = make_contact(alice, company="Mill", position="Miller", circle="friend", last_on=weeks_before(2))

    page = Page(client.get(FRONT))

    assert page.headline.startswith("Ana Ortiz could help with ")
    assert page.texts("h2")[0] == "Whom to ask first"
    assert page.texts("h3")[0] == "Ana Ortiz"
    (form,) = page.all("form", action="/people/talks/add/")
    sent = {
        field.attributes["name"]: field.attributes["value"] for field in form.inside if field.tag == "input"
    }
    assert (sent["contact"], sent["question"].partition("-")[0]) == (str(ana.pk), "opening")
    assert "works there now; likely to answer" in page.texts("p", class_="small quiet")[0]
    assert faults(page) == []


def test_front_says_who_is_missing(client: Client, alice: Person) -> None:
    a_question(alice)
    make_contact(alice)

    page = Page(client.get(FRONT))

    assert page.headline == "Nobody you know is close to what you want to know yet."
    assert page.texts("h2")[0] == "Who is missing"
    assert "You know nobody close to “Data editor, The Mill Ltd.”" in client.get(FRONT).content.decode()


def test_front_shows_talks_ahead(client: Client, alice: Person) -> None:
    talk = make_talk(make_contact(alice), about="Data editor", meet_on=TODAY)

    page = Page(client.get(FRONT))

    assert "Talks ahead" in page.texts("h2")
    assert page.texts("a", href=f"/people/talks/{talk.pk}/") == ["You meet Ana Ortiz on 20 November 2026."]


@pytest.mark.parametrize(
    ("has_view", "asked", "answered", "sentence"),
    [
        (False, 0, 0, "Say first what you see in yourself; then ask those who saw you at your best."),
        (True, 0, 0, "You said what you see in yourself. Nobody is asked yet."),
        (True, 2, 0, "You asked 2 people; nobody has answered yet."),
        (True, 2, 1, "You asked 2 people; 1 has answered."),
    ],
)
def test_front_says_how_far_the_strengths_are(
    client: Client, alice: Person, has_view: bool, asked: int, answered: int, sentence: str
) -> None:
    people = [make_contact(alice, name) for name in ("Ana", "Ben")]
    for place, person in enumerate(people[:asked]):
        make_invite(person, answered_on=TODAY if place < answered else None)
    if has_view:
        SelfView.objects.create(owner=alice, strengths=["careful"], said_on=TODAY)

    page = Page(client.get(FRONT))

    assert sentence in page.texts("p", class_="small quiet")


def test_front_draws_circles_in_two_sizes_and_as_a_table(client: Client, alice: Person) -> None:
    make_contact(alice, "Ana", circle="friend", warmth=9, last_on=TODAY)
    make_contact(alice, "Ben")
    make_contact(alice, HOSTILE)

    page = Page(client.get(FRONT))

    assert [figure.attributes["class"] for figure in page.all("figure")] == ["only-wide", "only-phone"]
    cells = [row.text.split("\n") for row in page.all("tbody")[0].inside if row.tag == "tr"]
    assert cells[0][0].startswith("AnaFriendclose")
    assert len(cells) == 3
    assert page.texts("p", class_="quiet")[0].startswith("2 people stand in no circle yet.")
    assert faults(page) == []


def test_list_is_empty_at_first(client: Client) -> None:
    page = Page(client.get(LIST))

    assert (page.headline, rows(page)) == ("Nobody is here yet.", [])
    assert faults(page) == []


def test_list_shows_everybody_by_name(client: Client, alice: Person, bob: Person) -> None:
    make_contact(bob, "Somebody of Bob")
    make_contact(alice, HOSTILE, company="Mill", position="Miller", circle="friend", last_on=weeks_before(3))
    make_contact(alice)

    page = Page(client.get(LIST))

    assert (page.headline, rows(page)) == ("You know 2 people.", [HOSTILE, "Ana Ortiz"])
    assert page.texts("p", class_="small")[1:] == ["Miller at Mill"]
    assert page.texts("p", class_="small quiet person-side") == ["Friend · spoken to 3 weeks ago", ""]
    assert faults(page) == []


@pytest.mark.parametrize(
    ("query", "headline", "shown"),
    [
        ("?q=mill", "1 person has these words.", ["Ana"]),
        ("?q=nobody", "Nobody here has these words.", []),
        ("?circle=friend", "Friends: 1 person.", ["Ben"]),
        ("?circle=other", "You have not sorted 1 person yet.", ["Ana"]),
        ("?circle=mentor", "Mentors: 0 people.", []),
        ("?circle=nonsense", "You know 2 people.", ["Ana", "Ben"]),
        ("?from=1", "You know 2 people.", ["Ben"]),
        ("?from=50", "You know 2 people.", ["Ana", "Ben"]),
        ("?from=x&q=%00", "You know 2 people.", ["Ana", "Ben"]),
    ],
)
def test_list_is_narrowed(client: Client, alice: Person, query: str, headline: str, shown: list[str]) -> None:
    make_contact(alice, "Ana", company="Mill")
    make_contact(alice, "Ben", circle="friend")

    page = Page(client.get(f"{LIST}{query}"))

    assert (page.headline, rows(page), faults(page)) == (headline, shown, [])


def test_list_has_pages_of_fifty(client: Client, alice: Person) -> None:
    for place in range(51):
        make_contact(alice, f"Person {place:02}")

    first, second = Page(client.get(LIST)), Page(client.get(f"{LIST}?from=50"))

    assert (len(rows(first)), rows(second)) == (50, ["Person 50"])
    assert first.texts("a", href="?from=50") == ["The next ones, of 51 in all"]
    assert second.texts("a", href="?from=0") == ["Those before"]


def test_ticked_people_are_sorted_at_once(client: Client, alice: Person, bob: Person) -> None:
    ana, ben = make_contact(alice, "Ana"), make_contact(alice, "Ben")
    other = make_contact(bob, "Somebody of Bob")
    sent = {"who": [ana.pk, ben.pk, other.pk], "circle": "mentor", "back": f"{LIST}?circle=other"}

    response = client.post(LIST, sent, follow=True)

    assert response.redirect_chain == [(f"{LIST}?circle=other", 302)]
    assert Page(response).notices == ["2 people now stand under “Mentors”."]
    assert [row[1] for row in kept(alice)] == ["mentor", "mentor"]
    other.refresh_from_db()
    assert other.circle == "other"


@pytest.mark.parametrize(
    ("sent", "alert"),
    [
        ({}, "Nobody is ticked. Tick those who belong into the circle first."),
        ({"who": "999999"}, "Those who were ticked are not here any more. Load the page again."),
        ({"who": "x"}, '"x" names nothing of yours. Go back, load the page again and choose once more.'),
    ],
)
def test_wrong_ticks_are_said(client: Client, alice: Person, sent: dict[str, str], alert: str) -> None:
    make_contact(alice)

    response = client.post(LIST, {"circle": "mentor", **sent})

    assert (response.status_code, Page(response).alerts) == (422, [alert])
    assert kept(alice)[0][1] == "other"


def test_unknown_circle_sorts_nobody_and_keeps_the_ticks(client: Client, alice: Person) -> None:
    ana = make_contact(alice)

    response = client.post(LIST, {"who": ana.pk, "circle": "enemy"})

    page = Page(response)
    assert (response.status_code, len(page.alerts)) == (422, 1)
    assert [box.attributes["value"] for box in page.all("input", name="who", checked="")] == [str(ana.pk)]


def test_list_comes_as_a_table_in_which_nothing_comes_alive(
    client: Client, alice: Person, bob: Person
) -> None:
    make_contact(bob, "Somebody of Bob")
    make_contact(alice, "=cmd", circle="friend")
    make_contact(alice, "Ana", circle="mentor")

    response = client.get("/people/list/people.csv?circle=friend")

    table = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert len(table) == 2
    assert not any(cell.startswith("=") for row in table for cell in row)
    assert any("cmd" in cell for cell in table[1])


def test_list_tells_who_may_be_here_twice(client: Client, alice: Person) -> None:
    make_contact(alice, email="ana@mill.example")
    make_contact(alice, "A. Ortiz", email="ana@mill.example")

    page = Page(client.get(LIST))

    assert page.texts("a", href="/people/same/") == ["1 pair of entries may be one person"]


def test_somebody_is_added_and_the_next_is_asked_for(client: Client, alice: Person) -> None:
    sent = {
        "name": f" {HOSTILE} ",
        "circle": "friend",
        "company": "Mill",
        "position": "Miller",
        "another": "yes",
    }

    response = client.post(ADD, sent, follow=True)

    page = Page(response)
    assert kept(alice) == [(HOSTILE, "friend", "Mill", "Miller")]
    assert response.redirect_chain == [(f"{ADD}?circle=friend", 302)]
    assert (page.notices, page.typed()["circle"]) == ([f"{HOSTILE} is here now."], "friend")
    assert [field.attributes["name"] for field in page.all("input", autofocus="")] == ["name"]


def test_somebody_is_added_and_looked_at(client: Client, alice: Person) -> None:
    response = client.post(ADD, {"name": "Ana", "circle": "mentor"})

    assert response["Location"] == f"/people/{of(Contact, alice).get().pk}/"


def test_name_is_needed_and_what_was_typed_stays(client: Client, alice: Person) -> None:
    response = client.post(ADD, {"name": " ", "circle": "family", "company": "Mill"})

    page = Page(response)
    assert (response.status_code, page.alerts) == (422, ["The person has no name. A first name will do."])
    assert (page.typed()["circle"], page.typed()["company"], kept(alice)) == ("family", "Mill", [])


def test_several_are_added_at_once(client: Client, alice: Person) -> None:
    lines = "Ana Ortiz, friend, Mill, Miller\n\nBen\tIndustry friend\nCleo; ; Bakery & Sons, Ltd\nDora"

    response = client.post(ADD, {"lines": lines}, follow=True)

    assert kept(alice) == [
        ("Ana Ortiz", "friend", "Mill", "Miller"),
        ("Ben", "industry", "", ""),
        ("Cleo", "other", "Bakery & Sons, Ltd", ""),
        ("Dora", "other", "", ""),
    ]
    assert Page(response).notices == ["4 people are here now: Ana Ortiz, Ben, Cleo and others."]


@pytest.mark.parametrize(
    ("lines", "alert"),
    [
        (" \n", "There is no line yet. Write a name, or “name, circle, company”."),
        ("Ana\n, friend", "Line 2 has no name. Begin it with one: “name, circle, company”."),
        (
            "Ana, frend",
            "Line 1: “frend” is no circle. Choose one of mentor, friend, industry friend, colleague, family, or leave it empty.",
        ),
        (
            "Ana\n" * 201,
            "These are 201 lines; 200 at once are the most. Bring in a table instead.",
        ),
    ],
)
def test_wrong_lines_add_nobody_and_stay(client: Client, alice: Person, lines: str, alert: str) -> None:
    response = client.post(ADD, {"lines": lines})

    page = Page(response)
    assert (response.status_code, page.alerts, kept(alice)) == (422, [alert], [])
    assert page.typed()["lines"].strip() == lines.strip()
    assert faults(page) == []


def test_all_lines_are_added_or_none(client: Client, alice: Person) -> None:
    response = client.post(ADD, {"lines": f"Ana\n{'B' * 400}"})

    assert (response.status_code, kept(alice)) == (422, [])


@pytest.mark.parametrize("address", [FRONT, "/people/list/people.csv"])
def test_pages_to_read_take_no_post(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


def test_strangers_stand_at_a_locked_door(visitor: Client) -> None:
    assert [visitor.get(address).status_code for address in (FRONT, LIST, ADD)] == [401] * 3


def test_day_of_the_last_talk_counts_from_all_entries(client: Client, alice: Person) -> None:
    ana = make_contact(alice, last_on=date(2020, 1, 1))
    make_contact(alice, "A. Ortiz", same_as=ana, last_on=weeks_before(1))

    page = Page(client.get(LIST))

    assert rows(page) == ["Ana Ortiz"]
    assert page.texts("p", class_="small quiet person-side") == ["spoken to 1 week ago"]
