"""The short way of `unrut note`: a real store in a real file, made once by the long way and copied for each test."""

import io
import json
import os
import re
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest

from note_store import MONDAY, TODAY, change, in_process_of_its_own, rows
from unrut.cli import fast_note
from unrut.config import load_config
from unrut.home import DATABASE_FILE, SCHEMA_VERSION, home_path

pytestmark = pytest.mark.unit

HEAVY = (
    "click",
    "dataclasses",
    "django",
    "json",
    "numpy",
    "pathlib",
    "platformdirs",
    "tomllib",
    "typing",
    "uuid",
)
# Each is one call: the words, the kind said by option, the week said by option.
CALLS = [
    ("a calm day", None, None),
    ("+ a good talk with Ana", None, None),
    ("- three status meetings", None, None),
    ("+ a good talk with Ana", None, None),
    ("• a bullet\n* another\n– and a third\n\n - and one disliked", None, None),
    ("- a list of liked things\n- without a sign", "like", None),
    ("+ a sign stays where the kind is said", "dislike", None),
    ("nul \x00 inside\x00", None, None),
    ("- \x00- twice", None, None),
    ("über “quotes”, 日本語, \U0001f642", "like", None),
    ("an earlier week", "like", "2026-03-01"),
    ("x" * 20_000, "dislike", None),
    ("-\u00a0- kept dash", None, None),
]
SLOWLY = """
import json, sys
from datetime import date
from unrut.cli.fast_note import entries_of
from unrut.cli.slow_note import keep_slowly
calls = json.load(sys.stdin)
told = [keep_slowly(entries_of(text, kind), week and date.fromisoformat(week)) for text, kind, week in calls]
print(json.dumps(told))
"""
LOADED = f"""
import sys
from unrut.__main__ import main
sys.argv = ["unrut", "note", "+ a calm day"]
code = main()
print(code, *[name for name in {HEAVY!r} if name in sys.modules])
"""


