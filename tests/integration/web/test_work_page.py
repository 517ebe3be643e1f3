"""One kind of work: its page, and weighing it as a way out."""

import re

import pytest
from django.test import Client
from tests.factories import a_background, a_job, a_want, a_way, an_opening
from tests.integration.web.reading import Page, faults

from unrut.core.explore.occupations.atlas import Prose
from unrut.core.explore.occupations.study import EntryShare
from unrut.models import OpeningReading, Person, Way
from unrut.queries.guide import current_guide
from unrut.queries.occupation_page import OccupationPage
from unrut.queries.scope import of
from unrut.web.explore.work_page_views import shares_of

pytestmark = pytest.mark.integration

ANALYSTS, MANAGERS, DATA_SCIENTISTS = "13-1161.00", "11-2021.00", "15-2051.00"
ADDRESS = f"/fit/work/{MANAGERS}/"


def visible(page: Page) -> str:
    return " ".join(page.texts("main"))


def test_page_tells_fit_distance_and_what_stands_behind_them(client: Client, alice: Person) -> None:
    a_job(alice, "Market researcher", occupation=ANALYSTS)
    for facet in ("learning_growth", "autonomy", "commute"):
        a_want(alice, facet)

    page = Page(client.get(ADDRESS))

    assert page.headline.startswith("Marketing Managers: ")
    assert "about as good as your job now" in page.headline
    assert page.texts("h2")[:6] == [
        "What you want, and how it is there",
        "What is missing",
        "How people enter",
        "Near it",
        "Openings of that kind",
        "As a way out",
    ]
    assert faults(page) == []
    assert re.findall(r"\b(?:None|nan|inf)\b", visible(page)) == []


def test_each_wanted_thing_opens_to_the_answers_of_the_survey(client: Client, alice: Person) -> None:
    a_want(alice, "autonomy")

    page = Page(client.get(ADDRESS))

    (opener,) = page.all("button", class_="evidence")
    sheet = page.all("div", id=opener.attributes["popovertarget"])[0]
    assert opener.text == "Autonomy"
    answers = [" ".join(line.text.split()) for line in sheet.inside if line.tag == "li"]
    assert answers
    assert all("kinds of work" in answer for answer in answers)


def test_wanted_thing_the_survey_does_not_tell_is_a_question(client: Client, alice: Person) -> None:
    a_want(alice, "commute")

    page = Page(client.get(ADDRESS))

    (cue,) = page.texts("span", class_="cue")
    assert cue.startswith("The survey does not tell. Ask: ")


def test_empty_page_says_what_it_needs(client: Client) -> None:
    page = Page(client.get(ADDRESS))

    assert page.headline == "Marketing Managers, as people who do it describe it."
    assert "Say what you want" in page.texts("a", href="/fit/wants/")
    assert "What you can is not known yet." in visible(page)
    assert "yours:" not in visible(page)
    assert page.texts("a", href="/fit/work/me/") == ["Where you stand"]
    assert page.texts("a", href="/fit/add/") == ["Add openings"]


def test_kind_of_work_nobody_was_asked_about_shows_what_there_is(client: Client, alice: Person) -> None:
    a_want(alice)

    page = Page(client.get(f"/fit/work/{DATA_SCIENTISTS}/"))

    assert page.headline.startswith("Data Scientists: nobody was asked what it is like")
    assert "What you want, and how it is there" not in page.texts("h2")
    assert len(page.all("ul", class_="lines near-list")[0].inside) >= 6
    assert (page.all("svg"), faults(page)) == ([], [])


def test_fit_of_which_nothing_is_known_has_no_bar(client: Client, alice: Person) -> None:
    a_want(alice, "commute")

    page = Page(client.get(ADDRESS))

    assert page.headline == "Marketing Managers: how it would fit is not known."
    assert page.all("svg", class_="fit-bar") == []
    assert "once something is wanted" not in visible(page)


def test_own_kind_of_work_is_not_weighed_as_a_way_out(client: Client, alice: Person) -> None:
    a_job(alice, "Marketing lead", occupation=MANAGERS)

    page = Page(client.get(ADDRESS))

    assert page.headline == "Marketing Managers: your own kind of work, as people who do it describe it."
    assert page.all("form", action=f"{ADDRESS}weigh/") == []


def test_licence_is_named(client: Client) -> None:
    page = Page(client.get("/fit/work/29-1141.00/"))

    assert "Usually needed: licence as a registered nurse." in visible(page)


def test_openings_of_that_kind_are_ones_own(client: Client, alice: Person, bob: Person) -> None:
    own, other = an_opening(alice, "Head of marketing", company="Acme"), an_opening(bob, "Marketing chief")
    OpeningReading.objects.filter(opening__in=[own, other]).update(occupation=MANAGERS)

    page = Page(client.get(ADDRESS))

    assert page.texts("a", href=f"/fit/options/{own.option}/") == ["Head of marketing"]
    assert "Marketing chief" not in visible(page)


