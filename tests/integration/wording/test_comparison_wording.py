"""Openings stand beside the present job, line by line."""

import pytest
from tests.factories import a_job, a_level, a_want, an_opening

from unrut.models import Opening, Person
from unrut.queries.explore import judged_in
from unrut.queries.frame import frame_of
from unrut.wording.comparison import Cell, Column, Comparison, comparison
from unrut.wording.explore import better, fit_range

pytestmark = pytest.mark.integration


def compared(owner: Person, *openings: Opening) -> Comparison:
    frame = frame_of(owner)
    return comparison(frame, judged_in(frame, openings), openings)


def rows(told: Comparison, group: str) -> dict[str, tuple[Cell, ...]]:
    (found,) = (each for each in told.groups if each.name == group)
    return {row.name: row.cells for row in found.rows}


def a_worker(owner: Person, *facets: str) -> None:
    """Somebody who wants much of these facets and has a middling job."""
    job = a_job(owner)
    for place, facet in enumerate(facets):
        a_want(owner, facet, 100 - place, 10)
        a_level(job, facet, 5)


def test_columns_are_the_job_and_the_openings(alice: Person, bob: Person) -> None:
    a_worker(alice, "remote_location")
    one, other = an_opening(alice, "Editor", company="Mill"), an_opening(alice, "Weaver")

    told = compared(alice, other, one)

    assert told.columns == (
        Column("Your job as it is", "present"),
        Column("Weaver", other.option),
        Column("Editor", one.option, "Mill"),
    )
    assert told.width == 4
    assert [group.name for group in told.groups] == ["Fit", "What you want", "What they state"]
    assert {len(row.cells) for group in told.groups for row in group.rows} == {3}


def test_wanted_facets_have_a_sign_where_they_differ(alice: Person) -> None:
    a_worker(alice, "remote_location", "pay_benefits")
    remote = an_opening(alice, "Editor", text="This is a fully remote role.")
    office = an_opening(alice, "Weaver", text="Five days in the office.")

    (now, ahead, behind) = rows(compared(alice, remote, office), "What you want")["Place of work"]

    assert (now.sign, ahead.sign, behind.sign) == ("", "+", "−")
    assert (ahead.tone, ahead.sign_words) == ("gives", "for it:")
    assert (behind.tone, behind.sign_words) == ("drains", "against it:")
    assert ahead.words == "remote (“This is a fully remote role”)"


@pytest.mark.parametrize(
    ("title", "words"),
    [("Zzyzx qwrt", "silent"), ("Data editor", "silent; such work is usually: remote")],
)
def test_silence_is_said_and_has_no_sign(alice: Person, title: str, words: str) -> None:
    a_worker(alice, "remote_location")

    cells = rows(compared(alice, an_opening(alice, title)), "What you want")

    ((_, silent),) = cells.values()
    assert silent == Cell(words, is_silent=True)


def test_every_wanted_facet_has_its_sign_however_many_there_are(alice: Person) -> None:
    a_worker(alice, "remote_location", "schedule_flexibility", "learning_growth", "autonomy", "job_security")
    text = "Fully remote. Flexible hours. A training budget. You choose how you work, with autonomy. Permanent contract."
    opening = an_opening(alice, text=text)

    cells = rows(compared(alice, opening), "What you want")

    known = [row[1].sign for row in cells.values() if not row[1].is_silent]
    assert (len(known) > 3, set(known)) == (True, {"+"})


def test_facts_stand_beside_each_other_and_what_is_not_stated_is_said(alice: Person) -> None:
    a_worker(alice, "remote_location")
    paid = an_opening(alice, "Editor", pay="30,000 EUR per year")
    timed = an_opening(alice, "Weaver", hours="35 hours per week")

    cells = rows(compared(alice, paid, timed), "What they state")

    unsaid = Cell("not stated", is_silent=True)
    job = Cell("–", is_silent=True)
    assert cells["Pay"] == (job, Cell("EUR 30,000 a year"), unsaid)
    assert cells["Hours"] == (job, unsaid, Cell("35 hours a week"))
    assert cells["Contract"] == (job, unsaid, unsaid)


def test_fact_of_one_opening_alone_is_a_line_for_all(alice: Person) -> None:
    plain, coded = an_opening(alice, "Editor"), an_opening(alice, "Weaver", schedule="night shifts")

    cells = rows(compared(alice, plain, coded), "What they state")

    assert [cell.words for cell in cells["Times"]][:2] == ["–", "not stated"]
    assert "nights" in cells["Times"][2].words


def test_facts_alone_are_compared_while_nothing_is_wanted(alice: Person) -> None:
    told = compared(alice, an_opening(alice))

    assert [group.name for group in told.groups] == ["What they state"]


def test_fit_has_its_range_its_chance_and_what_it_rests_on(alice: Person) -> None:
    a_worker(alice, "remote_location")
    opening = an_opening(alice, text="This is a fully remote role.")
    ranked = judged_in(frame_of(alice), [opening])

    cells = rows(compared(alice, opening), "Fit")

    options = [option for key in ("present", opening.option) if (option := ranked.option(key))]
    assert cells == {
        "Fit": tuple(Cell(fit_range(option)) for option in options),
        "Better than now": tuple(Cell(better(option)) for option in options),
        "Known": (Cell("1 of 1 want known"), Cell("1 of 1 want known")),
    }
