"""A release comes as a zip or a folder; what is no release, broken or beyond all measure is refused by one sentence."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.atlases import FOLDER, tiny_release_files, zipped

from unrut.importers.contract import UnreadableFileError
from unrut.importers.occupations import packed
from unrut.importers.occupations.packed import OCCUPATIONS, ReleaseFiles, release_files

pytestmark = pytest.mark.unit

SMALL = {OCCUPATIONS: "O*NET-SOC Code\tTitle\n11-1011.00\tTea Tasters\n", "Skills.txt": "A\n"}


def refusal(source: Path | bytes) -> str:
    with pytest.raises(UnreadableFileError) as refused:
        all_lines(source)
    return str(refused.value)


def all_lines(source: Path | bytes) -> tuple[str, dict[str, list[str]]]:
    with release_files(source) as files:
        return files.folder, {name: list(files.lines(name)) for name in files.places}


def unpack(content: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)
    return folder


LINES = {OCCUPATIONS: ["O*NET-SOC Code\tTitle", "11-1011.00\tTea Tasters"], "Skills.txt": ["A"]}


def test_files_of_a_zip_are_read_wherever_they_lie() -> None:
    found = [all_lines(zipped(SMALL, folder)) for folder in ("db_30_1_text", "", "some/where")]

    assert found == [("db_30_1_text", LINES), ("", LINES), ("where", LINES)]


def test_zip_may_lie_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "release.zip").write_bytes(zipped(SMALL))

    assert all_lines(tmp_path / "release.zip") == (FOLDER, LINES)


def test_folder_is_read_like_its_zip(tmp_path: Path) -> None:
    unpack(zipped(SMALL), tmp_path)

    assert [all_lines(tmp_path), all_lines(tmp_path / FOLDER)] == [(FOLDER, LINES)] * 2


def test_spare_files_do_not_matter() -> None:
    spare = {f"{FOLDER}/{name}": text for name, text in SMALL.items()}
    spare |= {
        f"__MACOSX/{FOLDER}/._{OCCUPATIONS}": "x",
        f"{FOLDER}/guide.pdf": "x",
        f"{FOLDER}/deeper/Skills.txt": "B",
    }

    assert all_lines(zipped(spare, "")) == (FOLDER, LINES)


def test_zip_of_another_system_may_have_its_own_strokes() -> None:
    content = zipped(SMALL).replace(b"db_30_1_text/", b"db_30_1_text\\")

    assert all_lines(content) == (FOLDER, LINES)


def test_lines_lose_their_ends_and_the_mark_of_the_file() -> None:
    content = zipped({OCCUPATIONS: "\ufeffA\tB\r\n\r\n1\t2\x0b3\n4"})

    assert all_lines(content)[1] == {OCCUPATIONS: ["A\tB", "", "1\t2\x0b3", "4"]}


NO_RELEASE = (
    'There is no "Occupation Data.txt" in it, so this is no release of O*NET. '
    "Take the text files from https://www.onetcenter.org/database.html."
)
NO_TEXTS = "not the text files of O*NET. Take the text files from https://www.onetcenter.org/database.html."


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"Occupation Data.xlsx": "x"}, f"This holds tables of Excel, {NO_TEXTS}"),
        ({"Occupation Data.xls": "x"}, f"This holds tables of Excel, {NO_TEXTS}"),
        ({"03_occupation_data.sql": "x"}, f"This holds commands for a database, {NO_TEXTS}"),
        ({"occupation_data.json": "{}"}, f"This holds JSON files, {NO_TEXTS}"),
        (
            {"holiday.jpg": "x"},
            NO_RELEASE,
        ),
    ],
)
def test_other_layout_is_refused_by_its_name(files: dict[str, str], why: str, tmp_path: Path) -> None:
    content = zipped(files)

    assert [refusal(content), refusal(unpack(content, tmp_path) / FOLDER)] == [why] * 2


def test_two_releases_at_once_are_refused(tmp_path: Path) -> None:
    content = zipped({f"{folder}/{OCCUPATIONS}": "x" for folder in ("db_29_0_text", "db_30_1_text")}, "")
    why = 'There are 2 files named "Occupation Data.txt" in it. Give one release at a time.'

    assert [refusal(content), refusal(unpack(content, tmp_path))] == [why] * 2


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gone.zip"

    assert refusal(path) == f"There is no file {path}. Check its name and where it lies."


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04", b"O*NET", zipped(SMALL)[:-30], zipped(SMALL)[:90]],
    ids=["empty", "begun", "text", "without its end", "with its begin"],
)
def test_zip_cut_short_is_refused(content: bytes) -> None:
    assert refusal(content).startswith("This is no zip file, or it was cut short")


def test_file_cut_inside_the_zip_is_named() -> None:
    whole = zipped(tiny_release_files())
    place = whole.index(OCCUPATIONS.encode()) + len(OCCUPATIONS) + 40

    spoilt = whole[:place] + b"\x00" * 60 + whole[place + 60 :]

    assert refusal(spoilt) == '"Occupation Data.txt" is broken or cut short. Download the release again.'


@pytest.mark.parametrize(
    "name", ["../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "C:/evil.txt", "..\\evil.txt"]
)
def test_path_that_climbs_out_is_refused(name: str) -> None:
    content = zipped({**SMALL, name: "x"}, "")

    assert refusal(content).startswith("This zip names a file outside of itself, which no release does.")


def test_file_that_is_no_utf_8_is_named() -> None:
    content = zipped({**SMALL, "Skills.txt": "Título\n".encode("latin-1")})

    assert refusal(content) == (
        '"Skills.txt" is not written in UTF-8, as all text files of O*NET are. Download the release again.'
    )


def test_line_beyond_all_measure_is_refused() -> None:
    content = zipped({**SMALL, "Skills.txt": "A\n" + "x" * 5_000_000})

    assert refusal(content) == (
        'Line 2 of "Skills.txt" is longer than any line of O*NET. Download the release again.'
    )


def test_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "LARGEST_FILE", 3 * packed.MEGABYTE)
    monkeypatch.setattr(ReleaseFiles, "lines", None)

    content = zipped({**SMALL, "Skills.txt": b"\x00" * 4 * packed.MEGABYTE})

    assert refusal(content).startswith('"Skills.txt" has 4 MB, far more than any file of a release.')


def test_bomb_of_many_files_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(packed, "LARGEST_RELEASE", 2 * packed.MEGABYTE)
    content = zipped({**SMALL, **{f"{number}.txt": b"\x00" * packed.MEGABYTE for number in range(3)}})

    found = [refusal(content), refusal(unpack(content, tmp_path))]

    assert {one.partition(".")[0] for one in found} == {
        "The files have 3 MB together, far more than a release"
    }


def test_size_that_is_told_too_small_does_not_help_a_bomb() -> None:
    content = zipped({**SMALL, "Skills.txt": "A\n" * 100_000})
    told, small = struct.pack("<L", 200_000), struct.pack("<L", 200)

    assert refusal(content.replace(told, small)) == (
        '"Skills.txt" is broken or cut short. Download the release again.'
    )


def test_zip_of_countless_files_is_refused() -> None:
    content = zipped({**SMALL, **{f"{number}.txt": "" for number in range(packed.MOST_ENTRIES)}})

    assert refusal(content).startswith("This zip holds 2,002 files, far more than a release.")


def test_locked_and_oddly_packed_zip_is_refused() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(OCCUPATIONS, "x")
    locked = bytearray(zipped(SMALL, ""))
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1

    for content in (written.getvalue(), bytes(locked)):
        assert refusal(content).startswith("This zip is locked or packed in a way that no release is.")


@given(st.binary(max_size=40), st.integers(0, 10_000))
def test_spoilt_zip_is_read_or_refused(spoilt: bytes, place: int) -> None:
    whole = zipped(SMALL)
    at = place % len(whole)

    try:
        found = set(all_lines(whole[:at] + spoilt + whole[at + len(spoilt) :])[1])
    except UnreadableFileError:
        found = {OCCUPATIONS}

    assert OCCUPATIONS in found
