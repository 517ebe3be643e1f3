from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome, spoilt_text

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.hrmdirect import HrmDirectImporter
from unrut.importers.openings.registry import read_openings

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."
LINK = "https://copperkettle.hrmdirect.com/employment/job-opening.php"


def fixture(name: str) -> Parsed:
    return HrmDirectImporter().parse((FIXTURES / name).read_bytes())


def one(row: str, *, heads: str = "", company: str = "") -> PostedOpening:
    page = f"<title>Jobs</title><table><tr>{heads}</tr><tr class='reqitem'>{row}</tr></table>"
    (opening,) = HrmDirectImporter().parse(page.encode(), company=company).openings
    return opening


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'<tr class="reqitem"><a href="job-opening.php?req=1">', 0.95),
        (b'<tr data-req-id="1"><td class="posTitle">', 0.95),
        (b'<meta content="https://a.hrmdirect.com/"><td class="viewFieldName">', 0.95),
        (b'<div class="jobDesc">', 0.95),
        (b"<rss><link>https://a.hrmdirect.com/employment/job-opening.php?req=1</link>", 0.95),
        (b"<rss><link>https://a.example/employment/job-opening.php?req=1</link>", 0.0),
        (b'<td class="viewFieldName">', 0.0),
        (b'<tr class="reqitem">', 0.0),
        (b'{"html": "data-req-id reqitem"}', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert HrmDirectImporter().identify("page.html", content) == expected


def test_parse_row_reads_every_cell() -> None:
    parsed = fixture("hrmdirect_list.html")

    assert parsed.openings[0] == PostedOpening(
        source="hrmdirect",
        key="900101",
        title="Kettle Tester",
        company="Copper Kettle",
        place="Dover, DE",
        url=f"{LINK}?req=900101&req_loc=1&#job",
        schedule="Night",
        department="Kettles",
        requisition="CK-1",
        posted_on=date(2026, 7, 15),
        closes_on=date(2026, 8, 20),
        more=(("Office", "Head Office"),),
    )
    assert parsed.problems == (Problem("job 4", NO_TITLE),)


def test_parse_row_with_few_cells_takes_its_number_from_the_link() -> None:
    parsed = fixture("hrmdirect_list.html")

    assert parsed.openings[2] == PostedOpening(
        source="hrmdirect",
        key="900102",
        title="Lid Planner",
        company="Copper Kettle",
        place="Remote",
        workplace=Workplace.REMOTE,
        url=f"{LINK}?req=900102",
        more=(("Further", "$22 an hour"),),
    )


def test_read_openings_posting_in_several_rows_is_one_with_all_places() -> None:
    content = (FIXTURES / "hrmdirect_list.html").read_bytes()

    source, parsed = read_openings("jobs.html", content)

    assert source == "hrmdirect"
    assert [opening.place for opening in parsed.openings] == ["Dover, DE; Lewes, DE", "Remote"]


def test_parse_page_of_a_posting_reads_every_field() -> None:
    (opening,) = fixture("hrmdirect_posting.html").openings

    assert opening == PostedOpening(
        source="hrmdirect",
        key="900101",
        title="Kettle Tester & Taster",
        company="Copper Kettle",
        place="Dover, DE",
        url=f"{LINK}?req=900101&req_loc=1",
        schedule="Night",
        contract="Full time",
        department="Kettles",
        pay="$20 - $24 per hour",
        text="Test kettles.\n\n- Whistle",
        more=(("Office", "Head Office"), ("Travel", "None")),
    )


def test_parse_feed_reads_every_entry() -> None:
    parsed = fixture("hrmdirect_feed.xml")

    assert parsed == Parsed(
        (
            PostedOpening(
                source="hrmdirect",
                key="900101",
                title="Kettle Tester & Taster",
                company="Copperkettle",
                url=f"http{LINK.removeprefix('https')}?req=900101&",
                category="Kettles",
                posted_on=date(2026, 7, 15),
                text="Test kettles.",
            ),
        ),
        (Problem("job 2", NO_TITLE),),
    )


def test_parse_page_without_an_address_keeps_the_relative_one() -> None:
    opening = one('<td class="posTitle"><a href="job-opening.php?req=7">Cook</a></td>', company="The Inn")

    assert (opening.key, opening.company, opening.url) == ("7", "The Inn", "")
    assert opening.more == (("Address", "job-opening.php?req=7"),)


@pytest.mark.parametrize(
    ("head", "cell", "field", "expected"),
    [
        ("Date", "07/15/2026", "posted_on", date(2026, 7, 15)),
        ("", "07/15/2026", "posted_on", date(2026, 7, 15)),
        ("Opened", "7/5/26", "posted_on", date(2026, 7, 5)),
        ("Expires", "07/15/2026", "closes_on", date(2026, 7, 15)),
        ("Start date", "07/15/2026", "starts", "07/15/2026"),
        ("Location:", "Dover", "place", "Dover"),
        ("Salary", "$9", "pay", "$9"),
        ("Team", "Lids", "more", (("Team", "Lids"),)),
    ],
)
def test_parse_column_cases(head: str, cell: str, field: str, expected: object) -> None:
    opening = one(f'<td class="posTitle">Cook</td><td>{cell}</td>', heads=f"<th>Title</th><th>{head}</th>")

    assert getattr(opening, field) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Careers At Copper Kettle", "Copper Kettle"),
        ("Copper Kettle | Job Openings", "Copper Kettle"),
        ("Copper Kettle Careers", "Copper Kettle"),
        ("Job board", "Given"),
        ("", "Given"),
    ],
)
def test_parse_company_is_that_of_the_title_where_it_names_one(title: str, expected: str) -> None:
    page = f"<title>{title}</title><tr><td></td></tr><h1>Cook</h1><div class='jobDesc'>Boil.</div>"

    parsed = HrmDirectImporter().parse(page.encode(), company="Given")

    assert [(each.title, each.company, each.text) for each in parsed.openings] == [
        ("Cook", expected, "Boil.")
    ]


