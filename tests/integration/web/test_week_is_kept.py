"""Nothing written in a sitting is lost, whoever saved first and whatever was typed."""

from decimal import Decimal
from typing import Any

import pytest
from django.db.utils import OperationalError
from django.test import Client
from tests.factories import (
    a_checkin,
)
from tests.integration.web.reading import Page, faults

from unrut.models import Accomplishment, CheckIn, Note, Person
from unrut.queries.scope import of

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


@pytest.mark.parametrize(
    ("typed", "hours"), [("38,5", "38.5"), (" 40 ", "40"), ("40.0", "40"), ("0", "0"), ("", "")]
)
def test_hours_are_read_and_shown_as_people_write_them(client: Client, typed: str, hours: str) -> None:
    response = client.post("/?begin", {"hours": typed, "energy": "5"})

    assert response.status_code == 302
    assert Page(client.get("/?begin")).typed()["hours"] == hours


@pytest.mark.parametrize(
    ("hours", "reason"),
    [
        ("many", "Write the hours as a number, like 38 or 38.5."),
        ("169", "Ensure this value is less than or equal to 168."),
        ("-1", "Ensure this value is greater than or equal to 0."),
    ],
)
def test_hours_that_cannot_be_read_are_marked_and_all_is_kept(
    client: Client, alice: Person, hours: str, reason: str
) -> None:
    response = client.post("/?begin", {**SITTING, "away": "on", "hours": hours})

    page = Page(response)
    (field,) = page.all("input", name="hours")
    assert (response.status_code, page.alerts, faults(page)) == (422, [MARKED], [])
    assert (field.attributes["aria-invalid"], field.attributes["aria-describedby"]) == ("true", "hours-wrong")
    assert page.texts("span", id="hours-wrong") == [reason]
    assert page.typed() | {**SITTING, "away": "on", "hours": hours} == page.typed()
    assert nothing_stored(alice)


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("dread", "11", "Ensure this value is less than or equal to 10."),
        ("energy", "a little", "Enter a whole number."),
        ("liked", "x" * 200_001, "Ensure this value has at most 200000 characters (it has 200001)."),
        ("moved", "a\x00b", "Null characters are not allowed."),
        ("revision", "-1", "Ensure this value is greater than or equal to 0."),
    ],
)
def test_other_answer_that_cannot_be_read_is_named(
    client: Client, alice: Person, name: str, value: str, reason: str
) -> None:
    response = client.post("/?begin", {**SITTING, name: value})

    page = Page(response)
    sentence = f"The answer for {name} could not be read, so nothing was saved yet. {reason}"
    assert (response.status_code, page.alerts, page.typed()["disliked"]) == (422, [sentence], "The report")
    assert nothing_stored(alice)


def test_week_saved_elsewhere_meanwhile_shows_both(client: Client, alice: Person) -> None:
    opened = Page(client.get("/?begin")).typed()
    a_checkin(alice, satisfaction=7, hours=Decimal(41))

    response = client.post("/?begin", {**opened, **ANSWERS, **WRITTEN, "hours": "39"})

    page = Page(response)
    assert (response.status_code, page.alerts, faults(page)) == (409, [CONFLICT], [])
    stored = dict(zip(page.texts("dt"), page.texts("dd"), strict=True))
    assert (len(stored), stored["Satisfaction"], stored["Boredom"], stored["Hours"]) == (7, "7", "–", "41.0")
    assert page.typed() | {**ANSWERS, **WRITTEN, "hours": "39", "revision": "1"} == page.typed()
    assert (of(CheckIn, alice).get().satisfaction, stored_lines(alice)) == (7, [])


def test_week_saved_once_more_after_a_conflict_is_taken(client: Client, alice: Person) -> None:
    opened = Page(client.get("/?begin")).typed()
    a_checkin(alice, satisfaction=7)
    conflict = Page(client.post("/?begin", {**opened, **ANSWERS, **WRITTEN}))

    response = client.post("/?begin", conflict.typed())

    checkin = of(CheckIn, alice).get()
    assert (response.status_code, checkin.satisfaction, checkin.revision) == (302, 3, 2)
    assert len(stored_lines(alice)) == 3


def test_two_tabs_notice_each_other(client: Client, alice: Person) -> None:
    a_checkin(alice)
    one, other = Page(client.get("/?begin")).typed(), Page(client.get("/?begin")).typed()
    client.post("/?begin", {**one, "satisfaction": "9"})

    response = client.post("/?begin", {**other, "satisfaction": "1"})

    assert (response.status_code, Page(response).alerts) == (409, [CONFLICT])
    assert of(CheckIn, alice).get().satisfaction == 9


