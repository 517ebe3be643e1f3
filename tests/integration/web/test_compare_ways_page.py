"""All ways out beside one another: who leads, what excites, what would turn it."""

import re

import pytest
from django.test import Client
from tests.factories import (
    a_checkin,
    a_figure,
    a_job,
    a_level,
    a_note,
    a_want,
    a_way,
    a_way_level,
    weeks_before,
)
from tests.integration.web.reading import Page, faults

from unrut.models import NoteKind, Person, Way
from unrut.queries.outcomes import board_of
from unrut.queries.turns import in_order

pytestmark = pytest.mark.integration

COMPARE = "/fit/ways/compare/"
HOSTILE = "<script>x</script> & Söhne"
SURE = {"low": 0.9, "likely": 0.95, "high": 0.99}


def a_life_at_work(owner: Person) -> Way:
    """Somebody in a job without room, and one much better way that is nearly sure."""
    job = a_job(owner)
    for weight, facet in ((100, "autonomy"), (60, "learning_growth")):
        a_want(owner, facet, weight)
        a_level(job, facet, 2)
    way = a_way(owner, "Work for a museum", "new_job", excites=8)
    a_way_level(way, "autonomy", 9)
    a_way_level(way, "learning_growth", 8)
    a_figure(way, "chance", **SURE)
    a_figure(way, "months", 1, 2, 3)
    return way


def no_nonsense(page: Page) -> None:
    text = page.all("main")[0].text
    assert not re.search(r"\b(nan|None|inf)\b", text)
    assert faults(page) == []


def test_nothing_wanted_says_what_it_needs(client: Client, bob: Person) -> None:
    page = Page(client.get(COMPARE))

    assert page.headline == "First it takes a week of notes, or a few wants of your own."
    assert page.texts("a", class_="button") == ["Say what you want"]
    assert (page.all("svg"), page.all("table")) == ([], [])
    no_nonsense(page)


def test_staying_alone_asks_for_one_way(client: Client, alice: Person) -> None:
    a_want(alice)

    page = Page(client.get(COMPARE))

    assert page.headline == "There is nothing to compare staying with yet."
    assert page.texts("a", class_="button") == ["Add a way"]
    assert page.all("svg") == []
    no_nonsense(page)


def test_changed_job_alone_is_compared_where_it_would_change_something(client: Client, alice: Person) -> None:
    for count in range(8):
        a_checkin(alice, weeks_before(count))
        a_note(alice, "Nothing to learn here any more", NoteKind.DISLIKE, weeks_before(count))
    a_want(alice, "learning_growth")

    page = Page(client.get(COMPARE))

    assert page.texts("h3")[:2] != []
    assert {"Your job, changed", "Your job as it is"} <= set(page.texts("h3"))
    no_nonsense(page)


def test_clear_way_leads_and_everything_stands_beside_it(client: Client, alice: Person, bob: Person) -> None:
    way = a_life_at_work(alice)

    page = Page(client.get(COMPARE))

    assert page.headline.startswith("Over five years “Work for a museum” leads: ")
    assert [row[0] for row in rows_of(page)] == [view_name(alice, key) for key in in_order(board_of(alice))]
    assert page.texts("p", class_="both") == [
        "“Work for a museum” is both: what excites you most, and the most realistic now."
    ]
    assert [link.attributes["href"] for link in page.all("a") if link.text == way.title] == [
        f"/fit/ways/way-{way.pk}/"
    ]
    no_nonsense(page)


def rows_of(page: Page) -> list[list[str]]:
    """The rows of the first table, the head left out."""
    table = page.all("table")[0]
    rows = [element for element in table.inside if element.tag == "tr"][1:]
    return [[" ".join(cell.text.split()) for cell in row.inside if cell.tag in {"th", "td"}] for row in rows]


def view_name(owner: Person, key: str) -> str:
    return {"present": "Your job as it is", "treated": "Your job, changed"}.get(
        key, board_of(owner).way(key).title
    )


def test_picture_names_each_way_and_says_what_follows(client: Client, alice: Person) -> None:
    a_life_at_work(alice)
    a_way(alice, "A year of maps", "time_off", excites=9)

    page = Page(client.get(COMPARE))

    wide, phone = page.all("svg", role="img")
    for picture in (wide, phone):
        assert {"Work for a museum", "A year of maps", "excites you 8 of 10"} <= {
            element.text for element in picture.inside if element.tag == "text"
        }
    described = [element.text for element in wide.inside if element.tag == "desc"]
    assert described[0].startswith("What excites you most is “A year of maps”; the most realistic now is ")
    no_nonsense(page)


