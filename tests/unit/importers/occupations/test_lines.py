"""Other titles, tasks, programs and zones: in order, none twice."""

import io
import zipfile
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.atlases import table, zipped

from unrut.core.explore.occupations.atlas import Lines
from unrut.importers.occupations import lines
from unrut.importers.occupations.contract import Reading
from unrut.importers.occupations.packed import ReleaseFiles

pytestmark = pytest.mark.unit

CODE = "O*NET-SOC Code"
ONE, TWO, OTHER = "11-1011.00", "13-2011.00", "99-9999.00"

Rows = list[tuple[str, ...]]


def reading(files: dict[str, str]) -> Reading:
    """A reading of files that stay open for as long as the test lasts."""
    archive = zipfile.ZipFile(io.BytesIO(zipped(files, "")))
    places = {name: partial(archive.open, name) for name in files}
    return Reading(ReleaseFiles("", places), {ONE: 0, TWO: 1})


def titles(reported: Rows, others: Rows, head: str = "Alternate Title") -> dict[str, str]:
    name = "Alternate Titles.txt" if head == "Alternate Title" else "Job Titles.txt"
    return {
        "Sample of Reported Titles.txt": table((CODE, "Reported Job Title"), reported),
        name: table((CODE, head), others),
    }


def by_row(held: Lines) -> list[tuple[str, ...]]:
    return [held.of(0), held.of(1)]


@pytest.mark.parametrize("head", ["Alternate Title", "Job Title"])
def test_reported_titles_come_first_and_none_twice(head: str) -> None:
    files = titles(
        [(ONE, "Chief"), (TWO, "Auditor")],
        [(ONE, "Boss"), (ONE, "CHIEF"), (ONE, " Head  of All "), (ONE, "n/a"), (ONE, ""), (ONE, "boss")],
        head,
    )

    assert by_row(lines.alternates(reading(files))) == [("Chief", "Boss", "Head of All"), ("Auditor",)]


def test_titles_may_be_lacking() -> None:
    assert lines.alternates(reading({})).starts.tolist() == [0, 0, 0]


def test_line_of_an_unlisted_occupation_is_told() -> None:
    held = reading(titles([(OTHER, "Ghost")], []))

    assert by_row(lines.alternates(held)) == [(), ()]
    assert held.warnings == [
        '"Sample of Reported Titles.txt": 1 row left out (of an occupation that is not in "Occupation Data.txt").'
    ]


def test_countless_lines_are_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_LINES", 2)
    held = reading(titles([], [(ONE, f"Title {number}") for number in range(5)]))

    assert lines.alternates(held).of(0) == ("Title 0", "Title 1")
    assert held.warnings == ['"Alternate Titles.txt": 3 rows left out (more than 2 of one occupation).']


def test_core_tasks_come_first() -> None:
    told = [
        (ONE, "Wave.", "Supplemental"),
        (ONE, "Bow.", "Core"),
        (TWO, "Add.", "n/a"),
        (ONE, "Smile.", "Core"),
    ]

    held, is_core = lines.tasks(reading({"Task Statements.txt": table((CODE, "Task", "Task Type"), told)}))

    assert by_row(held) == [("Bow.", "Smile.", "Wave."), ("Add.",)]
    assert is_core.tolist() == [True, True, False, False]


def test_no_task_is_core_where_the_kind_is_not_told() -> None:
    held, is_core = lines.tasks(reading({"Task Statements.txt": table((CODE, "Task"), [(ONE, "Bow.")])}))

    assert (held.texts, is_core.tolist()) == (("Bow.",), [False])


@pytest.mark.parametrize(
    ("name", "heads"),
    [
        ("Technology Skills.txt", ("Example", "Commodity Title")),
        ("Software Skills.txt", ("Workplace Example", "Element Name")),
    ],
)
def test_programs_most_asked_for_come_first(name: str, heads: tuple[str, str]) -> None:
    told = [
        *[
            (ONE, "Old", "Kind A", "N", "N"),
            (ONE, "Hot", "Kind B", "Y", "N"),
            (ONE, "Both", "Kind A", "Y", "Y"),
        ],
        *[(ONE, "old", "Kind C", "N", "N"), (TWO, "Asked", "Kind B", "N", "Y")],
    ]
    text = table((CODE, *heads, "Hot Technology", "In Demand"), told)

    names, kinds = lines.technology(reading({name: text}))

    assert by_row(names) == [("Both", "Hot", "Old"), ("Asked",)]
    assert by_row(kinds) == [("Kind A", "Kind B", "Kind A"), ("Kind B",)]


@pytest.mark.parametrize(
    ("zone", "found", "count"), [("1", 1, 0), ("5", 5, 0), ("n/a", 0, 0), ("6", 0, 1), ("", 0, 1)]
)
def test_zone_is_one_of_five_or_unknown(zone: str, found: int, count: int) -> None:
    held = reading({"Job Zones.txt": table((CODE, "Job Zone"), [(TWO, zone), (OTHER, "3")])})

    assert lines.zones(held).tolist() == [0, found]
    told = ['"Job Zones.txt": 1 row left out (no job zone from 1 to 5).'] * count
    assert held.warnings[1:] == told


@given(st.lists(st.lists(st.text(max_size=3), max_size=3), max_size=5))
def test_lines_are_found_again(told: list[list[str]]) -> None:
    held = lines.lines_of(told)

    assert [list(held.of(row)) for row in range(len(told))] == told
