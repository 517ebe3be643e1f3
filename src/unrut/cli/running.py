"""The server of this home: where it says that it runs, and how one gets in."""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from unrut.config import LOOPBACK, Config
from unrut.server import is_running, serve
from unrut.store import PRIVATE_FILE

if TYPE_CHECKING:
    from unrut.models import Person

SERVER_FILE = "server.json"


def serve_home(config: Config, owner: "Person", port: int, *, browser: bool) -> None:
    """Serve a home until stopped; other commands can find it meanwhile.

    Raises PortTakenError.
    """
    file = config.home / SERVER_FILE

    def ready(bound: int) -> None:
        _note_running(file, bound)
        announce(owner, bound, browser=browser)

    try:
        serve(port, ready)
    finally:
        _forget_running(file)


def announce(owner: "Person", port: int, *, browser: bool) -> None:
    """Print a fresh link and open it."""
    address = sign_in_address(owner, port)
    click.echo(f"Unrut is at {address}")
    sys.stdout.flush()
    if browser and has_display():
        # Inline: few commands open a browser.
        import webbrowser

        webbrowser.open(address)


def sign_in_address(owner: "Person", port: int) -> str:
    """The address of a link that signs in once."""
    # Inline: needs Django set up.
    from unrut.clock import now
    from unrut.services.people import make_sign_in_link

    return f"http://{LOOPBACK}:{port}/enter/{make_sign_in_link(owner, now=now())}/"


def has_display() -> bool:
    """Whether a browser could show itself: on Linux without a screen it would take over the terminal."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def running_port(config: Config) -> int | None:
    """The port on which this home is served at the moment, if it is."""
    try:
        noted = json.loads((config.home / SERVER_FILE).read_text(encoding="ascii"))
        process, port = int(noted["pid"]), int(noted["port"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return port if is_running(process) else None


def _note_running(file: Path, port: int) -> None:
    file.unlink(missing_ok=True)  # what a crash left behind may have other rights
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    with os.fdopen(handle, "w", encoding="ascii") as noted:
        json.dump({"pid": os.getpid(), "port": port}, noted)


def _forget_running(file: Path) -> None:
    """Remove our own note only: another server of this home may have written its own since."""
    try:
        is_ours = json.loads(file.read_text(encoding="ascii"))["pid"] == os.getpid()
    except (OSError, ValueError, KeyError, TypeError):
        return
    if is_ours:
        file.unlink(missing_ok=True)
