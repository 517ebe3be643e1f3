"""The files of a release, in a zip or in a folder, read line by line within bounds. Nothing is unpacked to the disk."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO

from unrut.importers.contract import UnreadableFileError

MEGABYTE = 2**20
LARGEST_FILE = 150 * MEGABYTE  # the largest of release 30.3 has 36 MB
LARGEST_RELEASE = 600 * MEGABYTE
MOST_ENTRIES = 2_000
LONGEST_LINE = 20_000
SPARE = "__MACOSX/"
OCCUPATIONS = "Occupation Data.txt"
WHERE = "Take the text files from https://www.onetcenter.org/database.html."
USUAL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError),
    *(ValueError, LookupError, MemoryError),
)
OTHER_LAYOUTS = {
    ".xlsx": "tables of Excel",
    ".xls": "tables of Excel",
    ".sql": "commands for a database",
    ".json": "JSON files",
}


@dataclass(frozen=True)
class ReleaseFiles:
    """What opens each file beside "Occupation Data.txt", itself included. `folder` is the name of the folder it lies in, "" where it has none."""

    folder: str
    places: Mapping[str, Callable[[], IO[bytes]]]

    def __contains__(self, name: str) -> bool:
        return name in self.places

    def lines(self, name: str) -> Iterator[str]:
        """The lines of a file, without their ends.

        Raises UnreadableFileError where it is broken, no UTF-8 or has lines beyond all measure.
        """
        try:
            with self.places[name]() as raw:
                file = io.TextIOWrapper(raw, encoding="utf-8-sig", newline="\n")
                for number, line in enumerate(iter(partial(file.readline, LONGEST_LINE), ""), start=1):
                    if len(line) == LONGEST_LINE:
                        raise _no_table(name, number)
                    yield line.rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise UnreadableFileError(
                f'"{name}" is not written in UTF-8, as all text files of O*NET are. Download the release again.'
            ) from error
        except UnreadableFileError:
            raise
        except BROKEN as error:
            raise cut_short(f'"{name}"') from error


@contextmanager
def release_files(source: Path | bytes) -> Iterator[ReleaseFiles]:
    """The files of a release, for as long as the context lasts.

    Raises UnreadableFileError where the source is no release in text files.
    """
    if isinstance(source, Path) and source.is_dir():
        yield _in_folder(source)
        return
    if isinstance(source, Path) and not source.is_file():
        raise UnreadableFileError(f"There is no file {source}. Check its name and where it lies.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except BROKEN as error:
        raise UnreadableFileError(
            f"This is no zip file, or it was cut short, so it cannot be read as a release of O*NET. {WHERE}"
        ) from error
    with archive:
        yield _in_zip(archive)


def _in_folder(folder: Path) -> ReleaseFiles:
    inner = [place.parent for place in folder.glob(f"*/{OCCUPATIONS}")]
    homes = [folder] if (folder / OCCUPATIONS).is_file() else inner
    if not homes:
        raise _no_release([place.name for place in folder.glob("*")])
    _check_one(len(homes))
    found = {place.name: place for place in homes[0].glob("*.txt") if place.is_file()}
    _check_sizes({name: place.stat().st_size for name, place in found.items()})
    return ReleaseFiles(homes[0].name, {name: partial(_opened, place) for name, place in found.items()})


def _opened(place: Path) -> IO[bytes]:
    return place.open("rb")


def _in_zip(archive: zipfile.ZipFile) -> ReleaseFiles:
    entries = [entry for entry in archive.infolist() if not entry.is_dir() and SPARE not in entry.filename]
    paths = [PurePosixPath(entry.filename.replace("\\", "/")) for entry in entries]
    if len(entries) > MOST_ENTRIES:
        raise UnreadableFileError(f"This zip holds {len(entries):,} files, far more than a release. {WHERE}")
    if any(path.is_absolute() or ".." in path.parts or ":" in path.parts[0] for path in paths):
        raise UnreadableFileError(f"This zip names a file outside of itself, which no release does. {WHERE}")
    homes = [path.parent for path in paths if path.name == OCCUPATIONS]
    if not homes:
        raise _no_release([path.name for path in paths])
    _check_one(len(homes))
    beside = [
        (path.name, entry) for path, entry in zip(paths, entries, strict=True) if path.parent == homes[0]
    ]
    found = {name: entry for name, entry in beside if name.endswith(".txt")}
    _check_sizes({name: entry.file_size for name, entry in found.items()})
    if any(entry.compress_type not in USUAL or entry.flag_bits & 1 for entry in found.values()):
        raise UnreadableFileError(f"This zip is locked or packed in a way that no release is. {WHERE}")
    return ReleaseFiles(homes[0].name, {name: partial(archive.open, entry) for name, entry in found.items()})


def _check_one(count: int) -> None:
    if count > 1:
        raise UnreadableFileError(
            f'There are {count} files named "{OCCUPATIONS}" in it. Give one release at a time.'
        )


def _check_sizes(sizes: Mapping[str, int]) -> None:
    """Refuse what no release could hold, before any of it is read."""
    name = max(sizes, key=lambda name: sizes[name])
    if sizes[name] > LARGEST_FILE:
        raise UnreadableFileError(
            f'"{name}" has {sizes[name] // MEGABYTE:,} MB, far more than any file of a release. {WHERE}'
        )
    if (whole := sum(sizes.values())) > LARGEST_RELEASE:
        raise UnreadableFileError(
            f"The files have {whole // MEGABYTE:,} MB together, far more than a release. {WHERE}"
        )


def _no_release(names: list[str]) -> UnreadableFileError:
    """The refusal of what holds no "Occupation Data.txt", by what it holds instead."""
    for ending, kind in OTHER_LAYOUTS.items():
        if any(name.lower().endswith(ending) for name in names):
            return UnreadableFileError(f"This holds {kind}, not the text files of O*NET. {WHERE}")
    return UnreadableFileError(f'There is no "{OCCUPATIONS}" in it, so this is no release of O*NET. {WHERE}')


def _no_table(name: str, number: int) -> UnreadableFileError:
    return UnreadableFileError(
        f'Line {number:,} of "{name}" is longer than any line of O*NET. Download the release again.'
    )


def cut_short(what: str) -> UnreadableFileError:
    """The refusal of a file that cannot be read to its end."""
    return UnreadableFileError(f"{what} is broken or cut short. Download the release again.")
