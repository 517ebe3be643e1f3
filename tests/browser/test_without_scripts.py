"""The same thread where no script runs: every page works by plain forms."""

import re
from datetime import date

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser import thread
from tests.browser.places import Site, Visit

pytestmark = pytest.mark.browser

TODAY, WITHIN_TWO_WEEKS = date(2026, 11, 20), date(2026, 12, 4)
BORED = "The same report every week, I learned nothing new"
TRAFFIC = "Long hours, and two hours in traffic each way"


def test_newcomer_without_scripts_reaches_a_first_step_with_a_date(site: Site, visit: Visit) -> None:
    page = visit(site, scripts=False)

    write_the_week(page)
    correct_by_buttons(page)
    open_the_evidence(page)
    thread.save_the_wants(page)
    thread.bring_an_opening(page)
    assert thread.options(page) == {"Your job as it is", "Your job, changed", "Learning designer"}
    thread.choose_a_goal(page)
    result, day = thread.first_step(page)
    assert TODAY <= day <= WITHIN_TWO_WEEKS
    thread.finish_it(page)
    expect(thread.accomplished(page)).to_have_text([result, "Found the slow query"])


def write_the_week(page: Page) -> None:
    """All lines go with the week, several in one box."""
    page.get_by_role("link", name="Begin with this week").click()
    page.get_by_label("like at work?").fill("My colleagues are great")
    page.get_by_label("not like?").fill(f"{BORED}\n{TRAFFIC}")
    page.get_by_label("What moved forward?").fill("Found the slow query")
    page.locator("input[name=satisfaction][value='3']").check()
    page.get_by_role("button", name="Save this week").click()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^Saved\. .*how alike your tasks are"))
    expect(page.locator("input[name=satisfaction][value='3']")).to_be_checked()


def correct_by_buttons(page: Page) -> None:
    """Every correction is a press of a button, and the page comes back at its note."""
    note_of(page, TRAFFIC).get_by_role("button", name="Commute", exact=True).click()
    expect(note_of(page, TRAFFIC).locator(".chip.sure")).to_have_count(1)
    note_of(page, TRAFFIC).get_by_role("button", name="remove Length of working hours").click()
    expect(note_of(page, TRAFFIC).locator(".chip")).to_have_count(1)
    note_of(page, TRAFFIC).get_by_label("Add what this is about").select_option("Pay and benefits")
    note_of(page, TRAFFIC).get_by_role("button", name="Add", exact=True).click()
    expect(note_of(page, TRAFFIC).locator(".name")).to_have_text(["✓ Commute", "✓ Pay and benefits"])


def open_the_evidence(page: Page) -> None:
    page.get_by_role("link", name="See what is behind it").click()
    page.locator(".evidence").first.click()
    sheet = page.get_by_role("dialog", name="Variety of tasks")
    expect(sheet.locator("blockquote")).to_have_text([BORED])
    sheet.get_by_role("button", name="Close").click()
    expect(sheet).to_be_hidden()


def note_of(page: Page, line: str) -> Locator:
    return page.locator("[data-note]").filter(has_text=line)
