"""A name without a space in it stays within the page of a phone."""

import pytest
from tests.browser.places import PHONE, Site, Visit

pytestmark = pytest.mark.browser


def test_long_name_of_a_circumstance_does_not_widen_the_page(site: Site, visit: Visit) -> None:
    page = visit(site, "/behind/circumstances/", width=PHONE)
    page.fill("#name-new", "M" * 200)
    page.fill("#started-new", "2025-03-01")
    page.get_by_role("button", name="Keep it").click()
    page.locator("summary", has_text="Change MMM").click()

    wanted: int = page.evaluate("document.scrollingElement.scrollWidth")

    assert wanted == PHONE
