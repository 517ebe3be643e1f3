import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.openings.table_rows import (
    LONGEST_START,
    MOST_COLUMNS,
    first_rows,
    read_rows,
    separator_of,
)

pytestmark = pytest.mark.unit

HEAD = "title,company,place\n"


def cells(text: str) -> list[list[str]]:
    return [row.cells for row in read_rows(text).rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title,company\nA;B,C", ","),
        ("title;company\nA,B,C", ";"),
        ("title\tcompany", "\t"),
        ("title|company", "|"),
        ("sep=:\ntitle:company", ":"),
        ('"sep=;"\na,b', ";"),
        ("a,b;c;d", ";"),
        ("", ","),
        (" \n ", ","),
        ('"title","company, or firm"\n', ","),
    ],
)
def test_separator_of_cases(text: str, expected: str) -> None:
    assert separator_of(text) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("title,company\nCook,Inn", ("title", "company")),
        ("\n\nsep=,\ntitle,company", ("title", "company")),
        ("Openings of May\n\ntitle,company\nCook,Inn", ("title", "company")),
        ("title,,title, \nCook", ("title", "column 2", "title (3)")),
        ("a,b\nc,d", ("a", "b")),
        ("title," * (MOST_COLUMNS + 5) + "x", MOST_COLUMNS),
        ("", ()),
    ],
)
def test_read_rows_names_cases(text: str, names: tuple[str, ...] | int) -> None:
    found = read_rows(text).names

    assert (len(found) if isinstance(names, int) else found) == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f'{HEAD}Cook,"Inn\nat sea",Ghent', [["Cook", "Inn\nat sea", "Ghent"]]),
        (
            f'{HEAD}Cook,"Inn,Ghent\nBaker,Oven,Delft\n',
            [["Cook", "Inn", "Ghent"], ["Baker", "Oven", "Delft"]],
        ),
        (
            f'{HEAD}Cook,"Inn,Ghent\nBaker,"Oven,Delft\n',
            [["Cook", "Inn", "Ghent"], ["Baker", "Oven", "Delft"]],
        ),
        (
            f'{HEAD}Cook,Inn,"Ghent\nA,B,C\nD,E,"F',
            [["Cook", "Inn", "Ghent"], ["A", "B", "C"], ["D", "E", "F"]],
        ),
        (f'{HEAD}Cook,Inn,"the "old" one\nby the sea"', [["Cook", "Inn", 'the old" one'], ['by the sea"']]),
        (f'{HEAD}"Cook\nA,B,C\n', [["Cook"], ["A", "B", "C"]]),
        ('one\n"two\nthree', [["two"], ["three"]]),
    ],
)
def test_read_rows_broken_quotation_marks_tear_nothing_else(text: str, expected: list[list[str]]) -> None:
    assert cells(text) == expected


def test_read_rows_lines_are_counted() -> None:
    assert [row.line for row in read_rows(f'{HEAD}\n"a\nb",c,d\ne,f,g').rows] == [3, 5]


@pytest.mark.parametrize(
    "piece", ['x","y\n', '"\n', 'a,"b\n', ",\n", '"a,""\n', '"', 'a,"b\n"c,d\n', "1", " "]
)
def test_read_rows_hostile_text_is_read_to_its_end(piece: str) -> None:
    rows = read_rows(HEAD + piece * 20_000).rows

    assert not rows or rows[-1].line <= (piece * 20_000).count("\n") + 2


def test_first_rows_are_cut_at_a_line() -> None:
    text = HEAD + "Cook,Inn,Ghent\n" * 10_000

    rows = first_rows(text).rows

    assert 0 < len(rows) < LONGEST_START
    assert rows[-1].cells == ["Cook", "Inn", "Ghent"]
    assert first_rows("a" * (LONGEST_START + 1)).names == ("a",)


CELLS = st.text(alphabet='ab ,;"\n', max_size=8).map(lambda cell: f"x{cell}x")


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=6))
def test_read_rows_finds_again_what_was_written(rows: list[list[str]]) -> None:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([["title", "company", "place"], *rows])

    assert cells(written.getvalue()) == rows
