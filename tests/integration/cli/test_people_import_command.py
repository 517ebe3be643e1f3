"""`unrut people import`."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import Result
from tests.factories import make_contact
from tests.integration.cli.answers import as_json, lines, sentence_of

from unrut.cli.commands import people_import
from unrut.models import Background, Contact, Job, Person, StrengthAnswer
from unrut.queries.scope import of

pytestmark = pytest.mark.integration

Unrut = Callable[..., Result]
SHARED = Path(__file__).resolve().parents[4] / "shared/data"
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ana,Ortiz,https://www.linkedin.com/in/ana,,Kestrow,Nurse,03 May 2022\n"
    'Ben,"Ito, ""the"" second",https://www.linkedin.com/in/ben,,=cmd,,04 May 2022\n'
    ",,https://www.linkedin.com/in/nameless,,Harbour & Sill,Cook,05 May 2022\n"
)
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Kestrow,Analyst,,,Jan 2024,\n"
    "Vellmark,Clerk,,,Mar 2021,Dec 2023\n"
)
EDUCATION = (
    "School Name,Start Date,End Date,Notes,Degree Name,Activities\nTown,2012,2015,,Bachelor of Science,\n"
)
RECOMMENDATIONS = (
    "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
    'Ana,Ortiz,Kestrow,Nurse,She explained the contract to me.,"05/04/22, 10:00 AM",VISIBLE\n'
)
SKILLS = "Name\nPublic Speaking\n"
FILES = {
    "Connections.csv": CONNECTIONS,
    "Positions.csv": POSITIONS,
    "Education.csv": EDUCATION,
    "Recommendations_Received.csv": RECOMMENDATIONS,
    "Skills.csv": SKILLS,
}
NOT_THERE = "needs the files of ../shared/data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An unpacked copy of somebody's data."""
    place = tmp_path / "export"
    place.mkdir()
    for name, text in FILES.items():
        (place / name).write_text(text)
    return place


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """The same as it comes."""
    file = tmp_path / "my export.zip"
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in FILES.items():
            archive.writestr(name, text)
    return file


def test_folder_is_taken_and_the_second_time_changes_nothing(
    unrut: Unrut, me: Person, bob: Person, folder: Path
) -> None:
    theirs = of(Contact, bob).count()

    first = lines(unrut("people", "import", str(folder)))
    second = lines(unrut("people", "import", str(folder)))

    held = (
        "A copy of your data from LinkedIn: 3 people, 2 jobs of yours, 1 recommendation somebody wrote you."
    )
    more = "It holds more of your own: run it again with --jobs --schooling --recommendations to take it."
    assert first == [held, "3 people are new.", more]
    assert second == [held, "3 are here already.", more]
    names = list(of(Contact, me).values_list("name", "circle"))
    assert names == [("Ana Ortiz", "other"), ('Ben Ito, "the" second', "other"), ("Harbour & Sill", "other")]
    assert (of(Job, me).count(), of(Contact, bob).count()) == (0, theirs)


def test_archive_is_taken_with_what_is_ones_own(unrut: Unrut, me: Person, packed: Path) -> None:
    options = ("--jobs", "--schooling", "--recommendations", "--circle", "colleague")

    told = lines(unrut("people", "import", str(packed), *options))

    assert told[1:] == [
        "3 people are new. Taken in of your own: 2 jobs, your schooling and 1 recommendation.",
        f"Skills it may show: unrut skills propose '{packed}'",
    ]
    assert set(of(Contact, me).values_list("circle", flat=True)) == {"colleague"}
    assert [job.title for job in of(Job, me).order_by("started_on")] == ["Clerk", "Analyst"]
    assert of(Background, me).get().education is not None
    assert of(StrengthAnswer, me).get().giver == "Ana Ortiz"


def test_import_for_scripts_counts_everything(unrut: Unrut, me: Person, folder: Path) -> None:
    make_contact(me, "Ana Ortiz", url="https://www.linkedin.com/in/ana")
    (folder / "Connections.csv").write_text(CONNECTIONS + ",,,,,,06 May 2022\n")

    told = as_json(unrut("people", "import", str(folder), "--jobs", "--json"))

    left_out = told.pop("left_out")
    assert told == {
        "source": "linkedin",
        "read": {"people": 3, "jobs": 2, "schools": 1, "skills": 1, "recommendations": 1},
        "created": 2,
        "changed": 0,
        "known": 0,
        "joined": 1,
        "forgotten": 0,
        "jobs": 2,
        "schooling": False,
        "skills": 0,
        "recommendations": 0,
        "jobs_skipped": 0,
    }
    assert [each["where"] for each in left_out] == ["Connections.csv, line 5"]


