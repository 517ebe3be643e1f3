"""Trade-offs: one question a screen, stopped early, asked again a week later, taken back."""

from datetime import timedelta

import pytest
from django.test import Client
from tests.factories import TODAY, a_note, a_trade_off, a_want
from tests.integration.web.reading import Page, faults

from unrut.core.explore.wants import Want as CoreWant
from unrut.models import Person, TradeOffAnswer
from unrut.queries.scope import of
from unrut.services.explore import save_wants

pytestmark = pytest.mark.integration

ADDRESS, AGAIN, RESULT = "/fit/wants/trade-offs/", "/fit/wants/again/", "/fit/wants/"
WEEK = timedelta(days=7)
FACETS = ("autonomy", "commute", "pay_benefits", "fairness", "recognition")


def stored(owner: Person) -> list[tuple[str, str, str, str]]:
    return list(of(TradeOffAnswer, owner).values_list("first", "second", "also", "answer"))


def shown(client: Client, address: str = ADDRESS) -> Page:
    page = Page(client.get(address))
    assert faults(page) == []
    return page


@pytest.fixture
def wanting(alice: Person, bob: Person) -> Person:
    save_wants(
        alice,
        [
            CoreWant(facet, 100 - place, 1 if facet == "commute" else 9, 4)
            for place, facet in enumerate(FACETS)
        ],
    )
    return alice


def test_question_is_two_choices_and_a_third(client: Client, wanting: Person) -> None:
    page = shown(client)

    assert page.headline == "Which would you rather have?"
    assert page.texts("p")[1].startswith("Question 1 of at most 4.")
    values = [(button.attributes["value"], button.attributes["data-answer"]) for button in page.all("button")]
    assert values == [("first", "1"), ("second", "2"), ("equal", "3")]
    changes = page.texts("span", class_="change")
    assert len(changes) == len(page.all("input", name="first")) + len(page.all("input", name="second")) + len(
        page.all("input", name="also")
    )
    assert [" from " in change and " to " in change for change in changes] == [True] * len(changes)


def test_answer_is_kept_and_leads_to_another_question(client: Client, wanting: Person) -> None:
    asked = shown(client).typed()

    response = client.post(ADDRESS, {**asked, "answer": "second"})

    assert response.headers["Location"] == ADDRESS
    assert stored(wanting) == [(asked["first"], asked["second"], asked.get("also", ""), "second")]
    after = shown(client)
    assert (after.typed() != asked, after.texts("p")[1][:10]) == (True, "Question 2")


def test_last_answer_leads_to_the_result(client: Client, wanting: Person) -> None:
    for second in FACETS[1:4]:
        a_trade_off(wanting, "autonomy", second)

    response = client.post(
        ADDRESS, {"first": "commute", "second": "fairness", "also": "", "answer": "equal"}, follow=True
    )

    assert response.redirect_chain == [(RESULT, 302)]
    assert Page(response).notices[0] == "Kept. That was the last question."
    assert shown(client).headline == "That is enough: no further answer would change what leads."


def test_questions_stop_early_and_say_so(client: Client, alice: Person) -> None:
    a_want(alice, "autonomy", 100)
    a_want(alice, "commute", 10, 1)

    response = client.post(
        ADDRESS, {"first": "autonomy", "second": "commute", "answer": "first"}, follow=True
    )

    assert Page(response).notices[0] == "That is enough: no further answer would change what leads."
    page = shown(client)
    assert page.texts("a", class_="button") == ["See what counts"]
    assert page.texts("button") == ["Back to the question before"]


def test_question_before_is_asked_again(client: Client, wanting: Person) -> None:
    row = a_trade_off(wanting)

    response = client.post(f"{ADDRESS}{row.pk}/", {"change": "take-back", "go-on": "yes"})

    assert (response.headers["Location"], stored(wanting)) == (ADDRESS, [])


