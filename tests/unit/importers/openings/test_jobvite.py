from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome, spoilt_text

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.jobvite import JobviteImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
SITE = "https://jobs.jobvite.com"


def parse(page: str, *, company: str = "") -> Parsed:
    return JobviteImporter().parse(page.encode(), company=company)


def from_fixture(name: str, *, company: str = "") -> Parsed:
    return JobviteImporter().parse((FIXTURES / f"jobvite_{name}").read_bytes(), company=company)


def row(title: str, place: str = "") -> PostedOpening:
    """A posting of one row with this title and place."""
    cells = f'<td><a href="/inn/job/oAAA1bcd">{title}</a></td><td class="jv-job-list-location">{place}</td>'
    (opening,) = parse(f'<table class="jv-job-list"><tr>{cells}</tr></table>').openings
    return opening


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'<td class="jv-job-list-name"><a href="/inn/job/oAAA1bcd">', 0.92),
        (b'<a href="https://jobs.jobvite.com/careers/inn/job/oAAA1bcd?x=1">', 0.92),
        (b'<div class="jv-job-detail-description">', 0.92),
        (b"\xef\xbb\xbf<result><job><detail-url>http://app.jobvite.com/a", 0.93),
        (b'<html><job> jobvite.com <a href="/inn/jobAlerts">', 0.0),
        (b'<a href="/inn/job/oAAA1bcd">', 0.0),
        (b'{"a": "jv-job-detail"}', 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert JobviteImporter().identify("page.html", content) == expected


def test_parse_list_reads_each_layout_once() -> None:
    openings = from_fixture("list.html").openings

    assert [(opening.title, opening.category, opening.place) for opening in openings] == [
        ("Head Baker", "Bread & Cake", "Ghent, Belgium"),
        ("Miller", "", "Aalst, Belgium"),
        ("Cake Decorator (Hybrid)", "Bread & Cake", ""),
        ("Seller", "Counter", "Remote, Belgium"),
        ("Remote Sensing Cook", "Counter", "Lier, Belgium"),
        ("Washer", "Counter", ""),
        ("Driver", "Counter", ""),
    ]
    assert {opening.company for opening in openings} == {"Night Oven"}
    assert [opening.more for opening in openings if opening.more] == [(("Places", "3 Locations"),)]


def test_parse_list_reads_number_contract_and_workplace() -> None:
    openings = from_fixture("list.html", company="The Oven").openings

    assert openings[0] == PostedOpening(
        source="jobvite",
        key="oAAA1bcd",
        title="Head Baker",
        company="The Oven",
        place="Ghent, Belgium",
        url=f"{SITE}/night-oven/job/oAAA1bcd",
        category="Bread & Cake",
        requisition="4720",
    )
    assert [opening.contract for opening in openings if opening.contract] == ["Full-Time"]
    assert [opening.workplace for opening in openings[2:5]] == [
        *(Workplace.HYBRID, Workplace.REMOTE, Workplace.UNKNOWN)
    ]


def test_parse_posting_reads_the_page_and_what_is_marked_up() -> None:
    opening = PostedOpening(
        source="jobvite",
        key="oAAA1bcd",
        title="Head Baker",
        company="Night Oven NV",
        place="Ghent, Belgium; Aalst, Belgium",
        url=f"{SITE}/night-oven/job/oAAA1bcd",
        apply_url=f"{SITE}/night-oven/job/oAAA1bcd/apply",
        contract="Full-Time",
        category="Bread",
        posted_on=date(2026, 5, 2),
        text="You bake at night.\n\n- Mix",
    )
    assert from_fixture("posting.html", company="Somebody") == Parsed((opening,))


@pytest.mark.parametrize(
    ("head", "company", "link"),
    [
        ("<title>Cook at Old Inn Careers</title>", "Old Inn", ""),
        ("<title>Old Inn Jobs - Cook</title>", "Old Inn", ""),
        ('<base href="https://jobs.jobvite.com/old-inn/job/oAAA1bcd">', "Old Inn", "/old-inn/job/oAAA1bcd"),
        ("<title>Cook</title>", "", ""),
    ],
)
def test_parse_posting_company_cases(head: str, company: str, link: str) -> None:
    (opening,) = parse(
        f'{head}<h2 class="jv-header">Cook</h2><p class="jv-job-detail-meta">Ghent</p>'
    ).openings

    assert (opening.company, opening.place, opening.url.removeprefix(SITE)) == (company, "Ghent", link)


def test_parse_posting_without_facts_is_found_by_its_link_to_apply() -> None:
    page = '<h1>Cook</h1><div class="jv-job-detail-description">Cook.</div><a href="/inn/job/oAAA1bcd/apply">Apply</a>'

    (opening,) = parse(page).openings

    assert (opening.key, opening.url, opening.place) == ("oAAA1bcd", f"{SITE}/inn/job/oAAA1bcd", "")


def test_parse_feed_reads_every_field() -> None:
    parsed = from_fixture("feed.xml", company="Night Oven")

    link = "http://app.jobvite.com/CompanyJobs"
    assert parsed.openings[0] == PostedOpening(
        source="jobvite",
        key="oAAA1bcd",
        title="Head Baker & Miller",
        company="Night Oven",
        place="Ghent, Belgium",
        url=f"{link}/Job.aspx?c=qAAA&j=oAAA1bcd",
        apply_url=f"{link}/Careers.aspx?c=qAAA&j=oAAA1bcd&k=Apply",
        contract="Full-Time",
        category="Bread",
        requisition="4720",
        posted_on=date(2026, 7, 4),
        text="You bake.",
        more=(("Summary", "A night job."), ("Pay grade", "B2")),
    )


def test_parse_feed_with_less_keeps_its_words() -> None:
    parsed = from_fixture("feed.xml")

    assert [(opening.title, opening.text, opening.more) for opening in parsed.openings[1:]] == [
        ("Seller", "You sell.", ()),
        ("Washer", "", (("Posted", "soon"),)),
    ]
    assert parsed.problems == (
        Problem("job 3", "This opening has no title. Give it one in the file and import it again."),
    )


@pytest.mark.parametrize(
    ("title", "name", "number"),
    [
        ("Cook | Req#12-7", "Cook", "12-7"),
        ("Cook Requisition ID: 9", "Cook", "9"),
        ("Required Cook", "Required Cook", ""),
    ],
)
def test_parse_numbers_behind_a_title(title: str, name: str, number: str) -> None:
    assert (row(title).title, row(title).requisition) == (name, number)


@given(data=st.data())
@pytest.mark.parametrize("name", ["list.html", "posting.html", "feed.xml"])
def test_parse_spoilt_page_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_text((FIXTURES / f"jobvite_{name}").read_bytes()))

    assert outcome(JobviteImporter(), content) in {"openings", "sentence"}


@pytest.mark.parametrize("letter", ["1", " at ", " - ", "Req# ", "(", "| ", "a ", "/job/"])
def test_parse_words_of_a_megabyte_are_read_at_once(letter: str) -> None:
    words = letter * (1_000_000 // len(letter))

    assert row(f"Cook {words}", words).key == "oAAA1bcd"
    assert JobviteImporter().identify("a.html", f"jv-{words}".encode()) == 0.0


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ('<div class="jv-wrapper"><a href="/inn/jobs">All</a>', "holds no openings of Jobvite"),
        ("<div>" * 5000, "nested too deeply"),
        ("<result>jobvite<job>", "cannot be read past line"),
    ],
)
def test_parse_anything_but_a_careers_page_is_refused(page: str, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        parse(page)
