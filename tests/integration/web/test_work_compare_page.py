"""Up to four kinds of work side by side: how they fit, who leads, how far they are, and how people get in."""

from typing import cast

import pytest
from django.test import Client
from tests.factories import TODAY, a_job, a_level, a_skill, a_want
from tests.integration.web.reading import Page, faults

from unrut.core.explore.block_fit import BlockFit
from unrut.models import Person
from unrut.queries.occupation_page import OccupationPage, occupation_page
from unrut.queries.occupations import Judged
from unrut.wording.gaps import hours_words
from unrut.wording.occupation_comparison import _leading, comparison
from unrut.wording.occupation_list import compare_problems, schooling
from unrut.wording.occupations import chance_words

pytestmark = pytest.mark.integration

COMPARE = "/fit/work/compare/"
CLERK, NURSES, CHEFS, UNASKED = "43-9021.00", "29-1141.00", "35-1011.00", "15-1252.00"
NOWHERE = "99-9999.99"


@pytest.fixture
def clerk(alice: Person) -> Person:
    """Somebody bored in an office, who wants freedom above all, and quiet hours."""
    job = a_job(alice, "Data entry clerk", occupation=CLERK)
    a_level(job, "autonomy", 1)
    a_want(alice, "autonomy", 100, 10)
    a_want(alice, "commute", 20, 0)
    return alice


def side_by_side(client: Client, *codes: str) -> Page:
    return Page(client.get(COMPARE, {"with": codes}))


def rows(page: Page) -> dict[str, list[str]]:
    """The cells of each line of the table by its name."""
    found = {}
    for row in page.all("tr"):
        cells = [" ".join(part.text.split()) for part in row.inside if part.tag in {"th", "td"}]
        found[cells[0]] = cells[1:]
    return found


def pages_of(owner: Person, judged: Judged, *codes: str) -> list[OccupationPage]:
    return [cast("OccupationPage", occupation_page(owner, judged, code)) for code in codes]


def test_nothing_ticked_says_what_the_page_is_for(client: Client, bob: Person) -> None:
    page = side_by_side(client)

    assert (page.headline, page.alerts, page.all("table")) == ("Nothing is ticked yet.", [], [])
    assert page.texts("a", class_="button second") == ["To the list"]


def test_kinds_of_work_stand_beside_the_present_job(client: Client, clerk: Person) -> None:
    page = side_by_side(client, NURSES, CHEFS)

    table = rows(page)
    assert table[""] == ["Your job as it is", "Registered Nurses", "Chefs and Head Cooks"]
    assert table["Autonomy"][0] == "told every step"
    assert table["Commute"] == ["not known"] * 3
    assert [cell.split(":")[0] for cell in table["Autonomy"][1:]] == ["+ for it", "+ for it"]
    assert sum("(leads)" in cell for cell in table["Autonomy"]) == 1
    assert faults(page) == []


def test_comparison_holds_what_the_pages_say(client: Client, clerk: Person) -> None:
    table, judged = rows(side_by_side(client, CHEFS)), Judged(clerk, today=TODAY)
    (page,) = pages_of(clerk, judged, CHEFS)

    assert page.gaps.missing
    assert page.entering
    assert page.entering.usual_education
    assert table["To close what is missing"] == ["–", hours_words(page.gaps.hours)]
    assert all(gap.name in table["What is missing most"][1] for gap in page.gaps.missing[:3])
    assert table["Known"] == ["–", "1 of 2 wants known"]
    assert table["Usual schooling"] == ["–", schooling(page.entering.usual_education)]
    assert list(table)[-3:] == ["Usual schooling", "Preparation", "Working hours"]


def test_narrow_screens_get_the_same_below_one_another(client: Client, clerk: Person) -> None:
    page = side_by_side(client, NURSES, CHEFS)

    told = {name: cells for name, cells in rows(page).items() if cells and name}
    assert page.texts("h3") == list(told)
    assert page.texts("dd") == [cell for cells in told.values() for cell in cells]


def test_wanted_hours_stand_once(client: Client, clerk: Person) -> None:
    a_want(clerk, "working_hours", 50, 2)

    page = side_by_side(client, CHEFS)

    assert "Length of working hours" in page.texts("h3")
    assert "Working hours" not in page.texts("h3")


def test_schooling_nobody_was_asked_about_is_not_known(client: Client, clerk: Person) -> None:
    judged = Judged(clerk, today=TODAY)
    silent = next(page for page in pages_of(clerk, judged, *judged.atlas.codes) if page.entering is None)

    assert rows(side_by_side(client, silent.code))["Usual schooling"][1] == "not known"


def test_without_wants_there_is_no_fit_but_a_distance(client: Client, alice: Person) -> None:
    a_skill(alice)

    page = side_by_side(client, NURSES)

    assert page.headline == (
        "How far each is, and what is missing. Say what you want, and their fit stands here too."
    )
    assert page.texts("h2") == ["How far", "The way in"]


