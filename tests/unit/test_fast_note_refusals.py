"""What `unrut note` leaves to the long way round, and what it answers when the store cannot be used."""

import sqlite3
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from note_store import change, rows
from unrut.cli import fast_note, fast_store
from unrut.home import DATABASE_FILE

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("statement", ["PRAGMA user_version = 0", "UPDATE unrut_person SET handle = 'other'"])
def test_store_that_is_not_ready_goes_the_long_way(home: Path, long_way: list[Any], statement: str) -> None:
    change(home, statement)

    code = fast_note.main(["x"])

    assert code == 0
    assert long_way == [([("unsorted", "x")], None)]
    assert rows(home) == []


def test_missing_store_goes_the_long_way(home: Path, long_way: list[Any]) -> None:
    (home / DATABASE_FILE).unlink()

    fast_note.main(["x"])

    assert long_way == [([("unsorted", "x")], None)]
    assert not (home / DATABASE_FILE).exists()


@pytest.mark.parametrize("settings", ["port =", 'database = "postgresql://there"', 'today = "soon"'])
def test_settings_file_that_needs_care_goes_the_long_way(
    home: Path, monkeypatch: pytest.MonkeyPatch, long_way: list[Any], settings: str
) -> None:
    monkeypatch.delenv("UNRUT_TODAY")
    (home / "unrut.toml").write_text(settings)

    fast_note.main(["x"])

    assert long_way == [([("unsorted", "x")], None)]


@pytest.mark.parametrize(
    ("words", "call"),
    [
        (["--week", "2026-11-23", "x"], ([("unsorted", "x")], date(2026, 11, 23))),
        (["--week", "1939-12-31", "x"], ([("unsorted", "x")], date(1939, 12, 31))),
        (["x" * 20_001], ([("unsorted", "x" * 20_001)], None)),
        (["•"], ([], None)),
    ],
)
def test_words_that_need_care_go_the_long_way(
    home: Path, long_way: list[Any], words: list[str], call: tuple[Any, Any]
) -> None:
    fast_note.main(words)

    assert long_way == [call]
    assert rows(home) == []


@pytest.mark.parametrize(
    ("variable", "value"), [("UNRUT_TODAY", "soon"), ("UNRUT_DATABASE", "postgresql://x")]
)
def test_variable_that_needs_care_goes_the_long_way(
    home: Path, monkeypatch: pytest.MonkeyPatch, long_way: list[Any], variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)

    fast_note.main(["x"])

    assert long_way == [([("unsorted", "x")], None)]


def test_nothing_in_a_terminal_goes_the_long_way(
    home: Path, monkeypatch: pytest.MonkeyPatch, long_way: list[Any]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    fast_note.main([])

    assert long_way == [([], None)]


def test_day_of_the_settings_file_is_today(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UNRUT_TODAY")
    (home / "unrut.toml").write_text('today = "2026-01-07"')

    fast_note.main(["x"])

    assert [(row["week"], row["written_on"]) for row in rows(home)] == [("2026-01-05", "2026-01-07")]


def test_today_is_the_day_of_the_clock_otherwise(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UNRUT_TODAY")
    monkeypatch.setattr(fast_store, "local_day", lambda: date(2026, 5, 3))

    fast_note.main(["x"])

    assert [(row["week"], row["written_on"]) for row in rows(home)] == [("2026-04-27", "2026-05-03")]


def test_full_disk_is_one_sentence_and_keeps_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class SmallDisk(sqlite3.Connection):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            pages = self.execute("PRAGMA page_count").fetchone()[0]
            self.execute(f"PRAGMA max_page_count = {pages}")

    real = sqlite3.connect
    monkeypatch.setattr(
        fast_note.sqlite3, "connect", lambda *told, **more: real(*told, factory=SmallDisk, **more)
    )

    code = fast_note.main(["+ one\n- " + "x" * 20_000])

    monkeypatch.undo()
    assert code == 4
    assert capsys.readouterr().err.startswith("The disk is full, so nothing was saved. Make room on the disk")
    assert rows(home) == []


def test_busy_store_is_one_sentence(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = sqlite3.connect(home / DATABASE_FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(fast_store, "LOCK_SECONDS", 0.01)

    code = fast_note.main(["x"])

    other.close()
    assert code == 4
    assert capsys.readouterr().err == (
        f"{home / DATABASE_FILE} is busy in another program. Wait a moment and try again; nothing was saved.\n"
    )


def test_file_that_is_no_store_is_one_sentence(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / DATABASE_FILE).write_bytes(b"this is no database, whatever its name says" * 40)

    code = fast_note.main(["x"])

    assert code == 4
    assert capsys.readouterr().err == (
        f"{home / DATABASE_FILE} is not an Unrut store or is damaged. Put back a copy from the folder backups.\n"
    )


def test_interruption_is_quiet(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(fast_note, "_keep_fast", interrupted)

    code = fast_note.main(["x"])

    assert code == 130
    assert capsys.readouterr() == ("", "")


def test_mistake_of_our_own_is_not_hidden(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(*_: Any) -> None:
        raise ValueError("ours")

    monkeypatch.setattr(fast_note, "_keep_fast", mistaken)

    with pytest.raises(ValueError, match="ours"):
        fast_note.main(["x"])
