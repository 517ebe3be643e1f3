"""On paper there is what one wants to read, and nothing to press."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser.places import Look, Site, Visit

pytestmark = pytest.mark.browser

PRINTED = (
    "/week/2026-11-09/",
    "/behind/",
    "/behind/learning_growth/",
    "/behind/profile/print/",
    "/picture/",
    "/fit/",
    "/fit/options/opening-1/",
    "/plan/",
    "/plan/steps/6/",
    "/help/respect/",
)
# A figure that opens evidence stays as a figure; a scale stays with its answer, and so do the hours.
PRESSED = """.steps, .footer, .banner, .skip-link, .sheet, button:not(.evidence), textarea, select,
  input:not([type=radio], [name=hours])"""


@pytest.mark.parametrize("address", PRINTED)
def test_paper_shows_nothing_to_press(example_site: Site, look: Look, address: str) -> None:
    page = look(example_site, address)

    page.emulate_media(media="print")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(PRESSED).filter(visible=True)).to_have_count(0)


def test_paper_keeps_the_sentence_the_lists_and_the_figures(example_site: Site, visit: Visit) -> None:
    page = visit(example_site, "/behind/")

    page.emulate_media(media="print")

    expect(page.get_by_role("heading", level=1)).to_contain_text("What weighs on you most")
    expect(page.locator("#profile .two-lists")).to_be_visible()
    expect(page.locator(".evidence").first).to_have_text(re.compile(r"^\d+ of \d+ weeks$"))


def test_paper_is_black_on_white_in_a_dark_room(example_site: Site, visit: Visit) -> None:
    page = visit(example_site, "/behind/")

    page.emulate_media(media="print", color_scheme="dark")

    colours = page.evaluate(
        "(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.body))"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
