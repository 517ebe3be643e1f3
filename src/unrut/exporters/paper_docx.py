"""A paper as a Word file: A4, with the headings and lists that Word itself knows."""

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from unrut.exporters.docx_look import ACCENT, QUIET, SANS, prepare
from unrut.exporters.paper import Fact, Item, Paper, Section, facts, is_right_to_left
from unrut.wording.numbers import day

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

# A zip cannot hold an earlier day.
_FIRST_DAY = date(1980, 1, 1)


def paper_docx(paper: Paper) -> bytes:
    """The paper as the content of a file: the same bytes for the same paper."""
    from docx import Document  # slow to load, needed for files alone

    document = Document()
    prepare(document, paper)
    _add(document, "Title", paper.title)
    _add(document, "Subtitle", paper.subtitle)
    _add(document, "Caption", day(paper.made_on))
    for section in paper.sections:
        _add_section(document, section)
    _add(document, "Caption", paper.foot)
    file = BytesIO()
    document.save(file)
    return _dated(file, paper.made_on)


def _add_section(document: "Document", section: Section) -> None:
    _add(document, "Heading 1", section.title)
    _add(document, "Normal", section.lead)
    for item in section.items:
        _add_item(document, item)
    _add(document, "Caption", section.note)


def _add_item(document: "Document", item: Item) -> None:
    paragraph = _paragraph(document, "List Bullet", item.text)
    run = _add_run(paragraph, item.text)
    if item.is_gap:
        _make_quiet(run)
    if item.when:
        _make_quiet(_add_run(paragraph, f"  {item.when}"))
    for text in item.details:
        _add(document, "List Continue", text)
    for fact in facts(item):
        _add_fact(document, fact)


def _add_fact(document: "Document", fact: Fact) -> None:
    paragraph = _paragraph(document, "List Continue", fact.name)
    _make_quiet(_add_run(paragraph, f"{fact.name} "))
    run = _add_run(paragraph, fact.words)
    if fact.address:
        _make_link(paragraph, run, fact.address)


def _add(document: "Document", style: str, text: str) -> None:
    if text:
        _add_run(_paragraph(document, style, text), text)


def _paragraph(document: "Document", style: str, text: str) -> "Paragraph":
    """An empty paragraph that runs in the direction of the text it is for."""
    from docx.oxml.parser import OxmlElement  # slow to load, needed for files alone

    paragraph = document.add_paragraph()
    element = paragraph.paragraph_format.element
    # By its identifier, because the library goes through all styles for each name: 20 seconds for 2,000 lines.
    element.style = style.replace(" ", "")
    if is_right_to_left(text):
        element.get_or_add_pPr().append(OxmlElement("w:bidi"))
    return paragraph


def _add_run(paragraph: "Paragraph", text: str) -> "Run":
    run = paragraph.add_run(text)
    if is_right_to_left(text):
        run.font.rtl = True
    return run


def _make_quiet(run: "Run") -> None:
    from docx.shared import Pt, RGBColor  # slow to load, needed for files alone

    run.font.name, run.font.size = SANS, Pt(9)
    run.font.color.rgb = RGBColor.from_string(QUIET)


def _make_link(paragraph: "Paragraph", run: "Run", address: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE  # slow to load, needed for files alone
    from docx.oxml.ns import qn  # the same
    from docx.oxml.parser import OxmlElement  # the same
    from docx.shared import RGBColor  # the same

    run.font.underline = True
    run.font.color.rgb = RGBColor.from_string(ACCENT)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run.element.addprevious(link)
    link.append(run.element)


def _dated(file: BytesIO, made_on: date) -> bytes:
    """The same file with every part dated the day it was made, because the library writes the present moment."""
    made_at = max(made_on, _FIRST_DAY).timetuple()[:6]
    content = BytesIO()
    with ZipFile(file) as parts, ZipFile(content, "w") as dated:
        for name in parts.namelist():
            dated.writestr(ZipInfo(name, made_at), parts.read(name), ZIP_DEFLATED)
    return content.getvalue()
