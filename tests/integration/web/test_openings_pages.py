"""The list of openings, what hides them, and one opening as its reader shows it."""

from typing import Any

import pytest
from django.test import Client
from tests.factories import (
    MONDAY,
    ONE_WEEK,
    a_filter,
    a_life,
    a_want,
    an_event,
    an_opening,
)
from tests.integration.web.reading import Page, faults

from unrut.models import Opening, OpeningEvent, OpeningFilter, OpeningReading, OpeningStatus, Person
from unrut.queries.scope import of
from unrut.services.opening_filters import MOST_FILTERS
from unrut.web.explore.openings_views import A_PAGE

pytestmark = pytest.mark.integration

LIST = "/fit/openings/"
HOSTILE = '<script>alert("1")</script>'
GONE = "There is nothing here any more. Go back and choose again."


def names(page: Page) -> list[str]:
    return page.texts("h2")[: len(page.all("li", class_="opening"))]


def listed(client: Client, address: str = LIST) -> Page:
    return Page(client.get(address))


def tabs(page: Page) -> list[str]:
    (around,) = page.all("nav", class_="tabs")
    return [" ".join(link.text.split()) for link in around.inside if link.tag == "a"]


def test_empty_list_says_how_to_bring_some_in(client: Client, bob: Person) -> None:
    page = listed(client)

    assert page.headline == "No openings yet."
    assert page.texts("a", class_="button") == ["Add openings"]
    assert tabs(page) == ["Open 0"]
    assert page.all("form", role="search") == []


def test_list_shows_each_opening_with_what_it_says(client: Client, alice: Person) -> None:
    a_want(alice, "remote_location")
    an_opening(alice, "Weaver", company="Mill", text="Five days in the office.")
    an_opening(alice, "Editor", place="Leeds", text="This is a fully remote role.")

    page = listed(client)

    assert page.headline == "2 openings, the best fit first."
    assert names(page) == ["Editor", "Weaver"]
    assert page.texts("p", class_="small quiet")[:2] == [
        "Leeds · remote · pay not stated · hours not stated",
        "Mill · on site · pay not stated · hours not stated",
    ]
    assert len(page.all("svg", class_="picture fit-bar")) == 2
    assert len(page.texts("span", class_="sentence")) == 2
    assert faults(page) == []


def test_list_has_no_fit_while_nothing_is_wanted(client: Client, alice: Person) -> None:
    an_opening(alice, "Old", posted_on=MONDAY - ONE_WEEK)
    an_opening(alice, "New", posted_on=MONDAY)

    page = listed(client)

    assert (page.headline, names(page)) == ("2 openings, the newest first.", ["New", "Old"])
    assert page.all("svg", class_="picture fit-bar") == []


def test_openings_of_an_earlier_version_are_read_when_the_list_is_opened(
    client: Client, alice: Person
) -> None:
    an_opening(alice)
    of(OpeningReading, alice).delete()

    assert listed(client).headline == "1 opening, the newest first."


def test_lists_are_tabs_with_their_counts(client: Client, alice: Person) -> None:
    an_opening(alice, "Found")
    an_opening(alice, "Saved", status="saved")
    an_opening(alice, "Dismissed", status="dismissed")
    an_opening(alice, "Gone", gone_on=MONDAY)

    page, mine = listed(client), listed(client, f"{LIST}?view=mine")

    assert tabs(page) == ["Open 2", "Saved and under way 1", "Not for me 1", "No longer listed 1"]
    assert (mine.headline, names(mine)) == ("1 opening.", ["Saved"])
    assert [link.attributes["href"] for link in mine.all("a", **{"aria-current": "page"})][-1] == (
        f"{LIST}?view=mine"
    )


@pytest.mark.parametrize(
    "query", ["view=nonsense", "from=-1", "from=x", f"from={'9' * 5000}", "from=25", "q="]
)
def test_nonsense_shows_the_first_of_the_open_ones(client: Client, alice: Person, query: str) -> None:
    an_opening(alice, "Editor")
    an_opening(alice, "Gone", gone_on=MONDAY)

    assert names(listed(client, f"{LIST}?{query}")) == ["Editor"]


