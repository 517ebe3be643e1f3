"""Columns are found by their heads, and a row that does not fit is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.atlases import zipped

from unrut.importers.contract import UnreadableFileError
from unrut.importers.occupations.packed import OCCUPATIONS, release_files
from unrut.importers.occupations.tables import Cells, rows

pytestmark = pytest.mark.unit

HEAD = "O*NET-SOC Code\tTask ID\tTask\n"


def read(text: str, *needed: str, spare: tuple[str, ...] = ()) -> list[Cells]:
    with release_files(zipped({OCCUPATIONS: text})) as files:
        return list(rows(files, OCCUPATIONS, needed, spare))


def refusal(text: str, *needed: str) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        read(text, *needed)
    return str(refused.value)


def test_columns_are_found_by_their_heads() -> None:
    assert read(HEAD + "1\t2\t3\n", "Task", "Task ID") == [("1", "3", "2")]
    assert read("Task\tO*NET-SOC Code\n3\t1\n", "Task") == [("1", "3")]


def test_spare_column_that_is_not_there_is_empty() -> None:
    assert read(HEAD + "1\t2\t3\n", "Task", spare=("Task Type", "Task ID")) == [("1", "3", "", "2")]


def test_head_may_have_changed_its_name() -> None:
    told = "Task Title|Task"

    assert read(HEAD + "1\t2\t3\n", told) == [("1", "3")]
    assert read("O*NET-SOC Code\tTask\tTask Title\n1\t2\t3\n", told) == [("1", "3")]


def test_empty_lines_say_nothing() -> None:
    assert read(HEAD + "\n1\t2\t3\n  \n", "Task") == [("1", "3")]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("", "O*NET-SOC Code"),
        ("Code\tTask\n", "O*NET-SOC Code"),
        ("O*NET-SOC Code\tDescription\n", "Task"),
        ("onetsoc_code,task\n", "O*NET-SOC Code"),
    ],
)
def test_missing_column_is_named(text: str, missing: str) -> None:
    assert refusal(text, "Task").startswith(
        f'"Occupation Data.txt" has no column "{missing}", so it is not of a release we can read (28.0 or later).'
    )


def test_missing_column_is_named_with_all_its_names() -> None:
    assert 'has no column "Alternate Title" or "Job Title", so' in refusal(HEAD, "Alternate Title|Job Title")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("1\t2", 'Line 3 of "Occupation Data.txt" breaks off: it has 2 of 3 columns.'),
        ("1", 'Line 3 of "Occupation Data.txt" breaks off: it has 1 of 3 columns.'),
        ("1\t2\t3\t4\n", 'Line 3 of "Occupation Data.txt" has too many cells: it has 4 of 3 columns.'),
    ],
)
def test_torn_row_is_named(row: str, why: str) -> None:
    assert refusal(f"{HEAD}1\t2\t3\n{row}", "Task") == f"{why} Download the release again."


@pytest.mark.parametrize("piece", ["1", "$", " ", "\t", "\n", "a ", "(", "\x00"])
def test_nonsense_of_a_megabyte_is_read_or_refused(piece: str) -> None:
    try:
        found = read(HEAD + piece * (1_000_000 // len(piece)), "Task")
    except UnreadableFileError:
        found = []

    assert found == []


@given(st.lists(st.tuples(*[st.text("ab\x0b\x85'\"", min_size=1)] * 3), max_size=5))
def test_cells_come_out_as_they_went_in(told: list[tuple[str, str, str]]) -> None:
    text = HEAD + "".join("\t".join(cells) + "\n" for cells in told)

    assert read(text, "Task ID", "Task") == told
