"""Asking git about a folder that may not be one's own: nothing in it may run a program, and no answer is endless."""

import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from threading import Event, Timer

from unrut.importers.contract import UnreadableFileError

LONGEST_WAIT = 60  # seconds
LARGEST_LOG = 64 * 1024 * 1024
# The settings of a folder can name programs for git to start; these leave none of them in force.
_QUIET = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.pager=cat"),
    *("-c", "log.showSignature=false"),
    *("-c", "diff.external="),
)
_KEPT = frozenset({"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_EXEC_PATH"})


def ask_git(folder: Path, *arguments: str) -> str:
    """What a command of git answers.

    Raises UnreadableFileError with a sentence when it cannot.
    """
    code, told, complaint = _run(folder, arguments)
    if code:
        raise UnreadableFileError(_why(folder, complaint))
    return told


def setting(folder: Path, name: str) -> str:
    """A setting of git in a folder; "" where it has none."""
    return _run(folder, ("config", "--get", name))[1].strip()


def _run(folder: Path, arguments: tuple[str, ...]) -> tuple[int, str, str]:
    command = ["git", "-C", str(folder), "--no-pager", "--no-optional-locks", *_QUIET, *arguments]
    with tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(  # noqa: S603 - a list of arguments, no shell
                command,
                env=_environment(os.environ),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=complaints,
            )
        except FileNotFoundError as error:
            raise UnreadableFileError(
                "git is not installed on this machine. Install it and try again."
            ) from error
        told = _answer(folder, process)
        complaints.seek(0)
        complaint = complaints.read(LARGEST_LOG).decode("utf-8", "replace")
    return process.returncode, told.decode("utf-8", "replace"), complaint


def _answer(folder: Path, process: subprocess.Popen[bytes]) -> bytes:
    """What the process writes; it is stopped when it writes too much or takes too long."""
    is_late = Event()

    def stop() -> None:
        is_late.set()
        process.kill()

    timer = Timer(LONGEST_WAIT, stop)
    timer.start()
    try:
        with process:
            told = process.stdout.read(LARGEST_LOG + 1) if process.stdout else b""
            if len(told) > LARGEST_LOG:
                process.kill()
    finally:
        timer.cancel()
    if is_late.is_set():
        raise UnreadableFileError(
            f"git took longer than {LONGEST_WAIT} seconds in {folder}. Say since when, and try again."
        )
    if len(told) > LARGEST_LOG:
        raise UnreadableFileError(f"The history of {folder} is too long to read at once. Say since when.")
    return told


def _environment(around: Mapping[str, str]) -> dict[str, str]:
    """What is set around us, without what would lead git to another folder or let it fetch or ask."""
    kept = {name: value for name, value in around.items() if not name.startswith("GIT_") or name in _KEPT}
    return {
        **kept,
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_PAGER": "cat",
        # A folder may say that what it lacks is to be fetched, and by which program: that is the way to run one.
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        "LC_ALL": "C",
        "LANGUAGE": "",
    }


def _why(folder: Path, told: str) -> str:
    if "dubious ownership" in told:
        return (
            f"{folder} belongs to somebody else, so git does not open it. If you trust it, say so to git: "
            f"git config --global --add safe.directory {folder}"
        )
    if "does not have any commits" in told or "bad revision 'HEAD'" in told:
        return f"{folder} has no commits to read yet. Come back when it has."
    if "not a git repository" in told:
        return f"{folder} is no folder with git. Name one that holds the .git of your work."
    return f"git cannot read the history of {folder}: some of it is missing or broken. Fetch it whole, or say since when."
