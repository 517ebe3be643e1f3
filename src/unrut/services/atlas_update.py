"""Read a release of O*NET into the home, so that occupations are as new and as full as the release."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from unrut.core.errors import InvalidReferenceError
from unrut.core.explore.occupations.atlas import Atlas
from unrut.core.explore.occupations.atlas_file import read_atlas, source_of, write_atlas
from unrut.core.explore.occupations.building import build_atlas
from unrut.core.explore.occupations.text_vectors import text_vectors
from unrut.errors import StoreError
from unrut.fetching.contract import Fetcher, FetchError, Outcome
from unrut.importers.occupations import STEPS, read_release
from unrut.queries.atlas import FILE

PIECE = 2**20
WEB = "://"
BUILT_AS = 1
"""The version of what is made of a release: an atlas made by an earlier one is made anew from the same release."""
WHOLE = STEPS + 1  # the tables, and the numbers made from texts

Tell = Callable[[int, int], None]
"""Hears how much of how much is done; what it raises stops everything, and nothing is changed."""
OpenFetcher = Callable[[BinaryIO, Tell], AbstractContextManager[Fetcher]]


@dataclass(frozen=True, slots=True)
class Updated:
    """What the home holds now. Not `replaced` is what it held already."""

    release: str
    occupations: int
    lacking: tuple[str, ...]
    warnings: tuple[str, ...]
    sha256: str
    replaced: bool


def nobody(_done: int, _of: int) -> None:
    """Nobody wants to hear of it."""


def update_occupations(
    named: str, *, folder: Path, tell: Tell = nobody, fetch_tell: Tell = nobody
) -> Updated:
    """Take over the release that is named, and let all openings be read by it before they are next looked at.

    Raises InvalidInputError, FetchError, StoreError, each with a sentence; then nothing was changed.
    """
    # Inline: needs tables; the rest of this module does not.
    from unrut.services.opening_readings import read_all_anew  # noqa: PLC0415

    done = update_from(named, folder=folder, tell=tell, fetch_tell=fetch_tell)
    # Also when nothing was replaced: an update before may have been stopped between the two.
    read_all_anew()
    return done


def update_from(named: str, *, folder: Path, tell: Tell = nobody, fetch_tell: Tell = nobody) -> Updated:
    """Take the release that is named by an address of the web, or by the path of a zip or a folder.

    Raises InvalidInputError, FetchError, StoreError, each with a sentence; then nothing was changed.
    """
    if WEB not in named:
        return update_atlas(Path(named).expanduser(), folder=folder, tell=tell)
    with fetch_release(named, tell=fetch_tell) as fetched:
        return update_atlas(fetched, folder=folder, tell=tell)


def update_atlas(source: Path | bytes, *, folder: Path, tell: Tell = nobody) -> Updated:
    """Read a release and keep its atlas in `folder`; the same release as before changes nothing.

    Raises InvalidInputError where it cannot be read, StoreError where it cannot be kept; then the atlas before stays.
    """
    place = folder / FILE
    sha256 = _sha256(source)
    mark = f"{BUILT_AS} {sha256}"
    if (atlas := _kept(place, mark)) is not None:
        return _updated(atlas, sha256, (), replaced=False)
    release = read_release(source, lambda done, _: tell(done, WHOLE))
    atlas = build_atlas(release, text_vectors, with_prose=True)
    tell(WHOLE, WHOLE)
    _replace(place, write_atlas(atlas, source=mark))
    return _updated(atlas, sha256, release.warnings, replaced=True)


@contextmanager
def fetch_release(
    address: str, *, tell: Tell = nobody, open_fetcher: OpenFetcher | None = None
) -> Iterator[Path]:
    """The file at an address, for as long as the context lasts; nothing but the request is sent.

    Raises FetchError with a sentence where it may not be asked or gives nothing.
    """
    # Inline: what speaks to other machines is slow to load.
    from unrut.fetching.downloads import FileFetcher, check_secure  # noqa: PLC0415

    address = address.strip()
    check_secure(address)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "release.zip"
        with path.open("w+b") as file, (open_fetcher or FileFetcher)(file, tell) as fetcher:
            _fetch(fetcher, address)
        yield path


def _fetch(fetcher: Fetcher, address: str) -> None:
    try:
        fetcher.fetch(address)
    except FetchError as error:
        if error.outcome in {Outcome.LARGE, Outcome.KIND}:  # their sentences speak of openings
            raise FetchError(
                error.outcome,
                f'What "{address[:80]}" gives is no release of O*NET. Give the address of its text zip.',
            ) from error
        raise


def _updated(atlas: Atlas, sha256: str, warnings: tuple[str, ...], *, replaced: bool) -> Updated:
    return Updated(atlas.release, len(atlas), atlas.lacking, warnings, sha256, replaced)


def _kept(place: Path, mark: str) -> Atlas | None:
    """The atlas that is there, when it was read from the same source and can be read."""
    try:
        data = place.read_bytes()
        return read_atlas(data) if source_of(data) == mark else None
    except (OSError, InvalidReferenceError):
        return None


def _sha256(source: Path | bytes) -> str:
    """The SHA-256 of a file, or of the names and contents of the text files in a folder; "" where there is none."""
    found = hashlib.sha256(source if isinstance(source, bytes) else b"")
    if isinstance(source, Path):
        is_folder = source.is_dir()
        for path in sorted({*source.glob("*.txt"), *source.glob("*/*.txt")}) if is_folder else [source]:
            found.update(str(path.relative_to(source)).encode() if is_folder else b"")
            _add_file(path, found.update)
    return found.hexdigest()


def _add_file(path: Path, add: Callable[[bytes], None]) -> None:
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                add(piece)
    except OSError:
        return  # the importer says what is wrong with it


def _replace(place: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    written: Path | None = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, prefix=f"{FILE}.", delete=False) as file:
            written = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        written.replace(place)
    except OSError as error:
        raise StoreError(
            f"{place} cannot be written ({error.strerror}). Make room or give yourself the right to write there; "
            "the occupations stay as they were."
        ) from error
    finally:
        if written is not None:
            written.unlink(missing_ok=True)
