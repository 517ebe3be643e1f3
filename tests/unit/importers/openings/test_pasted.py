from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.importers.openings.mutations import outcome

from unrut.core.explore.openings.kinds import Workplace
from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.openings.contract import PostedOpening
from unrut.importers.openings.pasted import LONGEST_TITLE, PastedImporter

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/openings"
REST = "\n\nWe look for somebody who likes bread."


def parse_one(text: str, *, company: str = "") -> PostedOpening:
    (opening,) = PastedImporter().parse(text.encode(), company=company).openings
    return opening


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("posting.MD", b"Cook", 0.3),
        ("page.html", b"<p>Cook</p>", 0.3),
        ("posting", b"Cook", 0.1),
        ("list.json", b"Cook", 0.0),
        ("list.txt", b'[{"title": "Cook"}]', 0.0),
        ("feed.xml", b"\n<?xml version='1.0'?><rss>", 0.0),
        ("page.html", b"<?xml version='1.0'?><HTML>", 0.3),
        ("cv.pdf", b"%PDF-1.7", 0.0),
        ("card.txt", b"BEGIN:VCARD", 0.0),
    ],
)
def test_identify_cases(name: str, content: bytes, expected: float) -> None:
    assert PastedImporter().identify(name, content) == expected


def test_parse_labelled_lines_are_read_and_the_text_is_kept() -> None:
    opening = PastedImporter().parse((FIXTURES / "pasted_several.md").read_bytes()).openings[0]

    assert opening == PostedOpening(
        source="pasted",
        key=opening.key,
        title="Night Nurse",
        company="Willow Ward",
        place="Remote, Leeds",
        workplace=Workplace.REMOTE,
        url="https://example.org/night-nurse",
        hours="36 hours per week",
        contract="permanent",
        pay="£34,000 to £38,000",
        posted_on=date(2026, 5, 1),
        closes_on=date(2026, 5, 31),
        text=opening.text,
    )
    assert (opening.text[:26], opening.text[-16:]) == ("# Night Nurse - Willow War", "Breaks are paid.")


def test_parse_several_openings_are_cut_at_their_lines() -> None:
    parsed = PastedImporter().parse((FIXTURES / "pasted_several.md").read_bytes())

    assert [(opening.title, opening.company) for opening in parsed.openings] == [
        ("Night Nurse", "Willow Ward"),
        ("Day Nurse", "Willow Ward"),
        ("Ward Clerk", "Willow Ward"),
    ]
    assert parsed.problems == (
        Problem("part 3", '"short one" is too short for a posting, so it was left out.'),
    )


def test_parse_headings_that_are_all_titles_are_cut() -> None:
    parsed = PastedImporter().parse((FIXTURES / "pasted_heads.md").read_bytes())

    assert [(opening.title, opening.text[:7]) for opening in parsed.openings] == [
        ("Cook", "## Cook"),
        ("Baker (remote)", "## Bake"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Cook\n\n## About the role\nYou cook every day.\n\n## Requirements for the role\nKnives of your own.",
        "# Cook\nYou cook every day for us.\n\n# Baker\nshort",
        "A long word before. " * 20
        + "\n# Cook\nYou cook every day for us.\n# Baker\nYou bake every day for us.",
    ],
)
def test_parse_other_headings_are_not_cut(text: str) -> None:
    assert len(PastedImporter().parse(text.encode()).openings) == 1


def test_parse_lines_below_the_title_are_read() -> None:
    opening = parse_one((FIXTURES / "pasted_lines.txt").read_text(encoding="utf-8"))

    assert opening == PostedOpening(
        source="pasted",
        key=opening.key,
        title="Senior Cook",
        company="The Inn",
        place="Ghent, Belgium",
        workplace=Workplace.HYBRID,
        contract="Full-time",
        text=opening.text,
    )


def test_parse_line_with_bars_is_taken_apart() -> None:
    opening = parse_one("The Inn | Cook, Baker | York or Remote (UK) | Full-time | £30k" + REST)

    assert (opening.title, opening.company, opening.place) == ("Cook, Baker", "The Inn", "York")
    assert (opening.remote_area, opening.workplace) == ("UK", Workplace.REMOTE)
    assert (opening.contract, opening.pay) == ("Full-time", "£30k")


def test_parse_labels_in_other_languages_are_read() -> None:
    text = "Koch (m/w/d)\nUnternehmen: Gasthof Adler\nArbeitsort: Köln\nArbeitsmodell: hybrid\nBewerbungsfrist: 07.03.2025"

    opening = parse_one(text + REST)

    assert (opening.company, opening.place, opening.workplace) == ("Gasthof Adler", "Köln", Workplace.HYBRID)
    assert opening.closes_on == date(2025, 3, 7)


def test_parse_day_that_could_be_two_is_kept_as_it_is_written() -> None:
    opening = parse_one("Cook\nDeadline: 3/4/2025" + REST)

    assert (opening.closes_on, opening.more) == (None, (("Closes", "3/4/2025"),))


