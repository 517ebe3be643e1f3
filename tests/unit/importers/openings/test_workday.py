import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome, spoilt_json

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.workday import WorkdayImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
LIST, POSTING = FIXTURES / "workday_list.json", FIXTURES / "workday_posting.json"
PATH = "/job/Norrland---Old-Ferry--North/Lamp-Lighter---Keeper_R-10021"
HOST = "https://apple-yard.wd103.myworkdayjobs.com"


def parse(answer: Any, *, company: str = "") -> Parsed:
    return WorkdayImporter().parse(json.dumps(answer).encode(), company=company)


def read(**posting: Any) -> PostedOpening:
    """One posting with these fields, read from a list."""
    (opening,) = parse({"jobPostings": [{"title": "Cook", **posting}]}).openings
    return opening


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"jobPostingInfo": {}}', 0.95),
        (b'\xef\xbb\xbf {"total": 0, "jobPostings": [], "userAuthenticated": false}', 0.95),
        (b'{"jobPostings": [{"title": "", "locationName": ""}]}', 0.0),
        (b'{"jobPostings": [{"externalPath": ""}]}', 0.95),
        (b'[{"externalPath": "", "bulletFields": []}]', 0.9),
        (b'{"jobPostingId": "", "jobReqId": ""}', 0.9),
        (b'[{"externalPath": ""}]', 0.0),
        (b'[{"bulletFields": []}]', 0.0),
        (b'Cook "jobPostings"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert WorkdayImporter().identify("board.json", content) == expected


def test_parse_list_reads_what_it_states() -> None:
    parsed = WorkdayImporter().parse(LIST.read_bytes(), company="Night Watch")

    assert parsed.openings[0] == PostedOpening(
        source="workday",
        key="R-10021",
        title="Lamp Lighter & Keeper",
        company="Night Watch",
        place="Norrland - Old Ferry, North",
        contract="Part time",
        requisition="R-10021",
        more=(("Posted", "30+ Days Ago"), ("Places", "2 Locations"), ("Address", PATH)),
    )


def test_parse_list_labelled_bullets_are_told_apart() -> None:
    parsed = WorkdayImporter().parse(LIST.read_bytes())

    assert parsed.openings[1] == PostedOpening(
        source="workday",
        key="JR0042",
        title="Net Mender",
        place="Remote - Shetland",
        workplace=Workplace.HYBRID,
        category="Harbour",
        requisition="JR0042",
        posted_on=date(2026, 3, 1),
        more=(
            ("Workplace", "Hybrid"),
            ("Address", "/job/Remote---Shetland/Net-Mender_JR0042-1"),
            ("Posting Date", "02/27/2026"),
            ("Further", "Wool & Rope"),
        ),
    )


def test_parse_list_posting_without_a_title_is_a_problem() -> None:
    parsed = WorkdayImporter().parse(LIST.read_bytes())

    assert [opening.title for opening in parsed.openings[2:]] == ["Toll Collector"]
    assert parsed.problems == (
        Problem("job 4", "This opening has no title. Give it one in the file and import it again."),
    )


def test_parse_posting_reads_every_field() -> None:
    parsed = WorkdayImporter().parse(POSTING.read_bytes(), company="Somebody")

    opening = PostedOpening(
        source="workday",
        key="R-2208",
        title="Orchard Warden",
        company="Apple Yard NV",
        place="Ghent; Bruges; Remote, Belgium",
        url=f"{HOST}/Orchards/job/Ghent/Orchard-Warden_R-2208",
        contract="Full time",
        requisition="R-2208",
        posted_on=date(2026, 4, 7),
        closes_on=date(2026, 5, 3),
        text="You keep the orchard.\n\n- Prune\n- Graft",
        more=(
            ("Posted", "5 Days Ago"),
            ("Country", "Belgium"),
            ("Time left to apply", "End Date: May 3, 2026 (9 days left to apply)"),
        ),
    )
    assert parsed == Parsed((opening,))


@pytest.mark.parametrize(
    "answer",
    [
        {"jobPostings": [{"title": "Cook"}]},
        [{"jobPostings": [{"title": "Cook"}]}, {"jobPostings": []}],
        [{"title": "Cook"}],
        {"title": "Cook", "externalPath": "/job/a"},
        {"jobPostingInfo": {"title": "Cook"}},
        [{"externalPath": "/job/a", "jobPostingInfo": {"title": "Cook"}}],
        {"jobPostings": [{"title": "Baker", "jobPostingInfo": {"title": "Cook"}}]},
    ],
)
def test_parse_any_wrapping_is_read(answer: Any) -> None:
    assert [opening.title for opening in parse(answer).openings] == ["Cook"]


@pytest.mark.parametrize(
    ("posting", "expected"),
    [
        ({"locationsText": "Ghent"}, "Ghent"),
        ({"locationsText": "3 Standorte", "externalPath": "/job/Z-rich-HQ/Koch_R1"}, "Z rich HQ"),
        ({"locationsText": "12 Locations"}, ""),
        ({"locationsText": "2 Locations", "location": "Lier", "additionalLocations": ["Mol"]}, "Lier; Mol"),
        ({"externalPath": "/job/M%C3%BCnchen/Koch_R1"}, "München"),
        ({"externalPath": "/job/Cook_R1"}, ""),
        ({"location": {"name": "Aalst"}, "locationsText": 7, "additionalLocations": "Lier"}, "7"),
        (
            {"location": "Aalst", "additionalLocations": ["Lier", None, {"descriptor": "aalst"}]},
            "Aalst; Lier",
        ),
        ({"jobRequisitionLocation": "Lier", "country": {"descriptor": "Belgium"}}, "Lier"),
        ({"country": {"descriptor": "Belgium"}}, "Belgium"),
        ({"country": "Belgium"}, "Belgium"),
        ({"jobRequisitionLocation": {"country": {"alpha2Code": "BE"}}}, "Belgium"),
    ],
)
def test_parse_place_cases(posting: dict[str, Any], expected: str) -> None:
    assert read(**posting).place == expected


@pytest.mark.parametrize(
    ("posting", "expected"),
    [
        ({"remoteType": "Fully Remote", "locationsText": "Ghent"}, Workplace.REMOTE),
        ({"remoteType": "On-Site", "locationsText": "Remote"}, Workplace.ON_SITE),
        ({"location": "Ghent", "additionalLocations": ["Remote, Belgium"]}, Workplace.UNKNOWN),
        ({"location": "Remote", "additionalLocations": ["Remote, Belgium"]}, Workplace.REMOTE),
        ({"remoteType": "Flexible"}, Workplace.UNKNOWN),
    ],
)
def test_parse_workplace_cases(posting: dict[str, Any], expected: Workplace) -> None:
    assert read(**posting).workplace is expected


@pytest.mark.parametrize(
    ("posting", "expected"),
    [
        ({"jobReqId": "77", "bulletFields": ["R-10"]}, "77"),
        ({"bulletFields": ["Ghent", "JOB_REQ-2024-0012", "R-10"]}, "JOB_REQ-2024-0012"),
        ({"bulletFields": ["2026-04-01", "R-1000"]}, "R-1000"),
        ({"bulletFields": ["Kitchen 12 upstairs"], "externalPath": "/job/Ghent/Cook_R-9001"}, "R-9001"),
        ({"bulletFields": ["9" * 60], "externalPath": "/job/Ghent/Cook"}, ""),
        ({"bulletFields": "R-10"}, ""),
    ],
)
def test_parse_number_cases(posting: dict[str, Any], expected: str) -> None:
    assert read(**posting).requisition == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (f"{HOST}/Orchards/job/a", "Apple Yard"),
        ("https://wd5.myworkdaysite.com/en-US/recruiting/apple_yard/Orchards/job/a", "Apple Yard"),
        ("https://jobs.example.org/job/a", ""),
        ("https://[", ""),
    ],
)
def test_parse_company_of_the_address(url: str, expected: str) -> None:
    assert read(externalUrl=url).company == expected


