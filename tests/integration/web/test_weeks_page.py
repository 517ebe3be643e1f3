"""A rut or a bad patch: the sentence, the picture with its table, and what a person may choose."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from tests.factories import a_checkin, a_job, a_new_normal, a_preference, weeks_before
from tests.integration.web.reading import Page, faults

from unrut.core.reflect.weeks import State
from unrut.models import NewNormal, Person, Preference
from unrut.queries.scope import of
from unrut.web.reflect.signal_views import signal_summary

pytestmark = pytest.mark.integration

ADDRESS = "/behind/weeks/"
GOOD = {"satisfaction": 8, "boredom": 2, "dread": 2, "drive": 8, "learning": 8}
BAD = {"satisfaction": 3, "boredom": 7, "dread": 8, "drive": 3, "learning": 3}


def fell(owner: Person, *, good: int = 20, bad: int = 10) -> None:
    """Good weeks, then bad ones, up to this week."""
    for week in range(good + bad):
        a_checkin(owner, weeks_before(week), **(BAD if week < bad else GOOD))


def kept(owner: Person) -> list[tuple[int, Decimal]]:
    return list(of(Preference, owner).values_list("false_alarms", "low_line"))


def test_empty_home_says_what_the_page_needs(client: Client, alice: Person) -> None:
    page = Page(client.get(ADDRESS))

    assert page.headline == "After 8 answered weeks this page can tell a rough patch from a rut."
    assert page.texts("a", class_="button", href="/?begin") == ["Write this week down"]
    assert (page.all("svg"), page.all("table")) == ([], [])
    assert faults(page) == []


def test_drop_is_the_first_line_and_the_picture_says_the_same(client: Client, alice: Person) -> None:
    fell(alice)

    page = Page(client.get(ADDRESS))

    assert page.headline == "Your last 10 check-ins are lower than your first 20."
    sentence = page.texts("desc")
    assert sentence[0].startswith(f"{page.headline} The chance that this is a lasting drop")
    assert sentence[0].endswith("Missing weeks: 0 of 30.")
    assert len(set(sentence)) == 1
    assert len(page.all("svg", role="img")) == 2
    assert "probably began" in page.texts("text")
    assert faults(page) == []


def test_table_holds_every_week_and_the_newest_first(client: Client, alice: Person) -> None:
    fell(alice)

    page = Page(client.get(ADDRESS))

    cells = page.texts("td")
    assert page.texts("th", scope="row")[::29] == ["16 November 2026", "27 April 2026"]
    assert (cells[0], cells[4]) == ("2.8", "lower than before")
    assert cells[-4:] == ["7.3", "–", "–", "too early to say"]


def test_new_normal_is_offered_from_where_the_drop_began(client: Client, alice: Person) -> None:
    fell(alice)
    begun = Page(client.get(ADDRESS)).all("input", name_="week")[0].attributes["value"]

    page = Page(client.post("/behind/weeks/normal/", {"week": begun}, follow=True))

    assert list(of(NewNormal, alice).values_list("week", flat=True)) == [date(2026, 9, 14)]
    assert page.notices == ["From 14 September 2026 on, this is your normal now."]
    assert page.texts("h2")[1] == "What you took as normal"
    assert page.all("input", name_="week") == []


def test_new_normal_is_taken_back(client: Client, alice: Person) -> None:
    fell(alice)
    normal = a_new_normal(alice, weeks_before(9))

    page = Page(client.post(f"/behind/weeks/normal/{normal.pk}/remove/", follow=True))

    assert page.notices == ["Taken back. The weeks before count again."]
    assert page.headline == "Your last 10 check-ins are lower than your first 20."
    assert not of(NewNormal, alice).exists()


@pytest.mark.parametrize("week", ["", "soon", "2026-13-01", "2026-11-23"])
def test_week_that_cannot_be_is_refused(client: Client, alice: Person, week: str) -> None:
    response = client.post("/behind/weeks/normal/", {"week": week})

    assert response.status_code == 422
    assert len(Page(response).alerts) == 1
    assert not of(NewNormal, alice).exists()


def test_low_from_the_start_offers_to_move_the_line(client: Client, alice: Person) -> None:
    fell(alice, good=0, bad=12)

    page = Page(client.get(ADDRESS))

    assert page.headline == "Your weeks have been low for long."
    assert page.texts("a", href="#low_line") == ["Move the line"]
    assert page.all("input", name_="week") == []


def test_usual_weeks_offer_nothing(client: Client, alice: Person) -> None:
    fell(alice, good=12, bad=0)

    page = Page(client.get(ADDRESS))

    assert page.headline == "Your weeks go up and down as is usual for you."
    assert page.texts("h2") == ["Week by week", "How this is found"]


def test_new_job_begins_the_weeks_anew(client: Client, alice: Person) -> None:
    fell(alice)
    a_job(alice, started_on=weeks_before(9))

    page = Page(client.get(ADDRESS))

    assert page.headline != "Your last 10 check-ins are lower than your first 20."
    assert "begun anew" in page.texts("text")


def test_choices_are_shown_as_they_are_kept(client: Client, alice: Person) -> None:
    a_preference(alice, false_alarms=20, low_line=Decimal("3.5"))

    page = Page(client.get(ADDRESS))

    typed = page.typed()
    assert (typed["false_alarms"], typed["low_line"]) == ("20", "3.5")


def test_choices_are_saved(client: Client, alice: Person) -> None:
    response = client.post(ADDRESS, {"false_alarms": "5", "low_line": "3.5"}, follow=True)

    assert Page(response).notices == ["Saved. The weeks are read by these rules now."]
    assert kept(alice) == [(5, Decimal("3.5"))]


def test_line_may_be_written_with_a_comma(client: Client, alice: Person) -> None:
    client.post(ADDRESS, {"false_alarms": "5", "low_line": " 4,5 "})

    assert kept(alice) == [(5, Decimal("4.5"))]


@pytest.mark.parametrize("line", ["", "low", "-1", "11", "4.25", "NaN", "100", "1e9"])
def test_wrong_line_is_marked_and_what_was_typed_stays(client: Client, alice: Person, line: str) -> None:
    response = client.post(ADDRESS, {"false_alarms": "5", "low_line": line})

    page = Page(response)
    assert response.status_code == 422
    assert page.alerts == ["Nothing was saved yet. What is wrong is marked below."]
    assert page.texts("p", id="low_line-wrong") == ["Write the line as a number from 0 to 10, like 4.2."]
    field = page.all("input", id="low_line")[0].attributes
    assert field["aria-describedby"] == "low_line-hint low_line-wrong"
    assert (page.typed()["false_alarms"], page.typed()["low_line"]) == ("5", line)
    assert kept(alice) == []
    assert faults(page) == []


@pytest.mark.parametrize("choice", ["", "7", "many"])
def test_rate_that_is_no_choice_is_marked(client: Client, alice: Person, choice: str) -> None:
    response = client.post(ADDRESS, {"false_alarms": choice, "low_line": "4"})

    assert response.status_code == 422
    assert Page(response).texts("p", class_="message wrong")[-1] == "Choose one of the three rates."
    assert kept(alice) == []


def test_summary_of_an_empty_home_has_no_chart(alice: Person, today: date) -> None:
    found = signal_summary(alice, today)

    assert (found.charts, found.state) == ((), State.TOO_LITTLE)
    assert str(found.sentence) == "After 8 answered weeks this page can tell a rough patch from a rut."


def test_summary_says_what_the_page_says(alice: Person, today: date) -> None:
    fell(alice)

    found = signal_summary(alice, today)

    assert found.state is State.DROP
    assert found.sentence.first == "Your last 10 check-ins are lower than your first 20."
    assert [chart.width for chart in found.charts] == [358, 640]
