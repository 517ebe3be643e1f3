"""A Markdown text taken apart: what may be an accomplishment, with its heading and the lines that belong to it."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from unrut.importers.wins.dates import (
    Found,
    Span,
    UnreadableDateError,
    date_at_start,
    date_inside,
    part_of_year,
)

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
BULLET = re.compile(r"^(?P<indent>[ \t]*)(?:[-*+•]|[0-9]{1,3}[.)])\s+(?P<rest>.*)$")
BOX = re.compile(r"^\[[ xX]\]\s+")
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_UNDERLINE = re.compile(r"^(=+|-{2,})\s*$")
_FRONT = "---"
_AFTER_DATE = re.compile(r"^[\])\s]*[:–—|-]?\s*")
_MARK = re.compile(r"^[\])*_\s]*[:–—|-]")
_IN_BRACKETS = re.compile(r"[(\[]\s*$")
_CELL_MARKS = (",", ";", "\t")
_STEP, _TAB = 2, 4


@dataclass(slots=True)
class Draft:
    """A bullet, or a heading with a day, with what stands below it."""

    line: int
    text: str
    heading: Span | None
    details: list[str] = field(default_factory=list)


class Drafts:
    """Reads line after line; `done` holds what may be accomplishments and `loose` counts lines that belong to none."""

    def __init__(self, is_day_first: bool | None) -> None:
        self.done: list[Draft] = []
        self.loose = 0
        self._headings = _Headings(is_day_first)
        self._open: Draft | None = None
        self._indent = 0
        self._is_titled = False

    def read(self, lines: list[str]) -> None:
        """Take in the lines of a text; code is no accomplishment."""
        is_code = False
        for number, line in enumerate(_with_plain_headings(lines), start=1):
            if _FENCE.match(line):
                is_code = not is_code
            elif not is_code and line.strip():
                self._take(number, line)

    def _take(self, number: int, line: str) -> None:
        heading, bullet = HEADING.match(line), BULLET.match(line)
        if heading:
            self._begin(self._headings.enter(len(heading[1]), heading[2], number), is_titled=True)
        elif bullet:
            self._take_bullet(number, bullet["rest"], len(bullet["indent"].expandtabs(_TAB)))
        elif begins_with_day(line) and not line[:1].isspace():
            self._begin(Draft(number, line, self._headings.span))
        elif self._open:
            self._open.details.append(line.strip())
        else:
            self.loose += 1

    def _take_bullet(self, number: int, rest: str, indent: int) -> None:
        # A heading with a day and words of its own is one thing done, and the bullets below it are its story.
        is_below = self._is_titled and not begins_with_day(rest)
        if self._open and (is_below or (not self._is_titled and indent >= self._indent + _STEP)):
            self._open.details.append(rest)
        else:
            self._begin(Draft(number, rest, self._headings.span), indent=indent)

    def _begin(self, draft: Draft | None, *, indent: int = 0, is_titled: bool = False) -> None:
        if draft:
            self.done.append(draft)
        self._open, self._indent, self._is_titled = draft, indent, is_titled


class _Headings:
    """The days that the headings around a line name."""

    def __init__(self, is_day_first: bool | None) -> None:
        self._is_day_first = is_day_first
        self._spans: list[tuple[int, Span | None]] = []

    @property
    def span(self) -> Span | None:
        """The day or stretch that the nearest heading names."""
        return next((span for _, span in reversed(self._spans) if span), None)

    def enter(self, level: int, words: str, line: int) -> Draft | None:
        """Go below a heading; one that names a day and says something besides is an accomplishment itself.

        So is one whose day cannot be right: what stands below it must not get the day of a heading further up.
        """
        while self._spans and self._spans[-1][0] >= level:
            self._spans.pop()
        try:
            found = date_inside(words, is_day_first=self._is_day_first)
        except UnreadableDateError:
            return Draft(line, words, None)
        self._spans.append((level, found.span if found else self._part(words)))
        if (
            found
            and found.span.is_day
            and len(without_date(words, found).split()) > 1
            and not _is_week(words)
        ):
            return Draft(line, words, found.span)
        return None

    def _part(self, words: str) -> Span | None:
        """A month or quarter below a heading that names the year."""
        around = self.span
        return part_of_year(words, around.first.year) if around else None


def begins_with_day(line: str) -> bool:
    """Whether a line begins with a date that a sentence follows, not with the cell of a table."""
    try:
        found = date_at_start(line, is_day_first=True)
    except UnreadableDateError:
        return True
    return found is not None and not line[found.end :].startswith(_CELL_MARKS)


def date_of(text: str, *, is_day_first: bool | None) -> Found | None:
    """A day before the words, or one in brackets after them; a month or year before them needs a mark behind it.

    Raises UnreadableDateError.
    """
    bare = re.sub(r"^(?:\*\*|__|\[|\()+", "", BOX.sub("", text))
    lead = len(text) - len(bare)
    found = date_at_start(bare, is_day_first=is_day_first)
    if found and (found.span.is_day or _MARK.match(bare[found.end :]) or not bare[found.end :].strip()):
        return Found(found.span, found.start + lead, found.end + lead)
    found = date_inside(text, is_day_first=is_day_first)
    return found if found and _IN_BRACKETS.search(text[: found.start]) else None


def without_date(text: str, found: Found) -> str:
    """The text without its date and the signs around it."""
    before = re.sub(r"(?:^|[(\[\s])[(\[*_\s]*$", "", text[: found.start])
    after = _AFTER_DATE.sub("", re.sub(r"^[\s*_]*[)\]]?(?:\*\*|__)?", "", text[found.end :]))
    gap = "" if after[:1] in {".", ",", ";"} else " "
    return f"{before}{gap}{after}".strip(" -–—:")


def _with_plain_headings(lines: list[str]) -> list[str]:
    """The lines with underlined headings written with "#", and without what programs keep above a text."""
    plain = list(lines)
    if plain and plain[0].strip() == _FRONT and _FRONT in (line.strip() for line in plain[1:]):
        end = next(at for at, line in enumerate(plain) if at and line.strip() == _FRONT)
        plain[: end + 1] = [""] * (end + 1)
    for at, (line, below) in enumerate(pairwise(plain)):
        mark = _UNDERLINE.match(below)
        if mark and line.strip() and not HEADING.match(line) and not BULLET.match(line):
            plain[at], plain[at + 1] = f"{'#' if below.startswith('=') else '##'} {line.strip()}", ""
    return plain


def _is_week(words: str) -> bool:
    return "week" in words.lower().split()
