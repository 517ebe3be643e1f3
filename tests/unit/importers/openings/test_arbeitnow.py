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
from unrut.importers.openings.arbeitnow import ArbeitnowImporter
from unrut.importers.openings.contract import Parsed, PostedOpening

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return ArbeitnowImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return ArbeitnowImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"data": [{"slug": "", "company_name": "", "job_types": [], "created_at": 1}]}', 0.95),
        (b'{"data": [{"slug": "", "company_name": "", "created_at": 1}]}', 0.0),
        (b'say "slug"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert ArbeitnowImporter().identify("list.json", content) == expected


def test_parse_arbeitnow_reads_every_field() -> None:
    opening = fixture("arbeitnow_board.json").openings[0]

    assert opening == PostedOpening(
        source="arbeitnow",
        key="cook-ghent-301",
        title="Cook & Baker",
        company="The Inn",
        place="Ghent",
        workplace=Workplace.REMOTE,
        url="https://www.arbeitnow.com/jobs/companies/the-inn/cook-ghent-301",
        contract="full time; experienced",
        category="Food; Kitchen",
        posted_on=date(2026, 4, 1),
        text="You cook.",
        more=(("Visa sponsorship", "yes"),),
    )


def test_parse_arbeitnow_entry_2_with_gaps_stays_unknown() -> None:
    opening = fixture("arbeitnow_board.json").openings[1]

    assert opening == PostedOpening(
        source="arbeitnow",
        key="miller-302",
        title="Miller (Hybrid)",
        company="Old Mill",
        place="York",
        workplace=Workplace.HYBRID,
        url="https://www.arbeitnow.com/jobs/302",
        text="You mill.",
        more=(("Remote", "no"),),
    )


def test_parse_arbeitnow_entry_3_with_gaps_stays_unknown() -> None:
    opening = fixture("arbeitnow_board.json").openings[2]

    assert opening == PostedOpening(
        source="arbeitnow",
        key="weaver-303",
        title="Weaver (hybrid)",
        company="Loom",
        place="Leeds",
        workplace=Workplace.HYBRID,
    )


def test_parse_arbeitnow_without_a_title_becomes_a_problem() -> None:
    assert fixture("arbeitnow_board.json").problems == (Problem("job 4", NO_TITLE),)


def test_parse_single_job_takes_the_given_company() -> None:
    (opening,) = parse(
        {"title": "Cook", "job_types": ["full time"], "location": "Ghent; Bruges"}, company="Given"
    ).openings

    assert (opening.company, opening.place, opening.workplace) == (
        "Given",
        "Ghent; Bruges",
        Workplace.UNKNOWN,
    )


@pytest.mark.parametrize("value", ["words", {"other": 1}, {}, 7])
def test_parse_anything_else_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not the list of Arbeitnow"):
        parse(value)


@pytest.mark.parametrize("name", ["arbeitnow_board.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(ArbeitnowImporter(), content) in {"openings", "sentence"}
