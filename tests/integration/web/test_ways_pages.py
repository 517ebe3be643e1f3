"""All ways out side by side: added, put aside, taken in again, removed."""

import pytest
from django.test import Client
from tests.factories import TODAY, a_job, a_level, a_purse, a_want, a_way, an_interest, an_opening
from tests.integration.web.reading import Page, faults

from unrut.core.explore.ways import WayKind, shipped_ways
from unrut.models import OpeningStatus, Person, Way
from unrut.queries.scope import of
from unrut.wording.ways import unchanged_words

pytestmark = pytest.mark.integration

BOARD, ADD = "/fit/ways/", "/fit/ways/add/"


def kept(owner: Person) -> list[tuple[str, str]]:
    return list(of(Way, owner).values_list("kind", "title"))


def way_names(page: Page) -> list[str]:
    return [row.inside[1].text for row in page.all("ol", class_="rows ways-out")[0].inside if row.tag == "li"]


def test_empty_board_says_what_it_will_show_and_what_it_needs(client: Client, bob: Person) -> None:
    page = Page(client.get(BOARD))

    assert page.headline == "First it takes a week of notes, or a few wants of your own."
    assert way_names(page) == ["Your job as it is", "Your job, changed"]
    assert page.texts("a", class_="button") == ["Write this week down"]
    assert (page.all("svg"), page.all("table"), faults(page)) == ([], [], [])


def test_board_with_nothing_but_the_job_says_so(client: Client, alice: Person) -> None:
    a_want(alice)

    page = Page(client.get(BOARD))

    assert page.headline == "There is no other way here to put beside staying yet."
    assert (len(page.all("svg")), len(way_names(page))) == (1, 2)
    assert page.texts("ol", class_="rows ways-out")[0].endswith(unchanged_words())


def test_ways_stand_side_by_side_staying_first_with_their_table(client: Client, alice: Person) -> None:
    a_want(alice)
    a_level(a_job(alice), "learning_growth", 0)
    a_way(alice, "A degree <beside> work")
    a_purse(alice, currency="CHF")

    page = Page(client.get(BOARD))

    names = ["Your job as it is", "Your job, changed", "A degree <beside> work"]
    assert (way_names(page), page.texts("th", scope="row")) == (names, names)
    assert page.texts("th", scope="col")[1:4] == ["first 6 months", "to 18 months", "to 5 years"]
    assert [row.count("None") + row.count("nan") for row in page.texts("td")] == [0] * len(page.texts("td"))
    assert faults(page) == []


def test_board_says_what_would_make_it_more_useful(client: Client, alice: Person) -> None:
    before = Page(client.get(BOARD))
    a_purse(alice)
    an_interest(alice)
    after = Page(client.get(BOARD))

    said = "Tell what money there is, and each way says how long it lasts and when it has paid for itself."
    drawn = "What you read about unasked, would do unpaid, or are asked for can become a way."
    assert [words in before.texts("p", class_="small quiet") for words in (said, drawn)] == [True, True]
    assert [words in after.texts("p", class_="small quiet") for words in (said, drawn)] == [False, False]


@pytest.mark.parametrize("kind", [kind for kind in WayKind if kind not in {WayKind.STAY, WayKind.CHANGE}])
def test_way_is_added_by_its_kind(client: Client, alice: Person, kind: WayKind) -> None:
    response = client.post(ADD, {"kind": kind, "title": " "}, follow=True)

    assert kept(alice) == [(kind, shipped_ways()[kind].name)]
    assert Page(response).notices[0].startswith("Added.")
    assert response.redirect_chain == [(f"{BOARD}way-{of(Way, alice).get().pk}/", 302)]


def test_way_made_of_an_opening_has_its_name_and_is_offered_once(client: Client, alice: Person) -> None:
    opening = an_opening(alice, "Map editor", status=OpeningStatus.SAVED)
    an_opening(alice, "Only found")
    offered = Page(client.get(BOARD)).texts("option")

    client.post(ADD, {"kind": "new_job", "opening": str(opening.pk)})

    assert offered == ["none", f"Map editor, {opening.company}" if opening.company else "Map editor"]
    assert (kept(alice), Page(client.get(BOARD)).texts("option")) == ([("new_job", "Map editor")], [])