def test_full_release_brings_tasks_tools_and_a_description(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = {Prose.TASKS: tuple(f"Task {place}" for place in range(8)), Prose.DESCRIPTION: ("It is this.",)}
    monkeypatch.setattr(OccupationPage, "prose", lambda _, kind: lines.get(kind, ()))

    page = Page(client.get(ADDRESS))

    assert "What one does" in page.texts("h2")
    assert "3 more" in page.texts("summary")
    assert "It is this." in page.texts("p")
    assert "unrut occupations update" not in visible(page)


def test_without_the_full_release_it_says_how_to_get_it(client: Client) -> None:
    assert "unrut occupations update" in visible(Page(client.get(ADDRESS)))


@pytest.mark.parametrize("part", ["", "near/", "gap/"])
def test_unknown_code_is_a_sentence_and_one_that_is_none_no_page(client: Client, part: str) -> None:
    response = client.get(f"/fit/work/99-9999.99/{part}")

    assert response.status_code == 404
    assert "99-9999.99" in visible(Page(response))
    assert client.get(f"/fit/work/nurse/{part}").status_code == 404


@pytest.mark.parametrize("kind", ["new_field", "study_part", "study_full"])
def test_weighing_makes_a_way_that_leads_back_here(client: Client, alice: Person, kind: str) -> None:
    response = client.post(f"{ADDRESS}weigh/", {"kind": kind})

    (way,) = of(Way, alice)
    assert (way.kind, way.title, way.occupation) == (kind, "Marketing Managers", MANAGERS)
    assert response.headers["Location"] == f"/fit/ways/way-{way.pk}/"
    page = Page(client.get(response.headers["Location"]))
    assert len(page.all("a", href=ADDRESS)) == len(page.all("a", href=f"{ADDRESS}gap/")) == 1
    assert "You weigh it already." in visible(Page(client.get(ADDRESS)))


@pytest.mark.parametrize("kind", ["", "stay", "change", "x" * 500])
def test_weighing_in_no_such_way_is_refused_in_a_sentence(client: Client, alice: Person, kind: str) -> None:
    response = client.post(f"{ADDRESS}weigh/", {"kind": kind})

    assert (response.status_code, of(Way, alice).count()) == (422, 0)
    assert Page(response).alerts == [f"“{kind[:40]}” is no way to a kind of work. Choose one from the list."]


def test_weighing_needs_a_kind_of_work_and_a_post(client: Client, alice: Person) -> None:
    assert client.post("/fit/work/99-9999.99/weigh/", {"kind": "new_field"}).status_code == 404
    assert client.get(f"{ADDRESS}weigh/").status_code == 405
    assert of(Way, alice).count() == 0


def test_way_of_somebody_else_is_none_of_ones_own(client: Client, bob: Person) -> None:
    a_way(bob, "Marketing", kind="new_field", occupation=MANAGERS)

    assert "You weigh it already." not in visible(Page(client.get(ADDRESS)))


@pytest.mark.parametrize("occupation", ["", "not a code"])
def test_way_without_a_kind_of_work_links_to_none(client: Client, alice: Person, occupation: str) -> None:
    way = a_way(alice, occupation=occupation)

    page = Page(client.get(f"/fit/ways/way-{way.pk}/"))

    assert "The kind of work it leads to" not in page.texts("h2")


def test_nothing_pushes_a_change_while_help_is_offered(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unrut.web.context._help_is_active", lambda _: True)

    page = Page(client.get(ADDRESS))

    assert [form.text.strip() for form in page.all("button", class_="button")] == []
    assert page.texts("button", class_="link-button")[-1] == "Weigh it as a way out"


def test_present_schooling_and_the_usual_one_are_marked(client: Client, alice: Person) -> None:
    a_background(alice)

    page = Page(client.get(ADDRESS))

    assert len(page.all("rect", class_="schooling-part is-usual")) == 1
    assert page.texts("title", id="schooling-title") == [
        "What schooling it takes, from the least to the most"
    ]


def test_shares_of_schooling_lie_side_by_side() -> None:
    shares = (EntryShare(6, "Degree", 0.3), EntryShare(2, "School", 0.1))

    parts = shares_of(shares, 6)

    assert [(part.left, part.width, part.name, part.is_usual) for part in parts] == [
        (0, 25, "School", False),
        (25, 75, "Degree", True),
    ]
    assert shares_of((), None) == []


def test_other_titles_are_folded(client: Client) -> None:
    titles = current_guide().atlas.alternates.of(current_guide().atlas.rows[MANAGERS])

    page = Page(client.get(ADDRESS))

    assert f"{len(titles)} other titles" in page.texts("summary")
