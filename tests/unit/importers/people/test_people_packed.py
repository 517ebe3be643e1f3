"""The files of an export, packed or as a folder, opened within bounds."""

import io
import zipfile
from pathlib import Path

import pytest

from unrut.importers.contract import UnreadableFileError
from unrut.importers.people import packed
from unrut.importers.people.packed import folder_pieces, packed_pieces

pytestmark = pytest.mark.unit


def archive(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as packing:
        for name, content in files.items():
            packing.writestr(name, content)
    return file.getvalue()


def test_packed_pieces_are_read_as_far_as_asked_for() -> None:
    pieces = packed_pieces("x.zip", archive({"a/Skills.csv": b"Name\nCooking", "__MACOSX/x": b"", "a/": b""}))

    assert [(piece.name, piece.read(4)) for piece in pieces] == [("a/Skills.csv", b"Name")]


@pytest.mark.parametrize("name", ["../Skills.csv", "/Skills.csv", "a/../../x", "..\\x", "C:\\x", "C:/x"])
def test_packed_pieces_a_path_that_climbs_out_is_refused(name: str) -> None:
    with pytest.raises(UnreadableFileError, match=r"x\.zip names a path that leads out of it"):
        packed_pieces("x.zip", archive({name: b""}))


def test_packed_pieces_a_bomb_is_refused_before_it_is_opened() -> None:
    bomb = archive({f"{number}.csv": bytes(packed.LARGEST_UNPACKED // 2 + 1) for number in range(2)})

    assert len(bomb) < 1_000_000
    with pytest.raises(UnreadableFileError, match="unpacks to more than"):
        packed_pieces("x.zip", bomb)


def test_packed_pieces_a_bomb_that_lies_about_its_size_gives_no_more_than_asked_for() -> None:
    bomb = archive({"Skills.csv": bytes(10_000_000)})
    liar = bomb.replace((10_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    (piece,) = packed_pieces("x.zip", liar)

    with pytest.raises(UnreadableFileError, match="broken, cut short or locked"):
        piece.read(1000)


def test_packed_pieces_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MOST_FILES", 1)

    with pytest.raises(UnreadableFileError, match="more than 1 files"):
        packed_pieces("x.zip", archive({"a": b"", "b": b""}))


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04", archive({"a.csv": b"x" * 99})[:-30]], ids=["begun", "without its end"]
)
def test_packed_pieces_cut_short_are_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="cannot be unpacked"):
        packed_pieces("x.zip", content)


def test_packed_pieces_locked_or_packed_in_a_rare_way_are_refused() -> None:
    content = archive({"a.csv": b"x"})
    at = content.index(b"PK\x01\x02") + 8
    locked = content[:at] + b"\x01" + content[at + 1 :]

    for spoilt in (locked, archive({"a.csv": b"x"}, zipfile.ZIP_LZMA)):
        with pytest.raises(UnreadableFileError, match="broken, cut short or locked"):
            packed_pieces("x.zip", spoilt)


def test_packed_pieces_an_office_file_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="office program"):
        packed_pieces("x.xlsx", archive({"[Content_Types].xml": b""}))


def test_folder_pieces_are_found_below_and_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.csv"
    outside.write_bytes(b"secret")
    folder = tmp_path / "export"
    (folder / "Jobs").mkdir(parents=True)
    (folder / "Skills.csv").write_bytes(b"Name\nCooking")
    (folder / "Jobs" / "Saved.csv").write_bytes(b"x")
    (folder / "link.csv").symlink_to(outside)

    assert [(piece.name, piece.read(4)) for piece in folder_pieces(folder)] == [
        ("Skills.csv", b"Name"),
        ("Jobs/Saved.csv", b"x"),
    ]


def test_folder_pieces_very_deep_folders_are_not_entered(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*"abcdef")
    deep.mkdir(parents=True)
    (deep / "Skills.csv").write_bytes(b"")

    assert folder_pieces(tmp_path) == ()


def test_folder_pieces_no_folder_or_too_many_files_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"")
    monkeypatch.setattr(packed, "MOST_FILES", 0)

    with pytest.raises(UnreadableFileError, match="is no folder"):
        folder_pieces(tmp_path / "a")
    with pytest.raises(UnreadableFileError, match="more than 0 files"):
        folder_pieces(tmp_path)


def test_folder_pieces_a_file_that_is_gone_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "Skills.csv").write_bytes(b"")
    (piece,) = folder_pieces(tmp_path)
    (tmp_path / "Skills.csv").unlink()

    with pytest.raises(UnreadableFileError, match="cannot be opened"):
        piece.read(1)
