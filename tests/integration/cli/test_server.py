import errno
import os
import signal
import socket
import sys
import threading
import urllib.request
from collections.abc import Callable
from typing import Any

import pytest

from unrut.config import LOOPBACK
from unrut.errors import PortTakenError
from unrut.server import is_running, serve

pytestmark = pytest.mark.integration


def stop() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def stopping_after(work: Callable[[int], None]) -> Callable[[int], None]:
    """What to do beside the running server, which is stopped afterwards."""

    def begin(port: int) -> None:
        def run() -> None:
            try:
                work(port)
            finally:
                stop()

        threading.Thread(target=run).start()

    return begin


def test_server_answers_and_believes_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[tuple[bytes, str | None]] = []

    def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        start_response("200 OK", [("Content-Length", "9")])
        return [b"forwarded" if "HTTP_X_FORWARDED_FOR" in environ else b"as it was"]

    def ask(port: int) -> None:
        request = urllib.request.Request(
            f"http://{LOOPBACK}:{port}/", headers={"X-Forwarded-For": "10.0.0.1"}
        )
        with urllib.request.urlopen(request) as answer:
            answers.append((answer.read(), answer.headers["Server"]))

    monkeypatch.setattr("django.core.wsgi.get_wsgi_application", lambda: application)

    serve(0, stopping_after(ask))

    assert answers == [(b"as it was", None)]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no polite kill on Windows")
def test_polite_kill_stops_it_before_it_runs() -> None:
    before = signal.getsignal(signal.SIGTERM)
    ports = []

    def ready(port: int) -> None:
        ports.append(port)
        os.kill(os.getpid(), signal.SIGTERM)

    serve(0, ready)

    assert len(ports) == 1
    assert signal.getsignal(signal.SIGTERM) is before
    with socket.socket() as asking:
        assert asking.connect_ex((LOOPBACK, ports[0])) != 0


@pytest.mark.parametrize("error", [PortTakenError("no"), RuntimeError("ours")])
def test_mistake_before_it_runs_closes_the_port(error: Exception) -> None:
    ports = []

    def ready(port: int) -> None:
        ports.append(port)
        raise error

    with pytest.raises(type(error)):
        serve(0, ready)

    with socket.socket() as asking:
        assert asking.connect_ex((LOOPBACK, ports[0])) != 0


def test_port_in_use_names_another_one() -> None:
    with socket.socket() as other:
        other.bind((LOOPBACK, 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(PortTakenError) as refused:
            serve(port, lambda _: stop())

    assert str(refused.value) == (
        f"Port {port} is in use by another program. Stop that one, or start with unrut --port {port + 1}."
    )


@pytest.mark.parametrize(
    ("number", "port", "sentence"),
    [
        (
            errno.EADDRINUSE,
            65535,
            "Port 65535 is in use by another program. Stop that one, or start with unrut --port 65534.",
        ),
        (errno.EACCES, 80, "Port 80 is not for ordinary programs. Start with unrut --port 8420."),
    ],
)
def test_port_that_is_refused_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, number: int, port: int, sentence: str
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr("unrut.server.socket.create_server", refuse)

    with pytest.raises(PortTakenError) as refused:
        serve(port, lambda _: stop())

    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("system", "error", "expected"),
    [
        ("posix", None, True),
        ("posix", ProcessLookupError(), False),
        ("posix", PermissionError(), True),
        ("nt", AssertionError("asking would end it"), True),
    ],
)
def test_process_is_asked_without_harm(
    monkeypatch: pytest.MonkeyPatch, system: str, error: BaseException | None, expected: bool
) -> None:
    asked = []

    def kill(process: int, number: int) -> None:
        asked.append((process, number))
        if error:
            raise error

    monkeypatch.setattr("unrut.server.os.kill", kill)
    monkeypatch.setattr("unrut.server.os.name", system)

    found = is_running(7)

    monkeypatch.undo()
    assert found is expected
    assert asked == ([(7, 0)] if system == "posix" else [])
