"""Talks: begun from a question, written, sent, agreed on, held, and what was learned carried to where it belongs."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar
from tests.factories import (
    MONDAY,
    TODAY,
    a_checkin,
    a_goal,
    a_job,
    a_want,
    a_way,
    an_opening,
    make_contact,
    make_learned,
    make_talk,
    weeks_before,
)
from tests.integration.web.reading import Page, faults

from unrut.core.facets import shipped_vocabulary
from unrut.models import Learned, Opening, Person, Talk
from unrut.queries import who
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

TALKS, ADD = "/people/talks/", "/people/talks/add/"
NURSE = "29-1141.00"
COMMUTE, AUTONOMY = shipped_vocabulary()["commute"], shipped_vocabulary()["autonomy"]
HOSTILE = "<script>x</script> & Söhne"


@pytest.fixture(autouse=True)
def nothing_held() -> Iterator[None]:
    """Rows of one test have the keys of another one's."""
    who._held.clear()
    yield
    who._held.clear()


@pytest.fixture
def opening(alice: Person, bob: Person) -> Opening:
    """Something that is not known of an opening at the mill."""
    a_want(alice, "commute")
    return an_opening(alice, "Zyx", company="Old Mill")


@pytest.fixture
def talk(alice: Person, opening: Opening) -> Talk:
    """A talk with Ana about it."""
    ana = make_contact(alice, company="Old Mill", circle="friend", how_known="From school")
    return make_talk(
        ana,
        question=f"{opening.option}.commute",
        about="Zyx, Old Mill",
        questions=["How far?", "Who left?"],
        message="Hi Ana",
    )


def page_of(talk: Talk) -> str:
    return f"{TALKS}{talk.pk}/"


def done_of(talk: Talk) -> str:
    return f"{TALKS}{talk.pk}/talked/"


def told(owner: Person) -> list[tuple[str, int | None, str]]:
    return [(one.facet, one.level, one.text) for one in of(Learned, owner)]


def state(talk: Talk) -> tuple[Any, ...]:
    talk.refresh_from_db()
    return talk.asked_on, talk.replied_on, talk.meet_on, talk.meet_at, talk.talked_on, talk.ended_on


def test_list_without_talks_and_people_says_what_it_is_for(client: Client, bob: Person) -> None:
    page = Page(client.get(TALKS))

    assert page.headline == "You have not prepared a talk yet."
    assert page.texts("a", class_="button") == ["Add somebody"]
    assert faults(page) == []


def test_list_without_talks_leads_to_the_questions(client: Client, alice: Person) -> None:
    make_contact(alice)

    assert Page(client.get(TALKS)).texts("a", class_="button") == ["See who could answer what"]


def test_list_has_what_is_ahead_and_what_was(client: Client, alice: Person, bob: Person) -> None:
    ana, ben = make_contact(alice, HOSTILE), make_contact(alice, "Ben")
    ahead = make_talk(ana, about="The mill", asked_on=MONDAY)
    done = make_talk(ben, talked_on=MONDAY)
    make_talk(make_contact(bob, "Zoe"), asked_on=MONDAY)

    page = Page(client.get(TALKS))

    assert page.headline == "1 talk is ahead."
    assert "Of 2 messages you sent, 1 was answered and 1 waits." in page.texts("p")
    assert page.texts("a", href=page_of(ahead)) == [f"{HOSTILE}: The mill"]
    assert page.texts("a", href=page_of(done)) == ["Ben"]
    assert "Zoe" not in "".join(page.texts("main"))
    assert faults(page) == []


def test_talk_begins_with_three_questions_and_a_message(
    client: Client, alice: Person, opening: Opening
) -> None:
    ana = make_contact(alice, company="Old Mill", circle="friend")

    response = client.post(ADD, {"contact": ana.pk, "question": f"{opening.option}.commute"})

    (made,) = of(Talk, alice)
    assert response.headers["Location"] == page_of(made)
    assert (made.contact, made.about, made.made_on) == (ana, "Zyx, Old Mill", TODAY)
    assert made.questions[0] == COMMUTE.posting.ask
    assert len(made.questions) == 3
    assert made.message.startswith("Hi Ana,")
    assert "you know the place from inside" in made.message


