"""The local server: loopback only, one process."""

import errno
import os
import signal
import socket
from collections.abc import Callable
from typing import Any

from unrut.config import LOOPBACK
from unrut.errors import PortTakenError

THREADS = 4
# The form around a file takes a little room as well.
FORM_AROUND_UPLOAD = 1024 * 1024
LAST_PORT = 65535


def serve(port: int, when_ready: Callable[[int], None]) -> None:
    """Serve until stopped by Ctrl-C or a polite kill; `when_ready` is told the port once it is bound.

    Raises PortTakenError.
    """
    with _bound(port) as listening:
        server = _server(listening)
        before = signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            when_ready(listening.getsockname()[1])
            server.run()
        except KeyboardInterrupt:
            pass  # stopping is what was asked for, even in the moment before it runs
        finally:
            server.task_dispatcher.shutdown()
            for channel in list(server.active_channels.values()):
                channel.close()
            server.close()
            signal.signal(signal.SIGTERM, before)


def is_running(process: int) -> bool:
    """Whether a process of this number runs. Windows has no harmless way to ask, so there the answer is yes."""
    if os.name == "nt":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _bound(port: int) -> socket.socket:
    """The port taken by us, before anything slow is loaded."""
    try:
        return socket.create_server((LOOPBACK, port))
    except OSError as error:
        raise _refused(port, error) from error


def _server(listening: socket.socket) -> Any:
    from django.conf import settings  # noqa: PLC0415 - needs the store opened first
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 - as above
    from waitress.server import create_server  # type: ignore[import-untyped]  # slow to load, needed here only

    return create_server(
        get_wsgi_application(),
        sockets=[listening],
        threads=THREADS,
        ident=None,
        clear_untrusted_proxy_headers=True,
        max_request_body_size=settings.LARGEST_UPLOAD + FORM_AROUND_UPLOAD,
    )


def _refused(port: int, error: OSError) -> PortTakenError:
    other = port + 1 if port < LAST_PORT else port - 1
    if error.errno in {errno.EACCES, errno.EPERM}:
        return PortTakenError(f"Port {port} is not for ordinary programs. Start with unrut --port 8420.")
    return PortTakenError(
        f"Port {port} is in use by another program. Stop that one, or start with unrut --port {other}."
    )
