from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.wins.contract import ImportedWin, ParsedWins
from unrut.importers.wins.table import TableImporter
from unrut.importers.wins.table_rows import rows_of

pytestmark = pytest.mark.unit

TABLE = Path(__file__).resolve().parents[4] / "tests/fixtures/wins/wins.csv"
TODAY = date(2026, 11, 20)
ENDLESS = "This row has a cell that never ends. Look for a quotation mark that is not closed, and mend it."


def read(text: str) -> ParsedWins:
    return TableImporter().parse(text.encode(), today=TODAY)


def test_parse_table_reads_every_field() -> None:
    parsed = TableImporter().parse(TABLE.read_bytes(), today=TODAY)

    assert parsed.wins[0] == ImportedWin(
        source="table",
        key=parsed.wins[0].key,
        happened_on=date(2025, 3, 3),
        text="Mended the oven",
        situation="It was cold",
        action="Took it apart",
        result="It bakes",
        figures="from 9 days to 4",
        known_from="order book",
        seen_by="R. M.",
        skills=("repair", "patience"),
        proof="https://example.org/oven",
        where="line 2",
    )
    assert [(str(win.happened_on), win.text, win.where) for win in parsed.wins[1:]] == [
        ("2025-03-14", 'Baked for "two" parties', "line 3"),
        ("2025-03-31", "Kept the accounts", "line 6"),
    ]
    assert parsed.problems == (
        Problem("line 5", '"31.02.2025" is not a day of the calendar. Write it like 2026-11-16.'),
    )


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("date,title,description", ("a", "b", "")),
        ("When\tWhat\tDetails", ("a", "b", "")),
        ("day|action|result", ("a", "", "b")),
        ("sep=;\nday;win;notes", ("a", "b", "")),
    ],
)
def test_parse_names_and_separators_are_guessed(header: str, expected: tuple[str, str, str]) -> None:
    mark = next(mark for mark in "\t|;," if mark in header.splitlines()[-1])

    (win,) = read(f"{header}\n\n{mark.join(('2025-03-04', 'a', 'b'))}\n").wins

    assert (win.text, win.story, win.result) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("3/4/2025,a\n25/4/2025,b", ["2025-04-03", "2025-04-25"]),
        ("3/4/2025,a\n4/25/2025,b", ["2025-03-04", "2025-04-25"]),
        ("3/4/2025,a\n3/3/2025,b", ["2025-03-03"]),
    ],
)
def test_parse_order_of_day_and_month_is_decided_by_the_column(rows: str, expected: list[str]) -> None:
    assert [str(win.happened_on) for win in read(f"date,what\n{rows}\n").wins] == expected


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ('2025-03-04,"open', ENDLESS),
        ('2025-03-04,"a" b', ENDLESS),
        (",a", "There is no day. Write it like 2026-11-16."),
        ("2025-03-04,", "There are no words. Say what got done, or remove it from the file."),
        ("2025-03-04", "There are no words. Say what got done, or remove it from the file."),
        (
            "2025-03-04,a,b",
            "This row has 3 cells and the first line names 2. Put quotation marks around the cell with a separator in it.",
        ),
        ("2025-01-01,First", '"First" stands in line 2 already. The first of the two was kept.'),
    ],
)
def test_parse_bad_row_is_named_and_the_others_are_read(row: str, message: str) -> None:
    parsed = read(f'date,what\n2025-01-01,First\n{row}\n2025-01-03,Third\n2025-01-04,"Fourth, too"\n')

    assert [win.text for win in parsed.wins] == ["First", "Third", "Fourth, too"]
    assert parsed.problems == (Problem("line 3", message),)


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        ("what,skills", 'no column "date"'),
        ("date,skills", 'no column "what"'),
        ("date,weekday,mood,what", "table of people"),
        ("First Name,Last Name,Date,Title", "table of people"),
        ("", 'no column "date"'),
    ],
)
def test_parse_other_tables_are_refused(header: str, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        read(f"{header}\n2025-03-04,a,b,c\n")


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", b"date,what\n", 0.85),
        ("a.csv", b"one,two\n", 0.5),
        ("a.csv", b"job_id,title,date\n", 0.0),
        ("a.txt", b"one,two\n", 0.0),
        ("a.json", b'[{"date": 1}]', 0.0),
    ],
)
def test_identify_cases(name: str, content: bytes, expected: float) -> None:
    assert TableImporter().identify(name, content) == expected


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a,"b\nc",d', [(1, ["a", "b\nc", "d"])]),
        ('a,"b ""c"" d"\ne', [(1, ["a", 'b "c" d']), (2, ["e"])]),
        ('"a","b\n\nc","d"', [(1, ["a", "b\n\nc", "d"])]),
        ('"a" ,b', [(1, None)]),
        ('5" pipe,b', [(1, ['5" pipe', "b"])]),
        ('a,"b\nc,"d"\ne', [(1, None), (2, ["c", "d"]), (3, ["e"])]),
        ("a\n\nb\n", [(1, ["a"]), (3, ["b"])]),
        ("x" * 200_000, [(1, None)]),
    ],
)
def test_rows_of_cases(text: str, rows: list[tuple[int, list[str] | None]]) -> None:
    assert list(rows_of(text, ",")) == rows


@given(st.text(alphabet='a,"\n ', max_size=40))
def test_rows_of_any_text_begin_on_rising_lines(text: str) -> None:
    lines = [line for line, _ in rows_of(text, ",")]

    assert lines == sorted(set(lines))
