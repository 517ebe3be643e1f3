"""From the start of `unrut` to its first page read to the end, beside the bare start of Django.

python bench/first_page.py
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from common import MILLI, Row, Way, at_home, in_turns, show, timed_row, whole_process
from homes import fill

RUNS = 9
MOST_MS = 1500.0
MOST_STEPS = 5
COMMAND = (Path(sys.executable).with_name("unrut"), "--port", "0", "--no-browser")
# The applications of Django that the program is built on, and nothing of its own.
BARE_DJANGO = """
import django
from django.conf import settings
settings.configure(INSTALLED_APPS=[
    "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.messages", "django.contrib.sessions",
    "django.contrib.staticfiles",
])
django.setup()
"""


def measure() -> list[Row]:
    """The home of the example on a warm machine: sign in by the printed link and read Today."""
    with tempfile.TemporaryDirectory(prefix="unrut-bench-") as folder:
        home = Path(folder)
        fill(home, "example")
        taken = in_turns(
            {
                "page": _first_page(at_home(home)),
                "django": whole_process([sys.executable, "-c", BARE_DJANGO], at_home(home)),
            },
            runs=RUNS,
        )
    return [
        timed_row(
            "unrut --port 0 --no-browser, to the first page",
            taken["page"],
            "django.setup() alone",
            taken["django"],
            most_ms=MOST_MS,
        )
    ]


def _first_page(environment: Mapping[str, str]) -> Way:
    def way() -> float:
        begun = time.perf_counter()
        with subprocess.Popen(COMMAND, env=environment, stdout=subprocess.PIPE, text=True) as server:
            try:
                _read_page(_address(server))
                return (time.perf_counter() - begun) * MILLI
            finally:
                server.terminate()

    return way


def _address(server: "subprocess.Popen[str]") -> str:
    """The sign-in link in the first line that the program prints."""
    said = server.stdout.readline() if server.stdout else ""
    found = [word for word in said.split() if word.startswith("http://")]
    if not found:
        raise RuntimeError(f"unrut printed no link but {said!r}; start it by hand to see why.")
    return found[0]


def _read_page(address: str) -> None:
    """Follow the link with its cookies, as a browser does, until there is a whole page."""
    cookies: SimpleCookie = SimpleCookie()
    connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
    for _ in range(MOST_STEPS):
        answer = _ask(connection, address, cookies)
        body = answer.read()
        if answer.status == 200 and b"</html>" in body:
            connection.close()
            return
        address = urljoin(address, answer.headers.get("Location", address))
    raise RuntimeError(f"No page after {MOST_STEPS} steps; the last answer was {answer.status}.")


def _ask(connection: HTTPConnection, address: str, cookies: SimpleCookie) -> HTTPResponse:
    held = "; ".join(f"{name}={cookie.value}" for name, cookie in cookies.items())
    connection.request("GET", urlsplit(address).path, headers={"Cookie": held} if held else {})
    answer = connection.getresponse()
    for told in answer.headers.get_all("Set-Cookie") or []:
        cookies.load(told)
    return answer


if __name__ == "__main__":
    show(measure)
