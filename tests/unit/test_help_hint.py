"""The hint of `unrut note`: the short way and the long way say the same, and nothing of it stays."""

import shutil
from pathlib import Path

import pytest

from note_store import in_process_of_its_own, rows
from unrut.cli import fast_note
from unrut.cli.help_hint import hint_for
from unrut.core.reflect.safety import Concern

pytestmark = pytest.mark.unit

SLOW = "from unrut.cli import fast_note; fast_note._keep_fast = lambda *_: None; fast_note.main({!r})"
GRAVE = "- I want to die"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a calm day", ""),
        ("I want to kill myself", "Whom to call: unrut help-lines"),
        ("I want to die", "Whom to call: unrut help-lines"),
        ("he pulled a knife on me", "What to do: unrut help-lines respect"),
        ("they bully me", "What to do about it: unrut help-lines respect"),
        ("this job is killing me", "here is help: unrut help-lines"),
    ],
)
def test_hint_names_the_command_that_helps(text: str, hint: str) -> None:
    assert hint_for([text]).endswith(hint)
    assert bool(hint_for([text])) is bool(hint)


def test_every_concern_has_a_hint() -> None:
    from unrut.cli import help_hint

    assert set(help_hint._HINTS) == set(Concern)


@pytest.mark.parametrize("words", [[GRAVE], [GRAVE, "--json"], ["- this job is killing me"], ["a calm day"]])
def test_both_ways_say_the_same(home: Path, tmp_path: Path, words: list[str]) -> None:
    other = tmp_path / "other"
    shutil.copytree(home, other)

    fast = in_process_of_its_own(home, "-m", "unrut", "note", *words)
    slow = in_process_of_its_own(other, "-c", SLOW.format(words))

    assert (fast.stdout, fast.stderr) == (slow.stdout, slow.stderr)
    assert bool(fast.stderr) is ("calm" not in words[0])


def test_hint_leaves_nothing_behind(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = sorted(file.name for file in home.iterdir() if "sqlite3-" not in file.name)

    fast_note.main([GRAVE])

    (row,) = rows(home)
    assert capsys.readouterr().err.endswith("Whom to call: unrut help-lines\n")
    assert (row["text"], row["kind"]) == ("I want to die", "dislike")
    assert sorted(file.name for file in home.iterdir() if "sqlite3-" not in file.name) == files
    assert rows(home, "SELECT count(*) AS number FROM unrut_preference")[0]["number"] == 0
