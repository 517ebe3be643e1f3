"""The inventory: answered in parts, kept, scored without norms."""

from http import HTTPStatus

import pytest
from django.test import Client
from tests.integration.web.reading import Page, faults

from unrut.core.explore.strengths.inventory import in_turn, shipped_scales
from unrut.models import InventoryAnswer, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

PAGE = "/people/strengths/inventory/"


def kept(owner: Person) -> dict[str, int]:
    return dict(of(InventoryAnswer, owner).values_list("item", "answer"))


def test_inventory_asks_a_quarter_at_a_time(client: Client) -> None:
    page = Page(client.get(PAGE))

    assert page.headline == "Ninety-two sentences about you, if you like."
    assert page.texts("legend") == [item.text for item in in_turn()[:23]]
    assert (page.texts("h2")[:1], faults(page)) == (["What this is"], [])


@pytest.mark.parametrize("part", ["", "0", "5", "x", "٤", "99999999999999999999"])
def test_part_there_is_none_of_is_a_known_one(client: Client, part: str) -> None:
    page = Page(client.get(PAGE, {"part": part}))

    shown = page.texts("a", **{"aria-current": "page"})[-1]
    assert shown == ("Part 4" if part == "٤" else "Part 1")


def test_answers_are_kept_and_the_next_part_comes(client: Client, alice: Person) -> None:
    first, second = in_turn()[:2]

    response = client.post(f"{PAGE}?part=1", {first.id: "4", second.id: ""})

    assert response.headers["Location"] == f"{PAGE}?part=2"
    assert kept(alice) == {first.id: 4}
    assert Page(client.get(PAGE)).headline == "1 of 92 sentences answered."


def test_sentence_left_open_keeps_the_answer_of_another_window(client: Client, alice: Person) -> None:
    first, second = in_turn()[:2]
    client.post(PAGE, {first.id: "4"})

    client.post(PAGE, {second.id: "2"})

    assert kept(alice) == {first.id: 4, second.id: 2}
    assert Page(client.get(f"{PAGE}?part=1")).typed()[first.id] == "4"


def test_inventory_goes_on_where_a_sentence_is_open(client: Client) -> None:
    client.post(PAGE, {item.id: "3" for item in in_turn()[:23]})

    page = Page(client.get(PAGE))

    assert page.texts("legend") == [item.text for item in in_turn()[23:46]]


def test_all_answers_are_taken_back_at_once(client: Client, alice: Person, bob: Person) -> None:
    theirs = kept(bob)
    client.post(PAGE, {in_turn()[0].id: "4"})
    client.post(f"{PAGE}?part=3", {in_turn()[50].id: "2"})
    offered = Page(client.get(PAGE)).texts("button", name="doing")

    response = client.post(PAGE, {"doing": "clear"}, follow=True)

    assert offered == ["Take all my answers back"]
    assert Page(response).notices == ["All your answers are taken back."]
    assert (kept(alice), kept(bob)) == ({}, theirs)
    assert Page(response).texts("button", name="doing") == []


def test_doing_something_else_is_no_page(client: Client) -> None:
    assert client.post(PAGE, {"doing": "sing"}).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("0", 'The answer to "appreciation_of_beauty_1" is 0. Choose a whole number from 1 to 5.'),
        ("9", 'The answer to "appreciation_of_beauty_1" is 9. Choose a whole number from 1 to 5.'),
        ("<b>", "“<b>” is no answer. Choose one of the five."),
        ("9" * 5000, f"“{'9' * 40}” is no answer. Choose one of the five."),
    ],
)
def test_answer_off_the_scale_is_refused_and_the_others_stay_chosen(
    client: Client, alice: Person, answer: str, sentence: str
) -> None:
    first, second = in_turn()[:2]

    response = client.post(f"{PAGE}?part=1", {first.id: answer, second.id: "4"})

    page = Page(response)
    assert (response.status_code, page.alerts) == (HTTPStatus.UNPROCESSABLE_ENTITY, [sentence])
    assert (page.typed()[second.id], kept(alice), faults(page)) == ("4", {}, [])


def test_scale_is_scored_without_norms(client: Client, alice: Person) -> None:
    scale = shipped_scales()[0]
    for item in scale.items:
        InventoryAnswer.objects.create(owner=alice, item=item.id, answer=1 if item.is_reversed else 5)

    page = Page(client.get(PAGE))

    assert page.texts("th", scope="row") == [scale.name]
    assert page.texts("td") == ["Very much me (5.0 of 5)"]
    assert any("There are no norms here" in text for text in page.texts("p"))
    assert faults(page) == []


def test_last_part_leads_to_the_scores(client: Client) -> None:
    response = client.post(f"{PAGE}?part=4", {in_turn()[-1].id: "3"})

    assert response.headers["Location"] == f"{PAGE}?part=4#scores"


def test_everything_answered_is_said(client: Client, alice: Person) -> None:
    InventoryAnswer.objects.bulk_create(
        InventoryAnswer(owner=alice, item=item.id, answer=3) for item in in_turn()
    )

    page = Page(client.get(PAGE))

    assert page.headline == "All 92 sentences are answered."
    assert len(page.texts("th", scope="row")) == len(shipped_scales()) == 23
    assert ["open" in element.attributes for element in page.all("details")] == [True]
