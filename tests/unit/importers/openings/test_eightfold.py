import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome, spoilt_json, spoilt_text

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.eightfold import EightfoldImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."
SITE = "https://moss-garden.eightfold.ai/careers/job"


def fixture(name: str) -> Parsed:
    return EightfoldImporter().parse((FIXTURES / name).read_bytes())


def one(position: dict[str, Any], *, company: str = "") -> PostedOpening:
    content = json.dumps({"positions": [{"name": "Cook", **position}]}).encode()
    (opening,) = EightfoldImporter().parse(content, company=company).openings
    return opening


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"positions": [{"name": "", "canonicalPositionUrl": ""}]}', 0.95),
        (b'{"data": {"positions": [{"postedTs": 1}]}}', 0.95),
        (b'{"domain": "a.example", "positions": []}', 0.95),
        (b'{"data": {"name": "", "postedTs": 1, "atsJobId": ""}}', 0.92),
        (b'<code id="smartApplyData">', 0.95),
        (b'{"positions": [{"name": ""}]}', 0.0),
        (b'{"name": "", "t_create": 1}', 0.0),
        (b'"positions" "postedTs"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert EightfoldImporter().identify("board.json", content) == expected


def test_parse_position_reads_every_field() -> None:
    parsed = fixture("eightfold_positions.json")

    assert parsed.openings[0] == PostedOpening(
        source="eightfold",
        key="880001",
        title="Moss Grower & Raker",
        company="Mossgarden",
        place="Kyoto, Japan; Nara, Japan",
        workplace=Workplace.ON_SITE,
        url=f"{SITE}/880001",
        apply_url="https://moss.example/apply",
        seniority="Junior",
        department="Moss",
        skills=("Raking", "Patience"),
        language="en",
        requisition="2026-1",
        posted_on=date(2026, 8, 4),
        updated_on=date(2026, 8, 6),
        text="Grow moss.",
        more=(("Workplace", "Onsite"), ("Business unit", "Gardens"), ("Tool allowance", "Yes")),
    )


def test_parse_position_with_pay_and_a_relative_address() -> None:
    parsed = fixture("eightfold_positions.json")

    words = "EUR 30,000 to 34,000 per year"
    assert parsed.openings[1:] == (
        PostedOpening(
            source="eightfold",
            key="880002",
            title="Pond Planner",
            company="Mossgarden",
            workplace=Workplace.REMOTE,
            contract="Full time",
            pay=words,
            pays=(Pay(30000.0, 34000.0, "EUR", Period.YEAR, PayKind.BASE, Said(words)),),
            more=(
                ("Type", "internal"),
                ("Workplace", "Remote local"),
                ("Programme", "Water"),
                ("Address", "/careers/job/880002"),
            ),
        ),
    )
    assert parsed.problems == (Problem("job 3", NO_TITLE),)


def test_parse_details_read_every_field() -> None:
    (opening,) = fixture("eightfold_details.json").openings

    assert opening == PostedOpening(
        source="eightfold",
        key="880004",
        title="Stone Setter",
        company="Moss Garden",
        place="Nara, 29, JP",
        workplace=Workplace.HYBRID,
        url=f"{SITE}/880004",
        contract="Part-Time",
        department="Stone",
        pay="$20 - $24 per hour",
        requisition="2026-4",
        posted_on=date(2026, 8, 6),
        text="Set stones.",
        more=(("Workplace", "Hybrid"), ("Created", "2026-08-04"), ("Required travel", "0-25%")),
    )


def test_parse_page_reads_what_it_carries_and_what_it_marks_up() -> None:
    (opening,) = fixture("eightfold_page.html").openings

    assert opening == PostedOpening(
        source="eightfold",
        key="880004",
        title="Stone Setter & Mason",
        company="Moss Garden",
        place="Nara, Japan",
        posted_on=date(2026, 8, 4),
        closes_on=date(2026, 12, 24),
        text="Set stones.",
    )


@pytest.mark.parametrize(
    ("position", "place"),
    [
        ({"location": "Nara"}, "Nara"),
        ({"location": "Multiple Locations"}, "Multiple Locations"),
        ({"location": "Nara", "locations": ["Kyoto"]}, "Kyoto; Nara"),
        ({"location": "multiple locations", "locations": ["Kyoto"]}, "Kyoto"),
    ],
)
def test_parse_place_cases(position: dict[str, Any], place: str) -> None:
    opening = one(position, company="Given")

    assert (opening.company, opening.place) == ("Given", place)


def test_parse_bare_list_of_positions_is_read() -> None:
    content = json.dumps([{"name": "Cook", "data": {}}]).encode()

    assert [opening.title for opening in EightfoldImporter().parse(content).openings] == ["Cook"]


@pytest.mark.parametrize("content", [b'{"positions": 1}', b"{}", b'{"data": {"count": 0}}'])
def test_parse_anything_but_a_careers_site_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="not an Eightfold careers site"):
        EightfoldImporter().parse(content)


@pytest.mark.parametrize("page", [b"words", b'<code id="smartApplyData">{"positions": [</code>'])
def test_parse_page_without_whole_data_is_refused(page: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="cannot be read past line 1"):
        EightfoldImporter().parse(page)


@pytest.mark.parametrize("name", ["eightfold_positions.json", "eightfold_details.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(EightfoldImporter(), content) in {"openings", "sentence"}


@given(spoilt_text((FIXTURES / "eightfold_page.html").read_bytes()))
def test_parse_spoilt_page_gives_openings_or_a_sentence(content: bytes) -> None:
    assert outcome(EightfoldImporter(), content) in {"openings", "sentence"}
