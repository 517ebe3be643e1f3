"""What is behind it: the sentence, the causes in order, and every conclusion open to its dated notes."""

import pytest
from django.test import Client
from tests.factories import a_checkin, a_correction, a_life, a_note, weeks_before
from tests.integration.web.reading import Page, faults

from unrut.core.facets import shipped_vocabulary
from unrut.models import NoteKind, Person
from unrut.web.reflect.views import CAUSES_SHOWN, QUOTES_SHOWN

pytestmark = pytest.mark.integration

FACETS = list(shipped_vocabulary().facets)


def about(owner: Person, facet: str, kind: str = NoteKind.DISLIKE, *, weeks: int = 1) -> None:
    """Notes of the last weeks that nobody could read, each said to be about the facet."""
    for number in range(weeks):
        note = a_note(owner, f"Zzz {facet} {number}", kind, weeks_before(number))
        a_correction(note, facet)


def name(facet: str) -> str:
    return shipped_vocabulary()[facet].name


def test_empty_home_says_what_the_page_needs(client: Client) -> None:
    page = Page(client.get("/behind/"))

    assert page.headline == "After your first week this page can say something."
    assert page.texts("a", class_="button", href="/?begin") == ["Write this week down"]
    assert page.texts("h2") == ["How this is found"]


def test_week_without_notes_is_no_reason_to_ask_for_one(client: Client, alice: Person) -> None:
    a_checkin(alice)

    page = Page(client.get("/behind/"))

    assert page.headline == "Nothing you wrote so far says what weighs on you."
    assert page.all("a", class_="button") == []


def test_causes_stand_in_their_order(client: Client, alice: Person) -> None:
    about(alice, "autonomy", weeks=3)
    about(alice, "commute", weeks=7)
    about(alice, "learning_growth", NoteKind.LIKE, weeks=2)

    page = Page(client.get("/behind/"))

    weighs = shipped_vocabulary()["commute"].weighs
    assert page.headline == f"What weighs on you most is {weighs}. You named it in 7 of 7 weeks."
    assert page.texts("h3")[0::2][:3] == [name("commute"), name("autonomy"), name("learning_growth")]
    assert page.texts("button", class_="evidence") == ["7 of 7 weeks", "3 of 7 weeks", "2 of 7 weeks"]
    assert "From 7 answered weeks." in page.texts("p", class_="small")


def test_few_weeks_are_said_to_have_no_order(client: Client, alice: Person) -> None:
    about(alice, "autonomy")

    notes = Page(client.get("/behind/")).texts("p", class_="small")

    assert "The order means nothing yet: 5 more weeks and it will." in notes


def test_what_gives_energy_alone_is_shown_without_causes(client: Client, alice: Person) -> None:
    about(alice, "autonomy", NoteKind.LIKE)

    page = Page(client.get("/behind/"))

    assert page.texts("h2")[:1] == ["What gives energy"]
    assert page.all("table") == []


def test_each_figure_opens_to_its_newest_notes(client: Client, alice: Person) -> None:
    about(alice, "autonomy", weeks=QUOTES_SHOWN + 2)

    (sheet,) = Page(client.get("/behind/")).all("div", id="weighs-autonomy")

    quotes = [element.text for element in sheet.inside if element.tag == "blockquote"]
    weeks = [each.attributes["href"] for each in sheet.inside if each.attributes.get("class") == "day"]
    assert quotes == [f"Zzz autonomy {number}" for number in range(QUOTES_SHOWN)]
    assert weeks == [f"/week/{weeks_before(number).isoformat()}/" for number in range(QUOTES_SHOWN)]


@pytest.mark.parametrize("kind", [NoteKind.DISLIKE, NoteKind.LIKE])
@pytest.mark.parametrize(("count", "folded"), [(CAUSES_SHOWN, []), (CAUSES_SHOWN + 2, ["2 more"])])
def test_what_is_beyond_the_first_is_folded_with_its_count(
    client: Client, alice: Person, kind: str, count: int, folded: list[str]
) -> None:
    for facet in FACETS[:count]:
        about(alice, facet, kind)

    page = Page(client.get("/behind/"))

    assert [text for text in page.texts("summary") if text != "The same as a table"] == folded
    assert len(page.all("button", class_="evidence")) == count


