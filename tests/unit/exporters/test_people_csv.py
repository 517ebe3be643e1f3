"""People as a table: nothing comes alive in a spreadsheet, and our own reader brings the same people back."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.exporters.people import COLUMNS, people_csv
from unrut.importers.people.registry import read_people
from unrut.importers.text_tools import one_line, tidy
from unrut.models import Contact
from unrut.queries.people import Somebody

pytestmark = pytest.mark.unit

LINES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30).map(one_line)
NAMES = st.one_of(
    LINES, st.sampled_from(["=cmd|'/c calc'!A1", "'=1", "+49", "@SUM(A1)", 'Ana "A", Ortiz', "－1"])
)


def a_person(*others: Contact, name: str = "Ana Ortiz", **fields: Any) -> Somebody:
    return Somebody(Contact(name=name, **fields), others)


def cells(*people: Somebody) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(people_csv(people).decode("utf-8-sig"), newline="")))


def test_each_person_has_a_row_with_all_that_is_known() -> None:
    person = a_person(
        circle="friend",
        company="Acme",
        position="Chef",
        email="ana@example.org",
        phone="110",
        url="https://example.org",
        met_on=date(2020, 3, 4),
        last_on=date(2026, 5, 6),
        how_known="the choir",
        note="Two\nlines",
    )

    assert cells(person) == [
        {
            "Name": "Ana Ortiz",
            "Circle": "friend",
            "Company": "Acme",
            "Position": "Chef",
            "Email": "ana@example.org",
            "Phone": "110",
            "URL": "https://example.org",
            "Connected on": "2020-03-04",
            "Last spoken on": "2026-05-06",
            "How known": "the choir",
            "Notes": "Two\nlines",
        }
    ]


def test_joined_entries_make_one_row() -> None:
    person = a_person(Contact(name="A. O.", company="Acme", last_on=date(2026, 1, 1)))

    assert [(row["Name"], row["Company"], row["Last spoken on"]) for row in cells(person)] == [
        ("Ana Ortiz", "Acme", "2026-01-01")
    ]


def test_nobody_makes_the_names_of_the_columns_alone() -> None:
    assert people_csv([]) == ("\ufeff" + ",".join(COLUMNS) + "\r\n").encode()


@pytest.mark.parametrize("name", ["=cmd|'/c calc'!A1", "+1", "-1", "@A1", "\t=1", "＝1"])
@pytest.mark.parametrize("field", ["name", "company", "note", "phone", "how_known"])
def test_no_cell_comes_alive(field: str, name: str) -> None:
    row = cells(a_person(**{"name": "Ana", field: name}))[0]

    assert f"'{name}" in row.values()
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "＝")) for cell in row.values())


@given(
    NAMES.filter(bool), LINES, LINES, st.text(st.characters(exclude_categories=["Cs"]), max_size=30).map(tidy)
)
def test_what_is_written_is_read_back_by_our_own_reader(
    name: str, company: str, position: str, note: str
) -> None:
    # One more person, so that no column is told by its cells alone.
    people = [a_person(name=name, company=company, position=position, note=note), a_person(name="Ben Blum")]

    read = read_people("people.csv", people_csv(people)).contacts

    assert [(each.name, each.company, each.position) for each in read] == [
        (name, company, position),
        ("Ben Blum", "", ""),
    ]
