"""Accomplishments from jrnl: its journal as plain text, and what it exports as JSON."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from unrut.importers.contract import UnreadableFileError, UnreadableRecordError
from unrut.importers.text_tools import is_json, json_value, list_at, one_line, tidy, words_at
from unrut.importers.wins.contract import (
    ImportedWin,
    ParsedWins,
    collect_wins,
    joined,
    noticed,
    required_text,
    text_and_rest,
)
from unrut.importers.wins.dates import happened_on, whole_date
from unrut.importers.wins.letters import lettered
from unrut.importers.wins.tags import without_last_tags

_ENTRY = re.compile(
    r"^(?:\[(?P<stamp>[^\]\n]{6,40})\]|(?P<plain>[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{1,2}:[0-9]{2}(?: [AP]M)?))[ \t]+"
    r"(?P<title>[^\n]*)$",
    re.MULTILINE,
)
_TAG = re.compile(r"(?<!\S)@([\w+*#/-]{1,60})")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_STAR = re.compile(r"^\*\s+|\s+\*$")
_LOOKED_AT = 4000
_SURE, _LIKELY = 0.9, 0.8


@dataclass(frozen=True, slots=True)
class _Entry:
    stamp: str
    title: str
    body: str
    tags: tuple[str, ...]


class JrnlImporter:
    """Reads the journal file of jrnl, in its present and its older shape, and its JSON export."""

    name = "jrnl"
    label = "a journal of jrnl (text or JSON)"

    def identify(self, name: str, content: bytes) -> float:
        """Sure where entries begin as jrnl begins them."""
        del name
        if is_json(content):
            return _SURE if all(name in content for name in (b'"entries"', b'"title"', b'"body"')) else 0.0
        start = lettered(content[:_LOOKED_AT])[0].lstrip()
        return _LIKELY if _ENTRY.match(start) else 0.0

    def parse(self, content: bytes, *, today: date) -> ParsedWins:
        """The entries of the journal: the first sentence is the text, the rest the story, and tags become skills."""
        if is_json(content):
            return collect_wins(_exported(content), lambda entry: _win(entry, today))
        text, notices = lettered(content)
        return noticed(collect_wins(_written(text), lambda entry: _win(entry, today)), notices)


def _written(text: str) -> Iterator[tuple[str, _Entry]]:
    """The entries of a journal file, each with the line it begins on."""
    line, last = 1, 0
    found = list(_ENTRY.finditer(text))
    for number, match in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        line += text.count("\n", last, match.start())
        last = match.start()
        title, body = match["title"], text[match.end() : end]
        yield f"line {line}", _Entry(match["stamp"] or match["plain"], title, body, ())


def _exported(content: bytes) -> Iterator[tuple[str, _Entry]]:
    value = json_value(content)
    entries = list_at(value, "entries") if isinstance(value, Mapping) else []
    if not entries:
        raise UnreadableFileError("The file holds no entries of a journal. Export it again from jrnl.")
    for number, entry in enumerate(entries, start=1):
        yield f"entry {number}", _entry(entry)


def _entry(entry: Any) -> _Entry:
    if not isinstance(entry, Mapping):
        return _Entry("", "", "", ())
    body = entry.get("body")
    return _Entry(
        stamp=words_at(entry, "date"),
        title=words_at(entry, "title"),
        body=body if isinstance(body, str) else "",
        tags=tuple(tag for tag in list_at(entry, "tags") if isinstance(tag, str)),
    )


def _win(entry: _Entry, today: date) -> ImportedWin:
    if not entry.stamp and not entry.title:
        raise UnreadableRecordError("This is no entry with a title and a date. Remove it, or export again.")
    first, *more = _SENTENCE.split(_STAR.sub("", one_line(entry.title)), maxsplit=1)
    rest = _STAR.sub("", more[0]) if more else ""
    day = happened_on(whole_date(entry.stamp, is_day_first=None), today=today)
    # A first sentence of tags alone says nothing.
    sentence, rest = (first, rest) if _untagged(first) else (rest, "")
    text, left = text_and_rest(required_text(_untagged(sentence)))
    return ImportedWin(
        source=JrnlImporter.name,
        key="",
        happened_on=day,
        text=text,
        story=joined(left, _untagged(rest), tidy(_untagged(entry.body))),
        skills=_skills(entry),
    )


def _untagged(text: str) -> str:
    """The text without the tags at its end, and others as plain words."""
    if "@" not in text:
        return text.rstrip()
    return _TAG.sub(r"\1", without_last_tags(text, _TAG.fullmatch))


def _skills(entry: _Entry) -> tuple[str, ...]:
    tags = [tag.removeprefix("@") for tag in entry.tags] or _TAG.findall(f"{entry.title}\n{entry.body}")
    return tuple({tag.casefold(): tag for tag in reversed(tags) if tag}.values())[::-1]
