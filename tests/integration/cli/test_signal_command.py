import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.factories import a_checkin, a_preference, weeks_before

from unrut.models import Person

pytestmark = pytest.mark.integration

FIRST = date(2026, 1, 5)
UPS = (0.9, -0.7, 0.2, -1.1, 0.6, 0.4, -0.3)
GOOD = {"satisfaction": 8, "boredom": 2, "dread": 2, "drive": 8, "learning": 8}
BAD = {"satisfaction": 3, "boredom": 7, "dread": 8, "drive": 3, "learning": 3}
KEYS = ["week", "score", "state", "p_drop", "p_low", "p_rise", "start", "size", "level", "is_alert"]


def a_file(folder: Path, scores: list[float | None], first: date = FIRST) -> str:
    """A table of weekly scores; its name."""
    lines = [
        f"{first + timedelta(weeks=week)},{'' if score is None else score}"
        for week, score in enumerate(scores)
    ]
    file = folder / "mine.csv"
    file.write_text("\n".join(["week,score", *lines]), encoding="utf-8")
    return str(file)


def fallen(count: int = 40, at: int = 28) -> list[float | None]:
    return [(7.0 if week < at else 3.5) + UPS[week % len(UPS)] for week in range(count)]


def test_nothing_answered_says_what_it_takes(unrut: Any, me: Person) -> None:
    result = unrut("signal")

    assert result.exit_code == 0
    assert result.stdout == "After 8 answered weeks this page can tell a rough patch from a rut.\n"


def test_own_check_ins_are_read_by_the_rules_chosen(unrut: Any, me: Person) -> None:
    a_preference(me, false_alarms=5)
    for week in range(30, 10, -1):
        a_checkin(me, weeks_before(week), **GOOD)
    for week in range(10, 0, -1):
        a_checkin(me, weeks_before(week), **BAD)

    lines = unrut("signal").stdout.splitlines()

    assert lines[0].startswith(
        "Your last 10 check-ins are lower than your first 20. The chance that this is a lasting"
    )
    assert lines[0].endswith("It probably began in the week of 7 September 2026. Missing weeks: 0 of 30.")
    assert lines[1].startswith("About 5 of 100 people hear of a drop within a year though nothing changed")
    assert lines[3] == "The last weeks"
    assert lines[-1].startswith("  9 November 2026: 2.8, lower than before, chance of a lasting drop about ")


def test_file_is_read_without_the_own_check_ins(unrut: Any, me: Person, tmp_path: Path) -> None:
    a_checkin(me, weeks_before(1), **GOOD)

    told = json.loads(unrut("signal", a_file(tmp_path, fallen()), "--json").stdout)

    assert {name: value for name, value in told.items() if name != "weeks"} == {
        "false_alarms": 10,
        "low_line": 4.2,
        "restarts": [],
    }
    assert len(told["weeks"]) == 40
    last = told["weeks"][-1]
    assert list(last) == [*KEYS, "answered", "missing"]
    assert (last["week"], last["state"], last["missing"]) == ("2026-10-05", "drop", 0)
    assert last["p_drop"] > 0.8
    assert last["start"]["from"] <= "2026-07-20" <= last["start"]["to"]
    assert last["size"]["from"] < last["size"]["likely"] < last["size"]["to"] < 0
    assert sum(week["is_alert"] for week in told["weeks"]) == 1


def test_weeks_too_early_to_say_have_no_chance_and_gaps_are_named(
    unrut: Any, me: Person, tmp_path: Path
) -> None:
    lines = unrut("signal", a_file(tmp_path, [6.0, None])).stdout.splitlines()

    assert lines[-2:] == ["  5 January 2026: 6.0, too early to say", "  12 January 2026: no score"]


