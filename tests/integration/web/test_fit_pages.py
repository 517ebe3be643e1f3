"""All ways out on one scale, each open to its reasons, and what is wanted and answered as the person said."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.factories import (
    TODAY,
    a_correction,
    a_job,
    a_level,
    a_life,
    a_note,
    a_partner,
    a_partner_want,
    a_want,
    an_opening,
    weeks_before,
)
from tests.integration.web.reading import Page, faults

from unrut.core.facets import shipped_vocabulary
from unrut.models import Job, JobLevel, Opening, Person
from unrut.queries.explore import ranking
from unrut.queries.scope import of
from unrut.web.explore.views import ROWS_SHOWN
from unrut.wording.explore import lead

pytestmark = pytest.mark.integration


def levels(owner: Person) -> dict[str, int]:
    return dict(of(JobLevel, owner).values_list("facet", "level"))


def option_names(page: Page) -> list[str]:
    """The options of the list, by the links that lead to them."""
    links = [link for row in page.all("ol", class_="rows") for link in row.inside if link.tag == "a"]
    return [link.text for link in links if link.attributes["href"].startswith("/fit/options/")]


def test_empty_home_says_what_the_page_needs(client: Client) -> None:
    page = Page(client.get("/fit/"))

    assert page.headline == "First it takes a week of notes, or a few wants of your own."
    assert page.texts("a", class_="button", href="/?begin") == ["Write this week down"]
    assert page.texts("a", class_="button second", href="/fit/wants/") == ["Say what you want"]
    assert (page.all("svg"), page.all("table")) == ([], [])


def test_options_stand_best_first_with_their_table(client: Client, alice: Person) -> None:
    a_level(a_job(alice, "Analyst", company="Mill"), "learning_growth", 0)
    a_want(alice, "learning_growth")
    an_opening(
        alice, "Data editor", text="You learn every day. Training budget.", company="Press", place="York"
    )

    page = Page(client.get("/fit/"))

    rows = [row.inside[0].text for row in page.all("tr")][1:]
    assert option_names(page) == ["Data editor", "Your job as it is"]
    assert page.texts("span", class_="quiet small beside") == ["Press · York", "Mill"]
    assert rows == ["Data editor", "Your job as it is"]
    assert page.headline == lead(ranking(alice, today=TODAY))
    assert len(page.all("svg", class_="picture fit-bar")) == 2
    assert "Analyst, Mill. You answered 1 question about it; the rest follows from your notes." in page.texts(
        "p", class_="small quiet"
    )


def test_wanting_alone_has_nothing_to_compare_with(client: Client, alice: Person) -> None:
    a_want(alice)

    page = Page(client.get("/fit/"))

    assert page.headline == "There is nothing to compare your job with yet."
    assert page.texts("a", class_="button second", href="/fit/add/") == ["Add openings"]
    assert "So far it is judged from your notes only." in page.texts("p", class_="small quiet")


def test_wants_follow_from_notes_until_said_otherwise(client: Client, alice: Person) -> None:
    a_correction(a_note(alice, "Zzz"), "commute")
    proposed = Page(client.get("/fit/")).texts("p", class_="small quiet")[0]
    a_want(alice, "autonomy")

    said = Page(client.get("/fit/")).texts("p", class_="small quiet")[0]

    assert (proposed, said) == ("Proposed from your notes; change what is not right.", "As you said.")


def many_openings(owner: Person, count: int) -> None:
    a_want(owner)
    for number in range(count):
        an_opening(owner, f"Editor {number}")


def test_options_that_fit_on_one_page_have_no_next_one(client: Client, alice: Person) -> None:
    many_openings(alice, ROWS_SHOWN - 1)

    page = Page(client.get("/fit/"))

    assert (len(option_names(page)), page.texts("nav", class_="actions")) == (ROWS_SHOWN, [])


def test_many_options_are_shown_page_by_page(client: Client, alice: Person) -> None:
    many_openings(alice, ROWS_SHOWN + 1)

    first, second = Page(client.get("/fit/")), Page(client.get(f"/fit/?from={ROWS_SHOWN}"))

    assert first.texts("nav", class_="actions") == [f"The next ones, of {ROWS_SHOWN + 2} in all"]
    assert second.texts("nav", class_="actions") == ["Those before"]
    assert len({*option_names(first), *option_names(second)}) == ROWS_SHOWN + 2


@pytest.mark.parametrize("nonsense", ["-1", "x", "9" * 5000])
def test_place_that_is_none_shows_the_first_options(client: Client, alice: Person, nonsense: str) -> None:
    many_openings(alice, 1)

    assert option_names(Page(client.get(f"/fit/?from={nonsense}"))) == option_names(Page(client.get("/fit/")))


def test_opening_is_shown_with_its_words_and_its_silence(client: Client, alice: Person) -> None:
    a_want(alice, "commute")
    opening = an_opening(
        alice,
        "Data editor",
        text="Fully remote.",
        workplace="remote",
        pay="30,000 EUR",
        posted_on=date(2026, 11, 2),
        closes_on=date(2026, 12, 1),
        place="York",
    )

    page = Page(client.get(f"/fit/options/opening-{opening.pk}/"))

    assert page.headline == "Data editor"
    assert dict(zip(page.texts("dt"), page.texts("dd"), strict=True)) == {
        "Pay": "EUR 30,000 a year",
        "Hours": "not stated; ask",
        "Place": "York",
        "Office or home": "remote",
        "Contract": "not stated; ask",
        "Posted": "2 November 2026",
        "Closes": "1 December 2026",
    }
    assert page.texts("a", href=f"/plan/goal/?option=opening-{opening.pk}") == ["Make this my goal"]
    assert page.texts("div", class_="posting") == ["[against: Commute] Fully remote."]


def test_opening_shows_the_hours_its_text_states(client: Client, alice: Person) -> None:
    opening = an_opening(alice, text="We work 37.5 hours per week.")

    page = Page(client.get(f"/fit/options/opening-{opening.pk}/"))

    assert page.texts("dd")[1] == "37.5 hours a week“37.5 hours per week”"


def test_opening_is_shown_while_nothing_is_wanted_yet(client: Client, alice: Person) -> None:
    opening = an_opening(alice, "Data editor", hours="38", contract="Permanent", text="Fully remote.")

    page = Page(client.get(f"/fit/options/opening-{opening.pk}/"))

    assert (page.headline, page.texts("h2")[0], page.all("svg")) == (
        "Data editor",
        "What the posting says",
        [],
    )
    assert dict(zip(page.texts("dt"), page.texts("dd"), strict=True)) == {
        "Pay": "not stated; ask",
        "Hours": "38 hours a week",
        "Place": "not stated; ask",
        "Office or home": "remote“Fully remote”",
        "Contract": "permanent",
    }


def test_present_job_is_no_goal_but_a_question(client: Client, alice: Person) -> None:
    a_want(alice)

    page = Page(client.get("/fit/options/present/"))

    assert (page.headline, page.texts("h2")[0]) == ("Your job as it is", "What to find out")
    assert page.all("a", class_="button") == []
    assert page.texts("a", href="/fit/job/") == ["Describe your job"]


def test_changed_job_names_what_would_change(client: Client, alice: Person) -> None:
    for facet in ("autonomy", "learning_growth"):
        a_correction(a_note(alice, f"Zzz {facet}"), facet)

    page = Page(client.get("/fit/options/treated/"))

    vocabulary = shipped_vocabulary()
    named = {vocabulary[facet].name for facet in ("autonomy", "learning_growth")}
    assert (page.headline, "What would change" in page.texts("h2")) == ("Your job, changed", True)
    assert set(page.texts("strong")) == named


@pytest.mark.parametrize(
    "key", ["present", "treated", "opening-0", "opening-x", "opening", "luck", "example-1"]
)
def test_option_that_is_not_there_is_our_page(client: Client, key: str) -> None:
    assert client.get(f"/fit/options/{key}/").status_code == 404


def test_pages_show_only_what_is_ones_own(client: Client, alice: Person, bob: Person) -> None:
    a_life(alice)
    first = of(Opening, alice).first()
    assert first is not None
    mine = first.pk
    found = ("/fit/", f"/fit/options/opening-{mine}/", "/fit/wants/", "/fit/job/")

    shown = [client.get(address).content.decode() for address in found]

    assert ["bob" in html for html in shown] == [False] * 4
    assert ["alice" in html for html in shown] == [True] * 4


def test_job_is_saved_with_its_answers(client: Client, alice: Person) -> None:
    form = {"title": "Analyst", "company": "Mill", "started_on": "2022-05-01", "level-autonomy": "0"}

    response = client.post("/fit/job/", form)

    job = of(Job, alice).get()
    assert response.headers["Location"] == "/fit/"
    assert (job.title, job.company, job.started_on) == ("Analyst", "Mill", date(2022, 5, 1))
    assert levels(alice) == {"autonomy": 0}


def test_answer_about_the_job_is_taken_back(client: Client, alice: Person) -> None:
    a_level(a_job(alice), "autonomy", 7)

    client.post("/fit/job/", {"title": "Analyst", "level-autonomy": "", "level-commute": "10"})

    assert levels(alice) == {"commute": 10}


def test_form_of_the_job_shows_what_is_stored(client: Client, alice: Person) -> None:
    job = a_job(alice, "Analyst", company="Mill", started_on=date(2022, 5, 1))
    a_level(job, "autonomy", 0)
    a_want(alice, "commute")

    page = Page(client.get("/fit/job/"))

    typed = {name: value for name, value in page.typed().items() if name != "csrfmiddlewaretoken"}
    assert typed == {"title": "Analyst", "company": "Mill", "started_on": "2022-05-01", "level-autonomy": "0"}
    assert page.texts("legend")[0] == shipped_vocabulary()["commute"].name


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"title": " "}, "The job has no title. Say what you are called at work."),
        (
            {"title": "Analyst", "started_on": "May"},
            '"May" is not a day. Write it like 2022-05-01.',
        ),
        (
            {"title": "Analyst", "level-autonomy": "high"},
            '"high" is not a whole number. Use the sliders, or write a number like 50.',
        ),
        (
            {"title": "Analyst", "level-autonomy": "9" * 400},
            f'"{"9" * 400}" is not a whole number. Use the sliders, or write a number like 50.',
        ),
    ],
)
def test_job_that_cannot_be_saved_is_a_sentence(
    client: Client, alice: Person, form: dict[str, Any], sentence: str
) -> None:
    response = client.post("/fit/job/", {"level-commute": "3", **form})

    assert (response.status_code, Page(response).alerts) == (422, [sentence])
    assert (of(Job, alice).count(), levels(alice)) == (0, {})


def test_markup_in_what_was_said_stays_text(client: Client, alice: Person) -> None:
    a_want(alice)
    a_job(alice, '"><script>alert(1)</script>', company="<img src=x onerror=y>")
    a_note(alice, week=weeks_before(1))

    pages = [Page(client.get(address)) for address in ("/fit/", "/fit/job/", "/fit/options/present/")]

    assert [faults(page) for page in pages] == [[], [], []]
    assert pages[1].typed()["title"] == '"><script>alert(1)</script>'


def test_option_is_told_as_the_partner_sees_it(client: Client, alice: Person) -> None:
    a_want(alice, "commute", 100, 0)
    opening = an_opening(alice, text="Fully remote, work from anywhere.")
    partner = a_partner(alice, "Robin")
    a_partner_want(partner, "commute", 80)

    address = f"/fit/options/opening-{opening.pk}/"
    told = [words for words in Page(client.get(address)).texts("p") if "Robin" in words]

    assert len(told) == 1
    partner.delete()
    assert b"Robin" not in client.get(address).content
