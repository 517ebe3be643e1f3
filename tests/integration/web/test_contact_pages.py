"""One of the people one knows: shown, corrected, joined, taken apart, forgotten; and where else they are named."""

from datetime import date

import pytest
from django.test import Client
from tests.factories import (
    TODAY,
    a_company_note,
    a_job,
    a_note,
    a_want,
    an_opening,
    make_contact,
    make_invite,
    make_strength_answer,
    make_talk,
    weeks_before,
)
from tests.integration.web.reading import Page, faults

from unrut.models import Contact, Person, Talk
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

SAME = "/people/same/"
HOSTILE = "<b>x</b> & 'Söhne'"
TYPED = {
    "name": "Ana O.",
    "circle": "mentor",
    "how_known": "From the mill",
    "company": "Bakery",
    "position": "Baker",
    "email": "ana@bakery.example",
    "phone": "0123",
    "url": "https://ana.example/",
    "met_on": "2020-02-03",
    "last_on": "2026-11-02",
    "warmth": "7",
    "note": "Likes\nbread",
}


def at(contact: Contact) -> str:
    return f"/people/{contact.pk}/"


def facts(page: Page) -> dict[str, str]:
    return dict(zip(page.texts("dt"), page.texts("dd"), strict=True))


def test_page_says_who_it_is(client: Client, alice: Person) -> None:
    ana = make_contact(
        alice,
        HOSTILE,
        company="Mill",
        position="Miller",
        circle="friend",
        how_known=HOSTILE,
        note=HOSTILE,
        url="https://ana.example/",
        met_on=date(2020, 2, 3),
        past=[{"company": "Bakery", "position": "Baker"}, {"company": "Farm", "position": ""}],
    )

    page = Page(client.get(at(ana)))

    assert page.headline == f"{HOSTILE}, Miller at Mill."
    assert facts(page) == {
        "Circle": "Friend",
        "Position": "Miller",
        "Company": "Mill",
        "Before": "Farm",
        "Page": "https://ana.example/",
        "Met": "3 February 2020",
    }
    assert page.texts("dd")[3:5] == ["Baker at Bakery", "Farm"]
    assert faults(page) == []


def test_page_shows_what_they_could_answer_and_prepares_a_talk(client: Client, alice: Person) -> None:
    a_want(alice, "autonomy")
    an_opening(alice, company="The Mill Ltd.")
    ana = make_contact(alice, company="Mill", last_on=weeks_before(2))

    page = Page(client.get(at(ana)))

    assert page.headline == "Ana Ortiz, Mill; spoken to 2 weeks ago."
    (form,) = page.all("form", action="/people/talks/add/")
    sent = {
        field.attributes["name"]: field.attributes["value"] for field in form.inside if field.tag == "input"
    }
    assert (sent["contact"], sent["question"].partition("-")[0]) == (str(ana.pk), "opening")
    assert "Ana Ortiz may know something of 1 of your open questions." in client.get(at(ana)).content.decode()
    assert faults(page) == []


def test_page_folds_what_they_could_answer_beyond_five(client: Client, alice: Person) -> None:
    a_want(alice, "autonomy")
    a_want(alice, "commute")
    for place in range(3):
        an_opening(alice, f"Work {place}", company="Mill")
    ana = make_contact(alice, company="Mill")

    page = Page(client.get(at(ana)))

    assert (len(page.all("form", action="/people/talks/add/")), "1 more" in page.texts("summary")) == (
        6,
        True,
    )
    assert faults(page) == []


def test_page_says_that_nothing_is_open(client: Client, alice: Person) -> None:
    page = Page(client.get(at(make_contact(alice))))

    assert "Nothing is open yet that anybody could answer." in page.texts("p", class_="quiet")
    assert len(page.all("form", action="/people/talks/add/")) == 1


def test_page_warns_of_somebody_at_ones_own_place(client: Client, alice: Person) -> None:
    a_job(alice, company="The Mill Ltd.")

    page = Page(client.get(at(make_contact(alice, company="Mill"))))

    assert page.texts("p", class_="small")[1:2] == [
        "Ana Ortiz works where you do: think about who hears of it."
    ]


def test_page_lists_talks(client: Client, alice: Person) -> None:
    ana = make_contact(alice)
    talk = make_talk(ana, about="Data editor")

    page = Page(client.get(at(ana)))

    assert page.texts("a", href=f"/people/talks/{talk.pk}/") == [
        "Your talk with Ana Ortiz is prepared; the message is yours to send."
    ]


@pytest.mark.parametrize(
    ("signed", "sentence"),
    [
        (None, "You asked what they see in you, on 16 November 2026."),
        (False, "You asked what they see in you, on 16 November 2026."),
        (True, "They told you what they see in you, on 16 November 2026."),
    ],
)
def test_answers_without_a_name_are_never_told(
    client: Client, alice: Person, signed: bool | None, sentence: str
) -> None:
    ana = make_contact(alice)
    make_invite(ana, answered_on=TODAY if signed is not None else None)
    if signed is not None:
        make_strength_answer(alice, contact=ana if signed else None)

    page = Page(client.get(at(ana)))

    assert sentence in page.texts("p", class_="small quiet")


