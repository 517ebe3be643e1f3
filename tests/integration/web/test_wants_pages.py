"""What one wants: the sentence, the shares with their ranges, what moved them; and all of it changed at once."""

from datetime import timedelta

import pytest
from django.test import Client
from tests.factories import (
    TODAY,
    a_filter,
    a_note,
    a_partner,
    a_partner_want,
    a_trade_off,
    a_want,
    an_opening,
    weeks_before,
)
from tests.integration.web.reading import Page, faults

from unrut.core.explore.wants import Want as CoreWant
from unrut.core.facets import shipped_vocabulary
from unrut.models import Person, TradeOffAnswer, Want
from unrut.queries.scope import of
from unrut.services.explore import save_wants

pytestmark = pytest.mark.integration

ADDRESS = "/fit/wants/"
WEEK = timedelta(days=7)
NUMBER = '"%s" is not a whole number. Use the sliders, or write a number like 50.'


def wants(owner: Person) -> list[tuple[str, int, int]]:
    return list(of(Want, owner).values_list("facet", "weight", "wanted"))


@pytest.fixture
def wanting(alice: Person) -> Person:
    for place, facet in enumerate(("autonomy", "commute", "pay_benefits", "fairness")):
        a_want(alice, facet, 100 - 30 * place, 2 if facet == "commute" else 10)
    return alice


def shown(client: Client) -> Page:
    page = Page(client.get(ADDRESS))
    assert faults(page) == []
    return page


def test_empty_page_says_what_it_will_show_and_how_to_begin(client: Client) -> None:
    page = shown(client)

    assert page.headline == "Nothing is wanted yet. You can say it in ten minutes."
    assert page.texts("a", class_="button") == ["Say what I want (ten minutes)"]
    assert (page.all("svg"), page.all("table"), page.texts("button", name="reset")) == ([], [], [])


def test_proposed_wants_say_that_they_are(client: Client, alice: Person) -> None:
    for week in (1, 2):
        a_note(alice, "The train was late", week=weeks_before(week))
    a_note(alice, "The boss decided over my head again")

    page = shown(client)

    assert page.headline.startswith("Your notes suggest that commute counts most, then ")
    assert page.texts("a", class_="button", href="/fit/wants/limits/") == ["Say what I want (ten minutes)"]
    assert page.texts("button", name="reset") == []


def test_shares_stand_heaviest_first_with_their_table(client: Client, wanting: Person) -> None:
    page = shown(client)

    assert page.headline.startswith(
        "What counts most is autonomy, then commute; the order of the first three is "
    )
    assert page.texts("th", scope="row") == ["Autonomy", "Commute", "Pay and benefits", "Fairness"]
    figures = [int(words) for words in page.texts("td", class_="figure")]
    assert [low < mean < high for low, mean, high in zip(*[iter(figures)] * 3, strict=True)] == [True] * 4
    assert 98 <= sum(figures[1::3]) <= 102
    assert len(page.all("svg")) == 4
    assert "from “long and tiring” to nearly “short and easy”" in page.texts("td")


def test_said_wants_offer_the_questions_that_tell_more(client: Client, wanting: Person) -> None:
    asked = shown(client).texts("a", class_="button", href="/fit/wants/trade-offs/")
    for second in ("commute", "pay_benefits", "fairness"):
        a_trade_off(wanting, "autonomy", second)
    a_trade_off(wanting, "commute", "pay_benefits")

    after = shown(client)

    assert asked == ["Make it surer with a few questions"]
    assert after.texts("a", class_="button second", href="/fit/wants/limits/") == ["Answer again"]
    assert "Your 4 answers to trade-offs" in after.texts("summary")


def test_page_leads_back_to_the_screen_one_came_to(client: Client, wanting: Person) -> None:
    client.post("/fit/wants/first/", {"first": "commute"})

    page = shown(client)

    assert page.texts("a", class_="button", href="/fit/wants/weights/") == ["Go on where I was"]
    assert page.texts("a", class_="touch") == ["Answer again from the beginning"]


def test_answers_that_contradict_are_asked_again(client: Client, alice: Person) -> None:
    a_want(alice, "autonomy", 100)
    a_want(alice, "commute", 10, 2)
    row = a_trade_off(alice, "commute", "autonomy")

    page = shown(client)

    said = "One answer does not go with how you weighed things: “Commute rather than autonomy.”"
    assert said in page.texts("p")
    assert page.texts("a", href=f"/fit/wants/trade-offs/{row.pk}/") == ["Answer this one again"]


