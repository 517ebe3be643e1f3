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
from unrut.importers.openings.remotive import RemotiveImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return RemotiveImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return RemotiveImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            b'{"jobs": [{"company_name": "", "candidate_required_location": "", "publication_date": ""}]}',
            0.95,
        ),
        (b'[{"company_name": "", "title": ""}]', 0.0),
        (b'say "candidate_required_location"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert RemotiveImporter().identify("list.json", content) == expected


def test_parse_remotive_reads_every_field() -> None:
    opening = fixture("remotive_jobs.json").openings[0]

    assert opening == PostedOpening(
        source="remotive",
        key="101",
        title="Cook & Baker",
        company="The Inn",
        place="Belgium, Netherlands",
        workplace=Workplace.REMOTE,
        remote_area="Belgium, Netherlands",
        url="https://remotive.com/remote-jobs/food/cook-101",
        contract="Full time",
        category="Food",
        pay="€2,000 a month",
        posted_on=date(2026, 4, 1),
        text="You cook.",
        more=(("Tags", "bread; soup"),),
    )


def test_parse_remotive_without_a_title_becomes_a_problem() -> None:
    assert fixture("remotive_jobs.json").problems == (Problem("job 2", NO_TITLE),)


@pytest.mark.parametrize(
    ("job", "expected"),
    [
        ({"company_name": "The Inn"}, "The Inn"),
        ({"company": {"name": "Old Mill"}}, "Old Mill"),
        ({}, "Given"),
    ],
)
def test_parse_company_cases(job: Any, expected: str) -> None:
    parsed = parse([{"title": "Cook", **job}], company="Given")

    assert [opening.company for opening in parsed.openings] == [expected]


def test_parse_single_job_is_read() -> None:
    assert [
        opening.title for opening in parse({"title": "Cook", "candidate_required_location": "EU"}).openings
    ] == ["Cook"]


@pytest.mark.parametrize("value", ["words", {"other": 1}, {}, 7])
def test_parse_anything_else_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not the list of Remotive"):
        parse(value)


@pytest.mark.parametrize("name", ["remotive_jobs.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(RemotiveImporter(), content) in {"openings", "sentence"}
