"""Pages load without a complaint, and ask nobody else for anything."""

from collections.abc import Callable
from http import HTTPStatus

import pytest
from playwright.sync_api import ConsoleMessage, Page
from tests.browser.places import EMPTY_PAGES, EXAMPLE_PAGES, Look, Site, status_of

pytestmark = pytest.mark.browser

REPORTER = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`refused ${event.violatedDirective}: ${event.blockedURI}`);
});
"""


class Listener:
    """A page in a window that stays open, and what was complained about since it was last asked to go somewhere."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page, self.site = page, site
        self.complaints: list[str] = []
        self.is_missing = False
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))
        page.on("request", lambda request: self.complaints.extend(stranger(request.url, site)))
        page.add_init_script(REPORTER)

    def complaints_about(self, address: str) -> list[str]:
        """Everything the console says while a page loads, and every request that leaves the site or fails."""
        self.page.goto("about:blank")  # what the page before still does is over by then
        self.complaints.clear()
        self.is_missing = status_of(address) == HTTPStatus.NOT_FOUND
        answer = self.page.goto(self.site.origin + address)
        assert answer is not None
        assert answer.status == status_of(address)
        self.page.evaluate("document.readyState")  # whatever was said before this answer has arrived by now
        return list(self.complaints)

    def _hear(self, message: ConsoleMessage) -> None:
        # Chromium reports the page itself when it answers 404, which is right here.
        if not self.is_missing or "404" not in message.text:
            self.complaints.append(message.text)


@pytest.fixture(scope="module")
def listeners() -> dict[str, Listener]:
    """The windows that are open, by the site they look at."""
    return {}


@pytest.fixture
def listen(look: Look, listeners: dict[str, Listener]) -> Callable[[Site], Listener]:
    """Gives the one window of a site that is listened to."""

    def to(site: Site) -> Listener:
        if site.origin not in listeners:
            listeners[site.origin] = Listener(look(site, "/keyboard/"), site)
        return listeners[site.origin]

    return to


@pytest.mark.parametrize("address", EMPTY_PAGES)
def test_page_of_an_empty_home_loads_without_complaint(
    site: Site, listen: Callable[[Site], Listener], address: str
) -> None:
    assert listen(site).complaints_about(address) == []


@pytest.mark.parametrize("address", EXAMPLE_PAGES)
def test_page_of_the_example_loads_without_complaint(
    example_site: Site, listen: Callable[[Site], Listener], address: str
) -> None:
    assert listen(example_site).complaints_about(address) == []


def test_complaints_are_heard(site: Site, listen: Callable[[Site], Listener]) -> None:
    listener = listen(site)
    listener.page.goto(site.origin + "/keyboard/")
    listener.complaints.clear()

    with listener.page.expect_console_message(lambda message: "refused connect-src" in message.text):
        listener.page.evaluate("""async () => {
          console.error("said");
          await fetch("http://localhost:1/elsewhere").catch(() => {});
        }""")

    assert "said" in listener.complaints


def stranger(address: str, site: Site) -> list[str]:
    """An address outside the site; data addresses are a part of the page."""
    return [] if address.startswith((site.origin + "/", "data:")) else [f"elsewhere: {address}"]
