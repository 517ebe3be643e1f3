"""Saying what one wants, screen by screen: at most twelve answers, each stored, each skippable."""

import json

import pytest
from django.test import Client
from tests.factories import a_note, a_trade_off, a_want, weeks_before
from tests.integration.web.reading import Page, faults

from unrut.core.explore.wants import Want as CoreWant
from unrut.core.facets import shipped_vocabulary
from unrut.models import Person, TradeOffAnswer, Want
from unrut.queries.scope import of
from unrut.services.explore import save_wants
from unrut.web.explore.wants_place import SCREENS

pytestmark = pytest.mark.integration

MOST_ANSWERS = 12
FACETS = list(shipped_vocabulary().facets)
CRITERIA, RANGES, FIRST, WEIGHTS = (
    f"/fit/wants/{name}/" for name in ("criteria", "ranges", "first", "weights")
)
TRADE_OFFS = "/fit/wants/trade-offs/"


def stored(owner: Person) -> list[tuple[str, int, int, int | None, str]]:
    return list(of(Want, owner).values_list("facet", "weight", "wanted", "worst", "name"))


def shown(client: Client, address: str) -> Page:
    page = Page(client.get(address))
    assert faults(page) == []
    return page


def chosen(page: Page) -> list[str]:
    boxes = page.all("input", name="criterion")
    return [box.attributes["value"] for box in boxes if "checked" in box.attributes]


def selected(page: Page, name: str) -> str:
    (control,) = page.all("select", name=name)
    return next(choice.attributes["value"] for choice in control.inside if "selected" in choice.attributes)


@pytest.fixture
def wanting(alice: Person) -> Person:
    save_wants(
        alice,
        [
            CoreWant("autonomy", 100, 9, 4),
            CoreWant("commute", 50, 2),
            CoreWant("own_1", 40, 10, name="Choir"),
        ],
    )
    return alice


def test_whole_way_takes_at_most_twelve_answers(client: Client, alice: Person) -> None:
    client.post(CRITERIA, {"criterion": FACETS[:8]})
    ends = {f"worst-{facet}": "0" for facet in FACETS[:8]} | {f"best-{facet}": "9" for facet in FACETS[:8]}
    client.post(RANGES, ends)
    answers = 1
    client.post(FIRST, {"first": FACETS[0]})
    sliders = [name for name in shown(client, WEIGHTS).typed() if name.startswith("weight-")]
    answers += len(sliders)
    client.post(WEIGHTS, dict.fromkeys(sliders, "90"))
    while asked := shown(client, TRADE_OFFS).all("button", **{"data-answer": "1"}):
        answers += len(asked)
        client.post(TRADE_OFFS, {**shown(client, TRADE_OFFS).typed(), "answer": "first"})

    assert (len(sliders), of(TradeOffAnswer, alice).count() > 0) == (7, True)
    assert answers <= MOST_ANSWERS
    assert [weight for _, weight, *_ in stored(alice)] == [100, *[90] * 7]


@pytest.mark.parametrize("place", range(len(SCREENS)))
def test_each_screen_says_where_one_is_and_leads_on_and_back(
    client: Client, wanting: Person, place: int
) -> None:
    page = shown(client, f"/fit/wants/{SCREENS[place]}/")

    assert f"{place + 1} of 6" in page.texts("p", class_="small")[0]
    links = {link.attributes["href"] for link in page.all("a")}
    for beside in SCREENS[max(0, place - 1) : place + 2]:
        assert beside == SCREENS[place] or f"/fit/wants/{beside}/" in links


@pytest.mark.parametrize("address", [RANGES, FIRST, WEIGHTS, TRADE_OFFS])
def test_screen_without_wants_leads_to_choosing_them(client: Client, address: str) -> None:
    page = shown(client, address)

    assert page.texts("a", class_="button", href=CRITERIA) == ["Choose what counts"]
    assert (page.all("select"), page.all("input", type="range"), page.all("input", type="radio")) == (
        [],
        [],
        [],
    )


