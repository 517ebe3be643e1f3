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
from unrut.importers.openings.adzuna import AdzunaImporter
from unrut.importers.openings.contract import Parsed, PostedOpening

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return AdzunaImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return AdzunaImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"results": [{"salary_is_predicted": "0"}]}', 0.95),
        (b'{"results": [{"redirect_url": "", "adref": ""}]}', 0.95),
        (b'{"results": [{"redirect_url": ""}]}', 0.0),
        (b'say "salary_is_predicted"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert AdzunaImporter().identify("list.json", content) == expected


def test_parse_adzuna_reads_every_field() -> None:
    opening = fixture("adzuna_search.json").openings[0]

    assert opening == PostedOpening(
        source="adzuna",
        key="601",
        title="Cook & Baker",
        company="The Inn",
        place="Leeds, West Yorkshire",
        url="https://www.adzuna.co.uk/jobs/land/ad/601",
        schedule="Full time",
        contract="Permanent",
        category="Hospitality Jobs",
        pay="GBP 24,000 to 26,000 per year",
        pays=(
            Pay(24000.0, 26000.0, "GBP", Period.YEAR, PayKind.BASE, Said("GBP 24,000 to 26,000 per year")),
        ),
        posted_on=date(2026, 4, 1),
        text="You cook for guests…",
        more=(("Area", "UK, Yorkshire, Leeds"),),
    )


def test_parse_adzuna_entry_2_with_gaps_stays_unknown() -> None:
    opening = fixture("adzuna_search.json").openings[1]

    assert opening == PostedOpening(
        source="adzuna",
        key="602",
        title="Miller (Remote)",
        place="Köln, Deutschland",
        workplace=Workplace.REMOTE,
        url="https://www.adzuna.de/land/ad/602",
        posted_on=date(2026, 4, 1),
        text="You mill.",
        more=(("Pay guessed by Adzuna", "EUR 31,000.40 per year"),),
    )


def test_parse_adzuna_without_a_title_becomes_a_problem() -> None:
    assert fixture("adzuna_search.json").problems == (Problem("job 3", NO_TITLE),)


@pytest.mark.parametrize(
    ("job", "pay", "guess"),
    [
        ({"salary_min": 1000, "salary_is_predicted": 0}, "from 1,000 per year", ()),
        (
            {"salary_min": 1000, "salary_is_predicted": 1},
            "",
            (("Pay guessed by Adzuna", "from 1,000 per year"),),
        ),
        (
            {"salary_min": 1000, "salary_is_predicted": True},
            "",
            (("Pay guessed by Adzuna", "from 1,000 per year"),),
        ),
        ({"salary_is_predicted": "1"}, "", ()),
        ({"salary_max": 1000, "redirect_url": "https://www.adzuna.com.au/x"}, "up to AUD 1,000 per year", ()),
        ({"salary_max": 1000, "redirect_url": "https://other.example/x"}, "up to 1,000 per year", ()),
    ],
)
def test_parse_only_stated_pay_is_pay(job: Any, pay: str, guess: Any) -> None:
    (opening,) = parse([{"title": "Cook", **job}], company="Given").openings

    assert (opening.pay, opening.more, opening.company) == (pay, guess, "Given")


@pytest.mark.parametrize("value", ["words", {"other": 1}, {}, 7])
def test_parse_anything_else_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not a search of Adzuna"):
        parse(value)


@pytest.mark.parametrize("name", ["adzuna_search.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(AdzunaImporter(), content) in {"openings", "sentence"}
