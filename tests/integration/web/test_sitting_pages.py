"""The day of the sitting: said quietly, chosen in the settings, and taken along as a reminder."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar
from tests.factories import MONDAY, a_checkin, a_preference, weeks_before
from tests.integration.web.reading import Page

from unrut.models import SIGNS, CheckIn, Person, Preference
from unrut.queries.scope import of
from unrut.queries.sittings import sign_order

pytestmark = pytest.mark.integration

LATE = "Answered 9 days after the week; it is kept, and left out of the comparison of weeks."


def small(client: Client, address: str) -> list[str]:
    return Page(client.get(address)).texts("p", class_="small")


def asked(client: Client, address: str) -> list[str]:
    """The signs in the order in which the page asks them."""
    names = [control.attributes["name"] for control in Page(client.get(address)).all("input", type="radio")]
    return list(dict.fromkeys(names))


def test_signs_stand_in_the_order_of_the_week(client: Client, alice: Person) -> None:
    orders = [asked(client, f"/week/{weeks_before(ago)}/") for ago in range(6)]

    assert orders == [sign_order(alice, weeks_before(ago)) for ago in range(6)]
    assert asked(client, "/?begin") == orders[0]
    assert {len(order) for order in orders} == {len(SIGNS)}


def test_first_week_names_a_good_day(client: Client) -> None:
    assert small(client, "/?begin")[0] == "Friday is a good day for it, or choose your own."


def test_usual_day_is_said_quietly(client: Client, alice: Person, bob: Person) -> None:
    a_checkin(alice, weeks_before(1), answered_on=weeks_before(1) + timedelta(days=6))

    assert small(client, "/?begin")[0] == "You usually sit down on Sundays."


def test_answered_week_says_when_instead(client: Client, alice: Person) -> None:
    a_checkin(alice)

    assert small(client, "/?begin")[0] == "Answered on 20 November 2026. You can still change it."


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, LATE),
        ({"at_work": False}, "Answered on 17 November 2026. You can still change it."),
    ],
)
def test_late_answer_is_flagged_unless_one_was_away(
    client: Client, alice: Person, values: dict[str, Any], said: str
) -> None:
    a_preference(alice, sitting_offset=4)
    a_checkin(alice, weeks_before(2), answered_on=weeks_before(2) + timedelta(days=15), **values)

    assert small(client, f"/week/{weeks_before(2)}/")[0] == said


def test_late_answer_is_kept(client: Client, alice: Person) -> None:
    a_preference(alice, sitting_offset=4)
    client.post(f"/week/{weeks_before(3)}/", {"satisfaction": "2", "revision": "0"})

    assert of(CheckIn, alice).get().satisfaction == 2
    assert small(client, f"/week/{weeks_before(3)}/")[0].startswith("Answered 19 days after the week;")


@pytest.mark.parametrize(
    ("offset", "today", "address", "offered"),
    [
        (7, MONDAY, "/?begin", ["Write that week down"]),
        (4, MONDAY, "/?begin", []),
        (7, MONDAY, "/week/2026-11-02/", []),
        (7, MONDAY + timedelta(days=4), "/?begin", []),
    ],
)
def test_monday_offers_the_week_before(
    client: Client,
    alice: Person,
    monkeypatch: pytest.MonkeyPatch,
    offset: int,
    today: date,
    address: str,
    offered: list[str],
) -> None:
    monkeypatch.setenv("UNRUT_TODAY", today.isoformat())
    a_preference(alice, sitting_offset=offset)

    page = Page(client.get(address))

    links = [link.text for link in page.all("a", href="/week/2026-11-09/")]
    assert [text for text in links if text == "Write that week down"] == offered


def test_day_is_chosen_and_shown(client: Client, alice: Person) -> None:
    response = client.post("/settings/sitting/", {"day": "7", "at": "08:30"}, follow=True)

    page = Page(response)
    kept = of(Preference, alice).get()
    assert (kept.sitting_offset, kept.sitting_time) == (7, time(8, 30))
    assert (response.redirect_chain, page.notices) == ([("/settings/", 302)], ["Your day is kept."])
    chosen = [option.text for option in page.all("option") if "selected" in option.attributes]
    assert (chosen, page.typed()["at"]) == (["the Monday after"], "08:30")


def test_days_to_choose_are_those_at_the_end_of_a_week(client: Client) -> None:
    assert Page(client.get("/settings/")).texts("option") == [
        "the one I usually take (Friday)",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "the Monday after",
    ]


def test_day_is_given_back_to_habit(client: Client, alice: Person) -> None:
    a_preference(alice, sitting_offset=6, sitting_time=time(9))

    client.post("/settings/sitting/", {"day": "", "at": ""})

    kept = of(Preference, alice).get()
    assert (kept.sitting_offset, kept.sitting_time) == (None, None)


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({"day": "2"}, "The sitting looks back at a week, so its day lies at the end:"),
        ({"day": "Friday"}, "The sitting looks back at a week, so its day lies at the end:"),
        ({"day": "4", "at": "soon"}, '"soon" is not a time of day. Write it like 17:00.'),
    ],
)
def test_day_that_cannot_be_is_refused(
    client: Client, alice: Person, posted: dict[str, str], sentence: str
) -> None:
    response = client.post("/settings/sitting/", posted)

    page = Page(response)
    assert response.status_code == 422
    assert page.alerts[0].startswith(sentence)
    assert page.typed()["at"] == posted.get("at", "")
    assert not of(Preference, alice).exists()


@pytest.mark.parametrize(
    ("address", "name"), [("/settings/reminder.ics", "Unrut"), ("/settings/reminder.ics?name=Tea", "Tea")]
)
def test_reminder_is_a_weekly_entry_on_the_chosen_day(
    client: Client, alice: Person, address: str, name: str
) -> None:
    a_preference(alice, sitting_offset=7, sitting_time=time(8, 30))

    response = client.get(address)

    (entry,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Content-Disposition"] == 'attachment; filename="reminder.ics"'
    assert str(entry["summary"]) == name
    assert entry.decoded("dtstart").isoformat() == "2026-11-23T08:30:00"


def test_reminder_without_a_chosen_time_is_at_five(client: Client) -> None:
    (entry,) = Calendar.from_ical(client.get("/settings/reminder.ics").content).walk("VEVENT")

    assert entry.decoded("dtstart").isoformat() == "2026-11-20T17:00:00"


def test_reminder_never_says_what_it_is_for(client: Client) -> None:
    response = client.get("/settings/reminder.ics?name=Job rut")

    assert response.status_code == 422
    assert Page(response).alerts[0].startswith("Others may see your calendar")
