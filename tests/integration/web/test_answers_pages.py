"""What others answered: taken in, typed, corrected, removed."""

from http import HTTPStatus
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.factories import TODAY, make_contact, make_invite, make_strength_answer
from tests.integration.web.reading import Page, faults
from tests.unit.core.explore.strengths.given import as_file, as_text, filled

from unrut.models import Person, StrengthAnswer, StrengthInvite
from unrut.queries.scope import of
from unrut.services.strengths import say_self_view

pytestmark = pytest.mark.integration

ANSWERS = "/people/strengths/answers/"


def returned(asked: StrengthInvite, **changes: Any) -> dict[str, Any]:
    """What the form of an invitation puts into its file."""
    return filled(bytes.fromhex(asked.key), invite=asked.code, **changes)


def kept(owner: Person) -> list[str]:
    return [answer.at_best for answer in of(StrengthAnswer, owner)]


@pytest.fixture
def asked(alice: Person) -> StrengthInvite:
    """Ana was asked, after alice said what she sees in herself."""
    say_self_view(alice, ["explains"], today=TODAY)
    return make_invite(make_contact(alice))


def test_no_answers_say_so(client: Client, asked: StrengthInvite) -> None:
    page = Page(client.get(ANSWERS))

    assert page.headline == "What came back?"
    assert ("None yet." in page.texts("p"), faults(page)) == (True, [])


def test_answers_wait_for_ones_own_view(client: Client, alice: Person) -> None:
    answer = make_strength_answer(alice, contact=make_contact(alice))

    page, one = Page(client.get(ANSWERS)), client.get(f"{ANSWERS}{answer.pk}/")

    assert "Ana Ortiz" not in [element.text for element in page.all("li")]
    assert one.headers["Location"] == "/people/strengths/"


def test_file_is_taken_in(client: Client, alice: Person, asked: StrengthInvite) -> None:
    file = SimpleUploadedFile("unrut-answer.json", as_file(returned(asked)))

    response = client.post(ANSWERS, {"doing": "take", "file": file})

    answer = of(StrengthAnswer, alice).get()
    assert (answer.contact, response.headers["Location"]) == (asked.contact, f"{ANSWERS}{answer.pk}/")


def test_text_without_a_name_is_taken_in_and_not_shown(
    client: Client, alice: Person, asked: StrengthInvite
) -> None:
    text = as_text(returned(asked, signed=False))

    response = client.post(ANSWERS, {"doing": "take", "text": text})

    answer = of(StrengthAnswer, alice).get()
    assert (answer.contact, response.headers["Location"]) == (None, ANSWERS)
    assert client.get(f"{ANSWERS}{answer.pk}/").status_code == HTTPStatus.NOT_FOUND


def test_answer_changed_by_hand_is_taken_only_knowingly(
    client: Client, alice: Person, asked: StrengthInvite
) -> None:
    told = {**returned(asked), "at_best": "You are never late."}
    typed = {"doing": "take", "text": as_text(told)}

    refused = client.post(ANSWERS, typed)
    before = kept(alice)
    client.post(ANSWERS, {**typed, "changed": "yes"})

    page = Page(refused)
    assert (refused.status_code, before) == (HTTPStatus.UNPROCESSABLE_ENTITY, [])
    assert [field.attributes["type"] for field in page.all("input", name="changed")] == ["checkbox"]
    assert [answer.is_changed for answer in of(StrengthAnswer, alice)] == [True]


def test_changed_file_need_not_be_chosen_again(client: Client, alice: Person, asked: StrengthInvite) -> None:
    told = as_file({**returned(asked), "at_best": "You are never late."})
    typed = {"doing": "take", "text": "Dear Alice", "file": SimpleUploadedFile("a.json", told)}

    refused = Page(client.post(ANSWERS, typed))
    held = refused.typed()["held"]
    client.post(ANSWERS, {"doing": "take", "text": "", "held": held, "changed": "yes"})

    assert refused.alerts[0].startswith("The answer of Ana Ortiz was changed after it left the form")
    assert (held.encode(), faults(refused)) == (told, [])
    assert kept(alice) == ["You are never late."]


def test_changed_text_is_not_held_twice(client: Client, asked: StrengthInvite) -> None:
    told = as_text({**returned(asked), "at_best": "You are never late."})

    page = Page(client.post(ANSWERS, {"doing": "take", "text": told}))

    assert (page.typed()["text"].strip(), page.all("input", name="held")) == (told.strip(), [])