def type_in(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_rows_of_both_ways_are_equal_column_by_column(
    made_home: Path, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    shutil.copytree(made_home, other)
    slow = in_process_of_its_own(other, "-c", SLOWLY, given=json.dumps(CALLS))
    answers = []

    for text, kind, week in CALLS:
        options = [f"--{kind}"] * bool(kind) + [f"--week={week}"] * bool(week)
        assert fast_note.main([*options, "--json", "--", text]) == 0
        answers.append(json.loads(capsys.readouterr().out))

    fast_rows, slow_rows = rows(home), rows(other)
    uids = [row.pop("uid") for row in fast_rows] + [row.pop("uid") for row in slow_rows]
    assert fast_rows == slow_rows
    assert answers == json.loads(slow.stdout)
    assert all(re.fullmatch("[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}", uid) for uid in uids)
    assert len(set(uids)) == len(uids)


def test_row_covers_every_column(home: Path) -> None:
    fast_note.main(["+ a calm day"])

    (row,) = rows(home)
    assert row.pop("uid")
    assert row == {
        "id": 1,
        "owner_id": rows(home, "SELECT id FROM unrut_person")[0]["id"],
        "week": MONDAY,
        "written_on": TODAY,
        "kind": "like",
        "text": "a calm day",
        "job_id": rows(home, "SELECT id FROM unrut_job")[0]["id"],
        "read_as": "",
        "readings": None,
    }


def test_note_has_no_job_when_there_is_no_present_one(home: Path) -> None:
    change(home, "UPDATE unrut_job SET is_present = 0")

    fast_note.main(["a calm day"])

    assert [row["job_id"] for row in rows(home)] == [None]


@pytest.mark.parametrize(
    ("dates", "has_job"),
    [
        ("started_on = '2026-03-08'", True),
        ("started_on = '2026-03-09'", False),
        ("started_on = NULL, ended_on = '2026-03-02', is_present = 0", True),
        ("started_on = NULL, ended_on = '2026-03-01', is_present = 0", False),
        ("started_on = '2026-03-01', ended_on = NULL, is_present = 0", True),
    ],
)
def test_note_about_an_earlier_week_has_the_job_of_that_week(
    home: Path, dates: str, *, has_job: bool
) -> None:
    change(home, f"UPDATE unrut_job SET {dates}")

    fast_note.main(["--week", "2026-03-04", "a calm day"])

    assert [row["job_id"] is not None for row in rows(home)] == [has_job]


def test_note_loads_nothing_heavy(home: Path) -> None:
    done = in_process_of_its_own(home, "-c", LOADED)

    assert done.stdout.splitlines()[-1] == "0"
    assert done.stderr == ""


def test_known_lines_are_found_by_the_index(home: Path) -> None:
    connection = sqlite3.connect(home / DATABASE_FILE)

    plan = connection.execute(f"EXPLAIN QUERY PLAN {fast_note.KNOWN}", (1, MONDAY, "like", "x")).fetchall()
    connection.close()

    assert [row[3] for row in plan] == ["SEARCH unrut_note USING INDEX notes_by_week (owner_id=? AND week=?)"]


@pytest.mark.parametrize(
    ("words", "kind", "text"),
    [
        (["a", "calm", "day"], "unsorted", "a calm day"),
        (["+ a calm day"], "like", "a calm day"),
        (["+a calm day"], "like", "a calm day"),
        (["-however it went"], "dislike", "however it went"),
        (["-", "boring"], "dislike", "boring"),
        (["-x"], "dislike", "x"),
        (["a calm day", "--like"], "like", "a calm day"),
        (["--dislike", "a", "calm", "day"], "dislike", "a calm day"),
        (["--like", "-", "x"], "like", "x"),
        (["--", "a", "--like", "b"], "unsorted", "a --like b"),
        (["bad \udce9 byte"], "unsorted", "bad ? byte"),
    ],
)
def test_words_become_a_note(home: Path, words: list[str], kind: str, text: str) -> None:
    code = fast_note.main(words)

    assert code == 0
    assert [(row["kind"], row["text"]) for row in rows(home)] == [(kind, text)]


@pytest.mark.parametrize("words", [[], ["-"]])
def test_standard_input_is_read_a_note_a_line(
    home: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    type_in(monkeypatch, "\ufeff+ one\n- two\n\n  three \xff\n".encode() + b"bad \xff byte")

    fast_note.main(words)

    expected = [("like", "one"), ("dislike", "two"), ("unsorted", "three ÿ"), ("unsorted", "bad \ufffd byte")]
    assert [(row["kind"], row["text"]) for row in rows(home)] == expected


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["+ x"], "Kept as liked in the week of 16 November."),
        (["- x"], "Kept as disliked in the week of 16 November."),
        (["x"], f"Kept unsorted in the week of 16 November. {fast_note.HINT}"),
        (["--week=2026-03-01", "--like", "x"], "Kept as liked in the week of 23 February."),
        (["+ x\n+ y\n- z"], "3 notes kept in the week of 16 November: 2 as liked, 1 as disliked."),
        (["+ x\ny"], f"2 notes kept in the week of 16 November: 1 as liked, 1 unsorted. {fast_note.HINT}"),
        (["+ x\n+ x"], "Kept as liked in the week of 16 November."),
    ],
)
def test_answer_says_what_was_kept(
    home: Path, capsys: pytest.CaptureFixture[str], words: list[str], answer: str
) -> None:
    fast_note.main(words)

    assert capsys.readouterr() == (f"{answer}\n", "")


def test_known_line_is_not_added_again(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fast_note.main(["+ x"])
    capsys.readouterr()

    code = fast_note.main(["+ x"])

    assert code == 0
    assert capsys.readouterr().out == "Already there in the week of 16 November; nothing was added.\n"
    assert len(rows(home)) == 1


def test_wrong_day_is_answered_with_how_to_write_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        fast_note.main(["--week", "20261120", "x"])

    told = capsys.readouterr().err.splitlines()[-1]
    assert stopped.value.code == 2
    assert told == (
        'unrut note: error: argument --week: "20261120" is not a day of the calendar. Write it like 2026-11-20.'
    )


def test_home_is_the_same_for_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    for named in ("/tmp/somewhere", "~/here", "below"):
        monkeypatch.setenv("UNRUT_HOME", named)

        assert Path(home_path(os.environ)) == load_config().home


def test_home_is_the_data_folder_of_the_platform_otherwise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")

    assert Path(home_path({})).name == "unrut"


def test_store_of_this_version_is_needed(made_home: Path) -> None:
    assert rows(made_home, "PRAGMA user_version") == [{"user_version": SCHEMA_VERSION}]
