import errno
import io
import json
import runpy
import sqlite3
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from django.db import OperationalError

from unrut import __version__
from unrut.__main__ import main
from unrut.cli import failures
from unrut.cli.failures import explain
from unrut.cli.main import COMMANDS, group, run
from unrut.config import OFFICIAL_OCCUPATIONS, OPTIONS, ConfigError
from unrut.core.errors import InvalidInputError
from unrut.errors import EXIT_CODE_MEANINGS, ConflictError, ExitCode

pytestmark = pytest.mark.integration

ROOT = Path(__file__).resolve().parents[3]
DISK_FULL = "The disk is full, so "


def from_django(message: str) -> OperationalError:
    """As Django raises what SQLite said."""
    error = OperationalError("something else")
    error.__cause__ = sqlite3.OperationalError(message)
    return error


@pytest.mark.parametrize(
    ("error", "sentence", "code"),
    [
        (InvalidInputError("Wrong."), "Wrong.", ExitCode.INPUT),
        (ConflictError("Saved elsewhere."), "Saved elsewhere.", ExitCode.REFUSED),
        (ConfigError("Set it."), "Set it.", ExitCode.USAGE),
        (KeyboardInterrupt(), "", ExitCode.INTERRUPTED),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), "", ExitCode.REFUSED),
        (
            FileNotFoundError(errno.ENOENT, "No such file", "a.csv"),
            "a.csv cannot be used: No such file. Check the name and the rights, then try again.",
            ExitCode.INPUT,
        ),
        (
            OSError("odd"),
            "The output cannot be used: odd. Check the name and the rights, then try again.",
            ExitCode.INPUT,
        ),
        (
            OSError(errno.ENOSPC, "No space", "out.json"),
            f"{DISK_FULL}out.json is not complete. Make room and try again.",
            ExitCode.STORE,
        ),
    ],
)
def test_error_has_a_sentence_and_a_code(error: BaseException, sentence: str, code: ExitCode) -> None:
    assert explain(error) == (sentence, code)


@pytest.mark.parametrize("make", [sqlite3.OperationalError, OperationalError, from_django])
def test_database_error_is_told_by_the_store(make: Any, own_home: Path) -> None:
    told = explain(make("database or disk is full"))

    assert told == (
        f"{DISK_FULL}nothing was saved. Make room on the disk that holds {own_home / 'unrut.sqlite3'} and save again.",
        ExitCode.STORE,
    )


def test_hosted_database_is_not_called_by_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNRUT_DATABASE", "postgresql://unrut:secret@there/unrut")

    told = explain(from_django("connection refused"))

    assert told == (
        "the database answered: connection refused. Nothing was saved; try again.",
        ExitCode.STORE,
    )


def test_database_error_is_known_without_django(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "django.db")

    assert explain(OperationalError("locked")) is None
    assert explain(ValueError("ours")) is None


