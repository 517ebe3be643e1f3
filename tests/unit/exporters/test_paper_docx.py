"""The Word file is read back with the library that made it, and as the zip it is."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from tests.unit.exporters.papers import ADDRESS, EMPTY, HOSTILE, MADE_ON, ORDINARY, paper_of

from unrut.exporters.paper import Item, Paper, PaperFormat, Section, write_paper

pytestmark = pytest.mark.unit


def made(paper: Paper) -> Any:
    return Document(BytesIO(write_paper(paper, PaperFormat.DOCX)))


def lines(paper: Paper) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in made(paper).paragraphs]


def fields(paper: Paper) -> list[str]:
    body = made(paper).element.body
    return [
        element.tag for name in ("w:fldSimple", "w:fldChar", "w:instrText") for element in body.iter(qn(name))
    ]


def test_paper_read_back_is_exactly_this() -> None:
    assert lines(ORDINARY) == [
        ("Title", "Self-review"),
        ("Subtitle", "1 May 2026 to 20 November 2026"),
        ("Caption", "20 November 2026"),
        ("Heading 1", "What I got done"),
        ("Normal", "By what others saw first."),
        ("List Bullet", "Moved the report to one script  14 October 2026"),
        ("List Continue", "It was late in three months of five."),
        ("List Continue", "I wrote it in a week."),
        ("List Continue", "In figures: 2 days to 11 minutes (timed)"),
        ("List Continue", "Seen by: Priya"),
        ("List Continue", f"Proof: {ADDRESS}"),
        ("List Bullet", "Ran the interviews"),
        ("List Continue", "Proof: Shared folder, notes.docx"),
        ("Heading 1", "Leads a team"),
        ("List Bullet", "Nothing shows this yet."),
        ("Caption", "Not confirmed."),
        ("Caption", "3 more found no room."),
    ]


def test_empty_paper_says_so() -> None:
    assert lines(EMPTY) == [("Title", "Paper"), ("Caption", "20 November 2026"), ("Normal", "Nothing yet.")]


def test_hostile_text_stays_text() -> None:
    paper = paper_of(*(text for text, _ in HOSTILE))

    assert [text for style, text in lines(paper) if style == "List Bullet"] == [text for _, text in HOSTILE]
    assert fields(paper) == []


def test_only_a_whole_web_address_is_a_link() -> None:
    items = tuple(Item("x", proof=proof) for proof in (ADDRESS, "javascript:alert(1)", f"see {ADDRESS}"))

    document = made(replace(ORDINARY, sections=(Section("All", items=items),)))

    links = [link.address for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    assert links == [ADDRESS]


def test_text_from_right_to_left_runs_so() -> None:
    paragraphs = made(paper_of("שלום", "hello")).paragraphs[-2:]

    turned = [paragraph._p.pPr.find(qn("w:bidi")) is not None for paragraph in paragraphs]
    assert turned == [True, False]
    assert [paragraph.runs[0].font.rtl for paragraph in paragraphs] == [True, None]


def test_gap_is_in_our_type_and_words_of_the_person_in_theirs() -> None:
    by_text = {paragraph.text: paragraph.runs[0].font.name for paragraph in made(ORDINARY).paragraphs}

    assert by_text["Nothing shows this yet."] == "Calibri"
    assert by_text["Ran the interviews"] is None


def test_page_is_a4_and_numbered() -> None:
    document = made(ORDINARY)

    page = document.sections[0]
    numbers = [field.get(qn("w:instr")) for field in page.footer._element.iter(qn("w:fldSimple"))]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert numbers == ["PAGE", "NUMPAGES"]


def test_file_names_nobody_and_is_dated_the_day_it_was_made() -> None:
    told = made(replace(ORDINARY, language="pt-br")).core_properties

    assert (told.title, told.language) == ("Self-review", "pt-br")
    assert (told.author, told.last_modified_by, told.comments, told.keywords, told.subject) == ("",) * 5
    assert told.created == told.modified == datetime(2026, 11, 20, tzinfo=UTC)


def test_long_title_is_whole_on_the_page() -> None:
    document = made(replace(EMPTY, title="T" * 400))

    assert document.paragraphs[0].text == "T" * 400
    assert document.core_properties.title == "T" * 255


@pytest.mark.parametrize(("year", "dated"), [(2026, 2026), (1979, 1980)])
def test_parts_of_the_file_are_dated_the_day_it_was_made(year: int, dated: int) -> None:
    content = write_paper(replace(ORDINARY, made_on=MADE_ON.replace(year=year)), PaperFormat.DOCX)

    years = {part.date_time[0] for part in ZipFile(BytesIO(content)).infolist()}
    assert years == {dated}


def test_language_of_the_writing_is_that_of_the_paper() -> None:
    styles = made(replace(ORDINARY, language="de")).styles.element

    assert {told.get(qn("w:val")) for told in styles.iter(qn("w:lang"))} == {"de"}
