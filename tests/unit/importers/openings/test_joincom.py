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
from unrut.importers.openings.joincom import JoinComImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return JoinComImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return JoinComImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"items": [{"idParam": "", "title": ""}]}', 0.95),
        (b'{"items": [{"id": 1, "title": ""}]}', 0.0),
        (b'<script id="__NEXT_DATA__">"idParam" https://join.com', 0.95),
        (b'<script id="__NEXT_DATA__">"idParam"', 0.0),
        (b'<script id="__NEXT_DATA__"> https://join.com', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert JoinComImporter().identify("list.json", content) == expected


def test_parse_joincom_reads_every_field() -> None:
    opening = fixture("joincom_list.json").openings[0]

    assert opening == PostedOpening(
        source="joincom",
        key="701",
        title="Cook & Baker",
        place="Ghent, Belgium",
        workplace=Workplace.HYBRID,
        contract="Employee",
        category="Hospitality",
        language="en",
        pay="EUR 40,000 to 50,000 per year",
        pays=(
            Pay(40000.0, 50000.0, "EUR", Period.YEAR, PayKind.BASE, Said("EUR 40,000 to 50,000 per year")),
        ),
        posted_on=date(2026, 4, 1),
        updated_on=date(2026, 4, 2),
        more=(("Remote", "Within country"),),
    )


def test_parse_joincom_entry_2_with_gaps_stays_unknown() -> None:
    opening = fixture("joincom_list.json").openings[1]

    assert opening == PostedOpening(
        source="joincom", key="702", title="Miller", place="Germany", workplace=Workplace.ON_SITE
    )


def test_parse_joincom_without_a_title_becomes_a_problem() -> None:
    assert fixture("joincom_list.json").problems == (Problem("job 3", NO_TITLE),)


def test_parse_joincom_single_job_reads_what_lists_have_not() -> None:
    (opening,) = fixture("joincom_job.json").openings

    assert opening == PostedOpening(
        source="joincom",
        key="704",
        title="Weaver",
        company="Loom Street",
        place="Leeds, United Kingdom; York",
        workplace=Workplace.REMOTE,
        url="https://join.com/companies/loom/704-weaver",
        apply_url="https://join.com/companies/loom/704-weaver/apply",
        language="en",
        posted_on=date(2026, 4, 1),
        text="Hello.\n\nYour tasks\nYou weave.\n\nYou\nPatience",
        more=(("Address", "1 Mill Lane"), ("Tags", "cloth")),
    )


def test_parse_joincom_saved_page_knows_its_company() -> None:
    (opening,) = fixture("joincom_page.html").openings

    assert opening == PostedOpening(
        source="joincom",
        key="704",
        title="Weaver",
        company="Loom Street",
        place="Leeds",
        workplace=Workplace.REMOTE,
        url="https://join.com/companies/loom/704-weaver",
    )


def test_parse_joincom_page_of_one_job_is_read() -> None:
    state = {"company": {"name": "Loom"}, "job": {"title": "Weaver", "idParam": "1-w"}}

    parsed = parse({"props": {"pageProps": {"initialState": state}}})

    assert [(opening.title, opening.company, opening.key) for opening in parsed.openings] == [
        ("Weaver", "Loom", "1-w")
    ]


@pytest.mark.parametrize(
    ("job", "field", "expected"),
    [
        ({"workplaceType": "ON_SITE"}, "workplace", Workplace.ON_SITE),
        ({"workplaceType": "SOMEWHERE"}, "workplace", Workplace.UNKNOWN),
        ({"showSalary": False, "salaryAmountTo": {"amount": 5}}, "pay", ""),
        (
            {"salaryAmountTo": {"amount": 1250, "currency": "EUR"}, "salaryFrequency": "PER_HOUR"},
            "pay",
            "up to EUR 12.50 per hour",
        ),
        ({"description": {"text": "<p>You weave.</p>"}}, "text", "You weave."),
        ({"description": "You weave."}, "text", "You weave."),
        ({"url": "https://join.com/companies/x/1"}, "url", "https://join.com/companies/x/1"),
        ({"language": "de-DE", "languageId": "x"}, "language", "de"),
        ({"department": {"name": "Looms"}}, "department", "Looms"),
        ({"workSchedule": "FULL_TIME"}, "schedule", "Full time"),
    ],
)
def test_parse_field_cases(job: Any, field: str, expected: object) -> None:
    (opening,) = parse([{"title": "Weaver", **job}]).openings

    assert getattr(opening, field) == expected


@pytest.mark.parametrize("value", ["words", {"other": 1}, {}, 7])
def test_parse_anything_else_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not a JOIN company page"):
        parse(value)


@pytest.mark.parametrize("name", ["joincom_list.json", "joincom_job.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(JoinComImporter(), content) in {"openings", "sentence"}
