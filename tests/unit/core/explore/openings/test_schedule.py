import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.schedule import Schedule, read_schedule, schedule_of_words
from unrut.core.explore.openings.text import posting_text

pytestmark = pytest.mark.unit

S = Schedule


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You work rotating shifts.", [S.SHIFTS]),
        ("Night shift, five nights", [S.NIGHTS, S.SHIFTS]),
        ("Wechselschicht im Ofenhaus", [S.SHIFTS]),
        ("Work some evenings", [S.EVENINGS]),
        ("Weekend availability, and Monday to Friday", [S.WEEKENDS, S.WEEKDAYS]),
        ("Join the on-call rotation", [S.ON_CALL]),
        ("Flexible hours", [S.FLEXIBLE]),
        ("Set your own schedule", [S.FLEXIBLE]),
        ("Gleitzeit", [S.FLEXIBLE]),
        ("We bake in a four-day week", [S.FOUR_DAY_WEEK]),
        ("A 4-day work week", [S.FOUR_DAY_WEEK]),
        ("Overtime may be asked", [S.OVERTIME]),
        ("Evenings and weekends", [S.EVENINGS, S.WEEKENDS]),
    ],
)
def test_schedule_as_stated(text: str, expected: list[Schedule]) -> None:
    assert [stated.value for stated in read_schedule(posting_text(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No nights or weekends",
        "A shift left in the mill",
        "Your evenings and weekends are free",
        "You must have a flexible schedule",
        "Call the baker, day by day",
        "No overtime, exempt from overtime",
        "A day, a weekend trip",
        "Have a great weekend on weekends",
    ],
)
def test_schedule_not_stated(text: str) -> None:
    assert read_schedule(posting_text(text)) == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Nights", [S.NIGHTS]),
        ("SHIFT_WORK", [S.SHIFTS]),
        ("Evening, weekend", [S.EVENINGS, S.WEEKENDS]),
        ("On-call", [S.ON_CALL]),
        ("Flex", [S.FLEXIBLE]),
        ("Monday to Friday", [S.WEEKDAYS]),
        ("Full time", []),
    ],
)
def test_schedule_of_words_of_a_field(words: str, expected: list[Schedule]) -> None:
    found = schedule_of_words(words)

    assert [stated.value for stated in found] == expected
    assert {(stated.said.words, stated.said.start) for stated in found} <= {(words, -1)}


PIECES = [
    "night",
    "shift",
    "weekends",
    "on-call",
    "flexible",
    "hours",
    "no",
    "4-day",
    "week",
    "\n",
    "monday",
    "to",
    "friday",
    "free",
    "overtime",
    "required",
    "evening",
]


@given(st.lists(st.sampled_from(PIECES)))
def test_schedule_any_text_quotes_itself(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = read_schedule(posting_text(text))

    assert len({stated.value for stated in found}) == len(found)
    assert all(text[stated.said.start : stated.said.end] == stated.said.words for stated in found)
