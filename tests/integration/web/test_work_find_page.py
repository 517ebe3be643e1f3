"""A title in own words leads to kinds of work, each with its reason; of a job one says which it is."""

import pytest
from django.test import Client
from tests.factories import a_job
from tests.integration.web.reading import Page, faults

from unrut.core.explore.occupations.titles import MOST_MATCHES
from unrut.models import Job, Person
from unrut.queries.guide import current_guide
from unrut.queries.scope import of
from unrut.wording.occupations import sureness_words, title_reason_words

pytestmark = pytest.mark.integration

FIND = "/fit/work/find/"
HOSTILE = '"><script>alert(1)</script>'
NURSES = "29-1141.00"


def found(client: Client, **query: str | int) -> Page:
    return Page(client.get(FIND, query))


def told(page: Page) -> str:
    return page.texts("main")[0]


def test_page_asks_for_a_title(client: Client, bob: Person) -> None:
    page = found(client)

    assert page.headline == "Look up what a job is, by any title."
    assert (page.texts("h2"), page.typed()["q"], faults(page)) == ([], "", [])


def test_title_finds_kinds_of_work_with_reason_and_sureness(client: Client, bob: Person) -> None:
    matches, page = current_guide().find("nurse"), found(client, q=" nurse ")

    assert 1 < len(matches) <= MOST_MATCHES
    assert page.headline == "“nurse” may mean one of these, the likeliest first."
    assert page.texts("h2") == [match.title for match in matches]
    assert page.texts("p", class_="small")[1:] == [
        f"{title_reason_words(match)}. Meant here: {sureness_words(match)}." for match in matches
    ]
    assert [link.attributes["href"] for link in page.all("a") if link.text == matches[0].title] == [
        f"/fit/work/{matches[0].code}/"
    ]


def test_code_finds_its_own_kind_of_work(client: Client, bob: Person) -> None:
    page = found(client, q=NURSES)

    assert page.headline == f"“{NURSES}” most likely means this."
    assert page.texts("h2") == ["Registered Nurses"]


@pytest.mark.parametrize("words", ["zzqq xxyy", "!!! 123"])
def test_title_we_do_not_know_is_a_sentence(client: Client, bob: Person, words: str) -> None:
    page = found(client, q=words)

    assert page.headline == f"We know no kind of work called “{words}”."
    assert "Try an English one, a plainer one without rank or employer, or another word" in told(page)
    assert page.texts("h2") == []


def test_markup_in_a_title_stays_text(client: Client, bob: Person) -> None:
    page = found(client, q=HOSTILE)

    assert (faults(page), page.typed()["q"]) == ([], HOSTILE)


def test_longest_titles_are_cut(client: Client, bob: Person) -> None:
    assert found(client, q="x" * 300).typed()["q"] == "x" * 200


def test_job_is_said_to_be_one_of_those_found(client: Client, alice: Person) -> None:
    job = a_job(alice, "Ward nurse")
    page = found(client, q="registered nurse", job=job.pk, **{"for": "job"})

    (form, *_) = page.all("form", action=f"/fit/work/jobs/{job.pk}/")
    chosen = next(button.attributes for button in form.inside if button.tag == "button")
    client.post(form.attributes["action"], {chosen["name"]: chosen["value"]})

    assert "Choose what your job “Ward nurse” is" in told(page)
    assert page.typed().items() >= {"for": "job", "job": str(job.pk)}.items()
    assert [row.occupation for row in of(Job, alice)] == [NURSES]


def test_job_is_asked_for_while_nothing_is_typed(client: Client, alice: Person) -> None:
    job = a_job(alice, "Weaver")

    assert found(client, job=job.pk, **{"for": "job"}).headline == "Which kind of work is “Weaver”?"
    assert found(client, job=job.pk).headline == "Look up what a job is, by any title."


@pytest.mark.parametrize(("key", "status"), [("999999", 404), ("x", 422)])
def test_job_that_is_not_there_is_a_sentence(client: Client, alice: Person, key: str, status: int) -> None:
    response = client.get(FIND, {"for": "job", "job": key})

    assert (response.status_code, len(Page(response).alerts)) == (status, 1)


def test_job_of_somebody_else_is_not_there(client: Client, alice: Person, bob: Person) -> None:
    job = a_job(bob, "Secret keeper", is_present=False)

    response = client.get(FIND, {"for": "job", "job": str(job.pk)})

    assert (response.status_code, b"Secret keeper" in response.content) == (404, False)


def test_tired_person_is_asked_nothing_more(
    client: Client, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unrut.web.context._help_is_active", lambda _: True)

    page = found(client)

    assert [name for name in page.texts("button") if name] == ["Find"]
    assert page.all("a", class_="button") == []
