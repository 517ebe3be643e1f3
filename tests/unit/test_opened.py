"""How far reading is, is told where somebody waits for it."""

import pytest

from unrut.cli.opened import LONG, tell_progress

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("done", "all_of", "is_terminal", "told"),
    [
        (128, LONG, True, f"\rReading your notes: 128 of {LONG}"),
        (LONG, LONG, True, f"\rReading your notes: {LONG} of {LONG}\n"),
        (128, 2_000, True, "\rReading your notes: 128 of 2,000"),
        (10, LONG - 1, True, ""),
        (128, 2_000, False, ""),
    ],
)
def test_progress_is_told_on_a_terminal_and_when_it_takes_long(
    done: int,
    all_of: int,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    is_terminal: bool,
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: is_terminal)

    tell_progress(done, all_of)

    assert capsys.readouterr().err == told
