"""Accomplishments from Markdown: brag documents and logs, with days in headings or before each line."""

import re
from collections.abc import Iterator
from datetime import date

from unrut.importers.contract import UnreadableRecordError
from unrut.importers.text_tools import one_line, safe_link
from unrut.importers.wins.contract import (
    ImportedWin,
    ParsedWins,
    collect_wins,
    joined,
    noticed,
    required_text,
    text_and_rest,
)
from unrut.importers.wins.dates import day_comes_first, happened_on
from unrut.importers.wins.letters import is_text, lettered
from unrut.importers.wins.markdown_lines import (
    BOX,
    BULLET,
    HEADING,
    Draft,
    Drafts,
    begins_with_day,
    date_of,
    without_date,
)
from unrut.importers.wins.tags import without_last_tags

_OPEN_BOX = re.compile(r"^\[ \]\s")
_PICTURE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\s]{0,1000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\((\S{1,1000}?)\)")
_BARE = re.compile(r"<?(https?://[^\s<>)]{4,1000})>?")
_TAG = re.compile(r"(?<![\w&/#])#([A-Za-z][\w-]{1,59})")
_STRESS = re.compile(r"(\*\*|__|\*|_|`)(?=\S)(.{1,300}?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~>|<])")
_LOOKED_AT = 8000
_BY_NAME, _LIKELY, _WEAK = 0.6, 0.55, 0.2
_NAMES = (".md", ".markdown", ".txt", ".mdown")
_TABLES = (".csv", ".tsv")


class MarkdownImporter:
    """Reads lists under headings."""

    name = "markdown"
    label = "a brag document in Markdown"

    def identify(self, name: str, content: bytes) -> float:
        """Likely where lines begin as lists and headings do; a text of plain lines is taken too, if nothing else fits."""
        if name.lower().endswith(_TABLES):
            return 0.0
        text = lettered(content[:_LOOKED_AT])[0]
        if not is_text(text) or text.lstrip().startswith(("{", "<", "%PDF", "BEGIN:")):
            return 0.0
        lines = text.split("\n")
        if any(HEADING.match(line) or BULLET.match(line) for line in lines):
            return _BY_NAME if name.lower().endswith(_NAMES) else _LIKELY
        has_day = any(begins_with_day(line) for line in lines)
        return _BY_NAME if has_day else _WEAK if name.lower().endswith(_NAMES) else 0.0

    def parse(self, content: bytes, *, today: date) -> ParsedWins:
        """One accomplishment a bullet; nested ones and lines below it are its story."""
        text, notices = lettered(content)
        lines = text.split("\n")
        is_day_first = day_comes_first(lines)
        drafts = Drafts(is_day_first)
        drafts.read(lines)
        records = ((f"line {draft.line}", draft) for draft in drafts.done)
        parsed = collect_wins(records, lambda draft: _win(draft, is_day_first, today))
        return noticed(parsed, (*notices, *_left_out(drafts)))


def _left_out(drafts: Drafts) -> Iterator[str]:
    to_do = sum(_OPEN_BOX.match(draft.text) is not None for draft in drafts.done)
    if to_do:
        yield f"What is not ticked off yet was left out: {to_do:,} {'line' if to_do == 1 else 'lines'}."
    if drafts.loose and drafts.done:
        lines = "line" if drafts.loose == 1 else "lines"
        yield f"Text outside of lists was left out: {drafts.loose:,} {lines}. Put a day or a dash before what counts."


def _win(draft: Draft, is_day_first: bool | None, today: date) -> ImportedWin | None:
    if _OPEN_BOX.match(draft.text):
        return None
    found = date_of(draft.text, is_day_first=is_day_first)
    span = found.span if found else draft.heading
    if span is None:
        raise UnreadableRecordError(
            "There is no day, neither here nor in a heading above. Write one before it, like 2026-11-16."
        )
    words = without_date(draft.text, found) if found else draft.text
    text, left = text_and_rest(required_text(_plain(words)))
    details = "\n".join(filter(None, (_plain(detail) for detail in draft.details)))
    everything = _PICTURE.sub("", "\n".join((draft.text, *draft.details)))
    return ImportedWin(
        source=MarkdownImporter.name,
        key="",
        happened_on=happened_on(span, today=today),
        text=text,
        story=joined(left, details),
        skills=tuple(dict.fromkeys(_TAG.findall(_BARE.sub("", _LINK.sub(r"\1", everything))))),
        proof=_proof(everything),
    )


def _plain(words: str) -> str:
    """The words without boxes, stress, links and tags at the end."""
    text = _LINK.sub(r"\1", _PICTURE.sub("", BOX.sub("", words)))
    text = without_last_tags(text, _TAG.fullmatch)
    text = _TAG.sub(r"\1", _STRESS.sub(r"\2", text))
    return one_line(_ESCAPED.sub(r"\1", text))


def _proof(text: str) -> str:
    if link := _LINK.search(text):
        return safe_link(link[2]) or one_line(link[2])
    bare = _BARE.search(text)
    return safe_link(bare[1].rstrip(".,;")) if bare else ""
