"""Tables whose columns are named by the person, and pages that are fetched because somebody named them."""

from contextlib import nullcontext
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.factories import a_draft
from tests.integration.web.reading import Page, faults

from unrut.fetching.contract import FetchError, Outcome
from unrut.models import Opening, OpeningDraft, Person
from unrut.queries.scope import of
from unrut.web.explore import import_views

pytestmark = pytest.mark.integration

TABLE = b"was,wo,salary,kind\nWeberin,Leeds,30000 EUR,<b>new</b>\nSetzer,York,,old\n"
UNKNOWN = b"a1,b2\n1,2\n3,4\n"
POSTING = b"Beekeeper\n\nYou keep bees in Leeds.\n"


def upload(client: Client, name: str, content: bytes, **typed: str) -> Any:
    return client.post("/fit/add/", {"file": SimpleUploadedFile(name, content), **typed})


def chosen(page: Page) -> dict[str, str]:
    """For each field of the form the column that is chosen."""
    return {
        select.attributes["name"].removeprefix("column-"): option.attributes["value"]
        for select in page.all("select")
        for option in select.inside
        if "selected" in option.attributes
    }


def openings(owner: Person) -> set[tuple[str, str]]:
    return set(of(Opening, owner).values_list("title", "place"))


def test_columns_are_guessed_and_offered(client: Client, alice: Person) -> None:
    page = Page(upload(client, "jobs.csv", TABLE))

    assert page.headline == "2 openings were read. Keep them?"
    assert (chosen(page)["title"], chosen(page)["pay"]) == ("was", "salary")
    first = page.all("select")[0]
    assert [" ".join(option.text.split()) for option in first.inside] == [
        "–",
        "was: Weberin",
        "wo: Leeds",
        "salary: 30000 EUR",
        "kind: <b>new</b>",
    ]
    assert faults(page) == []


def test_columns_named_by_the_person_are_read_again_and_kept(client: Client, alice: Person) -> None:
    upload(client, "jobs.csv", TABLE)
    draft = of(OpeningDraft, alice).get()

    named = {"column-title": "was", "column-place": "wo", "column-pay": ""}
    page = Page(client.post(f"/fit/add/{draft.pk}/columns/", named))

    assert chosen(page) == {"title": "was", "place": "wo"}
    assert page.texts("p", class_="small quiet")[1:] == ["pay not stated · hours not stated"] * 2
    client.post(f"/fit/add/{of(OpeningDraft, alice).get().pk}/")
    assert openings(alice) == {("Weberin", "Leeds"), ("Setzer", "York")}


def test_columns_that_do_not_exist_are_a_sentence_and_the_file_stays(client: Client, alice: Person) -> None:
    upload(client, "jobs.csv", TABLE)
    draft = of(OpeningDraft, alice).get()

    response = client.post(f"/fit/add/{draft.pk}/columns/", {"column-title": "nowhere"})

    page = Page(response)
    assert (response.status_code, page.headline) == (422, "No opening could be read yet.")
    assert page.alerts == ['The table has no column "nowhere". Its columns are was, wo, salary, kind.']
    assert chosen(page)["title"] == "was"
    assert list(of(OpeningDraft, alice)) == [draft]


def test_table_that_is_not_understood_asks_for_its_columns(client: Client, alice: Person) -> None:
    response = upload(client, "jobs.csv", UNKNOWN, company="Mill")

    page = Page(response)
    assert (response.status_code, page.headline) == (422, "No opening could be read yet.")
    assert (len(page.alerts), chosen(page)) == (1, {})
    assert "Were the columns understood?" in page.texts("summary")
    assert page.all("button", class_="button") == []

    again = client.post(f"/fit/add/{of(OpeningDraft, alice).get().pk}/columns/", {"column-title": "a1"})
    assert Page(again).headline == "2 openings were read. Keep them?"
    assert {opening["company"] for opening in of(OpeningDraft, alice).get().content["openings"]} == {"Mill"}


def test_text_that_is_no_table_has_no_columns(client: Client, alice: Person) -> None:
    page = Page(upload(client, "posting.txt", POSTING))

    assert page.headline == "1 opening was read. Keep it?"
    assert page.all("select") == []


def test_columns_of_a_draft_of_somebody_else_are_not_there(
    client: Client, alice: Person, bob: Person
) -> None:
    theirs = of(OpeningDraft, bob).get()

    response = client.post(f"/fit/add/{theirs.pk}/columns/", {"column-title": "job"})

    assert (response.status_code, of(OpeningDraft, alice).count()) == (404, 0)


def test_columns_of_a_draft_without_its_file_are_a_sentence(client: Client, alice: Person) -> None:
    draft = a_draft(alice)
    of(OpeningDraft, alice).update(given=None)

    response = client.post(f"/fit/add/{draft.pk}/columns/", {"column-title": "job"})

    assert (response.status_code, len(Page(response).alerts)) == (422, 1)


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_columns_are_only_posted(client: Client, alice: Person, method: str) -> None:
    assert getattr(client, method)(f"/fit/add/{a_draft(alice).pk}/columns/").status_code == 405


def test_page_of_an_address_is_fetched_and_looked_over(
    client: Client, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def page_at(address: str, _: object) -> tuple[str, bytes]:
        asked.append(address)
        return "page.txt", POSTING

    monkeypatch.setattr("unrut.fetching.client.WebFetcher", nullcontext)
    monkeypatch.setattr(import_views, "page_at", page_at)

    page = Page(client.post("/fit/add/", {"address": " https://example.org/1 ", "company": "Mill"}))

    assert (asked, page.headline) == (["https://example.org/1"], "1 opening was read. Keep it?")
    assert of(Opening, alice).count() == 0


def test_page_that_gives_nothing_is_a_sentence_and_the_address_stays(
    client: Client, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page_at(*_: object) -> tuple[str, bytes]:
        raise FetchError(Outcome.MISSING, "There is nothing at this address.")

    monkeypatch.setattr("unrut.fetching.client.WebFetcher", nullcontext)
    monkeypatch.setattr(import_views, "page_at", page_at)

    response = client.post("/fit/add/", {"address": "https://example.org/1"})

    page = Page(response)
    assert page.alerts == ["There is nothing at this address."]
    assert page.typed()["address"] == "https://example.org/1"
    assert (response.status_code >= 400, of(OpeningDraft, alice).count()) == (True, 0)


def test_text_goes_before_an_address(client: Client, alice: Person) -> None:
    page = Page(client.post("/fit/add/", {"text": POSTING.decode(), "address": "https://example.org/1"}))

    assert page.headline == "1 opening was read. Keep it?"
