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
from unrut.importers.openings.bamboohr import BambooHrImporter
from unrut.importers.openings.contract import Parsed, PostedOpening

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return BambooHrImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return BambooHrImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"result": [{"jobOpeningName": ""}]}', 0.95),
        (b'[{"postedDate": "", "newApplicantsCount": 0}]', 0.9),
        (b'{"result": []}', 0.0),
        (b'Say "jobOpeningName"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert BambooHrImporter().identify("board.json", content) == expected


def test_parse_list_reads_every_field() -> None:
    parsed = fixture("bamboohr_list.json", company="Apple Lane")

    assert parsed.openings[0] == PostedOpening(
        source="bamboohr",
        key="21",
        title="Orchard Nurse",
        company="Apple Lane",
        place="Lausanne, Vaud, Switzerland",
        workplace=Workplace.REMOTE,
        contract="Full-Time",
        department="Trees",
    )
    assert [opening.workplace for opening in parsed.openings[1:]] == [Workplace.HYBRID, Workplace.REMOTE]
    assert parsed.problems == (Problem("job 4", NO_TITLE),)


def test_parse_details_have_the_key_of_the_list() -> None:
    parsed = fixture("bamboohr_detail.json")

    assert parsed == Parsed(
        (
            PostedOpening(
                source="bamboohr",
                key="22",
                title="Picker",
                company="Apple Lane",
                place="Lausanne, Vaud, Switzerland",
                workplace=Workplace.ON_SITE,
                url="https://apple-lane.bamboohr.com/careers/22",
                contract="Seasonal",
                seniority="Entry-level",
                department="Trees",
                pay="CHF 25 an hour",
                posted_on=date(2026, 7, 21),
                text="Pick apples.",
                more=(("Employment type", "Hourly"), ("Postal code", "1003"), ("Status", "Draft")),
            ),
        )
    )


def test_parse_list_of_an_account_is_read() -> None:
    parsed = fixture("bamboohr_account.json")

    assert parsed.openings[0] == PostedOpening(
        source="bamboohr",
        key="31",
        title="Cider Maker",
        company="Apple Lane",
        place="Sion, Switzerland",
        url="https://apple-lane.bamboohr.com/jobs/view.php?id=31",
        department="Cider",
        posted_on=date(2026, 5, 1),
    )
    assert (parsed.openings[1].title, parsed.openings[1].place) == ("Taster", "Cellar")


def test_parse_opening_without_a_number_gets_a_key_of_its_contents() -> None:
    (opening,) = parse({"jobOpeningName": "Cook"}).openings

    assert (opening.title, len(opening.key)) == ("Cook", 24)


@pytest.mark.parametrize("value", ["words", {"result": 1}, {}, {"result": {"jobOpening": 1}}])
def test_parse_anything_but_a_page_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not a BambooHR careers page"):
        parse(value)


@pytest.mark.parametrize("name", ["bamboohr_list.json", "bamboohr_detail.json", "bamboohr_account.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(BambooHrImporter(), content) in {"openings", "sentence"}
