"""The quarterly review as a form that waits, and as a page that tells what moved."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.factories import a_checkin, a_review, a_review_answer, an_accomplishment, weeks_before
from tests.integration.web.reading import Page

from unrut.core.reflect.reviews import reviewed_items
from unrut.models import Accomplishment, Person, Review, ReviewAnswer
from unrut.queries.scope import of
from unrut.web.reflect.review_views import ReviewSummary, review_summary

pytestmark = pytest.mark.integration

Q3, Q4 = date(2026, 7, 1), date(2026, 10, 1)
THIS = "/review/2026-10-01/"


def answers_of(owner: Person) -> dict[str, int]:
    return dict(of(ReviewAnswer, owner).values_list("item", "value"))


def reviewed(owner: Person, period: date, **answers: int) -> Review:
    review = a_review(owner, period=period, answered_on=period + timedelta(days=40))
    for item, value in answers.items():
        a_review_answer(review, item, value)
    return review


def test_form_asks_every_facet_and_slow_sign_once(client: Client) -> None:
    page = Page(client.get("/review/"))

    names = {control.attributes["name"] for control in page.all("input", type="radio")}
    assert page.headline == "How is work for you now, all in all?"
    assert names == {f"item-{item}" for item in reviewed_items()}
    assert len(page.all("input", type="radio")) == 36 * 11
    assert [len(page.all("fieldset")), len(page.all("legend"))] == [36, 36]


def test_only_the_first_group_with_something_left_is_open(client: Client, alice: Person) -> None:
    reviewed(alice, Q4, learning_growth=3)

    groups = Page(client.get("/review/")).all("details", class_="item-group")

    assert ["open" in group.attributes for group in groups] == [True] + [False] * 6
    assert " ".join(groups[1].inside[0].text.split()) == "Growth 1 of 2"


def test_half_a_review_is_saved_and_shown_again(client: Client, alice: Person, today: date) -> None:
    response = client.post("/review/", {"revision": "0", "item-envy": "7", "item-commute": "0"}, follow=True)

    typed = Page(client.get("/review/")).typed()
    assert response.redirect_chain == [(THIS, 302)]
    assert Page(response).notices == ["Saved. You can go on with it until the quarter ends."]
    assert (typed["item-envy"], typed["item-commute"], typed["revision"]) == ("7", "0", "1")
    assert of(Review, alice).get().answered_on == today


def test_review_goes_on_where_it_was_left(client: Client, alice: Person) -> None:
    client.post("/review/", {"revision": "0", "item-envy": "7"})

    client.post("/review/", {**Page(client.get("/review/")).typed(), "item-leaving": "2"})

    assert answers_of(alice) == {"envy": 7, "leaving": 2}


def test_what_was_done_stands_there_and_what_is_missing_joins_it(client: Client, alice: Person) -> None:
    an_accomplishment(alice, "Halved the report", on=date(2026, 10, 5))
    an_accomplishment(alice, "Long ago", on=date(2026, 9, 5))

    before = Page(client.get("/review/")).texts("span", class_="own-words")
    client.post("/review/", {"revision": "0", "done": "A talk held"})

    assert before == ["Halved the report"]
    assert of(Accomplishment, alice).filter(text="A talk held").count() == 1
    assert Page(client.get(THIS)).texts("span", class_="own-words") == ["Halved the report", "A talk held"]


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({"item-envy": "11"}, "The answer for envy is 11."),
        ({"item-envy": "seven"}, 'The answer for envy is "seven".'),
        ({"item-envy": "NaN"}, 'The answer for envy is "NaN".'),
        ({"item-gladness": "3"}, '"gladness" is not asked here.'),
    ],
)
def test_answer_that_cannot_be_keeps_what_was_typed(
    client: Client, alice: Person, posted: dict[str, str], sentence: str
) -> None:
    response = client.post("/review/", {"item-leaving": "4", "done": "A talk", **posted, "revision": "0"})

    page = Page(response)
    assert response.status_code == 422
    assert page.alerts[0].startswith(sentence)
    assert (page.typed()["item-leaving"], page.typed()["done"]) == ("4", "A talk")
    assert not of(Review, alice).exists()


@pytest.mark.parametrize("revision", ["", "0", "7", "one", "99999999999999999999"])
def test_second_tab_loses_nothing(client: Client, alice: Person, revision: str) -> None:
    reviewed(alice, Q4, envy=7)

    response = client.post("/review/", {"item-envy": "2", "revision": revision})
    again = client.post("/review/", Page(response).typed())

    assert response.status_code == 409
    assert Page(response).alerts[0].startswith("This was saved in another tab")
    assert again.status_code == 302
    assert answers_of(alice) == {"envy": 2}


def test_help_stands_beside_words_that_ask_for_it_once(client: Client) -> None:
    page = Page(client.post("/review/", {"revision": "0", "done": "I want to kill myself"}))

    again = Page(client.get("/review/"))
    assert [len(shown.all("section", role="status")) for shown in (page, again)] == [1, 0]
    assert page.typed()["done"] == ""


def test_quarter_tells_what_moved_since_the_one_before(client: Client, alice: Person, bob: Person) -> None:
    reviewed(alice, Q3, envy=3, commute=2, autonomy=5)
    reviewed(alice, Q4, envy=8, commute=6, autonomy=5)

    page = Page(client.get(THIS))

    assert page.headline == (
        "Since July to September 2026, “Envy of new starts” got worse most, from 3 to 8."
    )
    assert page.texts("h3") == ["Envy of new starts", "Commute"]
    assert [page.texts("span", class_="number"), page.texts("h2")[:2]] == [
        ["from 3 to 8", "from 2 to 6"],
        ["What got worse", "What got better"],
    ]
    assert page.texts("a", href="/review/2026-07-01/") == ["July to September 2026"]


def test_table_holds_both_answers_of_every_item(client: Client, alice: Person) -> None:
    reviewed(alice, Q3, envy=3)
    reviewed(alice, Q4, envy=8, commute=6)

    page = Page(client.get(THIS))

    rows = {row.inside[0].text: [cell.text for cell in row.inside[1:]] for row in page.all("tr")}
    told = {name: cells for name, cells in rows.items() if len(cells) == 2}
    assert len(told) == 37
    assert (told["Envy of new starts"], told["Commute"], told["Autonomy"]) == (
        ["3", "8"],
        ["–", "6"],
        ["–", "–"],
    )


@pytest.mark.parametrize(("answer", "links"), [(2, ["What to do about respect and safety"]), (8, [])])
def test_lack_of_safety_has_a_way_of_its_own(
    client: Client, alice: Person, answer: int, links: list[str]
) -> None:
    reviewed(alice, Q4, respect_safety=answer)

    assert Page(client.get(THIS)).texts("a", href="/help/respect/") == links


def test_first_review_says_where_it_stands(client: Client, alice: Person) -> None:
    reviewed(alice, Q4, commute=2, autonomy=6, fairness=5, values_fit=5, pay_benefits=5)

    page = Page(client.get(THIS))

    assert page.headline == "Lowest of all: commute (2 of 10)."
    assert [page.texts("h3"), page.texts("th", scope="col")] == [[], ["Question", "Now"]]
    assert page.texts("p", class_="quiet small")[0] == (
        "This is the first review. The next one says what moved since."
    )


def test_many_moves_are_folded_after_five(client: Client, alice: Person) -> None:
    items = reviewed_items()[:8]
    reviewed(alice, Q3, **dict.fromkeys(items, 2))
    reviewed(alice, Q4, **dict.fromkeys(items, 6))

    page = Page(client.get(THIS))

    assert len(page.texts("h3")) == 8
    assert page.texts("summary") == ["3 more", "All answers as a table"]


def test_day_within_a_quarter_leads_to_its_first(client: Client) -> None:
    response = client.get("/review/2026-11-20/")

    assert (response.status_code, response.headers["Location"]) == (302, THIS)


@pytest.mark.parametrize("day", ["2027-01-01", "2026-07-01", "0001-01-01", "9999-10-01"])
def test_quarter_without_a_review_is_not_there(client: Client, bob: Person, day: str) -> None:
    assert client.get(f"/review/{day}/").status_code == 404


def test_review_of_somebody_else_is_not_there(client: Client, bob: Person) -> None:
    assert of(Review, bob).get().period == Q4
    assert client.get(THIS).status_code == 404


@pytest.mark.parametrize(("weeks", "links"), [(9, []), (10, ["A longer look: ten minutes, once a quarter"])])
def test_today_offers_the_review_when_it_is_due(
    client: Client, alice: Person, weeks: int, links: list[str]
) -> None:
    a_checkin(alice, weeks_before(weeks))

    assert Page(client.get("/")).texts("a", href="/review/") == links


def test_other_pages_hear_of_the_review(alice: Person, bob: Person, today: date) -> None:
    nothing = review_summary(alice, today)
    a_checkin(alice, weeks_before(20))
    due = review_summary(alice, today)
    reviewed(alice, Q4, commute=9)

    told = review_summary(alice, today)

    assert nothing is None
    assert due == ReviewSummary(is_due=True, latest=None, lead="")
    assert told == ReviewSummary(is_due=False, latest=Q4, lead="Everything you answered is well with you.")


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_review_takes_no_other_method(client: Client, method: str) -> None:
    statuses: list[Any] = [getattr(client, method)(address).status_code for address in ("/review/", THIS)]

    assert statuses == [405, 405]
