"""What got done: listed, found again, told as a story, corrected and removed."""

from datetime import date, timedelta

import pytest
from django.test import Client
from tests.factories import MONDAY, a_point, a_rung, an_accomplishment
from tests.integration.web.reading import Page, faults

from unrut.models import Accomplishment, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

ROTA = "Wrote the rota for the summer in one afternoon"
TAUGHT = "Taught two colleagues how to run the stocktaking"


def listed(page: Page) -> list[str]:
    return [
        " ".join(link.text.split())
        for heading in page.all("h2", class_="own-words")
        for link in heading.inside
        if link.tag == "a"
    ]


def test_empty_list_says_what_it_is_for(client: Client) -> None:
    page = Page(client.get("/picture/done/"))

    assert page.headline == "Here you keep what you got done."
    assert (page.all("form", role="search"), listed(page)) == ([], [])


def test_list_stands_newest_first_with_skills(client: Client, alice: Person, bob: Person) -> None:
    an_accomplishment(alice, ROTA, date(2026, 1, 1), skills=["planning"], figures="4 hours")
    an_accomplishment(alice, TAUGHT, date(2026, 2, 1), skills=["teaching", "Planning"])

    page = Page(client.get("/picture/done/"))

    assert (page.headline, listed(page)) == ("You have got 2 things done.", [TAUGHT, ROTA])
    assert page.texts("a", href="/picture/done/?skill=planning") == ["planning"]
    assert page.texts("a", href="/picture/done/?skill=Planning") == []


@pytest.mark.parametrize(
    ("query", "headline", "found"),
    [
        ("q=rota", "1 thing fits that.", [ROTA]),
        ("q=xylophone", "Nothing you wrote down fits that. Try other words, or fewer.", []),
        ("skill=teaching", "You have got 1 thing done.", [TAUGHT]),
        ("since=2026-02-01", "You have got 1 thing done.", [TAUGHT]),
        ("until=2026-01-31", "You have got 1 thing done.", [ROTA]),
        (
            "q=xylophone&question=yes",
            "Nothing you wrote down answers that yet. What happened that could?",
            [],
        ),
    ],
)
def test_list_is_searched(client: Client, alice: Person, query: str, headline: str, found: list[str]) -> None:
    an_accomplishment(alice, ROTA, date(2026, 1, 1))
    an_accomplishment(alice, TAUGHT, date(2026, 2, 1), skills=["teaching"])

    page = Page(client.get(f"/picture/done/?{query}"))

    assert (page.headline, listed(page)) == (headline, found)


def test_interview_question_is_answered_with_why(client: Client, alice: Person) -> None:
    an_accomplishment(alice, TAUGHT)

    page = Page(client.get("/picture/done/?q=Tell+me+about+a+time+you+taught+somebody&question=yes"))

    assert (page.headline, listed(page)) == ("This one answers it best.", [TAUGHT])
    assert any(text.startswith("Because of") for text in page.texts("p", class_="small quiet"))


def test_long_list_has_pages_that_keep_the_search(client: Client, alice: Person) -> None:
    for number in range(51):
        an_accomplishment(alice, f"Thing {number}", MONDAY - timedelta(days=number), skills=["x"])

    page = Page(client.get("/picture/done/?skill=x"))

    assert (len(listed(page)), page.texts("a", href="/picture/done/?skill=x&page=2")) == (50, ["Older"])
    assert listed(Page(client.get("/picture/done/?skill=x&page=2"))) == ["Thing 50"]


@pytest.mark.parametrize(("on", "stored"), [("2024-02-29", date(2024, 2, 29)), ("", date(2026, 11, 20))])
def test_something_done_is_kept(client: Client, alice: Person, on: str, stored: date) -> None:
    response = client.post("/picture/done/", {"text": "Ran a workshop\nfor ten people", "on": on})

    done = of(Accomplishment, alice).get()
    assert response.headers["Location"] == f"/picture/done/{done.pk}/"
    assert (done.text, done.happened_on, done.read_as != "") == (
        "Ran a workshop for ten people",
        stored,
        True,
    )


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"text": " "}, "Nothing was written. Say in a few words what you got done."),
        ({"text": "A", "on": "31 Feb"}, '"31 Feb" is not a day. Write it like 2022-05-01.'),
        (
            {"text": "A", "on": "2026-11-21"},
            "21 November 2026 cannot be the day. Give a day from 1940 to today.",
        ),
    ],
)
def test_something_that_cannot_be_kept_is_a_sentence(
    client: Client, alice: Person, form: dict[str, str], sentence: str
) -> None:
    response = client.post("/picture/done/", form)

    page = Page(response)
    assert (response.status_code, page.alerts) == (422, [sentence])
    assert page.typed()["text"] == form["text"]
    assert of(Accomplishment, alice).count() == 0


def test_words_that_need_help_are_answered_at_once(client: Client, alice: Person) -> None:
    response = client.post("/picture/done/", {"text": "I do not want to live any more"})

    assert (response.status_code, len(Page(response).all("section", class_="message help-panel"))) == (200, 1)
    assert of(Accomplishment, alice).count() == 1


