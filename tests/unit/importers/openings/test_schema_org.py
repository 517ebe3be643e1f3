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
from unrut.importers.openings.schema_org import SchemaOrgImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: Any, *, company: str = "") -> Parsed:
    return SchemaOrgImporter().parse(json.dumps(value).encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return SchemaOrgImporter().parse((FIXTURES / name).read_bytes(), company=company)


def posting(**fields: Any) -> PostedOpening:
    (opening,) = parse({"@type": "JobPosting", "title": "Cook", **fields}, company="Given").openings
    return opening


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'<script type="application/ld+json">{"@type": "JobPosting"}</script>', 0.9),
        (b'<div itemtype="http://schema.org/JobPosting">', 0.9),
        (b'<div typeof="JobPosting">', 0.9),
        (b"<p>JobPosting</p>", 0.0),
        (b'{"@type": "JobPosting"}', 0.9),
        (b'{"@context": "https://schema.org", "type": "JobPosting"}', 0.9),
        (b'{"name": "JobPosting"}', 0.0),
        (b'<script type="application/ld+json">{"@type": "Person"}</script>', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert SchemaOrgImporter().identify("page.html", content) == expected


def test_parse_page_reads_every_field_of_a_posting_once() -> None:
    parsed = fixture("schema_org_page.html")

    assert parsed.openings == (
        PostedOpening(
            source="schema_org",
            key="INN-1",
            title="Cook & Baker",
            company="The Inn",
            place="Ghent, Flanders, Belgium; Bruges",
            workplace=Workplace.REMOTE,
            remote_area="Belgium; Netherlands",
            url="https://inn.example/jobs/cook",
            apply_url="https://inn.example/apply",
            hours="38 hours per week",
            contract="Full time, Contractor",
            education="Bachelor's degree",
            department="Kitchen",
            category="Food; Cooks",
            skills=("knives", "fire"),
            language="en",
            pay="EUR 20.50 to 25 per hour",
            pays=(Pay(20.5, 25.0, "EUR", Period.HOUR, PayKind.BASE, Said("EUR 20.50 to 25 per hour")),),
            requisition="INN-1",
            posted_on=date(2026, 4, 1),
            updated_on=date(2026, 4, 2),
            closes_on=date(2026, 5, 1),
            starts="2026-06-01",
            text="You cook.\n\nEducation\nBachelor's degree\n\nExperience\n36 months of experience\n\nBenefits\nFree meals",
            more=(
                ("Direct apply", "yes"),
                ("Openings", "2"),
                ("Contact", "ann@inn.example"),
                ("Estimated pay", "from EUR 40,000 per year"),
                ("Address", "1 Lane, 9000"),
                ("Employer's page", "https://inn.example"),
            ),
        ),
    )


def test_parse_broken_page_reads_what_it_can() -> None:
    parsed = fixture("schema_org_broken.html")

    assert [(opening.title, opening.company, opening.place, opening.text) for opening in parsed.openings] == [
        ("Miller", "Old Mill", "York", "You mill\nby the sea.")
    ]
    assert [(problem.where, problem.message[:40]) for problem in parsed.problems] == [
        ("script 2", "The data of this opening is broken in th")
    ]


def test_parse_microdata_reads_every_field() -> None:
    assert fixture("schema_org_microdata.html").openings == (
        PostedOpening(
            source="schema_org",
            key="https://loom.example/jobs/1",
            title="Weaver",
            company="Loom Street",
            place="Leeds, United Kingdom",
            url="https://loom.example/jobs/1",
            skills=("Silk",),
            pay="£20,000 a year",
            posted_on=date(2026, 4, 1),
            closes_on=date(2026, 5, 1),
            text="You weave.\n\n- Wool\n- Silk",
        ),
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [("schema_org_rdfa.html", ("Weaver", "Loom Street")), ("schema_org_bare.json", ("Cook", "The Inn"))],
)
def test_parse_other_forms_are_read(name: str, expected: tuple[str, str]) -> None:
    assert [(opening.title, opening.company) for opening in fixture(name).openings] == [expected]


HOURLY = Pay(20.0, 25.0, "EUR", Period.HOUR, PayKind.BASE, Said("EUR 20 to 25 per hour"))
RANGE = {"minValue": 20, "maxValue": "25"}


@pytest.mark.parametrize(
    "salary",
    [
        {"currency": "EUR", "value": {**RANGE, "unitText": "HOUR"}},
        {"currency": "EUR", "value": {**RANGE, "unitCode": "HUR"}},
        {"currency": "EUR", "value": RANGE, "unitText": "Hourly"},
        {"currency": "EUR", **RANGE, "unitText": "per hour"},
        {"priceCurrency": "EUR", "minPrice": 20, "maxPrice": 25, "unitText": "HUR"},
        [{"currency": "EUR", "value": [{**RANGE, "unitText": "HOUR"}]}],
    ],
)
def test_parse_hourly_range_in_all_its_forms(salary: Any) -> None:
    assert posting(baseSalary=salary).pays == (HOURLY,)


@pytest.mark.parametrize(
    ("fields", "pay", "count"),
    [
        ({"baseSalary": 45000, "salaryCurrency": "USD"}, "USD 45,000", 1),
        ({"baseSalary": "45,000"}, "45,000", 1),
        ({"baseSalary": {"value": 45000, "currency": "USD", "unitText": "YEAR"}}, "USD 45,000 per year", 1),
        ({"baseSalary": {"value": {"value": 45000, "unitText": "ANN"}}}, "45,000 per year", 1),
        ({"baseSalary": "$45k a year"}, "$45k a year", 0),
        ({"baseSalary": "45-50", "salaryCurrency": "EUR"}, "45-50 EUR", 0),
        ({"baseSalary": {"currency": "EUR", "value": "by agreement"}}, "", 0),
        ({"baseSalary": {"currency": "EUR", "value": "from 2.500"}}, "from 2.500", 0),
        ({"baseSalary": {"value": {"minValue": 0, "maxValue": 0, "unitText": "YEAR"}}}, "", 0),
        ({"baseSalary": [{"value": 1}, {"value": 2}]}, "1; 2", 2),
        ({"baseSalary": None}, "", 0),
    ],
)
def test_parse_pay_cases(fields: Any, pay: str, count: int) -> None:
    opening = posting(**fields)

    assert (opening.pay, len(opening.pays)) == (pay, count)


@pytest.mark.parametrize(
    ("fields", "field", "expected"),
    [
        ({"jobLocationType": "TELECOMMUTE"}, "workplace", Workplace.REMOTE),
        ({"jobLocationType": "TELECOMMUTE", "title": "Cook (hybrid)"}, "workplace", Workplace.HYBRID),
        ({"jobLocationType": "On-site"}, "workplace", Workplace.ON_SITE),
        ({"jobLocation": "Remote"}, "workplace", Workplace.REMOTE),
        (
            {"jobLocation": {"address": {"addressLocality": "San Jose", "addressRegion": "CA"}}},
            "place",
            "San Jose, CA",
        ),
        ({"jobLocation": {"address": {"streetAddress": "1 Lane"}}}, "place", "1 Lane"),
        ({"jobLocation": {"address": {}, "name": "The pier"}}, "place", "The pier"),
        ({"jobLocation": {"addressLocality": "Leeds"}}, "place", "Leeds"),
        ({"jobLocation": {"name": "The pier"}}, "place", "The pier"),
        ({"jobLocation": [{"name": "A"}, {"name": "a"}, {}]}, "place", "A"),
        ({"applicantLocationRequirements": "US"}, "remote_area", "United States"),
        ({"applicantLocationRequirements": {"@type": "State", "name": "CA"}}, "remote_area", "CA"),
        ({"hiringOrganization": "The Inn"}, "company", "The Inn"),
        ({"hiringOrganization": "https://inn.example"}, "company", "Given"),
        ({"hiringOrganization": {"legalName": "Inn Ltd"}}, "company", "Inn Ltd"),
        ({"hiringOrganization": {"name": {"name": "Inn"}}}, "company", "Inn"),
        ({"identifier": "J-1"}, "requisition", "J-1"),
        ({"identifier": "https://inn.example/1"}, "requisition", ""),
        ({"identifier": {"name": "J-2"}}, "requisition", "J-2"),
        ({"title": "", "name": "Chef"}, "title", "Chef"),
        (
            {"applicationContact": {"url": "https://inn.example/apply"}},
            "apply_url",
            "https://inn.example/apply",
        ),
        ({"sameAs": "https://inn.example/2"}, "url", "https://inn.example/2"),
        ({"skills": ["a", "b"]}, "skills", ("a", "b")),
        ({"skills": "We want " + "a person who " * 9}, "skills", ()),
        ({"skills": "<ul><li>a</li><li>b</li></ul>"}, "skills", ()),
        ({"skills": "<ul><li>a</li><li>b</li></ul>"}, "text", "Skills\n- a\n- b"),
        ({"educationRequirements": "No requirements"}, "education", ""),
        ({"educationRequirements": "A degree"}, "education", "A degree"),
        ({"educationRequirements": {"description": "A degree"}}, "education", "A degree"),
        ({"educationRequirements": "A degree " * 30}, "education", ""),
        (
            {"experienceRequirements": {"monthsOfExperience": 12}},
            "text",
            "Experience\n12 months of experience",
        ),
        ({"qualifications": "Calm", "description": "Be Calm."}, "text", "Be Calm."),
        (
            {"skills": "We want " + "a person who " * 9},
            "text",
            ("Skills\nWe want " + "a person who " * 9).strip(),
        ),
        ({"description": "Fish &amp; chips"}, "text", "Fish & chips"),
        ({"description": {"name": "Fish"}}, "text", "Fish"),
        ({"description": 7}, "text", "7"),
        (
            {"hiringOrganization": {"url": "https://inn.example"}},
            "more",
            (("Employer's page", "https://inn.example"),),
        ),
        ({"jobLocationType": "Field"}, "more", (("Job location type", "Field"),)),
        ({"datePosted": "soon"}, "more", (("Date posted", "soon"),)),
        ({"directApply": "False"}, "more", ()),
        ({"directApply": "http://schema.org/True"}, "more", (("Direct apply", "yes"),)),
        (
            {"workHours": "from early to late " * 20},
            "more",
            (("Work hours", ("from early to late " * 20).strip()),),
        ),
        ({"applicationContact": {"name": "Ann"}}, "more", (("Contact", "Ann"),)),
    ],
)
def test_parse_field_cases(fields: Any, field: str, expected: object) -> None:
    assert getattr(posting(**fields), field) == expected


def test_parse_page_address_is_that_of_its_only_posting() -> None:
    data = json.dumps([{"@type": "JobPosting", "title": title} for title in ("Cook", "Baker")])
    link = '<link rel="canonical" href="https://inn.example/jobs">'

    parsed = SchemaOrgImporter().parse(f'{link}<script type="application/ld+json">{data}</script>'.encode())

    assert [(opening.title, opening.url) for opening in parsed.openings] == [("Cook", ""), ("Baker", "")]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"@type": "JobPosting",', "something in it is missing or too much"),
        (b'{"@type": "Person", "x": "JobPosting"}', "holds none that can be read"),
        (b"<p>JobPosting</p>", "holds none that can be read"),
    ],
)
def test_parse_without_postings_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        SchemaOrgImporter().parse(content)


def test_parse_without_a_title_becomes_a_problem() -> None:
    assert parse({"@type": "JobPosting"}).problems == (Problem("job 1", NO_TITLE),)


DATA = (
    (FIXTURES / "schema_org_page.html").read_text(encoding="utf-8").split('ld+json">')[1].split("</script")[0]
)


@given(spoilt_json(DATA.encode()))
def test_parse_spoilt_data_gives_openings_or_a_sentence(content: bytes) -> None:
    assert outcome(SchemaOrgImporter(), content) in {"openings", "sentence"}


@pytest.mark.parametrize(
    "name", ["schema_org_page.html", "schema_org_broken.html", "schema_org_microdata.html"]
)
@given(data=st.data())
def test_parse_spoilt_page_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_text((FIXTURES / name).read_bytes()))

    assert outcome(SchemaOrgImporter(), content) in {"openings", "sentence"}
