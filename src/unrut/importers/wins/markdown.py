"""Accomplishments from Markdown: brag documents and logs, with days in headings or before each line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
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
from unrut.importers.wins.dates import (
    Found,
    Span,
    UnreadableDateError,
    date_at_start,
    date_inside,
    day_comes_first,
    happened_on,
    part_of_year,
)
from unrut.importers.wins.letters import is_text, lettered

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
_BULLET = re.compile(r"^(?P<indent>[ \t]*)(?:[-*+•]|[0-9]{1,3}[.)])\s+(?P<rest>.*)$")
_BOX = re.compile(r"^\[[ xX]\]\s+")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\((\S{1,1000}?)\)")
_BARE = re.compile(r"<?(https?://[^\s<>)]{4,1000})>?")
_TAG = re.compile(r"(?<![\w&/#])#([A-Za-z][\w-]{1,59})")
_STRESS = re.compile(r"(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~>|<$&])")
_AFTER_DATE = re.compile(r"^[\])\s]*[:–—|-]?\s*")
_IN_BRACKETS = re.compile(r"[(\[]\s*$")
_LOOKED_AT = 8000
_BY_NAME, _LIKELY, _WEAK = 0.6, 0.55, 0.2
_NAMES = (".md", ".markdown", ".txt", ".mdown")
_STEP = 2


@dataclass(slots=True)
class _Draft:
    """A bullet, or a heading with a day, with what stands below it."""

    line: int
    text: str
    heading: Span | None
    details: list[str] = field(default_factory=list)


class MarkdownImporter:
    """Reads lists under headings."""

    name = "markdown"
    label = "a brag document in Markdown"

    def identify(self, name: str, content: bytes) -> float:
        """Likely where lines begin as lists and headings do; a text of plain lines is taken too, if nothing else fits."""
        text = lettered(content[:_LOOKED_AT])[0]
        if not is_text(text) or text.lstrip().startswith(("{", "<", "%PDF", "BEGIN:")):
            return 0.0
        lines = text.split("\n")
        if any(_HEADING.match(line) or _BULLET.match(line) for line in lines):
            return _BY_NAME if name.lower().endswith(_NAMES) else _LIKELY
        has_day = any(_begins_with_day(line) for line in lines)
        return _BY_NAME if has_day else _WEAK if name.lower().endswith(_NAMES) else 0.0

    def parse(self, content: bytes, *, today: date) -> ParsedWins:
        """One accomplishment a bullet; nested ones and lines below it are its story."""
        text, notices = lettered(content)
        lines = text.split("\n")
        is_day_first = day_comes_first(lines)
        drafts = ((f"line {draft.line}", draft) for draft in _drafts(lines, is_day_first))
        return noticed(collect_wins(drafts, lambda draft: _win(draft, is_day_first, today)), notices)


def _drafts(lines: list[str], is_day_first: bool | None) -> Iterator[_Draft]:
    headings = _Headings(is_day_first)
    open_draft: _Draft | None = None
    indent, is_code = 0, False
    for number, line in enumerate(lines, start=1):
        if _FENCE.match(line):
            is_code = not is_code
            continue
        if is_code or not line.strip():
            continue
        heading, bullet = _HEADING.match(line), _BULLET.match(line)
        if heading:
            if open_draft:
                yield open_draft
            open_draft = headings.enter(len(heading[1]), heading[2], number)
            indent = -1
        elif bullet and open_draft and indent >= 0 and len(bullet["indent"].expandtabs(4)) >= indent + _STEP:
            open_draft.details.append(bullet["rest"])
        elif bullet or (_begins_with_day(line) and not line[:1].isspace()):
            # A heading with a day and words of its own is one thing done, and the bullets below it are its story.
            if open_draft and indent == -1:
                open_draft.details.append(bullet["rest"] if bullet else line.strip())
                continue
            if open_draft:
                yield open_draft
            open_draft = _Draft(number, bullet["rest"] if bullet else line, headings.span)
            indent = len(bullet["indent"].expandtabs(4)) if bullet else 0
        elif open_draft:
            open_draft.details.append(line.strip())
    if open_draft:
        yield open_draft


class _Headings:
    """The days that the headings around a line name."""

    def __init__(self, is_day_first: bool | None) -> None:
        self._is_day_first = is_day_first
        self._spans: list[tuple[int, Span | None]] = []

    @property
    def span(self) -> Span | None:
        """The day or stretch that the nearest heading names."""
        return next((span for _, span in reversed(self._spans) if span), None)

    def enter(self, level: int, words: str, line: int) -> _Draft | None:
        """Go below a heading; one that names a day and says something besides is an accomplishment itself."""
        while self._spans and self._spans[-1][0] >= level:
            self._spans.pop()
        found = self._found(words)
        self._spans.append((level, found.span if found else self._part(words)))
        if found and found.span.is_day and len(_without(words, found).split()) > 1 and not _is_week(words):
            return _Draft(line, words, None)
        return None

    def _found(self, words: str) -> Found | None:
        try:
            return date_inside(words, is_day_first=self._is_day_first)
        except UnreadableDateError:
            return None

    def _part(self, words: str) -> Span | None:
        """A month or quarter below a heading that names the year."""
        around = self.span
        return part_of_year(words, around.first.year) if around else None


def _win(draft: _Draft, is_day_first: bool | None, today: date) -> ImportedWin:
    found = _date_of(draft.text, is_day_first)
    span = found.span if found else draft.heading
    if span is None:
        raise UnreadableRecordError(
            "There is no day, neither here nor in a heading above. Write one before it, like 2026-11-16."
        )
    words = _without(draft.text, found) if found else draft.text
    text, left = text_and_rest(required_text(_plain(words)))
    details = "\n".join(filter(None, (_plain(detail) for detail in draft.details)))
    everything = "\n".join((draft.text, *draft.details))
    return ImportedWin(
        source=MarkdownImporter.name,
        key="",
        happened_on=happened_on(span, today=today),
        text=text,
        story=joined(left, details),
        skills=tuple(dict.fromkeys(_TAG.findall(_LINK.sub(r"\1", _BARE.sub("", everything))))),
        proof=_proof(everything),
    )


def _date_of(text: str, is_day_first: bool | None) -> Found | None:
    """A day before the words, or one in brackets after them."""
    bare = re.sub(r"^(?:\*\*|__|\[|\()+", "", _BOX.sub("", text))
    lead = len(text) - len(bare)
    if found := date_at_start(bare, is_day_first=is_day_first):
        return Found(found.span, found.start + lead, found.end + lead)
    found = date_inside(text, is_day_first=is_day_first)
    return found if found and _IN_BRACKETS.search(text[: found.start]) else None


def _without(text: str, found: Found) -> str:
    """The text without its date and the signs around it."""
    before = re.sub(r"[(\[*_\s]+$", "", text[: found.start])
    after = _AFTER_DATE.sub("", re.sub(r"^[\s*_]*[)\]]?(?:\*\*|__)?", "", text[found.end :]))
    return f"{before} {after}".strip(" -–—:")


def _is_week(words: str) -> bool:
    return "week" in words.lower().split()


def _begins_with_day(line: str) -> bool:
    try:
        return date_at_start(line, is_day_first=True) is not None
    except UnreadableDateError:
        return True


def _plain(words: str) -> str:
    """The words without boxes, stress, links and tags at the end."""
    text = _LINK.sub(r"\1", _BOX.sub("", words))
    text = re.sub(r"(?:\s+#[A-Za-z][\w-]*)+\s*$", "", text)
    text = _TAG.sub(r"\1", _STRESS.sub(r"\2", text))
    return one_line(_ESCAPED.sub(r"\1", text))


def _proof(text: str) -> str:
    if link := _LINK.search(text):
        return safe_link(link[2]) or one_line(link[2])
    bare = _BARE.search(text)
    return safe_link(bare[1].rstrip(".,;")) if bare else ""
