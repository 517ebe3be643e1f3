import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome, spoilt_json

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Workplace
from unrut.importers.contract import UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.workable import WorkableImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"


def parse(value: Any, *, company: str = "") -> Parsed:
    return WorkableImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return WorkableImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"jobs": [{"title": "", "shortcode": ""}]}', 0.95),
        (b'{"jobs": []}', 0.0),
        (b'Say "shortcode" "title"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert WorkableImporter().identify("board.json", content) == expected


def test_parse_widget_reads_every_field() -> None:
    parsed = fixture("workable_widget.json", company="Unused")

    assert parsed.openings[0] == PostedOpening(
        source="workable",
        key="AB12CD34EF",
        title="Carpenter",
        company="Round Table",
        place="Paris, Île-de-France, France",
        url="https://apply.workable.com/j/AB12CD34EF",
        apply_url="https://apply.workable.com/j/AB12CD34EF/apply",
        contract="Full-time",
        seniority="Mid-Senior level",
        education="Vocational",
        department="Workshop",
        category="Production",
        requisition="CARP-1",
        posted_on=date(2026, 5, 29),
        text="Build round tables.",
        more=(("Industry", "Furniture"), ("Created", "2026-05-20")),
    )


def test_parse_widget_lists_a_job_once_with_all_its_places() -> None:
    parsed = fixture("workable_widget.json")

    assert parsed.openings[1:] == (
        PostedOpening(
            source="workable",
            key="AB12CD34F0",
            title="Varnisher",
            company="Round Table",
            place="Braga, Portugal; Vigo, Galicia, Spain",
            workplace=Workplace.REMOTE,
            url="https://apply.workable.com/j/AB12CD34F0",
            posted_on=date(2026, 5, 20),
        ),
    )
    assert parsed.problems == ()


def test_parse_results_of_the_board_are_read() -> None:
    parsed = fixture("workable_results.json", company="Round Table")

    assert parsed == Parsed(
        (
            PostedOpening(
                source="workable",
                key="AB12CD34F1",
                title="Upholsterer",
                company="Round Table",
                place="Mechelen, Belgium",
                workplace=Workplace.HYBRID,
                url="https://apply.workable.com/j/AB12CD34F1",
                contract="Part time",
                department="Workshop; Textiles",
                language="en",
                posted_on=date(2026, 7, 7),
            ),
        )
    )


def test_parse_job_of_an_account_is_read() -> None:
    parsed = fixture("workable_account_job.json")

    words = "EUR 30,000 to 34,000"
    assert parsed == Parsed(
        (
            PostedOpening(
                source="workable",
                key="AB12CD34F2",
                title="Turner",
                place="Lathe Street",
                workplace=Workplace.ON_SITE,
                url="https://round-table.workable.com/jobs/61884",
                apply_url="https://round-table.workable.com/jobs/61884/candidates/new",
                department="Making > Lathe",
                pay=words,
                pays=(Pay(30000.0, 34000.0, "EUR", Period.UNKNOWN, PayKind.BASE, Said(words)),),
                requisition="TURN",
                posted_on=date(2026, 6, 1),
                text="Turn legs.\n\nRequirements\n- A steady hand\n\nBenefits\nTea",
                more=(("Keywords", "wood; lathe"), ("State", "closed")),
            ),
        )
    )


@pytest.mark.parametrize(
    ("job", "place"),
    [
        ({"city": "Paris", "state": "published"}, "Paris"),
        ({"city": "Austin", "state": "Texas", "country": "US"}, "Austin, Texas, United States"),
        ({"location": "Anywhere"}, "Anywhere"),
        ({"location": {"city": "Lyon", "country_code": "FR"}}, "Lyon, France"),
    ],
)
def test_parse_place_cases(job: dict[str, Any], place: str) -> None:
    assert [opening.place for opening in parse([{"title": "Cook"} | job]).openings] == [place]


def test_parse_whole_description_stands_in_where_there_is_no_other() -> None:
    (opening,) = parse({"title": "Cook", "full_description": "<p>All of it</p>"}).openings

    assert (opening.text, opening.url) == ("All of it", "")


@pytest.mark.parametrize("value", ["words", {"jobs": 1}, {}, {"job": "Cook"}])
def test_parse_anything_but_a_board_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not a Workable job board"):
        parse(value)


@pytest.mark.parametrize(
    "name", ["workable_widget.json", "workable_results.json", "workable_account_job.json"]
)
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(WorkableImporter(), content) in {"openings", "sentence"}
