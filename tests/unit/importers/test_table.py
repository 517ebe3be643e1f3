import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from unrut.importers.contract import PostedOpening, Problem, UnreadableFileError
from unrut.importers.table import TableImporter

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[3]
FIXTURES = ROOT / "tests/fixtures/openings"
REAL = ROOT / "../shared/data/postings/linkedin_jobs_2025.csv"
PARK = "Green Square"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("jobs.csv", b"title,company\nCook,Inn", 0.9),
        ("jobs.txt", b"Job Title;City\nCook;Ghent", 0.9),
        ("jobs.csv", b"title\nCook", 0.6),
        ("contacts.tsv", b"First Name,Position,Company", 0.6),
        ("contacts.txt", b"First Name,Position,Company", 0.0),
        ("posting.txt", b"Cook at the inn", 0.0),
        ("empty.txt", b"\n\n", 0.0),
        ("list.txt", b'[{"title": "Cook"}]', 0.4),
        ("broken.JSON", b"oh no", 0.4),
    ],
)
def test_identify_cases(name: str, content: bytes, expected: float) -> None:
    assert TableImporter().identify(name, content) == expected


def test_parse_comma_table_reads_every_field() -> None:
    parsed = TableImporter().parse((FIXTURES / "table_comma.csv").read_bytes())

    assert parsed.openings[0] == PostedOpening(
        source="table",
        key="900100",
        title="Gardener",
        company=PARK,
        place="Utrecht",
        is_remote=False,
        url="https://example.org/jobs/900100",
        hours="32 per week",
        contract="Permanent",
        pay="EUR 2,600 a month",
        posted_on=date(2026, 5, 4),
        closes_on=date(2026, 6, 1),
        text='Plant, prune and water.\n\nYou work "outside"\nall year.',
    )


def test_parse_row_with_gaps_gets_a_made_key_and_the_given_company() -> None:
    content = b"id,title,city\n3,Park Ranger,Remote\n900103\n900104,Arborist\n"

    parsed = TableImporter().parse(content, company=PARK)

    ranger, arborist = parsed.openings
    assert (len(ranger.key), ranger.company, ranger.is_remote) == (24, PARK, True)
    assert arborist == PostedOpening("table", "900104", "Arborist", PARK)


def test_parse_bad_rows_become_problems_with_their_lines() -> None:
    parsed = TableImporter().parse((FIXTURES / "table_comma.csv").read_bytes())

    assert [opening.title for opening in parsed.openings] == ["Gardener", "Park Ranger", "Arborist"]
    assert parsed.problems == (
        Problem("line 6", "This opening has no title. Give it one in the file and import it again."),
        Problem(
            "line 9",
            "This row has 14 cells and the first line names 12. Put quotation marks around the cell "
            "with a separator in it.",
        ),
    )


def test_parse_endless_cell_becomes_a_problem_and_the_rest_goes_on() -> None:
    content = b'title,company\nCook,Inn\n"' + b"a" * 200_000 + b'"\nBaker,Oven\n'

    parsed = TableImporter().parse(content)

    assert [opening.title for opening in parsed.openings] == ["Cook", "Baker"]
    assert [(problem.where, problem.message[:38]) for problem in parsed.problems] == [
        ("line 3", "This row has a cell that never ends. L")
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("table_semicolon.csv", ("Miller; night shift", "Old Mill", "Deventer", None)),
        ("table_tab.tsv", ("Weaver", "Loom Street", "", False)),
    ],
)
def test_parse_other_separators_are_found(name: str, expected: tuple[str, str, str, bool | None]) -> None:
    parsed = TableImporter().parse((FIXTURES / name).read_bytes())

    found = [
        (opening.title, opening.company, opening.place, opening.is_remote) for opening in parsed.openings
    ]
    assert (found, parsed.problems) == ([expected], ())


def test_parse_utf_16_table_is_read() -> None:
    parsed = TableImporter().parse("title,city\nKöchin,Köln\n".encode("utf-16"))

    assert [(opening.title, opening.place) for opening in parsed.openings] == [("Köchin", "Köln")]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"name,city\nCook,Ghent", "no column for the title"),
        (b"\n \n", "no column for the title"),
        (b"First Name,Last Name,Position\nA,B,Cook", "people or of past jobs"),
        (b"Company Name,Title,Started On\nInn,Cook,2020", "people or of past jobs"),
        (b'{"count": 3}', "no list of openings"),
        (b'"', "no column for the title"),
    ],
)
def test_parse_other_tables_are_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        TableImporter().parse(content)


def test_parse_list_of_objects_reads_guessed_names() -> None:
    parsed = TableImporter().parse((FIXTURES / "table_list.json").read_bytes())

    assert parsed.openings[0] == PostedOpening(
        source="table",
        key="12345678",
        title="Potter",
        company="Clay Yard",
        place="Delft; Gouda",
        is_remote=False,
        url="https://example.org/potter",
        posted_on=date(2026, 1, 1),
        text="Throw pots.\n\nFire the kiln.",
    )


def test_parse_list_of_odd_objects_reads_what_it_can() -> None:
    parsed = TableImporter().parse((FIXTURES / "table_list.json").read_bytes())

    assert [(opening.title, opening.is_remote) for opening in parsed.openings[1:]] == [
        ("Glazier", True),
        ("7.5", None),
    ]
    assert parsed.problems == (
        Problem("entry 4", "This entry is not a job with named fields. Remove it or save the file again."),
    )


@pytest.mark.parametrize("value", [[{"title": "Cook"}], {"offers": [{"Position_Title": "Cook"}]}])
def test_parse_list_with_or_without_a_name_is_read(value: Any) -> None:
    parsed = TableImporter().parse(json.dumps(value).encode())

    assert [opening.title for opening in parsed.openings] == ["Cook"]


@pytest.mark.skipif(not REAL.exists(), reason="the recorded postings beside the project are not here")
def test_parse_recorded_table_reads_every_row() -> None:
    parsed = TableImporter().parse(REAL.read_bytes())

    assert (len(parsed.openings), parsed.problems) == (719, ())
    assert all(
        opening.title and opening.company and opening.text and opening.url for opening in parsed.openings
    )
