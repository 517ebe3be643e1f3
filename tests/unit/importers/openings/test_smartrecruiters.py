import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome, spoilt_json

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.smartrecruiters import SmartRecruitersImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return SmartRecruitersImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return SmartRecruitersImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"content": [{"releasedDate": ""}]}', 0.95),
        (b'{"content": [], "totalFound": 0}', 0.95),
        (b'{"jobAd": {"sections": {}}}', 0.95),
        (b'{"content": []}', 0.0),
        (b'Say "releasedDate"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert SmartRecruitersImporter().identify("board.json", content) == expected


def test_parse_list_reads_every_field() -> None:
    parsed = fixture("smartrecruiters_list.json", company="Unused")

    words = "AED 5,000 to 6,000 per month"
    assert parsed.openings[0] == PostedOpening(
        source="smartrecruiters",
        key="744000000000001",
        title="Night Porter",
        company="Blue Inn Group",
        place="Dubai, United Arab Emirates; Sharjah, United Arab Emirates",
        workplace=Workplace.HYBRID,
        url="https://jobs.smartrecruiters.com/BlueInn/744000000000001",
        hours="42",
        contract="Full-time",
        seniority="Entry Level",
        department="Front desk",
        category="Customer Service",
        language="en",
        pay=words,
        pays=(Pay(5000.0, 6000.0, "AED", Period.MONTH, PayKind.BASE, Said(words)),),
        requisition="REF1A",
        posted_on=date(2026, 5, 8),
        more=(
            ("Address", "1 Creek Road, 12345"),
            ("Industry", "Hospitality"),
            ("Hybrid", "Two nights at home"),
            ("Brand", "Blue Inn"),
        ),
    )


def test_parse_list_with_gaps_fills_in_what_it_can() -> None:
    parsed = fixture("smartrecruiters_list.json")

    assert parsed.openings[1:] == (
        PostedOpening(
            source="smartrecruiters",
            key="744000000000002",
            title="Cook",
            company="BlueInn",
            place="St. Gallen, Switzerland",
            workplace=Workplace.REMOTE,
            url="https://jobs.smartrecruiters.com/BlueInn/744000000000002",
            more=(("Active", "no"),),
        ),
    )
    assert parsed.problems == (Problem("job 3", NO_TITLE),)


def test_parse_posting_reads_its_texts_in_their_order() -> None:
    parsed = fixture("smartrecruiters_posting.json")

    assert parsed == Parsed(
        (
            PostedOpening(
                source="smartrecruiters",
                key="744000000000001",
                title="Night Porter",
                company="Blue Inn Group",
                place="Dubai, United Arab Emirates",
                url="https://jobs.smartrecruiters.com/BlueInn/744000000000001-night-porter",
                apply_url="https://jobs.smartrecruiters.com/BlueInn/744000000000001-night-porter?oga=true",
                posted_on=date(2026, 5, 8),
                text="Company Description\nWe are an inn.\n\nJob Description\nWatch the door."
                "\n\nAdditional Information\nBreakfast is free.",
            ),
        )
    )


def test_parse_own_fields_fill_in_what_is_not_stated() -> None:
    stated = {
        "Contract type": "Fixed",
        "Shift": "Late",
        "Level": "Junior",
        "Degree": "None",
        "Job family": "Doors",
    }
    fields = [{"fieldLabel": label, "value": value} for label, value in stated.items()]

    (opening,) = parse([{"name": "Porter", "customField": fields, "language": "German"}]).openings

    assert (opening.contract, opening.schedule, opening.seniority) == ("Fixed", "Late", "Junior")
    assert (opening.education, opening.category, opening.language) == ("None", "Doors", "German")
    assert (opening.url, opening.place, opening.more) == ("", "", ())


@pytest.mark.parametrize("value", ["words", {"content": 1}, {}, 7])
def test_parse_anything_but_a_board_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not a SmartRecruiters job board"):
        parse(value)


@pytest.mark.parametrize("name", ["smartrecruiters_list.json", "smartrecruiters_posting.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(SmartRecruitersImporter(), content) in {"openings", "sentence"}
