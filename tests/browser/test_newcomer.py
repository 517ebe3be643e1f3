"""A newcomer goes from an empty home to a first step with a date."""

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


def test_newcomer_reaches_a_first_step_with_a_date(site: Site, visit: Visit) -> None:
    page = visit(site)

    begin(page)
    write_the_lines(page)
    correct_by_keys(page)
    answer_by_arrows(page)
    save(page)
    open_the_evidence(page)
    thread.save_the_wants(page)
    thread.bring_an_opening(page)
    assert thread.options(page) == {"Your job as it is", "Your job, changed", "Learning designer"}
    thread.choose_a_goal(page)
    result, day = thread.first_step(page)
    assert TODAY <= day <= WITHIN_TWO_WEEKS
    thread.finish_it(page)
    expect(thread.accomplished(page)).to_have_text([result, "Found the slow query"])


def begin(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text("Two honest minutes a week")
    page.get_by_role("link", name="Begin with this week").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How was this week?")


def write_the_lines(page: Page) -> None:
    """Every line is kept by Enter; the box is free for the next one, and the chips stand below."""
    for box, line in (
        ("like at work?", "My colleagues are great"),
        ("not like?", BORED),
        ("not like?", TRAFFIC),
    ):
        page.get_by_label(box).click()
        page.keyboard.type(line)
        page.keyboard.press("Enter")
        expect(page.locator("[data-note]").filter(has_text=line)).to_be_visible()
        expect(page.get_by_label(box)).to_have_value("")
    expect(note_of(page, BORED).locator(".name")).to_have_text(
        ["Variety of tasks", "Learning and development"]
    )
    expect(note_of(page, TRAFFIC).locator(".name")).to_have_text(["Commute", "Length of working hours"])
    page.get_by_label("What moved forward?").fill("Found the slow query")


def correct_by_keys(page: Page) -> None:
    """1 confirms the first facet, x removes the one in focus, a and Enter add one."""
    note = note_of(page, TRAFFIC)
    note.locator(".name").first.focus()
    page.keyboard.press("1")
    expect(note.locator(".chip.sure")).to_have_count(1)
    expect(note.locator(".name").first).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("x")
    expect(note.locator(".chip")).to_have_count(1)
    expect(note.locator(".name")).to_be_focused()
    page.keyboard.press("a")
    page.keyboard.type("Pay")
    page.keyboard.press("Enter")
    expect(note.locator(".name")).to_have_text(["✓ Commute", "✓ Pay and benefits"])
    expect(note.locator(".name").first).to_be_focused()


def answer_by_arrows(page: Page) -> None:
    """A scale is one stop of the tab key; space answers nought, every arrow one more."""
    for number, name in enumerate(("satisfaction", "boredom", "dread"), start=3):
        page.locator(f"input[name={name}]").first.focus()
        page.keyboard.press("Space")
        for _ in range(number):
            page.keyboard.press("ArrowRight")
        expect(page.locator(f"input[name={name}][value='{number}']")).to_be_checked()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save this week").click()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^Saved\. .*how alike your tasks are"))


def open_the_evidence(page: Page) -> None:
    """The quotes open beside their figure; Escape closes them and focus is where it was."""
    page.get_by_role("link", name="See what is behind it").click()
    figure = page.locator(".evidence").first
    figure.focus()
    page.keyboard.press("Enter")
    sheet = page.get_by_role("dialog", name="Variety of tasks")
    expect(sheet.locator("blockquote")).to_have_text([BORED])
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(figure).to_be_focused()


def note_of(page: Page, line: str) -> Locator:
    return page.locator("[data-note]").filter(has_text=line)
