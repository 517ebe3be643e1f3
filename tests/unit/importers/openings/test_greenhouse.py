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
from unrut.importers.openings.greenhouse import GreenhouseImporter

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[4]
FIXTURES = ROOT / "tests/fixtures/openings"
ADDRESS = "https://boards.greenhouse.io/harbourlight/jobs"


def parse(jobs: Any, *, company: str = "") -> Parsed:
    return GreenhouseImporter().parse(json.dumps(jobs).encode(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"jobs": [{"absolute_url": ""}]}', 0.95),
        (b'{"absolute_url": ""}', 0.95),
        (b'\xef\xbb\xbf { "departments": [{"jobs": [{"absolute_url" : ""}]}]}', 0.95),
        (b'{"jobs": []}', 0.0),
        (b'Cook "absolute_url"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert GreenhouseImporter().identify("board.json", content) == expected


def test_parse_board_reads_every_field() -> None:
    parsed = GreenhouseImporter().parse((FIXTURES / "greenhouse_board.json").read_bytes(), company="Unused")

    assert parsed.openings[0] == PostedOpening(
        source="greenhouse",
        key="5100200300",
        title="Lighthouse Keeper",
        company="Harbour Light Trust",
        place="Remote - Orkney",
        workplace=Workplace.REMOTE,
        url=f"{ADDRESS}/5100200300",
        contract="Permanent",
        department="Towers",
        pay="Yearly pay: GBP 31,000 to 36,500.50 per year",
        pays=(
            Pay(
                *(31000.0, 36500.5, "GBP", Period.YEAR, PayKind.BASE),
                Said("Yearly pay: GBP 31,000 to 36,500.50 per year"),
            ),
        ),
        posted_on=date(2026, 3, 2),
        updated_on=date(2026, 3, 9),
        closes_on=date(2026, 4, 30),
        text="Keep the lamp & the log.\n\n- Clean the lens\n- Write the log\n\nBoats come on Fridays."
        "\n\nPay depends on the tower.",
        more=(("Offices", "Kirkwall, Scotland"), ("Cost Centre", "Towers")),
    )


def test_parse_board_with_gaps_fills_in_what_it_can() -> None:
    parsed = GreenhouseImporter().parse((FIXTURES / "greenhouse_board.json").read_bytes(), company="Harbour")

    assert parsed.openings[1] == PostedOpening(
        source="greenhouse",
        key="5100200301",
        title="Boat Builder",
        company="Harbour",
        place="Kirkwall; Stromness",
        updated_on=date(2026, 3, 10),
        text="Build small boats.",
    )


def test_parse_board_names_what_was_left_out() -> None:
    parsed = GreenhouseImporter().parse((FIXTURES / "greenhouse_board.json").read_bytes())

    assert len(parsed.openings) == 2
    assert parsed.problems == (
        Problem("job 3", "This opening has no title. Give it one in the file and import it again."),
        Problem("job 4", "This entry is not a job with named fields. Remove it or save the file again."),
    )


def test_parse_single_job_reads_it() -> None:
    parsed = GreenhouseImporter().parse((FIXTURES / "greenhouse_job.json").read_bytes())

    assert [(opening.key, opening.title, opening.text) for opening in parsed.openings] == [
        ("777000111", "Chart Maker", "Draw charts of the coast.")
    ]


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([{"min_cents": 100000, "max_cents": None, "currency_type": "EUR"}], "from EUR 1,000"),
        ([{"min_cents": 2050, "max_cents": 2050, "title": "Hourly rate:"}], "Hourly rate: 20.50 per hour"),
        ([{"min_value": "9", "max_value": 12, "unit": "EUR", "interval": "hour"}], "EUR 9 to 12 per hour"),
        ([{"min_cents": True, "max_cents": 10**400}], ""),
        ([{"title": "Pay", "min_cents": "much"}, "words", None], ""),
        ([{"title": "A", "min_cents": 100}, {"title": "B", "max_cents": 200}], "A: from 1; B: up to 2"),
        ("words", ""),
    ],
)
def test_parse_pay_cases(ranges: Any, expected: str) -> None:
    parsed = parse({"title": "Cook", "content": None, "pay_input_ranges": ranges})

    assert [(opening.pay, opening.text) for opening in parsed.openings] == [(expected, "")]