@pytest.mark.parametrize(
    ("typed", "status", "sentence"),
    [
        ({"kind": "", "title": "Far away"}, 422, "“” is no way out"),
        ({"kind": "stay", "title": "Far away"}, 422, "“stay” is no way out"),
        ({"kind": "new_job", "title": "x" * 201}, 422, "Name the way in 1 to 200 characters."),
        ({"kind": "new_job", "title": "x", "opening": "two"}, 422, "“two” names nothing of yours."),
        ({"kind": "new_job", "title": "x", "opening": "999999"}, 404, "There is nothing here any more."),
    ],
)
def test_way_that_cannot_be_added_stays_typed(
    client: Client, alice: Person, typed: dict[str, str], status: int, sentence: str
) -> None:
    response = client.post(ADD, typed)

    page = Page(response)
    assert (response.status_code, kept(alice), page.typed()["title"]) == (status, [], typed["title"])
    assert page.alerts[0].replace('"', "“", 1).replace('"', "”", 1).startswith(sentence)
    assert [fold.attributes.get("open") for fold in page.all("details")][-1] == ""


def test_way_made_of_the_opening_of_somebody_else_is_refused(
    client: Client, alice: Person, bob: Person
) -> None:
    opening = an_opening(bob, "Hers")

    assert client.post(ADD, {"kind": "new_job", "opening": str(opening.pk)}).status_code == 404
    assert kept(alice) == []


def test_way_is_put_aside_and_taken_in_again(client: Client, alice: Person) -> None:
    a_want(alice)
    way = a_way(alice, "A year off", kind="time_off")

    aside = Page(client.post(f"{BOARD}{way.pk}/aside/", follow=True))
    again = Page(client.post(f"{BOARD}{way.pk}/aside/", {"back-in": "yes"}, follow=True))

    assert ("A year off" in way_names(aside), aside.texts("summary")[1:2]) == (False, ["1 put aside"])
    assert ("A year off" in way_names(again), "1 put aside" in again.texts("summary")) == (True, False)


def test_way_is_removed(client: Client, alice: Person) -> None:
    way = a_way(alice, "A year off", kind="time_off")

    page = Page(client.post(f"{BOARD}{way.pk}/remove/", follow=True))

    assert (kept(alice), page.notices) == ([], ["“A year off” is removed."])


@pytest.mark.parametrize("change", ["aside", "remove"])
def test_way_of_somebody_else_is_not_there(client: Client, bob: Person, change: str) -> None:
    way = a_way(bob, "Hers")

    assert client.post(f"{BOARD}{way.pk}/{change}/").status_code == 404
    assert Way.objects.get(pk=way.pk).is_aside is False
    assert client.get(f"{BOARD}{way.pk}/{change}/").status_code == 405


def test_ways_of_somebody_else_never_show(client: Client, bob: Person) -> None:
    a_way(bob, "Her secret plan")

    assert "secret" not in client.get(BOARD).content.decode()


def test_option_of_a_way_leads_to_the_whole_way(client: Client, alice: Person) -> None:
    a_want(alice)
    way = a_way(alice, "A year off", kind="time_off", made_on=TODAY)

    page = Page(client.get(f"/fit/options/way-{way.pk}/"))

    assert page.headline == "A year off"
    assert page.texts("a", href=f"{BOARD}way-{way.pk}/") == ["The whole way"]


def test_option_that_is_not_ranked_leads_to_its_way(client: Client, alice: Person) -> None:
    way = a_way(alice, is_aside=True)

    response = client.get(f"/fit/options/way-{way.pk}/")

    assert (response.status_code, response.headers["Location"]) == (302, f"{BOARD}way-{way.pk}/")
    assert client.get("/fit/options/away/").status_code == 404


@pytest.mark.parametrize("address", [BOARD, f"{BOARD}treated/", f"{BOARD}interests/"])
def test_pages_do_not_push_while_help_is_shown(
    filled: Client, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    before = Page(filled.get(address))
    monkeypatch.setattr("unrut.web.context._help_is_active", lambda _: True)
    page = Page(filled.get(address))

    assert (
        len(before.texts("p", class_="message help-line")),
        len(page.texts("p", class_="message help-line")),
    ) == (0, 1)
    assert page.texts("a", href="/fit/decision/") == []
    assert page.texts("button", class_="button") == []
