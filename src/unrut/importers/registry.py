"""All importers of openings, and the one door through which a file reaches them."""

from unrut.importers.ashby import AshbyImporter
from unrut.importers.contract import Importer, Parsed, PostedOpening, Problem, UnreadableFileError
from unrut.importers.greenhouse import GreenhouseImporter
from unrut.importers.lever import LeverImporter
from unrut.importers.pasted import PastedImporter
from unrut.importers.table import TableImporter
from unrut.importers.text_tools import decoded, one_line

MEGABYTE = 1024 * 1024
LARGEST = 25 * MEGABYTE
UNNAMED = "The file"

IMPORTERS: tuple[Importer, ...] = (
    GreenhouseImporter(),
    LeverImporter(),
    AshbyImporter(),
    TableImporter(),
    PastedImporter(),
)


def read_openings(name: str, content: bytes, *, company: str = "") -> tuple[str, Parsed]:
    """The name of the importer that fits the file best, and what it read.

    Raises UnreadableFileError with a sentence when the file is empty, too large, broken or of an unknown kind.
    """
    shown = one_line(name) or UNNAMED
    _check_size(shown, content)
    text = decoded(content)
    if not text.strip():
        raise UnreadableFileError(
            f"{shown} is empty. Choose a file that holds openings, or paste their text."
        )
    if "\x00" in text:
        raise _unknown(shown)
    written = text.encode("utf-8", errors="replace")  # one alphabet from here on
    importer = _best(shown, written)
    return importer.name, _without_repeats(importer.parse(written, company=one_line(company)))


def _check_size(name: str, content: bytes) -> None:
    if len(content) > LARGEST:
        size = -(-len(content) // MEGABYTE)
        raise UnreadableFileError(
            f"{name} has {size} MB, and the most we read at once is {LARGEST // MEGABYTE} MB. "
            "Split it and give us the parts one after another."
        )


def _best(name: str, content: bytes) -> Importer:
    """The importer that is surest; the earlier one where two are equally sure."""
    scores = [importer.identify(name, content) for importer in IMPORTERS]
    surest = max(scores)
    if surest <= 0:
        raise _unknown(name)
    return IMPORTERS[scores.index(surest)]


def _unknown(name: str) -> UnreadableFileError:
    labels = [importer.label for importer in IMPORTERS]
    known = f"{', '.join(labels[:-1])}, and {labels[-1]}"
    return UnreadableFileError(
        f"{name} is not a file we can read openings from. Known are {known}. "
        "Save it as one of these, or open it and paste its text."
    )


def _without_repeats(parsed: Parsed) -> Parsed:
    """Only the first of openings with the same key; the others become problems."""
    places: dict[str, int] = {}
    kept: list[PostedOpening] = []
    repeats: list[Problem] = []
    for number, opening in enumerate(parsed.openings, start=1):
        first = places.setdefault(opening.key, number)
        if first == number:
            kept.append(opening)
        else:
            repeats.append(_repeat(number, first, opening.title))
    return Parsed(tuple(kept), parsed.problems + tuple(repeats))


def _repeat(number: int, first: int, title: str) -> Problem:
    return Problem(
        f"opening {number}", f'"{title}" is the same opening as number {first}. The first of them was kept.'
    )
