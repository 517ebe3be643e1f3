from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome, spoilt_text

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.icims import IcimsImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
HOST = "https://careers-acorn.icims.com"


def parse(page: str, *, company: str = "") -> Parsed:
    return IcimsImporter().parse(page.encode(), company=company)


def from_fixture(name: str, *, company: str = "") -> Parsed:
    return IcimsImporter().parse((FIXTURES / f"icims_{name}.html").read_bytes(), company=company)


def read(*fields: tuple[str, str], host: str = HOST) -> PostedOpening:
    """A posting of one card with these labels and words."""
    tags = "".join(
        f'<div class="iCIMS_JobHeaderTag"><dt>{label}</dt><dd>{words}</dd></div>' for label, words in fields
    )
    link = f'<a href="{host}/jobs/7/cook/job">Cook</a>'
    (opening,) = parse(f'<li class="iCIMS_JobCardItem">{link}{tags}</li>').openings
    return opening


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'<li class="iCIMS_JobCardItem"><a href="/jobs/1/a/job">', 0.92),
        (b'<div class="iCIMS_InfoMsg_Job">', 0.92),
        (b'<div class="iCIMS_Footer">', 0.0),
        (b'<a href="/jobs/1/a/job">', 0.0),
        (b'{"a": "iCIMS_ /jobs/"}', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert IcimsImporter().identify("page.html", content) == expected


def test_parse_search_reads_every_field_of_a_card() -> None:
    assert from_fixture("search").openings[0] == PostedOpening(
        source="icims",
        key="4410",
        title="Lamp Keeper",
        company="Harbour Lights",
        place="Port Clyde, ME, US; Remote, US",
        workplace=Workplace.REMOTE,
        url="https://uscareers-harbour-lights.icims.com/jobs/4410/lamp-keeper/job?in_iframe=1",
        schedule="Night",
        contract="Regular Full-Time",
        category="Towers",
        pay="USD $60,000.00/Yr. to USD $70,000.00/Yr.",
        requisition="2026-4410",
        posted_on=date(2026, 9, 1),
        text="You keep the lamp.",
        more=(("Remote", "Yes"), ("City", "Tenants Harbor"), ("Pay Grade", "12")),
    )


def test_parse_search_card_with_less_keeps_its_words() -> None:
    assert from_fixture("search", company="The Lights").openings[1:] == (
        PostedOpening(
            source="icims",
            key="4411",
            title="Boat Hand",
            company="The Lights",
            place="Rockland, ME",
            more=(("Posted", "3 days ago"),),
        ),
    )


def test_parse_rows_without_words_are_no_postings() -> None:
    parsed = from_fixture("rows")

    assert [(opening.key, opening.title, opening.place) for opening in parsed.openings] == [
        ("31", "Nut Sorter", "London, UK"),
        ("33", "Leaf Raker", "Remote"),
    ]


def test_parse_table_reads_the_columns() -> None:
    openings = from_fixture("table").openings

    assert openings[0] == PostedOpening(
        source="icims",
        key="71",
        title="Mill Hand",
        company="Acorn",
        place="Barre, VT, US",
        url="https://jobs-acorn.icims.com/jobs/71/mill-hand/job",
        department="Mill",
        requisition="2014-71",
        posted_on=date(2014, 3, 14),
    )
    assert (openings[1].posted_on, openings[1].more) == (None, (("Posted", "3/4/2014"),))


def test_parse_posting_reads_the_page_and_what_is_marked_up() -> None:
    opening = PostedOpening(
        source="icims",
        key="4410",
        title="Lamp Keeper",
        company="Harbour Lights Inc",
        place="Port Clyde, ME, US",
        url="https://careers-harbour-lights.icims.com/jobs/4410/lamp-keeper/job",
        apply_url="https://careers-harbour-lights.icims.com/jobs/4410/lamp-keeper/job?mode=apply",
        contract="Regular Full-Time",
        posted_on=date(2026, 9, 1),
        closes_on=date(2026, 10, 1),
        text="Overview\nWhy\n\nYou keep the lamp.\n\n- Trim the wick",
        more=(("# of Openings", "2"),),
    )
    assert from_fixture("posting", company="Somebody") == Parsed((opening,))


def test_parse_older_posting_reads_its_table() -> None:
    opening = PostedOpening(
        source="icims",
        key="71",
        title="Mill Hand",
        company="Acorn",
        place="Barre, VT, US",
        url="https://jobs-acorn.icims.com/jobs/71/mill-hand/job",
        category="Milling",
        requisition="2014-71",
        text="Overview\nYou turn the stones.",
    )
    assert from_fixture("posting_older") == Parsed((opening,))


@pytest.mark.parametrize(
    "script",
    [
        '<script type="application/ld+json">{"@type": "JobPosting", </script>',
        '<script type="application/ld+json">[{"@type": "JobPosting", "title": "A"}, {"@type": "JobPosting", "title": "B"}]</script>',
        "JobPosting",
    ],
)
def test_parse_posting_badly_marked_up_is_read_all_the_same(script: str) -> None:
    page = f'{script}<div class="iCIMS_JobContent"><h1>Cook</h1><a class="iCIMS_ApplyOnlineButton" href="{HOST}/jobs/7/a/job?b=c">Apply</a>Cook well.</div>'

    (opening,) = parse(page).openings

    assert (opening.key, opening.title, opening.url) == ("7", "Cook", f"{HOST}/jobs/7/a/job")
    assert opening.text == "Cook\n\nApplyCook well."


def test_parse_posting_without_a_title_is_a_problem() -> None:
    parsed = parse('<div class="iCIMS_InfoMsg_Job">Cook</div><div class="iCIMS_Header"></div><h1></h1>')

    assert [problem.where for problem in parsed.problems] == ["the page"]


def test_parse_posting_shown_as_a_list_of_one_has_its_own_rows() -> None:
    page = f'<div class="iCIMS_ListingsPage"><div class="iCIMS_InfoMsg_Job">Welcome</div><p><a href="{HOST}/jobs/7">Cook</a></p></div>'

    assert [opening.key for opening in parse(page).openings] == ["7"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("US-IL-Chicago", "Chicago, IL, US"),
        ("GB-ENG-Stow-on-the-Wold | DE-Berlin", "Stow-on-the-Wold, ENG, GB; Berlin, DE"),
        ("US", "US"),
        ("Ghent - Dampoort", "Ghent - Dampoort"),
    ],
)
def test_parse_place_cases(words: str, expected: str) -> None:
    assert read(("Job Locations", words)).place == expected


