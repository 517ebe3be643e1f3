"""Cards of people (vCard 2.1, 3 and 4). Birthdays, homes and pictures are other people's own: they are not taken."""

import re
from collections.abc import Iterator, Sequence

from unrut.importers.contract import UnreadableFileError, UnreadableRecordError
from unrut.importers.people.contract import ReadContact, ReadPeople, Skipped
from unrut.importers.people.entry import Entry, contact_of
from unrut.importers.people.keys import profile_in
from unrut.importers.people.linkedin import Told, take
from unrut.importers.people.vcard_lines import Line, lines_of, parts_of, unescaped
from unrut.importers.wins.letters import lettered

SOURCE = "vcard"
LOOKED_AT = 4096
MOST_CARDS = 50_000
MOST_LINES = 1_000_000
KINDS = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
PROFILE = "X-SOCIALPROFILE"

_BEGIN = re.compile(r"(?:^|\n)\s{0,9}BEGIN\s?:\s?VCARD", re.IGNORECASE)


def is_vcard(content: bytes) -> bool:
    """Whether a file begins with a card."""
    return _BEGIN.search(lettered(content[:LOOKED_AT])[0]) is not None


def read_vcards(content: bytes) -> ReadPeople:
    """The people of all cards of a file.

    Raises UnreadableFileError where it has no card, or far too many.
    """
    text, notices = lettered(content)
    told = Told()
    if text.count("\n") > MOST_LINES or len(_BEGIN.findall(text)) > MOST_CARDS:
        raise UnreadableFileError(
            f"The file has more than {MOST_CARDS:,} cards or {MOST_LINES:,} lines, which is the most we read at once. Split "
            "it, or export your contacts without their pictures."
        )
    for number, (lines, is_whole) in enumerate(_cards(text), start=1):
        entry = Entry(f"card {number} (line {lines[0].number})", _words(lines))
        _note(entry, lines, is_whole=is_whole)
        take(_contact, entry, told)
    if told.is_empty:
        raise UnreadableFileError(
            "There is no card in this file: none begins with BEGIN:VCARD. Export your contacts as vCard (.vcf) again."
        )
    for notice in notices:
        told.skipped.append(Skipped("the file", notice))
    return told.result(SOURCE)


def _cards(text: str) -> Iterator[tuple[list[Line], bool]]:
    """The lines of each card, its beginning included, and whether its end is there."""
    card: list[Line] = []
    for line in lines_of(text):
        mark = line.value.strip().upper() if line.name in {"BEGIN", "END"} else ""
        if mark == "VCARD" and card:
            yield card, line.name == "END"
            card = []
        if mark == "VCARD" and line.name == "BEGIN":
            card = [line]
        elif card:
            card.append(line)
    if card:
        yield card, False


def _contact(entry: Entry) -> ReadContact:
    if entry.raw("kind").strip().lower() == "group":
        raise UnreadableRecordError("It is a group and not a person, so it was left out.")
    return contact_of(entry)


def _words(lines: Sequence[Line]) -> dict[str, str]:
    """What a card says, in the words that all importers of people share."""
    last, first, middle = (*parts_of(_best(lines, "N"), ";"), "", "")[:3]
    return {
        "first": first,
        "last": last,
        "middle": middle,
        "name": unescaped(_best(lines, "FN")),
        "company": parts_of(_best(lines, "ORG"), ";")[0],
        "position": unescaped(_best(lines, "TITLE") or _best(lines, "ROLE")),
        "email": unescaped(_best(lines, "EMAIL")),
        "phone": unescaped(_best(lines, "TEL")).removeprefix("tel:"),
        "url": _address(lines),
        "kind": _best(lines, KINDS[0]) or _best(lines, KINDS[1]),
        "note": "\n".join(unescaped(line.value) for line in lines if line.name == "NOTE"),
        "tags": "\n".join(
            tag for line in lines if line.name == "CATEGORIES" for tag in parts_of(line.value, ",")
        ),
    }


def _best(lines: Sequence[Line], name: str) -> str:
    """The value of a property: the preferred one, else the first that says something."""
    told = [line for line in lines if line.name == name and line.value.strip(" ;")]
    return next((line.value for line in told if line.is_preferred), told[0].value if told else "")


def _address(lines: Sequence[Line]) -> str:
    """The address of a profile, else the first address."""
    told = [unescaped(line.value).strip() for line in lines if line.name == "URL" and line.value.strip()]
    full = [address if "://" in address else f"https://{address}" for address in told]
    full += [unescaped(line.value) for line in lines if line.name == PROFILE and "://" in line.value]
    return next((address for address in full if profile_in(address)), full[0] if full else "")


def _note(entry: Entry, lines: Sequence[Line], *, is_whole: bool) -> None:
    if not is_whole:
        entry.note("This card breaks off before its end. What was there was read.")
    for name, what in (("EMAIL", "e-mail addresses"), ("TEL", "telephone numbers"), ("URL", "web addresses")):
        count = sum(line.name == name for line in lines)
        if count > 1:
            entry.note(f"It has {count} {what}; the preferred one, or else the first, was kept.")