def test_without_anything_known_of_the_person_only_the_way_in_is_told(client: Client, alice: Person) -> None:
    page = side_by_side(client, NURSES)

    assert page.headline == (
        "The way into each. Say what you want and what you do now, and their fit and how far they are stand here too."
    )
    assert page.texts("h2") == ["The way in"]


def test_what_nobody_was_asked_about_is_not_known(client: Client, clerk: Person) -> None:
    page = side_by_side(client, UNASKED)

    table = rows(page)
    assert page.headline == "Nothing is known of how this would fit."
    assert table["Of 100 points"][1:] == ["–"]
    assert table["Better than now"] == ["–", "how it would fit is not known"]
    assert (table["What you have"][1], table["What is missing most"][1]) == ("–", "nothing we can tell")


@pytest.mark.parametrize(
    ("codes", "status", "sentences"),
    [
        ([NOWHERE], 404, [NOWHERE]),
        ([NURSES, NOWHERE], 200, [NOWHERE]),
        (["<b>"], 404, ["<b>"]),
        ([NURSES, NURSES, "29-1141", " "], 200, []),
    ],
)
def test_code_there_is_none_of_is_a_sentence(
    client: Client, clerk: Person, codes: list[str], status: int, sentences: list[str]
) -> None:
    response = client.get(COMPARE, {"with": codes})

    page = Page(response)
    assert response.status_code == status
    assert page.alerts == [
        f"There is no kind of work with the code “{code}”. Tick another one in the list."
        for code in sentences
    ]
    assert (len(page.all("table")), faults(page)) == (int(status == 200), [])


def test_four_at_most_stand_side_by_side(client: Client, clerk: Person) -> None:
    page = side_by_side(client, NURSES, CHEFS, CLERK, UNASKED, "47-2181.00")

    assert len(rows(page)[""]) == 5
    assert page.alerts == ["Four stand side by side at most; 1 more was left out."]
    assert compare_problems([], left_out=2) == ["Four stand side by side at most; 2 more were left out."]


@pytest.mark.parametrize(
    ("fits", "lead"),
    [
        ({NURSES: (70, 60), CHEFS: (50, 40)}, "“Registered Nurses” fits best of these: "),
        (
            {NURSES: (70, 45), CHEFS: (50, 40)},
            "“Registered Nurses” leads, but not clearly: the ranges overlap.",
        ),
        ({NURSES: (30, 25), CHEFS: (35, 25)}, "None of these fits better than the job you have."),
    ],
)
def test_first_line_says_who_leads(clerk: Person, fits: dict[str, tuple[float, float]], lead: str) -> None:
    judged = Judged(clerk, today=TODAY)
    fit = cast("BlockFit", judged.fit)
    for code, (mean, low) in fits.items():
        fit.mean[judged.atlas.rows[code]], fit.low[judged.atlas.rows[code]] = mean, low
    fit.mean[-1] = 40

    assert comparison(judged, pages_of(clerk, judged, NURSES, CHEFS)).lead.startswith(lead)


ONLY_KNOWN = {
    "“Registered Nurses” fits best: ": (70, 60),
    "“Registered Nurses” leads, but not clearly: the ranges overlap.": (70, 30),
    "none fits better than the job you have.": (30, 25),
}


@pytest.mark.parametrize(("lead", "nurses"), ONLY_KNOWN.items())
def test_first_line_says_where_some_are_not_known(
    clerk: Person, lead: str, nurses: tuple[float, float]
) -> None:
    judged = Judged(clerk, today=TODAY)
    fit = cast("BlockFit", judged.fit)
    for code, (mean, low) in {NURSES: nurses, CHEFS: (35, 25)}.items():
        fit.mean[judged.atlas.rows[code]], fit.low[judged.atlas.rows[code]] = mean, low
    fit.mean[-1] = 40

    told = comparison(judged, pages_of(clerk, judged, NURSES, CHEFS, UNASKED)).lead
    assert told.startswith(f"Of those that are known, {lead}")


def test_first_line_of_one_says_how_it_compares(clerk: Person) -> None:
    judged = Judged(clerk, today=TODAY)
    (nurses, unasked) = pages_of(clerk, judged, NURSES, UNASKED)
    chance = chance_words(nurses.ranked)

    assert comparison(judged, [nurses]).lead == f"“Registered Nurses”: {chance}."
    assert comparison(judged, [unasked, nurses]).lead == (
        f"Only of “Registered Nurses” is it known how it would fit: {chance}."
    )
    assert comparison(judged, [unasked] * 2).lead == "Nothing is known of how these would fit."


@pytest.mark.parametrize(
    ("points", "place"),
    [
        ([5.0, 2.0], 0),
        ([2.0, None, 5.0], 2),
        ([2.0, 2.2], None),
        ([-1.0, -4.0], None),
        ([0.2, -4.0], None),
        ([5.0, None], None),
        ([None, None], None),
    ],
)
def test_one_leads_that_is_ahead_of_the_others_and_of_now(
    points: list[float | None], place: int | None
) -> None:
    assert _leading(points) == place
