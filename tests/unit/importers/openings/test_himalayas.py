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
from unrut.importers.openings.himalayas import HimalayasImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return HimalayasImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return HimalayasImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"jobs": [{"companyName": "", "locationRestrictions": []}]}', 0.95),
        (b'{"jobs": [{"companyName": "", "timezoneRestrictions": []}]}', 0.95),
        (b'{"jobs": [{"companyName": "", "applicationLink": ""}]}', 0.0),
        (b'say "companyName"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert HimalayasImporter().identify("list.json", content) == expected


def test_parse_himalayas_reads_every_field() -> None:
    opening = fixture("himalayas_jobs.json").openings[0]

    assert opening == PostedOpening(
        source="himalayas",
        key="the-inn/cook",
        title="Cook",
        company="The Inn",
        place="Belgium; Netherlands",
        workplace=Workplace.REMOTE,
        remote_area="Belgium; Netherlands",
        url="https://himalayas.app/companies/the-inn/jobs/cook",
        apply_url="https://himalayas.app/companies/the-inn/jobs/cook/apply",
        contract="Full Time",
        seniority="Senior; Lead",
        category="Food",
        pay="EUR 40,000 to 50,000 per year",
        pays=(
            Pay(40000.0, 50000.0, "EUR", Period.YEAR, PayKind.BASE, Said("EUR 40,000 to 50,000 per year")),
        ),
        posted_on=date(2026, 4, 1),
        closes_on=date(2026, 5, 1),
        text="You cook for guests and friends.",
        more=(("Time zones", "UTC+1; UTC-5.5; UTC+2"), ("Categories", "Head Cook; Pastry")),
    )


def test_parse_himalayas_entry_2_with_gaps_stays_unknown() -> None:
    opening = fixture("himalayas_jobs.json").openings[1]

    assert opening == PostedOpening(
        source="himalayas",
        key="m-1",
        title="Miller",
        company="Old Mill",
        place="Worldwide",
        workplace=Workplace.REMOTE,
        remote_area="Worldwide",
        url="https://himalayas.app/companies/old-mill/jobs/miller",
        apply_url="https://himalayas.app/companies/old-mill/jobs/miller",
        seniority="Junior",
        category="Milling",
        posted_on=date(2026, 4, 1),
        text="A mill by the sea.",
    )


def test_parse_himalayas_entry_3_with_gaps_stays_unknown() -> None:
    opening = fixture("himalayas_jobs.json").openings[2]

    assert opening == PostedOpening(
        source="himalayas",
        key="da23672b9e12569daa29d961",
        title="Weaver",
        company="Loom",
        place="Spain",
        workplace=Workplace.REMOTE,
        remote_area="Spain",
        text="You weave.",
        more=(("Excerpt", "A loom of your own."),),
    )


def test_parse_himalayas_without_a_title_becomes_a_problem() -> None:
    assert fixture("himalayas_jobs.json").problems == (Problem("job 4", NO_TITLE),)


@pytest.mark.parametrize(
    ("guid", "expected"),
    [
        ("https://himalayas.app/companies/inn/jobs/cook", "inn/cook"),
        ("https://himalayas.app/jobs/cook/", "himalayas.app/cook"),
        ("g-1", "g-1"),
    ],
)
def test_parse_key_is_the_end_of_the_address(guid: str, expected: str) -> None:
    assert [opening.key for opening in parse([{"title": "Cook", "guid": guid}]).openings] == [expected]


def test_parse_without_limits_the_area_is_unknown() -> None:
    (opening,) = parse([{"title": "Cook"}], company="Given").openings

    assert (opening.remote_area, opening.company) == ("", "Given")


@pytest.mark.parametrize("value", ["words", {"other": 1}, {}, 7])
def test_parse_anything_else_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not the list of Himalayas"):
        parse(value)


@pytest.mark.parametrize("name", ["himalayas_jobs.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(HimalayasImporter(), content) in {"openings", "sentence"}
