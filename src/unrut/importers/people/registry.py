"""The one door through which files with people, or with one's own career, are read."""

from pathlib import Path, PurePath

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.packed import ZIP
from unrut.importers.people.contract import ReadPeople
from unrut.importers.people.jsonresume import read_resume
from unrut.importers.people.linkedin import (
    LARGEST_TABLE,
    MEGABYTE,
    Piece,
    read_linkedin,
    read_linkedin_table,
)
from unrut.importers.people.packed import TABLES, folder_pieces, packed_pieces
from unrut.importers.people.table import read_table
from unrut.importers.people.vcard import is_vcard, read_vcards
from unrut.importers.text_tools import is_json, one_line
from unrut.importers.wins.letters import is_text, lettered

LARGEST_PACKED = 200 * MEGABYTE  # an export with its pictures
UNNAMED = "The file"
EMPTY_ZIP = b"PK\x05\x06"
_FOREIGN = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "a file of an older office program"),
    (b"{\\rtf", "a file in rich text"),
)


def read_people(name: str, content: bytes) -> ReadPeople:
    """What a file holds: an export of LinkedIn or one table of it, cards, any table of people, or a JSON Resume.

    Raises UnreadableFileError with a sentence when it is empty, too large, broken, or of no kind we know.
    """
    shown = one_line(name) or UNNAMED
    is_packed = content.startswith((ZIP, EMPTY_ZIP))
    largest = LARGEST_PACKED if is_packed else LARGEST_TABLE
    if len(content) > largest:
        raise UnreadableFileError(
            f"{shown} has more than {largest // MEGABYTE} MB, which is the most we read at once. Give us only the files "
            "about people and your work."
        )
    if not content.strip():
        raise UnreadableFileError(
            f"{shown} is empty. Choose a file that holds people you know, or your own career."
        )
    return _packed(shown, content) if is_packed else _checked(shown, _read(shown, content))


def read_people_folder(folder: Path) -> ReadPeople:
    """What an unpacked export of LinkedIn holds.

    Raises UnreadableFileError where there is no such folder, or none of the tables of LinkedIn in it.
    """
    told = read_linkedin(folder_pieces(folder))
    if told is None:
        raise UnreadableFileError(
            f"{folder} holds none of the tables of LinkedIn, such as Connections.csv. Name the folder into which you "
            "unpacked the export, or give us one file."
        )
    return _checked(str(folder), told)


def _packed(name: str, content: bytes) -> ReadPeople:
    pieces = packed_pieces(name, content)
    told = read_linkedin(pieces)
    return _checked(name, told) if told else _only(name, pieces)


def _only(name: str, pieces: tuple[Piece, ...]) -> ReadPeople:
    """What the one file within an archive holds."""
    tables = [piece for piece in pieces if piece.name.lower().endswith(TABLES)]
    if len(tables) != 1:
        raise UnreadableFileError(
            f"{name} holds none of the tables of LinkedIn, such as Connections.csv, nor one file alone. Unpack it and give "
            "us the file with the people you know."
        )
    inner = tables[0].read(LARGEST_TABLE + 1)
    if inner.startswith((ZIP, EMPTY_ZIP)):
        raise UnreadableFileError(f"{name} is packed once more. Unpack it and give us the file inside.")
    return read_people(PurePath(tables[0].name).name, inner)


def _read(name: str, content: bytes) -> ReadPeople:
    for start, kind in _FOREIGN:
        if content.startswith(start):
            raise UnreadableFileError(
                f"{name} is {kind}, which we cannot read. Give us a table (CSV), cards (.vcf) or a JSON Resume."
            )
    if is_json(content):
        return read_resume(content)
    if not is_text(lettered(content[:MEGABYTE])[0]):
        raise UnreadableFileError(
            f"{name} is no text. Give us an export of LinkedIn, a table (CSV), cards (.vcf) or a JSON Resume."
        )
    if is_vcard(content) or name.lower().endswith(".vcf"):
        return read_vcards(content)
    return read_linkedin_table(name, content) or read_table(content)


def _checked(name: str, told: ReadPeople) -> ReadPeople:
    if told.is_empty and not told.skipped:
        raise UnreadableFileError(
            f"{name} names its columns and holds nothing below them. Choose a file with people in it, or with your career."
        )
    return told
