"""The portrait of strengths, one's own view before it, and whom one asks."""

from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories import MONDAY, TODAY, make_contact, make_invite, make_strength_answer
from tests.integration.web.reading import Page, faults

from unrut.models import Contact, Person, SelfView, StrengthInvite
from unrut.queries.scope import of
from unrut.services.strengths import say_self_view

pytestmark = pytest.mark.integration

PORTRAIT, ME, ASK = "/people/strengths/", "/people/strengths/me/", "/people/strengths/ask/"
FILE = "/people/strengths/portrait.pdf"


def seen(owner: Person, *strengths: str) -> None:
    say_self_view(owner, strengths or ("explains",), today=TODAY)


def themes(page: Page) -> list[str]:
    return page.texts("h3")


# The portrait.


def test_portrait_begins_with_ones_own_view(client: Client, alice: Person) -> None:
    make_strength_answer(alice, contact=make_contact(alice))

    response = client.get(PORTRAIT)

    page = Page(response)
    assert page.headline == "Others see strengths in you that you take for granted."
    assert (themes(page), faults(page)) == ([], [])
    assert b"You explained the contract to me." not in response.content


def test_portrait_nobody_added_to_says_how_to_go_on(client: Client, alice: Person) -> None:
    seen(alice, "finishes")

    page = Page(client.get(PORTRAIT))

    assert page.headline == "You said what you see in yourself. Now ask others."
    assert (themes(page), faults(page)) == (["Finishes"], [])
    assert page.texts("a", class_="button") == ["Ask people"]


def test_portrait_names_who_sees_what_in_their_words(client: Client, alice: Person) -> None:
    seen(alice)
    for name in ("Ana Ortiz", "Ben Okafor", "Cem Aydin"):
        make_strength_answer(alice, "You explained the contract to me.", contact=make_contact(alice, name))

    page = Page(client.get(PORTRAIT))

    assert page.headline == "What others see most in you: explaining things."
    assert page.texts("p")[1] == (
        "3 of the 3 people who answered say so. A theme takes three people; what fewer see is a beginning."
    )
    assert (themes(page), faults(page)) == (["Explains things"], [])
    assert "3 people · a theme" in page.texts("p")
    assert page.texts("footer", class_="small quiet") == ["Ana Ortiz", "Ben Okafor", "Cem Aydin"]


def test_words_that_may_not_be_quoted_are_only_counted(client: Client, alice: Person) -> None:
    seen(alice)
    make_strength_answer(alice, may_quote=False, contact=make_contact(alice))

    page = Page(client.get(PORTRAIT))

    assert (themes(page), page.all("blockquote")) == (["Explains things"], [])


def test_answers_without_a_name_wait_until_there_are_four(client: Client, alice: Person) -> None:
    seen(alice)
    for number in range(3):
        make_strength_answer(alice, f"You explained it {number} times.")

    response = client.get(PORTRAIT)
    waiting, before = Page(response), response.content
    make_strength_answer(alice, "You explained it slowly.")
    shown = Page(client.get(PORTRAIT))

    assert waiting.headline == "Answers are here, and none of them can be shown yet."
    assert b"You explained it" not in before
    assert any(text.startswith("3 answers without a name wait") for text in waiting.texts("p"))
    assert shown.headline == "What others see most in you: explaining things."
    assert (len(shown.all("blockquote")), shown.all("footer", class_="small quiet")) == (4, [])


def test_many_strengths_are_folded(client: Client, alice: Person) -> None:
    seen(alice, "explains", "writes", "listens", "builds", "careful", "numbers")

    page = Page(client.get(PORTRAIT))

    assert page.texts("summary") == ["2 more: You see it, and nobody named it yet"]
    assert len(themes(page)) == 6


def test_work_that_would_waste_one_is_told(client: Client, alice: Person) -> None:
    seen(alice)
    make_strength_answer(
        alice, "", wasted="Work where nobody wants anything explained.", contact=make_contact(alice)
    )

    page = Page(client.get(PORTRAIT))

    assert "What would waste you" in page.texts("h2")
    assert page.texts("blockquote") == ["“Work where nobody wants anything explained”Ana Ortiz"]


