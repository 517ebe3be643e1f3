import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.packed import unpacked

pytestmark = pytest.mark.unit

LARGEST = 3 * 2**20


def zipped(*files: tuple[str, bytes], form: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", form) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return packed.getvalue()


def outcome(content: bytes) -> str:
    try:
        _, inside = unpacked("f", content, largest=LARGEST)
    except UnreadableFileError as refusal:
        return "sentence" if str(refusal).endswith(".") else str(refusal)
    return "file" if len(inside) <= LARGEST else "bomb"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("jobs.csv", b"title", ("jobs.csv", b"title")),
        ("jobs.csv.gz", gzip.compress(b"title"), ("jobs.csv", b"title")),
        ("jobs", gzip.compress(b""), ("jobs", b"")),
        ("jobs.zip", zipped(("in/jobs.csv", b"title")), ("in/jobs.csv", b"title")),
        ("a.zip", zipped(("b/", b""), ("__MACOSX/x", b"x"), ("c/.DS_Store", b"x"), ("j", b"t")), ("j", b"t")),
    ],
    ids=["plain", "gzip with a name", "gzip without one", "zip", "zip with clutter"],
)
def test_unpacked_gives_the_file_inside(name: str, content: bytes, expected: tuple[str, bytes]) -> None:
    assert unpacked(name, content, largest=LARGEST) == expected


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (gzip.compress(b"0" * (LARGEST + 1)), "^f unpacks to more than 3 MB"),
        (gzip.compress(b"0" * 1000)[:-5], "^f cannot be unpacked"),
        (b"\x1f\x8bnot at all", "^f cannot be unpacked"),
        (zipped(("a", b"0" * (LARGEST + 1))), "^f unpacks to more than 3 MB"),
        (zipped(("a", b"x"), ("b", b"y")), "^f holds 2 files"),
        (zipped(("d/", b"")), "^f holds no file"),
        (zipped(("[Content_Types].xml", b"x")), "^f is a file of an office program"),
        (zipped(("a", b"0" * 1000))[:-30], "^f cannot be unpacked"),
        (b"PK\x03\x04 and no more", "^f cannot be unpacked"),
        (zipped(("a", b"x"), form=zipfile.ZIP_LZMA), "^f cannot be unpacked"),
        (zipped(("a", b"x" * 99)).replace(b"a", b"\x00"), "^f cannot be unpacked"),
    ],
    ids="bomb cut not-gzip zip-bomb two-files none office zip-cut not-zip lzma odd-name".split(),
)
def test_unpacked_bombs_and_broken_files_get_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        unpacked("f", content, largest=LARGEST)


@given(st.integers(0, 200), st.integers(0, 255))
def test_unpacked_spoilt_archive_gives_a_file_or_a_sentence(place: int, byte: int) -> None:
    content = bytearray(zipped(("jobs.csv", b"title,company\nCook,Inn\n" * 20)))
    content[4 + place % (len(content) - 4)] = byte
    assert outcome(bytes(content)) in {"file", "sentence"}
