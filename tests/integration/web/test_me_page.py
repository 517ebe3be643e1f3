"""Where one stands: jobs as kinds of work, what one brings, and how far one would go."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories import a_background, a_job, a_note, an_interest
from tests.integration.web.reading import Page, faults

from unrut.core.explore.occupations.titles import TitleIndex, TitleMatch, TitleReason
from unrut.models import Background, Job, NoteKind, Person
from unrut.queries.guide import current_guide
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

ADDRESS = "/fit/work/me/"
MANAGERS = "11-2021.00"


def shown(client: Client) -> Page:
    page = Page(client.get(ADDRESS))
    assert faults(page) == []
    return page


def chosen(page: Page, name: str) -> list[str]:
    return [
        field.attributes["value"] for field in page.all("input", name=name) if "checked" in field.attributes
    ]


def brought(owner: Person) -> tuple[int | None, list[str], str, list[str]]:
    background = of(Background, owner).get()
    return background.education, background.licences, background.horizon, background.interests


@pytest.fixture
def every_title_is_marketing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every title is found as that of marketing managers."""
    row = current_guide().atlas.rows[MANAGERS]
    match = TitleMatch(row, MANAGERS, "Marketing Managers", "Head of Marketing", TitleReason.OTHER, 0.9)
    monkeypatch.setattr(TitleIndex, "find_many", lambda _, titles, **__: [[match] for _ in titles])


def test_page_without_anything_asks_for_the_work_one_does(client: Client, bob: Person) -> None:
    page = shown(client)

    assert page.headline == "Where do you stand? It begins with the work you do now."
    assert page.texts("a", class_="button") == ["Tell the work you do now"]
    assert page.all("ul", class_="rows") == []
    assert (chosen(page, "licence"), chosen(page, "interest"), len(chosen(page, "horizon"))) == ([], [], 1)
    assert "bob" not in client.get(ADDRESS).content.decode()


@pytest.mark.usefixtures("every_title_is_marketing")
def test_job_is_taken_for_what_its_title_tells_and_may_be_corrected(client: Client, alice: Person) -> None:
    job = a_job(alice, "Marketing & web lead", company="Mill")

    page = shown(client)

    assert (
        page.headline == "You stand among Marketing Managers. How far other work is, is measured from there."
    )
    (row,) = page.all("ul", class_="rows")
    assert "Taken for Marketing Managers: “Head of Marketing” is another name for it." in row.text
    links = [link.attributes["href"] for link in row.inside if link.tag == "a"]
    find = f"/fit/work/find/?for=job&job={job.pk}&q=Marketing+%26+web+lead"
    assert links == [f"/fit/work/{MANAGERS}/", find]
    assert page.all("button", name="code") == []


def test_job_nobody_knows_is_asked_for(client: Client, alice: Person) -> None:
    a_job(alice, "Qqqq zzzz")

    page = shown(client)

    assert page.headline == "“Qqqq zzzz” is no kind of work we know by that name. Say which it is."
    assert page.texts("a", class_="button second") == ["Say what it is: Qqqq zzzz"]


def test_job_is_said_and_left_to_its_name_again(client: Client, alice: Person) -> None:
    job = a_job(alice, "Vibe lead")

    said = client.post(f"/fit/work/jobs/{job.pk}/", {"code": MANAGERS}, follow=True)
    page = Page(said)
    assert of(Job, alice).get().occupation == MANAGERS
    assert page.notices == ["Kept: “Vibe lead” counts as Marketing Managers."]
    assert page.texts("button", name="code") == ["Read it from its name again: Vibe lead"]

    again = Page(client.post(f"/fit/work/jobs/{job.pk}/", {"code": ""}, follow=True))
    assert of(Job, alice).get().occupation == ""
    assert again.notices == ["Kept: what “Vibe lead” is, is read from its name again."]


