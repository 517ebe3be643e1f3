"""Notes are kept line by line, and the person's word on how they are read counts, with a script and without."""

import pytest
from django.test import Client
from tests.factories import MONDAY, a_job, a_note, weeks_before
from tests.integration.web.reading import Page, faults

from unrut.models import Correction, Note, NoteKind, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

SCRIPT = {"HX-Request": "true"}
LINES = "/week/2026-11-16/lines/"


def corrections(owner: Person) -> list[tuple[str, bool]]:
    return list(of(Correction, owner).values_list("facet", "holds"))


def chips(page: Page) -> dict[str, bool]:
    """The facets on a note, and whether the person confirmed them."""
    return {
        button.attributes["value"]: button.attributes["aria-pressed"] == "true"
        for button in page.all("button", name="confirm")
    }


@pytest.mark.parametrize(("box", "kind"), [("liked", "like"), ("disliked", "dislike")])
def test_lines_of_a_box_are_kept_at_once(client: Client, alice: Person, box: str, kind: str) -> None:
    job = a_job(alice)

    response = client.post(LINES, {box: "- The first line\n\n- The second line"}, headers=SCRIPT)

    page = Page(response)
    notes = of(Note, alice)
    assert list(notes.values_list("kind", "text", "week", "job")) == [
        (kind, "The first line", MONDAY, job.pk),
        (kind, "The second line", MONDAY, job.pk),
    ]
    assert (page.written, page.all("html"), faults(page)) == (["The first line", "The second line"], [], [])
    assert [note.attributes["id"] for note in page.all("li")] == [f"note-{note.pk}" for note in notes]


def test_lines_come_back_as_they_are_read(client: Client) -> None:
    page = Page(client.post(LINES, {"disliked": "My manager decides every small thing"}, headers=SCRIPT))

    assert chips(page) != {}
    assert set(chips(page).values()) == {False}
    assert {form.attributes["hx-post"] for form in page.all("form")} == {
        form.attributes["action"] for form in page.all("form")
    }


def test_empty_box_adds_nothing(client: Client, alice: Person) -> None:
    response = client.post(LINES, {"liked": ""}, headers=SCRIPT)

    assert (response.status_code, response.content.strip(), of(Note, alice).count()) == (200, b"", 0)


def test_markup_in_a_kept_line_stays_text(client: Client) -> None:
    line = '<img src="https://example.org/" onerror="x()"><script>alert(1)</script>'

    page = Page(client.post(LINES, {"liked": line}, headers=SCRIPT))

    assert (page.written, faults(page)) == ([line], [])


@pytest.mark.parametrize(
    ("week", "text", "sentence"),
    [
        (
            "2026-11-16",
            "x" * 20_001,
            "One line has 20,001 characters; a note holds 20,000. Break it into several lines and save again.",
        ),
        (
            "2026-11-23",
            "A calm day",
            "The week of 23 November 2026 has not begun. Write about this week or an earlier one.",
        ),
    ],
)
def test_line_that_cannot_be_kept_is_a_sentence(
    client: Client, alice: Person, week: str, text: str, sentence: str
) -> None:
    response = client.post(f"/week/{week}/lines/", {"liked": text}, headers=SCRIPT)

    page = Page(response)
    assert (response.status_code, page.alerts, page.all("html")) == (422, [sentence], [])
    assert of(Note, alice).count() == 0


@pytest.mark.parametrize(
    ("choice", "stored"),
    [
        ({"confirm": "commute"}, [("commute", True)]),
        ({"add": "commute"}, [("commute", True)]),
        ({"remove": "commute"}, [("commute", False)]),
        ({"remove": "commute", "add": "autonomy"}, [("commute", False)]),
        ({"confirm": "commute", "add": ""}, [("commute", True)]),
        ({"add": ""}, []),
    ],
)
def test_facet_of_a_note_is_corrected(
    client: Client, alice: Person, choice: dict[str, str], stored: list[tuple[str, bool]]
) -> None:
    note = a_note(alice)

    response = client.post(f"/notes/{note.pk}/facets/", {**choice, "back": "/week/2026-11-16/"})

    place = f"#note-{note.pk}" if stored else ""
    assert (response.status_code, response.headers["Location"]) == (302, f"/week/2026-11-16/{place}")
    assert corrections(alice) == stored


