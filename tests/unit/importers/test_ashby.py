import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from unrut.importers.ashby import AshbyImporter
from unrut.importers.contract import PostedOpening, Problem, UnreadableFileError

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[3]
BOARD = ROOT / "tests/fixtures/openings/ashby_board.json"
REAL = ROOT / "../shared/data/ats/ashby.json"
KEY = "a0000000-0000-4000-8000-00000000000"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"jobs": [{"jobUrl": ""}], "apiVersion": "1"}', 0.95),
        (b'{"jobs": [], "apiVersion": "1"}', 0.6),
        (b'{"jobs": []}', 0.0),
        (b'{"apiVersion": "1"}', 0.0),
        (b'Cook "jobs" "jobUrl"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert AshbyImporter().identify("board.json", content) == expected


def test_parse_board_reads_every_field() -> None:
    parsed = AshbyImporter().parse(BOARD.read_bytes())

    assert parsed.openings[0] == PostedOpening(
        source="ashby",
        key=f"{KEY}1",
        title="Map Librarian",
        company="Paper Harbour",
        place="Porto; Lisbon",
        is_remote=False,
        url=f"https://jobs.ashbyhq.com/Paper%20Harbour/{KEY}1",
        contract="Full time",
        pay="€30K – €36K",
        posted_on=date(2026, 2, 1),
        text="The work\n\n- Care for old maps",
    )


def test_parse_board_with_gaps_fills_in_what_it_can() -> None:
    parsed = AshbyImporter().parse(BOARD.read_bytes(), company="Harbour Press")

    assert parsed.openings[1] == PostedOpening(
        source="ashby",
        key=f"{KEY}2",
        title="Bookbinder",
        company="Harbour Press",
        place="Porto",
        is_remote=False,
        url=f"https://jobs.ashbyhq.com/paper-harbour/{KEY}2/application",
        contract="Contract",
        pay="€20 per hour",
        text="Mend spines.",
    )


def test_parse_board_names_what_was_left_out() -> None:
    parsed = AshbyImporter().parse(BOARD.read_bytes())

    assert len(parsed.openings) == 2
    assert parsed.problems == (
        Problem("job 3", '"Printer" is no longer listed by the company, so it was left out.'),
        Problem("job 4", "This opening has no title. Give it one in the file and import it again."),
    )


@pytest.mark.parametrize(
    ("job", "expected"),
    [
        ({"workplaceType": "Remote", "isRemote": None}, True),
        ({"workplaceType": "OnSite", "isRemote": True}, False),
        ({"workplaceType": None, "isRemote": True}, True),
        ({"workplaceType": None, "isRemote": "yes"}, None),
        ({}, None),
    ],
)
def test_parse_remote_cases(job: dict[str, Any], expected: bool | None) -> None:
    parsed = AshbyImporter().parse(json.dumps({"jobs": [{"title": "Cook"} | job]}).encode())

    assert [opening.is_remote for opening in parsed.openings] == [expected]


@pytest.mark.parametrize("content", [b"[]", b'{"jobs": {}}', b"{}"])
def test_parse_anything_but_a_board_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="not an Ashby job board"):
        AshbyImporter().parse(content)


@pytest.mark.skipif(not REAL.exists(), reason="the recorded boards beside the project are not here")
def test_parse_recorded_board_reads_every_job() -> None:
    content = REAL.read_bytes()

    parsed = AshbyImporter().parse(content)

    assert (len(parsed.openings), parsed.problems) == (len(json.loads(content)["jobs"]), ())
    assert all(
        opening.title and opening.company and opening.text and opening.url for opening in parsed.openings
    )
