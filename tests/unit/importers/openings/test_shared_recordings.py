"""What the recorded answers beside the project hold, and that all of it is read."""

from datetime import date
from pathlib import Path

import pytest

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Workplace
from unrut.importers.openings.contract import PostedOpening
from unrut.importers.openings.registry import read_openings

pytestmark = pytest.mark.unit

ATS = Path(__file__).resolve().parents[4] / "../shared/data/ats"


def recorded(name: str, *, source: str, count: int) -> tuple[PostedOpening, ...]:
    """The openings of a recorded answer: so many, read by that importer, without problems."""
    file = ATS / name
    if not file.exists():
        pytest.skip(f"the recorded answer {name} beside the project is not here")
    found, parsed = read_openings(name, file.read_bytes())
    assert (found, len(parsed.openings), parsed.problems) == (source, count, ())
    return parsed.openings


def stated(opening: PostedOpening) -> set[str]:
    """The fields that hold something."""
    return {name for name in opening.__slots__ if getattr(opening, name)}


ALWAYS = {"source", "key", "title", "company"}


def test_greenhouse_board_is_read_completely() -> None:
    openings = recorded("greenhouse.json", source="greenhouse", count=2)

    assert [stated(opening) for opening in openings] == [
        ALWAYS
        | {"place", "url", "contract", "department", "language", "requisition", "posted_on", "updated_on"}
        | {"text", "more"}
    ] * 2
    assert [(opening.key, opening.requisition, opening.place) for opening in openings] == [
        ("8636903002", "R-12263", "London, UK"),
        ("8651132002", "R-12278", "Bangalore, India"),
    ]


def test_lever_board_is_read_completely() -> None:
    openings = recorded("lever.json", source="lever", count=2)

    assert [stated(opening) for opening in openings] == [
        ALWAYS
        | {"place", "workplace", "url", "apply_url", "contract", "department", "posted_on", "text", "more"}
    ] * 2
    assert [(opening.place, opening.posted_on) for opening in openings] == [
        ("Chicago, IL", date(2025, 11, 27)),
        ("Washington, D.C.", date(2023, 1, 29)),
    ]


def test_ashby_board_is_read_completely() -> None:
    openings = recorded("ashby.json", source="ashby", count=2)

    assert [(opening.place, opening.workplace, opening.contract) for opening in openings] == [
        ("Canada", Workplace.REMOTE, "Full time"),
        ("Toronto, Ontario", Workplace.HYBRID, "Full time"),
    ]
    words = "CA$102.8K – CA$137K"
    pay = Pay(102800.0, 137000.0, "CAD", Period.YEAR, PayKind.BASE, Said(words))
    assert [(opening.pay, opening.pays) for opening in openings] == [("", ()), (words, (pay,))]


def test_recruitee_site_is_read_completely() -> None:
    openings = recorded("recruitee.json", source="recruitee", count=2)

    assert [stated(opening) for opening in openings] == [
        ALWAYS
        | {"place", "workplace", "url", "apply_url", "hours", "contract", "seniority", "education", "text"}
        | {"department", "category", "language", "pay", "pays", "posted_on", "updated_on", "more"}
    ] * 2
    assert [(opening.place, opening.workplace, opening.pay) for opening in openings] == [
        ("Berlin, Germany", Workplace.HYBRID, "EUR 60,000 to 75,000 per year"),
        ("Berlin, Germany", Workplace.HYBRID, "EUR 75,000 to 90,000 per year"),
    ]


def test_smartrecruiters_list_is_read_completely() -> None:
    (opening,) = recorded("smartrecruiters.json", source="smartrecruiters", count=1)

    assert stated(opening) == ALWAYS | {
        *{"place", "url", "contract", "category", "language", "requisition", "posted_on", "more"}
    }
    assert (opening.place, opening.contract) == ("St. Louis, MO, United States", "Part-time")
    assert [label for label, _ in opening.more] == ["Address", "Industry", "Brands"]


def test_workable_widget_gives_one_opening_with_both_places() -> None:
    (opening,) = recorded("workable.json", source="workable", count=1)

    assert (opening.key, opening.place) == ("DD136DD7E7", "Spain; Portugal")
    assert (opening.workplace, opening.posted_on) == (Workplace.REMOTE, date(2026, 8, 5))
    assert opening.more == (("Created", "2026-07-02"),)


def test_personio_feed_gives_the_repeated_position_once() -> None:
    (opening,) = recorded("personio.xml", source="personio", count=1)

    assert (opening.key, opening.place, opening.schedule) == ("1834171", "Munich; Berlin", "full-time")
    assert (opening.contract, opening.seniority, opening.category) == (
        "permanent",
        "experienced",
        "Engineering",
    )
    assert [label for label, _ in opening.more] == [
        "Years of experience",
        "Occupation",
        "Occupation category",
    ]


