"""Files packed as .gz or .zip, unpacked within bounds: a small file may hold more than any memory."""

import io
import struct
import zipfile
import zlib

from unrut.importers.contract import UnreadableFileError

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
GZIP_FORM = 31  # the window of zlib with the head of a .gz file
OFFICE = "[Content_Types].xml"
# What the reading of a spoilt archive ends in.
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, OSError),
    *(ValueError, LookupError),
)
USUAL = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
SPARE = ("__MACOSX/", ".DS_Store")


def unpacked(name: str, content: bytes, *, largest: int) -> tuple[str, bytes]:
    """The one file inside a packed one, with its name; any other file as it is.

    Raises UnreadableFileError where there are none or several, or more than `largest` bytes.
    """
    if content.startswith(GZIP):
        return name.removesuffix(".gz"), _from_gzip(name, content, largest)
    if content.startswith(ZIP):
        return _from_zip(name, content, largest)
    return name, content


def _from_gzip(name: str, content: bytes, largest: int) -> bytes:
    reader = zlib.decompressobj(GZIP_FORM)
    try:
        inside = reader.decompress(content, largest + 1)
    except zlib.error as error:
        raise _broken(name) from error
    if len(inside) > largest:
        raise _too_large(name, largest)
    if not reader.eof:
        raise _broken(name)
    return inside


def _from_zip(name: str, content: bytes, largest: int) -> tuple[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entry = _only(name, archive)
            with archive.open(entry) as file:
                inside = file.read(largest + 1)
    except BROKEN as error:
        raise _broken(name) from error
    if len(inside) > largest:
        raise _too_large(name, largest)
    return entry.filename, inside


def _only(name: str, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The one file in an archive."""
    entries = archive.infolist()
    if any(entry.filename == OFFICE for entry in entries):
        raise UnreadableFileError(
            f"{name} is a file of an office program. Save it there as CSV or as text, and give us that."
        )
    files = [
        entry
        for entry in entries
        if not entry.is_dir() and not any(spare in entry.filename for spare in SPARE)
    ]
    if len(files) != 1:
        held = f"{len(files)} files" if files else "no file"
        raise UnreadableFileError(
            f"{name} holds {held}. Unpack it and give us the files with openings one by one."
        )
    if files[0].compress_type not in USUAL:
        raise _broken(name)
    return files[0]


def _too_large(name: str, largest: int) -> UnreadableFileError:
    return UnreadableFileError(
        f"{name} unpacks to more than {largest // 2**20} MB, which is the most we read at once. "
        "Unpack it, split it and give us the parts one after another."
    )


def _broken(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"{name} cannot be unpacked: it is broken, cut short or locked. Unpack it yourself and give us the file inside."
    )
