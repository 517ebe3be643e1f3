"""The rows of a table about people, below whatever notes stand before the names of its columns."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.contract import UnreadableFileError
from unrut.importers.people.rows import (
    MOST_LINES,
    MOST_ROWS,
    PATIENCE,
    Table,
    first_rows,
    separator_of,
    table_in,
)

pytestmark = pytest.mark.unit

HEAD = ("First Name", "Last Name", "Company")
LINE = "First Name,Last Name,Company"
HOSTILE = (
    '"',
    '"\n',
    'a,"\n',
    '"""a\n',
    ",",
    "\n",
    "\x00",
    "a ",
    "1",
    "$",
    "(",
    '"a"b,\n',
    "\t;|",
    'x,"y"z"\n',
)


def read(text: str) -> Table:
    return table_in(text.encode(), lambda names: "First Name" in names)


def test_table_in_notes_before_the_names_are_left_out() -> None:
    table = read(f'Notes:\n"Some addresses, and ""more"", are missing."\n\n{LINE}\nAda,Novak,Acme\n')

    assert table.names == HEAD
    assert [(row.line, row.cells) for row in table.rows] == [(5, ("Ada", "Novak", "Acme"))]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_table_in_any_separator_and_line_end(mark: str, end: str) -> None:
    table = read(f"{LINE}{end}Ada,Novak,Acme{end}".replace(",", mark))

    assert (table.names, table.rows[0].cells) == (HEAD, ("Ada", "Novak", "Acme"))


@pytest.mark.parametrize("alphabet", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_table_in_any_alphabet(alphabet: str) -> None:
    content = f"{LINE}\nZoë,Müller,Café\n".encode(alphabet)

    table = table_in(content, lambda names: names[0] == "First Name")

    assert table.rows[0].cells == ("Zoë", "Müller", "Café")
    assert bool(table.notices) == (alphabet == "cp1252")


def test_table_in_quotes_commas_and_line_ends_within_a_cell() -> None:
    table = read(f'{LINE}\n"Jan ""JJ""","Doe, Jr.","Line one\nLine two"\nBo,Lee,Acme\n')

    assert [(row.line, row.cells) for row in table.rows] == [
        (2, ('Jan "JJ"', "Doe, Jr.", "Line one\nLine two")),
        (4, ("Bo", "Lee", "Acme")),
    ]


def test_table_in_a_quotation_mark_too_few_costs_one_row() -> None:
    table = read(f'{LINE}\n"Ada,Novak,Acme\nBo,Lee,Beta\n"Cy",Moe,Gamma\n')

    assert [row.cells for row in table.rows] == [None, ("Bo", "Lee", "Beta"), ("Cy", "Moe", "Gamma")]


def test_table_in_marks_within_a_cell_that_make_no_sense_are_taken_as_they_are() -> None:
    table = read(f'{LINE}\n"Jan "JJ" Doe",Roe,Acme\n')

    assert table.rows[0].cells == ('Jan JJ" Doe"', "Roe", "Acme")


@pytest.mark.parametrize("cell", ["x" * 200_000, '"' + "x" * 200_000 + '"'])
def test_table_in_a_cell_far_too_long_costs_its_row_alone(cell: str) -> None:
    table = read(f"{LINE}\n{cell},Novak,Acme\nBo,Lee,Acme\n")

    assert [row.cells for row in table.rows] == [None, ("Bo", "Lee", "Acme")]


def test_table_in_a_row_over_more_lines_than_any_has_is_none() -> None:
    table = read(f'{LINE}\n"{"x" + chr(10)}{"y" + chr(10)}'.rstrip("\n") + "\nz" * MOST_LINES + '",a,b\n')

    assert table.rows[0].cells is None
    assert table.rows[1].cells == ("y",)


def test_table_in_of_a_file_torn_all_over_every_line_is_a_row() -> None:
    lines = ['"x', *["y"] * MOST_LINES] * (PATIENCE // MOST_LINES + 2)

    table = read(f"{LINE}\n" + "\n".join(lines))

    assert len(table.rows) == len(lines)
    assert sum(row.cells is None for row in table.rows) == PATIENCE // MOST_LINES + 2


def test_table_in_without_a_head_gives_all_rows_and_no_names() -> None:
    table = read("sep=;\nAda;ada@example.com\n")

    assert (table.names, [row.cells for row in table.rows]) == ((), [("Ada", "ada@example.com")])


def test_table_in_rows_of_empty_cells_stay_and_blank_lines_do_not() -> None:
    table = read(f",,\n\n{LINE},,\n\n,,\nAda,,\n")

    assert table.names == HEAD
    assert [row.cells for row in table.rows] == [("", "", ""), ("Ada", "", "")]


def test_separator_of_the_names_we_know_count_more_than_the_cells() -> None:
    assert separator_of("First Name;Last Name\na,b,c;d") == ";"
    assert separator_of("some;thing\nelse") == ";"
    assert separator_of("") == ","
    assert separator_of("sep=|\nFirst Name,Last Name") == "|"


def test_first_rows_of_a_file_that_is_cut_anywhere() -> None:
    assert first_rows(f'{LINE}\nAda,"Nov'.encode()) == [HEAD]


@pytest.mark.parametrize("piece", HOSTILE)
def test_table_in_hostile_bytes_end(piece: str) -> None:
    count = 2**20 // len(piece)

    assert read(piece * (min(count, MOST_ROWS) if "\n" in piece else count)).names == ()


def test_table_in_more_rows_than_anybody_knows_people_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="more than 100,000 rows"):
        read(f"{LINE}\n" + "Ada\n" * MOST_ROWS)


@given(st.lists(st.tuples(*[st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)] * 3)))
def test_table_in_gives_what_was_written(rows: list[tuple[str, ...]]) -> None:
    file = io.StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL).writerows([HEAD, *rows])

    assert [row.cells for row in read(file.getvalue()).rows] == rows