def test_answer_is_taken_in_once(client: Client, alice: Person, asked: StrengthInvite) -> None:
    typed = {"doing": "take", "text": as_text(returned(asked))}
    client.post(ANSWERS, typed)

    response = client.post(ANSWERS, typed)

    assert [alert[:38] for alert in Page(response).alerts] == ["The answer of Ana Ortiz is here already"[:38]]
    assert len(kept(alice)) == 1


def test_answer_that_is_cut_short_is_said(client: Client, alice: Person, asked: StrengthInvite) -> None:
    text = as_text(returned(asked))

    response = client.post(ANSWERS, {"doing": "take", "text": text[: len(text) // 2]})

    assert [alert[:24] for alert in Page(response).alerts] == ["The answer is cut short."]
    assert kept(alice) == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is nothing to take in yet."),
        ("Dear Alice", "This is no answer from a form of Unrut."),
        ("x" * 200_001, "too long"),
    ],
    ids=["nothing", "letter", "long"],
)
def test_what_is_no_answer_is_said(
    client: Client, alice: Person, asked: StrengthInvite, text: str, sentence: str
) -> None:
    response = client.post(ANSWERS, {"doing": "take", "text": text})

    assert [sentence in alert for alert in Page(response).alerts] == [True]
    assert kept(alice) == []


def test_answer_for_somebody_else_is_refused(
    client: Client, alice: Person, bob: Person, asked: StrengthInvite
) -> None:
    other, before = make_invite(make_contact(bob)), kept(bob)

    response = client.post(ANSWERS, {"doing": "take", "text": as_text(returned(other))})

    assert ["not among yours" in alert for alert in Page(response).alerts] == [True]
    assert (kept(alice), kept(bob)) == ([], before)


def test_who_answered_is_chosen_among_those_who_have_not(
    client: Client, alice: Person, asked: StrengthInvite
) -> None:
    ben = make_contact(alice, "Ben")
    make_invite(make_contact(alice, "Cem"), answered_on=TODAY)

    page = Page(client.get(ANSWERS))

    chosen = [(option.attributes["value"], option.text) for option in page.all("option")]
    assert chosen == [("", "Choose"), (str(asked.contact.pk), "Ana Ortiz"), (str(ben.pk), "Ben")]


def test_typed_answer_without_a_name_is_shown_nowhere_singly(
    client: Client, alice: Person, asked: StrengthInvite
) -> None:
    typed = {"doing": "type", "who": str(asked.contact.pk), "at_best": "You stayed calm.", "signed": "no"}

    response = client.post(ANSWERS, typed, follow=True)

    page = Page(response)
    assert page.notices == ["Kept, without a name."]
    assert [(each.contact, each.giver, each.is_signed) for each in of(StrengthAnswer, alice)] == [
        (None, "", False)
    ]
    assert ("You stayed calm." in response.content.decode(), page.all("ul", class_="rows")) == (False, [])
    assert [text[:35] for text in page.texts("p", class_="quiet")][
        -1
    ] == "1 answer without a name waits until"


def test_answer_on_paper_is_typed(client: Client, alice: Person, asked: StrengthInvite) -> None:
    typed = {"doing": "type", "who": str(asked.contact.pk), "at_best": "You stayed calm.", "signed": "yes"}

    client.post(ANSWERS, {**typed, "quote": "yes"})

    page = Page(client.get(ANSWERS))
    answer = of(StrengthAnswer, alice).get()
    assert (answer.at_best, answer.may_quote, answer.is_signed) == ("You stayed calm.", True, True)
    assert "Ana Ortiz" in page.texts("li")[-1]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"at_best": "You stayed calm."}, "Say who answered"),
        ({"who": "999999", "at_best": "You stayed calm."}, "nothing here"),
        ({"who": "{ana}"}, "empty"),
    ],
)
def test_answer_that_cannot_be_typed_stays_typed(
    client: Client, alice: Person, asked: StrengthInvite, typed: dict[str, str], sentence: str
) -> None:
    told = {name: value.format(ana=asked.contact.pk) for name, value in typed.items()}

    response = client.post(ANSWERS, {"doing": "type", **told})

    page = Page(response)
    assert [sentence in alert for alert in page.alerts] == [True]
    assert (page.typed()["at_best"], kept(alice)) == (typed.get("at_best", ""), [])


