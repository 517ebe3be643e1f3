"""The atlas of occupations that counts here: the one this home read for itself, or else the one of the program."""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from unrut.config import home_folder
from unrut.core.errors import InvalidReferenceError
from unrut.core.explore.occupations.atlas import Atlas
from unrut.core.explore.occupations.atlas_file import read_atlas, shipped_atlas

FILE = "occupations.npz"
"""The name of the atlas in the home."""

Mark = tuple[Path, int, int]
"""What changes when a file is written anew: its place, time and size."""


@dataclass(frozen=True, slots=True)
class _Held:
    """An atlas, the mark of the file it was read for, and what was wrong with that file."""

    mark: Mark | None
    atlas: Atlas
    problem: str = ""


class _Remembered:
    """The atlas that was read last, for all threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: _Held | None = None

    def held(self) -> _Held:
        path = home_folder() / FILE
        with self._lock:
            mark = _mark(path)
            if self._held is None or self._held.mark != mark:
                self._held = _read(path, mark)
            return self._held


_remembered = _Remembered()


def current_atlas() -> Atlas:
    """The atlas of the home where there is one that can be read, else the shipped one. It is read again when it changes."""
    return _remembered.held().atlas


def atlas_problem() -> str:
    """A sentence on why the atlas of the home is not used; "" where nothing is wrong."""
    return _remembered.held().problem


def attribution(atlas: Atlas) -> str:
    """The sentence that the licence of O*NET asks for wherever the atlas is shown."""
    return (
        f"This page includes information from the O*NET {atlas.release} Database by the U.S. Department of Labor, Employment "
        "and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. Unrut has modified all or some of this "
        "information."
    )


def _mark(path: Path) -> Mark | None:
    try:
        told = path.stat()
    except OSError:
        return None
    return path, told.st_mtime_ns, told.st_size


def _read(path: Path, mark: Mark | None) -> _Held:
    if mark is None:
        return _Held(mark, shipped_atlas())
    try:
        return _Held(mark, read_atlas(path.read_bytes()))
    except InvalidReferenceError as error:
        return _Held(
            mark, shipped_atlas(), f"{path}: {error} Until then the occupations of the program are shown."
        )
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        return _Held(
            mark,
            shipped_atlas(),
            f"{path} cannot be read ({reason}). Give yourself the right to read it, or remove it. Until then the "
            "occupations of the program are shown.",
        )
