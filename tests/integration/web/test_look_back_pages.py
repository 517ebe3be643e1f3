"""The first sitting: five screens, each kept when it is left, any may be skipped, and the last is a result."""

from datetime import date

import pytest
from django.test import Client
from tests.factories import a_job, a_level, a_review
from tests.integration.web.reading import Page

from unrut.models import Job, JobLevel, Person, Review, ReviewAnswer, ReviewKind, ReviewLine
from unrut.queries.scope import of
from unrut.services.look_back import save_look_back
from unrut.web.reflect.look_back_views import first_picture_summary

pytestmark = pytest.mark.integration

RESULT = "/start/result/"
SCREENS = ["/start/1/", "/start/2/", "/start/3/", "/start/4/"]


def answers_of(owner: Person) -> dict[str, int]:
    return dict(of(ReviewAnswer, owner).values_list("item", "value"))


def looked_back(owner: Person, **answers: int) -> None:
    lines = {"dislike": "Two hours in traffic", "like": "My colleagues are great"}
    save_look_back(owner, answers, today=date(2026, 11, 20), revision=0, lines=lines)


def test_welcome_leads_to_the_look_back(client: Client) -> None:
    page = Page(client.get("/"))

    assert page.texts("a", href="/start/1/") == ["Look back: ten minutes"]


def test_screens_lead_on_and_back_and_say_where_one_is(client: Client) -> None:
    pages = [Page(client.get(address)) for address in SCREENS]

    places = [page.texts("p", class_="small")[0] for page in pages]
    skips = [link.attributes["href"] for page in pages for link in page.all("a") if link.text == "Skip this"]
    backs = [link.attributes["href"] for page in pages for link in page.all("a") if link.text == "Back"]
    assert places == ["1 of 5", "2 of 5", "3 of 5", "4 of 5"]
    assert skips == ["/start/2/", "/start/3/", "/start/4/", "/start/5/"]
    assert backs == SCREENS[:3]


def test_fifth_screen_is_the_result(client: Client) -> None:
    assert client.get("/start/5/").headers["Location"] == RESULT


@pytest.mark.parametrize("screen", [0, 6, 99])
def test_there_are_no_other_screens(client: Client, screen: int) -> None:
    address = f"/start/{screen}/"

    assert [client.get(address).status_code, client.post(address).status_code] == [404, 404]


@pytest.mark.parametrize(
    ("address", "after"), list(zip(SCREENS, [*SCREENS[1:], RESULT], strict=True)), ids="1234"
)
def test_empty_screen_goes_on_and_stores_nothing(
    client: Client, alice: Person, address: str, after: str
) -> None:
    response = client.post(address, Page(client.get(address)).typed())

    assert (response.status_code, response.headers["Location"]) == (302, after)
    assert not of(Review, alice).exists()
    assert not of(Job, alice).exists()


def test_job_is_kept_and_shown_again(client: Client, alice: Person) -> None:
    posted = {"title": "Analyst", "company": "Mill", "started_on": "2022-05-01", "hours": "45"}

    response = client.post("/start/1/", posted)

    page = Page(client.get("/start/1/"))
    typed = page.typed()
    assert response.headers["Location"] == "/start/2/"
    assert {name: typed[name] for name in ("title", "company", "started_on")} == {
        name: posted[name] for name in ("title", "company", "started_on")
    }
    assert [
        option.attributes["value"] for option in page.all("option") if "selected" in option.attributes
    ] == ["45"]
    assert of(JobLevel, alice).get().level == 6


def test_level_that_is_no_choice_of_hours_is_not_asked_again_and_stays(client: Client, alice: Person) -> None:
    a_level(a_job(alice), "working_hours", 7)

    page = Page(client.get("/start/1/"))
    client.post("/start/1/", {**page.typed(), "hours": ""})

    assert [option for option in page.all("option") if "selected" in option.attributes] == []
    assert of(JobLevel, alice).get().level == 7


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({"company": "Mill"}, "The job has no title. Say what you are called at work."),
        (
            {"title": "Analyst", "started_on": "last May"},
            '"last May" is not a day. Write it like 2022-05-01.',
        ),
        (
            {"title": "Analyst", "started_on": "2027-01-01"},
            "01 January 2027 cannot be the first day. Give a day from 1940 to today.",
        ),
        (
            {"title": "Analyst", "hours": "many"},
            "0 hours are not one of the choices. Choose one of 20, 30, 35, 40, 45, 50, 60.",
        ),
    ],
)
def test_job_that_cannot_be_keeps_what_was_typed(
    client: Client, alice: Person, posted: dict[str, str], sentence: str
) -> None:
    response = client.post("/start/1/", posted)

    page = Page(response)
    assert (response.status_code, page.alerts) == (422, [sentence])
    assert page.typed()["company"] == posted.get("company", "")
    (marked,) = [control for control in page.all("input") if "aria-invalid" in control.attributes]
    assert marked.attributes["aria-describedby"] == page.all("p", role="alert")[0].attributes["id"]
    assert (marked.attributes["name"] == "title") is ("title" not in posted)
    assert not of(Job, alice).exists()


