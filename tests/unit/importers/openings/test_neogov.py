from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome, spoilt_text

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.neogov import NeogovImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."
SITE = "https://www.governmentjobs.com/careers"
SPACE = "http://www.neogov.com/namespaces/JobListing"


def fixture(name: str, *, company: str = "") -> Parsed:
    return NeogovImporter().parse((FIXTURES / name).read_bytes(), company=company)


def one(fields: str, *, company: str = "") -> PostedOpening:
    feed = (
        f'<rss xmlns:j="{SPACE}"><channel><item><title>Cook</title>{fields}</item></channel></rss>'.encode()
    )
    (opening,) = NeogovImporter().parse(feed, company=company).openings
    return opening


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f'<?xml version="1.0"?><rss xmlns:joblisting="{SPACE}">'.encode(), 0.95),
        (b'<rss xmlns:joblisting="https://www.schooljobs.com">', 0.95),
        (b'<a class="item-details-link" href="/careers/elm/jobs/1">', 0.95),
        (b'<a href="https://www.schooljobs.com"><div class="term-description">', 0.95),
        (b'<div class="term-description">', 0.0),
        (b'{"html": "item-details-link /jobs/"}', 0.0),
        (f"Say {SPACE}".encode(), 0.0),
        (b"<rss><item>", 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert NeogovImporter().identify("page", content) == expected


def test_parse_feed_reads_every_field() -> None:
    parsed = fixture("neogov_feed.xml")

    words = "USD 1,900.50 to 2,300 every two weeks"
    assert parsed.openings[0] == PostedOpening(
        source="neogov",
        key="990001",
        title="Tree Keeper & Planter",
        company="City of Elm",
        place="Elm Hall, Ohio; The Yard",
        url=f"{SITE}/elm/jobs/990001",
        contract="Full Time",
        department="Parks",
        category="Parks; Gardens",
        pay=words,
        pays=(Pay(1900.5, 2300.0, "USD", Period.TWO_WEEKS, PayKind.BASE, Said(words)),),
        requisition="T-26",
        posted_on=date(2026, 8, 19),
        closes_on=date(2026, 9, 19),
        text=(
            "Care for the elms.\n\nExamples of duties\nWater trees.\n\nPrune.\n\nQualifications\nGood boots."
        ),
        more=(("Division", "Trees"), ("Employer zip code", "12345"), ("Published", "2026-08-21")),
    )


def test_parse_item_without_figures_keeps_the_words_on_pay() -> None:
    parsed = fixture("neogov_feed.xml")

    assert parsed.openings[1:] == (
        PostedOpening(
            source="neogov",
            key=f"{SITE}/elm/jobs/990002",
            title="Leaf Counter",
            company="City of Elm",
            place="Elm, Ohio",
            workplace=Workplace.HYBRID,
            url=f"{SITE}/elm/jobs/990002",
            pay="See Position Description",
            text="Count leaves.",
            more=(("Closes", "Continuous"), ("Salary interval", "Hour")),
        ),
    )
    assert parsed.problems == (Problem("job 3", NO_TITLE),)


@pytest.mark.parametrize(
    ("fields", "pay", "period"),
    [
        (
            "<j:minimumSalary>22</j:minimumSalary><j:salaryInterval>Hourly</j:salaryInterval>",
            22.0,
            Period.HOUR,
        ),
        (
            "<j:maximumSalary>9000</j:maximumSalary><j:salaryInterval>Month</j:salaryInterval>",
            None,
            Period.MONTH,
        ),
        ("<j:minimumSalary>50000</j:minimumSalary>", 50000.0, Period.UNKNOWN),
        (
            "<j:minimumSalary>900</j:minimumSalary><j:salaryInterval>Semi-Monthly</j:salaryInterval>",
            900.0,
            Period.HALF_MONTH,
        ),
    ],
)
def test_parse_pay_cases(fields: str, pay: float | None, period: Period) -> None:
    (stated,) = one(fields).pays

    assert (stated.low, stated.period) == (pay, period)


def test_parse_older_feed_reads_every_field() -> None:
    (opening,) = fixture("neogov_older.xml").openings

    assert opening == PostedOpening(
        source="neogov",
        key="634",
        title="Night Nurse",
        company="State of Elm, OH",
        place="Elm, OH 43001",
        url="http://agency.governmentjobs.com/elm/default.cfm?action=viewjob&jobid=634",
        contract="Permanent Part Time",
        department="Wards",
        category="Nursing; Care",
        requisition="19-W",
        posted_on=date(2013, 4, 12),
        closes_on=date(2014, 6, 30),
        text="Watch the ward.\n\n- Lamp in hand",
    )


def test_parse_categories_three_elements_deep_are_named() -> None:
    opening = one("<j:categories><j:category><Category>Trees</Category></j:category></j:categories>")

    assert opening.category == "Trees"


def test_parse_items_nested_without_end_are_read_at_once() -> None:
    depth = 20_000
    nested = "<item><title>Cook</title>" * depth + "</item>" * depth

    parsed = NeogovImporter().parse(f'<rss xmlns:j="{SPACE}"><channel>{nested}</channel></rss>'.encode())

    assert [opening.title for opening in parsed.openings] == ["Cook"]


def test_parse_feed_without_a_title_takes_the_company_given() -> None:
    opening = one("<j:salary>Depends</j:salary><j:state>Ohio</j:state>", company="Elm")

    assert (opening.company, opening.place, opening.pay, opening.pays) == ("Elm", "Ohio", "Depends", ())


def test_parse_list_reads_every_card() -> None:
    parsed = fixture("neogov_list.html")

    first, second = parsed.openings
    assert first == PostedOpening(
        source="neogov",
        key="990001",
        title="Tree Keeper",
        company="Elm City",
        place="Elm Hall, Ohio",
        url=f"{SITE}/elm-city/jobs/990001/tree-keeper",
        contract="Full Time",
        department="Parks",
        category="Parks and Gardens",
        pay="$22.50 - $31.00 Hourly",
        closes_on=date(2026, 9, 19),
        text="Care for the elms.",
        more=(("Posted", "2 weeks ago"),),
    )
    assert (second.key, second.workplace, second.contract) == ("990002", Workplace.REMOTE, "Part Time")
    assert (second.posted_on, second.more) == (date(2026, 8, 20), ())
    assert parsed.problems == (Problem("job 3", NO_TITLE),)


def test_parse_table_reads_every_cell() -> None:
    parsed = fixture("neogov_table.html", company="Elm Schools")

    assert parsed.openings == (
        PostedOpening(
            source="neogov",
            key="990011",
            title="Reading Teacher",
            company="Elm Schools",
            place="Elm, Ohio",
            url="https://www.schooljobs.com/careers/elm-city/jobs/990011/reading-teacher",
            contract="Permanent",
            department="Lower School; Reading",
            category="Teaching",
            pay="$4,100.00 - $5,200.00 Monthly",
            requisition="S-11",
            posted_on=date(2026, 7, 30),
            more=(("Closes", "Continuous"),),
        ),
    )


def test_parse_card_with_pay_in_words_keeps_them_apart() -> None:
    page = (
        b'<li class="list-item"><a class="item-details-link" href="/careers/elm/jobs/7">Cook</a><ul class="list-meta">'
        b"<li>Elm</li><li>Full-Time <span>-</span> Depends on Qualifications</li></ul>"
        b'<div class="list-job-description">Boil.</div></li>'
    )

    (opening,) = NeogovImporter().parse(page).openings

    assert (opening.contract, opening.pay, opening.text) == (
        "Full-Time",
        "Depends on Qualifications",
        "Boil.",
    )


def test_parse_page_to_print_is_all_text() -> None:
    page = (
        b"<h1 class='job-title'>Cook</h1><div><div class='term-description'>JOB NUMBER</div></div>"
        b"<div><p>C-7</p></div><p>Boil soup.</p>"
    )

    (opening,) = NeogovImporter().parse(page).openings

    assert (opening.title, opening.requisition) == ("Cook", "C-7")
    assert opening.text == "Cook\n\nJOB NUMBER\n\nC-7\n\nBoil soup."


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ("<dt class='term-description'>Salary</dt><!-- x --> <dd>$9</dd><dd>more</dd>", "$9"),
        (
            "<dt class='term-description'>Salary</dt><dt class='term-description'>Location</dt><dd>Elm</dd>",
            "",
        ),
        ("<dd>Before</dd><dt class='term-description'>Salary</dt>", ""),
        ("<dt class='term-description'>Salary</dt>", ""),
    ],
)
def test_parse_label_is_followed_by_its_value(terms: str, expected: str) -> None:
    page = f"<h1>Cook</h1><dl>{terms}</dl><div id='details-info'>Text of the posting.</div>"

    (opening,) = NeogovImporter().parse(page.encode()).openings

    assert (opening.pay, opening.text) == (expected, "Text of the posting.")