def test_accomplishment_shows_all_that_is_known(client: Client, alice: Person) -> None:
    done = an_accomplishment(
        alice,
        ROTA,
        figures="4 hours instead of 9",
        known_from="my calendar",
        seen_by="R. M.",
        skills=["planning"],
        proof="https://example.org/rota",
        story="More of it",
    )
    a_rung(a_point(alice, "Head nurse"), "I plan for the ward").shown_by.add(done)

    page = Page(client.get(f"/picture/done/{done.pk}/"))

    assert (page.headline, page.texts("dd")[:4]) == (
        ROTA,
        ["4 hours instead of 9 (my calendar)", "R. M.", "planning", "https://example.org/rota"],
    )
    assert page.texts("a", href="https://example.org/rota") == ["https://example.org/rota"]
    assert "I plan for the ward" in page.texts("a")
    assert page.texts("label", for_="answer") == ["What exactly did you do?"]


def test_file_name_as_proof_is_no_link(client: Client, alice: Person) -> None:
    done = an_accomplishment(alice, proof="javascript:alert(1)")

    page = Page(client.get(f"/picture/done/{done.pk}/"))

    assert ("javascript:alert(1)" in page.texts("dd"), faults(page)) == (True, [])


def test_story_is_told_one_question_at_a_time(client: Client, alice: Person) -> None:
    done = an_accomplishment(alice, ROTA)
    address = f"/picture/done/{done.pk}/"
    asked = []

    for answer in ("I asked", "It worked", "4 of 9", "Counted", "A ward", "To plan", "R. M."):
        (part,) = (
            field.attributes["value"] for field in Page(client.get(address)).all("input", name="part")[:1]
        )
        asked.append(part)
        client.post(f"{address}tell/", {"part": part, "answer": answer})

    page = Page(client.get(address))
    assert asked == ["action", "result", "figures", "known_from", "situation", "task", "seen_by"]
    assert "This story is told." in page.texts("p")
    done.refresh_from_db()
    assert (done.action, done.figures, done.seen_by, done.text) == ("I asked", "4 of 9", "R. M.", ROTA)


def test_answer_that_is_too_long_is_shown_again(client: Client, alice: Person) -> None:
    done = an_accomplishment(alice)

    response = client.post(f"/picture/done/{done.pk}/tell/", {"part": "figures", "answer": "9" * 301})

    page = Page(response)
    assert response.status_code == 422
    assert page.alerts == ["The numbers take 301 characters; 300 is the most. Shorten it and save again."]
    assert page.typed()["answer"] == "9" * 301


def test_story_that_needs_help_is_answered_at_once(client: Client, alice: Person) -> None:
    done = an_accomplishment(alice)

    response = client.post(
        f"/picture/done/{done.pk}/tell/", {"part": "situation", "answer": "I wanted to kill myself"}
    )

    assert (response.status_code, len(Page(response).all("section", class_="message help-panel"))) == (200, 1)


def test_question_that_is_none_is_not_there(client: Client, alice: Person) -> None:
    done = an_accomplishment(alice)

    assert client.post(f"/picture/done/{done.pk}/tell/", {"part": "end"}).status_code == 404


def test_accomplishment_is_corrected(client: Client, alice: Person) -> None:
    done = an_accomplishment(alice, on=MONDAY)
    form = {"text": ROTA, "on": "", "figures": "4 hours", "skills": "planning, writing"}

    response = client.post(f"/picture/done/{done.pk}/", form)

    done.refresh_from_db()
    assert response.headers["Location"] == f"/picture/done/{done.pk}/"
    assert (done.text, done.happened_on, done.figures, done.skills) == (
        ROTA,
        MONDAY,
        "4 hours",
        ["planning", "writing"],
    )


def test_correction_that_cannot_be_is_shown_again(client: Client, alice: Person) -> None:
    done = an_accomplishment(alice, ROTA)

    response = client.post(f"/picture/done/{done.pk}/", {"text": "", "figures": "4 hours"})

    page = Page(response)
    assert (response.status_code, page.typed()["figures"]) == (422, "4 hours")
    assert page.alerts == ["Nothing was written. Say in a few words what you got done."]


def test_facets_are_confirmed_added_and_removed(client: Client, alice: Person) -> None:
    done = an_accomplishment(alice, "Learned to read an X-ray")
    address = f"/picture/done/{done.pk}/facets/"

    client.post(address, {"add": "autonomy"})
    client.post(address, {"remove": "learning_growth"})
    part = client.post(address, {"confirm": "skill_use"}, headers={"HX-Request": "true"})
    client.post(address)

    done.refresh_from_db()
    assert done.facets == {"autonomy": True, "learning_growth": False, "skill_use": True}
    page = Page(part)
    assert len(page.all("form", id="win-facets")) == 1
    assert sorted(button.attributes["value"] for button in page.all("button", name="confirm")) == [
        "autonomy",
        "skill_use",
    ]


def test_something_done_is_removed(client: Client, alice: Person) -> None:
    done = an_accomplishment(alice)

    response = client.post(f"/picture/done/{done.pk}/remove/")

    assert (response.headers["Location"], of(Accomplishment, alice).count()) == ("/picture/done/", 0)
