import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome, spoilt_json

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.oracle import OracleImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"


def parse(answer: Any, *, company: str = "") -> Parsed:
    return OracleImporter().parse(json.dumps(answer).encode(), company=company)


def read(**requisition: Any) -> PostedOpening:
    """One requisition with these fields, read from a list."""
    answer = {"items": [{"requisitionList": [{"Title": "Cook", **requisition}]}]}
    (opening,) = parse(answer).openings
    return opening


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"items": [{"requisitionList": []}]}', 0.95),
        (b'\xef\xbb\xbf\n{"Title": "", "PrimaryLocation": "", "ExternalDescriptionStr": ""}', 0.92),
        (
            b'[{"Title": "", "PrimaryLocation": "", "ShortDescriptionStr": "", "PrimaryLocationCountry": ""}]',
            0.95,
        ),
        (b'{"Title": "", "PrimaryLocation": ""}', 0.6),
        (b'{"PrimaryLocation": "", "ExternalDescriptionStr": ""}', 0.0),
        (b'{"requisitionList": [{"contestNo": "1", "column": []}]}', 0.0),
        (b'Cook "requisitionList"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert OracleImporter().identify("board.json", content) == expected


def test_parse_list_reads_every_field() -> None:
    parsed = OracleImporter().parse((FIXTURES / "oracle_list.json").read_bytes(), company="Crossings")

    opening = PostedOpening(
        source="oracle",
        key="4401",
        title="Ferry Hand",
        company="Crossings",
        place="Old Quay, Norway; New Quay, Norway",
        workplace=Workplace.ON_SITE,
        hours="20",
        schedule="Part time; Night",
        contract="Seasonal",
        department="Crossing",
        category="Deck",
        language="en",
        pay="$24.05 - $30 hourly",
        requisition="4401",
        posted_on=date(2026, 2, 27),
        closes_on=date(2026, 4, 1),
        text="You take the ropes.",
        more=(
            ("Workplace", "ON SITE"),
            ("Job family", "Boats"),
            ("Work location", "Quay House, 2 Rope Walk, Old Quay, 0150, Norway"),
            ("Job Shift", "Early"),
            ("Schedule", "Weekends"),
        ),
    )
    problem = Problem("job 2", "This opening has no title. Give it one in the file and import it again.")
    assert parsed == Parsed((opening,), (problem,))


def test_parse_requisition_reads_every_field() -> None:
    parsed = OracleImporter().parse((FIXTURES / "oracle_requisition.json").read_bytes(), company="Somebody")

    opening = PostedOpening(
        source="oracle",
        key="5510",
        title="Glass Blower & Cutter",
        company="Clear Panes NV",
        place="Ghent",
        workplace=Workplace.HYBRID,
        seniority="Senior",
        category="Workshop",
        skills=("Cutting", "Polishing"),
        pay="EUR 30,000 to EUR 36,000",
        requisition="5510",
        posted_on=date(2026, 5, 4),
        closes_on=date(2026, 6, 4),
        text="You blow glass.\n\nResponsibilities\n- Keep the furnace\n\nQualifications\nStrong lungs.\n\nWe make panes.",
        more=(
            ("Country", "Belgium"),
            ("Workplace", "Hybrid"),
            ("Requisition type", "Professional"),
            ("Openings", "2"),
            ("Language", "Dutch"),
            ("Pay scale", "to be agreed"),
        ),
    )
    assert parsed == Parsed((opening,))


def test_parse_older_answer_reads_its_inner_items() -> None:
    (opening,) = OracleImporter().parse((FIXTURES / "oracle_older.json").read_bytes()).openings

    assert (opening.key, opening.title, opening.place) == ("77", "Bell Founder", "Belgium")


@pytest.mark.parametrize(
    "answer",
    [
        {"requisitionList": [{"Title": "Cook"}]},
        {"items": [{"Title": "Cook"}]},
        {"Title": "Cook"},
        [{"Title": "Cook"}],
        [{"items": [{"requisitionList": [{"Title": "Cook"}]}]}, {"items": [{"requisitionList": None}]}],
    ],
)
def test_parse_any_wrapping_is_read(answer: Any) -> None:
    parsed = parse(answer)

    assert ([opening.title for opening in parsed.openings], parsed.problems) == (["Cook"], ())


def test_parse_lists_in_lists_end_somewhere() -> None:
    answer: Any = [{"Title": "Cook"}]
    for _ in range(50):
        answer = {"items": [answer]}

    assert [problem.where for problem in parse(answer).problems] == ["job 1"]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("US", "en"), ("frc", "fr"), ("en-GB", "en"), ("Volapük", "volapük"), (None, "")],
)
def test_parse_language_cases(stated: Any, expected: str) -> None:
    assert read(Language=stated).language == expected


@pytest.mark.parametrize(
    ("requisition", "expected"),
    [
        ({"WorkplaceTypeCode": "ORA_REMOTE"}, Workplace.REMOTE),
        ({"WorkplaceType": "Hybrid", "WorkplaceTypeCode": "ORA_REMOTE"}, Workplace.HYBRID),
        ({"PrimaryLocation": "Remote", "secondaryLocations": [{"Name": "Ghent"}]}, Workplace.UNKNOWN),
    ],
)
def test_parse_workplace_cases(requisition: dict[str, Any], expected: Workplace) -> None:
    assert read(**requisition).workplace is expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ([("Salary", "EUR 9 per hour")], "EUR 9 per hour"),
        ([("Base pay", "EUR 9"), ("Night pay", "EUR 11")], "Base pay: EUR 9; Night pay: EUR 11"),
        ([("Max wage", "EUR 9"), ("Min wage", "EUR 8")], "EUR 8 to EUR 9"),
        ([("Salary", "good")], ""),
    ],
)
def test_parse_pay_cases(fields: list[tuple[str, str]], expected: str) -> None:
    stated = [{"Prompt": label, "Value": words} for label, words in fields]

    assert read(requisitionFlexFields=stated).pay == expected


@given(data=st.data())
@pytest.mark.parametrize("name", ["oracle_list", "oracle_older", "oracle_requisition"])
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / f"{name}.json").read_bytes()))

    assert outcome(OracleImporter(), content) in {"openings", "sentence"}


@pytest.mark.parametrize("letter", ["1", " ", "<", "<p>", "a ", "(", "salary "])
def test_parse_words_of_a_megabyte_are_read_at_once(letter: str) -> None:
    words = letter * (1_000_000 // len(letter))

    opening = read(ExternalDescriptionStr=words, requisitionFlexFields=[{"Prompt": words, "Value": words}])

    assert opening.title == "Cook"


@pytest.mark.parametrize("answer", ["words", {}, {"items": None}, {"requisitionList": {}}])
def test_parse_anything_but_a_site_is_refused(answer: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not an Oracle careers site"):
        parse(answer)