def test_table_holds_every_cause_and_every_energy(client: Client, alice: Person) -> None:
    for facet in FACETS[: CAUSES_SHOWN + 1]:
        about(alice, facet)
        about(alice, facet, NoteKind.LIKE)

    page = Page(client.get("/behind/"))

    rows = [" ".join(row.text.split()) for row in page.all("tr")][1:]
    assert rows == [f"{name(facet)}1 of 1 weekweighs" for facet in FACETS[: CAUSES_SHOWN + 1]] + [
        f"{name(facet)}1 of 1 weekgives energy" for facet in FACETS[: CAUSES_SHOWN + 1]
    ]


def test_profile_says_what_to_look_for_and_to_avoid(filled: Client) -> None:
    page = Page(filled.get("/behind/"))

    (profile,) = page.all("section", id="profile")
    columns = [element.text for element in profile.inside if element.tag == "h3"]
    asks = [element for element in profile.inside if element.attributes.get("class") == "ask"]
    assert ([column.split(" ", 1)[1] for column in columns], len(asks) > 0) == (["Look for", "Avoid"], True)


def test_facet_shows_all_its_notes_of_both_kinds(client: Client, alice: Person) -> None:
    about(alice, "autonomy", weeks=QUOTES_SHOWN + 1)
    about(alice, "autonomy", NoteKind.LIKE, weeks=2)
    about(alice, "commute", weeks=3)

    page = Page(client.get("/behind/autonomy/"))

    assert page.headline == name("autonomy")
    assert page.texts("h2")[:2] == ["− Not liked in 6 of 6 weeks", "+ Liked in 2 of 6 weeks"]
    assert page.texts("blockquote") == [f"Zzz autonomy {number}" for number in (*range(6), 0, 1)]


def test_facet_nobody_wrote_about_says_so(client: Client) -> None:
    page = Page(client.get("/behind/autonomy/"))

    assert "No note of yours speaks of it yet." in page.texts("p", class_="quiet")


def test_facet_names_what_can_be_done_best_first(client: Client) -> None:
    vocabulary = shipped_vocabulary()

    page = Page(client.get("/behind/autonomy/"))

    words = {3: "usually the first thing to try", 2: "often helps", 1: "sometimes helps"}
    rated = sorted(vocabulary["autonomy"].remedies.items(), key=lambda found: -found[1])
    assert page.texts("ul", class_="lines small") == [
        "".join(f"{vocabulary.remedies[remedy].name} – {words[rating]}" for remedy, rating in rated if rating)
    ]


def test_facet_of_safety_says_first_to_get_help(client: Client) -> None:
    (safe,) = [facet for facet in shipped_vocabulary().facets.values() if facet.safety]

    said = Page(client.get(f"/behind/{safe.id}/")).texts("p")

    assert "Get help first. Nobody has to bear this by working differently." in said
    assert " · ".join(safe.other_help) in said


def test_facet_that_is_not_there_is_our_page(client: Client) -> None:
    assert client.get("/behind/luck/").status_code == 404


def test_notes_of_somebody_else_are_nowhere(client: Client, alice: Person, bob: Person) -> None:
    a_life(alice)

    shown = [client.get(address).content.decode() for address in ("/behind/", "/behind/autonomy/")]

    assert [("bob" in html, "of alice" in html) for html in shown] == [(False, True), (False, True)]


def test_markup_in_quotes_stays_text(client: Client, alice: Person) -> None:
    a_correction(a_note(alice, "<script>alert(1)</script>"), "autonomy")

    pages = [Page(client.get(address)) for address in ("/behind/", "/behind/autonomy/")]

    assert [(page.texts("blockquote"), faults(page)) for page in pages] == [
        (["<script>alert(1)</script>"], [])
    ] * 2
