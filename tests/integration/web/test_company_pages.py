"""Companies by their openings, with what the person knows of them."""

import pytest
from django.test import Client
from tests.factories import MONDAY, a_company_note, a_note, a_want, an_opening, weeks_before
from tests.integration.web.reading import Page, faults

from unrut.models import CompanyNote, NoteKind, Opening, Person
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

LIST = "/fit/companies/"
HOSTILE = "<script>x</script> & Söhne"


def kept(owner: Person) -> list[tuple[str, str, str]]:
    return list(of(CompanyNote, owner).values_list("key", "note", "people"))


def test_no_companies_say_where_they_come_from(client: Client, bob: Person) -> None:
    page = Page(client.get(LIST))

    assert (page.headline, page.all("ul", class_="rows")) == ("No companies yet.", [])
    assert "They come with their openings" in client.get(LIST).content.decode()


def test_companies_stand_with_their_openings_and_people(client: Client, alice: Person) -> None:
    an_opening(alice, company="The Mill Ltd.")
    an_opening(alice, "Setter", company=HOSTILE, gone_on=MONDAY)
    a_company_note(alice, "Mill", people="Dora")

    page = Page(client.get(LIST))

    assert page.headline == "2 companies, 1 with an opening now."
    assert page.texts("h2")[:2] == ["Mill", HOSTILE]
    assert page.texts("p", class_="small quiet")[:2] == [
        "1 opening · you know Dora",
        "1 opening · 0 still listed",
    ]
    assert faults(page) == []
    links = [link.attributes["href"] for link in page.all("a") if link.text in {"Mill", HOSTILE}]
    assert [client.get(link).status_code for link in links] == [200, 200]


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ({"name": HOSTILE, "note": " Quiet. ", "people": "Dora"}, ("Quiet.", "Dora")),
        ({"name": HOSTILE}, ("A company to look at.", "")),
    ],
)
def test_company_is_written_down(
    client: Client, alice: Person, typed: dict[str, str], note: tuple[str, str]
) -> None:
    response = client.post(LIST, typed, follow=True)

    page = Page(response)
    assert [row[1:] for row in kept(alice)] == [note]
    assert page.headline == f"{HOSTILE} has no opening here yet."
    assert (page.typed()["note"], page.typed()["people"], faults(page)) == (*note, [])


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ({}, ("Friendly on the phone.", "Dora")),
        ({"note": "Loud."}, ("Loud.", "Dora")),
        ({"people": "Emil"}, ("Friendly on the phone.", "Emil")),
    ],
)
def test_company_written_down_again_keeps_what_is_not_written_anew(
    client: Client, alice: Person, typed: dict[str, str], note: tuple[str, str]
) -> None:
    a_company_note(alice, "Mill", people="Dora")

    response = client.post(LIST, {"name": "The Mill", **typed})

    assert response.headers["Location"] == f"{LIST}mill/"
    assert kept(alice) == [("mill", *note)]


def test_people_of_a_company_with_openings_need_no_note(client: Client, alice: Person) -> None:
    an_opening(alice, company="Mill")

    client.post(LIST, {"name": "Mill", "people": "Dora"})

    assert kept(alice) == [("mill", "A company to look at.", "Dora")]


@pytest.mark.parametrize("typed", [{}, {"name": " – "}, {"name": "Mill", "people": "p" * 5001}])
def test_company_that_cannot_be_written_down_is_a_sentence(
    client: Client, alice: Person, typed: dict[str, str]
) -> None:
    response = client.post(LIST, typed)

    assert (response.status_code, len(Page(response).alerts), kept(alice)) == (422, 1, [])


