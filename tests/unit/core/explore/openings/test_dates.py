from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.dates import When, closing_of_day, read_closing, read_start, start_of_words
from unrut.core.explore.openings.kinds import Said, Stated
from unrut.core.explore.openings.text import posting_text

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Start date: 1 March 2027", When("1 March 2027", "2027-03-01")),
        ("Start date\nJune 2, 2027", When("June 2, 2027", "2027-06-02")),
        ("starting in Sept 2026", When("Sept 2026", "2026-09")),
        ("It begins on 2026-08-20", When("2026-08-20", "2026-08-20")),
        ("Eintritt: 01.10.2026", When("01.10.2026", "2026-10-01")),
        ("Start date: January 5th", When("January 5th")),
        ("Start date: 8/26/2026", When("8/26/2026", "2026-08-26")),
        ("Start date: 26/8/26", When("26/8/26", "2026-08-26")),
        ("Start date: 8/10/2026", When("8/10/2026")),
        ("Start date: 8/10/2026, ends 12/31/2026", When("8/10/2026", "2026-08-10")),
        ("Start date: 31.02.2026", When("31.02.2026")),
        ("Start date: 2026-13-01", When("2026-13-01")),
        ("Start date: Fall 2026", When("Fall 2026")),
        ("Start date: ASAP", When("ASAP", is_soon=True)),
        ("Immediate start", When("Immediate start", is_soon=True)),
        ("Ab sofort", When("sofort", is_soon=True)),
        ("Date de début : 3 mars 2027", When("3 mars 2027", "2027-03-03")),
        ("Classes start date: 1 May 2027\nStart date: 2 May 2027", When("2 May 2027", "2027-05-02")),
    ],
)
def test_start_as_written(text: str, expected: When) -> None:
    found = read_start(posting_text(text))

    assert found is not None
    assert found.value == expected
    assert text[found.said.start : found.said.end] == found.said.words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We start early",
        "The start of it",
        "Application review will begin on 3 March 2027",
        "A start date will follow",
    ],
)
def test_start_not_said(text: str) -> None:
    assert read_start(posting_text(text)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Apply by 30 April 2027", When("30 April 2027", "2027-04-30")),
        ("Application deadline: May 11", When("May 11")),
        ("Job Close Date 12/31/2026", When("12/31/2026", "2026-12-31")),
        ("Closing date: Wednesday, 30th April", When("30th April")),
        ("Bewerbungsfrist: 01.04.2027", When("01.04.2027", "2027-04-01")),
        ("Date limite : 3 mars 2027", When("3 mars 2027", "2027-03-03")),
        ("Apply now\nApply before 3 May 2027", When("3 May 2027", "2027-05-03")),
    ],
)
def test_closing_as_written(text: str, expected: When) -> None:
    found = read_closing(posting_text(text))

    assert found is not None
    assert found.value == expected


@pytest.mark.parametrize("text", ["", "Apply by post", "The deadline: ASAP", "We close at noon"])
def test_closing_not_said(text: str) -> None:
    assert read_closing(posting_text(text)) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ASAP", When("ASAP", is_soon=True)),
        ("1 March 2027", When("1 March 2027", "2027-03-01")),
        ("from 1 March 2027, or immediately", When("from 1 March 2027, or immediately", "2027-03-01")),
        ("when you like", When("when you like")),
        ("  ", None),
    ],
)
def test_start_of_words_of_a_field(words: str, expected: When | None) -> None:
    assert start_of_words(words) == (Stated(expected, Said(words.strip())) if expected else None)


def test_closing_of_day_of_a_field() -> None:
    assert closing_of_day(date(2027, 3, 1)) == Stated(When("2027-03-01", "2027-03-01"), Said("2027-03-01"))


PIECES = [
    "start date",
    ":",
    "1",
    "march",
    "2027",
    "asap",
    "31/31/99",
    "2099-99-99",
    "apply by",
    "12.12.12",
    "٣",
    "may",
    ",",
    "\n",
    "fall",
    "class",
    "00/00/00",
]


@given(st.lists(st.sampled_from(PIECES)))
def test_dates_any_text_give_a_day_or_none(pieces: list[str]) -> None:
    posting = posting_text(" ".join(pieces))

    for found in (read_start(posting), read_closing(posting)):
        day = found.value.day if found else ""
        assert len(day) in {0, len("2027-03")} or date.fromisoformat(day).isoformat() == day