@pytest.mark.parametrize("code", ["99-9999.00", "nonsense"])
def test_job_cannot_be_work_there_is_none_of(client: Client, alice: Person, code: str) -> None:
    job = a_job(alice, "Vibe lead")

    response = client.post(f"/fit/work/jobs/{job.pk}/", {"code": code})

    assert (response.status_code, of(Job, alice).get().occupation) == (404, "")
    assert f'There is no kind of work with the code "{code}".' in Page(response).texts("main")[0]


def test_job_of_somebody_else_is_not_there(client: Client, alice: Person, bob: Person) -> None:
    job = of(Job, bob).get()

    assert client.post(f"/fit/work/jobs/{job.pk}/", {"code": MANAGERS}).status_code == 404
    assert of(Job, bob).get().occupation == job.occupation


def test_what_one_brings_is_kept_and_shown(client: Client, alice: Person) -> None:
    licence = shown(client).all("input", name="licence")[0].attributes["value"]
    form = {
        "education": "6",
        "horizon": "year",
        "interest": ["social", "artistic"],
        "licence": [licence],
    }

    page = Page(client.post(ADDRESS, form, follow=True))

    assert brought(alice) == (6, [licence], "year", ["social", "artistic"])
    assert page.notices == ["Kept. How far each kind of work is, is counted anew with it."]
    assert (chosen(page, "licence"), chosen(page, "horizon")) == ([licence], ["year"])
    assert set(chosen(page, "interest")) == {"social", "artistic"}
    assert [each.attributes["value"] for each in page.all("option", selected="")] == ["6"]
    assert page.texts("summary") == ["Licences and registrations you hold: 1"]


def test_what_is_left_open_is_kept_as_not_said(client: Client, alice: Person) -> None:
    a_background(alice)

    client.post(ADDRESS, {"education": "", "horizon": "any"})

    assert brought(alice) == (None, [], "any", [])


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"interest": ["social", "artistic", "realistic", "conventional"]}, "Choose at most 3 kinds of interest."),
        ({"education": "13"}, "There is no schooling 13. Choose one from the list."),
        ({"education": "many"}, "Schooling: “many” is not one of the choices. Choose one from the list."),
        ({"licence": ["magic"]}, '"magic" is no licence of the list. Choose one from it.'),
        ({"horizon": "never"}, '"never" is no horizon. Choose one of year, three, any.'),
        ({"interest": ["money"]}, "Choose interests of"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_stays_chosen(
    client: Client, alice: Person, wrong: dict[str, str | list[str]], said: str
) -> None:
    form = {"education": "6", "horizon": "any", "interest": ["social"], **wrong}

    response = client.post(ADDRESS, form)

    page = Page(response)
    assert (response.status_code, of(Background, alice).exists()) == (422, False)
    (alert,) = page.alerts
    assert alert.startswith(said)
    assert alert.endswith("Nothing was kept yet; what you chose still stands below.")
    assert ("social" in chosen(page, "interest")) == ("social" in form["interest"])
    assert chosen(page, "horizon") == ([] if "horizon" in wrong else ["any"])


def test_interests_are_suggested_from_what_one_wrote_and_not_chosen(client: Client, alice: Person) -> None:
    an_interest(alice, "growing vegetables in the garden and repairing bicycles")
    a_note(alice, "Fixed the old engine and built a shelf out of oak", NoteKind.LIKE)

    page = shown(client)

    (label,) = page.all("label", for_="interest-realistic")
    assert label.text.endswith("from what you wrote")
    assert chosen(page, "interest") == []


def test_page_ends_with_where_its_numbers_come_from(client: Client) -> None:
    assert "O*NET" in shown(client).texts("footer", class_="atlas-foot small quiet")[0]


def test_queries_do_not_grow_with_the_jobs(client: Client, alice: Person) -> None:
    client.get(ADDRESS)  # the first look at a page writes the session
    counts = []
    for title in ("Chef", "Cook", "Baker"):
        a_job(alice, title, is_present=False, occupation=MANAGERS)
        with CaptureQueriesContext(connection) as captured:
            client.get(ADDRESS)
        counts.append(len(captured))

    assert counts[1:] == [counts[0]] * 2
