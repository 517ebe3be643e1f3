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
from unrut.importers.openings.usajobs import UsaJobsImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return UsaJobsImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str) -> Parsed:
    return UsaJobsImporter().parse((FIXTURES / name).read_bytes())


def one(**fields: Any) -> PostedOpening:
    """The opening of a descriptor with these fields."""
    (opening,) = parse({"PositionTitle": "Cook", **fields}).openings
    return opening


def details(**fields: Any) -> PostedOpening:
    """The opening of a descriptor with these details."""
    return one(UserArea={"Details": fields})


def rate(low: Any, high: Any, code: str = "", **others: str) -> PostedOpening:
    """The opening of a descriptor with this pay."""
    record = {"MinimumRange": low, "MaximumRange": high, "RateIntervalCode": code, **others}
    return one(PositionRemuneration=[record])


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"SearchResult": {"SearchResultItems": []}}', 0.95),
        (b'\xef\xbb\xbf [{"MatchedObjectDescriptor": {}}]', 0.95),
        (b'{"PositionURI": "", "PositionTitle": ""}', 0.95),
        (b'{"PositionTitle": ""}', 0.0),
        (b'Say "MatchedObjectDescriptor"', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert UsaJobsImporter().identify("board.json", content) == expected


def test_parse_search_reads_every_field() -> None:
    parsed = fixture("usajobs_search.json")

    yearly, hourly = "USD 49,025 to 78,029 per year", "from USD 23.50 per hour"
    assert parsed.openings[0] == PostedOpening(
        source="usajobs",
        key="900100200",
        title="Lighthouse Keeper",
        company="Bureau of Beacons",
        place="Gull Point, Maine, United States; Fog Bay, Guam",
        workplace=Workplace.HYBRID,
        url="https://www.usajobs.gov/job/900100200",
        apply_url="https://www.usajobs.gov/job/900100200?PostingChannelID=RESTAPI",
        schedule="Full-time; Shift work",
        contract="Permanent",
        department="Department of the Shore",
        category="Navigational Information",
        language="en",
        pay=f"{yearly}; {hourly}",
        pays=(
            Pay(49025.0, 78029.0, "USD", Period.YEAR, PayKind.BASE, Said(yearly)),
            Pay(23.5, None, "USD", Period.HOUR, PayKind.BASE, Said(hourly)),
        ),
        requisition="LH-26-0042",
        posted_on=date(2026, 3, 1),
        closes_on=date(2026, 3, 20),
        text=(
            "Summary\nKeep the light burning.\n\nDuties\n- Trim wicks\n- Log ships\n\n"
            "Key requirements\nA head for heights\n\nQualifications\nOne year with lamps.\n\n"
            "Education\nNone needed.\n\nLadder training is paid."
        ),
        more=(
            ("Occupational series", "1361"),
            ("Grade", "GS 07 to 09"),
            ("Position start date", "2026-03-02"),
            ("Sub-agency", "Lamps Division"),
            ("Who may apply", "United States Citizens"),
            ("Hiring path", "Open to the public; Veterans; lampfolk"),
            ("Promotion potential", "11"),
            ("Openings", "2"),
            ("Travel required", "25% or less"),
            ("Service type", "Competitive"),
            ("Security clearance", "Not Required"),
            ("Drug test required", "yes"),
            ("Telework eligible", "yes"),
            ("Agency contact email", "lamps@beacons.example"),
        ),
    )


def test_parse_search_work_from_anywhere_without_pay() -> None:
    parsed = fixture("usajobs_search.json")

    assert parsed.openings[1] == PostedOpening(
        source="usajobs",
        key="900100201",
        title="Chart Editor",
        company="Department of the Shore",
        place="Anywhere in the U.S. (remote job)",
        workplace=Workplace.REMOTE,
        remote_area="Anywhere in the U.S. (remote job)",
        url="https://www.usajobs.gov/job/900100201",
        apply_url="https://apply.example/2",
        contract="Term",
        department="Department of the Shore",
        language="en",
        pay="Without Compensation",
        requisition="LH-26-0043",
        posted_on=date(2026, 3, 5),
        closes_on=date(2026, 3, 30),
        text="Duties\nDraw coasts.",
    )
    assert parsed.problems == (Problem("job 3", NO_TITLE),)


def test_parse_bare_descriptor_is_one_opening() -> None:
    words = "from USD 12,000 per school year"

    assert fixture("usajobs_item.json").openings == (
        PostedOpening(
            source="usajobs",
            key="900100300",
            title="Tide Watcher",
            company="Bureau of Beacons",
            place="Low Sands, Oregon, United States",
            workplace=Workplace.ON_SITE,
            url="https://www.usajobs.gov:443/GetJob/ViewDetails/900100300?utm=a",
            schedule="Part-time",
            pay=words,
            pays=(Pay(12000.0, None, "USD", Period.UNKNOWN, PayKind.BASE, Said(words)),),
            requisition="TD-26-7",
            text="Summary\nWatch the tide.",
        ),
    )


ITEM = {"MatchedObjectId": "1", "MatchedObjectDescriptor": {"PositionTitle": "Cook"}}
OTHER = {"MatchedObjectId": "2", "MatchedObjectDescriptor": {"PositionTitle": "Baker"}}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"SearchResult": {"SearchResultItems": []}}, []),
        ({"SearchResult": {}}, []),
        ({"SearchResultItems": [ITEM]}, ["1"]),
        ([ITEM, OTHER], ["1", "2"]),
        ([{"SearchResult": {"SearchResultItems": [ITEM]}}, {"SearchResultItems": [OTHER]}], ["1", "2"]),
        (ITEM, ["1"]),
    ],
)
def test_parse_wrapping_cases(value: Any, expected: list[str]) -> None:
    assert [opening.key for opening in parse(value).openings] == expected


