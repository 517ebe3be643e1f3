"""A paper for somebody else - a review, a case, a list of what got done - whatever kind of file it becomes."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import PurePath
from urllib.parse import urlsplit

from django.utils.translation import gettext

from unrut.core.errors import InvalidInputError

LONGEST_ADDRESS = 2000
# Control characters, halves of characters and the two that are none: no format holds all of them.
_UNWRITABLE = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
# Signs that turn the order of what follows, beyond the text they are in. Marks of direction work without them.
_TURNING = "\u202a-\u202e\u2066-\u2069"
_LEFT_OUT = re.compile(f"[{_UNWRITABLE}{_TURNING}]")
_ADDRESS = re.compile(r"https?://[!-~]+", re.IGNORECASE)
_NOT_IN_ADDRESS = frozenset('"<>\\^`{|}')


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a paper in the person's words, and what stands below it. A gap says that there is nothing yet, in ours."""

    text: str
    when: str = ""
    details: tuple[str, ...] = ()
    figures: str = ""
    seen_by: str = ""
    proof: str = ""
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a paper. The note is shown quietly below its lines."""

    title: str
    lead: str = ""
    items: tuple[Item, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. The language is a code such as "en" or "pt-br"."""

    title: str
    subtitle: str
    made_on: date
    language: str = "en"
    sections: tuple[Section, ...] = ()
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known besides: its name, the words, and the address they are when they are one that may be followed."""

    name: str
    words: str
    address: str = ""


class PaperFormat(StrEnum):
    """The kinds of file a paper can become."""

    MARKDOWN = "markdown"
    PDF = "pdf"
    DOCX = "docx"

    @classmethod
    def of_file(cls, file: str) -> "PaperFormat":
        """The format that the ending of a name asks for. Raises InvalidInputError when no format has it."""
        ending = PurePath(file).suffix.lower().removeprefix(".")
        for form in cls:
            if form.ending == ending:
                return form
        raise InvalidInputError(
            f'A paper cannot be written as "{PurePath(file).name}". Give the file a name that ends in .pdf, .docx or .md.'
        )

    @property
    def ending(self) -> str:
        """The ending of such a file."""
        return "md" if self is PaperFormat.MARKDOWN else self.value

    @property
    def content_type(self) -> str:
        """What a browser is told about such a file."""
        return {
            PaperFormat.MARKDOWN: "text/markdown; charset=utf-8",
            PaperFormat.PDF: "application/pdf",
            PaperFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }[self]

    @property
    def label(self) -> str:
        """What it is called."""
        return {
            PaperFormat.MARKDOWN: gettext("Markdown"),
            PaperFormat.PDF: gettext("PDF"),
            PaperFormat.DOCX: gettext("Word"),
        }[self]


def write_paper(paper: Paper, form: PaperFormat) -> bytes:
    """The paper as the content of a file: the same bytes for the same paper. Every text on it becomes one line of text."""
    # Inline: each of them needs the paper itself.
    from unrut.exporters.paper_docx import paper_docx  # noqa: PLC0415
    from unrut.exporters.paper_markdown import paper_markdown  # noqa: PLC0415
    from unrut.exporters.paper_pdf import paper_pdf  # noqa: PLC0415

    write = {
        PaperFormat.MARKDOWN: paper_markdown,
        PaperFormat.PDF: paper_pdf,
        PaperFormat.DOCX: paper_docx,
    }[form]
    return write(_plain_paper(paper))


def facts(item: Item) -> list[Fact]:
    """What is known of a line besides its words."""
    found = [
        Fact(gettext("In figures:"), item.figures),
        Fact(gettext("Seen by:"), item.seen_by),
        Fact(gettext("Proof:"), item.proof, web_address(item.proof)),
    ]
    return [fact for fact in found if fact.words]


def web_address(text: str) -> str:
    """The text when the whole of it is a web address that does what it looks like, else nothing.

    An address with a password, or with letters that only look like others, is not followed.
    """
    if len(text) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(text) or _NOT_IN_ADDRESS & set(text):
        return ""
    try:
        parts = urlsplit(text)
        is_followed = bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
    except ValueError:
        return ""
    return text if is_followed else ""


def is_right_to_left(text: str) -> bool:
    """Whether the first letter of a text is of a script written from right to left."""
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"


def plain(text: str) -> str:
    """A text as one line, without what no format can hold and what would turn the text after it."""
    return " ".join(_LEFT_OUT.sub("", text).split())


def nothing_yet() -> str:
    """What stands where a paper has no lines."""
    return gettext("Nothing yet.")


def _plain_paper(paper: Paper) -> Paper:
    return replace(
        paper,
        title=plain(paper.title) or gettext("Paper"),
        subtitle=plain(paper.subtitle),
        language=plain(paper.language),
        sections=tuple(map(_plain_section, paper.sections)) or (Section("", lead=nothing_yet()),),
        foot=plain(paper.foot),
    )


def _plain_section(section: Section) -> Section:
    lead, note = plain(section.lead), plain(section.note)
    return Section(
        title=plain(section.title),
        lead=lead if section.items or lead or note else nothing_yet(),
        items=tuple(map(_plain_item, section.items)),
        note=note,
    )


def _plain_item(item: Item) -> Item:
    return Item(
        text=plain(item.text),
        when=plain(item.when),
        details=tuple(filter(None, map(plain, item.details))),
        figures=plain(item.figures),
        seen_by=plain(item.seen_by),
        proof=plain(item.proof),
        is_gap=item.is_gap,
    )
