"""When it is too much: found from everywhere, by keyboard and without scripts, and shown beside the words at once."""

import pytest
from playwright.sync_api import Page, expect
from tests.browser.axe import AXE, violations
from tests.browser.places import DESKTOP, PHONE, Site, Visit

pytestmark = pytest.mark.browser

GRAVE = "I want to kill myself"
ONE_PAGE = 1


def pages_of(printed: bytes) -> int:
    """How many sheets a printed page takes."""
    return printed.count(b"/Type /Page\n") or printed.count(b"/Type/Page\n")


def is_wide(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.parametrize("address", ["/help/", "/help/respect/"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_help_fits_the_screen(site: Site, visit: Visit, address: str, width: int) -> None:
    page = visit(site, address, width=width)

    assert not is_wide(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_help_is_reached_and_answered_by_keyboard(site: Site, visit: Visit, scripts: bool) -> None:
    page = visit(site, "/keyboard/", scripts=scripts)
    page.get_by_role("link", name="If it is too much").focus()
    page.keyboard.press("Enter")
    page.get_by_label("It spoils my sleep.").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="What does that mean?").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("What you ticked goes beyond work.")


def test_line_brings_help_where_it_was_written(site: Site, visit: Visit) -> None:
    page = visit(site, "/?begin")
    box = page.get_by_label("What did you not like?")
    box.fill(GRAVE)
    box.press("Enter")

    expect(page.locator("note-lines [data-help]").get_by_role("link", name="Whom to call")).to_be_visible()
    box.fill("A long meeting")
    box.press("Enter")

    expect(page.locator("#disliked-notes")).to_contain_text("A long meeting")
    expect(page.locator("[data-help]")).to_have_count(0)


def test_week_brings_help_without_scripts(site: Site, visit: Visit) -> None:
    page = visit(site, "/?begin", scripts=False)
    page.get_by_label("What did you not like?").fill(GRAVE)
    page.get_by_role("button", name="Save this week").click()

    expect(page.locator(".help-panel")).to_contain_text("You need not be alone with it.")
    page.locator(".help-panel").get_by_role("link", name="Whom to call").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(
        "If it is too much, you need not carry it alone."
    )


def test_axe_finds_nothing_beside_grave_words(site: Site, visit: Visit) -> None:
    page = visit(site, "/?begin", added_script=AXE)
    page.get_by_label("What did you not like?").fill(GRAVE)
    page.get_by_role("button", name="Save this week").click()
    page.locator(".help-panel").wait_for()

    found = violations(page)

    assert found == []


def test_country_that_was_chosen_stands_first(site: Site, visit: Visit) -> None:
    page = visit(site, "/help/", scripts=False)
    page.get_by_label("Your country").select_option("United Kingdom")
    page.get_by_role("button", name="Show these first").click()

    expect(page.get_by_role("heading", level=3).first).to_have_text("United Kingdom")
    expect(page.locator(".country").first).to_contain_text("116 123")


def test_record_prints_on_one_sheet(site: Site, visit: Visit) -> None:
    page = visit(site, "/help/respect/")

    printed = page.pdf(format="A4")

    assert pages_of(printed) == ONE_PAGE
