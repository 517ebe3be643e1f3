"""axe finds nothing, on any page of the example, in either scheme, wide or narrow."""

import pytest
from tests.browser.axe import AXE, violations
from tests.browser.places import EXAMPLE_PAGES, Look, Site, Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", EXAMPLE_PAGES)
def test_axe_finds_nothing_in_the_example(example_site: Site, look: Look, address: str) -> None:
    page = look(example_site, address, added_script=AXE)

    found = violations(page)

    assert found == []


def test_axe_finds_nothing_beside_open_evidence(example_site: Site, visit: Visit) -> None:
    page = visit(example_site, "/behind/", added_script=AXE)
    page.locator(".evidence").first.click()

    found = violations(page)

    assert page.locator(".sheet:popover-open").count() == 1
    assert found == []
