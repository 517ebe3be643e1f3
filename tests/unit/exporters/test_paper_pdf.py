"""The PDF is read back with another library."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from tests.unit.exporters.papers import ADDRESS, EMPTY, HOSTILE, MADE_ON, ORDINARY, paper_of

from unrut.exporters.paper import Item, Paper, PaperFormat, Section, write_paper
from unrut.exporters.paper_pdf import no_font_words

pytestmark = pytest.mark.unit

# No font has it: nothing is assigned to it.
WITHOUT_FONT = "\u0378"


def made(paper: Paper) -> PdfReader:
    return PdfReader(BytesIO(write_paper(paper, PaperFormat.PDF)))


def text_of(file: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in file.pages)


def is_accessible(file: PdfReader) -> bool:
    """Whether it says of itself that it keeps to PDF/UA-1."""
    metadata: Any = file.trailer["/Root"]["/Metadata"]  # type: ignore[index]
    return b"<pdfuaid:part>1</pdfuaid:part>" in metadata.get_data()


def kinds(element: Any) -> list[str]:
    """The kinds of all parts of the structure, in the order they are read."""
    element = element.get_object()
    if not isinstance(element, dict):
        return []
    below = element.get("/K", [])
    own = [str(element["/S"])] if "/S" in element else []
    return own + [kind for part in (below if isinstance(below, list) else [below]) for kind in kinds(part)]


def links(file: PdfReader) -> list[str]:
    notes = [note.get_object() for page in file.pages for note in page.get("/Annots", [])]
    return [str(note["/A"]["/URI"]) for note in notes if "/A" in note]


def test_paper_read_back_is_exactly_this() -> None:
    assert text_of(made(ORDINARY)) == (
        "20 November 2026 Self-review 1 May 2026 to 20 November 2026 "
        "What I got done By what others saw first. "
        "14 October 2026 Moved the report to one script It was late in three months of five. I wrote it in a week. "
        "In figures: 2 days to 11 minutes (timed) Seen by: Priya "
        f"Proof: {ADDRESS} "
        "Ran the interviews Proof: Shared folder, notes.docx "
        "Leads a team Nothing shows this yet. Not confirmed. 3 more found no room."
    )


def test_paper_is_a4_with_title_language_and_nobodys_name() -> None:
    file = made(replace(ORDINARY, language="pt-br"))

    told, root = dict(file.metadata or {}), file.trailer["/Root"]
    assert (told["/Title"], told.get("/Author")) == ("Self-review", None)
    assert file.metadata is not None
    assert (
        file.metadata.creation_date == file.metadata.modification_date == datetime(2026, 11, 20, tzinfo=UTC)
    )
    assert root["/Lang"] == "pt-BR"  # type: ignore[index]
    assert [round(float(side)) for side in file.pages[0].mediabox[2:]] == [595, 842]


def test_structure_has_title_headings_and_lists() -> None:
    file = made(ORDINARY)

    found = kinds(file.trailer["/Root"]["/StructTreeRoot"])  # type: ignore[index]
    counts = {kind: found.count(kind) for kind in ("/Title", "/H1", "/L", "/LI", "/Link")}
    assert counts == {"/Title": 1, "/H1": 2, "/L": 2, "/LI": 3, "/Link": 1}
    assert is_accessible(file)


def test_headings_are_the_outline() -> None:
    assert [entry["/Title"] for entry in made(ORDINARY).outline] == ["What I got done", "Leads a team"]  # type: ignore[call-overload,index]


def test_empty_paper_says_so() -> None:
    file = made(EMPTY)

    assert text_of(file) == "20 November 2026 Paper Nothing yet."
    assert is_accessible(file)


@pytest.mark.parametrize(("text", "expected"), HOSTILE)
def test_hostile_text_stays_text(text: str, expected: str) -> None:
    file = made(paper_of(text))

    assert text_of(file) == f"20 November 2026 Paper All {expected}"
    assert is_accessible(file)


def test_only_a_whole_web_address_is_a_link() -> None:
    items = tuple(Item("x", proof=proof) for proof in (ADDRESS, "javascript:alert(1)", f"see {ADDRESS}"))

    assert links(made(replace(ORDINARY, sections=(Section("All", items=items),)))) == [ADDRESS]


@pytest.mark.parametrize("word", ["x" * 300, "https://example.org/" + "a" * 200 + "/b?c=" + "d" * 90])
def test_long_word_is_broken_within_the_page_and_stays_whole(word: str) -> None:
    page = made(paper_of(word)).pages[0]

    rows = page.extract_text().splitlines()
    assert "".join(rows).endswith(word)
    assert max(map(len, rows)) < 90


def test_sign_without_font_is_said_and_costs_only_the_standard() -> None:
    file = made(paper_of(f"before {WITHOUT_FONT} after"))

    assert text_of(file).endswith(no_font_words())
    assert not is_accessible(file)
    assert kinds(file.trailer["/Root"]["/StructTreeRoot"]).count("/H1") == 1  # type: ignore[index]


def test_long_paper_has_all_lines_and_numbers_its_pages() -> None:
    file = made(paper_of(*(f"Line {number} of many" for number in range(200))))

    text = text_of(file)
    assert [number for number in range(200) if f"Line {number} of many" not in text] == []
    assert [f"{number} / {len(file.pages)}" in text for number in range(1, len(file.pages) + 1)] == [
        True
    ] * len(file.pages)


def test_item_longer_than_a_page_goes_on_over_leaf() -> None:
    file = made(paper_of("word " * 2000))

    assert text_of(file).count("word") == 2000
    assert len(file.pages) == 4


@pytest.mark.parametrize(
    ("code", "told"), [("en", "en"), ("zh-hans", "zh"), ("", "und"), ("x", "und"), ("english", "und")]
)
def test_language_is_never_guessed(code: str, told: str) -> None:
    assert made(replace(EMPTY, language=code, made_on=MADE_ON)).trailer["/Root"]["/Lang"] == told  # type: ignore[index]


def test_folder_the_program_was_started_in_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    content = write_paper(EMPTY, PaperFormat.PDF)

    assert content.startswith(b"%PDF-1.7")
