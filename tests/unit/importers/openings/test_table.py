import gzip
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome, spoilt_json, spoilt_text

from unrut.core.errors import InvalidInputError
from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import PostedOpening
from unrut.importers.openings.table import TableImporter, guess_columns

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[4]
FIXTURES = ROOT / "tests/fixtures/openings"
REAL = ROOT / "../shared/data/postings/linkedin_jobs_2025.csv"
PARK = "Green Square"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


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
        workplace=Workplace.ON_SITE,
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

    assert [opening.title for opening in parsed.openings] == [
        "Gardener",
        "Park Ranger",
        "Florist",
        "Arborist",
    ]
    assert parsed.problems == (Problem("line 6", NO_TITLE),)


def test_parse_torn_text_is_joined_and_odd_cells_are_kept() -> None:
    _, ranger, florist, _ = TableImporter().parse((FIXTURES / "table_comma.csv").read_bytes()).openings

    assert (florist.key, florist.text, florist.more) == ("900102", "Bind, cut, arrange", (("Remote", "now"),))
    assert ranger.more == (("Job URL", "ftp://example.org/3"), ("Date Posted", "last week"))


@pytest.mark.parametrize(
    "row",
    [
        "Cook,Inn,1,2,3,https://example.org",
        "Cook,You cook,for guests,2026-01-01,https://example.org,no day",
    ],
)
def test_parse_row_with_too_many_cells_becomes_a_problem(row: str) -> None:
    content = f"title,description,posted,url\n{row}\nBaker,You bake\n"

    parsed = TableImporter().parse(content.encode())

    assert [opening.title for opening in parsed.openings] == ["Baker"]
    assert [problem.message[:39] for problem in parsed.problems] == [
        "This row has 6 cells and the first line"
    ]


def test_parse_row_with_too_many_cells_and_no_text_becomes_a_problem() -> None:
    parsed = TableImporter().parse(b"title,company\nCook,Inn,Ghent\n")

    assert [problem.where for problem in parsed.problems] == ["line 2"]


def test_parse_huge_cell_is_read() -> None:
    content = b'title,description\nCook,"' + b"a " * 200_000 + b'"\nBaker,x\n'

    parsed = TableImporter().parse(content)

    assert [len(opening.text) for opening in parsed.openings] == [399_999, 1]


def test_parse_torn_rows_are_read_one_by_one() -> None:
    parsed = TableImporter().parse((FIXTURES / "table_torn.csv").read_bytes())

    assert [(opening.title, opening.company, opening.place, opening.text) for opening in parsed.openings] == [
        ("Cook", "Inn", "Ghent", "You cook"),
        ("Baker", "Oven", "Delft", "You bake"),
        ("Miller", "Mill", "York", "You mill\nby the sea"),
        ("Weaver", "Loom", "Leeds", "You weave"),
    ]


def test_parse_table_in_german_is_understood() -> None:
    cook, baker = TableImporter().parse((FIXTURES / "table_german.csv").read_bytes()).openings

    assert cook == PostedOpening(
        source="table",
        key=cook.key,
        title="Koch (m/w/d)",
        company="Gasthof Adler",
        place="Köln",
        workplace=Workplace.HYBRID,
        pay="2.500 € im Monat",
        posted_on=date(2026, 4, 13),
        closes_on=date(2026, 5, 1),
        text="Aufgaben\nKochen",
        more=(("Dienstwagen", "ja"),),
    )
    assert (baker.title, baker.workplace, baker.posted_on) == ("Bäcker", Workplace.ON_SITE, date(2026, 4, 2))


def test_parse_columns_named_by_the_person_count_before_the_guess() -> None:
    content = "Was;Title;Wo\nKoch;7;Köln".encode()

    parsed = TableImporter().parse(content, columns={"title": "Was", "Location": "wo", "pay": ""})

    assert [(opening.title, opening.place, opening.more) for opening in parsed.openings] == [
        ("Koch", "Köln", (("Title", "7"),))
    ]


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ({"colour": "title"}, '^"colour" is no field of an opening. Fields are title, '),
        ({"title": "Stelle"}, '^The table has no column "Stelle". Its columns are title, city.$'),
    ],
)
def test_parse_unknown_field_or_column_gets_a_sentence(columns: dict[str, str], sentence: str) -> None:
    with pytest.raises(InvalidInputError, match=sentence):
        TableImporter().parse(b"title,city\nCook,Ghent", columns=columns)


