"""Pages load without a complaint, and ask nobody else for anything."""

from http import HTTPStatus

import pytest
from playwright.sync_api import ConsoleMessage, Page
from tests.browser.places import EMPTY_PAGES, EXAMPLE_PAGES, NOWHERE_YET, Site, Visit, status_of

pytestmark = pytest.mark.browser

REPORTER = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`refused ${event.violatedDirective}: ${event.blockedURI}`);
});
"""


@pytest.mark.parametrize("address", EMPTY_PAGES)
def test_page_of_an_empty_home_loads_without_complaint(site: Site, visit: Visit, address: str) -> None:
    page = visit(site, NOWHERE_YET)

    complaints = complaints_about(page, site, address)

    assert complaints == []


@pytest.mark.parametrize("address", EXAMPLE_PAGES)
def test_page_of_the_example_loads_without_complaint(example_site: Site, visit: Visit, address: str) -> None:
    page = visit(example_site, NOWHERE_YET)

    complaints = complaints_about(page, example_site, address)

    assert complaints == []


def complaints_about(page: Page, site: Site, address: str) -> list[str]:
    """Everything the console says while a page loads, and every request that leaves the site or fails."""
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        # Chromium reports the page itself when it answers 404, which is right here.
        if status_of(address) != HTTPStatus.NOT_FOUND or "404" not in message.text:
            complaints.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
    page.on("request", lambda request: complaints.extend(stranger(request.url, site)))
    page.add_init_script(REPORTER)
    answer = page.goto(site.origin + address)
    assert answer is not None
    assert answer.status == status_of(address)
    page.evaluate("document.readyState")  # whatever was said before this answer has arrived by now
    return complaints


def stranger(address: str, site: Site) -> list[str]:
    """An address outside the site; data addresses are a part of the page."""
    return [] if address.startswith((site.origin + "/", "data:")) else [f"elsewhere: {address}"]
