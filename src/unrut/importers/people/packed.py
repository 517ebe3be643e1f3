"""The files of an export, packed or as a folder, opened within bounds and never written anywhere."""

import io
import os
import zipfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.packed import BROKEN, OFFICE, SPARE, USUAL
from unrut.importers.people.linkedin import MEGABYTE, Piece

MOST_FILES = 5000
LARGEST_UNPACKED = 100 * MEGABYTE  # of the tables; pictures are never opened
DEEPEST = 4  # folders below the one that was given
TABLES = (".csv", ".tsv", ".vcf", ".json")
ENCRYPTED = 0x1


def packed_pieces(name: str, content: bytes) -> tuple[Piece, ...]:
    """The files of an archive.

    Raises UnreadableFileError where it is broken, locked, far too large, or names a path outside of itself.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except BROKEN as error:
        raise _broken(name) from error
    _check(name, entries)
    own = [entry for entry in entries if not any(spare in entry.filename for spare in SPARE)]
    return tuple(Piece(entry.filename, partial(_unpacked, name, content, entry)) for entry in own)


def folder_pieces(folder: Path) -> tuple[Piece, ...]:
    """The files of a folder and of those within it; links that lead out of it are not followed.

    Raises UnreadableFileError where there is no such folder, or far too many files.
    """
    if not folder.is_dir():
        raise UnreadableFileError(
            f"{folder} is no folder. Name the one into which you unpacked the export of LinkedIn."
        )
    found: list[Piece] = []
    for path in _files(folder):
        if len(found) == MOST_FILES:
            raise UnreadableFileError(
                f"{folder} holds more than {MOST_FILES:,} files. Name the folder that holds the export and nothing else."
            )
        found.append(Piece(path.relative_to(folder).as_posix(), partial(_read, path)))
    return tuple(found)


def _check(name: str, entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.filename == OFFICE for entry in entries):
        raise UnreadableFileError(
            f"{name} is a file of an office program. Save it there as CSV, and give us that."
        )
    if any(_climbs(entry.filename) for entry in entries):
        raise UnreadableFileError(
            f"{name} names a path that leads out of it, which no export does. Nothing of it was read; get it anew from "
            "where it came."
        )
    tables = [entry for entry in entries if entry.filename.lower().endswith(TABLES)]
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in tables) > LARGEST_UNPACKED:
        raise UnreadableFileError(
            f"{name} unpacks to more than {MOST_FILES:,} files or {LARGEST_UNPACKED // MEGABYTE} MB. Unpack it yourself "
            "and give us the files about people and your work."
        )
    if any(entry.compress_type not in USUAL or entry.flag_bits & ENCRYPTED for entry in tables):
        raise _broken(name)


def _climbs(path: str) -> bool:
    """Whether a path of an archive would lead somewhere else."""
    plain = PurePosixPath(path.replace("\\", "/"))
    return plain.is_absolute() or ".." in plain.parts or ":" in plain.parts[0]


def _unpacked(name: str, content: bytes, entry: zipfile.ZipInfo, most: int) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(entry) as file:
            return file.read(most)
    except BROKEN as error:
        raise _broken(name) from error


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise UnreadableFileError(
            f"{path} cannot be opened. Look whether you are allowed to read it, and try again."
        ) from error


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        at = Path(place)
        folders[:] = sorted(folders) if len(at.relative_to(folder).parts) < DEEPEST else []
        yield from (at / name for name in sorted(names) if not (at / name).is_symlink())


def _broken(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"{name} cannot be unpacked: it is broken, cut short or locked. Unpack it yourself and give us the folder or the "
        "files inside."
    )
