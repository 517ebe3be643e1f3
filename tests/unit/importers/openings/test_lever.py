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
from unrut.importers.openings.lever import LeverImporter

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[4]
FIXTURES = ROOT / "tests/fixtures/openings"
BOARD = FIXTURES / "lever_board.json"
KEY = "0b1d2c3e-0000-4000-8000-00000000000"


def parse(postings: Any, *, company: str = "") -> Parsed:
    return LeverImporter().parse(json.dumps(postings).encode(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'[{"hostedUrl": "", "categories": {}}]', 0.95),
        (b'[{"hostedUrl": ""}]', 0.6),
        (b'{"data": [{"text": "", "categories": {}, "urls": {"show": "https://jobs.lever.co/a/b"}}]}', 0.95),
        (b'[{"text": "", "categories": {}, "urls": {}}]', 0.0),
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
        workplace=Workplace.ON_SITE,
        url=f"https://jobs.lever.co/night-oven/{KEY}1",
        apply_url=f"https://jobs.lever.co/night-oven/{KEY}1/apply",
        contract="Part-time",
        department="Bakery",
        pay="EUR 16.50 to 19 per hour",
        pays=(Pay(16.5, 19.0, "EUR", Period.HOUR, PayKind.BASE, Said("EUR 16.50 to 19 per hour")),),
        posted_on=date(2026, 1, 1),
        text="We bake at night.\n\nYou shape the loaves.\n\nYour night\n- Mix the dough\n- Feed the starter"
        "\n\nNight work is paid extra.\n\nThere is coffee.",
        more=(("Team", "Ovens"), ("Country", "Belgium")),
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
        apply_url=f"https://jobs.eu.lever.co/Sugar%20House/{KEY}2/apply",
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
        place="Belgium",
        workplace=Workplace.REMOTE,
        url="https://careers.example.org/rider",
        text="You bring the bread.",
    )


def test_parse_posting_without_title_becomes_a_problem() -> None:
    parsed = LeverImporter().parse(BOARD.read_bytes())

    assert len(parsed.openings) == 3
    assert parsed.problems == (
        Problem("job 4", "This opening has no title. Give it one in the file and import it again."),
    )


def test_parse_grouped_board_reads_every_group() -> None:
    parsed = LeverImporter().parse((FIXTURES / "lever_grouped.json").read_bytes())

    words = "EUR 2,600 to 2,900 per month"
    assert parsed == Parsed(
        (
            PostedOpening(
                source="lever",
                key=f"{KEY[:-1]}11",
                title="Head Baker",
                company="Night Oven",
                place="Lyon",
                workplace=Workplace.HYBRID,
                url=f"https://jobs.eu.lever.co/night-oven/{KEY[:-1]}11",
                apply_url=f"https://jobs.eu.lever.co/night-oven/{KEY[:-1]}11/apply",
                contract="Full-time",
                seniority="Senior",
                department="Ovens",
                pay=words,
                pays=(Pay(2600.0, 2900.0, "EUR", Period.MONTH, PayKind.BASE, Said(words)),),
                posted_on=date(2026, 1, 1),
                text="You lead the night.",
                more=(("Country", "France"),),
            ),
        )
    )


def test_parse_postings_of_an_account_are_read() -> None:
    parsed = LeverImporter().parse((FIXTURES / "lever_account.json").read_bytes())

    words = "from EUR 30,000 per voyage"
    assert parsed == Parsed(
        (
            PostedOpening(
                source="lever",
                key=f"{KEY[:-1]}21",
                title="Miller",
                company="Night Oven",
                place="Utrecht, Netherlands",
                url="https://jobs.lever.co/night-oven/21",
                apply_url="https://jobs.lever.co/night-oven/21/apply",
                contract="Permanent",
                department="Grain",
                pay=words,
                pays=(Pay(30000.0, None, "EUR", Period.UNKNOWN, PayKind.BASE, Said(words)),),
                requisition="MILL-1; MILL-2",
                posted_on=date(2026, 1, 1),
                updated_on=date(2026, 1, 3),
                text="You grind the grain.\n\nYour day\n- Watch the stones\n\nCome and look.",
                more=(("Team", "Mill"), ("Tags", "flour; night")),
            ),
        )
    )


@given(data=st.data())
@pytest.mark.parametrize("name", ["lever_board", "lever_grouped", "lever_account"])
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / f"{name}.json").read_bytes()))

    assert outcome(LeverImporter(), content) in {"openings", "sentence"}


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
        ({"min": 30000, "interval": "per voyage"}, "from 30,000 per voyage"),
        ({"max": "30000"}, "up to 30,000"),
        ({"min": 0, "max": 0, "currency": "EUR"}, ""),
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
