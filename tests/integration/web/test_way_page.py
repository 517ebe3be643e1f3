"""One way out: over time, in money, and what the person says of it."""

import pytest
from django.test import Client
from tests.factories import (
    a_figure,
    a_job,
    a_level,
    a_note,
    a_purse,
    a_want,
    a_way,
    a_way_level,
    weeks_before,
)
from tests.integration.web.reading import Page, faults

from unrut.core.explore.ways import Figure, WayKind, shipped_ways
from unrut.models import Person, Way, WayFigure, WayLevel
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

BOARD = "/fit/ways/"


def address(way: Way) -> str:
    return f"{BOARD}way-{way.pk}/"


def figures(owner: Person) -> list[tuple[str, float, float, float, str]]:
    rows = of(WayFigure, owner)
    return [(row.figure, float(row.low), float(row.likely), float(row.high), row.source) for row in rows]


def form_of(page: Page) -> dict[str, str]:
    """What a browser would send of the form as it stands; selects hold their selected option."""
    chosen = {
        select.attributes["name"]: next(
            (
                option.attributes.get("value", option.text)
                for option in select.inside
                if "selected" in option.attributes
            ),
            "",
        )
        for select in page.all("select")
    }
    return {**page.typed(), **chosen}


@pytest.mark.parametrize("kind", [kind for kind in WayKind if kind is not WayKind.STAY])
@pytest.mark.parametrize("is_rich", [True, False])
def test_way_of_each_kind_tells_itself(client: Client, alice: Person, kind: WayKind, is_rich: bool) -> None:
    if is_rich:
        a_want(alice)
        a_purse(alice)
    way = a_way(alice, "Elsewhere", kind=kind)
    key = "treated" if kind is WayKind.CHANGE else f"way-{way.pk}"

    page = Page(client.get(f"{BOARD}{key}/"))

    assert page.headline.startswith("“Elsewhere” ")
    assert (bool(page.all("svg")), bool(page.all("table"))) == (is_rich, is_rich)
    assert ("The money" in page.texts("h2"), "None" in " ".join(page.texts("main"))) == (is_rich, False)
    assert faults(page) == []


def test_way_that_is_not_there_or_of_somebody_else_is_not_found(client: Client, bob: Person) -> None:
    assert client.get(f"{BOARD}way-999/").status_code == 404
    assert client.get(address(a_way(bob))).status_code == 404
    assert client.post(address(a_way(bob)), {"title": "Mine"}).status_code == 404


def test_staying_has_no_form_but_its_own_page(client: Client, alice: Person) -> None:
    a_want(alice)

    page = Page(client.get(f"{BOARD}present/"))

    assert page.headline == "Your job as it is: what every other way is put beside."
    assert (page.all("form"), page.texts("a", href="/fit/job/")) == ([], ["Describe your job"])
    assert client.post(f"{BOARD}present/", {}).headers["Location"] == "/fit/job/"


def test_changed_job_shows_two_moves_and_a_request(client: Client, alice: Person) -> None:
    for week in range(8):
        a_note(alice, "Nothing new to learn, the same report", week=weeks_before(week))

    page = Page(client.get(f"{BOARD}treated/"))

    assert len(page.all("ol", class_="path")[0].inside) >= 4
    assert len(page.texts("blockquote", class_="prepared")[0].split()) > 20


def test_changed_job_becomes_a_row_by_the_first_thing_said_of_it(client: Client, alice: Person) -> None:
    response = client.post(f"{BOARD}treated/", {"title": "Half the reports", "excites": "4"}, follow=True)

    assert list(of(Way, alice).values_list("kind", "title", "excites")) == [("change", "Half the reports", 4)]
    assert Page(response).headline.startswith("“Half the reports” ")


def test_changed_job_stays_unsaid_where_something_is_wrong(client: Client, alice: Person) -> None:
    typed = {"title": "Half", "chance-low": "90", "chance-likely": "50", "chance-high": "95"}

    response = client.post(f"{BOARD}treated/", typed)

    assert (response.status_code, of(Way, alice).count(), figures(alice)) == (422, 0, [])


def test_form_sent_as_it_stands_says_nothing_new(client: Client, alice: Person) -> None:
    a_want(alice)
    a_purse(alice)
    way = a_way(alice)
    a_figure(way, "months", 10, 20.5, 30, source="the school")
    a_way_level(way, "learning_growth", 8)
    before = figures(alice), list(of(WayLevel, alice).values_list("facet", "level"))

    response = client.post(address(way), form_of(Page(client.get(address(way)))))

    assert response.status_code == 302
    assert (figures(alice), list(of(WayLevel, alice).values_list("facet", "level"))) == before
    assert before == ([("months", 10, 20.5, 30, "the school")], [("learning_growth", 8)])


