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
from unrut.importers.openings.themuse import TheMuseImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return TheMuseImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return TheMuseImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"results": [{"contents": "", "refs": {"landing_page": ""}, "locations": []}]}', 0.95),
        (b'{"results": [{"contents": "", "locations": []}]}', 0.0),
        (b'say "contents"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert TheMuseImporter().identify("list.json", content) == expected


def test_parse_themuse_reads_every_field() -> None:
    opening = fixture("themuse_jobs.json").openings[0]

    assert opening == PostedOpening(
        source="themuse",
        key="501",
        title="Cook & Baker",
        company="The Inn",
        place="Ghent, Belgium; Flexible / Remote",
        url="https://www.themuse.com/jobs/theinn/cook",
        seniority="Senior Level",
        category="Food",
        posted_on=date(2026, 4, 1),
        text="You cook.",
        more=(("Tags", "Fortune"),),
    )


def test_parse_themuse_entry_2_with_gaps_stays_unknown() -> None:
    opening = fixture("themuse_jobs.json").openings[1]

    assert opening == PostedOpening(
        source="themuse",
        key="502",
        title="Miller",
        place="Flexible / Remote",
        workplace=Workplace.REMOTE,
        text="You mill.",
    )


def test_parse_themuse_without_a_title_becomes_a_problem() -> None:
    assert fixture("themuse_jobs.json").problems == (Problem("job 3", NO_TITLE),)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (["Flexible / Remote"], Workplace.REMOTE),
        (["Ghent", "Flexible / Remote"], Workplace.UNKNOWN),
        (["Hybrid, Ghent"], Workplace.HYBRID),
        ([], Workplace.UNKNOWN),
    ],
)
def test_parse_workplace_cases(places: list[str], expected: Workplace) -> None:
    job = {"name": "Cook", "contents": "", "locations": [{"name": place} for place in places]}

    assert [opening.workplace for opening in parse(job, company="Given").openings] == [expected]


@pytest.mark.parametrize("value", ["words", {"other": 1}, {}, 7])
def test_parse_anything_else_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not the list of The Muse"):
        parse(value)


@pytest.mark.parametrize("name", ["themuse_jobs.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(TheMuseImporter(), content) in {"openings", "sentence"}