def test_talk_about_an_open_fact_beyond_the_list_begins_too(
    client: Client, alice: Person, opening: Opening
) -> None:
    for facet, weight in (("autonomy", 90), ("own_1", 5)):
        a_want(alice, facet, weight)

    client.post(ADD, {"contact": make_contact(alice).pk, "question": f"{opening.option}.own_1"})

    (made,) = of(Talk, alice)
    assert made.questions[0] == "How is it there with this: 1?"
    assert "You came to my mind." in made.message


def test_talk_without_a_question_begins_with_a_message(client: Client, alice: Person) -> None:
    page = Page(client.post(ADD, {"contact": make_contact(alice).pk}, follow=True))

    (made,) = of(Talk, alice)
    assert (made.question, made.questions) == ("", [])
    assert page.headline == "Your talk with Ana Ortiz is prepared; the message is yours to send."
    assert page.typed()["message"].strip().startswith("Hello Ana,")
    assert faults(page) == []


@pytest.mark.parametrize(
    ("posted", "status", "word"),
    [
        ({}, 422, "Nobody is chosen."),
        ({"contact": "x"}, 422, "names nothing of yours"),
        ({"contact": "0"}, 404, "There is nothing here any more."),
        ({"contact": "{ana}", "question": "opening-0.x"}, 422, "This question is not open any more."),
        ({"contact": "{ana}", "question": "\0"}, 422, "This question is not open any more."),
    ],
)
def test_talk_that_cannot_begin_says_why(
    client: Client, alice: Person, opening: Opening, posted: dict[str, str], status: int, word: str
) -> None:
    ana = make_contact(alice)
    sent = {name: value.format(ana=ana.pk) for name, value in posted.items()}

    response = client.post(ADD, sent)

    assert (response.status_code, of(Talk, alice).count()) == (status, 0)
    assert word in response.content.decode()


def test_contact_of_somebody_else_is_not_talked_to(client: Client, alice: Person, bob: Person) -> None:
    assert client.post(ADD, {"contact": make_contact(bob, "Zoe").pk}).status_code == 404
    assert of(Talk, alice).count() == 0


def test_prepared_talk_shows_the_words_first_and_who_it_is(client: Client, talk: Talk) -> None:
    page = Page(client.get(page_of(talk)))

    assert page.headline == "Your talk with Ana Ortiz is prepared; the message is yours to send."
    assert page.texts("h2")[:2] == ["What you ask", "What comes next"]
    typed = page.typed()
    assert [typed[f"question-{place}"] for place in (1, 2, 3)] == ["How far?", "Who left?", ""]
    assert typed["message"] == "Hi Ana"
    assert page.texts("dd")[:3] == ["Friend", "Old Mill", "From school"]
    assert f"{COMMUTE.name}: not known" in page.texts("p")
    assert page.texts("button", class_="button second")[-2:] == ["I sent it", "Keep the day"]
    assert faults(page) == []


def test_what_is_known_of_the_fact_stands_beside_it(client: Client, talk: Talk, opening: Opening) -> None:
    make_learned(talk, "By tram", opening=opening, facet="commute", level=2)

    page = Page(client.get(page_of(talk)))

    assert f"{COMMUTE.name}: {COMMUTE.poles[0]}" in page.texts("p")
    assert "you were told: “By tram”" in page.texts("p")


def test_talk_about_something_that_is_gone_still_shows(client: Client, talk: Talk, opening: Opening) -> None:
    opening.delete()

    page = Page(client.get(page_of(talk)))

    assert "Zyx, Old Mill" in page.texts("p")
    assert "What you ask about" not in page.texts("h2")
    assert faults(page) == []


def test_talk_about_a_kind_of_work_leads_to_it(client: Client, alice: Person) -> None:
    talk = make_talk(make_contact(alice), question=f"field-{NURSE}", about="Registered Nurses")

    page = Page(client.get(page_of(talk)))

    assert page.texts("a", href=f"/fit/work/{NURSE}/") == ["Registered Nurses"]


def test_person_where_one_works_is_marked(client: Client, alice: Person, talk: Talk) -> None:
    a_job(alice, company="Old Mill")

    page = Page(client.get(page_of(talk)))

    assert page.texts("p", class_="small gap") == [
        "Ana Ortiz works where you do: think about who hears of it."
    ]


def test_questions_and_message_are_kept(client: Client, talk: Talk) -> None:
    sent = {"question-1": HOSTILE, "question-2": "", "question-3": "Third?", "message": "Mine\n\nnow"}

    page = Page(client.post(page_of(talk), sent, follow=True))

    talk.refresh_from_db()
    assert (talk.questions, talk.message) == ([HOSTILE, "Third?"], "Mine\n\nnow")
    assert "Kept." in page.notices
    assert faults(page) == []