def test_dry_run_shows_what_was_read_and_keeps_nothing(unrut: Unrut, me: Person, folder: Path) -> None:
    told = lines(unrut("people", "import", str(folder), "--dry-run", "--jobs"))

    assert told == [
        "3 people, and your own work: nothing is kept yet.",
        "A copy of your data from LinkedIn: 3 people, 2 jobs of yours, 1 recommendation somebody wrote you.",
        "3 people are new.",
        "",
        "People",
        "  Ana Ortiz: Nurse at Kestrow",
        '  Ben Ito, "the" second: =cmd',
        "  https://www.linkedin.com/in/nameless: Cook at Harbour & Sill",
        "",
        "Your jobs",
        "  Analyst, Kestrow (01/2024 to now)",
        "  Clerk, Vellmark (03/2021 to 12/2023)",
        "",
        "Your schooling",
        "  Bachelor of Science, Town (2012 to 2015)",
    ]
    assert (of(Contact, me).count(), of(Job, me).count()) == (0, 0)


def test_dry_run_for_scripts_has_each_contact_with_what_becomes_of_it(
    unrut: Unrut, me: Person, folder: Path
) -> None:
    unrut("people", "import", str(folder))
    (folder / "Connections.csv").write_text(CONNECTIONS.replace("Nurse", "Head Nurse"))
    unrut("people", "forget", "Ben Ito", "--yes")

    told = as_json(unrut("people", "import", str(folder), "--dry-run", "--json"))

    fates = [(contact["name"], contact["fate"]) for contact in told["contacts"]]
    assert fates == [("Ana Ortiz", "changed"), ('Ben Ito, "the" second', "forgotten"), ("", "known")]
    assert told["positions"][0]["title"] == "Analyst"
    assert of(Contact, me).get(name="Ana Ortiz").position == "Nurse"


def test_who_is_not_shown_is_counted(unrut: Unrut, me: Person) -> None:
    rows = "\n".join(f"Person {number}" for number in range(8))

    told = lines(unrut("people", "import", "-", "--dry-run", given=f"Name\n{rows}\n"))

    assert told[3:] == [
        "",
        "People",
        *[f"  Person {number}" for number in range(5)],
        "  and 3 more, who are kept as well",
    ]


def test_lines_left_out_are_named_up_to_five(unrut: Unrut, me: Person, folder: Path) -> None:
    (folder / "Connections.csv").write_text(CONNECTIONS + ",,,,,,06 May 2022\n" * 7)

    told = lines(unrut("people", "import", str(folder)))

    left = told[told.index("7 things were left out, and why:") + 1 :]
    assert [line.partition(": ")[0] for line in left[:5]] == [
        f"  Connections.csv, line {line}" for line in range(5, 10)
    ]
    assert left[5:] == ["  and 2 more; all of them: add --json"]


def test_many_jobs_are_counted(unrut: Unrut, me: Person, folder: Path) -> None:
    rows = "".join(f"Place {number},Clerk,,,Mar 2001,Dec 2002\n" for number in range(13))
    (folder / "Positions.csv").write_text(POSITIONS.splitlines()[0] + "\n" + rows)

    told = lines(unrut("people", "import", str(folder), "--dry-run"))

    jobs = told[told.index("Your jobs") :]
    assert jobs[11] == "  and 3 more"


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("Name,Circle\nAna Ortiz,mentor\n", [("Ana Ortiz", "mentor")]),
        ("BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ortiz\nEND:VCARD\n", [("Ana Ortiz", "friend")]),
    ],
)
def test_standard_input_is_read(unrut: Unrut, me: Person, content: str, names: list[tuple[str, str]]) -> None:
    told = lines(unrut("people", "import", "-", "--circle", "friend", given=content))

    assert told[-1] == "1 person is new."
    assert list(of(Contact, me).values_list("name", "circle")) == names


def test_resume_takes_ones_own_work_only(unrut: Unrut, me: Person, tmp_path: Path) -> None:
    file = tmp_path / "resume.json"
    file.write_text(
        json.dumps({"work": [{"name": "Kestrow", "position": "Analyst", "startDate": "2024-01"}]})
    )

    told = lines(unrut("people", "import", str(file)))

    assert told == [
        "A JSON Resume: 1 job of yours.",
        "Nothing was chosen, so nothing was kept.",
        "It holds more of your own: run it again with --jobs to take it.",
    ]
    assert as_json(unrut("people", "import", str(file), "--jobs", "--json"))["jobs"] == 1


