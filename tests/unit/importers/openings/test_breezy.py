import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from tests.unit.importers.openings.mutations import outcome, spoilt_json

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.breezy import BreezyImporter
from unrut.importers.openings.contract import Parsed, PostedOpening

pytestmark = pytest.mark.unit

FIXTURE = Path(__file__).resolve().parents[4] / "tests/fixtures/openings/breezy_positions.json"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."
LINK = "https://bright-wicks.breezy.hr/p"


def parse(value: Any, *, company: str = "") -> Parsed:
    return BreezyImporter().parse(json.dumps(value).encode(), company=company)


def one(position: dict[str, Any]) -> PostedOpening:
    (opening,) = parse([{"name": "Cook", **position}]).openings
    return opening


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'[{"friendly_id": "a", "name": "b", "published_date": null}]', 0.95),
        (b'\xef\xbb\xbf {"creation_date": 1, "name": "b", "friendly_id": "a"}', 0.95),
        (b'[{"friendly_id": "a", "name": "b"}]', 0.0),
        (b'Say "friendly_id" "name" "published_date"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert BreezyImporter().identify("board.json", content) == expected


def test_parse_position_reads_every_field() -> None:
    parsed = BreezyImporter().parse(FIXTURE.read_bytes())

    assert parsed.openings[0] == PostedOpening(
        source="breezy",
        key="b7c1",
        title="Lamp Lighter & Trimmer",
        company="Bright Wicks",
        place="Cobh, IE; Youghal, Ireland",
        url=f"{LINK}/b7c1-lamp-lighter",
        apply_url=f"{LINK}/b7c1-lamp-lighter/apply",
        contract="Full-Time",
        seniority="Entry level",
        education="Unspecified",
        department="Lamps",
        category="Trades",
        pay="€16 - €18 / hr",
        requisition="L-7",
        posted_on=date(2026, 3, 4),
        updated_on=date(2026, 3, 9),
        text="Light lamps.\n\nRequirements\n- Climb",
        more=(
            ("Address", "2 Pier Road"),
            ("Postal code", "P24"),
            ("Country", "Ireland"),
            ("Tag", "night work"),
            ("Tag", "outdoors"),
        ),
    )


def test_parse_position_with_few_fields_takes_the_rest_from_its_address() -> None:
    parsed = BreezyImporter().parse(FIXTURE.read_bytes())

    assert parsed.openings[1:] == (
        PostedOpening(
            source="breezy",
            key="b7c2",
            title="Wick Planner",
            company="Bright Wicks",
            place="Portugal",
            workplace=Workplace.REMOTE,
            url=f"{LINK}/b7c2-wick-planner",
            contract="Part time",
            posted_on=date(2026, 3, 5),
            more=(("Remote", "Remote within Portugal"),),
        ),
    )
    assert parsed.problems == (Problem("job 3", NO_TITLE),)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"location": {"is_remote": True}}, Workplace.REMOTE),
        ({"is_remote": True}, Workplace.REMOTE),
        ({"location": {"is_remote": True, "remote_details": {"value": "hybrid"}}}, Workplace.HYBRID),
        ({"location": {"is_remote": False, "remote_details": {"label": "No remote"}}}, Workplace.UNKNOWN),
        ({"locations": [{"is_remote": True}, {"is_remote": False}]}, Workplace.UNKNOWN),
        ({"location": {"is_remote": False}}, Workplace.UNKNOWN),
        ({"location": "Remote, Spain"}, Workplace.REMOTE),
        ({}, Workplace.UNKNOWN),
    ],
)
def test_parse_workplace_cases(fields: dict[str, Any], expected: Workplace) -> None:
    assert one(fields).workplace is expected


@pytest.mark.parametrize(
    ("fields", "place", "more"),
    [
        ({"location": "Remote, Spain"}, "Remote, Spain", ()),
        ({"location": {"city": "Lyon", "country": "FR"}}, "Lyon, France", ()),
        ({"location": {"name": "Lyon", "streetAddress": "1 Quai"}}, "Lyon", (("Address", "1 Quai"),)),
        ({"location": {"remote_details": {"value": "fully-remote"}}}, "", (("Remote", "Fully-remote"),)),
        ({"location": {"name": "%LABEL_MULTIPLE_LOCATIONS%", "city": "Lyon"}}, "Lyon", ()),
        ({"state": "closed"}, "", (("State", "closed"),)),
        ({"state": "published"}, "", ()),
    ],
)
def test_parse_place_and_further_facts_cases(
    fields: dict[str, Any], place: str, more: tuple[tuple[str, str], ...]
) -> None:
    opening = one(fields)

    assert (opening.place, opening.more) == (place, more)


@pytest.mark.parametrize("value", [{"positions": [{"name": "Cook"}]}, {"name": "Cook", "friendly_id": "a"}])
def test_parse_wrapped_and_single_positions_are_read(value: object) -> None:
    assert [opening.title for opening in parse(value, company="Inn").openings] == ["Cook"]
    assert parse(value, company="Inn").openings[0].company == "Inn"


@pytest.mark.parametrize("content", [b'"words"', b'{"positions": 1}', b"{}"])
def test_parse_anything_but_a_board_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="not a Breezy careers site"):
        BreezyImporter().parse(content)


@given(spoilt_json(FIXTURE.read_bytes()))
def test_parse_spoilt_answer_gives_openings_or_a_sentence(content: bytes) -> None:
    assert outcome(BreezyImporter(), content) in {"openings", "sentence"}