def test_what_is_known_is_changed(client: Client, alice: Person) -> None:
    ana = make_contact(alice)

    response = client.post(at(ana), TYPED, follow=True)

    page = Page(response)
    assert (page.notices, page.headline) == (
        ["Kept."],
        "Ana O., Baker at Bakery; spoken to 2 weeks ago.",
    )
    shown = {name: value.strip("\n") for name, value in page.typed().items() if name in TYPED}
    assert shown == {name: TYPED[name] for name in shown}
    ana.refresh_from_db()
    assert (ana.circle, ana.warmth, ana.last_on) == ("mentor", 7, date(2026, 11, 2))


@pytest.mark.parametrize(
    ("wrong", "alert"),
    [
        ({"name": ""}, "The person has no name. A first name will do."),
        ({"met_on": "3.2.2020"}, '"3.2.2020" is not a day. Write it like 2022-05-01.'),
        ({"warmth": "11"}, "How close you are is from 0 to 10, not 11."),
        ({"warmth": "x"}, "How close you are: “x” is not one of the choices. Choose one from the list."),
        (
            {"url": "javascript:alert(1)"},
            '"javascript:alert(1)" is no address of a page. Begin it with https:// or leave it out.',
        ),
    ],
)
def test_what_cannot_be_kept_is_said_and_stays_typed(
    client: Client, alice: Person, wrong: dict[str, str], alert: str
) -> None:
    ana = make_contact(alice)

    response = client.post(at(ana), {**TYPED, **wrong})

    page = Page(response)
    assert (response.status_code, page.alerts) == (422, [alert])
    assert page.typed()["company"] == "Bakery"
    assert len([fold for fold in page.all("details") if "open" in fold.attributes]) == 1
    assert faults(page) == []
    ana.refresh_from_db()
    assert (ana.name, ana.company) == ("Ana Ortiz", "")


@pytest.mark.parametrize(("sent", "on"), [({"on": "2026-11-18"}, date(2026, 11, 18)), ({"on": ""}, TODAY)])
def test_the_day_one_spoke_is_kept(client: Client, alice: Person, sent: dict[str, str], on: date) -> None:
    ana = make_contact(alice, company="Mill")

    response = client.post(at(ana), {"doing": "spoken", **sent})

    ana.refresh_from_db()
    assert (response["Location"], ana.last_on, ana.company) == (at(ana), on, "Mill")


def test_a_day_that_is_none_is_said(client: Client, alice: Person) -> None:
    ana = make_contact(alice)

    response = client.post(at(ana), {"doing": "spoken", "on": "2027-01-01"})

    page = Page(response)
    assert (response.status_code, page.alerts) == (
        422,
        ["The day you spoke cannot be 1 January 2027. Give one from 1930 to today."],
    )
    assert page.typed()["name"] == "Ana Ortiz"


def test_unknown_doing_is_no_form_of_ours(client: Client, alice: Person) -> None:
    assert client.post(at(make_contact(alice)), {"doing": "sell"}).status_code == 404


def test_joined_entry_leads_to_whom_it_belongs_and_is_taken_apart(client: Client, alice: Person) -> None:
    ana = make_contact(alice)
    other = make_contact(alice, "A. Ortiz", company="Mill", same_as=ana)

    page = Page(client.get(at(ana)))
    moved = client.get(at(other))
    response = client.post(f"/people/{other.pk}/part/", {"back": at(ana)}, follow=True)

    assert (moved.status_code, moved["Location"]) == (302, at(ana))
    assert page.headline == "Ana Ortiz, Mill."
    assert page.texts("button")[-2:] == ["Take it apart: A. Ortiz", "Keep the day"]
    assert (response.redirect_chain, Page(response).notices) == (
        [(at(ana), 302)],
        ["A. Ortiz stands alone again."],
    )
    other.refresh_from_db()
    assert other.same_as is None


def test_forgetting_says_what_goes_and_what_stays_first(client: Client, alice: Person) -> None:
    ana = make_contact(alice)
    make_contact(alice, "A. Ortiz", same_as=ana)
    make_talk(ana)
    make_strength_answer(alice, contact=ana)

    page = Page(client.get(f"/people/{ana.pk}/forget/"))

    assert page.headline == "Forget Ana Ortiz?"
    assert page.texts("li")[:4] == [
        "all 2 entries of Ana Ortiz, with what files told",
        "1 talk with its notes",
        "1 answer about your strengths, and its share in your portrait",
        "the name where you listed whom you know at a company",
    ]
    assert page.texts("button") == ["Forget Ana Ortiz"]
    assert of(Contact, alice).count() == 2
    assert faults(page) == []