@pytest.mark.parametrize("value", ["words", 7, {}, {"jobs": []}])
def test_parse_anything_but_a_search_is_refused(value: Any) -> None:
    with pytest.raises(UnreadableFileError, match="not a search of USAJOBS"):
        parse(value)


def test_parse_entry_that_is_no_job_is_a_problem() -> None:
    assert [problem.where for problem in parse([ITEM, "x"]).problems] == ["job 2"]


def test_parse_company_fills_in_where_none_is_stated() -> None:
    (opening,) = parse(ITEM, company="The Coast").openings

    assert opening.company == "The Coast"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"PositionURI": "https://www.usajobs.gov/job/55/", "PositionID": "A-1"}, "55"),
        ({"PositionURI": "https://www.usajobs.gov/job/x", "PositionID": "A-1"}, "A-1"),
    ],
)
def test_parse_key_is_the_number_at_the_site(fields: Any, expected: str) -> None:
    assert one(**fields).key == expected


@pytest.mark.parametrize(
    ("code", "period"),
    [
        ("PA", Period.YEAR),
        ("PH", Period.HOUR),
        ("PD", Period.DAY),
        ("PM", Period.MONTH),
        ("BW", Period.TWO_WEEKS),
        ("PW", Period.UNKNOWN),
        ("FB", Period.UNKNOWN),
        ("Per Year", Period.YEAR),
        ("XX", Period.UNKNOWN),
        ("", Period.UNKNOWN),
    ],
)
def test_parse_pay_is_for_the_period_of_the_code(code: str, period: Period) -> None:
    assert [pay.period for pay in rate("10", "20", code).pays] == [period]


@pytest.mark.parametrize(
    ("code", "described", "expected"),
    [
        ("PW", "Piece Work", "USD 10 to 20 piece work"),
        ("XX", "Per Wave", "USD 10 to 20 Per Wave"),
        ("XX", "", "USD 10 to 20 XX"),
        ("", "", "USD 10 to 20"),
        ("", "Per Hour", "USD 10 to 20 per hour"),
        ("ST", "Student Stipend Paid", "USD 10 to 20 (stipend)"),
    ],
)
def test_parse_pay_is_told_in_words(code: str, described: str, expected: str) -> None:
    opening = rate("10", "20", code, Description=described)

    assert (opening.pay, opening.pays[0].said.words) == (expected, expected)


