"""Companies are known by their openings and by what the person wrote down."""

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories import MONDAY, a_company_note, an_opening

from unrut.core.explore.levels import Level, Source
from unrut.core.facets import shipped_vocabulary
from unrut.core.reflect.profile_edits import Column, EditedProfile, ListLine
from unrut.models import Person
from unrut.queries import companies as queries
from unrut.queries.companies import Checked, CompanyRow, Verdict, checked, companies, company
from unrut.queries.frame import opening_levels

pytestmark = pytest.mark.integration


def test_companies_with_open_openings_come_first(alice: Person, bob: Person) -> None:
    for title in ("Weaver", "Setter"):
        an_opening(alice, title, company="Gone Ltd.", gone_on=MONDAY)
    an_opening(alice, "Editor", company="The Press")
    an_opening(alice, "Reader", company="THE PRESS GmbH", gone_on=MONDAY)
    an_opening(alice, "Nameless")
    note = a_company_note(alice, "Mill")

    assert companies(alice) == [
        CompanyRow("press", "The Press", openings=2, open=1, note=None),
        CompanyRow("gone", "Gone Ltd.", openings=2, open=0, note=None),
        CompanyRow("mill", "Mill", openings=0, open=0, note=note),
    ]


def test_company_is_called_as_the_person_wrote_it(alice: Person) -> None:
    an_opening(alice, company="The Press")
    note = a_company_note(alice, "Press")

    assert companies(alice) == [CompanyRow("press", "Press", openings=1, open=1, note=note)]
    found = company(alice, "press")
    assert found is not None
    assert found.name == "Press"


def test_equal_companies_stand_by_name(alice: Person) -> None:
    for name in ("b", "A", "C"):
        a_company_note(alice, name)

    assert [row.name for row in companies(alice)] == ["A", "b", "C"]


def test_postings_of_the_same_job_count_once(alice: Person) -> None:
    for key in "ab":
        an_opening(alice, "Weaver", company="Mill", place="Leeds", key=key)

    assert [(row.openings, row.open) for row in companies(alice)] == [(1, 1)]
    found = company(alice, "mill")
    assert found is not None
    assert [opening.key for opening in found.openings] == ["a"]


def test_companies_of_nobody_are_none(alice: Person, bob: Person) -> None:
    assert companies(alice) == []


@pytest.mark.parametrize("key", ["press", "", "nowhere", "press bob", "mill\0"])
def test_company_that_is_not_known_is_none(alice: Person, bob: Person, key: str) -> None:
    an_opening(alice, "Nameless")

    assert company(alice, key) is None


def test_company_shows_open_openings_first_then_the_newest(alice: Person) -> None:
    an_opening(alice, "Gone", company="Mill", gone_on=MONDAY)
    an_opening(alice, "Old", company="Mill")
    an_opening(alice, "New", company="Mill")

    found = company(alice, "mill")

    assert found is not None
    assert [opening.title for opening in found.openings] == ["New", "Old", "Gone"]
    assert (found.key, found.name, found.note, found.people) == ("mill", "Mill", None, [])


def test_company_of_a_note_alone_has_people_and_no_openings(alice: Person) -> None:
    note = a_company_note(alice, "Mill", people="Dora\nEmil")

    found = company(alice, "mill")

    assert found is not None
    assert (found.openings, found.stated, found.note, found.people) == ((), {}, note, ["Dora", "Emil"])


def test_company_states_what_its_openings_state(alice: Person) -> None:
    remote = an_opening(alice, "Weaver", company="Mill", text="This is a fully remote role.")
    office = an_opening(alice, "Setter", company="Mill", text="Five days in the office.")

    found = company(alice, "mill")

    assert found is not None
    assert found.stated["remote_location"] == tuple(
        opening_levels(opening)["remote_location"] for opening in (office, remote)
    )


def test_only_so_many_openings_are_read_for_what_they_state(
    alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "READ_FOR_LEVELS", 1)
    for title in ("Weaver", "Setter"):
        an_opening(alice, title, company="Mill", text="This is a fully remote role.")

    found = company(alice, "mill")

    assert found is not None
    assert (len(found.openings), len(found.stated["remote_location"])) == (2, 1)


def line(facet: str) -> ListLine:
    return ListLine(Column.LOOK_FOR, facet, None, "A line", "")


def levels(*means: float) -> tuple[Level, ...]:
    return tuple(Level(mean, 1.0, Source.STATED) for mean in means)


@pytest.mark.parametrize(
    ("facet", "means", "verdict"),
    [
        ("autonomy", (), Verdict.SILENT),
        ("autonomy", (8,), Verdict.GOOD),
        ("autonomy", (2,), Verdict.BAD),
        ("autonomy", (5,), Verdict.GOOD),
        ("autonomy", (8, 1), Verdict.BAD),
        ("commute", (8,), Verdict.BAD),
        ("commute", (2,), Verdict.GOOD),
    ],
)
def test_verdict_is_how_far_from_the_problem_they_are(
    facet: str, means: tuple[float, ...], verdict: Verdict
) -> None:
    assert Checked(line(facet), levels(*means)).verdict is verdict


def test_lines_without_a_facet_are_not_checked(alice: Person) -> None:
    an_opening(alice, company="Mill", text="This is a fully remote role.")
    found = company(alice, "mill")
    assert found is not None
    profile = EditedProfile(
        look_for=(line("remote_location"), line("")), avoid=(line("autonomy"),), left_out=()
    )

    assert checked(found, profile) == [
        Checked(line("remote_location"), found.stated["remote_location"]),
        Checked(line("autonomy"), ()),
    ]


def test_every_facet_has_an_end_that_usually_is_the_problem() -> None:
    for facet in shipped_vocabulary().facets:
        assert Checked(line(facet), levels(10, 0)).verdict is Verdict.GOOD


@pytest.mark.parametrize("count", [1, 3])
def test_companies_take_the_same_queries_however_many(
    alice: Person, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        an_opening(alice, company=f"Mill {number}", key=str(number))
        a_company_note(alice, f"Mill {number}")

    with django_assert_num_queries(2):
        assert len(companies(alice)) == count
