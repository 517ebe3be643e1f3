"""A CV, or whatever the reader of people reads, as lines that may show skills."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.errors import InvalidInputError
from unrut.importers.people.linkedin import LARGEST_TABLE
from unrut.services import skill_files
from unrut.services.skill_files import MOST_LINES, read_skill_file, read_skill_text
from unrut.services.skill_lines import LONGEST_LINE

pytestmark = pytest.mark.integration

REAL = Path(__file__).resolve().parents[4] / "shared/data"
RESUME: dict[str, Any] = {
    "basics": {"name": "Mira Voss", "label": "Data analyst", "summary": "Counts things. Draws maps."},
    "work": [{"name": "Mill", "position": "Analyst", "highlights": ["Halved a report", 7]}, "spoilt"],
    "education": [{"institution": "College", "studyType": "Bachelor", "area": "Geography"}],
    "skills": [{"name": "Cartography", "level": "Master", "keywords": ["QGIS", "C++"]}],
    "projects": [{"name": "Bus map", "description": "Drew every line"}],
    "awards": [{"title": "Never read"}],
}
RESUME_LINES = [
    *("Data analyst", "Counts things.", "Draws maps.", "Analyst", "Halved a report", "Bus map"),
    *("Drew every line", "Cartography", "QGIS", "C++", "Bachelor, Geography"),
]
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\nMill,Analyst,Halved a report,,2017,\n"
)
CONNECTIONS = "First Name,Last Name,Company,Position,Connected On\nDora,Holm,Mill,Chief,01 May 2024\n"
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Dora Holm\nTITLE:Chief negotiator\nEND:VCARD\n"
SKILLS = "Name\nData Analysis\nData Analysis\nCartography\n"


def packed(files: dict[str, str | bytes], *, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", how) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def word_file() -> bytes:
    document = Document()
    document.add_paragraph("Ran the weekly stocktaking")
    document.add_table(1, 1).cell(0, 0).text = "Trained two colleagues"
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def refusal(name: str, content: bytes) -> str:
    with pytest.raises(InvalidInputError) as caught:
        read_skill_file(name, content)
    return str(caught.value)


def ended(name: str, content: bytes) -> tuple[list[str], str]:
    """What was read, or the sentence that says why it was not."""
    try:
        return read_skill_file(name, content), ""
    except InvalidInputError as error:
        return [], str(error)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "# Work\n\n- Ran the stocktaking. Cut waste\n* **R**\n",
            ["Work", "Ran the stocktaking.", "Cut waste"],
        ),
        ("• Led a team • Wrote C++\t2019  C#", ["Led a team", "Wrote C++", "C#"]),
        ("Same\nSame\r\nother; more", ["Same", "other", "more"]),
    ],
)
def test_text_is_cut_into_lines_that_say_one_thing(text: str, lines: list[str]) -> None:
    assert read_skill_text(text) == lines


def test_long_lines_end_at_a_word() -> None:
    (line,) = read_skill_text("maps " * 200)

    assert line == " ".join(["maps"] * (LONGEST_LINE // 5))


@pytest.mark.parametrize(
    ("name", "content", "lines"),
    [
        ("Skills.csv", SKILLS, ["Data Analysis", "Cartography"]),
        ("Positions.csv", POSITIONS, ["Analyst", "Halved a report"]),
        ("Profile.csv", "First Name,Headline,Summary\nMira,Map maker,Likes maps\n", ["Map maker", "Likes maps"]),
        ("Certifications.csv", "Name,Url,Authority\nFirst aid,,Red Cross\n", ["First aid"]),
        ("Projects.csv", "Title,Description,Url,Started On\nTram map,Drew it,,\n", ["Tram map", "Drew it"]),
        ("Education.csv", "School Name,Degree Name,Notes\nCollege,Cartography,Drew maps\n", ["Cartography", "Drew maps"]),
        ("Volunteering.csv", "Company Name,Role,Description\nClub,Coach,Trained ten\n", ["Coach", "Trained ten"]),
        ("mine.csv", "\ufeffSkill;Level\n\nCartography;expert\n", ["Cartography"]),
        ("mine.TSV", "No\tSkills\n1\tMaps\n", ["Maps"]),
    ],
)  # fmt: skip
def test_table_gives_what_is_about_the_person(name: str, content: str, lines: list[str]) -> None:
    assert read_skill_file(name, content.encode()) == lines


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Connections.csv", CONNECTIONS),
        ("address book.csv", "Name,Job title,E-mail\nDora Holm,Chief negotiator,dora@mill.example\n"),
        ("team.csv", "Name,Skills\nDora Holm,Negotiating\n"),
        ("Languages.csv", "Name,Proficiency\nDanish,Native\n"),
        ("dora.vcf", CARD),
        ("cards.txt", CARD),
    ],
)
def test_file_without_work_of_ones_own_shows_nothing_and_is_no_error(name: str, content: str) -> None:
    assert read_skill_file(name, content.encode()) == []


def test_resume_gives_work_school_and_skills() -> None:
    assert read_skill_file("resume.json", json.dumps(RESUME).encode()) == RESUME_LINES
    assert read_skill_text(json.dumps(RESUME)) == RESUME_LINES


def test_word_file_gives_paragraphs_and_tables() -> None:
    assert read_skill_file("cv.docx", word_file()) == ["Ran the weekly stocktaking", "Trained two colleagues"]


@pytest.mark.parametrize(
    ("files", "lines"),
    [
        (
            {"x/Skills.csv": SKILLS, "x/Positions.csv": POSITIONS, "x/Connections.csv": CONNECTIONS},
            ["Analyst", "Halved a report", "Data Analysis", "Cartography"],
        ),
        ({"Skills.csv": SKILLS, "Projects.csv": "", "me.jpg": b"\xff\xd8"}, ["Data Analysis", "Cartography"]),
        ({"x/Connections.csv": CONNECTIONS, "x/me.jpg": b"\xff\xd8"}, []),
        ({"resume.json": json.dumps(RESUME), "cv.pdf": b"%PDF"}, RESUME_LINES),
        ({"mine.csv": "Skill\nCartography\n"}, ["Cartography"]),
        ({"cv.txt": "Ran the stocktaking", "__MACOSX/._cv.txt": "x", "old/": ""}, ["Ran the stocktaking"]),
    ],
)
def test_zip_gives_what_is_about_the_person(files: dict[str, str | bytes], lines: list[str]) -> None:
    assert read_skill_file("copy.zip", packed(files)) == lines


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("cv.txt", b" \n", "is empty"),
        ("", b"", "The file is empty"),
        ("cv.pdf", b"%PDF-1.7 ...", "is a PDF, which we cannot read"),
        ("cv.doc", b"\xd0\xcf\x11\xe0\xa1", "is a file of an older office program"),
        ("cv.rtf", b"{\\rtf1 hello}", "is a file in rich text"),
        ("cv.bin", b"a\0b", "is no text"),
        ("cv.txt", b"1 2 3\n---", "holds no words about work"),
        ("cv.json", b'{"work": [', "cannot be read past line 1, column 11"),
        ("cv.json", b'{"a":' * 100_000, "in a way no CV is"),
        ("cv.json", b'{"a": ' + b"1" * 5000 + b"}", "in a way no CV is"),
        ("cv.json", b'{"jobs": []}', "is no JSON Resume"),
        ("cv.json", b'["work"]', "is no JSON Resume"),
        ("cv.json", b'{"interests": [{"name": "Maps"}]}', "Nothing of cv.json could be read. The first that was left out is interests, entry 1: "),
        ("Saved Jobs.csv", b"Saved Date,Job Title\n1,Chief\n", "is no table about your work"),
        ("jobs.csv", b"Title,Salary,Skills\nChief,9,Maps\n", "is no table about your work"),
        ("Endorsement_Given_Info.csv", b"Skill Name,Endorsee First Name\nMaps,Dora\n", "is no table about your work"),
        ("mine.csv", b'Skill\n"' + b"a" * 200_000, "Nothing of mine.csv could be read. The first that was left out is line 2: It cannot be taken apart"),
        ("Skills.csv", b"Name\n", "names its columns and holds nothing below them"),
        ("cv.csv", b"%PDF-1.7 ...", "is a PDF, which we cannot read. Open it, copy"),
        ("a.vcf", b"Dora", "no card"),
        ("cv.zip", b"PK\x03\x04 spoilt", "cannot be unpacked"),
        ("cv.zip", packed({}), "holds nothing we know"),
        ("cv.zip", packed({"cv.txt": " "}), "cv.txt is empty"),
        ("cv.zip", packed({"a.csv": "Saved Date\n1\n", "b.csv": "Saved Date\n1\n"}), "holds none of the tables of LinkedIn"),
        ("cv.zip", packed({"a.csv": packed({}) + packed({"a.txt": "Maps"})}), "is packed once more"),
        ("cv.zip", packed({"a.txt": "a", "b.txt": "b"}), "holds nothing we know"),
        ("cv.zip", packed({"a.txt": "Maps"}, how=zipfile.ZIP_LZMA), "cannot be unpacked"),
        ("cv.zip", packed({"a.zip": packed({"a.txt": "Maps"})}), "is packed once more"),
        ("cv.docx", packed({"[Content_Types].xml": "<spoilt"}), "cannot be read as a Word file"),
        ("cv.docx", packed({"[Content_Types].xml": "<w/>"}, how=zipfile.ZIP_LZMA), "cannot be unpacked"),
    ],
)  # fmt: skip
def test_file_that_cannot_be_read_is_a_sentence(name: str, content: bytes, said: str) -> None:
    sentence = refusal(name, content)

    assert said in sentence
    assert sentence.endswith(".")


def test_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    many = "\n".join(f"map {letter}{number}" for letter in "abcdef" for number in range(MOST_LINES))

    assert "has 18,000 lines, and we read at most 3,000" in refusal("cv.txt", many.encode())
    monkeypatch.setattr(skill_files, "LARGEST", 3)
    assert "has more than" in refusal("cv.txt", b"Maps")
    assert "unpacks to more than" in refusal("cv.docx", word_file())


def test_tables_and_archives_may_be_as_large_as_those_of_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(skill_files, "LARGEST", 3)
    bomb = packed({"Skills.csv": b"a" * (LARGEST_TABLE + 1)})

    assert read_skill_file("Skills.csv", SKILLS.encode()) == ["Data Analysis", "Cartography"]
    assert "unpacks to more than 50 MB" in refusal("cv.zip", bomb)
    assert "has more than 50 MB" in refusal("mine.csv", b"Skill\n" + b"a" * LARGEST_TABLE)


def test_many_skills_are_no_error() -> None:
    named = [f"Map {number}" for number in range(MOST_LINES + 1)]

    assert read_skill_file("Skills.csv", "\n".join(["Name", *named]).encode()) == named


@pytest.mark.parametrize("letter", ["1", "$", " x", "(", "a ", "a. ", "• ", "a  b", '"a",', ",", "{", "["])
@pytest.mark.parametrize("name", ["cv.txt", "cv.csv"])
def test_hostile_megabyte_ends_in_lines_or_a_sentence(letter: str, name: str) -> None:
    lines, sentence = ended(name, (letter * (2**20 // len(letter))).encode())

    assert bool(lines) != bool(sentence)


@given(content=st.binary(max_size=300), name=st.sampled_from(["a.txt", "a.csv", "a.json", "a.zip", "a.vcf"]))
def test_any_bytes_end_in_lines_or_a_sentence(content: bytes, name: str) -> None:
    lines, sentence = ended(name, content)

    assert not lines or not sentence
    assert sentence.endswith("." if sentence else "")
    assert lines == [line for line in dict.fromkeys(lines) if 0 < len(line) <= LONGEST_LINE]


@given(text=st.text())
def test_any_text_gives_lines_on_one_line_each(text: str) -> None:
    lines, _ = ended("a.txt", text.encode("utf-8", errors="replace"))

    assert all(line == line.strip() and len(line.splitlines()) == 1 for line in lines)


@pytest.mark.skipif(not (REAL / "linkedin").exists(), reason="the recorded export is not beside the project")
def test_real_export_of_linkedin_is_read() -> None:
    files: dict[str, str | bytes] = {
        f"copy/{path.name}": path.read_bytes() for path in sorted((REAL / "linkedin").glob("*.csv"))
    }

    lines = read_skill_file("Complete_LinkedInDataExport.zip", packed(files))
    assert (len(lines), "Data Science" in lines, "Dana" in " ".join(lines)) == (296, True, False)


@pytest.mark.skipif(not (REAL / "jsonresume").exists(), reason="the sample is not beside the project")
def test_sample_resume_is_read() -> None:
    lines = read_skill_file("resume.json", (REAL / "jsonresume/sample.resume.json").read_bytes())

    assert (lines[0], "Web Development" in lines, "Pied Piper" in lines) == ("Programmer", True, False)
