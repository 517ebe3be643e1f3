"""The map of kinds of work that one walks from one to the next."""

import re

import pytest
from django.test import Client
from tests.factories import a_job, a_skill
from tests.integration.web.reading import Page, faults

from unrut.models import Person
from unrut.queries.guide import current_guide

pytestmark = pytest.mark.integration

MANAGERS, ANALYSTS, NURSES = "11-2021.00", "13-1161.00", "29-1141.00"
ADDRESS = f"/fit/work/{MANAGERS}/near/"


def walked(page: Page) -> list[str]:
    """Where the links of the first picture lead, in its order."""
    picture = page.all("svg")[0]
    return [link.attributes["href"] for link in picture.inside if link.tag == "a"]


def near_codes() -> set[str]:
    guide = current_guide()
    return {each.code for each in guide.neighbourhood.nearest(guide.atlas.rows[MANAGERS], most=12)}


def test_map_shows_twelve_near_kinds_each_with_its_own_map(client: Client) -> None:
    page = Page(client.get(ADDRESS))

    assert page.headline.startswith("Nearest to Marketing Managers: ")
    assert set(walked(page)) == {f"/fit/work/{code}/near/" for code in near_codes()}
    assert all(client.get(address).status_code == 200 for address in walked(page)[:2])
    assert faults(page) == []


def test_map_has_two_sizes_a_title_and_its_table(client: Client, alice: Person) -> None:
    a_skill(alice)

    page = Page(client.get(ADDRESS))

    assert [figure.attributes["class"] for figure in page.all("figure")] == ["only-wide", "only-phone"]
    assert page.texts("title", id="near-title-only-wide") == ["Kinds of work near Marketing Managers"]
    rows = [row for row in page.all("tbody")[0].inside if row.tag == "tr"]
    assert len(rows) == 12
    assert all(len([cell for cell in row.inside if cell.tag == "td"]) == 3 for row in rows)


def test_every_point_says_its_name_and_how_far_it_is(client: Client, alice: Person) -> None:
    a_skill(alice)

    page = Page(client.get(ADDRESS))

    labels = [link.attributes["aria-label"] for link in page.all("svg")[0].inside if link.tag == "a"]
    titles = {current_guide().atlas.titles[current_guide().atlas.rows[code]] for code in near_codes()}
    notes = ("within reach", "a stretch", "far from here")
    assert all(label.endswith(notes) for label in labels)
    assert {re.sub(f" (?:{'|'.join(notes)})$", "", label) for label in labels} == titles


def test_distance_is_left_out_while_there_is_nothing_to_measure_from(client: Client, alice: Person) -> None:
    page = Page(client.get(ADDRESS))

    titles = {current_guide().atlas.titles[current_guide().atlas.rows[code]] for code in near_codes()}
    links = [link for link in page.all("svg")[0].inside if link.tag == "a"]
    assert {(link.attributes["class"], link.attributes["aria-label"]) for link in links} == {
        ("near-mark plain", title) for title in titles
    }
    assert page.texts("th", scope="col") == ["Kind of work", "How near", "What both need"]
    assert page.all("p", class_="small quiet near-key") == []


def test_own_work_that_is_near_is_marked_in_its_place(client: Client, alice: Person) -> None:
    a_job(alice, "Researcher", occupation=ANALYSTS)

    page = Page(client.get(ADDRESS))

    (own, _) = page.all("a", class_="near-mark you")
    assert own.attributes["aria-label"] == "Market Research Analysts and Marketing Specialists your work now"
    assert len(walked(page)) == 12
    assert page.texts("a", href=f"/fit/work/{ANALYSTS}/near/")[-1] == "Start from your work now"


def test_own_work_that_is_far_is_added_at_the_rim(client: Client, alice: Person) -> None:
    a_job(alice, "Nurse", occupation=NURSES)

    page = Page(client.get(ADDRESS))

    assert len(walked(page)) == 13
    assert f"/fit/work/{NURSES}/near/" in walked(page)
    assert page.texts("td")[-1] == "Your work now"


def test_own_work_in_the_middle_is_not_drawn_twice(client: Client, alice: Person) -> None:
    a_job(alice, "Head of marketing", occupation=MANAGERS)

    page = Page(client.get(ADDRESS))

    assert len(walked(page)) == 12
    assert "This is your work now, in the middle." in page.texts("p", class_="small quiet")


def test_map_of_somebody_without_a_job_says_how_to_mark_it(client: Client) -> None:
    page = Page(client.get(ADDRESS))

    assert page.texts("a", href="/fit/work/me/") == ["Where you stand"]
    assert "your work now" not in page.texts("span")


def test_kind_of_work_near_nothing_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    neighbourhood = type(current_guide().neighbourhood)
    monkeypatch.setattr(neighbourhood, "nearest", lambda *_, **__: [])

    page = Page(client.get(ADDRESS))

    assert page.headline == "Nothing is known that is near Marketing Managers."
    assert (page.all("svg"), page.all("table")) == ([], [])
    assert "Look one up by its name" in page.texts("a", href="/fit/work/find/")
