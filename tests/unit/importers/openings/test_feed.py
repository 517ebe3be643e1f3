from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome, spoilt_json, spoilt_text

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.feed import FeedImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def parse(value: str, *, company: str = "") -> Parsed:
    return FeedImporter().parse(value.encode(), company=company)


def fixture(name: str, *, company: str = "") -> Parsed:
    return FeedImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'<?xml version="1.0"?><rss version="2.0">', 0.9),
        (b'\xef\xbb\xbf <feed xmlns="http://www.w3.org/2005/Atom">', 0.9),
        (b"<rdf:RDF xmlns:rdf='x'>", 0.9),
        (b"<?xml version='1.0'?><source><job>", 0.8),
        (b"<jobs>", 0.8),
        (b"<?xml version='1.0'?><other>", 0.6),
        (b"<other>", 0.0),
        (b"<?xml version='1.0'?><html><body>", 0.0),
        (b'{"version": "https://jsonfeed.org/version/1", "items": []}', 0.9),
        (b'{"version": "1", "items": []}', 0.0),
        (b"rss", 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert FeedImporter().identify("feed.xml", content) == expected


def test_parse_rss_reads_every_field() -> None:
    assert fixture("feed_rss.xml").openings[0] == PostedOpening(
        source="feed",
        key="inn-901",
        title="Cook & Baker",
        company="The Inn",
        place="Ghent",
        url="https://inn.example/jobs/cook",
        contract="Full Time",
        category="Kitchen; Food",
        pay="€2,000 a month",
        posted_on=date(2026, 4, 1),
        text="You cook for guests.\n\n- Bread",
        more=(("author", "ann"),),
    )


def test_parse_titles_of_rss_are_parted() -> None:
    _, miller, weaver = fixture("feed_rss.xml").openings

    assert (miller.title, miller.company, miller.place, miller.workplace) == (
        *("Miller", "Old Mill", "York, UK"),
        Workplace.REMOTE,
    )
    assert (weaver.title, weaver.company, weaver.place, weaver.workplace) == (
        *("Weaver", "Loom", "Leeds"),
        Workplace.HYBRID,
    )
    assert (weaver.contract, weaver.pay) == ("Part-time", "£20k")
    assert fixture("feed_rss.xml").problems == (Problem("entry 4", NO_TITLE),)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "feed_atom.xml",
            PostedOpening(
                source="feed",
                key="tag:mill.example,2026:1",
                title="Miller",
                company="Old Mill",
                url="https://mill.example/1",
                category="Milling",
                posted_on=date(2026, 4, 1),
                updated_on=date(2026, 4, 2),
                text="You mill.",
                more=(("author.name", "Ann"),),
            ),
        ),
        (
            "feed_rdf.xml",
            PostedOpening(
                source="feed",
                key="ae5ac7ae0ad5bc02a16022a1",
                title="Baker",
                url="https://mill.example/2",
                posted_on=date(2026, 4, 1),
                text="You bake.",
            ),
        ),
        (
            "feed_source.xml",
            PostedOpening(
                source="feed",
                key="r1",
                title="Cook",
                company="The Inn",
                place="Ghent, Flanders, Belgium",
                workplace=Workplace.HYBRID,
                url="https://town.example/1",
                contract="fulltime",
                seniority="2 years",
                education="Cooking school",
                category="Food",
                pay="€2,000 a month",
                requisition="r1",
                posted_on=date(2026, 4, 1),
                text="You cook.",
                more=(("postalcode", "9000"),),
            ),
        ),
        ("feed_other.xml", PostedOpening(source="feed", key="77", title="Cook", place="Ghent, Belgium")),
        (
            "feed_json.json",
            PostedOpening(
                source="feed",
                key="1",
                title="Cook",
                company="The Inn",
                url="https://inn.example/1",
                posted_on=date(2026, 4, 1),
                updated_on=date(2026, 4, 2),
                text="You cook.",
                more=(("tags", "kitchen"), ("author", "Ann")),
            ),
        ),
    ],
)
def test_parse_other_feeds_read_every_field(name: str, expected: PostedOpening) -> None:
    assert fixture(name).openings[0] == expected


def rss(title: str, link: str = "", channel: str = "Latest jobs") -> str:
    return f"<rss><channel><title>{channel}</title><item><title>{title}</title><link>{link}</link></item></channel></rss>"


@pytest.mark.parametrize(
    ("title", "link", "expected"),
    [
        ("Cook", "", ("Cook", "Given", "")),
        ("The Inn: Cook", "https://weworkremotely.com/x", ("Cook", "The Inn", "")),
        ("The Inn: Cook", "https://other.example/x", ("The Inn: Cook", "Given", "")),
        ("Cook at The Inn (really warm)", "", ("Cook", "The Inn", "")),
        ("Cook at night", "", ("Cook at night", "Given", "")),
        ("The Inn | Cook | York", "", ("Cook", "The Inn", "York")),
        ("Cook | York", "", ("Cook", "Given", "York")),
        ("York | Remote", "", ("York | Remote", "Given", "")),
        ("Cook |", "", ("Cook |", "Given", "")),
        (
            "Cook at The Inn " + "and more " * 40,
            "",
            (("Cook at The Inn " + "and more " * 40).strip(), "Given", ""),
        ),
    ],
)
def test_parse_title_cases(title: str, link: str, expected: tuple[str, str, str]) -> None:
    (opening,) = parse(rss(title, link), company="Given").openings

    assert (opening.title, opening.company, opening.place) == expected


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        ("Jobs at The Inn", "The Inn"),
        ("The Inn - Careers", "The Inn"),
        ("The Inn's open positions", "The Inn"),
        ("Remote jobs", "Given"),
        ("Indeed jobs", "Given"),
        ("News of the town", "Given"),
    ],
)
def test_parse_company_of_the_feed_cases(channel: str, expected: str) -> None:
    assert [opening.company for opening in parse(rss("Cook", channel=channel), company="Given").openings] == [
        expected
    ]


def test_parse_workplace_stated_in_a_field_is_kept() -> None:
    entries = "<rss><item><title>Inn | Cook | York | Remote</title><remote>hybrid</remote></item></rss>"

    assert [opening.workplace for opening in parse(entries).openings] == [Workplace.HYBRID]


@pytest.mark.parametrize("value", ["<other><thing>x</thing></other>", "<a/>"])
def test_parse_other_xml_is_refused(value: str) -> None:
    with pytest.raises(UnreadableFileError, match="no list of openings"):
        parse(value)


@pytest.mark.parametrize("value", ["<rss><channel/></rss>", "<feed/>", '{"items": [], "version": 1}'])
def test_parse_empty_feed_has_no_openings(value: str) -> None:
    assert parse(value).openings == ()


@pytest.mark.parametrize(
    "name", ["feed_rss.xml", "feed_atom.xml", "feed_rdf.xml", "feed_source.xml", "feed_other.xml"]
)
@given(data=st.data())
def test_parse_spoilt_feed_gives_openings_or_a_sentence(data: st.DataObject, name: str) -> None:
    content = data.draw(spoilt_text((FIXTURES / name).read_bytes()))

    assert outcome(FeedImporter(), content) in {"openings", "sentence"}


@given(spoilt_json((FIXTURES / "feed_json.json").read_bytes()))
def test_parse_spoilt_json_gives_openings_or_a_sentence(content: bytes) -> None:
    assert outcome(FeedImporter(), content) in {"openings", "sentence"}
