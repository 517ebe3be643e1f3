"""What to look for and what to avoid: changed line by line, printed on one sheet, taken along as a file."""

import pytest
from django.test import Client
from tests.factories import a_correction, a_note, a_profile_edit
from tests.integration.web.reading import Page, faults

from unrut.core.facets import shipped_vocabulary
from unrut.models import Person, ProfileEdit
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

ADDRESS = "/behind/profile/"
COMMUTE = shipped_vocabulary()["commute"]
LINE = f"{ADDRESS}avoid/lines/commute/"


@pytest.fixture
def written(alice: Person) -> Person:
    """Alice after one note about the way to work."""
    a_correction(a_note(alice, "Zzz with Dora"), "commute")
    return alice


def lines(client: Client, column: str = "avoid") -> list[str]:
    """The lines of one column as they stand."""
    (section,) = Page(client.get(ADDRESS)).all("section", id=column)
    return [each.attributes["value"] for each in section.inside if each.attributes.get("name") == "text"]


def test_empty_list_says_what_it_needs(client: Client) -> None:
    page = Page(client.get(ADDRESS))

    assert page.headline == "After your first weeks this page says what to look for and what to avoid."
    assert page.texts("p", class_="quiet").count("Nothing yet.") == 2


def test_lines_follow_from_the_notes_with_their_grounds(client: Client, written: Person) -> None:
    page = Page(client.get(ADDRESS))

    text = (
        f"{COMMUTE.look_for[0].lower()}{COMMUTE.look_for[1:]}",
        f"{COMMUTE.avoid[0].lower()}{COMMUTE.avoid[1:]}",
    )
    assert page.headline == f"Look for {text[0]}. Avoid {text[1]}."
    assert page.texts("h3") == ["The company", "The company"]
    assert page.texts("blockquote") == ["Zzz with Dora"] * 2
    assert page.texts("p", class_="small")[1:3] == ["From 1 note of yours. Commute"] * 2


def test_line_is_put_into_own_words_and_back(client: Client, written: Person) -> None:
    client.post(LINE, {"text": "Two trains", "ask": COMMUTE.posting.ask})
    changed = lines(client)
    client.post(LINE, {"restore": "yes"})

    assert (changed, lines(client)) == (["Two trains"], [COMMUTE.avoid])
    assert of(ProfileEdit, written).count() == 0


def test_line_is_left_out_and_brought_back(client: Client, written: Person) -> None:
    client.post(LINE, {"leave-out": "yes", "text": "not read"})
    page = Page(client.get(ADDRESS))
    without = lines(client)
    client.post(LINE, {"bring-back": "yes"})

    assert page.texts("summary")[-1:] == ["1 left out"]
    assert (without, lines(client)) == ([], [COMMUTE.avoid])


def test_own_line_is_added_changed_and_removed(client: Client, alice: Person) -> None:
    client.post(ADDRESS, {"column": "look_for", "text": "A desk by a window", "ask": ""})
    line = of(ProfileEdit, alice).get()
    added = lines(client, "look_for")
    client.post(f"{ADDRESS}own/{line.pk}/", {"text": "A large desk"})
    changed = lines(client, "look_for")
    client.post(f"{ADDRESS}own/{line.pk}/", {"remove": "yes", "text": "A large desk"})

    assert (added, changed, lines(client, "look_for")) == (["A desk by a window"], ["A large desk"], [])


def test_own_line_that_cannot_be_kept_is_shown_as_typed(client: Client, alice: Person) -> None:
    response = client.post(ADDRESS, {"column": "avoid", "text": "A" * 301, "ask": "Why?"})

    page = Page(response)
    assert (response.status_code, page.alerts) == (
        422,
        ["The line has 301 characters and may have 300. Write a shorter one."],
    )
    values = [page.all("input", id=name)[0].attributes["value"] for name in ("own-text", "own-ask")]
    assert values == ["A" * 301, "Why?"]
    assert [option.text for option in page.all("option") if "selected" in option.attributes] == ["Avoid"]
    assert of(ProfileEdit, alice).count() == 0


