"""Starting, finding what runs, and the example, with the server itself replaced: it would never come back."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from unrut.cli import running
from unrut.clock import now
from unrut.config import load_config
from unrut.errors import PortTakenError
from unrut.models import Note, Person
from unrut.queries.scope import of
from unrut.services.people import use_sign_in_link

pytestmark = pytest.mark.integration

GONE = 2**22 + 1  # above the largest number a process can have


class Server:
    """Remembers what it was asked, and looks at the home while it "runs"."""

    def __init__(self, home: Path) -> None:
        self.ports: list[int] = []
        self.noted: dict[str, int] = {}
        self.mode = 0
        self.home = home

    def __call__(self, port: int, when_ready: Callable[[int], None]) -> None:
        self.ports.append(port)
        when_ready(port or 40000)
        file = Path(os.environ["UNRUT_HOME"]) / running.SERVER_FILE
        self.noted = json.loads(file.read_text())
        self.mode = stat.S_IMODE(file.stat().st_mode)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, own_home: Path) -> Server:
    server = Server(own_home)
    monkeypatch.setattr(running, "serve", server)
    return server


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses the browser was sent to."""
    addresses: list[str] = []
    monkeypatch.setenv("UNRUT_BROWSER", "yes")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("webbrowser.open", addresses.append)
    return addresses


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(port: int, when_ready: object) -> None:
        raise PortTakenError(f"Port {port} is in use by another program.")

    monkeypatch.setattr(running, "serve", refuse)


def note_server(home: Path, content: str) -> None:
    (home / running.SERVER_FILE).write_text(content)


def address(printed: str) -> str:
    """The address of the one line that was printed."""
    (line,) = printed.splitlines()
    assert line.startswith("Unrut is at http://127.0.0.1:")
    return line.removeprefix("Unrut is at ")


@pytest.mark.parametrize(
    ("arguments", "port"),
    [((), 8420), (("start",), 8420), (("--port", "8421"), 8421), (("start", "--port", "0"), 0)],
)
def test_start_prints_a_link_that_signs_in(
    unrut: Any, me: Person, server: Server, arguments: tuple[str, ...], port: int
) -> None:
    result = unrut(*arguments)

    told = address(result.stdout)
    assert (result.exit_code, server.ports) == (0, [port])
    assert told.startswith(f"http://127.0.0.1:{port or 40000}/enter/")
    assert use_sign_in_link(told.split("/")[-2], now=now()) == me


def test_start_notes_that_it_runs_and_forgets_it_at_the_end(
    unrut: Any, server: Server, own_home: Path
) -> None:
    note_server(own_home, "left behind by a crash")

    unrut("start")

    assert (server.noted, server.mode) == ({"pid": os.getpid(), "port": 8420}, 0o600)
    assert not (own_home / running.SERVER_FILE).exists()


@pytest.mark.parametrize("content", ['{"pid": 1, "port": 9000}', "[]", None])
def test_start_leaves_the_note_of_another_server(
    unrut: Any, server: Server, own_home: Path, monkeypatch: pytest.MonkeyPatch, content: str | None
) -> None:
    file = own_home / running.SERVER_FILE

    def replaced(port: int, when_ready: Callable[[int], None]) -> None:
        server(port, when_ready)
        file.write_text(content) if content else file.unlink()

    monkeypatch.setattr(running, "serve", replaced)

    unrut("start")

    assert (file.read_text() if file.exists() else None) == content


def test_browser_opens_the_same_link(unrut: Any, server: Server, opened: list[str]) -> None:
    result = unrut("start")

    assert opened == [address(result.stdout)]


@pytest.mark.parametrize("arguments", [("start", "--no-browser"), ("--no-browser",)])
def test_browser_stays_closed_when_asked(
    unrut: Any, server: Server, opened: list[str], arguments: tuple[str, ...]
) -> None:
    unrut(*arguments)

    assert opened == []


