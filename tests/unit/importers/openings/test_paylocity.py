import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome, spoilt_json, spoilt_text

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.paylocity import PaylocityImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."
SITE = "https://recruiting.paylocity.com/Recruiting/Jobs"


def fixture(name: str) -> Parsed:
    return PaylocityImporter().parse((FIXTURES / name).read_bytes())


def one(job: dict[str, Any], *, company: str = "") -> PostedOpening:
    content = json.dumps({"Jobs": [{"JobTitle": "Cook", **job}]}).encode()
    (opening,) = PaylocityImporter().parse(content, company=company).openings
    return opening


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'<script>window.pageData = {"Jobs":[{"JobId":1}]}', 0.95),
        (b'<span class="job-preview-title"><div class="job-listing-header">', 0.95),
        (b"<script>window.pageData = {}", 0.0),
        (b'<div class="job-listing-header">', 0.0),
        (b'{"jobs": [{"jobId": 1, "title": "", "jobLocation": {}}]}', 0.95),
        (b'{"Jobs": [{"JobId": 1, "JobTitle": ""}]}', 0.95),
        (b'{"jobs": [{"JobId": 1, "JobLocation": ""}]}', 0.95),
        (b'{"jobs": [{"jobId": 1, "title": ""}]}', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert PaylocityImporter().identify("page.html", content) == expected


def test_parse_page_reads_every_field() -> None:
    parsed = fixture("paylocity_page.html")

    assert parsed.openings[0] == PostedOpening(
        source="paylocity",
        key="7001",
        title="Gate Keeper & Guide",
        company="Old Park Trust",
        place="Albany, NY, USA",
        url=f"{SITE}/Details/7001",
        department="Grounds",
        posted_on=date(2026, 2, 3),
        text="Open the gate; {then} close it.",
        more=(
            ("Location", "Main Gate"),
            ("Address", "1 Park Way, Lodge"),
            ("Postal code", "12207"),
            ("County", "Albany"),
            ("Metropolitan area", "North"),
            ("Shift note", "Weekends"),
        ),
    )


def test_parse_job_without_a_town_has_the_name_of_its_location() -> None:
    parsed = fixture("paylocity_page.html")

    assert parsed.openings[1:] == (
        PostedOpening(
            source="paylocity",
            key="7002",
            title="Map Drawer",
            company="Old Park Trust",
            place="Fully Remote",
            workplace=Workplace.REMOTE,
            url=f"{SITE}/Details/7002",
            more=(("Country", "USA"), ("For employees only", "yes")),
        ),
    )
    assert parsed.problems == (Problem("job 3", NO_TITLE),)


def test_parse_feed_reads_every_field() -> None:
    first, second = fixture("paylocity_feed.json").openings

    assert first == PostedOpening(
        source="paylocity",
        key="7001",
        title="Gate Keeper",
        company="Old Park Lodge",
        place="Albany, NY, USA",
        workplace=Workplace.HYBRID,
        url=f"{SITE}/Details/7001",
        apply_url=f"{SITE}/Apply/7001",
        contract="Full Time",
        department="Grounds",
        category="Outdoors",
        pay="$18 - $20 per hour",
        requisition="G-1",
        posted_on=date(2026, 2, 3),
        text="Open the gate.\n\nRequirements\n- Keys\n\nBenefits\nLodge",
        more=(("Location", "Main Gate"), ("Postal code", "12207")),
    )
    assert (second.company, second.place, second.more) == ("Old Park Trust", "Troy, NY", ())


def test_parse_page_of_a_posting_reads_what_it_shows_and_what_it_marks_up() -> None:
    (opening,) = fixture("paylocity_posting.html").openings

    assert opening == PostedOpening(
        source="paylocity",
        key="7001",
        title="Gate Keeper",
        company="Old Park Trust",
        place="Main Gate - Albany, NY",
        workplace=Workplace.HYBRID,
        url=f"{SITE}/Details/7001",
        contract="Full-time",
        pay="$18 per hour",
        posted_on=date(2026, 2, 3),
        text="Open the gate.\n\n- Daily\n\nRequirements\nKeys",
        more=(("Workplace", "Hybrid Remote"), ("Level", "Entry")),
    )


@pytest.mark.parametrize(
    ("job", "expected"),
    [
        ({"IsRemote": True}, Workplace.REMOTE),
        ({"IsRemote": True, "IndeedRemoteType": 1}, Workplace.HYBRID),
        ({"IsRemote": False, "IndeedRemoteType": 1}, Workplace.UNKNOWN),
        ({"IsRemote": True, "LocationName": "Hybrid"}, Workplace.HYBRID),
        ({"JobLocation": {"Name": "Remote"}}, Workplace.REMOTE),
        ({}, Workplace.UNKNOWN),
    ],
)
def test_parse_workplace_cases(job: dict[str, Any], expected: Workplace) -> None:
    assert one(job).workplace is expected


@pytest.mark.parametrize(
    ("job", "place", "more"),
    [
        ({"Location": "Troy"}, "Troy", ()),
        ({"City": "Troy", "State": "NY", "Zip": "1"}, "Troy, NY", (("Postal code", "1"),)),
        ({"JobLocation": {"Country": "FR"}}, "France", ()),
        (
            {"JobLocation": {"locationDisplayName": "The Yard", "PostalCode": "9"}},
            "The Yard",
            (("Postal code", "9"),),
        ),
    ],
)
def test_parse_place_cases(job: dict[str, Any], place: str, more: tuple[tuple[str, str], ...]) -> None:
    opening = one(job, company="Given")

    assert (opening.company, opening.place, opening.more) == ("Given", place, more)


def test_parse_posting_without_a_number_keeps_the_address_of_its_page() -> None:
    page = b'<link rel="canonical" href="https://a.example/x"><p class="job-preview-title">Cook</p>'

    (opening,) = PaylocityImporter().parse(page).openings

    assert (opening.title, opening.url, opening.text) == ("Cook", "https://a.example/x", "")


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Old Park Trust", "Old Park Trust"),
        ("Career Opportunities", "Given"),
        ("careers", "Given"),
        ("Jobs Are Us", "Jobs Are Us"),
    ],
)
def test_parse_heading_that_names_nobody_is_no_company(heading: str, expected: str) -> None:
    content = json.dumps({"ModuleTitle": heading, "Jobs": [{"JobId": 1, "JobTitle": "Cook"}]}).encode()

    (opening,) = PaylocityImporter().parse(content, company="Given").openings

    assert opening.company == expected


