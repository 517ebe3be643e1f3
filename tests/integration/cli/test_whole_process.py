"""The program as a person starts it: a process of its own, on a home of its own."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from unrut.config import DATABASE_FILE, LOOPBACK

pytestmark = pytest.mark.integration

UNRUT = [sys.executable, "-m", "unrut"]
HEAVY = ("django", "numpy", "icalendar", "waitress", "selectolax")
LOADED = f"""
import sys
from unrut.__main__ import main
sys.argv = ["unrut", *sys.argv[1:]]
try:
    code = main()
except SystemExit as end:
    code = end.code
print(code, *[name for name in {HEAVY!r} if name in sys.modules])
"""
PATIENCE = 30.0


def environment(home: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "UNRUT_HOME": str(home), "UNRUT_BROWSER": "no", **more}


def unrut(home: Path, *arguments: str, given: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*UNRUT, *arguments],
        input=given,
        env=environment(home, **more),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def started() -> Iterator[list[subprocess.Popen[str]]]:
    """Servers, which are stopped whatever happens."""
    servers: list[subprocess.Popen[str]] = []
    yield servers
    for server in servers:
        server.kill()
        server.communicate()


def start(servers: list[subprocess.Popen[str]], home: Path, *arguments: str) -> str:
    """Start a server; the link it prints once it can be reached."""
    server = subprocess.Popen(
        [*UNRUT, *arguments],
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    servers.append(server)
    assert server.stdout is not None
    return server.stdout.readline().removeprefix("Unrut is at ").strip()


def stop(server: subprocess.Popen[str], number: int = signal.SIGINT) -> tuple[int, str]:
    """Ask it to stop; exit code and what it said on standard error."""
    server.send_signal(number)
    _, told = server.communicate(timeout=PATIENCE)
    return server.returncode, told


def port_of(link: str) -> int:
    return int(link.split(":")[2].split("/", maxsplit=1)[0])


def test_first_note_makes_the_store(tmp_path: Path) -> None:
    home = tmp_path / "new" / "home"

    done = unrut(home, "note", "+ a calm day", UNRUT_TODAY="2026-11-20")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Kept as liked in the week of 16 November.\n"
    with sqlite3.connect(home / DATABASE_FILE) as connection:
        assert connection.execute("SELECT kind, text FROM unrut_note").fetchall() == [("like", "a calm day")]
    connection.close()


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["goal", "--help"], ["note", "--help"]])
def test_help_loads_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            LOADED,
            *arguments,
        ],
        env=environment(tmp_path / "home"),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout.splitlines()[-1], done.stderr) == ("0", "")
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("arguments", [["note", "x"], ["why"]])
def test_home_that_is_a_file_is_one_sentence(tmp_path: Path, arguments: list[str]) -> None:
    home = tmp_path / "home"
    home.write_text("mine")

    done = unrut(home, *arguments)

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        f"{home} cannot be written (File exists). Make the folder writable, or name another one in UNRUT_HOME.\n"
    )


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that even root cannot write")
@pytest.mark.parametrize("arguments", [["note", "x"], ["export"]])
def test_home_that_cannot_be_written_is_one_sentence(arguments: list[str]) -> None:
    done = unrut(Path("/proc/self/unrut"), *arguments)

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("/proc/self/unrut cannot be written (")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [["note", "x"], ["next"]])
def test_newer_store_is_refused_and_left_alone(tmp_path: Path, arguments: list[str]) -> None:
    connection = sqlite3.connect(tmp_path / DATABASE_FILE)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = (tmp_path / DATABASE_FILE).read_bytes()

    done = unrut(tmp_path, *arguments)

    assert (done.returncode, done.stdout) == (4, "")
    assert "was written by a newer Unrut (store version 99, this program knows" in done.stderr
    assert (tmp_path / DATABASE_FILE).read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [["settings"], ["note", "x"], ["export"]])
def test_output_on_a_full_disk_is_one_sentence(tmp_path: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*UNRUT, *arguments],
            env=environment(tmp_path),
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )

    assert done.returncode == 4
    assert done.stderr == "The disk is full, so the output is not complete. Make room and try again.\n"


@pytest.mark.parametrize("arguments", [["settings"], ["note", "x"], ["export"]])
def test_reader_that_has_gone_is_no_trouble(tmp_path: Path, arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        [*UNRUT, *arguments],
        env=environment(tmp_path),
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )

    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


def test_start_serves_until_ctrl_c(tmp_path: Path, started: list[subprocess.Popen[str]]) -> None:
    link = start(started, tmp_path, "--port", "0")

    signed_in = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with signed_in.open(link) as answer:
        status = answer.status
    code, told = stop(started[0])

    assert (status, code, told) == (200, 0, "")
    assert not (tmp_path / "server.json").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no polite kill on Windows")
def test_start_ends_cleanly_when_killed_politely(
    tmp_path: Path, started: list[subprocess.Popen[str]]
) -> None:
    start(started, tmp_path, "start", "--port", "0")

    code, told = stop(started[0], signal.SIGTERM)

    assert (code, told) == (0, "")
    assert not (tmp_path / "server.json").exists()


def test_start_again_prints_a_fresh_link_to_the_same(
    tmp_path: Path, started: list[subprocess.Popen[str]]
) -> None:
    link = start(started, tmp_path, "start", "--port", "0")

    again = unrut(tmp_path, "--port", str(port_of(link)))

    fresh = again.stdout.removeprefix("Unrut is at ").strip()
    assert (again.returncode, again.stderr) == (0, "It runs already; here is a fresh link.\n")
    assert port_of(fresh) == port_of(link)
    assert fresh != link
    assert stop(started[0])[0] == 0


def test_port_in_use_is_one_sentence(tmp_path: Path) -> None:
    with socket.create_server((LOOPBACK, 0)) as other:
        port = other.getsockname()[1]

        done = unrut(tmp_path, "start", UNRUT_PORT=str(port))

    assert (done.returncode, done.stdout) == (5, "")
    assert done.stderr == (
        f"Port {port} is in use by another program. Stop that one, or start with unrut --port {port + 1}.\n"
    )


def test_demo_leaves_nothing_behind(
    tmp_path: Path, started: list[subprocess.Popen[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    own = tmp_path / "own"

    link = start(started, own, "demo")
    folder = next(tmp_path.glob("unrut-example-*"))
    noted = json.loads((folder / "server.json").read_text())
    code, told = stop(started[0])

    assert noted["port"] == port_of(link)
    assert (code, told) == (0, f"This is an invented example in {folder}. Ctrl-C stops it.\n")
    assert not folder.exists()
    assert not own.exists()


def test_terminal_of_another_alphabet_is_no_trouble(tmp_path: Path) -> None:
    unrut(tmp_path, "job", "--title", "Editor 日本")

    done = unrut(tmp_path, "job", PYTHONIOENCODING="latin-1")

    assert (done.returncode, done.stdout) == (0, "Editor \\u65e5\\u672c.\n")