@pytest.mark.parametrize("address", [ANSWERS, f"{ANSWERS}{{answer}}/"])
def test_doing_something_else_is_no_page(
    client: Client, alice: Person, asked: StrengthInvite, address: str
) -> None:
    answer = make_strength_answer(alice, contact=asked.contact)

    response = client.post(address.format(answer=answer.pk), {"doing": "sing"})

    assert response.status_code == HTTPStatus.NOT_FOUND


def test_answer_shows_its_words_and_what_was_read(
    client: Client, alice: Person, asked: StrengthInvite
) -> None:
    answer = make_strength_answer(alice, contact=asked.contact)

    page = Page(client.get(f"{ANSWERS}{answer.pk}/"))

    assert page.headline == "What Ana Ortiz says"
    assert page.texts("blockquote") == ["You explained the contract to me."]
    assert (page.typed()["seen"], faults(page)) == ("explains", [])


def test_answer_nothing_was_found_in_says_so(client: Client, alice: Person, asked: StrengthInvite) -> None:
    answer = make_strength_answer(alice, "Hm.", contact=asked.contact, is_changed=True, may_quote=False)

    page = Page(client.get(f"{ANSWERS}{answer.pk}/"))

    assert page.texts("p", class_="quiet").count("Nothing was found.") == 2
    assert page.texts("p", class_="quiet")[0] == (
        "Ana Ortiz, on 16 November 2026 · changed on the way · is counted, not quoted"
    )


def test_recommendation_is_named_as_what_it_is(client: Client, alice: Person, asked: StrengthInvite) -> None:
    answer = make_strength_answer(
        alice,
        "She explains well.",
        contact=None,
        is_signed=True,
        giver="Dana",
        received_on=TODAY,
        way="recommended",
    )

    page = Page(client.get(f"{ANSWERS}{answer.pk}/"))

    assert (page.headline, page.texts("h2")[0]) == ("What Dana says", "The recommendation")


def test_hostile_words_stay_words(client: Client, alice: Person) -> None:
    hostile = "</textarea><script>alert(1)</script> & {{ x }} =cmd"
    say_self_view(alice, ["explains"], today=TODAY)
    contact = make_contact(alice, hostile)
    answer = make_strength_answer(alice, f"You explained it. {hostile}", contact=contact)

    pages = [Page(client.get(address)) for address in (ANSWERS, f"{ANSWERS}{answer.pk}/")]

    assert [faults(page) for page in pages] == [[], []]
    assert pages[1].texts("blockquote") == [f"You explained it. {hostile}"]


def test_reading_is_corrected_and_given_back(client: Client, alice: Person, asked: StrengthInvite) -> None:
    answer = make_strength_answer(alice, contact=asked.contact)
    address = f"{ANSWERS}{answer.pk}/"

    client.post(address, {"doing": "say", "seen": ["listens"], "warned": ["builds"]})
    answer.refresh_from_db()
    corrected = (answer.seen, answer.warned)
    client.post(address, {"doing": "read"})

    answer.refresh_from_db()
    assert (corrected, answer.seen, answer.warned) == ((["listens"], ["builds"]), None, None)


def test_strength_there_is_none_of_is_refused(client: Client, alice: Person, asked: StrengthInvite) -> None:
    answer = make_strength_answer(alice, contact=asked.contact)

    response = client.post(f"{ANSWERS}{answer.pk}/", {"doing": "say", "seen": ["flies"]})

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert ["flies" in alert for alert in Page(response).alerts] == [True]


def test_answer_is_removed(client: Client, alice: Person, asked: StrengthInvite) -> None:
    answer = make_strength_answer(alice, contact=asked.contact)

    response = client.post(f"{ANSWERS}{answer.pk}/", {"doing": "remove"})

    assert (response.headers["Location"], kept(alice)) == (ANSWERS, [])


def test_answer_of_another_person_is_not_there(
    client: Client, alice: Person, bob: Person, asked: StrengthInvite
) -> None:
    answer = make_strength_answer(bob, contact=make_contact(bob))

    assert client.get(f"{ANSWERS}{answer.pk}/").status_code == HTTPStatus.NOT_FOUND
