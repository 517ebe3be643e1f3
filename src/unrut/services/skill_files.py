"""Lines that may show what a person can: from a CV, an export of LinkedIn or a JSON Resume. Nothing is stored."""

import io
import zipfile
from pathlib import PurePath

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.packed import BROKEN, OFFICE, SPARE, USUAL, ZIP
from unrut.importers.text_tools import decoded, is_json, one_line
from unrut.services.skill_lines import lines_of_text
from unrut.services.skill_resume import lines_of_resume
from unrut.services.skill_tables import is_table, lines_of_table

MEGABYTE = 1024 * 1024
LARGEST = 25 * MEGABYTE
# A CV of many pages has some hundred lines, a whole export of LinkedIn some thousand.
MOST_LINES = 3000
UNNAMED = "The file"
# Of all that LinkedIn hands out, the tables that speak of the person's own work.
LINKEDIN = frozenset({"skills.csv", "positions.csv", "profile.csv", "projects.csv", "certifications.csv"})
_FOREIGN = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "a file of an older office program"),
    (b"{\\rtf", "a file in rich text"),
)


def read_skill_file(name: str, content: bytes) -> list[str]:
    """The lines of a file that may show skills, each once, in their order.

    Raises UnreadableFileError with a sentence when the file is empty, too large, broken, or of no kind we know.
    """
    shown = one_line(name) or UNNAMED
    if len(content) > LARGEST:
        raise UnreadableFileError(
            f"{shown} has more than {LARGEST // MEGABYTE} MB. Paste only the part that is about your work."
        )
    if not content.strip():
        raise UnreadableFileError(
            f"{shown} is empty. Choose a file that is about your work, or paste its text."
        )
    return _checked(shown, _lines(shown, content))


def read_skill_text(text: str) -> list[str]:
    """The lines of a text that was pasted, or of a piece of JSON Resume.

    Raises UnreadableFileError.
    """
    return read_skill_file("What you pasted", text.encode("utf-8", errors="replace"))


def _lines(name: str, content: bytes) -> list[str]:
    if content.startswith(ZIP):
        return _packed(name, content)
    for start, kind in _FOREIGN:
        if content.startswith(start):
            raise UnreadableFileError(
                f"{name} is {kind}, which we cannot read. Open it, copy all of its text, and paste it."
            )
    if is_json(content):
        return lines_of_resume(name, content)
    text = decoded(content)
    if "\0" in text:
        raise UnreadableFileError(
            f"{name} is no text. Save it as text or as a Word file, or copy what it says and paste it."
        )
    return lines_of_table(name, text) if is_table(name) else lines_of_text(text)


def _packed(name: str, content: bytes) -> list[str]:
    """What a zip holds: a Word file, tables of LinkedIn, or one file alone."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_size(name, entries)
            if any(entry.filename == OFFICE for entry in entries):
                return _lines_of_word(name, content)
            chosen = _chosen(name, entries)
            inside = [(PurePath(entry.filename).name, archive.read(entry)) for entry in chosen]
    except BROKEN as error:
        raise UnreadableFileError(
            f"{name} cannot be unpacked: it is broken, cut short or locked. Unpack it yourself and give us a file inside."
        ) from error
    return [line for inner, held in inside if held.strip() for line in _unpacked(inner, held)]


def _unpacked(name: str, content: bytes) -> list[str]:
    if content.startswith(ZIP):
        raise UnreadableFileError(f"{name} is packed once more. Unpack it and give us the file inside.")
    return _lines(name, content)


def _check_size(name: str, entries: list[zipfile.ZipInfo]) -> None:
    """No more is unpacked than the archive says of itself."""
    if sum(entry.file_size for entry in entries) > LARGEST:
        raise UnreadableFileError(
            f"{name} unpacks to more than {LARGEST // MEGABYTE} MB. Unpack it and give us the files about your work."
        )
    if any(entry.compress_type not in USUAL for entry in entries):
        raise zipfile.BadZipFile


def _chosen(name: str, entries: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    own = [entry for entry in entries if not any(spare in entry.filename for spare in SPARE)]
    linkedin = [entry for entry in own if PurePath(entry.filename).name.lower() in LINKEDIN]
    if linkedin or len(own) == 1:
        return linkedin or own
    raise UnreadableFileError(
        f"{name} holds nothing we know: neither Skills.csv nor Positions.csv of LinkedIn, nor one file alone. "
        "Unpack it and give us the file about your work."
    )


def _lines_of_word(name: str, content: bytes) -> list[str]:
    from docx import Document  # slow to load, needed for files alone
    from docx.oxml.ns import qn  # the same

    try:
        body = Document(io.BytesIO(content)).element.body
    except Exception as error:  # the reader of another project: whatever it stumbles over
        raise UnreadableFileError(
            f"{name} cannot be read as a Word file. Open it, copy all of its text, and paste it."
        ) from error
    paragraphs = ("".join(run.text or "" for run in part.iter(qn("w:t"))) for part in body.iter(qn("w:p")))
    return lines_of_text("\n".join(paragraphs))


def _checked(name: str, found: list[str]) -> list[str]:
    lines = list(dict.fromkeys(found))
    if not lines:
        raise UnreadableFileError(f"{name} holds no words about work. Choose another file, or paste a text.")
    if len(lines) > MOST_LINES:
        raise UnreadableFileError(
            f"{name} has {len(lines):,} lines, and we read at most {MOST_LINES:,}. "
            "Paste only the part that is about your work."
        )
    return lines