def test_words_that_are_too_long_stand_as_they_were_typed(client: Client, talk: Talk) -> None:
    sent = {"question-1": "x" * 301, "question-2": HOSTILE, "message": "Mine"}

    response = client.post(page_of(talk), sent)

    page = Page(response)
    talk.refresh_from_db()
    assert response.status_code == 422
    assert page.alerts == ["A question has 301 characters; 300 is the most. Shorten it."]
    typed = page.typed()
    assert [typed["question-1"], typed["question-2"], typed["message"]] == ["x" * 301, HOSTILE, "Mine"]
    assert talk.message == "Hi Ana"


def test_talk_goes_from_sent_to_a_meeting(client: Client, talk: Talk) -> None:
    page = Page(client.post(f"{page_of(talk)}asked/", {"on": "2026-11-16"}, follow=True))
    assert page.headline == "Ana Ortiz has your message since 16 November 2026."
    assert page.texts("h2")[0] == "What comes next"
    assert "No answer; leave it" in page.texts("button")

    page = Page(client.post(f"{page_of(talk)}replied/", {"on": ""}, follow=True))
    assert page.headline == "Ana Ortiz answered on 20 November 2026. Find a time that suits both."
    assert page.texts("a", class_="button") == ["We talked"]

    page = Page(client.post(f"{page_of(talk)}meet/", {"day": "2026-11-26", "at": "12:30"}, follow=True))
    assert page.headline == "You meet Ana Ortiz on 26 November 2026 at 12:30."
    assert (page.typed()["day"], page.typed()["at"]) == ("2026-11-26", "12:30")
    assert state(talk) == (MONDAY, TODAY, date(2026, 11, 26), time(12, 30), None, None)
    assert faults(page) == []


def test_meeting_is_taken_back(client: Client, talk: Talk) -> None:
    client.post(f"{page_of(talk)}meet/", {"day": "2026-11-26"})

    page = Page(client.post(f"{page_of(talk)}meet/", {"day": "", "at": ""}, follow=True))

    assert "No day is set any more." in page.notices
    assert state(talk)[2] is None


def test_talk_nobody_answered_is_left_and_can_be_taken_up(client: Client, talk: Talk) -> None:
    client.post(f"{page_of(talk)}asked/", {"on": "2026-11-16"})

    page = Page(client.post(f"{page_of(talk)}silent/", follow=True))
    assert page.headline == "Ana Ortiz did not answer, and you left it at that."
    assert "No answer; leave it" not in page.texts("button")

    page = Page(client.post(f"{page_of(talk)}replied/", follow=True))
    assert page.headline.startswith("Ana Ortiz answered on 20 November 2026.")


@pytest.mark.parametrize(
    ("change", "sent", "word"),
    [
        ("asked", {"on": "2026-11-21"}, "21 November 2026 cannot be the day."),
        ("asked", {"on": "yesterday"}, "is not a day"),
        ("replied", {"on": "1900-01-01"}, "cannot be the day"),
        ("meet", {"day": "soon"}, "is not a day"),
        ("meet", {"day": "2026-11-26", "at": "noon"}, "is not a time of day"),
        ("meet", {"at": "12:30"}, "The day is missing."),
    ],
)
def test_change_that_cannot_be_says_why(
    client: Client, talk: Talk, change: str, sent: dict[str, str], word: str
) -> None:
    before = state(talk)

    response = client.post(f"{page_of(talk)}{change}/", sent)

    page = Page(response)
    assert response.status_code == 422
    assert word in page.alerts[0]
    assert state(talk) == before
    assert faults(page) == []


def test_meeting_that_cannot_be_stands_as_it_was_typed(client: Client, talk: Talk) -> None:
    page = Page(client.post(f"{page_of(talk)}meet/", {"day": "", "at": "12:30"}))

    (fold,) = page.all("details")
    assert "open" in fold.attributes
    assert page.typed()["at"] == "12:30"


def test_answered_talk_does_not_end_unanswered(client: Client, talk: Talk) -> None:
    client.post(f"{page_of(talk)}replied/")

    assert Page(client.post(f"{page_of(talk)}silent/")).alerts[0].startswith("They answered")


def test_unknown_change_is_not_found(client: Client, talk: Talk) -> None:
    assert client.post(f"{page_of(talk)}dance/").status_code == 404
    assert client.get(f"{page_of(talk)}asked/").status_code == 405


