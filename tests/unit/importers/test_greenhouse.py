import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from unrut.importers.contract import Parsed, PostedOpening, Problem, UnreadableFileError
from unrut.importers.greenhouse import GreenhouseImporter

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[3]
FIXTURES = ROOT / "tests/fixtures/openings"
REAL = ROOT / "../shared/data/ats/greenhouse.json"
ADDRESS = "https://boards.greenhouse.io/harbourlight/jobs"


def parse(jobs: Any, *, company: str = "") -> Parsed:
    return GreenhouseImporter().parse(json.dumps(jobs).encode(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"jobs": [{"absolute_url": ""}]}', 0.95),
        (b'{"absolute_url": ""}', 0.8),
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
        is_remote=True,
        url=f"{ADDRESS}/5100200300",
        contract="Permanent",
        pay="Yearly pay: GBP 31,000 to 36,500.50",
        posted_on=date(2026, 3, 2),
        closes_on=date(2026, 4, 30),
        text="Keep the lamp & the log.\n\n- Clean the lens\n- Write the log\n\nBoats come on Fridays."
        "\n\nPay depends on the tower.",
    )


def test_parse_board_with_gaps_fills_in_what_it_can() -> None:
    parsed = GreenhouseImporter().parse((FIXTURES / "greenhouse_board.json").read_bytes(), company="Harbour")

    assert parsed.openings[1] == PostedOpening(
        source="greenhouse",
        key="5100200301",
        title="Boat Builder",
        company="Harbour",
        place="Kirkwall; Stromness",
        posted_on=date(2026, 3, 10),
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
        ([{"min_cents": 100000, "max_cents": None, "currency_type": "EUR"}], "EUR 1,000"),
        ([{"title": "Pay", "min_cents": "much"}, "words", None], ""),
        ([{"title": "A", "min_cents": 100}, {"title": "B", "max_cents": 200}], "A: 1; B: 2"),
        ("words", ""),
    ],
)
def test_parse_pay_cases(ranges: Any, expected: str) -> None:
    parsed = parse({"title": "Cook", "content": None, "pay_input_ranges": ranges})

    assert [(opening.pay, opening.text) for opening in parsed.openings] == [(expected, "")]


def test_parse_anything_but_a_board_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="not a Greenhouse job board"):
        parse([1])


@pytest.mark.skipif(not REAL.exists(), reason="the recorded boards beside the project are not here")
def test_parse_recorded_board_reads_every_job() -> None:
    content = REAL.read_bytes()

    parsed = GreenhouseImporter().parse(content)

    assert (len(parsed.openings), parsed.problems) == (len(json.loads(content)["jobs"]), ())
    assert all(
        opening.title and opening.company and opening.text and opening.url for opening in parsed.openings
    )