def test_parse_page_of_a_posting_reads_every_field() -> None:
    (opening,) = fixture("neogov_posting.html", company="Elm").openings

    assert opening == PostedOpening(
        source="neogov",
        key="990001",
        title="Tree Keeper",
        company="Elm",
        place="Elm Hall, Ohio",
        workplace=Workplace.HYBRID,
        url=f"{SITE}/elm-city/jobs/990001/tree-keeper",
        contract="Full Time; and more",
        department="Parks",
        pay="$22.50 - $31.00 Hourly",
        requisition="T-26",
        posted_on=date(2026, 8, 19),
        closes_on=date(2026, 9, 19),
        text="Description\n\nCare for the elms.\n\nBoots.",
        more=(("Remote employment", "Flexible/Hybrid"), ("Bargaining unit", "Rangers")),
    )


def test_parse_list_without_an_address_keeps_the_relative_one() -> None:
    page = b'<li class="list-item"><a class="item-details-link" href="/careers/home/jobs/7">Cook</a></li>'

    (opening,) = NeogovImporter().parse(page).openings

    assert (opening.key, opening.company, opening.url) == ("7", "", "")
    assert opening.more == (("Address", "/careers/home/jobs/7"),)


def test_parse_list_of_schools_has_their_addresses() -> None:
    page = (
        b'<img src="https://www.schooljobs.com/a.png"><li class="list-item">'
        b'<a class="item-details-link" href="/careers/elm/jobs/7">Cook</a></li>'
    )

    assert NeogovImporter().parse(page).openings[0].url == "https://www.schooljobs.com/careers/elm/jobs/7"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (f'<rss xmlns:j="{SPACE}"></rss>'.encode(), "not a NEOGOV feed"),
        (b"<p>Jobs</p>", "no openings of NEOGOV"),
        (b"words", "no openings of NEOGOV"),
    ],
)
def test_parse_anything_else_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        NeogovImporter().parse(content)


@pytest.mark.parametrize(
    "name",
    ["neogov_feed.xml", "neogov_older.xml", "neogov_list.html", "neogov_table.html", "neogov_posting.html"],
)
@given(data=st.data())
def test_parse_spoilt_file_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_text((FIXTURES / name).read_bytes()))

    assert outcome(NeogovImporter(), content) in {"openings", "sentence"}