def test_company_shows_its_openings_with_their_fit(client: Client, alice: Person) -> None:
    a_want(alice, "remote_location", 100, 10)
    an_opening(alice, "Weaver", company="Mill", place="Leeds", text="This is a fully remote role.")
    an_opening(alice, "Setter", company="Mill", gone_on=MONDAY)

    page = Page(client.get(f"{LIST}mill/"))

    assert page.headline == "Mill has 1 opening now."
    assert page.texts("h3") == ["Weaver", "Setter"]
    assert page.texts("p", class_="small quiet")[0].startswith("Leeds · ")
    assert page.texts("span", class_="small quiet") == ["no longer listed since 16 November 2026"]
    assert faults(page) == []


def test_company_has_no_fit_while_nothing_is_wanted(client: Client, alice: Person) -> None:
    an_opening(alice, "Weaver", company="Mill", place="Leeds")

    assert Page(client.get(f"{LIST}mill/")).texts("p", class_="small quiet")[0] == "Leeds"


def test_company_is_held_against_what_to_look_for_and_avoid(client: Client, alice: Person) -> None:
    for count in range(3):
        a_note(alice, f"The train was late {count}", NoteKind.DISLIKE, weeks_before(count))
        a_note(alice, f"My boss decides everything {count}", NoteKind.DISLIKE, weeks_before(count))
    an_opening(alice, "Weaver", company="Mill", text="This is a fully remote role.")

    page = Page(client.get(f"{LIST}mill/"))

    (reasons,) = page.all("ul", class_="reasons")
    signs = [span.text for span in reasons.inside if span.attributes.get("class", "").startswith("sign")]
    assert "Beside what you look for, and avoid" in page.texts("h2")
    assert (signs[0], signs[-1]) == ("+", "?")
    assert any("This is a fully remote role" in cue for cue in page.texts("span", class_="cue"))


def test_own_words_are_kept_changed_and_forgotten(client: Client, alice: Person) -> None:
    an_opening(alice, company="Mill")
    address = f"{LIST}mill/"

    first = client.post(address, {"note": HOSTILE, "people": "Dora\n\nEmil"}, follow=True)
    assert kept(alice) == [("mill", HOSTILE, "Dora\nEmil")]
    page = Page(first)
    assert (page.notices, page.typed()["note"], faults(page)) == (["Kept."], HOSTILE, [])

    last = client.post(address, {"note": " ", "people": ""})
    assert (last.headers["Location"], kept(alice)) == (address, [])


@pytest.mark.parametrize("words", ["", " "])
def test_company_without_openings_is_gone_with_its_words(client: Client, alice: Person, words: str) -> None:
    a_company_note(alice, "Mill")

    response = client.post(f"{LIST}mill/", {"note": words, "people": words})

    assert (response.headers["Location"], kept(alice)) == (LIST, [])


def test_words_that_are_too_long_are_a_sentence_and_stay_typed(client: Client, alice: Person) -> None:
    a_company_note(alice, "Mill")

    response = client.post(f"{LIST}mill/", {"note": "n" * 20_001, "people": "Dora"})

    page = Page(response)
    assert (response.status_code, page.alerts) == (
        422,
        ["The note has 20,001 characters, and there is room for 20,000. Shorten it."],
    )
    assert (len(page.typed()["note"]), page.typed()["people"]) == (20_001, "Dora")
    assert kept(alice) == [("mill", "Friendly on the phone.", "")]


@pytest.mark.parametrize("key", ["press%20bob", "nowhere", "%00", "<b>", "mill%0a"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_company_that_is_not_known_is_not_there(
    client: Client, alice: Person, bob: Person, method: str, key: str
) -> None:
    assert of(Opening, bob).filter(company_key="press bob").exists()

    response = getattr(client, method)(f"{LIST}{key}/")

    assert (response.status_code, len(Page(response).alerts)) == (404, 1)
    assert kept(alice) == []


def test_companies_of_somebody_else_do_not_show(client: Client, bob: Person) -> None:
    assert b"bob" not in client.get(LIST).content


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_companies_take_no_other_method(client: Client, alice: Person, method: str) -> None:
    a_company_note(alice, "Mill")

    assert [getattr(client, method)(address).status_code for address in (LIST, f"{LIST}mill/")] == [405, 405]
