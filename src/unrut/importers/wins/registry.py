"""All importers of accomplishments, and the one door through which a file reaches them."""

from datetime import date

from unrut.importers.contract import UnreadableFileError
from unrut.importers.text_tools import one_line
from unrut.importers.wins.contract import ParsedWins, WinImporter
from unrut.importers.wins.day_one import DayOneImporter
from unrut.importers.wins.jrnl import JrnlImporter
from unrut.importers.wins.markdown import MarkdownImporter
from unrut.importers.wins.table import TableImporter

MEGABYTE = 1024 * 1024
LARGEST = 25 * MEGABYTE
UNNAMED = "The file"

IMPORTERS: tuple[WinImporter, ...] = (
    DayOneImporter(),
    JrnlImporter(),
    TableImporter(),
    MarkdownImporter(),
)


def read_wins(name: str, content: bytes, *, today: date) -> tuple[str, ParsedWins]:
    """The name of the importer that fits the file best, and what it read.

    Raises UnreadableFileError with a sentence when the file is empty, too large, broken, or holds nothing of the kind.
    """
    shown = one_line(name) or UNNAMED
    if len(content) > LARGEST:
        raise UnreadableFileError(
            f"{shown} has {-(-len(content) // MEGABYTE)} MB, and the most we read at once is {LARGEST // MEGABYTE} MB. "
            "Split it and give us the parts one after another."
        )
    if not content.strip():
        raise UnreadableFileError(
            f"{shown} is empty. Choose a file that holds what you got done, or paste its text."
        )
    scores = [importer.identify(shown, content) for importer in IMPORTERS]
    surest = max(scores)
    if surest <= 0:
        raise _unknown(shown)
    importer = IMPORTERS[scores.index(surest)]
    parsed = importer.parse(content, today=today)
    if not parsed.wins and not parsed.problems:
        raise UnreadableFileError(
            f"{shown} holds nothing that looks like something done on a day. Write a line each, like "
            "2026-11-16: Ran the first stocktaking."
        )
    return importer.name, parsed


def _unknown(name: str) -> UnreadableFileError:
    labels = [importer.label for importer in IMPORTERS]
    known = f"{', '.join(labels[:-1])}, and {labels[-1]}"
    return UnreadableFileError(
        f"{name} is not a file we can read what you got done from. Known are {known}. "
        "Save it as one of these, or open it and paste its text."
    )
