from datetime import date
from pathlib import Path

import pytest

from unrut.importers.contract import Problem
from unrut.importers.wins.contract import ImportedWin, ParsedWins
from unrut.importers.wins.markdown import MarkdownImporter

pytestmark = pytest.mark.unit

BRAG = Path(__file__).resolve().parents[4] / "tests/fixtures/wins/brag.md"
TODAY = date(2026, 11, 20)
NO_DAY = "There is no day, neither here nor in a heading above. Write one before it, like 2026-11-16."


def read(text: str) -> ParsedWins:
    return MarkdownImporter().parse(text.encode(), today=TODAY)


def told(text: str) -> list[tuple[str, str, str]]:
    return [(str(win.happened_on), win.text, win.story) for win in read(text).wins]


def test_parse_brag_document_reads_headings_bullets_and_details() -> None:
    parsed = MarkdownImporter().parse(BRAG.read_bytes(), today=TODAY)

    assert [(str(win.happened_on), win.text, win.story, win.skills, win.where) for win in parsed.wins] == [
        (
            "2025-03-31",
            "Halved the Monday report from 6 pages to 3 #writing the new one".replace("#", ""),
            "the board asked for it\ntwo people proof-read",
            ("writing",),
            "line 6",
        ),
        ("2025-03-04", "Trained two colleagues", "", ("teaching", "tills"), "line 9"),
        ("2025-03-12", "Cleared the cold store", "", (), "line 11"),
        (
            "2025-03-20",
            "Opened the shop alone",
            "The keys had been lost.\nFound the locksmith",
            (),
            "line 13",
        ),
        ("2025-06-30", "Wrote the rota for summer", "", (), "line 18"),
    ]
    assert parsed.wins[0].proof == "https://example.org/report"


def test_parse_brag_document_says_what_was_left_out() -> None:
    parsed = MarkdownImporter().parse(BRAG.read_bytes(), today=TODAY)

    assert parsed.problems == (
        Problem("line 19", '"31 Feb 2025" is not a day of the calendar. Write it like 2026-11-16.'),
    )
    assert parsed.notices == (
        "What is not ticked off yet was left out: 1 line.",
        "Text outside of lists was left out: 1 line. Put a day or a dash before what counts.",
    )


def test_parse_win_has_every_field() -> None:
    parsed = read("- 2025-03-04: Did it <https://example.org/a>\n")

    key = parsed.wins[0].key
    assert parsed.wins == (
        ImportedWin(
            "markdown",
            key,
            date(2025, 3, 4),
            "Did it <https://example.org/a>",
            proof="https://example.org/a",
            where="line 1",
        ),
    )


@pytest.mark.parametrize(
    "line",
    [
        *("2025-03-04: Did it", "2025-03-04 Did it", "- 2025-03-04 - Did it", "* **2025-03-04** Did it"),
        *(
            "- **Did it** (4 March 2025)",
            "- Did it (2025-03-04)",
            "1. [2025-03-04] Did it",
            "- _Did_ `it` (2025-03-04)",
        ),
        *("# 2025-03-04 Did it", "2025\n====\n- 2025-03-04 Did it", "- ![](a.png) Did it (2025-03-04)"),
    ],
)
def test_parse_day_and_words_in_any_order(line: str) -> None:
    assert told(line) == [("2025-03-04", "Did it", "")]


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("## 2025-03", "2025-03-31"),
        ("# March 2025", "2025-03-31"),
        ("## Week of 3 March 2025", "2025-03-03"),
        ("## Q2 2024", "2024-06-30"),
        ("## 2023", "2023-12-31"),
        ("## November 2026", "2026-11-20"),
        ("March 2025\n---", "2025-03-31"),
        ("# 2024\n## Q1", "2024-03-31"),
        ("# 2024\n## Tills", "2024-12-31"),
        ("---\ntitle: x\n---\n# 2024", "2024-12-31"),
        ("## 2025-03-05 (Wednesday)", "2025-03-05"),
    ],
)
def test_parse_bullet_without_a_day_takes_that_of_its_heading(heading: str, day: str) -> None:
    assert told(f"{heading}\n\n- Did it\n") == [(day, "Did it", "")]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- Did it", Problem("line 1", NO_DAY)),
        (
            "# 2024\n## 31 Feb 2024\n- Did it",
            Problem("line 2", '"31 Feb 2024" is not a day of the calendar. Write it like 2026-11-16.'),
        ),
        (
            "- 2026-11-21: Did it",
            Problem(
                "line 1", "2026-11-21 has not come yet. Mend the date, or leave this out until it is done."
            ),
        ),
        (
            "- 2025-03-04:",
            Problem("line 1", "There are no words. Say what got done, or remove it from the file."),
        ),
    ],
)
def test_parse_what_cannot_be_right_is_named_with_its_line(text: str, problem: Problem) -> None:
    parsed = read(text)

    assert (parsed.wins, parsed.problems) == ((), (problem,))


def test_parse_lines_below_a_bullet_are_its_story_and_code_is_none() -> None:
    text = "## 2025-03\n- Did it\n  with care\n```\n- 2025-03-01 code\n```\n- 2025-03-02 Next\n"

    assert told(text) == [("2025-03-31", "Did it", "with care"), ("2025-03-02", "Next", "")]


def test_parse_bullet_with_its_own_day_below_a_told_heading_is_its_own() -> None:
    text = "## 2025-03-04 Opened the shop\n- 2025-03-05: Closed it again\n"

    assert told(text) == [("2025-03-04", "Opened the shop", ""), ("2025-03-05", "Closed it again", "")]


def test_parse_year_that_begins_a_sentence_is_no_day() -> None:
    assert told("## 2025-03\n- 2024 forms sorted\n- 2024: Sorted them\n") == [
        ("2025-03-31", "2024 forms sorted", ""),
        ("2024-12-31", "Sorted them", ""),
    ]


@pytest.mark.parametrize("repeated", ["*a ", " #a", "[", "[a](", "_", "![x"])
def test_parse_line_of_signs_is_read_in_one_go(repeated: str) -> None:
    parsed = read(f"- 2025-03-04: x{repeated * 20_000} .")

    assert len(parsed.wins) == 1


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("brag.md", b"# 2025\n- a", 0.6),
        ("brag", b"# 2025\n- a", 0.55),
        ("pasted.txt", b"2025-03-04: Did it", 0.6),
        ("pasted.txt", b"31 Feb 2025: Did it", 0.6),
        ("pasted.txt", b"Did it", 0.2),
        ("pasted", b"Did it", 0.0),
        ("moods", b"2025-03-04,Tuesday,fine", 0.0),
        ("moods.csv", b"2025-03-04 - fine", 0.0),
        ("page.md", b"<html>", 0.0),
        ("paper.md", b"%PDF-1.7\n- a", 0.0),
        ("photo.md", b"\x00\x01\x02\x03", 0.0),
    ],
)
def test_identify_cases(name: str, content: bytes, expected: float) -> None:
    assert MarkdownImporter().identify(name, content) == expected
