"""Accomplishments from Day One: the JSON of an export, alone or inside its ZIP; photos and sounds are left out."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from unrut.importers.contract import UnreadableFileError, UnreadableRecordError
from unrut.importers.text_tools import is_json, json_value, list_at, one_line, tidy, words_at
from unrut.importers.wins.contract import (
    ImportedWin,
    ParsedWins,
    collect_wins,
    noticed,
    required_text,
    text_and_rest,
)
from unrut.importers.wins.dates import Span, UnreadableDateError, happened_on

MOST_MEMBERS, MOST_JOURNALS, MOST_ZONES = 50_000, 20, 600
LARGEST_JOURNAL = 50 * 1024 * 1024
_ZIP = b"PK\x03\x04"
_PICTURE = re.compile(r"!\[[^\]\n]{0,200}\]\(dayone-moment:[^)\n]{0,300}\)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~>|])")
_HEADING = re.compile(r"^#{1,6}[ \t]+")
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]{0,63}")
_SURE = 0.95
_MEDIA = ("photos", "videos", "audios", "pdfAttachments")


class DayOneImporter:
    """Reads the export of Day One."""

    name = "day_one"
    label = "an export of Day One (JSON or ZIP)"

    def identify(self, name: str, content: bytes) -> float:
        """Sure where entries have Day One's own names; a ZIP with a JSON file is most likely one."""
        del name
        if content.startswith(_ZIP):
            return _SURE if _journal_names(content) else 0.0
        if not is_json(content):
            return 0.0
        return _SURE if b'"creationDate"' in content and b'"entries"' in content else 0.0

    def parse(self, content: bytes, *, today: date) -> ParsedWins:
        """The entries: the first line is the text, the rest the story, in the zone each was written in."""
        entries = [entry for journal in _journals(content) for entry in _entries(journal)]
        if not entries:
            raise UnreadableFileError(
                "The file holds no entries of a Day One journal. Export it again as JSON."
            )
        numbered = [(f"entry {number}", entry) for number, entry in enumerate(entries, start=1)]
        return noticed(collect_wins(numbered, lambda entry: _win(entry, today)), tuple(_left_out(entries)))


def _journals(content: bytes) -> Iterator[Any]:
    if not content.startswith(_ZIP):
        yield json_value(content)
        return
    names = _journal_names(content)
    if not names:
        raise UnreadableFileError(
            "The ZIP holds no journal (JSON). Export it again from Day One, or unpack it and choose the JSON file."
        )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        left = LARGEST_JOURNAL
        for name in names:
            member = _member(archive, name, left)
            left -= len(member)
            yield json_value(member)


def _journal_names(content: bytes) -> list[str]:
    """The JSON files at the top of a ZIP; none when it is broken or holds too much. No name ever becomes a path."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return []
    if len(members) > MOST_MEMBERS:
        return []
    found = [one.filename for one in members if _is_journal(one.filename)]
    return sorted(found)[:MOST_JOURNALS]


def _is_journal(name: str) -> bool:
    """Whether a member may be a journal; what macOS puts beside it is none."""
    return name.endswith(".json") and not name.startswith("__MACOSX")


def _member(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """One file of a ZIP, read no further than journals are long, whatever the ZIP says of its size."""
    try:
        with archive.open(name) as member:
            content = member.read(most + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, EOFError, ValueError) as error:
        raise UnreadableFileError(
            "The ZIP cannot be unpacked. Export it again from Day One without a password."
        ) from error
    if len(content) > most:
        raise UnreadableFileError(
            f"The journals in the ZIP have more than {LARGEST_JOURNAL // 1024**2} MB. Export fewer entries at once."
        )
    return content


def _entries(journal: Any) -> list[Any]:
    return list_at(journal, "entries") if isinstance(journal, Mapping) else []


def _media(entry: Mapping[str, Any]) -> int:
    return sum(len(list_at(entry, kind)) for kind in _MEDIA)


def _left_out(entries: list[Any]) -> Iterator[str]:
    known = [entry for entry in entries if isinstance(entry, Mapping)]
    count = sum(map(_media, known))
    if count == 1:
        yield "One photo or other attachment was left out; only words are read."
    elif count:
        yield f"{count:,} photos and other attachments were left out; only words are read."
    strange = {zone for entry in known if (zone := words_at(entry, "timeZone")) and _zone(zone) is None}
    if strange:
        yield f'We do not know the time zone "{min(strange)[:40]}". Its entries have the day they had in London time (UTC).'


def _win(entry: Any, today: date) -> ImportedWin | None:
    if not isinstance(entry, Mapping):
        raise UnreadableRecordError("This is no entry with a date and a text. Export the journal again.")
    day = _day(entry)
    written = entry.get("text")
    plain = _ESCAPED.sub(r"\1", _PICTURE.sub("", written)) if isinstance(written, str) else ""
    if not plain.strip() and _media(entry):
        return None  # a photo alone; it is counted among those left out
    first, _, rest = plain.strip().partition("\n")
    text, left = text_and_rest(required_text(one_line(_HEADING.sub("", first))))
    tags = [one_line(tag) for tag in list_at(entry, "tags") if isinstance(tag, str)]
    return ImportedWin(
        source=DayOneImporter.name,
        key=words_at(entry, "uuid"),
        happened_on=happened_on(Span(day, day), today=today),
        text=text,
        story="\n\n".join(filter(None, (left, tidy(rest)))),
        skills=tuple(dict.fromkeys(filter(None, tags))),
    )


def _day(entry: Mapping[str, Any]) -> date:
    """The day an entry was written on, where it was written."""
    told = words_at(entry, "creationDate")
    if not told:
        raise UnreadableDateError("There is no day. Export the journal again.")
    try:
        moment = datetime.fromisoformat(told)
    except ValueError as error:
        raise UnreadableDateError(
            f'"{told[:40]}" is not a day we can read. Write it like 2026-11-16T09:30:00Z.'
        ) from error
    zone = _zone(words_at(entry, "timeZone")) or UTC
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(zone).date()
    except OverflowError as error:
        raise UnreadableDateError(f'"{told[:40]}" lies outside the calendar. Mend the date.') from error


@lru_cache(maxsize=MOST_ZONES)
def _zone(name: str) -> tzinfo | None:
    """The zone of a name, such as Europe/Oslo; None where there is none."""
    if not _ZONE.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError):
        return None
