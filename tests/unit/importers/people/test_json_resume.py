"""A JSON Resume: work, school, skills and what others wrote."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.importers.contract import UnreadableFileError
from unrut.importers.people.contract import (
    ReadCertificate,
    ReadHonour,
    ReadLanguage,
    ReadPeople,
    ReadPosition,
    ReadProject,
    ReadRecommendation,
    ReadSchool,
    ReadSkill,
)
from unrut.importers.people.jsonresume import PARTS, read_resume

pytestmark = pytest.mark.unit

JSON = st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=5), st.lists, max_leaves=4)
RECORDS = st.lists(st.dictionaries(st.sampled_from(["name", "keywords", "startDate"]), JSON), max_size=3)
NAMES = st.sampled_from([*PARTS, "skills", "references", "x"])


def read(**parts: Any) -> ReadPeople:
    return read_resume(json.dumps(parts).encode())


def test_work_and_volunteering_are_positions() -> None:
    work = {
        "name": "Acme",
        "position": "Cook",
        "location": "Rome",
        "startDate": "2020-05",
        "summary": "Ran it.",
        "highlights": ["Won", 3],
    }
    told = read(work=[work, {"company": "Beta"}], volunteer=[{"organization": "Scouts", "endDate": "2012"}])

    assert told.positions == (
        ReadPosition("Acme", "Cook", "Rome", "Ran it.\n- Won", date(2020, 5, 1), None, True, "month"),
        ReadPosition("Beta", ""),
        ReadPosition("Scouts", "", "", "", None, date(2012, 1, 1), False, "year", True),
    )


def test_school_certificate_honour_project_and_language() -> None:
    told = read(
        education=[{"institution": "Uni", "studyType": "BA", "area": "Art", "courses": ["Ink"]}],
        certificates=[
            {"name": "Aid", "issuer": "Red Cross", "date": "2020-01-02", "url": "https://a.example.com"}
        ],
        awards=[{"title": "Best", "date": "2021", "awarder": "Acme", "summary": "Won."}],
        projects=[{"name": "Menu", "description": "New"}],
        languages=[{"language": "English", "fluency": "Native"}],
    )

    assert told.schools == (ReadSchool("Uni", "BA, Art", "- Ink"),)
    assert told.certificates == (
        ReadCertificate("Aid", "Red Cross", date(2020, 1, 2), None, "https://a.example.com", "day"),
    )
    assert told.honours == (ReadHonour("Best", "Won.\nAcme", date(2021, 1, 1)),)
    assert (told.projects, told.languages) == (
        (ReadProject("Menu", "New"),),
        (ReadLanguage("English", "Native"),),
    )


def test_skills_keywords_are_skills_too() -> None:
    told = read(skills=[{"name": "Web", "keywords": ["HTML", "", 3]}, {"keywords": ["html"]}, {}])

    assert told.skills == (ReadSkill("Web"), ReadSkill("HTML"))
    assert [line.where for line in told.skipped] == ["skills, entry 2"]


def test_references_are_recommendations_received() -> None:
    told = read(references=[{"name": "Bo Lee", "reference": "Great."}, {"name": "Cy"}])

    assert told.recommendations == (ReadRecommendation("Bo Lee", "", "", "Great.", None, is_received=True),)
    assert [line.where for line in told.skipped] == ["references, entry 2"]


def test_basics_give_the_headline_and_the_summary() -> None:
    told = read(basics={"name": "Ada", "label": "Cook", "summary": "I cook.\nWell.", "profiles": [{}]})

    assert (told.headline, told.summary, told.source) == ("Cook", "I cook.\nWell.", "jsonresume")
    assert [line.where for line in told.skipped] == ["profiles, entry 1"]


def test_what_has_no_place_or_no_form_is_told_of() -> None:
    told = read(work={"name": "Acme"}, education=[3], publications=[{}], meta={}, hobbies=[], basics=[])

    assert [(line.where, line.why[:12]) for line in told.skipped] == [
        ("work", "It is no lis"),
        ("education, entry 1", "It is no rec"),
        ("publications, entry 1", "It is a publ"),
        ("hobbies", "It is no par"),
    ]


@pytest.mark.parametrize("alphabet", ["utf-8-sig", "utf-16"])
def test_other_alphabets_are_read(alphabet: str) -> None:
    assert read_resume('{"basics": {"label": "Café"}}'.encode(alphabet)).headline == "Café"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"basics": ', "past line 1, column"),
        (b'{"basics": ' + b"[" * 100_000, "no CV is"),
        (b'{"basics": ' + b"9" * 5000 + b"}", "no CV is"),
        (b'{"title": "Cook"}', "no JSON Resume"),
        (b"[{}]", "no JSON Resume"),
    ],
)
def test_what_is_none_is_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        read_resume(content)


@given(st.dictionaries(NAMES, JSON | RECORDS, max_size=4))
def test_any_values_are_read_or_told_of(parts: dict[str, Any]) -> None:
    assert read(basics={}, **parts).source == "jsonresume"
