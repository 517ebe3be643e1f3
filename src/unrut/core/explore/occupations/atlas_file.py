"""An atlas as one file, and the one that is shipped with the program.

The file is an archive of arrays (npz, no pickle). Texts are UTF-8, each ended by a line feed.

| Array | What |
|---|---|
| format | the number of this layout |
| release, source | the number of the release; the SHA-256 of what it was read from, "" where that is not kept |
| codes, titles, lacking | one line each |
| zones | as in the atlas |
| ratings.TABLE.ids, .names, .ends, .values | values in 254 steps from the low end to the high one; 255 is unknown |
| entry.QUESTION | shares in steps of 1/254; 255 is unknown |
| alternates.texts, .starts and prose.KIND.texts, .starts | lines by occupation |
| vectors.BLOCK, vectors.BLOCK.scale | whole numbers from -127 to 127 and what one of them is worth |
| tables.NAME, tables.NAME.scale | the same, coarser: what was learnt is not known any finer |

The comment of the archive is the checksum of all that stands before it, so that damage shows at once, wherever it is.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from unrut.core.errors import InvalidReferenceError
from unrut.core.explore.occupations.atlas import Atlas, Entry, Floats, Lines, Prose, Rated, Ratings
from unrut.core.explore.occupations.building import CATEGORIES
from unrut.core.meaning import of_length_one

__all__ = ["FILE", "FORMAT", "read_atlas", "shipped_atlas", "source_of", "write_atlas"]

FILE = "atlas.npz"
FORMAT = 1
LARGEST = 300 * 2**20

_STEPS, _UNKNOWN = 254, 255
_LARGEST_NUMBER = 127
# Steps of a learnt table in its root mean square: a finer one finds no more titles, and takes more room.
_FINENESS = 5
_DIGITS = 8
_LENGTH = struct.Struct("<H")
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError),
    *(
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        MemoryError,
    ),  # numpy hands on as bytes what is no array
)

Arrays = dict[str, NDArray[Any]]
Key = TypeVar("Key", bound=str)
Told = TypeVar("Told")


def write_atlas(atlas: Atlas, *, source: str = "") -> bytes:
    """The file of an atlas; `source` is the SHA-256 of what it was read from. The same atlas gives the same bytes."""
    arrays: Arrays = {
        "format": np.array(FORMAT, dtype=np.int32),
        "release": _packed([atlas.release]),
        "source": _packed([source]),
        "codes": _packed(atlas.codes),
        "titles": _packed(atlas.titles),
        "lacking": _packed(atlas.lacking),
        "zones": atlas.zones.astype(np.int8),
        **_packed_lines("alternates", atlas.alternates),
    }
    for rated, ratings in atlas.ratings.items():
        arrays |= _packed_ratings(f"ratings.{rated}", ratings)
    for entry, shares in atlas.entry.items():
        arrays[f"entry.{entry}"] = _in_steps(shares, np.float32(0), np.float32(1))
    for name, vectors in atlas.vectors.items():
        arrays |= _packed_vectors(f"vectors.{name}", vectors)
    for name, table in atlas.tables.items():
        arrays |= _packed_table(f"tables.{name}", table)
    for kind, lines in atlas.prose.items():
        arrays |= _packed_lines(f"prose.{kind}", lines)
    written = io.BytesIO()
    np.savez_compressed(written, allow_pickle=False, **arrays)
    return sealed(written.getvalue())


def read_atlas(data: bytes) -> Atlas:
    """The atlas in a file.

    Raises InvalidReferenceError where the file is damaged, of another layout or something else.
    """
    return _read(data, lambda held: _atlas(held, data))


def source_of(data: bytes) -> str:
    """The SHA-256 of what the atlas in a file was read from. Raises InvalidReferenceError like `read_atlas`."""
    return _read(data, lambda held: _unpacked(held["source"])[0])


@cache
def shipped_atlas() -> Atlas:
    """The atlas inside the package: a constant, read once. It holds no prose."""
    return read_atlas(files("unrut.core.explore.occupations").joinpath(FILE).read_bytes())


def sealed(archive: bytes) -> bytes:
    """The bytes of an archive without a comment, and their checksum as its comment."""
    body = archive[: -_LENGTH.size]
    return body + _seal(body)


def _seal(body: bytes) -> bytes:
    """The length of the comment and the comment."""
    return _LENGTH.pack(_DIGITS) + f"{zlib.crc32(body):0{_DIGITS}x}".encode()


def _read(data: bytes, take: Callable[[Mapping[str, NDArray[Any]]], Told]) -> Told:
    try:
        _check_whole(data)
        with np.load(io.BytesIO(data), allow_pickle=False) as held:
            if held["format"].item() != FORMAT:
                raise InvalidReferenceError(
                    "The file of occupations was written by another version of Unrut. Read the release of O*NET again."
                )
            return take(held)
    except _BROKEN as error:
        raise InvalidReferenceError(
            "The file of occupations is damaged, or is another file. Read the release of O*NET again."
        ) from error


def _check_whole(data: bytes) -> None:
    end = len(data) - _DIGITS - _LENGTH.size
    _check(end > 0 and data[end:] == _seal(data[:end]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        _check(sum(entry.file_size for entry in archive.infolist()) <= LARGEST)


def _atlas(held: Mapping[str, NDArray[Any]], data: bytes) -> Atlas:
    codes, titles = _unpacked(held["codes"]), _unpacked(held["titles"])
    zones: NDArray[np.int8] = held["zones"].astype(np.int8)
    _check(len(set(codes)) == len(codes) == len(titles) == len(zones))
    count = len(codes)
    kinds = tuple(kind for kind in Prose if f"prose.{kind}.starts" in held)
    blocks, tables = _names_in(held, "vectors"), _names_in(held, "tables")
    return Atlas(
        release=_unpacked(held["release"])[0],
        codes=codes,
        titles=titles,
        zones=zones,
        ratings={
            rated: _ratings(held, f"ratings.{rated}", count)
            for rated in Rated
            if f"ratings.{rated}.ids" in held
        },
        entry={entry: _shares(held, entry, count) for entry in Entry if f"entry.{entry}" in held},
        alternates=_lines(held, "alternates", count),
        vectors={name: _vectors(held, f"vectors.{name}", count) for name in blocks},
        prose=_Later(data, kinds, lambda held, kind: _lines(held, f"prose.{kind}", count)) if kinds else {},
        lacking=_unpacked(held["lacking"]),
        tables=_Later(data, tables, lambda held, name: _table(held, f"tables.{name}")) if tables else {},
    )


def _names_in(held: Mapping[str, NDArray[Any]], what: str) -> tuple[str, ...]:
    return tuple(
        name.split(".")[1] for name in held if name.startswith(f"{what}.") and name.endswith(".scale")
    )


@dataclass(frozen=True)
class _Later(Mapping[Key, Told]):
    """Parts of a file, each unpacked when it is first asked for: most who read an atlas never do."""

    data: bytes = field(repr=False)
    names: tuple[Key, ...]
    take: Callable[[Mapping[str, NDArray[Any]], Key], Told] = field(repr=False)
    known: dict[Key, Told] = field(default_factory=dict, repr=False)

    def __getitem__(self, name: Key) -> Told:
        if name not in self.names:
            raise KeyError(name)
        if name not in self.known:
            self.known[name] = _read(self.data, lambda held: self.take(held, name))
        return self.known[name]

    def __iter__(self) -> Iterator[Key]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def _check(holds: bool) -> None:
    """Whether the arrays go together; a file in which they do not is damaged."""
    if not holds:
        raise ValueError("the arrays do not go together")


def _packed(texts: Sequence[str]) -> NDArray[np.uint8]:
    if any("\n" in text for text in texts):
        raise ValueError("a text of an atlas has one line")
    return np.frombuffer("".join(f"{text}\n" for text in texts).encode(), dtype=np.uint8)


def _unpacked(held: NDArray[Any]) -> tuple[str, ...]:
    *texts, rest = held.astype(np.uint8).tobytes().decode().split("\n")
    _check(not rest)
    return tuple(texts)


def _packed_lines(name: str, lines: Lines) -> Arrays:
    return {f"{name}.texts": _packed(lines.texts), f"{name}.starts": lines.starts.astype(np.int32)}


def _lines(held: Mapping[str, NDArray[Any]], name: str, count: int) -> Lines:
    texts, starts = _unpacked(held[f"{name}.texts"]), held[f"{name}.starts"].astype(np.int64)
    _check(starts.shape == (count + 1,) and starts[0] == 0 and starts[-1] == len(texts))
    _check(bool((np.diff(starts) >= 0).all()))
    return Lines(texts, starts)


def _packed_ratings(name: str, ratings: Ratings) -> Arrays:
    return {
        f"{name}.ids": _packed(ratings.ids),
        f"{name}.names": _packed(ratings.names),
        f"{name}.ends": np.array([ratings.lows, ratings.highs], dtype=np.float32),
        f"{name}.values": _in_steps(ratings.values, ratings.lows, ratings.highs),
    }


def _ratings(held: Mapping[str, NDArray[Any]], name: str, count: int) -> Ratings:
    ids, names = _unpacked(held[f"{name}.ids"]), _unpacked(held[f"{name}.names"])
    lows, highs = held[f"{name}.ends"].astype(np.float32)
    steps = held[f"{name}.values"]
    _check(steps.shape == (count, len(ids)) and len(names) == len(ids) == len(lows))
    _check(bool(np.isfinite([lows, highs]).all() and (lows < highs).all()))
    return Ratings(ids, names, _from_steps(steps, lows, highs), lows, highs)


def _in_steps(values: Floats, lows: Any, highs: Any) -> NDArray[np.uint8]:
    places = np.rint((values - lows) / (highs - lows) * _STEPS)
    found: NDArray[np.uint8] = np.where(np.isnan(places), _UNKNOWN, np.clip(places, 0, _STEPS)).astype(
        np.uint8
    )
    return found


def _from_steps(steps: NDArray[Any], lows: Any, highs: Any) -> Floats:
    values: Floats = (lows + steps.astype(np.float32) * ((highs - lows) / np.float32(_STEPS))).astype(
        np.float32
    )
    values[steps == _UNKNOWN] = np.nan
    return values


def _shares(held: Mapping[str, NDArray[Any]], entry: Entry, count: int) -> Floats:
    """Shares that sum to 1 again, rounded as they are."""
    shares = _from_steps(held[f"entry.{entry}"], np.float32(0), np.float32(1))
    _check(shares.shape == (count, CATEGORIES[entry]))
    sums = shares.sum(axis=1, keepdims=True)
    whole: Floats = (shares / np.where(sums > 0, sums, np.nan)).astype(np.float32)
    return whole


def _packed_vectors(name: str, vectors: Floats) -> Arrays:
    largest = float(np.abs(vectors).max(initial=0.0))
    scale = np.float32(largest / _LARGEST_NUMBER if largest else 1.0)
    return {name: np.rint(vectors / scale).astype(np.int8), f"{name}.scale": np.array(scale)}


def _vectors(held: Mapping[str, NDArray[Any]], name: str, count: int) -> Floats:
    numbers, scale = held[name], float(held[f"{name}.scale"])
    _check(numbers.ndim == 2 and len(numbers) == count and np.isfinite(scale))  # noqa: PLR2004 - rows and columns
    return of_length_one(numbers.astype(np.float32) * np.float32(scale))


def _packed_table(name: str, table: Floats) -> Arrays:
    size = float(np.sqrt(np.mean(np.square(table)))) if table.size else 0.0
    scale = np.float32(size / _FINENESS if size else 1.0)
    steps = np.clip(np.rint(table / scale), -_LARGEST_NUMBER, _LARGEST_NUMBER)
    return {name: steps.astype(np.int8), f"{name}.scale": np.array(scale)}


def _table(held: Mapping[str, NDArray[Any]], name: str) -> Floats:
    numbers, scale = held[name], float(held[f"{name}.scale"])
    _check(numbers.ndim == 2 and np.isfinite(scale))  # noqa: PLR2004 - rows and columns
    return numbers.astype(np.float32) * np.float32(scale)
