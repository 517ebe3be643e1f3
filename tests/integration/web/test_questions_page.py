"""What to ask about an opening, on a sheet to print."""

import pytest
from django.test import Client
from tests.factories import MONDAY, ONE_WEEK, a_want, an_opening
from tests.integration.web.reading import Page, faults

from unrut.core.facets import shipped_vocabulary
from unrut.models import Opening, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

HOSTILE = "<script>x</script>"
EVERYTHING = """We pay 40,000 EUR per year. 35 hours per week. This is a fully remote role.
This is a permanent position. Start date: 1 March 2027."""


def sheet(client: Client, opening: Opening) -> Page:
    return Page(client.get(f"/fit/openings/{opening.pk}/questions/"))


def test_sheet_asks_what_is_wanted_and_what_is_left_out(client: Client, alice: Person) -> None:
    a_want(alice, "autonomy")
    a_want(alice, "remote_location", 90, 10)
    opening = an_opening(alice, HOSTILE, company="Mill", text="This is a fully remote role.")

    page = sheet(client, opening)

    ask = shipped_vocabulary()["autonomy"].posting.ask
    name = shipped_vocabulary()["autonomy"].name
    assert page.headline == f"What to ask: {HOSTILE}"
    assert page.texts("h2") == [
        "What it is silent on, of what you want",
        "Plain facts it leaves out",
        "What it says, and is worth hearing more of",
    ]
    assert page.texts("li")[0] == f"{ask}{name}"
    assert page.texts("li")[-1].endswith("it says: “This is a fully remote role”")
    assert page.texts("p", class_="quiet small") == ["Mill · 20 November 2026"]
    assert faults(page) == []


def test_sheet_of_a_posting_that_answers_everything_says_so(client: Client, alice: Person) -> None:
    page = sheet(client, an_opening(alice, company="Mill", text=EVERYTHING))

    assert page.texts("li") == []
    assert "The posting answers everything you want to know." in page.texts("p")


def test_sheet_asks_why_a_job_is_posted_again_and_again(client: Client, alice: Person) -> None:
    for weeks in (0, 10, 20):
        an_opening(
            alice,
            "Weaver",
            key=str(weeks),
            company="Mill",
            place="Leeds",
            posted_on=MONDAY - weeks * ONE_WEEK,
        )

    page = sheet(client, of(Opening, alice).get(same_as=None))

    assert "What its history makes one ask" in page.texts("h2")
    (asked,) = (line for line in page.texts("li") if line.startswith("Why is this open, and since when?"))
    assert "Posted 3 times since 29 June 2026" in asked


def test_other_postings_alone_are_no_question(client: Client, alice: Person) -> None:
    for key in "ab":
        an_opening(alice, "Weaver", key=key, company="Mill", place="Leeds")

    page = sheet(client, of(Opening, alice).get(same_as=None))

    assert "What its history makes one ask" not in page.texts("h2")


def test_sheet_leads_back_to_the_opening(client: Client, alice: Person) -> None:
    opening = an_opening(alice)

    assert sheet(client, opening).texts("a", href=f"/fit/options/{opening.option}/") == [
        "Back to the opening"
    ]


def test_sheet_of_somebody_else_is_not_there(client: Client, alice: Person, bob: Person) -> None:
    theirs = of(Opening, bob)[0]

    response = client.get(f"/fit/openings/{theirs.pk}/questions/")

    assert response.status_code == 404
    assert b"bob" not in response.content


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_sheet_is_only_looked_at(client: Client, alice: Person, method: str) -> None:
    opening = an_opening(alice)

    assert getattr(client, method)(f"/fit/openings/{opening.pk}/questions/").status_code == 405
