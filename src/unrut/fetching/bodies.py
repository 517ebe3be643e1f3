"""Take in the body of an answer, and stop before it is too large, packed or unpacked."""

import zlib
from collections.abc import Iterable, Iterator, Mapping

from unrut.fetching.contract import FetchError, Outcome

MEGABYTE = 1024 * 1024
LARGEST = 25 * MEGABYTE

PLAIN = frozenset({"", "identity"})
GZIP = frozenset({"gzip", "x-gzip"})
GZIP_START = b"\x1f\x8b"
_GZIP_WINDOW = 16 + zlib.MAX_WBITS
# Everything else may be text under a wrong name, as it often is.
NO_TEXT = (
    "image/",
    "audio/",
    "video/",
    "font/",
    "application/pdf",
    "application/msword",
    "application/vnd.ms-",
)


def check_head(headers: Mapping[str, str], host: str, *, limit: int = LARGEST) -> None:
    """Refuse by its headers what need not be taken in. Raises FetchError."""
    kind = headers.get("content-type", "").strip().lower()
    if kind.startswith(NO_TEXT):
        shown = kind.partition(";")[0][:60]
        raise FetchError(
            Outcome.KIND,
            f"{host} sends {shown} at this address, not openings. Give the address of the page that lists them.",
        )
    length = headers.get("content-length", "")
    if length.isdecimal() and (len(length) > len(str(limit)) or int(length) > limit):
        raise too_large(host, limit)


def read_body(chunks: Iterable[bytes], packing: str, host: str, *, limit: int = LARGEST) -> bytes:
    """The whole body, unpacked.

    Raises FetchError when it is too large, packed in a way that was not asked for, or ends too early.
    """
    return b"".join(body_pieces(chunks, packing, host, limit=limit))


def body_pieces(chunks: Iterable[bytes], packing: str, host: str, *, limit: int) -> Iterator[bytes]:
    """The body unpacked, piece by piece as it comes. Raises FetchError like `read_body`."""
    packing = packing.strip().lower()
    if packing in PLAIN:
        yield from _counted(chunks, host, limit)
        return
    if packing not in GZIP:
        raise _broken(f"{host} packs its answer as {packing[:20]}, which was not asked for")
    unpacker = _Unpacker(host, limit)
    for chunk in _counted(chunks, host, limit):
        yield unpacker.unpacked(chunk)
    unpacker.check_end()


def too_large(host: str, limit: int) -> FetchError:
    """The refusal of an answer beyond the limit."""
    size = f"{limit / MEGABYTE:.0f} MB" if limit >= MEGABYTE else f"{limit:,} bytes"
    return FetchError(
        Outcome.LARGE,
        f"The answer of {host} is larger than {size}, so it was not read. Give a narrower address.",
    )


class _Unpacker:
    """Unpacks gzip, never more at once than there is room for."""

    def __init__(self, host: str, limit: int) -> None:
        self._host = host
        self._room = limit
        self._state = zlib.decompressobj(_GZIP_WINDOW)
        self._is_new = True

    def unpacked(self, chunk: bytes) -> bytes:
        pieces = []
        while chunk:
            if self._state.eof:
                if not chunk.startswith(GZIP_START[: len(chunk)]):
                    break  # filling after the end
                self._state = zlib.decompressobj(_GZIP_WINDOW)
            pieces.append(self._piece(chunk))
            chunk = self._state.unused_data
        return b"".join(pieces)

    def check_end(self) -> None:
        if not self._is_new and not self._state.eof:
            raise half_a_body(self._host)

    def _piece(self, chunk: bytes) -> bytes:
        self._is_new = False
        try:
            piece = self._state.decompress(chunk, self._room + 1)
        except zlib.error as error:
            raise _broken(f"{self._host} sends an answer that cannot be unpacked") from error
        self._room -= len(piece)
        if self._room < 0:
            raise FetchError(
                Outcome.LARGE,
                f"The answer of {self._host} swells beyond all measure when unpacked, so it was not read. "
                "Look at the page in a browser first.",
            )
        return piece


def half_a_body(host: str) -> FetchError:
    """The refusal of an answer that ends too early."""
    return _broken(f"{host} broke off in the middle of its answer")


def _counted(pieces: Iterable[bytes], host: str, limit: int) -> Iterator[bytes]:
    room = limit
    for piece in pieces:
        room -= len(piece)
        if room < 0:
            raise too_large(host, limit)
        yield piece


def _broken(what: str) -> FetchError:
    return FetchError(Outcome.BROKEN, f"{what}. Nothing was changed; try again later.")