def test_openings_are_found_by_words_and_what_was_typed_stays(client: Client, alice: Person) -> None:
    an_opening(alice, "Night editor", place="Leeds")
    an_opening(alice, "Weaver")

    found = listed(client, f"{LIST}?q=leeds+night")
    none = listed(client, f"{LIST}?q={HOSTILE}")

    assert (found.headline, names(found)) == ("1 opening fits “leeds night”.", ["Night editor"])
    assert found.typed()["q"] == "leeds night"
    assert (none.headline, none.typed()["q"]) == (f"0 openings fit “{HOSTILE}”.", HOSTILE)
    assert "Nothing here has these words in its title, company or place. Show all" in none.texts("p")
    assert (faults(none), len(none.all("script", src=""))) == ([], 0)


def test_search_that_is_too_long_is_cut(client: Client, alice: Person) -> None:
    an_opening(alice)

    assert listed(client, f"{LIST}?q={'x' * 5000}").typed()["q"] == "x" * 200


def test_long_list_comes_in_pages(client: Client, alice: Person) -> None:
    for number in range(A_PAGE + 2):
        an_opening(alice, f"Editor {number}")

    first, second = listed(client), listed(client, f"{LIST}?view=open&from={A_PAGE}")

    assert first.texts("a", href=f"?from={A_PAGE}") == [f"The next ones, of {A_PAGE + 2} in all"]
    assert second.texts("a", href="?view=open&from=0") == ["Those before"]
    assert len({*names(first), *names(second)}) == A_PAGE + 2
    assert second.all("ol", class_="rows openings")[0].attributes["start"] == str(A_PAGE + 1)


def test_filters_are_shown_with_their_counts(client: Client, alice: Person) -> None:
    an_opening(alice, "Poor", pay="30,000 EUR")
    an_opening(alice, "Night editor")
    a_filter(alice, "pay", "45000 EUR")
    a_filter(alice, "words", "night", is_on=False)

    page = listed(client)

    assert names(page) == ["Night editor"]
    hidden = page.texts("li", class_="quiet")
    buttons = "Hide again Hide titles with “night” Forget it Hide titles with “night”"
    assert hidden == [f"Hide titles with “night”: off, it would hide 1 {buttons}"]
    assert "1 hidden" in page.texts("span", class_="number")


def test_list_that_is_hidden_wholly_says_so(client: Client, alice: Person) -> None:
    an_opening(alice, "Poor", pay="30,000 EUR")
    a_filter(alice, "pay", "45000 EUR")

    page = listed(client)

    assert (page.headline, names(page)) == ("What you ask for hides every opening.", [])
    assert page.all("a", class_="button") == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"kind": "pay", "value": "45,000 eur"}, ("pay", "45000 EUR")),
        ({"kind": "workplace", "workplace": ["remote", "hybrid"]}, ("workplace", "remote,hybrid")),
        ({"kind": "words", "value": HOSTILE}, ("words", HOSTILE)),
    ],
)
def test_filter_is_added_and_leads_back(
    client: Client, alice: Person, typed: dict[str, Any], kept: tuple[str, str]
) -> None:
    response = client.post(f"{LIST}filters/", {**typed, "back": f"{LIST}?view=mine"})

    assert response.headers["Location"] == f"{LIST}?view=mine"
    assert of(OpeningFilter, alice).values_list("kind", "value").get() == kept
    assert faults(listed(client)) == []


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"kind": "pay"},
        {"kind": "weather", "value": "1"},
        {"kind": "workplace"},
        {"kind": "hours", "value": "x"},
    ],
)
def test_filter_that_says_nothing_is_a_sentence(client: Client, alice: Person, typed: dict[str, str]) -> None:
    response = client.post(f"{LIST}filters/", typed)

    assert (response.status_code, len(Page(response).alerts)) == (422, 1)
    assert of(OpeningFilter, alice).count() == 0


def test_twenty_first_filter_is_a_sentence(client: Client, alice: Person) -> None:
    for hours in range(MOST_FILTERS):
        a_filter(alice, "hours", str(hours))

    response = client.post(f"{LIST}filters/", {"kind": "pay", "value": "1"})

    assert (response.status_code, of(OpeningFilter, alice).count()) == (422, MOST_FILTERS)


