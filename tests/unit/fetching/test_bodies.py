"""Bodies are taken in, packed or not, and never beyond the limit."""

import gzip
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.fetching.bodies import MEGABYTE, check_head, read_body
from unrut.fetching.contract import FetchError, Outcome

pytestmark = pytest.mark.unit

HOST = "jobs.example.com"
TEXT = b'{"jobs": []}' * 50


def pieces(content: bytes, size: int) -> list[bytes]:
    return [content[start : start + size] for start in range(0, len(content), size)]


@given(st.binary(max_size=3000), st.integers(1, 700))
def test_packed_body_comes_out_as_it_was(content: bytes, size: int) -> None:
    plain = read_body(pieces(content, size), "", HOST)
    packed = read_body(pieces(gzip.compress(content), size), "gzip", HOST)

    assert (plain, packed) == (content, content)


def test_packed_body_in_several_parts_is_whole() -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two") + b"\x00" * 20

    assert [read_body(pieces(packed, size), " X-Gzip ", HOST) for size in (1, 7, 999)] == [b"one two"] * 3


def test_body_packed_as_nothing_is_empty() -> None:
    assert read_body([], "gzip", HOST) == b""


@pytest.mark.parametrize(
    ("chunks", "packing", "why"),
    [
        ([gzip.compress(TEXT)[:-9]], "gzip", "broke off in the middle"),
        ([gzip.compress(TEXT)[:3]], "gzip", "broke off in the middle"),
        ([b"not packed at all"], "gzip", "cannot be unpacked"),
        ([gzip.compress(TEXT)[:-8], b"\x00" * 8], "gzip", "cannot be unpacked"),
        ([gzip.compress(b"one"), b"\x1f\x8bno"], "gzip", "cannot be unpacked"),
        ([zlib.compress(TEXT)], "deflate", "packs its answer as deflate"),
        ([b"..."], "br", "packs its answer as br"),
        ([gzip.compress(gzip.compress(TEXT))], "gzip, gzip", "packs its answer as gzip, gzip"),
    ],
)
def test_body_that_cannot_be_unpacked_is_refused(chunks: list[bytes], packing: str, why: str) -> None:
    with pytest.raises(FetchError, match=why) as refused:
        read_body(chunks, packing, HOST)

    assert refused.value.outcome is Outcome.BROKEN


def endless(piece: bytes, taken: list[int]) -> Iterator[bytes]:
    while True:
        taken[0] += len(piece)
        yield piece


@pytest.mark.parametrize("packing", ["", "gzip"])
def test_body_without_end_is_left_at_the_limit(packing: str) -> None:
    taken = [0]
    part = b"x" * 1000 if not packing else gzip.compress(b"")

    with pytest.raises(FetchError, match="larger than 5,000 bytes") as refused:
        read_body(endless(part, taken), packing, HOST, limit=5000)

    assert (refused.value.outcome, taken[0] <= 5000 + len(part)) == (Outcome.LARGE, True)


def test_bomb_is_left_before_it_is_unpacked() -> None:
    packed = gzip.compress(b"\x00" * 50 * MEGABYTE)

    with pytest.raises(FetchError, match="swells beyond all measure") as refused:
        read_body([packed], "gzip", HOST)

    assert (refused.value.outcome, len(packed) < MEGABYTE) == (Outcome.LARGE, True)


def test_body_of_exactly_the_limit_is_taken() -> None:
    content = b"x" * 5000

    assert read_body([content], "", HOST, limit=5000) == content
    assert read_body([gzip.compress(content)], "gzip", HOST, limit=5000) == content


@pytest.mark.parametrize(
    "kind", ["image/png", " IMAGE/svg+xml; charset=utf-8", "video/mp4", "application/pdf", "font/woff2"]
)
def test_picture_is_refused_by_its_head(kind: str) -> None:
    with pytest.raises(FetchError, match="not openings") as refused:
        check_head({"content-type": kind}, HOST)

    assert refused.value.outcome is Outcome.KIND


@pytest.mark.parametrize("length", ["26214401", "104857600", "9" * 5000])
def test_length_beyond_the_limit_is_refused_by_the_head(length: str) -> None:
    with pytest.raises(FetchError, match="larger than 25 MB") as refused:
        check_head({"content-length": length}, HOST)

    assert refused.value.outcome is Outcome.LARGE


@pytest.mark.parametrize(
    "head",
    [
        {},
        {"content-type": "text/html"},
        {"content-type": "application/octet-stream", "content-length": "26214400"},
        {"content-length": "-1"},
    ],
)
def test_ordinary_head_is_fine(head: dict[str, str]) -> None:
    assert check_head(head, HOST) is None  # type: ignore[func-returns-value]