@pytest.mark.parametrize(
    ("address", "following", "form"),
    [
        (CRITERIA, RANGES, {"criterion": ["autonomy"]}),
        (RANGES, FIRST, {"worst-commute": "9", "best-commute": "1"}),
        (FIRST, WEIGHTS, {"first": "commute"}),
        (WEIGHTS, TRADE_OFFS, {"weight-commute": "30"}),
    ],
)
def test_screen_that_is_kept_leads_to_the_next(
    client: Client, wanting: Person, address: str, following: str, form: dict[str, str]
) -> None:
    assert client.post(address, form).headers["Location"] == following


def test_criteria_are_proposed_from_the_notes_with_their_ground(client: Client, alice: Person) -> None:
    for week in (1, 2):
        a_note(alice, "The train was late", week=weeks_before(week))
    a_note(alice, "My own decision to use the new tool worked", kind="like")

    page = shown(client, CRITERIA)

    assert page.headline == "What counts for you?"
    assert page.texts("legend")[0] == "Proposed from your notes"
    assert chosen(page)[0] == "commute"
    assert page.texts("span", id="ground-commute") == ["not liked in 2 of 3 weeks"]
    assert len(page.all("input", name="criterion")) == len(FACETS)


def test_criteria_without_notes_show_the_first_group(client: Client) -> None:
    page = shown(client, CRITERIA)

    assert [group.attributes.get("open") for group in page.all("details")][:2] == ["", None]
    assert (chosen(page), page.all("input", id="name-autonomy")) == ([], [])


def test_group_whose_facets_are_all_chosen_is_left_out(client: Client, alice: Person) -> None:
    for facet in ("learning_growth", "advancement"):
        a_want(alice, facet)

    names = [name for name, _ in shipped_vocabulary().by_group()]
    shown_groups = [group.rstrip("0123456789 ") for group in shown(client, CRITERIA).texts("summary")]
    growth = next(
        name for name, facets in shipped_vocabulary().by_group() if facets[0].id == "learning_growth"
    )
    assert shown_groups[: len(names) - 1] == [name for name in names if name != growth]


def test_criteria_are_kept_with_an_own_one_and_new_names(client: Client, wanting: Person) -> None:
    page = shown(client, CRITERIA)
    assert chosen(page) == ["autonomy", "commute", "own_1"]

    form = {"criterion": ["autonomy", "own_1", "fairness"], "own": "A garden", "name-autonomy": "Freedom"}
    client.post(CRITERIA, {**page.typed(), **form})

    assert [(facet, name) for facet, *_, name in stored(wanting)] == [
        ("autonomy", "Freedom"),
        ("fairness", ""),
        ("own_2", "A garden"),
        ("own_1", "Choir"),
    ]


def test_criteria_that_cannot_be_kept_stay_ticked(client: Client, wanting: Person) -> None:
    before = stored(wanting)

    response = client.post(CRITERIA, {"criterion": FACETS[:9], "own": "<b>A garden", "name-own_1": "Singing"})

    page = Page(response)
    told = "You chose 10. Keep at most 8: what counts less hardly changes the result."
    assert (response.status_code, page.alerts, stored(wanting)) == (422, [told], before)
    assert sorted(chosen(page)) == sorted(FACETS[:9])
    assert (page.typed()["own"], page.typed()["name-own_1"]) == ("<b>A garden", "Singing")
    assert page.all("details")[0].attributes["open"] == ""


def test_change_that_makes_answers_void_says_so(client: Client, wanting: Person) -> None:
    a_trade_off(wanting)

    response = client.post(RANGES, {"worst-autonomy": "0", "best-autonomy": "8"}, follow=True)

    assert Page(response).notices == [
        "Kept. 1 answer to a trade-off was about what you changed, so it no longer counts."
    ]


def test_ranges_show_what_is_stored_and_keep_what_is_chosen(client: Client, wanting: Person) -> None:
    page = shown(client, RANGES)
    assert [
        selected(page, f"{end}-{facet}") for facet in ("autonomy", "commute") for end in ("worst", "best")
    ] == [
        "4",
        "9",
        "10",
        "2",
    ]
    assert page.texts("option")[:2] == ["0 – told every step", "1 – nearly “told every step”"]

    client.post(
        RANGES, {"worst-autonomy": "3", "best-autonomy": "8", "worst-commute": "9", "best-commute": "1"}
    )

    assert [(wanted, worst) for _, _, wanted, worst, _ in stored(wanting)] == [(8, 3), (1, 9), (10, None)]