@pytest.mark.parametrize("variable", ["UNRUT_BROWSER", "DISPLAY"])
def test_browser_stays_closed_without_screen_or_wish(
    unrut: Any, server: Server, opened: list[str], monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv(variable, "no" if variable == "UNRUT_BROWSER" else "")

    unrut("start")

    assert opened == []


@pytest.mark.parametrize(
    ("platform", "variable", "expected"),
    [("win32", "", True), ("darwin", "", True), ("linux", "WAYLAND_DISPLAY", True), ("linux", "", False)],
)
def test_screen_is_found(
    monkeypatch: pytest.MonkeyPatch, platform: str, variable: str, expected: bool
) -> None:
    monkeypatch.setattr("sys.platform", platform)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.setenv(name, "wayland-0" if name == variable else "")

    assert running.has_display() is expected


def test_port_of_ones_own_server_gives_a_fresh_link(
    unrut: Any, me: Person, own_home: Path, taken: None, opened: list[str]
) -> None:
    note_server(own_home, json.dumps({"pid": os.getppid(), "port": 8420}))

    result = unrut("start")

    assert (result.exit_code, result.stderr) == (0, "It runs already; here is a fresh link.\n")
    assert use_sign_in_link(address(result.stdout).split("/")[-2], now=now()) == me
    assert opened == [address(result.stdout)]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"pid": "x", "port": 8420}',
        json.dumps({"pid": GONE, "port": 8420}),
        json.dumps({"pid": os.getpid(), "port": 8421}),
    ],
    ids=["empty", "cut short", "a list", "no number", "gone", "alive"],
)
def test_port_of_another_program_is_one_sentence(
    unrut: Any, me: Person, own_home: Path, taken: None, content: str
) -> None:
    note_server(own_home, content)

    result = unrut("start")

    assert (result.exit_code, result.stdout) == (5, "")
    assert result.stderr == "Port 8420 is in use by another program.\n"


def test_options_of_start_belong_behind_the_command(unrut: Any, me: Person) -> None:
    result = unrut("--port", "8421", "why")

    assert result.exit_code == 2
    assert "--port and --no-browser belong behind the command: unrut start --port 8421." in result.stderr


@pytest.mark.parametrize(
    ("noted", "port"),
    [(None, 8420), ({"pid": GONE, "port": 9000}, 8420), ({"pid": os.getpid(), "port": 9000}, 9000)],
)
def test_link_leads_to_the_server_that_runs(
    unrut: Any, me: Person, own_home: Path, noted: dict[str, int] | None, port: int
) -> None:
    if noted:
        note_server(own_home, json.dumps(noted))

    printed = unrut("link").stdout

    assert printed.startswith(f"http://127.0.0.1:{port}/enter/")
    assert use_sign_in_link(printed.split("/")[-2], now=now()) == me


def test_demo_shows_the_example_and_leaves_nothing(
    unrut: Any, me: Person, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNRUT_DATABASE", "postgresql://somewhere")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    result = unrut("demo")

    folder = os.environ["UNRUT_HOME"]
    assert result.stderr == f"This is an invented example in {folder}. Ctrl-C stops it.\n"
    assert address(result.stdout).startswith("http://127.0.0.1:40000/enter/")
    assert of(Note, me).count() > 50
    assert load_config().database == ""
    assert not Path(folder).exists()


def test_demo_keeps_the_folder_that_was_named(unrut: Any, me: Person, server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "example"
    folder.mkdir()

    result = unrut("demo", "--home", str(folder), "--port", "8430", "--no-browser")

    assert (result.exit_code, server.ports, folder.exists()) == (0, [8430], True)


def test_demo_never_touches_a_store(unrut: Any, me: Person, server: Server, tmp_path: Path) -> None:
    (tmp_path / "unrut.sqlite3").write_text("mine")

    result = unrut("demo", "--home", str(tmp_path))

    assert result.exit_code == 3
    assert result.stderr == f"{tmp_path} holds a store already. Name a folder that is empty or not there.\n"
    assert (tmp_path / "unrut.sqlite3").read_text() == "mine"
    assert server.ports == []