def test_proposed_wants_are_no_ground_for_questions(client: Client, alice: Person) -> None:
    a_note(alice, "The train was late")
    a_note(alice, "The boss decided over my head again")

    page = shown(client)

    assert page.headline == "First say what counts, then it can be weighed."
    assert page.texts("a", class_="button", href="/fit/wants/criteria/") == ["Choose what counts"]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (
            {"first": "autonomy", "second": "learning_growth", "answer": "first"},
            "This question is about something you do not want any more. Take the next question instead.",
        ),
        ({}, "This question is about something you do not want any more. Take the next question instead."),
        (
            {"first": "autonomy", "second": "commute", "answer": "both"},
            '"both" is no answer to a trade-off. Answer one of first, second, equal.',
        ),
    ],
)
def test_answer_that_is_none_is_a_sentence_and_asks_again(
    client: Client, wanting: Person, form: dict[str, str], sentence: str
) -> None:
    response = client.post(ADDRESS, form)

    page = Page(response)
    assert (response.status_code, page.alerts, stored(wanting)) == (422, [sentence], [])
    assert page.headline == "Which would you rather have?"


def test_answer_is_given_anew_without_the_earlier_one_in_sight(client: Client, wanting: Person) -> None:
    row = a_trade_off(wanting, also="fairness")
    page = shown(client, f"{ADDRESS}{row.pk}/")
    assert page.texts("span", class_="name") == ["Autonomy", "Commute", "Fairness"]

    response = client.post(f"{ADDRESS}{row.pk}/", {**page.typed(), "answer": "second"})

    assert (response.headers["Location"], stored(wanting)) == (
        RESULT,
        [("autonomy", "commute", "fairness", "second")],
    )


def test_answer_is_taken_back(client: Client, wanting: Person) -> None:
    row = a_trade_off(wanting)

    response = client.post(f"{ADDRESS}{row.pk}/", {"change": "take-back"})

    assert (response.headers["Location"], stored(wanting)) == (RESULT, [])


def test_due_questions_are_asked_again_one_by_one(client: Client, wanting: Person) -> None:
    for second in ("commute", "fairness"):
        a_trade_off(wanting, "autonomy", second, answered_on=TODAY - WEEK)

    pages, targets = [], []
    for _ in range(2):
        page = shown(client, AGAIN)
        pages.append(page.texts("p")[1])
        form = page.all("form")[0]
        targets.append(
            client.post(form.attributes["action"], {**page.typed(), "answer": "equal"}).headers["Location"]
        )

    assert (pages[0].endswith("2 are left."), pages[1].endswith("It is the last one.")) == (True, True)
    assert targets == [AGAIN, RESULT]
    assert [answer for *_, answer in stored(wanting)] == ["first", "first", "equal", "equal"]


def test_nothing_due_says_when_something_will_be(client: Client, wanting: Person) -> None:
    a_trade_off(wanting, answered_on=TODAY)

    page = shown(client, AGAIN)

    assert page.headline == "There is nothing to ask again now."
    assert (page.texts("a", class_="button"), page.all("button")) == (["See what counts"], [])


@pytest.mark.parametrize("change", ["anew", "repeat"])
def test_other_answer_is_a_sentence(client: Client, wanting: Person, change: str) -> None:
    row = a_trade_off(wanting)

    response = client.post(f"{ADDRESS}{row.pk}/", {"change": change, "answer": ""})

    told = '"" is no answer to a trade-off. Answer one of first, second, equal.'
    assert (response.status_code, Page(response).alerts) == (422, [told])
    assert len(stored(wanting)) == 1


def test_change_that_is_none_and_answers_of_others_are_not_found(
    client: Client, wanting: Person, bob: Person
) -> None:
    row, theirs = a_trade_off(wanting), of(TradeOffAnswer, bob).get()

    statuses = [
        client.post(f"{ADDRESS}{row.pk}/", {"change": "forget"}).status_code,
        client.get(f"{ADDRESS}{theirs.pk}/").status_code,
        client.post(f"{ADDRESS}{theirs.pk}/", {"change": "take-back"}).status_code,
    ]

    assert (statuses, of(TradeOffAnswer, bob).count()) == ([404, 404, 404], 1)


def test_answer_about_what_is_gone_can_still_be_looked_at(client: Client, alice: Person) -> None:
    row = a_trade_off(alice)

    assert shown(client, f"{ADDRESS}{row.pk}/").texts("span", class_="name") == []
