"""One entry of a file, its words by what they mean, and a note on each that could not be kept."""

import re
from collections.abc import Mapping
from datetime import date

from unrut.importers.contract import UnreadableRecordError
from unrut.importers.openings.dates import Order
from unrut.importers.people.contract import ReadContact, Skipped
from unrut.importers.people.dates import When, when_in
from unrut.importers.people.keys import USUAL_PROFILE, own_key
from unrut.importers.text_tools import one_line, safe_link, tidy

LONGEST_LINE = 300
LONGEST_TEXT = 20_000
LONGEST_SHOWN = 60
MOST_TAGS = 50
SEVERAL = " ::: "  # between several values of one cell, as Google writes them
SYSTEM_GROUP = "*"  # before a group that Google made by itself

_EMAIL_ENDS = re.compile(r"[\s,;<>\"]|mailto:", re.IGNORECASE)
_BARE_HOST = re.compile(r"(?:www|(?:[a-z]{2}\.)?linkedin)\.", re.IGNORECASE)
_TAG_MARKS = re.compile(r"[;,\n]| ::: ")


class Entry:
    """The words of one entry; whatever of them cannot be kept is noted."""

    __slots__ = ("_order", "_words", "notes", "where")

    def __init__(self, where: str, words: Mapping[str, str], order: Order = Order.UNKNOWN) -> None:
        self.where = where
        self.notes: list[Skipped] = []
        self._words = words
        self._order = order

    def raw(self, field: str) -> str:
        """The words as they stand there."""
        return self._words.get(field, "")

    def line(self, field: str) -> str:
        """The words on one line, cut where no such thing is that long."""
        words = self.raw(field)
        line = one_line(words) if words else ""
        if len(line) <= LONGEST_LINE:
            return line
        self.note(
            f"The {_shown(field)} has {len(line):,} characters; only the first {LONGEST_LINE} were kept."
        )
        return line[:LONGEST_LINE].rstrip()

    def text(self, field: str) -> str:
        """The words in their lines. In exports two spaces stand where a line ended."""
        words = self.raw(field)
        text = tidy(words.replace("  ", "\n")) if words else ""
        if len(text) <= LONGEST_TEXT:
            return text
        self.note(
            f"The {_shown(field)} has {len(text):,} characters; only the first {LONGEST_TEXT:,} were kept."
        )
        return text[:LONGEST_TEXT].rstrip()

    def when(self, field: str) -> When | None:
        """The day, month or year, where it can be read."""
        words = self.raw(field)
        if not words or words.isspace():
            return None
        told = when_in(words, self._order)
        if told is None:
            self.note(
                f'"{_short(words)}" is not a date we can read, or could be two; the {_shown(field)} is left open.'
            )
        return told

    def day(self, field: str) -> date | None:
        """The day, where it is told to the day."""
        told = self.when(field)
        if told is None or told.precision == "day":
            return told.day if told else None
        self.note(f'"{_short(self.raw(field))}" names no day; the {_shown(field)} is left open.')
        return None

    def link(self, field: str) -> str:
        """The web address; one without its beginning is completed."""
        words = one_line(self.raw(field).split(SEVERAL)[0])
        if USUAL_PROFILE.fullmatch(words):
            return words
        link = safe_link(f"https://{words}" if _BARE_HOST.match(words) else words)
        if words and not link:
            self.note(f'"{_short(words)}" is no web address and was left out.')
        return link

    def email(self, field: str) -> str:
        """The first e-mail address among the words."""
        words = self.raw(field)[:LONGEST_TEXT]
        if not words:
            return ""
        pieces = (one_line(piece) for piece in _EMAIL_ENDS.split(words)) if "@" in words else ()
        found = next((piece for piece in pieces if is_email(piece)), "")
        if not found and words.strip():
            self.note(f'"{_short(words)}" is no e-mail address and was left out.')
        return found

    def phone(self, field: str) -> str:
        """The first telephone number among the words."""
        words = one_line(self.raw(field).split(SEVERAL)[0])
        if words and (len(words) > LONGEST_SHOWN or not any(map(str.isdigit, words))):
            self.note(f'"{_short(words)}" is no telephone number and was left out.')
            return ""
        return words

    def tags(self, field: str) -> tuple[str, ...]:
        """The words that a person is filed under, each once."""
        words = self.raw(field)[:LONGEST_TEXT]
        if not words:
            return ()
        pieces = map(one_line, _TAG_MARKS.split(words))
        told = dict.fromkeys(tag[:LONGEST_LINE] for tag in pieces if tag and not tag.startswith(SYSTEM_GROUP))
        if len(told) > MOST_TAGS:
            self.note(f"There are {len(told)} words it is filed under; only the first {MOST_TAGS} were kept.")
        return tuple(told)[:MOST_TAGS]

    def note(self, why: str) -> None:
        """Keep in mind what was left out."""
        self.notes.append(Skipped(self.where, why))


def contact_of(entry: Entry) -> ReadContact:
    """The person of an entry, with a key only where an address gives one.

    Raises UnreadableRecordError where nothing says who it is.
    """
    first = " ".join(filter(None, (entry.line("first"), entry.line("middle"))))
    last = entry.line("last")
    url, email = entry.link("url"), entry.email("email")
    contact = ReadContact(
        key=own_key(url, email),
        name=entry.line("name") or " ".join(filter(None, (first, last))),
        first=first,
        last=last,
        company=entry.line("company"),
        position=entry.line("position"),
        email=email,
        phone=entry.phone("phone"),
        url=url,
        connected_on=entry.day("connected_on"),
        note=entry.text("note"),
        tags=entry.tags("tags"),
    )
    if contact.name or contact.company or contact.email or contact.url or contact.phone:
        return contact
    raise UnreadableRecordError(
        "Nothing here says who it is: there is no name, no company and no address. Add one, or leave it out."
    )


def required(*words: str, what: str) -> None:
    """Refuse an entry in which none of the words is told.

    Raises UnreadableRecordError.
    """
    if not any(words):
        raise UnreadableRecordError(f"There is no {what}. Add it, or leave this entry out.")


def is_email(words: str) -> bool:
    """Whether the words have the form of an e-mail address."""
    name, at, host = words.partition("@")
    return bool(name and at and host) and "@" not in host and len(words) <= LONGEST_LINE and " " not in words


def _shown(field: str) -> str:
    names = {
        "connected_on": "day you connected",
        "started_on": "start",
        "ended_on": "end",
        "written_on": "day",
    }
    return names.get(field, "day" if field == "given_on" else field)


def _short(words: str) -> str:
    line = one_line(words[: LONGEST_SHOWN * 2])
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"