@pytest.mark.parametrize(
    ("button", "state"), [({"off": "yes"}, [False]), ({"on": "yes"}, [True]), ({"remove": "yes"}, [])]
)
def test_filter_is_switched_and_forgotten(
    client: Client, alice: Person, button: dict[str, str], state: list[bool]
) -> None:
    row = a_filter(alice, is_on="on" not in button)

    response = client.post(f"{LIST}filters/{row.pk}/", {**button, "back": "https://example.org/"})

    assert response.headers["Location"] == LIST
    assert list(of(OpeningFilter, alice).values_list("is_on", flat=True)) == state


def test_opening_is_put_aside_for_a_reason_and_put_back(client: Client, alice: Person) -> None:
    a_want(alice, "commute")
    opening = an_opening(alice)
    reasons = listed(client).all("button", class_="chip-button")
    assert [button.attributes["value"] for button in reasons] == ["commute", "other"]

    response = client.post(
        f"{LIST}{opening.pk}/mark/", {"status": "dismissed", "reason": "commute", "back": LIST}, follow=True
    )

    page = Page(response)
    assert (page.headline, tabs(page)) == ("No opening is open now.", ["Open 0", "Not for me 1"])
    assert page.notices == ["Put aside. You find it under “Not for me”."]
    aside = listed(client, f"{LIST}?view=dismissed")
    assert (names(aside), aside.texts("span", class_="small standing")) == (["Data editor"], ["not for me"])
    assert aside.texts("button", form=f"mark-{opening.pk}") == ["Put back: Data editor"]


def test_step_is_kept_with_its_note(client: Client, alice: Person) -> None:
    opening = an_opening(alice)

    response = client.post(
        f"{LIST}{opening.pk}/mark/",
        {"status": "applied", "note": HOSTILE, "back": "//example.org"},
        follow=True,
    )

    assert response.redirect_chain == [(LIST, 302)]
    assert Page(response).notices == ["Kept: applied."]
    assert of(OpeningEvent, alice).values_list("status", "note").get() == ("applied", HOSTILE)
    shown = Page(client.get(f"/fit/options/{opening.option}/"))
    assert (shown.texts("span", class_="own-words"), faults(shown)) == ([HOSTILE], [])


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"status": "nonsense"},
        {"status": "dismissed", "reason": "weather"},
        {"status": "saved", "note": "n" * 2001},
    ],
)
def test_step_that_cannot_be_kept_changes_nothing(
    client: Client, alice: Person, typed: dict[str, str]
) -> None:
    opening = an_opening(alice)

    response = client.post(f"{LIST}{opening.pk}/mark/", typed)

    assert (response.status_code, len(Page(response).alerts)) == (422, 1)
    assert (of(Opening, alice).get().status, of(OpeningEvent, alice).count()) == (OpeningStatus.FOUND, 0)


def test_notes_are_kept_and_shown(client: Client, alice: Person) -> None:
    opening = an_opening(alice)
    address = f"/fit/options/{opening.option}/"

    response = client.post(f"{LIST}{opening.pk}/notes/", {"notes": f" {HOSTILE} "})

    assert response.headers["Location"] == address
    page = Page(client.get(address))
    assert (page.typed()["notes"], page.notices, faults(page)) == (HOSTILE, ["Kept."], [])


def test_notes_that_are_too_long_are_a_sentence(client: Client, alice: Person) -> None:
    opening = an_opening(alice, notes="Kept")

    response = client.post(f"{LIST}{opening.pk}/notes/", {"notes": "n" * 20_001})

    assert (response.status_code, of(Opening, alice).get().notes) == (422, "Kept")


@pytest.mark.parametrize("form", ["mark", "notes"])
def test_forms_of_an_opening_of_somebody_else_are_not_there(client: Client, bob: Person, form: str) -> None:
    theirs = of(Opening, bob)[0]

    response = client.post(f"{LIST}{theirs.pk}/{form}/", {"status": "saved", "notes": "Mine"})

    assert (response.status_code, Page(response).alerts) == (404, [GONE])
    theirs.refresh_from_db()
    assert (theirs.status, theirs.notes) == ("found", "")


def test_filter_of_somebody_else_is_not_there(client: Client, bob: Person) -> None:
    theirs = of(OpeningFilter, bob).get()

    response = client.post(f"{LIST}filters/{theirs.pk}/", {"remove": "yes"})

    assert (response.status_code, of(OpeningFilter, bob).count()) == (404, 1)


