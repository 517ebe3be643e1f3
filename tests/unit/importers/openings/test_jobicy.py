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
from unrut.importers.openings.jobicy import JobicyImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return JobicyImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return JobicyImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"jobs": [{"jobTitle": "", "jobGeo": ""}]}', 0.95),
        (b'{"jobs": [{"jobTitle": "", "jobExcerpt": ""}]}', 0.95),
        (b'{"jobs": [{"jobTitle": "", "company": ""}]}', 0.0),
        (b'say "jobTitle"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert JobicyImporter().identify("list.json", content) == expected


def test_parse_jobicy_reads_every_field() -> None:
    opening = fixture("jobicy_jobs.json").openings[0]

    assert opening == PostedOpening(
        source="jobicy",
        key="401",
        title="Cook – Pastry",
        company="Inn & Sons",
        place="Belgium; Netherlands",
        workplace=Workplace.REMOTE,
        remote_area="Belgium; Netherlands",
        url="https://jobicy.com/jobs/401-cook",
        contract="Full-time",
        seniority="Senior",
        category="Food & Drink",
        pay="EUR 40,000 to 50,000 per year",
        pays=(
            Pay(40000.0, 50000.0, "EUR", Period.YEAR, PayKind.BASE, Said("EUR 40,000 to 50,000 per year")),
        ),
        posted_on=date(2026, 4, 1),
        text="You cook.",
    )


def test_parse_jobicy_entry_2_with_gaps_stays_unknown() -> None:
    opening = fixture("jobicy_jobs.json").openings[1]

    assert opening == PostedOpening(
        source="jobicy",
        key="402",
        title="Miller",
        company="Old Mill",
        place="Anywhere",
        workplace=Workplace.REMOTE,
        remote_area="Anywhere",
        url="https://jobicy.com/jobs/402",
        contract="Contract",
        category="Food",
        pay="USD 20 to 25 per hour",
        pays=(Pay(20.0, 25.0, "USD", Period.HOUR, PayKind.BASE, Said("USD 20 to 25 per hour")),),
        posted_on=date(2026, 4, 1),
        text="You mill.",
        more=(("Excerpt", "A mill by the sea."),),
    )


def test_parse_jobicy_without_a_title_becomes_a_problem() -> None:
    assert fixture("jobicy_jobs.json").problems == (Problem("job 3", NO_TITLE),)


@pytest.mark.parametrize(
    ("salary", "expected"),
    [
        ({"annualSalaryMin": "0", "annualSalaryMax": 0}, ""),
        ({"annualSalaryMin": 40000, "salaryCurrency": "usd"}, "from USD 40,000 per year"),
        ({"salaryMax": "3000", "salaryPeriod": "monthly"}, "up to 3,000 per month"),
        ({"salaryMin": 3000, "salaryMax": 3000}, "3,000"),
    ],
)
def test_parse_pay_cases(salary: Any, expected: str) -> None:
    assert [opening.pay for opening in parse([{"jobTitle": "Cook", **salary}]).openings] == [expected]


@pytest.mark.parametrize("value", ["words", {"other": 1}, {}, 7])
def test_parse_anything_else_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not the list of Jobicy"):
        parse(value)


@pytest.mark.parametrize("name", ["jobicy_jobs.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(JobicyImporter(), content) in {"openings", "sentence"}