def test_screens_store_one_after_the_other(client: Client, alice: Person) -> None:
    client.post("/start/2/", {"revision": "0", "item-typical_dread": "8"})
    third = Page(client.get("/start/3/")).typed()
    client.post("/start/3/", {**third, "good": "Calm\nLunch", "bad": "Noise", "item-worst_satisfaction": "0"})
    fourth = Page(client.get("/start/4/")).typed()
    response = client.post("/start/4/", {**fourth, "item-commute": "1"})

    assert response.headers["Location"] == RESULT
    assert answers_of(alice) == {"typical_dread": 8, "worst_satisfaction": 0, "commute": 1}
    assert list(of(ReviewLine, alice).values_list("text", flat=True)) == ["Calm", "Lunch", "Noise"]
    assert of(Review, alice).get().revision == 3


def test_going_back_shows_what_is_stored(client: Client, alice: Person) -> None:
    looked_back(alice, typical_dread=8, best_satisfaction=9, commute=1)

    typed = {address: Page(client.get(address)).typed() for address in SCREENS[1:]}

    assert typed["/start/2/"]["item-typical_dread"] == "8"
    assert (typed["/start/3/"]["good"], typed["/start/3/"]["item-best_satisfaction"]) == (
        "My colleagues are great",
        "9",
    )
    assert typed["/start/4/"]["item-commute"] == "1"


def test_line_that_is_deleted_is_gone(client: Client, alice: Person) -> None:
    looked_back(alice)

    client.post("/start/3/", {**Page(client.get("/start/3/")).typed(), "good": ""})

    assert list(of(ReviewLine, alice).values_list("text", flat=True)) == ["Two hours in traffic"]


def test_second_tab_loses_nothing(client: Client, alice: Person) -> None:
    looked_back(alice, typical_dread=8)

    response = client.post("/start/2/", {"revision": "0", "item-typical_dread": "2"})
    again = client.post("/start/2/", Page(response).typed())

    assert (response.status_code, again.status_code) == (409, 302)
    assert answers_of(alice) == {"typical_dread": 2}


def test_help_stands_beside_words_that_ask_for_it_once(client: Client, alice: Person) -> None:
    posted = {"revision": "0", "good": "Calm", "bad": "I want to kill myself"}

    page = Page(client.post("/start/3/", posted))

    again = Page(client.get("/start/4/"))
    assert page.texts("p", class_="small") == ["4 of 5"]
    assert [len(shown.all("section", role="status")) for shown in (page, again)] == [1, 0]
    assert of(ReviewLine, alice).filter(kind="dislike").get().text == "I want to kill myself"


def test_result_is_a_picture_at_once(client: Client, alice: Person) -> None:
    a_job(alice, "Analyst", company="Mill")
    looked_back(alice, commute=1, coworkers=9, best_satisfaction=8, worst_satisfaction=2)

    page = Page(client.get(RESULT))

    assert page.headline == "What seems to weigh on you: the way to work."
    assert page.texts("p", class_="small")[0] == (
        "Your first picture, from what you remembered on 20 November 2026 · Analyst, Mill"
    )
    rows = [
        (row.inside[0].inside[0].text, row.inside[0].inside[-1].text)
        for row in page.all("li", class_="ground")
    ]
    assert rows[0] == ("Commute", "likely")
    assert ("Colleagues and belonging", "likely") in rows
    assert page.texts("blockquote")[0] == "Two hours in traffic"
    assert page.texts("a", href="/?begin") == ["Write this week down"]
    assert page.texts("a", href="/settings/#sitting") == ["Choose the day, and take a reminder along"]


def test_result_names_what_is_drained(client: Client, alice: Person) -> None:
    looked_back(alice, typical_energy=9)

    (said,) = Page(client.get(RESULT)).notices

    assert said.startswith("You are usually drained when the week ends (9 of 10).")


