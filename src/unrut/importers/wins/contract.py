"""What every importer of accomplishments promises: recognise a file, read it, store nothing."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from operator import attrgetter
from typing import Protocol, TypeVar

from unrut.core.milestones.told import LONGEST_STORY, LONGEST_TEXT
from unrut.importers.contract import KEY_LENGTH, LONGEST_KEY, Problem, UnreadableRecordError

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class ImportedWin:
    """Something a person got done, as it was written down elsewhere; what is "" is unknown."""

    source: str
    key: str  # stable within the source, so that the same file read twice gives the same accomplishments
    happened_on: date
    text: str
    story: str = ""
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    figures: str = ""
    known_from: str = ""
    seen_by: str = ""
    skills: tuple[str, ...] = ()
    proof: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class ParsedWins:
    """What a file holds, in its order; a notice says what was left out on purpose."""

    wins: tuple[ImportedWin, ...] = ()
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()


_contents = attrgetter(*(field.name for field in fields(ImportedWin) if field.name not in {"key", "where"}))


class WinImporter(Protocol):
    """One outside format of accomplishments."""

    @property
    def name(self) -> str:
        """The short name that is stored as the source."""
        ...

    @property
    def label(self) -> str:
        """What the format is called in a sentence."""
        ...

    def identify(self, name: str, content: bytes) -> float:
        """How sure we are, from 0 to 1, that this importer should read the file; cheap."""
        ...

    def parse(self, content: bytes, *, today: date) -> ParsedWins:
        """The accomplishments of the file.

        Raises UnreadableFileError when nothing of it can be read.
        """
        ...


def collect_wins(
    records: Iterable[tuple[str, Record]], read: Callable[[Record], ImportedWin | None]
) -> ParsedWins:
    """Read each record with its place; a bad or repeated one becomes a problem and the rest goes on."""
    known = _Known()
    wins: list[ImportedWin] = []
    problems: list[Problem] = []
    notices: list[str] = []
    for where, record in records:
        try:
            win = read(record)
            if win is None:
                continue
            if len(win.story) > LONGEST_STORY:
                notices.append(_cut_notice(where))
            key = known.key_of(win, where)
            wins.append(replace(win, key=key, where=where, story=win.story[:LONGEST_STORY]))
        except UnreadableRecordError as error:
            problems.append(Problem(where, str(error)))
    return ParsedWins(tuple(wins), tuple(problems), tuple(notices))


def noticed(parsed: ParsedWins, notices: Sequence[str]) -> ParsedWins:
    """What was read, with more notices before its own."""
    return replace(parsed, notices=(*notices, *parsed.notices))


def required_text(text: str) -> str:
    """The text, which an accomplishment cannot do without.

    Raises UnreadableRecordError.
    """
    if not text:
        raise UnreadableRecordError("There are no words. Say what got done, or remove it from the file.")
    return text


def text_and_rest(text: str) -> tuple[str, str]:
    """The text as far as it fits on its line, broken between words, and what is left of it."""
    if len(text) <= LONGEST_TEXT:
        return text, ""
    end = text.rfind(" ", LONGEST_TEXT // 2, LONGEST_TEXT)
    end = LONGEST_TEXT - 1 if end < 0 else end
    return f"{text[:end].rstrip()}…", f"…{text[end:].lstrip()}"


def joined(*parts: str) -> str:
    """Parts of a story with an empty line between them; those without words are left out."""
    return "\n\n".join(part for part in parts if part)


class _Known:
    """The accomplishments of one file so far, to give each its key and find what stands there twice."""

    def __init__(self) -> None:
        self._places: dict[object, str] = {}
        self._counts: dict[tuple[date, str], int] = {}

    def key_of(self, win: ImportedWin, where: str) -> str:
        """The key of an accomplishment, its own or one made from its day and text.

        Raises UnreadableRecordError when it stands in the file already.
        """
        given = win.key if len(win.key) <= LONGEST_KEY else ""
        first = self._places.setdefault(given or _contents(win), where)
        if first != where:
            raise UnreadableRecordError(
                f'"{_short(win.text)}" stands in {first} already. The first of the two was kept.'
            )
        return given or self._made_key(win)

    def _made_key(self, win: ImportedWin) -> str:
        alike = (win.happened_on, win.text)
        number = self._counts[alike] = self._counts.get(alike, 0) + 1
        contents = f"{win.happened_on}\x1f{win.text}" + (f"\x1f{number}" if number > 1 else "")
        return hashlib.sha256(contents.encode("utf-8", errors="replace")).hexdigest()[:KEY_LENGTH]


def _cut_notice(where: str) -> str:
    return f"The story in {where} is longer than {LONGEST_STORY:,} characters; the end of it was left out."


def _short(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"