def test_portrait_is_kept_as_a_page(client: Client, alice: Person) -> None:
    seen(alice)
    make_strength_answer(alice, contact=make_contact(alice))

    response = client.get(FILE)

    assert (response.status_code, response.content[:5]) == (HTTPStatus.OK, b"%PDF-")
    assert response.headers["Content-Disposition"] == 'attachment; filename="unrut-portrait.pdf"'


def test_portrait_before_ones_own_view_is_no_file(client: Client) -> None:
    assert client.get(FILE).status_code == HTTPStatus.NOT_FOUND


def test_portrait_waits_for_those_who_were_asked(client: Client, alice: Person) -> None:
    seen(alice, "finishes")
    make_invite(make_contact(alice))

    page = Page(client.get(PORTRAIT))

    assert page.headline == "You asked 1 person. Nobody answered yet."
    assert page.texts("p")[1] == "Two weeks are usual, and a second asking is no shame."
    assert page.texts("a", class_="button") == ["Take in an answer"]
    assert page.texts("h2")[0] == "You see it, and nobody named it yet"


def test_portrait_of_answers_without_a_strength_says_what_to_do(client: Client, alice: Person) -> None:
    seen(alice)
    make_strength_answer(alice, "Hm.", contact=make_contact(alice))

    page = Page(client.get(PORTRAIT))

    assert page.headline == "Answers are here, and nothing was found in them yet."
    assert "Open an answer and say what it speaks of." in page.texts("p")[1]


def test_words_of_many_are_folded(client: Client, alice: Person) -> None:
    seen(alice)
    for number in range(5):
        contact = make_contact(alice, f"Person {number}")
        make_strength_answer(alice, f"You explained {number} things.", contact=contact)

    page = Page(client.get(PORTRAIT))

    (fold,) = page.all("details")
    assert page.texts("summary") == ["2 more say so: Explains things"]
    assert (len(page.all("blockquote")), [each.tag for each in fold.inside].count("blockquote")) == (5, 2)


def test_hostile_names_and_words_stay_words(client: Client, alice: Person) -> None:
    hostile = "<script>alert(1)</script> & {{ x }}"
    seen(alice)
    contact = make_contact(alice, hostile)
    make_strength_answer(alice, f"You explained the {hostile}", contact=contact)
    make_invite(contact)

    pages = [Page(client.get(address)) for address in (PORTRAIT, ASK)]

    assert [faults(page) for page in pages] == [[], []]
    assert pages[0].texts("footer", class_="small quiet") == [hostile]
    assert hostile in pages[1].texts("h3")


@pytest.mark.parametrize("address", [PORTRAIT, ASK, "/people/strengths/answers/"])
def test_pages_ask_the_store_as_often_for_three_as_for_one(
    client: Client, alice: Person, address: str
) -> None:
    seen(alice)
    counts = []
    for number in range(3):
        contact = make_contact(alice, f"Person {number}")
        make_invite(contact)
        make_strength_answer(alice, contact=contact)
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        counts.append(len(captured))

    assert counts[2] == counts[0]


# One's own view.


def test_own_view_is_chosen_and_kept(client: Client, alice: Person) -> None:
    response = client.post(ME, {"strength": ["explains", "listens"]})

    page = Page(client.get(ME))
    assert response.headers["Location"] == PORTRAIT
    assert of(SelfView, alice).get().strengths == ["explains", "listens"]
    assert page.typed()["strength"] == "listens"
    assert page.texts("legend") == [
        "How you think",
        "How you get things done",
        "How you are with people",
        "What you stand for",
    ]
    assert faults(page) == []


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ([], "You named 0 strengths."),
        (
            ["explains", "writes", "listens", "builds", "careful", "numbers", "lifts", "settles"],
            "You named 8",
        ),
        (["flies"], "flies"),
    ],
)
def test_own_view_that_cannot_be_is_refused(
    client: Client, alice: Person, chosen: list[str], sentence: str
) -> None:
    response = client.post(ME, {"strength": chosen})

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert [sentence in text for text in Page(response).alerts] == [True]
    assert of(SelfView, alice).count() == 0