def test_ways_of_which_nothing_is_known_are_told_so(client: Client, alice: Person) -> None:
    a_life_at_work(alice)
    a_way(alice, HOSTILE, "new_field")

    page = Page(client.get(COMPARE))

    assert any(
        words.startswith(f"Nothing you want is known of “{HOSTILE}” yet")
        for words in page.texts("p", class_="small")
    )
    no_nonsense(page)


def test_everything_unknown_has_no_winner(client: Client, alice: Person) -> None:
    a_want(alice)
    for place in range(3):
        a_way(alice, f"Way {place}", "new_field")

    page = Page(client.get(COMPARE))

    assert "leads" not in page.headline
    no_nonsense(page)


def test_leading_way_is_held_against_staying_and_the_second(client: Client, alice: Person) -> None:
    a_life_at_work(alice)
    second = a_way(alice, "Second", "new_job")
    a_way_level(second, "autonomy", 6)

    page = Page(client.get(COMPARE))

    assert "“Work for a museum” against staying" in page.texts("h3")
    assert "“Work for a museum” against “Second”" in page.texts("h3")
    assert any(words.startswith("“Work for a museum” ") for words in page.texts("p"))


def test_pair_is_shown_as_asked(client: Client, alice: Person) -> None:
    a_life_at_work(alice)
    other = a_way(alice, "Another", "study_part")
    key = f"way-{other.pk}"

    page = Page(client.get(COMPARE, {"with": key, "against": "treated"}))

    assert [words for words in page.texts("h3") if "against" in words] == [
        "“Another” against “Your job, changed”"
    ]
    chosen = [option.attributes["value"] for option in page.all("option") if "selected" in option.attributes]
    assert chosen == [key, "treated"]
    no_nonsense(page)


def test_way_against_itself_is_held_against_staying(client: Client, alice: Person) -> None:
    key = f"way-{a_life_at_work(alice).pk}"

    page = Page(client.get(COMPARE, {"with": key, "against": key}))

    assert [words for words in page.texts("h3") if "against" in words] == [
        "“Work for a museum” against staying"
    ]
    assert [
        words for words in Page(client.get(COMPARE, {"with": "present"})).texts("h3") if "against" in words
    ] == []


@pytest.mark.parametrize("key", ["way-999", "nothing", "way-x", HOSTILE])
@pytest.mark.parametrize("name", ["with", "against"])
def test_pair_of_something_that_is_not_there_is_missing(
    client: Client, alice: Person, key: str, name: str
) -> None:
    way = a_life_at_work(alice)

    response = client.get(COMPARE, {"with": f"way-{way.pk}", name: key})

    assert (response.status_code, len(Page(response).alerts)) == (404, 1)


def test_pair_with_somebody_elses_way_is_missing(client: Client, alice: Person, bob: Person) -> None:
    a_life_at_work(alice)
    key = f"way-{Way.objects.get(owner=bob).pk}"

    response = client.get(COMPARE, {"with": key})

    assert (response.status_code, "Way of bob" in response.content.decode()) == (404, False)


def test_way_put_aside_is_not_compared(client: Client, alice: Person) -> None:
    way = a_life_at_work(alice)
    aside = a_way(alice, "Aside", "new_job", is_aside=True)

    page = Page(client.get(COMPARE))

    assert "Aside" not in page.all("main")[0].text
    asked = client.get(COMPARE, {"with": f"way-{way.pk}", "against": f"way-{aside.pk}"})
    assert asked.status_code == 404


def test_line_and_table_have_the_same_ways(client: Client, alice: Person) -> None:
    a_life_at_work(alice)

    page = Page(client.get(COMPARE))

    names = [row[0] for row in rows_of(page)]
    assert [words for words in page.texts("h3") if "against" not in words][: len(names)] == names


def test_ways_that_are_the_same_once_there_are_told_so(client: Client, alice: Person) -> None:
    a_want(alice, "autonomy")
    a_level(a_job(alice), "autonomy", 4)
    a_way(alice, "A pause", "time_off")

    page = Page(client.get(COMPARE))

    assert any("would be much the same." in words for words in page.texts("li"))
    no_nonsense(page)


def test_tired_person_is_not_pushed(filled: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("unrut.web.context._help_is_active", lambda _: True)

    page = Page(filled.get(COMPARE))

    assert page.all("a", class_="button") == []
    assert any("Nothing here has to be decided now" in words for words in page.notices + page.texts("p"))
