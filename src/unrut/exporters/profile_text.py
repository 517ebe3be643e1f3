"""The list of what to look for and what to avoid as a text to send or to print: Markdown, or plain lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import islice

from django.utils.translation import gettext

from unrut.core.facets import Concern, shipped_vocabulary
from unrut.core.reflect.profile_edits import Column, EditedProfile, ListLine
from unrut.core.reflect.safety import concern_of
from unrut.exporters.markdown_text import escaped
from unrut.queries.notes import NoteView
from unrut.wording.numbers import day, week_name

QUOTES_A_LINE = 2


class TextFormat(StrEnum):
    """How the text is written."""

    MARKDOWN = "markdown"
    PLAIN = "text"

    @property
    def ending(self) -> str:
        """The ending of such a file."""
        return "md" if self is TextFormat.MARKDOWN else "txt"

    @property
    def label(self) -> str:
        """What it is called."""
        return gettext("Markdown") if self is TextFormat.MARKDOWN else gettext("plain text")


@dataclass(frozen=True, slots=True)
class ProfileSheet:
    """What goes on the sheet: the list, the notes behind it, and whether they are quoted."""

    profile: EditedProfile
    notes: Mapping[int, NoteView]
    with_words: bool
    made_on: date


def profile_text(sheet: ProfileSheet, form: TextFormat) -> str:
    """The sheet as one text that ends with a line break. Names in quotes stay as they were written."""
    lines = [_heading(gettext("What I look for in work, and what I avoid"), 1, form), day(sheet.made_on)]
    for column, title in ((Column.LOOK_FOR, gettext("Look for")), (Column.AVOID, gettext("Avoid"))):
        lines += ["", _heading(title, 2, form), *_column(sheet.profile.column(column), sheet, form)]
    return "\n".join(lines).rstrip() + "\n"


def by_concern(lines: Iterable[ListLine]) -> list[tuple[str, list[ListLine]]]:
    """The lines about the role, about the company, and those of the person's own; empty groups are left out."""
    found = list(lines)
    groups = (
        (gettext("The role"), Concern.ROLE),
        (gettext("The company"), Concern.COMPANY),
        (gettext("Besides"), None),
    )
    named = [(title, [line for line in found if line.concerns is concern]) for title, concern in groups]
    return [(title, group) for title, group in named if group]


def quotable(line: ListLine, notes: Mapping[int, NoteView], count: int) -> list[NoteView]:
    """The first notes behind a line that may be handed on: none about harm or harassment, as read in it or as its words say."""
    return list(islice((note for key in line.notes if not _is_grave(note := notes[key])), count))


def _is_grave(note: NoteView) -> bool:
    vocabulary = shipped_vocabulary()
    if any(vocabulary[found.facet].safety for found in note.facets):
        return True
    concern = concern_of(note.text)
    return concern is not None and not concern.is_soft


def _column(lines: Iterable[ListLine], sheet: ProfileSheet, form: TextFormat) -> list[str]:
    groups = by_concern(lines)
    if not groups:
        return ["", gettext("Nothing yet.")]
    told: list[str] = []
    for title, group in groups:
        told += ["", _heading(title, 3, form), ""]
        for line in group:
            told += _line(line, sheet, form)
    return told


def _line(line: ListLine, sheet: ProfileSheet, form: TextFormat) -> list[str]:
    below = [gettext("Ask: %(question)s") % {"question": _text(line.ask, form)}] if line.ask else []
    if sheet.with_words:
        quoted = quotable(line, sheet.notes, QUOTES_A_LINE)
        below += [f"“{_text(note.text, form)}” ({week_name(note.week)})" for note in quoted]
    step = "  - " if form is TextFormat.MARKDOWN else "  "
    return [f"- {_text(line.text, form)}", *(f"{step}{told}" for told in below)]


def _heading(text: str, level: int, form: TextFormat) -> str:
    if form is TextFormat.MARKDOWN:
        return f"{'#' * level} {text}"
    return text.upper() if level == 1 else text


def _text(text: str, form: TextFormat) -> str:
    flat = " ".join(text.split())
    return escaped(flat) if form is TextFormat.MARKDOWN else flat