def test_options_change_the_rules(unrut: Any, me: Person, tmp_path: Path) -> None:
    file = a_file(tmp_path, fallen())
    options = ("--false-alarms", "20", "--line", "0", "--restart", "2026-07-22", "--restart", "2026-03-02")

    told = json.loads(unrut("signal", file, "--json", *options).stdout)

    assert (told["false_alarms"], told["low_line"]) == (20, 0.0)
    assert told["restarts"] == ["2026-07-22", "2026-03-02"]
    assert told["weeks"][-1]["answered"] == 12
    assert told["weeks"][-1]["state"] == "steady"


def test_standard_input_is_read(unrut: Any, me: Person) -> None:
    told = json.loads(unrut("signal", "-", "--json", given="week,score\n2026-11-16,6\n").stdout)

    assert [week["state"] for week in told["weeks"]] == ["too_little"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"week,score\n2026-11-02,4\n2026-11-04,5\n", "Line 3 of mine.csv is in the same week as line 2"),
        (
            b"week,score\n2026-11-02,4\n2027-01-04,5\n",
            "Line 3 of mine.csv is about 2027-01-04, which has not come",
        ),
        (b"week,score\n2026-11-02,NaN\n", 'Line 2 of mine.csv has "NaN" as its score'),
        (b"week,score\n2026-11-02,11\n", 'Line 2 of mine.csv has "11" as its score'),
        (b"week,score\n2026-11-02,seven\n", 'Line 2 of mine.csv has "seven" as its score'),
        (b"week,mood\n2026-11-02,7\n", 'mine.csv needs a column "week" and a column "score"'),
        (b"", 'mine.csv needs a column "week" and a column "score"'),
        (b"\xff\xfe\x00", 'mine.csv needs a column "week" and a column "score"'),
    ],
)
@pytest.mark.parametrize("option", [(), ("--json",)])
def test_bad_table_is_one_sentence_and_nothing_else(
    unrut: Any, me: Person, tmp_path: Path, content: bytes, sentence: str, option: tuple[str, ...]
) -> None:
    file = tmp_path / "mine.csv"
    file.write_bytes(content)

    result = unrut("signal", str(file), *option)

    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith(sentence)
    assert len(result.stderr.splitlines()) == 1


def test_missing_file_is_one_sentence(unrut: Any, me: Person, tmp_path: Path) -> None:
    result = unrut("signal", str(tmp_path / "none.csv"))

    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith(f"{tmp_path / 'none.csv'} cannot be used: No such file")


@pytest.mark.parametrize("option", [("--false-alarms", "7"), ("--restart", "soon")])
def test_option_that_is_no_choice_is_wrong_usage(unrut: Any, me: Person, option: tuple[str, str]) -> None:
    result = unrut("signal", *option)

    assert result.exit_code == 2
    assert option[1] in result.stderr


def test_two_hundred_years_are_read(unrut: Any, me: Person, tmp_path: Path) -> None:
    scores: list[float | None] = [6 + UPS[week % len(UPS)] for week in range(200 * 52)]

    told = json.loads(unrut("signal", a_file(tmp_path, scores, date(1827, 1, 1)), "--json").stdout)

    assert [told["weeks"][place]["week"] for place in (0, -1)] == ["1827-01-01", "2026-04-20"]
    assert {week["state"] for week in told["weeks"][8:]} == {"steady"}


@pytest.mark.parametrize("line", ["NaN", "inf", "-inf", "-1", "11", "10.1", "", "low", "1e0", "٤"])
def test_line_that_is_no_number_of_the_scale_is_refused(unrut: Any, me: Person, line: str) -> None:
    result = unrut("signal", "--json", "--line", line)

    assert (result.exit_code, result.stdout) == (2, "")
    assert f"The line for low weeks cannot be {line}. Give a number from 0 to 10." in result.stderr


@pytest.mark.parametrize(("line", "kept"), [("4,5", 4.5), ("4.5", 4.5), ("0", 0.0), ("10", 10.0)])
def test_line_is_read_with_a_point_or_a_comma(unrut: Any, me: Person, line: str, kept: float) -> None:
    assert json.loads(unrut("signal", "--json", "--line", line).stdout)["low_line"] == kept
