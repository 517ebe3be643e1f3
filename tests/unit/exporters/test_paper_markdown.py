"""The Markdown is read back as a reader of Markdown reads it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.unit.exporters.papers import EMPTY, HOSTILE, ORDINARY, paper_of

from unrut.exporters.paper import Item, Paper, PaperFormat, Section, plain, write_paper

pytestmark = pytest.mark.unit

HARMLESS = Item("a", "a", ("a",), "a", "a")


def made(paper: Paper) -> str:
    return write_paper(paper, PaperFormat.MARKDOWN).decode()


def kinds_and_texts(paper: Paper) -> tuple[list[str], list[str]]:
    """What kinds of parts there are, and the text of each piece of writing: plain text alone, or "not text"."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(made(paper))
    inline = [token.children or [] for token in tokens if token.type == "inline"]
    texts = [
        "".join(child.content if child.type == "text" else "not text" for child in children)
        for children in inline
    ]
    return [token.type for token in tokens], texts


def test_paper_is_exactly_this() -> None:
    assert made(ORDINARY) == (
        "# Self-review\n"
        "\n"
        "1 May 2026 to 20 November 2026\n"
        "\n"
        "20 November 2026\n"
        "\n"
        "## What I got done\n"
        "\n"
        "By what others saw first.\n"
        "\n"
        "- Moved the report to one script (14 October 2026)\n"
        "  - It was late in three months of five.\n"
        "  - I wrote it in a week.\n"
        "  - In figures: 2 days to 11 minutes (timed)\n"
        "  - Seen by: Priya\n"
        "  - Proof: <https://wiki.example.org/month_end?page=2>\n"
        "- Ran the interviews\n"
        "  - Proof: Shared folder, notes.docx\n"
        "\n"
        "## Leads a team\n"
        "\n"
        "- Nothing shows this yet.\n"
        "\n"
        "Not confirmed.\n"
        "\n"
        "3 more found no room.\n"
    )


def test_empty_paper_says_so() -> None:
    assert made(EMPTY) == "# Paper\n\n20 November 2026\n\nNothing yet.\n"


def test_empty_section_says_so() -> None:
    paper = Paper("Paper", "", EMPTY.made_on, sections=(Section("Others"),))

    assert made(paper) == "# Paper\n\n20 November 2026\n\n## Others\n\nNothing yet.\n"


@pytest.mark.parametrize(("text", "expected"), HOSTILE)
def test_hostile_text_stays_text_wherever_it_stands(text: str, expected: str) -> None:
    item = Item(text, when=text, details=(text,), figures=text, seen_by=text)
    paper = Paper(text, text, EMPTY.made_on, sections=(Section(text, text, (item,), text),), foot=text)

    kinds, texts = kinds_and_texts(paper)

    ordinary = Paper("a", "a", EMPTY.made_on, sections=(Section("a", "a", (HARMLESS,), "a"),), foot="a")
    assert kinds == kinds_and_texts(ordinary)[0]
    assert texts == [
        *(expected, expected, "20 November 2026", expected, expected),
        *(f"{expected} ({expected})", expected, f"In figures: {expected}", f"Seen by: {expected}"),
        *(expected, expected),
    ]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@example("-")
@example("1)")
@example("#")
@example("+ x")
@example("=")
@example("\\")
@example("&#42;")
def test_any_text_survives(text: str) -> None:
    expected = plain(text)

    _, texts = kinds_and_texts(paper_of(text))

    assert texts == ["Paper", "20 November 2026", "All", *([expected] if expected else [])]