def test_guess_columns_shows_names_guesses_and_samples() -> None:
    columns = guess_columns((FIXTURES / "table_german.csv").read_bytes())

    assert [(column.name, column.field, column.sample) for column in columns] == [
        ("Stelle", "title", "Koch (m/w/d)"),
        ("Firma", "company", "Gasthof Adler"),
        ("Ort", "place", "Köln"),
        ("Veröffentlicht am", "posted_on", "13.04.2026"),
        ("Bewerbungsfrist", "closes_on", "1/5/2026"),
        ("Gehalt", "pay", "2.500 € im Monat"),
        ("Homeoffice", "workplace", "teilweise remote"),
        ("Aufgaben", "", "Kochen"),
        ("Dienstwagen", "", "ja"),
    ]
    assert columns[0].samples == ("Koch (m/w/d)", "Bäcker")


def test_guess_columns_of_records_and_packed_tables_are_shown() -> None:
    packed = gzip.compress(b"title,city\nCook,")

    assert [(column.name, column.field, column.sample) for column in guess_columns(packed)] == [
        ("title", "title", "Cook"),
        ("city", "city", ""),
    ]
    assert guess_columns(b'[{"title": "Cook"}]', {"title": "title"})[0].field == "title"
    assert guess_columns(b'{"count": 3}') == ()


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
        (
            b"colour,city\n1,Ghent",
            "no column for the title that we could find. Its columns are colour, city. Say",
        ),
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
        workplace=Workplace.ON_SITE,
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


def test_parse_lines_of_json_are_read_one_by_one() -> None:
    parsed = TableImporter().parse((FIXTURES / "table_lines.jsonl").read_bytes())

    assert [(opening.title, opening.company) for opening in parsed.openings] == [
        ("Cook", "The Inn"),
        ("Baker", ""),
    ]
    assert [problem.where for problem in parsed.problems] == ["line 4"]


def test_parse_unknown_board_is_read_wherever_its_list_stands() -> None:
    parsed = TableImporter().parse((FIXTURES / "table_boards.json").read_bytes())

    assert parsed.is_table
    assert parsed.openings[0] == PostedOpening(
        source="table",
        key=parsed.openings[0].key,
        title="Cook",
        company="The Inn",
        place="Ghent, Belgium",
        workplace=Workplace.ON_SITE,
        pay="EUR 14 to 16 per hour",
        pays=(Pay(14.0, 16.0, "EUR", Period.HOUR, PayKind.BASE, Said("EUR 14 to 16 per hour")),),
        posted_on=date(2026, 4, 1),
        more=(("company.size", "5"), ("location.zip", "9000"), ("isHot", "yes"), ("tags", "bread; soup")),
    )
    assert [problem.where for problem in parsed.problems] == ["entry 3"]


@pytest.mark.parametrize("name", ["table_list.json", "table_boards.json"])
@given(data=st.data())
def test_parse_spoilt_records_give_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(TableImporter(), content) in {"openings", "sentence"}


@pytest.mark.parametrize(
    "name", ["table_comma.csv", "table_torn.csv", "table_german.csv", "table_lines.jsonl"]
)
@given(data=st.data())
def test_parse_spoilt_table_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_text((FIXTURES / name).read_bytes()))

    assert outcome(TableImporter(), content) in {"openings", "sentence"}


@pytest.mark.skipif(not REAL.exists(), reason="the recorded postings beside the project are not here")
def test_parse_recorded_table_reads_every_row() -> None:
    parsed = TableImporter().parse(REAL.read_bytes())

    assert (len(parsed.openings), parsed.problems) == (719, ())
    assert all(
        opening.title and opening.company and opening.text and opening.url for opening in parsed.openings
    )
    assert sum(opening.posted_on is not None for opening in parsed.openings) == 683
    labels = Counter(label for opening in parsed.openings for label, _ in opening.more)
    assert labels == {"date_text": 719, "company_link": 717}
