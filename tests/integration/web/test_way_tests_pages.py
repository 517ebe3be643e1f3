"""Trying a way on a small scale: proposed, planned with a prediction, tried, made a step."""

import pytest
from django.test import Client
from tests.factories import (
    TODAY,
    a_goal,
    a_job,
    a_level,
    a_want,
    a_way,
    a_way_test,
)
from tests.integration.web.reading import Page, faults

from unrut.models import Person, Step, Way, WayTest
from unrut.queries.outcomes import board_of
from unrut.queries.scope import of
from unrut.queries.turns import proposals_of

pytestmark = pytest.mark.integration

HOSTILE = "<script>x</script> & Söhne"
PLANNED = {
    "kind": "talk",
    "facet": "autonomy",
    "text": "Ask Dora how free she is",
    "line": "7",
    "chance": "60 %",
}


def page_of(way: Way) -> str:
    return f"/fit/ways/{'treated' if way.kind == 'change' else f'way-{way.pk}'}/"


def planning_of(way: Way) -> str:
    return f"/fit/ways/{way.pk}/tests/"


def change(test: WayTest, what: str) -> str:
    return f"/fit/tests/{test.pk}/{what}/"


def a_wanted_way(owner: Person, title: str = "A degree beside work") -> Way:
    a_want(owner, "autonomy")
    a_level(a_job(owner), "autonomy", 3)
    return a_way(owner, title)


def kept(owner: Person) -> list[tuple[str, str, str, int, int]]:
    return [(row.kind, row.facet, row.text, row.line, row.chance) for row in of(WayTest, owner)]


def test_way_proposes_tests_with_the_prediction_before(client: Client, alice: Person) -> None:
    way = a_wanted_way(alice)

    page = Page(client.get(page_of(way)))

    board = board_of(alice)
    proposed = proposals_of(board, board.way(f"way-{way.pk}"))
    assert proposed
    texts = page.texts("p")
    assert [each.text for each in proposed if each.text in texts] == [each.text for each in proposed]
    assert faults(page) == []


def test_proposed_test_is_planned_as_it_stands(client: Client, alice: Person) -> None:
    way = a_wanted_way(alice)
    (first, *_) = proposals_of(board_of(alice), board_of(alice).way(f"way-{way.pk}"))
    sent = {"kind": first.kind, "facet": first.facet, "text": first.text, "line": first.line, "chance": "60"}

    response = client.post(planning_of(way), sent)

    page = Page(client.get(page_of(way)))
    assert response.headers["Location"] == f"{page_of(way)}#tests"
    assert kept(alice) == [(first.kind, first.facet, first.text, first.line, 60)]
    assert page.texts("p").count(first.text) == 1


@pytest.mark.parametrize("kind", ["change", "interest", "time_off", "new_job"])
def test_any_way_that_is_a_row_can_be_tried(client: Client, alice: Person, kind: str) -> None:
    way = a_way(alice, HOSTILE, kind)

    page = Page(client.get(page_of(way)))

    assert "Try it on a small scale" in page.texts("h2")
    assert faults(page) == []


@pytest.mark.parametrize("key", ["present", "treated"])
def test_job_without_a_row_has_no_tests(client: Client, alice: Person, key: str) -> None:
    page = Page(client.get(f"/fit/ways/{key}/"))

    assert "Try it on a small scale" not in page.texts("h2")


def test_test_of_ones_own_is_planned(client: Client, alice: Person) -> None:
    way = a_way(alice)

    page = Page(client.post(planning_of(way), {**PLANNED, "text": HOSTILE, "facet": ""}, follow=True))

    assert kept(alice) == [("talk", "", HOSTILE, 7, 60)]
    assert "Said on 20 November 2026: good enough from 7 of 10 on, 60 % likely." in page.texts("p")
    assert "about “getting there at all”" in page.texts("span")
    assert faults(page) == []


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ({"text": " "}, "Say what you will try"),
        ({"kind": "dance"}, "no kind of test"),
        ({"facet": "weather"}, "not one of your criteria"),
        ({"line": ""}, "would be good enough"),
        ({"line": "x"}, "not one of the choices"),
        ({"line": "11"}, "from 0 to 10"),
        ({"chance": ""}, "how likely"),
        ({"chance": "rather"}, "not a number"),
        ({"chance": "101"}, "from 0 to 100"),
    ],
)
def test_plan_that_cannot_be_kept_stands_as_it_was_typed(
    client: Client, alice: Person, typed: dict[str, str], word: str
) -> None:
    sent = {**PLANNED, **typed}

    response = client.post(planning_of(a_way(alice)), sent)

    page = Page(response)
    assert (response.status_code, kept(alice)) == (422, [])
    assert word in page.alerts[0]
    assert (page.typed()["text"], page.typed()["chance"]) == (sent["text"], sent["chance"])
    assert page.headline == "This test could not be planned yet."
    assert faults(page) == []