def test_removed_talk_leaves_what_was_learned(client: Client, alice: Person, talk: Talk) -> None:
    make_learned(talk, occupation=NURSE)

    response = client.post(f"{page_of(talk)}remove/")

    assert response.headers["Location"] == TALKS
    assert (of(Talk, alice).count(), of(Learned, alice).count()) == (0, 1)


@pytest.mark.parametrize(("query", "summary"), [("?neutral", "Call"), ("", "Talk with Ana Ortiz")])
def test_meeting_comes_as_a_calendar_file(client: Client, talk: Talk, query: str, summary: str) -> None:
    client.post(f"{page_of(talk)}meet/", {"day": "2026-11-26", "at": "12:30"})

    response = client.get(f"{page_of(talk)}reminder.ics{query}")

    (entry,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert (str(entry["summary"]), response.headers["Content-Type"]) == (
        summary,
        "text/calendar; charset=utf-8",
    )
    assert response.headers["Content-Disposition"] == 'attachment; filename="talk.ics"'
    assert ("Ana" in response.content.decode()) is (query == "")


def test_talk_without_a_day_has_no_calendar_file(client: Client, talk: Talk) -> None:
    response = client.get(f"{page_of(talk)}reminder.ics")

    assert response.status_code == 422
    assert "No day is set for this talk yet." in response.content.decode()


def test_what_came_of_it_is_asked_between_the_poles(client: Client, talk: Talk) -> None:
    page = Page(client.get(done_of(talk)))

    assert page.headline == "What did Ana Ortiz tell you?"
    assert page.typed()["on"] == "2026-11-20"
    assert page.texts("legend") == [COMMUTE.name]
    (scale,) = page.all("div", class_="dots")
    assert [" ".join(each.text.split()) for each in scale.inside if each.tag == "label"] == [
        f"0, {COMMUTE.poles[0]}",
        *map(str, range(1, 10)),
        f"10, {COMMUTE.poles[1]}",
    ]
    assert page.typed()["level-commute"] == ""
    assert page.all("input", name="thank") == []
    assert "Choose a goal" in page.texts("a")
    assert faults(page) == []


def test_enter_keeps_and_does_not_ask_for_more(client: Client, talk: Talk) -> None:
    page = Page(client.get(done_of(talk)))

    (form,) = page.all("form", action=done_of(talk))
    (first, *_) = [each for each in form.inside if each.tag == "button"]
    assert "name" not in first.attributes


def test_talk_that_was_agreed_on_is_told_of_its_day(client: Client, talk: Talk) -> None:
    talk.meet_on = MONDAY
    talk.save()

    assert Page(client.get(done_of(talk))).typed()["on"] == "2026-11-16"


def test_what_came_of_it_changes_the_opening(
    client: Client, alice: Person, talk: Talk, opening: Opening
) -> None:
    sent = {
        "on": "2026-11-19",
        "notes": HOSTILE,
        "facet": "commute",
        "level-commute": "2",
        "text-commute": "By tram",
        "text-words": "They are kind",
    }

    page = Page(client.post(done_of(talk), sent, follow=True))

    assert page.notices[0] == f"“{COMMUTE.name}” of “Zyx, Old Mill” is now known from Ana Ortiz."
    assert page.headline == "You talked with Ana Ortiz on 19 November 2026."
    assert told(alice) == [("commute", 2, "By tram"), ("", None, "They are kind")]
    assert HOSTILE in page.written
    assert "What you asked" in page.texts("summary")
    assert faults(page) == []
    assert "From people" in Page(client.get(f"/fit/options/{opening.option}/")).texts("h2")


def test_what_is_not_clear_and_what_is_empty_is_left_out(client: Client, alice: Person, talk: Talk) -> None:
    sent = {"facet": "commute", "level-commute": "", "text-commute": " ", "text-words": ""}

    page = Page(client.post(done_of(talk), sent, follow=True))

    assert page.notices == ["Kept."]
    assert told(alice) == []
    assert state(talk)[4] == TODAY
    assert "Nothing is written down yet." in page.texts("p")


def test_another_facet_is_asked_about_without_losing_a_word(
    client: Client, alice: Person, talk: Talk
) -> None:
    sent = {
        "on": "2026-11-19",
        "notes": "Half a sent",
        "facet": "commute",
        "level-commute": "2",
        "text-commute": "By tram",
        "add": "autonomy",
        "add-facet": "yes",
    }

    page = Page(client.post(done_of(talk), sent))

    typed = page.typed()
    assert page.texts("legend") == [COMMUTE.name, AUTONOMY.name]
    assert (typed["notes"], typed["on"], typed["level-commute"], typed["text-commute"]) == (
        "Half a sent",
        "2026-11-19",
        "2",
        "By tram",
    )
    assert "autonomy" not in [option.attributes.get("value") for option in page.all("option")]
    assert (told(alice), state(talk)[4]) == ([], None)
    assert faults(page) == []


@pytest.mark.parametrize("facet", ["", "weather", "own_9", "commute"])
def test_facet_that_cannot_be_added_changes_nothing(client: Client, talk: Talk, facet: str) -> None:
    page = Page(client.post(done_of(talk), {"facet": "commute", "add": facet, "add-facet": "yes"}))

    assert page.texts("legend") == [COMMUTE.name]


def test_several_facets_are_kept_at_once(client: Client, alice: Person, talk: Talk) -> None:
    want = a_want(alice, "own_1")
    want.name = "A dog"
    want.save()
    sent = {"facet": ["commute", "own_1", ""], "level-commute": "2", "level-own_1": "10"}

    page = Page(client.post(done_of(talk), sent, follow=True))

    assert told(alice) == [("commute", 2, ""), ("own_1", 10, "")]
    assert page.notices[0] == (
        f"“{COMMUTE.name}” and “A dog” of “Zyx, Old Mill” are now known from Ana Ortiz."
    )


def test_talk_told_before_stands_in_the_form_and_is_told_anew(
    client: Client, alice: Person, talk: Talk, opening: Opening
) -> None:
    a_goal(alice)
    talk.talked_on, talk.notes = MONDAY, "Kind"
    talk.save()
    make_learned(talk, "By tram", opening=opening, facet="commute", level=2)
    make_learned(talk, "Or by bus", opening=opening, facet="commute")
    make_learned(talk, "Friendly", opening=opening)
    make_learned(talk, "Of the work", occupation=NURSE)

    typed = Page(client.get(done_of(talk))).typed()
    client.post(done_of(talk), {**typed, "level-commute": "4"})

    assert (typed["on"], typed["notes"], "thank" in typed) == ("2026-11-16", "Kind", False)
    assert typed["text-commute"] == "By tram\nOr by bus"
    assert told(alice) == [
        ("", None, "Of the work"),
        ("commute", 4, "By tram\nOr by bus"),
        ("", None, "Friendly"),
    ]


@pytest.mark.parametrize(
    ("sent", "word"),
    [
        ({"level-commute": "11"}, "Give a facet and a level from 0 to 10."),
        ({"level-commute": "far"}, "“far” is not one of the choices."),
        ({"text-commute": "x" * 2_001}, "What you learned has 2,001 characters"),
        ({"notes": "x" * 20_001}, "The text of your notes has 20,001 characters"),
        ({"on": "2026-11-21"}, "21 November 2026 cannot be the day."),
        ({"on": "today"}, "is not a day"),
    ],
)
def test_what_cannot_be_kept_stands_as_it_was_typed(
    client: Client, alice: Person, talk: Talk, sent: dict[str, str], word: str
) -> None:
    response = client.post(done_of(talk), {"facet": "commute", "text-words": HOSTILE, **sent})

    page = Page(response)
    assert response.status_code == 422
    assert word in page.alerts[0]
    assert page.alerts[0].endswith("what you typed still stands below.")
    assert page.typed()["text-words"] == HOSTILE
    assert (told(alice), state(talk)[4]) == ([], None)
    assert faults(page) == []


def test_invented_facet_is_not_kept(client: Client, alice: Person, talk: Talk) -> None:
    facet = "own_" + "9" * 60

    response = client.post(done_of(talk), {"facet": facet, f"level-{facet}": "5"})

    assert (response.status_code, told(alice)) == (422, [])
    assert facet not in response.content.decode().replace(facet[:40], "")


def test_kind_of_work_is_told_of_in_words(client: Client, alice: Person) -> None:
    talk = make_talk(make_contact(alice), question=f"field-{NURSE}", about="Registered Nurses")

    page = Page(client.get(done_of(talk)))
    client.post(done_of(talk), {"text-words": "Long nights"})

    assert (page.texts("legend"), page.all("select")) == ([], [])
    assert told(alice) == [("", None, "Long nights")]


def test_way_is_told_of_by_its_levels(client: Client, alice: Person) -> None:
    way = a_way(alice, "A degree")
    a_want(alice, "autonomy")
    talk = make_talk(make_contact(alice), question=f"way-{way.pk}.autonomy", about="A degree")

    client.post(done_of(talk), {"facet": "autonomy", "level-autonomy": "9"})

    (learned,) = of(Learned, alice)
    assert (learned.way, learned.level) == (way, 9)


def test_talk_about_nothing_in_particular_has_only_notes(client: Client, alice: Person) -> None:
    talk = make_talk(make_contact(alice))

    page = Page(client.get(done_of(talk)))
    client.post(done_of(talk), {"notes": "Kind", "text-words": "Lost"})

    talk.refresh_from_db()
    assert page.texts("h2") == ["What follows"]
    assert (talk.notes, told(alice)) == ("Kind", [])


def test_talk_about_something_gone_keeps_what_else_was_learned(
    client: Client, alice: Person, talk: Talk, opening: Opening
) -> None:
    make_learned(talk, "Of the work", occupation=NURSE)
    make_learned(talk, "Of a way", way=a_way(alice))
    opening.delete()

    client.post(done_of(talk), {"notes": "Kind"})

    assert told(alice) == [("", None, "Of the work"), ("", None, "Of a way")]


def test_thanks_and_what_follows_become_steps(client: Client, alice: Person, talk: Talk) -> None:
    a_goal(alice)
    form = Page(client.get(done_of(talk)))

    page = Page(client.post(done_of(talk), {"thank": "yes", "follow_up": "Send the list"}, follow=True))

    assert form.typed()["thank"] == "yes"
    assert page.notices == ["Kept.", "2 steps are in your plan."]
    links = [a.text for a in page.all("a") if a.attributes["href"].startswith("/plan/steps/")]
    assert links == ["Thank Ana Ortiz and say what you made of it", "Send the list"]


def test_step_without_a_plan_says_what_it_needs(client: Client, talk: Talk) -> None:
    page = Page(client.post(done_of(talk), {"follow_up": "Send the list"}, follow=True))

    assert page.notices[1] == "There is no plan yet that could take the step in; choose a goal first."


def test_help_is_offered_first_when_one_is_worn_out(client: Client, alice: Person, talk: Talk) -> None:
    for count in range(6):
        a_checkin(alice, weeks_before(count), energy=9)

    assert Page(client.get(page_of(talk))).all("p", class_="message help-line")
    assert Page(client.get(TALKS)).all("p", class_="message help-line")


@pytest.mark.parametrize("address", ["", "talked/", "reminder.ics"])
def test_talk_of_somebody_else_is_not_found(client: Client, bob: Person, address: str) -> None:
    theirs = make_talk(make_contact(bob, "Zoe"), meet_on=TODAY)

    assert client.get(f"{page_of(theirs)}{address}").status_code == 404


@pytest.mark.parametrize("address", ["", "asked/", "replied/", "silent/", "meet/", "remove/", "talked/"])
def test_talk_of_somebody_else_is_not_changed(client: Client, bob: Person, address: str) -> None:
    theirs = make_talk(make_contact(bob, "Zoe"), message="Mine")
    before = Talk.objects.filter(pk=theirs.pk).values().get()

    response = client.post(f"{page_of(theirs)}{address}", {"message": "Not mine", "day": "2026-11-26"})

    assert response.status_code == 404
    assert Talk.objects.filter(pk=theirs.pk).values().get() == before


def test_example_has_a_talk_that_was_and_one_ahead(filled: Client) -> None:
    page = Page(filled.get(TALKS))

    links = [a.attributes["href"] for a in page.all("a") if a.attributes["href"][:14] == TALKS]
    talks = [link for link in links if link != TALKS]
    assert page.texts("h2")[:2] == ["Ahead", "Done"]
    assert len(talks) == 2
    for link in talks:
        assert faults(Page(filled.get(link))) == []
        assert faults(Page(filled.get(f"{link}talked/"))) == []


def test_words_in_the_form_are_kept_when_the_message_is_said_to_be_sent(
    client: Client, alice: Person
) -> None:
    talk = make_talk(make_contact(alice), message="As proposed")

    client.post(
        f"/people/talks/{talk.pk}/asked/", {"on": "2026-11-20", "message": "My own", "question-1": "Why?"}
    )

    talk.refresh_from_db()
    assert (talk.message, talk.questions, talk.asked_on) == ("My own", ["Why?"], TODAY)
