"""What is behind it: the sentence, the causes in order, and every conclusion open to its dated notes."""

import pytest
from django.test import Client
from tests.factories import (
    a_checkin,
    a_circumstance,
    a_correction,
    a_life,
    a_note,
    a_review,
    a_review_answer,
    a_want,
    weeks_before,
)
from tests.integration.web.reading import Page, faults

from unrut.core.facets import shipped_vocabulary
from unrut.models import NoteKind, Person, ReviewKind
from unrut.web.reflect.behind_views import CAUSES_SHOWN, QUOTES_A_PAGE, QUOTES_SHOWN

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
    about(alice, "coworkers", NoteKind.LIKE, weeks=2)

    page = Page(client.get("/behind/"))

    weighs = shipped_vocabulary()["commute"].weighs
    assert page.headline == f"What weighs on you most is {weighs}. You named it in 7 of 7 weeks."
    assert page.texts("h3")[0::2][:3] == [name("commute"), name("autonomy"), name("coworkers")]
    assert page.texts("button", class_="evidence") == ["7 of 7 weeks", "3 of 7 weeks", "2 of 7 weeks"]
    assert "From 7 answered weeks." in page.texts("p", class_="small")


def test_few_weeks_leave_out_where_to_begin(client: Client, alice: Person) -> None:
    about(alice, "commute")

    page = Page(client.get("/behind/"))

    assert "Where it sits, and where to begin" not in page.texts("h2")
    assert "" not in page.texts("p")


def test_few_weeks_are_said_to_have_no_order(client: Client, alice: Person) -> None:
    about(alice, "autonomy")

    notes = Page(client.get("/behind/")).texts("p", class_="small")

    assert "The order means nothing yet: 5 more weeks and it will." in notes


def test_what_gives_energy_alone_is_shown_without_causes(client: Client, alice: Person) -> None:
    about(alice, "autonomy", NoteKind.LIKE)

    page = Page(client.get("/behind/"))

    assert page.texts("h2")[:1] == ["What gives energy"]
    assert page.texts("th", scope="row") == [name("autonomy")]


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
    assert rows == [f"{name(facet)}1 of 1 weekweighs–" for facet in FACETS[: CAUSES_SHOWN + 1]] + [
        f"{name(facet)}1 of 1 weekgives energy–" for facet in FACETS[: CAUSES_SHOWN + 1]
    ]


def test_profile_says_what_to_look_for_and_to_avoid(filled: Client) -> None:
    page = Page(filled.get("/behind/"))

    (profile,) = page.all("section", id="profile")
    columns = [element.text for element in profile.inside if element.tag == "h3"]
    lines = [element for element in profile.inside if element.tag == "li"]
    assert ([column.split(" ", 1)[1] for column in columns], len(lines)) == (["Look for", "Avoid"], 10)


def test_facet_shows_all_its_notes_of_both_kinds(client: Client, alice: Person) -> None:
    about(alice, "autonomy", weeks=QUOTES_SHOWN + 1)
    about(alice, "autonomy", NoteKind.LIKE, weeks=2)
    about(alice, "commute", weeks=3)

    page = Page(client.get("/behind/autonomy/"))

    assert page.headline == name("autonomy")
    assert page.texts("h2")[:2] == ["− Not liked in 6 of 6 weeks", "+ Liked in 2 of 6 weeks"]
    assert page.texts("blockquote") == [f"Zzz autonomy {number}" for number in (*range(6), 0, 1)]
    assert page.all("nav", **{"aria-labelledby": "weighs-words"}) == []


def test_facet_nobody_wrote_about_says_so(client: Client) -> None:
    page = Page(client.get("/behind/autonomy/"))

    assert "No note of yours speaks of it yet." in page.texts("p", class_="quiet")


