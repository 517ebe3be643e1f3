import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome, spoilt_json, spoilt_text

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.rippling import RipplingImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return RipplingImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return RipplingImporter().parse((FIXTURES / name).read_bytes(), company=company)


UUID = "00000000-0000-4000-8000-0000000000"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'[{"uuid": "", "workLocation": {}}]', 0.95),
        (b'{"uuid": "", "workLocations": []}', 0.95),
        (b'{"name": "", "payRangeDetails": []}', 0.95),
        (b'{"items": [{"locations": []}], "totalItems": 1, "totalPages": 1}', 0.95),
        (b'<script>{"apiData": {"jobPost": {}}}</script>', 0.95),
        (b'{"apiData": {"jobPost": {}}}', 0.0),
        (b'[{"uuid": ""}]', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert RipplingImporter().identify("board.json", content) == expected


def test_parse_list_gives_a_posting_once_with_all_its_places() -> None:
    parsed = fixture("rippling_list.json")

    assert parsed == Parsed(
        (
            PostedOpening(
                source="rippling",
                key=f"{UUID}aa",
                title="Kite Tester",
                company="High Kites",
                place="Remote (Maine, US); Boston, MA",
                url=f"https://ats.rippling.com/high-kites/jobs/{UUID}aa",
                department="Wind",
            ),
        ),
        (Problem("job 3", NO_TITLE),),
    )


def test_parse_items_of_the_second_version_are_read() -> None:
    parsed = fixture("rippling_items.json")

    assert parsed == Parsed(
        (
            PostedOpening(
                source="rippling",
                key=f"{UUID}ac",
                title="String Winder",
                company="High Kites",
                place="Lille, France; Metz, France",
                workplace=Workplace.HYBRID,
                url=f"https://ats.rippling.com/high-kites/jobs/{UUID}ac",
                department="Strings",
                language="fr",
            ),
        )
    )


def test_parse_posting_reads_every_field() -> None:
    parsed = fixture("rippling_posting.json")

    hourly, yearly = "Maine: USD 18 to 25 per hour", "from USD 40,000 per year"
    assert parsed == Parsed(
        (
            PostedOpening(
                source="rippling",
                key=f"{UUID}aa",
                title="Kite Tester",
                company="High Kites Ltd",
                place="Remote (Maine, US); Remote (Vermont, US)",
                workplace=Workplace.REMOTE,
                url=f"https://ats.rippling.com/high-kites/jobs/{UUID}aa",
                contract="Salaried, full-time",
                department="Wind",
                pay=f"{hourly}; {yearly}",
                pays=(
                    Pay(18.0, 25.0, "USD", Period.HOUR, PayKind.BASE, Said(hourly)),
                    Pay(40000.0, None, "USD", Period.YEAR, PayKind.BASE, Said(yearly)),
                ),
                posted_on=date(2026, 6, 1),
                text="We fly.\n\nRun with kites.\n\nWear shoes.",
                more=(("Base department", "Outdoors"), ("Department tree", "Outdoors > Wind")),
            ),
        )
    )


def test_parse_saved_page_of_a_posting_reads_it() -> None:
    (opening,) = fixture("rippling_page.html").openings

    assert (opening.title, opening.place, opening.text) == ("Tail Maker", "Nantes, FR", "Cut tails.")
    assert (opening.contract, opening.company) == ("Hourly, part-time", "High Kites Ltd")


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["REMOTE", "REMOTE"], Workplace.REMOTE),
        (["ON_SITE"], Workplace.ON_SITE),
        (["REMOTE", "ON_SITE"], Workplace.UNKNOWN),
        ([], Workplace.UNKNOWN),
    ],
)
def test_parse_workplace_cases(kinds: list[str], expected: Workplace) -> None:
    places = [{"name": f"Place {number}", "workplaceType": kind} for number, kind in enumerate(kinds)]

    assert [opening.workplace for opening in parse([{"name": "Cook", "locations": places}]).openings] == [
        expected
    ]


def test_parse_plain_description_and_employment_are_read() -> None:
    (opening,) = parse({"name": "Cook", "description": "<p>Boil.</p>", "employmentType": "INTERN"}).openings

    assert (opening.text, opening.contract) == ("Boil.", "Intern")


@pytest.mark.parametrize(
    "content", [b'"words"', b'{"items": 1}', b"{}", b'__NEXT_DATA__" {"props": {}}', b"words"]
)
def test_parse_anything_but_a_board_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="not a Rippling job board"):
        RipplingImporter().parse(content)


@given(spoilt_text((FIXTURES / "rippling_page.html").read_bytes()))
def test_parse_spoilt_page_gives_openings_or_a_sentence(content: bytes) -> None:
    assert outcome(RipplingImporter(), content) in {"openings", "sentence"}


@pytest.mark.parametrize("name", ["rippling_list.json", "rippling_items.json", "rippling_posting.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(RipplingImporter(), content) in {"openings", "sentence"}
