"""A real Chromium on a real server. Every module has its own of both, so that what one writes no other sees."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.browser.places import DESKTOP, NOWHERE_YET, Look, Site, Visit
from tools.screenshots import FLAGS, chromium_path, served

HEIGHT = 900
PATIENCE = 10_000  # milliseconds, for busy machines


# Not for the whole session: while Playwright runs its loop, Django refuses its database to all other tests.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser."""
    path = chromium_path()
    if path is None:
        pytest.skip("There is no Chromium here. Install it, or name one in UNRUT_CHROMIUM.")
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=list(FLAGS)) as browser,
    ):
        yield browser


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for a store nobody has written to."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def site(chromium: Browser, home: Path) -> Iterator[Site]:
    """An empty home, signed in."""
    with served(["--port", "0", "--no-browser"], {"UNRUT_HOME": str(home)}) as link:
        yield _entered(chromium, link)


@pytest.fixture(scope="module")
def example_site(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A home whose person looks at the example."""
    own = {"UNRUT_HOME": str(tmp_path_factory.mktemp("home"))}
    with served(["--port", "0", "--no-browser"], own) as link:
        yield _entered(chromium, link, pressed="Look at an example first")


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """Opens pages, each in a window that knows nothing of the others; closes them all afterwards."""
    with ExitStack() as opened:

        def go(
            site: Site,
            address: str = "/",
            *,
            width: int = DESKTOP,
            scripts: bool = True,
            is_stranger: bool = False,
            added_script: str = "",
        ) -> Page:
            window = _window(
                chromium, None if is_stranger else site, scripts=scripts, added_script=added_script
            )
            page = opened.enter_context(window).new_page()
            page.set_viewport_size({"width": width, "height": HEIGHT})
            if address != NOWHERE_YET:
                page.goto(site.origin + address)
            return page

        yield go


@pytest.fixture(scope="module")
def look(chromium: Browser) -> Iterator[Look]:
    """Goes to pages in one window that stays open, at a quarter of the time: for tests that change nothing."""
    kept: dict[tuple[str, str], Page] = {}
    with ExitStack() as opened:

        def go(site: Site, address: str, *, width: int = DESKTOP, added_script: str = "") -> Page:
            key = (site.origin, added_script)
            if key not in kept:
                window = _window(chromium, site, added_script=added_script)
                kept[key] = opened.enter_context(window).new_page()
            kept[key].set_viewport_size({"width": width, "height": HEIGHT})
            kept[key].goto(site.origin + address)
            return kept[key]

        yield go


def _window(
    browser: Browser, site: Site | None, *, scripts: bool = True, added_script: str = ""
) -> BrowserContext:
    """A window of somebody signed in to the site, or of a stranger."""
    window = browser.new_context(
        storage_state=site.signed_in if site else None,
        java_script_enabled=scripts,
        reduced_motion="reduce",
        bypass_csp=bool(added_script),
        locale="en-GB",
    )
    window.set_default_timeout(PATIENCE)
    if added_script:
        window.add_init_script(added_script)
    return window


def _entered(browser: Browser, link: str, *, pressed: str = "") -> Site:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(link)
        if pressed:
            page.get_by_role("button", name=pressed).click()
            page.get_by_text("You are looking at an example.").wait_for()
        return Site(link[: link.index("/enter/")], context.storage_state())