def test_teamtailor_feed_is_read_completely() -> None:
    openings = recorded("teamtailor.json", source="teamtailor", count=2)

    assert [(opening.place, opening.posted_on, opening.requisition) for opening in openings] == [
        ("Madrid, Spain", date(2026, 2, 4), "7167985"),
        ("Stockholm, Sweden; København, Denmark", date(2026, 1, 18), "7069633"),
    ]


def test_pinpoint_postings_are_read_completely() -> None:
    openings = recorded("pinpoint.json", source="pinpoint", count=2)

    assert [(opening.workplace, opening.pays) for opening in openings] == [
        (
            Workplace.REMOTE,
            (Pay(135000.0, 198000.0, "USD", Period.YEAR, PayKind.BASE, Said("$135,000 - $198,000 / year")),),
        ),
        (Workplace.HYBRID, (Pay(70.0, 90.0, "USD", Period.HOUR, PayKind.BASE, Said("$70 - $90 / hour")),)),
    ]
    assert openings[1].url == "https://acme.pinpointhq.com/postings/post-002"


def test_bamboohr_list_is_read_completely() -> None:
    openings = recorded("bamboohr.json", source="bamboohr", count=2)

    assert [(opening.key, opening.place, opening.contract, opening.department) for opening in openings] == [
        ("86", "Fort Lauderdale, Florida", "Full Time", "Legal"),
        ("87", "Fort Lauderdale, Florida", "Internship", "Marketing"),
    ]
    assert {opening.workplace for opening in openings} == {Workplace.ON_SITE}


def test_workday_list_is_read_completely() -> None:
    openings = recorded("workday.json", source="workday", count=2)

    assert [(opening.key, opening.requisition, opening.place) for opening in openings] == [
        ("JR354232", "JR354232", "Virginia - Washington DC Metro - Remote"),
        ("JR332446", "JR332446", "Illinois - Chicago"),
    ]
    assert [opening.more[:2] for opening in openings] == [
        (("Posted", "Yesterday"), ("Places", "3 Locations")),
        (("Posted", "3 Days Ago"), ("Places", "5 Locations")),
    ]


def test_oracle_list_is_read_completely() -> None:
    openings = recorded("oracle_orc.json", source="oracle", count=2)

    assert [(opening.key, opening.requisition, opening.posted_on) for opening in openings] == [
        ("25587", "25587", date(2026, 8, 7)),
        ("26876", "26876", date(2026, 8, 7)),
    ]
    assert [len(opening.place.split("; ")) for opening in openings] == [1, 5]


def test_oracle_requisition_is_read_completely() -> None:
    (opening,) = recorded("oracle_orc_detail.json", source="oracle", count=1)

    assert (opening.place, opening.workplace) == ("Atlanta, GA", Workplace.HYBRID)
    assert opening.posted_on == date(2026, 8, 19)
    assert opening.text.split("\n\n") == [
        "Enterprise technology leadership.",
        "Lead enterprise systems delivery.",
        "Responsibilities\n- Own the implementation roadmap.",
        "Qualifications\nFive years of CRM delivery experience.",
    ]


def test_icims_search_is_read_completely() -> None:
    openings = recorded("icims.html", source="icims", count=2)

    assert [(opening.key, opening.requisition, opening.title) for opening in openings] == [
        ("8214", "2026-8214", "Payroll Tax Specialist"),
        ("8212", "2026-8212", "Payroll Support Specialist"),
    ]
    assert {stated(opening) >= ALWAYS | {"place", "url"} for opening in openings} == {True}


def test_jobvite_search_is_read_completely() -> None:
    openings = recorded("jobvite.html", source="jobvite", count=2)

    assert [(opening.key, opening.place, opening.workplace) for opening in openings] == [
        ("octxAfww", "Chicago, Illinois", Workplace.HYBRID),
        ("ohAzAfwK", "Chicago, Illinois", Workplace.HYBRID),
    ]


def test_eightfold_list_is_read_completely() -> None:
    openings = recorded("eightfold.json", source="eightfold", count=2)

    assert [stated(opening) for opening in openings] == [
        ALWAYS | {"place", "url", "department", "posted_on"}
    ] * 2
    country = "United States of America"
    assert [(opening.key, opening.posted_on, opening.place) for opening in openings] == [
        (
            "1099555326551",
            date(2026, 8, 4),
            f"Charlotte, North Carolina, {country}; Magnolia, Arkansas, {country}",
        ),
        (
            "1099555208188",
            date(2026, 7, 24),
            f"Charlotte, North Carolina, {country}; Kings Mountain, North Carolina, {country}",
        ),
    ]


