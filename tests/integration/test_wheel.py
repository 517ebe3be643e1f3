"""The built wheel, installed into an empty environment, is the whole program."""

import json
import os
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.wheel

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of an environment that holds the wheel; dependencies are borrowed from this one."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(PROJECT)],
        check=True,
    )
    venv.create(folder / "env", with_pip=False)
    library = next((folder / "env").glob("lib/python*/site-packages"))
    wheel = next(folder.glob("unrut-*.whl"))
    subprocess.run(
        [*pip, "--python", str(folder / "env/bin/python"), "install", "--no-deps", str(wheel)], check=True
    )
    # A path file inside a folder named by another path file is not read, so our editable install stays outside.
    borrowed = next(Path(path) for path in sys.path if path.endswith("site-packages"))
    (library / "borrowed.pth").write_text(f"{borrowed}\n")
    return folder / "env" / "bin"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A clean environment with a home of its own."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "TMPDIR"}}
    return {**kept, "UNRUT_HOME": str(tmp_path / "home"), "UNRUT_BROWSER": "no"}


@pytest.fixture
def served(installed: Path, environment: dict[str, str]) -> Iterator[str]:
    """The link a freshly started server prints."""
    server = subprocess.Popen(
        [installed / "unrut", "--port", "0"], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    yield next(line.split()[-1] for line in server.stdout if "/enter/" in line)
    server.terminate()
    server.wait(timeout=10)
    server.stdout.close()


def test_wheel_is_the_one_that_runs(installed: Path, environment: dict[str, str]) -> None:
    where = subprocess.run(
        [installed / "python", "-c", "import unrut; print(unrut.__file__)"],
        env=environment,
        cwd="/",
        check=True,
        capture_output=True,
        text=True,
    ).stdout

    assert where.startswith(str(installed.parent))


def test_wheel_goes_from_a_note_to_its_cause(installed: Path, environment: dict[str, str]) -> None:
    def unrut(*arguments: str) -> str:
        return subprocess.run(
            [installed / "unrut", *arguments], env=environment, check=True, capture_output=True, text=True
        ).stdout

    unrut("note", "--dislike", "had to get sign-off for every little thing")
    why = json.loads(unrut("why", "--json"))

    assert why["causes"][0]["facet"] == "autonomy"


def test_wheel_serves_pages_with_their_style(served: str) -> None:
    from http.cookiejar import CookieJar
    from urllib.parse import urljoin
    from urllib.request import HTTPCookieProcessor, build_opener

    browser = build_opener(HTTPCookieProcessor(CookieJar()))

    page = browser.open(served).read().decode()
    style = browser.open(urljoin(served, "/static/unrut/css/tokens.css")).read().decode()

    assert "Two honest minutes a week" in page
    assert "--accent:" in style
