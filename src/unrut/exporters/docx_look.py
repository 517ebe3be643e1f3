"""How a Word file looks: its page, its styles, what it says of itself, and the numbers of its pages."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, cast

from unrut.exporters.paper import Paper

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

SERIF, SANS = "Georgia", "Calibri"
INK, QUIET, ACCENT = "24211C", "625B50", "0D5B5D"
_WIDTH, _HEIGHT, _MARGIN = 210, 297, 26
_LINE = 1.15
_LONGEST_PROPERTY = 255
# What the styles of the library bring along and a calm page does without.
_UNWANTED = ("w:pBdr", "w:contextualSpacing", "w:tabs", "w:spacing", "w:kern")


@dataclass(frozen=True, slots=True)
class _Look:
    """A style: font, size and spaces around it in points, colour."""

    font: str
    size: float
    colour: str
    before: float
    after: float
    is_bold: bool = False


_LOOKS = {
    "Normal": _Look(SANS, 10, INK, 0, 6),
    "Title": _Look(SERIF, 23, INK, 0, 4),
    "Subtitle": _Look(SANS, 10.5, QUIET, 0, 2),
    "Heading 1": _Look(SANS, 12, ACCENT, 22, 4, is_bold=True),
    "List Bullet": _Look(SERIF, 11, INK, 9, 3),
    "List Continue": _Look(SERIF, 10, INK, 0, 3),
    "Caption": _Look(SANS, 9, QUIET, 9, 4),
    "Footer": _Look(SANS, 8, QUIET, 0, 0),
}


def prepare(document: "Document", paper: Paper) -> None:
    """Make an empty document A4, in our styles, in the language of the paper and without a name of anybody."""
    _set_page(document)
    for name, look in _LOOKS.items():
        _set_style(cast("ParagraphStyle", document.styles[name]), look)
    _set_language(document, paper.language)
    _set_properties(document, paper)
    _number_pages(document)


def _set_page(document: "Document") -> None:
    from docx.shared import Mm  # slow to load, needed for files alone

    page = document.sections[0]
    page.page_width, page.page_height = Mm(_WIDTH), Mm(_HEIGHT)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(_MARGIN)


def _set_style(style: "ParagraphStyle", look: _Look) -> None:
    from docx.oxml.ns import qn  # slow to load, needed for files alone
    from docx.shared import Pt, RGBColor  # the same

    paragraph, letters = style.element.get_or_add_pPr(), style.element.get_or_add_rPr()
    for found in (paragraph, letters):
        for part in [part for part in found if part.tag in map(qn, _UNWANTED)]:
            found.remove(part)
    # A font of the theme would win over the one named.
    letters.get_or_add_rFonts().attrib.clear()
    style.font.name, style.font.size = look.font, Pt(look.size)
    style.font.bold, style.font.italic = look.is_bold, False
    style.font.color.rgb = RGBColor.from_string(look.colour)
    lines = style.paragraph_format
    lines.space_before, lines.space_after, lines.line_spacing = Pt(look.before), Pt(look.after), _LINE


def _set_language(document: "Document", language: str) -> None:
    from docx.oxml.ns import qn  # slow to load, needed for files alone

    for told in document.styles.element.iter(qn("w:lang")):
        told.set(qn("w:val"), language)


def _set_properties(document: "Document", paper: Paper) -> None:
    told = document.core_properties
    told.title, told.language = paper.title[:_LONGEST_PROPERTY], paper.language[:_LONGEST_PROPERTY]
    told.author = told.last_modified_by = told.comments = told.keywords = told.subject = ""
    told.created = told.modified = datetime.combine(paper.made_on, time(), UTC)


def _number_pages(document: "Document") -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # slow to load, needed for files alone
    from docx.oxml.ns import qn  # the same
    from docx.oxml.parser import OxmlElement  # the same

    foot = document.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for field in ("PAGE", "NUMPAGES"):
        if field == "NUMPAGES":
            foot.add_run(" / ")
        number = OxmlElement("w:fldSimple")
        number.set(qn("w:instr"), field)
        foot.paragraph_format.element.append(number)
