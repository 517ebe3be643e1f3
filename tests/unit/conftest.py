"""A store in a real file, made once by the long way and copied for each test of `unrut note`."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from note_store import MONDAY, TODAY, in_process_of_its_own


@pytest.fixture(scope="session")
def made_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("made") / "home"
    done = in_process_of_its_own(home, "-m", "unrut", "job", "--title", "Analyst")
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture
def home(made_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = tmp_path / "copy"
    shutil.copytree(made_home, copy)
    monkeypatch.setenv("UNRUT_HOME", str(copy))
    monkeypatch.setenv("UNRUT_TODAY", TODAY)
    return copy


@pytest.fixture
def long_way(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, Any]]:
    """Calls that went the long way round, which is not walked here."""
    calls: list[tuple[Any, Any]] = []

    def keep(entries: Sequence[Any], week: date | None) -> list[dict[str, Any]]:
        calls.append((entries, week))
        return [{"week": MONDAY, "kind": "like", "text": "kept slowly", "is_new": True}]

    monkeypatch.setattr("unrut.cli.slow_note.keep_slowly", keep)
    return calls