def test_parse_departments_lists_a_job_once_with_all_of_them() -> None:
    parsed = GreenhouseImporter().parse((FIXTURES / "greenhouse_departments.json").read_bytes())

    assert parsed.openings == (
        PostedOpening(
            source="greenhouse",
            key="61",
            title="Lamp Polisher",
            company="Harbourlight",
            place="Hamburg, Germany; Bremen, Germany",
            url="https://job-boards.eu.greenhouse.io/harbourlight/jobs/61",
            department="Towers; Workshop",
            updated_on=date(2026, 3, 9),
        ),
    )
    assert [problem.where for problem in parsed.problems] == ["job 3"]


def test_parse_offices_finds_the_jobs_of_their_departments() -> None:
    departments = [{"name": "Towers", "jobs": [{"id": 1, "title": "Cook"}]}]

    parsed = parse({"offices": [{"name": "North", "departments": departments}, "words"]})

    assert [(opening.key, opening.department) for opening in parsed.openings] == [("1", "Towers")]


def test_parse_full_job_reads_the_fields_of_the_employer() -> None:
    parsed = GreenhouseImporter().parse((FIXTURES / "greenhouse_job_full.json").read_bytes())

    words = "NOK 600,000 to 700,000 per year"
    assert parsed.openings == (
        PostedOpening(
            source="greenhouse",
            key="71",
            title="Signal Engineer",
            company="Harbourlight",
            place="Oslo, Norway",
            workplace=Workplace.HYBRID,
            url="https://boards.greenhouse.io/harbourlight/jobs/71",
            hours="37.5",
            schedule="Days; Nights",
            seniority="Senior",
            education="Bachelor's degree",
            department="Signals",
            category="Electronics",
            language="en",
            pay=words,
            pays=(Pay(600000.0, 700000.0, "NOK", Period.YEAR, PayKind.BASE, Said(words)),),
            requisition="SIG-7",
            posted_on=date(2026, 5, 4),
            updated_on=date(2026, 5, 5),
            starts="2026-09-01",
            text="Keep the signals clear.",
            more=(
                ("Offices", "North (Tromsø, Norway); Oslo, Norway; Moss"),
                ("Workplace Type", "Hybrid (2 days)"),
                ("Annual salary range", words),
                ("Relocation help", "yes"),
                ("Education in the application", "required"),
                ("AI disclaimer", "A program sorts the letters."),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("job", "expected"),
    [
        ({"metadata": [{"name": "Remote", "value": True}]}, Workplace.REMOTE),
        ({"metadata": [{"name": "Remote", "value": False}]}, Workplace.UNKNOWN),
        ({"metadata": [{"name": "Location type", "value": ["On-site"]}]}, Workplace.ON_SITE),
        ({"location_type": "remote", "location": "Hybrid"}, Workplace.HYBRID),
        ({"location_type": "remote"}, Workplace.REMOTE),
    ],
)
def test_parse_workplace_cases(job: dict[str, Any], expected: Workplace) -> None:
    assert [opening.workplace for opening in parse({"title": "Cook"} | job).openings] == [expected]


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ([{"name": "Salary", "value": "Good"}], ("Good", ())),
        ([{"name": "Salary", "value": {"unit": "EUR"}}], ("", ())),
        ([{"name": "Budget", "value": {"unit": "EUR", "amount": "5"}}], ("", ())),
    ],
)
def test_parse_own_pay_cases(metadata: Any, expected: tuple[str, tuple[Pay, ...]]) -> None:
    parsed = parse([{"title": "Cook", "metadata": metadata}])

    assert [(opening.pay, opening.pays) for opening in parsed.openings] == [expected]


def test_parse_board_of_the_same_shape_elsewhere_is_read() -> None:
    job = {
        "title": "Cook",
        "content_plain": "Boil.",
        "employment_type": "full_time",
        "first_published_at": "2026-01-02",
    }

    (opening,) = parse({"jobs": [job]}).openings

    assert (opening.text, opening.contract, opening.posted_on) == ("Boil.", "Full time", date(2026, 1, 2))


@pytest.mark.parametrize("jobs", [[1], [], "words"])
def test_parse_anything_but_a_board_is_refused(jobs: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not a Greenhouse job board"):
        parse(jobs)


@given(data=st.data())
@pytest.mark.parametrize("name", ["greenhouse_board", "greenhouse_departments", "greenhouse_job_full"])
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / f"{name}.json").read_bytes()))

    assert outcome(GreenhouseImporter(), content) in {"openings", "sentence"}