def test_forgotten_is_gone_with_everything(client: Client, alice: Person) -> None:
    ana = make_contact(alice)
    make_talk(ana)
    a_note(alice, "Ana Ortiz laughed")
    a_company_note(alice, "Mill", people="Ana Ortiz")

    response = client.post(f"/people/{ana.pk}/forget/", follow=True)

    assert Page(response).notices == ["Ana Ortiz is forgotten. The name still stands in 1 text of your own."]
    assert (of(Contact, alice).count(), of(Talk, alice).count()) == (0, 0)
    assert client.get(at(ana)).status_code == 404


def test_pairs_that_may_be_one_person_are_joined_by_one_click(
    client: Client, alice: Person, bob: Person
) -> None:
    make_contact(bob, email="ana@mill.example")
    first = make_contact(alice, HOSTILE, email="ana@mill.example")
    second = make_contact(alice, "A. Ortiz", email="ANA@mill.example", source="linkedin", source_key="a")

    page = Page(client.get(SAME))
    sent = {name: value for name, value in page.typed().items() if name in {"first", "second"}}
    response = client.post(SAME, sent, follow=True)

    assert (page.headline, page.texts("h2")) == (
        "One pair of entries looks like one person.",
        [HOSTILE, "A. Ortiz"],
    )
    assert page.texts("p", class_="small quiet") == ["The same e-mail address"]
    assert page.texts("p", class_="small")[-2:] == ["ANA@mill.example", "from LinkedIn"]
    second.refresh_from_db()
    assert second.same_as == first
    after = Page(response)
    assert (after.headline, after.notices) == (
        "Nobody else stands here twice, as far as can be seen.",
        [f"{HOSTILE} is one person now."],
    )
    assert after.texts("button") == ["Take it apart: A. Ortiz"]
    assert faults(page) + faults(after) == []


def test_page_of_pairs_is_empty_at_first(client: Client) -> None:
    page = Page(client.get(SAME))

    assert (page.headline, page.all("form")) == ("Nobody stands here twice, as far as can be seen.", [])


def test_pairs_beyond_the_first_are_counted(client: Client, alice: Person) -> None:
    for place in range(27):
        make_contact(alice, f"Person {place}", email=f"{place}@mill.example")
        make_contact(alice, f"P. {place}", email=f"{place}@mill.example")

    page = Page(client.get(SAME))

    assert page.headline == "27 pairs of entries look like one person each."
    assert len(page.all("form")) == 25
    assert "2 more pairs stand here once these are joined." in page.texts("p", class_="small quiet")


@pytest.mark.parametrize(("sent", "status"), [({}, 422), ({"first": "1", "second": "x"}, 422)])
def test_wrong_pairs_join_nobody(client: Client, alice: Person, sent: dict[str, str], status: int) -> None:
    make_contact(alice)

    assert client.post(SAME, sent).status_code == status


def test_somebody_elses_people_are_not_there(client: Client, alice: Person, bob: Person) -> None:
    own, other = make_contact(alice), make_contact(bob)
    joined = make_contact(bob, "B. Ortiz", same_as=other)
    before = list(of(Contact, bob).values_list("name", "same_as"))

    answers = [
        client.get(at(other)),
        client.post(at(other), TYPED),
        client.get(f"{at(other)}forget/"),
        client.post(f"{at(other)}forget/"),
        client.post(f"{at(joined)}part/"),
        client.post(SAME, {"first": own.pk, "second": other.pk}),
    ]

    assert [answer.status_code for answer in answers] == [404] * 6
    assert list(of(Contact, bob).values_list("name", "same_as")) == before


def test_taking_apart_needs_a_post(client: Client, alice: Person) -> None:
    assert client.get(f"/people/{make_contact(alice).pk}/part/").status_code == 405


def test_company_and_opening_name_whom_one_knows_there(client: Client, alice: Person, bob: Person) -> None:
    make_contact(bob, "Somebody of Bob", company="Mill")
    ana = make_contact(alice, company="Mill", position="Miller")
    opening = an_opening(alice, company="The Mill Ltd.")

    for address in ("/fit/companies/mill/", f"/fit/options/opening-{opening.pk}/"):
        page = Page(client.get(address))

        assert page.texts("h2", id="people-here")[0].startswith("You know somebody at ")
        assert page.texts("a", href=at(ana)) == ["Ana Ortiz"]
        assert "Somebody of Bob" not in page.elements[0].text
        assert faults(page) == []


def test_gap_card_names_who_does_it(client: Client, alice: Person) -> None:
    ana, ben = (
        make_contact(alice, occupation="11-2021.00"),
        make_contact(alice, "Ben", occupation="11-2021.00"),
    )

    page = Page(client.get("/fit/work/11-2021.00/gap/"))

    assert page.texts("h2", id="people-here") == ["You know people who do it"]
    assert (page.texts("a", href=at(ana)), page.texts("a", href=at(ben))) == (["Ana Ortiz"], ["Ben"])
    assert faults(page) == []


def test_pages_say_nothing_where_nobody_is_known(client: Client, alice: Person) -> None:
    opening = an_opening(alice)

    addresses = (f"/fit/options/opening-{opening.pk}/", "/fit/work/11-2021.00/gap/")

    assert [Page(client.get(address)).all("h2", id="people-here") for address in addresses] == [[], []]