@pytest.mark.parametrize("address", [f"{ADDRESS}middle/lines/commute/", f"{ADDRESS}avoid/lines/luck/"])
def test_line_that_is_not_there_is_refused(client: Client, alice: Person, address: str) -> None:
    assert client.post(address, {"text": "A"}).status_code == 422


@pytest.mark.parametrize(("asked", "quotes"), [("", []), ("?words", ["Zzz with Dora"] * 2)])
def test_sheet_quotes_only_when_asked_to(
    client: Client, written: Person, asked: str, quotes: list[str]
) -> None:
    page = Page(client.get(f"{ADDRESS}print/{asked}"))

    assert page.headline == "What I look for in work, and what I avoid"
    assert page.texts("q") == quotes
    assert (page.texts("h2"), faults(page)) == (["+ Look for", "− Avoid"], [])
    assert [element.attributes["class"] for element in page.all("nav")] == ["paper-nav small"]


@pytest.mark.parametrize(
    ("count", "density"), [(10, "paper"), (11, "paper dense"), (16, "paper dense"), (17, "paper denser")]
)
def test_sheet_is_set_closer_with_more_lines(client: Client, alice: Person, count: int, density: str) -> None:
    for number in range(count):
        a_profile_edit(alice, f"Line {number}")

    (body,) = Page(client.get(f"{ADDRESS}print/")).all("body")

    assert body.attributes["class"].strip() == density


@pytest.mark.parametrize(
    ("asked", "kind", "name", "start"),
    [
        ("", "text/markdown", "look-for-and-avoid.md", "# What I look for"),
        ("?as=markdown", "text/markdown", "look-for-and-avoid.md", "# What I look for"),
        ("?as=text", "text/plain", "look-for-and-avoid.txt", "WHAT I LOOK FOR"),
    ],
)
def test_list_is_a_file(
    client: Client, written: Person, asked: str, kind: str, name: str, start: str
) -> None:
    response = client.get(f"{ADDRESS}text/{asked}")

    assert response["Content-Type"] == f"{kind}; charset=utf-8"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.content.decode().startswith(start)


@pytest.mark.parametrize(("asked", "count"), [("?as=text", 0), ("?as=text&words", 2)])
def test_file_quotes_only_when_asked_to(client: Client, written: Person, asked: str, count: int) -> None:
    assert client.get(f"{ADDRESS}text/{asked}").content.decode().count("“Zzz with Dora”") == count


def test_grave_words_stay_at_home(client: Client, alice: Person) -> None:
    for text in ("Zzz with Dora", "My supervisor gropes me on the train"):
        a_correction(a_note(alice, text), "commute")

    pages = [client.get(f"{ADDRESS}{page}").content.decode() for page in ("", "print/?words", "text/?words")]

    assert [("Zzz with Dora" in html, "gropes" in html) for html in pages] == [
        (True, True),
        (True, False),
        (True, False),
    ]


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({"text": "", "ask": ""}, "It stands there as computed again."),
        ({"restore": "yes"}, "It stands there as computed again."),
        ({"text": "Two trains", "ask": ""}, "Changed."),
    ],
)
def test_emptied_line_is_said_to_stand_as_computed(
    client: Client, written: Person, posted: dict[str, str], sentence: str
) -> None:
    page = Page(client.post(LINE, posted, follow=True))

    assert page.texts("p", class_="message") == [sentence]
    assert lines(client) == [posted.get("text") or COMMUTE.avoid]


def test_file_of_a_form_that_is_not_known_is_not_there(client: Client) -> None:
    assert client.get(f"{ADDRESS}text/?as=pdf").status_code == 404


def test_words_about_names_stand_beside_the_choice(client: Client) -> None:
    told = Page(client.get(ADDRESS)).texts("p", class_="small quiet")

    assert told == [
        (
            "Your words are quoted as you wrote them: names in them are not made anonymous. Lines about harm or harassment are "
            "never quoted. Read the page before you hand it on."
        )
    ]


def test_list_of_somebody_else_is_nowhere(client: Client, written: Person, bob: Person) -> None:
    shown = [client.get(f"{ADDRESS}{page}").content.decode() for page in ("", "print/?words", "text/?words")]

    assert ["bob" in html for html in shown] == [False] * 3