def test_parse_company_is_that_of_the_heading_where_the_title_names_none() -> None:
    page = (
        b"<title>Job board</title><h1 class='careersTitle'>Careers At Copper Kettle</h1>"
        b"<h2>Cook</h2><div class='jobDesc'>Boil.</div>"
    )

    (opening,) = HrmDirectImporter().parse(page, company="Given").openings

    assert opening.company == "Copper Kettle"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Cook (Hybrid)", Workplace.HYBRID),
        ("Cook - Remote", Workplace.REMOTE),
        ("Remote Sensing Cook", Workplace.UNKNOWN),
    ],
)
def test_parse_workplace_is_that_of_the_notes_in_a_title(title: str, expected: Workplace) -> None:
    assert one(f'<td class="posTitle">{title}</td>').workplace is expected


def test_parse_cell_that_says_a_field_again_is_kept() -> None:
    opening = one(
        '<td class="posTitle">Cook</td><td class="departments">Food</td><td id="departments2">Hall</td>'
    )

    assert (opening.department, opening.more) == ("Food", (("Department", "Hall"),))


@pytest.mark.parametrize("content", [b"words", b"<p>Jobs</p>", b"<table><tr><td>x</td></tr></table>"])
def test_parse_anything_but_a_careers_page_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="no table of openings of HRMDirect"):
        HrmDirectImporter().parse(content)


@pytest.mark.parametrize("name", ["hrmdirect_list.html", "hrmdirect_posting.html", "hrmdirect_feed.xml"])
@given(data=st.data())
def test_parse_spoilt_page_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_text((FIXTURES / name).read_bytes()))

    assert outcome(HrmDirectImporter(), content) in {"openings", "sentence"}


def test_parse_long_list_of_unclosed_links_is_not_too_deep() -> None:
    row = "<tr class='reqitem'><td class='posTitle'><a href='job-opening.php?req=7'>Cook</td></tr>"

    parsed = HrmDirectImporter().parse(f"<table>{row * 1200}</table>".encode())

    assert len(parsed.openings) == 1200
