"""The one door through which files with people are read."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.contract import UnreadableFileError
from unrut.importers.people import registry
from unrut.importers.people.registry import read_people, read_people_folder

pytestmark = pytest.mark.unit

CONNECTIONS = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Novak,,,Acme,Cook,25 Jan 2024\n"
CARD = b"BEGIN:VCARD\nFN:Ada\nEND:VCARD\n"


def archive(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packing:
        for name, content in files.items():
            packing.writestr(name.replace("__", "."), content)
    return file.getvalue()


def outcome(name: str, content: bytes) -> str:
    try:
        return read_people(name, content).source
    except UnreadableFileError as error:
        return "refused" if str(error).endswith(".") else ""


@pytest.mark.parametrize(
    ("name", "content", "source"),
    [
        ("Connections.csv", CONNECTIONS, "linkedin"),
        ("export.zip", archive(Connections__csv=CONNECTIONS, x__jpg=b"x"), "linkedin"),
        ("people.csv", b"Name,Mail\nAda,a@example.com\n", "table"),
        ("", b"Name\nAda\n", "table"),
        ("people.zip", archive(people__csv=b"Name\nAda\n"), "table"),
        ("a.vcf", CARD, "vcard"),
        ("a.txt", CARD, "vcard"),
        ("a.zip", archive(a__vcf=CARD, b__jpg=b"x"), "vcard"),
        ("cv.json", b'{"basics": {"label": "Cook"}}', "jsonresume"),
    ],
)
def test_read_people_finds_the_reader(name: str, content: bytes, source: str) -> None:
    assert read_people(name, content).source == source


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", b"", "a.csv is empty"),
        ("", b" \n", "The file is empty"),
        ("a.pdf", b"%PDF-1.7", "a.pdf is a PDF"),
        ("a.rtf", b"{\\rtf1", "rich text"),
        ("a.xls", b"\xd0\xcf\x11\xe0", "older office program"),
        ("a.csv", bytes(range(32)) * 40, "a.csv is no text"),
        ("a.vcf", b"FN:Ada\n", "BEGIN:VCARD"),
        ("a.csv", CONNECTIONS.split(b"\n")[0], "holds nothing below them"),
        ("a.zip", archive(), "a.zip holds none of the tables"),
        ("a.zip", archive(a__csv=b"Name", b__csv=b"Name"), "a.zip holds none of the tables"),
        ("a.zip", archive(a__csv=archive(b__csv=b"Name\nAda")), "packed once more"),
        ("a.zip", b"PK\x03\x04cut", "cannot be unpacked"),
    ],
)
def test_read_people_what_cannot_be_read_is_one_sentence(name: str, content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        read_people(name, content)


@pytest.mark.parametrize("content", [CONNECTIONS, archive(a__csv=CONNECTIONS)])
def test_read_people_too_large_is_refused(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "LARGEST_TABLE", 10)
    monkeypatch.setattr(registry, "LARGEST_PACKED", 10)

    with pytest.raises(UnreadableFileError, match="which is the most we read at once"):
        read_people("a", content)


def test_read_people_thirty_thousand_rows_are_all_there() -> None:
    head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    rows = (
        f"Ada,No{number},https://www.linkedin.com/in/a-{number},,Acme,Cook,25 Jan 2024\n"
        for number in range(30_000)
    )

    told = read_people("Connections.csv", (head + "".join(rows)).encode())

    assert (len(told.contacts), told.skipped) == (30_000, ())


def test_read_people_twice_gives_the_same() -> None:
    assert read_people("Connections.csv", CONNECTIONS) == read_people("Connections.csv", CONNECTIONS)


def test_read_people_folder_reads_an_unpacked_export(tmp_path: Path) -> None:
    (tmp_path / "Connections.csv").write_bytes(CONNECTIONS)

    told = read_people_folder(tmp_path)

    assert [contact.name for contact in told.contacts] == ["Ada Novak"]


def test_read_people_folder_without_tables_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_bytes(b"Name\nAda\n")

    with pytest.raises(UnreadableFileError, match="holds none of the tables of LinkedIn"):
        read_people_folder(tmp_path)


@given(
    st.sampled_from(["Connections.csv", "a.csv", "a.vcf", "x"]),
    st.binary(max_size=200) | st.text(max_size=200).map(str.encode),
)
def test_read_people_any_bytes_are_people_or_a_sentence(name: str, content: bytes) -> None:
    assert outcome(name, content)


@pytest.mark.parametrize(
    "piece", ["1", "$", " ", "(", "a ", '"', ",", ";", "@", "\n", "'=", "a@b,", "Name,", "{", "=?"]
)
def test_read_people_hostile_bytes_end(piece: str) -> None:
    body = piece * (2**20 // len(piece))

    for text in (body, f"Name,Mail,URL\n{body}", f"First Name,Last Name,Connected On\n{body}"):
        assert outcome("a.csv", text.encode()) in {"table", "linkedin", "refused"}