def test_facet_names_what_can_be_done_with_its_grounds(client: Client) -> None:
    remedies = shipped_vocabulary().remedies

    (found,) = Page(client.get("/behind/autonomy/")).all("ul", class_="lines small remedies")

    told = [" ".join(each.text.split()) for each in found.inside if each.tag == "li"]
    words = {
        "talk_to_manager": "usually the first thing to try",
        "job_crafting": "often helps",
        "move_team": "often helps",
        "new_job": "often helps",
        "new_field": "sometimes helps",
    }
    assert told == [
        f"{remedies[key].name} – {word}{remedies[key].definition}{remedies[key].grounds}"
        for key, word in words.items()
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


def test_quotes_of_a_facet_are_turned_page_by_page(client: Client, alice: Person) -> None:
    about(alice, "autonomy", weeks=QUOTES_A_PAGE + 2)

    first, last = Page(client.get("/behind/autonomy/")), Page(client.get("/behind/autonomy/?weighs=2"))

    assert first.texts("blockquote") == [f"Zzz autonomy {number}" for number in range(QUOTES_A_PAGE)]
    assert last.texts("blockquote") == ["Zzz autonomy 10", "Zzz autonomy 11"]
    assert first.texts("a", href="?weighs=2#weighs-words") == ["Older"]
    assert last.texts("a", href="?weighs=1#weighs-words") == ["Newer"]


@pytest.mark.parametrize("page", ["0", "99", "many"])
def test_page_of_quotes_that_is_not_there_is_the_nearest(client: Client, alice: Person, page: str) -> None:
    about(alice, "autonomy", weeks=2)

    assert Page(client.get(f"/behind/autonomy/?weighs={page}")).texts("blockquote") == [
        "Zzz autonomy 0",
        "Zzz autonomy 1",
    ]


def test_each_cause_says_how_sure_it_is_from_six_weeks_on(client: Client, alice: Person) -> None:
    about(alice, "autonomy", weeks=6)

    page = Page(client.get("/behind/"))

    assert page.texts("span", class_="sentence") == ["in your top three in every re-drawing of your weeks"]


def test_what_is_wanted_is_said_to_count(client: Client, alice: Person) -> None:
    about(alice, "autonomy", weeks=6)
    a_want(alice, "autonomy", weight=100)
    a_want(alice, "commute", weight=50)

    page = Page(client.get("/behind/"))

    assert page.texts("span", class_="sentence")[1:] == ["counts for more, as you want it"]
    assert "From 6 answered weeks. What you said you want counts in the order, too." in page.texts(
        "p", class_="small"
    )


def test_where_it_sits_is_told_in_three_sentences(client: Client, alice: Person) -> None:
    about(alice, "workload_pace", weeks=6)
    a_circumstance(alice, "Dora")

    (where,) = Page(client.get("/behind/")).all("section", id="where")

    told = [element.text for element in where.inside if element.tag == "p"]
    assert told == [
        "It is mostly about the load (100 %).",
        (
            "Most of what leads is something people usually ask their manager for first. One prepared conversation is "
            "cheaper than leaving."
        ),
        (
            "Workload and pace: whether it would follow you cannot be told yet, as everything you wrote is under Dora. "
            "4 answered weeks elsewhere may tell."
        ),
        "Say when which manager, team or project it was",
    ]


def test_safety_has_its_own_way(client: Client, alice: Person) -> None:
    about(alice, "respect_safety")

    pages = [Page(client.get(address)) for address in ("/behind/", "/behind/respect_safety/")]

    assert [page.texts("a", href="/help/respect/")[:1] for page in pages] == [
        ["What to do about respect and safety"]
    ] * 2


@pytest.mark.parametrize("facet", ["respect_safety", "manager_support"])
def test_what_was_done_to_somebody_is_not_said_to_follow(client: Client, alice: Person, facet: str) -> None:
    about(alice, facet, weeks=12)
    about(alice, "respect_safety", weeks=2)
    a_circumstance(alice, "Dora", ended_on=weeks_before(5))
    a_circumstance(alice, "Ben", started_on=weeks_before(5))

    shown = [client.get(address).content.decode() for address in ("/behind/", f"/behind/{facet}/")]

    assert [("Respect and safety" in html, "follow you" in html, "with you" in html) for html in shown] == [
        (True, False, False),
        (facet == "respect_safety", False, False),
    ]


def test_split_is_not_told_before_six_weeks(client: Client, alice: Person) -> None:
    about(alice, "workload_pace", weeks=5)

    (where,) = Page(client.get("/behind/")).all("section", id="where")

    assert "mostly" not in where.text


def test_facet_says_whether_it_came_along_and_what_would_change_the_picture(
    client: Client, alice: Person
) -> None:
    about(alice, "autonomy", weeks=12)
    a_circumstance(alice, "Dora", ended_on=weeks_before(5))
    a_circumstance(alice, "Ben", started_on=weeks_before(5))

    page = Page(client.get("/behind/autonomy/"))

    assert page.texts("ul", class_="lines")[:2] == [
        (
            "Named in 6 of 6 weeks under Ben and in 6 of 6 weeks under Dora; it came with you. "
            "Say when which manager, team or project it was"
        ),
        "Even 26 weeks without it would leave it in your top three.",
    ]


@pytest.mark.parametrize(("weeks", "titles"), [(5, ["From your look back"]), (6, [])])
def test_look_back_stands_beside_few_weeks_only(
    client: Client, alice: Person, weeks: int, titles: list[str]
) -> None:
    about(alice, "autonomy", weeks=weeks)
    a_review_answer(a_review(alice, ReviewKind.LOOK_BACK, period=weeks_before(7)), "commute", 1)

    page = Page(client.get("/behind/"))

    assert page.texts("h2", id="first-picture-title") == titles


def test_weeks_are_shown_as_a_line_once_there_are_some(client: Client, alice: Person) -> None:
    before = Page(client.get("/behind/"))
    for count in range(8):
        a_checkin(alice, weeks_before(count), boredom=5, dread=5, drive=5, learning=5)

    page = Page(client.get("/behind/"))

    assert (before.all("section", id="signal"), len(page.all("section", id="signal"))) == ([], 1)
    assert page.texts("a", href="/behind/weeks/") == ["The weeks in full"]


def test_very_tired_person_is_not_pushed(client: Client, alice: Person) -> None:
    about(alice, "workload_pace", weeks=6)
    for count in range(6):
        a_checkin(alice, weeks_before(count), energy=9)

    page = Page(client.get("/behind/"))

    (where,) = page.all("section", id="where")
    assert [element.text for element in where.inside if element.tag == "p"][:2] == [
        "It is mostly about the load (100 %).",
        (
            "Workload and pace: whether it would follow you to another job cannot be said yet; nothing here says which job, "
            "manager or team you wrote about."
        ),
    ]
    assert page.all("a", class_="button", href="/fit/") == []
    assert len(page.all("p", class_="message help-line")) == 1


@pytest.mark.parametrize(
    ("facet", "told"),
    [
        ("autonomy", "This is about the work itself."),
        (
            "workload_pace",
            "This is about the load. Ask for less or for other priorities first; the work and the place may be right.",
        ),
        ("respect_safety", "This is about the people around you."),
    ],
)
def test_facet_says_which_part_of_work_it_belongs_to(client: Client, facet: str, told: str) -> None:
    assert told in Page(client.get(f"/behind/{facet}/")).texts("p", class_="small")