def test_mistake_of_our_own_is_not_hidden(unrut: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(_: object) -> None:
        raise ValueError("ours")

    monkeypatch.setattr("unrut.cli.opened.open_store", mistaken)

    assert isinstance(unrut("why").exception, ValueError)


def test_interruption_is_quiet(unrut: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("unrut.cli.opened.open_store", interrupted)

    result = unrut("why")

    assert (result.exit_code, result.output) == (130, "")


def test_unknown_command_is_a_wrong_usage(unrut: Any) -> None:
    result = unrut("frob")

    assert result.exit_code == 2
    assert "No such command 'frob'." in result.stderr


@pytest.mark.parametrize(("arguments", "code"), [(["--version"], 0), (["frob"], 2)])
def test_run_gives_the_exit_code(capfd: pytest.CaptureFixture[str], arguments: list[str], code: int) -> None:
    assert run(arguments) == code


def test_run_takes_any_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())

    code = run(["--version"])

    assert (code, sys.stdout.getvalue()) == (0, f"unrut {__version__}\n")


def test_output_that_cannot_be_written_does_not_complain_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    turned = []

    class Closed:
        def flush(self) -> None:
            raise BrokenPipeError

        def fileno(self) -> int:
            return 1

    monkeypatch.setattr(failures.sys, "stdout", Closed())
    monkeypatch.setattr(failures.os, "open", lambda *_: 7)
    monkeypatch.setattr(failures.os, "dup2", lambda *numbers: turned.append(numbers))

    failures.settle_output()

    monkeypatch.undo()
    assert turned == [(7, 1)]


def test_help_names_every_command_and_exit_code(unrut: Any) -> None:
    lines = unrut("--help").stdout.splitlines()

    commands = lines[lines.index("Commands:") + 1 :]
    assert [line.split()[0] for line in commands[: len(COMMANDS)]] == list(COMMANDS)
    assert [line.split(maxsplit=1) for line in lines[lines.index("  Exit codes:") + 1 :]] == [
        [str(int(code)), meaning] for code, meaning in EXIT_CODE_MEANINGS.items()
    ]
    assert set(EXIT_CODE_MEANINGS) == set(ExitCode)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(unrut: Any, name: str) -> None:
    result = unrut(name, "--help")

    assert result.exit_code == 0
    assert f"Example: unrut {name}" in result.stdout


def test_every_command_goes_by_its_name() -> None:
    found = [group.get_command(click.Context(group), name) for name in COMMANDS]

    assert [command and command.name for command in found] == list(COMMANDS)


def test_settings_are_shown_with_their_values(unrut: Any, own_home: Path) -> None:
    lines = unrut("settings").stdout.splitlines()

    assert lines[:3] == [
        f"Set them as variables, or in {own_home / 'unrut.toml'}.",
        "",
        f"home = {own_home}",
    ]
    assert [line for line in lines if " = " in line][1:] == [
        "port = 8420",
        "browser = no",
        "database = not set",
        "today = 2026-11-20",
        f"occupations = {OFFICIAL_OCCUPATIONS}",
    ]
    assert [line for line in lines if line.startswith("  UNRUT_")] == [
        f"  {option.variable}: {option.help}" for option in OPTIONS
    ]


def test_settings_in_json_hide_the_password(
    unrut: Any, monkeypatch: pytest.MonkeyPatch, own_home: Path
) -> None:
    monkeypatch.setenv("UNRUT_DATABASE", "postgresql://unrut:se@cret@there/unrut")

    told = json.loads(unrut("settings", "--json").stdout)

    assert told == {
        "home": str(own_home),
        "port": 8420,
        "browser": False,
        "database": "postgresql://unrut:...@there/unrut",
        "today": "2026-11-20",
        "occupations": OFFICIAL_OCCUPATIONS,
    }


def test_setting_that_cannot_be_is_one_sentence(unrut: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNRUT_PORT", "many")

    result = unrut("settings")

    assert result.exit_code == 2
    assert result.stderr == (
        'The port is "many". Set UNRUT_PORT to a whole number from 1 to 65535, or 0 for any free one.\n'
    )


@pytest.mark.parametrize("words", [["note", "--help"], ["note"]])
def test_note_is_handed_on_by_the_list_of_commands(
    unrut: Any, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    handed = []
    monkeypatch.setattr("unrut.cli.commands.note.main", lambda told: handed.append(tuple(told)) or 3)

    result = unrut("note", "--like", "-x", "y", *words[1:])

    assert result.exit_code == 3
    assert handed == [("--like", "-x", "y", *words[1:])]


@pytest.mark.docs
def test_page_of_commands_is_up_to_date() -> None:
    made = runpy.run_path(str(ROOT / "tools" / "write_command_docs.py"))["command_page"]()

    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == made


@pytest.mark.parametrize(
    ("arguments", "way"), [(["note", "--like", "x"], "fast"), (["why"], "click"), ([], "click")]
)
def test_notes_go_the_short_way_and_all_else_through_click(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], way: str
) -> None:
    taken = []
    monkeypatch.setattr("unrut.cli.fast_note.main", lambda told: taken.append(("fast", told)) or 7)
    monkeypatch.setattr("unrut.cli.main.run", lambda told: taken.append(("click", told)) or 7)
    monkeypatch.setattr(sys, "argv", ["unrut", *arguments])

    code = main()

    assert code == 7
    assert taken == [(way, arguments[1:] if way == "fast" else arguments)]


def test_package_runs_as_a_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["unrut", "--version"])

    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(ROOT / "src" / "unrut" / "__main__.py"), run_name="__main__")

    assert ended.value.code == 0
    assert capsys.readouterr().out == f"unrut {__version__}\n"
