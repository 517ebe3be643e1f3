"""What one is drawn to: kept by three questions, made a way, removed."""

import pytest
from django.test import Client
from tests.factories import an_interest
from tests.integration.web.reading import Page, faults

from unrut.core.explore.interests import InterestKind, question_of, side_projects, way_title
from unrut.core.explore.occupations.titles import TitleIndex, TitleMatch, TitleReason
from unrut.models import Interest, Person, Way
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

LIST = "/fit/ways/interests/"


def kept(owner: Person) -> list[tuple[str, str]]:
    return list(of(Interest, owner).values_list("kind", "text"))


def test_no_interests_are_three_questions(client: Client, bob: Person) -> None:
    page = Page(client.get(LIST))

    assert page.headline == "What are you drawn to, when nobody asks it of you?"
    assert page.texts("h2")[:3] == [question_of(kind) for kind in InterestKind]
    assert (page.all("li", class_=""), faults(page)) == ([], [])


def test_interest_is_kept_with_the_projects_it_can_become(client: Client, alice: Person) -> None:
    client.post(LIST, {"kind": "reads", "text": " old  maps "})

    page = Page(client.get(LIST))
    assert kept(alice) == [("reads", "old maps")]
    assert page.headline == "You named 1 thing you are drawn to. It can begin with one evening."
    assert page.texts("li", class_="project") == side_projects("old maps", InterestKind.READS)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ({"kind": "reads", "text": " "}, "reads"),
        ({"kind": "sings", "text": "old maps"}, ""),
        ({"kind": "asked", "text": "x" * 201}, "asked"),
    ],
)
def test_interest_that_cannot_be_kept_stays_typed(
    client: Client, alice: Person, typed: dict[str, str], kind: str
) -> None:
    response = client.post(LIST, typed)

    page = Page(response)
    texts = {field.attributes["id"]: field.attributes["value"] for field in page.all("input", name="text")}
    expected = {f"text-{each}": typed["text"] if each == kind else "" for each in InterestKind}
    assert (response.status_code, kept(alice), texts) == (422, [], expected)
    assert len(page.alerts) == 1


def test_interest_becomes_a_way_once(client: Client, alice: Person) -> None:
    interest = an_interest(alice)

    first = client.post(f"{LIST}{interest.pk}/", {"way": "yes"})
    second = client.post(f"{LIST}{interest.pk}/", {"way": "yes"})

    way = of(Way, alice).get()
    assert (way.kind, way.title) == ("interest", way_title("old maps", InterestKind.READS))
    assert first.headers["Location"] == second.headers["Location"] == f"/fit/ways/way-{way.pk}/"
    page = Page(client.get(LIST))
    assert (page.all("button", name="way"), len(page.texts("a", href=f"/fit/ways/way-{way.pk}/"))) == ([], 1)


def test_interest_is_removed_and_its_way_stays(client: Client, alice: Person) -> None:
    interest = an_interest(alice)
    client.post(f"{LIST}{interest.pk}/", {"way": "yes"})

    client.post(f"{LIST}{interest.pk}/", {"remove": "yes"})

    assert (kept(alice), of(Way, alice).count()) == ([], 1)


def test_interest_leads_to_kinds_of_work_near_it(
    client: Client, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_interest(alice)
    found = [
        TitleMatch(3, "17-1021.00", "Cartographers", "Map Maker", TitleReason.WORDS, 0.2),
        TitleMatch(4, "25-4012.00", "Curators", "Keeper", TitleReason.WORDS, 0.19),
    ]
    monkeypatch.setattr(TitleIndex, "find_many", lambda _, texts, most: [found[:most] for _ in texts])

    page = Page(client.get(LIST))

    links = [link for link in page.all("a") if link.attributes["href"].startswith("/fit/work/")]
    assert [(link.text, link.attributes["href"]) for link in links] == [
        ("Cartographers", "/fit/work/17-1021.00/")
    ]
    assert (len(page.all("footer", class_="atlas-foot small quiet")), faults(page)) == (1, [])


def test_interest_near_no_kind_of_work_leads_nowhere(
    client: Client, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_interest(alice)
    monkeypatch.setattr(TitleIndex, "find_many", lambda _, texts, **__: [[] for _ in texts])

    page = Page(client.get(LIST))

    assert "Kinds of work near it" not in page.texts("main")[0]
    assert page.all("footer", class_="atlas-foot small quiet") == []


@pytest.mark.parametrize("change", ["way", "remove"])
def test_interest_of_somebody_else_is_not_there(
    client: Client, alice: Person, bob: Person, change: str
) -> None:
    interest = an_interest(bob, "her secret")

    assert client.post(f"{LIST}{interest.pk}/", {change: "yes"}).status_code == 404
    assert (Interest.objects.filter(pk=interest.pk).exists(), of(Way, alice).count()) == (True, 0)
    assert "her secret" not in client.get(LIST).content.decode()
