import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from unrut.importers.contract import Parsed, PostedOpening, Problem, UnreadableFileError
from unrut.importers.lever import LeverImporter

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[3]
BOARD = ROOT / "tests/fixtures/openings/lever_board.json"
REAL = ROOT / "../shared/data/ats/lever.json"
KEY = "0b1d2c3e-0000-4000-8000-00000000000"


def parse(postings: Any, *, company: str = "") -> Parsed:
    return LeverImporter().parse(json.dumps(postings).encode(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'[{"hostedUrl": "", "categories": {}}]', 0.95),
        (b'[{"hostedUrl": ""}]', 0.6),
        (b'[{"categories": {}}]', 0.0),
        (b'Cook "hostedUrl"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert LeverImporter().identify("board.json", content) == expected


def test_parse_board_reads_every_field() -> None:
    parsed = LeverImporter().parse(BOARD.read_bytes())

    assert parsed.openings[0] == PostedOpening(
        source="lever",
        key=f"{KEY}1",
        title="Bread Baker",
        company="Night Oven",
        place="Ghent; Bruges",
        is_remote=False,
        url=f"https://jobs.lever.co/night-oven/{KEY}1",
        contract="Part-time",
        pay="EUR 16.50 to 19 per hour",
        posted_on=date(2026, 1, 1),
        text="We bake at night.\n\nYou shape the loaves.\n\nYour night\n- Mix the dough\n- Feed the starter"
        "\n\nNight work is paid extra.\n\nThere is coffee.",
    )


def test_parse_older_posting_keeps_its_opening_words() -> None:
    parsed = LeverImporter().parse(BOARD.read_bytes())

    assert parsed.openings[1] == PostedOpening(
        source="lever",
        key=f"{KEY}2",
        title="Cake Decorator",
        company="Sugar House",
        place="Liège",
        url=f"https://jobs.eu.lever.co/Sugar%20House/{KEY}2/apply",
        contract="Full-time",
        pay="EUR 2,900 a month",
        text="A shop by the river.\n\nYou draw with sugar.\n\nEUR 2,900\na month",
    )


def test_parse_bare_posting_takes_the_country_and_the_given_company() -> None:
    parsed = LeverImporter().parse(BOARD.read_bytes(), company="Night Oven")

    assert parsed.openings[2] == PostedOpening(
        source="lever",
        key=f"{KEY}3",
        title="Delivery Rider",
        company="Night Oven",
        place="BE",
        is_remote=True,
        url="https://careers.example.org/rider",
        text="You bring the bread.",
    )


def test_parse_posting_without_title_becomes_a_problem() -> None:
    parsed = LeverImporter().parse(BOARD.read_bytes())

    assert len(parsed.openings) == 3
    assert parsed.problems == (
        Problem("job 4", "This opening has no title. Give it one in the file and import it again."),
    )


@pytest.mark.parametrize("wrap", [{"data": [{"text": "Cook"}]}, {"text": "Cook"}, [{"text": "Cook"}]])
def test_parse_any_wrapping_is_read(wrap: Any) -> None:
    assert [opening.title for opening in parse(wrap).openings] == ["Cook"]


@pytest.mark.parametrize(
    ("posting", "expected"),
    [
        ({"lists": [{"text": "Do", "content": None}, "words", {"content": "<li>a</li>"}]}, "Do\n\n- a"),
        ({"opening": "", "description": ""}, ""),
    ],
)
def test_parse_odd_sections_are_passed_over(posting: dict[str, Any], expected: str) -> None:
    assert [opening.text for opening in parse([{"text": "Cook"} | posting]).openings] == [expected]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (
            {"min": 30000, "max": 40000, "currency": "EUR", "interval": "per-year-salary"},
            "EUR 30,000 to 40,000 per year",
        ),
        ({"min": 30000, "interval": "per voyage"}, "30,000 per voyage"),
        ({"min": 30000}, "30,000"),
        ({"interval": "per-hour-wage"}, ""),
    ],
)
def test_parse_pay_cases(stated: Any, expected: str) -> None:
    assert [opening.pay for opening in parse([{"text": "Cook", "salaryRange": stated}]).openings] == [
        expected
    ]


def test_parse_anything_but_a_board_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="not a Lever job board"):
        parse("words")


@pytest.mark.skipif(not REAL.exists(), reason="the recorded boards beside the project are not here")
def test_parse_recorded_board_reads_every_posting() -> None:
    content = REAL.read_bytes()

    parsed = LeverImporter().parse(content)

    assert (len(parsed.openings), parsed.problems) == (len(json.loads(content)), ())
    assert all(
        opening.title and opening.company and opening.text and opening.url for opening in parsed.openings
    )
