"""axe finds nothing, on any page of an empty home, in either scheme, wide or narrow."""

import pytest
from tests.browser.axe import AXE, violations
from tests.browser.places import EMPTY_PAGES, Look, Site, Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("address", EMPTY_PAGES)
def test_axe_finds_nothing_in_an_empty_home(site: Site, look: Look, address: str) -> None:
    page = look(site, address, added_script=AXE)

    found = violations(page)

    assert found == []


def test_axe_finds_nothing_at_the_locked_door(site: Site, visit: Visit) -> None:
    page = visit(site, is_stranger=True, added_script=AXE)

    found = violations(page)

    assert page.title() == "Locked · Unrut"
    assert found == []


def test_axe_finds_nothing_in_a_preview(site: Site, visit: Visit) -> None:
    page = visit(site, "/fit/add/", added_script=AXE)
    page.get_by_label("The text of the posting").fill("Search analyst\nHybrid, 35 hours a week.")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("heading", name="1 opening was read. Keep it?").wait_for()

    found = violations(page)

    assert found == []


def test_axe_finds_nothing_where_an_answer_is_wrong(site: Site, visit: Visit) -> None:
    page = visit(site, "/?begin", added_script=AXE)
    page.get_by_label("Hours worked").fill("many")
    page.get_by_role("button", name="Save this week").click()
    page.get_by_role("alert").wait_for()

    found = violations(page)

    assert found == []
