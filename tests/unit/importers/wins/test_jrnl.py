import json
from datetime import date
from pathlib import Path

import pytest

from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.wins.contract import ImportedWin, ParsedWins
from unrut.importers.wins.jrnl import JrnlImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/wins"
TODAY = date(2026, 11, 20)
NO_WORDS = "There are no words. Say what got done, or remove it from the file."


def read(text: str) -> ParsedWins:
    return JrnlImporter().parse(text.encode(), today=TODAY)


def test_parse_journal_reads_both_shapes() -> None:
    parsed = JrnlImporter().parse((FIXTURES / "journal.txt").read_bytes(), today=TODAY)

    first, second, older = parsed.wins
    assert first == ImportedWin(
        "jrnl",
        first.key,
        date(2025, 3, 4),
        "Mended the till.",
        story="It took two hours\n\nThe drawer was bent.",
        skills=("repair", "patience"),
        where="line 1",
    )
    assert [(win.text, win.where) for win in (second, older)] == [
        ("Closed the month", "line 4"),
        ("Older line", "line 6"),
    ]
    assert parsed.problems == (
        Problem("line 5", '"2025-02-31 10:00" is not a day of the calendar. Write it like 2026-11-16.'),
    )


def test_parse_export_reads_entries_and_names_the_bad_one() -> None:
    parsed = JrnlImporter().parse((FIXTURES / "journal.json").read_bytes(), today=TODAY)

    assert [(win.text, win.story, win.skills, win.where) for win in parsed.wins] == [
        ("Mended the till repair.", "The drawer was bent.", ("repair",), "entry 1")
    ]
    assert parsed.problems == (Problem("entry 2", NO_WORDS),)


def test_parse_tags_alone_are_no_words() -> None:
    assert read("[2025-03-04 09:12] @tag @other\n").problems == (Problem("line 1", NO_WORDS),)


def test_parse_tag_within_words_stays_a_word_and_an_address_is_none() -> None:
    parsed = read("[2025-03-04 09:12] Met @Anna and wrote to a@b.org\n")

    assert [(win.text, win.skills) for win in parsed.wins] == [("Met Anna and wrote to a@b.org", ("Anna",))]


def test_parse_long_row_of_tags_is_read_in_one_go() -> None:
    parsed = read("[2025-03-04 09:12] Did it" + " @a" * 50_000 + " .")

    assert parsed.wins[0].skills == ("a",)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [({"entries": []}, "no entries of a journal"), ([{"title": "x"}], "no entries of a journal")],
)
def test_parse_export_without_entries_is_refused(value: object, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        read(json.dumps(value))


def test_parse_export_odd_entries_become_problems() -> None:
    odd = [5, {"title": ["x"], "date": {}, "body": 3}, {"title": "Did", "date": ""}]

    parsed = read(json.dumps({"entries": odd}))

    assert [problem.where for problem in parsed.problems] == ["entry 1", "entry 2", "entry 3"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"[2025-03-04 09:12 AM] Did", 0.8),
        (b"2025-03-04 09:12 Did", 0.8),
        (b"2025-03-04: Did", 0.0),
        (b'{"tags": {}, "entries": [{"title": "x", "body": ""}]}', 0.9),
        (b'{"entries": []}', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert JrnlImporter().identify("any", content) == expected