@pytest.mark.parametrize("view", ["open", "mine", "decided", "dismissed", "gone"])
def test_list_shows_nothing_of_somebody_else(client: Client, alice: Person, bob: Person, view: str) -> None:
    a_life(alice)

    assert b"bob" not in client.get(f"{LIST}?view={view}&q=").content


def test_reader_marks_the_words_by_what_is_wanted(client: Client, alice: Person) -> None:
    a_want(alice, "remote_location", 100, 10)
    a_want(alice, "pay_benefits", 90, 10)
    a_want(alice, "fairness", 80, 10)
    opening = an_opening(alice, text="Fully remote. Competitive salary. Flexible hours. <b>Bold</b>")

    page = Page(client.get(f"/fit/options/{opening.option}/"))

    (posting,) = page.all("div", class_="posting")
    marks = [
        (mark.attributes["class"], " ".join(mark.text.split()))
        for mark in posting.inside
        if mark.tag == "mark"
    ]
    assert marks == [
        ("for", "[for: Place of work] Fully remote"),
        ("against", "[against: Pay and benefits] Competitive salary"),
        ("neither", "[Flexible and predictable times] Flexible hours"),
    ]
    assert posting.text.endswith("<b>Bold</b>")
    assert any(line.startswith("Silent on: ") for line in page.texts("p", class_="small"))
    assert faults(page) == []


def test_reader_shows_the_facts_its_source_states_and_what_contradicts_them(
    client: Client, alice: Person
) -> None:
    opening = an_opening(
        alice,
        hours="35 hours per week",
        text="You work 40 hours per week.",
        more=[["Team", HOSTILE]],
        url="https://example.org/1",
    )

    page = Page(client.get(f"/fit/options/{opening.option}/"))

    told = dict(zip(page.texts("dt"), page.texts("dd"), strict=True))
    assert (told["Hours"], told["Team"], told["Address"]) == (
        "35 hours a week",
        HOSTILE,
        "https://example.org/1",
    )
    assert any(
        line.startswith("It contradicts itself: on the hours:") for line in page.texts("p", class_="small")
    )
    assert "1 more thing its source states" in page.texts("summary")
    assert faults(page) == []


def test_reader_shows_what_is_asked_for(client: Client, alice: Person) -> None:
    text = "Requirements\n- You must have a driving licence\n\nNice to have\n- You speak some German\n"
    opening = an_opening(alice, text=text)

    page = Page(client.get(f"/fit/options/{opening.option}/"))

    assert "What it asks for" in page.texts("h2")
    assert page.texts("h3") == ["Must have", "Welcome"]


def test_reader_of_an_opening_without_a_text_leads_to_its_address(client: Client, alice: Person) -> None:
    opening = an_opening(alice)

    page = Page(client.get(f"/fit/options/{opening.option}/"))

    assert "The source gave no text; open its address to read it." in page.texts("p", class_="quiet")


def test_reader_shows_the_history_of_the_job(client: Client, alice: Person) -> None:
    for weeks in (0, 10, 20):
        day = MONDAY - weeks * ONE_WEEK
        an_opening(
            alice,
            "Weaver",
            key=str(weeks),
            company="Mill",
            place="Leeds",
            posted_on=day,
            seen_on=day,
            gone_on=MONDAY if weeks else None,
        )
    shown, old = of(Opening, alice).get(same_as=None), of(Opening, alice).get(key="20")
    an_event(shown, OpeningStatus.ASKING)

    page, other = (Page(client.get(f"/fit/options/{row.option}/")) for row in (shown, old))

    assert any(line.startswith("Posted 3 times since 29 June 2026: ask why") for line in page.texts("p"))
    assert [link.attributes["href"] for link in page.all("a") if link.text == "Weaver"] == [
        f"/fit/options/{row.option}/" for row in of(Opening, alice).order_by("posted_on") if row != shown
    ]
    assert page.texts("li", class_="reached") == ["16 November 2026asking around"]
    assert any(line.startswith("This is another posting of a job") for line in other.notices)


@pytest.mark.parametrize(
    "address", [f"{LIST}1/mark/", f"{LIST}1/notes/", f"{LIST}filters/", f"{LIST}filters/1/"]
)
@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_forms_are_only_posted(client: Client, address: str, method: str) -> None:
    assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_list_is_only_looked_at(client: Client, method: str) -> None:
    assert getattr(client, method)(LIST).status_code == 405