@pytest.mark.parametrize(
    ("worst", "best", "sentence"),
    [
        ("", "9", "Autonomy has no answer. Choose one."),
        ("x", "9", "Autonomy: “x” is not one of the choices. Choose one from the list."),
        ("11", "9", "Autonomy has 11 as its worst level. Give one from 0 to 10."),
        (
            "9",
            "9",
            "The worst and the wanted level of Autonomy are the same. Say how far apart they really are.",
        ),
    ],
)
def test_ranges_that_cannot_be_kept_stay_chosen(
    client: Client, wanting: Person, worst: str, best: str, sentence: str
) -> None:
    before = stored(wanting)

    response = client.post(
        RANGES, {"worst-autonomy": worst, "best-autonomy": best, "worst-commute": "8", "best-commute": "3"}
    )

    page = Page(response)
    assert (response.status_code, page.alerts, stored(wanting)) == (422, [sentence], before)
    assert [selected(page, name) for name in ("best-autonomy", "worst-commute")] == ["9", "8"]


def test_first_is_asked_with_both_ends_and_chosen_as_said(client: Client, wanting: Person) -> None:
    page = shown(client, FIRST)

    assert page.headline.startswith("Imagine all of these are at their bad end.")
    assert page.texts("span", id="way-commute") == ["from “long and tiring” to nearly “short and easy”"]
    assert page.typed()["first"] == "autonomy"

    client.post(FIRST, {"first": "own_1"})

    assert next((facet, weight) for facet, weight, *_ in stored(wanting)) == ("own_1", 100)


def test_first_is_not_chosen_for_anybody(client: Client, alice: Person) -> None:
    a_note(alice, "The train was late")

    assert "first" not in shown(client, FIRST).typed()


def test_no_first_is_a_sentence(client: Client, wanting: Person) -> None:
    response = client.post(FIRST)

    told = "Choose one of the things you want. Then weigh the others beside it."
    assert (response.status_code, Page(response).alerts) == (422, [told])


def test_weights_are_asked_beside_the_first(client: Client, wanting: Person) -> None:
    page = shown(client, WEIGHTS)

    assert page.texts("h2")[0] == "Autonomy"
    assert page.texts("span", id="points-commute") == ["50 · half as much as autonomy"]
    scale = json.loads(page.all("form", class_="form weights")[0].attributes["data-scale"])
    assert (scale[0], scale[-1][0]) == ([97, "as much as autonomy"], 0)

    client.post(WEIGHTS, {**page.typed(), "weight-commute": "75", "weight-own_1": "0"})

    assert [(facet, weight) for facet, weight, *_ in stored(wanting)] == [("autonomy", 100), ("commute", 75)]


def test_weights_that_cannot_be_kept_stay_typed(client: Client, wanting: Person) -> None:
    before = stored(wanting)

    response = client.post(WEIGHTS, {"weight-commute": "85", "weight-own_1": "much"})

    page = Page(response)
    told = "Choir: “much” is not one of the choices. Choose one from the list."
    assert (response.status_code, page.alerts, stored(wanting)) == (422, [told], before)
    assert (page.typed()["weight-commute"], page.typed()["weight-own_1"]) == ("85", "40")


def test_one_want_has_nothing_to_weigh_beside_it(client: Client, alice: Person) -> None:
    a_want(alice)

    page = shown(client, WEIGHTS)

    assert "There is nothing else to weigh beside it." in page.texts("p")
    assert client.post(WEIGHTS, page.typed()).headers["Location"] == TRADE_OFFS


def test_place_of_another_person_is_not_ones_own(client: Client, wanting: Person) -> None:
    session = client.session
    session["wants_screen"] = [wanting.pk + 1, "weights"]
    session.save()

    assert shown(client, "/fit/wants/").texts("a", href=WEIGHTS) == ["how much the others count"]