@pytest.mark.parametrize(
    ("fields", "workplace", "more"),
    [
        ([("Remote", "No")], Workplace.UNKNOWN, (("Remote", "No"),)),
        ([("Location Type", "Hybrid")], Workplace.HYBRID, (("Workplace", "Hybrid"),)),
        ([("Work Location", "Remote")], Workplace.REMOTE, ()),
    ],
)
def test_parse_workplace_cases(
    fields: list[tuple[str, str]], workplace: Workplace, more: tuple[tuple[str, str], ...]
) -> None:
    assert (read(*fields).workplace, read(*fields).more) == (workplace, more)


@pytest.mark.parametrize(
    ("fields", "pay", "more"),
    [
        ([("Salary Range", "$20 - $25 per hour")], "$20 - $25 per hour", ()),
        ([("Compensation", "Competitive")], "", (("Compensation", "Competitive"),)),
        ([("Pay Type", "Class 7")], "", (("Pay Type", "Class 7"),)),
        ([("Type", "Regular"), ("Position Type", "Exempt")], "", (("Position Type", "Exempt"),)),
        ([("Job Title", "Cook"), ("Uniform", "")], "", ()),
    ],
)
def test_parse_other_fields_are_kept(
    fields: list[tuple[str, str]], pay: str, more: tuple[tuple[str, str], ...]
) -> None:
    assert (read(*fields).pay, read(*fields).more) == (pay, more)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("https://uscareers-night-oven.icims.com", "Night Oven"),
        ("https://careers-us.oven.icims.com", ""),
        ("https://jobs.oven.org", ""),
        ("", ""),
    ],
)
def test_parse_company_of_the_address(host: str, expected: str) -> None:
    assert read(host=host).company == expected


def test_parse_row_outside_a_table_has_no_heads() -> None:
    page = f'<table class="iCIMS_JobsTable"><tr><td><a href="{HOST}/jobs/7/a/job">Cook</a></td><td>x</td></tr></table>'

    assert [(opening.title, opening.more) for opening in parse(page).openings] == [("Cook", ())]


def test_parse_card_without_a_title_is_a_problem() -> None:
    page = f'<div class="row iCIMS_JobCardItem"><a href="{HOST}/jobs/7/a/job"><span class="sr-only">Title</span></a></div>'

    assert parse(page).problems == (
        Problem("job 1", "This opening has no title. Give it one in the file and import it again."),
    )


@given(data=st.data())
@pytest.mark.parametrize("name", ["search", "rows", "table", "posting", "posting_older"])
def test_parse_spoilt_page_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_text((FIXTURES / f"icims_{name}.html").read_bytes()))

    assert outcome(IcimsImporter(), content) in {"openings", "sentence"}


@pytest.mark.parametrize("letter", ["1", "-", " - ", "US-", "careers at ", "1 ", "(", "<p>"])
def test_parse_words_of_a_megabyte_are_read_at_once(letter: str) -> None:
    words = letter * (1_000_000 // len(letter))

    opening = read(("Job Locations", words), ("Posted Date", words), (words, "7"))

    assert (opening.title, opening.posted_on) == ("Cook", None)


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ('<div class="iCIMS_Footer"><a href="/jobs/search">', "holds no openings of an iCIMS portal"),
        ('<div class="iCIMS_ListingsPage"><h1>No openings</h1>', "holds no openings of an iCIMS portal"),
        ("<div>" * 5000, "nested too deeply"),
    ],
)
def test_parse_anything_but_a_portal_is_refused(page: str, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        parse(page)
