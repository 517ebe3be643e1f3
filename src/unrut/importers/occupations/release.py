"""Read a release of O*NET in text files, 28.0 to 31.0, whole or in part."""

import re
from collections.abc import Callable
from pathlib import Path

from unrut.core.explore.occupations.atlas import Entry, Prose, Rated, Ratings
from unrut.core.explore.occupations.building import Release
from unrut.importers.contract import UnreadableFileError
from unrut.importers.occupations import entry as entry_tables
from unrut.importers.occupations import lines, ratings
from unrut.importers.occupations.contract import MOST_OCCUPATIONS, Reading
from unrut.importers.occupations.packed import OCCUPATIONS, WHERE, ReleaseFiles, release_files
from unrut.importers.occupations.tables import rows
from unrut.importers.text_tools import one_line

CODE = re.compile(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}")
SAID_VERSION = re.compile(r"O\*NET (?:Database )?([0-9]{1,2}\.[0-9])\b")
NAMED_VERSION = re.compile(r"db_([0-9]{1,2})_([0-9])")
READ_ME = "Read Me.txt"
STEPS = len(ratings.FILES) + 5
UNNAMED = "of unknown number"
ZONES, TITLES = "zones", "alternates"

Tell = Callable[[int, int], None]
Occupations = list[tuple[str, str, str]]


def read_release(source: Path | bytes, tell: Tell | None = None) -> Release:
    """The release in a zip or in a folder; `tell` hears how many of how many tables are read.

    Only "Occupation Data.txt" cannot be spared. Raises UnreadableFileError with a sentence where it cannot be read.
    """
    with release_files(source) as files:
        return _read(files, tell or _nobody)


def _read(files: ReleaseFiles, tell: Tell) -> Release:
    occupations = _occupations(files)
    reading = Reading(files, {code: row for row, (code, _, _) in enumerate(occupations)})
    tell(1, STEPS)
    rated: dict[Rated, Ratings] = {}
    for done, asked in enumerate(ratings.FILES, start=2):
        rated |= ratings.rated_tables(reading, asked)
        tell(done, STEPS)
    shares, zones = entry_tables.entry_shares(reading), lines.zones(reading)
    tell(STEPS - 3, STEPS)
    alternates = lines.alternates(reading)
    tell(STEPS - 2, STEPS)
    tasks, is_core = lines.tasks(reading)
    tell(STEPS - 1, STEPS)
    technology, kinds = lines.technology(reading)
    tell(STEPS, STEPS)
    there = {*rated, *shares, *([ZONES] if zones.any() else [])}
    texts = {TITLES: alternates, Prose.TASKS: tasks, Prose.TECHNOLOGY: technology}
    there |= {name for name, held in texts.items() if held.texts}
    return Release(
        version=_version(files),
        codes=tuple(code for code, _, _ in occupations),
        titles=tuple(title for _, title, _ in occupations),
        zones=zones,
        ratings=rated,
        entry=shares,
        alternates=alternates,
        tasks=tasks,
        is_core=is_core,
        technology=technology,
        technology_kinds=kinds,
        descriptions=lines.lines_of([[text] if text else [] for _, _, text in occupations]),
        lacking=_lacking(there),
        warnings=(*_absent(files), *reading.warnings),
    )


def _occupations(files: ReleaseFiles) -> Occupations:
    """Code, title and description, in the order of the codes."""
    found: dict[str, tuple[str, str, str]] = {}
    for code, title, description in rows(files, OCCUPATIONS, ("Title",), ("Description",)):
        name = one_line(title)
        if not CODE.fullmatch(code) or not name:
            raise UnreadableFileError(
                f'"{OCCUPATIONS}" has "{code[:40]}" with the title "{name[:40]}", where a code such as 11-1011.00 '
                "and a title should stand. Download the release again."
            )
        if code in found:
            raise UnreadableFileError(
                f'"{OCCUPATIONS}" lists {code} twice, so nothing can be told apart. Download the release again.'
            )
        found[code] = (code, name, one_line(description))
        if len(found) > MOST_OCCUPATIONS:
            raise UnreadableFileError(
                f'"{OCCUPATIONS}" lists more than {MOST_OCCUPATIONS:,} occupations, more than any release. {WHERE}'
            )
    if not found:
        raise UnreadableFileError(f'"{OCCUPATIONS}" lists no occupation. Download the release again.')
    return [found[code] for code in sorted(found)]


def _lacking(there: set[str]) -> tuple[str, ...]:
    every = (*Rated, *Entry, ZONES, TITLES, Prose.TASKS, Prose.TECHNOLOGY)
    return tuple(str(name) for name in every if name not in there)


def _absent(files: ReleaseFiles) -> list[str]:
    """A sentence on each table of which no file is there."""
    tables = [asked.names for asked in ratings.FILES]
    tables += [entry_tables.FILES, lines.REPORTED, lines.TITLES, lines.TASKS, lines.TECHNOLOGY, lines.ZONES]
    return [
        f'There is no "{names[0]}" in this release, so what it tells stays unknown.'
        for names in tables
        if not any(name in files for name in names)
    ]


def _version(files: ReleaseFiles) -> str:
    """The number of the release, from its own words or else from the name of its folder."""
    if READ_ME in files:
        for line in files.lines(READ_ME):
            if said := SAID_VERSION.search(line):
                return said[1]
    named = NAMED_VERSION.search(files.folder)
    return f"{named[1]}.{named[2]}" if named else UNNAMED


def _nobody(_done: int, _of: int) -> None:
    """Nobody wants to hear of it."""