def test_hrmdirect_table_is_read_completely() -> None:
    openings = recorded("hrmdirect.html", source="hrmdirect", count=2)

    assert [(opening.key, opening.department, opening.posted_on) for opening in openings] == [
        ("3762934", "Operations", date(2026, 7, 15)),
        ("3779928", "Finance", date(2026, 8, 5)),
    ]
    assert [(opening.company, opening.requisition) for opening in openings] == [
        ("Acme Foundation", "3762934"),
        ("Acme Foundation", "08052026"),
    ]
    assert openings[0].more == (("Address", "job-opening.php?req=3762934&req_loc=1393575&#job"),)


def test_neogov_feed_is_read_completely() -> None:
    openings = recorded("neogov.xml", source="neogov", count=2)

    assert [stated(opening) for opening in openings] == [
        ALWAYS | {"place", "url", "department", "category", "pay", "pays", "posted_on", "closes_on", "text"},
        ALWAYS | {"place", "workplace", "url", "category", "pay", "pays", "posted_on", "text"},
    ]
    assert [(opening.pay, opening.posted_on, opening.closes_on) for opening in openings] == [
        ("USD 135,000 to 175,000 per year", date(2026, 8, 19), date(2026, 9, 20)),
        ("USD 65 to 85 per hour", date(2026, 8, 18), None),
    ]
    assert [opening.pays[0].period for opening in openings] == [Period.YEAR, Period.HOUR]


def test_paylocity_page_is_read_completely() -> None:
    openings = recorded("paylocity.html", source="paylocity", count=2)

    assert [(opening.key, opening.workplace, opening.place) for opening in openings] == [
        ("4141169", Workplace.HYBRID, "Raleigh, NC, USA"),
        ("4401262", Workplace.HYBRID, "Raleigh, NC, USA"),
    ]
    assert openings[0].company == "North Carolina Advanced Energy Corporation"
    assert openings[0].posted_on == date(2026, 8, 8)
    assert openings[0].more == (
        ("Location", "Hybrid"),
        ("Address", "701 Corporate Center Dr, Suite 400"),
        ("Postal code", "27607-5084"),
        ("County", "Wake"),
    )


def test_phenom_page_is_read_completely() -> None:
    openings = recorded("phenom.html", source="phenom", count=2)

    assert [stated(opening) for opening in openings] == [
        ALWAYS - {"company"}
        | {"place", "contract", "category", "language", "requisition", "posted_on", "text"}
    ] * 2
    assert [(opening.requisition, opening.place) for opening in openings] == [
        ("P-104461", "Rotterdam, South Holland, Netherlands"),
        ("P-104504", "Sydney, New South Wales, Australia"),
    ]


def test_rippling_list_gives_one_opening_with_both_places() -> None:
    (opening,) = recorded("rippling.json", source="rippling", count=1)

    assert opening.place == "Remote (New Jersey, US); New York, NY"
    assert (opening.workplace, opening.department) == (Workplace.UNKNOWN, "Sales")


@pytest.mark.parametrize(
    ("month", "count", "companies", "places", "pays"),
    [("2026-04-28", 371, 334, 267, 59), ("2026-05-05", 291, 265, 222, 63)],
)
def test_hackernews_thread_is_read_completely(
    month: str, count: int, companies: int, places: int, pays: int
) -> None:
    openings = recorded(f"../postings/hn/{month}.json", source="hackernews", count=count)

    assert all(opening.title and opening.text and opening.posted_on for opening in openings)
    assert [sum(bool(getattr(each, name)) for each in openings) for name in ("company", "place", "pay")] == [
        companies,
        places,
        pays,
    ]


def test_hackernews_posting_is_taken_apart() -> None:
    openings = recorded("../postings/hn/2026-04-28.json", source="hackernews", count=371)

    opening = next(opening for opening in openings if opening.key == "47606059")
    assert (opening.title, opening.company) == ("Senior Software Engineer", "Against Malaria Foundation")
    assert (opening.remote_area, opening.workplace) == ("UK", Workplace.REMOTE)
    assert (opening.contract, opening.posted_on) == ("Full Time", date(2026, 4, 1))


def test_linkedin_table_is_read_completely() -> None:
    openings = recorded("../postings/linkedin_jobs_2025.csv", source="table", count=719)

    first = openings[0]
    assert (first.key, first.title, first.place) == (
        "4149956952",
        "Remote Math Teacher (Pre-K to K)",
        "Richmond, VA",
    )
    assert first.more == (
        ("company_link", "https://www.linkedin.com/company/thinkacademyus/life"),
        ("date_text", "2 months ago"),
    )