def test_figures_are_kept_as_they_are_usually_written(client: Client, alice: Person) -> None:
    way = a_way(alice)
    sent = {
        "title": "A degree",
        **{
            f"chance-{point}": value
            for point, value in zip(("low", "likely", "high"), ("40", "55 %", "70,5"), strict=True)
        },
        **{
            f"cost-{point}": value
            for point, value in zip(("low", "likely", "high"), ("1 200", "1'500", "2,000.50"), strict=True)
        },
        "cost-source": "The prospectus",
    }

    client.post(address(way), sent)

    assert sorted(figures(alice)) == [
        ("chance", 0.4, 0.55, 0.705, ""),
        ("cost", 1200, 1500, 2000.5, "The prospectus"),
    ]


def test_figure_goes_back_to_the_usual_in_one_click(client: Client, alice: Person) -> None:
    way = a_way(alice)
    a_figure(way, "chance", 0.1, 0.2, 0.3)
    page = Page(client.get(address(way)))

    client.post(address(way), {**form_of(page), "usual": "chance"})

    usual = shipped_ways()[WayKind.STUDY_PART].figures[Figure.CHANCE]
    assert [button.attributes["value"] for button in page.all("button", name="usual")] == ["chance"]
    assert (figures(alice), form_of(Page(client.get(address(way))))["chance-likely"]) == (
        [],
        f"{round(usual.likely * 100, 1):g}",
    )


def test_figure_left_empty_is_the_usual_one_again(client: Client, alice: Person) -> None:
    way = a_way(alice)
    a_figure(way)

    client.post(address(way), {"title": "x", "chance-low": "", "chance-likely": " ", "chance-high": ""})

    assert figures(alice) == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"months-low": "soon"}, "Time until you are there: “soon” is not a number."),
        ({"chance-likely": ""}, "Chance of getting there: one of three values is missing."),
        ({"excites": "eleven"}, "How much it excites you: “eleven” is not one of the choices."),
        ({"excites": "11"}, "How much it excites you is 11."),
        ({"level-learning_growth": "x"}, "Learning"),
        ({"title": ""}, "Name the way in 1 to 200 characters."),
        ({"stage": "9"}, "There is no stage 9."),
    ],
)
def test_nonsense_is_named_and_stays_typed(
    client: Client, alice: Person, typed: dict[str, str], sentence: str
) -> None:
    a_want(alice)
    way = a_way(alice, "A degree")
    sent = {**form_of(Page(client.get(address(way)))), "months-source": "hearsay", **typed}

    response = client.post(address(way), sent)

    page = Page(response)
    assert (response.status_code, figures(alice)) == (422, [])
    assert page.alerts[0].startswith(sentence)
    assert form_of(page)["months-source"] == "hearsay"
    assert (
        page.typed() | {name: value for name, value in typed.items() if name in page.typed()} == page.typed()
    )


def test_levels_are_said_and_taken_back(client: Client, alice: Person) -> None:
    a_want(alice)
    way = a_way(alice)

    client.post(address(way), {"title": "A degree", "level-learning_growth": "9"})
    said = dict(of(WayLevel, alice).values_list("facet", "level"))
    client.post(address(way), {"title": "A degree", "level-learning_growth": ""})

    assert (said, of(WayLevel, alice).count()) == ({"learning_growth": 9}, 0)


def test_level_that_is_not_said_tells_what_is_taken_for_it(client: Client, alice: Person) -> None:
    a_want(alice, "autonomy")
    a_want(alice, "learning_growth")
    a_level(a_job(alice), "autonomy", 9)
    way = a_way(alice, "Next door", kind="new_job")

    hints = Page(client.get(address(way))).texts("span", class_="hint")

    taken = [hint for hint in hints if hint.startswith("taken for now")]
    assert len(taken) == 2
    assert "taken for now: not known" in taken


def test_interest_shows_its_stages_and_where_one_is(client: Client, alice: Person) -> None:
    way = a_way(alice, "Maps", kind="interest")

    client.post(address(way), {"title": "Maps", "stage": "2"})

    page = Page(client.get(address(way)))
    stages = shipped_ways()[WayKind.INTEREST].stages
    here = [heading for heading in page.texts("h3") if heading.endswith("you are here")]
    assert (of(Way, alice).get().stage, here) == (2, [f"{stages[1].name} you are here"])
    assert page.typed()["stage"] == "2"


def test_way_put_aside_says_that_nothing_is_lost(client: Client, alice: Person) -> None:
    a_want(alice)
    way = a_way(alice, is_aside=True)

    page = Page(client.get(address(way)))

    assert page.headline == "“A degree beside work” is put aside. Nothing of it is lost."
    assert (page.all("svg"), page.texts("button", name="back-in")) == ([], ["Take it in again"])


def test_hostile_names_are_only_words(client: Client, alice: Person) -> None:
    a_want(alice)
    way = a_way(alice, "<script>x</script> & {{ 7 }}")

    page = Page(client.get(address(way)))

    assert page.headline.startswith("“<script>x</script> & {{ 7 }}”")
    assert faults(page) == []
