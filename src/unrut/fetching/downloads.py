"""Ask for one large file and write it down as it comes, so that no memory has to hold it."""

from collections.abc import Callable
from typing import Any, BinaryIO

import httpx

from unrut.fetching.addresses import WEB_PORTS, Rules
from unrut.fetching.bodies import MEGABYTE, body_pieces
from unrut.fetching.client import Limits, WebFetcher
from unrut.fetching.contract import FetchError, Outcome

SECURE = "https://"
SECURE_WEB = Rules(ports=WEB_PORTS - {80})
PATIENT = Limits(whole=3600.0, size=200 * MEGABYTE)

Tell = Callable[[int, int], None]
"""Hears how many bytes of how many are here, the latter 0 where it is not known; what it raises ends the request."""


class FileFetcher(WebFetcher):
    """Asks like a WebFetcher; the body of the answer goes to a file instead, and `content` stays empty."""

    def __init__(self, target: BinaryIO, tell: Tell, **told: Any) -> None:
        super().__init__(**{"limits": PATIENT, "rules": SECURE_WEB, **told})
        self._target = target
        self._tell = tell

    def _body(self, response: httpx.Response, host: str, *, limit: int) -> bytes:
        headers = response.headers
        length = headers.get("content-length", "")
        packing = headers.get("content-encoding", "")
        whole = int(length) if length.isdecimal() and not packing else 0
        self._target.seek(0)
        self._target.truncate()
        for piece in body_pieces(response.iter_raw(), packing, host, limit=limit):
            self._target.write(piece)
            self._tell(self._target.tell(), whole)
        return b""


def check_secure(address: str) -> None:
    """Refuse an address on whose way anybody may change the file. Raises FetchError."""
    if not address.lower().startswith(SECURE):
        raise FetchError(
            Outcome.ADDRESS,
            f'"{address[:80]}" does not begin with {SECURE}, so it was not asked. Give one that does.',
        )