@pytest.mark.parametrize(("answer", "links"), [(2, ["What to do about respect and safety"]), (8, [])])
def test_lack_of_safety_has_a_way_of_its_own(
    client: Client, alice: Person, answer: int, links: list[str]
) -> None:
    save_look_back(alice, {"respect_safety": answer}, today=date(2026, 11, 20), revision=0)

    assert Page(client.get(RESULT)).texts("a", href="/help/respect/") == links


def test_result_holds_every_answer(client: Client, alice: Person) -> None:
    looked_back(alice, typical_dread=8, commute=1)

    page = Page(client.get(RESULT))

    assert page.texts("td", class_="figure") == ["8", "1"]


def test_many_grounds_are_folded_after_four(client: Client, alice: Person) -> None:
    low = dict.fromkeys(["autonomy", "fairness", "values_fit", "pay_benefits", "commute", "recognition"], 1)
    save_look_back(alice, low, today=date(2026, 11, 20), revision=0)

    page = Page(client.get(RESULT))

    assert [text for text in page.texts("summary") if text.endswith("more")][:1] == ["2 more"]


@pytest.mark.parametrize("is_begun", [False, True])
def test_result_without_answers_offers_the_look_back(
    client: Client, alice: Person, bob: Person, *, is_begun: bool
) -> None:
    if is_begun:
        a_review(alice, ReviewKind.LOOK_BACK)

    page = Page(client.get(RESULT))

    assert page.headline == "Here stands your first picture, once you look back."
    assert page.texts("a", href="/start/1/") == ["Look back"]
    assert first_picture_summary(alice) is None


def test_look_back_makes_a_home_begun(client: Client, alice: Person) -> None:
    looked_back(alice, commute=1)

    page = Page(client.get("/"))

    assert page.headline == "How was this week?"
    assert page.texts("a", href=RESULT) == ["Your first picture, from memory"]


def test_other_pages_hear_of_the_first_picture(alice: Person, bob: Person, today: date) -> None:
    looked_back(alice, commute=1)

    told = first_picture_summary(alice)

    assert told is not None
    assert (told.lead, told.made_on) == ("What seems to weigh on you: the way to work.", today)
    assert told.energy_lead == "What seems to give you energy: the people you work with."


def test_result_of_somebody_else_does_not_show(client: Client, bob: Person) -> None:
    looked_back(bob, commute=1)

    assert Page(client.get(RESULT)).headline == "Here stands your first picture, once you look back."


GO_ON = "Go on with your look back ({} of 5)"


@pytest.mark.parametrize(
    ("items", "lines", "screen"),
    [
        (["typical_energy"], {}, 3),
        (["typical_energy", "worst_satisfaction"], {}, 4),
        ([], {"like": "My colleagues"}, 4),
        (["commute"], {}, None),
    ],
)
def test_today_leads_to_the_screen_behind_the_last_one_kept(
    client: Client, alice: Person, bob: Person, items: list[str], lines: dict[str, str], screen: int | None
) -> None:
    save_look_back(alice, dict.fromkeys(items, 5), today=date(2026, 11, 20), revision=0, lines=lines)

    page = Page(client.get("/"))

    links = [link for link in page.all("a") if link.text.startswith("Go on with")]
    expected = [] if screen is None else [(f"/start/{screen}/", GO_ON.format(screen))]
    assert [(link.attributes["href"], link.text) for link in links] == expected


def test_welcome_goes_on_behind_the_job(client: Client, alice: Person, bob: Person) -> None:
    a_job(alice)

    page = Page(client.get("/"))

    assert page.texts("a", href="/start/2/") == [GO_ON.format(2)]
    assert page.texts("a", href="/start/1/") == []


def test_look_back_is_found_later_behind_the_causes(client: Client) -> None:
    page = Page(client.get("/behind/"))

    assert page.texts("a", href=RESULT) == ["Your look back over the last months"]


def test_stored_answer_can_be_taken_back(client: Client, alice: Person) -> None:
    looked_back(alice, typical_energy=9)
    page = Page(client.get("/start/2/"))

    client.post("/start/2/", {"item-typical_energy": "", "revision": "1"})

    offered = [field.attributes["name"] for field in page.all("input", type="radio", value="")]
    assert offered == ["item-typical_energy"]
    assert answers_of(alice) == {}