def test_corrected_note_comes_back_alone_for_a_script(client: Client, alice: Person) -> None:
    note = a_note(alice, "The same report again", week=weeks_before(1))

    response = client.post(f"/notes/{note.pk}/facets/", {"add": "commute"}, headers=SCRIPT)

    page = Page(response)
    assert (response.status_code, page.all("html"), faults(page)) == (200, [], [])
    assert (page.written, chips(page)["commute"]) == (["The same report again"], True)
    assert page.typed()["back"] == "/week/2026-11-09/"


def test_facet_removed_by_a_script_is_gone_from_the_note(client: Client, alice: Person) -> None:
    note = a_note(alice)
    client.post(f"/notes/{note.pk}/facets/", {"add": "commute"}, headers=SCRIPT)

    page = Page(client.post(f"/notes/{note.pk}/facets/", {"remove": "commute"}, headers=SCRIPT))

    assert "commute" not in chips(page)
    assert corrections(alice) == [("commute", False)]


def test_note_without_facets_says_so(client: Client, alice: Person) -> None:
    a_note(alice, "Zzz")

    assert "Not read as anything yet." in Page(client.get("/?begin")).texts("span", class_="quiet small")


def test_facet_that_does_not_exist_is_a_sentence(client: Client, alice: Person) -> None:
    note = a_note(alice)

    response = client.post(f"/notes/{note.pk}/facets/", {"add": "luck"})

    sentence = '"luck" is not one of the thirty facets. Choose one from the list.'
    assert (response.status_code, Page(response).alerts, corrections(alice)) == (422, [sentence], [])


@pytest.mark.parametrize("kind", ["like", "dislike"])
def test_unsorted_note_is_sorted_and_asked_about_no_more(client: Client, alice: Person, kind: str) -> None:
    note = a_note(alice, "The new office", NoteKind.UNSORTED)

    response = client.post(f"/notes/{note.pk}/kind/", {"kind": kind, "back": "/?begin"})

    page = Page(client.get("/?begin"))
    assert response.headers["Location"] == f"/?begin#note-{note.pk}"
    assert (of(Note, alice).get().kind, page.all("h2", id="unsorted-title")) == (kind, [])


def test_kind_that_does_not_exist_is_a_sentence(client: Client, alice: Person) -> None:
    note = a_note(alice, kind=NoteKind.UNSORTED)

    response = client.post(f"/notes/{note.pk}/kind/")

    sentence = '"" is not a kind of note. Say like or dislike.'
    assert (response.status_code, Page(response).alerts) == (422, [sentence])
    assert of(Note, alice).get().kind == NoteKind.UNSORTED


def test_note_is_removed(client: Client, alice: Person) -> None:
    note = a_note(alice)

    response = client.post(f"/notes/{note.pk}/remove/", {"back": "/week/2026-11-16/"})

    assert (response.headers["Location"], of(Note, alice).count()) == ("/week/2026-11-16/", 0)


def test_note_removed_by_a_script_leaves_nothing(client: Client, alice: Person) -> None:
    note = a_note(alice)

    response = client.post(f"/notes/{note.pk}/remove/", headers=SCRIPT)

    assert (response.status_code, response.content, of(Note, alice).count()) == (200, b"", 0)


def test_note_that_is_gone_is_a_sentence(client: Client) -> None:
    response = client.post("/notes/1/remove/", headers=SCRIPT)

    sentence = "There is nothing here any more. Go back and choose again."
    assert (response.status_code, Page(response).alerts) == (404, [sentence])


@pytest.mark.parametrize(("text", "links"), [("Der Chef war wieder nicht da", 1), ("The train was late", 0)])
def test_line_that_cannot_be_read_has_help_within_reach(client: Client, text: str, links: int) -> None:
    (note,) = Page(client.post(LINES, {"disliked": text}, headers=SCRIPT)).all("li")

    assert [part.text for part in note.inside if part.attributes.get("href") == "/help/"] == [
        "If it is too much"
    ] * links
