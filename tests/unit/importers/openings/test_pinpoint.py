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
from unrut.importers.openings.pinpoint import PinpointImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return PinpointImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return PinpointImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"data": [{"title": "", "key_responsibilities": ""}]}', 0.95),
        (b'[{"title": "", "compensation_visible": false}]', 0.95),
        (b'{"data": [{"title": ""}]}', 0.0),
        (b'Say "title" "key_responsibilities"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert PinpointImporter().identify("board.json", content) == expected


def test_parse_postings_reads_every_field() -> None:
    parsed = fixture("pinpoint_postings.json")

    words = "£24,000 - £26,000 / year"
    assert parsed.openings[0] == PostedOpening(
        source="pinpoint",
        key="p-1",
        title="Bee Keeper",
        company="Honey Hill",
        place="The Hill, Ludlow, Shropshire",
        workplace=Workplace.ON_SITE,
        url="https://honey-hill.pinpointhq.com/en/postings/p-1",
        hours="37.5",
        contract="Permanent - Full Time",
        department="Hives",
        pay=words,
        pays=(Pay(24000.0, 26000.0, "GBP", Period.YEAR, PayKind.BASE, Said(words)),),
        requisition="BEE-1",
        posted_on=date(2026, 4, 15),
        closes_on=date(2026, 5, 28),
        text="Mind the hives.\n\nYour day\n- Check frames\n\nYou bring\nCalm hands",
        more=(
            ("Division", "Outdoors"),
            ("Reporting to", "Head of Hives"),
            ("Workplace", "On-site"),
            ("Postal code", "SY8"),
            ("Veil provided", "yes"),
        ),
    )


def test_parse_hidden_pay_is_no_pay_and_the_site_is_that_of_the_others() -> None:
    parsed = fixture("pinpoint_postings.json", company="Honey Ltd")

    assert parsed.openings[1] == PostedOpening(
        source="pinpoint",
        key="p-2",
        title="Honey Seller",
        company="Honey Ltd",
        place="York, Yorkshire",
        workplace=Workplace.HYBRID,
        url="https://honey-hill.pinpointhq.com/postings/p-2",
        contract="Part time",
        department="Shop",
    )


def test_parse_pay_in_words_alone_is_kept() -> None:
    parsed = fixture("pinpoint_postings.json")

    opening = parsed.openings[2]
    assert (opening.pay, opening.pays) == ("Paid by the candle", ())
    assert (opening.place, opening.workplace, opening.url) == ("Remote", Workplace.REMOTE, "")
    assert parsed.problems == (Problem("job 4", NO_TITLE),)


@pytest.mark.parametrize("wrap", [lambda entry: {"data": entry}, lambda entry: [entry], lambda entry: entry])
def test_parse_posting_with_attributes_is_read(wrap: Any) -> None:
    entry = {"id": "9", "type": "postings", "attributes": {"title": "Cook", "location": {"city": "Bath"}}}

    parsed = parse(wrap(entry))

    assert [(opening.key, opening.title, opening.place) for opening in parsed.openings] == [
        ("9", "Cook", "Bath")
    ]


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ({"name": "Bath Spa", "city": "Bath"}, "Bath Spa"),
        ({"name": "The Spa", "city": "Bath"}, "The Spa, Bath"),
    ],
)
def test_parse_place_cases(location: Any, expected: str) -> None:
    assert [opening.place for opening in parse([{"title": "Cook", "location": location}]).openings] == [
        expected
    ]


@pytest.mark.parametrize("value", ["words", {"data": 1}, {}, {"data": {"id": 1}}])
def test_parse_anything_but_a_site_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not a Pinpoint careers site"):
        parse(value)


@pytest.mark.parametrize("name", ["pinpoint_postings.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(PinpointImporter(), content) in {"openings", "sentence"}
