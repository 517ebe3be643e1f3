import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.need import Need
from unrut.core.explore.openings.sections import (
    LONGEST_LINE,
    MOST_LINES,
    NOTHING_ASKED,
    asked_of,
    kind_of_heading,
    sections_of,
)
from unrut.core.explore.openings.text import posting_text

pytestmark = pytest.mark.unit

POSTING = """A bakery by the sea
Requirements:
- Two hands
- A sense of time

Nice to have
Some Portuguese
What we offer
Warm bread
"""


def listed(text: str) -> list[tuple[Need, list[str]]]:
    return [
        (section.need, [text[start:end] for start, end in section.lines])
        for section in sections_of(posting_text(text))
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("requirements", Need.REQUIRED),
        ("what you bring:", Need.REQUIRED),
        ("who you are", Need.REQUIRED),
        ("dein profil", Need.REQUIRED),
        ("minimum qualifications", Need.REQUIRED),
        ("preferred qualifications", Need.WISHED),
        ("nice to have", Need.WISHED),
        ("bonus points if you have:", Need.WISHED),
        ("what we offer", Need.UNSAID),
        ("the bakery of our town:", Need.UNSAID),
        ("about us", Need.UNSAID),
        ("the team", Need.UNSAID),
        ("warm bread", None),
        ("bakery duties", Need.UNSAID),
        ("knowledge of bread benefits", None),
        ("one two three four five six seven eight nine", None),
        ("one two three four five six seven eight nine:", Need.UNSAID),
        ("—", None),
    ],
)
def test_kind_of_heading_by_its_words(line: str, expected: Need | None) -> None:
    assert kind_of_heading(line) is expected


def test_sections_two_lists() -> None:
    assert listed(POSTING) == [
        (Need.REQUIRED, ["- Two hands", "- A sense of time"]),
        (Need.WISHED, ["Some Portuguese"]),
    ]


@pytest.mark.parametrize(
    ("end", "goes_on"),
    [
        ("WARM BREAD DAILY", False),
        ("OVEN", True),
        ("Baking experience", True),
        ("We offer warm bread", False),
        ("An equal opportunity employer", False),
        ("It is a long sentence, " * 8, False),
        ("- It is a long sentence, " + "word " * 40, True),
        ("x" * (LONGEST_LINE + 1), False),
        ("A short line", True),
    ],
)
def test_sections_what_ends_a_list(end: str, goes_on: bool) -> None:
    text = f"Requirements\n- Two hands\n{end}\nStrong arms"

    expected = ["- Two hands", end, "Strong arms"] if goes_on else ["- Two hands"]
    assert listed(text) == [(Need.REQUIRED, expected)]


def test_sections_very_long_list_is_cut() -> None:
    text = "Requirements\n" + "- One thing\n" * 90

    assert [len(lines) for _, lines in listed(text)] == [MOST_LINES]


@pytest.mark.parametrize(
    "text", ["", "Warm bread", "Requirements", "Requirements\n\nWhat we offer\nBread", "We need you"]
)
def test_sections_none_without_a_list(text: str) -> None:
    assert listed(text) == []


def test_asked_by_words_before_the_list() -> None:
    asked = asked_of(posting_text(POSTING))
    place = POSTING.index("Two hands")

    assert asked.need(place, place + 9) is Need.REQUIRED
    assert asked.listed(POSTING.index("Some")) is Need.WISHED
    assert asked.listed(0) is Need.UNSAID
    assert NOTHING_ASKED.need(0, 10) is Need.UNSAID


@given(
    st.lists(
        st.sampled_from(
            ["Requirements", "- one", "Nice to have", "", "word " * 50, "OFF WE GO", "Benefits:", "two"]
        )
    )
)
def test_sections_any_text_hold_their_lines(lines: list[str]) -> None:
    text = "\n".join(lines)

    for section in sections_of(posting_text(text)):
        assert all(section.start <= start < end <= section.end for start, end in section.lines)
        assert all("\n" not in text[start:end] for start, end in section.lines)