@pytest.mark.parametrize(
    "line", ["- [Cook](https://inn.example/{0})", "https://inn.example/{0}", "Cook https://inn.example/{0}"]
)
def test_parse_list_of_links_is_refused(line: str) -> None:
    text = "Openings\n" + "\n".join(line.format(number) for number in range(5))

    with pytest.raises(UnreadableFileError, match="a list of links and not of postings"):
        PastedImporter().parse(text.encode())


@given(st.text(alphabet="#=-|:•·\n *Cook at Inn, Ghent. http://x", max_size=300))
def test_parse_any_text_gives_openings_or_a_sentence(text: str) -> None:
    assert outcome(PastedImporter(), text.encode()) in {"openings", "sentence"}


def test_parse_list_items_are_kept() -> None:
    opening = PastedImporter().parse((FIXTURES / "pasted_several.md").read_bytes()).openings[1]

    assert (
        opening.text
        == "# Day Nurse at Willow Ward\n\n- A ward of ten people\n- Two colleagues on every shift"
    )


def test_parse_underlined_heading_is_not_cut() -> None:
    opening = parse_one((FIXTURES / "pasted_letter.txt").read_text(encoding="utf-8"))

    assert (opening.title, opening.company) == ("Beekeeper", "Linden Honey")
    assert opening.url == "https://example.org/jobs/beekeeper"


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        ("===", 2),
        ("==", 1),
        ("---\n\n# Second posting", 2),
        ("---\n\nSecond posting", 1),
        ("--\n# Second", 1),
    ],
)
def test_parse_rules_cut_or_not(rule: str, count: int) -> None:
    text = f"First posting\n\nWith words enough.\n\n{rule}\n\nWith words enough as well."

    assert len(PastedImporter().parse(text.encode()).openings) == count


def test_parse_rule_at_the_end_cuts_nothing() -> None:
    assert parse_one("First posting\n\nWith words enough.\n\n===").title == "First posting"


def test_parse_saved_page_takes_its_heading_and_its_words() -> None:
    opening = parse_one((FIXTURES / "saved_page.html").read_text(encoding="utf-8"))

    assert (opening.title, opening.company, opening.place) == ("Stonemason", "Stone Bridge", "York")
    assert opening.text == (
        "Stonemason at Stone Bridge\n\nLocation: York\n\nYou mend walls\nand bridges.\n\nPay fair\n\n"
        "- Cut stone\n- by hand\n- Mix mortar"
    )


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>Cook | Inn</title><p>You cook for the guests.</p>", "Cook"),
        ("<h1> </h1><title>Cook</title><p>You cook for the guests.</p>", "Cook"),
        ("<p>Cook wanted</p><p>You cook for the guests.</p>", "Cook wanted"),
    ],
)
def test_parse_page_without_heading_takes_the_next_best_title(page: str, title: str) -> None:
    assert parse_one(page).title == title


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("Baker", ("Baker", "Given")),
        ("## **Baker**", ("Baker", "Given")),
        ("- Baker", ("Baker", "Given")),
        ("***\nBaker", ("Baker", "Given")),
        ("Baker at Night Oven", ("Baker", "Night Oven")),
        ("Baker @ Night Oven", ("Baker", "Night Oven")),
        ("Baker at night", ("Baker at night", "Given")),
        ("Baker – Breads – Night Oven", ("Baker – Breads", "Night Oven")),
        ("Baker | Night Oven", ("Baker", "Night Oven")),
        ("Baker - part-time", ("Baker - part-time", "Given")),
        ("Baker at Night (m/f/d)", ("Baker at Night (m/f/d)", "Given")),
        ("Title: Baker\nCompany: Night Oven", ("Baker", "Night Oven")),
        ("**Position:** Baker\n**Employer**: Night Oven", ("Baker", "Night Oven")),
        ("Baker - Breads\nCompany: Night Oven", ("Baker - Breads", "Night Oven")),
        ("Baker - night oven\nCompany: Night Oven", ("Baker", "Night Oven")),
        ("Company: One\nCompany: Two\nBaker", ("Baker", "One")),
        ("Note: we pay\nBaker", ("Note: we pay", "Given")),
    ],
)
def test_parse_title_and_company_cases(first: str, expected: tuple[str, str]) -> None:
    opening = parse_one(first + REST, company="Given")

    assert (opening.title, opening.company) == expected


def test_parse_long_first_line_is_cut_at_a_word() -> None:
    line = "Baker at Oven " + "word " * 80

    opening = parse_one(line)

    assert opening.title == ("Baker at Oven " + "word " * 29).strip() + "…"
    assert len(opening.title) <= LONGEST_TITLE
    assert opening.text == line.strip()


def test_parse_long_label_line_is_not_a_label() -> None:
    opening = parse_one("Baker wanted\nCompany: " + "a" * 400)

    assert opening.company == ""


def test_parse_without_any_title_becomes_a_problem() -> None:
    parsed = PastedImporter().parse(b"Company: Night Oven\nLocation: Ghent")

    assert parsed.openings == ()
    assert [problem.where for problem in parsed.problems] == ["part 1"]


@pytest.mark.parametrize("text", ["Cook", "<p>Cook</p><script>" + "x" * 50 + "</script>"])
def test_parse_short_text_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFileError, match="shorter than 20 characters"):
        PastedImporter().parse(text.encode())
