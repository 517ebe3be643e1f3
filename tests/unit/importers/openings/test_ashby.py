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
from unrut.importers.openings.ashby import AshbyImporter
from unrut.importers.openings.contract import Parsed, PostedOpening

pytestmark = pytest.mark.unit

ROOT = Path(__file__).resolve().parents[4]
FIXTURES = ROOT / "tests/fixtures/openings"
BOARD = FIXTURES / "ashby_board.json"
KEY = "a0000000-0000-4000-8000-00000000000"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"jobs": [{"jobUrl": ""}], "apiVersion": "1"}', 0.95),
        (b'{"jobs": [], "apiVersion": "1"}', 0.6),
        (b'{"jobs": []}', 0.0),
        (b'{"apiVersion": "1"}', 0.0),
        (b'Cook "jobs" "jobUrl"', 0.0),
        (b'{"data": {"jobBoard": {"jobPostings": [{"employmentType": ""}]}}}', 0.95),
        (b'{"data": {"jobPosting": {"title": ""}}}', 0.0),
        (b'{"results": [{"locationName": "", "publishedDate": ""}]}', 0.95),
        (b"<script>window.__appData = {}</script> jobs.ashbyhq.com", 0.95),
        (b"<script>window.__appData = {}</script>", 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert AshbyImporter().identify("board.json", content) == expected


def test_parse_board_reads_every_field() -> None:
    parsed = AshbyImporter().parse(BOARD.read_bytes())

    assert parsed.openings[0] == PostedOpening(
        source="ashby",
        key=f"{KEY}1",
        title="Map Librarian",
        company="Paper Harbour",
        place="Porto; Lisbon",
        workplace=Workplace.HYBRID,
        url=f"https://jobs.ashbyhq.com/Paper%20Harbour/{KEY}1",
        apply_url=f"https://jobs.ashbyhq.com/Paper%20Harbour/{KEY}1/application",
        contract="Full time",
        department="Collections",
        pay="€30K – €36K",
        posted_on=date(2026, 2, 1),
        text="The work\n\n- Care for old maps",
        more=(("Team", "Maps"),),
    )


def test_parse_board_with_gaps_fills_in_what_it_can() -> None:
    parsed = AshbyImporter().parse(BOARD.read_bytes(), company="Harbour Press")

    assert parsed.openings[1] == PostedOpening(
        source="ashby",
        key=f"{KEY}2",
        title="Bookbinder",
        company="Harbour Press",
        place="Porto",
        url=f"https://jobs.ashbyhq.com/paper-harbour/{KEY}2/application",
        apply_url=f"https://jobs.ashbyhq.com/paper-harbour/{KEY}2/application",
        contract="Contract",
        pay="€20 per hour",
        text="Mend spines.",
    )


def test_parse_board_keeps_a_posting_that_it_does_not_list_and_says_so() -> None:
    parsed = AshbyImporter().parse(BOARD.read_bytes())

    assert parsed.openings[2:] == (
        PostedOpening(
            source="ashby",
            key=f"{KEY}3",
            title="Printer",
            more=(("Listed", "no, only its own address shows it"),),
        ),
    )
    assert parsed.problems == (
        Problem("job 4", "This opening has no title. Give it one in the file and import it again."),
    )


def test_parse_tiers_reads_the_parts_of_the_pay() -> None:
    openings = AshbyImporter().parse((FIXTURES / "ashby_tiers.json").read_bytes()).openings

    assert openings[0].pay == "Journeyman: $50K – $60K • 0.1% – 0.2%; Master: $80K – $90K"
    assert openings[0].pays == (
        Pay(50000.0, 60000.0, "USD", Period.YEAR, PayKind.BASE, Said("$50K – $60K")),
        Pay(80000.0, 90000.0, "USD", Period.YEAR, PayKind.BASE, Said("$80K – $90K")),
        Pay(5000.0, 5000.0, "USD", Period.ONCE, PayKind.BONUS, Said("$5K")),
        Pay(2000.0, 4000.0, "USD", Period.YEAR, PayKind.EQUITY, Said("$2K – $4K")),
    )


def test_parse_tiers_reads_addresses_and_what_else_is_stated() -> None:
    openings = AshbyImporter().parse((FIXTURES / "ashby_tiers.json").read_bytes()).openings

    assert openings[0].place == "Bergen, Vestland, Norway; Oslo, Norway; Malmö"
    assert (openings[0].workplace, openings[0].updated_on) == (Workplace.ON_SITE, date(2026, 4, 22))
    assert openings[0].more == (
        ("Team", "Engraving"),
        ("Compensation", "Paid in two parts."),
        ("Listed", "no, only its own address shows it"),
    )


def test_parse_hidden_pay_is_no_pay() -> None:
    openings = AshbyImporter().parse((FIXTURES / "ashby_tiers.json").read_bytes()).openings

    assert (openings[1].title, openings[1].pay, openings[1].pays) == ("Clerk", "", ())


@pytest.mark.parametrize(
    ("compensation", "expected"),
    [
        (
            {
                "summaryComponents": [
                    {"compensationType": "Salary", "currencyCode": "EUR", "min": 5, "max": 6}
                ]
            },
            1,
        ),
        ({"compensationTiers": [{"tierSummary": "€5", "components": []}]}, 0),
    ],
)
def test_parse_other_pay_shapes(compensation: dict[str, Any], expected: int) -> None:
    job = {"title": "Cook", "compensation": compensation}

    (opening,) = AshbyImporter().parse(json.dumps({"jobs": [job]}).encode()).openings

    assert (opening.pay, len(opening.pays)) == ("" if expected else "€5", expected)


def test_parse_board_of_the_pages_names_the_teams() -> None:
    parsed = AshbyImporter().parse((FIXTURES / "ashby_board_page.json").read_bytes(), company="Paper Harbour")

    assert parsed.openings[0] == PostedOpening(
        source="ashby",
        key="p1",
        title="Globe Maker",
        company="Paper Harbour",
        place="Porto; Faro",
        workplace=Workplace.HYBRID,
        contract="Full time",
        department="Maps",
        pay="€30K – €36K",
    )
    assert parsed.openings[1].department == "Shop"
    assert [problem.where for problem in parsed.problems] == ["job 3"]


def test_parse_saved_page_of_a_posting_reads_it() -> None:
    parsed = AshbyImporter().parse((FIXTURES / "ashby_posting_page.html").read_bytes())

    assert parsed == Parsed(
        (
            PostedOpening(
                source="ashby",
                key="p1",
                title="Globe Maker",
                company="Paper Harbour",
                place="Porto; Faro",
                workplace=Workplace.REMOTE,
                contract="Full time",
                department="Globes",
                pay="€30K – €36K",
                closes_on=date(2026, 6, 30),
                text="Turn the globe.",
                more=(("Team", "Globes; Large globes"), ("Address", "Rua do Mar 1, Porto")),
            ),
        )
    )


def test_parse_list_of_an_account_is_read() -> None:
    parsed = AshbyImporter().parse((FIXTURES / "ashby_account.json").read_bytes())

    assert parsed == Parsed(
        (
            PostedOpening(
                source="ashby",
                key="r1",
                title="Typesetter",
                company="Paper Harbour",
                place="Ghent",
                workplace=Workplace.ON_SITE,
                url="https://jobs.ashbyhq.com/Paper%20Harbour/r1",
                apply_url="https://jobs.ashbyhq.com/Paper%20Harbour/r1/application",
                contract="Temporary",
                department="Press",
                posted_on=date(2026, 3, 4),
                updated_on=date(2026, 3, 5),
                closes_on=date(2026, 4, 30),
                more=(("Team", "Letters"),),
            ),
        )
    )


@given(data=st.data())
@pytest.mark.parametrize("name", ["ashby_board", "ashby_tiers", "ashby_board_page", "ashby_account"])
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / f"{name}.json").read_bytes()))

    assert outcome(AshbyImporter(), content) in {"openings", "sentence"}


@given(spoilt_text((FIXTURES / "ashby_posting_page.html").read_bytes()))
def test_parse_spoilt_page_gives_openings_or_a_sentence(content: bytes) -> None:
    assert outcome(AshbyImporter(), content) in {"openings", "sentence"}


@pytest.mark.parametrize(
    ("job", "expected"),
    [
        ({"workplaceType": "Remote", "isRemote": None}, True),
        ({"workplaceType": "OnSite", "isRemote": True}, False),
        ({"workplaceType": None, "isRemote": True}, True),
        ({"workplaceType": None, "isRemote": "yes"}, None),
        ({}, None),
    ],
)
def test_parse_remote_cases(job: dict[str, Any], expected: bool | None) -> None:
    parsed = AshbyImporter().parse(json.dumps({"jobs": [{"title": "Cook"} | job]}).encode())

    assert [opening.is_remote for opening in parsed.openings] == [expected]


@pytest.mark.parametrize("content", [b"[]", b'{"jobs": {}}', b"{}", b"words", b"window.__appData = {"])
def test_parse_anything_but_a_board_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="not an Ashby job board"):
        AshbyImporter().parse(content)
