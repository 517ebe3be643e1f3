import pytest
from hypothesis import given
from hypothesis import strategies as st

from unrut.core.explore.openings.reach import Limit, LimitKind, read_limits
from unrut.core.explore.openings.text import posting_text

pytestmark = pytest.mark.unit

ZONE, HOME = LimitKind.TIME_ZONE, LimitKind.RESIDENCE


def read(text: str) -> list[Limit]:
    return [stated.value for stated in read_limits(posting_text(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CET +/- 3 hours", [Limit(ZONE, "CET +/- 3 hours")]),
        ("within +- 4 hours of UTC+12", [Limit(ZONE, "within +- 4 hours of UTC+12")]),
        ("Hiring GMT-8 to GMT+2", [Limit(ZONE, "GMT-8 to GMT+2")]),
        ("You keep US hours", [Limit(ZONE, "US hours")]),
        ("Overlap with US timezones", [Limit(ZONE, "Overlap with US timezones")]),
        ("8 to 5 Central Time", [Limit(ZONE, "Central Time")]),
        ("Some EST overlap", [Limit(ZONE, "EST overlap")]),
        ("Remote (Germany/UK)", [Limit(HOME, "Germany/UK")]),
        ("Remote (US only)", [Limit(HOME, "US")]),
        ("Must be based in the EU", [Limit(HOME, "EU")]),
        ("You must reside in Oregon and be able to travel", [Limit(HOME, "Oregon")]),
        ("Open to residents of Spain", [Limit(HOME, "Spain")]),
        ("US only", [Limit(HOME, "US")]),
        ("Remote (Spain), CET timezone", [Limit(ZONE, "CET timezone"), Limit(HOME, "Spain")]),
        ("Remote (anywhere)\nRemote (Spain)", [Limit(HOME, "Spain")]),
    ],
)
def test_limits_as_stated(text: str, expected: list[Limit]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Remote (anywhere)",
        "Remote (first)",
        "We are based in Leeds",
        "Living in Leeds is nice",
        "Long hours, central heating, a zone of warmth",
        "Residents of Leeds love bread",
        "Our customers must be based in Spain",
        "Our students keep US hours",
        "Only bread",
        "Remote (UTC+3)",
        "Must live in , or else",
        "Eastern bread, pacific salt, an overlap\nof coast",
    ],
)
def test_limits_not_stated(text: str) -> None:
    assert [limit for limit in read(text) if limit.kind is HOME or "UTC" not in limit.where] == []


PIECES = [
    "remote",
    "(",
    ")",
    "US",
    "only",
    "must be",
    "based in",
    "live in",
    "CET",
    "+/-",
    "3 hours",
    "hours",
    "time zone",
    "\n",
    "overlap with",
    "open to",
    "residents of",
    "Spain",
]


@given(st.lists(st.sampled_from(PIECES)))
def test_limits_any_text_quotes_itself(pieces: list[str]) -> None:
    text = " ".join(pieces)

    for stated in read_limits(posting_text(text)):
        assert text[stated.said.start : stated.said.end] == stated.said.words
        assert stated.value.where
