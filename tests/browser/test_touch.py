"""On a phone everything is large enough for a thumb, and nothing is too wide."""

import pytest
from playwright.sync_api import Page
from tests.browser.places import EXAMPLE_PAGES, PHONE, Look, Site, Visit, unfold

pytestmark = pytest.mark.browser

LEAST, MAIN = 24, 44
NARROW = 320
PRESSED = "button, summary, select, textarea, input:not([type=hidden], [type=radio], [type=checkbox])"
# A circle or a box is pressed anywhere on its label.
MAIN_ACTIONS = ".button, .steps a, summary, .scale label, .check, .choice"
TOO_SMALL = """([selector, least, sides]) =>
  [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility() && !element.closest("[popover]:not(:popover-open)"))
    .map((element) => ({element, box: element.getBoundingClientRect()}))
    .filter(({box}) => sides.some((side) => box[side] < least - 0.5))
    .map(({element, box}) =>
      `${element.outerHTML.slice(0, 90)} is ${Math.round(box.width)} by ${Math.round(box.height)}`)
"""


@pytest.mark.parametrize("address", EXAMPLE_PAGES)
def test_page_fits_a_phone_and_a_thumb(example_site: Site, look: Look, address: str) -> None:
    page = look(example_site, address, width=PHONE)
    unfold(page)

    small = smaller_than(page, f"{PRESSED}, .footer a, {MAIN_ACTIONS}", LEAST, ["width", "height"])
    low = smaller_than(page, MAIN_ACTIONS, MAIN, ["height"])
    widths = [width_of_content(page, width) for width in (PHONE, NARROW)]

    assert small == []
    assert low == []
    assert widths == [PHONE, NARROW]


def test_very_long_word_does_not_make_the_page_wider(site: Site, visit: Visit) -> None:
    page = visit(site, "/week/2026-11-02/")
    page.get_by_label("not like?").fill("Donaudampfschifffahrtsgesellschaft" * 5)
    page.get_by_label("not like?").press("Enter")
    page.locator("[data-note]").wait_for()

    width = width_of_content(page, NARROW)

    assert width == NARROW


def smaller_than(page: Page, selector: str, least: int, sides: list[str]) -> list[str]:
    """Everything that is smaller on one of the sides than it should be."""
    found: list[str] = page.evaluate(TOO_SMALL, [selector, least, sides])
    return found


def width_of_content(page: Page, width: int) -> int:
    """How wide the page wants to be in a window of a width."""
    page.set_viewport_size({"width": width, "height": 800})
    wanted: int = page.evaluate("document.scrollingElement.scrollWidth")
    return wanted
