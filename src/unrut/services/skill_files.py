"""Lines that may show what a person can: of a CV, and of whatever the reader of people reads. Nothing is stored."""

import io
import zipfile
from pathlib import PurePath

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.packed import BROKEN, OFFICE, SPARE, USUAL, ZIP, unpacked
from unrut.importers.openings.table_columns import plain_name
from unrut.importers.people.contract import ReadPeople
from unrut.importers.people.headings import JOB_SIGNS, REVIEW_SIGNS
from unrut.importers.people.linkedin import LARGEST_TABLE, read_linkedin_table
from unrut.importers.people.packed import TABLES
from unrut.importers.people.registry import EMPTY_ZIP, read_people
from unrut.importers.people.rows import first_rows
from unrut.importers.people.vcard import is_vcard
from unrut.importers.text_tools import decoded, is_json, one_line
from unrut.services.skill_lines import lines_of_people, lines_of_text

MEGABYTE = 1024 * 1024
LARGEST = 25 * MEGABYTE  # of a text or a Word file; what people and careers stand in may have more
# A CV of many pages has some hundred lines.
MOST_LINES = 3000
UNNAMED = "The file"
CARDS, TABLE_ENDINGS = ".vcf", (".csv", ".tsv")
# A table of one's own that names its skills is read as if LinkedIn had made it.
SKILLS, SKILL_COLUMNS = "Skills.csv", frozenset({"skill", "skills"})
_FOREIGN = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "a file of an older office program"),
    (b"{\\rtf", "a file in rich text"),
)


def read_skill_file(name: str, content: bytes) -> list[str]:
    """The lines of a file that may show skills, each once, in their order; none where it speaks only of other people.

    Raises UnreadableFileError with a sentence when the file is empty, too large, broken, or of no kind we know.
    """
    shown = one_line(name) or UNNAMED
    if not content.strip():
        raise UnreadableFileError(
            f"{shown} is empty. Choose a file that is about your work, or paste its text."
        )
    return _lines(shown, content)


def read_skill_text(text: str) -> list[str]:
    """The lines of a text that was pasted, or of a piece of JSON Resume.

    Raises UnreadableFileError.
    """
    return read_skill_file("What you pasted", text.encode("utf-8", errors="replace"))


def _lines(name: str, content: bytes) -> list[str]:
    if content.startswith((ZIP, EMPTY_ZIP)):
        return _packed(name, content)
    for start, kind in _FOREIGN:
        if content.startswith(start):
            raise UnreadableFileError(
                f"{name} is {kind}, which we cannot read. Open it, copy all of its text, and paste it."
            )
    if name.lower().endswith(TABLE_ENDINGS):
        return _of_career(name, _table(name, content))
    if is_json(content) or is_vcard(content) or name.lower().endswith(CARDS):
        return _of_career(name, read_people(name, content))
    return _of_text(name, content)


def _packed(name: str, content: bytes) -> list[str]:
    """What a zip holds: a Word file, one file alone, or an export of LinkedIn."""
    entries = _entries(name, content)
    if any(entry.filename == OFFICE for entry in entries):
        return _of_word(name, content, entries)
    own = [entry.filename for entry in entries if not any(spare in entry.filename for spare in SPARE)]
    if len(own) == 1:
        return _alone(name, content)
    if not any(inner.lower().endswith(TABLES) for inner in own):
        raise UnreadableFileError(
            f"{name} holds nothing we know: neither Skills.csv nor Positions.csv of LinkedIn, nor one file alone. "
            "Unpack it and give us the file about your work."
        )
    return _of_career(name, read_people(name, content))


def _entries(name: str, content: bytes) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return [entry for entry in archive.infolist() if not entry.is_dir()]
    except BROKEN as error:
        raise _broken(name) from error


def _alone(name: str, content: bytes) -> list[str]:
    """The lines of the one file in an archive."""
    path, inside = unpacked(name, content, largest=LARGEST_TABLE)
    if inside.startswith((ZIP, EMPTY_ZIP)):
        raise UnreadableFileError(f"{name} is packed once more. Unpack it and give us the file inside.")
    return read_skill_file(PurePath(path).name, inside)


def _table(name: str, content: bytes) -> ReadPeople:
    """A table of LinkedIn, of skills or of people.

    Raises UnreadableFileError.
    """
    try:
        return read_people(name, content)
    except UnreadableFileError as error:
        if len(content) > LARGEST_TABLE or read_linkedin_table(name, content) is not None:
            raise
        if _names_skills(content):
            return read_people(SKILLS, content)
        # What was said of it is how to name the columns of people.
        raise UnreadableFileError(
            f"{name} is no table about your work: its first line should name a column “Skill”, or it should be "
            "Skills.csv, Positions.csv, Profile.csv or Projects.csv of LinkedIn."
        ) from error


def _names_skills(content: bytes) -> bool:
    """Whether the first line names a column of skills, and not those that an opening asks for."""
    names = {plain_name(name) for row in first_rows(content)[:1] for name in row}
    return bool(names & SKILL_COLUMNS) and not names & (JOB_SIGNS | REVIEW_SIGNS)


def _of_career(name: str, read: ReadPeople) -> list[str]:
    if read.is_empty:
        first = read.skipped[0]  # the reader refuses a file that gives no reason
        raise UnreadableFileError(
            f"Nothing of {name} could be read. The first that was left out is {first.where}: {first.why}"
        )
    return lines_of_people(read)


def _of_word(name: str, content: bytes, entries: list[zipfile.ZipInfo]) -> list[str]:
    from docx import Document  # slow to load, needed for files alone
    from docx.oxml.ns import qn  # the same

    # No more is unpacked than the archive says of itself.
    if sum(entry.file_size for entry in entries) > LARGEST:
        raise UnreadableFileError(
            f"{name} unpacks to more than {LARGEST // MEGABYTE} MB. Open it, copy all of its text, and paste it."
        )
    if any(entry.compress_type not in USUAL for entry in entries):
        raise _broken(name)
    try:
        body = Document(io.BytesIO(content)).element.body
    except Exception as error:  # the reader of another project: whatever it stumbles over
        raise UnreadableFileError(
            f"{name} cannot be read as a Word file. Open it, copy all of its text, and paste it."
        ) from error
    paragraphs = ("".join(run.text or "" for run in part.iter(qn("w:t"))) for part in body.iter(qn("w:p")))
    return _checked(name, lines_of_text("\n".join(paragraphs)))


def _of_text(name: str, content: bytes) -> list[str]:
    if len(content) > LARGEST:
        raise UnreadableFileError(
            f"{name} has more than {LARGEST // MEGABYTE} MB. Paste only the part that is about your work."
        )
    text = decoded(content)
    if "\0" in text:
        raise UnreadableFileError(
            f"{name} is no text. Save it as text or as a Word file, or copy what it says and paste it."
        )
    return _checked(name, lines_of_text(text))


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


def _broken(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"{name} cannot be unpacked: it is broken, cut short or locked. Unpack it yourself and give us a file inside."
    )
