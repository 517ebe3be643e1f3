"""When it is too much: the pages, the panel beside words, and that nothing of it is kept anywhere."""

import json
import re
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from tests.factories import (
    MOMENT,
    MONDAY,
    a_checkin,
    a_correction,
    a_goal,
    a_note,
    a_person,
    a_preference,
    an_opening,
    weeks_before,
)
from tests.integration.web.reading import Page

from unrut.exporters.json_export import export_person
from unrut.models import CheckIn, Note, Owned, Person, Preference
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

GRAVE, SOFT, CALM = "I want to kill myself", "This job is killing me", "A calm day"
HURT = "My supervisor gropes me"
QUIET_LINE = "You seem very tired. Nothing here has to be decided now; a smaller step is enough."
SIGNS = ("days_off", "sleep", "enjoyed", "most_days")


def tables() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, sessions included."""
    return {
        model._meta.db_table: list(model._default_manager.order_by("pk").values())
        for model in apps.get_models()
    }


def panels(page: Page) -> list[str]:
    return [" ".join(element.text.split()) for element in page.elements if "data-help" in element.attributes]


def buttons(page: Page) -> list[str]:
    """Links that look like the next thing to do."""
    return [
        link.attributes["href"]
        for link in page.all("a")
        if "button" in link.attributes.get("class", "").split()
    ]


def a_tired_person(owner: Person) -> None:
    for place in range(4):
        a_checkin(owner, weeks_before(place), energy=9)


@pytest.fixture
def settled(client: Client) -> Client:
    """Alice after her first page: the session is written."""
    client.get(reverse("help"))
    return client


def test_help_is_in_the_foot_of_every_page(client: Client) -> None:
    page = Page(client.get(reverse("keyboard")))

    assert page.texts("a", href=reverse("help")) == ["If it is too much"]


def test_help_without_a_ground_says_what_can_help(client: Client) -> None:
    page = Page(client.get(reverse("help")))

    assert page.headline == "If it is too much, you need not carry it alone."
    assert page.texts("option")[:3] == ["none", "Australia", "Austria"]
    assert len(page.all("input", type="checkbox")) == len(SIGNS)


def test_help_of_a_tired_person_says_what_was_seen(client: Client, alice: Person) -> None:
    a_tired_person(alice)

    page = Page(client.get(reverse("help")))

    assert page.headline == "The check-ins show that you have been very tired for weeks."


@pytest.mark.parametrize("sign", SIGNS)
def test_tick_is_answered_and_nothing_is_stored(settled: Client, alice: Person, sign: str) -> None:
    before = tables()

    page = Page(settled.post(reverse("help"), {sign: "on"}))

    assert page.headline == "What you ticked goes beyond work."
    assert [box.attributes["name"] for box in page.all("input", checked="")] == [sign]
    assert page.texts("p", role="status")[0].startswith("Then it is worth talking to a doctor")
    assert tables() == before


def test_no_tick_is_answered_too(client: Client) -> None:
    page = Page(client.post(reverse("help"), {"unknown": "on"}))

    assert page.headline == "If it is too much, you need not carry it alone."
    assert page.texts("p", role="status") == [
        "You ticked nothing. If that changes, this page is always here."
    ]


def test_chosen_country_stands_first(client: Client, alice: Person) -> None:
    answer = client.post(reverse("help-country"), {"country": "GB"})
    page = Page(client.get(reverse("help")))

    assert answer.headers["Location"] == reverse("help")
    assert of(Preference, alice).get().country == "GB"
    assert page.texts("h3")[0] == "United Kingdom"
    assert page.texts("option", selected="") == ["United Kingdom"]


def test_unknown_country_is_refused(client: Client, alice: Person) -> None:
    answer = client.post(reverse("help-country"), {"country": "XX"})

    assert answer.status_code == 422
    assert of(Preference, alice).count() == 0


def test_country_of_somebody_else_is_not_shown(client: Client, bob: Person) -> None:
    of(Preference, bob).update(country="NZ")

    page = Page(client.get(reverse("help")))

    assert page.texts("option", selected="") == []


@pytest.mark.parametrize("box", ["liked", "disliked", "moved"])
def test_grave_words_of_a_week_show_the_panel_at_once(client: Client, alice: Person, box: str) -> None:
    a_preference(alice, country="GB")

    answer = client.post("/?begin", {box: GRAVE, "revision": "0"})

    page = Page(answer)
    assert answer.status_code == 200
    (panel,) = panels(page)
    assert panel.startswith("What you wrote sounds as if you or someone near you may be in danger.")
    assert "Samaritans: call 116 123, day and night (samaritans.org)" in page.texts("li")
    assert "Saved." in page.texts("div", id="saved")[0]


def test_panel_is_shown_once(client: Client) -> None:
    client.post("/?begin", {"disliked": GRAVE, "revision": "0"})

    assert panels(Page(client.get("/?begin"))) == []


def test_calm_words_lead_back_as_always(client: Client) -> None:
    answer = client.post("/?begin", {"disliked": CALM, "revision": "0"})

    assert answer.status_code == 302


def test_soft_words_show_one_quiet_line(client: Client) -> None:
    page = Page(client.post("/?begin", {"disliked": SOFT, "revision": "0"}))

    assert panels(page) == [
        "Perhaps only a way of speaking. If it is more than that, there is help. Whom to talk to"
    ]


def test_words_about_others_lead_to_their_own_way(client: Client) -> None:
    page = Page(client.post("/?begin", {"disliked": HURT, "revision": "0"}))

    assert "What to do about it" in page.texts("a", href=reverse("help-respect"))


def test_panel_is_shown_where_saving_failed(client: Client, alice: Person) -> None:
    answer = client.post("/?begin", {"disliked": GRAVE, "hours": "many", "revision": "0"})

    (panel,) = panels(Page(answer))
    assert answer.status_code == 422
    assert panel.endswith("Your words are not kept yet. That this was shown is noted nowhere.")
    assert of(Note, alice).count() == 0


@pytest.mark.parametrize(("text", "count"), [(GRAVE, 1), (SOFT, 1), (CALM, 0), (f"{CALM}\n{HURT}", 1)])
def test_lines_kept_at_once_bring_the_panel(client: Client, text: str, count: int) -> None:
    page = Page(client.post(reverse("week-lines", kwargs={"week": MONDAY}), {"disliked": text}))

    assert len(panels(page)) == count


@pytest.mark.parametrize("address", ["/?begin", f"/week/{MONDAY}/lines/"])
def test_grave_words_leave_what_calm_words_leave(db: None, address: str) -> None:
    """Beside the note itself no row, session, cookie or export tells that anything was recognised."""
    calm = traces(a_person("calm"), address, CALM)
    grave = traces(a_person("grave"), address, GRAVE)

    assert "TEXT" in str(calm["export"])
    assert grave == calm


def traces(owner: Person, address: str, text: str) -> dict[str, Any]:
    """All that is kept after somebody wrote a text, with their words and keys blanked."""
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(owner)
    client.post(address, {"disliked": text, "revision": "0"})
    client.get("/?begin")  # the sentence that it was saved waits in the session until it is shown
    rows = {model.__name__: of(model, owner).count() for model in Owned.__subclasses__()}
    export = (
        json.dumps(export_person(owner, made_at=MOMENT)).replace(text, "TEXT").replace(owner.handle, "WHO")
    )
    keys = r'"uid": "[0-9a-f-]+"|"[0-9a-f]{8}-[0-9a-f-]{27}"'
    return {
        "rows": rows,
        "session": sorted(client.session.keys()),
        "cookies": sorted(name for name, morsel in client.cookies.items() if morsel.value),
        "export": re.sub(keys, "KEY", export),
    }


@pytest.mark.parametrize("address", ["/fit/", "/plan/"])
def test_nothing_is_pushed_while_somebody_is_tired(client: Client, alice: Person, address: str) -> None:
    an_opening(alice, "Editor", text="Flexible hours. You learn every day.")
    a_note(alice, "The same report again")
    calls = buttons(Page(client.get(address)))
    a_tired_person(alice)

    page = Page(client.get(address))

    assert any(told.startswith(QUIET_LINE) for told in page.texts("p"))
    assert calls != []
    assert buttons(page) == []


def test_goal_and_option_of_a_tired_person_say_it_too(client: Client, alice: Person) -> None:
    opening = an_opening(alice, "Editor", text="Flexible hours.")
    a_tired_person(alice)

    option = Page(client.get(f"/fit/options/opening-{opening.pk}/"))
    a_goal(alice)
    plan = Page(client.get("/plan/"))

    for page in (option, plan):
        assert any(told.startswith(QUIET_LINE) for told in page.texts("p"))
    assert buttons(option) == []


@pytest.mark.parametrize("address", ["/fit/", "/plan/"])
def test_line_is_not_shown_to_others(client: Client, alice: Person, bob: Person, address: str) -> None:
    of(CheckIn, bob).delete()
    a_tired_person(bob)

    page = Page(client.get(address))

    assert not any(told.startswith(QUIET_LINE) for told in page.texts("p"))


def test_respect_has_its_own_way_and_a_record(client: Client, alice: Person, bob: Person) -> None:
    a_correction(a_note(alice, "He did it again"), "respect_safety")
    a_correction(a_note(bob, "bob was shouted at"), "respect_safety")
    a_note(alice, "Long meetings")

    page = Page(client.get(reverse("help-respect")))

    assert page.headline == "Harassment, bullying and danger are not yours to solve by working differently."
    assert page.texts("blockquote") == ["He did it again"]
    assert page.texts("th", scope="col")[:2] == ["When and where", "What happened, word for word"]
    assert page.texts("h2")[:2] == ["If you are in danger, leave first.", "Keep a record."]


def test_note_that_is_left_out_is_marked_and_not_in_the_text(client: Client, alice: Person) -> None:
    first, second = a_note(alice, "It began", week=weeks_before(2)), a_note(alice, "He did it again")
    for note in (first, second):
        a_correction(note, "respect_safety")

    page = Page(client.get(reverse("help-respect"), {"without": str(first.pk)}))
    text = client.get(reverse("help-respect-text"), {"without": str(first.pk)})

    assert [box.attributes["value"] for box in page.all("input", checked="")] == [str(first.pk)]
    assert page.texts("li", class_="left-out")[0].startswith("It began")
    assert text.headers["Content-Disposition"] == 'attachment; filename="record.txt"'
    assert [line for line in text.content.decode().splitlines() if line.startswith("Week of")] == [
        "Week of 16 November, written on 20 November 2026: He did it again"
    ]


def test_record_without_notes_offers_the_empty_sheet(client: Client) -> None:
    page = Page(client.get(reverse("help-respect")))

    assert page.texts("h2")[-1] == "A record to fill in"
    assert page.texts("button") == ["Save as text"]
