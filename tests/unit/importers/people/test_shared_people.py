"""Real exports, where they are at hand: every row of every table is read, or told of."""

import csv
import json
from pathlib import Path

import pytest

from unrut.importers.people.contract import ReadPeople
from unrut.importers.people.registry import read_people, read_people_folder

pytestmark = pytest.mark.unit

DATA = Path(__file__).resolve().parents[4] / "../shared/data"
LINKEDIN, RESUME = DATA / "linkedin", DATA / "jsonresume" / "sample.resume.json"
NOT_READ = {"Company Follows.csv", "Job Seeker Preferences.csv", "Saved Jobs.csv"}


def rows_of(name: str) -> int:
    """The rows of a table as an independent reader counts them, below the names of its columns."""
    with (LINKEDIN / name).open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    return len(rows) - (3 if rows[0] == ["Notes:"] else 1)


def skipped_in(told: ReadPeople, name: str) -> int:
    return sum(line.where.startswith(f"{name}, line ") for line in told.skipped)


@pytest.mark.skipif(not LINKEDIN.exists(), reason="the export of LinkedIn is not at hand")
def test_shared_linkedin_every_row_is_read_or_told_of() -> None:
    told = read_people_folder(LINKEDIN)

    read = {
        "Connections.csv": len(told.contacts),
        "Positions.csv": len(told.positions),
        "Education.csv": len(told.schools),
        "Certifications.csv": len(told.certificates),
        "Recommendations_Given.csv": len(told.recommendations),
        "Projects.csv": len(told.projects),
        "Honors.csv": len(told.honours),
        "Languages.csv": len(told.languages),
    }
    assert {name: count + skipped_in(told, name) for name, count in read.items()} == {
        name: rows_of(name) for name in read
    }
    files = {file.name for file in LINKEDIN.iterdir()}
    others = {"Skills.csv", "Endorsement_Received_Info.csv", "Profile.csv", "Profile Summary.csv"}
    assert files == {*read, *others, *NOT_READ}
    assert {line.where for line in told.skipped if ", line " not in line.where} == NOT_READ
    assert rows_of("Profile.csv") == 1 == bool(told.headline and told.summary)


@pytest.mark.skipif(not LINKEDIN.exists(), reason="the export of LinkedIn is not at hand")
def test_shared_linkedin_every_skill_and_every_voice_is_there() -> None:
    told = read_people_folder(LINKEDIN)

    with (LINKEDIN / "Skills.csv").open(encoding="utf-8", newline="") as file:
        listed = {" ".join(row["Name"].split()).lower() for row in csv.DictReader(file)}
    with (LINKEDIN / "Endorsement_Received_Info.csv").open(encoding="utf-8", newline="") as file:
        voices = {
            (row["Skill Name"].strip().lower(), f"{row['Endorser First Name']} {row['Endorser Last Name']}")
            for row in csv.DictReader(file)
        }
    assert listed <= {skill.name.lower() for skill in told.skills}
    assert {(skill.name.lower(), who) for skill in told.skills for who in skill.endorsed_by} == voices


@pytest.mark.skipif(not LINKEDIN.exists(), reason="the export of LinkedIn is not at hand")
def test_shared_linkedin_every_date_is_read_and_every_key_is_its_own() -> None:
    told = read_people_folder(LINKEDIN)

    assert not [line for line in told.skipped if "date" in line.why]
    assert all(contact.connected_on for contact in told.contacts)
    assert len({contact.key for contact in told.contacts}) == len(told.contacts)


@pytest.mark.skipif(not RESUME.exists(), reason="the sample of JSON Resume is not at hand")
def test_shared_resume_every_entry_is_read_or_told_of() -> None:
    told = read_people(RESUME.name, RESUME.read_bytes())
    resume = json.loads(RESUME.read_bytes())

    assert len(told.positions) == len(resume["work"]) + len(resume["volunteer"])
    assert [len(told.schools), len(told.projects), len(told.honours), len(told.languages)] == [
        len(resume[part]) for part in ("education", "projects", "awards", "languages")
    ]
    assert len(told.recommendations) == len(resume["references"])
    assert len(told.skills) == sum(1 + len(skill["keywords"]) for skill in resume["skills"])
    assert len(told.skipped) == len(
        resume["publications"] + resume["interests"] + resume["basics"]["profiles"]
    )
    assert (told.headline, told.summary) == (resume["basics"]["label"], resume["basics"]["summary"])
