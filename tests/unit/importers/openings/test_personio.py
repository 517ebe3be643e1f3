from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from tests.unit.importers.openings.mutations import outcome, spoilt_text

from unrut.core.explore.openings.kinds import Pay, PayKind, Period, Said, Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import Parsed, PostedOpening
from unrut.importers.openings.personio import PersonioImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
NO_TITLE = "This opening has no title. Give it one in the file and import it again."


def fixture(name: str, *, company: str = "") -> Parsed:
    return PersonioImporter().parse((FIXTURES / name).read_bytes(), company=company)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'<?xml version="1.0"?>\n<workzag-jobs>', 0.95),
        (b"\xef\xbb\xbf<workzag-jobs/>", 0.95),
        (b"<position><jobDescriptions/></position>", 0.95),
        (b"<position/>", 0.0),
        (b"<html><position>", 0.0),
        (b'<?xml version="1.0"?><rss>', 0.0),
        (b"Say <workzag-jobs>", 0.0),
    ],
)
def test_identify_cases(content: bytes, expected: float) -> None:
    assert PersonioImporter().identify("board.json", content) == expected


def test_parse_feed_reads_every_field() -> None:
    parsed = fixture("personio_feed.xml", company="Unused")

    words = "from EUR 48,000 per year"
    assert parsed.openings[0] == PostedOpening(
        source="personio",
        key="801",
        title="Potter (m/f/d)",
        company="Kiln & Co. KG",
        place="Munich; Berlin (Hybrid)",
        workplace=Workplace.HYBRID,
        schedule="full-or-part-time",
        contract="permanent",
        seniority="experienced",
        department="Glaze",
        category="Workshop",
        pay=words,
        pays=(Pay(48000.0, None, "EUR", Period.YEAR, PayKind.BASE, Said(words)),),
        posted_on=date(2026, 2, 13),
        text="Your day\n- Throw pots & bowls\n\nContact person\nAsk at the kiln.\n\nPlain & simple.",
        more=(
            ("Years of experience", "2-5"),
            ("Keywords", "clay,glaze"),
            ("Occupation", "arts and crafts"),
            ("Occupation category", "crafts"),
        ),
    )


def test_parse_older_feed_with_hyphens_is_read() -> None:
    parsed = fixture("personio_feed.xml")

    assert parsed.openings[1:] == (
        PostedOpening(
            source="personio",
            key="802",
            title="Kiln Hand",
            company="Kiln Co",
            place="Vienna",
            url="https://kiln-co.jobs.personio.de/job/802",
            apply_url="https://kiln-co.jobs.personio.de/job/802#apply",
            contract="trainee",
            category="Kiln",
            pay="EUR 900 a month",
            text="Work\nLoad the kiln.",
        ),
    )
    assert parsed.problems == (Problem("job 3", NO_TITLE),)


def test_parse_repeated_position_is_one_opening() -> None:
    position = b"<position><id>1</id><name>Cook</name><office>%b</office></position>"
    feed = b"<workzag-jobs>" + position % b"Ulm" + position % b"Jena" + position % b"Ulm" + b"</workzag-jobs>"

    parsed = PersonioImporter().parse(feed)

    assert [(opening.title, opening.place) for opening in parsed.openings] == [("Cook", "Ulm; Jena")]


def test_parse_single_position_and_empty_feed_are_read() -> None:
    single = PersonioImporter().parse(b"<position><name>Cook</name></position>")

    assert [opening.title for opening in single.openings] == ["Cook"]
    assert PersonioImporter().parse(b"<workzag-jobs/>") == Parsed()


@pytest.mark.parametrize("content", [b"<rss/>", b"<html><body/></html>"])
def test_parse_anything_but_a_feed_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="not a Personio job feed"):
        PersonioImporter().parse(content)


def test_parse_positions_nested_without_end_are_read_at_once() -> None:
    depth = 30_000

    parsed = PersonioImporter().parse(
        b"<r>" + b"<position><name>x" * depth + b"</name></position>" * depth + b"</r>"
    )

    assert [opening.title for opening in parsed.openings] == ["x" * depth]


@given(spoilt_text((FIXTURES / "personio_feed.xml").read_bytes()))
def test_parse_spoilt_feed_gives_openings_or_a_sentence(content: bytes) -> None:
    assert outcome(PersonioImporter(), content) in {"openings", "sentence"}