def test_answers_are_listed_compared_and_due_again(client: Client, wanting: Person) -> None:
    old = a_trade_off(wanting, answered_on=TODAY - WEEK)
    repeated = a_trade_off(wanting, "autonomy", "fairness", answered_on=TODAY - WEEK)
    a_trade_off(wanting, "autonomy", "fairness", repeats=repeated)

    page = shown(client)

    assert page.texts("form", action=f"/fit/wants/trade-offs/{old.pk}/") == [
        "Take back: Autonomy rather than commute."
    ]
    assert "Asked again at least a week later, you answered 1 of 1 question the same." in page.texts("p")
    assert page.texts("a", href="/fit/wants/again/") == ["Answer them again"]


def test_margin_tells_of_limits_and_of_the_partner(client: Client, wanting: Person, bob: Person) -> None:
    before = shown(client).texts("p", class_="small quiet")
    a_filter(wanting)
    a_partner_want(a_partner(wanting, "Robin"), "commute", 40, least=4)

    after = shown(client).texts("p", class_="small quiet")

    assert [
        words in before for words in ("Nothing so far", "nothing so far", "So far you decide alone.")
    ] == [
        False,
        True,
        True,
    ]
    assert "less than 45,000 EUR a year" in after
    assert "You decide with Robin: 1 of these counts for them too, with 1 need." in after


def test_wants_are_saved_as_said(client: Client, alice: Person) -> None:
    form = {"weight-autonomy": "80", "wanted-autonomy": "9", "weight-commute": "0", "wanted-commute": "1"}

    response = client.post(ADDRESS, {**form, "weight-luck": "50"})

    assert (response.headers["Location"], wants(alice)) == ("/fit/", [("autonomy", 80, 9)])


def test_form_of_all_wants_sent_as_it_is_changes_nothing(client: Client, alice: Person) -> None:
    own = CoreWant("own_1", 70, 10, 3, "Time for the choir")
    save_wants(alice, [own, CoreWant("commute", 30, 2, 9, "The way")])
    before = list(of(Want, alice).values_list("facet", "weight", "wanted", "worst", "name"))

    client.post(ADDRESS, shown(client).typed())

    assert list(of(Want, alice).values_list("facet", "weight", "wanted", "worst", "name")) == before
    assert len(shown(client).all("legend")) == len(shipped_vocabulary().facets) + 1


@pytest.mark.parametrize(("wanted", "worst"), [("4", 9), ("9", None), ("10", None), ("0", 9)])
def test_worst_level_goes_when_it_is_no_longer_the_worse_side(
    client: Client, alice: Person, wanted: str, worst: int | None
) -> None:
    save_wants(alice, [CoreWant("commute", 30, 2, 9)])

    client.post(ADDRESS, {"weight-commute": "30", "wanted-commute": wanted})

    assert of(Want, alice).get().worst == worst


def test_wants_go_back_to_what_the_notes_say(client: Client, alice: Person) -> None:
    a_want(alice)
    offered = shown(client).texts("button", name="reset")

    response = client.post(ADDRESS, {"reset": "yes", "weight-autonomy": "80"})

    assert (offered, response.headers["Location"], wants(alice)) == (
        ["Back to what my notes say"],
        "/fit/",
        [],
    )


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, "0 wants have a weight. Keep one to 8: what matters less can stay at 0."),
        ({"weight-autonomy": "much", "wanted-autonomy": "5"}, NUMBER % "much"),
        ({"weight-autonomy": "50"}, NUMBER % ""),
        ({"weight-autonomy": "-5", "wanted-autonomy": "5"}, NUMBER % "-5"),
        (
            {"weight-autonomy": "101", "wanted-autonomy": "5"},
            "Autonomy has weight 101 and level 5. Give a weight from 0 to 100 and a level from 0 to 10.",
        ),
    ],
)
def test_wants_that_cannot_be_saved_are_a_sentence_and_stay_typed(
    client: Client, alice: Person, form: dict[str, str], sentence: str
) -> None:
    a_want(alice, "commute", 40, 3)

    response = client.post(ADDRESS, form)

    page = Page(response)
    assert (response.status_code, page.alerts, wants(alice)) == (422, [sentence], [("commute", 40, 3)])
    assert form.items() <= page.typed().items()


def test_somebody_elses_answers_never_show(client: Client, wanting: Person, bob: Person) -> None:
    an_opening(wanting)
    theirs = of(TradeOffAnswer, bob).get()

    page = shown(client)

    assert page.all("form", action=f"/fit/wants/trade-offs/{theirs.pk}/") == []
    assert [words for words in page.texts("p") if "bob" in words] == []
