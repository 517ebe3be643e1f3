"""The value of a paper, whatever kind of file it becomes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.exporters.papers import ADDRESS, EMPTY, HOSTILE, MADE_ON, ORDINARY, paper_of

from unrut.core.errors import InvalidInputError
from unrut.exporters.paper import (
    Fact,
    Item,
    Paper,
    PaperFormat,
    Section,
    facts,
    is_right_to_left,
    plain,
    web_address,
    write_paper,
)

pytestmark = pytest.mark.unit

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_formats_are_exactly_these() -> None:
    told = [(form.value, form.label, form.ending, form.content_type) for form in PaperFormat]

    assert told == [
        ("markdown", "Markdown", "md", "text/markdown; charset=utf-8"),
        ("pdf", "PDF", "pdf", "application/pdf"),
        ("docx", "Word", "docx", WORD),
    ]


@pytest.mark.parametrize(
    ("file", "form"),
    [
        ("review.md", PaperFormat.MARKDOWN),
        ("/home/a.b/Review.PDF", PaperFormat.PDF),
        ("review.2026.docx", PaperFormat.DOCX),
    ],
)
def test_ending_of_a_file_tells_its_format(file: str, form: PaperFormat) -> None:
    assert PaperFormat.of_file(file) is form


@pytest.mark.parametrize("file", ["review.doc", "review", ".pdf", "pdf", ""])
def test_file_without_such_an_ending_is_refused(file: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        PaperFormat.of_file(file)

    assert str(refused.value) == (
        f'A paper cannot be written as "{file}". Give the file a name that ends in .pdf, .docx or .md.'
    )


def test_facts_are_named_and_only_those_there_are() -> None:
    told = facts(Item("x", figures="41", seen_by="Tom", proof=ADDRESS))

    assert told == [Fact("In figures:", "41"), Fact("Seen by:", "Tom"), Fact("Proof:", ADDRESS, ADDRESS)]
    assert facts(Item("x")) == []


@pytest.mark.parametrize(
    "text", [ADDRESS, "http://example.org", "HTTPS://Example.org:8443/a%20b#c", "http://127.0.0.1:8000/"]
)
def test_web_address_is_followed(text: str) -> None:
    assert web_address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "mailto:a@example.org",
        "//example.org",
        "see https://example.org",
        "https://example.org and more",
        "https://example.org@elsewhere.test",
        "https://user:word@example.org",
        "https://exаmple.org",
        "https://example.org/<b>",
        "https://[example.org",
        "https://example.org:99999",
        "https://example.org:0",
        "https://",
        "https:///path",
        "https://example.org/" + "x" * 2000,
    ],
)
def test_text_that_is_no_harmless_address_is_not_followed(text: str) -> None:
    assert web_address(text) == ""


@pytest.mark.parametrize(
    ("text", "is_turned"),
    [("שלום hello", True), ("12. مرحبا", True), ("hello שלום", False), ("123", False), ("", False)],
)
def test_direction_is_that_of_the_first_letter(text: str, is_turned: bool) -> None:
    assert is_right_to_left(text) is is_turned


@pytest.mark.parametrize(("text", "expected"), HOSTILE)
def test_plain_text_is_one_line_that_every_format_holds(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text(st.characters()))
def test_plain_text_is_whole_and_stays_as_it_is(text: str) -> None:
    once = plain(text)

    assert once.encode().decode() == once
    assert plain(once) == once


@pytest.mark.parametrize("mark", ["\u200f", "\u200e", "\u061c", "\u200d"])
def test_marks_of_direction_and_joiners_stay(mark: str) -> None:
    assert plain(f"a{mark}b") == f"a{mark}b"


@pytest.mark.parametrize("form", PaperFormat)
@pytest.mark.parametrize(
    "paper",
    [
        EMPTY,
        ORDINARY,
        paper_of(*(text for text, _ in HOSTILE)),
        paper_of("", "x" * 300, "😀👩‍👩‍👧", "مرحبا بالعالم", "計画を立てた"),
        Paper("T" * 400, "\ud800", MADE_ON, sections=(Section(""), Section("", note="Quiet."))),
        replace(ORDINARY, language="pt-br"),
        replace(ORDINARY, language="zh-hans\x00"),
        replace(ORDINARY, language=""),
        replace(ORDINARY, made_on=MADE_ON.replace(year=1979)),
    ],
    ids=["empty", "ordinary", "hostile", "scripts", "bare", "pt-br", "zh-hans", "no language", "1979"],
)
def test_same_paper_is_the_same_file(paper: Paper, form: PaperFormat) -> None:
    content = write_paper(paper, form)

    assert content == write_paper(paper, form)
    assert content