# Whom to ask.


def test_people_are_asked_by_circle(client: Client, alice: Person) -> None:
    make_contact(alice, "Ana Ortiz", circle="mentor")
    make_contact(alice, "Ben Okafor")

    page = Page(client.get(ASK))

    assert page.headline == "Who has seen you at your best?"
    assert page.texts("legend") == ["Mentors", "Not sorted yet"]
    assert faults(page) == []


def test_those_ticked_get_a_form_each(client: Client, alice: Person) -> None:
    ana = make_contact(alice)

    client.post(ASK, {"doing": "ask", "who": [str(ana.pk)], "name": "Alice"})

    invite = of(StrengthInvite, alice).get()
    page = Page(client.get(ASK))
    form = client.get(f"{ASK}{invite.pk}/form.html")
    paper = client.get(f"{ASK}{invite.pk}/form.pdf")
    alice.refresh_from_db()
    assert (invite.contact, alice.name, page.headline) == (ana, "Alice", "You asked 1 person.")
    assert invite.code.encode() in form.content
    assert paper.content.startswith(b"%PDF-")
    assert [response.headers["Content-Disposition"] for response in (form, paper)] == [
        f'attachment; filename="unrut-questions-ana-ortiz-{ana.pk}.{kind}"' for kind in ("html", "pdf")
    ]
    assert faults(page) == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"doing": "ask", "name": "Alice"}, "Nobody is ticked."),
        ({"doing": "ask", "name": " ", "who": "{ana}"}, "has to say who asks"),
        ({"doing": "ask", "name": "Alice", "who": "999999"}, "nothing here"),
        ({"doing": "take-back", "invite": "999999"}, "no such invitation"),
    ],
)
def test_asking_that_cannot_be_is_said(
    client: Client, alice: Person, typed: dict[str, str], sentence: str
) -> None:
    ana = make_contact(alice)

    response = client.post(ASK, {name: value.format(ana=ana.pk) for name, value in typed.items()})

    assert [sentence in text for text in Page(response).alerts] == [True]
    assert of(StrengthInvite, alice).count() == 0


def test_asking_for_something_else_is_no_page(client: Client) -> None:
    assert client.post(ASK, {"doing": "sing"}).status_code == HTTPStatus.NOT_FOUND


def test_invitation_is_taken_back(client: Client, alice: Person) -> None:
    invite = make_invite(make_contact(alice))

    client.post(ASK, {"doing": "take-back", "invite": str(invite.pk)})

    assert of(StrengthInvite, alice).count() == 0


def test_invitation_that_was_answered_stays(client: Client, alice: Person) -> None:
    invite = make_invite(make_contact(alice), answered_on=MONDAY)

    response = client.post(ASK, {"doing": "take-back", "invite": str(invite.pk)})

    assert Page(response).alerts == ["Ana Ortiz has answered already, so there is nothing to take back."]
    assert of(StrengthInvite, alice).count() == 1


def test_message_to_go_with_the_form_greets_by_name_and_can_be_copied(client: Client, alice: Person) -> None:
    alice.name = "Alice"
    alice.save()
    invite = make_invite(make_contact(alice, circle="friend"))

    page = Page(client.get(ASK))

    (message,) = page.all("textarea")
    assert message.text.startswith("Hi Ana,\n\nI am thinking about the next step in my working life")
    assert page.all("copy-text")[0].attributes["data-of"] == message.attributes["id"]
    assert page.all("label", for_=f"message-{invite.pk}")[0].text == "Message to Ana Ortiz"


