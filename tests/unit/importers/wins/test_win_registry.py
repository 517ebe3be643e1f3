import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unrut.importers.contract import UnreadableFileError
from unrut.importers.wins.contract import ParsedWins
from unrut.importers.wins.registry import IMPORTERS, LARGEST, read_wins

pytestmark = pytest.mark.unit

FIXTURES = Path(__file__).resolve().parents[4] / "tests/fixtures/wins"
TODAY = date(2026, 11, 20)
NAMES = st.sampled_from(["a.md", "a.csv", "a.txt", "a.json", "a.zip", "a", ""])
LINES = [
    *(
        "# 2025",
        "## March",
        "### 2025-03-04 Title",
        "- 2025-03-04: did",
        "  - detail",
        "- no date",
        "- [ ] later",
    ),
    *(
        "date,what,result",
        "2025-01-01,x,y",
        '2025-01-01,"open',
        "03/04/2025,either,",
        "---",
        "===",
        "```",
        '"',
        "",
    ),
    *(
        "[2025-03-04 09:12] Title. body @tag",
        "2025-03-04 09:12 Old",
        "31 Feb 2024: x",
        "- 2025-W60: w",
        "Q2 2024",
    ),
    *(
        "\x00",
        "- [x](http://[)",
        "- 0000-00-00: x",
        "- Mar 0000: x",
        "- ![a](b) **b** (March 2025)",
        "- 2031-01-01 x",
    ),
]
LEAVES = st.one_of(
    st.none(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(
        ["2025-03-04", "2025-03-04T10:00:00+99:00", "0001-01-01T00:00:00+14:00", "Europe/Berlin", "../x"]
    ),
)
FIELDS = "uuid creationDate timeZone text tags title body date photos starred".split()
ENTRIES = st.lists(
    st.one_of(
        LEAVES, st.dictionaries(st.sampled_from(FIELDS), st.one_of(LEAVES, st.lists(LEAVES, max_size=2)))
    ),
    max_size=4,
)
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def outcome(name: str, content: bytes) -> tuple[str, ParsedWins] | str:
    """What was read, or the sentence; anything but these comes through as it is."""
    try:
        return read_wins(name, content, today=TODAY)
    except UnreadableFileError as error:
        return str(error)


def is_sound(found: tuple[str, ParsedWins] | str) -> bool:
    if isinstance(found, str):
        return found.endswith(".")
    source, parsed = found
    keys = [win.key for win in parsed.wins]
    return len(keys) == len(set(keys)) and all(
        win.text
        and len(win.text) <= 500
        and win.source == source
        and date(1940, 1, 1) <= win.happened_on <= TODAY
        for win in parsed.wins
    )


@pytest.mark.parametrize(
    ("name", "source", "count"),
    [
        ("brag.md", "markdown", 5),
        ("wins.csv", "table", 3),
        ("journal.txt", "jrnl", 3),
        ("journal.json", "jrnl", 1),
        ("day_one.json", "day_one", 2),
    ],
)
def test_read_wins_each_fixture_finds_its_importer(name: str, source: str, count: int) -> None:
    found, parsed = read_wins(name, (FIXTURES / name).read_bytes(), today=TODAY)

    assert (found, len(parsed.wins)) == (source, count)


def test_read_wins_in_another_alphabet_gives_the_same() -> None:
    text = "date,what\n2025-03-04,Did it well\n"

    assert read_wins("a.csv", text.encode("utf-16"), today=TODAY) == read_wins(
        "a.csv", text.encode(), today=TODAY
    )


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("big.csv", b"a" * (LARGEST + 1), "^big.csv has 26 MB, and the most we read at once is 25 MB"),
        ("none.md", b" \n", "^none.md is empty"),
        ("", b"", "^The file is empty"),
        ("cv.pdf", b"%PDF-1.7\n- 2025-01-01: a", "^cv.pdf is not a file we can read what you got done from"),
        ("a.ics", b"BEGIN:VCALENDAR\r\nDTSTART:20250304\r\n", "^a.ics is not a file"),
        ("moods.csv", b"date,weekday,mood\n2025-03-04,Tuesday,fine\n", "^moods.csv is not a file"),
        ("jobs.csv", b"job_id,title,company,date\n1,Cook,Inn,2025-03-04\n", "^jobs.csv is not a file"),
        ("likes.csv", b"2025-03-04,Tuesday,fine\n", 'no column "date"'),
        (
            "words.txt",
            b"Nothing with a day",
            "^words.txt holds nothing that looks like something done on a day",
        ),
        ("photo.png", b"\x89PNG\x00\x01\x02", "^photo.png is not a file"),
    ],
)
def test_read_wins_unreadable_file_gets_a_sentence(name: str, content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        read_wins(name, content, today=TODAY)


def test_importers_each_have_a_name_of_their_own() -> None:
    assert [importer.name for importer in IMPORTERS] == ["day_one", "jrnl", "table", "markdown"]


@given(NAMES, st.binary(max_size=300))
def test_read_wins_any_bytes_give_the_same_twice(name: str, content: bytes) -> None:
    found = outcome(name, content)

    assert (is_sound(found), found) == (True, outcome(name, content))


@SLOW
@given(NAMES, st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=12)), max_size=12))
def test_read_wins_any_mixture_of_lines_gives_the_same_twice(name: str, lines: list[str]) -> None:
    content = "\n".join(lines).encode("utf-8", errors="replace")

    found = outcome(name, content)

    assert (is_sound(found), found) == (True, outcome(name, content))


@SLOW
@given(ENTRIES, st.sampled_from(["creationDate", "body"]))
def test_read_wins_any_export_gives_the_same_twice(entries: list[object], marked: str) -> None:
    content = json.dumps({"entries": [*entries, {marked: "2025-03-04T10:00:00Z", "title": "x"}]}).encode()

    found = outcome("a.json", content)

    assert (is_sound(found), found) == (True, outcome("a.json", content))
