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
from unrut.importers.openings.teamtailor import TeamtailorImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return TeamtailorImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return TeamtailorImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"items": [{"_jobposting": {}}]}', 0.95),
        (b'{"data": [{"attributes": {"remote-status": ""}}]}', 0.95),
        (b'{"data": [{"attributes": {"human_status": ""}}]}', 0.95),
        (b'{"data": [{"attributes": {"title": ""}}]}', 0.0),
        (b'{"items": []}', 0.0),
        (b'Say "_jobposting"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert TeamtailorImporter().identify("board.json", content) == expected


def test_parse_feed_reads_every_field() -> None:
    parsed = fixture("teamtailor_feed.json", company="Unused")

    words = "SEK 28,000 to 31,000 per month"
    assert parsed.openings[0] == PostedOpening(
        source="teamtailor",
        key="f1",
        title="Deckhand",
        company="Cloud Ferry AB",
        place="Stockholm, Sweden; Finland",
        workplace=Workplace.REMOTE,
        remote_area="Sweden; Norway",
        url="https://cloudferry.teamtailor.com/jobs/501-deckhand",
        contract="Full time; Contractor",
        pay=words,
        pays=(Pay(28000.0, 31000.0, "SEK", Period.MONTH, PayKind.BASE, Said(words)),),
        requisition="501",
        posted_on=date(2026, 2, 3),
        updated_on=date(2026, 2, 5),
        closes_on=date(2026, 4, 3),
        text="Tie the ropes.",
        more=(("Address", "Kajen 1, 111 11"), ("Industry", "Shipping"), ("Tags", "sea")),
    )


def test_parse_feed_with_gaps_fills_in_what_it_can() -> None:
    parsed = fixture("teamtailor_feed.json")

    assert parsed.openings[1:] == (
        PostedOpening(
            source="teamtailor",
            key="f2",
            title="Mate",
            company="Cloud Ferry",
            url="https://cloudferry.teamtailor.com/jobs/502-mate",
            contract="Part time",
            pay="SEK 200 per hour",
            pays=(Pay(200.0, 200.0, "SEK", Period.HOUR, PayKind.BASE, Said("SEK 200 per hour")),),
            requisition="502",
            posted_on=date(2026, 2, 4),
            text="Steer.",
        ),
    )
    assert parsed.problems == (Problem("job 3", NO_TITLE),)


def test_parse_answer_reads_every_field() -> None:
    parsed = fixture("teamtailor_answer.json")

    words = "SEK 40,000 to 45,000 per month"
    assert parsed == Parsed(
        (
            PostedOpening(
                source="teamtailor",
                key="9001",
                title="Pilot",
                company="Cloudferry",
                place="Gothenburg, Sweden; The hangar",
                workplace=Workplace.HYBRID,
                url="https://cloudferry.teamtailor.com/jobs/9001-pilot",
                apply_url="https://cloudferry.teamtailor.com/jobs/9001-pilot/applications/new",
                contract="Full time",
                seniority="Senior level",
                department="Air",
                category="Flying",
                language="sv",
                pay=words,
                pays=(Pay(40000.0, 45000.0, "SEK", Period.MONTH, PayKind.BASE, Said(words)),),
                posted_on=date(2026, 1, 2),
                updated_on=date(2026, 1, 3),
                closes_on=date(2026, 12, 31),
                text="See the coast from above\n\nFly the ferry.",
                more=(("Tags", "air"), ("Regions", "North"), ("Address", "Pier 4 411 11")),
            ),
        )
    )


def test_parse_single_job_in_the_other_spelling_is_read() -> None:
    attributes = {
        "title": "Cook",
        "remote_status": "temporary",
        "apply_url": "https://example.org/a",
        "status": "draft",
    }

    (opening,) = parse({"data": {"id": "5", "attributes": attributes}}, company="Inn").openings

    assert (opening.key, opening.company, opening.url) == ("5", "Inn", "https://example.org/a")
    assert opening.workplace is Workplace.UNKNOWN
    assert opening.more == (("Remote status", "temporary"), ("Status", "draft"))


@pytest.mark.parametrize("value", ["words", [], {"items": 1}, {"data": "x"}, {}])
def test_parse_anything_but_a_site_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not a Teamtailor career site"):
        parse(value)


@pytest.mark.parametrize("name", ["teamtailor_feed.json", "teamtailor_answer.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(TeamtailorImporter(), content) in {"openings", "sentence"}