def test_full_disk_is_told_and_everything_typed_is_kept(
    client: Client, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: Any, **_named: Any) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("unrut.web.reflect.views.save_week", fail)

    response = client.post("/?begin", SITTING)

    page = Page(response)
    assert (response.status_code, page.alerts) == (
        507,
        [
            "The disk is full, so nothing was saved. Make room on the disk that holds the store and save again."
        ],
    )
    assert page.typed() | SITTING == page.typed()
    assert nothing_stored(alice)


@pytest.mark.parametrize(
    "line",
    [
        "Lunch with 👩🏽‍💻👨‍👩‍👧‍👦 in the 🌞",
        "היום היה ארוך ומשעמם",
        "اجتماع طويل آخر مع المدير",
        "\u202ebackwards\u202c and forwards",
        "日本語の報告書ばかり",
        '<script>alert("1")</script><img src=x onerror=alert(1)>',
        "{{ request }} {% csrf_token %} &amp; ' \" `",
        "x" * LONGEST,
        "🙂" * LONGEST,
    ],
    ids=lambda line: line[:8],
)
def test_line_in_any_writing_comes_back_as_it_was_written(client: Client, alice: Person, line: str) -> None:
    response = client.post("/?begin", {"disliked": line}, follow=True)

    page = Page(response)
    assert (stored_lines(alice), page.written) == ([("dislike", line)], [line])
    assert faults(page) == []


def test_markup_in_what_was_typed_stays_text_when_the_form_comes_back(client: Client) -> None:
    text = '</textarea><script>alert(1)</script><img src="x" onerror="y">'

    page = Page(client.post("/?begin", {"liked": text, "hours": '"><script>alert(2)</script>'}))

    assert (page.typed()["liked"], page.typed()["hours"]) == (text, '"><script>alert(2)</script>')
    assert faults(page) == []


def test_line_that_is_too_long_is_refused_and_kept(client: Client, alice: Person) -> None:
    line = "x" * (LONGEST + 1)

    response = client.post("/?begin", {**SITTING, "liked": line})

    page = Page(response)
    assert (response.status_code, page.alerts) == (
        422,
        ["One line has 20,001 characters; a note holds 20,000. Break it into several lines and save again."],
    )
    assert page.typed() | {**SITTING, "liked": line} == page.typed()
    assert nothing_stored(alice)


def test_untouched_form_keeps_nothing_and_says_so(client: Client, alice: Person) -> None:
    response = client.post("/?begin", Page(client.get("/?begin")).typed())

    assert response.status_code == 422
    assert Page(response).alerts == ["Nothing was answered, so nothing was kept."]
    assert not of(CheckIn, alice).exists()


@pytest.mark.parametrize("answer", [{"satisfaction": "4"}, {"hours": "8"}])
def test_answers_of_a_week_away_are_said_not_to_be_kept(client: Client, answer: dict[str, str]) -> None:
    response = client.post("/?begin", {"away": "on", **answer}, follow=True)

    (notice,) = Page(response).notices
    assert notice.startswith("Saved. You were away, so the answers were not kept. ")


def test_week_away_without_answers_is_saved_without_more_words(client: Client) -> None:
    response = client.post("/?begin", {"away": "on"}, follow=True)

    assert Page(response).notices == ["Saved. After your first week this page can say something."]


@pytest.mark.parametrize(
    ("address", "headline"),
    [
        ("/week/2026-03-02/", "How was the week of 2 March?"),
        ("/week/2025-03-03/", "How was the week of 3 March 2025?"),
    ],
)
def test_week_of_another_year_is_named_with_its_year(client: Client, address: str, headline: str) -> None:
    assert Page(client.get(address)).headline == headline


def test_stored_answer_can_be_taken_back(client: Client, alice: Person) -> None:
    a_checkin(alice, satisfaction=0, energy=5)
    page = Page(client.get("/?begin"))

    client.post("/?begin", {"satisfaction": "", "energy": "5", "revision": "1"})

    offered = {field.attributes["name"] for field in page.all("input", type="radio", value="")}
    assert offered == {"satisfaction", "energy"}
    assert of(CheckIn, alice).values_list("satisfaction", "energy").get() == (None, 5)
