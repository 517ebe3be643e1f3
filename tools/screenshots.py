"""Take the pictures in docs/pictures anew, from the invented example in a real browser, on a fixed day."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

OUT = Path(__file__).resolve().parents[1] / "docs" / "pictures"
TODAY = "2026-11-20"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)
DESKTOP, PHONE = (1280, 800), (390, 844)
STOPS_WITHIN = 10


@dataclass(frozen=True, slots=True)
class Picture:
    """One file: a page in one size; `opened` is pressed and `written` typed line by line before it is taken."""

    name: str
    address: str
    size: tuple[int, int] = DESKTOP
    is_dark: bool = False
    opened: str = ""
    written: tuple[tuple[str, str], ...] = ()


# What is written stays written, so these two come last.
WEEK = (
    ("#liked", "Ruth thanked me for the numbers I dug out"),
    ("#disliked", "The same report for the fourth week, word for word"),
)
PICTURES = (
    Picture("behind", "/behind/"),
    Picture("evidence", "/behind/", opened=".evidence"),
    Picture("picture", "/picture/"),
    Picture("fit", "/fit/"),
    Picture("plan", "/plan/"),
    Picture("fit-dark", "/fit/", is_dark=True),
    Picture("fit-phone", "/fit/", size=PHONE),
    Picture("today", "/", written=WEEK),
    Picture("today-phone", "/", size=PHONE),
)


def chromium_path() -> str | None:
    """The Chromium to use: the one named by UNRUT_CHROMIUM, else the first one installed."""
    if named := os.environ.get("UNRUT_CHROMIUM"):
        return named
    names = ("/usr/bin/chromium", "chromium", "chromium-browser", "google-chrome")
    return next((found for found in map(shutil.which, names) if found), None)


@contextmanager
def served(arguments: Sequence[str], settings: Mapping[str, str]) -> Iterator[str]:
    """A running `unrut` with the given arguments, on TODAY; the link that signs in once."""
    with subprocess.Popen(
        [sys.executable, "-m", "unrut", *arguments],
        env={**os.environ, "UNRUT_TODAY": TODAY, "UNRUT_DATABASE": "", **settings},
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            yield _printed_link(server)
        finally:
            server.terminate()
            server.wait(timeout=STOPS_WITHIN)


def take(browser: Browser, link: str, out: Path) -> list[Path]:
    """Take every picture of the example behind a sign-in link; the files written."""
    origin = link[: link.index("/enter/")]
    entrance = browser.new_context()
    entrance.new_page().goto(link)
    signed_in = entrance.storage_state()
    entrance.close()
    taken = []
    for picture in PICTURES:
        context = browser.new_context(
            storage_state=signed_in,
            viewport={"width": picture.size[0], "height": picture.size[1]},
            color_scheme="dark" if picture.is_dark else "light",
            reduced_motion="reduce",
            locale="en-GB",
        )
        taken.append(_take_one(context.new_page(), origin, picture, out))
        context.close()
    return taken


def _take_one(page: Page, origin: str, picture: Picture, out: Path) -> Path:
    page.goto(origin + picture.address)
    if picture.opened:
        page.locator(picture.opened).first.click()
    for number, (box, line) in enumerate(picture.written):
        page.locator(box).fill(line)
        page.locator(box).press("Enter")
        page.locator("[data-note]").nth(number).wait_for()
    file = out / f"{picture.name}.png"
    page.screenshot(path=file)
    return file


def _printed_link(server: subprocess.Popen[str]) -> str:
    for line in server.stdout or ():
        if "/enter/" in line:
            return line.split()[-1]
    raise SystemExit("Unrut did not start. Its own message stands above; mend that and run this again.")


def main() -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=OUT, help="folder for the pictures (default: docs/pictures)"
    )
    out: Path = parser.parse_args().out
    browser_path = chromium_path()
    if browser_path is None:
        raise SystemExit("There is no Chromium here. Install it, or name one in UNRUT_CHROMIUM.")
    out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="unrut-pictures-") as home,
        served(["demo", "--no-browser", "--home", home], {}) as link,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=browser_path, args=list(FLAGS)) as browser,
    ):
        for file in take(browser, link, out):
            print(file)


if __name__ == "__main__":
    main()
