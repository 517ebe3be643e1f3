"""One week in two tabs: nothing is overwritten unseen, and nothing typed is lost."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.places import Site, Visit

pytestmark = pytest.mark.browser


def test_second_tab_sees_the_conflict_and_keeps_its_text(site: Site, visit: Visit) -> None:
    first = visit(site, "/week/2026-11-09/")
    second = first.context.new_page()
    second.goto(first.url)
    save(first, hours="38", moved="Wrote the guide")

    save(second, hours="40,5", moved="Held the workshop")

    expect(second.get_by_role("alert")).to_contain_text("This week was saved in another tab")
    expect(second.get_by_label("What moved forward?")).to_have_value("Held the workshop")
    expect(second.get_by_label("Hours worked")).to_have_value("40.5")
    expect(second.get_by_role("region", name="What is stored now")).to_contain_text("38")


def test_second_tab_saves_after_looking(site: Site, visit: Visit) -> None:
    first = visit(site, "/week/2026-11-02/")
    second = first.context.new_page()
    second.goto(first.url)
    save(first, hours="38", moved="Wrote the guide")
    save(second, hours="41", moved="Held the workshop")
    expect(second.get_by_role("alert")).to_be_visible()

    second.get_by_role("button", name="Save this week").click()
    expect(second.get_by_role("status")).to_contain_text("Saved.")
    second.goto(first.url)

    expect(second.get_by_label("Hours worked")).to_have_value("41")
    expect(second.get_by_role("region", name="Moved forward").locator(".own-words")).to_have_text(
        ["Wrote the guide", "Held the workshop"]
    )


def save(page: Page, *, hours: str, moved: str) -> None:
    page.get_by_label("Hours worked").fill(hours)
    page.get_by_label("What moved forward?").fill(moved)
    page.get_by_role("button", name="Save this week").click()
    page.wait_for_load_state()