def test_parse_stipend_is_no_salary_and_a_stated_currency_is_kept() -> None:
    (pay,) = rate("10", "20", "ST", CurrencyCode="EUR").pays

    assert (pay.kind, pay.currency) == (PayKind.STIPEND, "EUR")


@pytest.mark.parametrize(
    ("low", "code", "expected"),
    [("0", "PA", ""), (None, "WC", "Without compensation"), (0, "WC", "Without compensation")],
)
def test_parse_no_figures_are_no_pay(low: Any, code: str, expected: str) -> None:
    opening = rate(low, "0", code)

    assert (opening.pay, opening.pays) == (expected, ())


@pytest.mark.parametrize(
    ("remote", "telework", "expected"),
    [
        (True, True, Workplace.REMOTE),
        ("Yes", None, Workplace.REMOTE),
        (False, True, Workplace.HYBRID),
        (False, "False", Workplace.ON_SITE),
        (False, None, Workplace.UNKNOWN),
        (None, True, Workplace.UNKNOWN),
        ("maybe", "maybe", Workplace.UNKNOWN),
        (3, [], Workplace.UNKNOWN),
    ],
)
def test_parse_telework_on_some_days_is_not_remote(remote: Any, telework: Any, expected: Workplace) -> None:
    assert details(RemoteIndicator=remote, TeleworkEligible=telework).workplace is expected


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ({"LocationName": "Rome, Italy", "CountryCode": "Italy"}, "Rome, Italy"),
        ({"CityName": "Tampa, Florida", "CountrySubDivisionCode": "Florida"}, "Tampa, Florida"),
        ({"CountryCode": "United States"}, ""),
        ({"CityName": "Rome", "CountryName": "Italy", "CountryCode": "IT"}, "Rome, Italy"),
    ],
)
def test_parse_place_cases(location: Any, expected: str) -> None:
    assert one(PositionLocation=[location]).place == expected


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("Rome", ()),
        ("Multiple Locations", ()),
        ("Near the sea", (("Location shown", "Near the sea"),)),
    ],
)
def test_parse_place_shown_is_kept_where_it_says_more(shown: str, expected: Any) -> None:
    opening = one(PositionLocationDisplay=shown, PositionLocation=[{"LocationName": "Rome"}])

    assert (opening.place, opening.more) == ("Rome", expected)


def test_parse_one_apply_link_may_stand_without_a_list() -> None:
    assert one(ApplyURI="https://apply.example/3").apply_url == "https://apply.example/3"


def test_parse_last_day_differing_from_the_closing_day_is_kept() -> None:
    opening = one(ApplicationCloseDate="2026-03-20", PositionEndDate="2026-04-01")

    assert (opening.closes_on, opening.more) == (date(2026, 3, 20), (("Position end date", "2026-04-01"),))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"Relocation": "True"}, (("Relocation", "yes"),)),
        ({"DrugTestRequired": "No", "FinancialDisclosure": False, "WithinArea": None, "MCOTags": ["x"]}, ()),
        ({"TravelCode": "9"}, (("Travel required", "9"),)),
        ({"WhoMayApply": {"Name": "", "Code": "public"}}, (("Who may apply", "Code: public"),)),
        ({"BrandNewField": ["a", "b", "a"]}, (("Brand new field", "a; b"),)),
        ({"LowGrade": "5", "HighGrade": "5"}, (("Grade", "5"),)),
    ],
)
def test_parse_details_without_a_field_are_kept(fields: Any, expected: Any) -> None:
    assert details(**fields).more == expected


@pytest.mark.parametrize("name", ["usajobs_search.json", "usajobs_item.json"])
@given(data=st.data())
def test_parse_spoilt_answer_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_json((FIXTURES / name).read_bytes()))

    assert outcome(UsaJobsImporter(), content) in {"openings", "sentence"}