def test_forms_wait_for_the_name_of_who_asks(client: Client, alice: Person) -> None:
    make_invite(make_contact(alice))
    before = Page(client.get(ASK))

    response = client.post(ASK, {"doing": "name", "name": " Alice "}, follow=True)

    after = Page(response)
    forms = [[link for link in page.texts("a") if "form as a file" in link] for page in (before, after)]
    assert [len(each) for each in forms] == [0, 1]
    assert after.notices[0] == "Kept: your name stands on the forms."
    assert (before.all("input", id="own-name") == [], after.all("input", id="own-name")) == (False, [])


def test_name_that_is_none_keeps_nothing(client: Client, alice: Person) -> None:
    make_invite(make_contact(alice))

    page = Page(client.post(ASK, {"doing": "name", "name": " "}))

    alice.refresh_from_db()
    assert [alert[:26] for alert in page.alerts] == ["The form has to say who as"]
    assert alice.name == ""


def test_form_without_a_name_says_what_is_missing(client: Client, alice: Person) -> None:
    invite = make_invite(make_contact(alice))

    response = client.get(f"{ASK}{invite.pk}/form.html")

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "The form has to say who asks. Give your name first." in response.content.decode()


def test_those_ticked_stay_ticked_when_something_is_wrong(client: Client, alice: Person) -> None:
    ana = make_contact(alice)
    make_contact(alice, "Ben")

    page = Page(client.post(ASK, {"doing": "ask", "name": "x" * 151, "who": str(ana.pk)}))

    ticked = [box.attributes["value"] for box in page.all("input", name="who") if "checked" in box.attributes]
    assert (ticked, page.typed()["name"]) == ([str(ana.pk)], "x" * 151)


def test_somebody_elses_contact_is_not_asked(client: Client, alice: Person, bob: Person) -> None:
    theirs = make_contact(bob)

    response = client.post(ASK, {"doing": "ask", "name": "Alice", "who": str(theirs.pk)})

    assert len(Page(response).alerts) == 1
    assert of(StrengthInvite, alice).count() == 0


def test_who_was_asked_is_not_offered_again(client: Client, alice: Person) -> None:
    ana = make_contact(alice)
    make_contact(alice, "A. Ortiz", same_as=ana)
    make_invite(ana)

    page = Page(client.get(ASK))

    assert page.all("input", name="who") == []
    assert "Nobody is left to ask. Add somebody who knows you from another side." in page.texts("p")


def test_page_without_people_offers_to_add_them(client: Client) -> None:
    page = Page(client.get(ASK))

    assert page.headline == "Who has seen you at your best?"
    assert page.texts("a", class_="button") == ["Add somebody"]
    assert (page.all("form", role="search"), faults(page)) == ([], [])


def test_of_very_many_only_the_first_are_shown(client: Client, alice: Person) -> None:
    rows = [Contact(owner=alice, name=f"Person {number:03d}", made_on=MONDAY) for number in range(201)]
    Contact.objects.bulk_create(rows)

    page = Page(client.get(ASK))

    assert len(page.all("input", name="who")) == 200
    assert "The first 200 of 201: search for others." in page.texts("p")


def test_search_with_odd_signs_finds_nobody(client: Client, alice: Person) -> None:
    make_contact(alice)

    page = Page(client.get(ASK, {"q": "\0<i>\0"}))

    assert (page.typed()["q"], page.all("input", name="who"), faults(page)) == ("<i>", [], [])


def test_search_narrows_whom_to_ask(client: Client, alice: Person) -> None:
    make_contact(alice, "Ana Ortiz")
    make_contact(alice, "Ben Okafor")

    found = Page(client.get(ASK, {"q": "okafor"}))
    nobody = Page(client.get(ASK, {"q": "zzz"}))

    assert [field.attributes["type"] for field in found.all("input", name="who")] == ["checkbox"]
    assert "Nobody you know is found by that." in nobody.texts("p")


@pytest.mark.parametrize("file", ["form.html", "form.pdf"])
def test_form_of_somebody_else_is_not_there(client: Client, bob: Person, file: str) -> None:
    invite = make_invite(make_contact(bob))

    assert client.get(f"{ASK}{invite.pk}/{file}").status_code == HTTPStatus.NOT_FOUND
