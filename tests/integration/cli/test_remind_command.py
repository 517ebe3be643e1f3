"""`unrut remind`: the day of the sitting as a calendar entry."""

from datetime import time
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from tests.factories import a_preference

from unrut.models import Person, Preference
from unrut.queries.scope import of

pytestmark = pytest.mark.integration


def entry_of(content: str) -> Any:
    (entry,) = Calendar.from_ical(content).walk("VEVENT")
    return entry


def test_day_and_time_are_kept_and_written(unrut: Any, me: Person) -> None:
    result = unrut("remind", "--day", "monday", "--time", "8:30", "--name", "Ten minutes")

    kept = of(Preference, me).get()
    entry = entry_of(result.stdout)
    assert (kept.sitting_offset, kept.sitting_time) == (7, time(8, 30))
    assert (str(entry["summary"]), entry["rrule"].to_ical()) == ("Ten minutes", b"FREQ=WEEKLY")
    assert entry.decoded("dtstart").isoformat() == "2026-11-23T08:30:00"


def test_without_options_the_usual_day_is_written_and_nothing_kept(unrut: Any, me: Person) -> None:
    entry = entry_of(unrut("remind").stdout)

    assert entry.decoded("dtstart").isoformat() == "2026-11-20T17:00:00"
    assert not of(Preference, me).exists()


@pytest.mark.parametrize(
    ("options", "offset", "at"),
    [
        (["--time", "09:00"], 6, time(9)),
        (["--day", "thursday"], 3, time(18)),
    ],
)
def test_what_is_not_given_stays(unrut: Any, me: Person, options: list[str], offset: int, at: time) -> None:
    a_preference(me, sitting_offset=6, sitting_time=time(18))

    unrut("remind", *options)

    kept = of(Preference, me).get()
    assert (kept.sitting_offset, kept.sitting_time) == (offset, at)


def test_time_alone_leaves_the_day_to_habit(unrut: Any, me: Person) -> None:
    unrut("remind", "--time", "09:00")

    assert of(Preference, me).get().sitting_offset is None


def test_file_is_written_once(unrut: Any, me: Person, tmp_path: Path) -> None:
    file = tmp_path / "ten-minutes.ics"

    results = [unrut("remind", "--output", str(file), *more) for more in ([], [], ["--force"])]

    assert [result.exit_code for result in results] == [0, 3, 0]
    assert results[0].stderr == f"The reminder is in {file} now.\n"
    assert str(entry_of(file.read_text())["summary"]) == "Unrut"


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (["--day", "tuesday"], 2, "'tuesday' is not one of"),
        (["--time", "soon"], 2, '"soon" is not a time of day. Write it like 17:00.'),
        (["--time", "25:00"], 2, '"25:00" is not a time of day.'),
        (["--day", "friday", "--name", "work"], 3, "Others may see your calendar"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_keeps_nothing(
    unrut: Any, me: Person, options: list[str], code: int, sentence: str
) -> None:
    result = unrut("remind", *options)

    assert result.exit_code == code
    assert sentence in result.stderr
    assert not of(Preference, me).exists()
