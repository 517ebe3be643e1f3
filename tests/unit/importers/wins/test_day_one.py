import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from unrut.importers.contract import Problem, UnreadableFileError
from unrut.importers.wins import day_one
from unrut.importers.wins.contract import ImportedWin
from unrut.importers.wins.day_one import DayOneImporter

pytestmark = pytest.mark.unit

EXPORT = (Path(__file__).resolve().parents[4] / "tests/fixtures/wins/day_one.json").read_bytes()
TODAY = date(2026, 11, 20)


def zipped(members: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return written.getvalue()


def entry(**fields: Any) -> bytes:
    known = {"uuid": "A", "creationDate": "2025-03-04T10:00:00Z", "text": "Did it"}
    return json.dumps({"entries": [known | fields]}).encode()


@pytest.mark.parametrize(
    "content",
    [
        EXPORT,
        zipped({"Journal.json": EXPORT, "photos/ab12.jpeg": b"\xff"}),
        zipped({"../../etc/Journal.json": EXPORT, "__MACOSX/Journal.json": b"no"}),
    ],
)
def test_parse_export_alone_or_in_its_zip(content: bytes) -> None:
    parsed = DayOneImporter().parse(content, today=TODAY)

    assert parsed.wins == (
        ImportedWin(
            "day_one",
            "0A1B",
            date(2025, 3, 5),
            "Mended the till. At last",
            story="The drawer was bent.",
            skills=("work",),
            where="entry 1",
        ),
        ImportedWin("day_one", "0A1C", date(2025, 3, 5), "Closed the month", where="entry 2"),
    )
    assert parsed.problems == (
        Problem(
            "entry 4", '"2025-02-31T10:00:00Z" is not a day we can read. Write it like 2026-11-16T09:30:00Z.'
        ),
    )
    assert parsed.notices == (
        "2 photos and other attachments were left out; only words are read.",
        'We do not know the time zone "Mars/North". Its entries have the day they had in London time (UTC).',
    )


@pytest.mark.parametrize(
    "zone", ["../../etc/passwd", "/etc/passwd", "Europe", "x" * 5000, "a\x00b", "\ud800", 5, None]
)
def test_parse_strange_zone_reads_the_day_in_utc(zone: object) -> None:
    parsed = DayOneImporter().parse(entry(timeZone=zone), today=TODAY)

    assert [win.happened_on for win in parsed.wins] == [date(2025, 3, 4)]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"creationDate": ""}, "There is no day. Export the journal again."),
        ({"creationDate": "9999-12-31T23:59:59Z", "timeZone": "Asia/Tokyo"}, '"9999-12-31T23:59:59Z" lies outside the calendar. Mend the date.'),
        ({"creationDate": "2031-01-01T10:00:00Z"}, "2031-01-01 has not come yet. Mend the date, or leave this out until it is done."),
        ({"text": ["x"]}, "There are no words. Say what got done, or remove it from the file."),
    ],
)  # fmt: skip
def test_parse_entry_that_cannot_be_right_is_named(fields: dict[str, Any], message: str) -> None:
    parsed = DayOneImporter().parse(entry(**fields), today=TODAY)

    assert (parsed.wins, parsed.problems) == ((), (Problem("entry 1", message),))


def test_parse_entry_that_is_none_is_named() -> None:
    parsed = DayOneImporter().parse(b'{"entries": [5]}', today=TODAY)

    assert parsed.problems == (
        Problem("entry 1", "This is no entry with a date and a text. Export the journal again."),
    )


def test_parse_single_photo_is_counted_in_words() -> None:
    parsed = DayOneImporter().parse(entry(photos=[{}], creationDate="2025-03-04"), today=TODAY)

    assert parsed.notices == ("One photo or other attachment was left out; only words are read.",)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"entries": []}', "holds no entries of a Day One journal"),
        (b"[]", "holds no entries of a Day One journal"),
        (zipped({"a.txt": b"x"}), "The ZIP holds no journal"),
        (b"PK\x03\x04 broken", "The ZIP holds no journal"),
        (zipped({"a.json": b"[" * 100_000}), "nested too deeply"),
    ],
)
def test_parse_other_files_are_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        DayOneImporter().parse(content, today=TODAY)


def test_parse_damaged_zip_is_refused() -> None:
    content = bytearray(zipped({"a.json": EXPORT}))
    content[60:90] = b"\xff" * 30

    with pytest.raises(UnreadableFileError, match="cannot be unpacked"):
        DayOneImporter().parse(bytes(content), today=TODAY)


def test_parse_zip_that_swells_is_refused_whatever_it_says_of_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(day_one, "LARGEST_JOURNAL", 2 * len(EXPORT) - 1)

    with pytest.raises(UnreadableFileError, match="The journals in the ZIP have more than"):
        DayOneImporter().parse(zipped({"a.json": EXPORT, "b.json": EXPORT}), today=TODAY)


def test_identify_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    identify = DayOneImporter().identify

    found = [
        identify("any", one) for one in (EXPORT, zipped({"a.json": b""}), zipped({"a.txt": b""}), b"{}", b"x")
    ]

    assert found == [0.95, 0.95, 0.0, 0.0, 0.0]
    monkeypatch.setattr(day_one, "MOST_MEMBERS", 0)
    assert identify("any", zipped({"a.json": b""})) == 0.0