def test_result_is_kept_and_says_how_the_way_moved(client: Client, alice: Person) -> None:
    test = a_way_test(a_wanted_way(alice))

    page = Page(client.post(change(test, "result"), {"result": "8", "learned": "Free enough"}, follow=True))

    test.refresh_from_db()
    assert (test.result, test.learned, test.result_on) == (8, "Free enough", TODAY)
    assert page.notices[0].startswith("Kept. “Autonomy” was not known; it counts with about ")
    assert "It came to 8 of 10 on 20 November 2026: good enough." in page.texts("p")
    assert page.written == ["Free enough"]
    assert faults(page) == []


def test_result_below_the_line_says_so(client: Client, alice: Person) -> None:
    test = a_way_test(a_wanted_way(alice), line=7)

    page = Page(client.post(change(test, "result"), {"result": "3"}, follow=True))

    assert "It came to 3 of 10 on 20 November 2026: less than good enough." in page.texts("p")


def test_result_about_something_not_wanted_moves_nothing(client: Client, alice: Person) -> None:
    test = a_way_test(a_wanted_way(alice), facet="commute")

    page = Page(client.post(change(test, "result"), {"result": "3"}, follow=True))

    assert page.notices[0].endswith("is none of what you want, so it moves nothing.")


def test_result_about_getting_there_is_told_of_the_chance(client: Client, alice: Person) -> None:
    test = a_way_test(a_wanted_way(alice), facet="")

    page = Page(client.post(change(test, "result"), {"result": "9"}, follow=True))

    assert page.notices[0].startswith("Kept. The chance of getting there ")


@pytest.mark.parametrize(
    ("sent", "word"),
    [
        ({}, "What came of it is missing"),
        ({"result": "x"}, "not one of the choices"),
        ({"result": "11"}, "from 0 to 10"),
        ({"result": "8", "learned": "l" * 5001}, "longer than 5,000"),
    ],
)
def test_result_that_cannot_be_kept_stands_as_it_was_typed(
    client: Client, alice: Person, sent: dict[str, str], word: str
) -> None:
    test = a_way_test(a_way(alice))

    response = client.post(change(test, "result"), {"learned": HOSTILE, **sent})

    page = Page(response)
    test.refresh_from_db()
    assert (response.status_code, test.result) == (422, None)
    assert word in page.alerts[0]
    assert page.typed()["learned"] == sent.get("learned", HOSTILE)
    assert page.typed().get("result") == ("8" if sent.get("result") == "8" else None)


def test_test_becomes_a_step_of_the_plan(client: Client, alice: Person) -> None:
    a_goal(alice)
    test = a_way_test(a_way(alice))

    page = Page(client.post(change(test, "step"), follow=True))

    step = of(Step, alice).get()
    assert step.text == test.text
    assert f"/plan/steps/{step.pk}/" in [link.attributes["href"] for link in page.all("a")]
    assert page.notices == ["It is a step of your plan now."]


def test_test_without_a_plan_is_told_to_choose_a_goal(client: Client, alice: Person) -> None:
    test = a_way_test(a_way(alice))

    shown = Page(client.get(page_of(test.way)))
    response = client.post(change(test, "step"))

    assert "/plan/goal/" in [
        link.attributes["href"] for link in shown.all("a") if link.text == "Choose a goal"
    ]
    assert (response.status_code, len(Page(response).alerts), of(Step, alice).count()) == (422, 1, 0)
    assert Page(response).texts("a", class_="button") == ["Choose a goal"]


def test_test_is_removed(client: Client, alice: Person, bob: Person) -> None:
    test = a_way_test(a_way(alice, kind="change"))

    response = client.post(change(test, "remove"))

    assert response.headers["Location"] == "/fit/ways/treated/#tests"
    assert (of(WayTest, alice).count(), of(WayTest, bob).count()) == (0, 1)


def test_change_of_no_kind_is_missing(client: Client, alice: Person) -> None:
    assert client.post(change(a_way_test(a_way(alice)), "dance")).status_code == 404


@pytest.mark.parametrize("what", ["result", "step", "remove"])
def test_somebody_elses_test_is_missing(client: Client, bob: Person, what: str) -> None:
    theirs = of(WayTest, bob).get()

    assert client.post(change(theirs, what), {"result": "1"}).status_code == 404
    theirs.refresh_from_db()
    assert theirs.result is None


def test_somebody_elses_way_takes_no_test(client: Client, bob: Person) -> None:
    assert client.post(planning_of(of(Way, bob).get()), PLANNED).status_code == 404
    assert of(WayTest, bob).count() == 1


def test_tired_person_is_proposed_nothing(
    client: Client, alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    way = a_wanted_way(alice)
    monkeypatch.setattr("unrut.web.context._help_is_active", lambda _: True)

    page = Page(client.get(page_of(way)))

    assert "What could be tried" not in page.texts("h3")
    assert "Try it on a small scale" in page.texts("h2")