def test_parse_place_written_as_words_is_kept() -> None:
    opening = one({"jobLocation": "Albany, NY"})

    assert (opening.place, opening.more) == ("Albany, NY", ())


@pytest.mark.parametrize("value", [{"data": {"jobs": [{"title": "Cook"}]}}, {"JobId": 1, "Title": "Cook"}])
def test_parse_wrapped_and_single_jobs_are_read(value: object) -> None:
    parsed = PaylocityImporter().parse(json.dumps(value).encode())

    assert [opening.title for opening in parsed.openings] == ["Cook"]


@pytest.mark.parametrize(
    "content", [b'{"Jobs": 1}', b"{}", b'<script>window.pageData = {"Jobs":[', b"<p>Jobs</p>", b"words"]
)
def test_parse_anything_but_a_careers_page_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="not a Paylocity careers page"):
        PaylocityImporter().parse(content)


@pytest.mark.parametrize("name", ["paylocity_page.html", "paylocity_posting.html"])
@given(data=st.data())
def test_parse_spoilt_page_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_text((FIXTURES / name).read_bytes()))

    assert outcome(PaylocityImporter(), content) in {"openings", "sentence"}


@given(spoilt_json((FIXTURES / "paylocity_feed.json").read_bytes()))
def test_parse_spoilt_feed_gives_openings_or_a_sentence(content: bytes) -> None:
    assert outcome(PaylocityImporter(), content) in {"openings", "sentence"}