@pytest.mark.parametrize(
    ("posting", "expected"),
    [
        ({"endDate": "2026-05-01", "timeLeftToApply": "End Date: May 3, 2026"}, date(2026, 5, 1)),
        ({"jobPostingEndDateAsText": "May 2, 2026"}, date(2026, 5, 2)),
        ({"timeLeftToApply": "6 days left to apply"}, None),
    ],
)
def test_parse_last_day_cases(posting: dict[str, Any], expected: date | None) -> None:
    assert read(**posting).closes_on == expected


@pytest.mark.parametrize(
    ("posted", "day", "more"),
    [
        ("2026-04-01", date(2026, 4, 1), ()),
        ("Posted 2026-04-01", date(2026, 4, 1), ()),
        ("Posted Yesterday", None, (("Posted", "Yesterday"),)),
        ("Gestern ausgeschrieben", None, (("Posted", "Gestern ausgeschrieben"),)),
    ],
)
def test_parse_posted_cases(posted: str, day: date | None, more: tuple[tuple[str, str], ...]) -> None:
    assert (read(postedOn=posted).posted_on, read(postedOn=posted).more) == (day, more)


@given(data=st.data())
@pytest.mark.parametrize("file", [LIST, POSTING])
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, file: Path) -> None:
    content = data.draw(spoilt_json(file.read_bytes()))

    assert outcome(WorkdayImporter(), content) in {"openings", "sentence"}


@pytest.mark.parametrize("letter", ["1", "-", "--", "---", "/job/", "_", "a ", "(", "Posted "])
def test_parse_words_of_a_megabyte_are_read_at_once(letter: str) -> None:
    words = letter * (1_000_000 // len(letter))

    opening = read(
        externalPath=f"/job/{words}/x", locationsText="2 Locations", postedOn=words, bulletFields=[words]
    )

    assert opening.posted_on is None


@pytest.mark.parametrize("answer", ["words", {}, {"jobPostings": None}, 7])
def test_parse_anything_but_a_site_is_refused(answer: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not a Workday careers site"):
        parse(answer)
