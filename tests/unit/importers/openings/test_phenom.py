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
from unrut.importers.openings.phenom import PhenomImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."
SITE = "https://careers.tidal.example/gb/en/job"


def fixture(name: str) -> Parsed:
    return PhenomImporter().parse((FIXTURES / name).read_bytes())


def one(job: dict[str, Any], *, company: str = "") -> PostedOpening:
    content = json.dumps({"data": {"jobs": [{"title": "Cook", **job}]}}).encode()
    (opening,) = PhenomImporter().parse(content, company=company).openings
    return opening


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'<script>phApp.ddo = {"eagerLoadRefineSearch":{}}', 0.95),
        (b'<script>phApp.ddo = {"jobDetail":{}}', 0.95),
        (b"<script>phApp.ddo = {}", 0.0),
        (b'{"refineSearch": {"data": {"jobs": []}}}', 0.95),
        (b'{"eagerLoadRefineSearch": {"data": {"jobs": []}}}', 0.95),
        (b'{"data": {"jobs": [{"jobSeqNo": "x"}]}}', 0.95),
        (b'{"data": {"jobs": []}}', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert PhenomImporter().identify("page.html", content) == expected


def test_parse_page_of_a_search_reads_every_field() -> None:
    parsed = fixture("phenom_search.html")

    assert parsed.openings[0] == PostedOpening(
        source="phenom",
        key="TIDA1GBR7EXTERNALENGB",
        title="Tide & Weather Watcher",
        place="Poole, England, United Kingdom; Bude, England, United Kingdom",
        workplace=Workplace.HYBRID,
        url=f"{SITE}/R-7",
        apply_url="https://tidal.wd3.myworkdayjobs.com/apply/R-7",
        contract="Full time",
        seniority="Entry",
        department="Harbour",
        category="Watch; Sea",
        skills=("tide tables", "patience"),
        language="en",
        requisition="R-7",
        posted_on=date(2026, 5, 4),
        text="Watch the tide {and} the weather; }; say so.",
        more=(
            ("Address", "1 Quay, Poole BH15"),
            ("Workplace", "Hybrid"),
            ("Created", "2026-05-01"),
            ("Sub category", "Tides"),
            ("Job requisition type", "New position"),
        ),
    )


def test_parse_job_with_few_fields_leaves_the_rest_unknown() -> None:
    parsed = fixture("phenom_search.html")

    assert parsed.openings[1:] == (
        PostedOpening(
            source="phenom",
            key="R-8",
            title="Bell Ringer",
            place="Looe, United Kingdom",
            url=f"{SITE}/R-8",
            requisition="R-8",
            closes_on=date(2026, 9, 30),
        ),
    )
    assert parsed.problems == (Problem("job 3", NO_TITLE),)


def test_parse_page_of_a_posting_reads_every_field() -> None:
    (opening,) = fixture("phenom_posting.html").openings

    words = "GBP 24,000 to 26,000 per year"
    assert opening == PostedOpening(
        source="phenom",
        key="TIDA1GBR7EXTERNALENGB",
        title="Tide Watcher",
        company="Tidal Board",
        place="Poole, England, GB; Bude, United Kingdom",
        workplace=Workplace.REMOTE,
        url=f"{SITE}/R-7/Tide-Watcher",
        schedule="Early",
        contract="Part time",
        education="None needed",
        pay=words,
        pays=(Pay(24000.0, 26000.0, "GBP", Period.YEAR, PayKind.BASE, Said(words)),),
        requisition="REQ-70",
        updated_on=date(2026, 5, 9),
        closes_on=date(2026, 6, 1),
        text="Watch the tide.\n\nResponsibilities\n- Look",
        more=(
            ("Workplace", "Remote"),
            ("Worksite", "Up to 100% from home"),
            ("Benefits", "Oilskins; Tea"),
        ),
    )


def test_parse_answer_of_a_search_is_read() -> None:
    (opening,) = fixture("phenom_answer.json").openings

    assert (opening.key, opening.company, opening.place) == ("31", "Tidal Board", "Looe, England")
    assert (opening.workplace, opening.pay, opening.pays) == (Workplace.REMOTE, "£12 an hour", ())
    assert (opening.text, opening.more) == ("Keep lamps.", ())


@pytest.mark.parametrize(
    ("job", "expected"),
    [
        ({"isRemote": True}, Workplace.REMOTE),
        ({"isRemote": "true", "workplaceType": "hybrid"}, Workplace.HYBRID),
        ({"isRemote": False}, Workplace.UNKNOWN),
        ({"RemoteType": "Not remote"}, Workplace.UNKNOWN),
        ({"location": "Remote, GB"}, Workplace.REMOTE),
        ({"location": "Looe", "multi_location": ["Remote, GB"]}, Workplace.UNKNOWN),
    ],
)
def test_parse_workplace_cases(job: dict[str, Any], expected: Workplace) -> None:
    assert one(job).workplace is expected


def test_parse_country_that_the_place_leaves_out_is_kept() -> None:
    opening = one({"location": "Looe", "country": "GB", "address": "Looe"}, company="Given")

    assert (opening.company, opening.place) == ("Given", "Looe")
    assert opening.more == (("Country", "United Kingdom"),)


@pytest.mark.parametrize(
    "value", [[{"title": "Cook"}], {"title": "Cook", "jobSeqNo": "x"}, {"jobs": [{"title": "Cook"}]}]
)
def test_parse_bare_jobs_are_read(value: object) -> None:
    parsed = PhenomImporter().parse(json.dumps(value).encode())

    assert [opening.title for opening in parsed.openings] == ["Cook"]


@pytest.mark.parametrize(
    "content",
    [
        b'{"refineSearch": {"data": {"jobs": 1}}}',
        b'{"data": "x"}',
        b'<script>phApp.ddo = {"eagerLoadRefineSearch":',
        b"<script>phApp.ddo = {}" * 7 + b';phApp.ddo = {"jobs": [{"title": "Cook"}]}',
        b"phApp.ddo = " + b'{"a":' * 100_000,
        b"words",
    ],
)
def test_parse_anything_but_a_careers_site_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="not a Phenom careers site"):
        PhenomImporter().parse(content)


@pytest.mark.parametrize("name", ["phenom_search.html", "phenom_posting.html"])
@given(data=st.data())
def test_parse_spoilt_page_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_text((FIXTURES / name).read_bytes()))

    assert outcome(PhenomImporter(), content) in {"openings", "sentence"}


@given(spoilt_json((FIXTURES / "phenom_answer.json").read_bytes()))
def test_parse_spoilt_answer_gives_openings_or_a_sentence(content: bytes) -> None:
    assert outcome(PhenomImporter(), content) in {"openings", "sentence"}


@given(data=st.data())
def test_parse_spoilt_state_of_a_page_gives_openings_or_a_sentence(data: st.DataObject) -> None:
    page = (FIXTURES / "phenom_posting.html").read_bytes()
    state = page.partition(b"phApp.ddo=")[2].rpartition(b";</script>")[0]

    content = b"<script>phApp.ddo = " + data.draw(spoilt_json(state)) + b";</script>"

    assert outcome(PhenomImporter(), content) in {"openings", "sentence"}