def test_names_of_a_file_cannot_steer_the_terminal(unrut: Unrut, me: Person) -> None:
    content = "Name,Company\nAna\x1b[2J\u202eOrtiz,\x1b]0;x\x07Kestrow\n"

    results = [unrut("people", "import", "-", *more, given=content) for more in (["--dry-run"], [])]

    shown = "".join(result.output for result in results) + unrut("people", "list").output
    assert [result.exit_code for result in results] == [0, 0]
    assert not set(shown) & set("\x1b\u202e\x07")
    assert of(Contact, me).count() == 1


# Bad input


def test_file_that_is_not_there_is_named(unrut: Unrut, me: Person, tmp_path: Path) -> None:
    sentence = sentence_of(unrut("people", "import", str(tmp_path / "none.csv")), 3)

    assert (
        sentence
        == f"{tmp_path}/none.csv cannot be used: No such file or directory. Check the name and the rights, then try again."
    )


def test_folder_that_holds_nothing_of_it_is_named(unrut: Unrut, me: Person, tmp_path: Path) -> None:
    (tmp_path / "holiday.csv").write_text("Name\nAna\n")

    assert sentence_of(unrut("people", "import", str(tmp_path)), 3).startswith(
        f"{tmp_path} holds none of the tables of LinkedIn, such as Connections.csv."
    )
    assert not of(Contact, me).exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "What you piped in is empty."),
        ("%PDF-1.7", "What you piped in is a PDF, which we cannot read."),
        ("Name\n", "What you piped in names its columns and holds nothing below them."),
        ("id,price,colour\n1,2,red\n", ""),
        ("{", ""),
    ],
)
def test_content_that_is_none_is_refused(unrut: Unrut, me: Person, content: str, sentence: str) -> None:
    told = sentence_of(unrut("people", "import", "-", given=content), 3)

    assert told.startswith(sentence)
    assert len(told.splitlines()) == 1
    assert not of(Contact, me).exists()


def bomb() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Connections.csv", b"First Name,Last Name\n" + b"a" * 150_000_000)
    return held.getvalue()


def climbing() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("../../Connections.csv", CONNECTIONS)
    return held.getvalue()


@pytest.mark.parametrize("content", [bomb, climbing, lambda: b"PK\x03\x04broken"])
def test_archive_that_means_harm_stores_nothing(
    unrut: Unrut, me: Person, tmp_path: Path, content: Callable[[], bytes]
) -> None:
    file = tmp_path / "given" / "in" / "export.zip"
    file.parent.mkdir(parents=True)
    file.write_bytes(content())

    told = sentence_of(unrut("people", "import", str(file)), 3)

    assert told.startswith("export.zip ")
    assert not of(Contact, me).exists()
    assert [each.name for each in tmp_path.rglob("*.csv")] == []


def test_no_more_is_read_than_a_file_may_have(
    unrut: Unrut, me: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("unrut.importers.people.registry.LARGEST_PACKED", 10)
    file = tmp_path / "people.csv"
    file.write_text("Name\nAna Ortiz\n")

    unrut("people", "import", str(file))

    assert [contact.name for contact in of(Contact, me)] == ["Ana Or"]


def test_terminal_is_told_when_there_are_many(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for is_terminal in (False, True):
        stream = SimpleNamespace(isatty=lambda is_terminal=is_terminal: is_terminal)
        monkeypatch.setattr(people_import, "sys", SimpleNamespace(stderr=stream))
        people_import.tell_many(30_000)
        people_import.tell_many(3)

    told = "Looking through 30,000 people; nothing is kept before all of them are read.\n"
    assert capsys.readouterr().err == told


# Real files


@pytest.mark.skipif(not (SHARED / "linkedin").is_dir(), reason=NOT_THERE)
def test_real_export_is_taken_whole(unrut: Unrut, me: Person) -> None:
    told = as_json(unrut("people", "import", str(SHARED / "linkedin"), "--jobs", "--schooling", "--json"))

    assert (told["created"], told["schooling"]) == (told["read"]["people"], True)
    assert told["jobs"] + told["jobs_skipped"] <= told["read"]["jobs"]
    assert of(Contact, me).count() == told["created"] > 300
    assert as_json(unrut("people", "list", "--json"))["count"] == told["created"]


@pytest.mark.skipif(not (SHARED / "jsonresume").is_dir(), reason=NOT_THERE)
def test_real_resume_is_taken_whole(unrut: Unrut, me: Person) -> None:
    file = SHARED / "jsonresume/sample.resume.json"

    told = as_json(unrut("people", "import", str(file), "--jobs", "--recommendations", "--json"))

    assert told["read"]["jobs"] == 2
    assert told["recommendations"] == told["read"]["recommendations"] == 1
